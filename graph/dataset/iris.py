"""The IRIs of a dataset: each kind of thing under one base."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from rdflib import URIRef

from graph.model import Ref

#: Hexadecimal digits of a hash that names a node by its content.
DIGITS = 16


def fingerprint(*parts: object) -> str:
    """A name made of content: the same parts give the same 16 hexadecimal digits, always."""
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class Iris:
    """Names under `base`, which ends in `/` or `#`."""

    base: str

    def of(self, kind: str, key: str) -> URIRef:
        """`<base><kind>/<key>`."""
        return URIRef(f"{self.base}{kind}/{key}")

    def body(self, key: str) -> URIRef:
        """A body by the key that the register gives it."""
        return self.of("body", key)

    def act(self, key: str) -> URIRef:
        """An act by its key."""
        return self.of("act", key)

    def clause(self, act: str, eid: str) -> URIRef:
        """A part of an act; the act itself when `eid` is empty."""
        return self.of("act", f"{act}/{eid}" if eid else act)

    def statement(self, act: str, key: str) -> URIRef:
        """A statement: `<kind>/<rest>` in an act becomes `<kind>/<act>/<rest>`."""
        kind, _, rest = key.partition("/")
        return self.of(kind, f"{act}/{rest}")

    def ref(self, ref: Ref, act: str) -> URIRef:
        """What a claim of the act `act` refers to."""
        if ref.kind == "statement":
            return self.statement(act, ref.key)
        return self.of("act" if ref.kind == "clause" else ref.kind, ref.key)

    def graph(self, name: str) -> URIRef:
        """A named graph: claims, derivations, findings, vocabulary, `text/<act>/<language>`."""
        return self.of("graph", name)

    def short(self, iri: URIRef) -> str:
        """The IRI without the base, so that content hashes do not depend on it."""
        return str(iri).removeprefix(self.base)
