"""The dataset as RDF: the view for what knows one graph, all graphs for what knows more."""

from __future__ import annotations

import gzip

import pyoxigraph as ox

from graph.store import Generation
from ontology import PREFIXES


def view_bytes(generation: Generation, form: ox.RdfFormat) -> bytes:
    """The default graph in a format of one graph, in order of subject, property, value."""
    quads = generation.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    triples = sorted((quad.triple for quad in quads), key=_order)
    written = ox.serialize(triples, format=form, prefixes=PREFIXES)
    return written or b""


def dump_bytes(generation: Generation) -> bytes:
    """All graphs as N-Quads, byte for byte the dump of the generation."""
    return gzip.decompress(generation.file("dump.nq.gz"))


def _order(triple: ox.Triple) -> tuple[str, str, str]:
    return str(triple.subject), str(triple.predicate), str(triple.object)
