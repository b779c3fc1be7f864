"""Where the names of bodies stand among the tokens of a text, where the head comes first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.names.headfirst.quotes import LONGEST, Form, Quotes
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD

#: Names and superiors that follow one another after one legal form, at most.
MOST = 40


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


class Finder(Quotes):
    """The names in one tokenised text."""

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
        return self._row() if at == 0 else self._bare(at, limit)

    # ------------------------------------------------------------- legal forms

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
                chain = self.tracker.chain(at, above=True) if above else None
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
        if first == opened + 1:
            return Span(opened, opened, name_end, stop, "nom")
        while name_end == end and name_end > head and self.tokens[name_end - 1].role != WORD:
            if self._balances(first, name_end):
                break
            end = name_end = name_end - 1
        return Span(first, first, name_end, stop, "nom")

    def _balances(self, first: int, end: int) -> bool:
        """Whether every quote between two tokens has its partner, the last sign being one."""
        roles = [token.role for token in self.tokens[first:end]]
        return roles[-1] == CLOSE and roles.count(OPEN) == roles.count(CLOSE)

    def _row(self) -> list[Span]:
        """A text that is nothing but a name, with the number of a row or the sign that ends one:
        «29. Центр «Балбулак»».
        """
        first = self._after_number(0)
        end = len(self.tokens)
        while end > first and self.tokens[end - 1].role == SIGN:
            end -= 1
        is_row = first > 0 or self.tokens[-1].word in (";", ".")
        if not (is_row and first < end <= first + LONGEST):
            return self._bare(0, 0)
        found = self._first_head(first)
        if found is None or self.tracker.chain(found) or not self._only_name(found + 1, end):
            return self._bare(0, 0)
        return [Span(first, first, end, end, "nom")]

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
