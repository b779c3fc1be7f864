"""Notes on wording: the acts that they name, of several issuers, each with its own entry.

The acts are invented, in the forms in which the mirrors keep real ones.
"""

from __future__ import annotations

import pytest
from telling import read_text

from graph.model import ActClaims

REQUISITES = "Приказ Министра финансов Республики Казахстан от 3 марта 2014 года № 7"
TEXTS = {
    "ru": "# О мельницах\n\n1. Мельницы мелют.\n\n> *Сноска. Пункт 1 {note}*\n",
    "kk": "# Диірмендер туралы\n\n1. Диірмендер тартады.\n\n> *Ескерту. 1-тармақ {note}*\n",
}


def noted(language: str, note: str) -> ActClaims:
    return read_text(TEXTS[language].format(note=note), language, REQUISITES)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            "ru",
            "в редакции приказа Первого заместителя Премьер-Министра РК – Министра финансов РК "
            "от 10.07.2019 № 699.",
        ),
        (
            "ru",
            "в редакции приказа заместителя Премьер-Министра - Министра финансов РК "
            "от 10.07.2019 № 699.",
        ),
        (
            "kk",
            "жаңа редакцияда - ҚР Премьер-Министрінің Бірінші орынбасары – ҚР Қаржы министрінің "
            "10.07.2019 № 699 бұйрығымен.",
        ),
        (
            "kk",
            "жаңа редакцияда - ҚР Премьер-Министрінің орынбасары - Қаржы министрінің "
            "10.07.2019 № 699 бұйрығымен.",
        ),
    ],
)
def test_a_deputy_who_is_a_minister_besides_issues_as_the_minister(
    language: str, note: str
) -> None:
    (change,) = noted(language, note).act.amendments
    assert (change.by, change.kind) == ("minister-of-finance-2019-699", "reworded")


@pytest.mark.parametrize(
    ("language", "requisites"),
    [
        (
            "ru",
            "Приказ Заместителя Премьер-Министра - Министра финансов Республики Казахстан "
            "от 3 марта 2022 года № 7",
        ),
        (
            "kk",
            "Қазақстан Республикасы Премьер-Министрінің орынбасары - Қаржы министрінің "
            "2022 жылғы 3 наурыздағы № 7 бұйрығы",
        ),
    ],
)
def test_an_order_of_a_deputy_is_one_of_the_minister(language: str, requisites: str) -> None:
    act = read_text("# О мельницах\n\n1. Мельницы мелют.\n", language, requisites)
    assert act.act.key == "minister-of-finance-2022-7"


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            "ru",
            "в редакции приказа Министра финансов РК от 29.08.2018 № 795; с изменениями, "
            "внесенными приказами Первого заместителя Премьер-Министра РК – Министра финансов РК "
            "от 10.07.2019 № 699; Министра юстиции РК от 28.04.2022 № 455 (вводится в действие "
            "со дня подписания).",
        ),
        (
            "kk",
            "жаңа редакцияда - ҚР Қаржы министрінің 29.08.2018 № 795; өзгерістер енгізілді - "
            "ҚР Премьер-Министрінің орынбасары - Қаржы министрінің 10.07.2019 № 699; "
            "ҚР Әділет министрінің 28.04.2022 № 455 (қол қойылған күнінен бастап қолданысқа "
            "енгізіледі) бұйрықтарымен.",
        ),
    ],
)
def test_a_note_names_acts_of_several_issuers_each_with_its_own_entry(
    language: str, note: str
) -> None:
    told = [(one.by, one.kind, one.rule) for one in noted(language, note).act.amendments]
    assert told == [
        ("minister-of-finance-2018-795", "reworded", None),
        ("minister-of-finance-2019-699", "amended", None),
        ("minister-of-justice-2022-455", "amended", "signature-day"),
    ]


def test_old_notes_say_that_words_were_replaced() -> None:
    text = (
        "# О мельницах\n\n1. Мельницы мелют.\n\n"
        "> *Сноска. В абзаце втором заменены слова - постановлением Правительства РК "
        "от 7 мая 1997 г. N 801.*\n"
    )
    (change,) = read_text(text, "ru", REQUISITES).act.amendments
    assert (change.by, change.kind) == ("government-1997-801", "amended")


REMOVED_BY = {
    "ru": "приказом Министра финансов РК от 10.07.2019 № 699.",
    "kk": "- ҚР Қаржы министрінің 10.07.2019 № 699 бұйрығымен.",
}


@pytest.mark.parametrize(
    ("language", "words", "target", "kind"),
    [
        ("ru", "Пункт 1 исключен", "point_1", "repealed"),
        ("ru", "Пункт 2 исключен", "point_2", "repealed"),
        ("ru", "Подпункт 2) пункта 1 исключен", "point_1__item_2", "repealed"),
        ("ru", "Абзац второй пункта 1 исключен", "point_1", "amended"),
        ("ru", "В пункте 1 абзац второй исключен", "point_1", "amended"),
        ("ru", "Глава 2 исключена", "", "amended"),
        ("ru", "Приложение исключено", "", "amended"),
        ("kk", "1-тармақ алып тасталды", "point_1", "repealed"),
        ("kk", "2-тармақтың күші жойылды", "point_2", "repealed"),
        ("kk", "1-тармақтың 2) тармақшасы алып тасталды", "point_1__item_2", "repealed"),
        ("kk", "1-тармақтың екінші абзацы алып тасталды", "point_1", "amended"),
        ("kk", "2, 3-тармақтар алып тасталды", "", "amended"),
        ("kk", "Қосымша алып тасталды", "", "amended"),
    ],
)
def test_a_removed_part_takes_no_part_above_it_away(
    language: str, words: str, target: str, kind: str
) -> None:
    note = "Сноска" if language == "ru" else "Ескерту"
    text = f"# О мельницах\n\n> *{note}. {words} {REMOVED_BY[language]}*\n\n1. Мельницы мелют.\n"
    act = read_text(text, language, REQUISITES).act
    assert [(change.target, change.kind) for change in act.amendments] == [(target, kind)]
    assert act.repealed_by is None


@pytest.mark.parametrize(("language", "words"), [("ru", "Утратил силу"), ("kk", "Күші жойылды")])
def test_a_note_that_names_no_part_repeals_the_act(language: str, words: str) -> None:
    note = "Сноска" if language == "ru" else "Ескерту"
    text = f"# О мельницах\n\n> *{note}. {words} {REMOVED_BY[language]}*\n\n1. Мельницы мелют.\n"
    assert read_text(text, language, REQUISITES).act.repealed_by


def test_the_word_of_a_note_may_be_misprinted() -> None:
    text = (
        TEXTS["kk"]
        .replace("Ескерту", "Ескертру")
        .format(note="жаңа редакцияда - ҚР Қаржы министрінің 20.11.2015 № 581 бұйрығымен.")
    )
    (change,) = read_text(text, "kk", REQUISITES).act.amendments
    assert (change.target, change.kind) == ("point_1", "reworded")
