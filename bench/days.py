"""Time and descent on generated bodies: as-of tree, lineage, diff of a subtree, memory, the view.

Deterministic by its seed. Prints, never judges. Each part runs in a process of its own, so that
the memory of one is not counted with another.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pyoxigraph as ox
from country import FIRST, LAST, REGIONS, WIDEST, Country
from measure import heading

from graph.hierarchy import Hierarchy
from graph.hierarchy.compact.making import index_of
from graph.hierarchy.diff import diff
from graph.hierarchy.lineage import lineage_of
from graph.view import build_view
from ontology import BASE

ROUNDS = 40
#: The sizes of the country of which the view is built, to see whether its cost is linear.
SIZES = (5_000, 10_000, 20_000, 50_000)


def measure(name: str, ask: Callable[[int], object]) -> None:
    """Processor time of one answer, in milliseconds: first, median and worst of ROUNDS."""
    spent = []
    for number in range(ROUNDS):
        start = time.process_time()
        ask(number)
        spent.append((time.process_time() - start) * 1e3)
    first, median, worst = spent[0], sorted(spent)[ROUNDS // 2], max(spent)
    print(f"  {name}: median {median:.2f} ms, first {first:.2f} ms, worst {worst:.2f} ms")


def memory() -> float:
    """The memory that the process holds now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def make(asked: argparse.Namespace) -> None:
    """Makes the index, as a build does, and writes it to the file."""
    quads = list(Country(asked.bodies, asked.seed).quads())
    start = time.process_time()
    written = index_of(quads, BASE)
    spent = time.process_time() - start
    print(f"  index of {len(quads)} quads made in {spent:.1f} s, {len(written) / 1e6:.0f} MB")
    asked.index.write_bytes(written)


def answer(asked: argparse.Namespace) -> None:
    """Loads the index, as a server does, and answers."""
    gc.disable()
    country, before, start = Country(asked.bodies, asked.seed), memory(), time.process_time()
    hierarchy = Hierarchy.load(ox.Store(), BASE, LAST, index=asked.index.read_bytes())
    spent = time.process_time() - start
    gc.enable()
    gc.freeze()
    facts = len(hierarchy.record.facts)
    print(f"  {facts} facts loaded in {spent:.2f} s of CPU, {memory() - before:.0f} MB")
    _ask(country, hierarchy, asked.seed)
    print(f"  memory after these answers: {memory() - before:.0f} MB")
    moment = hierarchy.at(FIRST + (LAST - FIRST) / 2)
    moment.tree(hierarchy.find("b0"))
    print(f"  memory after the tree of all on a day: {memory() - before:.0f} MB")


def _ask(country: Country, hierarchy: Hierarchy, seed: int) -> None:
    widest = hierarchy.find(f"b{country.departments.start}")
    # all bodies are there on the last days; on others trees are smaller
    late = [LAST - timedelta(days=number) for number in range(1, ROUNDS + 1)]
    chance = Random(seed)
    any_day = [date.fromordinal(chance.randint(FIRST.toordinal(), LAST.toordinal())) for _ in late]
    for name, days in (("the last days", late), ("any day of the decades", any_day)):
        label = f"as-of tree of {WIDEST} bodies, each on a new day, {name}"
        measure(label, lambda n, days=days: hierarchy.at(days[n]).tree(widest))
    moment = hierarchy.at(LAST)
    last = country.bodies - 1
    measure("lineage", lambda n: lineage_of(moment, hierarchy.find(f"b{last - n}")))
    regions = [hierarchy.find(f"b{number}") for number in range(1, REGIONS + 1)]
    sizes = {iri: len(moment.under(iri)) for iri in country_tops(country, hierarchy) + regions}
    top = min(sizes, key=lambda iri: abs(sizes[iri] - 1000))
    for name, fresh in (("days asked before", False), ("days new to the index", True)):
        label = f"diff over a year of {sizes[top]} bodies, {name}"
        measure(label, lambda n, fresh=fresh: _diff(hierarchy, top, n if fresh else 0))


def country_tops(country: Country, hierarchy: Hierarchy) -> list[str]:
    """The departments: where regions have many more, one of them has about a thousand bodies."""
    return [hierarchy.find(f"b{number}") for number in country.departments]


def _diff(hierarchy: Hierarchy, top: str, number: int) -> object:
    last = LAST - timedelta(days=30 + number)
    return diff(hierarchy.at(last - timedelta(days=365)), hierarchy.at(last), top)


def view(asked: argparse.Namespace) -> None:
    """Builds the view of a country."""
    record = Country(asked.bodies, asked.seed).record()
    gc.collect()
    start = time.process_time()
    built = build_view(record, LAST)
    spent = time.process_time() - start
    each = spent / asked.bodies * 1e6
    told = f"{len(built.triples)} triples in {spent:.1f} s, {each:.0f} µs a body"
    print(f"  view of {asked.bodies} bodies: {told}")


PARTS = {"make": make, "answer": answer, "view": view}


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--bodies", type=int, default=50_000)
    reader.add_argument("--seed", type=int, default=4)
    reader.add_argument("--part", choices=PARTS, help="One part only, as this script runs it.")
    reader.add_argument("--index", type=Path, help="Where the index lies between two parts.")
    asked = reader.parse_args()
    if asked.part:
        PARTS[asked.part](asked)
        return
    heading("bench/days.py", f"{asked.bodies} generated bodies, seed {asked.seed}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "index"
        for part in ("make", "answer"):
            _run(part, asked.bodies, asked.seed, file)
        for size in SIZES:
            if size <= asked.bodies:
                _run("view", size, asked.seed, file)


def _run(part: str, bodies: int, seed: int, file: Path) -> None:
    sizes = ["--bodies", str(bodies), "--seed", str(seed)]
    command = [sys.executable, __file__, "--part", part, "--index", str(file), *sizes]
    sys.stdout.flush()
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
