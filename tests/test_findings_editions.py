"""Two editions of one act: what only one says, and what both say differently."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import tell

from graph.act import read_act
from graph.claims import read_claims
from graph.dataset import Record, make_record
from graph.findings import find
from graph.findings.editions import pairs_of
from graph.formats import read_side, read_source
from graph.model import Finding
from graph.register import Register
from ontology import BASE

HEADS = {
    "kk": "Қазақстан Республикасы Үкіметінің 2019 жылғы 10 қаңтардағы № 5 қаулысы",
    "ru": "Постановление Правительства Республики Казахстан от 10 января 2019 года № 5",
}
TITLES = {"kk": "Кейбір мәселелер туралы", "ru": "О некоторых вопросах"}
ORDERS = {
    "kk": "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:",
    "ru": "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:",
}
POINTS = {
    "kk": [
        "«Арман орталығы» республикалық мемлекеттік мекемесі құрылсын.",
        "Қаржы министрлігі 2019 жылғы 5 ақпанға дейін 120 бірлік бөлсін.",
        "Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.",
    ],
    "ru": [
        "Создать республиканское государственное учреждение «Центр «Арман».",
        "Министерству финансов до 5 февраля 2019 года выделить 120 единиц.",
        "Настоящее постановление вводится в действие со дня подписания.",
    ],
}


def found(tmp_path: Path, changed: dict[str, list[str]]) -> tuple[Record, list[Finding]]:
    """The findings between editions, with the points of a language put in place of its own."""
    acts = []
    for language, points in {**POINTS, **changed}.items():
        path = tmp_path / f"{language}.txt"
        numbered = [f"{number}. {words}" for number, words in enumerate(points, 1)]
        lines = [HEADS[language], TITLES[language], ORDERS[language], *numbered, "А. Сынақ"]
        path.write_text("\n\n".join(lines), "utf-8")
        side = f'recorded: "2026-11-21"\nlanguage: "{language}"\n'
        path.with_suffix(".yaml").write_text(side, "utf-8")
        acts.append(read_claims(read_act(read_source(path), read_side(path))))
    record = make_record(acts, Register().resolve(acts), BASE)
    return record, [one for one in find(record) if one.rule.startswith("edition-")]


def changed(language: str, place: int, words: str | None) -> dict[str, list[str]]:
    points = list(POINTS[language])
    points[place : place + 1] = [words] if words is not None else []
    return {language: points}


def test_editions_that_say_the_same_give_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, {})[1] == []


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (
            "edition-number",
            changed("ru", 1, "Министерству финансов до 5 февраля 2019 года выделить 121 единицу."),
        ),
        (
            "edition-number",
            changed("ru", 1, "Министерству финансов до 6 февраля 2019 года выделить 120 единиц."),
        ),
        (
            "edition-kind",
            changed("ru", 0, "Упразднить государственное учреждение «Центр «Арман»."),
        ),
        (
            "edition-entry",
            changed(
                "ru",
                2,
                "Настоящее постановление вводится в действие со дня его первого официального"
                " опубликования.",
            ),
        ),
        ("edition-clause", changed("ru", 2, None)),
        ("edition-unread", changed("ru", 0, "О Центре «Арман» думать по-иному, чем прежде.")),
    ],
)
def test_what_the_editions_say_differently_is_found(
    tmp_path: Path, rule: str, change: dict[str, list[str]]
) -> None:
    record, findings = found(tmp_path, change)
    (finding,) = findings
    assert finding.rule == rule
    editions = record.editions()
    quotes = {
        edition: editions[edition][act].document.source.quote(part)
        for edition, act, _, ranges in finding.placed()
        for part in ranges
    }
    assert set(quotes) == ({0} if rule == "edition-clause" else {0, 1})
    assert all(quotes.values())


def test_a_clause_that_one_edition_has_as_repealed_is_of_another_time(tmp_path: Path) -> None:
    words = "Күші жойылды – ҚР Үкіметінің 07.02.2022 № 55 қаулысымен."
    _, findings = found(tmp_path, changed("kk", 1, words))
    assert [one.rule for one in findings] == ["edition-wording"]


def test_acts_in_two_languages_come_in_order_of_the_record() -> None:
    keys = [f"government-{year}-1" for year in range(1995, 2025)]
    acts = [
        tell([["«Арман» орталығы"]], language, key=key, issuer="Үкімет", day=date(2024, 1, 1))
        for key in keys[::-1]
        for language in ("kk", "ru")
    ]
    record = make_record(acts, Register().resolve(acts), BASE)
    assert [pair.first.act.key for pair in pairs_of(record)] == keys


def test_a_gap_of_reading_is_no_contradiction(tmp_path: Path) -> None:
    change = changed("ru", 0, "О Центре «Арман» думать по-иному, чем прежде.")
    _, (finding,) = found(tmp_path, change)
    assert finding.severity == "Notice"
