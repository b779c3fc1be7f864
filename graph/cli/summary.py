"""What a build says at its end: what is held, what was understood, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from graph.build import ActReport, BuildReport
from graph.cli.output import print_table


def print_report(report: BuildReport) -> None:
    """Summary, coverage and gaps to standard output; skipped acts and faults to standard error."""
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    typer.echo(f"{report.path}: generation {report.generation} as of {report.as_of}: {counts}\n")
    print_table(
        ("act", "text", "clauses read", "unread", "repairs", "claims", "statements"), _rows(report)
    )
    _print_gaps(report)
    if report.unchanged or report.damaged:
        typer.echo(f"acts read before and unchanged: {report.unchanged}{_damaged(report)}")
    for one in report.skipped:
        typer.echo(f"shezhire: skipped: {one}", err=True)
    for violation in report.violations:
        typer.echo(f"shezhire: the graph breaks the model: {violation}", err=True)


def _damaged(report: BuildReport) -> str:
    return f"; damaged in the cache, read again: {report.damaged}" if report.damaged else ""


def _rows(report: BuildReport) -> list[tuple[object, ...]]:
    _, _, *numbers = report.total.values()
    return [*map(_row, report.acts), ("in total", "", *numbers)]


def _row(act: ActReport) -> tuple[object, ...]:
    repairs = sum(act.repairs.values())
    return (
        act.key,
        act.language,
        act.understood,
        len(act.unread),
        repairs,
        act.claims,
        act.statements,
    )


def understood(acts: Sequence[ActReport]) -> Iterator[str]:
    """The share of parts that were understood, language by language."""
    for language in sorted({act.language for act in acts}):
        told = [act for act in acts if act.language == language]
        read = sum(act.understood for act in told)
        parts = read + sum(len(act.unread) for act in told)
        yield f"{language} {read} of {parts} ({read / max(parts, 1):.0%})"


def _print_gaps(report: BuildReport) -> None:
    typer.echo(f"parts understood: {', '.join(understood(report.acts))}")
    for act in report.acts:
        for place in act.unread:
            where = f"{act.file}:{place.line}:{place.column}: {place.clause}"
            typer.echo(f"unread: {where}: {place.reason}: «{_short(place.words)}»")
    lacking = [f"{len(found)} without {name}" for name, found in report.missing.items() if found]
    if lacking:
        typer.echo(f"bodies: {', '.join(lacking)}")
    if report.not_held:
        typer.echo(f"acts named but not held: {', '.join(report.not_held)}")
    graded = ", ".join(f"{count} {name}" for name, count in report.severities.items() if count)
    typer.echo(f"findings: {graded or 'none'} (shezhire findings shows them)")
    if report.doubts:
        typer.echo(f"pairs that may be one body: {report.doubts} (shezhire review shows them)")


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 100 else f"{plain[:100]}…"
