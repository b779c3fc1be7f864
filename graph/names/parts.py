"""One name taken apart: superiors, own name, kind, place, person, number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.names.chains import country_end, place_start
from graph.names.lexicon import Lexicon
from graph.names.line import Line
from graph.names.tokens import CLOSE, OPEN, WORD, Token, stands
from graph.words import possessed


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a name: nominative, how deep it lies, and its tokens in the name."""

    name: str
    level: int
    start: int
    end: int


class Anatomy(Line):
    """The tokens of one name (without its legal form) and what they say.

    `held`: the superiors are named before it, and are no part of it.
    """

    def __init__(
        self, text: str, tokens: Sequence[Token], words: Lexicon, *, held: bool = False
    ) -> None:
        super().__init__(text, tokens, words)
        self.held = held

    # ------------------------------------------------------------- superiors and own name

    @cached_property
    def superiors(self) -> tuple[tuple[int, int], ...]:
        """The stretch of each superior with all above it, outermost first.

        A bracket after its head word («агенттігінің (Монополияға қарсы агенттік)») is left out.
        """
        heads = [at for at in range(len(self.tokens) - 1) if self._is_superior(at)]
        return tuple((self._begin(heads[0]), head + 1) for head in heads)

    def superior_name(self, start: int, end: int) -> str:
        """A superior's whole name, as its stretch prints it, with the quote it may have lost."""
        name = self.print(start, end)
        return "«" * (name.count("»") > name.count("«")) + name

    def _is(self, at: int, role: str) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].role == role

    def _is_superior(self, at: int) -> bool:
        """A head word that stands above what follows it."""
        token, following = self.tokens[at], self.tokens[at + 1]
        form = self.words.inflections.get(token.word) if token.role == WORD else None
        if form is None or not form.possessed or form.plural or form.case not in ("nom", "gen"):
            return False
        if following.role == CLOSE or following.word in self.words.goes_on:
            return False
        if all(one.role == CLOSE for one in self.tokens[self._after_bracket(at + 1) :]):
            return False
        if following.role == OPEN and form.lemma in self.words.forms:
            return True
        kind = self.words.kind(self._words(max(0, at - 3), at + 1))
        return kind is not None and (kind.above or following.role == OPEN) and not kind.office

    def _begin(self, head: int) -> int:
        """Where superiors begin: after «Шымкент қаласы бойынша», which belongs to the name."""
        for at in range(min(8, head)):
            if self.tokens[at].word in self.words.across:
                return at + 1
        return 1 if self._is(0, OPEN) else 0

    @cached_property
    def own(self) -> tuple[int, int]:
        """The stretch of the own name; «академиясы» alone takes its superior's name with it."""
        end = len(self.tokens)
        if not self.superiors:
            return 0, end
        start = self._after_under(self._after_bracket(self.superiors[-1][1]))
        alone = self._words(start, end)
        if len(alone) > 1 or self._prefix or not self.words.inflections.keys() & set(alone):
            return start, end
        if self._is(start, OPEN):
            return start, end
        return (self.superiors[-2] if len(self.superiors) > 1 else (0, self._begin(end)))[1], end

    def _after_bracket(self, at: int) -> int:
        """The token after a bracket that opens at `at`; `at` itself where none does."""
        if self.tokens[at].word != "(":
            return at
        closed = (k + 1 for k in range(at, len(self.tokens)) if self.tokens[k].word == ")")
        return next(closed, at)

    def _after_under(self, at: int) -> int:
        for phrase in self.words.under:
            if stands(self.tokens, at, phrase):
                return at + len(phrase)
        return at

    @property
    def _prefix(self) -> tuple[int, int] | None:
        """The words before the superiors that belong to the own name; none for most."""
        start = 1 if self._is(0, OPEN) else 0
        return (start, self.superiors[0][0]) if self.superiors[0][0] > start else None

    def own_name(self) -> str:
        """The own name without the quotes around it; quotes inside it stay, balanced."""
        start, end = self._inside_quotes(*self.own)
        name = self._balanced(self.print(start, end))
        if self.superiors and self._prefix:
            return f"{self.print(*self._prefix, nominative=False)} {name}"
        return name

    def whole_name(self, *, formed: bool) -> str:
        """The name as printed on one line; a quote that stands alone gets its partner.

        Quotes around all of it are part of it only with a legal form after them.
        """
        start, end = self.own[0] if self.held else 0, len(self.tokens)
        name = self.print(*((start, end) if formed else self._inside_quotes(start, end)))
        if "»" in name and "«" not in name:
            return "«" + name
        return name + "»" if "«" in name and "»" not in name else name

    # ------------------------------------------------------------- words

    def _nominative(self, start: int, end: int) -> dict[int, str]:
        """The last word is the head."""
        return {end - 1: self.nominative(end - 1)} if end > start else {}

    def nominative(self, at: int, *, singular: bool = False) -> str:
        """The word at a token in the nominative, in its own letters where it keeps them."""
        token = self.tokens[at]
        form = self.words.inflections.get(token.word)
        if form is None:
            return self._abbreviation(token) if singular else self._shown(token)
        if singular and (form.plural or not form.possessed):
            return possessed(form.lemma, self.words.language)
        written = self._shown(token) if token.mended else self.text[token.start : token.end]
        letters = written[: len(form.nominative)]
        return letters if token.word.startswith(form.nominative) else form.nominative

    def _abbreviation(self, token: Token) -> str:
        """An abbreviation without its case ending: «КММ-нің»."""
        base, _, ending = self._shown(token).partition("-")
        return base if ending in self.words.endings else self._shown(token)

    # ------------------------------------------------------------- kind, place, person, number

    def kind(self) -> str | None:
        """The code of the kind that the head word of the own name tells."""
        start, end = self.own
        while end > start and self.tokens[end - 1].role != WORD:
            if self.tokens[end - 1].word == ")":
                end = self._opening_bracket(start, end - 1)
            else:
                end -= 1
        kind = self.words.kind(self._words(start, end))
        return kind.code if kind else None

    def _opening_bracket(self, start: int, at: int) -> int:
        while at > start and self.tokens[at].word != "(":
            at -= 1
        return at

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places named, in order, without the country."""
        found: list[Place] = []
        for at, token in enumerate(self.tokens):
            level = self.words.level(token.word)
            free = found[-1].end if found else 0
            first = place_start(self.tokens, at, free, self.words) if level else None
            if level and first is not None:
                found.append(Place(self._place_name(first, at), level, first, at + 1))
        return tuple(found)

    def _place_name(self, first: int, at: int) -> str:
        """The place from `first` to its noun at `at`, in the nominative; an adjective gives way."""
        adjective = self.words.adjectives.get(self.tokens[at].word)
        if adjective is None:
            return self.print(first, at + 1)
        return f"{self.print(first, at, nominative=False)} {adjective[1]}"

    def place(self) -> str | None:
        """The deepest place in the own name, or else the last one above it."""
        own = [place for place in self.places if place.start >= self.own[0]]
        if own:
            return max(own, key=lambda place: place.level).name
        return self.places[-1].name if self.places else None

    def country_tokens(self) -> set[int]:
        """The tokens that name the country."""
        found: set[int] = set()
        for at in range(len(self.tokens)):
            end = country_end(self.tokens, at, self.words)
            found.update(range(at, end or at))
        return found

    def in_country(self) -> bool:
        """Whether the country is named."""
        return bool(self.country_tokens())

    def person(self) -> str | None:
        """The person whom the body is named after: capital words and initials before the mark."""
        start = self.own[0]
        for at in range(start + 1, len(self.tokens)):
            if self.tokens[at].word in self.words.named_after:
                first = at
                while first > start and self._of_a_person(first - 1):
                    first -= 1
                return self.print(first, at, nominative=False) if first < at else None
        return None

    def _of_a_person(self, at: int) -> bool:
        token = self.tokens[at]
        if token.role != WORD:
            return token.word == "."
        known = token.word in self.words.inflections
        return not known and (token.capital or token.word in self.words.titles)

    def number(self) -> str | None:
        """The number in the own name: «№8» → 8."""
        for token in self.tokens[self.own[0] :]:
            if token.word.startswith("№") and len(token.word) > 1:
                return token.word[1:].strip()
        return None
