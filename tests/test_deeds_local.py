"""Orders of akimats in both languages, as lawyers of any region word them; the bodies are invented.

What one language says in a wording, the other says in its twin: an act has two editions.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from telling import get
from test_deeds_kazakh import act, deeds
from test_deeds_russian import read

from graph.model import ActClaims
from ontology import SHZ

KGU, GKKP = "коммунальное государственное учреждение", "государственное коммунальное предприятие"
TO_KGU, OF_KGU = (
    "коммунальному государственному учреждению",
    "коммунального государственного учреждения",
)
KMM, MKK = "коммуналдық мемлекеттік мекемесі", "мемлекеттік коммуналдық кәсіпорны"
A, B, C = (f"{KGU} «Отдел {of} города Рудного»" for of in ("садов", "полей", "садов и полей"))
OF_A, OF_B, TO_A, TO_B = (one.replace(KGU, form) for form in (OF_KGU, TO_KGU) for one in (A, B))
A_, B_, C_ = (f"«Рудный қаласының {of} бөлімі» {KMM}" for of in ("бақ", "егіс", "бақ және егіс"))
HOUSE, WORKS = f"{KGU} «Дом юных»", f"{GKKP} «Дом юных»"
HOUSE_, WORKS_ = f"«Жастар үйі» {KMM}", f"«Жастар үйі» {MKK}"
NAMED, NAMED_ = f"{KGU} «Дом юных имени Абая»", f"«Абай атындағы жастар үйі» {KMM}"
OFFICE, OFFICE_ = "управление садов Абайской области", "Абай облысының бақ басқармасы"
OF_OFFICE = OFFICE.replace("ие с", "ия с")
S1, S2, S3 = ("Школа № 1", "Школа № 2", "Школа № 3")

Deed = tuple[str, set[str], set[str]]
Reader = Callable[[Path, str], ActClaims]

RUSSIAN: list[tuple[str, list[Deed]]] = [
    # two deeds in one sentence: who joins another, or is joined, gets a new name
    (f"Реорганизовать {A} путем присоединения к нему {OF_B} и переименовать в {C}.",
     [("Accession", {B}, {A}), ("Renaming", {A}, {C})]),
    (f"Реорганизовать {A} путем присоединения к {TO_B} и переименовать его в {C}.",
     [("Accession", {A}, {B}), ("Renaming", {B}, {C})]),
    (f"Реорганизовать {C} путем выделения из него {OF_B} и переименовать в {A}.",
     [("SpinOff", {C}, {B}), ("Renaming", {C}, {A})]),
    # named after a person
    (f"Присвоить {HOUSE.replace(KGU, TO_KGU)} имя Абая, впредь именовать – {NAMED}.",
     [("Renaming", {HOUSE}, {NAMED})]),
    (f"Присвоить {HOUSE.replace(KGU, TO_KGU)} имя Абая, переименовав его в {NAMED}.",
     [("Renaming", {HOUSE}, {NAMED})]),
    # by a participle
    (f"Реорганизовать {A}, присоединив его к {TO_B}.", [("Accession", {A}, {B})]),
    (f"Реорганизовать {C}, разделив его на {A} и {B}.", [("Division", {C}, {A, B})]),
    (f"Реорганизовать {C}, выделив из него {A}.", [("SpinOff", {C}, {A})]),
    (f"Реорганизовать {HOUSE}, преобразовав его в {WORKS}.", [("Conversion", {HOUSE}, {WORKS})]),
    (f"Реорганизовать путем слияния {A} и {B}, образовав {C}.", [("Merger", {A, B}, {C})]),
    # what is said to be so
    (f"Считать упраздненным {A}.", [("Liquidation", {A}, set())]),
    (f"Деятельность {OF_A} прекратить.", [("Liquidation", {A}, set())]),
    # the object first
    (f"Из {C.replace(KGU, OF_KGU)} выделить {A}.", [("SpinOff", {C}, {A})]),
    (f"Наименование {OF_A} изменить на {B}.", [("Renaming", {A}, {B})]),
    (f"Изменить организационно-правовую форму {HOUSE.replace(KGU, OF_KGU)} на {WORKS}.",
     [("Conversion", {HOUSE}, {WORKS})]),
    # from one balance to another
    (f"Передать {HOUSE} с баланса {OF_A} на баланс {OF_B}.", [("Transfer", {HOUSE}, {B})]),
    # lists behind a colon
    (f"Передать следующие организации в ведение {OF_OFFICE}: {A}, {B}.",
     [("Transfer", {A}, {OFFICE}), ("Transfer", {B}, {OFFICE})]),
    (f"Реорганизовать следующие учреждения путем слияния в {C}:\n\n1) {A};\n\n2) {B}.",
     [("Merger", {A, B}, {C})]),
    (f"Реорганизовать следующие учреждения путем присоединения к {TO_B}:\n\n1) {A};\n\n2) {C}.",
     [("Accession", {A, C}, {B})]),
    # names in quotes that no word tells as names, and that share their last quote
    ("Переименовать следующие учреждения:\n\n1) «Радуга» в «Солнце»;\n\n"
     "2) «Ясли-сад «Алма» в «Ясли-сад «Шие»;\n\n3) «Большой приют» на «Малый приют».",
     [("Renaming", {"Радуга"}, {"Солнце"}),
      ("Renaming", {"Ясли-сад «Алма»"}, {"Ясли-сад «Шие»"}),
      ("Renaming", {"Большой приют"}, {"Малый приют"})]),
    (f"Переименовать {KGU} «Ясли-сад «Алма» в «Ясли-сад «Шие».",
     [("Renaming", {f"{KGU} «Ясли-сад «Алма»»"}, {"Ясли-сад «Шие»"})]),
    (f"Создать на базе упраздненного {OF_A} {B}.", [("Establishment", set(), {B})]),
    (f"Реорганизовать {A} путем присоединения к {TO_B} с переименованием последнего в {C}.",
     [("Accession", {A}, {B}), ("Renaming", {B}, {C})]),
    (f"Реорганизовать {A} путем присоединения к нему {OF_B} и переименования его в {C}.",
     [("Accession", {B}, {A}), ("Renaming", {A}, {C})]),
    (f"Реорганизовать {C} путем выделения из него {OF_B}, переименовав реорганизованное "
     f"учреждение в {A}.", [("SpinOff", {C}, {B}), ("Renaming", {C}, {A})]),
    # each in an item of its own
    (f"Реорганизовать:\n\n1) {A} путем присоединения к нему {OF_B} и переименования его в {C};"
     f"\n\n2) {OFFICE};",
     [("Accession", {B}, {A}), ("Renaming", {A}, {C})]),
    (f"Реорганизовать:\n\n1) {HOUSE} путем присоединения к {TO_B} с последующим его "
     f"переименованием в {NAMED};\n\n2) {OFFICE};",
     [("Accession", {HOUSE}, {B}), ("Renaming", {B}, {NAMED})]),
]  # fmt: skip

KAZAKH: list[tuple[str, list[Deed]]] = [
    (f"{A_} оған {B_}н қосу жолымен қайта ұйымдастырылсын және {C_} болып қайта аталсын.",
     [("Accession", {B_}, {A_}), ("Renaming", {A_}, {C_})]),
    (f"{A_} {B_}не қосу жолымен қайта ұйымдастырылсын және {C_} болып қайта аталсын.",
     [("Accession", {A_}, {B_}), ("Renaming", {B_}, {C_})]),
    (f"{HOUSE_}не Абайдың есімі берілсін, бұдан әрі {NAMED_} деп аталсын.",
     [("Renaming", {HOUSE_}, {NAMED_})]),
    (f"{A_} мен {B_} біріктіру және олардың негізінде {C_}н құру жолымен қайта ұйымдастырылсын.",
     [("Merger", {A_, B_}, {C_})]),
    (f"{A_} {B_}не қосылу нысанында қайта ұйымдастырылсын.", [("Accession", {A_}, {B_})]),
    (f"{A_}н {B_}не қосу жолымен қайта ұйымдастыру жүргізілсін.", [("Accession", {A_}, {B_})]),
    (f"{A_}нің қызметі тарату жолымен тоқтатылсын.", [("Liquidation", {A_}, set())]),
    (f"{A_} таратылды деп есептелсін.", [("Liquidation", {A_}, set())]),
    (f"{A_}, оның қызметтері {B_}не беріліп, таратылсын.", [("Liquidation", {A_}, set())]),
    (f"{A_}нің жұмысы тоқтатылып, {B_} құрылсын.",
     [("Liquidation", {A_}, set()), ("Establishment", set(), {B_})]),
    (f"{C_}нен {A_}н бөлу жолымен қайта ұйымдастырылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_} мынадай мекемелерді бөліп шығару жолымен қайта ұйымдастырылсын:\n\n"
     f"1) {A_};\n\n2) {B_}.", [("SpinOff", {C_}, {A_, B_})]),
    (f"{C_}:\n\n1) «Рудный қаласының бақ бөлімі»;\n\n2) «Рудный қаласының егіс бөлімі» "
     "коммуналдық мемлекеттік мекемелеріне бөлу жолымен қайта ұйымдастырылсын.",
     [("Division", {C_}, {"Рудный қаласының бақ бөлімі", B_})]),
    (f"Мынадай мекемелер {C_}не біріктіру жолымен қайта ұйымдастырылсын:\n\n1) {A_};\n\n2) {B_}.",
     [("Merger", {A_, B_}, {C_})]),
    (f"Мынадай мекемелер {B_}не қосу жолымен қайта ұйымдастырылсын:\n\n1) {A_};\n\n2) {C_}.",
     [("Accession", {A_, C_}, {B_})]),
    (f"{HOUSE_}нің ұйымдық-құқықтық нысаны {WORKS_} болып өзгертілсін.",
     [("Conversion", {HOUSE_}, {WORKS_})]),
    (f"{A_} {B_} болып атауы өзгертілсін.", [("Renaming", {A_}, {B_})]),
    (f"Мына мекемелердің атаулары:\n\n1) {A_} {B_}не;\n\n2) {HOUSE_} {NAMED_}не өзгертілсін.",
     [("Renaming", {A_}, {B_}), ("Renaming", {HOUSE_}, {NAMED_})]),
    (f"{HOUSE_} {A_}нің теңгерімінен {B_}нің теңгеріміне берілсін.",
     [("Transfer", {HOUSE_}, {B_})]),
    (f"Мынадай ұйымдар {OFFICE_}ның қарамағына берілсін: {A_}, {B_}.",
     [("Transfer", {A_}, {OFFICE_}), ("Transfer", {B_}, {OFFICE_})]),
    (f"{OFFICE_}ның қарамағына {C_}нің қарамағындағы мына ұйымдар берілсін:\n\n1) {A_};\n\n"
     f"2) {B_}.", [("Transfer", {A_}, {OFFICE_}), ("Transfer", {B_}, {OFFICE_})]),
    (f"{C_}н қайта ұйымдастыру жолымен {A_} құрылсын.", [("Reorganisation", {C_}, {A_})]),
    (f"{A_} {B_}не қосу жолымен, соңғысын {C_} деп қайта атай отырып, қайта ұйымдастырылсын.",
     [("Accession", {A_}, {B_}), ("Renaming", {B_}, {C_})]),
    # behind a form in capitals the next name begins; such a form has an ending of its own
    ("«Бақ» КММ мен «Егіс» КММ-сі Рудный қаласы білім басқармасының «Орман» КММ-сіне біріктіру "
     "жолымен қайта ұйымдастырылсын.",
     [("Merger", {"«Бақ» КММ", "«Егіс» КММ"}, {"Рудный қаласы білім басқармасының «Орман» КММ"})]),
    # a part in quotes behind the body that it is of; the body itself is not renamed
    (f"{A_}нің «№ 3 бақ бөлімі» {A_}нің «№ 4 бақ бөлімі» болып қайта аталсын.",
     [("Renaming", {f"{A_}нің «№ 3 бақ бөлімі»"}, {f"{A_}нің «№ 4 бақ бөлімі»"})]),
    (f"{HOUSE_} {A_}нің қарамағынан шығарылып, {B_}нің қарамағына берілсін.",
     [("Transfer", {HOUSE_}, {B_})]),
    # a task before the head word of a name
    ("Абай облысының бақ өсіру мәселелері жөніндегі басқармасы құрылсын.",
     [("Establishment", set(), {"Абай облысының бақ өсіру мәселелері жөніндегі басқармасы"})]),
]  # fmt: skip


@pytest.mark.parametrize(("order", "expected"), RUSSIAN)
def test_an_akimat_orders_deeds_in_russian(
    order: str, expected: list[Deed], tmp_path: Path
) -> None:
    assert deeds(read(tmp_path, f"1. {order}")) == expected


@pytest.mark.parametrize(("order", "expected"), KAZAKH)
def test_an_akimat_orders_deeds_in_kazakh(order: str, expected: list[Deed], tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == expected


def _table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<td>{cell}</td>\n" for cell in row) for row in rows)
    return "<table>\n" + "".join(f"<tr>\n{line}</tr>\n" for line in lines) + "</table>\n"


def test_cells_tell_who_hands_over_and_who_takes_over_in_russian(tmp_path: Path) -> None:
    rows = (("№", "Организация", "Передает", "Принимает"), ("1", HOUSE, OFFICE.title(), C))
    text = (
        "1. Передать организации согласно приложению.\n\nПриложение\n\nк постановлению "
        "Правительства\n\nРеспублики Казахстан\n\nот 5 мая 2021 года № 33\n\n"
        f"## Перечень передаваемых организаций\n\n{_table(*rows)}"
    )
    assert deeds(read(tmp_path, text)) == [("Transfer", {HOUSE}, {C})]


def test_cells_tell_who_hands_over_and_who_takes_over_in_kazakh(tmp_path: Path) -> None:
    rows = (
        ("№", "Ұйымның атауы", "Беруші", "Қабылдаушы"),
        ("1", HOUSE_, OFFICE_, C_),
        ("2", A_, OFFICE_, B_),
    )
    after = (
        "> Сарыарқа қаласы әкімдігінің\n> 2024 жылғы 5 наурыздағы\n> № 7 қаулысына\n> қосымша\n\n"
        f"## Берілетін ұйымдардың тізбесі\n\n{_table(*rows)}"
    )
    found = deeds(act(tmp_path, "1. Ұйымдар қосымшаға сәйкес берілсін.", after=after))
    assert found == [("Transfer", {HOUSE_}, {C_}), ("Transfer", {A_}, {B_})]


def _entries(act: ActClaims) -> list[str]:
    found = (one for one in act.statements if one.key.startswith("entry/"))
    return [str(get(one, SHZ.number)) for one in found]


@pytest.mark.parametrize(
    "heading",
    [
        "Подведомственные организации Отдела:",
        "Отдел имеет следующие подведомственные организации:",
        "В ведении Отдела находятся:",
    ],
)
def test_a_point_of_a_regulation_leads_the_list_of_its_body_in_russian(
    heading: str, tmp_path: Path
) -> None:
    text = (
        "1. Утвердить Положение.\n\n> Утверждено постановлением\n> Правительства\n> Республики "
        f"Казахстан\n> от 5 мая 2021 года № 33\n\n# Положение\n\n1. {C} (далее – Отдел) является "
        f"государственным органом.\n\n2. {heading}\n\n1) {A};\n\n2) {B}.\n"
    )
    assert _entries(read(tmp_path, text)) == ["1", "2"]


@pytest.mark.parametrize(
    "heading",
    [
        "Бюроның қарамағында мыналар бар:",
        "Бюро мен оның ведомстволық бағынысындағы мемлекеттік мекемелердің тізбесі:",
    ],
)
def test_a_point_of_a_regulation_leads_the_list_of_its_body_in_kazakh(
    heading: str, tmp_path: Path
) -> None:
    after = (
        "> Сарыарқа қаласы әкімдігінің\n> 2024 жылғы 5 наурыздағы\n> № 7 қаулысымен бекітілген\n\n"
        f"# Ереже\n\n1. {C_} (бұдан әрі – Бюро) мемлекеттік орган болып табылады.\n\n"
        f"2. {heading}\n\n1) {A_};\n\n2) {B_}.\n"
    )
    assert _entries(act(tmp_path, "1. Ереже бекітілсін.", after=after)) == ["1", "2"]


@pytest.mark.parametrize("head", ["БИН", "Юридический адрес", "Местонахождение"])
def test_the_head_of_a_table_is_no_row_of_its_list(head: str, tmp_path: Path) -> None:
    rows = (("№", "Наименование организации", head), ("1", A, "1"), ("2", B, "2"))
    text = (
        "1. Утвердить перечень.\n\n> Утвержден постановлением\n> Правительства\n> Республики "
        "Казахстан\n> от 5 мая 2021 года № 33\n\n## Перечень организаций, находящихся в ведении "
        f"{OF_OFFICE}\n\n{_table(*rows)}"
    )
    assert _entries(read(tmp_path, text)) == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        f"Передать здание {OF_A} с баланса {OF_B} на баланс {C.replace(KGU, OF_KGU)}.",
        f"Передать функции {OF_A} {TO_B}.",
        f"Согласовать создание {OF_A}.",
        f"Открыть мини-центры при следующих школах:\n\n- {A};\n\n- {B}.",
        f"Внести изменения в связи с реорганизацией {OF_A} путем присоединения к {TO_B}.",
    ],
)
def test_what_an_akimat_says_of_bodies_is_no_deed_in_russian(words: str, tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. {words}")) == []


@pytest.mark.parametrize(
    "words",
    [
        f"{A_}нің ғимараты {B_}нің теңгерімінен {C_}нің теңгеріміне берілсін.",
        f"{A_}нің функциялары мен өкілеттіктері {B_}не берілсін.",
        f"{A_} құруға келісім берілсін.",
        f"Мына мекемелердің жанынан шағын орталықтар ашылсын:\n\n1) {A_};\n\n2) {B_}.",
        f"{A_} {B_}не қосу жолымен қайта ұйымдастырылуына байланысты өзгерістер енгізілсін.",
    ],
)
def test_what_an_akimat_says_of_bodies_is_no_deed_in_kazakh(words: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == []


OWNED_ = f"Абай облысы бақ басқармасының, Абай облысы әкімдігінің {HOUSE_}"
OWNED = f"{HOUSE} управления садов Абайской области, акимата Абайской области"
PLAIN = [
    (f"{OWNED_} таратылсын.", "Liquidation", {OWNED_}, set()),
    (f"Абай облысы әкімдігінің, Абай облысы бақ басқармасының {HOUSE_} құрылсын.",
     "Establishment", set(), {f"Абай облысы әкімдігінің, Абай облысы бақ басқармасының {HOUSE_}"}),
    # no quotes around what a legal form ends
    ("№ 5 орта мектеп мемлекеттік мекемесі таратылсын.",
     "Liquidation", {"№ 5 орта мектеп мемлекеттік мекемесі"}, set()),
    (f"N 5 орта мектеп мемлекеттік мекемесі мен Облыстық кітапхана мемлекеттік мекемесі {A_} болып "
     "біріктірілсін.", "Merger",
     {"N 5 орта мектеп мемлекеттік мекемесі", "Облыстық кітапхана мемлекеттік мекемесі"}, {A_}),
    ("Ақбұлақ қаласы білім бөлімінің № 5 орта мектебі мемлекеттік мекемесі таратылсын.",
     "Liquidation",
     {"Ақбұлақ қаласы білім бөлімінің № 5 орта мектебі мемлекеттік мекемесі"}, set()),
    # no legal form
    ("№ 25 орта мектебі № 25 мектеп-гимназиясы болып қайта аталсын.",
     "Renaming", {"№ 25 орта мектебі"}, {"№ 25 мектеп-гимназиясы"}),
    ("Ақбұлақ қаласы білім бөлімінің № 5 орта мектебі таратылсын.",
     "Liquidation", {"Ақбұлақ қаласы білім бөлімінің № 5 орта мектебі"}, set()),
    ("№ 2 орта мектебі Ы. Алмасұлы атындағы орта мектеп деп аталсын.",
     "Renaming", {"№ 2 орта мектебі"}, {"Ы. Алмасұлы атындағы орта мектеп"}),
    ("№ 3 «Бота» балабақшасы құрылсын.", "Establishment", set(), {"№ 3 «Бота» балабақшасы"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "originals", "results"), PLAIN)
def test_schools_of_an_akimat_are_named_plainly(
    tmp_path: Path, words: str, kind: str, originals: set[str], results: set[str]
) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == [(kind, originals, results)]


@pytest.mark.parametrize(
    "words",
    [
        "Осы мектеп мемлекеттік мекемесі таратылсын.",
        "жаңадан құрылған мектеп мемлекеттік мекемесі таратылсын.",
        "№ 5 сайлау учаскесі құрылсын.",
    ],
)
def test_words_that_name_no_school_are_left_unread(tmp_path: Path, words: str) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == []


def test_a_body_of_a_department_and_the_akimat_is_one(tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. Ликвидировать {OWNED}.")) == [("Liquidation", {OWNED}, set())]


ORDERS_ = [
    (f"{A_} (бұдан әрі – Бөлім) {B_}нен бөліп шығару жолымен құрылсын.",
     [("SpinOff", {B_}, {A_})]),
    (f"{A_} {B_}нің құрамынан бөлініп шығып, дербес мекеме болып құрылсын.",
     [("SpinOff", {B_}, {A_})]),
    (f"{B_} қайта ұйымдастырылып, одан {A_} бөліп шығарылсын.", [("SpinOff", {B_}, {A_})]),
    (f"{A_} {B_}не қосылып, оның құрылымдық бөлімшесі ретінде жұмысын жалғастырсын.",
     [("Accession", {A_}, {B_})]),
    (f"{A_} {B_}нің құрамына қосылсын.", [("Accession", {A_}, {B_})]),
    (f"{A_} мен {B_} біріктіріліп, {C_} болып ашылсын.", [("Merger", {A_, B_}, {C_})]),
    # pairs of names whose verb stands behind the last
    (f"{A_} {B_}, {HOUSE_} {NAMED_} болып қайта аталсын.",
     [("Renaming", {HOUSE_}, {NAMED_}), ("Renaming", {A_}, {B_})]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ORDERS_)
def test_akimats_word_deeds_in_many_ways(tmp_path: Path, words: str, expected: list[Deed]) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == expected


def test_more_names_than_new_ones_are_no_pairs(tmp_path: Path) -> None:
    words = f"{A_}, {B_} және {HOUSE_} {NAMED_} болып қайта аталсын."
    assert deeds(act(tmp_path, f"1. {words}")) == []


TABLES = [
    (act, f"1. Абай облысы әкімдігінің мынадай мекемелерінің атаулары өзгертілсін:\n\n"
     f"| № | Қазіргі атауы | Жаңа атауы |\n| --- | --- | --- |\n| 1. | {A_} | {B_} |",
     (A_, B_)),
    (read, f"1. Переименовать следующие учреждения:\n\n| № | Прежнее | Новое |\n"
     f"| --- | --- | --- |\n| 1 | {A} | {B} |", (A, B)),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "point", "names"), TABLES)
def test_a_table_under_a_point_says_who_gets_what_name(
    tmp_path: Path, reader: Reader, point: str, names: tuple[str, str]
) -> None:
    told = reader(tmp_path, point)
    assert deeds(told) == [("Renaming", {names[0]}, {names[1]})]
    assert _entries(told) == []
