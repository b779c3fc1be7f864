"""An act as a document: its provisions, what was mended in it, and what is known beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graph.model.text import Range, Source, Text


class ProvisionKind(StrEnum):
    """What a part of an act is, by its form on the page."""

    TITLE = "title"
    STATUS = "status"
    REQUISITES = "requisites"
    PREAMBLE = "preamble"
    POINT = "point"
    ITEM = "item"
    INDENT = "indent"
    PARAGRAPH = "paragraph"
    APPENDIX = "appendix"
    STAMP = "stamp"
    HEADING = "heading"
    NOTE = "note"
    CHAPTER = "chapter"
    TABLE = "table"
    ROW = "row"
    SIGNATURE = "signature"
    QUOTED = "quoted"  # a wording given for another act, and every part of it


@dataclass(slots=True)
class Provision:
    """A part of an act with its own words; `number` is as printed, `cells` only for a row."""

    eid: str
    kind: ProvisionKind
    number: str | None
    text: Text
    children: list[Provision] = field(default_factory=list)
    cells: tuple[Text, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This part and all parts under it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Repair:
    """One mend of damaged text: its kind, where, the words before and after."""

    kind: str
    ranges: tuple[Range, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the text itself that is no damage of the copy; becomes a finding."""

    kind: str
    clause: str
    ranges: tuple[Range, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SideFile:
    """What is known of an act from outside its text.

    `language` is empty where the file does not say it. `requisites` are words in Russian: kind and
    issuer of the act, day and number, registration, repeal, each a sentence: all that is known of
    these of an act in Markdown. `supplied` holds dates given from outside (`publication:<act key>`
    → day), each with the day it entered the record; `titles` those of a mirror, by language.
    """

    recorded: date
    language: str
    act_code: str | None = None
    requisites: str | None = None
    complete: bool = True
    supplied: tuple[tuple[str, date, date], ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Document:
    """An act made readable: its parts in order, the repairs made, the faults seen."""

    source: Source
    side: SideFile
    language: str
    parts: list[Provision]
    repairs: list[Repair]
    faults: list[Fault]

    def walk(self) -> Iterator[Provision]:
        """All parts in order of the text."""
        for part in self.parts:
            yield from part.walk()
