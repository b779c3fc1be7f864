"""Kazakh orders of bodies without quotes or form, or with one form on both sides of the name."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, appendix, deeds, rows_of

COUNTRY = "Қазақстан Республикасы"
MINISTRY = f"{COUNTRY} Бақ шаруашылығы министрлігі"
GARDEN = "«Алма бағы» мемлекеттік мекемесі"
PEAR = "«Алмұрт бағы» мемлекеттік мекемесі"
RIGHT = "шаруашылық жүргізу құқығы бар"

ORDERS = [
    # a head word that is no body by itself is one before the verb, or before its own short name
    (f"{COUNTRY} Үкіметінің Бақ ақпараты орталығы (бұдан әрi - Орталық) құрылсын.",
     "Establishment", set(), {f"{COUNTRY} Үкіметінің Бақ ақпараты орталығы"}),
    (f"{MINISTRY}нің Батыс аймақтық күзет отряды құрылсын.",
     "Establishment", set(), {f"{MINISTRY}нің Батыс аймақтық күзет отряды"}),
    (f"{MINISTRY}нің Бақ институты таратылсын.",
     "Liquidation", {f"{MINISTRY}нің Бақ институты"}, set()),
    # councils and commissions beside somebody, by their task
    (f"{COUNTRY} Президентінің жанынан Бақ өсіру мәселелері жөніндегі комиссия құрылсын.",
     "Establishment", set(), {"Бақ өсіру мәселелері жөніндегі комиссия"}),
    (f"{COUNTRY} Президентінің жанында Бақ күтімі (бақ саясаты) жөнінде Қоғамдық кеңес құрылсын.",
     "Establishment", set(), {"Бақ күтімі (бақ саясаты) жөнінде Қоғамдық кеңес"}),
    (f"{COUNTRY} Президентінің жанынан {COUNTRY}ның Бақ кеңесі құрылсын.",
     "Establishment", set(), {f"{COUNTRY}ның Бақ кеңесі"}),
    # of something that bears a name in quotes
    ("«Бақ паркі» бақ өсіру кластерінің қамқоршылық кеңесі құрылсын.",
     "Establishment", set(), {"«Бақ паркі» бақ өсіру кластерінің қамқоршылық кеңесі"}),
    # as what sort of body it is made, and under whom
    (f"{COUNTRY} Бақ агенттігі {COUNTRY}ның Президентіне тікелей бағынатын және есеп беретін "
     "мемлекеттік орган ретінде құрылсын.",
     "Establishment", set(), {f"{COUNTRY} Бақ агенттігі"}),
    # in which city of which region it sits
    (f"{MINISTRY} Бақ комитетінің Оңтүстік Бақ облысы Талғар қаласындағы «Алма орталығы» "
     "мемлекеттік мекемесі құрылсын.",
     "Establishment", set(), {f"{MINISTRY} Бақ комитетінің «Алма орталығы» мемлекеттік мекемесі"}),
    # what it is of its superior, before a dash
    (f"{MINISTRY} Бақ комитетінің аумақтық органдары - «Шие инспекциясы» және «Алма инспекциясы» "
     f"мемлекеттік мекемелері {MINISTRY} Бақ комитетінің аумақтық органы – «Жеміс инспекциясы» "
     "мемлекеттік мекемесіне, Талғар қаласы, бірігу жолымен қайта ұйымдастырылсын.",
     "Merger", {f"{MINISTRY} Бақ комитетінің «Шие инспекциясы» мемлекеттік мекемесі",
                f"{MINISTRY} Бақ комитетінің «Алма инспекциясы» мемлекеттік мекемесі"},
     {f"{MINISTRY} Бақ комитетінің «Жеміс инспекциясы» мемлекеттік мекемесі"}),
    # stray signs beside quotes
    (f"{MINISTRY}нің»\"Алма бағы\" мемлекеттік мекемесі таратылсын.",
     "Liquidation", {f"{MINISTRY}нің «Алма бағы» мемлекеттік мекемесі"}, set()),
    (f"{MINISTRY}нің \"Алма бағы\"» мемлекеттік мекемесі таратылсын.",
     "Liquidation", {f"{MINISTRY}нің «Алма бағы» мемлекеттік мекемесі"}, set()),
    # an institution without more, behind its quotes
    ("«Жеміс», «Шие дирекциясы» мекемелері мен «Алма» республикалық мемлекеттік қазыналық "
     "кәсіпорнын қосу жолымен «Бақ» республикалық мемлекеттік қазыналық кәсіпорны болып қайта "
     "ұйымдастырылсын.",
     "Merger", {"«Жеміс» мекемесі", "«Шие дирекциясы» мекемесі",
                "«Алма» республикалық мемлекеттік қазыналық кәсіпорны"},
     {"«Бақ» республикалық мемлекеттік қазыналық кәсіпорны"}),
    # a form without a name: the body goes on in it
    (f"{GARDEN} шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорын (бұдан әрі - "
     "Кәсіпорын) етіп қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, set()),
    (f"{GARDEN} қайта құру жолымен акционерлік қоғам болып қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, set()),
    # the State's share in words of its own, after the way
    (f"{GARDEN} оны қайта құру жолымен жарғылық капиталына мемлекеттік жүз пайыздық қатысумен "
     "«Алма» жабық акционерлік қоғамы болып қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {"«Алма» жабық акционерлік қоғамы"}),
    # whose functions it gets
    (f"{MINISTRY}нің Бақ комитеті (бұдан әрі - Комитет) оған таратылатын {MINISTRY}нің Алма "
     f"комитетінің және {MINISTRY}нің «Өрік бағы» мемлекеттік мекемесінің функциялары мен "
     "өкілеттіктері беріле отырып, құрылсын.",
     "Establishment", set(), {f"{MINISTRY}нің Бақ комитеті"}),
]  # fmt: skip


@pytest.mark.parametrize(("order", "kind", "originals", "results"), ORDERS)
def test_bodies_without_quotes_or_form_take_part(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, originals, results)]


OTHERS = [
    f"{MINISTRY}нің бақ орталығы туралы ереже бекітілсін.",
    f"{MINISTRY}нің мемлекеттік қызметі (бұдан әрі - жұмыс) ұйымдастырылуын қамтамасыз етсін.",
    "«Бақ мекемесі» қоғамдық тәртібі бекітілсін.",
    "Жаңа «Бақ» кластерінің кеңесі құрылсын.",
    "Бақ күтімі жөнінде комиссияға ұсыныс беру ұйымдастырылсын.",
]


@pytest.mark.parametrize("other", OTHERS)
def test_a_head_word_elsewhere_is_no_body_in_a_deed(other: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {other}")) == []


def test_paragraphs_between_dashes_say_who_becomes_what(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {MINISTRY}нің қарауындағы мыналар қайта құру жолымен:\n\n"
        f'   {GARDEN} - {RIGHT} "Алма бағы" республикалық мемлекеттік кәсіпорны;\n\n'
        f'   {PEAR} - {RIGHT} "Алмұрт бағы" республикалық мемлекеттік кәсіпорны болып қайта '
        "ұйымдастырылсын.",
    )
    own = "шаруашылық жүргізу құқығы бар республикалық мемлекеттік кәсіпорны"
    assert deeds(read) == [
        ("Conversion", {GARDEN}, {f"«Алма бағы» {own}"}),
        ("Conversion", {PEAR}, {f"«Алмұрт бағы» {own}"}),
    ]


def test_a_heading_says_what_its_rows_become(tmp_path: Path) -> None:
    rows = appendix(
        "қосымша",
        f"{MINISTRY}нің қазыналық кәсіпорындар болып қайта құрылатын мекемелерінің тізбесі",
        f"1. {GARDEN} - «Алма бағы» қазыналық кәсіпорны",
        f"2. {PEAR} «Алмұрт бағы» қазыналық кәсіпорны болып қайта құрылсын.",
    )
    read = act(
        tmp_path, "1. Қосымшаға сәйкес мемлекеттік мекемелер қайта ұйымдастырылсын.", after=rows
    )
    assert deeds(read) == [
        ("Conversion", {GARDEN}, {"«Алма бағы» қазыналық кәсіпорны"}),
        ("Conversion", {PEAR}, {"«Алмұрт бағы» қазыналық кәсіпорны"}),
    ]
    assert not rows_of(read)


def test_functions_that_each_result_gets_are_passed_over(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Штат санының лимиті шегінде:\n\n"
        f"1) {MINISTRY}нің Бақ комитеті:\n\n"
        f"   оған күзет саласындағы функцияларын бере отырып, {MINISTRY}нің Күзет комитетіне;\n\n"
        f"   оған су саласындағы функцияларын бере отырып, {MINISTRY}нің Су комитетіне бөлу "
        "жолымен;\n\n"
        f"2) {GARDEN} {PEAR}не қосу жолымен қайта ұйымдастырылсын.",
    )
    assert deeds(read) == [
        ("Division", {f"{MINISTRY}нің Бақ комитеті"},
         {f"{MINISTRY}нің Күзет комитеті", f"{MINISTRY}нің Су комитеті"}),
        ("Accession", {GARDEN}, {PEAR}),
    ]  # fmt: skip


def test_a_table_lists_the_names_of_one_column(tmp_path: Path) -> None:
    cells = ["Р/с N|Атауы|Облыс", "1|2|3", f"1|{GARDEN}|Жамбыл", f"2|{PEAR}|Алматы"]
    rows = "\n".join(
        "<tr>\n" + "\n".join(f"<td>{cell}</td>" for cell in row.split("|")) + "\n</tr>"
        for row in cells
    )
    listed = appendix("қосымша", f"{MINISTRY}нің қарамағындағы ұйымдардың тізбесі")
    read = act(tmp_path, "1. Тізбе бекітілсін.", after=f"{listed}\n\n<table>\n{rows}\n</table>")
    assert [(one.number, one.name) for one in rows_of(read)] == [(1, GARDEN), (2, PEAR)]


TORN = (
    f'1. {MINISTRY}нің\n\n"Алма ғылыми\n\nорталығы" республикалық мемлекеттік\n\nкәсіпорны.',
    f'2. {MINISTRY}нің "Шие" мемлекеттік\n\nмекемесі.',
)
WHOLE = [
    f"{MINISTRY}нің «Алма ғылыми орталығы» республикалық мемлекеттік кәсіпорны",
    f"{MINISTRY}нің «Шие» мемлекеттік мекемесі",
]


def test_rows_torn_into_paragraphs_are_read_whole(tmp_path: Path) -> None:
    heading = f"{MINISTRY}нің қарамағындағы ұйымдардың тізбесі"
    read = act(tmp_path, "1. Тізбе бекітілсін.", after=appendix("қосымша", heading, *TORN))
    assert [one.name for one in rows_of(read)] == WHOLE


def test_a_heading_says_whom_the_torn_rows_join(tmp_path: Path) -> None:
    heading = (
        "«Бақ» акционерлік қоғамына қайта қосылу жолымен қайта ұйымдастырылатын "
        "кәсіпорындардың тізбесі"
    )
    read = act(
        tmp_path,
        "1. Қосымшаға сәйкес мемлекеттік кәсіпорындар қайта ұйымдастырылсын.",
        after=appendix("қосымша", heading, *TORN),
    )
    joined = {"«Бақ» акционерлік қоғамы"}
    assert deeds(read) == [("Accession", {name}, joined) for name in WHOLE]


def test_words_broken_at_the_end_of_a_line_of_a_cell_are_whole(tmp_path: Path) -> None:
    cell = f'{MINISTRY}нің\n"Шие ғылыми-\nзерттеу институты" мемлекет-\nтік мекемесі'
    table = f"<table>\n<tr>\n<td>1</td>\n<td>\n{cell}\n</td>\n</tr>\n</table>"
    heading = appendix("қосымша", f"{MINISTRY}нің қарамағындағы мемлекеттік ұйымдардың тізбесі")
    read = act(tmp_path, "1. Тізбе бекітілсін.", after=f"{heading}\n\n{table}")
    name = f"{MINISTRY}нің «Шие ғылыми-зерттеу институты» мемлекеттік мекемесі"
    assert [one.name for one in rows_of(read)] == [name]
