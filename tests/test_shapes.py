"""The shapes: each accepts its valid example; an invalid one breaks just what it is named for.

An example names its things under `https://example.org/<name of the file>#`, so that all can be
held against the shapes in one run and each result still belongs to its file.
"""

from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyshacl.errors import ReportableRuntimeError
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from graph.store import Generation
from ontology import BASE, ORG, RDF, SH, SHAPES, SHZ, SKOS, XSD, load_vocabulary, read_turtle
from shapes import Report, load_shapes, validate
from shapes.facts import Facts, Target, Triple
from shapes.sieve import _MAKERS, _SAID, meshes
from shapes.validation import _judge

EXAMPLES = Path(__file__).parent / "shapes"
VALID = sorted((EXAMPLES / "valid").glob("*.ttl"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.ttl"))
SHAPES_GRAPH = load_shapes()
NODE_SHAPES = sorted(str(shape) for shape in SHAPES_GRAPH.subjects(RDF.type, SH.NodeShape))
PROPERTY_SHAPES = sorted(str(shape) for shape in SHAPES_GRAPH.subjects(RDF.type, SH.PropertyShape))


def local(iri: object) -> str:
    """The name of a shape without its namespace."""
    return str(iri).removeprefix(SHAPES)


@cache
def example(path: Path) -> tuple[Triple, ...]:
    """The triples of an example."""
    return tuple(read_turtle(path.read_text(encoding="utf-8")))


@cache
def groups() -> tuple[list[Triple], list[Triple]]:
    """All examples that hold claims, and all that hold none: shapes of evidence need claims."""
    with_claims: list[Triple] = []
    without: list[Triple] = []
    for path in [*VALID, *INVALID]:
        claims = any(triple[1:] == (RDF.type, SHZ.Claim) for triple in example(path))
        (with_claims if claims else without).extend(example(path))
    return with_claims, without


@cache
def reports(thorough: bool) -> tuple[Report, ...]:
    """One report for each group."""
    return tuple(validate(group, thorough=thorough) for group in groups())


@cache
def found(thorough: bool) -> dict[str, list[str]]:
    """The names of the results by the file in which they are."""
    results: dict[str, list[str]] = defaultdict(list)
    for report in reports(thorough):
        for result in report:
            file = str(result.focus).removeprefix("https://example.org/").split("#")[0]
            results[file].append(result.name)
    return results


# ------------------------------------------------------------------ examples


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_example_breaks_nothing(path: Path) -> None:
    assert found(thorough=False)[path.stem] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_what_it_is_named_for_and_nothing_else(path: Path) -> None:
    assert found(thorough=False)[path.stem] == [path.stem]


def test_pyshacl_alone_finds_the_same_in_all_examples() -> None:
    quick, slow = found(thorough=False), found(thorough=True)
    assert {file: names for file, names in quick.items() if names} == slow


def test_an_example_is_held_against_the_shape_it_is_named_for() -> None:
    for path in VALID:
        facts = Facts()
        facts.add(example(path))
        assert facts.targets(Target.of(URIRef(SHAPES + path.stem), SHAPES_GRAPH)), path.stem


def test_each_node_shape_has_a_valid_example_and_each_property_shape_an_invalid_one() -> None:
    assert [path.stem for path in VALID] == [local(shape) for shape in NODE_SHAPES]
    assert {path.stem.rsplit(".", 1)[0] for path in INVALID} == set(map(local, PROPERTY_SHAPES))


# ------------------------------------------------------------------ the shapes themselves


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=local)
def test_a_property_shape_speaks_three_languages(shape: str) -> None:
    messages = SHAPES_GRAPH.objects(URIRef(shape), SH.message)
    assert sorted(str(getattr(m, "language", "")) for m in messages) == ["en", "kk", "ru"]


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=local)
def test_a_property_shape_has_a_readable_name_and_one_owner(shape: str) -> None:
    owners = list(SHAPES_GRAPH.subjects(SH.property, URIRef(shape)))
    assert len(owners) == 1
    assert shape.startswith(f"{owners[0]}-")


def test_a_property_shape_is_never_a_blank_node() -> None:
    shapes = {*SHAPES_GRAPH.objects(None, SH.property), *SHAPES_GRAPH.subjects(SH.path, None)}
    assert {type(shape) for shape in shapes} == {URIRef}


def test_every_node_shape_says_what_it_is_about_and_has_a_target() -> None:
    for shape in map(URIRef, NODE_SHAPES):
        targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        assert any((shape, target, None) in SHAPES_GRAPH for target in targets), shape
        assert (shape, URIRef("http://www.w3.org/2000/01/rdf-schema#comment"), None) in SHAPES_GRAPH


