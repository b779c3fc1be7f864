"""A generation made of quads that came from elsewhere: its manifest is read from them."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from graph.errors import DatasetError
from graph.store.generation import DUMP, Generation, open_generation
from graph.store.manifest import FORMAT, NAME, ActEntry, Manifest
from graph.store.publish import fill_store, place
from ontology import ELI, SHZ

_CLAIMS = "graph/claims"
_COLUMNS = ("edition", "name", "hash", "recorded", "title", "number", "day")
_EDITIONS = f"""SELECT ?edition ?name ?hash ?recorded ?title ?number ?day {{
  GRAPH ?g {{ ?file <{ELI.embodies}> ?edition ; <{SHZ.fileName}> ?name ; <{SHZ.sha256}> ?hash ;
    <{SHZ.recordedFrom}> ?recorded }}
  ?act <{ELI.date_document}> ?day
  FILTER (strstarts(str(?edition), concat(str(?act), "/")))
  OPTIONAL {{ ?act <{ELI.title}> ?title }}
  OPTIONAL {{ ?act <{ELI.number}> ?number }}
}} ORDER BY ?edition ?title ?number"""


def keep_fetched(out: Path, quads: Iterable[ox.Quad]) -> Generation:
    """Publishes quads as a generation under `out`; the same quads give the same name.

    DatasetError when they hold no graph of claims.
    """
    held = {str(quad) + " ." for quad in quads}
    dump = "".join(f"{line}\n" for line in sorted(held)).encode()

    def fill(folder: Path) -> Manifest:
        packed = gzip.compress(dump, compresslevel=1, mtime=0)
        (folder / DUMP).write_bytes(packed)
        fill_store(folder, dump)
        manifest = _manifest(ox.parse(dump, format=ox.RdfFormat.N_QUADS))
        named = replace(manifest, files={DUMP: sha256(packed).hexdigest()}).named()
        (folder / NAME).write_bytes(named.written())
        return named

    place(out, fill)
    return open_generation(out)


def _manifest(quads: Iterable[ox.Quad]) -> Manifest:
    store = ox.Store()
    store.bulk_extend(quads)
    sizes = Counter(map(_graph, store))
    base = next((n.removesuffix(_CLAIMS) for n in sizes if n.endswith(f"/{_CLAIMS}")), None)
    acts = tuple(_acts(store, base)) if base else ()
    if base is None or not acts:
        raise DatasetError(f"claims of acts (…/{_CLAIMS})", f"{len(sizes)} other graphs", "store")
    counts = {"acts": len({act.key for act in acts}), "editions": len(acts), "quads": len(store)}
    as_of = max(act.recorded for act in acts)
    graphs = dict(sorted(sizes.items()))
    return Manifest("", FORMAT, version("shezhire"), base, as_of, counts, graphs, acts, {})


def _graph(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "default"


def _acts(store: ox.Store, base: str) -> Iterator[ActEntry]:
    """The editions whose files are held, each once."""
    rows = cast(Iterable[ox.QuerySolution], store.query(_EDITIONS))
    seen = set()
    for row in rows:
        said = {n: str(row[n].value) if row[n] else "" for n in _COLUMNS}
        key, _, language = said["edition"].removeprefix(f"{base}act/").rpartition("/")
        if said["edition"] not in seen:
            seen.add(said["edition"])
            day, recorded = (date.fromisoformat(said[name]) for name in ("day", "recorded"))
            about = (said["title"], day, said["number"], said["name"], said["hash"], recorded)
            yield ActEntry(key, language, *about)
