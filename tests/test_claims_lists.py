"""Lists of subordinate bodies as acts print them, in both languages; all acts are invented."""

from __future__ import annotations

import pytest
from telling import read_text

from graph.model import ActClaims, Mention
from ontology import SHZ

REQUISITES = "Постановление Правительства Республики Казахстан от 9 апреля 2021 года № 7"

KK = """# Туризм министрлігінің мәселелері

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2021 жылғы 9 сәуірдегі*
> *№ 7 қаулысына*
> *1-қосымша*

"""

RU = """# Вопросы Министерства туризма

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Настоящее постановление вводится в действие со дня подписания.

> *Приложение 1*
> *к постановлению Правительства*
> *Республики Казахстан*
> *от 9 апреля 2021 года № 7*

"""


def read(language: str, listed: str) -> ActClaims:
    return read_text({"kk": KK, "ru": RU}[language] + listed, language, REQUISITES)


def rows(language: str, listed: str) -> list[tuple[str | None, str]]:
    """The printed number and the body of each entry."""
    entries = [
        dict(one.properties)
        for one in read(language, listed).statements
        if one.type == SHZ.ListEntry
    ]
    return [
        (str(one[SHZ.number]) if SHZ.number in one else None, one[SHZ.entryFor].whole)
        for one in entries
        if isinstance(one[SHZ.entryFor], Mention)
    ]


def owners(language: str, listed: str) -> set[str]:
    return {
        one.object.whole
        for one in read(language, listed).claims
        if one.basis == "list" and isinstance(one.object, Mention)
    }


HEADINGS = [
    ("kk", "Қазақстан Республикасы Туризм министрлігінің қарауындағы ұйымдардың тізбесі"),
    ("kk", "Қазақстан Республикасы Туризм министрлігіне ведомстволық бағынысты ұйымдар тізбесі"),
    (
        "kk",
        "Қазақстан Республикасы Туризм министрлігі мемлекеттік басқарудың тиісті саласына "
        "басшылық ету жөніндегі уәкілетті орган болып айқындалған аумақтық органдардың тізбесі",
    ),
    (
        "kk",
        "Қазақстан Республикасы Туризм министрлігі мемлекеттік мекемелерінің - аумақтық "
        "органдарының тізбесі",
    ),
    ("ru", "Перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан"),
]
MINISTRY = {
    "kk": "Қазақстан Республикасы Туризм министрлігі",
    "ru": "Министерство туризма Республики Казахстан",
}
ROW = {"kk": "«Қайнар» демалыс орталығы» МКҚК", "ru": "ГККП «Дом отдыха «Кайнар»"}


@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_a_heading_says_whose_list_it_is(language: str, heading: str) -> None:
    assert owners(language, f"## {heading}\n\n1. {ROW[language]}.\n") == {MINISTRY[language]}


@pytest.mark.parametrize(
    ("language", "before"),
    [
        ("kk", "23. Министрлік осы ережеге сәйкес таратылады."),
        ("ru", "23. Министерство упраздняется в установленном порядке."),
    ],
)
def test_a_heading_may_stand_under_the_last_point_before_rows_numbered_anew(
    language: str, before: str
) -> None:
    heading = HEADINGS[0 if language == "kk" else -1][1]
    above = f"{before}\n\n{heading}\n\n"
    assert owners(language, f"{above}1. {ROW[language]}.\n") == {MINISTRY[language]}
    assert not owners(language, f"{above}24. {ROW[language]}.\n")


def test_a_heading_may_be_torn_into_paragraphs() -> None:
    listed = "Перечень\n\nорганизаций, находящихся в ведении\n\nМинистерства туризма\n\nМузеи\n\n"
    assert rows("ru", listed + "1\\. Музей воды\n") == [("1", "Музей воды")]


@pytest.mark.parametrize(
    ("language", "removed"),
    [
        ("kk", "*2. Алып тасталды - ҚР Үкіметінің 31.01.2024 № 52 қаулысымен.*"),
        ("ru", "2. Исключена - от 11 марта 2008 года N 235 ."),
        ("ru", "2. Исключена постановлением Правительства РК от 30.12.2009 № 2308"),
        ("ru", "2. (Исключена - от 01.03.2010 № 151)"),
        ("ru", "2. (исключена - N 1264 от 27 августа 1999 г.)"),
        ("kk", "2\\. <*>"),
    ],
)
def test_a_row_that_was_removed_names_nobody(language: str, removed: str) -> None:
    heading = next(words for one, words in HEADINGS if one == language)
    listed = f"## {heading}\n\n1. {ROW[language]}.\n\n{removed}\n\n3-1. {ROW[language]}.\n"
    assert [number for number, _ in rows(language, listed)] == ["1", "3-1"]
    assert read(language, listed).unread == []


