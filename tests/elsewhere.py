"""Engines of others, started as processes on the loopback and filled with a dataset."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from graph.store import Generation

_OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_PATIENCE = 120.0


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def _process(command: list[str], ready: str, folder: Path) -> Iterator[None]:
    """Runs a server until it is done with; it is ready when an address answers."""
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(process, ready, folder / "log")
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], ready: str, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(ready, timeout=5)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(log.read_text(errors="replace")[-2000:])


@contextmanager
def oxigraph(generation: Generation, folder: Path) -> Iterator[str]:
    """The address of an Oxigraph server that holds the quads of a generation."""
    if not _OXIGRAPH.exists():
        pytest.skip("no Oxigraph server in this environment (PyPI: oxigraph)")
    dump, port = folder / "dump.nq", free_port()
    dump.write_bytes(gzip.decompress((generation.path / "dump.nq.gz").read_bytes()))
    load = [str(_OXIGRAPH), "load", "--location", "store", "--file", str(dump)]
    subprocess.run(load, cwd=folder, check=True, capture_output=True)
    site = f"127.0.0.1:{port}"
    command = [str(_OXIGRAPH), "serve-read-only", "--location", "store", "--bind", site]
    with _process(command, f"http://{site}/", folder):
        yield f"http://{site}/query"


@contextmanager
def virtuoso(generation: Generation, folder: Path) -> Iterator[str]:
    """The address of a Virtuoso that holds them; it has no default graph, the view has a name."""
    if not os.environ.get("SHEZHIRE_TEST_VIRTUOSO"):
        pytest.skip("takes long: .ci/run asks for it (SHEZHIRE_TEST_VIRTUOSO)")
    server, client = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if server is None or client is None:
        pytest.skip("no Virtuoso on this machine (Debian: virtuoso-opensource-7-bin)")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, sql=sql, http=http))
    (folder / "dump.nq").write_bytes(_named_view(generation))
    with _process(
        [server, "-f", "+configfile", "virtuoso.ini"], f"http://127.0.0.1:{http}/", folder
    ):
        words = (
            f"DB.DBA.TTLP_MT(file_to_string_output('{folder}/dump.nq'), '', 'urn:none', 512, 0);"
            " checkpoint;"
        )
        done = subprocess.run(
            [client, f"localhost:{sql}", "dba", "dba", f"exec={words}"],
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert "Error" not in done.stderr + done.stdout, done.stderr + done.stdout
        yield f"http://127.0.0.1:{http}/sparql"


def _named_view(generation: Generation) -> bytes:
    view = ox.NamedNode(f"{generation.manifest.base}graph/view")
    quads = (
        ox.Quad(*q.triple, view) if isinstance(q.graph_name, ox.DefaultGraph) else q
        for q in generation.dump()
    )
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
[Plugins]
"""
