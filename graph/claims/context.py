"""What every reader of claims shares: the document, its language, its bodies, and one notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rdflib import Literal, URIRef

from graph.claims.listterms import ListTerms
from graph.claims.passing import asides, other_names, passing, quotes_around
from graph.claims.pointed import pointed
from graph.claims.terms import CommonTerms, common_terms, named_terms, unit_of
from graph.grammar import Found, Grammar, Masked, mask
from graph.language import Language
from graph.model import (
    ActInfo,
    Certainty,
    Claim,
    Document,
    Evidence,
    Fault,
    Mention,
    Object,
    Provision,
    Ref,
    Source,
    Statement,
    Subject,
    Text,
    When,
)
from graph.names import Naming, read_namings, read_short_names
from graph.names.lexicon import compiled
from graph.repair.texts import SPACE, put_together
from graph.words import fold

#: What events make of a body under its old name, and under its new one.
_OLD_AND_NEW = (("renamed", "new"), ("ended", "created"), ("survivor", "other"))


_QUOTE = re.compile('["«“]')


@dataclass(slots=True)
class Reading:
    """What a reader brings back: claims, statements, and the ids of the clauses it understood."""

    claims: list[Claim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def claim(
        self,
        subject: Subject,
        predicate: URIRef,
        value: Object,
        evidence: Evidence,
        basis: str | None = None,
    ) -> None:
        """Note one binary fact."""
        self.claims.append(Claim(subject, predicate, value, evidence, basis))

    def state(
        self,
        key: str,
        kind: URIRef,
        evidence: Evidence,
        *properties: tuple[URIRef, Object | None],
        of: tuple[Subject, URIRef] | None = None,
    ) -> Ref:
        """Note a fact that is a node of its own; a property without a value is left out.

        `of` is the subject and the property that lead to the node.
        """
        known = tuple((name, value) for name, value in properties if value is not None)
        self.statements.append(Statement(key, kind, known, evidence, of))
        return Ref("statement", key)

    def add(self, other: Reading) -> None:
        """Take over what another reader brought."""
        self.claims += other.claims
        self.statements += other.statements
        self.read |= other.read
        self.faults += other.faults


def _without_colon(text: Text) -> Text:
    return text.cut(0, len(text.string.rstrip(": ")))


def _key(part: Provision) -> tuple[str, str]:
    """A part, and the same part with other words: the items under it too, one cell of a row."""
    return part.eid, part.text.string


def _within(body: Found, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= body.start and body.end <= end for start, end in stretches)


def _moved(body: Found, by: int) -> Found:
    return replace(body, start=body.start + by, end=body.end + by, after=body.after + by)


@dataclass(slots=True)
class Context:
    """One act being read: its document, what it says of itself, and the words of its language."""

    document: Document
    act: ActInfo
    language: Language
    grammar: Grammar
    #: What events make of a body (created, transferred …), by its folded own and whole name.
    roles: dict[str, set[str]] = field(default_factory=dict)
    #: Clauses that give a body its official name: headings, lists, orders.
    naming: set[str] = field(default_factory=set)
    #: Those who take part in a deed, also where they stand in items under the clause.
    partakers: set[Mention] = field(default_factory=set)
    #: Rows that the act puts in lists of other acts, by their ids, and the body of each.
    entered: dict[str, tuple[Provision, Found]] = field(default_factory=dict)
    #: Appendices that hold the list of another act, by their ids: the edit, and whose list it is.
    relisted: dict[str, tuple[Ref, Mention | None]] = field(default_factory=dict)
    #: Names noted so far, for keys that are unique in the act.
    count: int = 0
    _units: dict[str, dict[str, Mention]] = field(default_factory=dict)
    _terms_of: dict[str, dict[str, Mention]] = field(default_factory=dict)
    _masked: dict[tuple[str, str], Masked] = field(default_factory=dict)
    _smoothed: dict[tuple[str, str], Masked] = field(default_factory=dict)
    _namings: dict[int, tuple[Text, list[Naming]]] = field(default_factory=dict)
    _commons: CommonTerms | None = None
    list_terms: ListTerms = field(init=False)
    #: The phrases of all deeds: few sentences hold what any of them needs.
    deeds: tuple[str, ...] = field(init=False)
    _parents: dict[str, Provision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.list_terms = ListTerms.of(self.document, self.language)
        rules = self.language.section("phrases")["event"]
        self.deeds = tuple(phrase for rule in rules for phrase in rule.get("phrases", ()))
        for part in self.document.walk():
            self._parents.update({child.eid: part for child in part.children})

    def smoothed(self, part: Provision) -> Masked:
        """As `masked`, without brackets that define short names and words that say only how."""
        key = _key(part)
        if key not in self._smoothed:
            self._smoothed[key] = self._smooth(part)
        return self._smoothed[key]

    def _smooth(self, part: Provision) -> Masked:
        plain = self.masked(part)
        brackets = [(one.end, one.after) for one in plain.found if one.after > one.end]
        named = [(one.start, one.end) for one in plain.found]
        brackets += other_names(part.text.string, named)
        brackets += asides(part.text.string, self.language) if plain.found else []
        brackets += quotes_around(part.text.string, named)
        found = [one for one in plain.found if not _within(one, brackets)]
        taken = [(one.start, max(one.end, one.after)) for one in found]
        if common := self._common(part, taken):
            found = sorted([*found, *common], key=lambda one: one.start)
            taken += [(one.start, one.end) for one in common]
        ends = [max(one.end, one.after) for one in found if one.case == "nom"]
        told = passing(part.text.string, taken, self.language, ends) if taken else []
        left_out = brackets + told
        return mask(part.text.string, found, left_out) if left_out or common else plain

    def join(self, part: Provision, items: Sequence[Provision], *, colon: bool = True) -> Provision:
        """A clause and items under it as one sentence, with the same bodies, under its own id;
        without the `colon` with which the clause ends if that is not wanted.
        """
        pieces: list[Text] = []
        found: list[Found] = []
        length = 0
        for one in (part, *items):
            found += [_moved(body, length) for body in self.masked(one).found]
            text = one.text if colon or one is not part else _without_colon(one.text)
            pieces += [text, SPACE]
            length += len(text) + len(SPACE)
        whole = replace(part, text=put_together(pieces[:-1]), children=[])
        self._masked[_key(whole)] = mask(whole.text.string, found)
        return whole

    def lead_in(self, part: Provision) -> Provision | None:
        """The clause under which a part stands, if it is a part of one."""
        return self.lead_of(part.eid)

    def lead_of(self, eid: str) -> Provision | None:
        """The same of the part of this id."""
        return self._parents.get(eid)

    def has(self, eid: str) -> bool:
        """Whether the act has a part of this id."""
        return eid in self._parents or any(part.eid == eid for part in self.document.parts)

    def bodies(self, text: Text, *, ordered: bool = False) -> list[Found]:
        """Every body that a text names, in order, with its case; of any kind where the words above
        `ordered` a deed.
        """
        source, language = self.document.source, self.language.code
        if ordered:
            namings = read_namings(text, source, language, ordered=True)
        else:
            namings = self.known(text, source, language)
        return [self.found(text, one) for one in namings]

    def known(self, text: Text, source: Source, language: str) -> list[Naming]:
        """What names a body in a text of the act; read once."""
        known = self._namings.get(id(text))
        if known is None:
            # With the text itself: one that is gone leaves its number to another.
            known = self._namings[id(text)] = text, read_namings(text, source, language)
        return known[1]

    def found(self, text: Text, naming: Naming) -> Found:
        """A body that a text names, with the bracket behind it that defines a short name."""
        defines = compiled(self.language.code).hereafter.match(text.string, naming.end)
        return Found(
            naming.mention,
            naming.start,
            naming.end,
            naming.case,
            superiors=naming.superiors,
            after=defines.end() if defines else naming.end,
        )

    def ordered(self, part: Provision) -> Masked:
        """As `smoothed`, for a row under words that order a deed: these tell more bodies. A quote
        with which a row begins tells its name in a language that puts the head last.
        """
        if not compiled(self.language.code).head_first and _QUOTE.match(part.text.string):
            return self.smoothed(part)
        key = (f"{part.eid}~ordered", part.text.string)
        if key not in self._smoothed:
            whole = mask(part.text.string, self._all_bodies(part, ordered=True))
            self._masked[key] = whole
            self._smoothed[key] = self._smooth(replace(part, eid=key[0]))
        return self._smoothed[key]

    def _all_bodies(self, part: Provision, *, ordered: bool = False) -> list[Found]:
        """Every body that a provision names, by its name or by a defined term."""
        named = [self._meant(part, one) for one in self.bodies(part.text, ordered=ordered)]
        return sorted([*named, *self._defined(part, named)], key=lambda one: one.start)

    def _meant(self, part: Provision, found: Found) -> Found:
        """A body, or that for which its words are a defined term: «(далее – АО «НК»)»."""
        if not found.superiors and (known := self.terms(part).get(found.mention.whole)):
            return found if known == found.mention else replace(found, mention=known, short=True)
        terms = {term: body for term, body in self.terms(part).items() if _QUOTE.search(term)}
        words = self.fold(part.text.string[found.start : found.end]) if terms else ""
        known = next((body for term, body in terms.items() if self.fold(term) == words), None)
        return replace(found, mention=known, short=True, superiors=()) if known else found

    def _defined(self, part: Provision, named: list[Found]) -> Iterator[Found]:
        """Defined terms of the part of the act in which the provision stands, outside names.

        A term in small letters is a common word too: only deeds take it for a body.
        """
        terms = self.terms(part)
        taken = [(one.start, max(one.end, one.after)) for one in named]
        yield from named_terms(terms, part.text.string, taken, self.language)

    def _common(self, part: Provision, taken: Sequence[tuple[int, int]]) -> list[Found]:
        """Words in small letters that stand for bodies where a deed is ordered: terms that the act
        defines, and what points to the clause that names them.
        """
        if self._commons is None:
            self._commons = CommonTerms.of(self.document, self.known)
        words = part.text.string
        meant = list(pointed(words, self.language, self._named_in))
        if terms := self._commons.at(part):
            known = [*taken, *((one.start, one.end) for one in meant)]
            meant += common_terms(terms, words, known, self.language)
        return meant

    def _named_in(self, eid: str) -> list[Found]:
        """What the clause of an id names, and the items under it; nothing of one that is not."""
        clause = next((one for one in self.document.walk() if one.eid == eid), None)
        return [body for one in clause.walk() for body in self.masked(one).found] if clause else []

    def defined(self, part: Provision) -> dict[str, Mention]:
        """The terms that one provision defines for bodies; read once."""
        if part.eid not in self._terms_of:
            source, code = self.document.source, self.language.code
            self._terms_of[part.eid] = read_short_names(part.text, source, code, self.known)
        return self._terms_of[part.eid]

    def terms(self, part: Provision) -> dict[str, Mention]:
        """The terms that the whole part (the act itself, or an appendix) defines; read once."""
        unit = unit_of(part.eid)
        if unit not in self._units:
            terms: dict[str, Mention] = {}
            for one in self.document.walk():
                if unit_of(one.eid) == unit and one.text:
                    terms = {**self.defined(one), **terms}
            self._units[unit] = terms
        return self._units[unit]

    def roles_of(self, mention: Mention) -> set[str]:
        """What events make of the body of a mention; where its own name is both the old and the
        new one, the whole name tells which of them this is.
        """
        roles = self.roles.get(self.fold(mention.own), set())
        if any({old, new} <= roles for old, new in _OLD_AND_NEW):
            return self.roles.get(self.fold(mention.whole), roles)
        return roles

    def sheds(self, mention: Mention) -> bool:
        """Whether events take its whole name from a body: it is renamed, or goes on by its own
        name in another form or under another superior.
        """
        own = self.roles.get(self.fold(mention.own), set())
        whole = self.roles_of(mention)
        return any(
            old in whole and new not in whole and (old == "renamed" or new in own)
            for old, new in _OLD_AND_NEW
        )

    def fold(self, name: str) -> str:
        """The normal form of a name, for comparing."""
        return fold(name, self.language.code)

    def masked(self, part: Provision) -> Masked:
        """The words of a provision with its bodies masked; made once."""
        key = _key(part)
        if key not in self._masked:
            self._masked[key] = mask(part.text.string, self._all_bodies(part))
        return self._masked[key]

    def evidence(
        self,
        part: Provision,
        rule: str,
        start: int = 0,
        end: int | None = None,
        *,
        certainty: Certainty = Certainty.STATED,
        reason: str | None = None,
        when: When = When.EFFECT,
    ) -> Evidence:
        """What a claim rests on: the words of `part` from `start` to `end`, in its characters."""
        ranges = part.text.ranges(self.document.source, start, end)
        return Evidence(part.eid, ranges, rule, certainty, reason, when)

    def literal(self, words: str) -> Literal:
        """Words of the act as a literal in its language."""
        return Literal(words, lang=self.document.language)
