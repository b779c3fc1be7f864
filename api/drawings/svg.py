"""The few pieces of SVG that the drawings are made of: escaped, without inline style."""

from __future__ import annotations

from markupsafe import Markup, escape

Children = tuple[Markup | str, ...]


def tag(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """An element; `class_` becomes `class`, `text_anchor` becomes `text-anchor`."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(name), written, inner, Markup(name))


def _value(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def picture(
    prefix: str,
    size: tuple[float, float],
    title: str,
    desc: str,
    children: Children,
    name: str,
    role: str = "img",
) -> Markup:
    """A drawing with an accessible name and description; `prefix` keeps its ids apart.

    One with links inside is a `group`: the parts of an `img` cannot be reached.
    """
    width, height = size
    return tag(
        "svg",
        tag("title", title, id=f"{prefix}-title"),
        tag("desc", desc, id=f"{prefix}-desc"),
        *children,
        class_=f"drawing {name}",
        role=role,
        aria_labelledby=f"{prefix}-title {prefix}-desc",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
    )


def arrowhead(prefix: str) -> Markup:
    """The tip of a line; refer to it with `tip(prefix)`."""
    return tag(
        "defs",
        tag(
            "marker",
            tag("path", d="M0,0 L8,4 L0,8 z", class_="tip"),
            id=f"{prefix}-tip",
            viewBox="0 0 8 8",
            refX="7",
            refY="4",
            markerWidth="8",
            markerHeight="8",
            markerUnits="userSpaceOnUse",
            orient="auto",
        ),
    )


def tip(prefix: str) -> str:
    """What `marker_end` of a line with an arrowhead says."""
    return f"url(#{prefix}-tip)"


def wrap(text: str, width: float, size: float, lines: int) -> list[str]:
    """Words broken into at most `lines` lines of `width` pixels at a font size, by estimate.

    A letter of Cyrillic sans serif is taken as 0.6 of the size; what is left out shows as «…».
    """
    room = max(4, int(width / (size * 0.6)))
    found: list[str] = [""]
    for word in text.split():
        if not found[-1]:
            found[-1] = word
        elif len(found[-1]) + 1 + len(word) <= room:
            found[-1] += f" {word}"
        else:
            found.append(word)
    found = [_fit(line, room) for line in found]
    return found if len(found) <= lines else [*found[: lines - 1], _cut(found[lines - 1], room)]


def _fit(line: str, room: int) -> str:
    return line if len(line) <= room else f"{line[: room - 1]}…"


def _cut(line: str, room: int) -> str:
    return f"{line[: room - 1].rstrip(' ,;–-')}…"
