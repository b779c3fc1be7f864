"""Acts labelled by reading them: what `tests/golden` holds, loaded and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HOUSE = Path(__file__).resolve().parents[1]
GOLDEN = HOUSE / "tests" / "golden"


class Set(NamedTuple):
    """Where the labels of a set of acts lie, and where the acts: `<language>/<name>` in both."""

    labels: Path
    acts: Path


#: Real acts, which lie beside the house and never in it; invented ones in other words.
SETS = {
    "corpus": Set(GOLDEN / "corpus", HOUSE.parent / "shared" / "acts" / "corpus"),
    "wording": Set(GOLDEN / "wording" / "labels", GOLDEN / "wording" / "acts"),
}

KINDS = frozenset(
    {
        *("Establishment", "SpinOff", "Division", "Merger", "Accession", "Conversion"),
        *("Liquidation", "Renaming", "Transfer", "Reorganisation"),
    }
)
#: The codes under which a regulation prints what a body may and must do.
COMPETENCES = frozenset({"goal", "task", "right", "duty", "function", "head-power"})
#: What else a regulation says, each once or several times.
FACTS = frozenset(
    {
        *("form", "status", "sphere", "financed", "right", "ownership", "founding", "address"),
        "posts",
    }
)
_SERVICE = {"clause", "name", "providers", "channels", "outputs", "deadlines", "plans"}
_KEYS = {"act", "events", "lists", "traps", "regulations", "staffing", "limits", "services"}


@dataclass(frozen=True, slots=True)
class Event:
    """A deed: whole names in the nominative of those it takes and of those that come of it.

    Originals are who ends, moves, gets another name, or gives something off; results are who is
    made, who takes the others in, the new name, or who the moved one goes to.
    """

    kind: str
    clause: str
    originals: tuple[str, ...]
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list of subordinates, with the body whose list it is."""

    clause: str
    owner: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Trap:
    """A clause that looks like a deed and is none, and words that stand in it."""

    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What an act says of itself: issuer, number (None where it has none), day, entry rule."""

    issuer: str
    number: str | None
    day: date
    entry: str | None
    entry_day: date | None


@dataclass(frozen=True, slots=True)
class Competence:
    """An item of a regulation: its kind, the clause of its heading, its number, its first words."""

    kind: str
    clause: str
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """What an approved text says of its body; `facts` are pairs of what and a code or words."""

    clause: str
    body: str
    facts: tuple[tuple[str, str], ...]
    competences: tuple[Competence, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """A line of a staffing table: its unit, the post, the units; a total has no post.

    A limit has no post either, and its table is the clause that prints it.
    """

    table: str
    unit: str
    post: str | None
    count: str


@dataclass(frozen=True, slots=True)
class Service:
    """The regulation of a service: the part of the act, the name, whole names of its providers,
    codes of its channels, outputs as kind and first words, deadlines as `3 working`, and of each
    route the clause and the steps: kind, time (`15 min`, `2 working`, or none), who acts.
    """

    clause: str
    name: str
    providers: tuple[str, ...]
    channels: tuple[str, ...]
    outputs: tuple[tuple[str, str], ...]
    deadlines: tuple[str, ...]
    plans: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled edition."""

    language: str
    name: str
    act: Identity
    events: tuple[Event, ...]
    rows: tuple[Row, ...]
    traps: tuple[Trap, ...]
    regulations: tuple[Regulation, ...]
    staffing: tuple[Staff, ...]
    limits: tuple[Staff, ...]
    services: tuple[Service, ...]

    @property
    def source(self) -> Path:
        """Where the act stands in the corpus, relative to it."""
        return Path(self.language) / f"{self.name}.md"

    def names(self) -> Iterator[str]:
        """Every name that the labels hold, in their order."""
        for event in self.events:
            yield from event.originals + event.results
        yield from (row.name for row in self.rows)


def load_all(folder: Path) -> list[Gold]:
    """All labelled editions, by language and name."""
    return [load(path) for path in sorted(folder.glob("*/*.yaml"))]


def load(path: Path) -> Gold:
    """One labelled edition. Raises ValueError, naming the file, where it is not well-formed."""
    data = yaml.safe_load(path.read_text("utf-8"))
    try:
        if unknown := data.keys() - _KEYS:
            raise ValueError(f"unknown labels {sorted(unknown)}")
        return Gold(
            path.parent.name,
            path.stem,
            _identity(data["act"]),
            tuple(map(_event, data["events"])),
            tuple(row for one in data["lists"] for row in _rows(one)),
            tuple(Trap(_words(one["clause"]), _words(one["words"])) for one in data["traps"]),
            tuple(map(_regulation, data.get("regulations", ()))),
            tuple(line for one in data.get("staffing", ()) for line in _staff(one)),
            tuple(
                Staff(_words(one["clause"]), _words(one["body"]), None, str(one["count"]))
                for one in data.get("limits", ())
            ),
            tuple(map(_service, data.get("services", ()))),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error!r}") from error


def _identity(data: dict[str, Any]) -> Identity:
    if type(data["day"]) is not date:
        raise ValueError(f"expected a day, found {data['day']!r}")
    number, entry = data["number"], data["entry"]
    return Identity(_words(data["issuer"]), number, data["day"], entry, data.get("entry_day"))


def _event(data: dict[str, Any]) -> Event:
    if data["kind"] not in KINDS:
        raise ValueError(f"no kind of event: {data['kind']!r}")
    originals, results = (tuple(map(_words, data[key])) for key in ("originals", "results"))
    return Event(data["kind"], _words(data["clause"]), originals, results)


def _rows(data: dict[str, Any]) -> Iterator[Row]:
    for number, name in data["rows"]:
        yield Row(_words(data["clause"]), _words(data["owner"]), int(number), _words(name))


def _regulation(data: dict[str, Any]) -> Regulation:
    competences = data["competences"]
    if unknown := {one["kind"] for one in competences} - COMPETENCES:
        raise ValueError(f"no kinds of competence: {sorted(unknown)}")
    told = {name: value for name, value in data.items() if name in FACTS}
    if unknown := data.keys() - FACTS - {"clause", "body", "competences"}:
        raise ValueError(f"no facts of a regulation: {sorted(unknown)}")
    facts = tuple(
        (name, str(one))
        for name, value in told.items()
        for one in (value if isinstance(value, list) else [value])
    )
    items = tuple(
        Competence(one["kind"], _words(one["clause"]), str(number), _words(words))
        for one in competences
        for number, words in one["items"]
    )
    return Regulation(_words(data["clause"]), _words(data["body"]), facts, items)


def _service(data: dict[str, Any]) -> Service:
    if unknown := data.keys() - _SERVICE:
        raise ValueError(f"no facts of a service: {sorted(unknown)}")
    plans = tuple(
        (_words(one["clause"]), tuple((kind, time, actor) for kind, time, actor in one["steps"]))
        for one in data["plans"]
    )
    return Service(
        _words(data["clause"]),
        _words(data["name"]),
        *(tuple(map(_words, data[key])) for key in ("providers", "channels")),
        tuple((kind, _words(words)) for kind, words in data["outputs"]),
        tuple(map(_words, data["deadlines"])),
        plans,
    )


def _staff(data: dict[str, Any]) -> Iterator[Staff]:
    """The lines of a staffing table, and its printed total."""
    clause, body = _words(data["clause"]), _words(data["body"])
    for unit, post, count in data["lines"]:
        yield Staff(clause, _words(unit or body), _words(post), str(count))
    if "total" in data:
        yield Staff(clause, body, None, str(data["total"]))


def _words(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or value != value.strip():
        raise ValueError(f"expected words, found {value!r}")
    return value
