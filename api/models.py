"""The forms of answers, as OpenAPI tells them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.question import SHARED
from api.statuses import told


class Form(BaseModel):
    """A JSON object; fields that are not named here may follow."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, defer_build=True)


class Problem(Form):
    """Problem details by RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str


class Answer(Form):
    """What every JSON answer begins with."""

    context: str = Field(alias="@context")
    generation: str
    at: date
    known_at: date
    recorded_until: date


class Thing(Form):
    """A thing by its IRI, and its address on the server asked."""

    id: str = Field(alias="@id")
    url: str


class Code(Form):
    """A code of a code list with its label in the language asked for."""

    id: str = Field(alias="@id")
    code: str
    label: str


class Missing(Form):
    """What would have to be known: which date, of which act, for which clause."""

    date: str | None
    act: str | None
    clause: str


class Span(Form):
    """A place in a source file, in Unicode characters of the decoded file from 0."""

    act: str
    clause: str
    file: str
    sha256: str
    start: int
    end: int
    quote: str


Status = Literal["yes", "no", "not-known"]


class Finding(Thing):
    """What a rule across claims says, with the words of every clause that it is between."""

    rule: str
    severity: Literal["Contradiction", "Gap", "Defect", "Notice"]
    message: str
    spans: list[Span]


class Claim(Thing):
    """A claim or a statement: what it says, how surely, by which clause, when."""

    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    certainty: Literal["Stated", "Interpreted", "Confirmed"]
    reason: str | None
    basis: str | None
    act: str
    clause: str
    bounds: dict[str, Any]
    status: Status
    spans: list[Span] | None = None


class Disputable(Thing):
    """Something told of a body; what stands against it that day, where anything does.

    `contested` are the claims of other clauses, `findings` say what does not fit.
    """

    contested: list[Claim] | None = None
    findings: list[Finding] | None = None


class Short(Thing):
    """A body in a few words."""

    slug: str
    name: str


class Body(Thing):
    """A body on a day."""

    slug: str
    name: str
    legal_name: str | None
    nature: Literal["body", "unit", "group"]
    form: Code | None
    kind: Code | None
    place: Code | None
    superior: Short | None
    contested: list[Claim]
    findings: list[Finding] | None = None
    status: Status
    missing: Missing | None = None
    claims: list[Claim] | None = None


class Step(Body):
    """A body above or below another: `status` is that of its place there."""

    depth: int
    losing: bool = False


class Tree(Step):
    """A body with all under it; `total` counts them at any depth."""

    total: int
    children: list[Tree]


class Page(Answer):
    """A list: how many there are in all, and the address of the next part."""

    total: int
    next: str | None


class BodyList(Page):
    """Bodies."""

    items: list[Body]


class BodyAnswer(Answer, Body):
    """One body."""

    superiors: list[Short]
    subordinates_total: int
    units: list[Short]
    staff: dict[str, Any]
    events: list[Thing]
    address: str | None
    identifiers: list[dict[str, Any]]
    details: list[dict[str, Any]]


class SuperiorList(Page):
    """Superiors, nearest first."""

    body: Short
    items: list[Step]
    contested: list[Claim]


class SubordinateList(Page):
    """Subordinates, nearest first, then by the alphabet."""

    body: Short
    items: list[Step]


class TreeAnswer(Answer, Tree):
    """A tree."""


class Item(Form):
    """One item of a list whose fields the guide tells."""


class ItemList(Page):
    """A list of things with fields of their own."""

    items: list[Item]


class DiffLine(Form):
    """What of a body differs, and the clauses that caused it; none makes it unexplained."""

    change: Literal["new", "ended", "renamed", "moved", "form", "staff", "competences"]
    body: Short
    status: Status
    causes: list[Thing]
    unexplained: bool


class DiffAnswer(Page):
    """The differences between two days by kind, then by the alphabet."""

    counts: dict[str, int]
    compared: int
    undecided: int
    uncompared: dict[str, int]
    items: list[DiffLine]


class StaffLine(Disputable):
    """One printed line of a staffing table."""

    unit: Short
    post: str
    posts: dict[str, str]
    count: float
    own: bool


class StaffLimit(Disputable):
    """How many units a body may have; `within` is the limit that includes this one."""

    limit_of: Short | None
    count: float
    text: str | None
    within: str | None
    list_total: float | None
    clause: str
    status: Status


class StaffAnswer(Answer):
    """The staff of a body: own (`total` likewise), of its whole table, as printed; its limits."""

    body: Short
    total: float | None
    own: float | None
    table_total: float | None
    stated_total: float | None
    status: Status
    items: list[StaffLine]
    limits: list[StaffLimit]


class Competence(Disputable):
    """One item of a regulation under the heading where it is printed."""

    kind: Literal["goal", "right", "duty", "function", "head-power"]
    number: str
    text: str
    texts: dict[str, str]
    heading: str


class CompetenceList(Page):
    """Competences in order of print."""

    body: Short
    items: list[Competence]


class FindingList(Page):
    """Findings, the gravest first."""

    items: list[Finding]


def answers(model: type[Form], *others: str) -> dict[str, Any]:
    """What a route can answer, for OpenAPI; the answers themselves are written by hand.

    `others` are media types beside JSON.
    """
    content = {
        media: {"schema": {"type": "object" if media.endswith("json") else "string"}}
        for media in others
    }
    return {
        "response_model": None,
        "responses": {200: {"model": model, "content": content}, **told(304, 400, 404, 406)},
        "openapi_extra": {"parameters": SHARED},
    }
