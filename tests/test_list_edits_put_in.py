"""Lists and rows that an act puts in another where no line names the list; all acts invented."""

from __future__ import annotations

import pytest
from telling import get, read_text

from graph.model import ActClaims, Mention
from ontology import SHZ

RU = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в постановление Правительства Республики Казахстан от 9 апреля 2010 года № 1 «Вопросы
Министерства туризма Республики Казахстан» следующие изменения и дополнения:

{}

2. Настоящее постановление вводится в действие со дня подписания.
"""
KK = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Қазақстан Республикасы Туризм министрлігінің мәселелері» туралы Қазақстан Республикасы
Үкіметінің 2010 жылғы 9 сәуірдегі № 1 қаулысына мынадай өзгерістер енгізілсін:

{}

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
"""
REQUISITES = {
    "ru": "Постановление Правительства Республики Казахстан от 5 мая 2012 года № 2",
    "kk": "Қазақстан Республикасы Үкіметінің 2012 жылғы 5 мамырдағы № 2 қаулысы",
}
POSITION = (
    "в Положении о Министерстве туризма Республики Казахстан, утвержденном указанным "
    "постановлением:\n\n"
)
LISTED = "в перечне организаций, находящихся в ведении Министерства и его ведомств:\n\n"
LAKE, LIGHT = "государственное учреждение «Озеро»", "государственное учреждение «Маяк»"


def read(words: str, language: str) -> ActClaims:
    return read_text({"ru": RU, "kk": KK}[language].format(words), language, REQUISITES[language])


def rows(words: str, language: str = "ru") -> list[tuple[str, str, str]]:
    """Each row that an edit puts in: its printed number, its place, the name of its body."""
    entries = (one for one in read(words, language).statements if one.type == SHZ.ListEntry)
    found = []
    for one in entries:
        body = get(one, SHZ.entryFor)
        assert isinstance(body, Mention)
        number, place = str(get(one, SHZ.number) or ""), str(get(one, SHZ.position))
        found.append((number, place, body.whole))
    return found


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        (
            "ru",
            f"{POSITION}дополнить разделом следующего содержания:\n\n«Перечень учреждений, "
            f"находящихся в ведении Министерства\n\n1. Г{LAKE[1:]}.\n\n2. Г{LIGHT[1:]}.».",
            [("1", "1", LAKE), ("2", "2", LIGHT)],
        ),
        (
            "ru",
            f"{POSITION}дополнить перечнем следующего содержания:\n\n«Перечень организаций, "
            f"находящихся в ведении Комитета пляжей Министерства туризма\n\nГ{LAKE[1:]}.».",
            [("", "1", LAKE)],
        ),
        (
            "kk",
            "мынадай мазмұндағы тізбемен толықтырылсын:\n\n«Министрліктің қарамағындағы "
            "ұйымдардың тізбесі\n\n«Көл» мемлекеттік мекемесі.».",
            [("", "1", "«Көл» мемлекеттік мекемесі")],
        ),
        (
            "kk",
            "мынадай мазмұндағы бөліммен толықтырылсын:\n\n«Министрліктің қарамағындағы "
            "мемлекеттік мекемелердің тізбесі\n\n1. «Көл» мемлекеттік мекемесі.\n\n"
            "2. «Шырақ» мемлекеттік мекемесі.».",
            [
                ("1", "1", "«Көл» мемлекеттік мекемесі"),
                ("2", "2", "«Шырақ» мемлекеттік мекемесі"),
            ],
        ),
    ],
)
def test_a_list_put_in_a_text_has_its_rows(
    language: str, words: str, found: list[tuple[str, str, str]]
) -> None:
    assert rows(words, language) == found


def test_a_section_put_in_that_is_no_list_has_no_rows() -> None:
    words = (
        f"{POSITION}дополнить разделом следующего содержания:\n\n«6. Порядок работы\n\n"
        f"1. Г{LAKE[1:]}.\n\n2. Г{LIGHT[1:]}.»."
    )
    assert rows(words) == []


def test_a_row_put_in_an_appendix_is_one_if_it_is_nothing_but_a_body() -> None:
    lead = "приложение к указанному постановлению дополнить строкой, порядковый номер 9, "
    words = "{}следующего содержания:\n\n«9. {}.»."
    assert rows(words.format(lead, f"Г{LAKE[1:]}")) == [("9", "9", LAKE)]
    assert rows(words.format(lead, f"Г{LAKE[1:]} – 40 мест")) == []


def test_a_line_that_names_a_point_of_a_list_leads_to_its_rows() -> None:
    words = (
        f"{LISTED}в пункте 6:\n\nраздел «учреждения:» дополнить подпунктом 3) следующего "
        f"содержания:\n\n«3) {LAKE}»."
    )
    assert rows(words) == [("3", "3", LAKE)]
    assert rows(words.replace(LISTED, POSITION)) == []


