"""Orders in Kazakh, in many wordings: what each orders, and what only looks like an order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "bench"))

from eval import events_of, rows_of  # noqa: E402  bench is no package

from graph.act import read_act  # noqa: E402  behind the path above
from graph.claims import read_claims  # noqa: E402  behind the path above
from graph.formats import read_side, read_source  # noqa: E402  behind the path above
from graph.model import ActClaims  # noqa: E402  behind the path above

ARCHIVE = "«Сарыарқа қаласының мұрағат бөлімі» мемлекеттік мекемесі"
LIBRARY = "«Сарыарқа қаласының кітапхана бөлімі» мемлекеттік мекемесі"
SPORT = "«Сарыарқа қаласының спорт бөлімі» мемлекеттік мекемесі"
WATER = "Сарыарқа қаласы әкімдігінің «Су арнасы» коммуналдық мемлекеттік кәсіпорны"
COMPANY = "«Су арнасы» жауапкершілігі шектеулі серіктестігі"
CULTURE = "«Сарыарқа қаласының мәдениет бөлімі» мемлекеттік мекемесі"


def accusative(name: str) -> str:
    return f"{name}н"


def dative(name: str) -> str:
    return f"{name}не"


def genitive(name: str) -> str:
    return f"{name}нің"


def act(folder: Path, *points: str, after: str = "") -> ActClaims:
    """An act of these points and what stands after them, read."""
    path = folder / "act.md"
    body = "\n\n".join(points)
    path.write_text(
        "# Кейбір мәселелер туралы\n\nСарыарқа қаласының әкімдігі ҚАУЛЫ ЕТЕДІ:\n\n"
        f"{body}\n\n{after}\n",
        "utf-8",
    )
    path.with_suffix(".yaml").write_text(
        'recorded: "2026-11-21"\nlanguage: "kk"\n'
        'requisites: "Постановление акимата города Сарыарка от 5 марта 2024 года № 7"\n',
        "utf-8",
    )
    return read_claims(read_act(read_source(path), read_side(path)))


def deeds(read: ActClaims) -> list[tuple[str, set[str], set[str]]]:
    return [(one.kind, set(one.originals), set(one.results)) for one in events_of(read)]


ORDERS = [
    # spin-off
    (f"{LIBRARY} одан {accusative(ARCHIVE)} бөліп шығару арқылы қайта ұйымдастырылсын.",
     "SpinOff", {LIBRARY}, {ARCHIVE}),
    (f"{LIBRARY} оның құрамынан {accusative(ARCHIVE)} бөліп шығару жолымен қайта құрылсын.",
     "SpinOff", {LIBRARY}, {ARCHIVE}),
    (f"{genitive(LIBRARY)} құрамынан {ARCHIVE} бөлініп шығарылсын.",
     "SpinOff", {LIBRARY}, {ARCHIVE}),
    # division
    (f"{LIBRARY} {ARCHIVE} және {SPORT} болып бөліну арқылы қайта ұйымдастырылсын.",
     "Division", {LIBRARY}, {ARCHIVE, SPORT}),
    (f"{LIBRARY} {dative(ARCHIVE)} және {dative(SPORT)} бөлінсін.",
     "Division", {LIBRARY}, {ARCHIVE, SPORT}),
    (f"{LIBRARY} мынадай мекемелерге бөлу арқылы қайта ұйымдастырылсын:\n\n"
     f"1) {ARCHIVE};\n\n2) {SPORT}.",
     "Division", {LIBRARY}, {ARCHIVE, SPORT}),
    (f"{LIBRARY} екі заңды тұлғаға: {dative(ARCHIVE)} және {dative(SPORT)} бөлу жолымен қайта "
     "ұйымдастырылсын.",
     "Division", {LIBRARY}, {ARCHIVE, SPORT}),
    (f"{LIBRARY} оны Көктөбе ауылында орналасатын {ARCHIVE} мен Тасбұлақ ауылында орналасқан "
     f"{dative(SPORT)} бөлу жолымен қайта ұйымдастырылсын.",
     "Division", {LIBRARY}, {ARCHIVE, SPORT}),
    # renaming that somebody is told to see to
    (f"Қаржы басқармасы {accusative(LIBRARY)} {SPORT} деп қайта атауды қамтамасыз етсін.",
     "Renaming", {LIBRARY}, {SPORT}),
    # merger
    (f"{ARCHIVE} мен {LIBRARY} біріктіру жолымен {SPORT} болып қайта ұйымдастырылсын.",
     "Merger", {ARCHIVE, LIBRARY}, {SPORT}),
    (f"{ARCHIVE} және {LIBRARY} {dative(SPORT)} біріктірілсін.",
     "Merger", {ARCHIVE, LIBRARY}, {SPORT}),
    (f"{ARCHIVE}, {LIBRARY} жарғылық капиталына мемлекет жүз пайыз қатысатын {dative(COMPANY)} "
     "(бұдан әрі – серіктестік) қосылу және қайта құру арқылы қайта ұйымдастырылсын.",
     "Merger", {ARCHIVE, LIBRARY}, {COMPANY}),
    (f"Мыналар:\n\n1) {ARCHIVE};\n\n2) {LIBRARY} біріктіру жолымен {SPORT} болып қайта "
     "ұйымдастырылсын.",
     "Merger", {ARCHIVE, LIBRARY}, {SPORT}),
    # accession
    (f"{LIBRARY} оған {accusative(ARCHIVE)} қосып алу жолымен қайта ұйымдастырылсын.",
     "Accession", {ARCHIVE}, {LIBRARY}),
    (f"{ARCHIVE} {dative(LIBRARY)} қосылу арқылы заңнамада белгіленген тәртіппен қайта "
     "ұйымдастырылсын.",
     "Accession", {ARCHIVE}, {LIBRARY}),
    # conversion
    (f"{WATER} заңнамада белгіленген тәртіппен {COMPANY} болып қайта құру жолымен қайта "
     "ұйымдастырылсын.",
     "Conversion", {WATER}, {COMPANY}),
    (f"{WATER} жарғылық капиталына мемлекеттің жүз пайыз қатысу үлесімен {dative(COMPANY)} "
     "қайта құру жолымен қайта ұйымдастырылсын.",
     "Conversion", {WATER}, {COMPANY}),
    (f"{WATER} {COMPANY} болып түрлендірілсін.", "Conversion", {WATER}, {COMPANY}),
    (f"{WATER} қайта құру жолымен оның жарғылық капиталына мемлекеттің жүз пайыз қатысуымен "
     f"{COMPANY} болып қайта ұйымдастырылсын.", "Conversion", {WATER}, {COMPANY}),
    # renaming
    (f"{LIBRARY} бұдан былай {ARCHIVE} деп аталсын.", "Renaming", {LIBRARY}, {ARCHIVE}),
    (f"{genitive(LIBRARY)} атауы {ARCHIVE} деп өзгертілсін.", "Renaming", {LIBRARY}, {ARCHIVE}),
    # liquidation
    (f"2024 жылғы 1 сәуірден бастап {LIBRARY} таратылсын.", "Liquidation", {LIBRARY}, set()),
    (f"{genitive(LIBRARY)} қызметі тоқтатылсын.", "Liquidation", {LIBRARY}, set()),
    (f"{accusative(LIBRARY)} тарату жүзеге асырылсын.", "Liquidation", {LIBRARY}, set()),
    (f"{ARCHIVE} таратылып, оның мүлкі {dative(LIBRARY)} берілсін.",
     "Liquidation", {ARCHIVE}, set()),
    # establishment
    (f"Бекітілген штат санының лимиті шегінде {LIBRARY} (бұдан әрі – мекеме) құрылсын.",
     "Establishment", set(), {LIBRARY}),
    (f"{LIBRARY} ашылсын.", "Establishment", set(), {LIBRARY}),
    # transfer
    (f"{genitive(SPORT)} қарамағындағы {LIBRARY} {genitive(CULTURE)} қарамағына берілсін.",
     "Transfer", {LIBRARY}, {CULTURE}),
    (f"{LIBRARY} {genitive(SPORT)} ведомстволық бағынысынан {genitive(CULTURE)} ведомстволық "
     "бағынысына берілсін.",
     "Transfer", {LIBRARY}, {CULTURE}),
    (f"{genitive(SPORT)} қарамағынан {LIBRARY} алынып, {genitive(CULTURE)} қарамағына берілсін.",
     "Transfer", {LIBRARY}, {CULTURE}),
]  # fmt: skip


@pytest.mark.parametrize(("order", "kind", "originals", "results"), ORDERS)
def test_an_order_is_read(
    order: str, kind: str, originals: set[str], results: set[str], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, originals, results)]


def test_as_many_old_names_as_new_ones_go_in_pairs(tmp_path: Path) -> None:
    point = f"1. {LIBRARY} және {ARCHIVE} {SPORT} және {CULTURE} болып қайта аталсын."
    assert deeds(act(tmp_path, point)) == [
        ("Renaming", {LIBRARY}, {SPORT}),
        ("Renaming", {ARCHIVE}, {CULTURE}),
    ]


TRAPS = [
    # general clauses
    f"{accusative(LIBRARY)} қайта ұйымдастыру және тарату Қазақстан Республикасының заңнамасына "
    "сәйкес жүзеге асырылады.",
    "Мекемені қайта ұйымдастыру және тарату заңнамада белгіленген тәртіппен жүргізіледі.",
    # duties that prepare a deed
    f"Қаржы бөлімі {accusative(LIBRARY)} тарату жөнінде ұсыныс енгізсін.",
    f"Қаржы бөлімі {accusative(LIBRARY)} таратуды қамтамасыз етсін.",
    f"{LIBRARY} {accusative(ARCHIVE)} қосу жолымен қайта ұйымдастыру мәселесін пысықтасын.",
    f"{accusative(ARCHIVE)} құру туралы ұсыныс қабылдансын.",
    # conditions
    f"Егер қаражат бөлінсе, {LIBRARY} таратылсын.",
    # what has been done
    f"{LIBRARY} {ARCHIVE} болып қайта аталған.",
    f"{dative(LIBRARY)} қосу жолымен қайта ұйымдастырылған {ARCHIVE} мүлкін тапсырсын.",
    f"Таратылған {genitive(LIBRARY)} мүлкі коммуналдық меншікке қабылдансын.",
    f"{LIBRARY} таратылғаннан кейін қалған мүлік республикалық меншікке қабылдансын.",
    f"Жаңадан құрылған {LIBRARY} мемлекеттік тіркеуден өтсін.",
    f"{CULTURE} {accusative(LIBRARY)} қайта атау жөніндегі іс-шараларды жүргізсін.",
    f"{dative(LIBRARY)} Абайдың есімі берілсін.",
    # words of other acts
    f"«{LIBRARY} таратылсын» деген сөздер алып тасталсын.",
    f"«Қаулының күші жойылсын» деген сөйлем {genitive(LIBRARY)} ережесінен алып тасталсын.",
    # rights, not bodies
    f"{genitive(COMPANY)} мемлекеттік қатысу үлесін иелену және пайдалану құқығы {dative(CULTURE)} "
    "берілсін.",
    f"{CULTURE} кәсіпорынды мемлекеттік басқару органы болып белгіленсін.",
    f"{LIBRARY} қызметінің негізгі мәні кітапхана ісін ұйымдастыру болып белгіленсін.",
]


@pytest.mark.parametrize("trap", TRAPS)
def test_what_only_looks_like_an_order_is_none(trap: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {trap}")) == []


STAMP = "> *Сарыарқа қаласы әкімдігінің*  \n> *2024 жылғы 5 наурыздағы*  \n> *№ 7 қаулысына*  \n"


def appendix(number: str, heading: str, *rows: str) -> str:
    return "\n\n".join([f"{STAMP}> *{number}*", f"## {heading}", *rows])


def test_a_clause_that_refers_to_an_appendix_says_what_is_done_to_its_rows(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Осы қаулыға қосымшаға сәйкес мемлекеттік мекемелер таратылсын.",
        after=appendix("қосымша", "Мемлекеттік мекемелердің тізбесі", f"1. {ARCHIVE}."),
    )
    assert deeds(read) == [("Liquidation", {ARCHIVE}, set())]
    assert rows_of(read) == []


def test_a_clause_that_says_how_makes_its_rows_conversions(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Осы қаулыға қосымшаға сәйкес кәсіпорындар байқау кеңестері енгізіле отырып, қайта құру "
        "жолымен қайта ұйымдастырылсын.",
        after=appendix("қосымша", "Қайта ұйымдастырылатын кәсіпорындардың тізбесі",
                       f"1. {WATER} {dative(COMPANY)}."),
    )  # fmt: skip
    assert deeds(read) == [("Conversion", {WATER}, {COMPANY})]


def test_a_duty_that_speaks_of_a_dissolved_body_dissolves_nobody(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {CULTURE}:\n\n1) {genitive(SPORT)} өкілдерімен бірлесіп, таратылатын кәсіпорын "
        f"мүлкін {dative(LIBRARY)} берсін;\n\n2) {COMPANY}мен бірлесіп, таратылатын кәсіпорын "
        "мүлкін беруді қамтамасыз етсін.",
    )
    assert deeds(read) == []


def test_a_heading_names_who_takes_over_every_row(tmp_path: Path) -> None:
    heading = f"{genitive(CULTURE)} қарамағына берілетін мемлекеттік мекемелердің тізбесі"
    read = act(
        tmp_path,
        "1. Осы қаулыға 2-қосымшаға сәйкес мемлекеттік мекемелер берілсін.",
        after=appendix("2-қосымша", heading, f"1. {ARCHIVE}.", f"2. {LIBRARY}."),
    )
    assert deeds(read) == [
        ("Transfer", {ARCHIVE}, {CULTURE}),
        ("Transfer", {LIBRARY}, {CULTURE}),
    ]


def test_a_dash_between_old_and_new_name_needs_no_blanks(tmp_path: Path) -> None:
    read = act(
        tmp_path, f"1. Мыналар қайта аталсын:\n\n1) {ARCHIVE} –{LIBRARY};\n\n2) {SPORT}—{CULTURE}."
    )
    assert [kind for kind, _, _ in deeds(read)] == ["Renaming", "Renaming"]


def test_a_list_names_its_owner_in_a_paragraph_among_the_items(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {genitive(CULTURE)} қарамағындағы ұйымдардың тізбесі:",
        f"1) {LIBRARY};",
        f"2) {ARCHIVE}.",
        f"2. {genitive(SPORT)} мынадай ведомстволары бар:\n\n1) {WATER}.",
    )
    assert [(row.owner, row.number, row.name) for row in rows_of(read)] == [
        (CULTURE, 1, LIBRARY),
        (CULTURE, 2, ARCHIVE),
        (SPORT, 1, WATER),
    ]


def test_a_section_of_a_list_may_be_the_list_of_a_body_of_its_own(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Қоса беріліп отырған тізбе бекітілсін.",
        after=appendix(
            "қосымша",
            f"{genitive(CULTURE)} және оның ведомстволарының қарамағындағы ұйымдардың тізбесі",
            "## Мемлекеттік мекемелер",
            f"1. {LIBRARY}.",
            f"## {genitive(SPORT)} қарамағындағы ұйымдардың тізбесі",
            f"2 {ARCHIVE}",
        ),
    )
    assert [(row.owner, row.number, row.name) for row in rows_of(read)] == [
        (CULTURE, 1, LIBRARY),
        (SPORT, 2, ARCHIVE),
    ]


NAMES = [
    # several places across which a body works
    ("Қазақстан Республикасы Жер агенттігінің Ақмола, Қарағанды облыстары және Астана қаласы "
     "бойынша инспекциясы", "таратылсын."),
    # a task behind the quotes
    ("«Әуе жолы» ұшуды, қонуды және байланысты қамтамасыз ету жөніндегі республикалық мемлекеттік "
     "кәсіпорны", "таратылсын."),
    # a form with one more word
    ("Қазақстан Республикасы Энергетика министрлігінің «Шахта» шаруашылық жүргізу құқығындағы "
     "республикалық мемлекеттік мамандандырылған кәсіпорны", "таратылсын."),
    # a superior and a form without any quotes
    ("Қазақстан Республикасы Жоғарғы Соты әкімшілік ғимаратының дирекциясы республикалық "
     "мемлекеттік қазыналық кәсіпорны", "таратылсын."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "order"), NAMES)
def test_a_whole_name_takes_part(name: str, order: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {name} {order}")) == [("Liquidation", {name}, set())]


def test_a_bracket_between_a_name_and_its_form_belongs_to_neither(tmp_path: Path) -> None:
    name, form = ARCHIVE.split("» ")
    point = f"1. {name}» (бұдан әрі – мекеме) {form} таратылсын."
    assert deeds(act(tmp_path, point)) == [("Liquidation", {ARCHIVE}, set())]


def test_a_row_that_names_no_body_takes_none_from_the_verb_behind_it(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. Мыналар:\n\n1) {genitive(SPORT)} қарамағындағы мекемелер {genitive(CULTURE)} "
        "қарамағына берілсін.",
    )
    assert deeds(read) == []


def test_a_bare_kind_in_a_heading_is_the_body_of_that_kind_that_the_act_names(
    tmp_path: Path,
) -> None:
    read = act(
        tmp_path,
        "1. Қазақстан Республикасы Әділет министрлігінің аумақтық органдарының тізбесі осы қаулыға "
        "қосымшаға сәйкес жаңа редакцияда жазылсын.",
        after=appendix(
            "қосымша", "Министрліктің қарамағындағы аумақтық органдардың тізбесі", f"1. {ARCHIVE}."
        ),
    )
    assert [(row.owner, row.name) for row in rows_of(read)] == [
        ("Қазақстан Республикасы Әділет министрлігі", ARCHIVE)
    ]


@pytest.mark.parametrize(
    ("lead", "verb"),
    [
        ("Мыналар", "қайта аталсын"),
        ("Мынадай ұйымдардың атауы", "өзгертілсін"),
        ("Мына ұйымдардың атаулары", "өзгертілсін"),
    ],
)
def test_rows_without_a_verb_are_renamed_by_the_verb_of_the_last(
    tmp_path: Path, lead: str, verb: str
) -> None:
    point = f"1. {lead}:\n\n1) {ARCHIVE} – {LIBRARY};\n\n2) {SPORT} {CULTURE} болып {verb}."
    assert deeds(act(tmp_path, point)) == [
        ("Renaming", {ARCHIVE}, {LIBRARY}),
        ("Renaming", {SPORT}, {CULTURE}),
    ]


def test_a_name_inside_the_bracket_that_defines_a_short_name_takes_no_part(tmp_path: Path) -> None:
    point = f"1. {ARCHIVE} (бұдан әрі – «САҚ» КММ) құрылсын."
    assert deeds(act(tmp_path, point)) == [("Establishment", set(), {ARCHIVE})]


@pytest.mark.parametrize(
    "name",
    [
        "Қазақстан Республикасы Әділет министрлігі Жамбыл облысының департаменті Т. Рысқұлов "
        "ауданаралық басқармасы",
        "Қазақстан Республикасы Әділет министрлігі Батыс Қазақстан облысының департаменті "
        "«Бәйтерек» ауданаралық басқармасы",
    ],
)
def test_a_row_without_quotes_around_its_name_is_read_to_its_end(name: str, tmp_path: Path) -> None:
    heading = "Қазақстан Республикасы Әділет министрлігінің аумақтық органдарының тізбесі"
    read = act(tmp_path, "1. Тізбе бекітілсін.", after=appendix("қосымша", heading, f"1. {name}."))
    assert [row.name for row in rows_of(read)] == [name]


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("2003 жылғы 1 қаңтардан бастап күшіне енеді", "fixed-day", "2003-01-01"),
        ("2001 жылдың 1 қаңтарынан бастап күшіне енеді", "fixed-day", "2001-01-01"),
        ("қол қойылған сәттен бастап күшіне енеді", "signature-day", None),
        ("2012 жылғы 1 қаңтардан бастап қолданысқа енгізіледі", "fixed-day", "2012-01-01"),
        ("қол қойылған күнінен бастап күшіне енеді", "signature-day", None),
        ("жарияланған күнінен бастап күшіне енеді", "publication-day", None),
        (
            "алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң күшіне енеді",
            "days-after-publication",
            None,
        ),
    ],
)
def test_the_day_from_which_an_act_holds_in_its_wordings(
    tmp_path: Path, words: str, kind: str, day: str | None
) -> None:
    read = act(tmp_path, f"1. Осы қаулы {words}.")
    assert read.act.entry is not None
    assert read.act.entry.kind == kind
    assert (str(read.act.entry.day) if read.act.entry.day else None) == day
    assert not read.unread


@pytest.mark.parametrize("way", ["біріктіру жолымен", "қайта құру арқылы", "қосу жолымен"])
def test_half_of_a_deed_is_no_establishment(tmp_path: Path, way: str) -> None:
    """A body that comes from others is not told as new because the others were not understood."""
    read = act(tmp_path, f"1. Бұрынғы шаруашылықтарды {way} {ARCHIVE} құрылсын.")
    assert deeds(read) == []
    assert [one.clause for one in read.unread] == ["point_1"]


def test_a_way_in_another_sentence_does_not_touch_an_establishment(tmp_path: Path) -> None:
    words = "Бұрынғы шаруашылықтар біріктіру жолымен өзгертілсін."
    assert deeds(act(tmp_path, f"1. {ARCHIVE} құрылсын. {words}")) == [
        ("Establishment", set(), {ARCHIVE})
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (f"{dative(ARCHIVE)} {SPORT} деген атау берілсін.", "Renaming"),
        (f"{genitive(ARCHIVE)} құрамынан {SPORT} бөлініп, жеке мекеме болып құрылсын.", "SpinOff"),
    ],
)
def test_a_name_that_is_given_and_a_body_that_is_parted(
    tmp_path: Path, words: str, kind: str
) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == [(kind, {ARCHIVE}, {SPORT})]


@pytest.mark.parametrize(
    "words",
    [
        f"{ARCHIVE} {dative(SPORT)} бағындырылсын.",
        f"{ARCHIVE} {genitive(LIBRARY)} қарамағынан {genitive(SPORT)} қарамағына ауыстырылсын.",
        f"{ARCHIVE} республикалық меншіктен {genitive(SPORT)} коммуналдық меншігіне берілсін.",
    ],
)
def test_a_body_is_handed_over_in_many_words(tmp_path: Path, words: str) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == [("Transfer", {ARCHIVE}, {SPORT})]
