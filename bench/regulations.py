"""What regulations and staffing tables say, as labelled and as read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from gold import Competence, Gold, Staff
from scores import Report, pair, same

from graph.model import ActClaims, Claim, Mention, Object, Statement
from ontology import LOCN, ORG, ROV, SHZ

T = TypeVar("T")

_PREDICATES = {
    SHZ.legalStatus: "status",
    SHZ.leadsSphere: "sphere",
    SHZ.financedFrom: "financed",
    SHZ.propertyRight: "right",
    SHZ.propertyOwnership: "ownership",
    SHZ.foundingDocument: "founding",
}


def compare_regulations(gold: Gold, read: ActClaims | None, report: Report) -> None:
    """Add competences, facts, staff lines and limits; nothing is read of a refused act."""
    language = gold.language
    items = [one for rules in gold.regulations for one in rules.competences]
    _pairs(gold, "competences", items, list(_competences(read)), _one_item, report)
    facts = [
        (rules.clause, name, words) for rules in gold.regulations for name, words in rules.facts
    ]
    found = list(_facts(read))
    _pairs(gold, "regulation", facts, found, lambda one, other: one == other, report)

    def one_line(one: Staff, other: Staff) -> bool:
        told = (one.table, one.post, one.count) == (other.table, other.post, other.count)
        return told and same(one.unit, other.unit, language)

    _pairs(gold, "staffing", gold.staffing, list(_staffing(read)), one_line, report)
    _pairs(gold, "limits", gold.limits, list(_limits(read)), one_line, report)


def _pairs(
    gold: Gold,
    what: str,
    labelled: Sequence[T],
    found: Sequence[T],
    equal: Callable[[T, T], bool],
    report: Report,
) -> None:
    if not labelled and not found:
        return
    missed, invented = pair(labelled, found, equal)
    report.scores[gold.language, what].add(len(labelled), len(found), len(labelled) - len(missed))
    for fault, some in (("missed", missed), ("invented", invented)):
        for one in some:
            report.note(gold, f"{fault} {what}", "regulation", str(one))


def _one_item(one: Competence, other: Competence) -> bool:
    """Alike, when the item begins with the labelled words."""
    told = (one.kind, one.clause, one.number) == (other.kind, other.clause, other.number)
    return told and other.words.startswith(one.words)


def _competences(read: ActClaims | None) -> Iterator[Competence]:
    for one in _statements(read, "competence/"):
        clause = one.evidence.clause
        heading = clause if _inline(one) else clause.rpartition("__")[0]
        kind = _code(_get(one, SHZ.competenceKind))
        number, words = (str(_get(one, name)) for name in (SHZ.number, SHZ.statedText))
        yield Competence(kind, heading, number, words)


def _inline(one: Statement) -> bool:
    """Whether a competence follows its heading in one clause, and is no item under it."""
    return one.evidence.clause.rpartition("__")[2].startswith("point_")


def _facts(read: ActClaims | None) -> Iterator[tuple[str, str, str]]:
    for claim in read.claims if read else ():
        name = _PREDICATES.get(claim.predicate) or _form_told(claim)
        if name:
            words = "True" if name == "founding" else _code(claim.object)
            yield _unit(claim.evidence.clause), name, words
    for one in _statements(read, "address/"):
        yield _unit(one.evidence.clause), "address", str(_get(one, LOCN.fullAddress))
    for one in _statements(read, "post/"):
        if "-" in one.key.rpartition("__")[2]:
            yield _unit(one.evidence.clause), "posts", _code(_get(one, ORG.role))


def _form_told(claim: Claim) -> str | None:
    told = claim.predicate == ROV.orgType and claim.evidence.rule == "regulation-form"
    return "form" if told else None


def _staffing(read: ActClaims | None) -> Iterator[Staff]:
    for one in _statements(read, "staff-line/"):
        unit, post, count = (_get(one, p) for p in (SHZ.ofUnit, SHZ.postName, SHZ.unitCount))
        yield Staff(_unit(one.evidence.clause), _whole(unit), str(post), str(count))
    for one in _statements(read, "staff-table/"):
        total = _get(one, SHZ.statedTotal)
        if total is not None:
            unit = _unit(one.evidence.clause)
            yield Staff(unit, _whole(_get(one, SHZ.tableOf)), None, str(total))


def _limits(read: ActClaims | None) -> Iterator[Staff]:
    for one in _statements(read, "limit/"):
        body, count = _get(one, SHZ.limitOf), _get(one, SHZ.unitCount)
        yield Staff(one.evidence.clause, _whole(body), None, str(count))


def _statements(read: ActClaims | None, kind: str) -> Iterator[Statement]:
    return (one for one in (read.statements if read else ()) if one.key.startswith(kind))


def _get(one: Statement, predicate: object) -> Object | None:
    return next((value for name, value in one.properties if name == predicate), None)


def _code(value: Object | None) -> str:
    return str(value).rpartition("/")[2] if str(value).startswith("http") else str(value)


def _whole(value: Object | None) -> str:
    return value.whole if isinstance(value, Mention) else ""


def _unit(clause: str) -> str:
    return clause.partition("__")[0]
