"""What all parts of one act share: its source, the ids given so far, the faults seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.model import Fault, Provision, ProvisionKind, Range, Source, Text


@dataclass(slots=True)
class Page:
    """What all parts of one act share: its source, the ids given so far, the faults seen."""

    source: Source
    used: Counter[str] = field(default_factory=Counter)
    ordinals: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def provision(
        self, eid: str, kind: ProvisionKind, text: Text, number: str | None = None
    ) -> Provision:
        """A part under an id of its own: the second use of an id gets `~2`."""
        self.used[eid] += 1
        if self.used[eid] > 1:
            eid = f"{eid}~{self.used[eid]}"
        return Provision(eid, kind, number, text)

    def ordinal(
        self, within: str, name: str, kind: ProvisionKind, text: Text, number: str | None = None
    ) -> Provision:
        """A part that is counted from 1 among those of its name under one parent."""
        self.ordinals[within + name] += 1
        eid = f"{within}{name}_{self.ordinals[within + name]}"
        return self.provision(eid, kind, text, number)

    def fault(self, kind: str, part: Provision, detail: str = "", text: Text | None = None) -> None:
        """Note something wrong in the words of a part (or in the given stretch of them)."""
        self.faults.append(Fault(kind, part.eid, self.ranges(text or part.text), detail))

    def ranges(self, text: Text) -> tuple[Range, ...]:
        """Where the words stand in the source."""
        return text.ranges(self.source)
