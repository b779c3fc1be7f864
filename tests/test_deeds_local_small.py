"""Local bodies in small letters, in rare orders of a legal form, and ways that a column tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds
from test_deeds_russian import read

Deed = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Упразднить областное управление садов и полей.",
         [("Liquidation", {"областное управление садов и полей"}, set())]),
        ("Создать районный отдел садов.", [("Establishment", set(), {"районный отдел садов"})]),
        ("Присоединить областное управление по делам садов к областному департаменту полей.",
         [("Accession", {"областное управление по делам садов"}, {"областной департамент полей"})]),
        ("Преобразовать областное садовое управление в Департамент садов Абайской области, "
         "городской комитет полей - в городской отдел полей.",
         [("Conversion", {"областное садовое управление"}, {"Департамент садов Абайской области"}),
          ("Conversion", {"городской комитет полей"}, {"городской отдел полей"})]),
        ("Создать на базе реорганизуемых областного управления садов и областного управления полей "
         "областное управление садов и полей.",
         [("Establishment", set(), {"областное управление садов и полей"})]),
        ("Вывести из состава департамента полей отдел садов и создать на его основе областное "
         "управление садов.", [("Establishment", set(), {"областное управление садов"})]),
        ("Городской комитет по управлению садами и городской комитет по полям объединить в "
         "Департамент садов города Рудного.",
         [("Merger", {"Городской комитет по управлению садами", "городской комитет по полям"},
           {"Департамент садов города Рудного"})]),
        ("Упразднить:\n\n1) комитет по делам садов аппарата акима города;\n\n"
         "2) городское управление полей.",
         [("Liquidation", {"комитет по делам садов аппарата акима города"}, set()),
          ("Liquidation", {"городское управление полей"}, set())]),
    ],
)  # fmt: skip
def test_the_adjective_of_a_level_begins_a_local_body_in_small_letters(
    order: str, expected: list[Deed], tmp_path: Path
) -> None:
    assert deeds(read(tmp_path, f"1. {order}")) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Начальникам областных управлений создать рабочие места.",
        "Передать функции областного управления садов акимам районов.",
        "Упразднить должность начальника областного управления садов.",
    ],
)
def test_what_is_said_of_local_bodies_is_no_deed(words: str, tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. {words}")) == []


@pytest.mark.parametrize(
    "form",
    [
        "государственное казенное коммунальное предприятие",
        "коммунальное казенное государственное предприятие",
        "коммунальное казенное предприятие",
        "коммунальное предприятие",
        "ГКУ",
    ],
)
def test_a_russian_legal_form_is_told_in_any_order(form: str, tmp_path: Path) -> None:
    name = f"{form} «Алма»"
    assert deeds(read(tmp_path, f"1. Создать {name}.")) == [("Establishment", set(), {name})]


@pytest.mark.parametrize(
    "form",
    [
        "мемлекеттік қазыналық коммуналдық кәсіпорны",
        "коммуналдық қазыналық мемлекеттік кәсіпорны",
        "коммуналдық қазыналық кәсіпорны",
        "коммуналдық кәсіпорны",
        "МҚКК",
    ],
)
def test_a_kazakh_legal_form_is_told_in_any_order(form: str, tmp_path: Path) -> None:
    name = f"«Алма» {form}"
    assert deeds(act(tmp_path, f"1. {name} құрылсын.")) == [("Establishment", set(), {name})]


def _rows(*rows: tuple[str, ...]) -> str:
    told = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    return f"<table>{told}</table>"


A, B, C = ("ГУ «Сад № 1»", "ГУ «Сад № 2»", "КГУ «Сад № 3»")
A_, B_, C_ = ("«Бақ № 1» ММ", "«Бақ № 2» ММ", "«Бақ № 3» КММ")
DEEDS = ("Conversion", "Accession", "Merger", "Division")


def test_a_column_tells_how_a_body_is_reorganised_in_russian(tmp_path: Path) -> None:
    rows = _rows(
        ("№", "Наименование", "Форма реорганизации", "Новое наименование"),
        ("1", A, "путем преобразования", C),
        ("2", A, "присоединение", C),
        ("3", f"{A}, {B}", "слияние", C),
        ("4", C, "разделение", f"{A}, {B}"),
    )
    text = (
        "1. Реорганизовать сады согласно приложению.\n\n> Приложение\n> к постановлению\n> "
        "Правительства\n> Республики Казахстан\n> от 5 мая 2021 года № 33\n\n"
        f"## Реорганизуемые сады\n\n{rows}"
    )
    expected = [({A}, {C}), ({A}, {C}), ({A, B}, {C}), ({C}, {A, B})]
    assert deeds(read(tmp_path, text)) == [
        (kind, *sides) for kind, sides in zip(DEEDS, expected, strict=True)
    ]


def test_a_column_tells_how_a_body_is_reorganised_in_kazakh(tmp_path: Path) -> None:
    rows = _rows(
        ("№", "Атауы", "Қайта ұйымдастыру нысаны", "Жаңа атауы"),
        ("1", A_, "қайта құру", C_),
        ("2", A_, "қосу жолымен", C_),
    )
    text = (
        "1. Бақтар қосымшаға сәйкес қайта ұйымдастырылсын.\n\n> Қазақстан Республикасы\n> "
        "Үкіметінің\n> 2021 жылғы 5 мамырдағы\n> № 33 қаулысына\n> қосымша\n\n"
        f"## Қайта ұйымдастырылатын бақтар\n\n{rows}"
    )
    expected = [({A_}, {C_}), ({A_}, {C_})]
    assert deeds(act(tmp_path, text)) == [
        (kind, *sides) for kind, sides in zip(DEEDS[:2], expected, strict=True)
    ]


@pytest.mark.parametrize(
    "words", [f"{A} путем присоединения к нему ГУ «Сад № 2»", f"{B} путем присоединения к {A}"]
)
def test_a_survivor_has_its_name_changed_in_the_same_deed(words: str, tmp_path: Path) -> None:
    told = read(tmp_path, f"1. Реорганизовать {words}, изменив его наименование на {C}.")
    assert deeds(told) == [("Accession", {B}, {A}), ("Renaming", {A}, {C})]


@pytest.mark.parametrize("words", [f"{A_} оған {B_}-ін", f"{A_}-іне {B_}-ін"])
def test_a_kazakh_survivor_has_its_name_changed_in_the_same_deed(
    words: str, tmp_path: Path
) -> None:
    text = f"1. {words} қосу жолымен, оның атауын {C_} деп өзгерте отырып, қайта ұйымдастырылсын."
    assert deeds(act(tmp_path, text)) == [("Accession", {B_}, {A_}), ("Renaming", {A_}, {C_})]


def test_a_body_is_created_by_a_reorganisation_in_the_form_of_a_conversion(tmp_path: Path) -> None:
    text = f"1. Создать {C} путем реорганизации в форме преобразования {A}."
    assert deeds(read(tmp_path, text)) == [("Conversion", {A}, {C})]
    text = f"1. {A_}-ін қайта құру нысанында қайта ұйымдастыру жолымен {C_} құрылсын."
    assert deeds(act(tmp_path, text)) == [("Conversion", {A_}, {C_})]


KGU = "коммунальное государственное учреждение"
OFFICE = "управление садов Абайской области"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # how it is done stands last
        (f"Реорганизовать {A} в {C} путем преобразования.", [("Conversion", {A}, {C})]),
        (f"Реорганизовать {A} и {B} в {C} путем слияния.", [("Merger", {A, B}, {C})]),
        # who takes over stands before or behind whom he takes over
        (f"Передать организации в ведение:\n\n1) {A} - {B};\n\n2) {B} - {C}.",
         [("Transfer", {B}, {A}), ("Transfer", {C}, {B})]),
        (f"Передать из ведения {OFFICE.replace('ие с', 'ия с')} {KGU} «Сад» на баланс управления "
         "полей Абайской области.",
         [("Transfer", {f"{KGU} «Сад»"}, {"управление полей Абайской области"})]),
        # a number with which a name in quotes begins is not that of its row
        ("Создать следующие предприятия:\n\n1) «№ 26 ясли-сад «Алма»;\n\n2) «№ 27 ясли-сад «Шие».",
         [("Establishment", set(), {"№ 26 ясли-сад «Алма»"}),
          ("Establishment", set(), {"№ 27 ясли-сад «Шие»"})]),
    ],
)  # fmt: skip
def test_an_akimat_orders_a_deed_in_another_order_of_words(
    order: str, expected: list[Deed], tmp_path: Path
) -> None:
    assert deeds(read(tmp_path, f"1. {order}")) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # a number tells a body in small letters from others of its kind
        ("Закрыть с 1 сентября 2004 года начальную школу N 12 города Рудного.",
         [("Liquidation", {"начальная школа N 12 города Рудного"}, set())]),
        # status, and a form that several get
        (f"Перевести {A} в статус {C}.", [("Conversion", {A}, {C})]),
        (f"Изменить статус {A} на {C}.", [("Conversion", {A}, {C})]),
        (f"{A} и {B} преобразовать в государственные коммунальные предприятия.",
         [("Conversion", {A}, set()), ("Conversion", {B}, set())]),
        # with no word for whom it joins, and in lists
        (f"Реорганизовать {A} путем присоединения {B}.", [("Accession", {B}, {A})]),
        (f"Реорганизовать в форме присоединения следующие учреждения:\n\n1) {A} к {C};\n\n"
         f"2) {B} к {C}.", [("Accession", {A}, {C}), ("Accession", {B}, {C})]),
        (f"Реорганизовать {C} путем разделения с образованием двух учреждений:\n\n{A};\n\n{B}.",
         [("Division", {C}, {A, B})]),
        (f"Установить, что {A} ликвидируется с передачей имущества {B}.",
         [("Liquidation", {A}, set())]),
        (f"{A} считать находящимся в ведении управления полей Абайской области.",
         [("Transfer", {A}, {"управление полей Абайской области"})]),
        # what the head word asks for
        ("Упразднить областное управление садами и полями.",
         [("Liquidation", {"областное управление садами и полями"}, set())]),
        # the noun of each deed in a row of its own
        (f"Реорганизовать учреждения путем:\n\n1) присоединения {A} к {B};\n\n2) слияния {A} и {B} "
         f"в {C};\n\n3) разделения {C} на {A} и {B};\n\n4) преобразования {A} в {C}.",
         [("Accession", {A}, {B}), ("Merger", {A, B}, {C}), ("Division", {C}, {A, B}),
          ("Conversion", {A}, {C})]),
        (f"Переименовать учреждения:\n\n1) с {A} на {B};\n\n2) с {B} на {C}.",
         [("Renaming", {A}, {B}), ("Renaming", {B}, {C})]),
        (f"Реорганизовать {A} путем выделения юридических лиц:\n\n1) {B};\n\n2) {C}.",
         [("SpinOff", {A}, {B, C})]),
        (f"Реорганизовать {A} с изменением организационно-правовой формы на {C}.",
         [("Conversion", {A}, {C})]),
        (f"Присоединить к {A} {B} с переименованием первого в {C}.",
         [("Accession", {B}, {A}), ("Renaming", {A}, {C})]),
        # what several become, and what stands between
        (f"Реорганизовать путем слияния {A} и {B} в одно юридическое лицо – {C}.",
         [("Merger", {A, B}, {C})]),
        (f"Реорганизовать {A} и {B} путем слияния, с образованием нового учреждения – {C}.",
         [("Merger", {A, B}, {C})]),
        (f"Объединить в установленном порядке {A} с {B} в {C}.", [("Merger", {A, B}, {C})]),
        (f"Реорганизовать путем присоединения к {A} {B}.", [("Accession", {B}, {A})]),
        (f"Преобразовать {A} (на праве хозяйственного ведения) в {C}.",
         [("Conversion", {A}, {C})]),
        ("Образовать в составе акимата области Управление садов.",
         [("Establishment", set(), {"Управление садов"})]),
        # under whom it comes
        (f"Вывести {A} из состава {B} и передать управлению полей Абайской области.",
         [("Transfer", {A}, {"управление полей Абайской области"})]),
        (f"{A} подчинить управлению полей Абайской области.",
         [("Transfer", {A}, {"управление полей Абайской области"})]),
        (f"{A} отнести к подведомственности {C}.", [("Transfer", {A}, {C})]),
        (f"Перевести {A} из подчинения {B} в подчинение {C}.", [("Transfer", {A}, {C})]),
        # the dot of an initial ends no sentence
        ("Реорганизовать областную библиотеку имени А. Садова и областную детскую библиотеку в "
         "областную большую библиотеку.",
         [("Reorganisation", {"областная библиотека имени А. Садова",
                              "областная детская библиотека"}, {"областная большая библиотека"})]),
        # what for, and as what
        ("Организовать для лечения садов Областной садовый Центр в составе отдела полей.",
         [("Establishment", set(), {"Областной садовый Центр"})]),
        (f"Из {A} выделить в самостоятельное юридическое лицо {B}.", [("SpinOff", {A}, {B})]),
        # where it sits
        (f"Ликвидировать следующие учреждения:\n\n{A} в селе Талас Мирного сельского округа;\n\n"
         f"{B} в селе Иртыш Лесного сельского округа.",
         [("Liquidation", {A}, set()), ("Liquidation", {B}, set())]),
    ],
)  # fmt: skip
def test_an_akimat_says_more_of_a_deed(order: str, expected: list[Deed], tmp_path: Path) -> None:
    assert deeds(read(tmp_path, f"1. {order}")) == expected


TO, TO_ = "Управление садов Абайской области", "Абай облысының бақ басқармасы"


def test_the_head_of_a_table_says_who_takes_over_in_russian(tmp_path: Path) -> None:
    rows = _rows(("№", "Организация", "В чье ведение передается"), ("1", A, TO), ("2", B, TO))
    text = (
        "1. Передать организации согласно приложению.\n\n> Приложение\n> к постановлению\n> "
        "Правительства\n> Республики Казахстан\n> от 5 мая 2021 года № 33\n\n"
        f"## Перечень передаваемых организаций\n\n{rows}"
    )
    assert deeds(read(tmp_path, text)) == [("Transfer", {A}, {TO}), ("Transfer", {B}, {TO})]


def test_the_head_of_a_table_says_who_takes_over_in_kazakh(tmp_path: Path) -> None:
    rows = _rows(("№", "Атауы", "Кімнің қарамағына беріледі"), ("1", A_, TO_), ("2", B_, TO_))
    text = (
        "1. Ұйымдар қосымшаға сәйкес берілсін.\n\n> Қазақстан Республикасы\n> "
        "Үкіметінің\n> 2021 жылғы 5 мамырдағы\n> № 33 қаулысына\n> қосымша\n\n"
        f"## Берілетін ұйымдардың тізбесі\n\n{rows}"
    )
    assert deeds(act(tmp_path, text)) == [("Transfer", {A_}, {TO_}), ("Transfer", {B_}, {TO_})]


KAZAKH_ORDERS: list[tuple[str, list[Deed]]] = [
    ("Облыстық бақ және егіс басқармасы таратылсын.",
     [("Liquidation", {"Облыстық бақ және егіс басқармасы"}, set())]),
    ("Облыстық бақтарды күту басқармасы мен облыстық егіс басқармасы біріктіріліп, облыстық бақ "
     "және егіс басқармасы құрылсын.",
     [("Merger", {"Облыстық бақтарды күту басқармасы", "облыстық егіс басқармасы"},
       {"облыстық бақ және егіс басқармасы"})]),
    ("Аудандық бақ бөлімі аудандық егіс бөліміне қосылсын.",
     [("Accession", {"Аудандық бақ бөлімі"}, {"аудандық егіс бөлімі"})]),
    ("Қалалық бақ басқармасы қалалық бақ департаменті болып қайта аталсын.",
     [("Renaming", {"Қалалық бақ басқармасы"}, {"қалалық бақ департаменті"})]),
    # who stays is none of those who end
    (f"{A_} мен {B_} {A_}-ге қосу жолымен қайта ұйымдастырылсын.",
     [("Accession", {B_}, {A_})]),
    (f"{A_}-нің қызметі 2012 жылғы 1 қаңтардан бастап тоқтатылсын.",
     [("Liquidation", {A_}, set())]),
    # pairs, and where each body is
    ("Алма ауылындағы № 2 орта мектебі Абай атындағы орта мектеп, Шие қаласындағы № 3 орта мектебі "
     "А. Алмасұлы атындағы орта мектеп деп аталсын.",
     [("Renaming", {"№ 3 орта мектебі"}, {"А. Алмасұлы атындағы орта мектеп"}),
      ("Renaming", {"№ 2 орта мектебі"}, {"Абай атындағы орта мектеп"})]),
    # one word for several that bear numbers
    ("№ 5 және № 6 орта мектептері таратылсын.",
     [("Liquidation", {"№ 5 орта мектебі"}, set()),
      ("Liquidation", {"№ 6 орта мектебі"}, set())]),
    ("№ 5, № 6 орта мектеп мемлекеттік мекемелері № 7 орта мектебіне қосылсын.",
     [("Accession",
       {"№ 5 орта мектеп мемлекеттік мекемесі", "№ 6 орта мектеп мемлекеттік мекемесі"},
       {"№ 7 орта мектебі"})]),
    # a form that bears no ending before what another body becomes
    (f"{A_} мен {B_} біріктіру жолымен «Шие» коммуналдық мемлекеттік мекеме болып қайта "
     "ұйымдастырылсын.", [("Merger", {A_, B_}, {"«Шие» коммуналдық мемлекеттік мекемесі"})]),
    (f"{A_} {C_}-нің теңгеріміне алынсын.", [("Transfer", {A_}, {C_})]),
    # items behind the way and whom it leads to
    (f"Алма ауданының төмендегі мекемелері біріктіру жолымен {C_} болып қайта ұйымдастырылсын:"
     f"\n\n1) {A_};\n\n2) {B_}.", [("Merger", {A_, B_}, {C_})]),
    (f"Келесі мекемелер қосу жолымен {C_}-ге қайта ұйымдастырылсын:\n\n1) {A_};\n\n2) {B_}.",
     [("Accession", {A_, B_}, {C_})]),
    (f"{A_}-нің мәртебесі {B_} болып өзгертілсін.", [("Conversion", {A_}, {B_})]),
]  # fmt: skip


@pytest.mark.parametrize(("order", "expected"), KAZAKH_ORDERS)
def test_the_adjective_of_a_level_begins_a_local_body_in_kazakh(
    order: str, expected: list[Deed], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Аудандық тіркеу комиссиясы құрылсын.",
        "Мына мекемелерде бақтар ашылсын:\n\n1) «Бақ» КММ;",
        "Абай, Жамбыл аудандарының мектептері таратылсын.",
        "Облыстық бақ басқармасы жанынан жұмыс тобы құрылсын.",
        "Қалалық бақ бөлімінің қызметкерлеріне көмек берілсін.",
        "Облыстық бақ басқармасы (А. Алмасов) мүлікті қабылдасын.",
    ],
)
def test_what_is_said_of_local_bodies_is_no_deed_in_kazakh(words: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, f"1. {words}")) == []


def test_rows_under_the_verb_of_a_deed_are_no_list_of_subordinates(tmp_path: Path) -> None:
    words = f"1. {A_}-нің мынадай филиалдары ашылсын:\n\n1) Бақ ауданы бойынша филиалы;"
    told = act(tmp_path, words)
    assert deeds(told) == [("Establishment", set(), {"Бақ ауданы бойынша филиалы"})]
    assert not [one for one in told.statements if one.key.startswith("entry/")]


def test_words_in_quotes_that_would_state_a_deed_order_none(tmp_path: Path) -> None:
    text = f'слова "Создать {A}" заменить словами "Образовать {C}".'
    assert deeds(read(tmp_path, f"1. В пункте 1 {text}")) == []
    text = f'"{A_} құрылсын" деген сөздер "{C_} құрылсын" деген сөздермен ауыстырылсын.'
    assert deeds(act(tmp_path, f"1. 1-тармақтағы {text}")) == []