KAZAKH_ROWS = [
    ("Қазақстан Республикасы Туризм министрлігінің Қайнар жасағы.", "Қайнар жасағы"),
    ("Қазақстан Республикасы Туризм министрлігінің 50101 әскери бөлімі.", "50101 әскери бөлімі"),
    ("«Қайнар» шебі.", "«Қайнар» шебі"),
    ("Қайнар облысының Туризм департаменті Қайнар қ.", "Қайнар облысының Туризм департаменті"),
    ("«Қайнар» орталығы» мемлекеттік мекемесі, Үшқайнар қаласы.", "мемлекеттік мекемесі"),
    ("«Қайнар» орталығы» мемлекеттік мекемесі Үшқайнар қаласы;", "мемлекеттік мекемесі"),
    ("«Қайнар» орталығы» мемлекеттік мекемесі (тұрақты) Үшқайнар кенті;", "мемлекеттік мекемесі"),
    ("Қайнар ақпарат агенттігі (Үшқайнар қаласы) <*>", "Қайнар ақпарат агенттігі"),
    ("Су, тас және олардан жасалған бұйымдар мұражайы.", "Су, тас және олардан жасалған"),
    ("Одақ аясындағы 2-санаттағы «Қайнар» орталығы» АҚ.", "Одақ аясындағы 2-санаттағы"),
]


@pytest.mark.parametrize(("row", "words"), KAZAKH_ROWS)
def test_a_row_is_a_name_whatever_its_words_and_its_seat_is_none(row: str, words: str) -> None:
    found = rows("kk", f"## {HEADINGS[0][1]}\n\n7\\. {row}\n")
    assert [number for number, _ in found] == ["7"]
    assert words in found[0][1]
    assert "Үшқайнар" not in found[0][1]
    assert not found[0][1].endswith("қ.")


def test_rows_without_numbers_stand_in_the_list_and_headings_of_sections_do_not() -> None:
    listed = f"## {HEADINGS[0][1]}\n\n## Мемлекеттік мекеме\n\n"
    listed += "«Қайнар» мектебі» мемлекеттік мекемесі, Орал қаласы.\n\n"
    listed += "## Акционерлік қоғам\n\n«Бұлақ» акционерлік қоғамы\n\n"
    assert [name for _, name in rows("kk", listed)] == [
        "«Қайнар» мектебі» мемлекеттік мекемесі",
        "«Бұлақ» акционерлік қоғамы",
    ]


def test_rows_that_an_old_page_broke_between_fences_are_whole() -> None:
    listed = (
        "Перечень учреждений, находящихся в ведении Министерства туризма\n\n```\n"
        "Республики Казахстан, подлежащих учету в порядке, установленном\nзаконодательством\n"
        "Музеи\n1. Государственный музей истории воды и камня имени Айдына\nСеверного\n"
        '2. Объединение "Кайнар"\nИные организации\n3. Дом мастеров\n```\n'
    )
    assert rows("ru", listed) == [
        ("1", "Государственный музей истории воды и камня имени Айдына Северного"),
        ("2", "Объединение «Кайнар»"),
        ("3", "Дом мастеров"),
    ]
    assert owners("ru", listed) == {MINISTRY["ru"]}


def test_the_list_of_an_appendix_behind_a_stamp_between_fences_is_its_own() -> None:
    stamp = "```\n%s\nпостановлением Правительства\nРеспублики Казахстан\n"
    stamp += "от 9 апреля 2010 года № 1\n```"
    listed = f"Руководитель Аппарата Правительства\n\n{stamp % 'Утверждена'}\n\nСтруктура\n\n"
    listed += "Министерства туризма Республики Казахстан\n\n1. Руководство\n\n"
    listed += f"2. Отдел планирования государственного заказа\n\n{stamp % 'Утвержден'}\n\n"
    listed += "```\nПеречень\n```\n\nорганизаций, находящихся в ведении\n\n"
    listed += (
        "Министерства туризма Республики Казахстан\n\n```\n1. Музей воды\n2. Дом мастеров\n```\n"
    )
    assert rows("ru", listed) == [("1", "Музей воды"), ("2", "Дом мастеров")]
    assert owners("ru", listed) == {MINISTRY["ru"]}


