"""What is looked at in a query before any engine sees it: its form, its graphs, its depth."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from api.problems import RefusalError
from graph.errors import QueryError

LONGEST = 100_000
DEEPEST = 100
#: Signs in a row (`!!!…`, `---…`) nest as brackets do.
LONGEST_RUN = 50
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
)
#: An update that changes nothing.
_NOTHING = "CLEAR SILENT GRAPH <urn:x-shezhire:nothing>"
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<string>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|\"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
      |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
  | (?P<comment>\#[^\n\r]*)
  | (?P<other>[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:\w[\w.-]*)?:(?:\w|[.:-]|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<run>[!+-](?:\s*[!+-])+)
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query that matters here: what it is, its words, where it begins."""

    kind: str
    words: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """IRIs, names, words, brackets and runs of signs; strings and comments are left out."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or ""
        if kind not in ("string", "comment", "other"):
            yield Token(kind, match[0], match.start())


def inspect(
    query: str, graphs: Collection[str] | None, services: Collection[str] = frozenset()
) -> str:
    """The form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises QueryError for what is too long or nests too deep, for SERVICE and for a FROM of a
    graph that is not here, with the place; RefusalError 403 for an update. Where graphs come and
    go (None) an unknown one is an empty one.
    """
    found = _bounded(query)
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
    for place in range(len(found) - 1, -1, -1):
        token = found[place]
        if token.kind != "word" or not token.words.upper().endswith("LOAD"):
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


def _bounded(query: str) -> list[Token]:
    if len(query) > LONGEST:
        raise QueryError(f"at most {LONGEST} characters", f"{len(query)}", "query")
    found = list(tokens(query))
    _depth(query, found)
    _no_service(query, found)
    return found


def refused(query: str, token: Token, expected: str) -> QueryError:
    """An error that names the words and their line and column."""
    before = query[: token.start]
    column = token.start - (before.rfind("\n") + 1) + 1
    place = f"query:{before.count(chr(10)) + 1}:{column}"
    return QueryError(expected, token.words[:100], place)


def _depth(query: str, found: list[Token]) -> None:
    depth = 0
    for token in found:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth > DEEPEST:
            raise refused(query, token, f"brackets nested at most {DEEPEST} deep")
        if token.kind == "run" and sum(not c.isspace() for c in token.words) > LONGEST_RUN:
            raise refused(query, token, f"at most {LONGEST_RUN} signs in a row")


def _no_service(query: str, found: list[Token]) -> None:
    for token in found:
        # A word may be glued to the end of a number or of another word.
        if token.kind == "word" and token.words.upper().endswith("SERVICE"):
            raise refused(query, token, "a query of this dataset alone, without SERVICE")


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
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), token.words[1:-1])
