import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Mention, Source
from graph.names import Naming, read_mentions, read_name, read_namings, read_short_names, text_of

ACTS = Path(__file__).parents[1] / "graph" / "acts"
CORPUS = Path(__file__).parents[2] / "shared" / "acts" / "corpus" / "kk"
NOWHERE = Source("", "", "")
DEPARTMENT = "Батыс Қазақстан облысы әкімдігі білім басқармасы"
AKIMAT = "Батыс Қазақстан облысы әкімдігі"


def namings(words: str) -> list[Naming]:
    return read_namings(text_of(words), NOWHERE, "kk")


def only(words: str) -> Mention:
    found = namings(words)
    assert len(found) == 1, [one.mention.whole for one in found]
    return found[0].mention


# ------------------------------------------------------------------ a name and its parts


def test_a_name_is_taken_apart() -> None:
    name = only(
        f'"{AKIMAT} білім басқармасының "Теректі колледжі" мемлекеттік коммуналдық қазыналық'
        " кәсіпорнына берілсін"
    )
    assert name.whole == (
        f"«{AKIMAT} білім басқармасының «Теректі колледжі» мемлекеттік коммуналдық қазыналық"
        " кәсіпорны"
    )
    assert name.own == "Теректі колледжі"
    assert name.chain == (AKIMAT, DEPARTMENT)
    assert (name.form, name.kind, name.place) == ("mkqk", "college", "Батыс Қазақстан облысы")


def test_superiors_come_in_the_nominative_with_their_own_words() -> None:
    found = namings(f'"{AKIMAT} білім басқармасының "Теректі колледжі" мемлекеттік мекемесі')
    akimat, department = found[0].superiors
    assert (akimat.whole, akimat.kind) == (AKIMAT, "akimat")
    assert (department.whole, department.own) == (DEPARTMENT, "білім басқармасы")
    assert department.written == f"{AKIMAT} білім басқармасының"
    assert department.chain == (AKIMAT,)


