"""The program against acts labelled by reading: precision, recall and F1 by kind and language.

`python bench/eval.py [ACT …] [--format json] [--quiet]`; ACT is a part of a file name.
A name is right when its words are those of the label, or when own name, nearest superior and form
(if both print one) are; a deed is right when kind, originals and results are; a row when number
and name are. The counts are of acts at hand: phrases may have been learnt from them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from gold import COMPETENCES, CORPUS, Event, Gold, Row, load_all
from rdflib import Literal, URIRef

from graph.act import read_act
from graph.claims import read_claims
from graph.errors import ShezhireError
from graph.formats import read_side, read_source
from graph.model import ActClaims, Mention, Ref, Statement
from graph.names import read_name
from graph.words import fold
from ontology import SHZ

_ORIGINALS = (SHZ.ended, SHZ.transferred, SHZ.renamed)
_RESULTS = (SHZ.created, SHZ.toBody, SHZ.newName)

T = TypeVar("T")


@dataclass(slots=True)
class Score:
    """How many the labels have, how many were found, how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        """Count what one act adds."""
        self.gold, self.found, self.right = self.gold + gold, self.found + found, self.right + right

    @property
    def precision(self) -> float:
        """Right among found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among labelled; 1 where nothing is labelled."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Report:
    """Scores by (language, what), and each label that was missed or invented, as lines."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    lines: list[dict[str, str]] = field(default_factory=list)

    def note(self, gold: Gold, fault: str, clause: str, words: str) -> None:
        """A line of what went wrong, with the clause and the words."""
        act = f"{gold.language}/{gold.name}"
        self.lines.append({"act": act, "fault": fault, "clause": clause, "words": words})


@cache
def _parts(name: str, language: str) -> tuple[str, str, str | None]:
    read = read_name(name, language)
    return fold(read.own, language), fold(" ".join(read.chain[-1:]), language), read.form


def same(one: str, other: str, language: str) -> bool:
    """Whether two whole names are one: all words, or own name, nearest superior and form."""
    if fold(one, language) == fold(other, language):
        return True
    (own, superior, form), (its, its_superior, its_form) = (
        _parts(name, language) for name in (one, other)
    )
    return (own, superior) == (its, its_superior) and (not form or not its_form or form == its_form)


def pair(
    gold: Sequence[T], found: Sequence[T], equal: Callable[[T, T], bool]
) -> tuple[list[T], list[T]]:
    """What is left of both sides when equal ones are taken away in pairs: missed, invented."""
    missed, rest = [], list(found)
    for one in gold:
        match = next((place for place, other in enumerate(rest) if equal(one, other)), None)
        if match is None:
            missed.append(one)
        else:
            rest.pop(match)
    return missed, rest


def events_of(read: ActClaims) -> list[Event]:
    """The deeds that the program read."""
    found = []
    for one in read.statements:
        if one.key.startswith("event/"):
            kind = str(one.type).removeprefix(str(SHZ))
            accession = kind == "Accession"
            originals = (*_ORIGINALS, *(() if accession else (SHZ.survivor,)))
            results = (*_RESULTS, *((SHZ.survivor,) if accession else ()), *_others(kind))
            names = (tuple(_values(one, wanted)) for wanted in (originals, results))
            found.append(Event(kind, one.evidence.clause, *names))
    return found


def _others(kind: str) -> tuple[URIRef, ...]:
    """A deed without a class of its own says what comes of it by ORG's property alone."""
    return (_RESULTING,) if kind == "Reorganisation" else ()


_RESULTING = URIRef("http://www.w3.org/ns/org#resultingOrganization")


def _values(statement: Statement, wanted: Sequence[URIRef]) -> Iterator[str]:
    seen = set()
    for predicate, value in statement.properties:
        if predicate in wanted:
            words = value.whole if isinstance(value, Mention) else str(value)
            if words not in seen:
                seen.add(words)
                yield words


