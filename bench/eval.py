"""The program against acts labelled by reading: precision, recall and F1 by kind and language.

`python bench/eval.py [ACT …] [--set corpus|wording] [--format json] [--quiet]`
ACT is a part of a file name. A name is right when its words are those of the label, or when own
name, nearest superior and form (if both print one) are; a deed is right when kind, originals and
results are; a row when number and name are; a competence when kind, heading's clause, number and
first words are; a step of a service when its route, place, kind and time are. `corpus` are real
acts, `wording` invented ones in other phrases.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold import SETS, Event, Gold, Row, load_all
from rdflib import Literal, URIRef
from regulations import compare_regulations
from scores import Report, as_data, pair, same, table
from services import compare_services

from graph.act import read_act
from graph.claims import read_claims
from graph.errors import ShezhireError
from graph.formats import read_side, read_source
from graph.model import ActClaims, Mention, Ref, Statement
from ontology import SHZ

_ORIGINALS = (SHZ.ended, SHZ.transferred, SHZ.renamed)
_RESULTS = (SHZ.created, SHZ.toBody, SHZ.newName)


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
    """The rows of lists that the program read, each with whose list it is; those that an edit
    puts in the list of another act are left out where that act prints them.
    """
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
            if not isinstance(where, Ref) or where.kind == "act":
                continue
            if isinstance(body, Mention) and isinstance(number, Literal):
                clause = where.key.partition("/")[2]
                owner = owners.get(one.evidence.clause, "")
                found.append(Row(clause, owner, int(number), body.whole))
    return found


def compare(gold: Gold, read: ActClaims, report: Report) -> None:
    """Add what one act shows to the report."""
    _compare_events(gold, events_of(read), report)
    _compare_rows(gold, rows_of(read), report)
    _compare_act(gold, read, report)
    compare_regulations(gold, read, report)
    compare_services(gold, read, report)


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
    compare_regulations(gold, None, report)
    compare_services(gold, None, report)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 2 when there are no acts to read."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("act", nargs="*", help="a part of the name of an act, such as kk/ or 38224")
    parser.add_argument("--set", choices=SETS, help="one set of acts; by default all that are here")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--quiet", action="store_true", help="only the tables")
    options = parser.parse_args(arguments)
    wanted = [options.set] if options.set else list(SETS)
    reports = {name: report for name in wanted if (report := _report(name, options.act))}
    if not reports:
        places = ", ".join(str(SETS[name].acts) for name in wanted)
        print(f"expected labelled acts in {places}; found none", file=sys.stderr)
        return 2
    if options.format == "json":
        data = {name: as_data(report) for name, report in reports.items()}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    for name, report in reports.items():
        print(name, *table(report), sep="\n")
        for line in [] if options.quiet else report.lines:
            print("{act} {clause}: {fault}: {words}".format(**line))
    return 0


def _report(name: str, parts: Sequence[str]) -> Report | None:
    """The report of a set, None where its acts are not here or none is asked for."""
    if not SETS[name].acts.is_dir():
        return None
    golds = [one for one in load_all(SETS[name].labels) if _asked(one, parts)]
    return evaluate(golds, SETS[name].acts) if golds else None


def _asked(gold: Gold, parts: Sequence[str]) -> bool:
    return not parts or any(part in gold.source.as_posix() for part in parts)


if __name__ == "__main__":
    sys.exit(main())
