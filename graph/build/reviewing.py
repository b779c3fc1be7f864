"""The queue for review: pairs of bodies that people have to decide on, with their words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from graph.build.context import words_around
from graph.dataset import Record
from graph.dataset.decided import decisions_of
from graph.model import ActClaims, Provision
from graph.register import Decision, Doubt, Entry, Register, Resolution

#: So many acts are quoted for each of two bodies.
SHOWN = 3


def last_day(record: Record) -> date:
    """The latest day on which something entered the record: an act, a date, a decision."""
    return max(*record.chronicle.days(), *(one.when for one in decisions_of(record)), date.min)


def keep_register(path: Path, content: bytes) -> None:
    """Write the register's file: the old one or the new one is there, whole, whatever happens."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    with beside.open("rb") as file:
        os.fsync(file.fileno())
    beside.replace(path)


def review(record: Record, register: Register) -> bytes:
    """The queue as `review.json`: the likeliest to be one body first, settled pairs last.

    `merged` are the slugs that gave way; `idle` decisions on bodies that there are not.
    """
    resolution = record.bodies
    if not isinstance(resolution, Resolution):
        return orjson.dumps({"items": [], "merged": {}, "idle": []})
    held = {(one.act.key, one.act.language): one for one in record.acts}
    shown = _Shown(register, held)
    rows = [shown.row(doubt, None) for doubt in sorted(resolution.doubts, key=_rank)]
    last = {frozenset((one.one, one.other)): one for one in resolution.decisions}
    settled = (
        shown.row(doubt, last.get(frozenset((doubt.one, doubt.other))))
        for doubt in sorted(resolution.settled, key=_rank)
    )
    content = {
        "items": [*rows, *settled],
        "merged": resolution.merged,
        "idle": [one for one in resolution.decisions if not _known(one, register)],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _rank(doubt: Doubt) -> tuple[bool, float, str, str]:
    return doubt.kind == "near-name", -doubt.score, doubt.one, doubt.other


def _known(decision: Decision, register: Register) -> bool:
    return None not in (register.entry(decision.one), register.entry(decision.other))


class _Shown:
    """Pairs as a person has to see them, with the clauses that name each."""

    def __init__(self, register: Register, held: dict[tuple[str, str], ActClaims]) -> None:
        self._register = register
        self._held = held
        self._parts: dict[tuple[str, str], dict[str, Provision]] = {}

    def row(self, doubt: Doubt, decision: Decision | None) -> dict[str, Any]:
        """A pair: `one` is the entry seen in more acts, which stays unless people say otherwise."""
        entries = [e for name in (doubt.one, doubt.other) if (e := self._register.entry(name))]
        kept, gone = sorted(entries, key=lambda entry: (-_seen(entry), entry.slug))
        return {
            "id": doubt.id,
            "kind": doubt.kind,
            "score": doubt.score,
            "one": self._entry(kept),
            "other": self._entry(gone),
            "decision": decision,
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        seen = list(self._contexts(entry))
        return {
            "slug": entry.slug,
            "names": sorted({name for name, _ in entry.seen}),
            "acts": _seen(entry),
            "seen": seen[:SHOWN],
        }

    def _contexts(self, entry: Entry) -> Iterator[dict[str, str]]:
        for (name, act), clause in sorted(entry.seen.items(), key=lambda one: (one[0][1], one)):
            texts = (part.text.string for part in self._clauses(act, clause))
            words = words_around(texts, name)
            yield {"act": act, "clause": clause, "name": name, "words": words}

    def _clauses(self, act: str, clause: str) -> Iterator[Provision]:
        for (key, language), held in self._held.items():
            if key == act:
                if (key, language) not in self._parts:
                    self._parts[key, language] = {p.eid: p for p in held.document.walk()}
                if clause in self._parts[key, language]:
                    yield self._parts[key, language][clause]


def _seen(entry: Entry) -> int:
    return len({act for _, act in entry.seen})
