"""Histories through several acts: all acts here are invented, varied from real ones."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from itertools import combinations
from pathlib import Path

import httpx
import pytest
from patching import covered, hierarchy_of, patched, record_of
from telling import INVENTED

from graph.build import build
from graph.cli.asking import searched
from graph.hierarchy import Hierarchy
from graph.hierarchy.diff import diff
from graph.hierarchy.lineage import events_of, lineage_of
from graph.hierarchy.naming import names_of
from graph.store import open_generation

RECORDED = '"2026-11-21"'
NOW = date(2026, 11, 21)
ARTS = '"Батыс Қазақстан облысының өнер басқармасы" мемлекеттік мекемесі'
CULTURE = '"Батыс Қазақстан облысының мәдениет басқармасы" мемлекеттік мекемесі'
HERITAGE = '"Батыс Қазақстан облысының мұра басқармасы" мемлекеттік мекемесі'
ARCHIVES = '"Батыс Қазақстан облысының архив басқармасы" мемлекеттік мекемесі'
SPORT = '"Батыс Қазақстан облысының спорт басқармасы" мемлекеттік мекемесі'
YOUTH = '"Батыс Қазақстан облысының жастар басқармасы" мемлекеттік мекемесі'
BOTH = '"Батыс Қазақстан облысының спорт және жастар басқармасы" мемлекеттік мекемесі'
#: Invented: year, day in words, number, what is ordered.
ORDERS = (
    ("2012 жылғы 10 қаңтардағы", "1", f"{ARTS} құрылсын."),
    ("2014 жылғы 11 наурыздағы", "2", f"{ARTS} {CULTURE} болып қайта аталсын."),
    ("2017 жылғы 12 мамырдағы", "3", f"{CULTURE} {HERITAGE} болып қайта аталсын."),
    (
        "2019 жылғы 13 шілдедегі",
        "4",
        f"{ARCHIVES[:-2]}сін {HERITAGE}не қосу жолымен қайта ұйымдастырылсын.",
    ),
    (
        "2021 жылғы 14 қыркүйектегі",
        "5",
        f"{SPORT} және {YOUTH} біріктіру жолымен {BOTH} болып қайта ұйымдастырылсын.",
    ),
)
GOES_ON = {"kk": "Жалғасы: ", "ru": "Продолжается в: ", "en": "Goes on in: "}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five invented acts."""
    folder = tmp_path_factory.mktemp("chain")
    for day, number, order in ORDERS:
        path = folder / f"chain-{number}.kk.txt"
        title = "Мемлекеттік мекемелер"
        path.write_text(INVENTED.format(title=title, day=day, number=number, order=order), "utf-8")
        side = f'recorded: {RECORDED}   # invented for a test\nlanguage: "kk"\n'
        path.with_suffix(".yaml").write_text(side, "utf-8")
    return folder


@pytest.fixture(scope="module")
def chain(folder: Path) -> Hierarchy:
    """The same, built as any acts are."""
    report = build([folder], folder / "out")
    assert report.complete
    held = open_generation(folder / "out")
    return Hierarchy.load(held, held.manifest.base, held.manifest.as_of, held.dump())


def find(hierarchy: Hierarchy, words: str) -> str:
    """The only body whose name, in any form on record, has these words."""
    moment = hierarchy.at(NOW)
    (found,) = (
        iri
        for iri, nature in hierarchy.natures.items()
        if nature == "body"
        and any(f" {words} басқармасы" in n.words for n in names_of(moment, iri))
    )
    return found


def test_a_chain_of_two_renamings_leads_from_the_first_name_to_the_last(chain: Hierarchy) -> None:
    assert find(chain, "өнер") == find(chain, "мәдениет") == find(chain, "мұра")
    body = find(chain, "өнер")
    names = {2013: "өнер", 2015: "мәдениет", 2018: "мұра", 2026: "мұра"}
    for year, word in names.items():
        moment = chain.at(date(year, 6, 1))
        assert moment.body(body).name() == f"Батыс Қазақстан облысының {word} басқармасы"


def test_one_history_has_all_four_changes_in_order_of_time(chain: Hierarchy) -> None:
    events = events_of(chain.at(NOW), find(chain, "өнер"))
    assert [event.kind for event in events] == [
        "Establishment",
        "Renaming",
        "Renaming",
        "Accession",
    ]
    assert [event.days for event in events] == [
        (day, day)
        for day in (
            date(2012, 1, 10),
            date(2014, 3, 11),
            date(2017, 5, 12),
            date(2019, 7, 13),
        )
    ]
    acts = [event.ordered_by.split("/")[-2] for event in events]
    assert len(set(acts)) == 4


def test_an_accession_ends_the_one_and_leaves_the_other(chain: Hierarchy) -> None:
    archives, heritage = find(chain, "архив"), find(chain, "мұра")
    (event,) = events_of(chain.at(NOW), archives)
    assert event.kind == "Accession"
    assert event.roles == {"survivor": (heritage,), "ended": (archives,)}
    before, after = chain.at(date(2019, 7, 12)), chain.at(date(2019, 7, 13))
    assert [m.body(archives).answer.value for m in (before, after)] == ["yes", "no"]
    assert [m.body(heritage).answer.value for m in (before, after)] == ["yes", "yes"]
    assert heritage in lineage_of(chain.at(NOW), archives).kin


