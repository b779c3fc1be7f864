"""Speed of reading by format, and how time and memory grow with the number of acts.

`python bench/size.py 1000 10000` makes so many acts of the real ones (see vary.py) and reads them
in one process, through to claims and the register, without RDF; the acts stream over the disk.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from docx import Document
from measure import heading
from vary import write_acts

from graph.build.acts import act_files, in_this_process, in_turn, read_acts, read_one, shelf_of
from graph.errors import ShezhireError
from graph.register import Register

SIZES = (1_000, 10_000)
#: Acts from which the speed is measured, after as many that warm up.
MIXTURE = 80
#: How often; the best counts, since others use the machine as well.
RUNS = 3


def speeds(folder: Path) -> None:
    """Prints the kilobytes of text read a second of processor time, by format."""
    paths = write_acts(folder, range(2 * MIXTURE))
    print("  reading through to claims, kB of text a second of CPU:")
    for name, made in FORMATS.items():
        files = [made(path) for path in paths]
        texts = sum(path.stat().st_size for path in paths[MIXTURE:]) / 1000
        read_all(files[:MIXTURE])
        best = min(timed(lambda part=files[MIXTURE:]: read_all(part)) for _ in range(RUNS))
        print(f"    {name}: {texts / best:.0f} kB/s ({texts:.0f} kB of the acts' own text)")


def read_all(files: Iterable[Path]) -> None:
    """Read each file, what cannot be read as well."""
    for path in files:
        try:
            read_one(path)
        except ShezhireError as error:
            sys.exit(f"expected acts that can be read: {error}")


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def as_html(path: Path) -> Path:
    """The act as a page of the law portal has it, in outline."""
    title, *rest = _paragraphs(path)
    body = "".join(f"<p>{escape(one)}</p>\n" for one in rest)
    page = f"<html><body><h1>{escape(title)}</h1><article>\n{body}</article></body></html>"
    return _beside(path, ".html", page.encode())


def as_docx(path: Path) -> Path:
    """The act as a document of a word processor."""
    title, *rest = _paragraphs(path)
    document = Document()
    document.add_heading(title, 0)
    for one in rest:
        document.add_paragraph(one)
    place = _beside(path, ".docx", b"")
    document.save(str(place))
    return place


def _paragraphs(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8").replace("\\", "").replace("# ", "")
    return [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]


def _beside(path: Path, suffix: str, data: bytes) -> Path:
    place = path.with_name(f"{path.stem}-{suffix[1:]}{suffix}")
    place.write_bytes(data)
    place.with_suffix(".yaml").write_bytes(path.with_suffix(".yaml").read_bytes())
    return place


FORMATS: dict[str, Callable[[Path], Path]] = {
    "text and Markdown": lambda path: path,
    "HTML": as_html,
    "DOCX": as_docx,
}


def measure(count: int) -> None:
    """Prints, as JSON, what reading and resolving so many acts takes."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_acts(Path(folder) / "acts", range(count))
        size = sum(path.stat().st_size for path in paths)
        register, told = Register(), []
        with shelf_of(Path(folder) / "out") as shelf:
            start = time.process_time()
            harvest = read_acts(act_files(paths), shelf, in_this_process, _tell)
            told.append(time.process_time() - start)
            start = time.process_time()
            for _ in register.resolve_each(in_turn(harvest.entries, shelf)):
                pass
            told.append(time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    entries = len(register.entries)
    print(json.dumps([len(harvest.entries), size, *told, memory, entries]))


def _tell(stage: str, done: int, total: int) -> None:
    if done % 1_000 == 0:
        print(f"    {done} of {total}: {time.process_time():.0f} s of CPU", file=sys.stderr)


def growth(counts: Iterable[int]) -> None:
    """Prints time per act and memory for each number of acts, each in a process of its own."""
    for count in counts:
        command = [sys.executable, __file__, "--measure", str(count)]
        line = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        acts, size, read, resolved, memory, entries = json.loads(line)
        print(
            f"  {acts} acts, {size / 1e6:.1f} MB: read and kept {1000 * read / acts:.1f} ms an act "
            f"({size / 1000 / read:.0f} kB/s), register {1000 * resolved / acts:.1f} ms an act, "
            f"{entries} bodies, {memory:.0f} MB at most"
        )


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]))
        return
    heading("bench/size.py", "Many acts in one process, from files to claims and the register")
    with tempfile.TemporaryDirectory() as folder:
        speeds(Path(folder))
    growth(map(int, sys.argv[1:]) if sys.argv[1:] else SIZES)


if __name__ == "__main__":
    main()
