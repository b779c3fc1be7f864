"""Descent through data that no act should give, and through more of it than any act gives.

All bodies here are invented.
"""

from __future__ import annotations

from datetime import date
from io import StringIO

import pyoxigraph as ox
import pytest
from rich.console import Console

from graph.cli.describe import event_json
from graph.cli.drawing import draw_lineage
from graph.hierarchy import Hierarchy
from graph.hierarchy.lineage import heirs_of, lineage_of
from ontology import BASE, ORG, RDF, SHZ, SKOS, XSD, code

NOW = date(2026, 11, 21)
CLAIMS = ox.NamedNode(f"{BASE}graph/claims")


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


def body(slug: str) -> str:
    return f"{BASE}body/{slug}"


class Told:
    """A store of events, each on a single day."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.count = 0

    def bodies(self, *slugs: str) -> Told:
        for slug in slugs:
            label = ox.Literal(slug, language="kk")
            self.store.add(ox.Quad(node(body(slug)), node(RDF.type), node(ORG.FormalOrganization)))
            self.store.add(ox.Quad(node(body(slug)), node(SKOS.prefLabel), label))
        return self

    def event(self, kind: str, day: str, **roles: str) -> Told:
        self.count += 1
        path = "succession" if kind == "LegalSuccession" else "event"
        event = node(f"{BASE}{path}/{self.count:04}")
        self._say(event, RDF.type, node(SHZ[kind]))
        self._say(event, SHZ.certainty, node(SHZ.Stated))
        for role, slugs in roles.items():
            for slug in slugs.split():
                self._say(event, SHZ[role], node(body(slug)))
        for name in ("startsNotBefore", "startsNotAfter"):
            bound = node(f"{BASE}bound/{self.count:04}{name}")
            self._say(event, SHZ.boundedBy, bound)
            self._say(bound, SHZ.boundProperty, node(SHZ[name]))
            self._say(bound, SHZ.boundDate, ox.Literal(day, datatype=node(XSD.date)))
            self._say(bound, SHZ.boundReason, node(code("bound-reasons", "signing")))
        return self

    def _say(self, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        self.store.add(ox.Quad(subject, node(predicate), value, CLAIMS))

    def hierarchy(self) -> Hierarchy:
        return Hierarchy.load(self.store, BASE, NOW)


def test_a_cycle_of_successors_is_gone_round_once_and_leads_to_nobody() -> None:
    told = Told().bodies("a", "b", "c")
    for day, (ended, after) in enumerate((("a", "b"), ("b", "c"), ("c", "a")), 1):
        told.event("Accession", f"2001-01-0{day}", ended=ended, survivor=after)
        told.event("LegalSuccession", f"2001-01-0{day}", predecessor=ended, successor=after)
    moment = told.hierarchy().at(NOW)
    found = lineage_of(moment, body("a"))
    assert (len(found.events), len(found.successions), found.today) == (3, 3, ())
    assert set(found.kin) == {body("a"), body("b"), body("c")}


def test_an_event_of_a_body_that_is_not_known_is_told_with_its_iri() -> None:
    told = Told().bodies("a").event("Accession", "2001-01-01", ended="a", survivor="nobody")
    moment = told.hierarchy().at(NOW)
    found = lineage_of(moment, body("a"))
    assert found.today == (body("nobody"),)
    (event,) = found.events
    assert event_json(moment, event, "kk")["bodies"]["survivor"] == [{"@id": body("nobody")}]
    out = StringIO()
    Console(file=out, width=200).print(draw_lineage(moment, moment.body(body("a")), found, "kk"))
    assert "жазбада мұндай орган жоқ" in out.getvalue()


@pytest.mark.parametrize("depth", [50])
def test_a_chain_of_fifty_leads_from_either_end_to_the_other(depth: int) -> None:
    told = Told().bodies(*(f"b{number}" for number in range(depth + 1)))
    for number in range(depth):
        day = f"{1950 + number}-06-01"
        told.event("Conversion", day, ended=f"b{number}", created=f"b{number + 1}")
    hierarchy = told.hierarchy()
    moment = hierarchy.at(NOW)
    first, last = body("b0"), body(f"b{depth}")
    assert lineage_of(moment, first).today == (last,)
    assert len(lineage_of(moment, last).events) == depth
    assert len(lineage_of(moment, first, depth=7).kin) == 8
    assert heirs_of(hierarchy.at(date(1960, 1, 1)), first) == [body("b10")]


def test_a_body_that_was_restored_has_two_lifetimes() -> None:
    told = Told().bodies("a")
    told.event("Establishment", "2001-01-01", created="a")
    told.event("Liquidation", "2005-01-01", ended="a")
    told.event("Establishment", "2010-01-01", created="a")
    hierarchy = told.hierarchy()
    lives = {2000: "no", 2003: "yes", 2007: "no", 2012: "yes"}
    for year, said in lives.items():
        assert hierarchy.at(date(year, 6, 1)).existence(body("a")).value == said
    assert lineage_of(hierarchy.at(date(2007, 6, 1)), body("a")).today == ()
    assert lineage_of(hierarchy.at(NOW), body("a")).today == (body("a"),)


def test_a_spin_off_ends_nothing_and_a_division_leads_to_each_part() -> None:
    told = Told().bodies("a", "b", "c", "d")
    told.event("SpinOff", "2001-01-01", survivor="a", created="b")
    moment = told.hierarchy().at(NOW)
    assert lineage_of(moment, body("a")).today == (body("a"),)
    told.event("Division", "2002-01-01", ended="a", created="c d")
    moment = told.hierarchy().at(NOW)
    assert set(lineage_of(moment, body("a")).today) == {body("c"), body("d")}
    assert lineage_of(moment, body("b")).today == (body("b"),)
