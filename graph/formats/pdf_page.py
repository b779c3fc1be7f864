"""A page of a PDF document whose fonts are read once for the whole document."""

from __future__ import annotations

from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, IndirectObject

#: A font by its place in the file: number and generation.
Place = tuple[int, int]
#: How many nodes of the tree of pages lie above a page, at most.
_DEEPEST = 64


class Page(PageObject):
    """A page as pypdf has it, with the fonts that other pages have brought.

    pypdf reads the fonts of each page anew, which takes nine tenths of its time: a font tells what
    each of its thousands of signs means. Should another release of pypdf not ask for them in this
    way, the text is the same, and as slow as ever.
    """

    def __init__(self, page: PageObject, fonts: dict[Place, Any]) -> None:
        super().__init__(page.pdf, page.indirect_reference)
        self.update(page)
        self._fonts = fonts

    def _layout_mode_fonts(self) -> dict[str, Any]:
        places = _places(self)
        if places is not None and self._fonts.keys() >= {*places.values()}:
            return {name: self._fonts[place] for name, place in places.items()}
        found: dict[str, Any] = super()._layout_mode_fonts()
        if places is not None and places.keys() == found.keys():
            self._fonts.update((place, found[name]) for name, place in places.items())
        return found


def _places(page: PageObject) -> dict[str, Place] | None:
    """Where the font of each name lies; None if one of them is written where it is used.

    Names of what stands above a page in the tree of pages go before its own, as pypdf has it.
    """
    places: dict[str, Place] = {}
    holder: Any = page
    for _ in range(_DEEPEST):
        fonts = _inside(_inside(holder, "/Resources"), "/Font")
        for name in fonts:
            font = fonts.raw_get(name)
            if not isinstance(font, IndirectObject):
                return None
            places[name] = font.idnum, font.generation
        holder = _inside(holder, "/Parent")
        if not holder:
            return places
    return None


def _inside(holder: DictionaryObject, name: str) -> DictionaryObject:
    value = holder.get(name)
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()
