"""Literals survive the store unchanged: what the engine would rewrite is never written."""

from __future__ import annotations

import gzip
from typing import cast

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.store import Generation

#: The types that the dataset has: a code, whatever it looks like, is a string.
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPES = {f"{XSD}{name}" for name in ("string", "integer", "boolean", "date", "dayTimeDuration")}
LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
SUBJECT, PREDICATE = ox.NamedNode("urn:s"), ox.NamedNode("urn:p")


def test_every_literal_of_the_dump_comes_back_letter_for_letter(generation: Generation) -> None:
    dump = gzip.decompress((generation.path / "dump.nq.gz").read_bytes())
    stored = b"".join(sorted(f"{quad} .\n".encode() for quad in generation.quads()))
    assert b"".join(sorted(dump.splitlines(keepends=True))) == stored


def test_literals_are_of_types_that_the_engine_leaves_alone(generation: Generation) -> None:
    literals = {q.object for q in generation.dump() if isinstance(q.object, ox.Literal)}
    assert {held.datatype.value for held in literals} <= {*TYPES, LANGUAGE}
    for held in literals:
        if held.datatype.value == f"{XSD}integer":
            assert held.value == str(int(held.value))
        elif held.datatype.value == f"{XSD}boolean":
            assert held.value in ("true", "false")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """A store on disk, emptied for each literal."""
    return ox.Store(str(tmp_path_factory.mktemp("literals") / "store"))


def test_a_number_with_zeros_before_it_would_be_rewritten(store: ox.Store) -> None:
    """Why codes are strings: if this fails the engine has been mended."""
    code = ox.Literal("001", datatype=ox.NamedNode(f"{XSD}integer"))
    assert kept(code, store) == ox.Literal("1", datatype=code.datatype)
    assert kept(ox.Literal("001"), store).value == "001"


def kept(literal: ox.Literal, store: ox.Store) -> ox.Literal:
    """The literal as a store gives it back."""
    store.clear()
    store.add(ox.Quad(SUBJECT, PREDICATE, literal))
    return cast(ox.Literal, next(iter(store)).object)


#: All that XML and RDF can hold; half a surrogate is no letter.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(deadline=None)
@given(WORDS, st.sampled_from([None, "kk", "ru", "en"]))
def test_any_words_survive_in_every_script(
    store: ox.Store, words: str, language: str | None
) -> None:
    literal = ox.Literal(words, language=language) if language else ox.Literal(words)
    assert kept(literal, store) == literal


@settings(deadline=None)
@given(st.from_regex(r"[0-9]{1,12}", fullmatch=True))
def test_codes_survive_as_strings(store: ox.Store, code: str) -> None:
    assert kept(ox.Literal(code), store).value == code


@settings(deadline=None)
@given(st.dates(), st.integers(-(2**62), 2**62), st.booleans(), st.integers(1, 10_000))
def test_days_numbers_truths_and_minutes_survive(
    store: ox.Store, day: object, number: int, truth: bool, minutes: int
) -> None:
    written = {
        "date": str(day),
        "integer": str(number),
        "boolean": str(truth).lower(),
        "dayTimeDuration": f"PT{minutes % 60 or 1}M",
    }
    for kind, words in written.items():
        literal = ox.Literal(words, datatype=ox.NamedNode(XSD + kind))
        assert kept(literal, store) == literal
