"""What a server lets a query and a client take, as options of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer


def _option(name: str, told: str, **more: Any) -> Any:
    """An option that the environment can set too."""
    return typer.Option(envvar=f"SHEZHIRE_{name}", help=told, **more)


Workers = Annotated[int, _option("WORKERS", "Processes that run queries.", min=1)]
Timeout = Annotated[float, _option("QUERY_TIMEOUT", "Seconds that a query may take.", min=0.1)]
Cpu = Annotated[
    float, _option("QUERY_CPU", "Seconds of the processor that a query may take.", min=0.1)
]
Memory = Annotated[int, _option("QUERY_MEMORY", "Megabytes that a query may take.", min=16)]
Rows = Annotated[int, _option("QUERY_ROWS", "Rows or triples of an answer, at most.", min=1)]
Size = Annotated[int, _option("QUERY_BYTES", "Bytes of an answer, at most.", min=1000)]
Services = Annotated[
    list[str] | None,
    _option("ALLOW_SERVICE", "An endpoint that SERVICE may ask; none if not said.", metavar="IRI"),
]
ClientCpu = Annotated[
    float,
    _option("CLIENT_CPU", "CPU seconds that one client may spend; 0 for no bound.", min=0),
]
ClientErrors = Annotated[
    float, _option("CLIENT_ERRORS", "Mistakes that one client may make; 0 for no bound.", min=0)
]
Noted = Annotated[
    Literal["off", "slow", "all"],
    typer.Option(help="Requests that are noted as JSON lines: slow and failed ones, or all."),
]
WriteToken = Annotated[
    Path | None,
    typer.Option(
        "--write-token-file",
        dir_okay=False,
        help="A file with the token of who may write; else SHEZHIRE_WRITE_TOKEN; else nobody may.",
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help="A SPARQL 1.1 endpoint whose dataset is served in place of DATASET."
    ),
]
