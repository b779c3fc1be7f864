"""More quads than memory holds become one sorted dump."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from graph.dataset import Layers, Sorted

GRAPHS = (None, URIRef("https://example.org/graph/claims"), URIRef("https://example.org/graph/x"))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
triples = st.sets(st.tuples(*[st.sampled_from("abc").map(lambda s: URIRef(f"e:{s}"))] * 2, words))
layers = st.dictionaries(
    st.sampled_from(GRAPHS), triples.map(lambda held: {(s, p, Literal(o)) for s, p, o in held})
)


@given(st.lists(layers, max_size=6), st.integers(0, 4))
def test_quads_in_runs_on_disk_are_those_in_memory(parts: list[Layers], run: int) -> None:
    whole: Layers = {graph: set() for part in parts for graph in part}
    for part in parts:
        for graph, held in part.items():
            whole[graph] |= held
    with Sorted(run=run) as quads:
        for part in parts:
            quads.add(part)
        quads.settle()
        assert list(quads) == list(quads) == list(Sorted.of(whole))
        assert quads.graphs == Sorted.of(whole).graphs
        assert [line.decode() for line in quads] == sorted(line.decode() for line in quads)


def test_runs_leave_no_file_behind(tmp_path: Path) -> None:
    with Sorted(tmp_path, run=0) as quads:
        quads.add({None: {(URIRef("e:s"), URIRef("e:p"), Literal("сөз"))}})
        quads.settle()
        assert list(quads) == ['<e:s> <e:p> "сөз" .'.encode()]
    assert not list(tmp_path.iterdir())