def test_a_heading_names_the_only_body_under_an_owner_and_a_row_its_seat() -> None:
    listed = (
        "## Перечень территориальных подразделений Министерства туризма Республики Казахстан\n\n"
        "1\\. Департамент туризма по Акмолинской области, город Кокшетау.\n\n"
        "2\\. Центр профилактики и борьбы со СПИД.\n\n"
        "### Государственное учреждение, находящееся в ведении Министерства туризма Республики "
        "Казахстан\n\nКурсы проводников.\n"
    )
    assert rows("ru", listed) == [
        ("1", "Департамент туризма по Акмолинской области"),
        ("2", "Центр профилактики и борьбы со СПИД"),
        (None, "Курсы проводников"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Қазақстан Республикасы Туризм министрлігінің құрылымы",
        "Қазақстан Республикасы Туризм министрлігі қызметкерлерінің лауазымдар тізбесі",
        "Қазақстан Республикасының өзендері мен көлдерінің тізбесі",
    ],
)
def test_lists_of_other_things_name_no_bodies(heading: str) -> None:
    assert rows("kk", f"## {heading}\n\n1\\. Басшылық.\n\n2\\. Қайнар өзені.\n") == []


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (
            "ru",
            f"Перечень учреждений {MINISTRY['ru'].replace('ство', 'ства')}, в отношении которых "
            "уполномоченным органом определяется Комитет воды",
        ),
        (
            "kk",
            f"{MINISTRY['kk']}нің оларға қатысты уәкілетті орган болып Су комитеті "
            "айқындалатын мекемелерінің тізбесі",
        ),
    ],
)
def test_a_list_of_those_for_whom_another_body_answers_is_not_of_the_one_named(
    language: str, heading: str
) -> None:
    name = {"ru": "Государственное учреждение «Су»", "kk": "«Су» мемлекеттік мекемесі"}[language]
    assert rows(language, f"## {heading}\n\n1\\. {name}.\n") == []


def test_a_list_of_institutions_that_are_departments_has_its_owner_and_no_seats() -> None:
    listed = (
        "## Перечень государственных учреждений - территориальных департаментов Комитета воды "
        "Министерства туризма Республики Казахстан\n\n"
        "1\\. Ишимская межобластная инспекция воды, город Рудный.\n\n"
        "2\\. Тобольская межобластная инспекция воды, город Кокшетау.\n"
    )
    assert rows("ru", listed) == [
        ("1", "Ишимская межобластная инспекция воды"),
        ("2", "Тобольская межобластная инспекция воды"),
    ]


def test_points_that_name_the_owner_lead_rows_with_and_without_numbers() -> None:
    of_all = f"находящихся в ведении {MINISTRY['ru'].replace('ство', 'ства')}"
    listed = (
        f"## Перечень организаций, {of_all}\n\n"
        "1\\. Комитет воды Министерства туризма Республики Казахстан:\n\n"
        "акционерные общества:\n\n1\\) акционерное общество «Родник».\n\n"
        "2\\. Комитет камня Министерства туризма Республики Казахстан:\n\n"
        "республиканское государственное предприятие:\n\n"
        "республиканское государственное предприятие «Гранит».\n\n"
        f"## Перечень учреждений, {of_all}\n\n"
        "Комитет соли Министерства туризма Республики Казахстан:\n\n"
        "1) государственное учреждение «Озеро».\n"
    )
    assert rows("ru", listed) == [
        ("1", "акционерное общество «Родник»"),
        (None, "республиканское государственное предприятие «Гранит»"),
        ("1", "государственное учреждение «Озеро»"),
    ]
    assert owners("ru", listed) == {
        f"Комитет {one} Министерства туризма Республики Казахстан"
        for one in ("воды", "камня", "соли")
    }


@pytest.mark.parametrize(
    "tail", ["с выполнением функций головного", "с нижеперечисленными отделами"]
)
def test_what_a_body_does_besides_is_no_part_of_its_name(tail: str) -> None:
    name = "Клещевское управление надзора на железнодорожном транспорте"
    heading = next(words for one, words in HEADINGS if one == "ru")
    assert rows("ru", f"## {heading}\n\n1. {name} {tail} управления\n") == [("1", name)]


