"""All acts of a build, each read once, wherever: what was read is on the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from graph.build.acts.files import ActFile
from graph.build.acts.reading import Progress, Raw, Skipped, shown, take_in
from graph.build.acts.shelf import Entry, Shelf
from graph.build.acts.workers import Job, Outcome
from graph.register import Ordered

#: Reads acts, in any order: here, in processes, on a cluster.
Readers = Callable[[Iterable[Job]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Harvest:
    """Acts in order of their files, and those that could not be read, in the same order."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]


def read_acts(files: list[ActFile], shelf: Shelf, readers: Readers, progress: Progress) -> Harvest:
    """Read what is not on the shelf; the outcome depends on the files alone.

    No more acts are in memory at once than are being read.
    """
    found: dict[int, Entry | Skipped] = {}
    raws: dict[int, Raw] = {}

    def tell(number: int, outcome: Entry | Skipped) -> None:
        found[number] = outcome
        progress("read", len(found), len(files))

    def jobs() -> Iterator[Job]:
        for number, file in enumerate(files):
            raw = take_in(file)
            known = shelf.find(raw) if isinstance(raw, Raw) else raw
            if known is not None:
                tell(number, known)
            elif isinstance(raw, Raw):
                raws[number] = raw
                yield number, raw

    for number, outcome in readers(jobs()):
        raw = raws.pop(number)
        tell(number, outcome if isinstance(outcome, Skipped) else shelf.put(raw, outcome))
    return _sorted_out(files, found)


def _sorted_out(files: list[ActFile], found: dict[int, Entry | Skipped]) -> Harvest:
    """Entries apart from those skipped; of two files of one edition, the second is skipped."""
    entries: dict[tuple[str, str], Entry] = {}
    skipped: list[Skipped] = []
    for number, file in enumerate(files):
        outcome = found[number]
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
            continue
        first = entries.setdefault((outcome.key, outcome.language), outcome)
        if first is not outcome:
            words = f"a second beside {first.file}: {outcome.key} ({outcome.language})"
            skipped.append(Skipped(shown(file.name), "one file for each edition of an act", words))
    return Harvest(tuple(entries.values()), tuple(skipped))


def in_turn(entries: Iterable[Entry], shelf: Shelf) -> list[Ordered]:
    """The acts of entries as the register takes them: their rolls one by one, off the shelf."""
    return [Ordered(one.order, one.key, one.language, partial(shelf.roll, one)) for one in entries]
