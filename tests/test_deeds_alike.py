"""Several deeds of one kind that a sentence says with one verb, and bodies named in passing."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, appendix, deeds, events_of, rows_of
from test_deeds_russian import read

ALMA, PEAR, PLUM, CHERRY = (
    f"«{name}» мемлекеттік мекемесі" for name in ("Алма бағы", "Алмұрт", "Өрік", "Шие")
)

SENTENCES = [
    (f"{ALMA} {PEAR} болып, {PLUM} {CHERRY} болып қайта аталсын.", "Renaming"),
    (f"{ALMA} (бұдан әрі – бақ) {PEAR} болып, сондай-ақ {PLUM} {CHERRY} болып қайта аталсын.",
     "Renaming"),
    (f"{PEAR} оған {ALMA[:-2]}сін қосу жолымен, {CHERRY} оған {PLUM[:-2]}сін қосу жолымен қайта "
     "ұйымдастырылсын.", "Accession"),
    (f"{ALMA} {PEAR}не, {PLUM} {CHERRY}не қосу жолымен қайта ұйымдастырылсын.", "Accession"),
    (f"{ALMA} {PEAR} болып және {PLUM} {CHERRY} болып қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_deeds_that_share_their_verb_are_read_each(
    sentence: str, kind: str, tmp_path: Path
) -> None:
    found = sorted(deeds(act(tmp_path, f"1. {sentence}")), key=lambda one: sorted(one[1]))
    assert found == [(kind, {ALMA}, {PEAR}), (kind, {PLUM}, {CHERRY})]


def test_russian_deeds_that_share_their_verb_are_read_each(tmp_path: Path) -> None:
    garden, pear, plum, cherry = (
        f"государственное учреждение «{name}»" for name in ("Сад", "Груша", "Слива", "Вишня")
    )
    found = read(tmp_path, f"1. Переименовать {garden} в {pear}, {plum} – в {cherry}.")
    assert [(list(one.originals), list(one.results)) for one in events_of(found)] == [
        ([garden], [pear]),
        ([plum], [cherry]),
    ]


def test_what_stands_apart_from_a_deed_is_no_deed_of_its_kind(tmp_path: Path) -> None:
    apart = f"{ALMA} {PEAR} жанынан ашылғанын ескеріп, {PLUM} {CHERRY} болып қайта аталсын."
    assert deeds(act(tmp_path, f"1. {apart}")) == [("Renaming", {PLUM}, {CHERRY})]


@pytest.mark.parametrize(
    ("order", "kind", "results"),
    [
        (f"{ALMA} {PEAR} болып, сондай-ақ осы қаулыға қосымшаға сәйкес оның аумақтық бөлімшелері "
         "қайта аталсын.", "Renaming", {PEAR}),
        (f"{ALMA} мен оның ведомстволары таратылсын.", "Liquidation", set()),
        (f"{ALMA} су саласындағы функциялары мен өкілеттіктерін {PEAR}не бере отырып, қайта "
         "ұйымдастырылсын.", "Reorganisation", set()),
        (f"{ALMA} және оның филиалдары осы қаулыға 2-қосымшаға сәйкес таратылсын.",
         "Liquidation", set()),
    ],
)  # fmt: skip
def test_those_under_a_body_are_named_in_passing(
    order: str, kind: str, results: set[str], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, {ALMA}, results)]


def test_a_form_printed_twice_is_one(tmp_path: Path) -> None:
    point = f"1. {ALMA}» мемлекеттік мекемесі таратылсын."
    assert deeds(act(tmp_path, point)) == [("Liquidation", {ALMA}, set())]


def test_a_column_of_local_bodies_is_no_part_of_those_handed_over(tmp_path: Path) -> None:
    cells = "".join(f"<td>{one}</td>" for one in ("1", ALMA, "Ақмола облысының әкімдігі"))
    heads = "<td>№</td><td>Мекеменің атауы</td><td>Жергілікті атқарушы органның атауы</td>"
    table = f"<table>\n<tr>{heads}</tr>\n<tr>{cells}</tr>\n</table>"
    found = act(
        tmp_path,
        "1. Қазақстан Республикасы Бақ министрлігінің Жеміс комитеті құрылсын.\n\n"
        "2. Осы қаулыға қосымшаға сәйкес мекемелер Қазақстан Республикасы Бақ министрлігі Жеміс "
        "комитетінің қарамағына берілсін.",
        after=appendix("қосымша", "Берілетін мекемелердің тізбесі", table),
    )
    committee = "Қазақстан Республикасы Бақ министрлігі Жеміс комитеті"
    assert deeds(found)[1:] == [("Transfer", {ALMA}, {committee})]


def test_a_schwa_printed_for_its_letter_stands_in_no_name(tmp_path: Path) -> None:
    order = f"1. {ALMA} «Өнеркəсіп жəне өңдеу» мемлекеттік мекемесі болып қайта аталсын."
    named = "«Өнеркәсіп және өңдеу» мемлекеттік мекемесі"
    assert deeds(act(tmp_path, order)) == [("Renaming", {ALMA}, {named})]


@pytest.mark.parametrize(
    ("order", "heading", "expected"),
    [
        ("Комитетке қосымшаға сәйкес мемлекеттік мекемелер құруға рұқсат етілсін.",
         "Құрылатын мемлекеттік мекемелердің тізбесі", []),
        ("Қосымшаға сәйкес мемлекеттік мекемелердің тізбесі бекітілсін.",
         "Құруға рұқсат етілетін мемлекеттік мекемелердің тізбесі", []),
        ("Қосымшаға сәйкес мемлекеттік мекемелер құрылсын.",
         "Құрылатын мемлекеттік мекемелердің тізбесі", [("Establishment", set(), {ALMA})]),
    ],
)  # fmt: skip
def test_rows_whose_deeds_are_only_allowed_state_none(
    order: str, heading: str, expected: list[tuple[str, set[str], set[str]]], tmp_path: Path
) -> None:
    after = appendix("қосымша", heading, f"1. {ALMA}.")
    assert deeds(act(tmp_path, f"1. {order}", after=after)) == expected


@pytest.mark.parametrize(
    ("order", "heading", "count"),
    [
        ("Разрешить Комитету создать учреждения согласно приложению.",
         "Перечень создаваемых государственных учреждений", 0),
        ("Утвердить прилагаемый перечень согласно приложению.",
         "Перечень создаваемых учреждений, создание которых разрешается", 0),
        ("Создать государственные учреждения согласно приложению.",
         "Перечень создаваемых государственных учреждений", 1),
    ],
)  # fmt: skip
def test_rows_whose_deeds_are_only_allowed_state_none_in_russian(
    order: str, heading: str, count: int, tmp_path: Path
) -> None:
    after = f"> *Приложение*  \n> *к постановлению*\n\n## {heading}\n\n"
    row = "1. Государственное учреждение «Сад»."
    found = read(tmp_path, f"1. {order}\n\n{after}{row}")
    assert len(list(events_of(found))) == count


def test_rows_of_a_table_that_state_deeds_are_no_list_of_its_appendix(tmp_path: Path) -> None:
    committee = "Қазақстан Республикасы Қаржы министрлігінің Салық комитеті"
    heading = f"{committee}нің қарамағына берілетін мемлекеттік мекемелердің тізбесі"
    table = f"<table><tr><td>1</td><td>{ALMA}</td></tr><tr><td>2</td><td>{PEAR}</td></tr></table>"
    order = f"1. 1-қосымшаға сәйкес мемлекеттік мекемелер {committee}нің қарамағына берілсін."
    found = act(tmp_path, order, after=appendix("1-қосымша", heading, table))
    assert [kind for kind, *_ in deeds(found)] == ["Transfer", "Transfer"]
    assert rows_of(found) == []
