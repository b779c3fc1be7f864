"""The SPARQL that answers a question: one file a question, ready to run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import pyoxigraph as ox

from api.question import Question

_WHERE = re.compile(r"^WHERE \{$", re.MULTILINE)
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
Term = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as SPARQL: its words in three languages, its text, the variables it takes."""

    name: str
    words: Mapping[str, str]
    text: str
    variables: tuple[str, ...]

    def bound(self, values: Mapping[str, Term]) -> str:
        """The query alone, with values put in as VALUES blocks: never pasted into a pattern."""
        block = "".join(f"\n  VALUES ?{name} {{ {term} }}" for name, term in values.items())
        bare = "\n".join(line for line in self.text.splitlines() if not line.startswith("#"))
        return _WHERE.sub(lambda match: match[0] + block, bare, count=1)


@cache
def questions() -> dict[str, Asked]:
    """All questions by the name of their file."""
    folder = resources.files("api").joinpath("queries")
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return {
        name.removesuffix(".rq"): _read(
            name.removesuffix(".rq"), folder.joinpath(name).read_text("utf-8")
        )
        for name in files
    }


def _read(name: str, text: str) -> Asked:
    """Header lines are `# kk: …`, `# ru: …`, `# en: …`, `# ?variable: what it is`."""
    header = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    pairs = [line.split(": ", 1) for line in header if ": " in line]
    words = {key: said for key, said in pairs if key in ("kk", "ru", "en")}
    return Asked(name, words, text, tuple(key[1:] for key, _ in pairs if key.startswith("?")))


def link(
    question: Question,
    name: str,
    things: Mapping[str, str] | None = None,
    days: Mapping[str, date] | None = None,
) -> str | None:
    """The query that answers a question, bound to `things` by IRI; None where the day has none.

    A query that takes `?at` answers for any day. Any other asks the view, which is that of one
    day: it stands for every day on which nothing that is known has changed since.
    """
    asked = questions()[name]
    bound: dict[str, Term] = {key: ox.NamedNode(iri) for key, iri in (things or {}).items()}
    bound |= {key: day_literal(day) for key, day in (days or {}).items()}
    if "at" in asked.variables:
        bound["at"] = day_literal(question.at)
    elif not question.served.same_as_view(question.at, question.known):
        return None
    return asked.bound(bound)


def day_literal(day: date) -> ox.Literal:
    """A day as `xsd:date`."""
    return ox.Literal(day.isoformat(), datatype=_DATE)
