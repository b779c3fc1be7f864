"""Time and descent on generated bodies: as-of tree, lineage, diff of a subtree, memory.

Deterministic by its seed. Prints, never judges.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

import pyoxigraph as ox
from measure import heading

from graph.hierarchy import Hierarchy
from graph.hierarchy.diff import diff
from graph.hierarchy.lineage import lineage_of
from ontology import BASE, ORG, RDF, SHZ, SKOS, XSD, code

CLAIMS = ox.NamedNode(f"{BASE}graph/claims")
FIRST, LAST = date(1991, 12, 16), date(2025, 12, 31)
REGIONS, WIDEST, ROUNDS = 20, 400, 20


class Country:
    """Quads of bodies under departments under regions, with decades of changes."""

    def __init__(self, bodies: int, seed: int) -> None:
        self.random = Random(seed)
        self.bodies = bodies
        self.departments = range(REGIONS + 1, REGIONS + 1 + max(2, bodies // 100))
        self.count = 0
        self.bounds: set[str] = set()

    def quads(self) -> Iterator[ox.Quad]:
        """All quads, body by body; the first department has WIDEST bodies of its own."""
        wide = self.departments.stop + WIDEST
        weights = [self.random.paretovariate(1.2) for _ in self.departments]
        for number in range(self.bodies):
            yield from self._named(number)
            if number == 0:
                continue
            if number <= REGIONS:
                above = 0
            elif number in self.departments:
                above = 1 + number % REGIONS
            elif number < wide:
                above = self.departments.start
            else:
                (above,) = self.random.choices(self.departments[1:], weights[1:])
            yield from self._life(number, above)

    def _life(self, number: int, above: int) -> Iterator[ox.Quad]:
        day = self._day(FIRST)
        yield from self._event(SHZ.Establishment, day, (SHZ.created, number))
        yield from self._under(number, above, day)
        moves = int(self.random.expovariate(1.0)) if number > self.departments.stop + WIDEST else 0
        for _ in range(moves):
            day = self._day(day)
            above = self.random.choice(self.departments[1:])
            yield from self._event(
                SHZ.Transfer, day, (SHZ.transferred, number), (SHZ.toBody, above)
            )
            yield from self._under(number, above, day)

    def _day(self, after: date) -> date:
        return after + timedelta(days=self.random.randrange(1, max(2, (LAST - after).days)))

    def _named(self, number: int) -> Iterator[ox.Quad]:
        node = _body(number)
        yield ox.Quad(node, _node(RDF.type), _node(ORG.FormalOrganization))
        label = ox.Literal(f"Мекеме {number}", language="kk")
        yield ox.Quad(node, _node(SKOS.prefLabel), label)

    def _under(self, number: int, above: int, day: date) -> Iterator[ox.Quad]:
        claim = self._new("claim")
        yield _say(claim, RDF.subject, _body(number))
        yield _say(claim, RDF.predicate, _node(SHZ.subordinateTo))
        yield _say(claim, RDF.object, _body(above))
        yield _say(claim, SHZ.subordinationBasis, _node(code("subordination-bases", "order")))
        yield from self._evidence(claim, day)

    def _event(self, kind: str, day: date, *roles: tuple[str, int]) -> Iterator[ox.Quad]:
        event = self._new("event")
        yield _say(event, RDF.type, _node(kind))
        for role, number in roles:
            yield _say(event, role, _body(number))
        yield from self._evidence(event, day)

    def _new(self, kind: str) -> ox.NamedNode:
        self.count += 1
        return _node(f"{BASE}{kind}/{self.count:016x}")

    def _evidence(self, node: ox.NamedNode, day: date) -> Iterator[ox.Quad]:
        yield _say(node, SHZ.certainty, _node(SHZ.Stated))
        yield _say(node, SHZ.clause, _node(f"{BASE}act/a-{day.year}-{day.month}/point_1"))
        for name in ("startsNotBefore", "startsNotAfter"):
            bound = _node(f"{BASE}bound/{name}{day}")
            yield _say(node, SHZ.boundedBy, bound)
            if bound.value not in self.bounds:
                self.bounds.add(bound.value)
                yield _say(bound, SHZ.boundProperty, _node(SHZ[name]))
                yield _say(bound, SHZ.boundDate, ox.Literal(str(day), datatype=_node(XSD.date)))
                yield _say(bound, SHZ.boundReason, _node(code("bound-reasons", "signing")))


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


def _body(number: int) -> ox.NamedNode:
    return _node(f"{BASE}body/b{number}")


def _say(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(subject, _node(predicate), value, CLAIMS)


def measure(name: str, ask: Callable[[int], object]) -> None:
    """Processor time of one answer, in milliseconds: median and worst of ROUNDS."""
    spent = []
    for number in range(ROUNDS):
        start = time.process_time()
        ask(number)
        spent.append((time.process_time() - start) * 1e3)
    spent.sort()
    print(f"  {name}: median {spent[len(spent) // 2]:.2f} ms, worst {spent[-1]:.2f} ms")


def memory() -> float:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--bodies", type=int, default=50_000)
    reader.add_argument("--seed", type=int, default=4)
    asked = reader.parse_args()
    heading("bench/days.py", f"{asked.bodies} generated bodies, seed {asked.seed}")
    country, before, start = Country(asked.bodies, asked.seed), memory(), time.process_time()
    hierarchy = Hierarchy.load(ox.Store(), BASE, LAST, country.quads())
    print(f"  index of {country.count} facts: {time.process_time() - start:.1f} s, ", end="")
    print(f"{memory() - before:.0f} MB")
    widest = hierarchy.find(f"b{country.departments.start}")
    # the last days, when all bodies are there: trees of earlier days are smaller
    days = [LAST - timedelta(days=number) for number in range(1, ROUNDS + 1)]
    measure(
        f"as-of tree of {WIDEST} bodies, each on a new day",
        lambda n: hierarchy.at(days[n]).tree(widest),
    )
    moment = hierarchy.at(LAST)
    measure("lineage", lambda n: lineage_of(moment, hierarchy.find(f"b{asked.bodies - 1 - n}")))
    regions = [hierarchy.find(f"b{number}") for number in range(1, REGIONS + 1)]
    sizes = {iri: len(moment.subordinates(iri)) for iri in regions}
    region = min(regions, key=lambda iri: abs(sizes[iri] - 1000))
    for name, fresh in (("days asked before", False), ("days new to the index", True)):
        label = f"diff of {sizes[region]} bodies, {name}"
        measure(label, lambda n, fresh=fresh: _diff(hierarchy, region, n if fresh else 0))


def _diff(hierarchy: Hierarchy, region: str, number: int) -> object:
    last = LAST - timedelta(days=30 + number)
    return diff(hierarchy.at(last - timedelta(days=365)), hierarchy.at(last), region)


if __name__ == "__main__":
    main()
