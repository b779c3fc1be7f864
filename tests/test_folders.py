"""A folder of acts as a steward drops it in: folders in folders, a mirror's own descriptions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from telling import Run

from graph.build import BuildReport, act_files, build
from graph.formats import read_side

HOUSE = Path(__file__).parent.parent
ACTS = HOUSE / "graph" / "acts"
#: An invented order in both languages, as a mirror keeps one.
RUSSIAN = """# О создании государственного учреждения «Музей воды»

Министерство культуры Сарыарки **ПОСТАНОВЛЯЕТ:**

1. Создать государственное учреждение «Музей воды» Министерства культуры Республики Казахстан.

2. Настоящее постановление вводится в действие со дня его подписания.
"""
KAZAKH = """# «Су мұражайы» мемлекеттік мекемесін құру туралы

Қазақстан Республикасының Үкіметі **ҚАУЛЫ ЕТЕДІ:**

1. Қазақстан Республикасы Мәдениет министрлігінің «Су мұражайы» мемлекеттік мекемесі құрылсын.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
"""
META = """act_code: '900001'
requisite: Постановление Правительства Республики Казахстан от 5 марта 2019 года № 901
title:
  rus: О создании государственного учреждения "Музей воды"
  kaz: «Су мұражайы» мемлекеттік мекемесін құру туралы
form: ПОСТ
type_codes:
- ПОСТ
approved_on: 2019-03-05
approved_by:
- '103000000000'
version_date:
  kaz: 2019-03-05
  rus: 2019-03-05
source:
  kaz: https://example.org/kaz
  rus: https://example.org/rus
"""
SLUG = "government/2019/0305-o-sozdanii-900001"


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A mirror of one act in two languages, with the mirror's description and no recorded day."""
    folder = tmp_path / "mirror" / SLUG
    folder.mkdir(parents=True)
    (folder / "rus.md").write_text(RUSSIAN, "utf-8")
    (folder / "kaz.md").write_text(KAZAKH, "utf-8")
    (folder / "meta.yaml").write_text(META, "utf-8")
    return tmp_path / "mirror"


def names(report: BuildReport) -> list[str]:
    return [act.file for act in report.acts]


def test_folders_in_folders_are_looked_into_and_files_are_named_from_the_top(
    tmp_path: Path,
) -> None:
    inner = tmp_path / "acts" / "2016" / "order"
    inner.mkdir(parents=True)
    for suffix in (".txt", ".yaml"):
        shutil.copy(ACTS / f"aktobe-2016-34.kk{suffix}", inner)
    report = build([tmp_path / "acts"], tmp_path / "out")
    assert names(report) == ["2016/order/aktobe-2016-34.kk.txt"]
    assert report.complete


def test_a_dataset_and_hidden_folders_among_the_acts_are_no_acts(tmp_path: Path) -> None:
    acts = tmp_path / "acts"
    acts.mkdir()
    for suffix in (".txt", ".yaml"):
        shutil.copy(ACTS / f"aktobe-2016-34.kk{suffix}", acts)
    (acts / ".hidden").mkdir()
    (acts / ".hidden" / "note.md").write_text("no act", "utf-8")
    build([acts], acts / "out")
    again = build([acts], acts / "out")
    assert names(again) == ["aktobe-2016-34.kk.txt"]
    assert again.complete


