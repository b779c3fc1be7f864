"""The hierarchy of a day as nested JSON."""

from __future__ import annotations

import orjson

from graph.exports.values import tree_json
from graph.hierarchy import Moment


def tree_bytes(moment: Moment, language: str = "kk") -> bytes:
    """The tops with all that stand under them, each with its total and its children."""
    tops = [tree_json(moment, moment.tree(step.body.iri), language) for step in moment.roots()]
    answer = {"at": moment.day, "known_at": moment.known, "items": tops}
    return orjson.dumps(answer, option=orjson.OPT_INDENT_2)