def test_names_in_lines_without_numbers_are_rows_and_headings_of_several_are_not() -> None:
    listed = (
        "ПЕРЕЧЕНЬ\n\n```\nорганизаций, подведомственных\nКомитету рек Министерства туризма\n"
        "Республики Казахстан\nКазахский музей рек\nДворец рек\nПрочие курсы\n"
        "Государственный архив карт им.\nИ.Ойдана\nРечное училище (г. Алматы)\n```\n"
    )
    assert rows("ru", listed) == [
        (None, "Казахский музей рек"),
        (None, "Дворец рек"),
        (None, "Государственный архив карт им. И.Ойдана"),
        (None, "Речное училище"),
    ]


def test_names_that_run_into_one_another_are_rows_each() -> None:
    listed = (
        "Перечень организаций, находящихся в ведении Министерства туризма\n\nВысшие курсы:\n\n"
        "Акмолинское управление рек Управление рек г. Алматы Государственный университет "
        '"Тростник" Редакция газеты "Мост Казахстана"\n'
    )
    assert [name for _, name in rows("ru", listed)] == [
        "Акмолинское управление рек",
        "Управление рек г. Алматы",
        "Государственный университет «Тростник»",
        "Редакция газеты «Мост Казахстана»",
    ]


def test_rows_of_a_drawn_table_have_numbers_without_signs_and_no_seats() -> None:
    listed = (
        "Перечень предприятий, подведомственных Министерству туризма\n\n```\n"
        "----------------------------------------------------\n"
        "№ ! Наименование предприятия ! Местонахождение\n"
        "----------------------------------------------------\n"
        '1 Государственное г. Алматы\nпредприятие "Мост"\n'
        '7 Акмолинское государственное г. Астана\nпредприятие "Центр карт"\n'
        "21 Государственный центр г. Алматы\nкарт и троп\n"
        "----------------------------------------------------\n```\n"
    )
    assert rows("ru", listed) == [
        ("1", "государственное предприятие «Мост»"),
        ("7", "Акмолинское государственное предприятие «Центр карт»"),
        ("21", "Государственный центр карт и троп"),
    ]


def test_kazakh_names_in_lines_without_numbers_are_rows() -> None:
    listed = (
        "Қазақстан Республикасы Туризм министрлігінің қарауындағы ұйымдардың тізбесі\n\n"
        "Ақмола облыстық өзендер басқармасы\n\nОқу орындары\n\nӨзендер академиясы\n\n"
        '"Көпір" мемлекеттік мекемесі "Қамыс" мемлекеттік кәсіпорны\n'
    )
    assert [name for _, name in rows("kk", listed)] == [
        "Ақмола облыстық өзендер басқармасы",
        "Өзендер академиясы",
        "«Көпір» мемлекеттік мекемесі",
        "«Қамыс» мемлекеттік кәсіпорны",
    ]


NOBODYS = [
    ("ru", "Перечень национальных компаний", 'АО "Компания "Мост"', ("АО «Компания «Мост»»",)),
    (
        "ru",
        "Список обществ, деятельность которых координирует Академия рек",
        'Акционерное общество\n\n"Карта и\n\nкомпас"',
        ("акционерное общество «Карта и компас»",),
    ),
    ("kk", "Ұлттық компаниялардың тізбесі", "«Тал» АҚ", ("«Тал» АҚ",)),
    (
        "kk",
        "Қызметін академия үйлестіретін мемлекеттік кәсіпорындардың тізбесі",
        '"Тал" кәсіпорны (Willow)"\n\nЖШС.',
        ("«Тал» кәсіпорны (Willow)» ЖШС",),
    ),
]


