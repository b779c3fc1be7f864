"""What a careful lawyer would notice: ranked, each with the words of its clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.faces import Face, face
from api.pages.proof import Proofs
from api.pages.render import render
from graph.hierarchy.evidence import Span
from graph.hierarchy.facts import local_name
from graph.hierarchy.reports import SEVERITIES, Report, known_reports

#: So many clauses of a finding are quoted; the others are counted.
_QUOTED = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one clause that a finding is between."""

    place: str
    href: str
    language: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a page shows it; `waived` tells who closed it, when and why."""

    id: str
    severity: str
    message: str
    rule: str
    spans: tuple[Words, ...]
    more: int
    about: tuple[Face, ...]
    boilerplate: bool
    waived: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity; `boilerplate` ones are folded away."""

    severity: str
    label: str
    items: tuple[Shown, ...]
    boilerplate: tuple[Shown, ...]


def findings_page(desk: Desk) -> HTMLResponse:
    """The page at `/findings`."""
    shown = show(desk, desk.archive.reports)
    groups = tuple(_group(desk, one, shown) for one in SEVERITIES)
    return render(
        "findings.html",
        desk.seen,
        groups=[group for group in groups if group.items or group.boilerplate],
        section="findings",
        release=desk.archive.release,
    )


def _group(desk: Desk, severity: str, shown: tuple[Shown, ...]) -> Group:
    of_it = [one for one in shown if one.severity == severity]
    return Group(
        severity,
        desk.seen.say(f"severity.{severity}_many"),
        tuple(one for one in of_it if not one.boilerplate),
        tuple(one for one in of_it if one.boilerplate),
    )


def show(desk: Desk, reports: Iterable[Report]) -> tuple[Shown, ...]:
    """Findings in the language of the page, with their words, the gravest first."""
    known = known_reports(desk.hierarchy, reports, desk.seen.known_at)
    return tuple(_show(desk, one) for one in known)


def finding_id(report: Report) -> str:
    """The id of a finding on a page."""
    return f"f-{local_name(report.iri)}"


def _show(desk: Desk, report: Report) -> Shown:
    natures, words = desk.hierarchy.natures, _words(desk, report.spans)
    about = (desk.moment.body(one) for one in report.about if one in natures)
    return Shown(
        finding_id(report),
        report.severity,
        report.message(desk.seen.say.language),
        report.rule,
        tuple(words[:_QUOTED]),
        len(words[_QUOTED:]),
        tuple(face(body, desk.seen, desk.abbreviations) for body in about),
        report.boilerplate,
        _waived(desk, report),
    )


def _waived(desk: Desk, report: Report) -> str:
    if report.waiver is None:
        return ""
    closed = report.waiver
    day = closed.recorded.isoformat() if closed.recorded else ""
    return desk.seen.say("findings.waived", by=closed.by, day=day, why=closed.reason)


def _words(desk: Desk, spans: Iterable[Span]) -> list[Words]:
    """The quotes by clause and edition, in the order of the finding."""
    by_clause: dict[tuple[str, str], list[Span]] = {}
    for span in spans:
        by_clause.setdefault((span.clause, span.sha256), []).append(span)
    proofs = Proofs(desk.hierarchy, desk.seen)
    return [_clause(desk, proofs, held) for held in by_clause.values()]


def _clause(desk: Desk, proofs: Proofs, spans: list[Span]) -> Words:
    file = desk.hierarchy.record.iri(f"file/{spans[0].sha256}")
    language = desk.hierarchy.languages.get(file, "kk")
    editions = desk.hierarchy.texts.get(spans[0].act, {})
    named = f" ({desk.seen.say(f'act.edition_{language}')})" if len(editions) > 1 else ""
    return Words(
        proofs.place(spans[0].clause) + named,
        proofs.text_href(spans[0].clause, None, language),
        language,
        tuple(span.quote for span in spans),
    )
