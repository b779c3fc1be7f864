"""What every reader of claims shares: the document, its language, its bodies, and one notebook."""

from __future__ import annotations

from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from graph.grammar import Found, Grammar, Masked, locate, mask
from graph.language import Language
from graph.model import (
    ActInfo,
    Certainty,
    Claim,
    Document,
    Evidence,
    Fault,
    Object,
    Provision,
    Ref,
    Statement,
    Subject,
    Text,
    When,
)
from graph.names import read_mentions
from graph.words import fold, read_ending


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


@dataclass(slots=True)
class Context:
    """One act being read: its document, what it says of itself, and the words of its language."""

    document: Document
    act: ActInfo
    language: Language
    grammar: Grammar
    #: What events make of a body (created, transferred …), by its folded own name.
    roles: dict[str, set[str]] = field(default_factory=dict)
    #: Clauses that give a body its official name: headings, lists, orders.
    naming: set[str] = field(default_factory=set)
    #: Names noted so far, for keys that are unique in the act.
    count: int = 0
    _masked: dict[str, Masked] = field(default_factory=dict)
    _parents: dict[str, Provision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for part in self.document.walk():
            self._parents.update({child.eid: part for child in part.children})

    def lead_in(self, part: Provision) -> Provision | None:
        """The clause under which a part stands, if it is a part of one."""
        return self._parents.get(part.eid)

    def bodies(self, text: Text) -> list[Found]:
        """Every body named in a text, in order, with its case."""
        mentions = read_mentions(text, self.document.source, self.language.code)
        return locate(text.string, mentions, self.case_of)

    def fold(self, name: str) -> str:
        """The normal form of a name, for comparing."""
        return fold(name, self.language.code)

    def case_of(self, words: str) -> str:
        """The case of written words, by the ending of the last one."""
        return read_ending(words.rstrip(' "«».,;').rsplit(maxsplit=1)[-1], self.language.code)[1]

    def masked(self, part: Provision) -> Masked:
        """The words of a provision with its bodies masked; made once."""
        if part.eid not in self._masked:
            self._masked[part.eid] = mask(part.text.string, self.bodies(part.text))
        return self._masked[part.eid]

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
