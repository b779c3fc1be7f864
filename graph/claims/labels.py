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
#: Words that head a procedure are no longer than this, in characters.
_LONGEST = 600
#: What a procedure's lead-in announces.
PROCEDURE = "procedure"
_SEPARATOR = re.compile(r"\s*(?::|\s[-–—](?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label announces (a key of the labels of the language), and where the rest begins."""

    what: str
    rest: int


def label_of(part: Provision, language: Language) -> Label | None:
    """The label with which a part begins, a whole paragraph for a procedure; None when it begins
    with none that is known.
    """
    small = plain(part.text.string, language.code)
    for what, pattern in _leads(language):
        lead = pattern.match(small)
        if lead:
            return Label(what, lead.end())
    lead_in = small.rstrip()
    if lead_in.endswith(":") and _channels(language).search(lead_in.rstrip(" :")):
        return Label("channels", len(small))
    labels: dict[str, list[str]] = language.section("service")["labels"]
    for separator in _SEPARATOR.finditer(small, 0, _REACH):
        before = small[: separator.start()]
        for what, words in labels.items():
            if before.endswith(tuple(words)):
                return Label(what, separator.end())
    return Label(PROCEDURE, len(small)) if _heads_procedure(part, small, language) else None


def _heads_procedure(part: Provision, small: str, language: Language) -> bool:
    """Whether items stand under words that speak of procedures, and not of what comes of them."""
    ends = small.rstrip()[-1:]
    if ends != ":" and (not part.children or ends == "."):
        return False
    heads, others = _procedures(language)
    lead = small.rstrip(" :")
    return len(lead) <= _LONGEST and bool(heads.search(lead)) and not others.search(lead)


@cache
def _leads(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data: dict[str, list[str]] = language.section("service").get("leads", {})
    return tuple((what, re.compile(one)) for what, some in data.items() for one in some)


@cache
def _channels(language: Language) -> re.Pattern[str]:
    return re.compile(language.section("service")["channels"]["lead"])


@cache
def _procedures(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language.section("service")["procedure"]
    return re.compile("|".join(data["heads"])), re.compile("|".join(data["others"]))
