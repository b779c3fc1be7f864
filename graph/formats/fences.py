"""Blocks between fences (```), in which the mirrors keep lines as an old page had broken them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.formats.columns import (
    begins_stamp,
    ends_seated,
    ends_title,
    goes_on_above,
    second_column,
)
from graph.formats.paragraphs import begins_numbered
from graph.formats.unnumbered import begins_row, begun_rows, region_lines

FENCE = "```"
_FINISHED = (".", ";", ":")
#: The sign of an editor: a note says how the words before it were changed.
_SIGN = "<*>"
#: A paragraph that goes on inside a fence fills at least this part of a line before it, whose
#: usual length is given in characters.
_FULL, _USUAL = 0.6, 60
_CLOSED = ('"', "»")
#: A line of a stamp is shorter than this, in characters; so many stand before its date at most,
#: where its number comes last and where the word for an appendix does.
_SHORT, _BEFORE, _BEFORE_LAST = 46, 3, 2
#: A quote that is not closed makes no more lines than this one paragraph.
_QUOTED = 6
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{3}")
_LAST_INITIALS = re.compile(r"[^\W\d_]{3}\s(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}$")
#: The number of a row that has no dot: «4 Институт».
_COUNTED = re.compile(r"(\d{1,4})\s+(?=[\"«]|[^\W\d_a-zа-яёәғқңөұүһі])")
#: The first row of a list, whose name begins with a quote: «1 "Ива" …».
_FIRST = re.compile(r"1\s+[\"«]")
_EXPLAINS = re.compile(r"\([a-zа-яёәғқңөұүһі]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?:№|\bN)\s*\d")
_NUMBERED = re.compile(r"(?:№|\bN)\s*\d\S*$")  # the title of an act stands behind its number
_RULE = re.compile(r"[-_=*]{8,}")  # a line that is drawn, of a table or under a heading
_APPENDIX = re.compile(r"(?:\d{1,3}\s?-?\s?)?[^\W\d_]{4,12}(?:\s\d{1,3})?")

# A reference of the old page to another act, alone on its line: «P990432_».
_MARK = re.compile(r"(?:[^\S\n]*\n){0,2}[^\S\n]*[A-ZА-Я]\d{5,7}_?[^\S\n]*\n(?:[^\S\n]*\n){0,2}")

#: Where a line begins and ends, without the white space around it.
Line = tuple[int, int]


def read_fence(text: str, start: int) -> tuple[list[list[Line]], int]:
    """The paragraphs of the block whose fence opens at `start`, each as its lines, and its end."""
    stop = text.find(FENCE, start + len(FENCE))
    end = len(text) if stop < 0 else stop
    paragraphs = broken_lines(text, text.find("\n", start, end) + 1 or end, end)
    return paragraphs, len(text) if stop < 0 else stop + len(FENCE)


def broken_lines(text: str, start: int, end: int) -> list[list[Line]]:
    """The paragraphs of a stretch in which an old page had broken the lines, each as its lines.

    A line goes on with the one before it where its first word did not fit there, where it begins
    small, and inside of quotes; the lines of a stamp are one paragraph, so is a drawn line.
    """
    lines = list(_lines(text, start, end))
    width = max((last - first for first, last in lines if first < last), default=0)
    words = [text[slice(*line)] for line in lines]
    rows = begun_rows(words) | dict.fromkeys(region_lines(words), True)
    paragraphs: list[list[Line]] = []
    at, broken = 0, True
    while at < len(lines):
        ruled = False
        stamp = _stamp([text[slice(*line)] for line in lines[at : at + _BEFORE + 4]])
        if stamp:
            paragraphs.append(lines[at : at + stamp])
        elif lines[at][0] < lines[at][1]:
            ruled = _RULE.fullmatch(text, *lines[at]) is not None
            begins = broken or ruled
            if not begins and _joins(text, paragraphs, lines[at], width, rows.get(at)):
                paragraphs[-1].append(lines[at])
            else:
                paragraphs.append([lines[at]])
        broken = bool(stamp) or ruled or lines[at][0] == lines[at][1]
        at += stamp or 1
    return [_in_columns(text, lines) for lines in paragraphs]


def _is_torn(text: str, paragraph: list[Line]) -> bool:
    """Whether a paragraph so far ends within quotes or a word."""
    so_far = text[paragraph[0][0] : paragraph[-1][1]]
    return so_far.endswith("-") or (_is_open(so_far) and len(paragraph) < _QUOTED)


def _joins(
    text: str, paragraphs: list[list[Line]], line: Line, width: int, row: bool | None
) -> bool:
    """Whether a line is more of the last paragraph; `row` tells whether it begins a row, where
    that is known.
    """
    if row is not None and not _is_torn(text, paragraphs[-1]):
        return not row
    told = _by_seats(text, paragraphs, line)
    return _goes_on(text, paragraphs[-1], line, width) if told is None else told


def _by_seats(text: str, paragraphs: list[list[Line]], line: Line) -> bool | None:
    """Whether a line goes on with a row, where the rows before it end with where their bodies sit
    and so tell where one ends; None where they do not, or the line is another row by its number.
    """
    words = text[slice(*line)]
    ends = [ends_seated(text[slice(*one[-1])]) for one in paragraphs[-3:]]
    if begins_numbered(words) or len(ends) < 2 or not all(ends[:-1]):
        return None
    if ends[-1]:
        return False if words[:1].isupper() and not goes_on_above(words) else None
    return True if len(ends) == 3 and len(paragraphs[-1]) < _QUOTED else None


def _in_columns(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a paragraph, those of a second column after those of the first."""
    cuts = second_column([text[start:end] for start, end in lines])
    beside = [(start + cut, end) for (start, end), cut in zip(lines, cuts, strict=True)]
    own = [(start, start + cut) for (start, _), cut in zip(lines, cuts, strict=True)]
    return own + [(start, end) for start, end in beside if start < end]