def test_a_link_in_a_circle_and_documents_of_other_forms_are_told(tmp_path: Path) -> None:
    inner = tmp_path / "acts" / "inner"
    inner.mkdir(parents=True)
    (inner / "circle").symlink_to(tmp_path / "acts")
    (inner / "order.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (inner / "scan.JPG").write_bytes(b"\xff\xd8\xff")
    (inner / "notes.csv").write_text("of no concern")
    told = {file.name: file.fault for file in act_files([tmp_path / "acts"])}
    assert told == {
        "inner/circle": "a link to a folder that holds it",
        "inner/order.doc": "a file that ends in .doc",
        "inner/scan.JPG": "a file that ends in .jpg",
    }
    for suffix in (".txt", ".yaml"):
        shutil.copy(ACTS / f"aktobe-2016-34.kk{suffix}", inner)
    report = build([tmp_path / "acts"], tmp_path / "out")
    assert {one.file for one in report.skipped} == set(told)
    assert names(report) == ["inner/aktobe-2016-34.kk.txt"]


def test_a_folder_that_cannot_be_listed_is_told_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "acts" / "closed").mkdir(parents=True)
    (tmp_path / "acts" / "order.md").write_text(RUSSIAN, "utf-8")
    listed = Path.iterdir

    def refused(folder: Path) -> object:
        if folder.name == "closed":
            # The user of a test may be one whom no permission keeps out.
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    told = {file.name: file.fault for file in act_files([tmp_path / "acts"])}
    assert told == {"closed": "permission denied", "order.md": ""}


@pytest.mark.parametrize("name", ["a\\b.kk.txt", "қаулы № 34 (көшірме).txt", "'; rm -rf.txt"])
def test_a_name_with_odd_letters_breaks_nothing(tmp_path: Path, name: str) -> None:
    acts = tmp_path / "acts" / "қалта 1"
    acts.mkdir(parents=True)
    shutil.copy(ACTS / "aktobe-2016-34.kk.txt", acts / name)
    shutil.copy(ACTS / "aktobe-2016-34.kk.yaml", (acts / name).with_suffix(".yaml"))
    report = build([tmp_path / "acts"], tmp_path / "out")
    assert names(report) == [f"қалта 1/{name}"]
    assert report.complete, report.violations


# ---------------------------------------------------------------- a mirror's own description


def test_an_act_of_a_mirror_without_a_recorded_day_is_refused_with_advice(
    run: Run, mirror: Path, tmp_path: Path
) -> None:
    ran = run("build", "--acts", mirror, "--out", tmp_path / "out")
    assert ran.code == 1
    assert f"{SLUG}/rus.md: expected the day" in ran.err
    assert "shezhire add" in ran.err


def test_add_takes_a_whole_mirror_in_with_what_its_descriptions_say(
    run: Run, mirror: Path, tmp_path: Path
) -> None:
    ran = run("add", mirror, "--recorded", "2026-11-21")
    assert (ran.code, ran.err) == (0, "")
    assert "2 taken in, 0 in the record already, 0 skipped" in ran.out
    side = read_side(mirror / SLUG / "rus.md")
    assert (side.language, side.act_code) == ("ru", "900001")
    assert side.requisites
    assert side.requisites.endswith("№ 901")
    again = run("add", mirror, "--recorded", "2026-11-22")
    assert "0 taken in, 2 in the record already" in again.out
    report = build([mirror], tmp_path / "out")
    assert [(act.key, act.language) for act in report.acts] == [
        ("government-2019-901", "kk"),
        ("government-2019-901", "ru"),
    ]
    assert report.complete


def test_a_description_with_the_recorded_day_is_a_side_file(mirror: Path, tmp_path: Path) -> None:
    file = mirror / SLUG / "meta.yaml"
    file.write_text(f'{META}recorded: "2026-11-21"\n', "utf-8")
    report = build([mirror], tmp_path / "out")
    assert [act.key for act in report.acts] == ["government-2019-901"] * 2
    assert report.complete


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("О создании", "Об исчислении налогов с добычи нефти и ", ""),
        ("'900001'", "900001", "words in quotes"),
        ("title:", "title: [", "YAML"),
    ],
)
def test_a_description_of_another_act_or_of_none_is_told_and_skipped(
    run: Run, mirror: Path, old: str, new: str, expected: str
) -> None:
    text = META.replace(old, new)
    if not expected:
        text = re.sub(r"(rus|kaz): [О«].*", r"\1: Об исчислении налогов с добычи нефти", META)
    (mirror / SLUG / "meta.yaml").write_text(text, "utf-8")
    ran = run("add", mirror, "--recorded", "2026-11-21")
    assert ran.code == 1
    assert (expected or "the title of the text") in ran.err
    assert f"{SLUG}/rus.md" in ran.err
    assert "0 taken in" in ran.out
