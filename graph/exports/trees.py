"""The hierarchy of a day as nested JSON."""

from __future__ import annotations

from typing import Any

import orjson

from graph.hierarchy import Moment, Tree


def tree_bytes(moment: Moment, language: str = "kk") -> bytes:
    """The tops with all that stand under them: slug, name, form, kind, place, total, children."""
    tops = [_branch(moment.tree(step.body.iri), language) for step in moment.roots()]
    return orjson.dumps({"at": moment.day, "items": tops}, option=orjson.OPT_INDENT_2)


def _branch(tree: Tree, language: str) -> dict[str, Any]:
    body = tree.step.body
    codes = {"form": body.form, "kind": body.kind, "place": body.place}
    return {
        "@id": body.iri,
        "slug": body.slug,
        "name": body.name(language),
        "legal_name": body.legal_name(language),
        **{name: code.label(language) if code else None for name, code in codes.items()},
        "status": tree.step.answer.value,
        "total": tree.total,
        "children": [_branch(child, language) for child in tree.children],
    }
