"""A document as plain data, for `shezhire read` and for golden files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model import Document, Fault, Provision, Range, Repair, Source


def document_json(document: Document) -> dict[str, Any]:
    """The tree of parts, the repairs and the faults as JSON values.

    Offsets count Unicode characters of the decoded file from 0; a range has the words as the
    file has them. Parts, repairs and faults come in the order of the document.
    """
    source = document.source
    return {
        "file": source.name,
        "sha256": source.sha256,
        "language": document.language,
        "parts": [_part(part, source) for part in document.parts],
        "repairs": [_repair(repair, source) for repair in document.repairs],
        "faults": [_fault(fault, source) for fault in document.faults],
    }


def _part(part: Provision, source: Source) -> dict[str, Any]:
    data: dict[str, Any] = {
        "eid": part.eid,
        "kind": part.kind.value,
        "number": part.number,
        "text": part.text.string,
        "ranges": _ranges(part.text.ranges(source), source),
    }
    if part.cells:
        data["cells"] = [cell.string for cell in part.cells]
    if part.children:
        data["children"] = [_part(child, source) for child in part.children]
    return data


def _repair(repair: Repair, source: Source) -> dict[str, Any]:
    return {
        "kind": repair.kind,
        "before": repair.before,
        "after": repair.after,
        "ranges": _ranges(repair.ranges, source),
    }


def _fault(fault: Fault, source: Source) -> dict[str, Any]:
    return {
        "kind": fault.kind,
        "clause": fault.clause,
        "detail": fault.detail,
        "ranges": _ranges(fault.ranges, source),
    }


def _ranges(ranges: Iterable[Range], source: Source) -> list[dict[str, Any]]:
    return [{"start": part.start, "end": part.end, "quote": source.quote(part)} for part in ranges]
