"""What is read of a dataset by asking it: names of files, graphs of texts, merged bodies."""

from __future__ import annotations

from collections import defaultdict

from graph.hierarchy.nodes import Source, text_of
from ontology import ELI, OWL, SHZ

_TEXTS = f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?part a <{ELI.LegalExpression}> }} }}"
_FILES = f"SELECT ?file ?name WHERE {{ GRAPH ?graph {{ ?file <{SHZ.fileName}> ?name }} }}"
_EDITIONS = f"SELECT ?graph ?file WHERE {{ GRAPH ?graph {{ ?part <{ELI.is_embodied_by}> ?file }} }}"

_MERGED = f"SELECT ?gone ?kept WHERE {{ ?gone <{OWL.sameAs}> ?kept }}"


def read_merged(source: Source) -> dict[str, str]:
    """The IRI of each body that was made one with another, and of that other."""
    return {text_of(gone): text_of(kept) for gone, kept in source.query(_MERGED)}


def read_files(source: Source) -> dict[str, str]:
    """The name of each source file by its IRI."""
    return {text_of(file): text_of(name) for file, name in source.query(_FILES)}


def read_languages(source: Source) -> dict[str, str]:
    """The language of each source file by its IRI."""
    rows = source.query(_EDITIONS)
    return {text_of(file): text_of(graph).rpartition("/")[2] for graph, file in rows}


def read_texts(source: Source, base: str) -> dict[str, dict[str, str]]:
    """For each act held the graphs of its text by language."""
    prefix = f"{base}graph/text/"
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (graph,) in sorted(source.query(_TEXTS), key=str):
        key, _, language = text_of(graph).removeprefix(prefix).rpartition("/")
        found[f"{base}act/{key}"][language] = text_of(graph)
    return dict(found)
