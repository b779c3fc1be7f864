"""Orders in Kazakh whose rows stand in the columns of a table or in an appendix: who and whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds

AGENCY = "Қазақстан Республикасы Су агенттігі"
SPRING = "«Бұлақ» су орталығы» мемлекеттік мекемесі"
RIVER = f"{AGENCY} «Өзен» мемлекеттік мекемесі"
LAKE = f"{AGENCY}нің «Көл» мемлекеттік мекемесі"
STAMP = (
    "Қазақстан Республикасы\n\nҮкіметінің\n\n2010 жылғы 1 наурыздағы\n\n№ 7 қаулысына\n\nқосымша"
)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "\n</table>"


APPENDICES = [
    # one column for who is handed over, one for who takes over
    ("Мемлекеттік мекемелер осы қаулының қосымшасына сәйкес коммуналдық меншікке берілсін.",
     "## Берілетін мекемелердің тізбесі\n\n"
     + table(("№", "Мекеме", "Орган"), ("1", SPRING, "Талас облысының әкімдігі")),
     "Transfer", {SPRING}, {"Талас облысының әкімдігі"}),
    # an old and a new name
    ("Осы қаулының қосымшасына сәйкес мемлекеттік мекемелер қайта аталсын.",
     table(("№", "Бұрынғы атауы", "Жаңа атауы"), ("1", SPRING, RIVER)),
     "Renaming", {SPRING}, {RIVER}),
    # seats between and behind the names
    ("Осы қаулының қосымшасына сәйкес мемлекеттік мекемелер қайта аталсын.",
     f"1. {SPRING}, Талас қаласы {RIVER}не, Талас қаласы.",
     "Renaming", {SPRING}, {RIVER}),
    # whom the rows join
    (f"Осы қаулының қосымшасында көрсетілген мекемелер оларды {LAKE}не қосу жолымен қайта "
     "ұйымдастырылсын.",
     f"## Қайта ұйымдастырылатын мекемелердің тізбесі\n\n1. {SPRING}, Талас қаласы.",
     "Accession", {SPRING}, {LAKE}),
    # what the heading says goes before what another clause says of the same appendix
    (f"Осы қаулыға қосымшада көрсетілген мекемелер оларды {LAKE}не қосу жолымен қайта "
     "ұйымдастырылсын.",
     f"## Қайта аталатын мекемелердің тізбесі\n\n1. {SPRING} {RIVER}не.",
     "Renaming", {SPRING}, {RIVER}),
]  # fmt: skip


@pytest.mark.parametrize(("order", "listed", "kind", "originals", "results"), APPENDICES)
def test_an_appendix_says_who_and_whom(
    tmp_path: Path, order: str, listed: str, kind: str, originals: set[str], results: set[str]
) -> None:
    read = act(tmp_path, f"1. {order}", after=f"{STAMP}\n\n{listed}")
    assert deeds(read) == [(kind, originals, results)]


def test_rows_under_the_way_of_a_deed_say_who_and_whom(tmp_path: Path) -> None:
    ours = "«Жаңбыр» мемлекеттік мекемесі"
    read = act(
        tmp_path,
        "1. Мыналар:",
        "   1) қосу жолымен:",
        f"      {SPRING}н {LAKE}не;",
        "   2) біріктіру жолымен:",
        f"      {SPRING}, {ours} {LAKE}не (одан әрі - Мекеме);",
        f"      {ours} және {SPRING} {RIVER}не қайта ұйымдастырылсын.",
    )
    assert deeds(read) == [
        ("Accession", {SPRING}, {LAKE}),
        ("Merger", {SPRING, ours}, {LAKE}),
        ("Merger", {SPRING, ours}, {RIVER}),
    ]


def test_a_row_that_begins_with_a_superior_without_its_country_is_a_name(tmp_path: Path) -> None:
    rows = "\n\n".join(
        f"{number}. Су қорғау комитетінің {place} облысы бойынша басқармасы"
        for number, place in enumerate(("Талас", "Іле"), 1)
    )
    heading = "## Құрылатын мемлекеттік мекемелердің тізбесі"
    read = act(tmp_path, "1. Осы қаулы күшіне енеді.", after=f"{STAMP}\n\n{heading}\n\n{rows}")
    assert [(kind, results) for kind, _, results in deeds(read)] == [
        ("Establishment", {"Су қорғау комитетінің Талас облысы бойынша басқармасы"}),
        ("Establishment", {"Су қорғау комитетінің Іле облысы бойынша басқармасы"}),
    ]


def test_bodies_are_merged_into_one_that_is_named_after_them(tmp_path: Path) -> None:
    form = "республикалық мемлекеттік кәсіпорыны"
    read = act(tmp_path, f"1. {LAKE} және {SPRING} оларды «Мұхит» {form}на біріктіру жолымен "
               "қайта ұйымдастырылсын.")  # fmt: skip
    assert [(kind, olds) for kind, olds, _ in deeds(read)] == [("Merger", {LAKE, SPRING})]


UNDER = [
    # items under a row are what it is divided into
    (f"1. {LAKE} мыналарға бөліну жолымен:\n\n1) {SPRING}, Талас қаласы;\n\n"
     f"2) {RIVER}, Талас қаласы.",
     "Division", {LAKE}, {SPRING, RIVER}),
    # a dash, and a pronoun for the bodies before it
    (f"1. {SPRING} мен {RIVER} – оларды {LAKE}не қосу жолымен.",
     "Accession", {SPRING, RIVER}, {LAKE}),
    # one body cannot be merged
    (f"1. {SPRING} {LAKE}не біріктіру жолымен.", "Accession", {SPRING}, {LAKE}),
]  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "originals", "results"), UNDER)
def test_a_row_that_reorganises_says_who_and_whom(
    tmp_path: Path, row: str, kind: str, originals: set[str], results: set[str]
) -> None:
    order = "1. Осы қаулының қосымшасына сәйкес мемлекеттік мекемелер қайта ұйымдастырылсын."
    heading = "## Қайта ұйымдастырылатын мемлекеттік мекемелердің тізбесі"
    read = act(tmp_path, order, after=f"{STAMP}\n\n{heading}\n\n{row}")
    assert deeds(read) == [(kind, originals, results)]


def test_brackets_belong_to_names_that_rows_are_known_to_be(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {AGENCY}нің мемлекеттік мекемелері құрылсын:",
        f'1) "Су жасағы ({AGENCY}нің күзеті)";',
        '2) "Талас алабының (2-дәрежелі) су бөлімі;',
        "3) (алынып тасталды - ҚР Үкіметінің 2006.04.27. N 332 қаулысымен)",
    )
    assert [(kind, results) for kind, _, results in deeds(read)] == [
        ("Establishment", {f"Су жасағы ({AGENCY}нің күзеті)"}),
        ("Establishment", {"Талас алабының (2-дәрежелі) су бөлімі"}),
    ]


ASIDE = [
    (f"{SPRING} мүліктік кешен ретінде коммуналдық меншіктен республикалық меншікке қабылдансын "
     f"және {AGENCY}нің қарамағына берілсін.", "Transfer", {SPRING}, {AGENCY}),
    ("«Бұлақ» су қоры» жабық үлгідегі акционерлік қоғамы таратылсын.",
     "Liquidation", {"«Бұлақ» су қоры» жабық үлгідегі акционерлік қоғамы"}, set()),
    (f"{SPRING} (шаруашылық жүргізу құқығында) {RIVER} болып (бұдан әрі - мекеме) қайта аталсын.",
     "Renaming", {SPRING}, {RIVER}),
]  # fmt: skip


@pytest.mark.parametrize(("order", "kind", "originals", "results"), ASIDE)
def test_words_that_say_in_which_right_are_passed_over(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    assert deeds(act(tmp_path, f"1. {order}")) == [(kind, originals, results)]
