"""A patch applied to the view of the earlier day is the view of the later day, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from patching import covered, hierarchy_of, patched, record_of

from graph.dataset import Record
from graph.exports.patch import COVERED, patch_lines
from graph.hierarchy import Hierarchy
from graph.hierarchy.diff import diff
from graph.model import ActClaims
from ontology import PREFIXES

ACTS = Path(__file__).parent.parent / "graph" / "acts"
NOW = date(2026, 11, 21)
#: Before both acts, between their days of signing, effect and repeal, and now.
DAYS = [
    date(2010, 1, 1),
    date(2016, 2, 1),
    date(2018, 8, 1),
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 2, 18),
    NOW,
]
INVENTED = [date(2020, 3, 4), date(2020, 3, 5), date(2021, 4, 8), date(2021, 4, 9), NOW]


@pytest.fixture(scope="module")
def both() -> tuple[Record, Hierarchy]:
    """The two acts."""
    record = record_of(ACTS.glob("*.txt"))
    return record, hierarchy_of(record, NOW)


@pytest.fixture(scope="module")
def village_record(
    invented: Callable[[], list[ActClaims]], make: Callable[[list[ActClaims]], Record]
) -> tuple[Record, Hierarchy]:
    """The two invented acts."""
    record = make(invented())
    return record, hierarchy_of(record, NOW)


@pytest.mark.parametrize(
    ("acts", "first", "last"),
    [
        *(("both", *days) for days in combinations(DAYS, 2)),
        *(("village_record", *days) for days in combinations(INVENTED, 2)),
    ],
)
def test_the_patch_of_two_days_is_exact(
    request: pytest.FixtureRequest, acts: str, first: date, last: date
) -> None:
    record, hierarchy = request.getfixturevalue(acts)
    before, after = (covered(record, hierarchy, day) for day in (first, last))
    assert patched(hierarchy, first, last, before) == after


def test_it_covers_what_is_contested_what_has_ended_staff_and_competences(
    both: tuple[Record, Hierarchy], village_record: tuple[Record, Hierarchy]
) -> None:
    signs: Counter[str] = Counter()
    for (_, hierarchy), first in (
        (both, DAYS[0]),
        (both, DAYS[3]),
        (village_record, INVENTED[0]),
    ):
        for line in patch_lines(diff(hierarchy.at(first), hierarchy.at(NOW))):
            sign, *words = line.split(" ")
            if sign in ("A", "D"):
                signs[words[1].rpartition("#")[2].rpartition("/")[2].rstrip(">")] += 1
    assert {"competingSuperior", "status", "staffTotal", "holder", "legalName"} <= set(signs)


def test_the_patch_says_which_properties_it_covers(village: Hierarchy) -> None:
    lines = list(patch_lines(diff(village.at(INVENTED[0]), village.at(NOW))))
    told = next(line for line in lines if line.startswith("# of bodies")).split(": ", 1)[1]
    named = (word.partition(":") for word in told.split(" "))
    assert tuple(PREFIXES[prefix] + local for prefix, _, local in named) == COVERED
