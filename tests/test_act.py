"""Acts become points, items, appendices and tables, each with its words and their places."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.act import document_json, read_act
from graph.errors import NotAnActError, ShezhireError, TextPlace
from graph.formats import read_side, read_source
from graph.model import NOWHERE, Document, Provision, ProvisionKind, SideFile, Source

HERE = Path(__file__).parent
ACTS = HERE.parent / "graph" / "acts"
CORPUS = HERE.parent.parent / "shared" / "acts" / "corpus"
REORGANISATION, SERVICE = "wko-2025-299.kk", "aktobe-2016-34.kk"
SIDE = SideFile(date(2026, 11, 21), "kk")


def act(text: str, side: SideFile = SIDE) -> Document:
    return read_act(Source("act.txt", text, ""), side)


@cache
def source_act(stem: str) -> Document:
    path = ACTS / f"{stem}.txt"
    return read_act(read_source(path), read_side(path))


def texts(document: Document) -> dict[str, str]:
    return {part.eid: part.text.string for part in document.walk()}


def eids(document: Document) -> list[str]:
    return [part.eid for part in document.walk()]


def faults(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(one.clause, one.detail) for one in document.faults if one.kind == kind]


def part(document: Document, eid: str) -> Provision:
    return next(one for one in document.walk() if one.eid == eid)


HEAD = """
Облыстың кейбір мәселелері туралы

Ақмола облысы әкімдігінің 2021 жылғы 5 наурыздағы № 77 қаулысы
      Заңға сәйкес Ақмола облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
