"""Code lists: what a code is called in Kazakh, Russian and English."""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import Namespace, URIRef

CODE = Namespace("https://w3id.org/shezhire/code/")

_FOLDER = Path(__file__).parent / "codelists"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SHZ = "https://w3id.org/shezhire/ns#"

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Rows = list[tuple[str, Term]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One code: `labels` and `definitions` by language, `alt_labels` (abbreviations) likewise.

    `broader` holds codes of the same scheme; `kind` and `slug` are set for places only.
    """

    code: str
    iri: URIRef
    labels: dict[str, str] = field(default_factory=dict)
    alt_labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    kind: str | None = None
    slug: str | None = None


@lru_cache(maxsize=4096)
def code(scheme: str, notation: str) -> URIRef:
    """The IRI of a code: `code("legal-forms", "kmm")`. No check that the code exists."""
    return CODE[f"{scheme}/{notation}"]


def codelist_files() -> list[Path]:
    """The Turtle files of all code lists, by name."""
    return sorted(_FOLDER.glob("*.ttl"))


@cache
def read_codelist(scheme: str) -> dict[str, Concept]:
    """The concepts of a scheme by code, in order of the code.

    Raises FileNotFoundError for a scheme that has no file. The answer is shared: do not change it.
    """
    triples = ox.parse(path=str(_FOLDER / f"{scheme}.ttl"), format=ox.RdfFormat.TURTLE)
    facts: dict[str, Rows] = {}
    for quad in triples:
        facts.setdefault(_name(quad.subject), []).append((quad.predicate.value, quad.object))
    concepts = {c.code: c for iri, rows in facts.items() if (c := _concept(iri, rows, facts))}
    return dict(sorted(concepts.items()))


def _name(node: Term) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _concept(iri: str, rows: Rows, facts: dict[str, Rows]) -> Concept | None:
    notation = _notation(rows)
    if notation is None:
        return None
    alts = _by_language(rows, "altLabel")
    return Concept(
        notation,
        URIRef(iri),
        {lang: words[0] for lang, words in _by_language(rows, "prefLabel").items()},
        {lang: tuple(words) for lang, words in alts.items()},
        {lang: words[0] for lang, words in _by_language(rows, "definition").items()},
        tuple(n for o in _objects(rows, _SKOS + "broader") if (n := _notation(facts[_name(o)]))),
        next((_name(o).rsplit("/", 1)[-1] for o in _objects(rows, _SHZ + "placeKind")), None),
        next((o.value for o in _objects(rows, _SHZ + "slug") if isinstance(o, ox.Literal)), None),
    )


def _objects(rows: Rows, predicate: str) -> list[Term]:
    return [value for name, value in rows if name == predicate]


def _notation(rows: Rows) -> str | None:
    for value in _objects(rows, _SKOS + "notation"):
        if isinstance(value, ox.Literal):
            return value.value
    return None


def _by_language(rows: Rows, term: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for value in _objects(rows, _SKOS + term):
        if isinstance(value, ox.Literal):
            words.setdefault(value.language or "", []).append(value.value)
    return words
