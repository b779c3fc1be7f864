"""The words of a name on one line, its head and what agrees with it in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.names.headfirst.chains import Tracker
from graph.names.headfirst.vocabulary import Vocabulary, vocabulary
from graph.names.lexicon import Lexicon
from graph.names.line import Line
from graph.names.tokens import SIGN, WORD, Token
from graph.words import Inflection, agreed


class Printed(Line):
    """The tokens of one name (without its legal form), ready to be printed."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        super().__init__(text, tokens, words)
        self._known: Vocabulary = vocabulary(words.language)
        self._tracker = Tracker(tokens, self._known)

    def _nominative(self, start: int, end: int) -> dict[int, str]:
        """The words that change when the stretch is put in the nominative."""
        for at in range(start, min(end, start + 9)):
            form = self._known.noun(self.tokens, at)
            if form is not None and (self._tracker.head(at) or self._form_at(at, form)):
                return self._head_words(start, at, form) if self._is_first(start, at) else {}
            if self.tokens[at].role == SIGN and not self._brackets(at):
                break
        return {}

    def _brackets(self, at: int) -> bool:
        """Whether a sign is that of a bracket: it may say an adjective again."""
        return self.tokens[at].word in ("(", ")")

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
            if self._brackets(before):
                continue
            if not self._known.is_adjective(self.tokens[before]):
                break
            word = self._shown(self.tokens[before])
            changed[before] = agreed(word, form.gender, self.words.language)
        return changed
