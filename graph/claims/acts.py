"""What an act says of itself: number, date, title, registration, wording, effect, signature."""

from __future__ import annotations

from datetime import date

from rdflib import RDF, Literal

from graph.claims.context import Context, Reading
from graph.claims.issued import check_issuer
from graph.claims.notes import note_cited, note_repeal, phrases_of, read_note
from graph.claims.references import Reference, read_references, reference, said, same_in_all
from graph.claims.removed import is_removed
from graph.errors import NotAnActError
from graph.grammar import Match, grammar_of
from graph.language import load
from graph.model import (
    ActInfo,
    EntryRule,
    Provision,
    ProvisionKind,
    Ref,
    When,
)
from graph.names import text_of
from graph.words import read_date, read_number, slug, unmix
from ontology import ADMS, DCT, ELI, SHZ, SKOS, code

ALWAYS = When.ALWAYS
#: What may stand under a point as part of its sentence.
_UNDER = (ProvisionKind.ITEM, ProvisionKind.INDENT, ProvisionKind.PARAGRAPH)


def read_act_facts(context: Context) -> Reading:
    """Fill `context.act` and bring the claims that the act makes about itself."""
    reading = Reading()
    for part in context.document.walk():
        reader = _READERS.get(part.kind)
        if reader:
            reader(context, part, reading)
    _read_entry(context, reading)
    return reading


def identify(context: Context) -> ActInfo:
    """Issuer, day, number and type from the line of requisites, or from the side file.

    Raises NotAnActError where neither tells them, SideFileError where they tell different things.
    """
    printed, told = _printed(context), _from_side_file(context)
    if told:
        check_issuer(context, told, printed)
    own = printed or told
    if own:
        return _info(context, own)
    raise NotAnActError(
        "a line of requisites, in the text or in its side file: who passed the act, when, under "
        "which number",
        "none",
        context.document.source.name,
    )


def _printed(context: Context) -> Reference | None:
    for part in context.document.walk():
        if part.kind is ProvisionKind.REQUISITES:
            for match in phrases_of(context, part, "requisites", "own"):
                return reference(context, part, match)
    return None


def _from_side_file(context: Context) -> Reference | None:
    """What the `requisites` of the side file say, in the language of the act or in Russian.

    They identify the act; no claim follows from them, since they are no words of the act.
    """
    words = context.document.side.requisites
    for spoken in dict.fromkeys((context.document.language, "ru")) if words else ():
        language = load(spoken)
        grammar = grammar_of(language)
        aside = Context(context.document, context.act, language, grammar)
        part = Provision("", ProvisionKind.REQUISITES, None, text_of(unmix(words or "", spoken)))
        for match in phrases_of(aside, part, "requisites", "own"):
            return reference(aside, part, match)
    return None


def _info(context: Context, own: Reference) -> ActInfo:
    if own.day is None:
        raise NotAnActError("the day of the act", repr(own.key), context.document.source.name)
    title = next((p for p in context.document.parts if p.kind is ProvisionKind.TITLE), None)
    return ActInfo(
        _key(context, own),
        own.type or "act",
        own.issuer,
        own.day,
        own.number or "",
        title.text.string if title else "",
        context.document.language,
    )


def _key(context: Context, own: Reference) -> str:
    """The key of the act; where its issuer has no name that is the same in every language, the
    code that both editions bear in the side file tells it.
    """
    code = context.document.side.act_code
    if code is None or own.day is None or (own.issuer and same_in_all(own.issuer)):
        return own.key
    kind = (own.issuer.kind if own.issuer else None) or own.type or "act"
    return "-".join((kind, str(own.day.year), slug(code, context.language.code)))


def _title(context: Context, part: Provision, reading: Reading) -> None:
    act = Ref("act", context.act.key)
    evidence = context.evidence(part, "title", when=ALWAYS)
    reading.claim(act, ELI.title, context.literal(part.text.string), evidence)
    reading.read.add(part.eid)


