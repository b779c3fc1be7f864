"""What a body is called on a day, and all the names that it ever had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.hierarchy.facts import Fact, local_name
from graph.time import Answer
from ontology import ROV, SHZ, SKOS, SKOSXL

if TYPE_CHECKING:
    from graph.hierarchy.moment import Moment

_NAME_FORM, _KIND = str(SHZ.nameForm), str(SHZ.nameKind)
_WORDS = str(SKOSXL.literalForm)
_OWN, _WHOLE, _LABEL = str(SKOS.prefLabel), str(ROV.legalName), str(SKOS.altLabel)


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form of a name: `kind` is official, own, as-written, short, former or damaged."""

    words: str
    language: str
    kind: str
    answer: Answer
    fact: Fact


def names_of(moment: Moment, iri: str) -> list[NameForm]:
    """All name forms on record, official ones first, then by the alphabet and the clause."""
    node = moment.record.held.get(iri)
    if node is None:
        return []
    facts = (moment.record.facts[name] for name in node.all(_NAME_FORM))
    forms = [_form(fact, said) for fact, said in moment.held(facts)]
    return sorted(forms, key=lambda form: (_order(form.kind), form.words, form.fact.iri))


def _form(fact: Fact, said: Answer) -> NameForm:
    words = next(v for v in fact.node.values[_WORDS] if isinstance(v, ox.Literal))
    kind = local_name(fact.node.first(_KIND) or "")
    return NameForm(words.value, words.language or "", kind, said, fact)


def _order(kind: str) -> int:
    kinds = ("official", "own", "short", "as-written", "former", "damaged")
    return kinds.index(kind) if kind in kinds else len(kinds)


def names_on(moment: Moment, iri: str) -> tuple[dict[str, str], dict[str, str]]:
    """Own and whole names by language: those of the day, else those of the view."""
    node = moment.record.seen(iri)
    own, whole = node.labels(_OWN) or node.labels(_LABEL), node.labels(_WHOLE)
    forms = [form for form in names_of(moment, iri) if form.answer.value == "yes"]
    official = [form for form in forms if form.kind == "official"]
    _take_latest([form for form in forms if form.kind == "own"], own)
    _take_latest(official, whole)
    return own, whole


def certain_names(moment: Moment, iri: str) -> dict[str, Fact]:
    """The whole names that are certain and began last; none where a later one may hold."""
    forms = [form for form in names_of(moment, iri) if form.kind == "official"]
    alive = [form for form in forms if form.answer.value != "no" and form.fact.start <= moment.day]
    last = {form.language: max(o.fact.start for o in alive) for form in alive}
    held = [form for form in alive if form.fact.start == last[form.language]]
    if any(form.answer.value != "yes" for form in held):
        return {}
    return {form.words: form.fact for form in held}


def _take_latest(forms: list[NameForm], names: dict[str, str]) -> None:
    """For each language the name that began last; of several the one in `names`, else the first."""
    for language in {form.language for form in forms}:
        spoken = [form for form in forms if form.language == language]
        begun = max(form.fact.start for form in spoken)
        words = [form.words for form in spoken if form.fact.start == begun]
        if names.get(language) not in words:
            names[language] = words[0]
