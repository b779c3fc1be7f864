"""Bounds and answers, on acts invented for the test that speak like real ones."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import ActInfo, Amendment, EntryRule, Evidence, When
from graph.time import (
    Bounds,
    BoundValue,
    Chronicle,
    Lack,
    Reason,
    act_bounds,
    answer,
    bounds_history,
    bounds_of,
    kazakhstan_day,
    together,
)
from graph.time.chronicle import Supplied

RECORDED = date(2026, 11, 21)
SPLIT, CHANGE = "oblast-akimat-2025-299", "oblast-akimat-2026-28"


def evidence(clause: str, when: When = When.EFFECT) -> Evidence:
    return Evidence(clause, (), "invented", when=when)


def change(kind: str, target: str, by: str, day: date, rule: str | None) -> Amendment:
    return Amendment(target, kind, by, day, rule, evidence(f"{target or 'act'}__note_1"))


def act(key: str, day: date, entry: EntryRule | None = None) -> ActInfo:
    return ActInfo(key, "resolution", None, day, key.rsplit("-", 1)[-1], "", "kk", entry)


def split_act() -> ActInfo:
    """An act without a rule of entry, all of whose appendices a later act reworded."""
    info = act(SPLIT, date(2025, 12, 26))
    for number in (1, 2):
        note = change("reworded", f"app_{number}", CHANGE, date(2026, 2, 18), "publication-day")
        info.amendments.append(note)
    return info


def service_act() -> ActInfo:
    """An act that waits for publication and another act, reworded once, repealed later."""
    rule = EntryRule(
        "days-after-publication", evidence("point_4"), days=10, not_before="ministry-2015-632"
    )
    info = act("city-akimat-2016-34", date(2016, 2, 4), rule)
    reworded = change("reworded", "app_0", "city-akimat-2018-332", date(2018, 7, 20), None)
    info.amendments.append(reworded)
    gone = change("repealed", "", "city-akimat-2020-55", date(2020, 2, 18), "publication-day")
    info.repealed_by = gone
    return info


def record(*acts: ActInfo, supplied: tuple[Supplied, ...] = ()) -> Chronicle:
    infos = {info.key: info for info in acts}
    return Chronicle(infos, dict.fromkeys(infos, RECORDED), supplied)


def at(bounds: Bounds, *days: str) -> list[str]:
    return [answer(bounds, date.fromisoformat(day)).value for day in days]


def test_act_without_rule_of_entry_is_no_before_its_date_and_yes_from_its_amendment() -> None:
    bounds = act_bounds(split_act(), record(split_act()))
    days = ("2025-12-25", "2025-12-26", "2026-02-17", "2026-02-18", "2030-01-01")
    assert at(bounds, *days) == ["no", "not-known", "not-known", "yes", "yes"]
    assert answer(bounds, date(2026, 1, 1)).bound == BoundValue(
        date(2026, 2, 18),
        Reason.LATER_ACT,
        SPLIT,
        "app_1__note_1",
        missing=SPLIT,
        lacks=Lack.ENTRY_RULE,
    )


def test_a_transfer_is_known_of_neither_side_until_the_act_that_presupposes_it() -> None:
    info = split_act()
    held = record(info)
    before = bounds_of(evidence("point_2__indent_1", When.UNTIL_EFFECT), info, held)
    after = bounds_of(evidence("point_2__indent_1"), info, held)
    days = ("2025-12-24", "2025-12-25", "2025-12-26", "2026-02-17", "2026-02-18")
    assert at(before, *days) == ["not-known", "yes", "not-known", "not-known", "no"]
    assert at(after, *days) == ["no", "no", "not-known", "not-known", "yes"]


def test_what_a_list_said_before_it_was_reworded_is_not_known() -> None:
    info = split_act()
    bounds = bounds_of(evidence("app_1__point_24__item_66"), info, record(info))
    assert at(bounds, "2026-01-01", "2026-02-18", "2026-11-20") == ["not-known"] * 3
    assert at(bounds, "2026-11-21") == ["yes"]
    early = answer(bounds, date(2026, 1, 1))
    assert (early.missing, early.bound and early.bound.lacks) == (SPLIT, Lack.EARLIER_EDITION)
    late = answer(bounds, date(2026, 3, 1))
    assert (late.missing, late.bound and late.bound.lacks) == (CHANGE, Lack.PUBLICATION_DATE)


def test_a_reworded_part_does_not_hold_another_part_whose_number_begins_alike() -> None:
    info = split_act()
    bounds = bounds_of(evidence("app_12__point_1"), info, record(info))
    assert bounds.starts_not_before
    assert bounds.starts_not_before.day == date(2025, 12, 26)


def test_a_name_proves_its_superior_for_the_eve_of_the_wording() -> None:
    info = split_act()
    bounds = bounds_of(evidence("app_1__point_24__item_1", When.PRESUPPOSED), info, record(info))
    assert at(bounds, "2026-02-16", "2026-02-17", "2030-01-01") == ["not-known", "yes", "yes"]


def test_a_repealed_act_runs_from_its_amendment_to_the_date_of_the_repeal() -> None:
    info = service_act()
    bounds = act_bounds(info, record(info))
    days = ("2016-02-03", "2016-02-04", "2018-07-19", "2018-07-20", "2020-02-17")
    assert at(bounds, *days) == ["no", "not-known", "not-known", "yes", "yes"]
    assert at(bounds, "2020-02-18", "2026-11-20", "2026-11-21") == ["not-known"] * 2 + ["no"]
    ending = answer(bounds, date(2021, 1, 1))
    assert (ending.missing, ending.clause) == (
        "city-akimat-2020-55",
        ("city-akimat-2016-34", "act__note_1"),
    )


def test_a_procedure_is_not_known_before_its_wording_took_effect() -> None:
    info = service_act()
    bounds = bounds_of(evidence("app_0__point_8__item_1"), info, record(info))
    days = ("2015-01-01", "2017-01-01", "2019-01-01", "2020-03-01", "2026-11-21")
    assert at(bounds, *days) == ["not-known"] * 4 + ["no"]


def test_what_a_thing_is_has_no_period() -> None:
    info = split_act()
    bounds = bounds_of(evidence("title", When.ALWAYS), info, record(info))
    assert at(bounds, "1850-01-01", "2300-01-01") == ["yes", "yes"]


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        (EntryRule("signature-day", evidence("point_5")), date(2025, 12, 26)),
        (EntryRule("adoption-day", evidence("point_5")), date(2025, 12, 26)),
        (EntryRule("registration-day", evidence("point_5")), date(2026, 1, 5)),
        (
            EntryRule("registration-day", evidence("point_5"), from_day=date(2026, 7, 1)),
            date(2026, 7, 1),
        ),
        (
            EntryRule("publication-day", evidence("point_5"), from_day=date(2026, 1, 1)),
            date(2026, 1, 9),
        ),
        (EntryRule("fixed-day", evidence("point_5"), day=date(2026, 3, 1)), date(2026, 3, 1)),
        (EntryRule("publication-day", evidence("point_5")), date(2026, 1, 9)),
        (EntryRule("days-after-publication", evidence("point_5"), days=10), date(2026, 1, 20)),
    ],
)
def test_a_rule_whose_dates_are_held_gives_one_day(rule: EntryRule, first: date) -> None:
    published = Supplied("publication", SPLIT, date(2026, 1, 9), RECORDED)
    info = replace(split_act(), entry=rule, registered=date(2026, 1, 5))
    bounds = act_bounds(info, record(info, supplied=(published,)))
    assert [bound.day for _, bound in bounds.items()] == [first, first]


def test_a_day_before_which_an_act_does_not_hold_is_held_without_the_other() -> None:
    rule = EntryRule("publication-day", evidence("point_5"), from_day=date(2026, 2, 1))
    info = act(SPLIT, date(2025, 12, 26), rule)
    bounds = act_bounds(info, record(info))
    assert at(bounds, "2026-01-31", "2026-02-01") == ["no", "not-known"]
    registered = replace(info, entry=EntryRule("registration-day", evidence("point_5")))
    assert at(act_bounds(registered, record(registered)), "2025-12-26") == ["not-known"]


def test_an_act_that_waits_for_another_needs_both_dates() -> None:
    info = service_act()
    published = Supplied("publication", info.key, date(2016, 3, 20), RECORDED)
    one = act_bounds(info, record(info, supplied=(published,)))
    assert at(one, "2016-03-30", "2016-04-01") == ["no", "not-known"]
    assert answer(one, date(2016, 4, 1)).missing == "ministry-2015-632"
    awaited = Supplied("effect", "ministry-2015-632", date(2016, 1, 1), RECORDED)
    both = act_bounds(info, record(info, supplied=(published, awaited)))
    assert at(both, "2016-03-30", "2016-03-31") == ["no", "yes"]


def test_two_acts_that_wait_for_each_other_end_in_not_known() -> None:
    first = act("a-2020-1", date(2020, 1, 1))
    second = act("a-2020-2", date(2020, 1, 2))
    first.entry = EntryRule("signature-day", evidence("point_2"), not_before=second.key)
    second.entry = EntryRule("signature-day", evidence("point_2"), not_before=first.key)
    bounds = act_bounds(first, record(first, second))
    assert at(bounds, "2020-06-01") == ["not-known"]


def test_a_supplied_date_narrows_from_the_day_it_was_recorded() -> None:
    info = split_act()
    later = Supplied("publication", CHANGE, date(2026, 2, 25), date(2026, 12, 1))
    held = record(info, supplied=(later,))
    history = bounds_history(evidence("app_1__point_8"), info, held)
    assert [since for since, _ in history] == [RECORDED, date(2026, 12, 1)]
    old, new = (bounds for _, bounds in history)
    assert at(old, "2026-02-25") == ["not-known"]
    assert at(new, "2026-02-24", "2026-02-25") == ["not-known", "yes"]
    assert old == bounds_of(evidence("app_1__point_8"), info, held.known(RECORDED))


def test_a_part_that_was_added_is_no_before_the_act_that_added_it() -> None:
    info = act(SPLIT, date(2025, 12, 26))
    info.amendments.append(change("added", "point_3~2", CHANGE, date(2026, 2, 18), "signature-day"))
    bounds = bounds_of(evidence("point_3~2"), info, record(info))
    assert at(bounds, "2026-02-17", "2026-02-18") == ["no", "yes"]


def test_a_repealed_part_ends_and_the_rest_of_the_act_goes_on() -> None:
    info = act(SPLIT, date(2025, 12, 26))
    day = date(2026, 2, 18)
    info.amendments.append(change("repealed", "point_3", CHANGE, day, "signature-day"))
    held = record(info)
    assert at(bounds_of(evidence("point_3__item_2"), info, held), "2026-02-18") == ["no"]
    assert at(act_bounds(info, held), "2026-02-18") == ["yes"]


def test_one_yes_outweighs_what_other_claims_do_not_know() -> None:
    info = split_act()
    held = record(info)
    name = bounds_of(evidence("point_2", When.PRESUPPOSED), info, held)
    listed = bounds_of(evidence("app_1__point_24"), info, held)
    day = date(2026, 3, 1)
    assert together([answer(listed, day), answer(name, day)]).value == "yes"
    assert together([answer(listed, day)]).value == "not-known"
    assert together([]).value == "not-known"


def test_a_day_is_counted_in_kazakhstan() -> None:
    assert kazakhstan_day(datetime(2026, 2, 17, 19, 0, tzinfo=UTC)) == date(2026, 2, 18)


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
WHENS = st.sampled_from([When.EFFECT, When.PRESUPPOSED, When.UNTIL_EFFECT])
RULES = st.sampled_from(["signature-day", "publication-day", "days-after-publication", None])
CLAUSES = st.sampled_from(["point_1", "app_1__point_3", "app_2"])


@st.composite
def histories(draw: st.DrawFn) -> tuple[ActInfo, Chronicle]:
    """An act with changes in order of time, recorded after all of them."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=4)))
    info = act("a-1", days[0])
    kinds = st.sampled_from(["reworded", "added", "amended"])
    targets = st.sampled_from(["app_1", "app_2", "point_1", ""])
    for number, day in enumerate(days[1:]):
        key = f"b-{number}"
        info.amendments.append(change(draw(kinds), draw(targets), key, day, draw(RULES)))
    if draw(st.booleans()):
        info.repealed_by = change("repealed", "", "c", days[-1], draw(RULES))
    rule = draw(RULES)
    info.entry = EntryRule(rule, evidence("point_9"), days=10) if rule else None
    seen = days[-1] + timedelta(days=draw(st.integers(1, 900)))
    return info, Chronicle({info.key: info}, {info.key: seen})