def test_a_section_put_in_a_point_of_a_list_has_rows() -> None:
    words = (
        f"{LISTED}пункт 2 дополнить разделом следующего содержания:\n\n«государственное "
        f"учреждение:\n\n{LAKE}.»."
    )
    assert [(number, name) for number, _, name in rows(words)] == [("", LAKE)]


def test_headings_within_the_wording_of_a_point_are_no_rows() -> None:
    words = (
        f"{LISTED}пункт 3 изложить следующей редакции:\n\n«3. Комитет пляжей Министерства "
        f"туризма Республики Казахстан:\n\nучреждения:\n\n1) {LAKE};\n\nиное:\n\n{LIGHT}.»."
    )
    assert rows(words) == [("1", "1", LAKE), ("", "2", LIGHT)]


def test_rows_go_on_behind_one_whose_quotes_do_not_balance() -> None:
    words = (
        f"{LISTED}дополнить строками, порядковые номера 24-1, 24-2, 24-3, следующего содержания:"
        "\n\n«24-1 АО «Озеро»\n\n24-2 АО «Маяк» имени Рыбака»\n\n24-3 ТОО «Театр «Парус»."
    )
    assert [number for number, _, _ in rows(words)] == ["24-1", "24-2", "24-3"]


def test_rows_go_on_behind_one_that_lost_its_opening_quote() -> None:
    words = (
        f"{LISTED}дополнить строками, порядковые номера 17-1, 17-2 и 17-3, следующего содержания:"
        f"\n\n«17-1. Г{LAKE[1:]}.\n\n17-2. Государственное учреждение Маяк».»\n\n"
        f"17-3. Государственное учреждение Парус».»;\n\n"
        f"дополнить строкой, порядковый номер 44-1, следующего содержания:\n\n«44-1. {LIGHT}.»."
    )
    assert [number for number, _, _ in rows(words)] == ["17-1", "17-2", "17-3", "44-1"]


def test_rows_that_go_on_behind_the_last_number_that_the_clause_names_are_rows() -> None:
    words = (
        f"{LISTED}дополнить пунктами 21 и 22 следующего содержания:\n\n«21. {LAKE}.\n\n"
        f"22. {LIGHT}.\n\nобласть Абай\n\n23. государственное учреждение «Парус».»."
    )
    assert [number for number, _, _ in rows(words)] == ["21", "22", "23"]


def test_a_section_given_anew_without_its_heading_has_its_first_row() -> None:
    words = (
        f"{LISTED}раздел «Учреждения» изложить в следующей редакции:\n\n«1. {LAKE}.\n\n"
        f"2. {LIGHT}.»."
    )
    assert [number for number, _, _ in rows(words)] == ["1", "2"]


def test_numbers_of_rows_may_have_a_full_stop_inside() -> None:
    words = (
        f"{LISTED}дополнить строкой, порядковый номер 60.11., следующего содержания:\n\n"
        f"«60.11. {LAKE}.»;\n\nстроку, порядковый номер 66.1., исключить."
    )
    assert rows(words) == [("60.11", "60", LAKE)]


@pytest.mark.parametrize(
    ("language", "words", "heading", "row"),
    [
        (
            "ru",
            f"{POSITION}дополнить перечнем территориальных органов, находящихся в ведении "
            "Министерства туризма Республики Казахстан, согласно приложению к настоящему "
            "постановлению.",
            "> *Приложение*\n> *к постановлению Правительства*\n> *Республики Казахстан*\n"
            "> *от 5 мая 2012 года № 2*\n\n## Перечень территориальных органов",
            LAKE,
        ),
        (
            "kk",
            "осы қаулыға қосымшаға сәйкес Қазақстан Республикасы Туризм министрлігінің "
            "қарамағындағы аумақтық органдардың тізбесімен толықтырылсын.",
            "> *Қазақстан Республикасы*\n> *Үкіметінің*\n> *2012 жылғы 5 мамырдағы*\n"
            "> *№ 2 қаулысына*\n> *қосымша*\n\n## Аумақтық органдардың тізбесі",
            "«Көл» мемлекеттік мекемесі",
        ),
    ],
)
def test_a_list_put_in_a_text_by_an_appendix_has_its_rows_by_the_edit(
    language: str, words: str, heading: str, row: str
) -> None:
    end = {
        "ru": "2. Настоящее постановление вводится в действие со дня подписания.",
        "kk": "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.",
    }[language]
    act = read(f"{words}\n\n{end}\n\n{heading}\n\n1. {row}.\n", language)
    entries = [one for one in act.statements if one.type == SHZ.ListEntry]
    assert [get(one, SHZ.byEdit) is not None for one in entries] == [True]


