"""What akimats order in Kazakh in words of their own; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds
from test_deeds_local import A_, B_, C_, HOUSE_, KMM, WORKS_, Deed

GARDENS = "Абай облысының бақ басқармасы"
REASONS = [
    "балалардың аздығына байланысты",
    "шығындарды оңтайландыру мақсатында",
    "оқу жылы аяқталғаннан кейін",
    "Қазақстан Республикасы Азаматтық кодексінің 49-бабына сәйкес",
    "облыстық мәслихаттың шешіміне сәйкес 2005 жылғы 1 қаңтардан бастап",
]


@pytest.mark.parametrize("reason", REASONS)
def test_why_and_by_what_act_a_deed_is_done_is_passed_over(reason: str, tmp_path: Path) -> None:
    told = act(tmp_path, f"1. {A_} {reason} таратылсын.")
    assert deeds(told) == [("Liquidation", {A_}, set())]


def test_a_reason_that_tells_of_a_deed_is_no_reason_to_read_another(tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {A_} {B_}не қосылуына байланысты таратылсын.")) == []


MANNERS = [
    "тікелей",
    "барлық мүлкімен бірге",
    "ағымдағы жылдың 1 шілдесінен бастап",
    "аудандық деңгейден облыстық деңгейге",
    "бір айдың ішінде",
    "заңды тұлға мәртебесінен айырылып,",
]


@pytest.mark.parametrize("manner", MANNERS)
def test_how_a_deed_is_done_is_passed_over_behind_the_body(manner: str, tmp_path: Path) -> None:
    told = act(tmp_path, f"1. {A_} {manner} {C_}нің қарамағына берілсін.")
    assert deeds(told) == [("Transfer", {A_}, {C_})]


@pytest.mark.parametrize(
    "words",
    [
        f"{A_} функциялары толығымен {C_}не берілсін.",
        f"{A_}нің қызметі мен жабдықтары {C_}не берілсін.",
        f"{A_} бір ай мерзімде {C_}не мүлікті берсін.",
        f"{A_} мемлекеттік сатып алуды жүргізу үшін комиссия құрсын.",
        f"{A_}нде {C_} орналастырылсын.",
    ],
)
def test_what_stands_between_a_body_and_a_verb_may_be_what_is_done(
    words: str, tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == []


ORDERS: list[tuple[str, list[Deed]]] = [
    # what comes out of another
    (f"{C_} қайта ұйымдастырылсын, одан {A_} бөлініп шығарылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_} бөлініп шығу жолымен қайта ұйымдастырылып, {A_} құрылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_}нен бақ бөлімі бөлініп, {A_} құрылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_}нің құрылымынан {A_} бөліп шығарылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_} екіге бөлініп, {A_} және {B_} болып қайта құрылсын.", [("Division", {C_}, {A_, B_})]),
    (f"{C_} екі мемлекеттік мекемеге бөлінсін: {A_}; {B_}.", [("Division", {C_}, {A_, B_})]),
    # what several become, and whom one joins
    (f"{A_} мен {B_}н қосу арқылы {C_} құрылсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{A_} мен {B_} қосылсын және {C_} болып аталсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{A_} мен {B_} біріктірілсін және олардың негізінде {C_} құрылсын.",
     [("Merger", {A_, B_}, {C_})]),
    (f"{A_} {B_}мен біріктірілсін.", [("Accession", {A_}, {B_})]),
    (f"{A_} {B_}мен қосу арқылы қайта ұйымдастырылсын.", [("Accession", {A_}, {B_})]),
    (f"{A_}н {B_}не қосу жүзеге асырылсын.", [("Accession", {A_}, {B_})]),
    (f"{A_} {B_}нің құрамына енгізіле отырып, қосу жолымен қайта ұйымдастырылсын.",
     [("Accession", {A_}, {B_})]),
    (f"{A_} мен {B_} біріктірілу жолымен {C_}не қайта ұйымдастырылсын.",
     [("Merger", {A_, B_}, {C_})]),
    (f"{A_} мен {B_} өзара біріктіріліп, {C_} деп аталсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{A_} мен {B_}нің бірігуі арқылы {C_} құрылсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{A_} {B_}н өзіне қосу жолымен қайта ұйымдастырылсын.", [("Accession", {B_}, {A_})]),
    (f"{C_} бөлу және {A_} мен {B_}н құру арқылы қайта ұйымдастырылсын.",
     [("Division", {C_}, {A_, B_})]),
    (f"{C_}нен {A_} бөлінсін.", [("SpinOff", {C_}, {A_})]),
    (f"{C_} мынадай мекемелер бөлініп шығу жолымен қайта ұйымдастырылсын:\n\n1) {A_};\n\n2) "
     f"{B_}.", [("SpinOff", {C_}, {A_, B_})]),
    (f"Төмендегі бөлімдер {C_}не біріктірілсін:\n\n1) {A_};\n\n2) {B_}.",
     [("Merger", {A_, B_}, {C_})]),
    (f"{C_}не {A_}, {B_} қосылу жолымен қайта ұйымдастырылсын.",
     [("Accession", {A_, B_}, {C_})]),
    ("№ 5 және № 6 орта мектептер таратылсын.",
     [("Liquidation", {f"№ {at} орта мектебі"}, set()) for at in (5, 6)]),
    (f"{A_}, {B_}не қосылсын.", [("Accession", {A_}, {B_})]),
    (f"{A_} {B_}не қосылып, {C_} болып аталсын.",
     [("Accession", {A_}, {B_}), ("Renaming", {B_}, {C_})]),
    (f"{A_} {B_}н қосып алу жолымен қайта ұйымдастырылсын және атауы {C_} болып өзгертілсін.",
     [("Accession", {B_}, {A_}), ("Renaming", {A_}, {C_})]),
    (f"{A_} мен {B_} бірігу нәтижесінде {C_} құрылсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{A_} мен {B_} негізінде бірігу жолымен {C_} құрылсын.", [("Merger", {A_, B_}, {C_})]),
    (f"{C_} өзінен {A_}н бөліп шығару жолымен қайта ұйымдастырылсын.", [("SpinOff", {C_}, {A_})]),
    (f"{C_} {A_} және {B_} болып екіге бөлінсін.", [("Division", {C_}, {A_, B_})]),
    (f"{A_} ашылып, оның орналасқан жері Алма қаласы деп белгіленсін.",
     [("Establishment", set(), {A_})]),
    ("№ 3 бастауыш мектеп № 125 орта мектепке қосылсын.",
     [("Accession", {"№ 3 бастауыш мектеп"}, {"№ 125 орта мектеп"})]),
    # names
    (f"{A_} {B_}не беріліп, {C_} деп қайта аталсын.",
     [("Renaming", {A_}, {C_}), ("Transfer", {A_}, {B_})]),
    (f"{A_} бұдан әрі {B_} деп аталсын.", [("Renaming", {A_}, {B_})]),
    (f"{A_} {B_} ретінде қайта аталсын.", [("Renaming", {A_}, {B_})]),
    (f"{A_} {B_} деп өзгертілсін.", [("Renaming", {A_}, {B_})]),
    (f"{A_} {B_} болып қайта тіркелсін және қайта аталсын.", [("Renaming", {A_}, {B_})]),
    (f"{A_}нің атауы {B_} атауына ауыстырылсын.", [("Renaming", {A_}, {B_})]),
    (f"{A_}нің атауы {B_} деп жаңадан аталсын.", [("Renaming", {A_}, {B_})]),
    # forms
    (f"{HOUSE_} {WORKS_}на өзгерту жолымен қайта ұйымдастырылсын.",
     [("Conversion", {HOUSE_}, {WORKS_})]),
    (f"{HOUSE_} осындай атаудағы мемлекеттік коммуналдық кәсіпорынға қайта құрылсын.",
     [("Conversion", {HOUSE_}, set())]),
    (f"{HOUSE_}нің ұйымдық-құқықтық нысаны мемлекеттік коммуналдық кәсіпорын болып өзгертілсін.",
     [("Conversion", {HOUSE_}, set())]),
    (f"{HOUSE_} мемлекеттік коммуналдық кәсіпорын болып қайта ұйымдастырылсын.",
     [("Conversion", {HOUSE_}, set())]),
    (f"{HOUSE_}нің түрі өзгертіліп, {WORKS_} болып қайта құрылсын.",
     [("Conversion", {HOUSE_}, {WORKS_})]),
    (f"{HOUSE_} мемлекеттік коммуналдық кәсіпорынға айналдырылып, {WORKS_} деп аталсын.",
     [("Conversion", {HOUSE_}, {WORKS_})]),
    (f"{A_} жаңадан құрылған {B_}не айналдырылсын.", [("Conversion", {A_}, {B_})]),
    (f"{A_} заңды тұлға құқығымен құрылсын.", [("Establishment", set(), {A_})]),
    # whose they are
    (f"{A_} «Бақ басқармасы» ММ құрамына берілсін.", [("Transfer", {A_}, {"«Бақ басқармасы» ММ"})]),
    (f"{A_} {C_}не ведомстволық бағынысты етіп берілсін.", [("Transfer", {A_}, {C_})]),
    (f"{A_} {C_}нің иелігіне берілсін.", [("Transfer", {A_}, {C_})]),
    (f"{A_} {B_}нің ведомстволық бағыныстылығынан {C_}нің ведомстволық бағыныстылығына берілсін.",
     [("Transfer", {A_}, {C_})]),
    (f"{A_} аудандық коммуналдық меншіктен облыстық коммуналдық меншікке {C_}нің балансына "
     "берілсін.", [("Transfer", {A_}, {C_})]),
    (f"{A_} {C_}не өткізілсін.", [("Transfer", {A_}, {C_})]),
    (f"{A_}н {C_}не беру жүзеге асырылсын.", [("Transfer", {A_}, {C_})]),
    # ends
    (f"{A_} функцияларын {B_}не (Бақ бөлімі) (бұдан әрі – Бөлім) бере отырып таратылсын.",
     [("Liquidation", {A_}, set())]),
    (f"{A_} жабылып, оның орнына {B_} ашылсын.",
     [("Liquidation", {A_}, set()), ("Establishment", set(), {B_})]),
    (f"{A_} қызметін тоқтатты деп есептелсін.", [("Liquidation", {A_}, set())]),
    (f"{A_} функцияларын {B_}не беру жолымен таратылсын.", [("Liquidation", {A_}, set())]),
    (f"Мынадай мекемелердің қызметі тоқтатылсын:\n\n1) {A_};\n\n2) {B_}.",
     [("Liquidation", {A_}, set()), ("Liquidation", {B_}, set())]),
]  # fmt: skip


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_akimats_order_in_words_of_their_own(
    order: str, expected: list[Deed], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == expected


SMALL = [
    "облыстық бақ басқармасы", "облыстың бақ және егіс басқармасы", "қалалық сауда бөлімі",
    "бақтарды қорғау жөніндегі облыстық басқарма",
]  # fmt: skip


@pytest.mark.parametrize("mark", ["", "{}) "])
def test_bodies_of_a_level_stand_in_rows_under_a_deed(mark: str, tmp_path: Path) -> None:
    rows = ";\n\n".join(mark.format(at) + one for at, one in enumerate(SMALL, 1))
    told = act(tmp_path, f"1. Облыс әкімдігінің келесі органдары таратылсын:\n\n{rows}.")
    assert deeds(told) == [("Liquidation", {one}, set()) for one in SMALL]


@pytest.mark.parametrize("name", SMALL)
def test_a_body_of_a_level_is_named_before_the_verb_of_a_deed(name: str, tmp_path: Path) -> None:
    told = act(tmp_path, f"1. {name.capitalize()} таратылсын.")
    assert deeds(told) == [("Liquidation", {name.capitalize()}, set())]


@pytest.mark.parametrize(
    "words",
    [
        f"{GARDENS} тарату комиссиясын құрсын және шаралар қабылдасын.",
        f"{GARDENS} конкурстық комиссияны құрсын.",
        "Облыстың мектептері мен бақтары таратылсын.",
        f"{A_} {B_}нің құрамына енгізілген мүлікті қабылдасын.",
        f"{A_}нің мүлкі облыстық коммуналдық меншікке берілсін.",
    ],
)
def test_what_is_said_beside_deeds_is_none(words: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == []


@pytest.mark.parametrize(
    "order",
    [
        f"{A_}нің {B_} {HOUSE_} {C_} болып өзгертілсін.",
        f"{A_} {B_} {C_} деп аталсын.",
    ],
)
def test_of_three_bodies_in_a_row_nobody_knows_which_becomes_which(
    order: str, tmp_path: Path
) -> None:
    assert [one for one in deeds(act(tmp_path, f"1. {order}")) if one[2] == {C_}] == []


def test_a_superior_in_full_is_that_of_each_of_several(tmp_path: Path) -> None:
    above = "«Абай облысының бақ басқармасы» мемлекеттік мекемесінің"
    told = act(tmp_path, f"1. {above} «Алма» және «Шие» {KMM[:-2]}лері таратылсын.")
    expected = [("Liquidation", {f"{above} «{one}» {KMM}"}, set()) for one in ("Алма", "Шие")]
    assert deeds(told) == expected


def test_a_town_lies_in_its_district(tmp_path: Path) -> None:
    name = f"Абай ауданы Алмалы қаласы әкімі аппаратының «Алма» {KMM}"
    assert deeds(act(tmp_path, f"1. {name} құрылсын.")) == [("Establishment", set(), {name})]


def test_of_two_deeds_above_rows_the_last_is_that_of_the_rows(tmp_path: Path) -> None:
    lead = f"{C_} таратылсын және оның орнына мына мекемелер құрылсын:"
    told = deeds(act(tmp_path, f"1. {lead}\n\n1) {A_};\n\n2) {B_}."))
    expected = [("Establishment", set(), {one}) for one in (A_, B_)]
    assert sorted(told, key=str) == sorted([*expected, ("Liquidation", {C_}, set())], key=str)


def test_a_name_in_quotes_of_the_same_place_is_whole(tmp_path: Path) -> None:
    old = "Абай ауданының бақ, егіс және гүл бөлімі"
    new = f"«Абай ауданының бақ бөлімі» {KMM}"
    told = act(tmp_path, f"1. {old} {new} болып қайта аталсын.")
    assert deeds(told) == [("Renaming", {old}, {new})]


def test_the_last_row_is_a_name_before_the_verb_of_all(tmp_path: Path) -> None:
    rows = [f'«Абай қаласы бақ бөлімінің № {at} "Алма" сәбилер бақшасы»' for at in (3, 8)]
    told = act(tmp_path, f"1. Мына кәсіпорындар:\n\n1) {rows[0]};\n\n2) {rows[1]} таратылсын.")
    assert [kind for kind, _, _ in deeds(told)] == ["Liquidation", "Liquidation"]
    assert all("бақ бөлімінің" in one for _, ended, _ in deeds(told) for one in ended)


def test_a_name_that_is_a_term_stands_for_the_body_of_the_term(tmp_path: Path) -> None:
    own = "«Абай облысының бақ және гүл басқармасы» мемлекеттік мекемесі"
    text = (
        f"1. {own} (бұдан әрі – Бақ басқармасы) құрылсын.\n\n2. {A_} Бақ басқармасының "
        "ведомстволық бағынысына берілсін."
    )
    expected = [("Establishment", set(), {own}), ("Transfer", {A_}, {own})]
    assert deeds(act(tmp_path, text)) == expected


def _in_appendix(way: str, *rows: tuple[str, ...]) -> str:
    """An act whose appendix tells in a table who takes part in the deed of its point."""
    cells = ("".join(f"<td>{cell}</td>" for cell in one) for one in rows)
    table = "<table>" + "".join(f"<tr>{one}</tr>" for one in cells) + "</table>"
    return (
        f"1. Бақтар қосымшаға сәйкес {way} жолымен қайта ұйымдастырылсын.\n\n> Абай ауданы\n> "
        "әкімдігінің\n> 2021 жылғы 5 мамырдағы\n> № 33 қаулысына\n> қосымша\n\n"
        f"## Қайта ұйымдастырылатын бақтар\n\n{table}"
    )


@pytest.mark.parametrize(
    ("head", "turned"),
    [
        (("№", "Қосылатын мекеме", "Қосып алатын мекеме"), False),
        (("№", "Қосып алатын мекеме", "Қосылатын мекеме"), True),
    ],
)
def test_columns_tell_who_joins_whom(head: tuple[str, ...], turned: bool, tmp_path: Path) -> None:
    row = ("1", B_, A_) if turned else ("1", A_, B_)
    text = _in_appendix("қосу", head, row)
    assert deeds(act(tmp_path, text)) == [("Accession", {A_}, {B_})]


def test_columns_tell_who_unites_into_what(tmp_path: Path) -> None:
    head = ("№", "Біріктірілетін мекемелер", "Қайта ұйымдастырудан кейінгі атауы")
    text = _in_appendix("біріктіру", head, ("1", f"{A_}, {B_}", C_))
    assert deeds(act(tmp_path, text)) == [("Merger", {A_, B_}, {C_})]


def test_the_right_may_be_said_in_full_before_an_abbreviation(tmp_path: Path) -> None:
    name = "«Бақ» шаруашылық жүргізу құқығындағы МКК"
    assert deeds(act(tmp_path, f"1. {name} құрылсын.")) == [("Establishment", set(), {name})]
