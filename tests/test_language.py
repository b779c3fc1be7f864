import pytest

from graph.errors import UnknownThingError
from graph.language import load


def test_a_language_is_one_object() -> None:
    assert load("kk") is load("kk")


def test_a_section_is_read_once() -> None:
    assert load("kk").section("letters") is load("kk").section("letters")


def test_kazakh_has_42_letters() -> None:
    alphabet = load("kk").section("letters")["alphabet"]
    assert len(alphabet) == len(set(alphabet)) == 42


@pytest.mark.parametrize("lang", ["xx", "../kk", "", "kk/ru"])
def test_a_language_without_data_is_unknown(lang: str) -> None:
    with pytest.raises(UnknownThingError):
        load(lang)


def test_a_missing_section_says_which() -> None:
    with pytest.raises(UnknownThingError, match="kk/nothing"):
        load("kk").section("nothing")


def test_a_language_knows_what_it_has() -> None:
    assert load("kk").has("letters")
    assert not load("kk").has("nothing")
