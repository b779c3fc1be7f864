"""One name taken apart where the head comes first: superiors, own name, place, person, number."""

from __future__ import annotations

from functools import cached_property

from graph.names.headfirst.follow import MOST_SUPERIORS
from graph.names.headfirst.places import Placed
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD
from graph.words import proper


class Anatomy(Placed):
    """The tokens of one name (without its legal form) and what they say.

    Stretches are pairs of token numbers within the name.
    """

    # ------------------------------------------------------------- superiors and own name

    @cached_property
    def _head(self) -> int | None:
        """The head word of the own name: the first noun that is a kind."""
        for at, token in enumerate(self.tokens[:12]):
            if token.role == WORD and self._tracker.head(at) is not None:
                return at
            if (token.role == SIGN and not self._brackets(at)) or (
                token.role == CLOSE and self.tokens[0].role == OPEN
            ):
                break
        return None

    @cached_property
    def _heads_above(self) -> list[int]:
        """The head words of superiors, in order."""
        low = 0 if self._head is None else self._head + 1
        return [at for at in range(low, len(self.tokens)) if self._above(at)]

    @cached_property
    def superiors(self) -> tuple[tuple[int, int], ...]:
        """The stretch of each superior with all above it, outermost first."""
        heads = self._heads_above[:MOST_SUPERIORS]
        end = self._tail[0] if self._tail else len(self.tokens)
        return tuple(
            (self._attached(self._first(head)), end) for head in reversed(heads) if head < end
        )

    def _attached(self, first: int) -> int:
        """«при» before a superior belongs to it."""
        before = first > 0 and self.tokens[first - 1].word in self._known.attached
        return first - before

    def _above(self, at: int) -> bool:
        token = self.tokens[at]
        if token.role != WORD:
            return False
        if self._tracker.superior(at):
            return True
        return self._named_above(at)

    def _named_above(self, at: int) -> bool:
        """A superior by its legal form: «… предприятия «Университет»»."""
        form = self._known.noun(self.tokens, at)
        if form is None or form.plural or form.case not in ("gen", "loc"):
            return False
        pattern = self._known.pattern(self._known.forms, self.tokens, at, form)
        if pattern is None:
            return False
        first = at - len(pattern.before)
        attached = first > 0 and self.tokens[first - 1].word in self._known.attached
        end = at + 1 + len(pattern.after)
        opens = end < len(self.tokens) and self.tokens[end].role == OPEN
        return opens and form.case == ("loc" if attached else "gen")

    def _first(self, head: int) -> int:
        """Where a superior begins whose head word, or the noun of whose form, is known."""
        pattern = self._known.pattern(self._known.forms, self.tokens, head)
        if pattern is not None and self._named_above(head):
            return head - len(pattern.before)
        found = self._tracker.head(head)
        return found[0] if found else head

    @cached_property
    def _tail(self) -> tuple[int, int] | None:
        """«по Акмолинской области», «в городе Алматы», «(город Алматы)» after a superior: a part of
        the own name.
        """
        last = self._heads_above[-1] if self._heads_above else None
        end = len(self.tokens)
        while end and self.tokens[end - 1].role == CLOSE:
            end -= 1
        for at in range(last + 1 if last is not None else end, end - 1):
            if self._leads_to_place(at) and self._places_only(at + 1, end):
                return at, end
            brackets = self.tokens[at].word == "(" and self.tokens[end - 1].word == ")"
            if brackets and self._places_only(at + 1, end - 1):
                return at, end
        return None

    def _leads_to_place(self, at: int) -> bool:
        word = self.tokens[at].word
        return word in self.words.across or (word,) in self._known.seated

    def _places_only(self, at: int, end: int) -> bool:
        while at < end:
            mark = self._tracker.landmark(at)
            if mark is None or mark.level == 0:
                return False
            at = mark.end
            while at < end and (
                self.tokens[at].word == "," or self.tokens[at].word in self.words.joiners
            ):
                at += 1
        return True

    @cached_property
    def own(self) -> tuple[int, int]:
        """The stretch of the own name; «Академия» alone takes its superior's name with it."""
        if not self.superiors:
            return 0, len(self.tokens)
        starts = sorted(start for start, _ in self.superiors)
        alone = self._words(0, starts[0])
        if len(alone) > 1 or self._tail or self._closes(starts[0] - 1):
            return 0, starts[0]
        end = starts[1] if len(starts) > 1 else len(self.tokens)
        return 0, end

    def _nominative(self, start: int, end: int) -> dict[int, str]:
        """Superiors keep their genitive inside the name of who stands under them."""
        above = [first for first, _ in self.superiors if first > start]
        return super()._nominative(start, min([end, *above]))

    def _closes(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].role == CLOSE

    def superior_name(self, start: int, end: int) -> str:
        """A superior's whole name in the nominative."""
        start += self.tokens[start].word in self._known.attached
        return self._balanced(self.print(*self._inside_quotes(start, end)))

    def own_name(self) -> str:
        """The own name without the quotes around it; quotes inside it stay, balanced."""
        name = self.print(*self._inside_quotes(*self.own))
        if self._tail:
            name = f"{name} {self.print(*self._tail, nominative=False)}"
        return self._balanced(name)

    def whole_name(self, *, formed: bool) -> str:
        """The name as printed on one line, in the nominative; quotes that stand alone get their
        partner. Quotes around all of it are part of it only with a legal form before them.
        """
        end = len(self.tokens)
        outside = self._outside()
        if outside is not None:
            name, rest = self.print(0, outside), self.print(outside, end, nominative=False)
            return f"{self._balanced(name)} {rest}"
        if formed:
            return self._balanced(self.print(0, end))
        return self._balanced(self.print(*self._inside_quotes(0, end)))

    def _outside(self) -> int | None:
        """Where superiors begin that stand after the quotes of the name."""
        first = min((start for start, _ in self.superiors), default=0)
        of_a_place = any(mark.end == first for mark in self.marks)
        quoted = bool(self.tokens) and self.tokens[0].role == OPEN
        opens = sum(token.role == OPEN for token in self.tokens[:first])
        closes = sum(token.role == CLOSE for token in self.tokens)
        inside = closes >= opens > sum(token.role == CLOSE for token in self.tokens[:first])
        after = quoted and self._closes(first - 1) and not of_a_place and not inside
        return first if after else None

    # ------------------------------------------------------------- kind, place, person, number

    def kind(self) -> str | None:
        """The code of the kind that the head word of the own name tells."""
        found = self._tracker.head(self._head) if self._head is not None else None
        return found[2].code if found else None

    def place(self) -> str | None:
        """The deepest place in the own name, or else the nearest one above it."""
        start, end = self.own
        tail = self._tail or (0, 0)
        own = [
            place
            for place in self.places
            if start <= place.start < end or tail[0] <= place.start < tail[1]
        ]
        if own:
            return max(own, key=lambda place: place.level).name
        after = sorted(self.places, key=lambda place: place.start)
        return after[0].name if after else None

    def person(self) -> str | None:
        """The person whom the body is named after, in the nominative."""
        start, end = self.own
        for at in range(start, end):
            if self.tokens[at].word in self.words.named_after:
                first = at + 1
                while first < end and self.tokens[first].word == ".":
                    first += 1
                last = first
                while last < end and self._of_a_person(last):
                    last += 1
                return self._person_name(first, last) if last > first else None
        return None

    def _of_a_person(self, at: int) -> bool:
        token = self.tokens[at]
        if token.role != WORD:
            return token.word == "."
        return token.word not in self._known.analyses and (
            token.capital or token.word in self.words.titles
        )

    def _person_name(self, first: int, end: int) -> str:
        words = self.print(first, end, nominative=False).split(" ")
        shown = [
            word if "." in word[:-1] else proper(word, "gen", self.words.language) for word in words
        ]
        return " ".join(shown).strip(" .")

    def number(self) -> str | None:
        """The number in the own name: «№ 8» → 8."""
        for token in self.tokens[slice(*self.own)]:
            if token.word.startswith("№") and len(token.word) > 1:
                return token.word[1:].strip()
        return None
