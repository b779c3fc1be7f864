"""Where the text of an act breaks off, and what only looks as if it did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.act.page import Page
from graph.act.rules import Rules
from graph.model import Document, Provision, ProvisionKind

SENTENCES = (
    ProvisionKind.POINT,
    ProvisionKind.ITEM,
    ProvisionKind.INDENT,
    ProvisionKind.PARAGRAPH,
)
# What begins an appendix of the act; one of an approved document may be a drawing that is lost, and
# a note tells what became of what stood there.
_OPENINGS = (ProvisionKind.STAMP, ProvisionKind.HEADING, ProvisionKind.CHAPTER)
# How a sentence ends; words in brackets behind the last one are an aside of who keeps the copy.
_ENDED = re.compile(r'\.["»]?$|^\(.*\)$', re.DOTALL)
_CLOSED = re.compile(r'["»]\s?[.;]*$')
#: The signs with which a sentence or a row goes on, or ends.
_SIGNS = ".,:;"
#: Paragraphs that such an aside takes, at most.
_ASIDE = 4


def look_at_end(page: Page, document: Document, rules: Rules) -> None:
    """A text breaks off if no signature ends the act, or if its last words end no sentence."""
    parts = list(document.walk())
    last = parts[-1]
    signed = any(part.kind is ProvisionKind.SIGNATURE for part in parts)
    if not signed:
        page.fault("cut-off", last, "no signature")
    elif last.kind in SENTENCES and not _ends(parts, rules):
        page.fault("cut-off", last, "no end of a sentence")
    elif last.kind is ProvisionKind.QUOTED and not _is_closed(parts):
        page.fault("cut-off", last, "a wording that is not closed")
    elif last.kind in _OPENINGS and last.eid.count("app_") == 1 and "~" not in last.eid[-3:]:
        page.fault("cut-off", last, "nothing follows")
    elif last.kind is ProvisionKind.ROW and _lacks_total(parts, rules):
        page.fault("cut-off", last, "a table without its total")


def _ends(parts: Sequence[Provision], rules: Rules) -> bool:
    """Whether the last words end a sentence, or are none: a signature, a sum, an aside, a row of
    those that have no sign at their end.
    """
    words = parts[-1].text.string.strip()
    alone = any(rule.fullmatch(words) for rule in (rules.signature, rules.total))
    return bool(_ENDED.search(words)) or alone or _is_aside(parts) or _is_unmarked(parts)


def _is_aside(parts: Sequence[Provision]) -> bool:
    """Whether a bracket that stands around the last paragraphs ends them."""
    words = [part.text.string.strip() for part in parts[-_ASIDE:]]
    begins = next((at for at in reversed(range(len(words))) if words[at].startswith("(")), None)
    return begins is not None and _ENDED.search("\n".join(words[begins:])) is not None


def _is_unmarked(parts: Sequence[Provision]) -> bool:
    """Whether the last row ends as the one before it does, in no sign."""
    last = parts[-1]
    above = last.eid.rpartition("__")[0]
    rows = [one for one in parts if one.eid.rpartition("__")[0] == above and one.kind is last.kind]
    ends = [one.text.string.rstrip()[-1:] for one in rows[-2:]]
    return len(ends) == 2 and all(end not in _SIGNS for end in ends)


def _is_closed(parts: Sequence[Provision]) -> bool:
    """Whether a new wording is closed at its end, or before words that the page has put there."""
    unit = parts[-1].eid.rpartition("__para_")[0]
    wording = [one for one in parts if unit and one.eid.startswith(unit)]
    return any(_CLOSED.search(one.text.string) for one in wording or parts[-1:])


def _lacks_total(parts: Sequence[Provision], rules: Rules) -> bool:
    """Whether the rows of a last table that is summed have no sum among them."""
    unit = parts[-1].eid.partition("__")[0]
    table = parts[-1].eid.rpartition("__")[0]
    rows = [one.text.string for one in parts if one.eid.startswith(f"{table}__row_")]
    heads = [
        one.text.string
        for one in parts
        if one.kind is ProvisionKind.HEADING and one.eid.startswith(unit)
    ]
    summed = any(rules.summed.search(words) for words in (*heads, *rows[:1]))
    return summed and not any(rules.total.fullmatch(words) for words in rows)
