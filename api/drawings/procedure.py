"""A procedure drawn from top to bottom: rows in the order of the act, branches set in."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from api.drawings.svg import arrowhead, picture, tag, tip, wrap

_PAD = 14.0
_LINE = 18.0
_SIZE = 14.0
_SMALL = 12.5
_GAP = 34.0
_RAIL = 22.0
_CORNER = 10.0


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a row leads: to another row by its number, or to the end (None)."""

    to: int | None
    label: str = ""
    interpreted: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One row: its number from 1, label, kind (process, condition, action), words and who does it.

    `foot` is printed small under the words (actor, system); `time` at the right; `end` is the
    total of the path that ends here, "" for a row that leads on.
    """

    row: int
    label: str
    kind: str
    text: str
    foot: str
    time: str
    branches: tuple[Branch, ...]
    end: str = ""


@dataclass(frozen=True, slots=True)
class _Box:
    step: Step
    x: float
    y: float
    width: float
    words: tuple[str, ...]
    foot: tuple[str, ...]
    turns: tuple[str, ...]
    side: bool

    @property
    def height(self) -> float:
        return _height(len(self.words), len(self.foot) + len(self.turns))

    @property
    def bottom(self) -> float:
        return self.y + self.height


def draw_procedure(
    steps: tuple[Step, ...], title: str, desc: str, width: int, prefix: str
) -> Markup:
    """The drawing of a procedure, `width` pixels wide; ids begin with `prefix`."""
    boxes = _lay(steps, float(width))
    by_row = {box.step.row: box for box in boxes}
    lines = [_edge(box, branch, by_row, prefix) for box in boxes for branch in box.step.branches]
    shapes = [_shape(box) for box in boxes]
    height = max((box.bottom + _end_room(box) for box in boxes), default=0.0) + 4
    return picture(
        prefix, (width, height), title, desc, (arrowhead(prefix), *lines, *shapes), "procedure"
    )


def side_rows(steps: tuple[Step, ...]) -> frozenset[int]:
    """Rows set in: those that end a path while the procedure goes on after them."""
    last = max((step.row for step in steps), default=0)
    return frozenset(step.row for step in steps if step.end and step.row != last)


def _lay(steps: tuple[Step, ...], width: float) -> list[_Box]:
    aside, indent = side_rows(steps), min(110.0, max(44.0, width * 0.14))
    boxes: list[_Box] = []
    y = 2.0
    for step in steps:
        side = step.row in aside
        boxes.append(_box(step, 2.0 + (indent if side else 0.0), y, width, side))
        y = boxes[-1].bottom + _GAP + (14.0 if step.end else 0.0)
    return boxes


def _box(step: Step, x: float, y: float, width: float, side: bool) -> _Box:
    room = width - x - 2
    inner = room - 2 * _PAD
    foot = wrap(step.foot, inner, _SMALL, 3) if step.foot else []
    named = (f"→ {one.to}: {one.label}" for one in step.branches if one.label)
    turns = (line for words in named for line in wrap(words, inner, _SMALL, 3))
    words = wrap(step.text, inner, _SIZE, 6 if width < 500 else 3)
    return _Box(step, x, y, room, tuple(words), tuple(foot), tuple(turns), side)


def _height(words: int, foot: int) -> float:
    return 2 * _PAD + (1 + words + foot) * _LINE + (4 if foot else 0) - 4


def _end_room(box: _Box) -> float:
    return 40.0 if box.step.end else 0.0


def _shape(box: _Box) -> Markup:
    step = box.step
    outline = _hexagon(box) if step.kind == "condition" else _rectangle(box)
    top = box.y + _PAD + 10
    head = tag("text", f"{step.row} · {step.label}", x=box.x + _PAD, y=top, class_="head")
    time = tag(
        "text", step.time, x=box.x + box.width - _PAD, y=top, class_="time", text_anchor="end"
    )
    words = _lines(box, box.words, top + _LINE, "words", "kk")
    under = top + _LINE * (1 + len(box.words)) + 4
    foot = _lines(box, box.foot, under, "foot", "kk")
    turns = _lines(box, box.turns, under + _LINE * len(box.foot), "turn", "kk")
    return tag(
        "g", outline, head, time, *words, *foot, *turns, *_end(box), class_=f"step {step.kind}"
    )


def _lines(box: _Box, lines: tuple[str, ...], top: float, name: str, lang: str) -> list[Markup]:
    return [
        tag("text", line, x=box.x + _PAD, y=top + i * _LINE, class_=name, lang=lang)
        for i, line in enumerate(lines)
    ]


def _rectangle(box: _Box) -> Markup:
    return tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=6, class_="outline")


def _hexagon(box: _Box) -> Markup:
    left, right, middle = box.x, box.x + box.width, box.y + box.height / 2
    points = (
        (left + _CORNER, box.y),
        (right - _CORNER, box.y),
        (right, middle),
        (right - _CORNER, box.bottom),
        (left + _CORNER, box.bottom),
        (left, middle),
    )
    return tag("polygon", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points), class_="outline")


def _end(box: _Box) -> list[Markup]:
    if not box.step.end:
        return []
    x, y = box.x + _RAIL, box.bottom + 22
    return [
        tag("path", d=f"M{x:.1f},{box.bottom:.1f} V{y - 8:.1f}", class_="edge"),
        tag("circle", cx=x, cy=y, r=8, class_="end"),
        tag("circle", cx=x, cy=y, r=4, class_="end-core"),
        tag("text", box.step.end, x=x + 16, y=y + 5, class_="sum"),
    ]


def _edge(box: _Box, branch: Branch, by_row: dict[int, _Box], prefix: str) -> Markup:
    target = by_row.get(branch.to or 0)
    if target is None:
        return Markup("")
    down, side = target.y > box.y, target.side and not box.side
    x = target.x + _RAIL if side else box.x + _RAIL
    blocked = not down or (not side and _between(box, target, by_row))
    path = _round(box, target) if blocked else f"M{x:.1f},{box.bottom:.1f} V{target.y - 2:.1f}"
    return tag("path", d=path, class_=_edge_class(branch), marker_end=tip(prefix))


def _edge_class(branch: Branch) -> str:
    return "edge interpreted" if branch.interpreted else "edge"


def _between(box: _Box, target: _Box, by_row: dict[int, _Box]) -> bool:
    """Whether a box of the same column stands between two boxes."""
    return any(box.y < other.y < target.y and other.side == box.side for other in by_row.values())


def _round(box: _Box, target: _Box) -> str:
    """A line around the boxes between, along the right edge."""
    x = box.x + box.width - 8
    y = target.y - 2
    bend = f"{x + 10:.1f},{box.bottom + 20:.1f} {x + 10:.1f},{y - 20:.1f}"
    return f"M{x:.1f},{box.bottom:.1f} C{bend} {x:.1f},{y:.1f}"
