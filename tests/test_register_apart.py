"""Bodies of one name that are two: an act makes one and ends the other, or only one has a place."""

from __future__ import annotations

from datetime import date

import pytest
from telling import read_text, slugs_in, tell

from graph.model import ActClaims
from graph.register import Register, Resolution

RU = """# О создании

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

{points}
"""
KK = """# Құру туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

{points}
"""
MADE, ENDED = (
    "республиканское государственное предприятие на праве хозяйственного ведения",
    "акционерное общество",
)


def act(points: str, language: str = "ru", number: int = 33) -> ActClaims:
    day = f"{number % 28 + 1} мая 2021 года № {number}"
    requisites = f"Постановление Правительства Республики Казахстан от {day}"
    return read_text({"ru": RU, "kk": KK}[language].format(points=points), language, requisites)


def slugs(resolution: Resolution, held: ActClaims) -> dict[str, set[str]]:
    """The slugs under which an act means the academy, by legal form."""
    found: dict[str, set[str]] = {}
    for mention, slug in resolution.of(held.act.key).items():
        if mention.form and mention.language == held.act.language and "кад" in mention.own:
            found.setdefault(mention.form, set()).add(slug)
    return found


BOTH = act(f"1. Создать {MADE} «Академия танца».\n\n2. Ликвидировать {ENDED} «Академия танца».")


def test_a_body_made_and_a_body_ended_in_another_form_are_two() -> None:
    made, ended = slugs(Register().resolve([BOTH]), BOTH).values()
    assert len(made) == len(ended) == 1
    assert made != ended


def test_later_acts_mean_the_body_of_the_form_that_they_print() -> None:
    later = [
        act(f"1. Переименовать {form} «Академия танца» в {form} «{new}».", "ru", number)
        for number, form, new in ((34, MADE, "Дом балета"), (35, ENDED, "Дом танца"))
    ]
    register = Register()
    told = register.resolve([BOTH, *later])
    first = slugs(told, BOTH)
    for one in later:
        for form, found in slugs(told, one).items():
            assert found == first[form]
    assert slugs(Register(register.entries).resolve(later), later[0]) == slugs(told, later[0])


def test_the_editions_of_the_act_tell_the_same_two() -> None:
    kazakh = act(
        "1. «Би академиясы» шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорны "
        "құрылсын.\n\n2. «Би академиясы» акционерлік қоғамы таратылсын.",
        "kk",
    )
    told = Register().resolve([BOTH, kazakh])
    assert slugs(told, kazakh) == slugs(told, BOTH)


@pytest.mark.parametrize(
    "points",
    [
        f"1. Преобразовать {MADE} «Академия танца» в {ENDED} «Академия танца».",
        f"1. Создать {MADE} «Академия танца».\n\n2. Ликвидировать {MADE} «Академия танца».",
    ],
)
def test_a_conversion_and_an_end_in_the_same_form_are_of_one_body(points: str) -> None:
    held = act(points)
    found = [slug for told in slugs(Register().resolve([held]), held).values() for slug in told]
    assert len(set(found)) == 1


def placed_and_not(bare: str, placed: str) -> tuple[list[str], set[str]]:
    """The slugs of a body that a national act names without a place, and of one in a place that
    a later act names; the kinds of doubt about them.
    """
    acts = [
        tell([[name]], "kk", key=f"act-{year}", issuer=issuer, day=date(year, 3, 5))
        for year, name, issuer in (
            (1998, bare, "Қазақстан Республикасының Үкіметі"),
            (2015, placed, "Павлодар қаласының әкімдігі"),
        )
    ]
    resolved = Register().resolve(acts)
    return [slug for one in acts for slug in slugs_in(resolved, one)], {
        one.kind for one in resolved.doubts
    }


def test_a_name_of_few_words_without_a_place_is_not_the_body_of_one_place() -> None:
    (one, other), kinds = placed_and_not("Талдау бөлімі", "Павлодар қаласының талдау бөлімі")
    assert one != other
    assert kinds == {"unplaced"}


def test_a_long_name_without_a_place_is_the_body_of_its_place() -> None:
    own = "қолөнер мен халық шығармашылығын дамыту орталығы"
    (one, other), _ = placed_and_not(own.capitalize(), f"Павлодар қаласының {own}")
    assert one == other


@pytest.mark.parametrize("own", ["Хозяйственное управление", "Учебный центр"])
def test_what_each_ministry_has_is_not_one_body(own: str) -> None:
    names = [
        [f"государственное учреждение «{own} Министерства {of} Республики Казахстан»"]
        for of in ("юстиции", "обороны", "юстиции")
    ]
    issuer = "Правительство Республики Казахстан"
    held = tell(names, "ru", key="act-2004", issuer=issuer, day=date(2004, 3, 5))
    one, other, again = slugs_in(Register().resolve([held]), held)
    assert one == again != other


def test_a_name_that_may_mean_any_of_many_bodies_is_no_doubt() -> None:
    cities = ("Павлодар", "Орал", "Тараз", "Семей", "Өскемен", "Қостанай", "Көкшетау")
    names = ["Талдау бөлімі", *(f"{one} қаласының талдау бөлімі" for one in cities)]
    issuers = [
        "Қазақстан Республикасының Үкіметі",
        *(f"{one} қаласының әкімдігі" for one in cities),
    ]
    acts = [
        tell([[name]], "kk", key=f"act-{year}", issuer=issuer, day=date(year, 3, 5))
        for year, (name, issuer) in enumerate(zip(names, issuers, strict=True), 2001)
    ]
    assert not [one for one in Register().resolve(acts).doubts if one.kind == "unplaced"]
