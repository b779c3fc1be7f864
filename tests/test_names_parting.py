"""Names that run into one another without a sign between them; all names are invented."""

from __future__ import annotations

import pytest

from graph.names.parting import part_names


def parted(words: str, language: str = "ru") -> list[str]:
    return [words[start:end] for start, end in part_names(words, language)]


@pytest.mark.parametrize(
    "names",
    [
        ["Институт рек им. И. Ойдана", "Ивовый университет имени Тростника", "Казахская академия"],
        ['Завод "Мост"', 'Государственное предприятие "Ива"', "Речное объединение Рекапрокат"],
        ["Управление мостами (на праве хозяйственного ведения)", 'Фирма карт "Ива"'],
    ],
)
def test_a_name_begins_with_a_capital_in_the_nominative_behind_a_head(names: list[str]) -> None:
    assert parted(" ".join(names)) == names


@pytest.mark.parametrize(
    "name",
    [
        "Казахская Национальная академия рек",
        "Государственное учреждение Национальный архив рек",
        "Станция карт Атырауская",
        "Филиал Национальной библиотеки Республики Казахстан",
        "Центр рек при Комитете мостов Министерства туризма",
    ],
)
def test_one_name_is_not_parted(name: str) -> None:
    assert parted(name) == [name]


def test_where_the_head_comes_last_a_legal_form_tells_the_end() -> None:
    names = ['"Көпір" мемлекеттік мекемесі', '"Қамыс" мемлекеттік кәсіпорны', "Өзен басқармасы"]
    assert parted(" ".join(names), "kk") == names
    one = "Қазақстан Республикасы Туризм министрлігі Өзен комитетінің Алматы басқармасы"
    assert parted(one, "kk") == [one]
