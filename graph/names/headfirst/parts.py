"""One name taken apart where the head comes first: superiors, own name, place, person, number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from graph.names.headfirst.chains import MOST_SUPERIORS, Landmark, Tracker
from graph.names.headfirst.vocabulary import Vocabulary, vocabulary
from graph.names.lexicon import Lexicon
from graph.names.parts import Place
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token
from graph.words import Inflection, agreed, proper, unmix


class Anatomy:
    """The tokens of one name (without its legal form) and what they say.

    Stretches are pairs of token numbers within the name.
    """

    def __init__(self, text: str, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self._known: Vocabulary = vocabulary(words.language)
        self._tracker = Tracker(tokens, self._known)

    # ------------------------------------------------------------- superiors and own name

    @cached_property
    def _head(self) -> int | None:
        """The head word of the own name: the first noun that is a kind."""
        for at, token in enumerate(self.tokens[:12]):
            if token.role == WORD and self._tracker.head(at) is not None:
                return at
            if token.role == SIGN or (token.role == CLOSE and self.tokens[0].role == OPEN):
                break
        return None

    @cached_property
    def superiors(self) -> tuple[tuple[int, int], ...]:
        """The stretch of each superior with all above it, outermost first."""
        low = 0 if self._head is None else self._head + 1
        heads = [at for at in range(low, len(self.tokens)) if self._above(at)][:MOST_SUPERIORS]
        end = self._tail[0] if self._tail else len(self.tokens)
        return tuple((self._first(head), end) for head in reversed(heads) if head < end)

    def _above(self, at: int) -> bool:
        token = self.tokens[at]
        if token.role != WORD:
            return False
        if self._tracker.superior(at):
            return True
        return self._named_above(at)

    def _named_above(self, at: int) -> bool:
        """A superior by its legal form: «… предприятия «Университет»»."""
        pattern = self._known.pattern(self._known.forms, self.tokens, at)
        form = self._known.noun(self.tokens, at)
        if pattern is None or form is None or form.case != "gen" or form.plural:
            return False
        end = at + 1 + len(pattern.after)
        return end < len(self.tokens) and self.tokens[end].role == OPEN

    def _first(self, head: int) -> int:
        """Where a superior begins whose head word, or the noun of whose form, is known."""
        pattern = self._known.pattern(self._known.forms, self.tokens, head)
        if pattern is not None and self._named_above(head):
            return head - len(pattern.before)
        found = self._tracker.head(head)
        return found[0] if found else head

    @cached_property
    def _tail(self) -> tuple[int, int] | None:
        """«по Акмолинской области» after a superior: a part of the own name."""
        low = self._head + 1 if self._head is not None else 0
        last = max((at for at in range(low, len(self.tokens)) if self._above(at)), default=None)
        end = len(self.tokens)
        while end and self.tokens[end - 1].role == CLOSE:
            end -= 1
        for at in range(last + 1 if last is not None else end, end - 1):
            if self.tokens[at].word in self.words.across and self._places_only(at + 1, end):
                return at, end
        return None

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

    def _closes(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].role == CLOSE

    def _words(self, start: int, end: int) -> list[str]:
        return [token.word for token in self.tokens[start:end] if token.role == WORD]

    def superior_name(self, start: int, end: int) -> str:
        """A superior's whole name in the nominative."""
        return self._balanced(self.print(*self._inside_quotes(start, end)))

    def own_name(self) -> str:
        """The own name without the quotes around it; quotes inside it stay, balanced."""
        name = self.print(*self._inside_quotes(*self.own))
        if self._tail:
            name = f"{name} {self.print(*self._tail, nominative=False)}"
        return self._balanced(name)

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
        of_a_place = any(mark.end == first for mark in self._marks)
        quoted = bool(self.tokens) and self.tokens[0].role == OPEN
        return first if quoted and self._closes(first - 1) and not of_a_place else None

    # ------------------------------------------------------------- words

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
            if form is not None and (self._tracker.head(at) or self._form_at(at)):
                return self._head_words(start, at, form)
            if self.tokens[at].role == SIGN:
                break
        return {}

    def _form_at(self, at: int) -> bool:
        return self._known.pattern(self._known.forms, self.tokens, at) is not None

    def _head_words(self, start: int, at: int, form: Inflection) -> dict[int, str]:
        if form.case == "nom" or form.plural:
            return {}
        token = self.tokens[at]
        shown = self._shown(token)
        changed = {at: form.nominative.capitalize() if shown[:1].isupper() else form.nominative}
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
        return self.text[token.start : token.end]

    # ------------------------------------------------------------- kind, place, person, number

    def kind(self) -> str | None:
        """The code of the kind that the head word of the own name tells."""
        found = self._tracker.head(self._head) if self._head is not None else None
        return found[2].code if found else None

    @cached_property
    def _marks(self) -> tuple[Landmark, ...]:
        found: list[Landmark] = []
        at = 0
        while at < len(self.tokens):
            mark = self._tracker.landmark(at)
            if mark is not None and mark.level != 0:
                found.append(mark)
            at = mark.end if mark else at + 1
        return tuple(found)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places named, outermost first, without the country and without several in a row."""
        found = []
        for number, mark in enumerate(self._marks):
            if mark.level > 0 and not self._in_a_row(number):
                found.append(Place(self._place_name(mark), mark.level, mark.first, mark.end))
        return tuple(sorted(found, key=lambda place: place.level))

    def _in_a_row(self, number: int) -> bool:
        """Whether a place stands in a row with another: «по … области и городу Алматы»."""
        near = self._marks[max(0, number - 1) : number + 2]
        return any(self._joined(one.end, other.first) for one, other in pairwise(near))

    def _joined(self, end: int, first: int) -> bool:
        between = [token.word for token in self.tokens[end:first]]
        return len(between) == 1 and (between[0] == "," or between[0] in self.words.joiners)

    def _place_name(self, mark: Landmark) -> str:
        """The place in the nominative: «Акмолинская область», «город Астана»."""
        tokens, known = self.tokens, self._known
        language = self.words.language
        if mark.noun > mark.first:
            noun = self._tracker.place_noun(tokens[mark.noun])
            form = known.noun(tokens, mark.noun)
            lemma = noun or (form.lemma if form else tokens[mark.noun].word)
            gender = known.analyses[lemma][0].gender
            adjectives = [
                agreed(self._shown(tokens[at]), gender, language)
                for at in range(mark.first, mark.noun)
            ]
            return unmix(" ".join([*adjectives, lemma]), language)
        word = tokens[mark.first].word
        noun_form = known.noun(tokens, mark.first)
        lemma = known.place_short.get(word) or (noun_form.lemma if noun_form else word)
        case = noun_form.case if noun_form else "nom"
        names = [
            self._proper(at, case)
            for at in range(mark.first + 1, mark.end)
            if tokens[at].role == WORD
        ]
        return unmix(" ".join([lemma, *names]), language)

    def _proper(self, at: int, case: str) -> str:
        return proper(
            self._shown(self.tokens[at]), case, self.words.language, self._known.known_places
        )

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

    def country_tokens(self) -> set[int]:
        """The tokens that name the country."""
        found: set[int] = set()
        for at in range(len(self.tokens)):
            end = self._tracker.country(at)
            found.update(range(at, end or at))
        return found

    def in_country(self) -> bool:
        """Whether the country is named."""
        return bool(self.country_tokens())

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
