"""What is wrong in the text itself: blanks, years, quotes, an appendix without content."""

from __future__ import annotations

import re

from graph.act.endings import SENTENCES, look_at_end
from graph.act.page import Page
from graph.act.requisites import year_of
from graph.act.rules import Rules
from graph.model import Document, Provision, ProvisionKind

#: Sentences of fewer characters do not tell their language.
_LONG = 80
# A straight quote opens before a word and closes after one.
_OPENS = re.compile(r'«|(?:(?<=^)|(?<=[\s(«"]))"(?=\S)')


def look_for_faults(page: Page, document: Document, rules: Rules) -> None:
    """Note what is wrong with the stamps, the quotes and the end of an act, in order of kind."""
    year = year_of(document, rules)
    for part in document.walk():
        if part.kind is ProvisionKind.APPENDIX:
            _look_at_stamp(page, part.children[0], year, rules)
    for part in document.walk():
        if part.kind is not ProvisionKind.QUOTED and not balanced(part.text.string):
            page.fault("unbalanced-quotes", part)
    _look_at_language(page, document, rules)
    _look_at_appendices(page, document)
    look_at_end(page, document, rules)


def balanced(words: str) -> bool:
    """Whether every quote that opens in the words closes in them."""
    marks = words.count('"')
    opening = sum(match[0] == '"' for match in _OPENS.finditer(words))
    return marks == 2 * opening and words.count("«") == words.count("»")


def _look_at_stamp(page: Page, stamp: Provision, year: str | None, rules: Rules) -> None:
    words = stamp.text
    if blanks := list(rules.blank.finditer(words.string)):
        stretch = words.cut(blanks[0].start(), blanks[-1].end())
        page.fault("stamp-blank", stamp, stretch.string, stretch)
    printed = rules.year.search(words.string)
    if printed and year and printed[1] != year:
        detail = f"{printed[1]} ≠ {year}"
        page.fault("stamp-year", stamp, detail, words.cut(*printed.span(1)))


def _look_at_language(page: Page, document: Document, rules: Rules) -> None:
    """Note the sentences that are surely written in another language than the act."""
    for part in document.walk():
        if part.kind in SENTENCES and len(part.text) >= _LONG:
            letters = len(rules.letters.findall(part.text.string))
            if not rules.least <= letters / len(part.text) <= rules.most:
                page.fault("other-language", part)


def _look_at_appendices(page: Page, document: Document) -> None:
    for part in document.walk():
        if part.kind is ProvisionKind.APPENDIX and not _has_content(part):
            page.fault("appendix-empty", part, text=part.children[-1].text)


def _has_content(appendix: Provision) -> bool:
    outer = (ProvisionKind.STAMP, ProvisionKind.HEADING, ProvisionKind.NOTE)
    return any(child.kind not in outer for child in appendix.children)