@pytest.mark.parametrize(("language", "heading", "row", "names"), NOBODYS)
def test_a_heading_may_say_of_what_kind_bodies_are_and_not_whose(
    language: str, heading: str, row: str, names: tuple[str, ...]
) -> None:
    listed = f"## {heading}\n\n1. {row}\n"
    assert [name for _, name in rows(language, listed)] == list(names)
    assert not owners(language, listed)


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("ru", "## Перечень организаций и объектов, где есть охрана\n\n1. Театры и архивы.\n"),
        ("ru", "## Перечень организаций, где есть охрана\n\n1. Театры на сто мест и более.\n"),
        ("ru", '## Перечень акционерных обществ, пакеты которых передаются\n\n1. АО "Ива"\n'),
        ("ru", "## Перечень должностей предприятий\n\n1. Директор института\n"),
        ("kk", "## Коммуналдық меншікке берілетін қоғамдардың тізбесі\n\n1. «Тал» АҚ\n"),
        ("kk", "## Мекемелер лауазымдарының тізбесі\n\n1. Институт директоры\n"),
    ],
)
def test_lists_of_nobody_that_are_of_other_things_name_no_bodies(
    language: str, listed: str
) -> None:
    assert rows(language, listed) == []


@pytest.mark.parametrize(
    ("language", "heading", "owner"),
    [
        ("ru", "Подведомственные организации Комитета рек", "Комитет рек"),
        (
            "kk",
            "Қазақстан Республикасы Туризм министрлігі Өзендер комитетінің аумақтық органдары",
            "Қазақстан Республикасы Туризм министрлігі Өзендер комитеті",
        ),
    ],
)
def test_a_heading_without_a_word_for_a_list_begins_one(
    language: str, heading: str, owner: str
) -> None:
    listed = f"## {heading}\n\n1. {'«Ива» АҚ' if language == 'kk' else 'АО «Ива»'}\n"
    assert len(rows(language, listed)) == 1
    assert owners(language, listed) == {owner}


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        (
            "ru",
            "## Перечень организаций, находящихся в ведении Министерства туризма\n\n"
            '1. РГП "Ива"; 2. РГУ "Мост"; 3. Акционерное общество "Тростник".\n\n'
            "Специалисты: Иванова И.И.\n",
        ),
        (
            "kk",
            "## Туризм министрлігінің қарамағындағы ұйымдардың тізбесі\n\n"
            "1. «Тал» РМК; 2. «Көпір» РММ; 3. «Қамыс» акционерлік қоғамы.\n\nМамандар: Тал Ж.А.\n",
        ),
    ],
)
def test_rows_run_into_one_paragraph_are_parted_by_their_numbers(
    language: str, listed: str
) -> None:
    assert [number for number, _ in rows(language, listed)] == ["1", "2", "3"]


SHARES = [
    (
        "kk",
        "Қазақстан Республикасы Туризм министрлігіне акцияларды иелену құқығы берілген заңды "
        "тұлғалардың тізбесі",
    ),
    (
        "kk",
        "Акцияларының мемлекеттік пакеттері мен қатысу үлестерін иелену және пайдалану құқығы "
        "Қазақстан Республикасының Туризм министрлігі мен оның ведомстволарына берілетін заңды "
        "тұлғалардың тізбесі",
    ),
    (
        "kk",
        "Дауыс беретін акцияларының елу және одан да көп пайызы мемлекетке тиесілі заңды "
        "тұлғалардың, экспорт жөніндегі бірыңғай оператордың тізбесі",
    ),
    (
        "ru",
        "Перечень юридических лиц, права владения и пользования государственными пакетами акций "
        "и долями участия которых передаются Министерству туризма Республики Казахстан и его "
        "ведомствам",
    ),
    (
        "ru",
        "Перечень юридических лиц, сто процентов голосующих акций которых принадлежат холдингу, "
        "обороты которых освобождаются от налога",
    ),
]
HELD = {
    "ru": (
        "1. Министерству туризма Республики Казахстан:\n\nакционерные общества:\n\n"
        "акционерное общество «Родник»;\n\nакционерное общество «Ива».\n\n"
        "2. Комитету рек Министерства туризма Республики Казахстан:\n\n"
        "акционерное общество «Мост».\n",
        "Министерству туризма Республики Казахстан\n\nАкционерные общества:\n\n"
        "акционерное общество «Родник»;\n\nакционерное общество «Ива».\n\n"
        "Комитету рек Министерства туризма Республики Казахстан\n\nАкционерное общество:\n\n"
        "акционерное общество «Мост».\n",
    ),
    "kk": (
        "1. Қазақстан Республикасының Туризм министрлігіне:\n\nАкционерлік қоғамдар:\n\n"
        "«Бұлақ» акционерлік қоғамы;\n\n«Тал» акционерлік қоғамы.\n\n"
        "2. Қазақстан Республикасы Туризм министрлігінің Өзендер комитетіне:\n\n"
        "«Көпір» акционерлік қоғамы.\n",
        "Қазақстан Республикасының Туризм министрлігіне\n\nАкционерлік қоғамдар:\n\n"
        "«Бұлақ» акционерлік қоғамы;\n\n«Тал» акционерлік қоғамы.\n\n"
        "Қазақстан Республикасы Туризм министрлігінің Өзендер комитетіне\n\n"
        "«Көпір» акционерлік қоғамы.\n",
    ),
}


