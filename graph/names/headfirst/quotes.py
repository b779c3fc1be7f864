"""Legal forms in a text, and how far a name in quotes goes, whatever became of the quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.names.headfirst.chains import Tracker
from graph.names.headfirst.heads import LONGEST_BRACKET
from graph.names.headfirst.vocabulary import Vocabulary
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token, stands
from graph.words import Inflection, agreed

#: Tokens that one name in quotes may take, at most.
LONGEST = 150
#: Tokens of the name of a person behind the word that gives it to a body, at most.
LONGEST_PERSON = 7
#: Words of a legal form from its noun on, at most.
LONGEST_FORM = 5


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form in the text: the tokens from `first` to `end`, its words in the nominative.

    `lead` is an adjective before them that tells one body from another: «Абайское»; `task` are
    tokens between them and the name: «по водному хозяйству».
    """

    first: int
    end: int
    code: str
    case: str
    plural: bool
    phrase: str
    lead: str = ""
    task: tuple[int, int] = (0, 0)


class Quotes:
    """Legal forms and quotes in one tokenised text."""

    def __init__(self, tokens: list[Token], words: Vocabulary, *, ordered: bool = False) -> None:
        self.tokens = tokens
        self.words = words
        self.tracker = Tracker(tokens, words, ordered=ordered)
        self._open_after_forms()
        self._depth = self._depths()

    def _open_after_forms(self) -> None:
        """A quote that is glued to a legal form, with none open, opens: «учреждения" Центр"»."""
        depth = 0
        for at, token in enumerate(self.tokens):
            if token.role == CLOSE and not depth and any(self._ends_form(at)):
                token = self.tokens[at] = replace(token, role=OPEN)
            depth = max(0, depth + (token.role == OPEN) - (token.role == CLOSE))

    def _ends_form(self, at: int) -> Iterator[bool]:
        """Whether a legal form that began at one of the words before a token ends there."""
        following = self.tokens[at + 1 : at + 2]
        if following and following[0].capital:
            for k in range(max(0, at - LONGEST_FORM), at):
                form = self.form(k)
                yield form is not None and form.end == at

    def _depths(self) -> list[int]:
        """How many quotes stand open before each token."""
        depth, depths = 0, []
        for token in self.tokens:
            depths.append(depth)
            depth = max(0, depth + (token.role == OPEN) - (token.role == CLOSE))
        return depths

    def form(self, at: int, limit: int = 0) -> Form | None:
        """A legal form whose noun, or whose abbreviation, stands at `at`."""
        token = self.tokens[at]
        if token.role != WORD:
            return None
        noun = self.words.noun(self.tokens, at)
        found = noun and self.words.pattern(self.words.forms, self.tokens, at, noun)
        if found and noun:
            first = max(limit, at - len(found.before))
            end = at + 1 + len(found.after)
            lead = "" if noun.plural else self._lead(first, limit, noun)
            begin = first - bool(lead)
            return Form(begin, end, found.code, noun.case, noun.plural, found.phrase, lead)
        for words, code in self.words.short_forms.get(token.word, ()) if token.capital else ():
            for told in (words, (words[0], "(", *words[1:], ")")):
                if stands(self.tokens, at, told):
                    return Form(at, at + len(told), code, "nom", False, "")
        return None

    def _lead(self, first: int, limit: int, noun: Inflection) -> str:
        """The adjective with a capital inside a sentence before a form, in the nominative."""
        at = first - 1
        if at < max(1, limit) or not self.tokens[at].capital:
            return ""
        token = self.tokens[at]
        if not self.words.agrees(token, noun) or self.words.stops(token):
            return ""
        return agreed(token.word, noun.gender, self.words.language).capitalize()

    def _by_letters(self, at: int) -> int | None:
        """The end of a superior told by its letters behind a name: «… «Азия» МОН РК», «… УЗКО»."""
        if self.tokens[at + 1].word in self.words.base.country_short:
            return at + 2
        alone = self.form(at) is None and not self._opens(at + 1)
        return at + 1 if alone and self.tokens[at - 1].role == CLOSE else None

    def _bracket(self, at: int) -> int:
        """The token after a bracket at `at` that gives a short name; `at` where none stands."""
        if not self.tracker.is_sign(at, "(") or at + 1 >= len(self.tokens):
            return at
        if self.tokens[at + 1].word not in self.words.hereafter:
            return at
        near = range(at + 2, min(at + LONGEST_BRACKET, len(self.tokens)))
        return next((k + 1 for k in near if self.tokens[k].word == ")"), at)

    def _closing(self, opened: int) -> int:
        """The token after the name that opens at `opened`, whatever became of its quotes."""
        depth, last = 0, None
        for at in range(opened, min(opened + LONGEST, len(self.tokens))):
            token = self.tokens[at]
            if token.role == OPEN:
                if last is not None and (self._between(last, at) or self._leads_on(last, at)):
                    return last + 1
                depth += 1
            elif token.role == CLOSE:
                depth, last = depth - 1, at
                if depth <= 0:
                    return at + 1
                if not self._closes_later(at):
                    return at + 1
            elif (token.role == SIGN and token.word in ";:") or self._interrupts(at, opened):
                return last + 1 if last is not None else self._lost(opened, at)
        return last + 1 if last is not None else self._lost(opened, len(self.tokens))

    def _between(self, last: int, at: int) -> bool:
        """Whether nothing but signs of a row stands between two names."""
        return all(self._joins(k) for k in range(last + 1, at))

    def _leads_on(self, last: int, at: int) -> bool:
        """Whether one word stands between two names that leads from the one to the other."""
        return at == last + 2 and self.tokens[last + 1].word in self.words.between

    def _closes_later(self, at: int) -> bool:
        """Whether another quote closes before the next opens or the sentence goes on, or behind a
        bracket that belongs to the name: «Компания «Мера» (Measure)»».
        """
        if self._bracketed(at + 1):
            return True
        if any(stands(self.tokens, at + 1, phrase) for phrase in self.words.out_of):
            return False
        for k in range(at + 1, min(at + LONGEST, len(self.tokens))):
            token = self.tokens[k]
            if token.role == CLOSE:
                return True
            if token.role == OPEN:
                return not self._between(at, k)
            full_stop = token.word == "." and k == at + 1
            if full_stop or (token.role == SIGN and token.word in ";:(") or self._interrupts(k, at):
                return False
        return False

    def _bracketed(self, at: int) -> bool:
        """Whether a bracket of words alone opens at `at`, with a closing quote right behind it."""
        if at >= len(self.tokens) or self.tokens[at].word != "(":
            return False
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].role == WORD:
            end += 1
        closed = [token.word for token in self.tokens[end : end + 1]] == [")"]
        return (
            closed and end > at + 1 and [x.role for x in self.tokens[end + 1 : end + 2]] == [CLOSE]
        )

    def _interrupts(self, at: int, opened: int) -> bool:
        """Whether a name cannot go on at `at`: another legal form, a word that no name holds."""
        token = self.tokens[at]
        if token.role != WORD or at <= opened + 1:
            return False
        if self.words.stops(token):
            return not self._enclosed(at)
        form = self.form(at)
        if form is None or form.first <= opened + 1:
            return False
        return self._opens(form.end) or self._superior_follows(form.end)

    def _enclosed(self, at: int) -> bool:
        """Whether the next quote closes in the same sentence: then any word belongs to the name."""
        for token in self.tokens[at + 1 : at + LONGEST]:
            if token.role in (OPEN, CLOSE) or token.word in ";:.":
                return token.role == CLOSE
        return False

    def _superior_follows(self, at: int) -> bool:
        """Whether a superior stands between a form and its name: «учреждение Министерства «X»»."""
        return any(self.tracker.superior(k) for k in range(at, min(at + 3, len(self.tokens))))

    def _opens(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].role == OPEN

    def _lost(self, opened: int, limit: int) -> int:
        """The end of a name that has lost its closing quote: as far as a chain goes."""
        for at in range(opened + 1, min(opened + 8, limit)):
            if self.tracker.head(at) is not None:
                chain = self.tracker.chain(at)
                if chain is not None:
                    return min(chain.end, limit)
                break
        if limit == len(self.tokens) and self._opens_again(opened):
            return self._last_word(limit)
        end = opened + 1
        while end < limit and self.tokens[end].role == WORD and not self._joins(end):
            end += 1
        return end

    def _opens_again(self, opened: int) -> bool:
        """Whether another quote opens soon behind one, and none closes: «Компания «Мост и река»."""
        roles = [token.role for token in self.tokens[opened + 1 : opened + 9]]
        return OPEN in roles and CLOSE not in roles

    def _last_word(self, limit: int) -> int:
        """The end of a text without the signs behind its last word or bracket."""
        end = limit
        while self.tokens[end - 1].role == SIGN and self.tokens[end - 1].word != ")":
            end -= 1
        return end

    def _person_end(self, at: int) -> int | None:
        """The end of words for the person whose name a body bears behind its quotes: «имени Анны
        Абай», «им. А. Абай».
        """
        if at >= len(self.tokens) or self.tokens[at].word not in self.words.base.named_after:
            return None
        end = at + 1
        while end < min(at + LONGEST_PERSON, len(self.tokens)) and self._of_person(end):
            end += 1
        return end if self.tokens[end - 1].role == WORD and end > at + 1 else None

    def _of_person(self, at: int) -> bool:
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.word == ".":
            return before.end - before.start <= 2
        known = token.word in self.words.analyses or self.tracker.landmark(at) is not None
        return token.role == WORD and token.capital and not known

    def _joins(self, at: int) -> bool:
        return self.tokens[at].word == "," or self.tokens[at].word in self.words.base.joiners