@pytest.mark.parametrize(
    ("words", "own", "kind", "form"),
    [
        # opened twice, closed once: the closing quote is shared
        (
            f'"{AKIMAT} білім басқармасының "Орал "Сервис" технологиялық колледжі" мемлекеттік'
            " коммуналдық қазыналық кәсіпорны",
            "Орал «Сервис» технологиялық колледжі",
            "college",
            "mkqk",
        ),
        # the inner quotes are a part of the own name
        (
            f'"{AKIMAT} білім басқармасының "Дарын" қосымша білім орталығы" мемлекеттік'
            " коммуналдық қазыналық кәсіпорны",
            "«Дарын» қосымша білім орталығы",
            "centre",
            "mkqk",
        ),
        # no inner quotes
        (
            f'"{AKIMAT} білім басқармасының Бөкей ордасы ауданының психологиялық-педагогикалық'
            ' түзеу кабинеті" коммуналдық мемлекеттік мекемесі',
            "Бөкей ордасы ауданының психологиялық-педагогикалық түзеу кабинеті",
            "correction-cabinet",
            "kmm",
        ),
        (
            f'"{AKIMAT} білім басқармасының балалар мен жасөспірімдер туризм және экология'
            ' облыстық орталығы" мемлекеттік коммуналдық қазыналық кәсіпорны',
            "балалар мен жасөспірімдер туризм және экология облыстық орталығы",
            "centre",
            "mkqk",
        ),
        # three quotes deep, and a dash of its own
        (
            '"Батыс Қазақстан облысы білім басқармасы "Батыс Қазақстан облысының дарынды'
            ' балаларға арналған мамандандырылған "Білім –инновация" мектеп-лицей-интернаты"'
            " коммуналдық мемлекеттік мекемесі",
            "Батыс Қазақстан облысының дарынды балаларға арналған мамандандырылған"
            " «Білім –инновация» мектеп-лицей-интернаты",
            "boarding-school",
            "kmm",
        ),
        # opened once, closed twice
        (
            '"Азаматтарға арналған үкімет" мемлекеттік корпорациясы" коммерциялық емес'
            " акционерлік қоғамы",
            "«Азаматтарға арналған үкімет» мемлекеттік корпорациясы",
            "state-corporation",
            "keaq",
        ),
        # the opening quote is lost
        (
            'Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы" мемлекеттік'
            " мекемесі туралы ереже",
            "Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы",
            "directorate",
            "mm",
        ),
        # the closing quote is lost
        (
            "9 «Р.Б. Сүлейменов атындағы Шығыстану институты шаруашылық жүргізу құқығындағы"
            " республикалық мемлекеттік кәсіпорны.»",
            "Р.Б. Сүлейменов атындағы Шығыстану институты",
            "institute",
            "shzhq-rmk",
        ),
        # a quote torn off by the end of a line
        (
            'одан " Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы "'
            " мемлекеттік мекемесін бөлу",
            "Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы",
            "directorate",
            "mm",
        ),
        # the superior stands before the quotes, the form is an abbreviation
        (
            "Қазақстан Республикасы Мәдениет министрлігінің «Дінтану сараптамасы орталығы» РММ",
            "Дінтану сараптамасы орталығы",
            "centre",
            "rmm",
        ),
        # a bracket at the end
        (
            f'"{AKIMAT} білім басқармасы "Аутизмі бар балаларды қолдау орталығы'
            ' (autism-орталығы)" коммуналдық мемлекеттік мекемесі',
            "Аутизмі бар балаларды қолдау орталығы (autism-орталығы)",
            "centre",
            "kmm",
        ),
        # a quote that points the wrong way
        (
            "Қазақстан Республикасы Ауыл шаруашылығы министрлігінің»Ветеринария орталығы»"
            " мемлекеттік мекемесі",
            "Ветеринария орталығы",
            "centre",
            "mm",
        ),
        # letters that a keyboard lacks, letters of the other alphabet
        (
            '"Солтүстік Қазақстан облысы бойынша Монополияға қарсы баскарма" мемлекеттiк мекемесi',
            "Солтүстік Қазақстан облысы бойынша Монополияға қарсы баскарма",
            "directorate",
            "mm",
        ),
        # an own name that tells nothing by itself takes its superior's
        (
            '"Қазақстан Республикасы Әділет министрлігі Қылмыстық-атқару жүйесі комитетінің'
            ' академиясы" мемлекеттік мекемесі',
            "Қылмыстық-атқару жүйесі комитетінің академиясы",
            "academy",
            "mm",
        ),
        # the place stands before the superior
        (
            "«Шымкент қаласы бойынша Еңбек, әлеуметтік қорғау және көші-қон комитетінің"
            " департаменті» мемлекеттік мекемесі",
            "Шымкент қаласы бойынша департаменті",
            "department",
            "mm",
        ),
        # a number that is not all figures
        (
            "«Қазақстан Республикасы Ішкі істер министрлігі Қылмыстық-атқару жүйесі комитетінің"
            " АК-159/22 мекемесі» республикалық мемлекеттік мекемесі",
            "АК-159/22 мекемесі",
            "institution",
            "rmm",
        ),
    ],
)
def test_real_quoting(words: str, own: str, kind: str, form: str) -> None:
    name = only(words)
    assert (name.own, name.kind, name.form) == (own, kind, form)


def test_a_compound_that_ends_in_a_college_is_no_college() -> None:
    kind = read_name("Облыстық арнайы кешен мектеп-интернат-колледжі", "kk").kind
    assert kind == "boarding-school"
    assert read_name("Облыстық мектеп-студиясы", "kk").kind == "school"
    assert read_name("Орал колледжі", "kk").kind == "college"


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("М.Б.Ихсанов атындағы Жәнібек колледжі", "М.Б.Ихсанов"),
        ("Дарынды балаларға арналған С.Сейфуллин атындағы №11 мектебі", "С.Сейфуллин"),
        ("Облыстық дарынды балаларға арналған Абай атындағы мектебі", "Абай"),
        ("«Ш.Ш. Уәлиханов атындағы Тарих институты»", "Ш.Ш. Уәлиханов"),
        ("Әл-Фараби атындағы Қазақ ұлттық университеті", "Әл-Фараби"),
        ("Жәңгір хан атындағы университеті", "Жәңгір хан"),
        ("Орал колледжі", None),
    ],
)
def test_the_person_whom_a_body_is_named_after(name: str, person: str | None) -> None:
    assert read_name(name, "kk").person == person


