"""What the acts of the project do not show: ends, cycles, strength of claims, known days.

All bodies here are invented.
"""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DatasetError, UnknownThingError
from graph.hierarchy import Hierarchy
from graph.hierarchy.codes import Code, Codes
from graph.hierarchy.order import printed_order
from graph.hierarchy.procedure import _minutes
from graph.hierarchy.search import Search, fold_words
from graph.hierarchy.why import why
from ontology import BASE, ORG, RDF, SHZ, SKOS, XSD, code

NOW = date(2026, 11, 21)
CLAIMS = ox.NamedNode(f"{BASE}graph/claims")
Bound = tuple[str, str]


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


class Made:
    """A store in the making, claim by claim."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.count = 0

    def body(self, slug: str) -> ox.NamedNode:
        body = node(f"{BASE}body/{slug}")
        label = ox.Literal(slug, language="kk")
        self.store.add(ox.Quad(body, node(RDF.type), node(ORG.FormalOrganization)))
        self.store.add(ox.Quad(body, node(SKOS.prefLabel), label))
        return body

    def claim(self, lower: str, upper: str, basis: str = "list", *bounds: Bound) -> str:
        self.count += 1
        claim = node(f"{BASE}claim/{self.count:016x}")
        self._say(claim, RDF.subject, self.body(lower))
        self._say(claim, RDF.predicate, node(SHZ.subordinateTo))
        self._say(claim, RDF.object, self.body(upper))
        self._say(claim, SHZ.certainty, node(SHZ.Stated))
        self._say(claim, SHZ.subordinationBasis, node(code("subordination-bases", basis)))
        for number, (name, day) in enumerate(bounds):
            bound = node(f"{BASE}bound/{self.count:08x}{number:08x}")
            literal = ox.Literal(day, datatype=node(XSD.date))
            self._say(claim, SHZ.boundedBy, bound)
            self._say(bound, SHZ.boundProperty, node(SHZ[name]))
            self._say(bound, SHZ.boundDate, literal)
            self._say(bound, SHZ.boundReason, node(code("bound-reasons", "act-date")))
        return str(claim.value)

    def _say(self, subject: ox.NamedNode, predicate: str, value: object) -> None:
        assert isinstance(value, ox.NamedNode | ox.Literal)
        self.store.add(ox.Quad(subject, node(predicate), value, CLAIMS))

    def hierarchy(self) -> Hierarchy:
        return Hierarchy.load(self.store, BASE, NOW)


def slugs(hierarchy: Hierarchy, upper: str, day: date = NOW) -> list[str]:
    moment = hierarchy.at(day)
    return [step.body.slug for step in moment.subordinates(hierarchy.find(upper))]


def test_an_order_beats_a_name_and_a_name_beats_a_list() -> None:
    made = Made()
    made.claim("school", "lister", "list")
    made.claim("school", "namer", "name")
    hierarchy = made.hierarchy()
    standing = hierarchy.at(NOW).standing(hierarchy.find("school"))
    assert standing.superior == hierarchy.find("namer")
    assert [fact.object for fact in standing.others] == [hierarchy.find("lister")]
    made.claim("school", "orderer", "order")
    hierarchy = made.hierarchy()
    assert slugs(hierarchy, "orderer") == ["school"]
    assert slugs(hierarchy, "namer") == []


def test_of_equal_claims_the_later_one_wins() -> None:
    made = Made()
    for superior, day in (("early", "2001-01-01"), ("late", "2002-01-01")):
        made.claim("x", superior, "name", ("startsNotBefore", day), ("startsNotAfter", day))
    assert slugs(made.hierarchy(), "late") == ["x"]
    assert slugs(made.hierarchy(), "early", date(2001, 6, 1)) == ["x"]


def test_a_stronger_claim_that_may_have_begun_makes_it_not_known() -> None:
    made = Made()
    made.claim("x", "old", "name", ("startsNotAfter", "2001-01-01"))
    made.claim(
        "x", "new", "order", ("startsNotBefore", "2002-01-01"), ("startsNotAfter", "2003-01-01")
    )
    hierarchy = made.hierarchy()
    x = hierarchy.find("x")
    days = {2001: "yes", 2002: "not-known", 2003: "yes"}
    for year, said in days.items():
        assert hierarchy.at(date(year, 6, 1)).standing(x).answer.value == said
    assert hierarchy.at(date(2002, 6, 1)).standing(x).others
    assert slugs(hierarchy, "new", date(2003, 6, 1)) == ["x"]


def test_a_cycle_ends_where_it_closes() -> None:
    made = Made()
    for lower, upper in (("a", "b"), ("b", "c"), ("c", "a"), ("c", "c")):
        made.claim(lower, upper)
    hierarchy = made.hierarchy()
    moment = hierarchy.at(NOW)
    assert [step.body.slug for step in moment.superiors(hierarchy.find("a"))] == ["b", "c"]
    assert set(slugs(hierarchy, "a")) == {"b", "c"}
    assert moment.tree(hierarchy.find("a")).total == 2


def test_an_empty_graph_of_claims_is_no_dataset() -> None:
    with pytest.raises(DatasetError, match="claims"):
        Hierarchy.load(ox.Store(), BASE)


def test_a_liquidated_body_stands_under_nobody(village: Hierarchy) -> None:
    nursery, education = village.find("koktem"), village.find("education")
    assert village.at(date(2020, 6, 1)).body(nursery).answer.value == "yes"
    assert village.at(NOW).body(nursery).answer.value == "no"
    below = village.at(NOW).subordinates(education)
    assert nursery not in {step.body.iri for step in below}


def test_a_body_that_an_event_made_was_not_there_before(village: Hierarchy) -> None:
    culture = village.find("culture")
    assert village.at(date(2020, 1, 1)).body(culture).answer.value == "no"
    assert village.at(NOW).body(culture).answer.value == "yes"


def test_a_derived_triple_leads_to_its_claims(village: Hierarchy) -> None:
    library, culture = village.find("arman"), village.find("culture")
    grounds = why(village, library, str(SHZ.under), culture)
    assert {ground.derived_by for ground in grounds} == {"under"}
    assert {ground.fact.basis for ground in grounds} == {"order"}


def test_a_statement_is_its_own_ground(village: Hierarchy) -> None:
    event = next(fact for fact in village.events if fact.iri.endswith("point_1"))
    (ground,) = why(village, event.iri, str(SHZ.created), village.find("culture"))
    assert ground.fact is event


def test_items_sort_by_their_numbers() -> None:
    ids = [f"act/x/point_1__item_{number}" for number in (10, 2, 1)]
    assert sorted(ids, key=printed_order) == ids[::-1]


@pytest.mark.parametrize(("words", "minutes"), [("PT20M", 20), ("PT1H5M", 65), (None, None)])
def test_durations_are_minutes(words: str | None, minutes: int | None) -> None:
    assert _minutes(words) == minutes


CODES = Codes()
KMM = Code("urn:kmm", "kmm", "legal-forms", {"kk": "коммуналдық мемлекеттік мекеме"})
CODES.by_iri[KMM.iri] = KMM
CODES.by_iri["urn:x"] = Code("urn:x", "x", "legal-forms", {}, (KMM.iri,))
CODES.asked[("legal-forms", "kmm")] = KMM.iri


def test_a_code_is_found_by_any_case_and_holds_the_narrower_ones() -> None:
    assert CODES.find("legal-forms", " KMM ") is KMM
    assert CODES.within(KMM) == {"urn:kmm", "urn:x"}
    with pytest.raises(UnknownThingError, match="ooo"):
        CODES.find("legal-forms", "ooo")


NAMES = [
    ("terekti", "Теректі ауданының білім беру бөлімі"),
    ("akzhaiyk", "Ақжайық ауданының білім беру бөлімі"),
    ("bokei", "Бөкей ордасы ауданының білім беру бөлімі"),
    ("oral", "Орал қаласының психологиялық-педагогикалық түзеу кабинеті"),
]
SEARCH = Search(NAMES)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Теректі", "terekti"),
        ("terekti", "terekti"),
        ("теректи", "terekti"),
        ("Теректінің", "terekti"),
        ("ТЕРЕКТІ АУДАНЫ", "terekti"),
        ("Теректинский район", "terekti"),
        ("aqjaiyq", "akzhaiyk"),
        ("Акжаик", "akzhaiyk"),
        ("Bökey", "bokei"),
        ("Орал", "oral"),
        ("tuzeu kabineti", "oral"),
    ],
)
def test_a_name_is_found_however_it_is_written(asked: str, first: str) -> None:
    assert SEARCH.find(asked)[0].iri == first


@pytest.mark.parametrize("asked", ["", "  ", "%", '"', "zzzz", "NEAR(", "* NOT *"])
def test_signs_and_strange_words_find_nothing(asked: str) -> None:
    assert SEARCH.find(asked) == []


@given(st.text(max_size=60))
def test_any_words_may_be_searched(asked: str) -> None:
    hits = SEARCH.find(asked)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert all(word == word.lower() for word in fold_words(asked))
