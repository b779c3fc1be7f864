"""What is looked at in a query before any engine sees it: its form, its graphs, its depth."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import accumulate
from urllib.parse import urljoin

from api.gate.reading import ESCAPE, Token, refused, tokens, unescaped
from api.problems import RefusalError
from graph.errors import QueryError

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
)
#: An update that changes nothing.
_NOTHING = "CLEAR SILENT GRAPH <urn:x-shezhire:nothing>"


#: After these words the name of a graph stands, or of a prefix.
_BEFORE_A_NAME = frozenset(("GRAPH", "FROM", "NAMED", "WITH", "USING", "INTO", "TO", "PREFIX"))


def inspect(
    query: str, graphs: Collection[str] | None, services: Collection[str] = frozenset()
) -> str:
    """The form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises QueryError for what is too long or nests too deep, for SERVICE and for a FROM of a
    graph that is not here, with the place; RefusalError 403 for an update. Where graphs come and
    go (None) an unknown one is an empty one.
    """
    found = _bounded(query, services)
    form = _form(found)
    for token, graph in _from(query, found):
        if graphs is not None and graph not in graphs:
            raise refused(query, token, "a graph of this dataset")
    return form


def inspect_update(update: str) -> str:
    """The update as it may be run: nothing is fetched, so LOAD SILENT fails and does nothing.

    QueryError for what is too long or nests too deep, for SERVICE, and for LOAD.
    """
    found = _bounded(update)
    depth = _depths(found)
    for place in range(len(found) - 1, -1, -1):
        token = found[place]
        if depth[place] or not _loads(token, found[place - 1] if place else token):
            continue
        if [t.words.upper() for t in found[place : place + 2]] != ["LOAD", "SILENT"]:
            raise refused(update, token, "an update of this dataset alone, without LOAD")
        update = update[: token.start] + _NOTHING + update[_end_of_load(found[place:]) :]
    return update


def _end_of_load(found: list[Token]) -> int:
    """Where LOAD SILENT <IRI> INTO GRAPH <IRI> ends; its last part may be missing."""
    into = len(found) > 3 and found[3].words.upper() == "INTO"
    last = found[: 6 if into else 3][-1]
    return last.start + len(last.words)


def _depths(found: list[Token]) -> list[int]:
    """In how many brackets each token stands."""
    steps = ({"open": 1, "close": -1}.get(token.kind, 0) for token in found)
    return list(accumulate(steps))


def _loads(token: Token, before: Token) -> bool:
    """Whether it is the word, alone or glued to what stands before or after it."""
    words = token.words.upper()
    if token.kind == "name":
        return words.startswith("LOAD") and before.words.upper() not in _BEFORE_A_NAME
    return token.kind == "word" and words.endswith("LOAD")


def _bounded(query: str, services: Collection[str] = frozenset()) -> list[Token]:
    """The tokens; code points written as escapes are looked at both ways, as engines differ."""
    found = tokens(query)
    _no_service(query, found, services)
    if ESCAPE.search(query):
        plain = unescaped(query)
        try:
            hidden = tokens(plain)
        except QueryError:
            # What is no query with its escapes resolved is none for who resolves them first.
            return found
        _no_service(plain, hidden, services)
    return found


def _no_service(query: str, found: list[Token], services: Collection[str]) -> None:
    """A word may be glued to the end of a number or of another word, or to the name after it."""
    for place, token in enumerate(found):
        served = token.words.upper() == "SERVICE" and _asked(found, place) in services
        if token.kind == "word" and token.words.upper().endswith("SERVICE") and not served:
            raise refused(query, token, _told(services))
        if token.kind == "name" and "SERVICE" in token.words.partition(":")[0].upper():
            before = found[place - 1].words.upper() if place else ""
            after = found[place + 1].words if place + 1 < len(found) else ""
            if after == "{" and before not in _BEFORE_A_NAME:
                raise refused(query, token, _told(services))


def _asked(found: list[Token], place: int) -> str:
    """The endpoint after the word SERVICE, where it is named whole; nothing otherwise."""
    after = [t for t in found[place + 1 : place + 3] if t.words.upper() != "SILENT"]
    if not after or "\\" in after[0].words or "%" in after[0].words:
        return ""
    if after[0].kind == "iri":
        return after[0].words[1:-1]
    prefix, _, local = after[0].words.partition(":")
    return _whole_prefixes(found).get(prefix, "") + local if after[0].kind == "name" else ""


def _whole_prefixes(found: list[Token]) -> dict[str, str]:
    """Prefixes whose IRIs need no base: those of SERVICE must not depend on how it is resolved."""
    prefixes = {}
    for word, name, iri in zip(found, found[1:], found[2:], strict=False):
        if word.words.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            prefixes[name.words[:-1]] = iri.words[1:-1] if "://" in iri.words else ""
    return prefixes


def _told(services: Collection[str]) -> str:
    if not services:
        return "a query of this dataset alone, without SERVICE"
    return "SERVICE of one of " + ", ".join(sorted(services))


def _form(found: list[Token]) -> str:
    """The first word that is a form; the prologue has none."""
    for token in found:
        word = token.words.upper() if token.kind == "word" else ""
        if word in FORMS:
            return word
        if word in UPDATES:
            raise RefusalError(403, "a query: this endpoint is read-only", word, "query")
    raise QueryError(" or ".join(FORMS), "none of them", "query:1:1")


def _from(query: str, found: list[Token]) -> Iterator[tuple[Token, str]]:
    """The graphs that FROM and FROM NAMED name, with relative and prefixed names resolved."""
    prefixes: dict[str, str] = {}
    base = ""
    for place, token in enumerate(found):
        word = token.words.upper() if token.kind == "word" else ""
        after = found[place + 1 : place + 3]
        if word == "PREFIX" and [t.kind for t in after] == ["name", "iri"]:
            prefixes[after[0].words[:-1]] = urljoin(base, _iri(after[1]))
        elif word == "BASE" and after and after[0].kind == "iri":
            base = urljoin(base, _iri(after[0]))
        elif word == "FROM":
            named = after[0].kind == "word" if after else False
            target = after[-1] if named else after[0] if after else token
            yield target, _resolved(query, target, prefixes, base)


def _resolved(query: str, token: Token, prefixes: dict[str, str], base: str) -> str:
    if token.kind == "iri":
        return urljoin(base, _iri(token))
    prefix, _, local = token.words.partition(":")
    if token.kind != "name" or prefix not in prefixes:
        raise refused(query, token, "the name of a graph")
    return prefixes[prefix] + local.replace("\\", "")


def _iri(token: Token) -> str:
    """The IRI between the brackets, its code point escapes resolved as engines do."""
    return unescaped(token.words[1:-1])
