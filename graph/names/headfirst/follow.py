"""One walk along a name without quotes, from its head word to its end."""

from __future__ import annotations

from graph.names.headfirst.heads import Heads
from graph.names.headfirst.landmarks import Landmark
from graph.names.headfirst.vocabulary import Pattern
from graph.names.tokens import OPEN, SIGN, WORD, Token, stands
from graph.words import Inflection

#: Words between two landmarks (superiors, places, the country) of one name, at most.
LONGEST_STEP = 20
#: Tokens between a word and those in the instrumental that it asks for, at most.
_RULED = 4
#: Superiors that one name holds, at most.
MOST_SUPERIORS = 8


class Follower:
    """One walk along a name from the token after its head word."""

    def __init__(self, tracker: Heads, at: int) -> None:
        self.tracker = tracker
        self.tokens = tracker.tokens
        self.words = tracker.words
        self.at = self.end = self.start = at
        #: The last landmark was a place or the country: only a superior or «по» goes on.
        self.closed = False
        #: How deep the last place lies.
        self.level = 0
        #: Something was passed over that only a superior or the country makes part of the name.
        self.loose = False
        #: Words may stand in any case: after a preposition.
        self.free = False
        self.landed = False
        self.above = 0
        #: Where the office stands for whom the body works.
        self.holder = -1

    def follow(self) -> tuple[int, bool, bool]:
        """The end of the name, whether a landmark was reached, whether a superior was."""
        while self.at < len(self.tokens) and self.at - self.end <= LONGEST_STEP:
            if not self._step():
                break
        return self.end, self.landed or self.above > 0, self.above > 0

    def _step(self) -> bool:
        token = self.tokens[self.at]
        joins = token.word == "," or token.word in self.words.base.joiners
        # What a body does is told by the word behind its head: «Комитет и его органы» is no name.
        if joins and (self.at == self.start or self.tracker.begins_local(self.at + 1)):
            return False
        if token.role == SIGN:
            return self._sign(token)
        if token.role != WORD:
            return False
        if self.tracker.superior(self.at):
            return self.above < MOST_SUPERIORS and self._superior()
        mark = self.tracker.landmark(self.at)
        if mark is not None and self.loose and self._another(self.at):
            return False
        if mark is not None and (not (self.closed and mark.level) or self._holds(mark)):
            return self._land(mark)
        if self.closed and (self._stands_alone(mark) or not self._goes_on()):
            return False
        return self._word()

    def _stands_alone(self, mark: Landmark | None) -> bool:
        """Whether a place behind the name is no part of it: «… Казахстан Акмолинская область»."""
        noun = self.words.noun(self.tokens, mark.noun) if mark else None
        return noun is not None and noun.case == "nom" and noun.lemma in self.words.base.levels

    def _is_seat(self, mark: Landmark | None) -> bool:
        """Whether a place behind a comma says where the body sits: «…, г. Астана»."""
        short = mark is not None and self.tokens[mark.noun].word in self.words.place_short
        return short or self._stands_alone(mark)

    def _superior(self) -> bool:
        """A superior, unless it stands in a row with the body itself."""
        before = self.tokens[self.at - 1]
        if (
            self.at > self.end
            and self.at - 2 != self.holder
            and self.at - 1 >= self.end
            and (before.word == "," or before.word in self.words.base.joiners)
        ):
            return False
        self.above += 1
        self.closed = self.free = False
        found = self.tracker.head(self.at)
        return self._accept(self.at + 1 + (len(found[2].after) if found else 0))

    def _accept(self, end: int) -> bool:
        self.at = self.end = end
        self.loose = False
        return True

    def _land(self, mark: Landmark) -> bool:
        self.landed, self.closed, self.free = True, True, False
        self.level = mark.level
        return self._accept(mark.end)

    def _holds(self, mark: Landmark) -> bool:
        """Whether a place lies in the one right behind it: «… района города Астаны»."""
        inside = self.at == self.end and 0 < mark.level < self.level
        return inside and not self._stands_alone(mark)

    def _goes_on(self) -> bool:
        """After a place or the country: an adjective of a superior, or a task or place of work."""
        word = self.tokens[self.at].word
        if word in self.words.base.across:
            following = self.tokens[self.at + 1 : self.at + 2]
            return bool(following) and (
                not self.words.stops(following[0]) or self._task_of_attached()
            )
        if word in self.words.base.joiners:
            return self._joined_place() is not None
        adjective = self.tokens[self.at].capital and self.words.is_adjective(self.tokens[self.at])
        return adjective and self.words.may_be(self.tokens[self.at], "gen")

    def _task_of_attached(self) -> bool:
        """Whether the task stands behind whom a body is attached to: «Комиссия при Президенте
        Республики … по вопросам …».
        """
        before = (token.word for token in self.tokens[self.start : self.end])
        attached = any(word in self.words.attached for word in before)
        return attached and self._phrase() is not None

    def _joined_place(self) -> Landmark | None:
        """One more place in which the body works, behind a comma or a joiner: «по городу Алматы,
        Алматинской области и области Жетісу».
        """
        mark = self.tracker.landmark(self.at + 1) if self.at + 1 < len(self.tokens) else None
        before = self.tokens[max(0, self.end - 8) : self.end]
        across = any(token.word in self.words.base.across for token in before)
        if not across or mark is None or mark.level == 0:
            return None
        # «по Акмолинской области, город Кокшетау» says where the body sits, unless its superior
        # follows.
        goes_on = mark.end < len(self.tokens) and self.tracker.superior(mark.end)
        return mark if goes_on or not self._is_seat(mark) else None

    def _sign(self, token: Token) -> bool:
        if token.word == "," and self.closed and (mark := self._joined_place()):
            return self._land(mark)
        if token.word == "(" and self.tracker.says_again(self.at):
            self.at += 3
            return True
        if token.word == "(" and self.at == self.end:
            closed = self.tracker.bracket(self.at)
            return closed is not None and self._accept(closed)
        if token.word == "/" and self.tokens[self.at - 1].word[-1].isdigit():
            self.at += 1
            return True
        following = self.tokens[self.at + 1 : self.at + 2]
        if not following or following[0].role != WORD or self.closed:
            return False
        if token.word == "," and self._is_seat(self.tracker.landmark(self.at + 1)):
            return False
        if token.word == ",":
            self.loose = self.loose or not self._enumerates()
            self.at += 1
            return True
        if token.word in "-–—" and self.tracker.superior(self.at + 1):
            self.at += 1
            return True
        if token.word == "." and len(self.tokens[self.at - 1].word) <= 2:
            self.at += 1
            return True
        return False

    def _enumerates(self) -> bool:
        """Whether what follows a comma is more of the same task: «культуры, спорта и туризма»."""
        joined = False
        for k in range(self.at + 1, min(self.at + LONGEST_STEP, len(self.tokens))):
            token = self.tokens[k]
            if token.word in self.words.base.joiners:
                joined = True
            elif joined:
                return not token.capital and token.role == WORD and self._fits(k)
            elif token.word != "," and (token.role != WORD or token.capital or not self._fits(k)):
                return False
        return False

    def _fits(self, at: int) -> bool:
        """Whether a word may be more of the task: in the genitive, or in any case after «по»."""
        return not self.tracker.leaves(at) if self.free else self.tracker.fits(at)

    def _word(self) -> bool:
        tracker, at = self.tracker, self.at
        word = self.tokens[at].word
        phrase = self._phrase()
        if phrase is not None:
            self.free, self.closed = True, False
            self.at += len(phrase)
            self.end = self.end if self.loose else self.at
            return True
        if word in self.words.base.across:
            following = self.tokens[at + 1 : at + 2]
            if not following or following[0].role != WORD or tracker.leaves(at + 1):
                return False
            self.free, self.closed = True, False
            self.at += 1
            return True
        if word in self.words.base.joiners and not self._is_initial(at):
            if self.closed and (mark := self._joined_place()):
                return self._land(mark)
            self.at += 2 if self._of_the_task() else 1
            return self._joined()
        if tracker.leaves(at) or self._another(at) or self._signs(at) or self.tracker.formed(at):
            return False
        if self._numbers_an_act(at) or self._counts(at) or self._given(at):
            return False
        if word in self.words.prepositions:
            self.loose = self.free = True
            self.at += 1
            return True
        fits = self.free or tracker.fits(at) or self._ruled(at)
        self.closed = False
        self.at += 1
        if fits and not self.loose:
            self.end = self.at
        elif not fits:
            self.loose = True
        return True

    def _given(self, at: int) -> bool:
        """Whether a body to whom this one is given begins: «… школу отдела садов отделу полей»."""
        found = None if self.free else self.tracker.head(at)
        return found is not None and found[2].above and found[1].case == "dat"

    def _ruled(self, at: int) -> bool:
        """Whether a word stands in the instrumental, soon behind one that asks for it: «управление
        архивами и документацией».
        """
        before = self.tokens[max(0, at - _RULED) : at]
        asks = any(token.word.startswith(self.words.ruling) for token in before)
        return asks and self.tokens[at].word.endswith(self.words.instrumental)

    def _phrase(self) -> tuple[str, ...] | None:
        """The words inside a name that stand here and go on with it: «по вопросам»."""
        inside = self.words.inside.get(self.tokens[self.at].word, ())
        return next((one for one in inside if self._stands(one)), None)

    def _stands(self, phrase: tuple[str, ...]) -> bool:
        if not stands(self.tokens, self.at, phrase):
            return False
        # «Управление по вопросам своей компетенции» is no name.
        following = self.tokens[self.at + len(phrase) : self.at + len(phrase) + 1]
        return not following or not self.words.stops(following[0])

    def _of_the_task(self) -> bool:
        """Whether a joiner and a pronoun go on with a task: «по охране рыб и их учету»."""
        words = [token.word for token in self.tokens[self.at + 1 : self.at + 4]]
        if not self.free or len(words) < 2 or words[0] not in self.words.pronouns:
            return False
        return words[1].endswith(self.words.task_endings)

    def _joined(self) -> bool:
        following = self.tokens[self.at : self.at + 1]
        return bool(following) and following[0].role == WORD

    def _another(self, at: int) -> bool:
        """A name with a capital that stands beside this one, not above it: its head word, or
        adjectives before a head word that is in no genitive, or has a name in quotes.
        """
        if not self.tokens[at].capital:
            return False
        found = self.tracker.head(at)
        if found is not None:
            return not self._holder(found)
        for k in range(at, min(at + 5, len(self.tokens))):
            found = self.tracker.head(k)
            if found is not None:
                titled = any(one.role == OPEN for one in self.tokens[k + 1 : k + 2])
                return found[0] == at and (found[1].case in ("nom", "acc") or titled)
            if not self.words.is_adjective(self.tokens[k]):
                return False
        return False

    def _holder(self, found: tuple[int, Inflection, Pattern]) -> bool:
        """Whether an office right behind the head word is whom the body works for: «Канцелярия
        Президента».
        """
        first, form, kind = found
        if not (kind.office and form.case == "gen" and first <= self.start):
            return False
        self.holder = self.at
        return True

    def _numbers_an_act(self, at: int) -> bool:
        """Whether a number is that of an act, in parts: «решение Акима области № 7-179»."""
        parts = self.tokens[at : at + 3]
        if len(parts) < 3 or not parts[0].word.startswith("№") or parts[1].word not in "-/":
            return False
        glued = parts[0].end == parts[1].start and parts[1].end == parts[2].start
        return glued and parts[2].word[0].isdigit()

    def _counts(self, at: int) -> bool:
        """Whether a number at the end says how many of the row there are: «Комитет архивов 53»."""
        if not self.tokens[at].word.isdecimal() or at == self.start:
            return False
        numbered = self.tokens[at - 1].word in ("№", "n")
        return not numbered and all(one.role != WORD for one in self.tokens[at + 1 : at + 2])

    def _signs(self, at: int) -> bool:
        """Whether the initial of a person stands at `at` who gives the body no name: «Министр К.
        Касымов».
        """
        before = self.tokens[at - 1].word
        return self._is_initial(at) and before != "." and before not in self.words.base.named_after

    def _is_initial(self, at: int) -> bool:
        """Whether a capital with a dot stands at `at`: «имени И. Ойдан»."""
        token = self.tokens[at]
        dotted = at + 1 < len(self.tokens) and self.tokens[at + 1].word == "."
        return dotted and token.capital and token.end - token.start == 1
