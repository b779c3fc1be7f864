"""Orders in Kazakh as acts of recent years word them; all bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds, rows_of

MINISTRY = "Қазақстан Республикасы Бақ шаруашылығы министрлігі"
COMMITTEE = f"{MINISTRY} Жеміс комитеті"
GARDEN = f"{MINISTRY}нің «Алма бағы» республикалық мемлекеттік қазыналық кәсіпорны"
PARTNERSHIP = "«Алма бағы» жауапкершілігі шектеулі серіктестігі"
MANAGED = "шаруашылық жүргізу құқығындағы республикалық мемлекеттік қазыналық кәсіпорны"
PEAR = f"{MINISTRY}нің «Алмұрт бағы» {MANAGED}"
NURSERY = "Сарыарқа облысы Орман басқармасының «Көшет шаруашылығы» коммуналдық мемлекеттік мекемесі"
HELD = (
    "Сарыарқа облысы әкімдігі Сарыарқа облысы әкімі аппаратының «Бақшы орталығы» "
    "коммуналдық мемлекеттік қазыналық кәсіпорны"
)

ORDERS = [
    # «as» for «into»
    (f"{GARDEN} жарғылық капиталына мемлекет жүз пайыз қатысатын {PARTNERSHIP} (бұдан әрі – "
     "серіктестік) ретінде қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {PARTNERSHIP}),
    # the right in which it holds its property, before any form
    (f"{PEAR} таратылсын.", "Liquidation", {PEAR}, set()),
    # out of the property of a region
    (f"{NURSERY} (бұдан әрі – КММ) заңнамада белгіленген тәртіппен Сарыарқа облысы әкімдігінің "
     f"коммуналдық меншігінен республикалық меншікке қабылдансын және {COMMITTEE}нің қарамағына "
     "берілсін.",
     "Transfer", {NURSERY}, {COMMITTEE}),
    (f"{NURSERY} Сарыарқа облысының коммуналдық меншігінен республикалық меншікке қабылданып, "
     f"{COMMITTEE}нің қарамағына берілсін.",
     "Transfer", {NURSERY}, {COMMITTEE}),
    # the akimat before a name that begins with its place
    (f"{HELD} таратылсын.", "Liquidation", {HELD}, set()),
    # branches, where they are or by their own names
    (f"{GARDEN}ның Сарыарқа қаласындағы филиалы құрылсын.",
     "Establishment", set(), {f"{GARDEN}ның Сарыарқа қаласындағы филиалы"}),
    (f"{PARTNERSHIP}нің «Шығыс» филиалы ашылсын.",
     "Establishment", set(), {f"{PARTNERSHIP}нің «Шығыс» филиалы"}),
    (f"{GARDEN}ның Сарыарқа облысындағы филиалы таратылсын.",
     "Liquidation", {f"{GARDEN}ның Сарыарқа облысындағы филиалы"}, set()),
    # a body of its own out of another
    (f"{GARDEN} одан {PEAR}н дербес заңды тұлға етіп бөліп шығару жолымен қайта ұйымдастырылсын.",
     "SpinOff", {GARDEN}, {PEAR}),
    (f"{GARDEN}ның құрамынан {PEAR} дербес заңды тұлға ретінде бөлініп шығарылсын.",
     "SpinOff", {GARDEN}, {PEAR}),
    # the body that is reorganised comes last
    (f"{PEAR}н бөліп шығару арқылы {GARDEN} қайта ұйымдастырылсын.", "SpinOff", {GARDEN}, {PEAR}),
    (f"{PEAR}н қосу арқылы {GARDEN} қайта ұйымдастырылсын.", "Accession", {PEAR}, {GARDEN}),
    (f"{PEAR} мен {PARTNERSHIP}н қосу жолымен {GARDEN} қайта ұйымдастырылсын.",
     "Accession", {PEAR, PARTNERSHIP}, {GARDEN}),
    (f"{PEAR} мен {PARTNERSHIP}н қосу арқылы {GARDEN} қайта ұйымдастырылсын.",
     "Merger", {PEAR, PARTNERSHIP}, {GARDEN}),
    # handed over by a reorganisation
    (f"{GARDEN} {COMMITTEE}нің қарамағына беру арқылы қайта құрылсын.",
     "Transfer", {GARDEN}, {COMMITTEE}),
    # names without quotes that something becomes
    (f"{GARDEN} Сарыарқа қаласына орналастыру арқылы {COMMITTEE}нің Бақ өсіру жөніндегі аймақтық "
     "мекемесі болып қайта аталсын.",
     "Renaming", {GARDEN}, {f"{COMMITTEE}нің Бақ өсіру жөніндегі аймақтық мекемесі"}),
    # words for the kind behind the quotes
    ("«Самғау» ұлттық әл-ауқат қоры құрылсын.",
     "Establishment", set(), {"«Самғау» ұлттық әл-ауқат қоры"}),
    (f"{GARDEN} «Бақ» жоғары ғылыми ұйымына қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {GARDEN}, {"«Бақ» жоғары ғылыми ұйымы"}),
]  # fmt: skip

ORDERS += [
    # places in quotes and with initials, behind a superior without its form
    (f"{body} таратылсын.", "Liquidation", {body}, set())
    for where in ("«Есіл»", "Т. Сүлеев", "Сарыарқа қаласы «Есіл»")
    for body in [f"{MINISTRY} Сарыарқа облысының Бақ департаменті {where} ауданының бақ басқармасы"]
]


@pytest.mark.parametrize(("order", "kind", "originals", "results"), ORDERS)
def test_recent_wordings_order_deeds(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, originals, results)]


@pytest.mark.parametrize(
    "words",
    ["республикалық меншіктен Сарыарқа облысының коммуналдық меншігіне", "коммуналдық меншікке"],
)
def test_property_of_a_region_that_names_no_body_is_left_unread(tmp_path: Path, words: str) -> None:
    """A region is no body, and a transfer without whom it is to would break the model."""
    read = act(tmp_path, f"1. {GARDEN} {words} берілсін.")
    assert deeds(read) == []
    assert [one.clause for one in read.unread] == ["point_1"]


def test_the_verb_of_the_last_item_is_that_of_all(tmp_path: Path) -> None:
    first, last = (f"«{one} орталығы» мемлекеттік мекемесі" for one in ("Бақ", "Алмұрт"))
    items = f"   1) {GARDEN} {first};\n\n   2) {PEAR} {last} болып қайта ұйымдастырылсын."
    told = deeds(act(tmp_path, f"1. Мыналар:\n\n{items}"))
    assert told == [("Reorganisation", {GARDEN}, {first}), ("Reorganisation", {PEAR}, {last})]


def test_items_of_a_sentence_whose_verb_stands_last_are_no_rows(tmp_path: Path) -> None:
    lead = f"1. {COMMITTEE}нің қарауындағы мынадай мемлекеттік кәсіпорындары:"
    items = (
        "   1) «Қайнар» мемлекеттік мекемесін құру жолымен;\n\n"
        "   2) «Бұлақ» мемлекеттік кәсіпорнына біріктіру жолымен қайта ұйымдастырылсын."
    )
    assert rows_of(act(tmp_path, f"{lead}\n\n{items}")) == []


def test_stakes_that_a_region_gets_hand_over_no_body(tmp_path: Path) -> None:
    stakes = f"{PARTNERSHIP}нің мемлекеттік қатысу үлесі Сарыарқа облысының коммуналдық меншігіне"
    assert deeds(act(tmp_path, f"1. {stakes} берілсін.")) == []


APPENDIX = """> *Қазақстан Республикасы Үкіметінің*
> *2024 жылғы 5 наурыздағы*
> *№ 7 қаулысына*
> *{number}қосымша*

