"""How a rule reads a sentence: each body becomes one sign, phrases are patterns over the rest.

A phrase is written as people read it, in the language data:

    {survivor} одан {created:acc} бөлу жолымен қайта құрылсын

`{x}` is a body, `{x:acc}` a body in a case (`acc|dat` either), `{x+}` one or several bodies in a
row, `{x=text}` free words, `{x=date}` a slot that the language defines, `…` any words, `[a|b]`
either of two, `[a|]` something that may be missing, `құрыл*` a word with any ending, ` – ` any
dash, with blanks around it or none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.language import Language
from graph.model import Mention
from graph.needs import Needs, Words, held_by, needs_of, stand

#: The sign that stands for a body in a masked sentence; the sign of its case follows it.
BODY = "\ue000"
#: The cases of a mention, in the order of their signs.
CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
_CASE_SIGN = {case: chr(0xE100 + number) for number, case in enumerate(CASES)}
_ANY_CASE = f"[{_CASE_SIGN['nom']}-{_CASE_SIGN['ins']}]"
#: A slot of free words takes no more than this many characters: longer ones are not one phrase.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Found:
    """A body named in a text: where in its characters, and in which case.

    `short` tells a defined term (Басқарма) that stands for the name; `superiors` are the bodies
    printed inside the name, outermost first. `after` is where the bracket ends that defines a
    short name right behind the name: a phrase reads over it.
    """

    mention: Mention
    start: int
    end: int
    case: str
    short: bool = False
    superiors: tuple[Mention, ...] = ()
    after: int = 0


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with its bodies masked, and the way back to the characters of the text."""

    string: str
    lower: str
    found: tuple[Found, ...]
    _from: tuple[int, ...]
    _to: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the text of an offset in the masked string."""
        known = bisect_right(self._from, offset) - 1
        return self._to[known] + offset - self._from[known]

    def bodies(self, start: int, end: int) -> tuple[Found, ...]:
        """The bodies masked between two offsets of the masked string."""
        low, high = self.original(start), self.original(end)
        return tuple(one for one in self.found if low <= one.start and one.end <= high)


def mask(string: str, found: Iterable[Found], left_out: Iterable[tuple[int, int]] = ()) -> Masked:
    """Replace each body (in order, not overlapping) by its sign and the sign of its case.

    Stretches that are `left_out` (in any order, outside of bodies) are missing in the sentence.
    """
    pieces: list[str] = []
    at_masked, at_text = [0], [0]
    length = position = 0
    kept = tuple(found)
    cuts = [(start, end, "") for start, end in left_out]
    signs = [(one.start, one.end, BODY + _CASE_SIGN[one.case]) for one in kept]
    for start, end, sign in sorted([*signs, *cuts]):
        pieces += [string[position:start], sign]
        length += max(0, start - position) + len(sign)
        position = max(position, end)
        at_masked.append(length)
        at_text.append(position)
    pieces.append(string[position:])
    masked = "".join(pieces)
    return Masked(masked, masked.lower(), kept, tuple(at_masked), tuple(at_text))


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: bodies and free words by slot, offsets in the characters of the text."""

    phrase: Phrase
    bodies: dict[str, tuple[Found, ...]]
    words: dict[str, tuple[int, int]]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase with the data that its rule gives to the reader of its kind.

    `needs` is what surely stands where the phrase does, what is rarest first.
    """

    pattern: str
    expression: str
    needs: Needs
    body_slots: tuple[str, ...]
    text_slots: tuple[str, ...]

    def read(self, masked: Masked) -> Iterator[Match]:
        """Every place where the phrase stands, left to right, none overlapping."""
        if not stand(self.needs, masked.lower):
            return
        for hit in _compiled(self.expression).finditer(masked.string):
            yield self._match(masked, hit)

    def first(self, masked: Masked) -> Match | None:
        """The first place where the phrase stands."""
        if not stand(self.needs, masked.lower):
            return None
        hit = _compiled(self.expression).search(masked.string)
        return self._match(masked, hit) if hit else None

    def _match(self, masked: Masked, hit: re.Match[str]) -> Match:
        bodies = {
            name: masked.bodies(*hit.span(name))
            for name in self.body_slots
            if hit.group(name) is not None
        }
        words = {
            name: (masked.original(hit.start(name)), masked.original(hit.end(name)))
            for name in self.text_slots
            if hit.group(name) is not None
        }
        return Match(self, bodies, words, masked.original(hit.start()), masked.original(hit.end()))


_TOKEN = re.compile(
    r"\{(?P<slot>\w+)(?P<many>\+)?(?::(?P<case>[\w|]+))?(?:=(?P<kind>\w+))?\}"
    r"|(?P<dash>\s+[-–—]\s+)|(?P<any>…)|(?P<open>\[)|(?P<close>\])|(?P<or>\|)|(?P<star>\*)|(?P<space>\s+)|(?P<word>[^\s{}…\[\]|*]+)"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What every phrase of a language shares: its slots' patterns, its words for «and», and words
    for which others may stand.
    """

    slots: tuple[tuple[str, str], ...]
    joiners: tuple[str, ...]
    same: tuple[tuple[str, tuple[str, ...]], ...] = ()
    holds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    _known: dict[str, Phrase] = field(default_factory=dict, compare=False, repr=False)
    _rare: dict[tuple[str, ...], list[tuple[Needs, Phrase]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    _words: dict[tuple[str, ...], Words] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, data: dict[str, object]) -> Grammar:
        """From the language data: `slots` (name → regular expression), `joiners`, `same` (word →
        words that may stand for it), and `holds` (slot → words one of which surely stands in it,
        where its expression is more than a choice of words).
        """
        slots, joiners, same = data.get("slots", {}), data.get("joiners", []), data.get("same", {})
        holds = data.get("holds", {})
        if not (isinstance(slots, dict) and isinstance(same, dict) and isinstance(holds, dict)):
            raise TypeError("expected tables `slots`, `same` and `holds`")
        if not isinstance(joiners, list):
            raise TypeError("expected a list `joiners`")
        others = tuple((word, tuple(words)) for word, words in sorted(same.items()))
        held = {slot: words for slot, one in slots.items() if (words := held_by(one))}
        held |= {slot: tuple(words) for slot, words in holds.items()}
        told = tuple(sorted(held.items()))
        return cls(tuple(sorted(slots.items())), tuple(joiners), others, told)

    def phrase(self, pattern: str) -> Phrase:
        """Compile one phrase; the same phrase is compiled once."""
        phrase = self._known.get(pattern)
        if phrase is None:
            phrase = self._known[pattern] = _compile(self, pattern)
        return phrase

    def standing(self, patterns: Sequence[str], masked: Masked) -> list[Phrase]:
        """Those of the phrases, in order, whose rarest words a sentence holds: most hold none."""
        among = tuple(patterns)
        rare = self._rare.get(among)
        if rare is None:
            phrases = [self.phrase(pattern) for pattern in among]
            rare = self._rare[among] = [(one.needs[:1], one) for one in phrases]
        lower = masked.lower
        return [phrase for needs, phrase in rare if stand(needs, lower)]

    def may_stand(self, patterns: Sequence[str], masked: Masked) -> bool:
        """Whether one of the phrases could stand in a sentence, were more words in it bodies."""
        among = tuple(patterns)
        words = self._words.get(among)
        if words is None:
            # The empty word stands everywhere.
            phrases = (self.phrase(pattern) for pattern in among)
            rarest = (next((one for one in p.needs if BODY not in one), ("",)) for p in phrases)
            words = self._words[among] = _shortest(one for needed in rarest for one in needed)
        lower = masked.lower
        return any(one in lower for one in words)

    def body(self, case: str | None, many: bool) -> str:
        """The pattern of a body slot."""
        signs = "".join(_CASE_SIGN[one] for one in case.split("|")) if case else ""
        one = BODY + (f"[{signs}]" if signs else _ANY_CASE)
        # Signs with nothing between them are one word that stands for several bodies.
        if not many:
            return f"(?<!{_ANY_CASE}){one}(?!{BODY})"
        joiners = "|".join(re.escape(word) for word in self.joiners)
        between = rf"(?:\s*[,;]?\s*(?:{joiners})\s+|\s*[,;]\s*(?:\d{{1,3}}\)\s*)?|)"
        # Those to whom something is done are in no list with others behind them.
        dative = _CASE_SIGN["dat"]
        some = f"(?:{BODY}[^{dative}]{between})*(?:(?:{BODY}{dative}{between})*(?={BODY}{dative}))?"
        return rf"(?<!{_ANY_CASE}){some}{one}(?!{BODY})"


def _shortest(words: Iterable[str]) -> Words:
    """The words without those that hold another of them."""
    kept: list[str] = []
    for word in sorted(set(words), key=len):
        if not any(one in word for one in kept):
            kept.append(word)
    return tuple(kept)


@cache
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language; its phrases are compiled once for all acts."""
    return Grammar.of(language.section("phrases"))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compiled when a text first holds what the phrase needs: most acts need few phrases."""
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


@cache
def _compile(grammar: Grammar, pattern: str) -> Phrase:
    """A phrase as a regular expression; ValueError for one that is not written by the rules."""
    regex: list[str] = []
    body_slots: set[str] = set()
    text_slots: set[str] = set()
    opened: list[int] = []
    maybe: int | None = None
    position = 0
    for token in _TOKEN.finditer(pattern):
        if token.start() != position:
            raise ValueError(f"phrase {pattern!r}: unexpected {pattern[position]!r} at {position}")
        position = token.end()
        if token["slot"]:
            (text_slots if token["kind"] else body_slots).add(token["slot"])
        elif token["open"]:
            opened.append(len(regex))
        elif token["or"] and not opened:
            raise ValueError(f"phrase {pattern!r}: expected brackets around alternatives")
        elif token["space"] and maybe is not None:
            # What may be missing is missing with the space after it.
            regex[maybe : len(regex)] = ["(?:", *regex[maybe:], r"\s+)?"]
            maybe = None
            continue
        maybe = opened.pop() if token["close"] and opened else None
        if maybe is not None and regex[-1] != "|":
            maybe = None
        regex.append(_piece(grammar, token))
    if maybe and regex[maybe - 1] == r"\s+":
        # At the end of a phrase, what may be missing is missing with the space before it.
        regex[maybe - 1 :] = ["(?:", *regex[maybe - 1 :], ")?"]
    if position != len(pattern):
        raise ValueError(f"phrase {pattern!r}: unexpected {pattern[position]!r} at {position}")
    if pattern[:1].isalpha() or pattern.startswith("["):
        # «образовать» is no part of «преобразовать».
        regex.insert(0, r"(?<!\w)")
    return Phrase(
        pattern,
        "".join(regex),
        needs_of(_TOKEN.finditer(pattern), dict(grammar.same), dict(grammar.holds), BODY),
        # In an order that no run changes: readers state what they find in the order of slots.
        tuple(sorted(body_slots)),
        tuple(sorted(text_slots)),
    )


def _piece(grammar: Grammar, token: re.Match[str]) -> str:
    """The regular expression of one token of a phrase."""
    if token["slot"]:
        return f"(?P<{token['slot']}>{_slot(grammar, token)})"
    if token["any"]:
        return rf".{{0,{LONGEST}}}?"
    if token["dash"]:
        return r"\s*[-–—]\s*"
    if token["space"]:
        return r"\s+"
    if token["word"]:
        words = (token["word"], *dict(grammar.same).get(token["word"], ()))
        said = "|".join(r"\s+".join(map(re.escape, one.split())) for one in words)
        return f"(?:{said})" if len(words) > 1 else said
    return {"[": "(?:", "]": ")", "|": "|", "*": r"\w*"}[token[0]]


def _slot(grammar: Grammar, token: re.Match[str]) -> str:
    """The regular expression inside a slot."""
    if not token["kind"]:
        return grammar.body(token["case"], bool(token["many"]))
    if token["kind"] == "text":
        return rf".{{1,{LONGEST}}}?"
    for name, pattern in grammar.slots:
        if name == token["kind"]:
            return pattern
    raise ValueError(f"slot kind {token['kind']!r} is not defined by the language")


def first(phrases: Sequence[Phrase], masked: Masked) -> Match | None:
    """The first match of the first phrase that matches, in the order of the data."""
    for phrase in phrases:
        if match := phrase.first(masked):
            return match
    return None
