"""A lineage drawn as lines through time: a line a body, a curve where one comes of another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup

from api.drawings.svg import arrowhead, picture, tag, tip, wrap

_TOP = 92.0
_ROW = 66.0
_LINE = 17.0
_LEFT = 48.0
_STEP = 118.0
_BEND = 46.0
_AHEAD = 18.0


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one body; `focus` marks the body that the page is about."""

    key: str
    name: str
    href: str
    focus: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What happens at a column of the drawing, between lanes.

    `kind`: `branch` (targets begin, sources go on), `merge` (targets begin, `ended` stop), `move`
    (something passes from sources to targets: `carried`, where it has a lane), `mark` (something
    happens to sources alone). `sure` is the column from which it certainly holds, None if none.
    """

    column: int
    kind: str
    label: str
    sources: tuple[str, ...]
    targets: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    sure: int | None = None
    interpreted: bool = False
    carried: tuple[str, ...] = ()

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that it touches."""
        return (*self.sources, *self.targets, *self.carried)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where lanes and columns lie; `changes` in the order in which they are drawn."""

    rows: dict[str, float]
    step: float
    width: float
    height: float
    changes: tuple[Change, ...]
    prefix: str

    def x(self, column: int) -> float:
        return _LEFT + column * self.step

    def turn(self, change: Change) -> int:
        """How many changes stand before this one in its column."""
        before = takewhile(lambda other: other is not change, self.changes)
        return sum(1 for other in before if other.column == change.column)

    def ahead(self, change: Change) -> float:
        """Where the arrow of a move stands: beside the curves and arrows before it."""
        return self.x(change.column) + _BEND + _AHEAD * self.turn(change)

    def beside(self, change: Change) -> float:
        """Where the words stand: beside all arrows of the column."""
        here = sum(1 for other in self.changes if other.column == change.column)
        return self.x(change.column) + _BEND + _AHEAD * (here - 1) + 12


def draw_lineage(
    lanes: tuple[Lane, ...],
    days: tuple[str, ...],
    changes: tuple[Change, ...],
    title: str,
    desc: str,
    width: int,
    prefix: str,
) -> Markup:
    """The drawing of a lineage, at least `width` pixels wide; `days` name its columns in order."""
    sheet = _sheet(lanes, days, changes, float(width), prefix)
    parts = (
        arrowhead(prefix),
        *(_axis(sheet, i, day) for i, day in enumerate(days)),
        *(_lane(sheet, lane) for lane in lanes),
        *(_change(sheet, change) for change in changes),
        *(_name(sheet, lane) for lane in lanes),
        *(_label(sheet, change) for change in changes),
    )
    size = (sheet.width, sheet.height)
    return picture(prefix, size, title, desc, parts, "lineage", "group")


def _sheet(
    lanes: tuple[Lane, ...],
    days: tuple[str, ...],
    changes: tuple[Change, ...],
    width: float,
    prefix: str,
) -> _Sheet:
    wide = max(width, 64 + _STEP * len(days))
    most = max(Counter(change.column for change in changes).values(), default=0)
    row = _ROW + _LINE * most
    rows = {lane.key: _TOP + i * row for i, lane in enumerate(lanes)}
    height = max(rows.values(), default=_TOP) + 26 + (_LINE * most if len(lanes) < 2 else 0)
    step = (wide - 64) / max(1, len(days))
    return _Sheet(rows, step, wide, height, changes, prefix)


def _axis(sheet: _Sheet, column: int, day: str) -> Markup:
    x = sheet.x(column)
    return tag(
        "g",
        tag("path", d=f"M{x:.1f},26 V{sheet.height:.1f}", class_="day-line"),
        tag("text", day, x=x, y=18, class_="day", text_anchor="middle" if column else "start"),
    )


def _lane(sheet: _Sheet, lane: Lane) -> Markup:
    """Dotted where the beginning is not on record, dashed until it is certain, then solid."""
    y, born = sheet.rows[lane.key], _born(sheet, lane)
    ended = next((c for c in sheet.changes if lane.key in c.ended), None)
    begin, end = _begin(sheet, lane), sheet.x(ended.column) if ended else sheet.width - 8
    sure = sheet.x(born.sure) if born and born.sure is not None else begin
    first = max(begin, sure) if born else min(begin + 30, end)
    return tag(
        "g",
        tag("path", d=f"M{begin:.1f},{y:.1f} H{first:.1f}", class_=_unsure(born)),
        tag("path", d=f"M{first:.1f},{y:.1f} H{end:.1f}", class_="life"),
        tag("path", d=f"M{end:.1f},{y - 7:.1f} V{y + 7:.1f}", class_="stop") if ended else "",
        class_="lane focus" if lane.focus else "lane",
    )


def _unsure(born: Change | None) -> str:
    return "life unsure" if born else "life unknown"


def _begin(sheet: _Sheet, lane: Lane) -> float:
    born = _born(sheet, lane)
    return sheet.x(born.column) + _BEND if born else 8.0


def _born(sheet: _Sheet, lane: Lane) -> Change | None:
    kinds = ("branch", "merge")
    return next((c for c in sheet.changes if c.kind in kinds and lane.key in c.targets), None)


def _name(sheet: _Sheet, lane: Lane) -> Markup:
    x, y = _name_begin(sheet, lane), sheet.rows[lane.key]
    lines = wrap(lane.name, sheet.width - x - 12, 14, 2)
    top = y - 12 - _LINE * (len(lines) - 1)
    texts = [tag("text", t, x=x, y=top + _LINE * i, lang="kk") for i, t in enumerate(lines)]
    link = tag("a", *texts, href=lane.href)
    return tag("g", link, class_="lane focus" if lane.focus else "lane")


def _name_begin(sheet: _Sheet, lane: Lane) -> float:
    """Right of the arrows that come down on the lane or pass it."""
    y = sheet.rows[lane.key]
    moves = (c for c in sheet.changes if c.kind == "move" and _passes(sheet, c, y))
    return max([_begin(sheet, lane) + 4, *(sheet.ahead(change) + 10 for change in moves)])


def _passes(sheet: _Sheet, change: Change, y: float) -> bool:
    touched = [sheet.rows[key] for key in change.lanes]
    return bool(touched) and (min(touched) < y <= max(touched) or len(touched) == 1)


def _change(sheet: _Sheet, change: Change) -> Markup:
    if change.kind == "move":
        return tag("g", *_moves(sheet, change), class_="change move")
    x = sheet.x(change.column)
    pairs = [(s, t) for s in change.sources for t in change.targets if s != t]
    curves = [tag("path", d=_bend(sheet, x, s, t), class_=_style(change)) for s, t in pairs]
    knots = [_knot(x, sheet.rows[one]) for one in change.sources]
    return tag("g", *curves, *knots, class_=f"change {change.kind}")


def _knot(x: float, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=6, class_="knot")


def _moves(sheet: _Sheet, change: Change) -> list[Markup]:
    """An arrow from each source to each target, with a thread to the lane of what is carried."""
    x, found = sheet.ahead(change), []
    for target in change.targets:
        to = sheet.rows[target]
        starts = [sheet.rows[one] for one in change.sources if one != target] or [to - 44]
        for y in starts:
            path = f"M{x:.1f},{y:.1f} V{to - 4 if to > y else to + 4:.1f}"
            arrow = tag("path", d=path, class_=_style(change), marker_end=tip(sheet.prefix))
            found += [arrow, tag("circle", cx=x, cy=y, r=4, class_="knot")]
        for y in (sheet.rows[one] for one in change.carried):
            found += [tag("path", d=f"M{x:.1f},{to:.1f} V{y:.1f}", class_="carry"), _knot(x, y)]
    return found


def _bend(sheet: _Sheet, x: float, source: str, target: str) -> str:
    y, to = sheet.rows[source], sheet.rows[target]
    return f"M{x:.1f},{y:.1f} C{x + 30:.1f},{y:.1f} {x:.1f},{to:.1f} {x + _BEND:.1f},{to:.1f}"


def _style(change: Change) -> str:
    return "curve interpreted" if change.interpreted else "curve"


def _label(sheet: _Sheet, change: Change) -> Markup:
    lanes = [sheet.rows[key] for key in change.lanes] or [_TOP]
    x, y = sheet.beside(change), min(lanes) + 20 + _LINE * sheet.turn(change)
    words = wrap(change.label, sheet.width - x - 8, 13, 1)
    texts = (tag("text", line, x=x, y=y) for line in words)
    return tag("g", *texts, class_="label")
