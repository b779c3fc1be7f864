"""The styles of the paragraphs of a DOCX document, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph


class Styles:
    """Styles by their id: the library goes through all of them for each paragraph without one."""

    def __init__(self) -> None:
        self._known: dict[str | None, ParagraphStyle | None] = {}

    def of(self, paragraph: Paragraph) -> ParagraphStyle | None:
        """The style of a paragraph of the document."""
        name = paragraph._p.style
        if name not in self._known:
            self._known[name] = paragraph.style
        return self._known[name]
