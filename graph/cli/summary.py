"""What a build says at its end: what is held, what was understood, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import typer

from graph.build import ActReport, BuildReport, skipped_in, texts, told_in
from graph.cli.output import print_table

#: The columns of the table of acts, by the keys of their words.
_COLUMNS = ("act", "text", "clauses", "gaps", "repairs", "claims", "statements")
#: Acts not held that the summary names.
_SHOWN = 20


def print_report(report: BuildReport, language: str = "en") -> None:
    """Summary, coverage and gaps to standard output; skipped acts and faults to standard error."""
    counts = _counted(report.counts.items(), language)
    held = {"path": report.path, "name": report.generation, "day": report.as_of, "counts": counts}
    typer.echo(f"{_say('generation', language, **held)}\n")
    print_table([_say(name, language).lower() for name in _COLUMNS], _rows(report, language))
    for line in _gaps(report, language):
        typer.echo(line)
    for one in report.skipped:
        typer.echo(f"shezhire: {_say('skip', language, what=skipped_in(language, one))}", err=True)
    for violation in report.violations:
        typer.echo(f"shezhire: {_say('broken', language, what=violation)}", err=True)


def _say(key: str, language: str, **values: object) -> str:
    words: str = texts()[key][language]
    return words.format(**values) if values else words


def _counted(counts: Iterable[tuple[str, int]], language: str) -> str:
    """How many of what, in the order of the language."""
    return ", ".join(
        _say("count", language, name=_say(name, language).lower(), count=count)
        for name, count in counts
    )


def _rows(report: BuildReport, language: str) -> list[tuple[object, ...]]:
    _, _, _, *numbers = report.total.values()
    return [*map(_row, report.acts), (_say("total", language).lower(), "", *numbers)]


def _row(act: ActReport) -> tuple[object, ...]:
    repairs = sum(act.repairs.values())
    return (
        act.key,
        act.language,
        act.understood,
        len(act.unread),
        repairs,
        act.claims,
        act.statements,
    )


def understood(acts: Sequence[ActReport], language: str = "en") -> Iterator[str]:
    """The share of parts that were understood, language by language."""
    for spoken in sorted({act.language for act in acts}):
        told = [act for act in acts if act.language == spoken]
        read = sum(act.understood for act in told)
        parts = read + sum(len(act.unread) for act in told)
        share = f"{read / max(parts, 1):.0%}"
        yield _say("of", language, spoken=spoken, read=read, all=parts, share=share)


def _gaps(report: BuildReport, language: str) -> Iterator[str]:
    """What was not understood and why, what bodies lack, which acts are not held, what to do."""
    yield _say("share", language, shares=", ".join(understood(report.acts, language)))
    for act in report.acts:
        for place in act.unread:
            where = f"{act.file}:{place.line}:{place.column}: {place.clause}"
            reason = told_in(language, place.reason)
            yield f"{_say('gaps', language)}: {where}: {reason}: «{_short(place.words)}»"
    lacking = [(name, len(found)) for name, found in report.missing.items() if found]
    if lacking:
        yield _say("lacking", language, found=_counted(lacking, language))
    if report.not_held:
        yield _not_held(report, language)
    graded = _counted(((name, n) for name, n in report.severities.items() if n), language)
    yield _say("graded", language, graded=graded or _say("none", language))
    if report.doubts:
        yield _say("doubts", language, count=report.doubts)
    if report.unchanged or report.damaged:
        damaged = _say("damaged", language, count=report.damaged) if report.damaged else ""
        yield _say("unchanged", language, count=report.unchanged) + damaged


def _not_held(report: BuildReport, language: str) -> str:
    """Acts named and not held: so many as are read at a glance, and where the others are."""
    acts, count = ", ".join(report.not_held[:_SHOWN]), len(report.not_held)
    if count > _SHOWN:
        page = f"{report.path}/current/report.html"
        acts += f" {_say('more', language, count=count - _SHOWN, report=page)}"
    return _say("named", language, acts=acts, count=count)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 100 else f"{plain[:100]}…"
