"""The language of a text is told by its letters; a third one is refused by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import NotAnActError, SideFileError
from graph.formats import language_of
from graph.model import Source

KAZAKH = (
    "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ: Қоса беріліп отырған мемлекеттік мекеменің "
    "ережесі бекітілсін. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі."
)
RUSSIAN = (
    "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ: Утвердить прилагаемое положение этого "
    "государственного учреждения. Настоящее постановление вводится в действие со дня подписания."
)
CORPUS = Path(__file__).parent.parent.parent / "shared" / "acts" / "corpus"


def told(text: str, said: str = "", name: str = "act.txt") -> str:
    return language_of(Source(name, text, ""), said)


def test_each_language_is_told_by_its_letters() -> None:
    assert (told(KAZAKH), told(RUSSIAN)) == ("kk", "ru")


def test_tags_of_a_page_are_no_letters() -> None:
    page = f"<html><body>{'<div class=frame>' * 60}<p>{RUSSIAN}</p></body></html>"
    assert told(page, name="act.html") == "ru"


def test_letters_that_look_alike_do_not_hide_the_language() -> None:
    latin = str.maketrans("асеорі", "aceopi")
    assert told(KAZAKH.translate(latin)) == "kk"
    assert (
        told((KAZAKH + " Және мәселелер әділет әкімдігі әрі мәдениет. ").replace("ә", "ə")) == "kk"
    )


#: What the fonts of old pages had in the place of Kazakh letters.
FONT = str.maketrans("ғқңөұүәҒҚҢӨҰҮӘ", "ѓќѕґўїјЃЌЅҐЎЇЈ")


@pytest.mark.parametrize("letters", ["ұ", "қңұ", "ғқңөұүә"])
def test_letters_of_the_font_of_an_old_page_do_not_hide_the_language(letters: str) -> None:
    table = {key: value for key, value in FONT.items() if chr(key).lower() in letters}
    assert told((KAZAKH + " Ұйымдар құрылсын. " * 5).translate(table)) == "kk"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Government resolves to establish a state institution and to approve its rules",
            "Lat",
        ),
        ("Кабінет Міністрів України постановляє: утворити державну установу, її органи", "Ukra"),
        (
            "Өкмөт токтом кылат: билим берүү министрлигинин алдында мамлекеттик мекеме түзүлсүн",
            "Ky",
        ),
        ("Вазирлар Маҳкамаси қарор қилади: давлат муассасаси ўз низоми билан тасдиқлансин", "Uz"),
        ("Министрлар Кабинеты карар бирә: дәүләт учреждениесе төзергә, җирле үзидарә белән", "Ta"),
        ("Министерският съвет постанови: създава държавно учреждение към министъра. " * 5, "Bu"),
    ],
)
def test_another_language_is_named(text: str, name: str) -> None:
    with pytest.raises(NotAnActError, match=f"an act in Kazakh or Russian; found .*{name}"):
        told(text, "kk")


@pytest.mark.parametrize(("text", "said"), [(KAZAKH, "ru"), (RUSSIAN, "kk")])
def test_a_side_file_that_says_another_language_is_refused(text: str, said: str) -> None:
    with pytest.raises(SideFileError, match=re.escape(f"found «{said}»")):
        told(text, said)


def test_some_sentences_of_the_other_language_contradict_nothing() -> None:
    assert told(RUSSIAN * 3 + KAZAKH, "ru") == "ru"
    assert told(KAZAKH * 3 + RUSSIAN, "kk") == "kk"


def test_a_short_act_that_repeats_its_words_may_lack_any_letter() -> None:
    words = (
        "Правительство постановляет: Переименовать республиканское предприятие «Академия мер» в "
        "республиканское предприятие «Казахская академия мер». Министерству обеспечить "
        "перерегистрацию предприятия в органах юстиции. "
    )
    assert not set("ыэ") & set(words)
    assert told(words * 3, "ru") == "ru"


def test_names_in_the_other_language_make_no_third_one() -> None:
    """«Оңтүстік» and «Жетісу» have no letter that Kazakh alone has."""
    names = "Создать акционерные общества «Оңтүстік», «Жетісу» и «Ертіс». "
    assert told(RUSSIAN + names + RUSSIAN) == told(RUSSIAN * 9 + names * 9, "ru") == "ru"


def test_a_few_words_tell_nothing() -> None:
    assert told("Об акте", "ru") == "ru"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of acts is not beside the project")
def test_the_language_of_every_act_of_the_corpus_is_told() -> None:
    for path in CORPUS.glob("*/*.md"):
        assert told(path.read_text(encoding="utf-8")) == path.parent.name, path
