"""The command for pairs of bodies that people decide on: `review`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph.cli.application import app
from graph.cli.output import console, print_json
from graph.cli.values import DATASET, Day, TableOrJson, Where
from graph.errors import CallError, UnknownThingError

if TYPE_CHECKING:
    from graph.register import Decision

#: Where decisions are kept if nobody says otherwise.
KEPT = Path("decisions.yaml")
Row = dict[str, Any]
Kind = Literal["spelling", "near-name", "edition", "history", "unplaced"]


@app.command()
def review(
    dataset: Where = DATASET,
    accept: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="The two are one body.")
    ] = None,
    keep_apart: Annotated[
        list[str] | None,
        typer.Option("--keep-apart", "--refuse", metavar="ID", help="They are two, for good."),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who decides.")] = None,
    why: Annotated[str | None, typer.Option(help="Why.")] = None,
    recorded: Annotated[
        date | None, typer.Option(parser=Day(), help="The day of the decision; today if not said.")
    ] = None,
    keep: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Which of the two stays, when accepting one.")
    ] = None,
    decisions: Annotated[
        Path, typer.Option(dir_okay=False, help="The file that decisions are written to.")
    ] = KEPT,
    ask: Annotated[
        bool, typer.Option("--ask", "-i", help="Go through the open pairs one by one.")
    ] = False,
    kind: Annotated[Kind | None, typer.Option(help="Only pairs of a kind.")] = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Also pairs that are decided.")
    ] = False,
    form: TableOrJson = "table",
) -> None:
    """List pairs that may be one body, each with its clauses, and write down what is decided.

    A decision holds from the next build on: `shezhire build --decisions FILE`, or with the file
    beside the acts.
    """
    rows = [row for row in _queue(dataset, decisions) if kind in (None, row["kind"])]
    if accept or keep_apart:
        told = _Told(by, why, recorded)
        for name, verdict in [*_with(accept, "merge"), *_with(keep_apart, "distinct")]:
            _decide(_row(rows, name), verdict, told, decisions, keep)
        return
    shown = [row for row in rows if settled or row["decision"] is None]
    if ask:
        _ask(shown, _Told(by, why, recorded), decisions)
    elif form == "json":
        print_json({"items": shown})
    else:
        _print(shown, len(rows) - len(shown))


class _Told:
    """Who decides, why and since when; asked for where the call does not say it."""

    def __init__(self, by: str | None, why: str | None, recorded: date | None) -> None:
        self.by, self.why, self.recorded = by, why, recorded

    def decision(self, verdict: str, one: str, other: str) -> Decision:
        """The decision on two entries; CallError where who or why is missing."""
        from graph.register import Decision
        from graph.time import kazakhstan_day

        if not (self.by and self.by.strip() and self.why and self.why.strip()):
            raise CallError("a decision needs --by NAME and --why REASON")
        day = self.recorded or kazakhstan_day(datetime.now().astimezone())
        return Decision(verdict, one, other, self.by, day, self.why)


def _with(names: Iterable[str] | None, verdict: str) -> list[tuple[str, str]]:
    return [(name, verdict) for name in names or ()]


def _queue(dataset: Path, decisions: Path) -> list[Row]:
    """The pairs of a generation; those decided since are settled by the file of decisions."""
    import orjson

    from graph.register import read_decisions
    from graph.store import open_generation

    held: list[Row] = orjson.loads(open_generation(dataset).file("review.json"))["items"]
    made = read_decisions([decisions]) if decisions.exists() else ()
    last = {frozenset((one.one, one.other)): one for one in made}
    for row in held:
        known = last.get(frozenset((row["one"]["slug"], row["other"]["slug"])))
        if known is not None:
            row["decision"] = known
    return held


def _row(rows: list[Row], name: str) -> Row:
    found = [row for row in rows if row["id"].startswith(name)] if name else []
    if len(found) != 1:
        raise UnknownThingError("pair", name)
    return found[0]


def _decide(row: Row, verdict: str, told: _Told, file: Path, keep: str | None = None) -> None:
    from graph.register import add_decision

    slugs = row["one"]["slug"], row["other"]["slug"]
    if keep is not None and keep not in slugs:
        raise CallError(f"--keep: expected {slugs[0]} or {slugs[1]}; found {keep}")
    one, other = slugs if keep in (None, slugs[0]) else slugs[::-1]
    made = told.decision(verdict, one, other)
    add_decision(file, made)
    said = f"{other} becomes {one}" if verdict == "merge" else f"{one} and {other} stay two"
    typer.echo(f"{file}: {said} (build --decisions {file})")


def _print(rows: list[Row], hidden: int) -> None:
    for row in rows:
        decided = row["decision"]
        said = f"  decided: {_verdict(decided)}" if decided else ""
        typer.echo(f"{row['id']}  {row['kind']}  {row['score']:.2f}{said}")
        for side in ("one", "other"):
            _print_body(row[side])
    typer.echo(f"{len(rows)} pairs" + (f", {hidden} more are decided: --settled" if hidden else ""))


def _print_body(body: Row) -> None:
    typer.echo(f"  {body['slug']}  (acts: {body['acts']})")
    for seen in body["seen"]:
        typer.echo(f"    {seen['act']} {seen['clause']}: {seen['name']}")
        typer.echo(f"      «{' '.join(seen['words'].split())}»")


def _verdict(decision: Any) -> str:
    """A decision in a line: of a generation it is read as JSON, of the file as itself."""
    names = ("verdict", "who", "when", "why")
    held = decision if isinstance(decision, dict) else {n: getattr(decision, n) for n in names}
    return f"{held['verdict']} by {held['who']}, {held['when']}: {held['why']}"


def _ask(rows: list[Row], told: _Told, file: Path) -> None:
    """Each open pair in turn: one body, two, the next, or enough."""
    for place, row in enumerate(rows, 1):
        console().rule(f"{place} of {len(rows)}")
        _print([row], 0)
        said = typer.prompt("One body (y), two (n), the next (s), enough (q)", default="s")[:1]
        if said == "q":
            return
        if said in ("y", "n"):
            told.by = told.by or typer.prompt("Who decides")
            why = typer.prompt("Why")
            verdict = "merge" if said == "y" else "distinct"
            _decide(row, verdict, _Told(told.by, why, told.recorded), file)
