"""The wordings that a clause gives for another act, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.claims.context import Context
from graph.model import Provision, ProvisionKind

_QUOTED = ProvisionKind.QUOTED


def wordings(context: Context, part: Provision) -> Iterator[Provision]:
    """The paragraphs of the wordings under a clause or right behind it; of a row of a table its
    first cell."""
    lead = context.lead_in(part)
    under = [one for one in part.children if one.kind is _QUOTED]
    if not under and lead is not None:
        at = next(place for place, child in enumerate(lead.children) if child is part)
        for one in lead.children[at + 1 :]:
            if one.kind is not _QUOTED:
                break
            under.append(one)
    for wording in under:
        for one in wording.walk():
            if one.cells:
                yield replace(one, text=one.cells[0], cells=(), children=[])
            elif one.text.string.strip(' "«».;'):
                yield one