def rows_of(read: ActClaims) -> list[Row]:
    """The rows of lists that the program read, each with whose list it is."""
    owners = {
        one.evidence.clause: one.object.whole
        for one in read.claims
        if one.basis == "list" and isinstance(one.object, Mention)
    }
    found = []
    for one in read.statements:
        if one.key.startswith("entry/"):
            values = dict(one.properties)
            number, body, where = (values[p] for p in (SHZ.position, SHZ.entryFor, SHZ.list))
            if isinstance(body, Mention) and isinstance(where, Ref) and isinstance(number, Literal):
                clause = where.key.partition("/")[2]
                owner = owners.get(one.evidence.clause, "")
                found.append(Row(clause, owner, int(number), body.whole))
    return found


def compare(gold: Gold, read: ActClaims, report: Report) -> None:
    """Add what one act shows to the report."""
    _compare_events(gold, events_of(read), report)
    _compare_rows(gold, rows_of(read), report)
    _compare_act(gold, read, report)
    if gold.competences is not None:
        _compare_competences(gold, read, report)


def _compare_events(gold: Gold, found: list[Event], report: Report) -> None:
    language = gold.language

    def equal(one: Event, other: Event) -> bool:
        return one.kind == other.kind and all(
            pair(a, b, lambda x, y: same(x, y, language)) == ([], [])
            for a, b in ((one.originals, other.originals), (one.results, other.results))
        )

    missed, invented = pair(gold.events, found, equal)
    for kind in {one.kind for one in (*gold.events, *found)}:
        counts = [sum(e.kind == kind for e in some) for some in (gold.events, found, missed)]
        report.scores[language, kind].add(counts[0], counts[1], counts[0] - counts[2])
    right = len(gold.events) - len(missed)
    report.scores[language, "events"].add(len(gold.events), len(found), right)
    for fault, events in (("missed", missed), ("invented", invented)):
        for one in events:
            words = f"{'; '.join(one.originals)} → {'; '.join(one.results)}"
            report.note(gold, f"{fault} {one.kind}", one.clause, words)
    _compare_traps(gold, found, report)
    _compare_names(gold, found, report)


def _compare_traps(gold: Gold, found: list[Event], report: Report) -> None:
    """A trap counts as found when the program stayed silent there."""
    sprung = [
        trap
        for trap in gold.traps
        if any(f"{event.clause}__".startswith(f"{trap.clause}__") for event in found)
    ]
    total = len(gold.traps)
    report.scores[gold.language, "traps"].add(total, total, total - len(sprung))
    for trap in sprung:
        report.note(gold, "event from a trap", trap.clause, trap.words)


def _compare_names(gold: Gold, found: list[Event], report: Report) -> None:
    """The bodies that take part in deeds, whatever was said to become of them."""
    sides = [
        list(dict.fromkeys(name for one in events for name in one.originals + one.results))
        for events in (gold.events, found)
    ]
    missed, _ = pair(sides[0], sides[1], lambda one, other: same(one, other, gold.language))
    right = len(sides[0]) - len(missed)
    report.scores[gold.language, "names"].add(len(sides[0]), len(sides[1]), right)


def _compare_rows(gold: Gold, found: list[Row], report: Report) -> None:
    language = gold.language

    def equal(one: Row, other: Row) -> bool:
        return one.number == other.number and same(one.name, other.name, language)

    missed, invented = pair(gold.rows, found, equal)
    right = len(gold.rows) - len(missed)
    report.scores[language, "list rows"].add(len(gold.rows), len(found), right)
    for fault, rows in (("missed", missed), ("invented", invented)):
        for row in rows:
            report.note(gold, f"{fault} row", row.clause, f"{row.number}. {row.name}")
    sides = [sorted({row.owner for row in rows}) for rows in (gold.rows, found)]
    lost, _ = pair(sides[0], sides[1], lambda one, other: same(one, other, language))
    score = report.scores[language, "list owners"]
    score.add(len(sides[0]), len(sides[1]), len(sides[0]) - len(lost))
    for owner in lost:
        report.note(gold, "missed owner", gold.rows[0].clause, owner)


