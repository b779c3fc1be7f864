"""Two editions of one act: competences, staff, services that one says, or both say differently.

What is compared is what no language owns: kinds, numbers, who acts where the record knows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rdflib import URIRef

from graph.dataset import Record
from graph.findings.editions import Pair, pairs_of
from graph.findings.hit import Hit, Span, labels
from graph.model import ActClaims, Object, Ref, Statement
from graph.register import Same, same_things
from ontology import CV, DCT, PPLAN, SHZ, read_codelist

#: What is compared, with the name of its kind in messages.
_KINDS = {
    SHZ.Competence: "competence",
    SHZ.StaffLine: "staff-line",
    SHZ.StaffLimit: "staff-limit",
    PPLAN.Step: "step",
    SHZ.DecisionStep: "step",
    SHZ.ConditionalDeadline: "deadline",
    CV.Channel: "channel",
    CV.Output: "output",
}
#: Properties of which two values for one thing are a difference of the editions.
_COMPARED = (
    SHZ.competenceKind,
    SHZ.stepKind,
    SHZ.ofPostType,
    DCT.type,
    SHZ.performedBy,
    SHZ.usesSystem,
)
Told = dict[str, Statement]


def differently_said(record: Record) -> Iterator[Hit]:
    """What both editions say of one thing, each otherwise: of another kind, done by another."""
    for pair, ones, others, same in _pairs(record):
        for key in ones.keys() & others.keys():
            one, other = ones[key], others[key]
            for name in _COMPARED:
                first, second = _values(one, name), _values(other, name)
                if first and second and _apart(first, second, same):
                    yield pair.hit(
                        "edition-said",
                        [_span(pair.first, one)],
                        [_span(pair.second, other)],
                        what=labels("said", _KINDS[one.type]),
                        first=_shown(first),
                        second=_shown(second),
                    )
                    break


def said_once(record: Record) -> Iterator[Hit]:
    """What one edition alone says in clauses that both have: once for each part and kind."""
    for pair, ones, others, _ in _pairs(record):
        for held, mine, theirs, swapped in (
            (pair.first, ones, others, False),
            (pair.second, others, ones, True),
        ):
            for (_, kind), only in _grouped(pair, mine, theirs).items():
                spans = [_span(held, one) for one in only]
                beside = [_beside(pair, one, swapped) for one in only]
                yield pair.hit(
                    "edition-unsaid",
                    beside if swapped else spans,
                    spans if swapped else beside,
                    what=labels("said", kind),
                    read=held.act.language,
                    count=len(only),
                )


def _pairs(record: Record) -> Iterator[tuple[Pair, Told, Told, Same]]:
    for pair in pairs_of(record):
        same = same_things(pair.first, pair.second)
        others = _told(pair.second)
        renamed = {same.statements.get(key, key): one for key, one in others.items()}
        yield pair, _told(pair.first), renamed, same


def _told(held: ActClaims) -> Told:
    return {one.key: one for one in held.statements if one.type in _KINDS}


def _values(statement: Statement, predicate: URIRef) -> set[Object]:
    return {value for name, value in statement.properties if name == predicate}


def _apart(first: set[Object], second: set[Object], same: Same) -> bool:
    """Whether the values differ; who acts, only where each is known to be somebody else."""
    if not all(isinstance(one, Ref) for one in first | second):
        return first != second
    met = {same.refs.get(one) for one in second if isinstance(one, Ref)}
    return None not in met and met.isdisjoint(first) and first <= {*same.refs.values()}


def _grouped(pair: Pair, mine: Told, theirs: Told) -> dict[tuple[str, str], list[Statement]]:
    """What one edition alone says, by part of the act and kind."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for key in mine.keys() - theirs.keys():
        clause = mine[key].evidence.clause
        both = all(clause in units for units in pair.units)
        if both and not pair.is_aside(clause):
            found[clause.partition("__")[0], _KINDS[mine[key].type]].append(mine[key])
    return {
        at: sorted(only, key=lambda one: one.evidence.ranges) for at, only in sorted(found.items())
    }


def _beside(pair: Pair, statement: Statement, swapped: bool) -> Span:
    """The clause of the other edition in which the words are looked for."""
    return pair.units[0 if swapped else 1][statement.evidence.clause].span


def _span(held: ActClaims, statement: Statement) -> Span:
    return held.act.key, statement.evidence.clause, statement.evidence.ranges


def _shown(values: set[Object]) -> dict[str, str]:
    """Values by language: codes by their labels, things by what their IRI says."""
    shown = [_labels(one) for one in sorted(values, key=str)]
    return {lang: ", ".join(one[lang] for one in shown) for lang in ("kk", "ru", "en")}


def _labels(value: Object) -> dict[str, str]:
    known = _codes().get(str(value))
    name = value.key if isinstance(value, Ref) else str(value)
    return known or dict.fromkeys(("kk", "ru", "en"), name)


@cache
def _codes() -> dict[str, dict[str, str]]:
    schemes = ("competence-kinds", "step-kinds", "post-types", "channels", "output-kinds")
    return {str(c.iri): c.labels for s in schemes for c in read_codelist(s).values()}
