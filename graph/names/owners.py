"""A body whose name says two owners of one place with a comma between: its department and the
akimat, in any order where the owners stand first, the akimat last where they stand last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.names.lexicon import Lexicon
from graph.names.tokens import OPEN, WORD, Token

if TYPE_CHECKING:
    from graph.names.headfirst.formed import Span as Headfirst
    from graph.names.spans import Span

AKIMAT = "akimat"


def under_both(spans: Sequence[Span], tokens: Sequence[Token], words: Lexicon) -> list[Span]:
    """The names of a text, where «Алма облысы бақ басқармасының, Алма облысы әкімдігінің «X»
    мекемесі» is one: the first owner alone, in the genitive, would be a body of its own.
    """
    found: list[Span] = []
    for span in spans:
        if found and _owns_too(found[-1], span, tokens, words):
            span = replace(span, first=found.pop().first)
        found.append(span)
    return found


def _owns_too(above: Span, span: Span, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether a name in the genitive is an owner beside that with which the next name begins."""
    if above.case != "gen" or above.form or span.form is None or span.shared or span.said:
        return False
    if span.first != above.end + 1 or tokens[above.end].word != ",":
        return False
    place, again = tokens[above.first], tokens[span.first]
    if place.role != WORD or place.word != again.word:
        return False
    own = range(span.first + 1, span.name_end)
    opened = next((at for at in own if tokens[at].role == OPEN), span.first + 1)
    return any(_is_akimat(tokens[at - 1], words) for at in (above.end, opened))


def _is_akimat(token: Token, words: Lexicon) -> bool:
    kind = words.kind([token.word])
    return kind is not None and kind.code == AKIMAT


def under_both_last(
    spans: Sequence[Headfirst], tokens: Sequence[Token], is_akimat: Callable[[int], bool]
) -> list[Headfirst]:
    """The names of a text, where «учреждение «X» управления сада Яблочной области, акимата
    Яблочной области» is one. `is_akimat` tells at which tokens names of akimats begin.
    """
    found: list[Headfirst] = []
    for span in spans:
        last = found[-1] if found else None
        if last and _is_owned(last, span, tokens) and is_akimat(span.first):
            found[-1] = replace(last, name_end=span.end, end=span.end)
        else:
            found.append(span)
    return found


def _is_owned(span: Headfirst, akimat: Headfirst, tokens: Sequence[Token]) -> bool:
    """Whether an akimat in the genitive is the owner of the body before it beside another."""
    if span.form is None or span.shared or span.said or akimat.case != "gen":
        return False
    if akimat.first != span.end + 1 or tokens[span.end].word != "," or span.name_end != span.end:
        return False
    place = [one.word for one in tokens[akimat.first + 1 : akimat.end]]
    return place == [one.word for one in tokens[span.end - len(place) : span.end]]