#: Own classes that no shape is about: parents of others, and values.
WITHOUT_SHAPE = {SHZ.Event, SHZ.CertaintyLevel, SHZ.Severity}


def test_every_own_class_has_a_shape() -> None:
    own = {
        kind
        for kind in load_vocabulary().subjects(
            RDF.type, URIRef("http://www.w3.org/2002/07/owl#Class")
        )
        if str(kind).startswith(str(SHZ))
    }
    assert own - set(SHAPES_GRAPH.objects(None, SH.targetClass)) == WITHOUT_SHAPE


def test_the_sieve_knows_every_constraint_that_the_shapes_use() -> None:
    shapes = [URIRef(shape) for shape in NODE_SHAPES + PROPERTY_SHAPES]
    said = {predicate for shape in shapes for predicate in SHAPES_GRAPH.predicates(shape)}
    assert said - _MAKERS.keys() - _SAID == set()


# ------------------------------------------------------------------ the sieve


def suspects_in(facts: Facts, shapes: Graph) -> set[Node]:
    """What the sieve does not clear."""
    found = (mesh.suspects(facts.targets(mesh.target), facts) for mesh in meshes(shapes))
    return set().union(*found)


def test_the_sieve_leaves_to_pyshacl_just_what_breaks() -> None:
    for group, report in zip(groups(), reports(thorough=True), strict=True):
        facts = Facts()
        facts.add([*group, *load_vocabulary()])
        claims = bool(facts.instances(SHZ.Claim))
        suspects = suspects_in(facts, load_shapes(evidence=claims))
        assert suspects == {result.focus for result in report}


def test_a_constraint_that_the_sieve_does_not_know_is_left_to_pyshacl() -> None:
    shapes = Graph().parse(
        data=f"""
        @prefix sh: <{SH}> . @prefix : <https://example.org/#> .
        :S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p .
        :S-p a sh:PropertyShape ; sh:path :p ; sh:maxLength 3 .
        """,
        format="turtle",
    )
    facts, node = Facts(), URIRef("https://example.org/#x")
    facts.add([(node, RDF.type, URIRef("https://example.org/#C"))])
    assert suspects_in(facts, shapes) == {node}


def test_an_instance_of_a_subclass_is_held_against_the_shape_of_its_class() -> None:
    facts, step = Facts(), URIRef("https://example.org/step")
    plan_step = URIRef("http://purl.org/net/p-plan#Step")
    facts.add([(step, RDF.type, SHZ.DecisionStep), *load_vocabulary()])
    assert step in facts.instances(plan_step)


#: Values of every sort that a property can be given, right or wrong.
VALUES = [
    URIRef("https://example.org/y"),
    URIRef("https://w3id.org/shezhire/code/levels/city"),
    URIRef("https://w3id.org/shezhire/code/post-types/head"),
    SHZ.Stated,
    SHZ.startsNotAfter,
    Literal("сөз", lang="kk"),
    Literal("слово", lang="ru"),
    Literal("", lang="kk"),
    Literal("words"),
    Literal("2026-01-10", datatype=XSD.date),
    Literal("2025-01-10", datatype=XSD.date),
    Literal(0),
    Literal(7),
    Literal(Decimal("0.5")),
    Literal("true", datatype=XSD.boolean),
    Literal("PT2M", datatype=XSD.dayTimeDuration),
]
CLASSES = sorted(set(SHAPES_GRAPH.objects(None, SH.targetClass)), key=str)
PROPERTIES = sorted(
    {p for p in SHAPES_GRAPH.objects(None, SH.path) if isinstance(p, URIRef) and p != RDF.type},
    key=str,
)
THINGS = st.lists(
    st.tuples(
        st.sampled_from(CLASSES),
        st.sets(st.tuples(st.sampled_from(PROPERTIES), st.sampled_from(VALUES)), max_size=12),
    ),
    min_size=25,
    max_size=25,
)


# No shrinking: every try has pySHACL judge the whole vocabulary again.
@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(THINGS)
def test_the_sieve_never_clears_what_pyshacl_would_blame(
    things: list[tuple[URIRef, set[tuple[URIRef, URIRef | Literal]]]],
) -> None:
    data = [(URIRef("https://example.org/claim"), RDF.type, SHZ.Claim), *load_vocabulary()]
    for number, (kind, said) in enumerate(things):
        node = URIRef(f"https://example.org/{number}")
        data += [(node, RDF.type, kind), *((node, *pair) for pair in said)]
    facts = Facts()
    facts.add(data)
    found = validate(data, thorough=True)
    # A literal at fault comes back as a blank node: a literal cannot be the subject of a triple.
    blamed = {result.focus for result in found if isinstance(result.focus, URIRef)}
    assert blamed <= suspects_in(facts, SHAPES_GRAPH)