def flows_over(before: Sequence[str], after: Sequence[str], width: int) -> bool:
    """Whether a sentence in the lines before a fence goes on in those after it; `width` is that of
    a line, 0 outside of it. A stamp stands alone.
    """
    words = " ".join(before).rstrip()
    if not words or words.endswith((*_FINISHED, _SIGN)) or begins_numbered(after[0]):
        return False
    if _FIRST.match(after[0]) or _stamp(after) or _stamp(before) == len(before):
        return False
    if begins_row(before[0]) and begins_row(after[0]) and not _is_open(words):
        return False
    return after[0][:1].islower() or (width > 0 and max(width, _USUAL) * _FULL <= len(words))


def width_of(paragraphs: list[list[Line]]) -> int:
    """The characters of the longest line."""
    return max((last - first for lines in paragraphs for first, last in lines), default=0)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    at = start
    while at < end:
        if mark := _MARK.match(text, at, end):
            at = mark.end()
            continue
        stop = text.find("\n", at, end) + 1 or end
        words = text[at:stop].strip()
        first = at + (text[at:stop].index(words[0]) if words else 0)
        yield first, first + len(words)
        at = stop


def _goes_on(text: str, paragraph: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with a paragraph."""
    words, last = text[slice(*line)], text[slice(*paragraph[-1])]
    if _parts_a_name(last, words):
        return True
    if begins_numbered(words) or last.endswith(_FINISHED) or _counts_on(text, paragraph, words):
        return False
    if goes_on_above(words) or ends_title(last) or _continues(words):
        return True
    if last.endswith(_CLOSED) and words[0].isupper():
        return False
    so_far = text[paragraph[0][0] : paragraph[-1][1]]
    is_row = begins_numbered(so_far) or _COUNTED.match(so_far) is not None
    row = words[0] in '«"' and (is_row or _NUMBERED.search(last) is not None)
    if words[0].islower() or row or (_is_open(so_far) and len(paragraph) < _QUOTED):
        return True
    return len(last) + 1 + len(words.split()[0]) > width


def _counts_on(text: str, paragraph: list[Line], words: str) -> bool:
    """Whether a line is the row behind that with which a paragraph begins: «3 …», «4 …»."""
    before, number = _COUNTED.match(text, *paragraph[0]), _COUNTED.match(words)
    return before is not None and number is not None and int(number[1]) == int(before[1]) + 1


def _continues(words: str) -> bool:
    """Whether a line begins as none does that begins a paragraph."""
    return _YEAR.match(words) is not None or _EXPLAINS.match(words) is not None


def _parts_a_name(last: str, words: str) -> bool:
    """Whether the initials of a person stand at the end of one line, or begin the next behind a
    word in small letters: «имени И.О. | Ойдан», «имени | И.О. Ойдан».
    """
    if _LAST_INITIALS.search(last):
        return words[:1].isupper()
    return _INITIALS.match(words) is not None and last.rpartition(" ")[2].islower()


def _is_open(words: str) -> bool:
    """Whether a quote stands open."""
    return words.count('"') % 2 == 1 or words.count("«") > words.count("»")


def _stamp(lines: Sequence[str]) -> int:
    """How many lines the stamp takes that begins at the first of the lines; 0 where none does."""
    date = next((at for at, line in enumerate(lines[: _BEFORE + 1]) if _YEAR.search(line)), None)
    if date is None or not lines[0][:1].isupper():
        return 0
    dated = range(date, min(date + 2, len(lines)))
    number = next((at for at in dated if _NUMBER.search(lines[at])), None)
    if number is None or not all(map(_is_of_stamp, lines[: number + 1])):
        return 0
    if begins_stamp(lines[0]):
        return number + 1
    if _APPENDIX.fullmatch("".join(lines[number + 1 : number + 2])):
        return number + 2 if date <= _BEFORE_LAST else 0
    return number + 1


def _is_of_stamp(line: str) -> bool:
    finished = line.endswith((*_FINISHED, ","))
    return 0 < len(line) < _SHORT and not finished and not begins_numbered(line)
