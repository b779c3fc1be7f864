"""What the rules across claims say of a record, ranked: contradictions, gaps, defects, notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.dataset import Record
from graph.findings import (
    cited,
    edited,
    editions,
    effect,
    lists,
    names,
    orders,
    periods,
    regulations,
    said,
    services,
    texts,
)
from graph.findings.asked import Asked
from graph.findings.hit import SEVERITIES, Hit, messages, ranked
from graph.findings.waivers import WAIVERS, Waiver, read_waivers, waived
from graph.model import ActClaims, Finding

__all__ = [
    "RULES",
    "SEVERITIES",
    "WAIVERS",
    "Waiver",
    "find",
    "messages",
    "read_waivers",
    "waived",
]

#: Every rule, by subject: each looks at the whole record and yields what it found.
RULES: tuple[Callable[[Asked], Iterator[Hit]], ...] = (
    lists.competing_superiors,
    lists.form_against_heading,
    lists.names_without_inner_quotes,
    lists.owner_not_in_its_list,
    lists.list_in_another_chapter,
    lists.receivers_without_list,
    regulations.shared_competences,
    regulations.mixed_wording,
    regulations.retained_functions,
    regulations.shared_addresses,
    regulations.undefined_terms,
    names.spellings,
    names.doubtful_pairs,
    orders.cardinalities,
    orders.stated_against_read,
    orders.missing_instruments,
    orders.titles_against_headings,
    orders.missing_registrations,
    effect.missing_rules,
    effect.missing_publications,
    effect.acts_not_held,
    periods.acting_before,
    periods.acting_after,
    periods.used_after_repeal,
    periods.subordination_cycles,
    cited.days_told_otherwise,
    edited.lists_not_held,
    edited.rows_absent,
    services.totals_against_lines,
    services.times_of_paths,
    services.ends_without_output,
    texts.faults,
    texts.damage,
    texts.unread_clauses,
    texts.empty_attachments,
    texts.misprints,
)

#: Rules on bodies and acts: in which edition they are met makes no other finding of it.
ABOUT_THINGS = frozenset(
    {
        "act-day-differs",
        "act-not-held",
        "acting-after",
        "acting-before",
        "edited-list-not-held",
        "entry-missing",
        "near-names",
        "perhaps-one",
        "publication-date-missing",
        "receiver-without-list",
        "registration-missing",
        "subordination-cycle",
        "superior-competing",
        "used-after-repeal",
    }
)
#: Rules on acts held in two languages: each looks at both editions at once.
BETWEEN: tuple[Callable[[Record], Iterator[Hit]], ...] = (
    editions.other_wordings,
    editions.missing_clauses,
    editions.other_numbers,
    editions.other_events,
    editions.other_entries,
    said.differently_said,
    said.said_once,
)


def find(record: Record) -> list[Finding]:
    """All findings on a record, the gravest first, boilerplate last within its severity.

    Each edition of an act is looked at by itself, beside the other acts: their words are not in
    one file, and what both say is not said twice.
    """
    hits = [hit for rule in BETWEEN for hit in rule(record)]
    told: set[tuple[object, ...]] = set()
    for edition, asked in enumerate(_by_edition(record)):
        for hit in (hit for rule in RULES for hit in rule(asked)):
            content = hit.rule, tuple(sorted(hit.subjects))
            if hit.rule not in ABOUT_THINGS or content not in told:
                hits.append(replace(hit, edition=edition))
            told.add(content)
    return ranked(hits)


def _by_edition(record: Record) -> list[Asked]:
    """What each edition of the acts says by itself, each with the next."""
    found: list[Asked] = []
    for layer in reversed(record.editions()):
        alone = _only(record, layer) if len(record.acts) > len(layer) else record
        found.append(Asked(alone, record, found[-1] if found else None))
    return found[::-1]


def _only(record: Record, layer: dict[str, ActClaims]) -> Record:
    """The record with one edition of each act."""
    documents = {id(held.document) for held in layer.values()}
    return replace(
        record,
        acts=tuple(layer.values()),
        claims=tuple(c for c in record.claims if id(c.document) in documents),
        statements=tuple(s for s in record.statements if id(s.document) in documents),
    )
