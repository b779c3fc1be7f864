"""Dates of effect that hang on something not held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.findings.asked import Asked
from graph.findings.hit import Hit, Span
from graph.model import ActClaims, Amendment, Evidence, ProvisionKind

#: Rules of entry (codes of entry-rules) that count from a publication.
_FROM_PUBLICATION = ("publication-day", "days-after-publication")


def missing_rules(asked: Asked) -> Iterator[Hit]:
    """Acts that print no rule of entry into force."""
    for held in asked.record.acts:
        if held.act.entry is None:
            yield Hit(
                "entry-missing",
                tuple(
                    asked.whole(held, part)
                    for part in held.document.parts
                    if part.kind is ProvisionKind.REQUISITES
                ),
                (asked.record.iris.act(held.act.key),),
            )


def missing_publications(asked: Asked) -> Iterator[Hit]:
    """Acts, held or not, whose effect counts from a publication date that nobody gave."""
    waiting: dict[str, list[Span]] = defaultdict(list)
    for held in asked.record.acts:
        entry = held.act.entry
        if entry and entry.kind in _FROM_PUBLICATION:
            waiting[held.act.key].append(_span(held, entry.evidence))
        for change in _changes(held):
            if change.rule in _FROM_PUBLICATION:
                waiting[change.by].append(_span(held, change.evidence))
    for act, spans in sorted(waiting.items()):
        if asked.record.chronicle.given("publication", act) is None:
            yield Hit(
                "publication-date-missing",
                tuple(spans),
                (asked.record.iris.act(act),),
                {"act": asked.act_name(act)},
            )


def acts_not_held(asked: Asked) -> Iterator[Hit]:
    """Acts that changed or repealed a held text, and are not held themselves."""
    absent: dict[str, list[Span]] = defaultdict(list)
    for held in asked.record.acts:
        for change in _changes(held):
            if change.by not in asked.record.chronicle.acts:
                absent[change.by].append(_span(held, change.evidence))
    for act, spans in sorted(absent.items()):
        yield Hit(
            "act-not-held",
            tuple(spans),
            (asked.record.iris.act(act),),
            {"act": asked.act_name(act)},
        )


def _changes(held: ActClaims) -> list[Amendment]:
    repeal = [held.act.repealed_by] if held.act.repealed_by else []
    return [*held.act.amendments, *repeal]


def _span(held: ActClaims, evidence: Evidence) -> Span:
    return held.act.key, evidence.clause, evidence.ranges
