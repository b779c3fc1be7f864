"""More wordings of deeds in Russian acts of akimats and maslikhats; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import deeds
from test_deeds_russian import read

A, B, C = (f"КГУ «{one}»" for one in ("Алма", "Бота", "Шие"))
GARDENS, FIELDS = "управление садов Абайской области", "управление полей Абайской области"
OF_GARDENS, TO_GARDENS = (GARDENS.replace("ие с", form) for form in ("ия с", "ию с"))
HOSPITAL, CLINIC = "Лесная районная больница", "Лесная районная поликлиника"

Deed = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # how a new body comes about is told by a participle, or as a result
        (f"Создать {C}, объединив {A} и {B}.", [("Merger", {A, B}, {C})]),
        (f"Создать {A}, выделив его из {C}.", [("SpinOff", {C}, {A})]),
        (f"Создать {C} в результате слияния {A} и {B}.", [("Merger", {A, B}, {C})]),
        (f"Создать на базе отдела садов аппарата акима области самостоятельное {A}.",
         [("Establishment", set(), {A})]),
        (f"{A} создать с 1 мая 2020 года.", [("Establishment", set(), {A})]),
        # an abbreviated form bears no case
        (f"Реорганизовать {A} путем слияния с {B} в {C}.", [("Merger", {A, B}, {C})]),
        (f"Осуществить слияние {A} и {B} с образованием {C}.", [("Merger", {A, B}, {C})]),
        (f"Произвести присоединение {A} к {B}.", [("Accession", {A}, {B})]),
        (f"Реорганизовать {A}, присоединив {B}.", [("Accession", {B}, {A})]),
        (f"{A} и {B} - путем присоединения второго к первому.", [("Accession", {B}, {A})]),
        (f"Присоединить к {A} следующие организации:\n\n{B};\n\n{C}.",
         [("Accession", {B, C}, {A})]),
        (f"Реорганизовать путем слияния следующие организации в {A}:\n\n{B};\n\n{C}.",
         [("Merger", {B, C}, {A})]),
        # the new name of who stays
        (f"Реорганизовать {A} путем его присоединения к {B}, переименовав последнее в {C}.",
         [("Accession", {A}, {B}), ("Renaming", {B}, {C})]),
        (f"{A} присоединить к {B} и переименовать последнее в {C}.",
         [("Accession", {A}, {B}), ("Renaming", {B}, {C})]),
        (f"Переименовать {A} на {B}, {C} на КГУ «Ива».",
         [("Renaming", {A}, {B}), ("Renaming", {C}, {"КГУ «Ива»"})]),
        (f"Присвоить {A} имя Абая и именовать его впредь {B}.", [("Renaming", {A}, {B})]),
        (f"Изменить наименование {A}, изложив его в следующей редакции: {B}.",
         [("Renaming", {A}, {B})]),
        (f"Установить, что {A} впредь именуется {B}.", [("Renaming", {A}, {B})]),
        # into what form, and of what kind
        (f"Изменить вид {A} на {B}.", [("Conversion", {A}, {B})]),
        (f"Реорганизовать {A} путем изменения статуса на {B}.", [("Conversion", {A}, {B})]),
        (f"Изменить наименование и организационно-правовую форму {A} на {B}.",
         [("Conversion", {A}, {B})]),
        ("Преобразовать в государственные коммунальные предприятия на праве хозяйственного ведения "
         "следующие казенные предприятия:\n\n«Лесная больница»;\n\n«Речная больница».",
         [("Conversion", {"Лесная больница"}, set()), ("Conversion", {"Речная больница"}, set())]),
        (f"Создать {A} со стопроцентным участием акимата области в уставном капитале путем "
         f"реорганизации в форме преобразования {B}.", [("Conversion", {B}, {A})]),
        # who leads it from now on
        (f"{A} передать в управление {TO_GARDENS}.", [("Transfer", {A}, {GARDENS})]),
        (f"Передать {A} из {OF_GARDENS} в {FIELDS}.", [("Transfer", {A}, {FIELDS})]),
        (f"Передать {A} с республиканского на областной уровень в ведение {OF_GARDENS}.",
         [("Transfer", {A}, {GARDENS})]),
        (f"Сменить ведомственную подчиненность {A} с {OF_GARDENS} на {FIELDS}.",
         [("Transfer", {A}, {FIELDS})]),
        (f"Из состава {B} вывести {A} и передать его в ведение {OF_GARDENS}.",
         [("Transfer", {A}, {GARDENS})]),
        (f"Принять в коммунальную собственность акимата Лесного района от {OF_GARDENS} {A}.",
         [("Transfer", {A}, {"акимат Лесного района"})]),
        # without quotes
        ("Закрыть Лесную районную больницу с передачей имущества.",
         [("Liquidation", {HOSPITAL}, set())]),
        (f"{HOSPITAL.replace('Лесная', 'Областной').replace('районная больница', 'центр садов')} "
         "упразднить.", [("Liquidation", {"Областной центр садов"}, set())]),
        ("Слить Лесную районную больницу и Лесную районную поликлинику в единую Лесную районную "
         "клинику.", [("Merger", {HOSPITAL, CLINIC}, {"Лесная районная клиника"})]),
        ("Создать областное государственное казенное предприятие «Ансамбль «Алма» на базе "
         "ансамбля «Шие».",
         [("Establishment", set(), {"государственное казенное предприятие «Ансамбль «Алма»»"})]),
        # in two words for one deed
        (f"Реорганизовать {C} путем разделения и выделения из него {A}.",
         [("SpinOff", {C}, {A})]),
        (f"Реорганизовать {C} путем выделения и создания {A} с последующим переименованием {C} в "
         f"{B}.", [("SpinOff", {C}, {A}), ("Renaming", {C}, {B})]),
        (f"Прекратить деятельность {A} путем присоединения к {B}.", [("Accession", {A}, {B})]),
        (f"Изменить подчиненность {A} и передать его из ведения {OF_GARDENS} в ведение управления "
         "полей Абайской области.", [("Transfer", {A}, {FIELDS})]),
        (f"Подведомственные организации – {A} и {B} – передать в подчинение {OF_GARDENS}.",
         [("Transfer", {A}, {GARDENS}), ("Transfer", {B}, {GARDENS})]),
        (f"Объединить {A} и {B} под общим названием {C}.", [("Merger", {A, B}, {C})]),
        (f"Разделить {C} на два учреждения: {A} и {B}.", [("Division", {C}, {A, B})]),
        (f"Создать путем выделения из {C} {A}.", [("SpinOff", {C}, {A})]),
        (f"Ранее созданное {A} присоединить к вновь открываемому {B}.",
         [("Accession", {A}, {B})]),
        (f"Переименовать {A} с присвоением имени Абая в {B}.", [("Renaming", {A}, {B})]),
        (f"Присвоить {A} статус государственного казенного предприятия.",
         [("Conversion", {A}, set())]),
        (f"Изменить тип следующих организаций:\n\n{A} на {B};\n\n{C} на КГУ «Ива».",
         [("Conversion", {A}, {B}), ("Conversion", {C}, {"КГУ «Ива»"})]),
        ("Учредить акимату города Рудного КГУ «Алма».", [("Establishment", set(), {A})]),
        # of the kinds that are told in small letters
        ("Закрыть с 1 мая 1997 года:\n\nначальную школу № 4 села Лесное;\n\n"
         "Лесную районную больницу.", [("Liquidation", {"начальная школа № 4 села Лесное"}, set()),
                                      ("Liquidation", {HOSPITAL}, set())]),
        ("Реорганизовать Лесную районную больницу в лесную амбулаторию.",
         [("Reorganisation", {HOSPITAL}, {"лесная амбулатория"})]),
        (f"Передать сельский клуб села Лесное в ведение {OF_GARDENS}.",
         [("Transfer", {"сельский клуб села Лесное"}, {GARDENS})]),
    ],
)  # fmt: skip
def test_an_akimat_orders_a_deed(order: str, expected: list[Deed], tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. {order}")) == expected


@pytest.mark.parametrize(
    "words",
    [
        f"Функции учредителя {A} передать {TO_GARDENS}.",
        f"Здание {A} передать в ведение {OF_GARDENS}.",
        f"Филиал {A} ликвидировать.",
        f"Создать на базе бывшей {A} пункт питания для {B}.",
        f"Передать имущество {A} в управление {TO_GARDENS}.",
        f"Закрыть класс-комплекты при:\n\n{A};\n\n{B}.",
        f"В связи с переименованием {A} в {B} внести изменения в устав.",
    ],
)
def test_what_belongs_to_a_body_is_not_the_body(words: str, tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. {words}")) == []


def test_a_place_above_rows_of_a_table_is_no_body(tmp_path: Path) -> None:
    rows = (("№", "Наименование"), ("Лесной район",), ("1", A), ("город Рудный",), ("2", B))
    cells = ("".join(f"<td>{cell}</td>\n" for cell in row) for row in rows)
    table = "<table>\n" + "".join(f"<tr>\n{row}</tr>\n" for row in cells) + "</table>\n"
    text = (
        f"1. Передать в ведение {OF_GARDENS} организации согласно приложению.\n\n> Приложение\n> "
        "к постановлению\n> Правительства\n> Республики Казахстан\n> от 5 мая 2021 года № 33\n\n"
        f"## Организации, передаваемые в ведение {OF_GARDENS}\n\n{table}"
    )
    found = deeds(read(tmp_path, text))
    assert found == [("Transfer", {A}, {GARDENS}), ("Transfer", {B}, {GARDENS})]
