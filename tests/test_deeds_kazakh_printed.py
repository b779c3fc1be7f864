"""Orders in Kazakh as older acts print them: fences, columns, names without quotes or form."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds

MINISTRY = "Қазақстан Республикасы Бақ шаруашылығы министрлігі"
GARDEN = f"{MINISTRY}нің «Алма бағы» республикалық мемлекеттік қазыналық кәсіпорны"
PEAR = f"{MINISTRY}нің «Алмұрт бағы» республикалық мемлекеттік қазыналық кәсіпорны"
OWN = "шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорны"
COMPANY = "«Алма бағы» жабық акционерлік қоғамы"

ORDERS = [
    # the beginning of a legal form before the quotes, and where the body sits
    (f"{GARDEN} {MINISTRY}нің Талғар қаласындағы шаруашылық жүргізу құқығындағы «Жеміс бағы» "
     "республикалық мемлекеттік кәсіпорны болып қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {f"{MINISTRY}нің «Жеміс бағы» {OWN}"}),
    ("Шаруашылық жүргізу құқығындағы «Жеміс бағы» республикалық мемлекеттік кәсіпорны таратылсын.",
     "Liquidation", {f"«Жеміс бағы» {OWN}"}, set()),
    # what kind several bodies are stands before the quotes
    (f"{MINISTRY}нің тәжірибе мекемелері «Өрік» мемлекеттік мекемесі таратылсын.",
     "Liquidation", {f"{MINISTRY}нің «Өрік» мемлекеттік мекемесі"}, set()),
    # words that say only what the body is or who holds its shares
    (f"{MINISTRY}нің Бақ комиссиясы мемлекеттік орган болып табылатын {MINISTRY}нің Бақ комитеті "
     "болып қайта ұйымдастырылсын.",
     "Reorganisation", {f"{MINISTRY}нің Бақ комиссиясы"}, {f"{MINISTRY}нің Бақ комитеті"}),
    (f"{GARDEN} мемлекеттің жарғылық капиталға жүз пайыздық қатысуымен {COMPANY}на қайта құру "
     "жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {COMPANY}),
    (f"{GARDEN} оны {COMPANY} етіп қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {COMPANY}),
    (f"{GARDEN} одан {PEAR}н бөліп алу жолымен қайта ұйымдастырылсын.",
     "SpinOff", {GARDEN}, {PEAR}),
    # words between commas, and daughters without names or with them
    (f"{GARDEN}, жарғылық капиталына мемлекеттің жүз пайыз қатысуымен, оны {COMPANY} етіп қайта "
     "құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {COMPANY}),
    (f"{GARDEN} (бұдан әрі - «Бақ» РМК) мен оның еншілес кәсіпорындары таратылсын.",
     "Liquidation", {GARDEN}, set()),
    (f"{GARDEN} және оның еншілес кәсіпорындары \"Көшет институты\" және \"Тамыр институты\" "
     f"{COMPANY}на біріктіру "
     "және қайта құру жолымен қайта ұйымдастырылсын.",
     "Merger", {GARDEN, "Көшет институты", "Тамыр институты"}, {COMPANY}),
    # the capital by its older name, where the body sits, to whom its functions go
    (f"{GARDEN} оның жарғылық қорына мемлекеттің жүз пайыз қатысуымен {COMPANY} етіп қайта құру "
     "жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {COMPANY}),
    (f"{MINISTRY} Талғар ауданының Бақ күзету басқармасы мемлекеттік мекемесі (Талғар қаласы) "
     "таратылсын.",
     "Liquidation", {f"{MINISTRY} Талғар ауданының Бақ күзету басқармасы мемлекеттік мекемесі"},
     set()),
    (f"{MINISTRY}нің Бақ комитеті (бұдан әрі - Комитет) бақ өсіруді реттеу саласындағы "
     f"функциялары мен өкілеттіктері {MINISTRY}не беріле отырып, таратылсын.",
     "Liquidation", {f"{MINISTRY}нің Бақ комитеті"}, set()),
    # a quote that closes once more behind the form
    (f"{GARDEN} {MINISTRY}нің \"Жеміс\" бақ орталығы\" мемлекеттік мекемесі\" (бұдан әрi - "
     "Мекеме) етіп қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {f"{MINISTRY}нің «Жеміс» бақ орталығы» мемлекеттік мекемесі"}),
    ("\"Жеміс\" бақ орталығы\" мемлекеттік мекемесі\" таратылсын.",
     "Liquidation", {"«Жеміс» бақ орталығы» мемлекеттік мекемесі"}, set()),
    # property of a region that becomes that of the country
    (f"{GARDEN} Бақ облысы әкімдігінің коммуналдық меншігіндегі мүліктік кешендер ретінде "
     "заңнамада белгіленген тәртіппен республикалық меншікке қабылдасын және "
     f"{MINISTRY} Бақ комитетінің қарауына берілсін.",
     "Transfer", {GARDEN}, {f"{MINISTRY} Бақ комитеті"}),
    # a colon between the way and the results
    (f"{GARDEN} бөлу жолымен:\n\n1) {COMPANY};\n\n2) {PEAR} болып қайта ұйымдастырылсын.",
     "Division", {GARDEN}, {COMPANY, PEAR}),
]  # fmt: skip


@pytest.mark.parametrize(("order", "kind", "originals", "results"), ORDERS)
def test_older_wordings_order_deeds(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, originals, results)]


def test_two_names_in_an_item_without_a_verb_are_two(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. Мыналар:\n\n1) {MINISTRY}нің Бақ комитеті {MINISTRY}нің Жеміс комитеті;\n\n"
        f"2) {MINISTRY}нің Су комитеті {MINISTRY}нің Арық комитеті болып қайта аталсын.",
    )
    assert deeds(read) == [
        ("Renaming", {f"{MINISTRY}нің Бақ комитеті"}, {f"{MINISTRY}нің Жеміс комитеті"}),
        ("Renaming", {f"{MINISTRY}нің Су комитеті"}, {f"{MINISTRY}нің Арық комитеті"}),
    ]


def test_rows_rename_bodies_that_are_named_without_quotes(tmp_path: Path) -> None:
    form = "республикалық мемлекеттік қазыналық кәсіпорны"
    read = act(
        tmp_path,
        f"1. {MINISTRY}нің {form[:-3]}ындары:",
        f"1) Ә.Бағбанов атындағы Жеміс институты «Ә.Бағбанов атындағы Бақ институты» {form};",
        f"2) Оңтүстік Бақ университеті «Бақ университеті» {form} болып қайта аталсын.",
    )
    assert deeds(read) == [
        ("Renaming", {"Ә.Бағбанов атындағы Жеміс институты"},
         {f"«Ә.Бағбанов атындағы Бақ институты» {form}"}),
        ("Renaming", {"Оңтүстік Бақ университеті"}, {f"«Бақ университеті» {form}"}),
    ]  # fmt: skip


def test_each_item_of_a_division_that_leaves_its_source_is_a_deed(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Мыналар:",
        f"1) {GARDEN} одан {PEAR}н (бұдан әрі - 1 Бақ) бөлу жолымен;",
        f"2) {PEAR} одан {GARDEN}н бөлу жолымен қайта ұйымдастырылсын.",
    )
    assert deeds(read) == [("SpinOff", {GARDEN}, {PEAR}), ("SpinOff", {PEAR}, {GARDEN})]


def test_another_name_in_brackets_is_passed_over(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Мыналар:",
        f"1) {GARDEN} («Бақ» РМК) – {PEAR} («Алмұрт» РМК);",
        f"2) {COMPANY} – «Жеміс» жабық акционерлік қоғамы болып қайта аталсын.",
    )
    assert deeds(read) == [
        ("Renaming", {GARDEN}, {PEAR}),
        ("Renaming", {COMPANY}, {"«Жеміс» жабық акционерлік қоғамы"}),
    ]


def test_rows_under_a_word_for_bodies_are_names(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {MINISTRY}нің мынадай мемлекеттік мекемелері құрылсын:",
        "1) 11111 бақ бөлімі;",
        "2) 22 көшет базасы.",
    )
    assert [(kind, results) for kind, _, results in deeds(read)] == [
        ("Establishment", {"11111 бақ бөлімі"}),
        ("Establishment", {"22 көшет базасы"}),
    ]


FENCED = f"""1. 1-қосымшаға сәйкес кәсіпорындар {MINISTRY}нің қарамағына берілсін.

