"""Rows of new wordings, in the many ways in which acts print them; all acts are invented."""

from __future__ import annotations

import pytest
from telling import get, read_text

from graph.model import ActClaims, Mention, Ref
from ontology import SHZ

RU = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в постановление Правительства Республики Казахстан от 9 апреля 2010 года № 1 «Вопросы
Министерства туризма Республики Казахстан» следующие изменения и дополнения:

в перечне организаций, находящихся в ведении Министерства туризма Республики Казахстан:

{}

2. Настоящее постановление вводится в действие со дня подписания.
"""
KK = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Қазақстан Республикасы Туризм министрлігінің мәселелері» туралы Қазақстан Республикасы
Үкіметінің 2010 жылғы 9 сәуірдегі № 1 қаулысына мынадай өзгерістер енгізілсін:

Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесінде:

{}

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
"""


REQUISITES = {
    "ru": "Постановление Правительства Республики Казахстан от 5 мая 2012 года № 2",
    "kk": "Қазақстан Республикасы Үкіметінің 2012 жылғы 5 мамырдағы № 2 қаулысы",
}


def read(words: str, language: str = "ru") -> ActClaims:
    text = {"ru": RU, "kk": KK}[language].format(words)
    return read_text(text, language, REQUISITES[language])


def rows(words: str, language: str = "ru") -> list[tuple[str, str]]:
    """Each row that an edit puts in: its printed number, the name of its body."""
    entries = (one for one in read(words, language).statements if one.type == SHZ.ListEntry)
    found = []
    for one in entries:
        body = get(one, SHZ.entryFor)
        assert isinstance(body, Mention)
        found.append((str(get(one, SHZ.number) or ""), body.whole))
    return found


def kinds(words: str, language: str = "ru") -> list[str]:
    edits = (one for one in read(words, language).statements if one.type == SHZ.Edit)
    return [str(get(one, SHZ.editKind)).rpartition("/")[2] for one in edits]


def owners(words: str, language: str = "ru") -> list[str]:
    """Whose rows those are that an edit puts in."""
    return [
        one.object.own
        for one in read(words, language).claims
        if one.basis == "list" and isinstance(one.object, Mention)
    ]


def test_the_code_of_a_register_before_a_name_is_no_part_of_it() -> None:
    words = (
        "строку, порядковый номер 21-3, изложить в следующей редакции:\n\n"
        "«21-3. АЛА-001234 АО «Озеро».»."
    )
    assert rows(words) == [("21-3", "АО «Озеро»")]


def test_several_places_in_which_a_body_works_belong_to_its_name() -> None:
    name = (
        "Департамент туризма по городу Алматы, Алматинской области и области Жетісу Комитета "
        "туризма Министерства туризма Республики Казахстан"
    )
    words = f"дополнить строкой, порядковый номер 3, следующего содержания:\n\n«3. {name}.»."
    assert rows(words) == [("3", name)]


def test_what_stands_under_a_row_that_leads_are_rows_of_whom_it_names() -> None:
    words = """пункт 4 изложить в следующей редакции:

«4. Комитету туризма Министерства туризма Республики Казахстан:

1) государственное казенное предприятие «Пристань» Министерства туризма Республики Казахстан»;

2) государственное учреждение «Маяк» Министерства туризма Республики Казахстан».»;

дополнить пунктом 5 следующего содержания:

«5. Комитет связи Министерства туризма Республики Казахстан:

государственное учреждение «Почта».»."""
    assert rows(words) == [
        (
            "1",
            "государственное казенное предприятие «Пристань» Министерства туризма Республики "
            "Казахстан",
        ),
        ("2", "государственное учреждение «Маяк» Министерства туризма Республики Казахстан"),
        ("", "государственное учреждение «Почта»"),
    ]
    assert owners(words) == ["Комитет туризма", "Комитет туризма", "Комитет связи"]