@pytest.mark.parametrize(
    ("name", "number"), [("№8 мектебі", "8"), ("№ 11 мектебі", "11"), ("мектебі", None)]
)
def test_the_number_of_a_body(name: str, number: str | None) -> None:
    assert read_name(name, "kk").number == number


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ақжайық ауданының білім беру бөлімі", "Ақжайық ауданы"),
        ("Бөкей ордасы ауданының білім беру бөлімі", "Бөкей ордасы ауданы"),
        ("Орал қаласы білім беру бөлімі", "Орал қаласы"),
        ("Шымкент қаласының Ішкі істер департаменті Абай ауданының басқармасы", "Абай ауданы"),
        ("«Қаратау» ауданының ішкі істер басқармасы", "«Қаратау» ауданы"),
        ("Батыс Қазақстан облысының әкімдігі", "Батыс Қазақстан облысы"),
        ("Жамбыл аудандық мәслихаты", "Жамбыл ауданы"),
        ("Мемлекеттік облыстық мұрағаты", None),
        (
            "Бурабай ауданы Зеленый Бор ауылдық округі әкімінің аппараты",
            "Зеленый Бор ауылдық округі",
        ),
        ("Ақтөбе және Батыс Қазақстан облыстары бойынша инспекциясы", None),
        ("Қазақстан Республикасы Әділет министрлігі", None),
        ("Теректі колледжі", None),
    ],
)
def test_the_place_in_a_name(name: str, place: str | None) -> None:
    assert read_name(name, "kk").place == place


def test_the_number_of_a_list_row_is_no_part_of_a_name() -> None:
    assert read_name("13. Ұлттық орталығы;", "kk").whole == "Ұлттық орталығы"
    assert only("«336-1. «Азамат» мемлекеттік корпорациясы» КЕАҚ».").own == (
        "«Азамат» мемлекеттік корпорациясы"
    )


# ------------------------------------------------------------------ names in a sentence


@pytest.mark.parametrize(
    ("words", "whole", "kind", "case"),
    [
        ("Батыс Қазақстан облысының әкімдігі ҚАУЛЫ ЕТЕДІ", None, "akimat", "nom"),
        (
            "Ақтөбе облысы әкімдігінің 2016 жылғы 4 ақпандағы",
            "Ақтөбе облысы әкімдігі",
            "akimat",
            "gen",
        ),
        (
            "Ақтөбе облысының Әділет департаментінде 2016 жылғы",
            "Ақтөбе облысының Әділет департаменті",
            "department",
            "loc",
        ),
        (
            "Қазақстан Республикасы Білім және ғылым министрінің 2015 жылғы 9 қарашадағы",
            "Қазақстан Республикасы Білім және ғылым министрі",
            "minister",
            "gen",
        ),
        (
            "кәмелетке толмағандардың ісі және олардың құқықтарын қорғау жөніндегі облыстық"
            " комиссияның жұмысын ұйымдастырады",
            "кәмелетке толмағандардың ісі және олардың құқықтарын қорғау жөніндегі облыстық"
            " комиссия",
            "commission",
            "gen",
        ),
        (
            "3. Қазақстан Республикасы Қаржы министрлігінің Мемлекеттік мүлік және жекешелендіру"
            " комитеті заңнамада белгіленген тәртіппен",
            "Қазақстан Республикасы Қаржы министрлігінің Мемлекеттік мүлік және жекешелендіру"
            " комитеті",
            "committee",
            "nom",
        ),
        (
            "Қазақстан Республикасы Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі"
            " министрлігіне беруді",
            "Қазақстан Республикасы Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі"
            " министрлігі",
            "ministry",
            "dat",
        ),
        (
            "Түпқараған аудандық мәслихатының шешімі",
            "Түпқараған аудандық мәслихаты",
            "maslikhat",
            "gen",
        ),
        (
            "Жетісу облысының жұмыспен қамту және әлеуметтік бағдарламалар басқармасы осы",
            "Жетісу облысының жұмыспен қамту және әлеуметтік бағдарламалар басқармасы",
            "directorate",
            "nom",
        ),
        (
            'Атырау облысы Білім басқармасының "№ 5 мектебі" КММ-нің жарғысы',
            "Атырау облысы Білім басқармасының «№ 5 мектебі» КММ",
            "school",
            "gen",
        ),
        ("ҚР Үкіметінің 29.12.2018 № 936 қаулысымен", "ҚР Үкіметі", "government", "gen"),
        (
            "Қазақстан Республикасының Сот әкімшілігі туралы ереже",
            "Қазақстан Республикасының Сот әкімшілігі",
            "agency",
            "nom",
        ),
        ("Ақтөбе облысы әкімінің орынбасары", "Ақтөбе облысы әкімі", "akim", "gen"),
    ],
)
def test_names_without_quotes(words: str, whole: str | None, kind: str, case: str) -> None:
    found = namings(words)
    assert [(one.mention.kind, one.case) for one in found] == [(kind, case)]
    assert whole is None or found[0].mention.whole == whole