2. Осы қаулыдан туындайтын шаралар туралы

```
ұсыныстар енгізілсін.
3. Осы қаулы қол қойылған күнінен бастап күшіне енеді.
Қазақстан Республикасының
Премьер-Министрі
Қазақстан Республикасы
Үкіметінің
2001 жылғы 5 ақпандағы
N 7 қаулысына
1-қосымша
{MINISTRY}нің
қарамағына берілетін кәсіпорындардың
ТІЗБЕСІ
1. Қазақстан Республикасы Егін, Талғар ауданы,
көкөніс және гүл министрлігінің Бағанашыл кенті
"Алма
бағы" республикалық мемлекеттік
қазыналық кәсіпорны
2. "Өрік бағы" республикалық мемлекеттік
кәсіпорны Талғар қаласы
```
"""


def test_an_appendix_between_fences_is_read_row_by_row(tmp_path: Path) -> None:
    read = act(tmp_path, FENCED)
    assert deeds(read) == [
        ("Transfer", {"«Алма бағы» республикалық мемлекеттік қазыналық кәсіпорны"}, {MINISTRY}),
        ("Transfer", {"«Өрік бағы» республикалық мемлекеттік кәсіпорны"}, {MINISTRY}),
    ]
    parts = {part.eid: part.text.string for part in read.document.walk()}
    assert parts["point_2"].endswith("шаралар туралы ұсыныстар енгізілсін.")
    assert "```" not in " ".join(parts.values())


def test_a_stamp_that_orders_instead_of_telling_begins_an_appendix(tmp_path: Path) -> None:
    read = act(tmp_path, FENCED.replace("қаулысына\n1-қосымша", "қаулысымен\nбекітілсін"))
    parts = {part.eid: part.text.string for part in read.document.walk()}
    stamps = [text for eid, text in parts.items() if eid.endswith("stamp")]
    assert [stamp.endswith("N 7 қаулысымен бекітілсін") for stamp in stamps] == [True]
    told = act(tmp_path, "1. Бақ туралы ереже осы қаулысымен бекітілсін.")
    assert not any(part.eid.endswith("stamp") for part in told.document.walk())
