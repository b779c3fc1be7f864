"""Something that the acts say and a reader should know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef

from graph.model.text import Range


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule across claims says: `messages` by language, `spans` as (act key, clause, ranges).

    `subjects` are the IRIs of what it is about; `boilerplate` marks wording that stands in every
    act of its kind and is ranked last; `edition` tells in which edition of each act the spans lie,
    counted from 0 in order of the record; those `beside` them lie in the next edition.
    """

    rule: str
    severity: str  # Contradiction | Gap | Defect | Notice
    messages: tuple[tuple[str, str], ...]
    spans: tuple[tuple[str, str, tuple[Range, ...]], ...]
    subjects: tuple[URIRef, ...] = ()
    boilerplate: bool = False
    edition: int = 0
    beside: tuple[tuple[str, str, tuple[Range, ...]], ...] = ()

    def placed(self) -> Iterator[tuple[int, str, str, tuple[Range, ...]]]:
        """All its words: the edition in which they lie, act key, clause, ranges."""
        yield from ((self.edition, *span) for span in self.spans)
        yield from ((self.edition + 1, *span) for span in self.beside)
