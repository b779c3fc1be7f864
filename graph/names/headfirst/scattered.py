"""Bodies by one plural head word and several places: «департаменты … Акмолинской и … областей»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.names.headfirst.formed import Span
from graph.names.headfirst.heads import LONGEST_TASK
from graph.names.headfirst.quotes import Form
from graph.names.headfirst.several import Several
from graph.names.headfirst.vocabulary import MOST_ADJECTIVES
from graph.names.tokens import WORD, Token
from graph.words import Inflection, forms

#: Cases in which a deed names those with whom something is done.
_CASES = ("nom", "acc", "gen")


@dataclass(frozen=True, slots=True)
class _Place:
    """One of several places: its tokens in the text, and what they say of it alone."""

    first: int
    end: int
    said: tuple[Token, ...]


class Scattered(Several):
    """The names in one tokenised text of which one plural noun heads several."""

    def _scattered(self, at: int, form: Form | None = None) -> list[Span]:
        """A body for each place behind a plural head word; none where one place is told, or where
        the words may say one body of several places.
        """
        head = self._plural_kind(at)
        if head is None:
            return []
        where, noun = head
        task = self._first_place(where + 1)
        places, end = self._all_places(task) if task else ([], 0)
        if len(places) < 2:
            return []
        name_end, _ = self._with_superiors(end, at)
        said = self._one_of(at, where, noun)
        rest = self.tokens[where + 1 : task]
        first = form.first if form else at
        return [
            Span(
                first if one is places[0] else one.first,
                at,
                name_end,
                name_end if one is places[-1] else one.end,
                noun.case,
                form,
                said=(*said, *rest, *one.said, *self.tokens[end:name_end]),
            )
            for one in places
        ]

    def _scattered_forms(self, form: Form) -> list[Span]:
        """The same behind a legal form in the plural: «учреждения - департаменты …», «учреждения -
        Абайское и Жарминское управления».
        """
        at = form.end
        while form.plural and at < len(self.tokens) and self.tokens[at].word in "-–—":
            at += 1
        if not form.plural or at >= len(self.tokens):
            return []
        several = self._several(at) if at > form.end else []
        told = [replace(one, form=form) for one in several]
        return (
            [replace(told[0], first=form.first), *told[1:]] if told else self._scattered(at, form)
        )

    def _plural_kind(self, at: int) -> tuple[int, Inflection] | None:
        """The plural head word of the name that begins at `at`, and what it is."""
        for k in range(at, min(at + MOST_ADJECTIVES, len(self.tokens))):
            known = self.words.analyses.get(self.tokens[k].word, ())
            if self.tokens[k].role == WORD and known:
                found = self._as_plural(at, k, known)
                kind = found and self.words.pattern(self.words.kinds, self.tokens, k, found)
                can = kind and kind.bare and not kind.office and not kind.small
                return (k, found) if found and can else None
            plural = self.words.is_adjective(self.tokens[k]) and self._signs(self.tokens[k], "p-")
            if not plural:
                return None
        return None

    def _as_plural(self, at: int, head: int, known: tuple[Inflection, ...]) -> Inflection | None:
        """What a word is in the plural; one that may be the singular is no plural but behind a
        verb or an adjective in the plural.
        """
        before = self.tokens[at - 1] if at else None
        told = before is not None and before.word in self.words.base.stops
        cases = [set(_CASES), *(self._signs(self.tokens[k], "p-") for k in range(at, head))]
        fitting = [one for one in known if one.plural and one.case in set.intersection(*cases)]
        single = any(not one.plural for one in known) and head == at
        verb = before is not None and before.word.endswith(self.words.outside)
        if told or not fitting or (single and not verb):
            return None
        return fitting[0]

    def _first_place(self, at: int) -> int | None:
        """Where the places begin behind a head word and the words of its task."""
        free = False
        for k in range(at, min(at + LONGEST_TASK, len(self.tokens))):
            token = self.tokens[k]
            mark = self.tracker.landmark(k)
            if mark is not None:
                return k if mark.level else None
            if token.word == "," or token.word in self.words.base.joiners:
                continue
            free = free or token.word in self.words.base.across
            fits = not self.tracker.leaves(k) if free else self.tracker.fits(k)
            if token.role != WORD or self.tracker.head(k) or not fits:
                return None
        return None

    def _all_places(self, at: int) -> tuple[list[_Place], int]:
        """The places in a row that begins at `at`, and the token after the last."""
        found: list[_Place] = []
        end = at
        while at < len(self.tokens):
            group = self._by_adjectives(at) or self._by_names(at)
            if not group:
                break
            found += group
            at = end = group[-1].end
            while at < min(end + 2, len(self.tokens)) and self._joins(at):
                at += 1
            if at == end:
                break
        return found, end

    def _by_adjectives(self, at: int) -> list[_Place]:
        """«Акмолинской, Актюбинской областей»: each adjective with the noun in the singular."""
        ones = self._ones(at)
        noun = ones[-1] + 1 if ones else len(self.tokens)
        if noun >= len(self.tokens) or self._level_of(noun) is None:
            return []
        cases = set.intersection(*(self._signs(self.tokens[one], "s-") for one in ones))
        single = self._in_singular(noun, cases)
        if single is None:
            return []
        ends = [one + 1 for one in ones[:-1]] + [noun + 1]
        return [
            _Place(one, end, (self.tokens[one], single))
            for one, end in zip(ones, ends, strict=True)
        ]

    def _by_names(self, at: int) -> list[_Place]:
        """«городов Астаны и Алматы», «города Астаны»: each name with the noun in the singular."""
        known = self._level_of(at)
        if known is None:
            return []
        noun = self._in_singular(at, {known.case}) if known.plural else self.tokens[at]
        found: list[_Place] = []
        name = at + 1
        while noun and name < len(self.tokens) and not self._by_adjectives(name):
            end = self.tracker.proper_end(name, self.tokens[at])
            if end == name:
                break
            found.append(_Place(name if found else at, end, (noun, *self.tokens[name:end])))
            name = end
            while name < min(end + 2, len(self.tokens)) and self._joins(name):
                name += 1
            if name == end or not known.plural:
                break
        return found

    def _level_of(self, at: int) -> Inflection | None:
        """What the noun of a place at `at` is."""
        known = self.words.analyses.get(self.tokens[at].word, ())
        levels = [one for one in known if one.lemma in self.words.base.levels]
        return next((one for one in levels if one.plural), levels[0] if levels else None)

    def _in_singular(self, at: int, cases: set[str]) -> Token | None:
        """The noun of a place at `at` as it stands of one place, in one of the cases."""
        known = self.words.analyses.get(self.tokens[at].word, ())
        case = next((one.case for one in known if one.case in cases), None)
        for word, told in forms(known[0].lemma, self.words.language):
            if not told.plural and told.case == case:
                return replace(self.tokens[at], word=word, mended=True)
        return None

    def _one_of(self, at: int, head: int, noun: Inflection) -> list[Token]:
        """The adjectives and the head word as they stand of one body, the first with a capital."""
        said = [self._singular(self.tokens[k], noun) for k in range(at, head)]
        said.append(replace(self.tokens[head], word=noun.lemma, mended=True))
        return [replace(said[0], capital=True), *said[1:]]
