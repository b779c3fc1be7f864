"""Edits of the rows of a list in another act: which list, which section, which rows, whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from graph.claims.context import Context
from graph.claims.lists import owner_in_heading
from graph.claims.printed import index_in
from graph.claims.wordings import wordings
from graph.language import Language
from graph.model import Mention, Provision, ProvisionKind, Text
from graph.repair.texts import put_in, put_together
from graph.words import plain

#: A range of numbers («с 5 по 9») is no longer than this.
_LONGEST = 500
_NUMBER = re.compile(r"(?<![\w-])\d+(?:[^\W\d_](?![^\W\d_]))?(?:[-.]\d+)*")
_SIGNS = ' "«'
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»?[^«»]*)*»|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a clause, from `start` to `end` in its characters."""

    part: Provision
    start: int
    end: int

    @property
    def string(self) -> str:
        return self.part.text.string[self.start : self.end]


@dataclass(frozen=True, slots=True)
class RowEdit:
    """The rows that an edit is about: their printed numbers, their list and its section.

    `listed` is None where the clause calls the list only by the act or the appendix it stands in.
    With `headed` they are those of a whole section, with its heading before them; with `whole`
    those of the whole list.
    """

    numbers: tuple[str, ...]
    listed: Words | None
    section: Words | None
    headed: bool = False
    whole: bool = False


def read_row_edit(context: Context, part: Provision) -> RowEdit | None:
    """What rows of what list a clause changes; None where it changes no rows.

    The list and the section may be named in the clause, in a line before it that says only
    where, or in the clause above. A section of a text may be the list.
    """
    known = _patterns(context.language)
    small = _bare(plain(part.text.string, context.language.code))
    rows = known.rows.search(small)
    listed, section = _place(context, part)
    if rows is None and listed is not None:
        rows = known.points.search(small) or known.paragraphs.search(small)
    if known.words.search(small):
        return None
    if rows is None and listed is None and known.sections.search(small):
        return _put_in(context, part) or _section_of_body(context, section)
    if rows is None:
        headed = listed is not None and known.sections.search(small) is not None
        whole = listed is not None and known.whole.search(small) is not None
        given = headed or whole
        return RowEdit((), listed, section, headed, whole and not headed) if given else None
    told = rows.groupdict()
    numbers = tuple(_numbers(told.get("numbers") or told.get("bare") or "", known))
    return RowEdit(numbers, listed, section)


def _put_in(context: Context, part: Provision) -> RowEdit | None:
    """The rows of a whole list that a clause puts in a text as a section of its own."""
    heading = next(wordings(context, part), None)
    if heading is None or heading.number is not None:
        return None
    begins = len(heading.text) - len(heading.text.string.lstrip(_SIGNS))
    heading = replace(heading, text=heading.text.cut(begins, len(heading.text)))
    small = plain(heading.text.string, context.language.code)
    listed = _list(heading, small, _patterns(context.language))
    return RowEdit((), listed, None, whole=True) if listed and not listed.start else None


def _section_of_body(context: Context, section: Words | None) -> RowEdit | None:
    """The rows of a section given anew whose name is a body's, of a list that is called only by the
    appendix it stands in.
    """
    told = section is not None and bool(_within(context, section))
    return RowEdit((), None, section, headed=True) if told else None


def _numbers(words: str, known: _Patterns) -> Iterator[str]:
    """The numbers of rows in their order, those of a range each."""
    told: dict[str, None] = {}
    ranges = _are_ranges(_NUMBER.findall(words))
    for words_of_one in re.split(r",|\s(?:и|мен|және)\s", words):
        if span := known.span.search(words_of_one.strip()):
            told |= dict.fromkeys(_between(span["first"], span["last"]))
            continue
        for number in _NUMBER.findall(words_of_one):
            first, sign, last = number.partition("-")
            told |= dict.fromkeys(_between(first, last) if ranges and sign else (number,))
    yield from told


