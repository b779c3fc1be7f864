"""Deeds and lists in Russian, in wordings that acts use; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal

from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.model import ActClaims, Mention
from ontology import SHZ, SKOSXL, code

SIDE = """recorded: "2026-11-21"
act_code: "invented"
language: "ru"
requisites: "Постановление Правительства Республики Казахстан от 5 мая 2021 года № 33"
complete: true
"""
#: Who takes part, in the order in which a deed is written down here.
ROLES = (SHZ.ended, SHZ.survivor, SHZ.transferred, SHZ.oldName, SHZ.created, SHZ.toBody)
RK = "Республики Казахстан"
CULTURE = "государственное учреждение «Отдел культуры города Рудного»"
SPORT = "государственное учреждение «Отдел спорта города Рудного»"
BOTH = "государственное учреждение «Отдел культуры и спорта города Рудного»"
FINANCE = f"Министерство финансов {RK}"
JUSTICE = f"Министерство юстиции {RK}"
OF_CULTURE, OF_SPORT, OF_BOTH = (
    name.replace("ое учреждение", "ого учреждения") for name in (CULTURE, SPORT, BOTH)
)
TO_SPORT = SPORT.replace("ое учреждение", "ому учреждению")


STAMP = f"> *{{}} Правительства*\n> *{RK}*\n> *от 5 мая 2021 года № 33*"


def read(folder: Path, points: str) -> ActClaims:
    path = folder / "act.md"
    words = f"# О вопросах\n\nПравительство {RK} **ПОСТАНОВЛЯЕТ:**\n\n{points}\n"
    path.write_text(words, "utf-8")
    (folder / "act.yaml").write_text(SIDE, "utf-8")
    return read_claims(read_act(read_source(path), read_side(path)))


def deeds(folder: Path, points: str) -> list[tuple[str, ...]]:
    """Each deed as its kind and those who take part."""
    found = []
    for one in read(folder, points).statements:
        if one.key.startswith("event/"):
            values = (v for role in (*ROLES, SHZ.newName) for p, v in one.properties if p == role)
            names = (v.whole if isinstance(v, Mention) else str(v) for v in values)
            found.append((str(one.type).removeprefix(str(SHZ)), *names))
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            f"Выделить из {OF_CULTURE} {SPORT}.",
            [("SpinOff", CULTURE, SPORT)],
        ),
        (
            f"Реорганизовать {CULTURE} путем выделения из его состава {OF_SPORT}.",
            [("SpinOff", CULTURE, SPORT)],
        ),
        (
            f"Реорганизовать {CULTURE} и {SPORT} путём слияния с образованием {OF_BOTH}.",
            [("Merger", CULTURE, SPORT, BOTH)],
        ),
        (
            f"Создать {BOTH} путем слияния {OF_CULTURE} и {OF_SPORT}.",
            [("Merger", CULTURE, SPORT, BOTH)],
        ),
        (
            f"Произвести реорганизацию {OF_CULTURE} путем присоединения к {TO_SPORT}.",
            [("Accession", CULTURE, SPORT)],
        ),
        (
            f"Реорганизовать {BOTH} путем разделения его на государственные учреждения «Отдел "
            "культуры города Рудного» с дислокацией в городе Рудном и «Отдел спорта города "
            "Рудного» с местонахождением в городе Лисаковске.",
            [
                (
                    "Division",
                    BOTH,
                    CULTURE,
                    "государственное учреждение «Отдел спорта города Рудного»",
                )
            ],
        ),
        (
            f"Реорганизовать {BOTH} путем его разделения на {SPORT} с местом дислокации в селе "
            f"Алмалы и {CULTURE} с местом нахождения в городе Рудном.",
            [("Division", BOTH, SPORT, CULTURE)],
        ),
        (f"Реорганизовать {BOTH} путем его разделения на {SPORT}.", []),
        (
            f"{JUSTICE.replace('о ю', 'у ю')} обеспечить:\n\n1) переименование {OF_CULTURE} в "
            f"{SPORT};\n\n2) принятие иных мер.",
            [("Renaming", CULTURE, SPORT)],
        ),
        (
            f"Реорганизовать путем преобразования {CULTURE} в {SPORT}.",
            [("Conversion", CULTURE, SPORT)],
        ),
        (
            f"Реорганизовать {CULTURE}, находящееся в ведении акимата города Рудного, путем "
            f"преобразования в {SPORT}.",
            [("Conversion", CULTURE, SPORT)],
        ),
        (
            f"Образовать Комитет науки {JUSTICE.replace('о ю', 'а ю')} путем преобразования "
            f"Департамента науки {JUSTICE.replace('о ю', 'а ю')}.",
            [
                (
                    "Conversion",
                    f"Департамент науки {JUSTICE.replace('о ю', 'а ю')}",
                    f"Комитет науки {JUSTICE.replace('о ю', 'а ю')}",
                )
            ],
        ),
        (
            f"Ликвидировать в установленном законодательством порядке {CULTURE}.",
            [("Liquidation", CULTURE)],
        ),
        (
            f"Образовать {JUSTICE}, упразднив {FINANCE}.",
            [("Liquidation", FINANCE), ("Establishment", JUSTICE)],
        ),
        (
            f"Образовать в составе {FINANCE.replace('о ф', 'а ф')} Комитет казначейства.",
            [("Establishment", "Комитет казначейства")],
        ),
        (
            "Переименовать с 1 января 2024 года КГУ «Школа № 5» в КГУ «Школа-лицей № 5».",
            [("Renaming", "КГУ «Школа № 5»", "КГУ «Школа-лицей № 5»")],
        ),
        (
            f"Передать из ведения {FINANCE.replace('о ф', 'а ф')} в ведение "
            f"{JUSTICE.replace('о ю', 'а ю')} {CULTURE}.",
            [("Transfer", CULTURE, JUSTICE)],
        ),
        (
            f"Передать {CULTURE}, {SPORT} {JUSTICE.replace('о ю', 'у ю')}.",
            [("Transfer", CULTURE, JUSTICE), ("Transfer", SPORT, JUSTICE)],
        ),
        (
            f"Принять из коммунальной собственности {CULTURE} как имущественный комплекс в "
            f"республиканскую собственность и передать в ведение {JUSTICE.replace('о ю', 'а ю')}.",
            [("Transfer", CULTURE, JUSTICE)],
        ),
        (
            f"Принять из коммунальной собственности акимата города Рудного {CULTURE} (далее – КГУ) "
            "в республиканскую собственность и передать в ведение "
            f"{JUSTICE.replace('о ю', 'а ю')}.",
            [("Transfer", CULTURE, JUSTICE)],
        ),
        (
            f"Реорганизовать {CULTURE} путем присоединения к нему следующих учреждений:\n\n"
            f"1) {SPORT};\n\n2) {BOTH}.",
            [("Accession", SPORT, BOTH, CULTURE)],
        ),
        (
            "Реорганизовать путем преобразования:\n\n"
            f"1) {CULTURE} в {SPORT} (далее – учреждение) с введением наблюдательного совета.",
            [("Conversion", CULTURE, SPORT)],
        ),
        (
            f"Создать:\n\n1) {CULTURE}, определив предметом деятельности культуру;\n\n2) {SPORT}.",
            [("Establishment", CULTURE), ("Establishment", SPORT)],
        ),
        (
            f"Упразднить:\n\n{JUSTICE};\n\n{FINANCE}, передав его функции.",
            [("Liquidation", JUSTICE), ("Liquidation", FINANCE)],
        ),
        (
            f"Преобразовать:\n\n1) {JUSTICE} - в {FINANCE}.",
            [("Conversion", JUSTICE, FINANCE)],
        ),
        (
            f"Реорганизовать {CULTURE} путем выделения из него:\n\n1) {SPORT};\n\n2) {BOTH}.",
            [("SpinOff", CULTURE, SPORT, BOTH)],
        ),
        (
            f"Реорганизовать путем слияния:\n\n1) {CULTURE} и {SPORT} в {BOTH}.",
            [("Merger", CULTURE, SPORT, BOTH)],
        ),
        (
            f"Реорганизовать путем присоединения:\n\n1) {CULTURE} к {TO_SPORT}.",
            [("Accession", CULTURE, SPORT)],
        ),
        (
            f"Ликвидировать следующие юридические лица: 1) {CULTURE}; 2) {SPORT}.",
            [("Liquidation", CULTURE), ("Liquidation", SPORT)],
        ),
        (
            f"Передать {CULTURE} из ведения {FINANCE.replace('о ф', 'а ф')} "
            "акимату города Рудного.",
            [("Transfer", CULTURE, "акимат города Рудного")],
        ),
        (
            f"Передать в установленном законодательством порядке {CULTURE} из республиканской "
            "собственности в коммунальную собственность Талаской области.",
            [],
        ),
        (f"Передать долю участия {OF_CULTURE} в коммунальную собственность.", []),
        (
            f"Преобразовать {JUSTICE} в {FINANCE}.",
            [("Conversion", JUSTICE, FINANCE)],
        ),
        (
            f"Передать {TO_SPORT} следующие организации: КГУ «А», КГУ «Б».",
            [("Transfer", "КГУ «А»", SPORT), ("Transfer", "КГУ «Б»", SPORT)],
        ),
        (
            "Создать государственные учреждения:\n\n"
            "1) Управление миграции по Акмолинской области г. Кокшетау.",
            [("Establishment", "Управление миграции по Акмолинской области")],
        ),
        (
            f"Передать:\n\n1) {CULTURE} в ведение {JUSTICE.replace('о ю', 'а ю')}.",
            [("Transfer", CULTURE, JUSTICE)],
        ),
        (
            "Создать следующие государственные учреждения:\n\n1) «Балапан»;\n\n2) база техники.",
            [("Establishment", "Балапан"), ("Establishment", "база техники")],
        ),
        (
            "Ликвидировать государственные учреждения «Балапан» и «Дарын» согласно закону.",
            [
                ("Liquidation", "государственное учреждение «Балапан»"),
                ("Liquidation", "государственное учреждение «Дарын»"),
            ],
        ),
    ],
)
def test_a_wording_orders_a_deed(
    words: str, expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert deeds(tmp_path, f"1. {words}") == expected


@pytest.mark.parametrize(
    "words",
    [
        f"Разрешить {FINANCE.replace('о ф', 'у ф')} создать акционерное общество «Фонд».",
        f"Рекомендовать акимату города Рудного ликвидировать {CULTURE}.",
        f"Рассмотреть вопрос о ликвидации и упразднить ли {CULTURE}.",
        f"В связи с реорганизацией {OF_CULTURE} путем присоединения к {TO_SPORT} утвердить "
        "штатное расписание.",
        f"Реорганизация {OF_CULTURE} путем слияния в {SPORT} осуществляется по закону.",
        f"Согласиться с предложением акимата города Рудного создать {CULTURE}.",
        f"Принять меры, вытекающие из ликвидации {OF_CULTURE}.",
        f"Обеспечить создание {OF_CULTURE} и ликвидацию {OF_SPORT}.",
        f"Имущество реорганизованного {OF_CULTURE} передать в оплату акций.",
        f"Передать права владения и пользования долями участия {JUSTICE.replace('о ю', 'у ю')}.",
        "Создать рабочую группу в следующем составе:\n\n"
        f"1) Министр юстиции {RK};\n\n2) Министр финансов {RK}.",
        f"Министерству юстиции {RK} внести предложения:\n\n1) ликвидировать {CULTURE}.",
    ],
)
def test_a_wording_orders_none(words: str, tmp_path: Path) -> None:
    assert deeds(tmp_path, f"1. {words}") == []


@pytest.mark.parametrize(
    "points",
    [
        f"1. Переименовать {CULTURE} в {SPORT}.",
        f"1. Министерству юстиции {RK} обеспечить:\n\n1) переименование {OF_CULTURE} в {SPORT}.",
    ],
)
def test_the_name_that_a_renaming_gives_is_official_also_where_an_item_orders_it(
    points: str, tmp_path: Path
) -> None:
    official = (SHZ.nameKind, code("name-kinds", "official"))
    told = [one for one in read(tmp_path, points).statements if official in one.properties]
    assert Literal(SPORT, lang="ru") in {
        value for one in told for name, value in one.properties if name == SKOSXL.literalForm
    }


def test_a_clause_sends_to_an_appendix_for_those_who_are_liquidated(tmp_path: Path) -> None:
    stamp = STAMP.format("Приложение 1*\n> *к постановлению")
    rows = f"1. {CULTURE}.\n\n2. {SPORT}."
    heading = "## Перечень государственных учреждений города Рудного"
    order = "1. Ликвидировать государственные учреждения согласно приложению 1."
    found = deeds(tmp_path, f"{order}\n\n{stamp}\n\n{heading}\n\n{rows}")
    assert found == [("Liquidation", CULTURE), ("Liquidation", SPORT)]


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("вступает в силу со дня подписания", "signature-day", None),
        ("вводится в действие с момента подписания", "signature-day", None),
        ("вступает в силу с даты подписания и подлежит опубликованию", "signature-day", None),
        ("вступает в силу с 1 января 2004 г", "fixed-day", "2004-01-01"),
        ("вводится в действие со дня опубликования", "publication-day", None),
        (
            "вводится в действие после дня его первого официального опубликования",
            "days-after-publication",
            None,
        ),
        (
            "вводится в действие по истечении 10 (десяти) календарных дней после дня первого "
            "официального опубликования",
            "days-after-publication",
            None,
        ),
        (
            "вступает в силу со дня государственной регистрации в органах юстиции и вводится в "
            "действие по истечении десяти календарных дней после дня его первого официального "
            "опубликования",
            "days-after-publication",
            None,
        ),
        (
            "вводится в действие со дня подписания, за исключением пункта 3, который вводится в "
            "действие с 1 января 2022 года",
            "signature-day",
            None,
        ),
    ],
)
def test_a_rule_of_entry_into_force(words: str, kind: str, day: str | None, tmp_path: Path) -> None:
    entry = read(tmp_path, f"1. Настоящее постановление {words}.").act.entry
    assert entry is not None
    assert (entry.kind, str(entry.day) if entry.day else None) == (kind, day)


def test_lists_stand_at_the_end_of_a_regulation(tmp_path: Path) -> None:
    stamp = (
        f"> *Утверждено*\n> *постановлением Правительства*\n> *{RK}*\n> *от 5 мая 2021 года № 33*"
    )
    regulation = (
        f"1. Утвердить Положение.\n\n{stamp}\n\n## Положение о Министерстве юстиции {RK}\n\n"
        f"1. {JUSTICE} (далее – Министерство) является государственным органом.\n\n"
        "#### Перечень организаций, находящихся в ведении Министерства\n\n"
        "Акционерное общество «Агентство «Дала».\n\n«Балапан».\n\n"
        "#### Перечень государственных учреждений, находящихся в ведении Министерства\n\n"
        "1. Центр экспертизы.\n\n2. Утратил силу постановлением Правительства от 01.02.2020 № 5."
    )
    act = read(tmp_path, regulation)
    rows = [one for one in act.statements if one.key.startswith("entry/")]
    values = [dict(one.properties) for one in rows]
    names = [one[SHZ.entryFor] for one in values]
    assert [one.whole for one in names if isinstance(one, Mention)] == [
        "акционерное общество «Агентство «Дала»»",
        "Балапан",
        "Центр экспертизы",
    ]
    assert [one[SHZ.position] for one in values] == [Literal(1), Literal(2), Literal(1)]
    owners = {one.object for one in act.claims if one.basis == "list"}
    assert {one.whole for one in owners if isinstance(one, Mention)} == {JUSTICE}


@pytest.mark.parametrize("way", ["путем слияния", "путем преобразования", "путём выделения из"])
def test_half_of_a_deed_is_no_establishment(tmp_path: Path, way: str) -> None:
    """A body that comes from others is not told as new because the others were not understood."""
    act = read(tmp_path, f"1. Создать государственное учреждение «Ромашка» {way} бывших хозяйств.")
    assert [one for one in act.statements if one.key.startswith("event/")] == []
    assert [one.clause for one in act.unread] == ["point_1"]
