"""Parts of an act that stand there as removed only: noted with the act that removed them."""

from __future__ import annotations

from functools import cache

from graph.claims.context import Context, Reading
from graph.claims.notes import note_amendment
from graph.claims.printed import Rule, rule
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Provision

#: The kind of amendment that leaves nothing of a part.
KIND = "repealed"


def read_removed(part: Provision, context: Context, reading: Reading) -> bool:
    """Whether a part is nothing but the word that it was removed; if so, it is noted.

    A part that names no act which removed it is read and says nothing.
    """
    if not is_removed(part, context):
        return False
    note_amendment(context, part, KIND, part.eid, reading)
    reading.read |= {one.eid for one in part.walk()}
    return True


def is_removed(part: Provision, context: Context) -> bool:
    """Whether a part is nothing but the word that it was removed, or the sign that stands there."""
    if not any(one.isalnum() for one in part.text.string):
        return not part.children and bool(part.text.string.strip())
    match = _rule(context.language, context.grammar).match(context.masked(part))
    return match is not None and not part.text.string[: match.start].strip(" *(")


def read_removed_clause(context: Context, part: Provision) -> Reading:
    """The same as a reader of clauses."""
    reading = Reading()
    read_removed(part, context, reading)
    return reading


@cache
def _rule(language: Language, grammar: Grammar) -> Rule:
    return rule(grammar, language.section("phrases")["removed"])
