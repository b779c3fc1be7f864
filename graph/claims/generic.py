"""A bare kind that stands for a body of the act: «министрліктің қарамағындағы ұйымдар»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.claims.context import Context
from graph.grammar import Found, Masked, mask
from graph.model import Mention, Provision, ProvisionKind
from graph.names import read_name
from graph.names.lexicon import compiled

#: The point in which a clause stands.
_POINT = re.compile(r"(?:app_[\d~]+__)?point_[\d~]+")
_WORD = re.compile(r"[^\W\d_]+")


def with_generic(context: Context, part: Provision) -> Masked | None:
    """The words of a part with a body in the genitive for the first bare kind; None without one.

    It is the last body of that kind that the point names before it (that of the act which the point
    amends), else the first that the act names.
    """
    found = context.masked(part).found
    for start, end, kind in _kinds(context, part.text.string):
        free = not any(one.start <= start < one.end for one in found)
        if free and (body := _meant(context, part, kind)):
            meant = Found(body, start, end, "gen", short=True)
            return mask(part.text.string, sorted([*found, meant], key=lambda one: one.start))
    return _with_shortened(context, part)


def _with_shortened(context: Context, part: Provision) -> Masked | None:
    """The words of a part with the body it begins with, told by the end of its name: «Ұлттық
    қауіпсіздік комитетінің …» in the act of «Қазақстан Республикасының Ұлттық …».
    """
    words, found = part.text.string, context.masked(part).found
    end = next((end for start, end in _possessed(context, words) if start), None)
    if end is None or any(one.start < end for one in found):
        return None
    name = read_name(words[:end], context.language.code).whole
    body = _first(context, lambda one: one.whole.endswith(f" {name}"))
    meant = Found(body, 0, end, "gen", short=True) if body else None
    return mask(words, [meant, *found]) if meant else None


def _possessed(context: Context, words: str) -> Iterator[tuple[int, int]]:
    """Where kinds stand in the genitive that are told whose they are or of what."""
    inflections = compiled(context.language.code).inflections
    for hit in _WORD.finditer(words):
        form = inflections.get(hit[0].lower())
        if form and form.possessed and form.case == "gen":
            yield hit.span()


def _kinds(context: Context, words: str) -> Iterator[tuple[int, int, str]]:
    """Where kinds without a name stand in the genitive, and the code of each."""
    lexicon = compiled(context.language.code)
    for hit in _WORD.finditer(words):
        word = hit[0].lower()
        form, kind = lexicon.inflections.get(word), lexicon.kind([word])
        if form and kind and form.case == "gen" and kind.bare and not form.possessed:
            yield *hit.span(), kind.code


def _meant(context: Context, part: Provision, kind: str) -> Mention | None:
    point = _POINT.match(part.eid)
    above = _named_above(context, point[0], part.eid.partition("~list")[0]) if point else ()
    in_point = [one for one in above if one.kind == kind]
    return in_point[-1] if in_point else _first_of(context, kind)


def _named_above(context: Context, point: str, eid: str) -> Iterator[Mention]:
    """The bodies that a point names before a clause of it, but not in the wordings it quotes."""
    for part in context.document.walk():
        if part.eid == eid:
            return
        own = part.eid == point or part.eid.startswith(f"{point}__")
        if own and part.kind is not ProvisionKind.QUOTED and "__quoted_" not in part.eid:
            yield from (one.mention for one in context.masked(part).found)


def _first_of(context: Context, kind: str) -> Mention | None:
    return _first(context, lambda one: one.kind == kind)


def _first(context: Context, is_meant: Callable[[Mention], bool]) -> Mention | None:
    named = (one.mention for part in context.document.walk() for one in context.masked(part).found)
    return next((one for one in named if is_meant(one)), None)