@pytest.mark.parametrize(
    ("language", "words", "row"),
    [
        (
            "ru",
            "дополнить подпунктом 6) следующего содержания:\n\n«6) акционерное общество «Озеро».».",
            ("6", "акционерное общество «Озеро»"),
        ),
        (
            "kk",
            "мынадай мазмұндағы 6) тармақшамен толықтырылсын:\n\n«6) «Көл» акционерлік қоғамы.».",
            ("6", "«Көл» акционерлік қоғамы"),
        ),
        (
            "ru",
            "пункт 1 дополнить подпунктом 1-1) следующего содержания:\n\n"
            "«1-1) акционерное общество «Озеро»;».",
            ("1-1", "акционерное общество «Озеро»"),
        ),
        (
            "kk",
            "1-тармақ мынадай мазмұндағы 1-1) тармақшамен толықтырылсын:\n\n"
            "«1-1) «Көл» акционерлік қоғамы;».",
            ("1-1", "«Көл» акционерлік қоғамы"),
        ),
        (
            "ru",
            "раздел «3. Товарищества» изложить в следующей редакции:\n\n"
            "«3. Товарищества с ограниченной ответственностью\n\n1. Озеро».",
            ("1", "Озеро"),
        ),
    ],
)
def test_items_of_a_list_are_rows(language: str, words: str, row: tuple[str, str]) -> None:
    assert rows(words, language) == [row]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "подпункты 2) и 3) пункта 1 исключить."),
        ("kk", "1-тармақтың 2) және 3) тармақшалары алып тасталсын."),
    ],
)
def test_items_that_an_edit_takes_out_are_told_with_their_point(language: str, words: str) -> None:
    edit = next(one for one in read(words, language).statements if one.type == SHZ.Edit)
    numbers = [str(value) for name, value in edit.properties if name == SHZ.editedRow]
    assert numbers == ["2", "3"]
    assert str(get(edit, SHZ.section)) == "1"


def test_a_list_given_anew_has_its_rows_under_those_who_lead_them() -> None:
    words = """перечень организаций, находящихся в ведении Министерства, изложить в
следующей редакции:

«Перечень организаций, находящихся в ведении Министерства и его ведомства:

1. Министерство:

1) акционерное общество «Озеро»;

2) государственное учреждение «Институт законодательства о воде».

2. Комитет туризма Министерства туризма Республики Казахстан:

1) государственное учреждение «Маяк».

3. Комитет связи Министерства туризма Республики Казахстан:

государственное учреждение «Почта».»."""
    found = [
        ("1", "акционерное общество «Озеро»"),
        ("2", "государственное учреждение «Институт законодательства о воде»"),
        ("1", "государственное учреждение «Маяк»"),
        ("", "государственное учреждение «Почта»"),
    ]
    assert rows(words) == found
    ministry = "Министерство туризма Республики Казахстан"
    assert owners(words) == [ministry, ministry, "Комитет туризма", "Комитет связи"]
    assert kinds(words) == ["relist"]


@pytest.mark.parametrize(
    ("language", "words", "row"),
    [
        (
            "ru",
            "дополнить разделом следующего содержания:\n\n"
            "«Министерству туризма Республики Казахстан\n\n382. АО «Озеро».",
            ("382", "АО «Озеро»"),
        ),
        (
            "kk",
            "мынадай мазмұндағы бөліммен толықтырылсын:\n\n"
            "«Қазақстан Республикасы Туризм министрлігіне\n\n382. «Көл» АҚ.».",
            ("382", "«Көл» АҚ"),
        ),
    ],
)
def test_a_section_put_in_has_rows(language: str, words: str, row: tuple[str, str]) -> None:
    assert rows(words, language) == [row]
    assert kinds(words, language) == ["add"]


def test_what_somebody_holds_in_a_body_is_no_row() -> None:
    words = (
        "строку, порядковый номер 44, изложить в следующей редакции:\n\n"
        "«44. 99,5 % доли участия ТОО «Озеро».»."
    )
    assert rows(words) == []


APPENDIX = """перечень организаций, находящихся в ведении Министерства, изложить в новой редакции
согласно приложению к настоящему постановлению.

2. Настоящее постановление вводится в действие со дня подписания.

> *Приложение*
> *к постановлению Правительства*
> *Республики Казахстан*
> *от 5 мая 2012 года № 2*

## {}

1. Государственное учреждение «Музей воды».

2. Государственное учреждение «Музей глины».
"""


@pytest.mark.parametrize(
    "heading",
    ["Перечень организаций, находящихся в ведении Министерства", "Организации Министерства"],
)
def test_a_list_given_anew_in_an_appendix_has_its_rows_by_the_edit(heading: str) -> None:
    words = APPENDIX.format(heading)
    names = ["государственное учреждение «Музей воды»", "государственное учреждение «Музей глины»"]
    assert rows(words) == [("1", names[0]), ("2", names[1])]
    edit = next(one for one in read(words).statements if one.type == SHZ.Edit)
    by = {str(get(one, SHZ.byEdit)) for one in read(words).statements if one.type == SHZ.ListEntry}
    assert by == {str(Ref("statement", edit.key))}
    assert owners(words) == ["Министерство туризма Республики Казахстан"] * 2


