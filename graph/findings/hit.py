"""What a rule found: the rule's name, what fills its message, and the words it is between."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rdflib import URIRef

from graph.model import Finding, Range

#: Act key, clause id, ranges in the act's file.
Span = tuple[str, str, tuple[Range, ...]]
#: The order in which severities are shown.
SEVERITIES = ("Contradiction", "Gap", "Defect", "Notice")
LANGUAGES = ("kk", "ru", "en")
_BOILERPLATE_BELOW = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding before it is put into words; `words` fill the message, by name.

    A value of `words` may be a dict by language (a label of a code list). `beside` are words of
    the next edition.
    """

    rule: str
    spans: tuple[Span, ...]
    subjects: tuple[URIRef, ...] = ()
    words: dict[str, Any] = field(default_factory=dict)
    edition: int = 0
    beside: tuple[Span, ...] = ()


@cache
def messages() -> dict[str, dict[str, Any]]:
    """The texts of all rules, by rule: severity, weight, kk, ru, en."""
    return tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


def labels(kind: str, code: str) -> dict[str, str]:
    """What a message calls one of a kind of things, by language; the code where nobody named it."""
    return _labels()[kind].get(code) or dict.fromkeys(LANGUAGES, code)


def put_into_words(hit: Hit) -> Finding:
    """The finding with its message in three languages."""
    text = messages()[hit.rule]
    told = tuple((lang, text[lang].format(**_in(lang, hit.words))) for lang in LANGUAGES)
    boilerplate = text["weight"] < _BOILERPLATE_BELOW
    subjects = tuple(sorted(set(hit.subjects)))
    return Finding(
        hit.rule,
        text["severity"],
        told,
        hit.spans,
        subjects,
        boilerplate,
        hit.edition,
        hit.beside,
    )


def _in(language: str, words: dict[str, Any]) -> dict[str, Any]:
    return {k: v.get(language, "") if isinstance(v, dict) else v for k, v in words.items()}


def ranked(hits: Iterable[Hit]) -> list[Finding]:
    """Findings by severity, then by the weight of their rule, then in order of the text."""

    def rank(hit: Hit) -> tuple[int, int, str, int, tuple[Span, ...]]:
        text = messages()[hit.rule]
        return SEVERITIES.index(text["severity"]), -text["weight"], hit.rule, hit.edition, hit.spans

    return [put_into_words(hit) for hit in sorted(hits, key=rank)]
