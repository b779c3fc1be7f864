"""Paragraphs become points with their items, dashes and unnumbered paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph.act.marks import Mark
from graph.model import Fault, Provision, ProvisionKind, Range, Source, Text

_NAMES = {ProvisionKind.PARAGRAPH: "para"}


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


@dataclass(slots=True)
class Clauses:
    """The points of an act or of one appendix, filled paragraph by paragraph.

    `prefix` goes before every id (`app_1__`), `parts` receives what stands on the first level.
    """

    page: Page
    prefix: str
    parts: list[Provision]
    point: Provision | None = None
    item: Provision | None = None
    chapter: int = 0
    _last: dict[str, int] = field(default_factory=dict)
    _fresh: bool = True  # a list may begin anew: a heading or a paragraph stands before

    def add(self, mark: Mark) -> None:
        """Take the next paragraph in."""
        match mark.kind:
            case ProvisionKind.POINT:
                self._add_point(mark)
            case ProvisionKind.ITEM:
                self._add_item(mark)
            case _:
                self._add_unnumbered(mark)

    def add_heading(self, number: str, words: Text) -> None:
        """Take the heading of a chapter in; the points under it stay its siblings."""
        eid = f"{self.prefix}chapter_{number}"
        part = self.page.provision(eid, ProvisionKind.CHAPTER, words, number)
        self.chapter = int(number)
        self.parts.append(part)
        self.point = self.item = None
        self._fresh = True

    def add_note(self, words: Text) -> None:
        """Take an editor's note in."""
        self.parts.append(self.page.ordinal(self.prefix, "note", ProvisionKind.NOTE, words))

    def _add_point(self, mark: Mark) -> None:
        part = self._numbered(self.prefix, "point", mark)
        self.parts.append(part)
        self.point, self.item = part, None
        self._fresh = False

    def _add_item(self, mark: Mark) -> None:
        parent = self.point
        within = f"{parent.eid}__" if parent else self.prefix
        part = self._numbered(within, "item", mark)
        (parent.children if parent else self.parts).append(part)
        self.item = part
        self._fresh = False

    def _add_unnumbered(self, mark: Mark) -> None:
        parent = self._parent()
        within = f"{parent.eid}__" if parent else self.prefix
        name = _NAMES.get(mark.kind, mark.kind.value)
        part = self.page.ordinal(within, name, mark.kind, mark.words, mark.number)
        (parent.children if parent else self.parts).append(part)
        if parent is not self.item or parent is None:
            self.item, self._fresh = None, True

    def _parent(self) -> Provision | None:
        """An item whose words end in a colon holds what follows it; else the point does."""
        if self.item and self.item.text.string.endswith(":"):
            return self.item
        return self.point

    def _numbered(self, within: str, name: str, mark: Mark) -> Provision:
        number = mark.number or ""
        part = self.page.provision(f"{within}{name}_{number}", mark.kind, mark.words, number)
        self._check_number(within + name, number, part)
        return part

    def _check_number(self, level: str, number: str, part: Provision) -> None:
        main, _, inserted = number.partition("-")
        value, last = int(main), self._last.get(level, 0)
        anew = value == 1 and self._fresh
        if not inserted and not anew:
            if value <= last:
                self.page.fault("number-repeated", part, number)
            elif value > last + 1:
                self.page.fault("number-skipped", part, f"{last} → {value}")
        self._last[level] = value
