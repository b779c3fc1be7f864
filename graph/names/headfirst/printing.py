"""The words of a name on one line, in the nominative, with quotes that match."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.names.headfirst.chains import Tracker
from graph.names.headfirst.vocabulary import Vocabulary, vocabulary
from graph.names.lexicon import Lexicon
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token
from graph.words import Inflection, agreed, unmix


class Printed:
    """The tokens of one name (without its legal form), ready to be printed."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self._known: Vocabulary = vocabulary(words.language)
        self._tracker = Tracker(tokens, self._known)

    def _balanced(self, name: str) -> str:
        missing = name.count("«") - name.count("»")
        return "«" * -missing + name + "»" * missing

    def _inside_quotes(self, start: int, end: int) -> tuple[int, int]:
        """Without the quotes around the stretch, shared or lost ones among them."""
        roles = [token.role for token in self.tokens[start:end]]
        opened = bool(roles) and roles[0] == OPEN
        closed = bool(roles) and roles[-1] == CLOSE
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

    def print(self, start: int, end: int, *, nominative: bool = True) -> str:
        """The words on one line, quotes as «…», look-alikes mended, the head in the nominative."""
        changed = self._nominative(start, end) if nominative else {}
        pieces: list[str] = []
        for at in range(start, end):
            if pieces and self._spaced(at):
                pieces.append(" ")
            pieces.append(changed.get(at) or self._shown(self.tokens[at]))
        return unmix("".join(pieces), self.words.language)

    def _nominative(self, start: int, end: int) -> dict[int, str]:
        """The words that change when the stretch is put in the nominative."""
        for at in range(start, min(end, start + 9)):
            form = self._known.noun(self.tokens, at)
            if form is not None and (self._tracker.head(at) or self._form_at(at, form)):
                return self._head_words(start, at, form) if self._is_first(start, at) else {}
            if self.tokens[at].role == SIGN:
                break
        return {}

    def _is_first(self, start: int, at: int) -> bool:
        """Whether no other noun stands before a head word: one that no list has rules it."""
        before = (token for token in self.tokens[start:at] if token.role == WORD)
        return all(self._known.is_adjective(token) or not token.word.isalpha() for token in before)

    def _form_at(self, at: int, noun: Inflection) -> bool:
        return self._known.pattern(self._known.forms, self.tokens, at, noun) is not None

    def _head_words(self, start: int, at: int, form: Inflection) -> dict[int, str]:
        if form.case == "nom" or form.plural:
            return {}
        token = self.tokens[at]
        shown = self._shown(token)
        pairs = zip(token.word, form.nominative, strict=False)
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        changed = {at: shown[:kept] + form.nominative[kept:]}
        for before in range(at - 1, start - 1, -1):
            if not self._known.is_adjective(self.tokens[before]):
                break
            word = self._shown(self.tokens[before])
            changed[before] = agreed(word, form.gender, self.words.language)
        return changed

    def _spaced(self, at: int) -> bool:
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.role == CLOSE or before.role == OPEN or token.word in (",", ";", ")"):
            return False
        return token.start > before.end or token.role == OPEN or before.role == CLOSE

    def _shown(self, token: Token) -> str:
        if token.role in (OPEN, CLOSE):
            return "«" if token.role == OPEN else "»"
        if token.mended:
            return token.word.capitalize() if token.capital else token.word
        return self.text[token.start : token.end]