## {heading}

"""


@pytest.mark.parametrize("result", ["құрылған", "құрылатын"])
def test_a_heading_says_out_of_whom_the_bodies_in_its_table_come(
    tmp_path: Path, result: str
) -> None:
    names = ("«Шығысбақ»", "«Батысбақ»")
    form = "жауапкершілігі шектеулі серіктестігі"
    rows = "".join(
        f"<tr>\n<td>{at}.</td>\n<td>{name} {form}</td>\n<td>Сарыарқа қаласы</td>\n</tr>\n"
        for at, name in enumerate(names, 1)
    )
    heads = "<tr>\n<td>Р/с №</td>\n<td>Атауы</td>\n<td>Орналасу орны</td>\n</tr>\n"
    heading = (
        f"{PARTNERSHIP}н қайта ұйымдастыру нәтижесінде {result} жауапкершілігі шектеулі "
        "серіктестіктердің тізбесі"
    )
    after = APPENDIX.format(number="1-", heading=heading) + f"<table>\n{heads}{rows}</table>\n"
    point = (
        "1. Осы қаулыға 1-қосымшаға сәйкес екі жауапкершілігі шектеулі серіктестікке бөлу арқылы "
        "қайта ұйымдастырылсын."
    )
    found = deeds(act(tmp_path, point, after=after))
    assert found == [("Division", {PARTNERSHIP}, {f"{name} {form}" for name in names})]


def test_rows_whose_form_tells_the_right_join_the_body_that_the_clause_names(
    tmp_path: Path,
) -> None:
    point = (
        f"1. Осы қаулыға қосымшаға сәйкес {MINISTRY}нің кейбір республикалық мемлекеттік "
        f"кәсіпорындары {PEAR}на (бұдан әрі – кәсіпорын) қосылу жолымен қайта ұйымдастырылсын."
    )
    names = [f"{MINISTRY}нің «{name} бағы» {MANAGED}" for name in ("Өрік", "Шие")]
    heading = (
        f"{MINISTRY}нің қайта ұйымдастырылатын республикалық мемлекеттік кәсіпорындарының тізбесі"
    )
    rows = "\n\n".join(f"{at}. {name}." for at, name in enumerate(names, 1))
    read = act(tmp_path, point, after=APPENDIX.format(number="", heading=heading) + rows)
    assert deeds(read) == [("Accession", {name}, {PEAR}) for name in names]


def test_a_row_names_the_body_that_others_join_last(tmp_path: Path) -> None:
    heading = f"{MINISTRY}нің қайта ұйымдастырылатын кәсіпорындарының тізбесі"
    row = f"1. {PEAR} мен {PARTNERSHIP}н қосу жолымен {GARDEN}."
    point = "1. Осы қаулыға қосымшаға сәйкес кәсіпорындар қайта ұйымдастырылсын."
    read = act(tmp_path, point, after=APPENDIX.format(number="", heading=heading) + row)
    assert deeds(read) == [("Accession", {PEAR, PARTNERSHIP}, {GARDEN})]


def test_rows_of_the_reorganised_may_have_verbs_of_their_own(tmp_path: Path) -> None:
    after = "Осы тізбенің 1-тармағында көзделген іс-шара орындалғаннан кейін "
    rows = (
        f"1. {GARDEN} {PARTNERSHIP} болып қайта құрылсын.\n\n2. {NURSERY} {PEAR}на қосылсын.\n\n"
        f"3. {after}{PARTNERSHIP} {PEAR}на қосылсын."
    )
    heading = APPENDIX.format(number="", heading="Қайта ұйымдастырылатын заңды тұлғалардың тізбесі")
    point = "1. Осы қаулыға қосымшаға сәйкес заңды тұлғалар қайта ұйымдастырылсын."
    assert deeds(act(tmp_path, point, after=heading + rows)) == [
        ("Conversion", {GARDEN}, {PARTNERSHIP}),
        ("Accession", {NURSERY}, {PEAR}),
        ("Accession", {PARTNERSHIP}, {PEAR}),
    ]
    listed = APPENDIX.format(number="", heading=f"{MINISTRY}нің қарамағындағы ұйымдардың тізбесі")
    duty = "1. Осы қаулыға қосымшаға сәйкес тізбе бекітілсін."
    assert deeds(act(tmp_path, duty, after=listed + rows)) == []


def test_rows_divide_a_body_that_they_name_once_more(tmp_path: Path) -> None:
    heading = f"{MINISTRY}нің қарамағындағы қайта ұйымдастырылатын мекемелердің тізбесі"
    whole = "«Алма бағы қызметі (Сарыарқа қаласы)»"
    part = "«Алма бағы жасағы (Сарыарқа қаласы)» республикалық мемлекеттік мекемесі"
    row = (
        f"1. {whole} мемлекеттік мекемесі оны {whole} республикалық мемлекеттік мекемесіне және "
        f"{part}не бөлу жолымен."
    )
    point = "1. Осы қаулыға қосымшаға сәйкес мемлекеттік мекемелер қайта ұйымдастырылсын."
    read = act(tmp_path, point, after=APPENDIX.format(number="", heading=heading) + row)
    assert deeds(read) == [
        (
            "Division",
            {f"{whole} мемлекеттік мекемесі"},
            {f"{whole} республикалық мемлекеттік мекемесі", part},
        )
    ]


@pytest.mark.parametrize("done", ["қайта ұйымдастырылатын", "таратылатын", "қайта аталатын"])
def test_bodies_to_which_something_is_done_are_no_list_of_subordinates(
    tmp_path: Path, done: str
) -> None:
    heading = f"{MINISTRY}нің қарамағындағы {done} мекемелердің тізбесі"
    row = "1. «Алма бағы» мемлекеттік мекемесі – алты айдың ішінде."
    read = act(
        tmp_path,
        "1. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.",
        after=APPENDIX.format(number="", heading=heading) + row,
    )
    assert rows_of(read) == []


JOINT = [
    (f"{GARDEN} {PARTNERSHIP}не қосылу және «Бақ» акционерлік қоғамы болып қайта аталу жолымен",
     GARDEN, PARTNERSHIP),
    (f"{GARDEN} оны {PARTNERSHIP}не қосу және «Бақ» акционерлік қоғамы деп қайта атау арқылы",
     GARDEN, PARTNERSHIP),
    (f"{GARDEN} оған {PARTNERSHIP}н қосу және «Бақ» акционерлік қоғамы болып қайта атау жолымен",
     PARTNERSHIP, GARDEN),
    (f"{GARDEN} {PARTNERSHIP}не қосу және қайта атау жолымен «Бақ» акционерлік қоғамы болып",
     GARDEN, PARTNERSHIP),
]  # fmt: skip


@pytest.mark.parametrize(("words", "ended", "survivor"), JOINT)
def test_who_joins_and_the_new_name_of_the_whole_are_two_deeds(
    tmp_path: Path, words: str, ended: str, survivor: str
) -> None:
    read = act(tmp_path, f"1. {words} қайта ұйымдастырылсын.")
    assert deeds(read) == [
        ("Accession", {ended}, {survivor}),
        ("Renaming", {survivor}, {"«Бақ» акционерлік қоғамы"}),
    ]


@pytest.mark.parametrize(
    ("way", "kind", "first", "second"),
    [
        ("бөліп шығару жолымен", "SpinOff", GARDEN, PEAR),
        ("қосу арқылы", "Accession", PEAR, GARDEN),
    ],
)
def test_rows_of_a_decree_stand_under_the_committees_whose_they_are(
    tmp_path: Path, way: str, kind: str, first: str, second: str
) -> None:
    rows = (
        f"1. {COMMITTEE} бойынша:\n\n   1) {PEAR}н {way} {GARDEN}.\n\n"
        f"2. {MINISTRY} Гүл комитеті бойынша:\n\n   {PEAR}н {way} {GARDEN}."
    )
    stamp = (
        "> *Қазақстан Республикасы Президентінің*\n> *2024 жылғы 5 наурыздағы*\n"
        "> *№ 7 Жарлығына*\n> *1-ҚОСЫМША*\n\n"
        "## Қайта ұйымдастырылатын республикалық мемлекеттік мекемелердің ТІЗБЕСІ\n\n"
    )
    point = "1. Осы Жарлыққа 1-қосымшаға сәйкес мемлекеттік мекемелер қайта ұйымдастырылсын."
    read = act(tmp_path, point, after=stamp + rows)
    assert deeds(read) == [(kind, {first}, {second})] * 2
    assert [part.eid for part in read.document.parts if part.eid.startswith("app")] == ["app_1"]


def test_what_a_decree_approves_in_capitals_is_its_appendix(tmp_path: Path) -> None:
    after = (
        "> *Қазақстан Республикасы Президентінің*\n> *2024 жылғы 5 наурыздағы*\n"
        "> *№ 7 Жарлығымен*\n> *БЕКІТІЛГЕН*\n\n## Бақ комитеті туралы ЕРЕЖЕ\n\n"
        "1. Бақ комитеті мемлекеттік орган болып табылады."
    )
    read = act(tmp_path, "1. Қоса беріліп отырған ереже бекітілсін.", after=after)
    assert [part.eid for part in read.document.parts if part.eid.startswith("app")] == ["app_0"]
