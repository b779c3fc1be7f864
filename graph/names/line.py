"""The words of a name on one line, with quotes that match."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from itertools import takewhile

from graph.names.lexicon import Lexicon
from graph.names.tokens import CLOSE, OPEN, WORD, Token
from graph.words import unmix


class Line(ABC):
    """The tokens of one name (without its legal form), ready to be printed.

    Stretches are pairs of token numbers within the name.
    """

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words

    @abstractmethod
    def _nominative(self, start: int, end: int) -> Mapping[int, str]:
        """The words that change when the stretch is put in the nominative."""

    def print(self, start: int, end: int, *, nominative: bool = True) -> str:
        """The words on one line, quotes as «…», look-alikes mended, the head in the nominative."""
        changed = self._nominative(start, end) if nominative else {}
        pieces: list[str] = []
        for at in range(start, end):
            if pieces and self._spaced(at):
                pieces.append(" ")
            pieces.append(changed.get(at) or self._shown(self.tokens[at]))
        return unmix("".join(pieces), self.words.language)

    def _spaced(self, at: int) -> bool:
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.role == CLOSE or before.role == OPEN or token.word in (",", ";", ")"):
            return False
        return token.start > before.end or token.role == OPEN or before.role == CLOSE

    def _shown(self, token: Token) -> str:
        if token.role in (OPEN, CLOSE):
            return "«" if token.role == OPEN else "»"
        written = self.text[token.start : token.end]
        return _in_letters_of(written, token.word, token.capital) if token.mended else written

    def _balanced(self, name: str) -> str:
        missing = name.count("«") - name.count("»")
        return "«" * -missing + name + "»" * missing

    def _inside_quotes(self, start: int, end: int) -> tuple[int, int]:
        """Without the quotes around the stretch, shared or lost ones among them."""
        roles = [token.role for token in self.tokens[start:end]]
        opened, closed = roles[:1] == [OPEN], roles[-1:] == [CLOSE]
        surplus = roles.count(CLOSE) - roles.count(OPEN)
        if opened and closed and self._wrapped(roles) and surplus == 0:
            return start + 1, end - 1
        if opened and surplus < 0:
            return start + 1, end
        if closed and surplus > 0:
            return start, end - 1
        return start, end

    def _wrapped(self, roles: list[str]) -> bool:
        """Whether the first quote is closed by the last one only."""
        depth = 0
        for role in roles[:-1]:
            depth += (role == OPEN) - (role == CLOSE)
            if depth == 0:
                return False
        return True

    def _words(self, start: int, end: int) -> list[str]:
        return [token.word for token in self.tokens[start:end] if token.role == WORD]


def _in_letters_of(written: str, word: str, capital: bool) -> str:
    """A mended word with the capitals of what is written, as far as both are the same:
    «Кара-Тауские» for several is «Кара-Тауский» for one.
    """
    written = written.replace("- ", "-")  # a blank that tears a word is mended too
    pairs = zip(written.lower(), word, strict=False)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    mended = written[:kept] + word[kept:]
    return mended[:1].upper() + mended[1:] if capital else mended
