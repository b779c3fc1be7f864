"""A query in pieces: read once from left to right, in a time that grows as its length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.errors import QueryError

LONGEST = 100_000
#: Words, names, literals and signs: what reading them costs the server is bounded by their number.
MOST = 30_000
LONGEST_NAME = 2_000
DEEPEST = 100
#: Signs in a row (`!!!…`, `---…`) nest as brackets do.
LONGEST_RUN = 50
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_IRI = r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>"""
_LOCAL = r"(?::(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*+)"
#: No repetition gives back what it took, and what begins like a string but does not end stops the
#: reading: otherwise some texts of this length would take minutes.
_TOKEN = re.compile(
    rf"""
    (?P<iri>{_IRI})
  | (?P<string>'''(?:'{{0,2}}+(?:[^'\\]|\\.))*+'''|\"\"\"(?:"{{0,2}}+(?:[^"\\]|\\.))*+\"\"\"
      |'(?!'')(?:[^'\\\n\r]|\\.)*+'|"(?!"")(?:[^"\\\n\r]|\\.)*+")
  | (?P<quote>['"])
  | (?P<comment>\#[^\n\r]*+)
  | (?P<other>[?$]\w++|@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
  | (?P<name>\w[\w.-]*+{_LOCAL}?+|{_LOCAL})
  | (?P<open>[(\[{{]|<<(?!{_IRI[1:]}))
  | (?P<close>[)\]}}]|>>)
  | (?P<sign>[!+-])
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d]\w*")
_ESCAPED = re.compile(ESCAPE.pattern + r"|\\(.)", re.DOTALL)
_LETTERS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_UNSAFE = re.compile(r"[^A-Za-z0-9:/._ -]")
#: What cannot be a comparison: `<` before a name that no prefix can have.
_ABSOLUTE = re.compile(r"<[A-Za-z][\w+.-]*://")
#: After these an IRI may stand between round brackets, where elsewhere `<` compares.
_OPENERS = frozenset("(,|/^!&=<+-*{")


class Token(NamedTuple):
    """A piece of a query that matters here: what it is, its words, where it begins."""

    kind: str
    words: str
    start: int


def refused(query: str, token: Token, expected: str) -> QueryError:
    """An error that names the words and their line and column."""
    before = query[: token.start]
    column = token.start - (before.rfind("\n") + 1) + 1
    place = f"query:{before.count(chr(10)) + 1}:{column}"
    return QueryError(expected, token.words[:100], place)


def tokens(query: str) -> list[Token]:
    """IRIs, names, words and brackets in order; QueryError for what is too long or too deep.

    Engines read without tokens: they take `<` for a comparison where it can be one. What only a
    comparison would make a comment or a string of is refused, so that nothing hides from here.
    """
    if len(query) > LONGEST:
        raise QueryError(f"at most {LONGEST} characters", f"{len(query)}", "query")
    return list(_read(query))


def _read(query: str) -> Iterator[Token]:
    opened: list[str] = []
    run, last = 0, ""
    for count, match in enumerate(_TOKEN.finditer(query), 1):
        kind, words = match.lastgroup, match[0]
        if count > MOST:
            raise _refused(query, match, f"at most {MOST} words and signs")
        if kind == "comment":
            continue
        run = run + 1 if kind == "sign" else 0
        if kind == "name":
            if len(words) > LONGEST_NAME:
                raise _refused(query, match, f"names of at most {LONGEST_NAME} characters")
            yield from _names(words, match.start())
        elif kind == "iri":
            token = Token("iri", words, match.start())
            if last not in _OPENERS and opened[-1:] == ["("]:
                _no_comparison(query, token)
            yield token
        elif kind == "open":
            opened.append(words)
            if len(opened) > DEEPEST:
                raise _refused(query, match, f"brackets nested at most {DEEPEST} deep")
            yield Token("open", words, match.start())
        elif kind == "close":
            del opened[-1:]
            yield Token("close", words, match.start())
        elif kind == "quote":
            raise _refused(query, match, "a string that ends")
        elif run > LONGEST_RUN:
            raise _refused(query, match, f"at most {LONGEST_RUN} signs in a row")
        last = words[-1]


def _refused(query: str, match: re.Match[str], expected: str) -> QueryError:
    return refused(query, Token("", match[0], match.start()), expected)


def _names(words: str, start: int) -> Iterable[Token]:
    """A name with its prefix, or words: to a word a number or another word may be glued."""
    if ":" in words:
        return (Token("name", words, start),)
    if words.isidentifier():
        return (Token("word", words, start),)
    found = _WORD.finditer(words)
    return [Token("word", match[0], start + match.start()) for match in found]


def _no_comparison(query: str, token: Token) -> None:
    if ("#" in token.words or "'" in token.words) and not _ABSOLUTE.match(token.words):
        raise refused(query, token, "a space after the sign that compares, or an absolute IRI")


def unescaped(query: str) -> str:
    """The text with its code point escapes resolved, as some engines read it."""
    return ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)


def plainly(query: str) -> str:
    """The same query as all engines read it alike: no comments, IRIs and strings in escapes."""
    return _TOKEN.sub(_plain, query)


def _plain(match: re.Match[str]) -> str:
    words = match[0]
    if match.lastgroup == "comment":
        return " "
    if match.lastgroup == "iri":
        return f"<{_in_escapes(unescaped(words[1:-1]))}>"
    if match.lastgroup == "string":
        marks = 3 if words[:3] in ("'''", '"""') and len(words) > 5 else 1
        inner = _ESCAPED.sub(_letter, words[marks:-marks])
        return f'"{_in_escapes(inner)}"'
    return words


def _letter(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _LETTERS.get(match[3], match[3])


def _in_escapes(words: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\U{ord(match[0]):08X}", words)
