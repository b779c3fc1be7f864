"""What a body is called on a day, and all the names that it ever had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    forms = [_form(fact, said) for fact, said in moment.held(_facts(moment, iri))]
    return sorted(forms, key=lambda form: (_order(form.kind), form.words, form.fact.iri))


def every_name(moment: Moment, iri: str) -> list[str]:
    """The words of all names of a body, of any day and kind, in order of the alphabet: by a former
    name, too, a body is found.
    """
    body = moment.body(iri)
    told = (_words(fact)[0] for fact in _facts(moment, iri))
    return sorted({*body.names.values(), *body.legal_names.values(), *told})


def _facts(moment: Moment, iri: str) -> list[Fact]:
    return moment.record.led(iri, _NAME_FORM)


def _form(fact: Fact, said: Answer) -> NameForm:
    words, language = _words(fact)
    return NameForm(words, language, _kind(fact), said, fact)


def _words(fact: Fact) -> tuple[str, str]:
    """A name, and its language."""
    words = next(v for v in fact.node.held(_WORDS) if isinstance(v, ox.Literal))
    return words.value, words.language or ""


def _kind(fact: Fact) -> str:
    return local_name(fact.node.first(_KIND) or "")


def _order(kind: str) -> int:
    kinds = ("official", "own", "short", "as-written", "former", "damaged")
    return kinds.index(kind) if kind in kinds else len(kinds)


def names_on(moment: Moment, iri: str) -> tuple[dict[str, str], dict[str, str]]:
    """Own and whole names by language: those of the day, else those of the view."""
    node = moment.record.seen(iri)
    own, whole = node.labels(_OWN) or node.labels(_LABEL), node.labels(_WHOLE)
    facts = [fact for fact in _facts(moment, iri) if moment.says(fact) == "yes"]
    for kind, names in (("own", own), ("official", whole)):
        _take_latest([fact for fact in facts if _kind(fact) == kind], names)
    return own, whole


def certain_names(moment: Moment, iri: str) -> dict[str, Fact]:
    """The whole names that are certain and began last; none where a later one may hold."""
    official = (fact for fact in _facts(moment, iri) if _kind(fact) == "official")
    alive = [fact for fact in official if moment.says(fact) not in (None, "no")]
    begun = [fact for fact in alive if fact.start <= moment.day]
    named = sorted((*_words(fact), fact.row, fact) for fact in begun)
    last: dict[str, date] = {}
    for _, language, _, fact in named:
        last[language] = max(fact.start, last.get(language, fact.start))
    held = {words: fact for words, language, _, fact in named if fact.start == last[language]}
    return {} if any(moment.says(fact) != "yes" for fact in held.values()) else held


def _take_latest(facts: list[Fact], names: dict[str, str]) -> None:
    """For each language the name that began last; of several the one in `names`, else the first."""
    named = sorted((*_words(fact), fact.row, fact.start) for fact in facts)
    for language in {one[1] for one in named}:
        spoken = [(words, start) for words, said_in, _, start in named if said_in == language]
        begun = max(start for _, start in spoken)
        latest = [words for words, start in spoken if start == begun]
        if names.get(language) not in latest:
            names[language] = latest[0]
