"""The hierarchy of a dataset: read once, asked for any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from graph.errors import UnknownThingError
from graph.hierarchy import ways
from graph.hierarchy.codes import Codes, read_codes
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from graph.hierarchy.nodes import Source
from graph.hierarchy.record import Record, read_record

#: How many days are kept worked out.
_MOMENTS = 16


class Hierarchy:
    """Who stands under whom and who came from whom, for any day; safe to ask from many threads.

    `natures` names every body, unit and group with what it is. `units` are the claims that a unit
    belongs to a body, `traces` the claims that show that a thing exists, `inverse` all claims by
    predicate and object, `by_clause` facts by clause, `roles` claims that give a body a part in an
    event, `derived` what was worked out about a thing, `files` names of files, `texts` the graphs
    of the text of each act by language, `days` those on which some bound lies, in order, `turns`
    the same with the bodies that each may concern, `unsure` the events of a body without a day.
    """

    def __init__(self, record: Record, source: Source, as_of: date | None = None) -> None:
        self.record = record
        self.source = source
        self.as_of = as_of or max(f.recorded_from or date.min for f in record.facts.values())
        self.codes: Codes = read_codes(record.view)
        self.natures = ways.read_natures(record)
        self.units = ways.read_units(record)
        self.traces = ways.read_traces(record)
        self.inverse = ways.read_inverse(record)
        self.by_clause = ways.read_clauses(record)
        self.roles = ways.read_roles(record)
        self.derived = ways.read_derived(record)
        self.files = ways.read_files(source)
        self.texts = ways.read_texts(source, record.base)
        self.days = ways.read_days(record)
        self.turns = ways.read_turns(record)
        self.unsure = ways.read_unsure(record)
        #: Places in files of the nodes asked for last: see `evidence`.
        self.places: dict[str, list[tuple[int, str, int, int, str]]] = {}
        self._ranks = ways.read_ranks(record, self.natures)
        self._moments: dict[tuple[date, date | None], Moment] = {}

    @classmethod
    def load(
        cls,
        source: Source,
        base: str,
        as_of: date | None = None,
        quads: Iterable[ox.Quad] | None = None,
    ) -> Hierarchy:
        """Reads a dataset whose resources live under `base` and whose view is that of `as_of`.

        `quads` are those of the dataset, where they are at hand; else the source is asked.
        """
        return cls(read_record(source, base, quads), source, as_of)

    def at(self, day: date, known: date | None = None) -> Moment:
        """The answers for a day, as known on another (None: as the record is now)."""
        moment = self._moments.get((day, known))
        if moment is None:
            moment = Moment(self, day, known)
            if len(self._moments) >= _MOMENTS:
                self._moments.pop(next(iter(self._moments)), None)
            self._moments[day, known] = moment
        return moment

    @property
    def events(self) -> list[Fact]:
        """All events on record, by IRI."""
        prefix = self.record.iri("event/")
        return [fact for iri, fact in self.record.facts.items() if iri.startswith(prefix)]

    def find(self, slug: str) -> str:
        """The IRI of a body by its slug or its IRI; UnknownThingError where there is none."""
        iri = slug if self.record.is_body(slug) else self.record.iri(f"body/{slug}")
        if iri not in self.natures:
            raise UnknownThingError("body", slug)
        return iri

    def rank(self, iri: str) -> int:
        """The place of a body in the order of the alphabet; what is no body comes last."""
        return self._ranks.get(iri, len(self._ranks))
