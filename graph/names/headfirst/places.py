"""The places in a name, each in the nominative."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from graph.names.headfirst.landmarks import Landmark
from graph.names.headfirst.printing import Printed
from graph.names.parts import Place
from graph.names.tokens import OPEN, WORD
from graph.words import agreed, proper, unmix


class Placed(Printed):
    """The tokens of one name and the places among them."""

    @cached_property
    def marks(self) -> tuple[Landmark, ...]:
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
        for number, mark in enumerate(self.marks):
            if mark.level > 0 and not self._in_a_row(number):
                found.append(Place(self._place_name(mark), mark.level, mark.first, mark.end))
        return tuple(sorted(found, key=lambda place: place.level))

    def _in_a_row(self, number: int) -> bool:
        """Whether a place stands in a row with another: «по … области и городу Алматы»."""
        near = self.marks[max(0, number - 1) : number + 2]
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
        quoted = mark.first + 1 < mark.end and tokens[mark.first + 1].role == OPEN
        names = [
            self._shown(tokens[at]) if quoted else self._proper(at, case)
            for at in range(mark.first + 1, mark.end)
            if tokens[at].role == WORD
        ]
        return unmix(" ".join([lemma, *names]), language)

    def _proper(self, at: int, case: str) -> str:
        """A word of a proper name; a title stays as it is: «район Шал акына»."""
        if self.tokens[at].word in self.words.titles:
            return self._shown(self.tokens[at])
        return proper(
            self._shown(self.tokens[at]), case, self.words.language, self._known.known_places
        )

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