def _requisites(context: Context, part: Provision, reading: Reading) -> None:
    for match in phrases_of(context, part, "requisites", "own")[:1]:
        _own(context, part, match, reading)
    for match in phrases_of(context, part, "requisites", "registered")[:1]:
        _registration(context, part, match, reading)
    for match in phrases_of(context, part, "requisites", "repealed")[:1]:
        note_repeal(context, part, match, reading)
    reading.read.add(part.eid)


def _own(context: Context, part: Provision, match: Match, reading: Reading) -> None:
    act, own = Ref("act", context.act.key), context.act
    evidence = context.evidence(part, "requisites", match.start, match.end, when=ALWAYS)
    reading.claim(act, RDF.type, ELI.LegalResource, evidence)
    reading.claim(act, ELI.type_document, code("act-types", own.type), evidence)
    reading.claim(act, ELI.number, Literal(own.number), evidence)
    reading.claim(act, ELI.date_document, Literal(own.day), evidence)
    if own.issuer:
        reading.claim(act, ELI.passed_by, own.issuer, evidence)


def _registration(context: Context, part: Provision, match: Match, reading: Reading) -> None:
    evidence = context.evidence(part, "registration", match.start, match.end, when=ALWAYS)
    day = said(part, match, "day")
    known = read_date(day, context.language.code) if day else None
    agency = match.bodies["agency"][0].mention
    number = (said(part, match, "number") or "").lstrip("№N ")
    context.act.registered = known
    reading.state(
        "identifier/registration",
        ADMS.Identifier,
        evidence,
        (DCT.type, Literal("state registration", lang="en")),
        (DCT.creator, agency),
        (ADMS.schemeAgency, context.literal(agency.whole)),
        (DCT.issued, Literal(known) if known else None),
        (SKOS.notation, Literal(number)),
        of=(Ref("act", context.act.key), ADMS.identifier),
    )


def _status(context: Context, part: Provision, reading: Reading) -> None:
    evidence = context.evidence(part, "status", when=ALWAYS)
    act = Ref("act", context.act.key)
    reading.claim(act, ELI.in_force, ELI["InForce-notInForce"], evidence)
    reading.read.add(part.eid)


def _preamble(context: Context, part: Provision, reading: Reading) -> None:
    """The acts that the preamble names are those it is based on."""
    for cited in read_references(context, part):
        evidence = context.evidence(part, "legal-basis", cited.start, cited.end, when=ALWAYS)
        note_cited(cited, reading, evidence, context)
        reading.claim(Ref("act", context.act.key), ELI.based_on, Ref("act", cited.key), evidence)
    reading.read.add(part.eid)


def _body_citations(context: Context, part: Provision, reading: Reading) -> None:
    for cited in read_references(context, part):
        if cited.key == context.act.key:
            continue
        evidence = context.evidence(part, "citation", cited.start, cited.end, when=ALWAYS)
        note_cited(cited, reading, evidence, context)
        reading.claim(Ref("act", context.act.key), ELI.cites, Ref("act", cited.key), evidence)


def _signature(context: Context, part: Provision, reading: Reading) -> None:
    """The office and the person, told apart by the initials."""
    pattern = context.grammar.phrase("{office=text} {blank=blank}{person=person}")
    evidence = context.evidence(part, "signature", when=ALWAYS)
    act = Ref("act", context.act.key)
    for match in pattern.read(context.masked(part)):
        office, person = said(part, match, "office"), said(part, match, "person")
        if office and person:
            reading.claim(act, SHZ.signedAs, context.literal(office), evidence)
            reading.claim(act, SHZ.signedBy, context.literal(person), evidence)
            reading.read.add(part.eid)
            return


def _read_entry(context: Context, reading: Reading) -> None:
    """The rule of entry into force of the act itself: among its own points only."""
    for part in context.document.walk():
        if part.kind is ProvisionKind.POINT and part.eid.startswith("point_"):
            for clause in (part, *_last_of_own(context, part)):
                entry = _entry_rule(context, clause, reading)
                if entry:
                    context.act.entry = entry
                    reading.read |= {part.eid, *(one.eid for one in _up_to(part, clause))}
                    return


