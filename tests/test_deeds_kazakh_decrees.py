"""Kazakh decrees on state bodies: what a body is given in its deed, councils beside somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds

COUNTRY = "Қазақстан Республикасы"
GARDENS = f"{COUNTRY} Бақ шаруашылығы министрлігі"
WATER = f"{COUNTRY} Су министрлігі"
MILLS = f"{COUNTRY} Диірмен агенттігі"
NEW = f"{COUNTRY} Бақ және су министрлігі"

ORDERS = [
    # functions of others, item by item, before the way
    (f"{GARDENS} оған:\n\n   1) {WATER}нен – суару және су жеткізу;\n\n   2) {MILLS}нен – ұн тарту "
     f"саласындағы функциялар мен өкілеттіктер беріле отырып, қайта құру жолымен {NEW} етіп қайта "
     "ұйымдастырылсын.",
     ("Conversion", {GARDENS}, {NEW})),
    (f"{GARDENS} оған {WATER}нің суару саласындағы функциялары мен өкілеттіктерін бере отырып, "
     f"{NEW} болып қайта құрылсын.",
     ("Conversion", {GARDENS}, {NEW})),
    (f"{GARDENS} {MILLS}н (бұдан әрі – Агенттік) бөлу жолымен оған:\n\n   1) {WATER}нен – суару;"
     f"\n\n   2) {GARDENS}нен – ұн тарту сапасы саласын бақылауды жүзеге асыру саласындағы "
     "функциялар мен өкілеттіктер беріле отырып, қайта ұйымдастырылсын.",
     ("SpinOff", {GARDENS}, {MILLS})),
    # a council beside somebody, by its name
    (f"Қосымшаға сәйкес құрамда {COUNTRY} Президентінің жанынан Бағбандар кеңесі құрылсын.",
     ("Establishment", set(), {"Бағбандар кеңесі"})),
    # a commission by its task, which holds years; in what composition is no part of it
    (f"Қосымшаға сәйкес құрамда {COUNTRY}ндағы бақ өсірудің 2008 - 2010 жылдарға арналған "
     "бағдарламасын бақылау жөніндегі мемлекеттік комиссия (бұдан әрі - Комиссия) құрылсын.",
     ("Establishment", set(), {f"{COUNTRY}ндағы бақ өсірудің 2008 - 2010 жылдарға арналған "
                               "бағдарламасын бақылау жөніндегі мемлекеттік комиссия"})),
    # a commission whose task begins with a name in quotes
    ("«Бақша» халықаралық стипендиясын тағайындау жөніндегі республикалық комиссия құрылсын.",
     ("Establishment", set(),
      {"«Бақша» халықаралық стипендиясын тағайындау жөніндегі республикалық комиссия"})),
    # the administration of the President is a body
    (f"«Бақ» мемлекеттік мекемесі {COUNTRY} Президентінің Әкімшілігіне берілсін.",
     ("Transfer", {"«Бақ» мемлекеттік мекемесі"}, {f"{COUNTRY} Президентінің Әкімшілігі"})),
    # what it is, behind a dash
    (f"Бақ істері жөніндегі ұлттық комиссия - {COUNTRY} Президентінің жанындағы "
     "консультативтік-кеңесші орган құрылсын.",
     ("Establishment", set(), {"Бақ істері жөніндегі ұлттық комиссия"})),
    # said of him who is to do it; whose work a task is about
    (f"{COUNTRY}ның Үкіметі:\n\n   1) {GARDENS}нің Бақ қорларының қызметін реттеу жөніндегі "
     "комитетін таратсын;\n\n   2) өзге де шараларды қабылдасын.",
     ("Liquidation", {f"{GARDENS}нің Бақ қорларының қызметін реттеу жөніндегі комитеті"}, set())),
    (f"{COUNTRY}ның Үкіметі заңнамаға сәйкес «Алма» акционерлік қоғамын құратын болсын.",
     ("Establishment", set(), {"«Алма» акционерлік қоғамы"})),
    # a form without an ending, of what is joined
    ("«Алма» жабық акционерлік қоғамы оған «Шие» республикалық мемлекеттік кәсіпорын қосу арқылы "
     "қайта ұйымдастырылсын.",
     ("Accession", {"«Шие» республикалық мемлекеттік кәсіпорны"},
      {"«Алма» жабық акционерлік қоғамы"})),
    # a holder without the country, right behind a name
    ("«Алма» мемлекеттік мекемесі Бақ шаруашылығы және орман министрлігі Алма өсіру комитетінің "
     "қарамағына берілсін.",
     ("Transfer", {"«Алма» мемлекеттік мекемесі"},
      {"Бақ шаруашылығы және орман министрлігі Алма өсіру комитеті"})),
    # kinds of bodies without quotes
    (f"{GARDENS}нің Мәскеу қаласындағы Алма экспедициясы таратылсын.",
     ("Liquidation", {f"{GARDENS}нің Мәскеу қаласындағы Алма экспедициясы"}, set())),
    (f"{WATER}нің Жоғары су училищесі құрылсын.",
     ("Establishment", set(), {f"{WATER}нің Жоғары су училищесі"})),
    # a council for what a name in quotes begins
    ("«Алма» ұлттық қорын басқару жөніндегі кеңес (бұдан әрі - Кеңес) құрылсын.",
     ("Establishment", set(), {"«Алма» ұлттық қорын басқару жөніндегі кеңес"})),
    # behind a proposal that is taken
    (f"{GARDENS}нің ұсынысы қабылдансын, «Алма» мемлекеттік мекемесі «Шие» мемлекеттік мекемесі "
     "деп аталсын.",
     ("Renaming", {"«Алма» мемлекеттік мекемесі"}, {"«Шие» мемлекеттік мекемесі"})),
]  # fmt: skip


@pytest.mark.parametrize(("order", "deed"), ORDERS)
def test_what_is_given_or_where_a_council_sits_hides_no_deed(
    tmp_path: Path, order: str, deed: tuple[str, set[str], set[str]]
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [deed]


def test_rows_may_say_under_them_what_each_body_is_given(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. Мыналар:\n\n   1) {GARDENS}, оған:\n\n      {WATER}нен – суару;\n\n      {MILLS}нен – "
        f"ұн тарту саласындағы функциялар мен өкілеттіктерді бере отырып, оны {NEW} етіп қайта "
        f"құру жолымен;\n\n   2) {MILLS} оны {NEW}не қосу жолымен қайта ұйымдастырылсын.",
    )
    assert deeds(read) == [("Conversion", {GARDENS}, {NEW}), ("Accession", {MILLS}, {NEW})]


OTHERS = [
    f"{GARDENS}не {WATER}нің функциялары мен өкілеттіктері берілсін.",
    f"Әкімдер {COUNTRY} Үкіметінің жанынан бақ жөніндегі комиссияларды құратын болсын.",
    f"«Шие» кәсіпорнын тарату туралы {GARDENS}нің ұсынысы қабылдансын.",
    f"«Шие» мекемесін құру туралы {GARDENS}нің ұсынысы қабылдансын, ол іске асырылсын.",
    "Қалалардың әкімдері осындай комиссиялар құрсын.",
    f"{COUNTRY}ның Үкіметі {GARDENS}нің Бақ комитетін құруды қамтамасыз етсін.",
    f"{GARDENS}нің бөлімшелерін қайта құру оған функцияларын бере отырып жүзеге асырылсын.",
]


@pytest.mark.parametrize("other", OTHERS)
def test_handing_over_functions_alone_is_no_deed(tmp_path: Path, other: str) -> None:
    assert deeds(act(tmp_path, f"1. {other}")) == []