@pytest.mark.parametrize(
    "words",
    [
        "Қазақстан Республикасының заңнамасына сәйкес бекітіледі",
        "Қазақстан Республикасының мемлекеттік органы болып табылады",
        "090000, Батыс Қазақстан облысы, Орал қаласы, Ж.Молдағалиев көшесі, 23",
        'ресми жариялау "Әділет" ақпараттық-құқықтық жүйесінде',
        "«Мемлекеттік көрсетілетін қызметтер туралы» Заңының 10-бабы",
        '"Мемлекеттік мекемелер" деген 2-бөлімде',
        "мемлекеттік мекеме ұйымдық-құқықтық нысанындағы заңды тұлға",
        "басқарма басшысының бұйрықтарымен",
        "",
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    assert namings(words) == []


def test_two_names_in_one_sentence_keep_apart() -> None:
    first, second = namings(
        '"Батыс Қазақстан облысының білім басқармасы" мемлекеттік мекемесі одан " Батыс Қазақстан'
        ' облысының балалардың құқықтарын қорғау басқармасы" мемлекеттік мекемесін бөлу жолымен'
    )
    assert (first.case, second.case) == ("nom", "acc")
    assert first.end < second.start


def test_a_name_stands_where_it_says() -> None:
    words = 'осы "Орал колледжі" мемлекеттік мекемесінің ережесі'
    one = namings(words)[0]
    assert words[one.start : one.end] == one.mention.written
    assert one.mention.written == '"Орал колледжі" мемлекеттік мекемесінің'


def test_names_that_share_a_beginning() -> None:
    wholes = [
        one.mention.whole
        for one in namings("Қазақстан Республикасы Президенті мен Үкіметінің актілеріне")
    ]
    assert wholes == ["Қазақстан Республикасы Президенті", "Қазақстан Республикасы Үкіметі"]


def test_names_in_a_row_share_their_form_and_their_superior() -> None:
    found = namings(
        "Қазақстан Республикасы Денсаулық сақтау министрлігінің қарамағындағы «Алатау» балалар"
        " клиникалық санаторийі» және «Балбұлақ» балаларды оңалту орталығы» республикалық"
        " мемлекеттік қазыналық кәсіпорындары"
    )
    assert [one.mention.own for one in found] == [
        "«Алатау» балалар клиникалық санаторийі",
        "«Балбұлақ» балаларды оңалту орталығы",
    ]
    assert {one.mention.form for one in found} == {"rmqk"}
    ministry = ("Қазақстан Республикасы Денсаулық сақтау министрлігі",)
    assert {one.mention.chain for one in found} == {ministry}
    # "Under the ministry" says whose they are, and is no part of what they are called.
    assert [one.mention.whole for one in found] == [
        "«Алатау» балалар клиникалық санаторийі» республикалық мемлекеттік қазыналық кәсіпорны",
        "«Балбұлақ» балаларды оңалту орталығы» республикалық мемлекеттік қазыналық кәсіпорны",
    ]


def test_a_body_in_full_may_be_the_superior() -> None:
    name = only(
        "Қазақстан Республикасы Білім және ғылым министрлігінің «Әл-Фараби атындағы Қазақ ұлттық"
        " университеті» республикалық мемлекеттік кәсіпорнының «Жану проблемалары институты»"
        " еншілес мемлекеттік кәсіпорны"
    )
    assert (name.own, name.form, len(name.chain)) == ("Жану проблемалары институты", "emk", 2)


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("Сарыарқа облысы Бұлақ ауданының «№ 4 орта мектебі» мемлекеттік мекемесі", ()),
        (
            "Сарыарқа облысы «Бұлақ ауданының білім бөлімі» мемлекеттік мекемесінің"
            " «№ 4 орта мектебі» мемлекеттік мекемесі",
            ("Сарыарқа облысы «Бұлақ ауданының білім бөлімі» мемлекеттік мекемесі",),
        ),
    ],
)
def test_the_place_before_a_quoted_name_is_part_of_the_whole(
    words: str, chain: tuple[str, ...]
) -> None:
    name = only(words)
    assert (name.whole, name.chain) == (words, chain)
    assert name.own.endswith("№ 4 орта мектебі" if chain else "Бұлақ ауданының «№ 4 орта мектебі»")
    # A seat in a column of its own is none.
    assert only("1. Бұлақ ауданы «Көктем» мемлекеттік мекемесі").own == "Көктем"