def _compare_act(gold: Gold, read: ActClaims, report: Report) -> None:
    """Number, day and rule of entry, one point each."""
    entry = read.act.entry
    found = {
        "number": (gold.act.number or "", read.act.number),
        "day": (str(gold.act.day), str(read.act.day)),
        "entry": (gold.act.entry or "", entry.kind if entry else ""),
        "entry day": (str(gold.act.entry_day), str(entry.day if entry else None)),
    }
    wrong = {what: sides for what, sides in found.items() if sides[0] != sides[1]}
    report.scores[gold.language, "act"].add(len(found), len(found), len(found) - len(wrong))
    for what, (expected, seen) in wrong.items():
        report.note(gold, f"wrong {what}", "act", f"expected {expected!r}, found {seen!r}")


def _compare_competences(gold: Gold, read: ActClaims, report: Report) -> None:
    expected = gold.competences or {}
    found: dict[str, int] = defaultdict(int)
    for one in read.statements:
        if one.key.startswith("competence/"):
            kind = str(dict(one.properties)[SHZ.competenceKind]).rpartition("/")[2]
            found[kind] += 1
    for kind in sorted(COMPETENCES):
        sides = expected.get(kind, 0), found[kind]
        report.scores[gold.language, "competences"].add(*sides, min(sides))
        if sides[0] != sides[1]:
            words = f"expected {sides[0]}, found {sides[1]}"
            report.note(gold, f"count of {kind}", "regulation", words)


def evaluate(golds: Sequence[Gold], corpus: Path) -> Report:
    """Read each labelled act with the program and compare."""
    report = Report()
    for gold in golds:
        path = corpus / gold.source
        try:
            read = read_claims(read_act(read_source(path), read_side(path)))
        except ShezhireError as error:
            _refused(gold, error, report)
        else:
            compare(gold, read, report)
    return report


def _refused(gold: Gold, error: ShezhireError, report: Report) -> None:
    """An act that the program refuses: nothing of what is labelled is found."""
    report.note(gold, "refused", "act", str(error))
    _compare_events(gold, [], report)
    _compare_rows(gold, [], report)


_LAST = ("events", "names", "list rows", "list owners", "traps", "act", "competences")


def table(report: Report) -> Iterator[str]:
    """The scores as lines of text: kinds of deeds, then their sum, then the rest."""
    yield f"{'':4}{'':16}{'gold':>6}{'found':>7}{'right':>7}{'prec.':>8}{'recall':>8}{'F1':>8}"
    for language, what in sorted(report.scores, key=_place):
        one = report.scores[language, what]
        numbers = f"{one.gold:6}{one.found:7}{one.right:7}"
        yield (f"{language:4}{what:16}{numbers}{one.precision:8.3f}{one.recall:8.3f}{one.f1:8.3f}")


def _place(key: tuple[str, str]) -> tuple[str, int, str]:
    language, what = key
    return language, _LAST.index(what) if what in _LAST else -1, what


def as_json(report: Report) -> str:
    """The same for programs."""
    scores = [
        {
            "language": language,
            "what": what,
            "gold": one.gold,
            "found": one.found,
            "right": one.right,
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
        }
        for (language, what), one in sorted(report.scores.items(), key=lambda item: _place(item[0]))
    ]
    return json.dumps({"scores": scores, "faults": report.lines}, ensure_ascii=False, indent=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 2 when there are no acts to read."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("act", nargs="*", help="a part of the name of an act, such as kk/ or 38224")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args(arguments)
    golds = [one for one in load_all() if _asked(one, options.act)]
    if not golds or not options.corpus.is_dir():
        print(f"expected labelled acts in {options.corpus}; found none", file=sys.stderr)
        return 2
    report = evaluate(golds, options.corpus)
    if options.format == "json":
        print(as_json(report))
        return 0
    print(*table(report), sep="\n")
    if not options.quiet:
        for line in report.lines:
            print("{act} {clause}: {fault}: {words}".format(**line))
    return 0


def _asked(gold: Gold, parts: Sequence[str]) -> bool:
    return not parts or any(part in gold.source.as_posix() for part in parts)


if __name__ == "__main__":
    sys.exit(main())
