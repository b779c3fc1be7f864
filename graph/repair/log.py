"""The log of repairs."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Repair, Source, Text


@dataclass(slots=True)
class Log:
    """The repairs of one source, in the order in which they were made."""

    source: Source
    repairs: list[Repair] = field(default_factory=list)

    def note(self, kind: str, before: Text, after: str) -> None:
        """Note that the words `before`, where they stand, became `after`."""
        self.repairs.append(Repair(kind, before.ranges(self.source), before.string, after))

    def moved(self, before: Text, words: Text, after: str) -> None:
        """Note that some words of a line were moved, which then reads as `after`."""
        ranges = words.ranges(self.source)
        self.repairs.append(Repair("displaced", ranges, before.string, after))