@given(histories(), CLAUSES, WHENS)
def test_no_bound_is_crossed_by_the_bound_after_it(
    held: tuple[ActInfo, Chronicle], clause: str, when: When
) -> None:
    bounds = bounds_of(evidence(clause, when), *held)
    days = {name: bound.day for name, bound in bounds.items() if bound.day}
    for first, second in (("startsNotBefore", "startsNotAfter"), ("endsNotBefore", "endsNotAfter")):
        assert days.get(first, date.min) <= days.get(second, date.max)


def fits(new: Bounds, old: Bounds) -> bool:
    """Whether each bound of `new` lies within `old`: a supplied date may also contradict."""
    was = {name: bound.day for name, bound in old.items() if bound.day}
    now = {name: bound.day for name, bound in new.items() if bound.day}
    pairs = (("startsNotBefore", "startsNotAfter"), ("endsNotBefore", "endsNotAfter"))
    return all(
        was.get(low, date.min) <= now.get(name, date.max) <= was.get(high, date.max)
        for low, high in pairs
        for name in (low, high)
        if name in now
    )


@given(histories(), CLAUSES, WHENS, DAYS, st.integers(0, 30))
def test_a_publication_date_that_fits_never_widens_what_is_known(
    held: tuple[ActInfo, Chronicle], clause: str, when: When, day: date, wait: int
) -> None:
    info, chronicle = held
    days = {info.key: info.day, **{c.by: c.day for c in info.amendments}}
    old = bounds_of(evidence(clause, when), info, chronicle)
    for key, dated in days.items():
        published = Supplied("publication", key, dated + timedelta(days=wait), dated)
        new = bounds_of(evidence(clause, when), info, replace(chronicle, supplied=(published,)))
        if fits(new, old):
            assert answer(old, day).value in ("not-known", answer(new, day).value)
