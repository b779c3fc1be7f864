"""A record with its views on any day, and patches between them: what tests of patches share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from graph.act import read_act
from graph.claims import read_claims
from graph.dataset import Record, Sorted, build_dataset, make_record
from graph.exports.patch import COVERED, patch_lines
from graph.formats import read_side, read_source
from graph.hierarchy import Hierarchy
from graph.hierarchy.diff import diff
from graph.model import ActClaims
from graph.register import Register
from graph.view import build_view
from ontology import BASE

_NAMES = tuple(f"<{name}>" for name in COVERED)


def record_of(paths: Iterable[Path]) -> Record:
    """The record of acts, read as a build reads them."""
    return record_of_acts(
        [read_claims(read_act(read_source(path), read_side(path))) for path in sorted(paths)]
    )


def record_of_acts(acts: list[ActClaims]) -> Record:
    """The record of acts that were read already."""
    return make_record(acts, Register().resolve(acts), BASE)


def hierarchy_of(record: Record, as_of: date) -> Hierarchy:
    """The index of a record whose view is that of a day."""
    layers, view = build_dataset(record), build_view(record, as_of)
    layers[None] = view.triples
    store = ox.Store()
    store.load(input=b"\n".join(Sorted.of(layers)), format=ox.RdfFormat.N_QUADS)
    return Hierarchy.load(store, BASE, as_of)


def covered(record: Record, hierarchy: Hierarchy, day: date) -> set[str]:
    """The triples of the view of a day that a patch speaks of, as N-Triples."""
    bodies = {f"<{iri}>" for iri, nature in hierarchy.natures.items() if nature == "body"}
    found = set()
    for line in map(bytes.decode, Sorted.of({None: build_view(record, day).triples})):
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        if predicate in _NAMES and (subject in bodies or value in bodies):
            found.add(line.removesuffix(" ."))
    return found


def patched(hierarchy: Hierarchy, first: date, last: date, view: set[str]) -> set[str]:
    """The triples after the patch; each that it takes away was there, each that it adds was not."""
    held = set(view)
    for line in patch_lines(diff(hierarchy.at(first), hierarchy.at(last))):
        sign, _, triple = line.removesuffix(" .").partition(" ")
        if sign == "D":
            assert triple in held, f"not there: {triple}"
            held.remove(triple)
        elif sign == "A":
            assert triple not in held, f"there already: {triple}"
            held.add(triple)
    return held
