"""What plain queries pay for being run in another process.

Two servers answer the same small queries over the same data by HTTP, in turn: ours, and the same
application with an evaluator that runs queries in a thread of the server, as it once did.
"""

from __future__ import annotations

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from measure import DATASET, HOUSE, PATIENCE, free_port, heading, serving

ROUNDS, WARM = 1000, 100
_FORM = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": "application/sparql-results+json",
}
_NAMES = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX shz: <https://w3id.org/shezhire/ns#> """
QUERIES = {
    "labels of twenty bodies": _NAMES
    + "SELECT ?b ?n { ?b a org:FormalOrganization ; skos:prefLabel ?n } LIMIT 20",
    "superiors of ten bodies": _NAMES + "SELECT ?b ?s { ?b shz:subordinateTo ?s } LIMIT 10",
    "bodies by kind": _NAMES
    + "SELECT ?k (COUNT(*) AS ?n) { ?b org:classification ?k } GROUP BY ?k",
    "yes or no": _NAMES + "ASK { ?b shz:under ?s }",
}


def in_process(port: int) -> None:
    """Serves the same application; its queries run in threads of this process."""
    sys.path.insert(0, str(HOUSE))
    import pyoxigraph as ox
    import uvicorn

    from api.app import create_app
    from api.evaluator import Answer, Evaluator, Query
    from api.guard import Patience
    from api.negotiation import RESULT_FORMS
    from api.server import configuration, listen
    from graph.store import open_generation

    class Inside(Evaluator):
        """Evaluates where it is asked."""

        threads = ThreadPoolExecutor(4)

        def start(self) -> None:
            """No process is needed."""

        async def run(self, query: Query, media: str) -> Answer:
            loop = asyncio.get_running_loop()
            return Answer(
                await loop.run_in_executor(self.threads, self.answered, query, media), media
            )

        def answered(self, query: Query, media: str) -> bytes:
            found = generation.store.query(query.text, base_iri=query.base)
            assert not isinstance(found, ox.QueryTriples)
            return found.serialize(format=RESULT_FORMS[media]) or b""

    generation = open_generation(DATASET)
    app = create_app(generation)
    app.state.served.evaluator.__class__ = Inside
    uvicorn.Server(configuration(app, Patience())).run(sockets=[listen("127.0.0.1", port)])


def ask(link: HTTPConnection, query: str) -> float:
    """Seconds until the whole answer is here."""
    body = urlencode({"query": query}).encode()
    began = time.perf_counter()
    link.request("POST", "/sparql", body, _FORM)
    answer = link.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"expected an answer; got {answer.status}")
    return time.perf_counter() - began


def compare(ours: HTTPConnection, peer: HTTPConnection, query: str) -> tuple[float, float, float]:
    """Median seconds of both, and the median of the ratios of answers side by side."""
    for _ in range(WARM):
        ask(ours, query)
        ask(peer, query)
    pairs = []
    for number in range(ROUNDS):
        if number % 2:
            theirs, here = ask(peer, query), ask(ours, query)
        else:
            here, theirs = ask(ours, query), ask(peer, query)
        pairs.append((here, theirs))
    mine, others = zip(*pairs, strict=True)
    return median(mine), median(others), median(here / theirs for here, theirs in pairs)


def main() -> None:
    """Prints the median of a thousand answers to each query."""
    heading("bench/workers.py", f"Small queries in another process ({ROUNDS} answers to each)")
    one, other = free_port(), free_port()
    free = ["--client-cpu=0", "--client-errors=0", "--log=off"]
    ours = [sys.executable, "-m", "graph", "serve", DATASET, "--port", str(one), *free]
    peer: list[str | Path] = [sys.executable, __file__, "inside", str(other)]
    with serving(ours, one, "/health") as a, serving(peer, other, "/health") as b:
        links = [HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE) for server in (a, b)]
        for name, query in QUERIES.items():
            spent = [server.cpu_seconds() for server in (a, b)]
            here, theirs, ratio = compare(*links, query)
            cpu = [server.cpu_seconds() - one for server, one in zip((a, b), spent, strict=True)]
            print(f"  {name}: {here * 1000:.2f} ms in a worker, {theirs * 1000:.2f} ms inside,")
            print(f"    {here / theirs:.2f} times; {ratio:.2f} side by side;", end=" ")
            print(f"{cpu[0] / cpu[1]:.2f} times the processor")


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        in_process(int(sys.argv[2]))
    else:
        main()
