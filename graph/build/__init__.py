"""The whole way: acts in, a verified generation out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from graph.build.acts import (
    Harvest,
    Progress,
    Readers,
    Shelf,
    Skipped,
    act_files,
    endings,
    files_beside,
    in_processes,
    in_this_process,
    in_turn,
    read_acts,
    shelf_of,
)
from graph.build.conformance import conformance
from graph.build.faults import skipped_in, told_in
from graph.build.making import Made, make, manifest_of
from graph.build.page import report_page, texts
from graph.build.report import ActReport, BuildReport, Place, report_of, written
from graph.build.reviewing import keep_register, last_day, review
from graph.dataset import Sorted, make_record
from graph.errors import CallError, DataError
from graph.findings import WAIVERS, Waiver, read_waivers
from graph.register import DECISIONS, Register, read_decisions
from graph.store import Manifest, publish
from ontology import BASE

__all__ = [
    "ActReport",
    "BuildReport",
    "Place",
    "Progress",
    "Skipped",
    "act_files",
    "build",
    "report_page",
    "skipped_in",
    "texts",
    "told_in",
]


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def build(
    acts: Iterable[Path],
    out: Path,
    *,
    base: str = BASE,
    as_of: date | None = None,
    register: Path | None = None,
    waivers: Path | None = None,
    decisions: Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress = _silent,
) -> BuildReport:
    """Read acts, publish a generation under `out`, and say how it went.

    `acts` are files, or folders of files; `as_of` is the day of the view, by default the latest
    recorded day in the data. An act that cannot be read is skipped and told; the others are
    built. `waivers` is a file of findings that are closed; files called `waivers.yaml` in the
    folders are read as well; likewise `decisions` and `decisions.yaml`, of which bodies are one.
    `register` is a file of bodies that keep their IRIs: read where it is, written when the
    generation is there. `workers` processes read, or those of the Dask cluster whose
    scheduler is given; acts that have not changed since the last build are not read again. None
    of this changes a byte of the generation. Raises DataError when no act is left, CallError for
    wrong arguments, BusyError when another build writes to `out`.
    """
    _check_base(base)
    paths = list(acts)
    closed = read_waivers(files_beside(paths, WAIVERS, waivers))
    decided = read_decisions(files_beside(paths, DECISIONS, decisions))
    kept = register if register and register.exists() else None
    readers, known = _readers(workers, scheduler), Register.load(kept, decided)
    with shelf_of(out) as shelf:
        harvest = read_acts(act_files(paths), shelf, readers, progress)
        if not harvest.entries:
            told = "\n".join(map(str, harvest.skipped)) or f"no file that ends in {endings()}"
            raise DataError("at least one act that can be read", told, ", ".join(map(str, paths)))
        with Sorted(shelf.folder) as quads:
            held = _Held(harvest, shelf, known, closed)
            report, manifest, files = held.generation(quads, out, base, as_of, progress)
            progress("publish", 0, 1)
            manifest = publish(out, manifest, quads, files)
    if register:
        keep_register(register, files["register.json"])
    progress("publish", 1, 1)
    counted = replace(report, generation=manifest.generation, counts=manifest.counts)
    return replace(counted, unchanged=shelf.found, damaged=shelf.damaged)


def _check_base(base: str) -> None:
    if not base.startswith(("http://", "https://")) or not base.endswith(("/", "#")):
        raise CallError(f"{base}: expected a base IRI that begins with http and ends in / or #")


@dataclass(frozen=True, slots=True)
class _Held:
    """What a generation is made from: acts that were read, bodies known before, what is closed."""

    harvest: Harvest
    shelf: Shelf
    known: Register
    closed: tuple[Waiver, ...]

    def generation(
        self, quads: Sorted, out: Path, base: str, as_of: date | None, progress: Progress
    ) -> tuple[BuildReport, Manifest, dict[str, bytes]]:
        """Fill the quads, and tell what stands beside them.

        The record and the view are let go: beside the index and the store, which are made next,
        a thousand acts would need a third more memory.
        """
        entries, shelf = self.harvest.entries, self.shelf
        bodies = self.known.resolve_in_turn(in_turn(entries, shelf))
        record = make_record(map(shelf.get, entries), bodies, base)
        shelf.sweep()
        made = make(record, as_of or last_day(record), progress, self.closed, quads)
        report = report_of(made, self.harvest.skipped, out)
        return report, manifest_of(made), self._files(report, made)

    def _files(self, report: BuildReport, made: Made) -> dict[str, bytes]:
        """What stands beside the graph in a generation."""
        content = written(report, made.record)
        return {
            "register.json": self.known.dump(),
            "review.json": review(made.record, self.known),
            "report.json": content,
            "report.html": report_page(content).encode(),
            "report.ttl": conformance(made.record, made.breaks, made.findings, self.closed),
        }


def _readers(workers: int, scheduler: str | None) -> Readers:
    """By whom acts are read."""
    if scheduler is not None:
        # Who reads here need not have the library, nor wait for it.
        from graph.build.acts.cluster import on_cluster

        return partial(on_cluster, address=scheduler)
    if workers < 1:
        raise CallError(f"--workers {workers}: expected 1 or more")
    return in_this_process if workers == 1 else partial(in_processes, count=workers)
