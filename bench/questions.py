"""Superiors, subordinates, staff over HTTP: processor time per request beside the peer's.

The peer is asked by the SPARQL query that our own answer names in its `Link: rel="query"` header,
on the same quads, about the same bodies. It keeps parsed queries, so each question is measured
twice: asked for the first time, and asked again. Rounds of both servers alternate.
"""

from __future__ import annotations

import json
import re
import subprocess
from http.client import HTTPConnection
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from measure import DATASET, HOUSE, Server, free_port, heading, serving, shezhire_server

PEER_PYTHON = HOUSE / "build" / "peer" / "bin" / "python"
QUESTIONS = ("superiors", "subordinates", "staff")
ROUNDS = 4
OURS_AGAIN, THEIRS_AGAIN = 8, 2  # how often a round goes over its bodies again


def ask(link: HTTPConnection, path: str, accept: str) -> tuple[dict[str, str], bytes]:
    """Headers and body of one answer over an open connection."""
    link.request("GET", path, headers={"Accept": accept})
    answer = link.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"expected 200 for {path}; found {answer.status}: {body[:300]!r}")
    return {name.lower(): value for name, value in answer.getheaders()}, body


def all_slugs(link: HTTPConnection) -> list[str]:
    """The slugs of the bodies in the record, in the order of the list."""
    _, body = ask(link, "/api/bodies?limit=100", "application/json")
    return [item["slug"] for item in json.loads(body)["items"]]


def same_question(link: HTTPConnection, path: str) -> str:
    """The path at which the peer answers the same: the query that our answer points to."""
    headers, _ = ask(link, path, "application/json")
    links = re.findall(r'<([^>]+)>[^,]*?rel="?query"?', headers.get("link", ""))
    if not links:
        raise SystemExit(f'expected Link: rel="query" with {path}; found {headers.get("link")}')
    query = parse_qs(urlsplit(links[0]).query)["query"][0]
    return "/?" + urlencode({"query": query})


def milliseconds(server: Server, paths: list[str], times: int = 1) -> float:
    """Processor milliseconds of the server for one request, going over the paths in order."""
    accept = "application/json, application/sparql-results+json;q=0.9"
    link = server.connection()
    before = server.cpu_seconds()
    for path in paths * times:
        ask(link, path, accept)
    spent = server.cpu_seconds() - before
    link.close()
    return spent * 1000 / (len(paths) * times)


def compare(ours: Server, theirs: Server, question: str, slugs: list[str]) -> None:
    """One line: our time, theirs, the ratio; asked for the first time, and again."""
    mine = [f"/api/bodies/{quote(slug)}/{question}" for slug in slugs]
    link = ours.connection()
    yours = [same_question(link, path) for path in mine]
    first, again = [], []
    for part in range(ROUNDS):
        a, b = mine[part::ROUNDS], yours[part::ROUNDS]
        first.append((milliseconds(ours, a), milliseconds(theirs, b)))
        again.append((milliseconds(ours, a, OURS_AGAIN), milliseconds(theirs, b, THEIRS_AGAIN)))
    print(f"  {question:<13} first {ratio(first)}   again {ratio(again)}")


def ratio(rounds: list[tuple[float, float]]) -> str:
    """The means over all rounds and how many times less ours is, with the span of the rounds."""
    ours, theirs = (sum(times) / len(rounds) for times in zip(*rounds, strict=True))
    each = sorted(b / a for a, b in rounds)
    span = f"1/{theirs / ours:.0f} ({each[0]:.0f}–{each[-1]:.0f})"
    return f"{ours:6.2f} ms, peer {theirs:7.2f} ms: {span:<14}"


def peer_version() -> str:
    words = "from importlib.metadata import version as v; print(v('rdflib-endpoint'), v('rdflib'))"
    out = subprocess.run([PEER_PYTHON, "-c", words], capture_output=True, text=True, check=True)
    endpoint, rdflib = out.stdout.split()
    return f"rdflib-endpoint {endpoint} on rdflib {rdflib}"


def main() -> None:
    heading("bench/questions.py", "CPU of the server for one request over HTTP")
    print(f"  peer: {peer_version()}, the same quads, the query that our answer points to")
    port, other = free_port(), free_port()
    dump = (DATASET / "current").resolve() / "dump.nq.gz"
    peer = [PEER_PYTHON, HOUSE / "bench" / "peer.py", dump, str(other)]
    with (
        serving(shezhire_server(port), port, "/api/bodies?limit=1") as ours,
        serving(peer, other, "/?" + urlencode({"query": "ASK {}"})) as theirs,
    ):
        slugs = all_slugs(ours.connection())
        for question in QUESTIONS:
            compare(ours, theirs, question, slugs)


if __name__ == "__main__":
    main()
