"""What hostile queries do to a server: deep nesting, bombs alone and four at once.

Prints, for each, how the query ended and after how long, and in the end whether the server is the
same process, how long `/health` took meanwhile, and how much memory is held compared with before.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread

from measure import DATASET, HOUSE, Server, family, free_port, heading, serving

DEPTHS = (100, 1_000, 10_000, 100_000)
SECONDS, MEGABYTES, WORKERS = 3.0, 256, 4
#: The server, its workers, and the one that stands ready.
PROCESSES = 1 + WORKERS + 1
_DIRECT = {"Content-Type": "application/sparql-query", "Accept": "*/*"}
_PAUSE = 0.01
_MANY = " ".join(map(str, range(2000)))


def nestings(depth: int) -> dict[str, str]:
    """Ten constructs, each nested so many times."""

    def nested(before: str, start: str, middle: str, end: str, after: str) -> str:
        return before + start * depth + middle + end * depth + after

    return {
        "parentheses": nested("ASK { FILTER (", "(", "1", ")", ") }"),
        "groups": nested("ASK {", "{", "?s ?p ?o", "}", "}"),
        "OPTIONAL": nested("ASK {", "OPTIONAL {", "?s ?p ?o", "}", "}"),
        "UNION": nested("ASK {", "{} UNION {", "?s ?p ?o", "}", "}"),
        "sub-selects": nested("ASK {", "{SELECT * {", "?s ?p ?o", "}}", "}"),
        "signs": nested("ASK { FILTER (", "!", "true", "", ") }"),
        "paths": nested("ASK { ?s ", "(", "<p:>", ")*", " ?o }"),
        "blank nodes": nested("ASK { ?s ?p ", "[ ?p ", "1", " ]", " }"),
        "collections": nested("ASK { ?s ?p ", "( ", "1", " )", " }"),
        "EXISTS": nested("ASK {", "FILTER EXISTS {", "?s ?p ?o", "}", "}"),
        "functions": nested("ASK { FILTER (", "STR(", "1", ")", " = '1') }"),
        "minus": nested("ASK { FILTER (1 < ", "-(", "1", ")", ") }"),
    }


def _doubled(times: int) -> str:
    binds = (f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(times))
    return "BIND('0123456789' AS ?v0) " + " ".join(binds)


BOMBS = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path closure": "SELECT (COUNT(*) AS ?n) { ?a (<p:>|!<p:>)* ?b . ?b (<p:>|!<p:>)* ?c }",
    "nested stars": "SELECT (COUNT(*) AS ?n) { ?a ((((!<p:>)*)*)*/((!<p:>)*)*)* ?b }",
    "backtracking": (
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f "
        "FILTER REGEX(CONCAT(STR(?c), STR(?f)), '(.*a){12}(.*b){12}$', 'i') }"
    ),
    "GROUP_CONCAT": "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
    "doubling": f"SELECT (STRLEN(?v40) AS ?n) {{ {_doubled(40)} }}",
    "sorted product": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?b ?a",
    "VALUES product": (
        f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {_MANY} }} VALUES ?b {{ {_MANY} }}"
        f" VALUES ?c {{ {_MANY} }} }}"
    ),
    "chained sub-selects": "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"{{ SELECT ?a{n} {{ ?a{n} ?b{n} ?c{n} }} ORDER BY ?c{n} }}" for n in range(6))
    + "}",
}


@dataclass
class Watch:
    """How long `/health` took, in seconds, again and again."""

    took: list[float] = field(default_factory=list)
    failed: int = 0

    def worst(self, share: float) -> float:
        """The time that this share of the answers did not exceed."""
        return sorted(self.took)[min(int(len(self.took) * share), len(self.took) - 1)]


@contextmanager
def watched(server: Server) -> Iterator[Watch]:
    """Asks for `/health` without end, over one connection."""
    watch, over = Watch(), Event()

    def look() -> None:
        link = server.connection()
        while not over.wait(_PAUSE):
            began = time.perf_counter()
            try:
                link.request("GET", "/health")
                answer = link.getresponse()
                watch.failed += answer.status != 200 or not answer.read()
            except (OSError, HTTPException):
                watch.failed += 1
                link.close()
            watch.took.append(time.perf_counter() - began)
        link.close()

    thread = Thread(target=look)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()


@dataclass(frozen=True)
class Outcome:
    """How a query ended: the status, the seconds, whether a problem document said why."""

    name: str
    status: int
    seconds: float
    told: bool


def ask(server: Server, name: str, query: str) -> Outcome:
    """Puts a query and waits for the end of it."""
    link: HTTPConnection = server.connection()
    began = time.perf_counter()
    try:
        link.request("POST", "/sparql", query.encode(), _DIRECT)
        answer = link.getresponse()
        body, media = answer.read(), answer.headers.get_content_type()
        told = media == "application/problem+json" and b'"detail"' in body
        return Outcome(name, answer.status, time.perf_counter() - began, told)
    finally:
        link.close()


def at_once(server: Server, queries: Iterable[tuple[str, str]]) -> list[Outcome]:
    """Puts queries at the same time."""
    with ThreadPoolExecutor(WORKERS) as several:
        return list(several.map(lambda one: ask(server, *one), queries))


def held(server: Server) -> int:
    """Bytes of memory of the server and of its workers, shared pages shared out among them."""
    return sum(_share(pid) for pid in family(server.process.pid))


def _share(pid: int) -> int:
    try:
        sizes = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in sizes.splitlines() if line[:4] == "Pss:")


def hostile_server(dataset: Path, port: int, seconds: float = SECONDS) -> list[str | Path]:
    """The command of a server that bounds queries, but not what a client may spend."""
    bounds = {"query-timeout": seconds, "query-memory": MEGABYTES, "workers": WORKERS}
    options = [f"--{name}={value}" for name, value in bounds.items()]
    free = ["--client-cpu=0", "--client-errors=0", "--log=off"]
    command = [sys.executable, "-m", "graph", "serve", dataset, "--port", str(port)]
    return [*command, *options, *free]


def settled(server: Server) -> int:
    """Memory once every worker has answered plain queries, and the ended ones are gone."""
    plain = "SELECT * { ?s ?p ?o } LIMIT 10"
    for _ in range(10):
        at_once(server, [("plain", plain)] * WORKERS)
    end = time.monotonic() + SECONDS
    while len(family(server.process.pid)) != PROCESSES and time.monotonic() < end:
        time.sleep(_PAUSE)
    return held(server)


def main() -> None:
    """Prints all of it for the built dataset."""
    heading("bench/hostile.py", f"Hostile queries, {SECONDS:g} s and {MEGABYTES} MB for each")
    sys.path.insert(0, str(HOUSE))
    port = free_port()
    with serving(hostile_server(DATASET, port), port, "/health") as server:
        before, number = settled(server), server.process.pid
        with watched(server) as watch:
            for depth in DEPTHS:
                _print(f"nested {depth}", (ask(server, *one) for one in nestings(depth).items()))
            _print("bombs alone", (ask(server, *one) for one in BOMBS.items()))
            bombs = list(BOMBS.items())
            _print("bombs, four at once", at_once(server, bombs[:4]) + at_once(server, bombs[4:8]))
        after = settled(server)
        print(f"  /health: {len(watch.took)} answers, {watch.failed} failed,", end=" ")
        print(f"p50 {watch.worst(0.5) * 1000:.1f} ms, p99 {watch.worst(0.99) * 1000:.1f} ms")
        print(f"  memory: {before / 1e6:.0f} MB before, {after / 1e6:.0f} MB after")
        print(f"  same process: {server.process.poll() is None and server.process.pid == number}")


def _print(title: str, outcomes: Iterable[Outcome]) -> None:
    ends = (f"{one.name} {one.status} {one.seconds:.2f} s" for one in outcomes)
    print(f"  {title}: " + "; ".join(ends), flush=True)


if __name__ == "__main__":
    main()
