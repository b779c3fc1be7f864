"""Where the names of bodies stand among the tokens of a text, where the head comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.names.headfirst.chains import Tracker
from graph.names.headfirst.vocabulary import Vocabulary
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token

#: Tokens that one name in quotes may take, at most.
LONGEST = 150
#: Names and superiors that follow one another after one legal form, at most.
MOST = 40


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form in the text: the tokens from `first` to `end`, its words in the nominative."""

    first: int
    end: int
    code: str
    case: str
    plural: bool
    phrase: str


@dataclass(frozen=True, slots=True)
class Span:
    """A name among the tokens: from `first` to `end`, from `name` on without its legal form.

    A quote too many after the name is outside of it: the name ends at `name_end`. `shared` are
    tokens that stand elsewhere and end the name: the superior of several names.
    """

    first: int
    name: int
    name_end: int
    end: int
    case: str
    form: Form | None = None
    shared: tuple[int, int] | None = None


class Finder:
    """The names in one tokenised text."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self.tokens = tokens
        self.words = words
        self.tracker = Tracker(tokens, words)
        self._depth = self._depths()

    def _depths(self) -> list[int]:
        """How many quotes stand open before each token."""
        depth, depths = 0, []
        for token in self.tokens:
            depths.append(depth)
            depth = max(0, depth + (token.role == OPEN) - (token.role == CLOSE))
        return depths

    def find(self) -> list[Span]:
        """All names in order, none overlapping."""
        spans: list[Span] = []
        at = 0
        while at < len(self.tokens):
            found = self._at(at, spans[-1].end if spans else 0)
            spans += found
            at = max(at + 1, spans[-1].end if spans else 0)
        return spans

    def _at(self, at: int, limit: int) -> list[Span]:
        form = self.form(at, limit)
        if form is not None:
            return self._formed(form)
        if self.tokens[at].role == OPEN:
            quoted = self._quoted(at)
            return [quoted] if quoted else []
        if at == 0:
            row = self._row()
            if row is not None:
                return [row]
        return self._bare(at, limit)

    # ------------------------------------------------------------- legal forms

    def form(self, at: int, limit: int = 0) -> Form | None:
        """A legal form whose noun, or whose abbreviation, stands at `at`."""
        token = self.tokens[at]
        if token.role != WORD:
            return None
        found = self.words.pattern(self.words.forms, self.tokens, at)
        noun = self.words.noun(self.tokens, at)
        if found is not None and noun is not None:
            first = max(limit, at - len(found.before))
            end = at + 1 + len(found.after)
            return Form(first, end, found.code, noun.case, noun.plural, found.phrase)
        for words, code in self.words.short_forms.get(token.word, ()) if token.capital else ():
            end = at + len(words)
            if tuple(one.word for one in self.tokens[at:end]) == words:
                return Form(at, end, code, "nom", False, "")
        return None

    def _formed(self, form: Form) -> list[Span]:
        """The names after a legal form: one, or several that share it in the plural."""
        at = form.end
        if at >= len(self.tokens):
            return []
        if self.tokens[at].role != OPEN:
            return self._unquoted(form)
        if self._plural_name(at + 1):
            return []
        spans: list[Span] = []
        first = form.first
        while len(spans) < MOST:
            name_end, end = self._with_superiors(self._closing(at), at)
            spans.append(Span(first, at, name_end, end, form.case, form))
            following = self._next_in_row(end) if form.plural else None
            if following is None:
                break
            first = at = following
        return self._share(spans)

    def _plural_name(self, at: int) -> bool:
        """Whether a name names several bodies: «Центры по недвижимости …»."""
        noun = self.words.noun(self.tokens, at) if at < len(self.tokens) else None
        return noun is not None and noun.plural

    def _unquoted(self, form: Form) -> list[Span]:
        """A name without quotes right after its form."""
        for at in range(form.end, min(form.end + 4, len(self.tokens))):
            found = self.tracker.head(at)
            if found is not None and found[0] == form.end and not form.plural:
                chain = self.tracker.chain(at)
                if chain is None:
                    return []
                return [Span(form.first, chain.first, chain.end, chain.end, form.case, form)]
        return []

    def _next_in_row(self, end: int) -> int | None:
        """The quote that opens the next of several names: after a comma, a joiner or both."""
        at = end
        while at < min(end + 2, len(self.tokens)) and self._joins(at):
            at += 1
        opened = end < at < len(self.tokens) and self.tokens[at].role == OPEN
        return at if opened else None

    def _joins(self, at: int) -> bool:
        return self.tokens[at].word == "," or self.tokens[at].word in self.words.base.joiners

    def _share(self, spans: list[Span]) -> list[Span]:
        """The superior after the last of several names is that of all that have none."""
        last = spans[-1]
        own = self._closing(last.name)
        if len(spans) < 2 or own >= last.name_end:
            return spans
        tail = (own, last.name_end)
        return [
            one if self._closing(one.name) < one.end else replace(one, shared=tail)
            for one in spans[:-1]
        ] + [last]

    # ------------------------------------------------------------- quotes

    def _closing(self, opened: int) -> int:
        """The token after the name that opens at `opened`, whatever became of its quotes."""
        depth, last = 0, None
        for at in range(opened, min(opened + LONGEST, len(self.tokens))):
            token = self.tokens[at]
            if token.role == OPEN:
                if last == at - 1 or (last is not None and self._between(last, at)):
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

    def _closes_later(self, at: int) -> bool:
        """Whether another quote closes before the next opens or the sentence goes on."""
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

    def _interrupts(self, at: int, opened: int) -> bool:
        """Whether a name cannot go on at `at`: another legal form, a word that no name holds."""
        token = self.tokens[at]
        if token.role != WORD or at <= opened + 1:
            return False
        if self.words.stops(token):
            return True
        form = self.form(at)
        return form is not None and form.first > opened + 1 and self._opens(form.end)

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
        end = opened + 1
        while end < limit and self.tokens[end].role == WORD and not self._joins(end):
            end += 1
        return end

    # ------------------------------------------------------------- superiors after a name

    def _with_superiors(self, end: int, opened: int) -> tuple[int, int]:
        """The end of a name with the superiors in the genitive after its quotes; the same with a
        quote too many, unless it closes one that stands open before the name.
        """
        for _ in range(MOST):
            after = self._superior_end(end)
            if after is None:
                break
            end = after
        surplus = end < len(self.tokens) and self.tokens[end].role == CLOSE
        takes = surplus and self.tokens[end - 1].role == WORD and not self._depth[opened]
        return end, end + takes

    def _superior_end(self, end: int) -> int | None:
        for at in range(end, min(end + 5, len(self.tokens))):
            if self.tokens[at].role != WORD:
                return None
            form = self.form(at, end)
            if form is not None and form.first == end:
                named = form.case == "gen" and not form.plural and self._opens(form.end)
                return self._closing(form.end) if named else None
            found = self.tracker.head(at)
            if found is not None:
                above = found[0] == end and self.tracker.superior(at)
                chain = self.tracker.chain(at) if above else None
                return chain.end if chain else None
        return None

    # ------------------------------------------------------------- names without a form

    def _quoted(self, opened: int) -> Span | None:
        """A name in quotes without a form, known by its first words: «13. Центр …»."""
        first = self._after_number(opened + 1)
        head = self._first_head(first)
        if head is None:
            return None
        end = self._closing(opened)
        if end - 2 <= head or self.tokens[end - 1].role != CLOSE:
            return None
        name_end, stop = self._with_superiors(end, opened)
        start = opened if first == opened + 1 else first
        return Span(start, start, name_end, stop, "nom")

    def _row(self) -> Span | None:
        """A text that is nothing but a number and a name: «29. Центр «Балбулак»»."""
        first = self._after_number(0)
        end = len(self.tokens)
        while end > first and self.tokens[end - 1].role == SIGN:
            end -= 1
        if not 0 < first < end or end - first > LONGEST:
            return None
        found = self._first_head(first)
        if found is None or not self._only_name(found + 1, end):
            return None
        return Span(first, first, end, end, "nom")

    def _first_head(self, first: int) -> int | None:
        """The head word, in the nominative, of a name whose adjectives begin at `first`."""
        for at in range(first, min(first + 6, len(self.tokens))):
            if self.tokens[at].role != WORD or self.form(at) is not None:
                return None
            found = self.tracker.head(at)
            if found is not None:
                begins, form, _ = found
                named = begins == first and self.tokens[first].capital
                return at if named and form.case in ("nom", "acc") else None
        return None

    def _only_name(self, at: int, end: int) -> bool:
        """Whether nothing from `at` to `end` shows a sentence."""
        rest = range(at, end)
        return at < end and not any(
            self.tokens[k].word in ";:" or (self.tokens[k].role == WORD and self.tracker.leaves(k))
            for k in rest
        )

    def _after_number(self, at: int) -> int:
        """Without the number of a quoted list row: «13. X», «5) X», «504-2 X»."""
        if at < len(self.tokens) and self.tokens[at].word[0].isdigit():
            at += 1
            while at < len(self.tokens) and self.tokens[at].word in (".", ")", "\\"):
                at += 1
        return at

    def _bare(self, at: int, limit: int) -> list[Span]:
        """A name without quotes whose head word stands at `at`."""
        chain = self.tracker.chain(at)
        if chain is None:
            return self._twin(at)
        end = chain.end
        first = max(chain.first, limit)
        return [Span(first, first, end, end, chain.form.case)]

    def _twin(self, at: int) -> list[Span]:
        """A body whose country stands after the next: «Президента и Правительства Республики
        Казахстан».
        """
        found = self.tracker.head(at)
        if found is None or not found[2].bare or at + 2 >= len(self.tokens):
            return []
        if self.tokens[at + 1].word not in self.words.base.joiners or not self.tokens[at].capital:
            return []
        end = self.tracker.country(at + 3) if at + 3 < len(self.tokens) else None
        other = self.tracker.head(at + 2)
        if end is None or other is None:
            return []
        return [Span(at, at, at + 1, at + 1, found[1].case, shared=(at + 3, end))]
