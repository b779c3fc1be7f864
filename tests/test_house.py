"""The house keeps its own rules: the top level, the Makefile, the lock, the one way of imports."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from graph.cli import app

HOUSE = Path(__file__).parent.parent
ROOMS = ("graph", "api", "ontology", "shapes")
TOP = {
    *("pyproject.toml", "README.md", *ROOMS, "tests"),
    *("LICENSE", "CHANGELOG.md", "Makefile", ".gitignore", ".ci", ".github", "bench"),
}
DOCS = [path for path in (HOUSE / "README.md", *(HOUSE / ".github").glob("*.md")) if path.is_file()]
MODULES = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py"))


def project() -> dict:
    return tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))


def targets() -> set[str]:
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def tracked() -> list[str]:
    try:
        names = subprocess.run(
            ["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"not a git checkout: {error}")
    return [name for name in names.stdout.split("\0") if name]


def name_of(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


def test_top_level_holds_only_what_the_owner_named() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP


def test_makefile_has_the_promised_targets() -> None:
    assert {"serve", "test", "build", "bench", "format"} <= targets()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_what_the_documents_tell_to_type_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    # A command stands in code: indented by four, or between backquotes.
    assert set(re.findall(r"(?:^    |`|&& )make ([a-z]+)", text, re.MULTILINE)) <= targets()
    assert set(re.findall(r"(?:^    |`|&& )shezhire ([a-z]+)", text, re.MULTILINE)) <= commands


def test_every_dependency_is_locked_with_a_hash_and_no_address() -> None:
    lock = (HOUSE / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    locked = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    table = project()["project"]
    wanted = table["dependencies"] + table["optional-dependencies"]["dev"]
    assert {name_of(one) for one in wanted} <= locked
    assert "://" not in lock
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        assert "--hash=sha256:" in entry, entry


def test_every_dependency_has_a_lower_bound() -> None:
    table = project()["project"]
    for one in table["dependencies"] + table["optional-dependencies"]["dev"]:
        assert ">=" in one, one


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    for path in MODULES:
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert words.split("\n\n")[0].endswith("."), path


def test_functions_are_short_and_files_are_no_warehouses() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 350, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path}: {node.name}"
