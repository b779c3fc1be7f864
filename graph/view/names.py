"""What a body is called on a day: the whole name, the own name, a short one."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from rdflib import Literal, URIRef

from graph.dataset import HeldStatement
from graph.view.ledger import Ledger
from graph.view.standing import Standing, begun, grouped, value
from ontology import RDF, ROV, SHZ, SKOS, SKOSXL, code, read_codelist

_OFFICIAL, _OWN, _SHORT, _WRITTEN = (
    code("name-kinds", kind) for kind in ("official", "own", "short", "as-written")
)
Forms = dict[URIRef, list[HeldStatement]]


def add_names(standing: Standing, ledger: Ledger) -> None:
    """`rov:legalName`, `skos:prefLabel`, `skos:altLabel` of every body that has a name form.

    A body keeps the last name that is known even where no name is certain for the day: a thing
    without a label cannot be read.
    """
    forms = _forms(standing)
    shorts = Counter(str(_words(form)) for body in forms for form in forms[body][_SHORT])
    for body, kinds in forms.items():
        whole = kinds[_OFFICIAL] or kinds[_WRITTEN] or kinds[_OWN]
        _name(body, ROV.legalName, whole, standing, ledger)
        own = _name(body, SKOS.prefLabel, kinds[_OWN] or whole, standing, ledger)
        if own:
            ledger.derive(body, SKOSXL.prefLabel, own.node, "name-now", [own])
        unique = [form for form in kinds[_SHORT] if shorts[str(_words(form))] == 1]
        _name(body, SKOS.altLabel, unique, standing, ledger)


def add_place_names(standing: Standing, ledger: Ledger) -> None:
    """A place that the code list does not have is called as the acts call it most often."""
    listed = {standing.record.iris.of("place", code) for code in read_codelist("places")}
    for place, names in grouped(standing.by_predicate[SKOS.altLabel]).items():
        kinds = {c.object for c in standing.by_subject[place] if c.predicate == RDF.type}
        if SHZ.Place in kinds and place not in listed:
            often = Counter(name.object for name in names)
            best = max(names, key=lambda name: often[name.object])
            ledger.derive(place, SKOS.prefLabel, best.object, "name-in-acts", [best])


def _forms(standing: Standing) -> dict[URIRef, Forms]:
    bodies: dict[URIRef, Forms] = defaultdict(lambda: defaultdict(list))
    for form in standing.by_type[SKOSXL.Label]:
        kind = value(form, SHZ.nameKind)
        if form.of and isinstance(kind, URIRef):
            bodies[form.of[0]][kind].append(form)
    return bodies


def _name(
    body: URIRef,
    predicate: URIRef,
    forms: list[HeldStatement],
    standing: Standing,
    ledger: Ledger,
) -> HeldStatement | None:
    """One name for each language: rather certain, then late, then often printed."""
    languages: dict[str | None, list[HeldStatement]] = defaultdict(list)
    for form in forms:
        languages[_words(form).language].append(form)
    chosen: HeldStatement | None = None
    for spoken in languages.values():
        often = Counter(str(_words(form)) for form in spoken)

        def rank(form: HeldStatement, often: Counter[str] = often) -> tuple[int, date, int]:
            return standing.strength(form), begun(form.bounds), often[str(_words(form))]

        best = max(spoken, key=rank)
        ledger.derive(body, predicate, _words(best), "name-now", [best])
        chosen = chosen or best
    return chosen


def _words(form: HeldStatement) -> Literal:
    words = value(form, SKOSXL.literalForm)
    return words if isinstance(words, Literal) else Literal("")
