"""What the pages draw on: the hierarchy on the day of the visit, the search, the release."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from api.pages.visit import Visit
from graph.hierarchy import Code, Hierarchy, Moment
from graph.hierarchy.nodes import Node
from graph.hierarchy.reports import Report
from ontology import SKOS

_ALT = str(SKOS.altLabel)


@dataclass(frozen=True, slots=True)
class Release:
    """The generation served: its name, the latest day on record, how much it holds."""

    name: str
    recorded: date | None
    acts: int
    bodies: int


@dataclass(frozen=True)
class Archive:
    """A dataset at hand: `find` gives the IRIs of bodies by words, best first.

    `reports` are its findings, the gravest first.
    """

    hierarchy: Hierarchy
    find: Callable[[str], list[str]]
    name: str
    recorded: date | None = None
    reports: Sequence[Report] = ()

    @cached_property
    def release(self) -> Release:
        """The release in figures: acts whose text is held, bodies without inner units."""
        natures = self.hierarchy.natures.values()
        held = len(self.hierarchy.texts)
        return Release(self.name, self.recorded, held, sum(one == "body" for one in natures))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Short names of legal forms by IRI, in Kazakh as acts use them."""
        return {
            code.iri: short
            for code in self.hierarchy.codes.by_iri.values()
            if code.scheme == "legal-forms" and (short := _short(self.hierarchy, code))
        }


def _short(hierarchy: Hierarchy, form: Code) -> str:
    """The abbreviation made of the initials of the label, else the shortest on record."""
    node: Node = hierarchy.record.seen(form.iri)
    initials = "".join(word[0] for word in form.label("kk").split()).upper()
    words = node.texts(_ALT)
    short = sorted((word for word in words if word.isupper()), key=len)
    return initials if initials in short else next(iter(short), "")


@dataclass(frozen=True, slots=True)
class Desk:
    """The archive on the day of one visit."""

    archive: Archive
    seen: Visit
    moment: Moment = field(init=False)

    def __post_init__(self) -> None:
        moment = self.archive.hierarchy.at(self.seen.at, self.seen.known_at)
        object.__setattr__(self, "moment", moment)

    @property
    def hierarchy(self) -> Hierarchy:
        """The hierarchy, for any day."""
        return self.archive.hierarchy

    @property
    def abbreviations(self) -> dict[str, str]:
        """Short names of legal forms by IRI."""
        return self.archive.abbreviations