"""
FOOT = "      Облыс әкімі Е. Серіков\n"
STAMP = " \nАқмола облысы \nәкімдігінің 2021 жылғы \n\n5 наурыздағы № 77 қаулысына \n{}-қосымша\n\n"


# ------------------------------------------------------------------ the two acts


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
@pytest.mark.parametrize("name", ["document", "repairs", "faults"])
def test_the_acts_read_as_the_golden_files_say(stem: str, name: str) -> None:
    """Set SHEZHIRE_GOLDEN=write to write them anew, and read the difference."""
    file = HERE / "golden" / stem / f"{name}.json"
    found = list(golden(source_act(stem), name))
    if os.environ.get("SHEZHIRE_GOLDEN") == "write":
        lines = [json.dumps(one, ensure_ascii=False) for one in found]
        file.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))


def golden(document: Document, name: str) -> Iterator[dict[str, Any]]:
    data = document_json(document)
    for one in flat(data["parts"]) if name == "document" else data[name]:
        kept = {key: value for key, value in one.items() if key != "children"}
        yield kept | {"ranges": [[place["start"], place["end"]] for place in one["ranges"]]}


def flat(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in parts:
        yield one
        yield from flat(one.get("children", []))


def test_the_parts_of_the_reorganisation_stand_in_the_order_of_the_act() -> None:
    document = source_act(REORGANISATION)
    assert [one.eid for one in document.parts] == [
        "title",
        "requisites",
        "preamble",
        "point_1",
        "point_2",
        "point_3",
        "point_4",
        "point_4~2",
        "point_5",
        "signature",
        "app_1",
        "app_2",
        "app_3",
        "app_4",
    ]


def test_items_dashes_and_paragraphs_stand_under_what_leads_to_them() -> None:
    found = Counter(
        one.eid.rpartition("__")[0]
        for one in source_act(REORGANISATION).walk()
        if one.kind in (ProvisionKind.ITEM, ProvisionKind.INDENT, ProvisionKind.PARAGRAPH)
    )
    assert found["point_2"] == 3
    assert found["point_3"] == 3
    assert found["app_1__point_24"] == 70
    assert (found["app_1__point_13__item_1"], found["app_1__point_13__item_2"]) == (8, 10)
    assert (found["app_1__point_14"], found["app_1__point_18"]) == (11, 13)
    assert (found["app_2__point_13__item_1"], found["app_2__point_13__item_2"]) == (14, 3)
    assert (found["app_2__point_14"], found["app_2__point_17"]) == (2, 13)


def test_a_table_has_a_row_for_each_printed_line_and_a_head() -> None:
    table = part(source_act(REORGANISATION), "app_3__table_1")
    rows = [tuple(cell.string for cell in row.cells) for row in table.children]
    assert len(rows) == 61
    assert rows[0] == (
        "Құрылымдық бөлімшелердің және лауазымдардың атауы",
        "Штат бірліктерінің саны",
    )
    assert rows[1] == ('"Батыс Қазақстан облысының білім басқармасы" мемлекеттік мекемесі',)
    assert rows[2] == ("Басқарма басшысы", "1")
    assert rows[-1] == ("Барлығы", "81")
    assert sum(int(row[1]) for row in rows[1:-1] if len(row) == 2) == 81


def test_a_numbered_row_keeps_its_number_and_a_heading_row_has_one_cell() -> None:
    rows = part(source_act(REORGANISATION), "app_4__table_1").children
    assert [cell.string for cell in rows[0].cells] == ["№", "Лауазымы", "Бірлік саны"]
    assert [(row.number, len(row.cells)) for row in rows[1:]] == [
        ("1", 2),
        ("2", 2),
        (None, 1),
        ("3", 2),
        ("4", 2),
        (None, 2),
    ]


def test_the_regulation_and_its_appendices_stand_under_the_approved_document() -> None:
    document = source_act(SERVICE)
    assert [one.eid for one in document.parts][-1] == "app_0"
    assert [one.eid for one in part(document, "app_0").children][-2:] == [
        "app_0__app_1",
        "app_0__app_2",
    ]
    words = texts(document)
    assert words["status"] == "Күшін жойған"
    assert words["note_2"].startswith("РҚАО ескертпесі. Құжаттың мәтінінде")
    assert words["app_0__app_1__stamp"].endswith("регламентіне 1-қосымша")
    assert "app_0__point_8__item_11" in words
    assert "app_0__point_8__para_2" in words


def test_faults_of_the_text_are_told_and_not_mended() -> None:
    document = source_act(REORGANISATION)
    assert faults(document, "number-repeated") == [("point_4~2", "4")]
    assert [clause for clause, _ in faults(document, "stamp-blank")] == [
        f"app_{number}__stamp" for number in (1, 2, 3, 4)
    ]
    assert set(faults(document, "stamp-year")) == {
        (f"app_{number}__stamp", "2026 ≠ 2025") for number in (1, 2, 3, 4)
    }
    unbalanced = {clause for clause, _ in faults(document, "unbalanced-quotes")}
    assert "point_3__item_2" in unbalanced
    assert "app_1__point_24__item_14" in unbalanced
    assert "app_1__point_24__item_1" not in unbalanced
    assert "app_1__point_24__item_45" not in unbalanced
    assert not faults(document, "cut-off")


def test_an_appendix_of_a_heading_alone_is_told() -> None:
    assert [clause for clause, _ in faults(source_act(SERVICE), "appendix-empty")] == [
        "app_0__app_1",
        "app_0__app_2",
    ]


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
def test_ranges_of_every_part_quote_its_words(stem: str) -> None:
    document = source_act(stem)
    folded = str.maketrans("i", "і")
    for one in document.walk():
        ranges = one.text.ranges(document.source)
        read = "".join(document.source.quote(place) for place in ranges)
        placed = zip(one.text.string, one.text.places, strict=True)
        words = "".join(letter for letter, place in placed if place != NOWHERE)
        assert bare(read).translate(folded) == bare(words).translate(folded), one.eid


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
def test_every_word_of_an_act_stands_in_one_part(stem: str) -> None:
    document = source_act(stem)
    used = Counter(
        place for one in document.walk() for place in one.text.places if place != NOWHERE
    )
    assert set(used.values()) == {1}
    left = "".join(" " if at in used else letter for at, letter in enumerate(document.source.text))
    # Numbers and dashes that mark a part are told by its kind and number, not in its words.
    assert re.sub(r"(?<!\S)(?:\d+[.)]|-)(?!\S)", "", left).split() == []


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


# ------------------------------------------------------------------ other acts


def test_an_act_without_appendices_has_points_and_a_signature() -> None:
    document = act(
        HEAD + "      1. Ереже бекітілсін.\n      2. Осы қаулы қолданысқа енгізіледі.\n" + FOOT
    )
    assert eids(document) == [
        "title",
        "requisites",
        "preamble",
        "point_1",
        "point_2",
        "signature",
    ]
    assert document.faults == []
    assert part(document, "point_1").number == "1"
    assert part(document, "point_1").text.string == "Ереже бекітілсін."


def test_inserted_numbers_are_points_and_skipped_ones_are_told() -> None:
    points = "      1. Бір.\n      2. Екі.\n      2-1. Үш.\n      4. Төрт.\n"
    document = act(HEAD + points + FOOT)
    assert [one for one in eids(document) if one.startswith("point")] == [
        "point_1",
        "point_2",
        "point_2-1",
        "point_4",
    ]
    assert faults(document, "number-skipped") == [("point_4", "2 → 4")]


def test_a_number_without_its_sign_is_of_a_point_where_those_around_it_tell() -> None:
    points = "      1. Бір.\n      2 Екі бақ.\n      3. Үш.\n      5 Алма бақ.\n      7. Жеті.\n"
    document = act(HEAD + points + FOOT)
    found = [one for one in eids(document) if one.startswith("point")]
    assert found == ["point_1", "point_2", "point_3", "point_3__para_1", "point_7"]
    assert texts(document)["point_2"] == "Екі бақ."


def test_a_list_may_begin_anew_behind_a_paragraph() -> None:
    points = (
        "      1. Басшының құқықтары:\n      1) бірінші;\n      2) екінші.\n"
        "      Орынбасардың құқықтары:\n      1) бірінші;\n      2) екінші.\n"
    )
    document = act(HEAD + points + FOOT)
    assert "point_1__item_1~2" in eids(document)
    assert faults(document, "number-repeated") == []


def test_points_run_on_over_the_chapters_of_an_appendix() -> None:
    text = (
        HEAD
        + "      1. Ереже бекітілсін.\n"
        + FOOT
        + STAMP.format(2)
        + '"Облыстың қаржы басқармасы" туралы \nереже\n\n'
        + "      Ескерту. 2-қосымша жаңа редакцияда.\n\n1. Жалпы ережелер\n\n"
        + "      1. Бірінші.\n\n2-тарау. Өкілеттіктер\n\n      2. Екінші.\n"
    )
    document = act(text)
    assert eids(document)[6:] == [
        "app_2__stamp",
        "app_2__heading",
        "app_2__note_1",
        "app_2__chapter_1",
        "app_2__point_1",
        "app_2__chapter_2",
        "app_2__point_2",
    ]
    assert part(document, "app_2__chapter_2").text.string == "Өкілеттіктер"
    assert texts(document)["app_2__stamp"] == (
        "Ақмола облысы әкімдігінің 2021 жылғы 5 наурыздағы № 77 қаулысына 2-қосымша"
    )


def test_the_enacting_words_may_be_followed_by_the_first_point() -> None:
    document = act(HEAD.rstrip() + " 1. Ереже бекітілсін.\n" + FOOT)
    assert texts(document)["preamble"].endswith("ҚАУЛЫ ЕТЕДІ:")
    assert texts(document)["point_1"] == "Ереже бекітілсін."


def test_rows_without_blank_lines_between_them_are_rows() -> None:
    text = (
        HEAD
        + "      1. Штат саны бекітілсін.\n"
        + FOOT
        + STAMP.format(1)
        + "Басқарманың штат саны\n\nЛауазым атауы\nСаны\nБасшы 1\nҚаржы бөлімі\nБас маман 12\n"
        + "Барлығы 13\n"
    )
    document = act(text)
    rows = part(document, "app_1__table_1").children
    assert [[cell.string for cell in row.cells] for row in rows[1:]] == [
        ["Басшы", "1"],
        ["Қаржы бөлімі"],
        ["Бас маман", "12"],
        ["Барлығы", "13"],
    ]


# ------------------------------------------------------------------ damaged and cut texts


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("      ", "\t"),
        lambda text: text.replace("і", "i").replace("о", "o"),
        lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
        lambda text: text.replace(" және ", "  және  "),
    ],
    ids=["windows", "mark", "tabs", "latin", "stripped", "doubled"],
)
def test_damage_that_hides_no_word_changes_no_part(stem: str, damage: Any) -> None:
    whole = source_act(stem)
    document = act(damage(whole.source.text))
    assert {eid: bare(words) for eid, words in texts(document).items()} == {
        eid: bare(words) for eid, words in texts(whole).items()
    }


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
def test_without_any_indent_the_same_points_are_found(stem: str) -> None:
    whole = source_act(stem)
    lines = whole.source.text.split("\n")
    document = act("\n".join(line.removeprefix("      ") for line in lines))
    assert eids(document) == eids(whole)


@pytest.mark.parametrize("stem", [REORGANISATION, SERVICE])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_cut_act_is_read_as_far_as_it_goes_and_the_cut_is_told(stem: str, share: float) -> None:
    whole = source_act(stem)
    text = whole.source.text
    document = act(text[: int(len(text) * share)])
    assert eids(document)[:-2] == eids(whole)[: len(eids(document)) - 2]
    assert faults(document, "cut-off") or document.walk()
    if share < 0.9:
        assert faults(document, "cut-off")


def test_words_in_brackets_behind_an_act_are_no_broken_sentence() -> None:
    signed = "      1. Ереже бекітілсін.\n\n      Облыс әкімі А. Ойдан\n\n"
    stamp = "Облыс әкімдігінің 2016 жылғы 1 ақпандағы № 34 қаулысымен бекітілді\n\n"
    text = HEAD + signed + stamp + "      1. Мысал бар.\n\n      {}\n"
    assert faults(act(text.format("(Мамандар: Б. Ойдан, В. Ойдан)")), "cut-off") == []
    assert [told for _, told in faults(act(text.format("Мысал (бір")), "cut-off")] != []


ENDINGS = (
    ("{rows}", ["Ойдан А. – төраға", "Ойынов Б. – хатшы"], []),
    ("{rows}", ["Бірінші мектеп.", "Екінші мек"], ["no end of a sentence"]),
    ("{rows}", ["1. Мысал бар.", "Барлығы: 34300"], []),
    ("{rows}", ["1. Мысал бар.", "(Мамандар: Б. Ойдан", "В. Ойдан)"], []),
    ("Мектептер тізбесі\n\n{rows}", ["Ескерту. Тізбе алып тасталды."], []),
    ("Мектептер тізбесі\n\n{rows}", [], ["nothing follows"]),
    ("Жұмыстар тізбесі\n\n| Атауы | Орын |\n| - | - |\n{rows}", ["| Бақ егу | 12 |"], []),
    (
        "Штат саны\n\n| Лауазымы | Штат саны |\n| - | - |\n{rows}",
        ["| Басшы | 1 |"],
        ["a table without its total"],
    ),
    (
        "Штат саны\n\n| Лауазымы | Штат саны |\n| - | - |\n{rows}",
        ["| Барлығы | 3 |", "| Басшы | 1 |"],
        [],
    ),
)


@pytest.mark.parametrize(("outline", "rows", "told"), ENDINGS)
def test_what_only_looks_as_if_the_text_broke_off_is_no_fault(
    outline: str, rows: list[str], told: list[str]
) -> None:
    signed = "1. Тізбе бекітілсін.\n\nОблыс әкімі А. Ойдан\n\n"
    stamp = "Облыс әкімдігінің 2021 жылғы 5 наурыздағы № 77 қаулысына 1-қосымша\n\n"
    between = "\n" if "|" in outline else "\n\n"
    text = HEAD + signed + stamp + outline.format(rows=between.join(rows)) + "\n"
    document = read_act(Source("act.md", text, ""), SIDE)
    assert [detail for _, detail in faults(document, "cut-off")] == told


def test_an_act_without_signature_is_cut_off() -> None:
    document = act(HEAD + "      1. Ереже бекітілсін.\n")
    assert faults(document, "cut-off") == [("point_1", "no signature")]


@pytest.mark.parametrize(
    "text",
    [
        "Сүт, нан, май.\n",
        "Тізім\n\n      1. Сүт.\n      2. Нан.\n",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n",
        ". . .\n",
    ],
)
def test_text_without_requisites_or_enacting_words_is_no_act(text: str) -> None:
    with pytest.raises(NotAnActError, match="ҚАУЛЫ ЕТЕДІ") as caught:
        act("\n  " + text)
    place = caught.value.place
    assert isinstance(place, TextPlace)
    assert (place.line, place.column) == (2, 3)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 64_000), st.integers(1, 400))
def test_a_hole_anywhere_in_an_act_breaks_nothing(start: int, length: int) -> None:
    text = source_act(SERVICE).source.text
    start %= len(text)
    holed = text[:start] + text[start + length :]
    document = act(holed)
    assert len(set(eids(document))) == len(eids(document))
    for one in document.walk():
        read = "".join(document.source.quote(p) for p in one.text.ranges(document.source))
        placed = zip(one.text.string, one.text.places, strict=True)
        assert bare(read) == bare("".join(a for a, place in placed if place != NOWHERE))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_acts_nobody_has_seen_are_read_or_refused(language: str) -> None:
    folder = CORPUS / language
    if not folder.is_dir():
        pytest.skip(f"the corpus is not beside this checkout: {folder}")
    for path in sorted(folder.glob("*.md")):
        try:
            document = read_act(read_source(path), read_side(path))
        except ShezhireError as error:  # pragma: no cover
            pytest.fail(f"{path.name}: {error}")
        assert any(one.kind is ProvisionKind.POINT for one in document.walk()), path.name
        assert len(set(eids(document))) == len(eids(document)), path.name
