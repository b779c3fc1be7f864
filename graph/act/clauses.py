"""Paragraphs become points with their items, dashes and unnumbered paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.act.grids import add_quoted, add_rows
from graph.act.marks import Mark, arabic
from graph.act.page import Page
from graph.model import Provision, ProvisionKind, Text
from graph.repair import Paragraph
from graph.repair.texts import put_in
from graph.words import slug

_NAMES = {ProvisionKind.PARAGRAPH: "para"}
_ITEM = ProvisionKind.ITEM
#: The alphabet that has the letters of both languages.
_ALPHABET = "kk"


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
    letter: Provision | None = None  # the last lettered item under the item or the point
    chapter: int = 0
    _depth: int = 0  # the white space before the last item
    _quoted: tuple[int, Provision] | None = None  # the last wording of another act
    _last: dict[str, int] = field(default_factory=dict)
    _fresh: bool = True  # a list may begin anew: a heading or a paragraph stands before

    def add(self, mark: Mark, depth: int = 0) -> None:
        """Take the next paragraph in; `depth` is the white space before it, where it means one."""
        match mark.kind:
            case ProvisionKind.POINT:
                self.letter = None
                self._add_point(mark)
            case ProvisionKind.ITEM if mark.number and not mark.number[0].isdigit():
                self._add_letter(mark)
            case ProvisionKind.ITEM:
                self.letter = None
                self._add_item(mark, depth)
            case _:
                self._add_unnumbered(mark)

    def add_heading(self, number: str, words: Text) -> None:
        """Take the heading of a chapter in; the points under it stay its siblings."""
        self.chapter = arabic(number)
        eid = f"{self.prefix}chapter_{self.chapter}"
        part = self.page.provision(eid, ProvisionKind.CHAPTER, words, number)
        self.parts.append(part)
        self.point = self.item = self.letter = None
        self._fresh = True

    def add_title(self, words: Text) -> None:
        """Take a heading without a number in; the points under it stay its siblings."""
        kind = ProvisionKind.HEADING
        self.parts.append(self.page.provision(f"{self.prefix}heading", kind, words))
        self.point = self.item = self.letter = None
        self._fresh = True

    def add_quoted(self, paragraph: Paragraph) -> None:
        """Take a paragraph in that belongs to a wording of another act."""
        if self._quoted is None or self._quoted[0] != paragraph.quoted:
            parent = self._parent()
            within = f"{parent.eid}__" if parent else self.prefix
            part = self.page.ordinal(within, "quoted", ProvisionKind.QUOTED, put_in(""))
            (parent.children if parent else self.parts).append(part)
            self._quoted = paragraph.quoted, part
        add_quoted(self.page, self._quoted[1], paragraph)

    def add_table(self, paragraph: Paragraph) -> None:
        """Take a table in whose cells the markup tells."""
        parent = self._parent()
        within = f"{parent.eid}__" if parent else self.prefix
        table = self.page.ordinal(within, "table", ProvisionKind.TABLE, put_in(""))
        (parent.children if parent else self.parts).append(table)
        add_rows(self.page, table, paragraph.rows)

    def add_note(self, words: Text) -> None:
        """Take an editor's note in."""
        self.parts.append(self.page.ordinal(self.prefix, "note", ProvisionKind.NOTE, words))

    def _add_point(self, mark: Mark) -> None:
        if self.item and self._counts_inside(self.item, mark):
            part = self._numbered(
                f"{self.item.eid}__", "item", Mark(_ITEM, mark.number, mark.words)
            )
            self.item.children.append(part)
            return
        part = self._numbered(self.prefix, "point", mark)
        self.parts.append(part)
        self.point, self.item = part, None
        self._fresh = False

    def _counts_inside(self, item: Provision, mark: Mark) -> bool:
        """Whether a point is counted inside an item, from 1: `1) права:`, under it `1.`, `2.` …

        The number after that of the last point goes on with the points.
        """
        if self.point is None or not item.text.string.rstrip().endswith(":"):
            return False
        last = self._last.get(f"{self.prefix}point", 0)
        inside = self._last.get(f"{item.eid}__item", 0)
        begins = inside > 0 or not item.children
        return begins and mark.number == str(inside + 1) and mark.number != str(last + 1)

    def _add_item(self, mark: Mark, depth: int) -> None:
        if self.item and self._is_nested(mark, depth):
            part = self._numbered(f"{self.item.eid}__", "item", mark)
            self.item.children.append(part)
            return
        self._depth = depth
        parent = self.point
        within = f"{parent.eid}__" if parent else self.prefix
        part = self._numbered(within, "item", mark)
        (parent.children if parent else self.parts).append(part)
        self.item = part
        self._fresh = False

    def _add_letter(self, mark: Mark) -> None:
        """A lettered item stands under the item that announces it, else under the point."""
        told = self.item and (self.item.text.string.rstrip().endswith(":") or self.letter)
        parent = self.item if told else self.point
        within = f"{parent.eid}__" if parent else self.prefix
        name = slug(mark.number or "", _ALPHABET)
        part = self.page.provision(f"{within}item_{name}", _ITEM, mark.words, mark.number)
        (parent.children if parent else self.parts).append(part)
        self.letter = part
        if not told:
            self.item = None

    def _is_nested(self, mark: Mark, depth: int) -> bool:
        """Whether an item belongs under the last one: counted anew from 1 after a colon, and set
        further in, or where nothing is, told by its number.
        """
        if self.item is None:
            return False
        last = self._last.get(f"{self.item.eid}__item", 0)
        begins = last > 0 or self.item.text.string.endswith(":")
        if not begins or mark.number != str(last + 1):
            return False
        return depth > self._depth + 1 or (depth == self._depth and self._goes_on_inside(mark))

    def _goes_on_inside(self, mark: Mark) -> bool:
        """Whether a number goes on with the list under an item, not with that of the item.

        A number that would suit both goes on with the one that no sentence has ended.
        """
        item = self.item
        outer = item.number if item and item.number else ""
        if mark.number != str(arabic(outer.partition("-")[0]) + 1):
            return True
        inner = item.children[-1].text.string if item and item.children else ""
        return inner.endswith((";", ",")) and not mark.words.string.endswith(":")

    def _add_unnumbered(self, mark: Mark) -> None:
        parent = self._parent()
        within = f"{parent.eid}__" if parent else self.prefix
        name = _NAMES.get(mark.kind, mark.kind.value)
        part = self.page.ordinal(within, name, mark.kind, mark.words, mark.number)
        (parent.children if parent else self.parts).append(part)
        if parent is None or parent not in (self.item, self.letter):
            self.item, self._fresh = None, True

    def _parent(self) -> Provision | None:
        """An item whose words end in a colon holds what follows it; else the point does."""
        if self.letter and self.letter.text.string.endswith(":"):
            return self.letter
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
