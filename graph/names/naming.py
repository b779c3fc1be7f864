"""A body named in a text."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Mention


@dataclass(frozen=True, slots=True)
class Naming:
    """A body named in a text: from `start` to `end` in its characters, in a case.

    `superiors` are the bodies printed inside the name, outermost first, each with the ranges of
    its own words.
    """

    mention: Mention
    start: int
    end: int
    case: str
    superiors: tuple[Mention, ...] = ()
