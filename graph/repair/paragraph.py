"""A paragraph made whole."""

from __future__ import annotations

from dataclasses import dataclass

from graph.formats import Role
from graph.model import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph made whole; `indented` as printed, `apart` if a form feed stands before it.

    The rest is known only where the file has markup (`marked`): the role of the paragraph, the
    white space before it (`depth`), where in its words each line but the first begins (`breaks`),
    and the cells of each row of a table. `quoted` counts, from 1, the wordings of other acts: all
    paragraphs of one wording have the same number.
    """

    text: Text
    indented: bool
    apart: bool
    role: Role = Role.PLAIN
    marked: bool = False
    depth: int = 0
    breaks: tuple[int, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    quoted: int = 0
