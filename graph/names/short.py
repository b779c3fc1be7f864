"""Short names that an act gives to bodies: «(бұдан әрі – Басқарма)»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph.model import Mention, Source, Text
from graph.names.lexicon import Lexicon, compiled
from graph.names.naming import Naming
from graph.names.reader import read_namings
from graph.words import plain, read_ending, term_is_plural

#: Characters before a name that are looked at.
LONGEST_LOOK = 80
#: What stands before a name: a comma or a word, and the word before that.
_LAST = re.compile(
    r"(?P<before>\w+)?\s*(?:(?P<comma>,)|\b(?P<word>\w+))\s*$"
)  #: Reads what a text of a source names in a language.
ReadNamings = Callable[[Text, Source, str], Sequence[Naming]]


def read_short_names(
    text: Text, source: Source, language: str, read: ReadNamings = read_namings
) -> dict[str, Mention]:
    """The short names that a text gives, each with the body named right before it; `read` brings
    what the text names, from what is known of it already.

    A bracket that stands after no name, or after the last of several names in a row, gives none.
    """
    names: dict[str, Mention] = {}
    for term, bodies, joined in _brackets(text, source, language, read):
        if not joined:
            names.setdefault(term, bodies[-1])
    return names


def read_shared_terms(
    text: Text, source: Source, language: str, read: ReadNamings = read_namings
) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """The terms that a text gives, each with the body or bodies for which it stands: those named
    in a row before it, where it is a plural.
    """
    for term, bodies, joined in _brackets(text, source, language, read):
        if term_is_plural(term, language) == joined == (len(bodies) > 1):
            yield term, bodies


def _brackets(
    text: Text, source: Source, language: str, read: ReadNamings
) -> Iterator[tuple[str, tuple[Mention, ...], bool]]:
    """Each bracket that gives a term, with the names in a row that end before it, and whether the
    last of them is joined to words before it.
    """
    words = compiled(language)
    if "(" not in text.string or not words.hereafter.search(text.string):
        return
    row: tuple[Mention, ...] = ()
    end = 0
    for naming in read(text, source, language):
        joined = _in_a_row(text.string[end : naming.start], naming, words)
        row = (*(row if joined else ()), naming.mention)
        bracket = words.hereafter.match(text.string, naming.end) or words.hereafter.search(
            text.string, naming.start, naming.end
        )
        if bracket is not None:
            yield bracket[1], row, joined
        end = naming.end


def _in_a_row(before: str, naming: Naming, words: Lexicon) -> bool:
    """Whether what stands before a name is another name in the same case and a joiner."""
    last = _LAST.search(before[-LONGEST_LOOK:])
    if last is None or not (last["comma"] or plain(last["word"], words.language) in words.joiners):
        return False
    if not last["before"]:
        return before.strip() == last[0].strip()
    case = read_ending(last["before"], words.language)[1]
    return naming.case != "nom" and case == naming.case