def test_a_wording_left_open_ends_before_the_line_that_names_a_list() -> None:
    words = (
        "дополнить строкой, порядковый номер 3, следующего содержания:\n\n"
        "«3. Государственное учреждение «Маяк»;\n\n"
        "перечень государственных учреждений Министерства туризма Республики Казахстан:\n\n"
        "дополнить пунктом 4 следующего содержания:\n\n«4. Государственное учреждение «Почта».»."
    )
    names = ("государственное учреждение «Маяк»", "государственное учреждение «Почта»")
    assert rows(words) == [("3", names[0]), ("4", names[1])]


def test_items_under_the_line_that_names_a_list_are_of_it() -> None:
    words = (
        "1) пункт 17 исключить;\n\n2) дополнить пунктом 5 следующего содержания:\n\n"
        "«5. Государственное учреждение «Маяк».».\n"
    )
    assert rows(words) == [("5", "государственное учреждение «Маяк»")]


@pytest.mark.parametrize(
    ("listed", "row", "names"),
    [
        ("национальных холдингов и компаний", "Акционерное общество «Маяк»", ["«Маяк»"]),
        ("специализированных служб помощи", "Государственное учреждение «Маяк»", ["«Маяк»"]),
        ("видов деятельности государственных предприятий", "Разведение животных", []),
    ],
)
def test_what_a_list_is_of_tells_whether_its_rows_are_bodies(
    listed: str, row: str, names: list[str]
) -> None:
    words = (
        f"в перечне {listed}:\n\nстроку, порядковый номер 5, изложить в следующей редакций:\n\n"
        f"«5. {row}.»."
    )
    assert [(number, name[-6:]) for number, name in rows(words)] == [("5", one) for one in names]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "реттік нөмірі 21-3-жол мынадай редакцияда жазылсын:\n\n«21-3-1. «Көл» АҚ.»."),
        ("ru", "строку, порядковый номер 21-3, изложить в следующей редакции:\n\n"
         "«21-3-1. АО «Озеро».»."),
    ],
)  # fmt: skip
def test_the_row_that_stands_for_another_may_have_a_number_of_its_own(
    language: str, words: str
) -> None:
    assert [number for number, _ in rows(words, language)] == ["21-3-1"]


def test_rows_are_also_written_into_a_kazakh_list() -> None:
    words = "мынадай мазмұндағы реттік нөмірі 21-3-жолмен жазылсын:\n\n«21-3. «Көл» АҚ.»."
    assert rows(words, "kk") == [("21-3", "«Көл» АҚ")]
    assert kinds(words, "kk") == ["add"]


def test_a_wording_of_rows_may_end_with_a_colon_by_a_slip() -> None:
    words = (
        "мынадай мазмұндағы 6-1-тармақпен толықтырылсын:\n\n«6-1. «Көл» мемлекеттік мекемесі.»:\n\n"
        "7-тармақ алып тасталсын;\n\n8-тармақ мынадай редакцияда жазылсын:\n\n"
        "«8. «Бұлақ» мемлекеттік мекемесі.»."
    )
    assert [number for number, _ in rows(words, "kk")] == ["6-1", "8"]
    assert kinds(words, "kk") == ["add", "remove", "reword"]


def test_a_line_that_names_a_point_of_a_kazakh_list_leads_to_its_rows() -> None:
    words = (
        "1-тармақта:\n\n21) тармақша мынадай редакцияда жазылсын:\n\n"
        "«21) «Көл» жауапкершілігі шектеулі серіктестігі;»;\n\n"
        "мынадай мазмұндағы 22) тармақшамен толықтырылсын:\n\n"
        "«22) «Бұлақ» жауапкершілігі шектеулі серіктестігі.»."
    )
    assert rows(words, "kk") == [
        ("21", "«Көл» жауапкершілігі шектеулі серіктестігі"),
        ("22", "«Бұлақ» жауапкершілігі шектеулі серіктестігі"),
    ]
    assert rows("ережеде:\n\n" + words, "kk") == []


