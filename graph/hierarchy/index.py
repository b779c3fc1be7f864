"""The hierarchy of a dataset: read once, asked for any day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UnknownThingError
from graph.hierarchy import ways
from graph.hierarchy.ages import Ages
from graph.hierarchy.codes import Codes, read_codes
from graph.hierarchy.compact import NATURES, Scales
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.moment import Moment
from graph.hierarchy.nodes import Source
from graph.hierarchy.order import printed_order
from graph.hierarchy.record import Record, read_record
from ontology import ORG, RDFS

if TYPE_CHECKING:
    from graph.hierarchy.disputes import Disputes
    from graph.hierarchy.reports import Report

_UNIT_OF, _LABEL = str(ORG.unitOf), str(RDFS.label)

#: How many days, and how many states of the record, are kept worked out.
_MOMENTS, _AGES = 16, 4


class Hierarchy:
    """Who stands under whom and who came from whom, for any day; safe to ask from many threads.

    `natures` names every body, unit and group with what it is, by IRI.
    """

    def __init__(self, record: Record, source: Source, as_of: date | None = None) -> None:
        self.record = record
        self.source = source
        self.as_of = as_of or max(self._grown, default=date.min)
        terms, bodies = record.compact.terms, record.compact.bodies
        self.iris = list(map(terms.text, bodies.terms))
        self._places = {iri: place for place, iri in enumerate(self.iris)}
        self.natures = {
            iri: NATURES[nature] for iri, nature in zip(self._places, bodies.natures, strict=True)
        }
        #: Places in files of the nodes asked for last: see `evidence`.
        self.places: dict[str, list[tuple[int, str, int, int, str]]] = {}
        #: The findings, and which facts they contest as known on a day: see `reports`, `disputes`.
        self.reports: list[Report] | None = None
        self.disputes: dict[date | None, Disputes] = {}
        self._moments: dict[tuple[date, date | None], Moment] = {}
        self._ages: dict[int, Ages] = {}

    @classmethod
    def load(
        cls,
        source: Source,
        base: str,
        as_of: date | None = None,
        quads: Iterable[ox.Quad] | None = None,
        index: bytes | None = None,
    ) -> Hierarchy:
        """Reads a dataset whose resources live under `base` and whose view is that of `as_of`.

        By its `index`, else by its `quads`, where one of them is at hand; else the source is asked.
        """
        return cls(read_record(source, base, quads, index), source, as_of)

    @cached_property
    def codes(self) -> Codes:
        """The codes and places of the dataset."""
        view = self.record.view
        return read_codes(view.node(row) for row in self.record.compact.codes)

    def label(self, iri: str, language: str) -> str:
        """What a code, class or property is called in a language; else in Kazakh; else its name."""
        code = self.codes.by_iri.get(iri)
        if code:
            return code.label(language)
        labels = self.record.seen(iri).labels(_LABEL)
        return labels.get(language) or labels.get("kk") or local_name(iri)

    @cached_property
    def files(self) -> dict[str, str]:
        """The name of each source file by its IRI."""
        return ways.read_files(self.source)

    @cached_property
    def languages(self) -> dict[str, str]:
        """The language of each source file by its IRI."""
        return ways.read_languages(self.source)

    @cached_property
    def texts(self) -> dict[str, dict[str, str]]:
        """For each act held the graphs of its text by language."""
        return ways.read_texts(self.source, self.record.base)

    @cached_property
    def merged(self) -> dict[str, str]:
        """The bodies that a decision made one with another, each with that other, by IRI."""
        return ways.read_merged(self.source)

    def became(self, iri: str, known: date | None = None) -> str | None:
        """The body that this one is, by a decision on record on a day; None where it is itself."""
        kept = self.merged.get(iri)
        if kept is None or any(fact.known(known) for fact in self.record.about(iri)):
            return None
        return kept

    @cached_property
    def days(self) -> list[date]:
        """Every day on which some bound lies, in order: between two of them nothing changes."""
        return list(map(date.fromordinal, self.record.compact.turns.bound))

    @cached_property
    def _grown(self) -> list[date]:
        """The days on which the record grew or was corrected, in order."""
        return list(map(date.fromordinal, self.record.compact.turns.grown))

    def at(self, day: date, known: date | None = None) -> Moment:
        """The answers for a day, as known on another (None: as the record is now)."""
        moment = self._moments.get((day, known))
        if moment is None:
            moment = Moment(self, day, known)
            if len(self._moments) >= _MOMENTS:
                self._moments.pop(next(iter(self._moments)), None)
            self._moments[day, known] = moment
        return moment

    def ages(self, known: date | None) -> Ages:
        """What is worked out of the record as it was on a day; None stands for as it is now."""
        last = len(self._grown)
        state = last if known is None else bisect_right(self._grown, known)
        ages = self._ages.get(state)
        if ages is None:
            compact, now = self.record.compact, state == last
            day = None if now or known is None else known.toordinal()
            scales = Scales(compact.held, compact.columns, compact.pointing, day)
            ages = Ages(scales, now)
            if len(self._ages) >= _AGES:
                self._ages.pop(next(iter(self._ages)), None)
            self._ages[state] = ages
        return ages

    def ages_on(self, day: date) -> Callable[[str], int | None]:
        """What tells, for a body, the time between two of its days in which a day lies.

        By a number that no other body, and no other time of this one, has; None for what is no
        body.
        """
        turns, place_of, ordinal = self.record.compact.turns, self._places.get, day.toordinal()
        days, starts = turns.days, turns.starts

        # asked several times for each body of a tree: a method would take twice as long
        def age(iri: str) -> int | None:
            place = place_of(iri)
            if place is None:
                return None
            return bisect_right(days, ordinal, starts[place], starts[place + 1]) << 32 | place

        return age

    def turned(self, first: date, last: date) -> set[str]:
        """The bodies one of whose days lies between two others, whichever of these comes first."""
        stands, ends = self.record.compact.stands, sorted((first.toordinal(), last.toordinal()))
        low, high = (bisect_right(stands.days, day) for day in ends)
        return {self.iris[place] for place in stands.turned[low:high]}

    def unsure(self) -> Iterator[tuple[str, Fact]]:
        """The events whose day is not exact, with each body that takes part."""
        turns, text = self.record.compact.turns, self.record.compact.terms.text
        for term, row in zip(turns.unsure, turns.events, strict=True):
            yield text(term), self.record.facts.at(row)

    def named_below(self, iri: str) -> list[str]:
        """The bodies that any claim ever put under this one, in order of the alphabet."""
        place, stands = self._places.get(iri), self.record.compact.stands
        if place is None:
            return []
        below = stands.below[stands.starts[place] : stands.starts[place + 1]]
        return [self.iris[one] for one in below]

    def units(self, iri: str) -> list[Fact]:
        """The claims on the inner units of a body: one a unit, in the order of print."""
        claims = sorted(self.record.claimed(_UNIT_OF, iri), key=_printed)
        return list({claim.subject: claim for claim in reversed(claims)}.values())[::-1]

    @property
    def events(self) -> list[Fact]:
        """All events on record, by IRI."""
        return self.record.events()

    def find(self, slug: str) -> str:
        """The IRI of a body by its slug or its IRI; UnknownThingError where there is none."""
        iri = slug if self.record.is_body(slug) else self.record.iri(f"body/{slug}")
        if iri not in self.natures:
            raise UnknownThingError("body", slug)
        return iri

    def place(self, iri: str) -> int | None:
        """The place of a body in the arrays of the index; `iris` goes back."""
        return self._places.get(iri)

    def rank(self, iri: str) -> int:
        """The place of a body in the order of the alphabet; what is no body comes last."""
        place, ranks = self._places.get(iri), self.record.compact.bodies.ranks
        return len(ranks) if place is None else ranks[place]


def _printed(fact: Fact) -> tuple[tuple[str, int], ...]:
    return printed_order(fact.clause)
