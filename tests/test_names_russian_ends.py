"""Where a Russian name without quotes ends; all bodies are invented."""

import pytest

from graph.model import Source
from graph.names import read_mentions, read_name, text_of


def names(words: str) -> list[str]:
    return [one.own for one in read_mentions(text_of(words), Source("", "", ""), "ru")]


@pytest.mark.parametrize(
    "words",
    [
        "в ведении Министерства и территориальных подразделений его ведомств",
        "в ведении Министерства, и территориальных подразделений его ведомств",
        "руководит работой Комитета и несет ответственность за задачи Комитета",
    ],
)
def test_a_term_and_what_is_beside_it_are_no_name(words: str) -> None:
    assert not any(" и " in name for name in names(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Комитет мысалов и архивов 53", "Комитет мысалов и архивов"),
        (
            "Агентство Республики Казахстан по мысалам 66",
            "Агентство Республики Казахстан по мысалам",
        ),
        ("Комитет мысалов № 2 Республики Казахстан", "Комитет мысалов № 2 Республики Казахстан"),
    ],
)
def test_a_number_of_units_behind_a_name_is_no_part_of_it(words: str, name: str) -> None:
    assert names(words) == [name]


def test_a_joiner_between_words_of_a_task_goes_on_with_the_name() -> None:
    assert names("создать Комитет труда и занятости Республики Казахстан.") == [
        "Комитет труда и занятости Республики Казахстан"
    ]


def test_a_seat_in_brackets_behind_the_superiors_is_of_the_own_name() -> None:
    above = "Министерства мысалов Республики Казахстан"
    one = read_name(
        f"Государственное учреждение «Служба мысалов Департамента по мысалам {above}"
        " (город Актау)»",
        "ru",
    )
    assert one.own == "Служба мысалов (город Актау)"
    assert one.chain == (
        "Министерство мысалов Республики Казахстан",
        f"Департамент по мысалам {above}",
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Создать учреждение «Мысал» имени Анны Бақ Министерства мысалов Республики Казахстан.",
         "«Мысал» имени Анны Бақ"),
        ("Передать учреждение «Мысал» им. А. Бақ Акмолинской области.",
         "«Мысал» им. А. Бақ Акмолинской области"),
        # no person is named
        ("Передать учреждение «Мысал» имени первого мысала.", "Мысал"),
        ("Присвоить учреждению «Мысал» имя Анны Бақ.", "Мысал"),
    ],
)  # fmt: skip
def test_the_person_whose_name_a_body_bears_may_stand_behind_its_quotes(
    words: str, name: str
) -> None:
    assert names(words)[0] == name


@pytest.mark.parametrize(
    ("own", "above"),
    [
        ("Яблочный департамент по Лесной области", ["Яблочного комитета"]),
        (
            "Яблочное управление по Садовскому району",
            ["Яблочного комитета", "Яблочного департамента по Лесной области"],
        ),
    ],
)
def test_an_adjective_behind_a_place_that_has_its_name_begins_the_superior(
    own: str, above: list[str]
) -> None:
    whole = " ".join([own, *reversed(above), "Министерства садов Республики Казахстан"])
    (one,) = read_mentions(text_of(whole), Source("", "", ""), "ru")
    assert one.own == own
    assert [name.split()[0] for name in one.chain] == [
        "Министерство",
        *("Яблочный" for _ in above),
    ]


def test_a_town_named_behind_its_kind_keeps_its_name() -> None:
    (one,) = read_mentions(text_of("Департамент садов города Рудного"), Source("", "", ""), "ru")
    assert one.own == "Департамент садов города Рудного"
