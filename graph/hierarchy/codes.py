"""What codes and places are called in Kazakh, Russian and English, and how a person may ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.errors import UnknownThingError
from graph.hierarchy.facts import local_name
from graph.hierarchy.nodes import Node
from ontology import SHZ, SKOS

_LABEL, _ALT, _BROADER = str(SKOS.prefLabel), str(SKOS.altLabel), str(SKOS.broader)
_NOTATION, _SCHEME = str(SKOS.notation), str(SKOS.inScheme)
_PLACE = str(SHZ.Place)


@dataclass(frozen=True, slots=True)
class Code:
    """A concept of a code list, or a place: `labels` by language, `broader` by IRI.

    `others` are the other labels (abbreviations among them), each with its language.
    """

    iri: str
    code: str
    scheme: str
    labels: dict[str, str] = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    def abbreviation(self, language: str) -> str:
        """The initials of its label, as МКҚК, where they are another label of it.

        Else the shortest other label of the language; its label where there is none.
        """
        label = self.label(language)
        short = [words for spoken, words in self.others if spoken == language]
        initials = "".join(word[0] for word in label.split()).upper()
        return initials if initials in short else min(short, key=len, default=label)

    def label(self, language: str) -> str:
        """The label in a language; else in Kazakh; else any; else the code."""
        for wanted in (language, "kk"):
            if wanted in self.labels:
                return self.labels[wanted]
        return next(iter(self.labels.values()), self.code)


@dataclass(frozen=True)
class Codes:
    """The codes of a dataset by IRI, and by each way in which one may be asked for."""

    by_iri: dict[str, Code] = field(default_factory=dict)
    asked: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, iri: str | None) -> Code | None:
        """The code of an IRI; a bare one for an IRI that no list holds."""
        if iri is None:
            return None
        above = local_name(iri.rpartition("/")[0])
        return self.by_iri.get(iri) or Code(iri, local_name(iri), above)

    def find(self, scheme: str, asked: str) -> Code:
        """The code of a scheme (`legal-forms`, `body-kinds`, `places`) by code, label or IRI.

        Labels of all three languages, whole or abbreviated, in any case. UnknownThingError for
        words that mean no code.
        """
        iri = self.asked.get((scheme, _folded(asked)))
        if iri is None:
            raise UnknownThingError(scheme, asked)
        return self.by_iri[iri]

    def known(self, scheme: str) -> list[str]:
        """The codes of a scheme, by the alphabet."""
        return sorted(code.code for code in self.by_iri.values() if code.scheme == scheme)

    def within(self, code: Code) -> set[str]:
        """The IRIs of a code and of all narrower ones."""
        found, fresh = {code.iri}, {code.iri}
        while fresh:
            fresh = {c.iri for c in self.by_iri.values() if fresh.intersection(c.broader)} - found
            found |= fresh
        return found


def read_codes(nodes: Iterable[Node]) -> Codes:
    """The codes of concepts and places."""
    codes = Codes()
    for node in sorted(nodes, key=lambda node: node.iri):
        code = _code(node)
        codes.by_iri[node.iri] = code
        for word in (node.iri, code.code, *node.all(_LABEL), *node.all(_ALT)):
            codes.asked.setdefault((code.scheme, _folded(word)), node.iri)
    return codes


def _code(node: Node) -> Code:
    scheme = "places" if node.has_type(_PLACE) else local_name(node.first(_SCHEME) or "")
    code = node.first(_NOTATION) or local_name(node.iri)
    return Code(
        node.iri, code, scheme, node.labels(_LABEL), tuple(node.all(_BROADER)), _others(node)
    )


def _others(node: Node) -> tuple[tuple[str, str], ...]:
    values = (value for value in node.held(_ALT) if isinstance(value, ox.Literal))
    return tuple(sorted((value.language or "", value.value) for value in values))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
