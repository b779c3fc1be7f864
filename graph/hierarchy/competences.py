"""What a body is for and what it may and must do, item by item, as the act prints it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.moment import Moment
from graph.hierarchy.order import printed_order
from graph.time import Answer
from ontology import SHZ

HOLDER, _KIND, _NUMBER = str(SHZ.holder), str(SHZ.competenceKind), str(SHZ.number)
_TEXT, _HEADING = str(SHZ.statedText), str(SHZ.heading)
#: The kinds of competence, in the order in which regulations print them.
KINDS = ("goal", "right", "duty", "function", "head-power")


@dataclass(frozen=True, slots=True)
class Competence:
    """One item: its kind by the heading above it, its number as printed, its words by language."""

    kind: str
    number: str
    texts: dict[str, str]
    headings: dict[str, str]
    answer: Answer
    fact: Fact

    def text(self, language: str = "kk") -> str:
        """Its words in a language; in Kazakh, or as they are, where the act has none in it."""
        return in_language(self.texts, language) or ""

    def heading(self, language: str = "kk") -> str:
        """The heading above it, likewise."""
        return in_language(self.headings, language) or ""


def competences_of(moment: Moment, iri: str, kind: str | None = None) -> list[Competence]:
    """The competences that hold or may hold on the day, in order of print."""
    facts = moment.record.statements(HOLDER, moment.body(iri).iri)
    printed = sorted(facts, key=lambda fact: printed_order(fact.clause))
    all_ = (_competence(f, said) for f, said in moment.held(printed) if said.value != "no")
    return [one for one in all_ if kind is None or one.kind == kind]


def _competence(fact: Fact, said: Answer) -> Competence:
    node = fact.node
    return Competence(
        local_name(node.first(_KIND) or ""),
        node.first(_NUMBER) or "",
        node.labels(_TEXT),
        node.labels(_HEADING),
        said,
        fact,
    )
