"""What a careful lawyer finds in the two acts, and what is kept apart from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.act import read_act
from graph.claims import read_claims
from graph.dataset import Record, make_record
from graph.findings import SEVERITIES, find, messages
from graph.formats import read_side, read_source
from graph.model import Finding
from graph.register import Register
from ontology import BASE

ACTS = Path(__file__).parent.parent / "graph" / "acts"


@pytest.fixture(scope="module")
def two_acts() -> Record:
    acts = [
        read_claims(read_act(read_source(path), read_side(path)))
        for path in sorted(ACTS.glob("*.txt"))
    ]
    return make_record(acts, Register.load(None).resolve(acts), BASE)


@pytest.fixture(scope="module")
def findings(two_acts: Record) -> list[Finding]:
    return find(two_acts)


def of(findings: list[Finding], rule: str) -> list[Finding]:
    return [one for one in findings if one.rule == rule]


@pytest.mark.parametrize(
    ("rule", "clauses"),
    [
        ("number-repeated", ["point_4~2"]),
        ("stamp-blank", ["app_1__stamp", "app_2__stamp", "app_3__stamp", "app_4__stamp"]),
        ("stamp-year", ["app_1__stamp", "app_2__stamp", "app_3__stamp", "app_4__stamp"]),
        ("attachment-missing", ["point_3__item_3"]),
        ("succession-instrument-missing", ["point_4~2"]),
        ("legal-form-missing", ["app_1__point_3", "app_2__point_3"]),
        ("object-missing", ["app_2__point_17__item_4"]),
        ("opening-quote-missing", ["point_3__item_2"]),
        ("misspelling", ["app_1__point_24__item_70", "app_2__point_13__item_1__para_13"]),
        ("term-undefined", ["point_4__item_1"]),
        ("wrong-chapter", ["app_1__point_24"]),
        ("attachment-empty", ["app_0__app_1__heading", "app_0__app_2__heading"]),
        ("branch-without-output", ["app_0__point_8__item_6"]),
        ("entry-missing", ["requisites"]),
        ("spelling-variants", ["app_1__point_24__item_13"]),
    ],
)
def test_a_careful_lawyer_finds_it(findings: list[Finding], rule: str, clauses: list[str]) -> None:
    assert sorted(one.spans[0][1] for one in of(findings, rule)) == clauses


def test_items_66_to_68_stand_in_the_list_of_one_and_under_another(
    findings: list[Finding],
) -> None:
    competing = of(findings, "superior-competing")
    assert [one.spans[1][1] for one in competing] == [
        f"app_1__point_24__item_{n}" for n in (66, 67, 68)
    ]
    assert {one.severity for one in competing} == {"Contradiction"}
    assert all(len(one.subjects) == 3 for one in competing)


def test_27_enterprises_stand_under_a_heading_of_institutions(findings: list[Finding]) -> None:
    (mismatch,) = of(findings, "list-form-mismatch")
    assert len(mismatch.spans) == 1 + 27  # the heading itself, and the items that do not fit it
    assert mismatch.spans[0][1] == "app_1__point_24"


def test_four_names_lack_their_inner_quotes(findings: list[Finding]) -> None:
    (bare,) = of(findings, "inner-quotes-missing")
    assert [clause.rpartition("_")[2] for _, clause, _ in bare.spans] == ["42", "51", "53", "54"]


def test_three_duties_are_held_by_two_bodies_word_for_word(findings: list[Finding]) -> None:
    shared = of(findings, "competence-shared")
    assert len(shared) == 3
    assert all(len(one.subjects) == 2 for one in shared)


def test_dates_that_hang_on_a_publication_are_named(findings: list[Finding]) -> None:
    named = [dict(one.messages)["en"] for one in of(findings, "publication-date-missing")]
    assert [next(w for w in ("№ 28", "№ 34", "№ 55") if w in one) for one in sorted(named)] == [
        "№ 28",
        "№ 34",
        "№ 55",
    ]


def test_no_path_takes_the_minutes_of_all_rows(findings: list[Finding]) -> None:
    (times,) = of(findings, "path-times")
    assert "10, 16" in dict(times.messages)["en"]
    assert "20" in dict(times.messages)["en"]


def test_boilerplate_is_told_once_and_last(findings: list[Finding]) -> None:
    kinds = Counter(one.rule for one in findings if one.boilerplate)
    assert kinds["boilerplate-shared"] == 1
    notices = [one for one in findings if one.severity == "Notice"]
    first = next(n for n, one in enumerate(notices) if one.boilerplate)
    assert all(one.boilerplate for one in notices[first:])


def test_findings_come_gravest_first(findings: list[Finding]) -> None:
    ranks = [SEVERITIES.index(one.severity) for one in findings]
    assert ranks == sorted(ranks)


def test_every_finding_quotes_words_of_a_file(findings: list[Finding], two_acts: Record) -> None:
    sources = {held.act.key: held.document.source for held in two_acts.acts}
    for one in findings:
        assert one.spans, one.rule
        for act, _, ranges in one.spans:
            assert all(sources[act].quote(part).strip() for part in ranges), one.rule


@pytest.mark.parametrize("rule", sorted(messages()))
def test_a_rule_has_a_severity_and_three_languages(rule: str) -> None:
    text = messages()[rule]
    assert text["severity"] in SEVERITIES
    assert all(text[lang].strip() for lang in ("kk", "ru", "en"))


def test_messages_are_filled_in(findings: list[Finding]) -> None:
    for one in findings:
        for lang, words in one.messages:
            assert "{" not in words, (one.rule, lang)


EDITION = """"Мысал басқармасы" туралы

