"""The two names of a row that tells who becomes who, where no form or quotes tell them."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.claims.context import Context
from graph.grammar import Found
from graph.model import Provision
from graph.names import read_name, read_namings
from graph.names.lexicon import compiled
from graph.words import plain


def halves(context: Context, row: Provision) -> list[Found]:
    """The bodies that stand on both sides of the words between them in a row, each nothing but a
    name with a word for its kind: «экономика басқармасы – экономика департаменті болып»; none
    where the row is anything else.
    """
    data = context.language.section("phrases")["halves"]
    closed = re.search(data["closes"], row.text.string)
    end = closed.start() if closed else len(row.text)
    for between in re.finditer(data["between"], row.text.string[:end]):
        sides = (_side(context, row, 0, between.start()), _side(context, row, between.end(), end))
        if found := [one for one in sides if one]:
            return found if len(found) == len(sides) else []
    return []


def _side(context: Context, row: Provision, start: int, end: int) -> Found | None:
    """The body that fills a stretch of a row."""
    text, source, code = row.text.cut(start, end), context.document.source, context.language.code
    words = compiled(code)
    if words.head_first:
        naming = next(iter(read_namings(text, source, code, ordered=True)), None)
        fills = naming is not None and (naming.start, naming.end) == (0, len(text))
        found = context.found(text, naming) if naming and fills else None
        return replace(found, start=start, end=end, after=end) if found else None
    last = words.inflections.get(plain(text.string, code).rpartition(" ")[2])
    if last is None or last.case != "nom" or last.plural or not last.possessed:
        return None
    mention = read_name(text.string, code, text.ranges(source, 0, len(text)))
    return Found(mention, start, end, "nom", after=end) if mention.kind else None
