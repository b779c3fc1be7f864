"""Russian acts of the nineties and early two-thousands: fences, columns, lost blanks; invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_russian import RK, deeds, read
from test_formats_marked import said

OLD = f"Министерства энергетики {RK}"


def test_a_fence_stands_inside_a_sentence_and_holds_points_and_appendices() -> None:
    text = (
        "1\\. Утвердить изменения, которые вносятся\n\n"
        "```\nв решения Правительства от 25 июня\n1996 года N 790\n\nP960790_\n\n"
        '"О Перечне" (ст. 5): исключить;\n2. Настоящее постановление вступает в силу.\n'
        "Министр\nПриложение 1\nк постановлению\nот 5 мая 1999 года N 33\nПеречень\nпредприятий\n"
        "1. Первое\nпредприятие\n2. Второе\n```\n\nСлова.\n"
    )
    assert said(text) == [
        "1. Утвердить изменения, которые вносятся в решения Правительства от 25 июня "
        '1996 года N 790 "О Перечне" (ст. 5): исключить;',
        "2. Настоящее постановление вступает в силу.",
        "Министр",
        "Приложение 1 к постановлению от 5 мая 1999 года N 33",
        "Перечень предприятий",
        "1. Первое предприятие",
        "2. Второе",
        "Слова.",
    ]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            'предприятие "Центр чабреца" {} Мангистауская область,|Министерства энергетики '
            "город Жанаозен|Республики Казахстан",
            "Центр чабреца",
        ),
        (
            'предприятие "Научно- Жамбылская|исследовательский центр" область, поселок|'
            "Министерства энергетики Каратау|Республики Казахстан",
            "Научно-исследовательский центр",
        ),
        (
            'предприятие "Центр города Тараза" город Тараз|Министерства энергетики {}|'
            "Республики Казахстан",
            "Центр города Тараза",
        ),
    ],
)
def test_a_second_column_of_places_is_no_part_of_the_names(
    tmp_path: Path, lines: str, name: str
) -> None:
    rows = "\n".join(line.replace(" {}", "") for line in lines.split("|"))
    points = (
        f"1\\. Передать предприятия в ведение Министерства финансов {RK} согласно приложению 1.\n\n"
        "2\\. Настоящее постановление вступает в силу со дня подписания.\n\n"
        f"```\nПремьер-Министр\n{RK}\nПриложение 1\nк постановлению Правительства\n{RK}\n"
        "от 5 мая 2021 года N 33\nПеречень\nпредприятий, передаваемых в ведение\n"
        f"Министерства финансов\n{RK}\n1. Республиканское государственное казенное\n{rows}\n```\n"
    )
    own = f"республиканское государственное казенное предприятие «{name}» {OLD}"
    kind, body, to = deeds(tmp_path, points)[0]
    assert (kind, body.lower(), to) == ("Transfer", own.lower(), f"Министерство финансов {RK}")


@pytest.mark.parametrize(
    "name", ['предприятие«"Чабрец" {}', 'предприятие "Чабрец"»{}', 'предприятие "Чабрец" {}']
)
def test_an_angled_quote_glued_to_words_and_to_a_quote_is_a_lost_blank(
    tmp_path: Path, name: str
) -> None:
    point = f"1. Ликвидировать государственное {name.format(OLD)}."
    assert deeds(tmp_path, point) == [
        ("Liquidation", f"государственное предприятие «Чабрец» {OLD}")
    ]


def test_a_removed_point_says_nothing_of_when_the_act_took_effect(tmp_path: Path) -> None:
    points = (
        "1. Исключен - Указом Президента РК от 21.03.2002 № 825 (вступает в силу с 01.01.2002).\n\n"
        "2. Настоящее постановление вступает в силу со дня подписания."
    )
    entry = read(tmp_path, points).act.entry
    assert entry is not None
    assert entry.kind == "signature-day"


def test_an_exception_for_some_points_is_not_when_the_act_took_effect(tmp_path: Path) -> None:
    points = (
        "1. Настоящий Указ вводится в действие с 1 января 2001 года, за исключением пункта 2, "
        "который вводится в действие со дня опубликования."
    )
    entry = read(tmp_path, points).act.entry
    assert entry is not None
    assert (entry.kind, str(entry.day)) == ("fixed-day", "2001-01-01")


def test_what_a_decree_approves_is_an_appendix_of_it(tmp_path: Path) -> None:
    points = (
        "1. Утвердить прилагаемые изменения.\n\n**Президент Республики Казахстан**\n\n"
        f"> *УТВЕРЖДЕНЫ*\n> *Указом Президента*\n> *{RK}*\n> *от 5 мая 2021 года № 33*\n\n"
        "## Изменения\n\n1. Слова исключить."
    )
    assert [part.eid for part in read(tmp_path, points).document.parts][-2:] == [
        "signature",
        "app_0",
    ]


def test_what_stands_behind_an_indented_signature_is_no_part_of_the_last_point(
    tmp_path: Path,
) -> None:
    points = (
        "1. Утвердить прилагаемый перечень.\n\n   1) в новой редакции.\n\n"
        f"   *Премьер-Министр*\n\n   *{RK}*\n\n   Утвержден\n\n   постановлением Правительства\n\n"
        f"   {RK}\n\n   от 5 мая 2021 года N 33\n\n   Перечень\n\n"
        f"   организаций, находящихся в ведении\n\n   Министерства энергетики\n\n   {RK}\n\n"
        '   Республиканское государственное предприятие "Чабрец"\n'
    )
    act = read(tmp_path, points)
    assert [part.eid for part in act.document.parts][-2:] == ["signature", "app_0"]
    assert [one.key for one in act.statements if one.key.startswith("entry/")] == [
        "entry/app_0__heading~2"
    ]


def test_rows_of_what_is_converted_are_neither_made_nor_listed(tmp_path: Path) -> None:
    points = (
        "1. Реорганизовать дочерние предприятия путем их преобразования согласно приложению.\n\n"
        f"2. Органом создаваемых предприятий определить Министерство энергетики {RK}.\n\n"
        f"> *Приложение*\n> *к постановлению Правительства*\n> *{RK}*\n> *от 5 мая 2021 года № 33*"
        f"\n\n## Перечень дочерних государственных предприятий {OLD}, преобразуемых в "
        "республиканские предприятия\n\n1. Дочернее государственное в Республиканское предприятие "
        '"Чабрец" предприятие "Душица"\n'
    )
    act = read(tmp_path, points)
    keys = [one.key for one in act.statements if one.key.startswith(("event/", "entry/"))]
    assert keys == []
