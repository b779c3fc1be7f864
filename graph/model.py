"""What is passed along: source, text, provision, mention, claim, act, finding."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rdflib import Literal, URIRef

from graph.runs import runs_of

#: The place of a character that no source has: a repair put it in.
NOWHERE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A half-open stretch of the decoded file, in Unicode characters from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name, its decoded text, and the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str

    def quote(self, part: Range) -> str:
        """The words of a range as the file has them, line breaks and all."""
        return self.text[part.start : part.end]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words made whole: one place in the source (or NOWHERE) for each character."""

    string: str
    places: array[int]

    def __len__(self) -> int:
        return len(self.string)

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, in characters of `string`."""
        return Text(self.string[start:end], self.places[start:end])

    def ranges(self, source: Source, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
        """Where the part stands in the source, in reading order.

        Neighbouring characters become one range; a gap is bridged only where the source holds
        nothing but white space in it, and a character written as a reference (`&laquo;`) takes
        all of it. Empty when no character of the part has a place.
        """
        places = self.places[start:end]
        return tuple(Range(a, b) for a, b in runs_of(source.text, places, NOWHERE))


class ProvisionKind(StrEnum):
    """What a part of an act is, by its form on the page."""

    TITLE = "title"
    STATUS = "status"
    REQUISITES = "requisites"
    PREAMBLE = "preamble"
    POINT = "point"
    ITEM = "item"
    INDENT = "indent"
    PARAGRAPH = "paragraph"
    APPENDIX = "appendix"
    STAMP = "stamp"
    HEADING = "heading"
    NOTE = "note"
    CHAPTER = "chapter"
    TABLE = "table"
    ROW = "row"
    SIGNATURE = "signature"
    QUOTED = "quoted"  # a wording given for another act, and every part of it


@dataclass(slots=True)
class Provision:
    """A part of an act with its own words; `number` is as printed, `cells` only for a row."""

    eid: str
    kind: ProvisionKind
    number: str | None
    text: Text
    children: list[Provision] = field(default_factory=list)
    cells: tuple[Text, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This part and all parts under it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Repair:
    """One mend of damaged text: its kind, where, the words before and after."""

    kind: str
    ranges: tuple[Range, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the text itself that is no damage of the copy; becomes a finding."""

    kind: str
    clause: str
    ranges: tuple[Range, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SideFile:
    """What is known of an act from outside its text.

    `language` is empty where the file does not say it. `requisites` are words in Russian: kind and
    issuer of the act, day and number, registration, repeal, each a sentence: all that is known of
    these of an act in Markdown. `supplied` holds dates given from outside (`publication:<act key>`
    → day), each with the day it entered the record; `titles` those of a mirror, by language.
    """

    recorded: date
    language: str
    act_code: str | None = None
    requisites: str | None = None
    complete: bool = True
    supplied: tuple[tuple[str, date, date], ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Document:
    """An act made readable: its parts in order, the repairs made, the faults seen."""

    source: Source
    side: SideFile
    language: str
    parts: list[Provision]
    repairs: list[Repair]
    faults: list[Fault]

    def walk(self) -> Iterator[Provision]:
        """All parts in order of the text."""
        for part in self.parts:
            yield from part.walk()


class Certainty(StrEnum):
    """How sure a claim is: the act says it, we read it so, or a person confirmed it."""

    STATED = "Stated"
    INTERPRETED = "Interpreted"
    CONFIRMED = "Confirmed"


class When(StrEnum):
    """Which period a claim speaks of, relative to the clause it was read from."""

    EFFECT = "effect"  # from the day the clause (as worded) takes effect
    PRESUPPOSED = "presupposed"  # held on the eve of the act; no start is known
    UNTIL_EFFECT = "until-effect"  # held on the eve of the act, ends when the clause takes effect
    ALWAYS = "always"  # no period: what a thing is (its type, the date of an act)


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as an act names it.

    `written` are the repaired words; `whole` the full legal name in the nominative with «…»;
    `own` the name without superiors and legal form; `chain` the superiors printed inside the
    name, outermost first, in the nominative; `form`, `kind` are codes of the code lists;
    `within` is set for an inner unit or a body that only makes sense inside another; `mended` are
    words taken for slips of the pen: each as printed, and as read. `parted`: read from a plural.
    """

    written: str
    whole: str
    own: str
    language: str
    ranges: tuple[Range, ...]
    form: str | None = None
    kind: str | None = None
    chain: tuple[str, ...] = ()
    place: str | None = None
    person: str | None = None
    number: str | None = None
    within: Mention | None = None
    nature: str = "body"  # body | unit | group (a class of bodies, such as "district sections")
    mended: tuple[tuple[str, str], ...] = ()
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing with an IRI of its own: `<base><kind>/<key>`, key in IRI-safe letters."""

    kind: str  # act | clause | statement | place | person | service | system | plan …
    key: str


Object = Mention | Ref | Literal | URIRef
Subject = Mention | Ref


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim rests on: clause, ranges in reading order, certainty, rule, reason, period."""

    clause: str
    ranges: tuple[Range, ...]
    rule: str
    certainty: Certainty = Certainty.STATED
    reason: str | None = None
    when: When = When.EFFECT


@dataclass(frozen=True, slots=True)
class Claim:
    """One binary fact as one clause has it; `basis` is a code of subordination-bases, if any."""

    subject: Subject
    predicate: URIRef
    object: Object
    evidence: Evidence
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that is a node of its own: an event, a list entry, a competence, a staff line.

    `key` is `<kind>/<rest>`, unique in its act; the IRI is `<base><kind>/<act key>/<rest>`.
    `of` says what leads to it: a subject and the property that points from there to this node.
    """

    key: str
    type: URIRef
    properties: tuple[tuple[URIRef, Object], ...]
    evidence: Evidence
    of: tuple[Subject, URIRef] | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A note that a part stands in a later wording, or that the act or a part was repealed.

    `target` is the clause id whose text it is ("" for the whole act); `kind` is `reworded`,
    `amended`, `added` or `repealed`; `rule` the printed rule of entry into force.
    """

    target: str
    kind: str
    by: str  # key of the amending act
    day: date
    rule: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A rule of entry into force: `kind` is a code of the code list entry-rules.

    `days` is the printed number of days after publication, `not_before` the key of an act that
    must be in effect first, `day` a printed date, `from_day` a printed one before which another
    rule brings nothing into force.
    """

    kind: str
    evidence: Evidence
    days: int | None = None
    day: date | None = None
    not_before: str | None = None
    from_day: date | None = None


@dataclass(slots=True)
class ActInfo:
    """What an act says of itself, as far as time and identity need it.

    `registered` is the printed day of its state registration.
    """

    key: str
    type: str
    issuer: Mention | None
    day: date
    number: str
    title: str
    language: str
    entry: EntryRule | None = None
    registered: date | None = None
    amendments: list[Amendment] = field(default_factory=list)
    repealed_by: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A clause that no rule understood, and why."""

    clause: str
    reason: str
    ranges: tuple[Range, ...]


@dataclass(slots=True)
class ActClaims:
    """All that was read from one act."""

    document: Document
    act: ActInfo
    claims: list[Claim]
    statements: list[Statement]
    unread: list[Unread]
    read: set[str]  # clause ids that a rule understood (or knows to say nothing of bodies)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule across claims says: `messages` by language, `spans` as (act key, clause, ranges).

    `subjects` are the IRIs of what it is about; `boilerplate` marks wording that stands in every
    act of its kind and is ranked last; `edition` tells in which edition of each act the spans lie,
    counted from 0 in order of the record; those `beside` them lie in the next edition.
    """

    rule: str
    severity: str  # Contradiction | Gap | Defect | Notice
    messages: tuple[tuple[str, str], ...]
    spans: tuple[tuple[str, str, tuple[Range, ...]], ...]
    subjects: tuple[URIRef, ...] = ()
    boilerplate: bool = False
    edition: int = 0
    beside: tuple[tuple[str, str, tuple[Range, ...]], ...] = ()

    def placed(self) -> Iterator[tuple[int, str, str, tuple[Range, ...]]]:
        """All its words: the edition in which they lie, act key, clause, ranges."""
        yield from ((self.edition, *span) for span in self.spans)
        yield from ((self.edition + 1, *span) for span in self.beside)
