"""The bodies of a day as rows: what every flat form of the dataset is made of."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields

from graph.hierarchy import Body, Code, Moment


@dataclass(frozen=True, slots=True)
class Row:
    """One body: names and labels in one language; None where no act says it.

    `superior` is the slug of the body above; `status` is `yes` or `not-known` for the day.
    """

    slug: str
    name: str
    legal_name: str | None
    form: str | None
    kind: str | None
    place: str | None
    superior: str | None
    status: str
    iri: str

    def cells(self) -> tuple[str | None, ...]:
        """The values in the order of COLUMNS."""
        return astuple(self)


COLUMNS = tuple(field.name for field in fields(Row))


def rows(moment: Moment, language: str = "kk") -> list[Row]:
    """The bodies that exist or may exist on the day, by the alphabet; no units, no groups."""
    natures = moment.hierarchy.natures
    iris = sorted((i for i, n in natures.items() if n == "body"), key=moment.hierarchy.rank)
    bodies = (moment.body(iri) for iri in iris)
    return [_row(body, moment, language) for body in bodies if body.answer.value != "no"]


def _row(body: Body, moment: Moment, language: str) -> Row:
    return Row(
        body.slug,
        body.name(language),
        body.legal_name(language),
        _label(body.form, language),
        _label(body.kind, language),
        _label(body.place, language),
        _superior(body, moment),
        body.answer.value,
        body.iri,
    )


def _label(code: Code | None, language: str) -> str | None:
    return code.label(language) if code else None


def _superior(body: Body, moment: Moment) -> str | None:
    above = body.standing.superior
    return moment.body(above).slug if above else None
