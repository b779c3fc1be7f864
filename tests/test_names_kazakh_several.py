"""Several Kazakh bodies of one kind named in a row, under a superior that is named once."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds
from test_names import namings

MINISTRY = "Қазақстан Республикасы Бақ шаруашылығы министрлігі"


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        (
            f"{MINISTRY}нің Алма комитеті, Әкімшілік есеп комитеті және Сауда және шие комитеті "
            "(бұдан әрі - Комитеттер) құрылсын.",
            [
                f"{MINISTRY}нің {one} комитеті"
                for one in ("Алма", "Әкімшілік есеп", "Сауда және шие")
            ],
        ),
        (
            "Алматы облысының Бақ басқармасы мен Алма күтімі басқармасы құрылсын.",
            ["Алматы облысының Бақ басқармасы", "Алматы облысының Алма күтімі басқармасы"],
        ),
        # another superior, and a term, begin no name under the first one
        (
            f"{MINISTRY}нің Алма комитеті және Шие министрлігінің Бақ комитеті құрылсын.",
            [f"{MINISTRY}нің Алма комитеті"],
        ),
        (
            f"{MINISTRY}нің Алма комитеті, Министрлік және Бақ комитеті осы қаулыны орындасын.",
            [f"{MINISTRY}нің Алма комитеті"],
        ),
        # nor does what is no body of that kind
        (
            f"{MINISTRY}нің Алма комитеті, Бақ кодексі және Салық комитеті туралы ереже.",
            [f"{MINISTRY}нің Алма комитеті"],
        ),
    ],
)
def test_bodies_of_one_kind_share_their_superior(words: str, bodies: list[str]) -> None:
    assert [one.mention.whole for one in namings(words)] == bodies


def test_each_body_of_one_kind_is_established(tmp_path: Path) -> None:
    read = act(tmp_path, f"1. {MINISTRY}нің Алма комитеті мен Шие күтімі комитеті құрылсын.")
    assert [sorted(made) for _, _, made in deeds(read)] == [
        [f"{MINISTRY}нің Алма комитеті"],
        [f"{MINISTRY}нің Шие күтімі комитеті"],
    ]


def test_a_place_stands_amid_a_form() -> None:
    found = namings(
        f"{MINISTRY}нің «Алма» бақ өсіру жөніндегі шаруашылық жүргізу құқығындағы Орал "
        "республикалық мемлекеттік кәсіпорнын қосу жолымен"
    )
    assert [one.mention.whole for one in found] == [
        f"{MINISTRY}нің «Алма» бақ өсіру жөніндегі шаруашылық жүргізу құқығындағы Орал "
        "республикалық мемлекеттік кәсіпорны"
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            f"{MINISTRY} Топырақ комитетінің «Шығысбақ» Шығыс Алма өңіраралық топырақ және суды "
            "пайдалану департаменті",
            [
                f"{MINISTRY} Топырақ комитетінің «Шығысбақ» Шығыс Алма өңіраралық топырақ және "
                "суды пайдалану департаменті"
            ],
        ),
        # a legal form, or a sign, stands before the next head word
        (
            f"{MINISTRY}нің «Алма» мемлекеттік мекемесі Топырақ департаменті",
            [f"{MINISTRY}нің «Алма» мемлекеттік мекемесі"],
        ),
        (f"{MINISTRY}нің «Алма» туралы ережесі, Топырақ департаменті", [MINISTRY]),
        # whose right something is
        (f"{MINISTRY}нің «Алма» Батыс топырақ департаментінің құқықтары", [MINISTRY]),
    ],
)
def test_a_word_in_quotes_begins_the_own_name_behind_its_superior(
    words: str, names: list[str]
) -> None:
    assert [one.mention.whole for one in namings(words)] == names