def _last_of_own(context: Context, part: Provision) -> list[Provision]:
    """The last item of a point that leads to items and speaks of the act itself, which has the verb
    of all: «Осы бұйрық: 1) … 2) … қоспағанда … қолданысқа енгізіледі».
    """
    own = context.language.section("phrases")["entry-limit"]["own"]
    words = part.text.string.lower()
    leads = words.startswith(own) and words.rstrip().endswith(":")
    return [one for one in part.children if one.kind in _UNDER][-1:] if leads else []


def _up_to(part: Provision, clause: Provision) -> list[Provision]:
    """What stands under a point that was read by its last item: all is said in one sentence."""
    return [] if clause is part else list(part.walk())


def _entry_rule(context: Context, part: Provision, reading: Reading) -> EntryRule | None:
    masked = context.masked(part)
    if is_removed(part, context):
        # What removed the clause entered into force then, not the act.
        return None
    found = [
        (match, rule["kind"])
        for rule in context.language.section("phrases")["entry"]
        # A reference to another clause stands in notes on what an amending act did.
        for pattern in rule["phrases"]
        if rule["kind"] != "see-clause"
        for match in context.grammar.phrase(pattern).read(masked)
    ]
    limits, words = context.language.section("phrases")["entry-limit"], part.text.string
    # Where an exception comes first, what is said before it is said of parts of the act …
    begin = max((words.rfind(one) for one in limits.get("excepted", ())), default=-1)
    found = [one for one in found if one[0].start > begin]
    if not found:
        return None
    # … where it comes last, what follows it.
    apart = limits.get("except", ())
    end = min((at for one in apart if (at := words.find(one)) >= 0), default=len(words))
    match, kind = next((one for one in found if one[0].end <= end), found[0])
    return _entry(context, part, match, kind, reading)


def _entry(
    context: Context, part: Provision, match: Match, kind: str, reading: Reading
) -> EntryRule:
    evidence = context.evidence(part, "entry-into-force", when=ALWAYS)
    days, day = said(part, match, "days"), said(part, match, "day")
    limit = _not_before(context, part)
    entry = EntryRule(
        kind,
        evidence,
        read_number(days, context.language.code) if days else None,
        read_date(day, context.language.code) if day else None,
        limit.key if limit else None,
        None if day else _from_day(context, part),
    )
    act = Ref("act", context.act.key)
    reading.claim(act, SHZ.entryIntoForceRule, code("entry-rules", kind), evidence)
    if entry.days is not None:
        reading.claim(act, SHZ.entryDelay, Literal(entry.days), evidence)
    if entry.day:
        reading.claim(act, SHZ.entryDate, Literal(entry.day), evidence)
    if entry.not_before:
        reading.claim(act, SHZ.entryNotBefore, Ref("act", entry.not_before), evidence)
    if entry.from_day:
        reading.claim(act, SHZ.entryNotBeforeDate, Literal(entry.from_day), evidence)
    return entry


def _from_day(context: Context, part: Provision) -> date | None:
    """The printed day before which the rule brings nothing into force: «но не ранее 1 января»."""
    masked = context.masked(part)
    for pattern in context.language.section("phrases")["entry-limit"]["from-day"]:
        for match in context.grammar.phrase(pattern).read(masked):
            return read_date(said(part, match, "day") or "", context.language.code)
    return None


def _not_before(context: Context, part: Provision) -> Reference | None:
    """The act that must take effect first, where the rule names one."""
    limits = context.language.section("phrases")["entry-limit"]["not-before"]
    masked = context.masked(part)
    if any(True for p in limits for _ in context.grammar.phrase(p).read(masked)):
        cited = read_references(context, part)
        return cited[-1] if cited else None
    return None


_READERS = {
    ProvisionKind.TITLE: _title,
    ProvisionKind.STATUS: _status,
    ProvisionKind.REQUISITES: _requisites,
    ProvisionKind.NOTE: read_note,
    ProvisionKind.PREAMBLE: _preamble,
    ProvisionKind.SIGNATURE: _signature,
    ProvisionKind.POINT: _body_citations,
    ProvisionKind.ITEM: _body_citations,
    ProvisionKind.PARAGRAPH: _body_citations,
}
