"""Letters put right: words printed letter by letter, letters of another alphabet inside a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graph.language import Language
from graph.model import Range, Text
from graph.repair.log import Log
from graph.repair.texts import SPACE, put_together
from graph.repair.unseen import seen, with_quotes
from graph.words.letters import LATIN, alphabet

# с а қ т а л ғ а н . : four signs or more that stand alone.
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:[ ]{1,4}(?:[^\W\d_]|[.,;:!?])){3,}(?!\S)")
# әк імд іг і: a word torn into scraps.
_SCRAPS = re.compile(r"(?<![^\s(\"«])[^\W\d_]{1,3}(?: [^\W\d_]{1,3}){2,}(?![\w-])")
_SIGN = re.compile(r"(\S)( *)")
_SCRAP = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
# What follows an initial: Ж.Молдағалиев.
_NAME = re.compile(r"\.\s?[^\W\d_A-Za-z]")
_MARKS = ".,;:!?"
_ROMAN = "IVXLCDM"
#: A scrap is joined to make a known word, or the beginning of one of at least this length.
_LONG = 5
_MOST_SCRAPS = 10


@dataclass
class Letters:
    """The letters and words that an act is written with."""

    source: str
    language: Language
    _phrases: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        phrases = self.language.section("repair")["letters"]["phrases"]
        self._phrases = {self._plain(phrase): phrase for phrase in phrases}

    def join(self, line: Text, log: Log) -> Text:
        """The line as it is seen, its letter-spaced and torn words made whole; wider gaps part
        words.
        """
        line = seen(line, log)
        if _SPACED.search(line.string):
            line = self._mend(line, list(self._spaced(line)), log)
        if _SCRAPS.search(line.string):
            line = self._mend(line, list(self._scraps(line)), log)
        return line

    def folded(self, log: Log) -> str:
        """The source with look-alike letters of another alphabet replaced, as long as it was."""
        source = with_quotes(self.source, log)
        if not LATIN.search(source):
            return source

        def whole(match: re.Match[str]) -> str:
            word = self._one_alphabet(match)
            if word != match[0]:
                log.replaced("look-alike", Range(*match.span()), word)
            return word

        folded = _WORD.sub(whole, source)
        # From here on the words that the act is known to have are those with the right letters.
        self.source = folded
        self.__dict__.pop("_words", None)
        return folded

    def _one_alphabet(self, match: re.Match[str]) -> str:
        """A word that mixes letters in the alphabet that has all of them, of the same length."""
        word = match[0]
        latin = len(LATIN.findall(word))
        if latin == 0:
            return word
        local = word.translate(self._table)
        if latin == len(word):
            return local if self._is_local(local, match) else word
        if not LATIN.search(local):
            return local
        foreign = word.translate(self._back)
        return foreign if foreign.isascii() else word

    def _is_local(self, local: str, match: re.Match[str]) -> bool:
        """Whether a word of Latin letters alone is a known word, or an initial before a name."""
        if LATIN.search(local):
            return False
        if len(local) == 1:
            return match[0] not in _ROMAN and bool(_NAME.match(match.string, match.end()))
        return self._known(local)

    def _spaced(self, line: Text) -> Iterator[tuple[int, int, Text]]:
        for match in _SPACED.finditer(line.string):
            signs = list(_SIGN.finditer(line.string, match.start(), match.end()))
            gaps = [len(sign[2]) for sign in signs[:-1]]
            parts: list[Text] = []
            narrow = min(gaps)
            for sign, gap in zip(signs, [*gaps, 0], strict=True):
                parts.append(line.cut(sign.start(1), sign.end(1)))
                if gap > narrow and line.string[sign.end() : sign.end() + 1] not in _MARKS:
                    parts.append(SPACE)
            yield (*match.span(), self._phrase(put_together(parts)))

    def _phrase(self, joined: Text) -> Text:
        """The letters parted into the words of a known phrase, if one of them ends the words."""
        packed = put_together(joined.cut(*word.span()) for word in _SCRAP.finditer(joined.string))
        plain = self._plain(packed.string.rstrip(_MARKS))
        known = next((one for one in self._phrases if plain.endswith(one)), None)
        if known is None or (known != plain and " " in joined.string):
            return joined
        at = len(plain) - len(known)
        parts = [packed.cut(0, at), SPACE] if at else []
        for word in self._phrases[known].split(" "):
            parts += [packed.cut(at, at + len(word)), SPACE]
            at += len(word)
        return put_together([*parts[:-1], packed.cut(at, len(packed))])

    def _scraps(self, line: Text) -> Iterator[tuple[int, int, Text]]:
        for match in _SCRAPS.finditer(line.string):
            found = list(_SCRAP.finditer(line.string, match.start(), match.end()))
            at = 0
            while at < len(found):
                end = self._word_of_scraps(found, at)
                if end > at + 1:
                    parts = [line.cut(*scrap.span()) for scrap in found[at:end]]
                    start, stop = found[at].start(), found[end - 1].end()
                    yield start, stop, self._phrase(put_together(parts))
                at = end

    def _word_of_scraps(self, scraps: list[re.Match[str]], at: int) -> int:
        """Where the longest known word that begins with the scrap `at` ends."""
        for end in range(min(len(scraps), at + _MOST_SCRAPS), at + 1, -1):
            parts = [scrap[0] for scrap in scraps[at:end]]
            # Two whole words that happen to make a third are far likelier than two scraps.
            if len(parts) > 2 and self._known("".join(parts)):
                return end
        return at + 1

    def _mend(self, line: Text, found: list[tuple[int, int, Text]], log: Log) -> Text:
        parts: list[Text] = []
        at = 0
        for start, end, joined in found:
            whole = Text(_WORD.sub(self._one_alphabet, joined.string), joined.places)
            parts += [line.cut(at, start), whole]
            log.note("letter-spaced", line.cut(start, end), whole.string)
            at = end
        return put_together([*parts, line.cut(at, len(line))])

    def _known(self, word: str) -> bool:
        """Whether the act has the word, or a longer one that begins with it."""
        plain = self._plain(word)
        at = bisect_left(self._words, plain)
        beginning = self._words[at : at + 1]
        if len(plain) < _LONG:
            return plain in beginning
        return plain in self._phrases or any(word.startswith(plain) for word in beginning)

    def _plain(self, words: str) -> str:
        return words.replace(" ", "").translate(self._table).casefold()

    @cached_property
    def _words(self) -> list[str]:
        found = set(_WORD.findall(self.source))
        return sorted({self._plain(word) for word in found if not LATIN.search(word)})

    @cached_property
    def _table(self) -> dict[int, int]:
        return alphabet(self.language.code).lookalikes

    @cached_property
    def _back(self) -> dict[int, int]:
        return {local: latin for latin, local in self._table.items()}
