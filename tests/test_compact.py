"""The index of the hierarchy: the record in arrays, as bytes and back."""

from __future__ import annotations

from array import array
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DatasetError
from graph.hierarchy import Hierarchy
from graph.hierarchy.ages import Ages
from graph.hierarchy.compact import VALUES, Compact, Scales, slot
from graph.hierarchy.compact.making import index_of
from graph.hierarchy.compact.packing import VERSION, pack, unpack
from graph.hierarchy.compact.terms import TermsMaker
from graph.hierarchy.levels import Levels
from graph.hierarchy.nodes import read_nodes, text_of
from graph.store import Generation
from graph.time import decide, stretch
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
    older = index.replace(b'"version":%d' % VERSION, b'"version":0', 1)
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


DAYS = st.integers(0, 9)


@given(st.tuples(DAYS, DAYS, DAYS, DAYS), st.integers(1, 9))
def test_a_stretch_holds_the_days_that_are_decided_yes(
    days: tuple[int, int, int, int], day: int
) -> None:
    first, end = stretch(days)
    assert (decide(days, True, day)[0] == "yes") == (first <= day < end)


def test_what_the_index_has_worked_out_is_what_is_weighed_when_asked(hierarchy: Hierarchy) -> None:
    compact, stands = hierarchy.record.compact, hierarchy.record.compact.stands
    for place, iri in enumerate(hierarchy.iris):
        days = compact.turns.days[compact.turns.starts[place] : compact.turns.starts[place + 1]]
        for day in map(date.fromordinal, {*days, *(one - 1 for one in days)}):
            moment = hierarchy.at(day)
            at = slot(compact.turns, place, day.toordinal())
            assert moment.existence(iri).value == VALUES[stands.there[at]]
            standing = moment.standing(iri)
            assert standing.answer.value == standing.value == VALUES[stands.sure[at]]
            above = stands.above[at]
            assert standing.superior == (hierarchy.iris[above - 1] if above else None)


def test_a_record_that_is_not_the_present_one_is_weighed_likewise(hierarchy: Hierarchy) -> None:
    compact, day = hierarchy.record.compact, hierarchy.as_of
    scales = Scales(compact.held, compact.columns, compact.pointing, day.toordinal())
    now, then = (Levels(compact, Ages(scales, now), day) for now in (True, False))
    for place in range(len(hierarchy.iris)):
        assert now.there(place) == then.there(place)
        assert now.superior(place) == then.superior(place)
        assert now.ways(place) == then.ways(place)
