"""The dataset of an update, as the protocol names it: put into its words as `USING`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from api.gate import Token, tokens
from api.problems import RefusalError


def put_to(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with each of its patterns put to these graphs (SPARQL 1.1 Protocol, 2.2.3).

    RefusalError 400 when it names a dataset itself.
    """
    if not default and not named:
        return update
    graphs = [f"USING {ox.NamedNode(name)}" for name in default]
    graphs += [f"USING NAMED {ox.NamedNode(name)}" for name in named]
    written, end = [], 0
    for start, clause in _insertions(update, " ".join(graphs)):
        written += [update[end:start], clause]
        end = start
    return "".join([*written, update[end:]])


def _insertions(update: str, using: str) -> Iterator[tuple[int, str]]:
    """What is put in before each WHERE that stands outside all brackets."""
    found, depth = list(tokens(update)), 0
    for place, token in enumerate(found):
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        word = token.words.upper() if token.kind == "word" and not depth else ""
        if word in ("USING", "WITH"):
            raise RefusalError(400, "one way to name the dataset", word, "using-graph-uri")
        if word == "WHERE":
            short = place > 0 and found[place - 1].words.upper() == "DELETE"
            # DELETE WHERE has no place for USING: its pattern is also its template.
            template = _block(update, found[place + 1 :]) if short else ""
            yield token.start, f"{template} {using} "


def _block(update: str, found: Sequence[Token]) -> str:
    """The words of the first bracket with all that is in it."""
    depth = 0
    for token in found:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth == 0:
            return update[found[0].start : token.start + 1]
    return ""
