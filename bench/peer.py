"""rdflib-endpoint over a dump: the same quads, the default graph and the named ones apart."""

from __future__ import annotations

import gzip
import sys
import warnings
from pathlib import Path

import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint


def main(dump: Path, port: int) -> None:
    warnings.simplefilter("ignore")
    dataset = Dataset()
    with gzip.open(dump, "rt", encoding="utf-8") as lines:
        dataset.parse(lines, format="nquads")
    uvicorn.run(SparqlEndpoint(graph=dataset), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