def test_a_merger_ends_both_and_makes_one(chain: Hierarchy) -> None:
    made = find(chain, "спорт және жастар")
    merged = {find(chain, "облысының спорт"), find(chain, "облысының жастар")}
    (event,) = events_of(chain.at(NOW), made)
    assert event.kind == "Merger"
    assert (event.roles["created"], set(event.roles["ended"])) == ((made,), merged)
    before, after = chain.at(date(2021, 9, 13)), chain.at(date(2021, 9, 14))
    assert (before.body(made).answer.value, after.body(made).answer.value) == ("no", "yes")
    assert {after.body(one).answer.value for one in merged} == {"no"}
    for one in merged:
        assert made in lineage_of(chain.at(NOW), one).kin


def test_the_diff_tells_each_change_with_its_own_clause(chain: Hierarchy) -> None:
    found = diff(chain.at(date(2011, 1, 1)), chain.at(NOW))
    assert found.counts["new"] == 2
    for first, last, kinds in (
        (date(2014, 3, 10), date(2014, 3, 11), ["renamed"]),
        (date(2014, 1, 1), date(2018, 1, 1), ["renamed"]),
        (date(2019, 7, 12), date(2019, 7, 13), ["ended"]),
        (date(2021, 9, 13), date(2021, 9, 14), ["new", "ended", "ended"]),
    ):
        found = diff(chain.at(first), chain.at(last))
        assert [change.kind for change in found.changes] == kinds
        assert {change.status for change in found.changes} == {"yes"}
        assert not any(change.unexplained for change in found.changes)
    for last, word in ((date(2014, 3, 11), "мәдениет"), (date(2018, 1, 1), "мұра")):
        (renamed,) = diff(chain.at(date(2014, 3, 10)), chain.at(last)).changes
        assert (renamed.before or "").count("өнер") == 1
        assert (renamed.after or "").count(word) == 1


def test_a_name_ends_with_the_renaming_that_a_later_act_orders(chain: Hierarchy) -> None:
    body = find(chain, "өнер")
    held = {2013: "өнер", 2015: "мәдениет", 2018: "мұра"}
    for year, word in held.items():
        forms = names_of(chain.at(date(year, 6, 1)), body)
        own = {form.words for form in forms if form.kind == "own" and form.answer.value == "yes"}
        assert own == {f"Батыс Қазақстан облысының {word} басқармасы"}
    ended = {form.words: form.answer.value for form in names_of(chain.at(NOW), body)}
    assert ended["Батыс Қазақстан облысының өнер басқармасы"] == "no"


@pytest.mark.parametrize("year", [2013, 2018, 2026])
@pytest.mark.parametrize("word", ["өнер", "мәдениет", "мұра"])
def test_a_body_is_found_by_each_of_its_names_on_any_day(
    chain: Hierarchy, word: str, year: int
) -> None:
    hits = searched(chain.at(date(year, 6, 1)), f"{word} басқармасы")
    assert hits[0].iri == find(chain, word)


def test_what_ended_leads_to_the_bodies_of_today(chain: Hierarchy) -> None:
    now, heritage = chain.at(NOW), find(chain, "мұра")
    assert lineage_of(now, find(chain, "архив")).today == (heritage,)
    assert lineage_of(now, find(chain, "спорт")).today == (find(chain, "спорт және жастар"),)
    assert lineage_of(now, heritage).today == (heritage,)
    before = chain.at(date(2018, 6, 1))
    assert lineage_of(before, find(chain, "архив")).today == (find(chain, "архив"),)


def test_patches_between_any_days_of_a_chain_are_exact(folder: Path) -> None:
    record = record_of(folder.glob("*.txt"))
    hierarchy = hierarchy_of(record, NOW)
    days = [date(year, 6, 1) for year in (2011, 2013, 2015, 2018, 2020, 2026)]
    views = {day: covered(record, hierarchy, day) for day in days}
    assert len({frozenset(view) for view in views.values()}) > 4
    for first, last in combinations(days, 2):
        assert patched(hierarchy, first, last, views[first]) == views[last]


def test_the_page_of_what_ended_leads_to_the_bodies_of_today(
    folder: Path, chain: Hierarchy, serve: Callable[[Path], AbstractContextManager[str]]
) -> None:
    ended, heritage = (chain.at(NOW).body(find(chain, one)) for one in ("архив", "мұра"))
    with serve(folder / "out") as site:
        for lang, words in GOES_ON.items():
            asked = {"lang": lang, "at": "2026-11-21"}
            page = httpx.get(f"{site}/body/{ended.slug}", params=asked).text
            line = next(line for line in page.splitlines() if 'class="goes-on"' in line)
            assert words in line
            assert f"/body/{heritage.slug}" in line
            assert heritage.name() in line
            there = httpx.get(f"{site}/body/{heritage.slug}", params=asked).text
            assert 'class="goes-on"' not in there
