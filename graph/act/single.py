"""A file holds one act: a second one would be read as more of the first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.act.rules import rules_of
from graph.errors import NotAnActError, TextPlace
from graph.formats.tongue import LANGUAGES
from graph.language import load
from graph.model import NOWHERE, Source
from graph.repair import Paragraph


def check_single(paragraphs: Sequence[Paragraph], source: Source) -> None:
    """Raises NotAnActError, with the place, where words enact again, in any language that is read:
    another act has begun, unless words before them tell of a draft, which an act may hold.
    """
    rules = [rules_of(load(code)) for code in LANGUAGES]
    enacts = [
        at
        for at, one in enumerate(paragraphs)
        if not one.quoted and any(rule.enacting.search(one.text.string) for rule in rules)
    ]
    for first, at in pairwise(enacts):
        between = paragraphs[first : at + 1]
        if not any(rule.draft.search(one.text.string) for one in between for rule in rules):
            raise _second(paragraphs[at], source)


def _second(paragraph: Paragraph, source: Source) -> NotAnActError:
    text = paragraph.text
    place = next((place for place in text.places if place != NOWHERE), 0)
    line, column = source.line_and_column(place)
    words = text.string.strip()[-60:]
    return NotAnActError(
        "one act, in one language, in a file",
        f"words that enact a second time: «{words}»",
        TextPlace(source.name, line, column, words),
    )
