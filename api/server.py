"""A server on an address and a port, over one dataset."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Mapping
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.elsewhere import Endpoint, fetch_generation
from api.evaluator import Limits
from api.guard import Budget, Patience, patient_protocol
from api.watch import Level, Log
from api.writing import read_token
from graph.errors import CallError

#: Seconds that answers under way have when the server is told to stop.
_GRACE = 10
_TAKEN = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


def serve(
    dataset: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    limits: Mapping[str, Any] | None = None,
    client_cpu: float = 60.0,
    client_errors: float = 300.0,
    log: Level = "slow",
    write_token_file: Path | None = None,
    store: str | None = None,
) -> None:
    """Serves until it is stopped; `port` 0 takes a free one. The address is told when it is ready.

    `limits` are the fields of `Limits`. `client_cpu` (seconds) and `client_errors` (answers) are
    what one client may spend at once; 0 stands for no bound.
    Who shows the token of the file, or of SHEZHIRE_WRITE_TOKEN, may write.
    With a `store`, the address of a SPARQL endpoint, its dataset is served in place of `dataset`.
    CallError when the address cannot be listened on; DatasetError when there is no dataset.
    """
    token, bounds = read_token(write_token_file), Limits(**(limits or {}))
    if store and token:
        raise CallError("expected --store or a write token: a store elsewhere is not written to")
    listener = listen(host, port)
    with listener, TemporaryDirectory(prefix="shezhire-") as folder:
        endpoint = Endpoint(store, bounds.seconds, bounds.size) if store else None
        app = create_app(
            fetch_generation(endpoint, Path(folder)) if endpoint else dataset,
            bounds,
            budget=Budget(cpu=client_cpu or inf, errors=client_errors or inf),
            log=Log(log),
            write_token=token,
            store=endpoint,
        )
        config = configuration(app, Patience())
        source = store or dataset
        print(f"serving {source} on {address(listener)}", file=sys.stderr, flush=True)
        uvicorn.Server(config).run(sockets=[listener])


def configuration(app: FastAPI, patience: Patience) -> uvicorn.Config:
    """How uvicorn serves the application: patient to a point, silent about itself."""
    return uvicorn.Config(
        app,
        http=patient_protocol(patience),
        ws="none",
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; CallError that names the address when it is taken or forbidden."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError) as error:
        listener.close()
        raise CallError(_refused(host, port, error)) from error
    return listener


def _refused(host: str, port: int, error: Exception) -> str:
    if getattr(error, "errno", None) == errno.EADDRINUSE:
        return f"port {port} of {host} is in use: choose another with --port"
    return f"cannot listen on {host}:{port}: {error}"


def address(listener: socket.socket) -> str:
    """The address as a browser takes it."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
