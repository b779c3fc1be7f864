"""The styles of the paragraphs of a DOCX document, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.formats.written import W, is_on

if TYPE_CHECKING:
    from docx.document import Document

RIGHT, CENTRE = "right", "center"
#: Newer editors name the sides of a line by where it begins and ends.
_SIDES = {"end": RIGHT}
#: A style rests on another one, and that on one more, no more often than this.
_DEEPEST = 20


class Styles:
    """The styles of a document by their id, with those on which each rests."""

    def __init__(self, document: Document) -> None:
        styles: list[Any] = [one for one in document.styles.element if one.tag == f"{W}style"]
        self._known = {one.get(f"{W}styleId"): one for one in styles}
        of_paragraphs = [one for one in styles if one.get(f"{W}type") == "paragraph"]
        default = [one for one in of_paragraphs if is_on_as(one, "default")]
        self._default = default[0].get(f"{W}styleId") if default else None
        self._chains: dict[str | None, list[Any]] = {}
        self._strong: dict[str | None, bool] = {}

    def chain(self, paragraph: Any) -> list[Any]:
        """The style of a paragraph, and those on which it rests, the nearest first."""
        own = _value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default
        if own not in self._chains:
            self._chains[own] = self._chain(own)
        return self._chains[own]

    def _chain(self, style: str | None) -> list[Any]:
        chain: list[Any] = []
        while style in self._known and len(chain) < _DEEPEST:
            chain.append(self._known[style])
            style = _value(chain[-1].find(f"{W}basedOn"))
        return chain

    def name(self, paragraph: Any) -> str:
        """What the style of a paragraph is called; empty if it has none."""
        chain = self.chain(paragraph)
        return (_value(chain[0].find(f"{W}name")) or "") if chain else ""

    def alignment(self, paragraph: Any) -> str:
        """How the lines of a paragraph are set, by itself or by its style."""
        for one in (paragraph, *self.chain(paragraph)):
            if side := _value(one.find(f"{W}pPr/{W}jc")):
                return _SIDES.get(side, side)
        return ""

    def is_strong(self, paragraph: Any) -> bool:
        """Whether the style of a paragraph makes its words bold or italic."""
        chain = self.chain(paragraph)
        style = chain[0].get(f"{W}styleId") if chain else None
        if style not in self._strong:
            told = (is_strong(one, default=None) for one in chain)
            self._strong[style] = next((one for one in told if one is not None), False)
        return self._strong[style]


def is_strong(holder: Any, *, default: bool | None) -> bool | None:
    """Whether a run, or a style, is bold or italic; the default where it does not say."""
    told = [holder.find(f"{W}rPr/{W}{name}") for name in ("b", "i")]
    if all(one is None for one in told):
        return default
    return any(is_on(one) for one in told)


def is_on_as(style: Any, name: str) -> bool:
    """Whether a style has a mark that is on."""
    return style.get(f"{W}{name}") in ("1", "true", "on")


def _value(element: Any) -> str | None:
    return None if element is None else element.get(f"{W}val")