@pytest.mark.parametrize(
    ("language", "where", "rows_of_it"),
    [
        (
            "kk",
            "көрсетілген қаулымен бекітілген Қазақстан Республикасының Туризм министрлігі туралы "
            "ережеде:\n\n«Министрліктің қарамағындағы аумақтық органдардың тізбесі» деген "
            "бөлімде:\n\n«Сапар комитеті» деген кіші бөлімде:",
            "реттік нөмірлері 13 және 14, мынадай мазмұндағы жолдармен толықтырылсын:\n\n"
            "«13. Қазақстан Республикасы Сапар комитетінің Абай облысы бойынша департаменті.\n\n"
            "14\\. Қазақстан Республикасы Сапар комитетінің Жетісу облысы бойынша департаменті.»;",
        ),
        (
            "ru",
            "в Положении о Министерстве туризма Республики Казахстан, утвержденном указанным "
            "постановлением:\n\nв разделе «Перечень территориальных органов, находящихся в ведении "
            "Министерства»:\n\nв подразделе «Комитет поездок»:",
            "дополнить строками, порядковые номера 13 и 14, следующего содержания:\n\n"
            "«13. Департамент Комитета поездок Республики Казахстан по области Абай.\n\n"
            "14\\. Департамент Комитета поездок Республики Казахстан по области Жетісу.»;",
        ),
    ],
)
def test_a_section_of_a_text_may_be_a_list(language: str, where: str, rows_of_it: str) -> None:
    # The line that names a list gives way to those that name a section.
    text = {"ru": RU, "kk": KK}[language].split("\n\n")
    text[text.index("{}") - 1 : text.index("{}") + 1] = [where, rows_of_it]
    statements = read_text("\n\n".join(text), language, REQUISITES[language]).statements
    numbers = [str(get(one, SHZ.number)) for one in statements if one.type == SHZ.ListEntry]
    assert numbers == ["13", "14"]


BESIDE = {
    "ru": (
        "раздел «Комитет рек» дополнить строками, порядковые номера 30а, 106а-2, следующего "
        "содержания:\n\n```\n"
        '"30а Республиканское государственное\nпредприятие "Ива"      город Аркалык\n'
        "106а-2 Республиканское государственное\nпредприятие\n"
        '"Карта"               Южно-Казахстанская\n'
        '(на праве хозяйственного ведения) область, город Кентау";\n```',
        [
            ("30а", "республиканское государственное предприятие «Ива»"),
            (
                "106а-2",
                "республиканское государственное предприятие на праве хозяйственного ведения "
                "«Карта»",
            ),
        ],
    ),
    "kk": (
        "«Өзендер комитеті» бөлімі мынадай мазмұндағы реттік нөмірлері 30а, 106а-2-жолдармен "
        "толықтырылсын:\n\n```\n"
        '"30а "Тал" республикалық\nмемлекеттік кәсіпорны    Арқалық қаласы\n'
        '106а-2 "Карта"\nреспубликалық мемлекеттік\n'
        "кәсіпорны (шаруашылық Оңтүстік Қазақстан\n"
        'жүргізу құқығында) облысы, Кентау қаласы";\n```',
        [
            ("30а", "«Тал» республикалық мемлекеттік кәсіпорны"),
            ("106а-2", "«Карта» республикалық мемлекеттік кәсіпорны"),
        ],
    ),
}


@pytest.mark.parametrize("language", BESIDE)
def test_rows_may_have_letters_in_their_numbers_and_seats_in_a_column_beside(language: str) -> None:
    words, entered = BESIDE[language]
    assert rows(words, language) == entered


@pytest.mark.parametrize("language", BESIDE)
def test_rows_put_in_tell_their_numbers_where_the_clause_does_not(language: str) -> None:
    words, entered = BESIDE[language]
    told = {
        "ru": ("строками, порядковые номера 30а, 106а-2, следующего", "строками следующего"),
        "kk": ("мазмұндағы реттік нөмірлері 30а, 106а-2-жолдармен", "мазмұндағы жолдармен"),
    }
    assert rows(words.replace(*told[language]), language) == entered


@pytest.mark.parametrize(
    "printed",
    [
        '"30а Комитет рек Деятельность, связанная с\nи мостов оборотом речных\nи троп карт";',
        '"30а Институт рек 31-1 Институт мостов";',
    ],
)
def test_columns_and_rows_that_nothing_tells_apart_make_no_row(printed: str) -> None:
    lead, _, _ = BESIDE["ru"][0].partition("```")
    assert rows(f"{lead}```\n{printed}\n```") == []
