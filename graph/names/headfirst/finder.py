"""Where the names of bodies stand among the tokens of a text, where the head comes first."""

from __future__ import annotations

from graph.names.headfirst.chains import Chain
from graph.names.headfirst.formed import Span
from graph.names.headfirst.heads import LONGEST_BRACKET
from graph.names.headfirst.quotes import LONGEST
from graph.names.headfirst.titled import Titled
from graph.names.owners import AKIMAT
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, stands
from graph.words import adjective

__all__ = ["Finder", "Span"]

#: Words of a phrase that names hold («борьбе со»), before its last.
LONGEST_PHRASE = 3


class Finder(Titled):
    """The names in one tokenised text."""

    def find(self) -> list[Span]:
        """All names in order, none overlapping."""
        spans: list[Span] = []
        at = 0
        while at < len(self.tokens):
            found = self._at(at, spans[-1].end if spans else 0)
            spans += found
            at = max(at + 1, spans[-1].end if spans else 0)
        return self._share_superiors(spans)

    def is_akimat(self, at: int) -> bool:
        """Whether the name of an akimat begins at a token."""
        chain = self.tracker.chain(at)
        return chain is not None and chain.kind.code == AKIMAT

    def _at(self, at: int, limit: int) -> list[Span]:
        several = self._several(at) or self._scattered(at)
        if several:
            return several
        form = self.form(at, limit) or self._generic(at)
        if form is not None and self.tracker.is_term(at):
            return []
        if form is not None:
            return self._scattered_forms(form) or self._formed(form)
        if self.tokens[at].role == OPEN:
            quoted = self._quoted(at)
            return [quoted] if quoted else []
        return self._titled(at, limit) or (self._bare(at, limit) if at else self._row())

    # ------------------------------------------------------------- names without a form

    def _quoted(self, opened: int) -> Span | None:
        """A name in quotes without a form, known by its first words: «13. Центр …»."""
        first = self._after_number(opened + 1)
        head = self._first_head(first)
        if head is None:
            return None
        end = self._closing(opened)
        # «Цифровая школа» is a name only where the verb of a deed stands before it.
        told = first < head and end - 2 == head and self.tracker.is_ordered(head)
        if (end - 2 <= head and not told) or self.tokens[end - 1].role != CLOSE:
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
        stops = (self._is_seat, self._turns, self._brackets_end)
        end = next((at for at in range(first, end) if any(one(at) for one in stops)), end)
        is_row = first > 0 or self.tokens[-1].word in (";", ".")
        if not (is_row and first < end <= first + LONGEST):
            return self._bare(0, 0)
        found = self._first_head(first)
        chain = self.tracker.chain(found) if found is not None else None
        turns = end < len(self.tokens) and self._turns(end)
        if found is None or (chain and (chain.kind.bare or not turns)):
            return self._bare(0, 0)
        form = self._before_form(found + 1, end)
        alone = form == found + 1 and (form < end or turns) and found > first
        if not alone and not self._only_name(found + 1, form):
            return self._bare(0, 0)
        end = form
        return [Span(first, first, end, end, "nom")]

    def _before_form(self, at: int, end: int) -> int:
        """Where a name ends whose row goes on with another: «Институт права в учреждение «X»»."""
        for k in range(at, end - 1):
            leads_on = self.tokens[k].word in self.words.prepositions
            if leads_on and self.tracker.formed(k + 1):
                return k
        return end

    def row(self) -> Span | None:
        """A text that is known to be nothing but a name, whatever its first words are; a bracket
        after it gives a short name. None where a word shows a sentence.
        """
        first = self._after_row_number()
        end = next((at for at in range(first, len(self.tokens)) if self._ends_row(at)), None)
        end = len(self.tokens) if end is None else end
        while end > first and self.tokens[end - 1].role == SIGN and not self._closes_other(end):
            end -= 1
        words = [at for at in range(first, end) if self.tokens[at].role == WORD]
        spoken = any(
            self.tracker.leaves(at) and not (self.tokens[at].word[0].isdigit() or self._held(at))
            for at in words
        )
        if not words or spoken or end > first + LONGEST or self._of_several(first, end):
            return None
        return None if self._is_place(first, end) else Span(first, first, end, end, "nom")

    def _is_place(self, first: int, end: int) -> bool:
        """Whether words are nothing but a place, above the rows of its bodies: «Лесной район»."""
        begin = first + (self.tokens[first].word in self.words.base.across)
        mark = self.tracker.landmark(begin) if begin < end else None
        return mark is not None and mark.end == end and mark.level > 0

    def _held(self, at: int) -> bool:
        """Whether a word may be of the name that is elsewhere of none: in a pair of quotes, or in a
        phrase that names hold («борьбе со СПИД»).
        """
        if self._depth[at] and self._enclosed(at):
            return True
        for first in range(max(0, at - LONGEST_PHRASE), at + 1):
            for phrase in self.words.inside.get(self.tokens[first].word, ()):
                if first + len(phrase) > at and stands(self.tokens, first, phrase):
                    return True
        return False

    def _of_several(self, first: int, end: int) -> bool:
        """Whether the first noun, or an adjective before it, is in the plural: «Государственные
        учреждения», «Прочие курсы».
        """
        for at in range(first, end):
            if self.tokens[at].role != WORD:
                return False
            told = adjective(self.tokens[at].word, self.words.language)
            if told and all(case.startswith("p") for case in told[1]):
                return True
            noun = self.words.noun(self.tokens, at)
            if noun is not None:
                return noun.plural
        return False

    def _after_row_number(self) -> int:
        """Past «13.» and «5)»; the number in «906 база» belongs to the name."""
        if len(self.tokens) > 1 and self.tokens[0].word.isdigit():
            return self._after_number(0) if self.tokens[1].word in (".", ")", "\\") else 0
        return 0

    def _ends_row(self, at: int) -> bool:
        ends = self._brackets_end(at) or self.tokens[at].word in ";:" or self._is_seat(at)
        return ends or self._sits_behind_country(at) or self._sits_last(at)

    def _sits_last(self, at: int) -> bool:
        """Whether the last words are a place in the nominative, which no name ends with: «…
        колледж Атырауская область».
        """
        mark = self.tracker.landmark(at) if at > 1 and self.tokens[at].role == WORD else None
        if mark is None or any(one.role != SIGN for one in self.tokens[mark.end :]):
            return False
        noun = self.words.noun(self.tokens, mark.noun)
        told = noun is not None and noun.case == "nom" and noun.lemma in self.words.base.levels
        return told and not self._depth[at]

    def _brackets_end(self, at: int) -> bool:
        """Whether a bracket ends a name: one that is not amid it, and no other name of a superior;
        nor one behind which it says where the body works: «(горная полиция) по городу Алматы».
        """
        if not self.tracker.is_sign(at, "(") or self._amid_quotes(at):
            return False
        if self.tracker.says_again(at) or self.tracker.renames(at) is not None:
            return False
        closed = self.tracker.of_words(at)
        behind = self.tokens[closed : closed + 1] if closed else []
        works = any(one.word in self.words.base.across for one in behind)
        return closed is None or not works or self._across(closed) is None

    def _amid_quotes(self, at: int) -> bool:
        """Whether a bracket stands within the quotes of a name, behind other words of its row:
        «Компания «Мера (Measure) и вес»».
        """
        opened: list[int] = []
        for k, token in enumerate(self.tokens[:at]):
            opened = (
                [*opened, k] if token.role == OPEN else opened[: -(token.role == CLOSE) or None]
            )
        # The first quotes may stand around the whole row, before its number.
        before = self.tokens[: opened[-1]] if opened else []
        if not any(one.role == WORD and one.word.isalpha() for one in before):
            return False
        ends = (one for one in self.tokens[at + 1 :] if one.role == CLOSE or one.word in (")", ";"))
        return [one.role for one in list(ends)[1:2]] == [CLOSE]

    def _closes_other(self, end: int) -> bool:
        """Whether the sign before `end` closes a bracket with another name of a superior."""
        near = range(max(0, end - LONGEST_BRACKET), end)
        return any(self.tokens[at].word == "(" and self.tracker.renames(at) == end for at in near)

    def _sits_behind_country(self, at: int) -> bool:
        """Whether the country ends the name and a seat follows: «… Республики … г. Рудный»."""
        ends = any(self.tracker.country(k) == at for k in range(max(0, at - 3), at))
        return ends and self._is_seat_mark(at)

    def _is_seat(self, at: int) -> bool:
        """Whether a comma stands at `at` and behind it where the body sits: «…, город Рудный»."""
        after = at + 1
        comma = self.tracker.is_sign(at, ",") and after < len(self.tokens)
        return comma and self._is_seat_mark(after)

    def _is_seat_mark(self, at: int) -> bool:
        """Whether a place in the nominative stands at `at`, or one by the letters for its kind."""
        mark = self.tracker.landmark(at)
        if mark is None or mark.level <= 0:
            return False
        noun = self.words.noun(self.tokens, mark.noun)
        short = self.tokens[mark.noun].word in self.words.place_short
        return short or (noun is not None and noun.case == "nom")

    def _turns(self, at: int) -> bool:
        """Whether a comma or a dash leads from the name of a row to how it is done with it: «…
        лесхоз, с выделением его из …», «… театр, выделив из …», «… театр - из состава …».
        """
        if self.tokens[at].word not in ",-–—" or at + 1 == len(self.tokens):
            return False
        following, words = self.tokens[at + 1], self.words
        if following.capital:
            return False
        leads = following.word in words.prepositions or following.word in words.base.stops
        return leads or following.word.endswith(words.gerunds)

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
        first = max(chain.first, limit)
        end, stop = self._before_formed(chain)
        end = stop = self._after_own(chain, end) if end == stop else stop
        return [Span(first, first, end, stop, chain.form.case)]

    def _after_own(self, chain: Chain, end: int) -> int:
        """Past the name of its own that a body bears behind its superiors, one word in quotes:
        «департамент рек Министерства … «Камыш»».
        """
        told = self.tokens[end : end + 3]
        quoted = [token.role for token in told] == [OPEN, WORD, CLOSE] and told[1].capital
        country = any(self.tracker.country(at) == end for at in range(max(0, end - 3), end))
        return end + 3 if quoted and country and chain.kind.placed else end

    def _before_formed(self, chain: Chain) -> tuple[int, int]:
        """The end of a name, whose superior may stand behind a legal form: «Речная академия
        государственного предприятия «Мост»».
        """
        for at in range(chain.head + 1, chain.end if not chain.kind.bare else 0):
            form = self.form(at, chain.head + 1)
            if form is not None and self._opens(form.end):
                return self._with_superiors(form.first, chain.first)
        return chain.end, chain.end

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
