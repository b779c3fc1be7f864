"""One body across acts: languages, renamings, and what people decided of two entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from telling import slugs_in, tell

from graph.dataset import make_record
from graph.model import ActClaims, Certainty, Evidence, Range, Statement
from graph.names import read_name
from graph.register import Decision, Register, Resolution
from ontology import BASE, ORG, SHZ, SKOSXL

ISSUER = {"kk": "Қазақстан Республикасының Үкіметі", "ru": "Правительство Республики Казахстан"}
KK, RU = "«Есеп орталығы» РММ", "РГУ «Центр учета»"
LATER = date(2026, 12, 24)


def act(year: int, *names: str, language: str = "kk", key: str = "", **more: object) -> ActClaims:
    """An act of the Government that names these bodies, one in each clause."""
    key = key or f"government-{year}-1-{language}"
    clauses = [[name] for name in names]
    issuer, day = ISSUER[language], date(year, 5, 6)
    return tell(clauses, language, key=key, issuer=issuer, day=day, **more)


def resolved(*acts: ActClaims, decisions: tuple[Decision, ...] = ()) -> Resolution:
    return Register(decisions=decisions).resolve(acts)


# ------------------------------------------------------------------ languages


def test_acts_in_one_language_each_mean_the_body_that_a_later_act_names_in_both() -> None:
    first, second = act(2015, KK), act(2016, RU, language="ru")
    both = [act(2020, name, language=lang, key="both") for lang, name in (("kk", KK), ("ru", RU))]
    told = resolved(first, second, *both)
    assert slugs_in(told, first) == slugs_in(told, second) == ["esep-ortalygy"]
    assert told.doubts == ()


def test_what_acts_tell_differently_links_nothing() -> None:
    other = "РГУ «Центр обзоров»"
    acts = [act(2015, KK), act(2016, RU, language="ru"), act(2017, other, language="ru")]
    for number, name in enumerate((RU, other)):
        key = f"both-{number}"
        acts += [act(2020, KK, key=key), act(2020, name, language="ru", key=key)]
    told = resolved(*acts)
    assert len({slug for one in acts[:3] for slug in slugs_in(told, one)}) == 3


# ------------------------------------------------------------------ renamings


def test_a_name_used_before_its_renaming_is_read_is_no_second_body() -> None:
    early = act(2015, "«Көктем» орталығы")
    order = act(2018, renamings=[("«Арман» орталығы", "«Көктем» орталығы")])
    late = act(2019, "«Арман» орталығы")
    told = resolved(late, order, early)
    assert slugs_in(told, early) == slugs_in(told, late)


def test_a_chain_of_renamings_leads_from_the_first_name_to_the_last() -> None:
    acts = [
        act(2010, "«Арман» орталығы"),
        act(2012, renamings=[("«Арман» орталығы", "«Көктем» орталығы")]),
        act(2014, renamings=[("«Көктем» орталығы", "«Самал» орталығы")]),
        act(2016, "«Самал» орталығы"),
    ]
    for order in permutations(acts):
        told = resolved(*order)
        assert slugs_in(told, acts[0]) == slugs_in(told, acts[3]) == ["arman-ortalygy"]


def test_a_name_that_passes_from_one_body_to_another_melts_nothing() -> None:
    names = ["«Арман» орталығы", "«Көктем» орталығы"]
    before = act(2010, *names)
    order = act(2012, renamings=[(names[0], names[1]), (names[1], "«Самал» орталығы")])
    told = resolved(before, order)
    assert len(set(slugs_in(told, before))) == 2


# ------------------------------------------------------------------ what is not certain


def test_a_name_without_a_place_that_may_mean_two_bodies_is_doubted() -> None:
    rows = [f"{place} облысының «Дарын» орталығы" for place in ("Ақтөбе", "Атырау")]
    told = resolved(act(2015, *rows), act(2016, "«Дарын» орталығы"))
    assert [doubt.kind for doubt in told.doubts] == ["unplaced", "unplaced"]


def test_names_that_differ_in_a_number_are_not_doubted() -> None:
    names = [f"«№ {number} облыстық дарынды балалар мектебі»" for number in (8, 18)]
    assert resolved(act(2015, *names)).doubts == ()


# ------------------------------------------------------------------ decisions


ONE, OTHER = "balalar-kukygyn-korgau-ortalygy", "balalardyn-kukygyn-korgau-ortalygy"
SPELT = ("Балалар құқығын қорғау орталығы", "Балалардың құқығын қорғау орталығы")


def decision(verdict: str, one: str, other: str, day: date = LATER) -> Decision:
    return Decision(verdict, one, other, "А. Тексеруші", day, "себеп")


def test_a_merge_leaves_what_was_held_before_it() -> None:
    held = act(2015, *SPELT)
    told = resolved(held, decisions=(decision("merge", ONE, OTHER),))
    assert slugs_in(told, held) == [ONE, ONE]
    (before,) = told.earlier
    assert before.until == LATER
    assert sorted(before.by_act[held.act.key].values())[:2] == [ONE, OTHER]
    assert told.doubts == ()
    assert [(doubt.one, doubt.other) for doubt in told.settled] == [(ONE, OTHER)]


def test_a_later_decision_on_the_same_two_overrules() -> None:
    held = act(2015, *SPELT)
    undone = decision("distinct", OTHER, ONE, date(2027, 1, 5))
    told = resolved(held, decisions=(undone, decision("merge", ONE, OTHER)))
    assert slugs_in(told, held) == [ONE, OTHER]
    assert told.merged == {}
    assert [one.until for one in told.earlier] == [LATER, date(2027, 1, 5)]


def test_merges_add_up_and_a_ring_of_them_ends() -> None:
    held = act(2015, "«Арман» орталығы", "«Көктем» орталығы", "«Самал» орталығы")
    one, two, three = "arman-ortalygy", "koktem-ortalygy", "samal-ortalygy"
    ring = [decision("merge", *pair) for pair in ((one, two), (two, three), (three, one))]
    told = resolved(held, decisions=tuple(ring))
    assert slugs_in(told, held) == [one] * 3


def test_units_of_one_name_in_merged_bodies_are_merged() -> None:
    held = act(2015, *SPELT)
    places = (Range(90, 91), Range(92, 93))
    for claim, where in zip(list(held.claims), places, strict=True):
        named = read_name("Есеп бөлімі", "kk", (where,))
        unit = replace(named, within=claim.subject, nature="unit")
        held.claims.append(replace(claim, subject=unit, predicate=ORG.unitOf, object=claim.subject))
    apart = slugs_in(resolved(held), held)
    assert apart[2:] == ["esep-bolimi", "esep-bolimi-2"]
    told = resolved(held, decisions=(decision("merge", ONE, OTHER),))
    assert slugs_in(told, held) == [ONE, ONE, "esep-bolimi", "esep-bolimi"]


# ------------------------------------------------------------------ two editions in one record


def named(held: ActClaims, words: str) -> None:
    """The first body of an edition gets a name; both editions count their names from 1."""
    evidence = Evidence("point_0", held.claims[0].evidence.ranges, "name", Certainty.STATED)
    form = ((SKOSXL.literalForm, words),)
    of = (held.claims[0].subject, SHZ.nameForm)
    held.statements.append(Statement("name/point_0-1", SKOSXL.Label, form, evidence, of))


@pytest.fixture
def editions() -> list[ActClaims]:
    acts = [act(2020, name, language=lang, key="both") for lang, name in (("kk", KK), ("ru", RU))]
    for held, name in zip(acts, (KK, RU), strict=True):
        named(held, name)
    return acts


def test_both_editions_keep_their_names(editions: list[ActClaims]) -> None:
    for acts in (editions, editions[::-1]):
        record = make_record(acts, resolved(*acts), BASE)
        assert [record.iris.short(one.node) for one in record.statements] == [
            "name/both/point_0-1",
            "name/both/point_0-1-ru",
        ]


def test_what_both_editions_say_is_one_statement_with_the_words_of_both(
    editions: list[ActClaims],
) -> None:
    for held in editions:
        held.statements.clear()
        event = ((SHZ.created, held.claims[0].subject),)
        evidence = held.claims[0].evidence
        held.statements.append(Statement("event/point_0", SHZ.Establishment, event, evidence))
    record = make_record(editions, resolved(*editions), BASE)
    (only,) = record.statements
    assert only.document is editions[0].document
    assert only.echo is not None
    assert only.echo[0] is editions[1].document


def test_what_the_editions_say_differently_stays_as_the_first_says_it(
    editions: list[ActClaims],
) -> None:
    for held, kind in zip(editions, (SHZ.Renaming, SHZ.Transfer), strict=True):
        held.statements.clear()
        evidence = held.claims[0].evidence
        held.statements.append(Statement("event/point_0", kind, (), evidence))
    record = make_record(editions, resolved(*editions), BASE)
    assert [(one.type, one.echo) for one in record.statements] == [(SHZ.Renaming, None)]
