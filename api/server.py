"""A server on an address and a port, over one dataset."""

from __future__ import annotations

import errno
import socket
import sys
from pathlib import Path

import uvicorn

from api.app import create_app
from graph.errors import CallError

_TAKEN = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


def serve(
    dataset: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    workers: int = 2,
    query_timeout: float = 10.0,
) -> None:
    """Serves until it is stopped; `port` 0 takes a free one. The address is told when it is ready.

    CallError when the address cannot be listened on; DatasetError when there is no dataset.
    """
    listener = listen(host, port)
    with listener:
        app = create_app(dataset, workers=workers, query_timeout=query_timeout)
        config = uvicorn.Config(app, log_level="warning", server_header=False)
        print(f"serving {dataset} on {address(listener)}", file=sys.stderr, flush=True)
        uvicorn.Server(config).run(sockets=[listener])


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