# ------------------------------------------------------------------ the report

BODY = URIRef("https://example.org/body")


def test_a_result_says_where_which_shape_what_value_in_three_languages() -> None:
    report = validate([(BODY, RDF.type, SHZ.BodyGroup), (BODY, SKOS.prefLabel, Literal("x"))])
    assert report.conforms
    report = validate([(BODY, RDF.type, SHZ.BodyGroup)])
    (result,) = report
    assert not report.conforms
    assert (result.focus, result.path) == (BODY, SKOS.prefLabel)
    assert result.name == "BodyGroupShape-prefLabel.MinCount"
    assert result.severity == "Violation"
    assert result.messages["kk"] == "Органдар тобының атауы болуға тиіс."
    assert "A group of bodies has a name." in str(result)


def test_results_come_in_one_order() -> None:
    bodies = [URIRef(f"https://example.org/{n}") for n in (3, 1, 2)]
    report = validate([(body, RDF.type, SHZ.BodyGroup) for body in bodies])
    assert [result.focus for result in report] == sorted(bodies)


def test_a_report_counts_what_it_checked() -> None:
    report = validate([(BODY, RDF.type, SHZ.BodyGroup), (BODY, SKOS.prefLabel, Literal("x"))])
    assert report.checked[f"{SHAPES}BodyGroupShape"] == 1
    assert report.checked[f"{SHAPES}BodyShape"] == 0


def test_a_code_that_no_list_has_is_a_violation() -> None:
    made_up = URIRef("https://w3id.org/shezhire/code/body-kinds/castle")
    report = validate([(BODY, ORG.classification, made_up)])
    assert {result.name for result in report} == {
        "CodeShape-notation.MinCount",
        "CodeShape-inScheme.MinCount",
        "CodeShape-prefLabel.MinCount",
    }


def test_words_in_place_of_a_code_are_a_violation() -> None:
    report = validate([(BODY, ORG.classification, Literal("сарай"))])
    assert "CodeShape-notation.MinCount" in {result.name for result in report}


def test_what_pyshacl_returns_in_place_of_a_report_is_raised() -> None:
    nested = "".join(f":S{n} a sh:NodeShape ; sh:node :S{n + 1} . " for n in range(40))
    too_deep = f"@prefix sh: <{SH}> . @prefix : <https://example.org/#> . {nested}"
    target = ":S0 sh:targetNode :x . :S40 a sh:NodeShape ."
    shapes = Graph().parse(data=too_deep + target, format="turtle")
    with pytest.raises(ReportableRuntimeError, match="too deep"):
        _judge(Graph(), shapes, None)


def test_a_view_needs_no_evidence_and_claims_do() -> None:
    entry = (BODY, RDF.type, SHZ.ListEntry)
    names = {result.name for result in validate([entry])}
    assert names == {f"ListEntryShape-{p}.MinCount" for p in ("list", "position", "entryFor")}
    claim = (URIRef("https://example.org/claim"), RDF.type, SHZ.Claim)
    of_entry = {r.name for r in validate([entry, claim]) if r.focus == BODY}
    assert "EvidenceShape-clause.MinCount" in of_entry


# ------------------------------------------------------------------ the two acts


@pytest.fixture(scope="module")
def everything(generation: Generation) -> list[Triple]:
    """All graphs of the dataset of the two acts, merged."""
    lines = {f"{q.subject} {q.predicate} {q.object} ." for q in generation.dump()}
    return list(read_turtle("\n".join(sorted(lines))))


@pytest.fixture(scope="module")
def report(everything: list[Triple]) -> Report:
    """The report on that dataset."""
    return validate(everything)


def test_the_dataset_of_the_two_acts_breaks_no_shape(report: Report) -> None:
    assert [str(result) for result in report] == []


#: Shapes of what the two acts do not hold.
NOT_IN_THE_ACTS = {
    "AccessionShape",
    "ConversionShape",
    "DecisionShape",
    "DivisionShape",
    "EditShape",
    "EstablishmentShape",
    "LiquidationShape",
    "MergerShape",
    "RenamingShape",
    "StaffLimitListShape",
    "StaffLimitShape",
    "WaiverShape",
}


def test_each_shape_is_held_against_something_in_the_two_acts(report: Report) -> None:
    idle = {local(shape) for shape, count in report.checked.items() if not count}
    assert idle == NOT_IN_THE_ACTS


def test_the_places_of_the_acts_are_places_of_the_list(everything: list[Triple]) -> None:
    oblast = URIRef(f"{BASE}place/270000000")
    assert (oblast, RDF.type, SHZ.Place) in everything
