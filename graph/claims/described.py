"""Bodies that a text describes and does not name: classes of bodies, inner units, commissions."""

from __future__ import annotations

from rdflib import RDF

from graph.claims.context import Context, Reading
from graph.model import Evidence, Mention, Provision
from graph.words import read_ending
from ontology import ORG, SHZ, SKOSXL, code

#: Why a phrase that names no single body is read as a class of bodies.
CLASS_OF_BODIES = "class-of-bodies"

_NATURES = {
    "body": ORG.FormalOrganization,
    "unit": ORG.OrganizationalUnit,
    "group": SHZ.BodyGroup,
}


def describe(
    part: Provision,
    start: int,
    end: int,
    context: Context,
    nature: str,
    within: Mention | None = None,
) -> Mention:
    """The words of a part from `start` to `end`, as a mention in the nominative."""
    written = part.text.string[start:end]
    name = read_ending(written, context.language.code)[0]
    ranges = part.text.ranges(context.document.source, start, end)
    language = context.document.language
    return Mention(written, name, name, language, ranges, within=within, nature=nature)


def introduce(mention: Mention, evidence: Evidence, context: Context, reading: Reading) -> None:
    """What a description says of its body: what sort of thing it is, and how it is called."""
    reading.claim(mention, RDF.type, _NATURES[mention.nature], evidence)
    context.count += 1
    reading.state(
        f"name/{evidence.clause}-{context.count}",
        SKOSXL.Label,
        evidence,
        (SKOSXL.literalForm, context.literal(mention.own)),
        (SHZ.nameKind, code("name-kinds", "own")),
        of=(mention, SHZ.nameForm),
    )
