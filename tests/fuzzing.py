"""Bytes of strangers against everything that reads them, guided by what code they reach.

    python tests/fuzzing.py                      tells the targets
    python tests/fuzzing.py gate -runs=100000    libFuzzer's options follow the target

A target may refuse what it is given with an error of the project, and with nothing else.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import atheris
from docx import Document

#: What is watched, and so slowed down, is what the target is about.
WATCHED = {
    "gate": ["api.gate"],
    "update": ["api.gate"],
    "headers": ["api.negotiation"],
    "fields": ["api.sparql.fields"],
    "backup": ["graph.store"],
    "manifest": ["graph.store"],
    "register": ["graph.register"],
    "waivers": ["graph.findings"],
    "side": ["graph.formats"],
}

with atheris.instrument_imports(include=WATCHED.get("".join(sys.argv[1:2]), ["graph"])):
    from api.gate import inspect, inspect_update
    from api.negotiation import JSON_FORMS, choose, choose_language
    from api.sparql.fields import read_fields
    from graph.act import read_act
    from graph.claims import read_claims
    from graph.errors import ShezhireError
    from graph.findings import read_waivers
    from graph.formats import read_side, read_source
    from graph.model import SideFile
    from graph.register import Register
    from graph.store import read_manifest, restore

HERE = Path(__file__).parent
WORDING = HERE / "golden" / "wording" / "acts"
QUERIES = HERE.parent / "api" / "queries"
SCRATCH = Path(tempfile.mkdtemp(prefix="fuzzing-"))
RECORDED = date(2026, 11, 22)
Target = Callable[[bytes], object]


def words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def gate(data: bytes) -> None:
    """Whatever is let through is a query of one of four forms."""
    assert inspect(words(data), ()) in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def update(data: bytes) -> None:
    inspect_update(words(data))


def headers(data: bytes) -> None:
    text = data.decode("latin-1")
    choose_language(None, text, ("kk", "ru", "en"))
    choose(text, JSON_FORMS)


def fields(data: bytes) -> None:
    read_fields(data)


def file(name: str, data: bytes) -> Path:
    path = SCRATCH / name
    path.write_bytes(data)
    return path


def reads(suffix: str) -> Target:
    """The whole way of an act from bytes to claims; every quote is what the file has."""

    def read(data: bytes) -> None:
        source = read_source(file(f"act{suffix}", data))
        held = read_claims(read_act(source, SideFile(RECORDED, None)))
        for told in (*held.claims, *held.statements):
            for span in told.evidence.ranges:
                assert 0 <= span.start < span.end <= len(source.text)

    return read


def inside(data: bytes) -> None:
    """Bytes as the text of a document whose archive is whole: noise alone never opens one."""
    made = BytesIO()
    with ZipFile(BytesIO(EMPTY)) as whole, ZipFile(made, "w") as changed:
        for name in whole.namelist():
            held = data if name == "word/document.xml" else whole.read(name)
            changed.writestr(name, held)
    reads(".docx")(made.getvalue())


def empty_document() -> bytes:
    made = BytesIO()
    Document().save(made)
    return made.getvalue()


EMPTY = empty_document()


def side(data: bytes) -> None:
    file("act.yaml", data)
    read_side(file("act.txt", b""))


def waivers(data: bytes) -> None:
    read_waivers([file("waivers.yaml", data)])


def register(data: bytes) -> None:
    Register.load(file("register.json", data))


def manifest(data: bytes) -> None:
    file("manifest.json", data)
    read_manifest(SCRATCH)


def backup(data: bytes) -> None:
    out = SCRATCH / "restored"
    shutil.rmtree(out, ignore_errors=True)
    restore(file("backup.tar.gz", data), out)


TARGETS: dict[str, Target] = {
    "gate": gate,
    "update": update,
    "headers": headers,
    "fields": fields,
    "text": reads(".txt"),
    "markdown": reads(".md"),
    "html": reads(".html"),
    "docx": reads(".docx"),
    "inside": inside,
    "pdf": reads(".pdf"),
    "side": side,
    "waivers": waivers,
    "register": register,
    "manifest": manifest,
    "backup": backup,
}
#: What a target begins with: whole examples take it further than any noise does.
SEEDS: dict[str, list[Path]] = {
    "gate": sorted(QUERIES.glob("*.rq")),
    "text": sorted(WORDING.rglob("*.txt")),
    "markdown": sorted(WORDING.rglob("*.md")),
    "html": sorted(WORDING.rglob("*.md")),
    "side": sorted(WORDING.rglob("*.yaml")),
}


def careful(target: Target) -> Target:
    """The same target, for which a refusal in words is a good answer."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except ShezhireError:
            return

    return run


def main() -> None:
    """Fuzz one target until the options say stop; a crash ends with its traceback and its bytes."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"expected one of {', '.join(TARGETS)}")
    name = sys.argv.pop(1)
    seeds = SCRATCH / "seeds"
    seeds.mkdir()
    for number, path in enumerate(SEEDS.get(name, [])):
        shutil.copy(path, seeds / str(number))
    if name == "inside":
        with ZipFile(BytesIO(EMPTY)) as whole:
            (seeds / "document").write_bytes(whole.read("word/document.xml"))
    atheris.Setup([*sys.argv, f"-artifact_prefix={SCRATCH}/", str(seeds)], careful(TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
