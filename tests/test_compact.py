"""The index of the hierarchy: the record in arrays, as bytes and back."""

from __future__ import annotations

from array import array

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DatasetError
from graph.hierarchy import Hierarchy
from graph.hierarchy.compact import Compact
from graph.hierarchy.compact.making import index_of
from graph.hierarchy.compact.packing import pack, unpack
from graph.hierarchy.compact.terms import TermsMaker
from graph.hierarchy.nodes import read_nodes, text_of
from graph.store import Generation
from ontology import BASE

LITERALS = st.one_of(
    st.builds(ox.Literal, st.text()),
    st.builds(ox.Literal, st.text(), language=st.sampled_from(["kk", "ru", "en"])),
    st.builds(ox.Literal, st.integers()),
)
IRIS = st.sampled_from(["body/а", "body/b", "act/x/point_1", "claim/0"]).map(
    lambda path: ox.NamedNode(BASE + path)
) | st.sampled_from(["http://example.org/a", "urn:b"]).map(ox.NamedNode)


@given(st.lists(LITERALS | IRIS, min_size=1))
def test_a_term_comes_back_as_it_was(values: list[ox.Literal | ox.NamedNode]) -> None:
    maker = TermsMaker(BASE)
    numbers = [maker.number(value) for value in values]
    terms, places = maker.sorted()
    for value, number in zip(values, numbers, strict=True):
        assert terms.value(places[number]) == value
        assert terms.text(places[number]) == text_of(value)
        if isinstance(value, ox.NamedNode):
            assert terms.find(value.value) == places[number]


def test_every_node_is_as_the_store_has_it(generation: Generation, hierarchy: Hierarchy) -> None:
    spans = f"{BASE}span/"
    for graph, table in (("", hierarchy.record.view), ("claims", hierarchy.record.held)):
        name = f"{BASE}graph/{graph}" if graph else None
        nodes = {iri: n for iri, n in read_nodes(generation, name).items() if spans not in iri}
        assert set(table) == set(nodes)
        for iri in sorted(nodes)[::7]:
            kept = {
                predicate: {value for value in values if spans not in text_of(value)}
                for predicate, values in nodes[iri].values.items()
            }
            made = {predicate: set(values) for predicate, values in table[iri].values.items()}
            assert made == {name: values for name, values in kept.items() if values}


def test_the_index_published_is_the_one_of_the_dump(generation: Generation) -> None:
    index = generation.index()
    assert index == index_of(generation.dump(), generation.manifest.base)
    assert index == index_of(reversed(list(generation.dump())), generation.manifest.base)


def test_an_index_says_what_the_dump_says(generation: Generation, hierarchy: Hierarchy) -> None:
    base, as_of = generation.manifest.base, generation.manifest.as_of
    loaded = Hierarchy.load(generation, base, as_of, index=generation.index())
    assert loaded.natures == hierarchy.natures
    assert loaded.days == hierarchy.days
    assert [loaded.at(as_of).body(iri) for iri in loaded.natures] == [
        hierarchy.at(as_of).body(iri) for iri in hierarchy.natures
    ]


def test_an_index_of_another_version_is_made_anew(generation: Generation) -> None:
    base = generation.manifest.base
    index = generation.index() or b""
    older = index.replace(b'"version":1', b'"version":0', 1)
    assert Compact.read(older) is None
    assert Hierarchy.load(generation, base, None, generation.dump(), older).natures


@pytest.mark.parametrize(
    "spoil", [lambda index: index[:-1], lambda index: b"x" + index, lambda _: b""]
)
def test_a_spoilt_index_is_refused(generation: Generation, spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(DatasetError, match="index"):
        Compact.read(spoil(generation.index()))


@given(st.lists(st.integers(0, 2**32 - 1)), st.binary())
def test_arrays_come_back_as_they_were(numbers: list[int], words: bytes) -> None:
    packed = pack({"one": array("I", numbers), "two": array("B")}, words, {"base": "x"})
    arrays, read, head = unpack(packed) or ({}, b"", {})
    assert (list(arrays["one"]), len(arrays["two"]), read) == (numbers, 0, words)
    assert head["base"] == "x"
