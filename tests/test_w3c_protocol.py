"""The W3C suites of the SPARQL Protocol, the Graph Store Protocol and the Service Description."""

from __future__ import annotations

import httpx
import pytest
from pyshacl import validate
from rdflib import RDF, Graph, URIRef
from w3c_answers import Dataset
from w3c_manifests import HERE, UT, Case, all_cases
from w3c_requests import run

from ontology import PREFIXES

SD = "http://www.w3.org/ns/sparql-service-description#"
#: Where the endpoints of the manifests are here.
PATHS = {"/sparql/": "/sparql", "/gsp": "/data"}


@pytest.fixture
def empty(writable: httpx.Client) -> Dataset:
    """The dataset of the server, with nothing in it."""
    dataset = Dataset(writable)
    dataset.empty()
    return dataset


@pytest.mark.parametrize("case", all_cases("ProtocolTest"))
def test_the_protocol_is_kept(empty: Dataset, case: Case) -> None:
    for graph in case.values(case.node, UT.graphData):
        empty.fill(case.path(case.value(graph, UT.graph)), case.label(graph))
    assert not run(case, empty.client, PATHS)


@pytest.mark.parametrize("case", all_cases("GraphStoreProtocolTest", without="http-rdf-update"))
def test_graphs_are_stored_as_the_protocol_says(empty: Dataset, case: Case) -> None:
    assert not run(case, empty.client, PATHS)


@pytest.mark.parametrize("who", ["client", "writable"])
@pytest.mark.parametrize("case", all_cases("ServiceDescriptionTest"))
def test_the_service_describes_itself(case: Case, who: str, request: pytest.FixtureRequest) -> None:
    client: httpx.Client = request.getfixturevalue(who)
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    described = Graph().parse(data=answer.text, format="turtle")
    name = case.name.partition("/")[2]
    if name == "returns-rdf":
        assert answer.status_code == 200
        assert len(described) > 0
    elif name == "has-endpoint-triple":
        assert (None, URIRef(f"{SD}endpoint"), URIRef(str(answer.url))) in described
    else:
        shapes = Graph().parse(HERE / "service-description.ttl")
        conforms, _, told = validate(described, shacl_graph=shapes)
        assert conforms, told
        assert list(described.subjects(RDF.type, URIRef(f"{SD}Service")))
        assert PREFIXES["void"]