def _are_ranges(numbers: Sequence[str]) -> bool:
    """Whether numbers such as «50-55, 60-66, 74» are ranges, and not rows put in behind others,
    «21-72, 21-73»: each ends behind its beginning, and before the next begins.
    """
    if not all(one.isdecimal() for number in numbers for one in re.split("[-.]", number)):
        return False
    spans = [[int(one) for one in re.split("[-.]", number)] for number in numbers]
    rising = all(one[-1] < other[0] for one, other in pairwise(spans))
    return len(spans) > 1 and rising and all(len(one) < 3 and one == sorted(one) for one in spans)


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers from one to another: «5» to «9», and «470-61» to «470-65»."""
    (before, _, start), (same, _, end) = first.rpartition("-"), last.rpartition("-")
    if before == same and int(start) < int(end) <= int(start) + _LONGEST:
        sign = f"{before}-" if before else ""
        yield from (f"{sign}{number}" for number in range(int(start), int(end) + 1))
    else:
        yield from (first, last)


def _place(context: Context, part: Provision) -> tuple[Words | None, Words | None]:
    """The list and the section of which a clause speaks, each from the nearest words."""
    known, section = _patterns(context.language), None
    for line in _lines(context, part):
        small = plain(line.text.string, context.language.code)
        named = list(_sections(line, small, known))
        lists = [one for one in named if known.noun.search(one.string.lower())]
        section = section or next((one for one in named if one not in lists), None)
        if lists:
            return lists[0], section
        if listed := _list(line, small, known):
            return listed, section
        if line is not part and known.elsewhere.search(_bare(small)):
            return None, section
    return None, section


def _lines(context: Context, part: Provision) -> Iterator[Provision]:
    """The clause, the lines before it that say only where, and those above, from the nearest."""
    one: Provision | None = part
    while one is not None:
        yield one
        above = context.lead_in(one)
        for before in reversed(_before(above, one)):
            if before.text.string.rstrip().endswith(":") and not _orders(context, before):
                yield before
        one = above


def _before(above: Provision | None, one: Provision) -> Sequence[Provision]:
    """The unnumbered lines that stand before a clause under the same words, or before the items
    of which it is one.
    """
    if above is None or one.kind not in _LED:
        return ()
    at = index_in(above.children, one)
    while at and above.children[at - 1].kind is one.kind is ProvisionKind.ITEM:
        at -= 1
    first = at
    while first and above.children[first - 1].kind in _LINES:
        first -= 1
    return above.children[first:at]


_LINES = (ProvisionKind.PARAGRAPH, ProvisionKind.QUOTED)
_LED = (ProvisionKind.PARAGRAPH, ProvisionKind.ITEM)


def _orders(context: Context, line: Provision) -> bool:
    """Whether a line before a colon gives a wording itself."""
    return _patterns(context.language).orders.search(line.text.string.lower()) is not None


def _list(line: Provision, small: str, known: _Patterns) -> Words | None:
    found = known.listed.search(_bare(small))
    if found is None or known.not_lists.search(found["list"]):
        return None
    return Words(line, *found.span("list"))


def _sections(line: Provision, small: str, known: _Patterns) -> Iterator[Words]:
    """The sections of which a line speaks: each by its name, by its number, or as the point whose
    items are the rows.
    """
    for found in known.section.finditer(small):
        yield Words(line, *found.span(found.lastgroup or 0))


def _bare(small: str) -> str:
    """The words with those in quotes blanked: a title names no list."""
    return _QUOTED.sub(lambda quoted: "·" * len(quoted[0]), small)


def owner_of(context: Context, edit: RowEdit) -> Mention | None:
    """The body whose rows a section or the words of a list say they are."""
    if edit.section is not None and (bodies := _within(context, edit.section)):
        return bodies[0]
    return _owner_in_heading(context, edit.listed) if edit.listed else None


def _within(context: Context, words: Words) -> list[Mention]:
    found = context.bodies(words.part.text.cut(words.start, words.end))
    return [one.mention for one in found]


def _owner_in_heading(context: Context, words: Words) -> Mention | None:
    """The owner in the words of a list, set as the heading of one."""
    known = _patterns(context.language)
    text = words.part.text.cut(words.start, words.end)
    noun = known.noun.search(text.string.lower())
    if noun is None:
        return None
    pieces: list[Text] = [
        text.cut(0, noun.start()),
        put_in(known.nominative),
        text.cut(noun.end(), len(text)),
    ]
    heading = Provision(f"{words.part.eid}~list", ProvisionKind.HEADING, None, put_together(pieces))
    return owner_in_heading(context, heading)


def is_of_bodies(context: Context, edit: RowEdit) -> bool:
    """Whether the rows are of a list of bodies: its words say so, or its section names one."""
    known = _patterns(context.language)
    if edit.listed is not None:
        return known.bodies.search(edit.listed.string.lower()) is not None
    return edit.section is not None and bool(_within(context, edit.section))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of `edits.toml`; `nominative` is the word for a list as a heading has it."""

    rows: re.Pattern[str]
    points: re.Pattern[str]
    paragraphs: re.Pattern[str]
    sections: re.Pattern[str]
    words: re.Pattern[str]
    whole: re.Pattern[str]
    span: re.Pattern[str]
    listed: re.Pattern[str]
    not_lists: re.Pattern[str]
    section: re.Pattern[str]
    elsewhere: re.Pattern[str]
    orders: re.Pattern[str]
    bodies: re.Pattern[str]
    noun: re.Pattern[str]
    nominative: str


@cache
def _patterns(language: Language) -> _Patterns:
    data = language.section("edits")["lists"]
    return _Patterns(
        rows=re.compile(data["rows"]),
        points=re.compile(data["points"]),
        paragraphs=re.compile(data["paragraphs"]),
        sections=re.compile(data["sections"]),
        words=re.compile(data["words"]),
        whole=re.compile(data["whole"]),
        span=re.compile(data["span"]),
        listed=re.compile(data["list"]),
        not_lists=re.compile(data["not-lists"]),
        section=re.compile(data["section"]),
        elsewhere=re.compile(data["elsewhere"]),
        orders=re.compile(data["orders"]),
        bodies=re.compile(data["bodies"]),
        noun=re.compile(data["noun"]),
        nominative=data["nominative"],
    )
