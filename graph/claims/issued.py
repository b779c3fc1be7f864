"""Who passed an act, by its side file and by its own words: they must not say different things."""

from __future__ import annotations

import re

from graph.claims.context import Context
from graph.claims.references import Reference, same_in_all
from graph.errors import SideFileError
from graph.model import Provision, ProvisionKind

#: The enacting words and the issuer before them stand in so many characters of a preamble.
_END = 60
#: How the key of an act of an akim ends its name.
_AKIM = "-akim"


def check_issuer(context: Context, told: Reference, printed: Reference | None) -> None:
    """Raise SideFileError where the side file names another type of act, or another issuer, than
    the line of requisites prints or, where there is none, the enacting words tell.
    """
    if printed:
        line = next(p for p in context.document.walk() if p.kind is ProvisionKind.REQUISITES)
        types = told.type is None or printed.type is None or told.type == printed.type
        if not types or _names(told) - _names(printed):
            _refuse(context, line.text.string)
        return
    for preamble in context.document.parts:
        if preamble.kind is ProvisionKind.PREAMBLE and _speaks_of_another(context, preamble, told):
            _refuse(context, preamble.text.string[-_END:].lstrip())


def _speaks_of_another(context: Context, preamble: Provision, told: Reference) -> bool:
    """Whether a preamble enacts what an act of another type does, or another body does it."""
    data = context.language.section("phrases")
    words = preamble.text.string.lower()
    if told.type and (data["enacts-order"] in words[-_END:]) != (told.type == "order"):
        return True
    named = [
        one.mention
        for one in context.bodies(preamble.text)
        if one.case == "nom" and re.match(rf"\s+{data['enacts']}", words[one.end :])
    ]
    # Of a joint act each issuer enacts; the side file names one of them first.
    issuers = {_of_place(name) for one in named if (name := same_in_all(one))}
    return len(issuers) == 1 and bool(_names(told) - issuers)


def _names(told: Reference) -> set[str]:
    """What the key of an act calls its issuer, where that is the same in every language."""
    name = same_in_all(told.issuer) if told.issuer else None
    return {_of_place(name)} if name else set()


def _of_place(name: str) -> str:
    """An akim and the akimat of the same place are one: copies of an act name either."""
    return f"{name}at" if name.endswith(_AKIM) else name


def _refuse(context: Context, words: str) -> None:
    expected = f"the requisites of the text ({words})"
    raise SideFileError(
        expected, f"«{context.document.side.requisites}»", context.document.source.name
    )
