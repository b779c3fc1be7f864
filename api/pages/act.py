"""The page of an act: what it says of itself, and its text with the words that carry facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi.responses import HTMLResponse
from markupsafe import Markup

from api.pages.desk import Desk
from api.pages.explorer import Link, act_link, titled
from api.pages.faces import named
from api.pages.facts import FactRows, Row, Value
from api.pages.findings import Shown, finding_id, show
from api.pages.marking import Mark, marked
from api.pages.proof import Proofs
from api.pages.reading import ActText, PartText, fact_places, read_text
from api.pages.render import render
from api.pages.repairs import Repaired, repairs_of
from graph.hierarchy import Fact
from graph.hierarchy.acts import Act, acts_of, find_act
from graph.hierarchy.acts import act_of as act_at
from graph.hierarchy.body import in_language
from graph.hierarchy.nodes import text_of
from graph.hierarchy.reports import Report
from ontology import ADMS, DCT, ELI, RDF, RDFS, SHZ, SKOS

_LABEL, _TYPE = str(RDFS.label), str(RDF.type)
_RELATIONS = (
    ("repealed_by", "inverse", "repeals"),
    ("amended_by", "inverse", "amends"),
    ("amends", "relations", "amends"),
    ("repeals", "relations", "repeals"),
    ("based_on", "relations", "based_on"),
    ("cites", "relations", "cites"),
)
#: Parts that stand in the list of contents.
_LANDMARKS = frozenset({"appendix", "chapter"})


@dataclass(frozen=True, slots=True)
class Said:
    """A fact read from a clause, in a few words."""

    subject: str
    subject_href: str
    property: str
    value: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding on a clause, in short: `id` leads to all of it below the text."""

    id: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text as the page shows it; `title` for the list of contents."""

    eid: str
    kind: str
    number: str
    level: int
    words: Markup
    title: str
    facts: tuple[Said, ...]
    findings: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The text of an act in one language; `shown` if it is the one on the page."""

    label: str
    language: str
    href: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of an act shows; `text` is None when only its name is on record."""

    label: str
    title: str
    language: str
    editions: tuple[Edition, ...]
    iri: str
    status: str
    repealed_by: tuple[Link, ...]
    rows: tuple[Row, ...]
    text: ActText | None
    parts: tuple[Part, ...]
    contents: tuple[Part, ...]
    findings: tuple[Shown, ...]
    repairs: tuple[Repaired, ...]
    marks: int


def acts_page(desk: Desk) -> HTMLResponse:
    """The page at `/act`: the acts held, then those that are only named."""
    acts = acts_of(desk.moment)
    held, named = ([a for a in acts if a.held is one] for one in (True, False))
    return render(
        "acts.html",
        desk.seen,
        held=[_card(desk, act) for act in held],
        named=[_card(desk, act) for act in named],
        section="acts",
        release=desk.archive.release,
    )


def _card(desk: Desk, act: Act) -> dict[str, object]:
    inverse = [act_link(desk, act_at(desk.moment, one)) for one in act.inverse.get("repeals", ())]
    issuer = desk.moment.body(act.issuer) if act.issuer in desk.hierarchy.natures else None
    name, language = named(issuer, desk.seen.say.language) if issuer else ("", "")
    return {
        "link": act_link(desk, act),
        "repealed_by": inverse,
        "kind": act.kind.label(desk.seen.say.language) if act.kind else "",
        "issuer": name,
        "issuer_language": language,
    }


def act_page(desk: Desk, slug: str) -> HTMLResponse:
    """The page at `/act/{slug}`; UnknownThingError for an act that is not on record."""
    act = find_act(desk.moment, slug)
    page = _page(desk, act)
    return render("act.html", desk.seen, page=page, section="acts", release=desk.archive.release)


def _page(desk: Desk, act: Act) -> Page:
    proofs = Proofs(desk.hierarchy, desk.seen)
    wanted = desk.seen.given("text"), desk.seen.say.language
    text = read_text(desk.hierarchy, act.iri, *wanted) if act.held else None
    title, language = titled(desk, act.iri)
    findings = [one for one in desk.archive.reports if _touches(one, act.iri)]
    places = fact_places(desk.hierarchy, text.file) if text else {}
    marks = [_mark(desk, place, nodes) for place, nodes in places.items()]
    parts = tuple(_parts(desk, text, marks, findings)) if text else ()
    return Page(
        proofs.act_label(act.iri),
        title or proofs.act_label(act.iri),
        language,
        tuple(_editions(desk, act, text)) if text else (),
        act.iri,
        "repealed" if act.inverse.get("repeals") else "in_force",
        tuple(act_link(desk, act_at(desk.moment, one)) for one in act.inverse.get("repeals", ())),
        tuple(_rows(desk, proofs, act)),
        text,
        parts,
        tuple(part for part in parts if part.kind in _LANDMARKS),
        show(desk, findings),
        repairs_of(text) if text else (),
        len(marks),
    )


def _editions(desk: Desk, act: Act, text: ActText) -> Iterable[Edition]:
    held = sorted(desk.hierarchy.texts.get(act.iri, ()))
    for language in held if len(held) > 1 else ():
        say, href = desk.seen.say, desk.seen.here(text=language)
        yield Edition(say(f"language.{language}"), language, href, language == text.language)


def _touches(report: Report, act: str) -> bool:
    return act in report.about or any(span.act == act for span in report.spans)


def _rows(desk: Desk, proofs: Proofs, act: Act) -> list[Row]:
    """What the act says of itself, and what others do to it."""
    say, rows, record = desk.seen.say, FactRows(desk, proofs), desk.hierarchy.record
    found = [
        Row(say("act.type"), rows.values(record.claims(act.iri, str(ELI.type_document)))),
        Row(say("act.number"), rows.values(record.claims(act.iri, str(ELI.number)))),
        Row(
            say("act.date"),
            _days(desk, rows.values(record.claims(act.iri, str(ELI.date_document)))),
        ),
        Row(say("act.issuer"), rows.values(record.claims(act.iri, str(ELI.passed_by)))),
        Row(say("act.signed_by"), rows.values(record.claims(act.iri, str(SHZ.signedBy)))),
        Row(say("act.control"), rows.values(record.claims(act.iri, str(SHZ.controlAssignedTo)))),
        Row(say("act.registration"), _registrations(desk, proofs, act)),
        Row(say("act.entry"), rows.values(record.claims(act.iri, str(SHZ.entryIntoForceRule)))),
    ]
    found += [_relation(desk, rows, act, *relation) for relation in _RELATIONS]
    return [row for row in found if row.values or row.label == say("act.entry")]


def _days(desk: Desk, values: Iterable[Value]) -> tuple[Value, ...]:
    say = desk.seen.say
    return tuple(Value(say.day(v.words), say.language, v.why, None, v.answer) for v in values)


def _registrations(desk: Desk, proofs: Proofs, act: Act) -> tuple[Value, ...]:
    record = desk.hierarchy.record
    held = record.held.get(act.iri)
    nodes = held.all(str(ADMS.identifier)) if held else []
    facts = [record.facts[one] for one in nodes if one in record.facts]
    return tuple(_registration(desk, proofs, fact) for fact in facts)


def _registration(desk: Desk, proofs: Proofs, fact: Fact) -> Value:
    node, say = fact.node, desk.seen.say
    number, day = node.first(str(SKOS.notation)) or "", node.day(str(DCT.issued))
    words = say("act.label", number=number, **say.cases("day", day)) if day else f"№ {number}"
    agency = node.first(str(DCT.creator))
    name = desk.moment.body(agency).name() if agency in desk.hierarchy.natures and agency else ""
    return Value(f"{words}. {name}" if name else words, say.language, proofs.of([fact]))


def _relation(desk: Desk, rows: FactRows, act: Act, label: str, side: str, relation: str) -> Row:
    """Other acts with which this one has to do; each with the claims that say so."""
    others = getattr(act, side).get(relation, ())
    record, predicate = desk.hierarchy.record, str(ELI[relation])
    found = []
    for other in others:
        source, target = (act.iri, other) if side == "relations" else (other, act.iri)
        facts = [f for f in record.claims(source, predicate) if f.object == target]
        found.append(_other(desk, rows, other, facts))
    return Row(desk.seen.say(f"act.{label}"), tuple(found))


def _other(desk: Desk, rows: FactRows, other: str, facts: list[Fact]) -> Value:
    act, say = act_at(desk.moment, other), desk.seen.say
    words = rows.proofs.act_label(other)
    if not act.held:
        words += f" ({say('act.not_held')})"
    return Value(words, say.language, rows.proofs.of(facts), None, "yes", act_link(desk, act).href)


def _mark(desk: Desk, place: tuple[int, int], nodes: list[str]) -> Mark:
    facts = [
        desk.hierarchy.record.facts[one] for one in nodes if one in desk.hierarchy.record.facts
    ]
    stated = any(fact.certainty == "Stated" for fact in facts)
    return Mark(*place, not stated)


def _parts(desk: Desk, text: ActText, marks: list[Mark], findings: list[Report]) -> Iterable[Part]:
    held, noted = _by_part(text, marks), _noted(desk, findings)
    for part in text.parts:
        facts = desk.hierarchy.record.read_from(part.iri)
        yield Part(
            part.eid,
            part.kind,
            part.number,
            part.level,
            marked(part, held.get(part.iri, ())),
            _title(part, text),
            tuple(dict.fromkeys(_said(desk, fact) for fact in facts)),
            tuple(noted.get(part.iri, ())),
        )


def _by_part(text: ActText, marks: list[Mark]) -> dict[str, list[Mark]]:
    """The marks of each part; a mark that runs on into the next part is in both."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        for part in dict.fromkeys((text.clause_at(mark.start), text.clause_at(mark.end - 1))):
            found.setdefault(part, []).append(mark)
    return found


