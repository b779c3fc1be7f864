"""The difference between two moments as an RDF patch: triples taken away and added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pyoxigraph as ox

from graph.hierarchy import Fact, Moment, NameForm, names_of
from graph.hierarchy.competences import competences_of
from graph.hierarchy.diff import Diff
from graph.hierarchy.record import SUBORDINATIONS
from ontology import ADMS, ORG, PREFIXES, QB, ROV, SHZ, code

_ENDED = ox.NamedNode(str(code("statuses", "ended")))
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_DECIMAL = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_SUPERIOR = SUBORDINATIONS[0]
_STRENGTH = ("no", "not-known", "yes")
#: The properties of bodies in the view that a patch brings from one day to the other, exactly.
COVERED = (
    str(ROV.legalName),
    *SUBORDINATIONS,
    str(ORG.subOrganizationOf),
    str(SHZ.competingSuperior),
    str(ROV.orgType),
    str(SHZ.staffTotal),
    str(ADMS.status),
    str(SHZ.holder),
)


def patch_lines(diff: Diff) -> Iterator[str]:
    """Lines of RDF Patch: what the view of the earlier day loses and gains up to the later day.

    One transaction, of the properties COVERED of the bodies compared: `shz:holder` points to a
    body from its competences, the others start at it. Changes that are not certain are comments.
    Format: https://afs.github.io/rdf-patch/ (rows H, TX, A, D, TC).
    """
    yield f'H from "{diff.before.day}" .'
    yield f'H to "{diff.after.day}" .'
    yield f"# of bodies, in the view: {' '.join(map(_short, COVERED))}"
    for change in diff.changes:
        if change.status != "yes":
            yield f"# not known: {change.kind} {ox.NamedNode(change.body.iri)}"
    yield "TX ."
    for iri in diff.turned:
        old, new = set(_shown(diff.before, iri)), set(_shown(diff.after, iri))
        for sign, triples in (("D", old - new), ("A", new - old)):
            yield from (f"{sign} {triple} ." for triple in sorted(map(str, triples)))
    yield "TC ."


def _short(iri: str) -> str:
    """A term as prefixed names have it."""
    prefix, start = max(
        ((p, s) for p, s in PREFIXES.items() if iri.startswith(s)), key=lambda pair: len(pair[1])
    )
    return f"{prefix}:{iri.removeprefix(start)}"


def _shown(moment: Moment, iri: str) -> Iterator[ox.Triple]:
    """What the view of the moment has of a body by the properties COVERED."""
    if iri not in moment.hierarchy.natures:
        return
    node = ox.NamedNode(iri)
    for predicate, value in (*_names(moment, iri), *_superiors(moment, iri), *_state(moment, iri)):
        yield ox.Triple(node, ox.NamedNode(predicate), value)
    for one in competences_of(moment, iri):
        if one.answer.value == "yes":
            yield ox.Triple(ox.NamedNode(one.fact.iri), ox.NamedNode(str(SHZ.holder)), node)


_Pairs = Iterator[tuple[str, ox.NamedNode | ox.Literal]]


def _names(moment: Moment, iri: str) -> _Pairs:
    """One whole name a language: rather certain, then late, then often printed."""
    forms = names_of(moment, iri)
    best_first = ("official", "as-written", "own")
    kinds = ([form for form in forms if form.kind == kind] for kind in best_first)
    whole = next(filter(None, kinds), [])
    for language in {form.language for form in whole}:
        spoken = [form for form in whole if form.language == language]
        often = Counter(form.words for form in spoken)
        best = max(_in_order(spoken), key=lambda form: (*_rank(form), often[form.words]))
        yield str(ROV.legalName), ox.Literal(best.words, language=language or None)


def _in_order(forms: list[NameForm]) -> list[NameForm]:
    return sorted(forms, key=lambda form: form.fact.row)


def _rank(form: NameForm) -> tuple[int, object]:
    return _STRENGTH.index(form.answer.value), form.fact.start


def _superiors(moment: Moment, iri: str) -> _Pairs:
    """The superior that certainly is, and those that compete with it."""
    standing = moment.standing(iri)
    if standing.superior is None or standing.value != "yes":
        return
    above = ox.NamedNode(standing.superior)
    yield _SUPERIOR, above
    yield str(ORG.subOrganizationOf), above
    for fact in _holding(moment, standing.facts):
        yield fact.predicate, above
    for fact in _holding(moment, standing.others):
        yield str(SHZ.competingSuperior), ox.NamedNode(fact.object)


def _state(moment: Moment, iri: str) -> _Pairs:
    """The legal form, how many work there, and whether it has ended."""
    forms = moment.certain(iri).forms.values()
    if forms:
        yield str(ROV.orgType), ox.NamedNode(_latest(forms).object)
    total = _staff(moment, iri)
    if total is not None:
        whole = total == int(total)
        number = str(int(total)) if whole else str(total)
        yield str(SHZ.staffTotal), ox.Literal(number, datatype=_INTEGER if whole else _DECIMAL)
    if _ended(moment, iri):
        yield str(ADMS.status), _ENDED


def _ended(moment: Moment, iri: str) -> bool:
    """Whether the last of the events that certainly made or ended it is an end."""
    made, ends = (moment.record.statements(str(role), iri) for role in (SHZ.created, SHZ.ended))
    events = list(_holding(moment, (*made, *ends)))
    return bool(events) and max(events, key=lambda event: event.start) in ends


def _staff(moment: Moment, iri: str) -> Decimal | None:
    """The lines that hold, of the body and its inner units, each unit by its latest table."""
    totals = [
        Decimal(str(line.node.amount(str(SHZ.unitCount))))
        for unit in _units(moment, iri)
        for line in _lines(moment, unit)
    ]
    return sum(totals, Decimal(0)) if totals else None


def _lines(moment: Moment, unit: str) -> list[Fact]:
    lines = list(_holding(moment, moment.record.statements(str(SHZ.ofUnit), unit)))
    table = _latest(lines).node.first(str(QB.dataSet)) if lines else None
    return [line for line in lines if line.node.first(str(QB.dataSet)) == table]


def _units(moment: Moment, iri: str) -> list[str]:
    """The body and its inner units of any depth that are certain."""
    found = [iri]
    for above in found:
        parts = _holding(moment, moment.hierarchy.units(above))
        found += [part.subject for part in parts if part.subject not in found]
    return found


def _holding(moment: Moment, facts: Iterable[Fact]) -> Iterator[Fact]:
    return (fact for fact, said in moment.held(facts) if said.value == "yes")


def _latest(facts: Iterable[Fact]) -> Fact:
    return max(sorted(facts, key=lambda fact: fact.row), key=lambda fact: fact.start)
