"""How a phrase reads a sentence."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims.passing import without_passing
from graph.grammar import BODY, Found, Grammar, Masked, first, mask
from graph.language import load
from graph.model import Mention

GRAMMAR = Grammar.of({"joiners": ["және", "мен"], "slots": {"number": r"(?:№\s*\d+)"}})


def body(name: str) -> Mention:
    return Mention(name, name, name, "kk", ())


def masked(sentence: str, *bodies: tuple[str, str]) -> Masked:
    """A sentence in which each of the (words, case) is a body."""
    found, position = [], 0
    for words, case in bodies:
        start = sentence.index(words, position)
        position = start + len(words)
        found.append(Found(body(words), start, position, case))
    return mask(sentence, found)


def test_a_body_is_one_sign_whatever_stands_inside_its_quotes() -> None:
    sentence = '"А басқармасының "Б" колледжі" одан "В" бөлімін бөлу жолымен қайта құрылсын.'
    one = masked(sentence, ('"А басқармасының "Б" колледжі"', "nom"), ('"В" бөлімін', "acc"))
    match = first([GRAMMAR.phrase("{a} одан {b:acc} бөлу жолымен қайта құрыл*")], one)
    assert match is not None
    assert match.bodies["b"][0].mention.own == '"В" бөлімін'
    assert sentence[match.start : match.end] == sentence.rstrip(".")


def test_a_phrase_asks_for_its_case() -> None:
    one = masked("А мекемесі Б мекемесіне берілсін", ("А мекемесі", "nom"), ("Б мекемесіне", "dat"))
    assert first([GRAMMAR.phrase("{x} {to:dat} берілсін")], one)
    assert first([GRAMMAR.phrase("{x} {to:acc} берілсін")], one) is None


def test_several_bodies_in_a_row_fill_one_slot() -> None:
    one = masked("А, Б және В таратылсын", ("А", "nom"), ("Б", "nom"), ("В", "nom"))
    match = first([GRAMMAR.phrase("{ended+} таратылсын")], one)
    assert match is not None
    assert [found.mention.own for found in match.bodies["ended"]] == ["А", "Б", "В"]


def test_what_may_be_missing_is_missing_with_its_space() -> None:
    phrase = GRAMMAR.phrase("мемлекеттік [қайта|] тіркелсін")
    assert first([phrase], masked("мемлекеттік тіркелсін"))
    assert first([phrase], masked("мемлекеттік қайта тіркелсін"))
    assert first([phrase], masked("мемлекеттіктіркелсін")) is None


def test_free_words_keep_their_place() -> None:
    sentence = "бақылау орынбасарға № 7 жүктелсін"
    match = first([GRAMMAR.phrase("бақылау {who=text} {n=number} жүктелсін")], masked(sentence))
    assert match is not None
    assert sentence[slice(*match.words["who"])] == "орынбасарға"
    assert sentence[slice(*match.words["n"])] == "№ 7"


def test_what_a_phrase_finds_comes_in_an_order_that_no_run_changes() -> None:
    names = ("to", "ended", "created", "from")
    phrase = GRAMMAR.phrase(" ".join(f"{{{name}}}" for name in names))
    match = first([phrase], masked("a b c d", *((letter, "nom") for letter in "abcd")))
    assert match is not None
    assert list(match.bodies) == sorted(names)


@pytest.mark.parametrize("pattern", ["{x", "a } b", "{x=unknown} c", "{x} a | b"])
def test_a_phrase_that_breaks_the_rules_is_a_mistake_in_the_data(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|slot kind"):
        GRAMMAR.phrase(pattern)


@given(st.text(max_size=200), st.data())
def test_offsets_lead_back_to_the_characters_of_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    one = mask(text, [Found(body("x"), a, b, "nom") for a, b in spans])
    position = 0
    for a, b in [*spans, (len(text), len(text))]:
        for place in range(position, a):
            offset = place - sum(e - s - 2 for s, e in spans if e <= place)
            assert one.original(offset) == place
        position = b


def patterns(data: object) -> Iterator[str]:
    """Every phrase in the data of a language."""
    if isinstance(data, dict):
        for key, value in data.items():
            told = key in ("phrases", "rows", "shared") and isinstance(value, list)
            yield from value if told else patterns(value)
    elif isinstance(data, list):
        for one in data:
            yield from patterns(one)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_phrase_of_a_language_is_an_expression(language: str) -> None:
    data = load(language).section("phrases")
    grammar = Grammar.of(data)
    for one in patterns(data):
        re.compile(grammar.phrase(one).expression)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_phrase_asks_for_nothing_that_may_be_missing(language: str) -> None:
    phrases = load(language).section("phrases")
    grammar = Grammar.of(phrases)
    patterns = [one for rule in phrases["event"] for one in rule.get("phrases", ())]
    same = dict(grammar.same)
    slots = {word for words in dict(grammar.holds).values() for word in words}
    for pattern in patterns:
        # What is left of a phrase without all that may be missing or stand otherwise.
        groups = re.findall(r"\[[^\[\]]*\]", pattern)
        sure = re.sub(r"\[[^\[\]]*\]", "", re.sub(r"\[[^\[\]]*\]", "", pattern)).lower()
        whole = [one.lower()[1:-1].split("|") for one in groups if "" not in one[1:-1].split("|")]
        others = [other for words in same.values() for one in words for other in one.split()]
        for words in grammar.phrase(pattern).needs:
            known = [one for one in words if one not in slots and one not in others]
            stands = all(one in sure or one == BODY for one in known)
            chosen = any(all(any(w in one for w in words) for one in group) for group in whole)
            assert stands or chosen, pattern
        assert ((BODY,) in grammar.phrase(pattern).needs) <= ("{" in sure), pattern


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("{x} [таратылсын|жойылсын]", (("таратылсын", "жойылсын"), (BODY,))),
        ("{x} [тегін|] берілсін", (("берілсін",), (BODY,))),
        ("{x} [қайта құрылсын|етіп аталсын]", (("құрылсын", "аталсын"), (BODY,))),
        ("{x} [қайта құрылсын|{to:dat}]", (("құрылсын", BODY), (BODY,))),
        ("[{x=text}|берілсін] {y}", ((BODY,),)),
        ("{x} [берілсін [тегін|бірден]|алынсын]", (("берілсін", "алынсын"), (BODY,))),
        ("{x=number} құр*", (("құр",),)),
    ],
)
def test_one_of_the_words_of_each_choice_is_needed(
    pattern: str, needs: tuple[tuple[str, ...], ...]
) -> None:
    assert sorted(GRAMMAR.phrase(pattern).needs) == sorted(needs)


def test_a_slot_that_is_a_choice_of_words_needs_one_of_them() -> None:
    slots = {"type": r"(?:Қаулы\w*|шешім)", "free": r"(?:а|б)?", "near": r"[^;]{1,9}"}
    grammar = Grammar.of({"slots": slots, "holds": {"near": ["жер"]}})
    assert grammar.phrase("{x=type} {y=free} {z=near}").needs == (("қаулы", "шешім"), ("жер",))


def test_phrases_whose_words_are_missing_are_left_out_in_the_order_of_the_data() -> None:
    one = masked("А мекемесі Б мекемесіне берілсін", ("А мекемесі", "nom"), ("Б мекемесіне", "dat"))
    patterns = ["{x} берілсін", "{x} таратылсын", "{x} [тегін|] {to:dat} берілсін"]
    for _ in range(2):
        standing = [phrase.pattern for phrase in GRAMMAR.standing(patterns, one)]
        assert standing == [patterns[0], patterns[2]]
    assert GRAMMAR.standing(patterns, masked("Берілсін")) == [
        GRAMMAR.phrase(patterns[0]),
        GRAMMAR.phrase(patterns[2]),
    ]
    assert first(GRAMMAR.standing(patterns, masked("Берілсін")), masked("Берілсін")) is None


def test_a_phrase_may_stand_where_its_rarest_words_do_or_where_it_needs_none() -> None:
    one = masked("А құрылсын", ("А", "nom"))
    assert GRAMMAR.may_stand(["{a} таратылсын", "{a} құрыл*"], one)
    assert GRAMMAR.may_stand(["{a} {b}"], one)
    assert not GRAMMAR.may_stand(["{a} таратылсын", "{a} қосылсын"], one)


@pytest.mark.parametrize("share", ["100% участием", "100 % участием", "100-процентным участием"])
def test_a_blank_that_may_be_missing_in_words_passed_over_may_be_missing(share: str) -> None:
    words = without_passing(f"создать со {share} государства", load("ru"))
    assert words.strip() == "создать"
