"""One ground of a fact as a person reads it: the clause, how sure it is, its words."""

from __future__ import annotations

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from graph.cli.describe import rule_of
from graph.cli.marking import drawn
from graph.cli.words import say
from graph.hierarchy import Fact, Moment
from graph.hierarchy.acts import act_of
from graph.hierarchy.evidence import act_of as act_iri
from graph.hierarchy.evidence import spans_of
from graph.hierarchy.why import Ground
from ontology import SHZ, code

#: What weighs more comes first: an order before a name, a name before a list.
_BASES = ("order", "name", "list", "")


def ordered(moment: Moment, grounds: list[Ground]) -> list[Ground]:
    """Grounds that hold on the day first, then those not known, then those that do not hold."""
    answers = ("yes", "not-known", "no")

    def key(ground: Ground) -> tuple[int, int]:
        said = ground.fact.at(moment.day, moment.known).value
        return answers.index(said), _BASES.index(ground.fact.basis)

    return sorted(grounds, key=key)


def draw_ground(moment: Moment, ground: Ground, language: str) -> Group:
    """The act and clause, what is said and how surely, the words with the decisive ones marked."""
    fact, index = ground.fact, moment.hierarchy
    words = drawn(spans_of(index, fact.clause, fact.clause), spans_of(index, fact.iri, fact.clause))
    return Group(
        Text(_clause(moment, fact), style="bold cyan"),
        Padding(Text(_said(moment, fact, language)), (0, 0, 0, 2)),
        Padding(Text(_surety(moment, ground, language), style="dim"), (0, 0, 0, 2)),
        Padding(words, (0, 0, 1, 2)),
    )


def _clause(moment: Moment, fact: Fact) -> str:
    iri = act_iri(moment.hierarchy, fact.clause)
    act = act_of(moment, iri)
    return f"{act.slug} ({act.day}, № {act.number}), {fact.clause.removeprefix(iri + '/')}"


def _said(moment: Moment, fact: Fact, language: str) -> str:
    if not fact.subject:
        return moment.record.path(fact.iri)
    subject, value = (_name(moment, end, language) for end in (fact.subject, fact.object))
    return f"{subject} — {moment.hierarchy.label(fact.predicate, language)} — {value}"


def _name(moment: Moment, iri: str, language: str) -> str:
    if iri in moment.hierarchy.natures:
        return moment.body(iri).name(language)
    held = moment.hierarchy.codes.by_iri.get(iri)
    return held.label(language) if held else iri


def _surety(moment: Moment, ground: Ground, language: str) -> str:
    """How surely it was read, why so, on what basis, and whether it holds on the day."""
    fact, called = ground.fact, moment.hierarchy.label
    parts = [called(str(SHZ[fact.certainty]), language)] if fact.certainty else []
    if fact.reason:
        parts.append(called(str(code("reading-reasons", fact.reason)), language))
    if fact.basis:
        basis = called(str(code("subordination-bases", fact.basis)), language)
        parts.append(say("by", language, basis=basis))
    if rule := rule_of(moment, ground):
        parts.append(say("through", language, way=f"{rule.label(language)} ({rule.code})"))
    held = say(fact.at(moment.day, moment.known).value, language)
    return ", ".join([*parts, say("on", language, day=moment.day, answer=held)])