def _noted(desk: Desk, findings: list[Report]) -> dict[str, list[Noted]]:
    """The findings on each clause; usual wording is told once, below the text."""
    found: dict[str, list[Noted]] = {}
    for one in (report for report in findings if not report.boilerplate):
        said = Noted(finding_id(one), one.severity, one.message(desk.seen.say.language))
        for clause in dict.fromkeys(span.clause for span in one.spans):
            found.setdefault(clause, []).append(said)
    return found


def _title(part: PartText, text: ActText) -> str:
    """What the list of contents calls a part: its own words, or the heading inside it."""
    if part.text:
        return part.text
    headings = (p for p in text.parts if p.iri.startswith(f"{part.iri}__") and p.kind == "heading")
    return next((heading.text for heading in headings), "")


def _said(desk: Desk, fact: Fact) -> Said:
    """A claim as subject, property and value; a statement by its class."""
    if fact.subject:
        name, href = _thing(desk, fact.subject)
        return Said(
            name, href, _term(desk, fact.predicate), _thing(desk, fact.object)[0], fact.certainty
        )
    types = [one for one in fact.node.all(_TYPE) if _term(desk, one)]
    about = [text_of(v) for values in fact.node.values.values() for v in values]
    body = next((one for one in about if one in desk.hierarchy.natures), "")
    name, href = _thing(desk, body) if body else ("", "")
    return Said(name, href, _term(desk, types[0]) if types else "", "", fact.certainty)


def _term(desk: Desk, iri: str) -> str:
    labels = desk.hierarchy.record.seen(iri).labels(_LABEL)
    return in_language(labels, desk.seen.say.language) or iri.rpartition("#")[2].rpartition("/")[2]


def _thing(desk: Desk, thing: str) -> tuple[str, str]:
    """What a thing is called, and its page where it has one."""
    if thing in desk.hierarchy.natures:
        body = desk.moment.body(thing)
        return body.name(desk.seen.say.language), desk.seen.url(f"/body/{body.slug}")
    if not thing.startswith(("http:", "https:")):
        return thing, ""
    code = desk.hierarchy.codes.by_iri.get(thing)
    if code:
        return code.label(desk.seen.say.language), ""
    labels = desk.hierarchy.record.seen(thing).labels(str(SKOS.prefLabel))
    path = desk.hierarchy.record.path(thing)
    return in_language(labels, desk.seen.say.language) or path.rpartition("/")[2], ""
