"""A query as the SPARQL protocol has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Its words, and the graphs that it is put to."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    #: What relative IRIs are relative to: the address that was asked.
    base: str | None = None