def test_names_with_short_ones_in_brackets_share_a_form_behind_the_last() -> None:
    words = (
        "«Алма» (бұдан әрі – Алма), «Өрік» ұлттық компаниясы» (бұдан әрі – «Өрік» АҚ) және «Шие» "
        "(бұдан әрі – «Шие» ҰК» АҚ) акционерлік қоғамдары"
    )
    found = read_mentions(text_of(words), Source("", "", ""), "kk")
    assert [one.whole for one in found] == [
        "«Алма» акционерлік қоғамы",
        "«Өрік» ұлттық компаниясы» акционерлік қоғамы",
        "«Шие» акционерлік қоғамы",
    ]


def test_ranges_are_those_of_the_source() -> None:
    source = Source("a", 'x "Орал\nколледжі" мемлекеттік мекемесі', "")
    string = source.text.replace("\n", " ")
    text = text_of(string)
    text.places[:] = type(text.places)("I", range(len(string)))
    (mention,) = read_mentions(text, source, "kk")
    assert [source.quote(part) for part in mention.ranges] == [
        '"Орал\nколледжі" мемлекеттік мекемесі'
    ]


# ------------------------------------------------------------------ short names


def test_a_short_name_belongs_to_the_name_before_it() -> None:
    words = '"Орал колледжі" мемлекеттік мекемесі (бұдан әрі – Колледж) тиіс'
    assert read_short_names(text_of(words), NOWHERE, "kk")["Колледж"].own == "Орал колледжі"


@pytest.mark.parametrize(
    "words",
    [
        "мемлекеттік көрсетілетін қызмет (бұдан әрі - қызмет)",
        "білім бөлімдерімен, Ақтөбе облысының білім басқармасымен (бұдан әрі – беруші)",
        '"А колледжі" мемлекеттік мекемесі және "Б колледжі" мемлекеттік мекемесі (бұдан әрі - Х)',
    ],
)
def test_a_bracket_after_several_names_or_none_names_nobody(words: str) -> None:
    assert read_short_names(text_of(words), NOWHERE, "kk") == {}


# ------------------------------------------------------------------ whole acts


def rows_of(act: str) -> list[str]:
    """The rows of the longest numbered list in a source act, lines put together."""
    text = re.sub(r"\s+", " ", (ACTS / act).read_text(encoding="utf-8"))
    rows = re.findall(r"(?<= )\d+\) (\"[^;]+?мекемесі|\"[^;]+?кәсіпорны)(?=[;.])", text)
    return [row for row in rows if "әкімдігі" in row or "облысы білім" in row]


