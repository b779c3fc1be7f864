"""Paragraphs that a copy has torn in two are put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.formats import Role
from graph.repair.log import Log
from graph.repair.paragraph import Paragraph
from graph.repair.seams import seam
from graph.repair.texts import put_together

_FINISHED = (".", ";", ":", "!", "?", ",")
#: Fewer words are no sentence that was begun.
_LEAST = 3
#: A town by the letter for its kind, and what leads to one.
_TOWN = re.compile(r"[^\W\d_]\.\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+[\s*]*")
_LEADS = re.compile(r"(?<!\w)\w{1,3}$")


def put_back(paragraphs: Sequence[Paragraph], log: Log) -> list[Paragraph]:
    """The paragraphs, those put together whose sentence goes on in the next one.

    A sentence goes on in small letters after words that no mark finishes.
    """
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        if whole and _goes_on(whole[-1], paragraph):
            whole[-1] = _joined(whole[-1], paragraph, log)
        else:
            whole.append(paragraph)
    return whole


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    if before.rows or after.rows or {before.role, after.role} != {Role.PLAIN}:
        return False
    words, following = before.text.string.rstrip(), after.text.string
    begun = len(words.split()) >= _LEAST and not words.endswith(_FINISHED)
    # «г. Алматы» alone heads what follows, unless a short word leads to it.
    heads = _TOWN.fullmatch(following) and _LEADS.search(words) is None
    return begun and following[:1].islower() and not heads


def _joined(before: Paragraph, after: Paragraph, log: Log) -> Paragraph:
    joint = seam(before.text.string, after.text.string)
    start = len(before.text) + sum(map(len, joint))
    text = put_together([before.text, *joint, after.text])
    breaks = (*before.breaks, start, *(start + at for at in after.breaks))
    end = len(before.text)
    seen = put_together([before.text.cut(end - 1, end), after.text.cut(0, 1)])
    log.note("paragraph-torn", seen, text.string[end - 1 : start + 1])
    return replace(before, text=text, breaks=breaks)
