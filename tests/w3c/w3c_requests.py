"""Requests and responses as manifests of the protocol write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpx
import pyoxigraph as ox
from rdflib.term import Node
from w3c_answers import said_as, same
from w3c_manifests import CNT, HT, MF, Case

_ENCODINGS = {"UTF-8": "utf-8", "UTF-16": "utf-16"}
#: Names of statuses and their classes, as the manifests have them.
_STATUSES = {
    "OK": range(200, 201),
    "Created": range(201, 202),
    "NoContent": range(204, 205),
    "NotFound": range(404, 405),
    "StatusCode2xx": range(200, 300),
    "StatusCode3xx": range(300, 400),
    "StatusCode4xx": range(400, 500),
}
_TABULAR = ("results+xml", "results+json", "text/csv", "tab-separated-values")


@dataclass(frozen=True)
class Exchange:
    """One request and what is expected of its response."""

    case: Case
    request: Node
    response: Node

    def send(self, client: httpx.Client, paths: Mapping[str, str]) -> httpx.Response:
        """Sends it; `paths` says where the endpoints of the manifest are, and what was located."""
        case = self.case
        path = str(case.value(self.request, HT.absolutePath))
        for written, meant in paths.items():
            at_start = written.startswith("/") and path.startswith(written)
            path = meant + path[len(written) :] if at_start else path
            path = path if written.startswith("/") else path.replace(written, meant)
        body = case.value(self.request, HT.body)
        url = httpx.URL(str(client.base_url)).copy_with(raw_path=path.encode())
        method = str(case.value(self.request, HT.methodName))
        headers = self.headers(self.request)
        request = httpx.Request(method, url, headers=headers, content=self._sent(body))
        if "authorization" in client.headers:
            request.headers["Authorization"] = client.headers["authorization"]
        return client.send(request)

    def _sent(self, body: Node | None) -> bytes | None:
        if body is None:
            return None
        encoding = _ENCODINGS[str(self.case.value(body, CNT.characterEncoding))]
        return str(self.case.value(body, CNT.chars)).encode(encoding)

    def headers(self, of: Node) -> list[tuple[str, str]]:
        """The headers of a request or a response."""
        nodes = self.case.items(self.case.value(of, HT.headers))
        pairs = (
            (self.case.value(n, HT.fieldName), self.case.value(n, HT.fieldValue)) for n in nodes
        )
        return [(str(name).lower(), str(value)) for name, value in pairs]

    def faults(self, answer: httpx.Response) -> Iterator[str]:
        """What is not as the manifest says."""
        wanted = [
            str(s).rpartition("#")[2] for s in self.case.values(self.response, MF.expectedStatus)
        ]
        if wanted and not any(answer.status_code in _STATUSES[name] for name in wanted):
            yield f"status {answer.status_code}, not {wanted}: {answer.text[:300]}"
            return
        yield from self._format_faults(answer)
        for name, value in self.headers(self.response):
            if answer.headers.get(name, "").partition(";")[0] != value.partition(";")[0]:
                yield f"{name}: {answer.headers.get(name)}, not {value}"
        body = self.case.value(self.response, HT.body)
        if body is not None:
            media = answer.headers["content-type"]
            sent = said_as(self._sent(body) or b"", media)
            if not same(said_as(answer.content, media), sent):
                yield f"another graph: {answer.text}"

    def _format_faults(self, answer: httpx.Response) -> Iterator[str]:
        form = self.case.value(self.response, MF.expectedFormat)
        media = answer.headers.get("content-type", "")
        known = {
            "boolean": any(kind in media for kind in _TABULAR),
            "tabular": any(kind in media for kind in _TABULAR),
            "RDF": ox.RdfFormat.from_media_type(media.partition(";")[0]) is not None,
        }
        if form is not None and not known[str(form)]:
            yield f"{media}, not {form}"
        truth = self.case.value(self.response, MF.expectedBoolean)
        if truth is not None and answer.json()["boolean"] is not truth.toPython():
            yield f"{answer.text}, not {truth}"

    def location(self) -> str | None:
        """What later requests call the place that the answer tells."""
        name = self.case.value(self.response, MF.expectedLocation)
        return str(name) if name is not None else None


def exchanges(case: Case) -> list[Exchange]:
    """The requests of a case, in order."""
    action = case.value(case.node, MF.action)
    assert action is not None
    requests = case.items(case.value(action, HT.requests))
    return [Exchange(case, r, case.value(r, HT.resp)) for r in requests]


def run(case: Case, client: httpx.Client, paths: Mapping[str, str]) -> list[str]:
    """Sends the requests of a case; what was not as expected, with the number of the request."""
    found, known = [], dict(paths)
    for number, exchange in enumerate(exchanges(case), 1):
        answer = exchange.send(client, known)
        found += [f"request {number}: {fault}" for fault in exchange.faults(answer)]
        if (name := exchange.location()) is not None:
            known[name] = answer.headers.get("location", "")
    return found