def test_a_point_of_the_act_behind_a_wording_left_open_is_no_row() -> None:
    words = (
        f"{LISTED}дополнить строкой, порядковый номер 1, следующего содержания:\n\n«1. {LAKE}\n\n"
        "2. В постановлении Правительства Республики Казахстан от 9 мая 2011 года № 3:"
    )
    assert [number for number, _, _ in rows(words)] == ["1"]


def test_a_numbered_line_before_rows_counted_anew_leads_them() -> None:
    words = (
        "перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан, "
        "изложить в следующей редакции:\n\n"
        f"   «1. Министерство\n\n   1\\. {LAKE}.\n\n   2\\. {LIGHT}.\n\n"
        "   2\\. Комитет пляжей Министерства туризма Республики Казахстан\n\n"
        "   1\\. государственное учреждение «Парус».»."
    )
    names = [(number, name) for number, _, name in rows(words)]
    assert names == [("1", LAKE), ("2", LIGHT), ("1", "государственное учреждение «Парус»")]


def test_rows_with_a_stray_quote_at_their_ends_go_on() -> None:
    words = (
        "перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан, "
        f"изложить в следующей редакции:\n\n«1. {LAKE} Комитета пляжей».\n\n   2. {LIGHT} Комитета "
        "пляжей».\n\n   3. государственное учреждение «Парус» Комитета пляжей».».\n\n"
        "перечень учреждений исключить."
    )
    assert [number for number, _, _ in rows(words)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "listed",
    [
        "товаров, ввоз которых лицензируется, и государственных органов",
        "интернет-ресурсов, доступных для государственных органов",
        "должностей государственных органов",
    ],
)
def test_rows_of_a_list_of_things_that_names_bodies_too_are_no_bodies(listed: str) -> None:
    words = (
        f"в перечне {listed}:\n\nстроку, порядковый номер 4, изложить в следующей редакции:\n\n"
        "«4. Единая система «Озеро».»."
    )
    assert rows(words) == []


KK_LISTED = "Министрліктің және оның ведомстволарының қарамағындағы ұйымдардың тізбесінде:\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "6-тармақта:\n\n«мекемелер:» деген бөлім мынадай мазмұндағы 3) тармақшамен "
            "толықтырылсын:\n\n«3) «Көл» мемлекеттік мекемесі».",
            [("3", "«Көл» мемлекеттік мекемесі")],
        ),
        (
            "2-тармақ мынадай мазмұндағы бөліммен толықтырылсын:\n\n«мемлекеттік мекеме:\n\n"
            "«Көл» мемлекеттік мекемесі.».",
            [("", "«Көл» мемлекеттік мекемесі")],
        ),
        (
            "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Қазақстан Республикасы Туризм "
            "министрлігінің Жағажай комитеті:\n\nакционерлік қоғамдар:\n\n1) «Көл» акционерлік "
            "қоғамы;\n\nмемлекеттік мекемелер:\n\n«Шырақ» мемлекеттік мекемесі.».",
            [("1", "«Көл» акционерлік қоғамы"), ("", "«Шырақ» мемлекеттік мекемесі")],
        ),
        (
            "мынадай мазмұндағы 21 және 22-тармақтармен толықтырылсын:\n\n«21. «Көл» мемлекеттік "
            "мекемесі.\n\n22. «Шырақ» мемлекеттік мекемесі.\n\nАбай облысы\n\n23. «Желкен» "
            "мемлекеттік мекемесі.».",
            [
                ("21", "«Көл» мемлекеттік мекемесі"),
                ("22", "«Шырақ» мемлекеттік мекемесі"),
                ("23", "«Желкен» мемлекеттік мекемесі"),
            ],
        ),
        (
            "«Мекемелер» деген бөлім мынадай редакцияда жазылсын:\n\n«1. «Көл» мемлекеттік "
            "мекемесі.\n\n2. «Шырақ» мемлекеттік мекемесі.».",
            [("1", "«Көл» мемлекеттік мекемесі"), ("2", "«Шырақ» мемлекеттік мекемесі")],
        ),
        (
            "мынадай мазмұндағы реттік нөмірі 60.11-жолмен толықтырылсын:\n\n«60.11. «Көл» "
            "мемлекеттік мекемесі.».",
            [("60.11", "«Көл» мемлекеттік мекемесі")],
        ),
    ],
)
def test_points_and_sections_of_a_kazakh_list_have_rows(
    words: str, found: list[tuple[str, str]]
) -> None:
    read_as = [(number, name) for number, _, name in rows(KK_LISTED + words, "kk")]
    assert read_as == found
