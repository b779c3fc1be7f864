"""What regulations of public services say, as labelled and as read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gold import Gold, Service
from rdflib import SKOS, Literal, URIRef
from scores import Report, pair, same

from graph.model import ActClaims, Mention, Object, Ref, Statement
from graph.words import fold
from ontology import CPSV, CV, DCT, ELI, PPLAN, SHZ

_STEPS = (PPLAN.Step, SHZ.DecisionStep)
#: A fact: the clause or the part of the act that it is in, and its words.
Fact = tuple[str, ...]


def compare_services(gold: Gold, read: ActClaims | None, report: Report) -> None:
    """Add names, providers, channels, outputs, deadlines and steps."""
    language = gold.language

    def alike(one: Fact, other: Fact) -> bool:
        return one[:-1] == other[:-1] and fold(other[-1], language).startswith(
            fold(one[-1], language)
        )

    def named(one: Fact, other: Fact) -> bool:
        return one[0] == other[0] and same(one[1], other[1], language)

    def equal(one: Fact, other: Fact) -> bool:
        return [fold(words, language) for words in one] == [
            fold(words, language) for words in other
        ]

    kinds: tuple[tuple[str, Callable[[Fact, Fact], bool]], ...] = (
        ("services", equal),
        ("providers", named),
        ("channels", equal),
        ("outputs", alike),
        ("deadlines", equal),
        ("steps", equal),
        ("actors", equal),
    )
    found = _found(read) if read else {}
    for what, test in kinds:
        labelled = [fact for one in gold.services for fact in _labelled(one)[what]]
        told = list(found.get(what, ()))
        if not labelled and not told:
            continue
        missed, invented = pair(labelled, told, test)
        right = len(labelled) - len(missed)
        report.scores[language, what].add(len(labelled), len(told), right)
        for fault, some in (("missed", missed), ("invented", invented)):
            for fact in some:
                report.note(gold, f"{fault} {what}", fact[0], " ".join(fact[1:]))


def _labelled(one: Service) -> dict[str, list[Fact]]:
    part = one.clause
    rows = [
        (clause, str(number), kind, time, actor)
        for clause, steps in one.plans
        for number, (kind, time, actor) in enumerate(steps, 1)
    ]
    return {
        "services": [(part, one.name)],
        "providers": [(part, words) for words in one.providers],
        "channels": [(part, kind) for kind in one.channels],
        "outputs": [(part, kind, words) for kind, words in one.outputs],
        "deadlines": [(part, words) for words in one.deadlines],
        "steps": [row[:4] for row in rows],
        "actors": [(clause, number, actor) for clause, number, _, _, actor in rows if actor],
    }


def _found(read: ActClaims) -> dict[str, Iterable[Fact]]:
    parts = {
        str(one.object): _part(one.subject.key.partition("/")[2])
        for one in read.claims
        if one.predicate == ELI.is_about and isinstance(one.subject, Ref)
    }
    steps = [one for one in read.statements if one.type in _STEPS]
    return {
        "services": _labels(read, parts),
        "providers": [
            (parts[str(one.subject)], one.object.whole)
            for one in read.claims
            if one.predicate == CV.hasCompetentAuthority and isinstance(one.object, Mention)
        ],
        "channels": [
            (_part(one.evidence.clause), _code(_get(one, DCT.type)))
            for one in read.statements
            if one.type == CV.Channel
        ],
        "outputs": [
            (_part(one.evidence.clause), _code(_get(one, DCT.type)), str(_get(one, DCT.title)))
            for one in read.statements
            if one.of and one.of[1] == CPSV.produces
        ],
        "deadlines": [
            (_part(one.evidence.clause), _time(one))
            for one in read.statements
            if one.type == SHZ.ConditionalDeadline
        ],
        "steps": [(*_place(one), _code(_get(one, SHZ.stepKind)), _time(one)) for one in steps],
        "actors": [
            (*_place(one), _role(read, actor))
            for one in steps
            if isinstance(actor := _get(one, SHZ.performedBy), Ref)
        ],
    }


def _labels(read: ActClaims, parts: dict[str, str]) -> Iterator[Fact]:
    for one in read.claims:
        if one.predicate == SKOS.prefLabel and str(one.subject) in parts:
            yield parts[str(one.subject)], str(one.object)


def _role(read: ActClaims, role: Ref) -> str:
    return next(
        str(one.object)
        for one in read.claims
        if one.subject == role and one.predicate == SKOS.prefLabel
    )


def _place(step: Statement) -> tuple[str, str]:
    """The clause of the procedure and the place of the step in it."""
    plan = _get(step, PPLAN.isStepOfPlan)
    clause = plan.key.partition("/")[2] if isinstance(plan, Ref) else ""
    return clause, str(_get(step, SHZ.position))


def _time(one: Statement) -> str:
    """A printed time: minutes, working or calendar days; no words where none is printed."""
    minutes = _get(one, SHZ.maxDuration)
    if isinstance(minutes, Literal):
        return f"{int(minutes.toPython().total_seconds()) // 60} min"
    for name, words in ((SHZ.workingDays, "working"), (SHZ.calendarDays, "calendar")):
        days = _get(one, name)
        if days is not None:
            return f"{days} {words}"
    return ""


def _get(one: Statement, predicate: URIRef) -> Object | None:
    return next((value for name, value in one.properties if name == predicate), None)


def _code(value: Object | None) -> str:
    return str(value).rpartition("/")[2]


def _part(clause: str) -> str:
    return clause.partition("__")[0]