Ақмола облысы әкімдігінің 2024 жылғы 5 наурыздағы № 7 қаулысы
      Ақмола облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Мысал ретінде {words} мемлекеттік мекемесі таратылсын.
      1. Екінші рет басылған нөмір.
      Облыс әкімі А. Мысалов
"""


def test_each_edition_of_an_act_is_quoted_from_its_own_file(tmp_path: Path) -> None:
    acts = []
    for name, words in (("one", '"Бір мекеме"'), ("two", '"Ұзынырақ атауы бар екінші мекеме"')):
        path = tmp_path / f"{name}.txt"
        path.write_text(EDITION.format(words=words), encoding="utf-8")
        path.with_suffix(".yaml").write_text('recorded: "2026-11-21"\nlanguage: "kk"\n', "utf-8")
        acts.append(read_claims(read_act(read_source(path), read_side(path))))
    record = make_record(acts, Register.load(None).resolve(acts), BASE)
    repeated = of(find(record), "number-repeated")
    assert sorted(one.edition for one in repeated) == [0, 1]
    editions = record.editions()
    for one in repeated:
        ((act, _, ranges),) = one.spans
        source = editions[one.edition][act].document.source
        assert "Екінші рет басылған нөмір" in "".join(source.quote(part) for part in ranges)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_limits_that_do_not_add_up_to_their_printed_total_are_found(language: str) -> None:
    path = Path(__file__).parent / "golden" / "wording" / "acts" / language / "staff.md"
    acts = [read_claims(read_act(read_source(path), read_side(path)))]
    found = find(make_record(acts, Register.load(None).resolve(acts), BASE))
    (hit,) = of(found, "total-mismatch")
    assert hit.spans[0][1] == "app_1__table_1__row_5"
    assert "76" in dict(hit.messages)["ru"]
    assert "75" in dict(hit.messages)["ru"]


@pytest.mark.parametrize("name", ["rules-old", "staff"])
def test_a_title_in_another_case_is_the_same_title(name: str) -> None:
    path = Path(__file__).parent / "golden" / "wording" / "acts" / "ru" / f"{name}.md"
    acts = [read_claims(read_act(read_source(path), read_side(path)))]
    found = find(make_record(acts, Register.load(None).resolve(acts), BASE))
    assert of(found, "title-mismatch") == []
