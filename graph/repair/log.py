"""The log of repairs."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Range, Repair, Source, Text


@dataclass(slots=True)
class Log:
    """The repairs of one source, in the order in which they were made."""

    source: Source
    repairs: list[Repair] = field(default_factory=list)

    def note(self, kind: str, before: Text, after: str) -> None:
        """Note that the words `before`, where they stand, became `after`."""
        self.repairs.append(Repair(kind, before.ranges(self.source), before.string, after))

    def replaced(self, kind: str, part: Range, after: str) -> None:
        """Note that a stretch of the source is read as `after`."""
        self.repairs.append(Repair(kind, (part,), self.source.quote(part), after))

    def moved(self, before: str, words: Text, after: str) -> None:
        """Note that some words of a stretch were moved, which then reads as `after`."""
        self.repairs.append(Repair("displaced", words.ranges(self.source), before, after))

    def in_order(self) -> list[Repair]:
        """The repairs in order of the first place that they touch."""
        return sorted(self.repairs, key=lambda one: one.ranges[0] if one.ranges else Range(0, 0))