@pytest.mark.parametrize(("language", "heading"), SHARES)
@pytest.mark.parametrize("form", [0, 1])
def test_who_holds_shares_of_listed_bodies_is_not_their_superior(
    language: str, heading: str, form: int
) -> None:
    listed = f"## {heading}\n\n{HELD[language][form]}"
    names = [name for _, name in rows(language, listed)]
    assert (
        names
        == {
            "ru": [f"акционерное общество «{one}»" for one in ("Родник", "Ива", "Мост")],
            "kk": [f"«{one}» акционерлік қоғамы" for one in ("Бұлақ", "Тал", "Көпір")],
        }[language]
    )
    assert not owners(language, listed)


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        (
            "kk",
            "## Акцияларының елу пайызынан астамы мемлекетке тиесілі заңды тұлғалар жүзеге "
            "асыратын қызмет түрлерінің тізбесі\n\n1. «Бұлақ» қызметі\n",
        ),
        (
            "kk",
            "## Мемлекетке тиесілі ұйымдардың объектілерінің тізбесі\n\n1. «Тал» сауықтыру "
            "орталығының ғимараты\n",
        ),
        (
            "ru",
            "## Перечень видов деятельности юридических лиц, акции которых принадлежат "
            "государству\n\n1. Деятельность музеев\n",
        ),
        (
            "ru",
            "## Перечень юридических лиц, акции которых принадлежат государству\n\n"
            "1. Доля участия в размере 49 % в товариществе «Ива»\n",
        ),
    ],
)
def test_lists_of_what_bodies_do_or_hold_name_none(language: str, listed: str) -> None:
    assert rows(language, listed) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            RU.replace("1. Наст", "1. Создать учреждения согласно приложению 1.\n\n2. Наст")
            + "Перечень учреждений\n\nГосударственное учреждение «Ива», город Актау\n\n"
            "Государственное учреждение «Мост», город Аркалык\n",
        ),
        (
            "kk",
            KK.replace("1. Осы", "1. 1-қосымшаға сәйкес мемлекеттік мекемелер құрылсын.\n\n2. Осы")
            + "Мекемелер тізбесі\n\n«Тал» мемлекеттік мекемесі, Ақтау қаласы\n\n"
            "«Көпір» мемлекеттік мекемесі, Арқалық қаласы\n",
        ),
    ],
)
def test_rows_without_numbers_are_those_of_the_deed_that_refers_to_them(
    language: str, text: str
) -> None:
    kinds = [one.type for one in read_text(text, language, REQUISITES).statements]
    assert kinds.count(SHZ.Establishment) == 2
    assert SHZ.ListEntry not in kinds


@pytest.mark.parametrize("number", ["", "1. "])
@pytest.mark.parametrize(
    ("language", "point", "heading", "row"),
    [
        (
            "ru",
            "Создать учреждение «Ива» и передать ему имущество согласно приложению 1.",
            "Перечень имущества",
            "Здание института",
        ),
        (
            "kk",
            "1-қосымшаға сәйкес мүлік беріліп, «Тал» мемлекеттік мекемесі құрылсын.",
            "Мүліктің тізбесі",
            "«Тал» институты",
        ),
    ],
)
def test_things_in_an_appendix_are_no_bodies_of_the_deed_that_gives_them(
    language: str, point: str, heading: str, row: str, number: str
) -> None:
    text = {"ru": RU, "kk": KK}[language].replace("1. ", f"1. {point}\n\n2. ", 1)
    act = read_text(f"{text}## {heading}\n\n{number}{row}\n", language, REQUISITES)
    deeds = [one for one in act.statements if one.key.startswith("event/")]
    assert not [one for one in deeds if one.evidence.clause.startswith("app_")]
