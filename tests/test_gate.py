"""The gate: what it lets through kills nothing, what is honest it lets through."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.evaluator import Evaluator, Limits, Query
from api.gate import DEEPEST, LONGEST, LONGEST_RUN, inspect, inspect_update, plainly
from api.problems import RefusalError
from graph.errors import QueryError
from graph.store import STORE, Generation

HOUSE = Path(__file__).parent.parent
SUITE = HOUSE.parent / "shared" / "conformance" / "sparql11"
CSV, TURTLE = "text/csv", "text/turtle"

#: What queries are made of, and what is known to trouble those who read them.
WORDS = """SELECT ASK CONSTRUCT DESCRIBE WHERE OPTIONAL UNION MINUS FILTER EXISTS NOT GRAPH BIND
VALUES SERVICE FROM NAMED GROUP ORDER BY LIMIT OFFSET HAVING DISTINCT AS IN COUNT(*) CONCAT STR
REGEX IF UNDEF { } ( ) [ ] << >> <<( )>> {| |} ; , . * / ^ + ? ! - = < > && || # ' " \'\'\' \"\"\"
?s ?p ?o $x x:y : _:b <http://x/#y> <y> <#> 1 1.5e3 .5 true a "x" 'y'@en "1"^^x:y \\u0041 \\ é ә"""
WHOLE = ("PREFIX x: <http://x/>", "BASE <x:>", "{ ?s ?p ?o }", "SELECT * {", "ASK {", "\n", " ")
PIECES = st.sampled_from((*WORDS.split(), *WHOLE))


@pytest.fixture(scope="module")
def evaluator(generation: Generation) -> Iterator[tuple[asyncio.AbstractEventLoop, Evaluator]]:
    """One worker for all queries of this file, and the loop that it is asked from."""
    loop = asyncio.new_event_loop()
    held = Evaluator(generation.path / STORE, [], Limits(seconds=3, workers=1, rows=1000))
    yield loop, held
    held.close()
    loop.close()


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join))
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_the_gate_lets_through_kills_no_worker(
    evaluator: tuple[asyncio.AbstractEventLoop, Evaluator], words: str
) -> None:
    loop, held = evaluator
    told = ""
    try:
        media = held.check(Query(words), f"{CSV}, {TURTLE}")
        loop.run_until_complete(held.run(Query(words), media))
    except QueryError:
        pass
    except RefusalError as error:
        told = str(error) if error.status >= 500 else ""
    assert not told or "at most 3 s" in told or "bytes of memory" in told
    assert loop.run_until_complete(held.run(Query("ASK {}"), CSV)).whole()


UNITS = """ә 1 a. a- '\\ "\\ <a < {} ! ?a a:b ex <a> '' #
 \\u :: %41 @a- [] <<>> :\\a \\u0027 <' <?b#> SERVICE x. FROM"""
BROKEN = ("'''\n\\", '"""\n\\', "- ", "-#\n", "#\n", "ex ", "PREFIX a: <b> ", "''' ' \\''")


@pytest.mark.parametrize("unit", [*UNITS.split(), *BROKEN])
def test_reading_a_query_takes_a_time_that_grows_as_its_length(unit: str) -> None:
    def spent(length: int) -> float:
        words = "ASK { (" + unit * (length // len(unit))
        began = time.process_time()
        with suppress(QueryError, RefusalError):
            inspect(words, None)
        with suppress(QueryError, RefusalError):
            inspect_update(words)
        return time.process_time() - began

    assert spent(LONGEST - 50) < 3


def honest() -> list[Path]:
    """Own questions, and those of the suite whose answers it knows."""
    own = sorted((HOUSE / "api" / "queries").glob("*.rq"))
    return [*own, *sorted(SUITE.rglob("*.rq"))]


@pytest.mark.parametrize("path", honest(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_honest_queries_pass_and_stay_what_they_are(path: Path) -> None:
    words = path.read_text("utf-8")
    if "SERVICE" in words:
        pytest.skip("asks another endpoint")
    inspect(words, None)
    assert readable(plainly(words)) == readable(words)


def test_the_suite_is_beside_the_checkout() -> None:
    if not SUITE.is_dir():
        pytest.skip(f"no {SUITE}")
    assert len(honest()) > 300


def readable(words: str) -> bool:
    try:
        ox.Store().query(words, base_iri="http://x/")
    except (SyntaxError, RuntimeError):
        return False
    return True


@given(st.text(max_size=60))
def test_strings_and_addresses_are_the_same_when_written_plainly(words: str) -> None:
    literal = str(ox.Literal(words))
    (row,) = ox.Store().query(plainly(f"SELECT ({literal} AS ?x) {{}} # {literal!r}"))
    assert row["x"] == ox.Literal(words)


def test_the_same_address_when_written_plainly() -> None:
    query = "SELECT (<http://x/\\u0041?b=c&d=(e)#f> AS ?x) (<ж%41'> AS ?y) {}"
    for words in (query, plainly(query)):
        (row,) = ox.Store().query(words, base_iri="http://y/")
        assert row["x"] == ox.NamedNode("http://x/A?b=c&d=(e)#f")
        assert row["y"] == ox.NamedNode("http://y/ж%41'")


@pytest.mark.parametrize(
    "query",
    [
        "ASK { FILTER (" + "!#\n" * (LONGEST_RUN + 1) + "true) }",
        "ASK { " + "<< " * (DEEPEST + 1),
        "ASK { FILTER (?a <?b#>'''\n || 1) }#'''",
        "ASK { FILTER (?a<'>') }",
        "ASK { ?s ?p '''x }",
        'ASK { ?s ?p "x }',
        "SELECT * { SERVICEx:y { } }",
        "SELECT * { \\u0053ERVICE <http://x/> { } }",
        'SELECT * { ?s ?p "\\u0022 SERVICE <http://x/> {} # " }',
    ],
)
def test_what_engines_may_read_otherwise_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        inspect(query, None)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o FILTER(?o<3||?o>4) }",
        "SELECT * { VALUES (?a ?b) { (<http://x/#a> <http://x/#b>) (1 <http://x/'c>) } }",
        "SELECT * { ?s (<#a>|<#b>)/^<#c> ?o FILTER(?o IN (<#d>, <#e>)) }",
        "SELECT * { GRAPH service:g { ?s ?p ?o } }",
        "PREFIX service: <x:> SELECT * FROM NAMED service:g { ?s service:p ?o }",
        "SELECT * { << ?s ?p ?o >> ?q ?r FILTER(?a<<http://x/y>) }",
        "SELECT * { ?s ?p 'it\\'s' , '''a'b''c''' , \"\"\"a\"b\"\"\" , '' , \"\" }",
    ],
)
def test_what_only_looks_like_it_passes(query: str) -> None:
    assert inspect(query, None, frozenset()) == "SELECT"


@pytest.mark.parametrize(
    ("update", "passes"),
    [
        ("LOAD <http://x/>", False),
        ("PREFIX x: <http://x/> LOADx:y", False),
        ("CLEAR ALL; PREFIX load: <http://x/> LOAD load:y", False),
        ("PREFIX load: <http://x/> INSERT DATA { load:a load:b load:c }", True),
        ("PREFIX load: <http://x/> CLEAR GRAPH load:g", True),
        ("INSERT { ?s ?p ?o } WHERE { SERVICEx:y { ?s ?p ?o } }", False),
    ],
)
def test_updates_fetch_nothing(update: str, passes: bool) -> None:
    if passes:
        assert inspect_update(update) == update
    else:
        with pytest.raises(QueryError):
            inspect_update(update)
