"""The requisites that a side file gives are held against those that the text prints."""

from __future__ import annotations

import re

from graph.act.rules import Rules, rules_of
from graph.errors import SideFileError
from graph.language import load
from graph.model import Document, ProvisionKind
from graph.words import fold, read_date

#: Side files give requisites in this language, whatever the language of the act.
SIDE_LANGUAGE = "ru"

_NUMBER = re.compile(r"(?:№|N)\s*([\w/-]+)")


#: The least part of the words of a title that another copy of it has too.
_ALIKE = 0.5


def check_title(document: Document) -> None:
    """Raise SideFileError where the side file gives the title of another act.

    Copies of a title differ in quotes, letters and words left out; half of the words do not.
    """
    given = dict(document.side.titles).get(document.language)
    printed = next((p for p in document.parts if p.kind is ProvisionKind.TITLE), None)
    if given is None or printed is None:
        return
    own, other = (_words(text, document.language) for text in (printed.text.string, given))
    if own and other and len(own & other) < _ALIKE * min(len(own), len(other)):
        expected = f"the title of the text («{printed.text.string}»)"
        raise SideFileError(expected, f"«{given}»", document.source.name)


def _words(title: str, language: str) -> set[str]:
    return set(re.findall(r"\w+", fold(title, language)))


def check_requisites(document: Document, rules: Rules) -> None:
    """Raise SideFileError where number, year or day of the side file are not those of the text.

    Nothing is said of an act whose text or whose side file has none.
    """
    given = document.side.requisites
    printed = next((p for p in document.parts if p.kind is ProvisionKind.REQUISITES), None)
    if given is None or printed is None:
        return
    own = _told(printed.text.string, rules, document.language)
    other = _told(given, rules_of(load(SIDE_LANGUAGE)), SIDE_LANGUAGE)
    for said, found in zip(own, other, strict=True):
        if said and found and said.casefold() != found.casefold():
            year, number, day = own
            expected = f"the requisites of the text ({day or year or '?'} № {number or '?'})"
            raise SideFileError(expected, f"«{given}»", document.source.name)


def year_of(document: Document, rules: Rules) -> str | None:
    """The year in which the act was passed, as printed, or as the side file has it."""
    for part in document.parts:
        if part.kind is ProvisionKind.REQUISITES:
            return _year_and_number(part.text.string, rules)[0]
    given = document.side.requisites
    return _year_and_number(given, rules_of(load(SIDE_LANGUAGE)))[0] if given else None


def _told(words: str, rules: Rules, language: str) -> tuple[str | None, ...]:
    """Year, number and whole day of requisites, as far as they tell them."""
    match = rules.requisites.search(words)
    day = read_date(match[0], language) if match else None
    return *_year_and_number(words, rules), day.isoformat() if day else None


def _year_and_number(words: str, rules: Rules) -> tuple[str | None, str | None]:
    match = rules.requisites.search(words)
    if match is None:
        return None, None
    year = rules.requisites_year.search(match[0])
    number = _NUMBER.search(match[0])
    return year[1] if year else None, number[1].strip(".,") if number else None