def test_the_list_of_the_act_adds_up() -> None:
    rows = [only(row) for row in rows_of("wko-2025-299.kk.txt")]
    assert len(rows) == 70
    assert Counter(row.form for row in rows) == {"mm": 13, "kmm": 30, "mkqk": 27}
    kinds = Counter(row.kind for row in rows)
    assert (kinds["section"], kinds["college"], kinds["correction-cabinet"]) == (13, 23, 13)
    superiors = Counter(row.chain[-1].rsplit("облысы", 1)[-1] for row in rows)
    rights = sum(n for name, n in superiors.items() if "құқықтарын қорғау" in name)
    assert (rights, len(rows) - rights) == (3, 67)


def test_one_lost_quote_seldom_changes_a_name() -> None:
    kept = lost = 0
    for row in rows_of("wko-2025-299.kk.txt"):
        whole = only(row)
        for at in (at for at, sign in enumerate(row) if sign == '"'):
            found = [one.mention for one in namings(row[:at] + row[at + 1 :])]
            same = [(one.own, one.chain, one.form) for one in found]
            kept += same == [(whole.own, whole.chain, whole.form)]
            lost += 1
    assert kept / lost > 0.95


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of acts is not beside the checkout")
def test_names_of_the_corpus_are_whole() -> None:
    found = [
        mention
        for file in sorted(CORPUS.glob("*.md"))
        for line in file.read_text(encoding="utf-8").splitlines()
        for mention in read_mentions(text_of(line), NOWHERE, "kk")
    ]
    assert len(found) > 600
    assert all(mention.own and mention.whole for mention in found)
    balanced = [m for m in found if m.own.count("«") == m.own.count("»")]
    assert len(balanced) == len(found)
    known = [mention for mention in found if mention.kind]
    assert len(known) / len(found) > 0.98


# ------------------------------------------------------------------ hostile text

WORDS = ["Ақтөбе", "облысының", "білім", "басқармасы", "мемлекеттік", "мекемесі", "кәсіпорындары"]
WORDS += ['"', "«", "»", "(", ")", ",", ".", "және", "жөніндегі", "комиссия", "№ 8", "бұдан әрі –"]
WORDS += ["Қазақстан", "Республикасы", "министрлігінің", "бойынша", "атындағы", "АҚ", "\n", "1."]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_no_mixture_of_words_breaks_the_reader(words: str) -> None:
    found = namings(words)
    assert all(words[one.start : one.end] == one.mention.written for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    read_name(words, "kk")
    read_short_names(text_of(words), NOWHERE, "kk")


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(words: str) -> None:
    namings(words)
    read_name(words, "kk")


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "« ",
        '" " ',
        "№ ",
        "(",
        "а",
        "Ақтөбе облысының ",
        'мемлекеттік мекемесі "',
        "Қазақстан Республикасы Қ",
        "білім, ",
        "»және «мемлекеттік кәсіпорындары",
        "жөніндегі комиссия ",
        "1 ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        words = piece * (size // len(piece))
        begun = process_time()
        namings(words)
        return process_time() - begun

    seconds(1000)
    assert seconds(60_000) < max(6 * seconds(15_000), 1.0)


@pytest.mark.parametrize(
    ("row", "own"),
    [
        ("«27. Астана қаласы полиция департаментінің емханасы.", "емханасы"),
        ("28. Ақмола облысы полиция департаментінің емханасы бар госпиталі.", "госпиталі"),
    ],
)
def test_a_row_names_a_body_of_any_kind(row: str, own: str) -> None:
    (one,) = read_mentions(text_of(row), Source("", "", ""), "kk")
    assert one.own.endswith(own)
    assert one.chain[0].endswith("полиция департаменті")


def test_a_row_whose_number_stands_elsewhere_names_a_body() -> None:
    (one,) = read_mentions(text_of("Өртке қарсы қызмет комитеті;"), Source("", "", ""), "kk")
    assert one.kind == "committee"
    assert read_mentions(text_of("Бас маман қызметі;"), Source("", "", ""), "kk") == []
