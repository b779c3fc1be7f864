"""Labels of a service regulation: the words before a colon or a dash, and what they announce."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.language import Language
from graph.model import Provision
from graph.words import plain

#: A label stands near the start of its paragraph.
_REACH = 300
_SEPARATOR = re.compile(r"\s*(?::|\s[-–—](?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label announces (a key of the labels of the language), and where the rest begins."""

    what: str
    rest: int


def label_of(part: Provision, language: Language) -> Label | None:
    """The label with which a part begins; None when it begins with none that is known."""
    small = plain(part.text.string, language.code)
    for what, pattern in _leads(language):
        lead = pattern.match(small)
        if lead:
            return Label(what, lead.end())
    labels: dict[str, list[str]] = language.section("service")["labels"]
    for separator in _SEPARATOR.finditer(small, 0, _REACH):
        before = small[: separator.start()]
        for what, words in labels.items():
            if before.endswith(tuple(words)):
                return Label(what, separator.end())
    return None


@cache
def _leads(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data: dict[str, list[str]] = language.section("service").get("leads", {})
    return tuple((what, re.compile(one)) for what, some in data.items() for one in some)
