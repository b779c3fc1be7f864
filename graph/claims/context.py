"""What every reader of claims shares: the document, its language, its bodies, and one notebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

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
from graph.words import case_of


@dataclass(slots=True)
class Reading:
    """What a reader brings back: claims, statements, and the ids of the clauses it understood."""

    claims: list[Claim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def claim(self, subject: Subject, predicate: URIRef, value: Object, evidence: Evidence) -> None:
        """Note one binary fact."""
        self.claims.append(Claim(subject, predicate, value, evidence))

    def state(
        self, key: str, kind: URIRef, evidence: Evidence, *properties: tuple[URIRef, Object | None]
    ) -> Ref:
        """Note a fact that is a node of its own; a property without a value is left out."""
        known = tuple((name, value) for name, value in properties if value is not None)
        self.statements.append(Statement(key, kind, known, evidence))
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
    _masked: dict[str, Masked] = field(default_factory=dict)

    def bodies(self, text: Text) -> list[Found]:
        """Every body named in a text, in order, with its case."""
        mentions = read_mentions(text, self.document.source, self.language.code)
        return locate(text.string, mentions, partial(case_of, language=self.language.code))

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
