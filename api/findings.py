"""Findings: what the acts themselves say wrongly, or leave out."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.answers import answer
from api.forms import Form, Forms
from api.links import link
from api.models import FindingList, answers
from api.paging import Cursor, Limit, page
from api.question import Asked
from graph.hierarchy.acts import find_act
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.reports import Report, known_reports

router = APIRouter(prefix="/api", tags=["evidence"])


@router.get("/findings", **answers(FindingList))
async def findings(
    question: Asked,
    rule: Annotated[str | None, Query(description="The code of a rule.")] = None,
    severity: Annotated[Literal["Contradiction", "Gap", "Defect", "Notice"] | None, Query()] = None,
    act: Annotated[str | None, Query(description="The key of an act with words in it.")] = None,
    body: Annotated[str | None, Query(description="The slug of a body that it is about.")] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """Findings, the gravest first; wording that stands in every act of its kind comes last.

    `holds` tells whether a finding is one of the day. Those that are certainly not are left out
    where a day is asked for: of acts not yet passed, or repealed, of facts that do not hold then.
    """
    about = question.meant(body) if body else None
    dated, holds = "at" in question.request.query_params, disputes_of(question.moment).holds
    within = find_act(question.moment, act).iri if act else None
    found = [
        report
        for report in known_reports(
            question.served.hierarchy, question.served.reports, question.known
        )
        if (not dated or holds(question.moment, report) != "no")
        and rule in (None, report.rule)
        and severity in (None, report.severity)
        and (about is None or about in report.about)
        and (within is None or any(span.act == within for span in report.spans))
    ]
    part, turn = page(question, found, cursor, limit)
    forms = Forms(question)
    content = {"items": [_finding(forms, report) for report in part], **turn}
    plain = not (rule or severity or act or body or dated)
    return answer(question, content, link(question, "findings") if plain else None)


def _finding(forms: Forms, report: Report) -> Form:
    natures = forms.question.served.hierarchy.natures
    return {
        **forms.finding(report),
        "@type": "shz:Finding",
        "messages": report.messages,
        "boilerplate": report.boilerplate,
        "status": report.status,
        "holds": disputes_of(forms.question.moment).holds(forms.question.moment, report),
        "waiver": report.waiver,
        "about": [forms.short(one) if one in natures else forms.thing(one) for one in report.about],
        "contests": report.contests,
    }
