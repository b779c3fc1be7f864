"""Names in Russian: the form and the head word first, superiors after it in the genitive."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Mention, Source
from graph.names import Naming, read_mentions, read_name, read_namings, read_short_names, scope_of
from graph.names import text_of as text

SOURCE = Source("", "", "")
RK = "Республики Казахстан"
JUSTICE = f"Министерство юстиции {RK}"


def namings(words: str) -> list[Naming]:
    return read_namings(text(words), SOURCE, "ru")


def mentions(words: str) -> list[Mention]:
    return read_mentions(text(words), SOURCE, "ru")


def only(words: str) -> Mention:
    (found,) = mentions(words)
    return found


def test_superiors_stand_inside_the_quotes() -> None:
    one = only(
        'государственного учреждения "Костанайский юридический институт Комитета уголовно-'
        f'исполнительной системы Министерства юстиции {RK}" в органах'
    )
    assert one.own == "Костанайский юридический институт"
    assert (one.form, one.kind) == ("mm", "institute")
    assert one.chain == (
        JUSTICE,
        f"Комитет уголовно-исполнительной системы Министерства юстиции {RK}",
    )
    assert one.whole.startswith("государственное учреждение «Костанайский юридический институт ")


def test_words_that_tell_whom_a_body_serves_stand_before_its_superior() -> None:
    one = only(
        f"государственное предприятие «Труд» учреждений уголовной (закрытой) системы Комитета "
        f"уголовно-исполнительной системы Министерства юстиции {RK} путем"
    )
    assert one.own == "«Труд» учреждений уголовной (закрытой) системы"
    assert one.chain[-1].startswith("Комитет уголовно-исполнительной системы")


def test_superiors_stand_after_the_quotes() -> None:
    one = only(
        'Республиканское государственное казенное предприятие "Республиканский '
        f'противоэпизоотический отряд" Министерства сельского хозяйства {RK} реорганизовать'
    )
    assert one.own == "Республиканский противоэпизоотический отряд"
    assert one.form == "rmqk"
    assert one.chain == (f"Министерство сельского хозяйства {RK}",)
    assert one.written.endswith(RK)


def test_a_superior_may_have_a_form_and_quotes_of_its_own() -> None:
    one = only(
        'дочернее государственное предприятие на праве хозяйственного ведения "Институт проблем '
        'горения" Республиканского государственного предприятия на праве хозяйственного ведения '
        f'"Казахский национальный университет им. Аль-Фараби" Министерства образования и науки {RK}'
    )
    assert one.own == "Институт проблем горения"
    assert len(one.chain) == 2
    assert one.chain[1].startswith("республиканское") or "Казахский" in one.chain[1]


@pytest.mark.parametrize(
    ("words", "whole", "case"),
    [
        ("функции Департамента полиции Акмолинской области", "Департамент", "gen"),
        (f"Национальному космическому агентству {RK} принять", "Национальное космическое", "dat"),
        (f"совместно с Министерством юстиции {RK} в порядке", "Министерство юстиции", "ins"),
        (f"Положение о Министерстве юстиции {RK}", "Министерство юстиции", "loc"),
        (f"Межрегиональную инспекцию Агентства {RK} по защите", "Межрегиональная инспекция", "acc"),
    ],
)
def test_a_name_in_any_case_is_told_in_the_nominative(words: str, whole: str, case: str) -> None:
    (one,) = namings(words)
    assert one.mention.whole.startswith(whole)
    assert one.case == case


def test_names_in_a_row_share_their_form_and_superior() -> None:
    first, second = mentions(
        "преобразования в республиканские государственные предприятия на праве хозяйственного "
        "ведения «Детский клинический санаторий «Алатау» и «Республиканский детский "
        f"реабилитационный центр «Балбулак» Министерства здравоохранения {RK} (далее"
    )
    assert first.own == "Детский клинический санаторий «Алатау»"
    assert second.own == "Республиканский детский реабилитационный центр «Балбулак»"
    assert first.chain == second.chain == (f"Министерство здравоохранения {RK}",)
    assert first.form == second.form == "shzhq-rmk"


def test_a_quote_opened_twice_is_closed_once() -> None:
    one = only(
        "в некоммерческое акционерное общество «Государственная корпорация «Правительство для "
        "граждан» (далее – общество)"
    )
    assert one.own == "Государственная корпорация «Правительство для граждан»"
    assert one.form == "keaq"


@pytest.mark.parametrize(
    "name",
    [
        "Школа со специализированными классами для одаренных детей",
        "Музей под открытым небом",
        "Центр знаний об искусстве",
        "Дом от рассвета до заката",
        "Служба к услугам",
    ],
)
def test_between_quotes_any_word_is_of_the_name(name: str) -> None:
    assert only(f"Создать государственное учреждение «{name}» в городе.").own == name


def test_superiors_may_be_written_small() -> None:
    inside = only("КГКП «Колледж «Орал Сервис» управления образования акимата города Уральск»")
    after = only("КГКП «Колледж «Орал Сервис» управления образования акимата города Уральск")
    for one in (inside, after):
        assert one.own == "Колледж «Орал Сервис»"
        assert one.chain == (
            "акимат города Уральск",
            "управление образования акимата города Уральск",
        )
    assert inside.whole.endswith("Уральск»")
    assert after.whole.endswith("Сервис»» управления образования акимата города Уральск")


def test_a_lost_quote_ends_before_the_next_form() -> None:
    first, second = mentions(
        "на государственное учреждение «Отдел внутренних дел Сарыагашского района Департамента "
        "внутренних дел Туркестанской области и государственное учреждение «Отдел внутренних дел "
        "Келесского района Департамента внутренних дел Туркестанской области»."
    )
    assert first.own == "Отдел внутренних дел Сарыагашского района"
    assert second.place == "Келесский район"


def test_a_word_that_a_line_has_broken_behind_its_hyphen_is_whole() -> None:
    words = 'Создать учреждение "Гиря" Комитета научно- технической меры Министерства весов.'
    body = "учреждение «Гиря» Комитета научно-технической меры Министерства весов"
    assert [one.whole for one in mentions(words)] == [body]


def test_a_hyphen_before_a_second_adjective_joins_nothing() -> None:
    words = "Упразднить Комитет лесо- и водного хозяйства."
    assert not any("лесо-и" in one.whole for one in mentions(words))


def test_a_bracket_between_two_closing_quotes_is_of_the_name() -> None:
    words = 'Создать акционерное общество "Компания "Мера весов" (Measure)" (далее – Общество).'
    assert [one.own for one in mentions(words)] == ["Компания «Мера весов» (Measure)"]
    words = 'Создать акционерное общество "Мера весов" (город Гвоздинск)".'
    assert [one.own for one in mentions(words)] == ["Мера весов"]


def test_a_quote_too_many_belongs_to_no_name() -> None:
    first, second = mentions(
        "государственное учреждение «Центр реабилитации» Комитета по борьбе с наркобизнесом и "
        f"контролю за оборотом наркотиков Министерства внутренних дел {RK}» в государственное "
        f"учреждение «Центр реабилитации» Министерства внутренних дел {RK}»"
    )
    assert first.own == second.own == "Центр реабилитации"
    assert len(first.chain) == 2
    assert "»»" not in first.whole


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Управление юстиции Аршалынского района Департамента юстиции", "Аршалынский район"),
        (f"Департамент Комитета фармации {RK} по городу Шымкенту", "город Шымкент"),
        ("Поликлиника Департамента полиции города Астаны", "город Астана"),
        ("Поликлиника Департамента полиции города Алматы", "город Алматы"),
        ("Отдел полиции района Биржан сал Департамента полиции", "район Биржан сал"),
        ("Отдел образования г. Алматы", "город Алматы"),
        ("Аккольское районное Управление охраны общественного здоровья", "Аккольский район"),
    ],
)
def test_the_place_is_told_in_the_nominative(words: str, place: str) -> None:
    assert read_name(words, "ru").place == place


def test_a_town_behind_a_comma_is_the_seat_whatever_the_superior_works_on() -> None:
    name = f"государственное учреждение «Родник» Комитета по водным ресурсам {RK}"
    assert [one.whole for one in mentions(f"{name}, г. Астана.")] == [name]


def test_a_place_of_work_at_the_end_is_of_the_own_name() -> None:
    one = only(f"Департамент Комитета по статистике Министерства юстиции {RK} по городу Шымкент")
    assert one.own == "Департамент по городу Шымкент"
    assert one.chain == (JUSTICE, f"Комитет по статистике Министерства юстиции {RK}")


def test_a_person_is_told_in_the_nominative() -> None:
    one = only("предприятие «X» и государственное учреждение «Институт имени Р.Б. Сулейменова»")
    assert one.person == "Р.Б. Сулейменов"


def test_the_name_of_a_woman_is_no_adjective_of_what_stands_above() -> None:
    one = only(
        "государственное учреждение «Школа имени Айжан Таловой» отдела культуры города Рудного"
    )
    assert (one.person, one.own) == ("Айжан Талова", "Школа имени Айжан Таловой")


def test_two_offices_share_their_country() -> None:
    first, second = mentions(f"актами Президента и Правительства {RK}, иными")
    assert first.whole == f"Президент {RK}"
    assert second.whole == f"Правительство {RK}"


def test_a_term_alone_is_no_name() -> None:
    assert mentions("Министерство имеет право; Агентство и Комитет УИС обязаны") == []


def test_rows_of_a_list_are_names() -> None:
    assert only("29. Республиканский детский центр «Балбулак»»;").kind == "centre"
    assert only("Детский клинический санаторий «Алатау»;").kind == "sanatorium"
    assert only("«13. Национальный координационный центр медицины»;").kind == "centre"


def test_look_alike_letters_are_folded() -> None:
    one = only(f"Комитета экологического pегулирования Министерства юстиции {RK}")
    assert one.own == "Комитет экологического регулирования"


def test_a_short_name_follows_its_body() -> None:
    names = read_short_names(
        text(f"Образовать Комитет науки {RK} (далее – Комитет)."), SOURCE, "ru"
    )
    assert names["Комитет"].kind == "committee"


def test_scope_keeps_no_place_and_no_country() -> None:
    scope = scope_of(only("«Управление юстиции Аршалынского района Департамента юстиции»"))
    assert scope.words == "управление юстиции"
    assert scope.places == ("аршалынский район",)


def test_a_word_for_names_of_persons_may_be_cut() -> None:
    whole, cut = (f"«Университет {word} Аль-Фараби»" for word in ("имени", "им."))
    assert scope_of(only(whole)).words == scope_of(only(cut)).words


@given(st.text(alphabet='« »"„“;:,.()-АИаио12\n', max_size=60), st.text(max_size=60))
def test_no_text_is_refused(signs: str, words: str) -> None:
    mixed = f"{signs}государственное учреждение «Отдел {words} Комитета {signs} {RK}"
    for one in namings(mixed):
        assert 0 <= one.start < one.end <= len(mixed)
    read_name(mixed, "ru")
    scope_of(read_name(words, "ru"))


@pytest.mark.parametrize(
    "piece",
    [
        "«", "»", '"', "«»", "« » ", "отдела образования ", "и ", "Комитета ", "Акмолинской ",
        "государственные учреждения «Отдел» и ", "государственное учреждение «", "(далее ", "по ",
        "Комитета науки, ", "Департамента полиции и ", "г. ", "имени А. ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length(piece: str) -> None:
    def took(count: int) -> float:
        started = time.process_time()
        namings(piece * count)
        return time.process_time() - started

    took(50)
    short, long = took(400), took(3200)
    assert long < 24 * max(short, 0.03)


@pytest.mark.parametrize(
    ("words", "own", "form", "superior"),
    [
        (
            "КГП «Вода» (далее – предприятие) акимата города Рудного",
            "Вода",
            "kmk",
            "акимат города Рудного",
        ),
        (
            f'Республиканское государственное предприятие "Вода" на праве хозяйственного ведения '
            f"Министерства юстиции {RK}",
            "Вода",
            "shzhq-rmk",
            JUSTICE,
        ),
        (
            f'Государственное учреждение Министерства юстиции {RK} "Центр экспертизы"',
            "Центр экспертизы",
            "mm",
            JUSTICE,
        ),
        (
            f"государственное учреждение «Палата» при Министерстве юстиции {RK}",
            "Палата",
            "mm",
            JUSTICE,
        ),
        (f"Хлебная инспекция при Министерстве юстиции {RK}", "Хлебная инспекция", None, JUSTICE),
        (
            "КГУ «Школа» отдела образования, физической культуры и спорта Абайского района",
            "Школа",
            "kmm",
            "отдел образования, физической культуры и спорта Абайского района",
        ),
        (
            "Управление по делам обороны города Рудного Департамента по делам обороны "
            "Костанайской области",
            "Управление по делам обороны города Рудного",
            None,
            "Департамент по делам обороны Костанайской области",
        ),
        (
            "Управление юстиции города Кокшетау Депратамента юстиции Акмолинской области",
            "Управление юстиции города Кокшетау",
            None,
            "Департамент юстиции Акмолинской области",
        ),
        (
            f"Учреждение ЛА-155/8 Министерства юстиции {RK}",
            "Учреждение ЛА-155/8",
            None,
            JUSTICE,
        ),
        (
            "государственное предприятие по управлению, связи «Аэро» акимата города Рудного",
            "Аэро",
            "mk",
            "акимат города Рудного",
        ),
    ],
)
def test_superiors_stand_in_many_places(
    words: str, own: str, form: str | None, superior: str
) -> None:
    one = only(words)
    assert (one.own, one.form, one.chain[-1]) == (own, form, superior)


def test_a_place_in_the_genitive_stands_after_the_quotes() -> None:
    one = only("коммунальное государственное учреждение «Школа имени Абая» села Акжар")
    assert one.whole.endswith("«Школа имени Абая» села Акжар")
    assert one.place == "село Акжар"


def test_those_whom_a_body_serves_stand_before_its_superior() -> None:
    one = only(f"государственное предприятие «Труд» исправительных учреждений Комитета науки {RK}")
    assert one.whole.endswith(f"«Труд» исправительных учреждений Комитета науки {RK}")
    assert one.chain == (f"Комитет науки {RK}",)


def test_several_names_share_a_form_before_a_colon() -> None:
    found = mentions("государственные учреждения: «Отдел А», «Балапан» и «Отдел Б».")
    assert [one.whole for one in found] == [
        "государственное учреждение «Отдел А»",
        "государственное учреждение «Балапан»",
        "государственное учреждение «Отдел Б»",
    ]


def test_a_short_name_inside_the_name_is_defined() -> None:
    names = read_short_names(
        text(f"учредить государственное учреждение «А» (далее – Центр) Министерства юстиции {RK}."),
        SOURCE,
        "ru",
    )
    assert names["Центр"].own == "А"


def test_only_the_head_of_a_name_is_put_in_the_nominative() -> None:
    names = ("«Аппарат Абайского районного маслихата»", "«Аппарат маслихата Абайского района»")
    for name in names:
        assert only(f"государственного учреждения {name}").whole.endswith(name)


def test_another_name_stands_after_a_task() -> None:
    found = mentions(f"Комитет {RK} по спорту в Национальное агентство {RK} по спорту")
    assert [one.whole for one in found] == [
        f"Комитет {RK} по спорту",
        f"Национальное агентство {RK} по спорту",
    ]


def test_a_superior_before_the_quotes_ends_the_name_before_it() -> None:
    form = f"государственное учреждение Министерства юстиции {RK}"
    found = mentions(f'{form} "Лагерь "Дала" в {form} "Центр "Дала".')
    assert [one.own for one in found] == ["Лагерь «Дала»", "Центр «Дала»"]
    assert {one.chain for one in found} == {(JUSTICE,)}


def test_the_task_of_a_superior_is_a_row_of_words() -> None:
    one = only(
        "ГУ «Дом культуры» Мунайлинского районного отдела культуры, физической культуры и спорта в"
    )
    assert one.chain == ("Мунайлинский районный отдел культуры, физической культуры и спорта",)


def test_a_dash_may_stand_inside_a_superior() -> None:
    one = only(f"Департамент кадров Министерства науки - Академии наук {RK} путем")
    assert one.whole.endswith(f"Министерства науки - Академии наук {RK}")


def test_words_that_say_how_a_body_is_led_stand_before_its_superior() -> None:
    words = "в государственное предприятие «Весы» с наблюдательным советом"
    one = only(f"{words} Министерства торговли {RK}")
    assert one.whole == f"государственное предприятие «Весы» Министерства торговли {RK}"


def test_a_blank_behind_the_hyphen_of_a_place_belongs_to_no_name() -> None:
    one = only(f"Департамент юстиции Восточно- Казахстанской области Министерства юстиции {RK}")
    assert one.own == "Департамент юстиции Восточно-Казахстанской области"
    assert (
        len(mentions("Управление спорта Актюбинской области- Актюбинский департамент спорта")) == 2
    )
