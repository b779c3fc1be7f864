"""What is no act, or not all of one: named with its reason, skipped, and the rest is built."""

from __future__ import annotations

import json
import os
import shutil
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from pypdf import PdfWriter
from telling import read_text
from typer.testing import CliRunner

from graph.build import BuildReport, build, skipped_in, told_in
from graph.build.acts import ActFile, Skipped
from graph.build.acts.reading import take_in
from graph.cli import app
from graph.errors import DataError, NotAnActError, ShezhireError, SideFileError
from graph.formats import raw as raw_room
from graph.formats import read_raw, read_source
from graph.store import open_generation

ACT = Path(__file__).parent.parent / "graph" / "acts" / "aktobe-2016-34.kk.txt"
SIDE = 'recorded: "2026-11-21"\n'
ENGLISH = "The Government resolves to establish a state institution and to approve its rules. " * 9
UZBEK = "Вазирлар Маҳкамаси қарор қилади: давлат муассасаси ўз низоми билан тасдиқлансин. " * 9
BULGARIAN = (
    "Министерският съвет постановлява: държавното учреждение се закрива от деня на обнародването. "
    * 2
)
KARAKALPAK = "Министрлер Кабинети қарар етеди: мәкеме нызамға муўапық ҳәм халық ушын дүзилсин. " * 3
GERMAN = "Die Regierung beschließt, eine staatliche Behörde zu gründen und ihr Statut. " * 9
PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"


def pdf(*, password: str = "") -> bytes:
    """A page without any text: what a scanner that knows no letters makes."""
    writer, data = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(data)
    return data.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as zipped:
        for name, words in files.items():
            zipped.writestr(name, words)
    return data.getvalue()


def docx(before: bytes, words: bytes) -> bytes:
    """A document whose XML has a declaration of its own, and words that use it."""
    data = BytesIO()
    document = Document()
    document.add_paragraph("О мерах")
    document.save(data)
    with ZipFile(data) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    head, rest = files["word/document.xml"].split(b"?>", 1)
    files["word/document.xml"] = head + b"?>" + before + rest.replace("О мерах".encode(), words)
    return archive(files)


LEVELS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
BOMB = docx(f'<!DOCTYPE x [<!ENTITY e0 "ha">{LEVELS}]>'.encode(), b"&e8;")
OUTSIDE = docx(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', b"&e;")

#: Files that are no acts, by name, and a word of the reason why.
FILES = {
    "english.txt": (ENGLISH.encode(), "a text in Latin letters"),
    "uzbek.txt": (UZBEK.encode(), "another language (likely Uzbek)"),
    "bulgarian.txt": (BULGARIAN.encode(), "another language (likely Bulgarian)"),
    "karakalpak.txt": (KARAKALPAK.encode(), "another language"),
    "chinese.txt": ("共和国政府决定将国家机构更名。".encode(), "another language"),
    "german.md": (f"# {GERMAN}\n\n{GERMAN}".encode(), "a text in Latin letters"),
    "scan.pdf": (pdf(), "a scan: 0 letters on 1 pages"),
    "locked.pdf": (pdf(password="secret"), "a locked one"),
    "cut.pdf": (pdf()[:300], "a damaged one"),
    "bomb.docx": (archive({"word/document.xml": b"0" * 50_000_000}), "a zip bomb"),
    "xml-bomb.docx": (BOMB, ""),
    "outside.docx": (OUTSIDE, ""),
    "not-found.html": (PAGE.format("404 Not Found", "nginx").encode(), "the page of an error"),
    "login.html": (
        PAGE.format("Кіру", "<form>Логин <input type=password></form>").encode(),
        "the page of an error",
    ),
    "works.html": (
        PAGE.format("Әділет", "На сайте ведутся технические работы").encode(),
        "the page of an error: «технические работы",
    ),
    "script.html": (
        PAGE.format("Акты", "You need to enable JavaScript to run this app").encode(),
        "the page of an error",
    ),
    "captcha.html": (
        PAGE.format("Just a moment...", "Verify you are human by the captcha").encode(),
        "the page of an error",
    ),
    "empty.txt": (b"", "an empty file"),
    "blank.md": (b"\n \xef\xbb\xbf\n", "an empty file"),
    "utf16.txt": (ACT.read_text("utf-8").encode("utf-16"), "text in UTF-16"),
    "broken.txt": (ACT.read_bytes()[:3000] + b"\xff\xfe" + ACT.read_bytes()[3000:], "the byte 0x"),
    "cut.txt": (ACT.read_bytes()[: ACT.read_bytes().index("қ".encode()) + 1], "it is cut off"),
    "prose.txt": (("Бұл жерде акт жоқ, тек әңгіме ғана бар. " * 40).encode(), ""),
    "data.txt": (b"text\x00\x01\x02" * 99, "binary data"),
}
#: Side files that cannot be true of the act beside them, and a word of the reason why.
SIDES = {
    "number": (SIDE + 'requisites: "Постановление акимата Актюбинской области от '
               '4 февраля 2016 года № 35"\n', "№ 35"),
    "day": (SIDE + 'requisites: "Постановление акимата Актюбинской области от '
            '5 февраля 2016 года № 34"\n', "5 февраля"),
    "type": (SIDE + 'requisites: "Приказ Министра образования и науки Республики Казахстан от '
             '4 февраля 2016 года № 34"\n', "Приказ Министра"),
    "issuer": (SIDE + 'requisites: "Постановление акимата Карагандинской области от '
               '4 февраля 2016 года № 34"\n', "Карагандинской"),
    "twice": (SIDE + SIDE, "`recorded` more than once"),
    "language": (SIDE + "language: ru\n", "«ru»"),
    "unknown-language": (SIDE + "language: xx\n", "«xx»"),
    "types": ("recorded: 2026-11-21\ncomplete: [1]\n", "[1]"),
    "no-day": ("recorded: 2026-13-45\n", "month must be in 1..12"),
    "future": ('recorded: "2016-01-01"\n', "2016-01-01"),
    "list": ("- recorded\n", "list"),
    "aliases": ("a: &a [x]\nrecorded: *a\n", "an alias"),
    "deep": ("[" * 9000, "recursion"),
    "bytes": (b"recorded: \xff\n", "0xff"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One good act between many that are none."""
    place = tmp_path_factory.mktemp("acts")
    for suffix in (".txt", ".yaml"):
        shutil.copy(ACT.with_suffix(suffix), place)
        shutil.copy(ACT.with_suffix(suffix), place / f"other-line{suffix}")
    with (place / "other-line.txt").open("a") as file:
        file.write("\n")
    for name, (data, _) in FILES.items():
        (place / name).write_bytes(data)
        (place / name).with_suffix(".yaml").write_text(SIDE)
    for name, (words, _) in SIDES.items():
        shutil.copy(ACT, place / f"side-{name}.txt")
        data = words if isinstance(words, bytes) else words.encode()
        (place / f"side-{name}.yaml").write_bytes(data)
    (place / "sideless.txt").write_bytes(ACT.read_bytes())
    (place / "folder.txt").mkdir()
    (place / "loop.txt").symlink_to("loop.txt")
    (place / "nowhere.txt").symlink_to("gone.txt")
    os.mkfifo(place / "pipe.txt")
    for name in ("folder", "loop", "nowhere", "pipe", "huge", "two\nlines"):
        (place / f"{name}.yaml").write_text(SIDE)
    with (place / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    shutil.copy(ACT, place / "two\nlines.txt")
    shutil.copy(ACT, os.fsencode(place) + b"/\xff.txt")
    shutil.copy(ACT.with_suffix(".yaml"), os.fsencode(place) + b"/\xff.yaml")
    return place


@pytest.fixture(scope="module")
def report(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build([folder], tmp_path_factory.mktemp("out"))


REASONS = {
    **{name: reason for name, (_, reason) in FILES.items()},
    **{f"side-{name}.txt": reason for name, (_, reason) in SIDES.items()},
    "sideless.txt": "none",
    "folder.txt": "a directory",
    "loop.txt": "too many levels of symbolic links",
    "nowhere.txt": "no such file",
    "pipe.txt": "a pipe",
    "huge.txt": "200 MB",
    "two\\nlines.txt": "lines.txt",
    "\\xff.txt": "udcff.txt",
    "other-line.txt": f"a second beside {ACT.name}",
}


@pytest.mark.parametrize("name", REASONS)
def test_what_is_no_act_is_named_with_its_reason(report: BuildReport, name: str) -> None:
    told = {one.file: one for one in report.skipped}
    assert name in told
    assert REASONS[name] in told[name].found


def test_the_rest_is_built_and_nothing_is_passed_over(report: BuildReport) -> None:
    assert [act.file for act in report.acts] == [ACT.name]
    assert {one.file for one in report.skipped} == set(REASONS)
    assert not report.complete


def test_the_reports_name_what_was_skipped(report: BuildReport) -> None:
    generation = open_generation(report.path)
    told = json.loads(generation.file("report.json"))
    rows = told["skipped"]
    assert {row["file"] for row in rows} == set(REASONS)
    assert (told["total"]["acts"], told["total"]["skipped"]) == (1, len(REASONS))
    assert told["total"]["understood"] == told["acts"][0]["understood"]
    page = generation.file("report.html").decode()
    assert all(escape(row["file"]) in page and escape(row["found"]) in page for row in rows)
    assert "/etc/passwd" not in page
    assert "root:" not in page


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_why_a_file_was_skipped_is_said_in_the_language_of_the_reader(
    report: BuildReport, language: str
) -> None:
    for one in report.skipped:
        expected = told_in(language, one.expected)
        assert expected != one.expected or expected == "YAML", one
        # What is found may be the words of a file, of the system, or of a library.
        found = told_in(language, one.found)
        assert found != one.found or not one.found.startswith(("a ", "an ", "the ")), one
        assert found in skipped_in(language, one)


@pytest.mark.parametrize("command", ["read", "add", "build", "validate"])
def test_every_command_answers_bad_files_without_a_traceback(
    folder: Path, tmp_path: Path, command: str
) -> None:
    for name in sorted(FILES):
        path = tmp_path / name
        shutil.copy(folder / name, path)
        words = [
            command,
            str(path),
            *(["--out", str(tmp_path / "o")] if command == "build" else []),
        ]
        error = CliRunner().invoke(app, words).exception
        assert isinstance(error, ShezhireError), (name, error)
        assert name in str(error) or command == "build"


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "act.txt"
    shutil.copy(ACT, path)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    # The user of a test may be one whom no permission keeps out.
    monkeypatch.setattr(raw_room.os, "open", refused)
    with pytest.raises(NotAnActError, match="permission denied"):
        read_source(path)
    assert isinstance(take_in(ActFile("act.txt", path)), Skipped)


def test_a_file_that_changes_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "act.txt"
    shutil.copy(ACT, path)
    whole = os.fdopen

    def growing(handle: int, *words: str, **options: bool) -> object:
        with path.open("a") as file:
            file.write("more")
        return whole(handle, *words, **options)

    monkeypatch.setattr(raw_room.os, "fdopen", growing)
    with pytest.raises(DataError, match="one that changes while it is read"):
        read_raw(path)


OWN_WORDS = {
    "kk": "# Атау туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n1. Бекітілсін.\n",
    "ru": "# О наименовании\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n1. Утвердить.\n",
}


@pytest.mark.parametrize("language", OWN_WORDS)
@pytest.mark.parametrize(
    ("issuer", "agrees"),
    [
        ("Постановление Правительства Республики Казахстан", True),
        ("Приказ Министра юстиции Республики Казахстан", False),
        ("Постановление акимата Карагандинской области", False),
    ],
)
def test_who_passed_an_act_is_told_by_its_enacting_words_too(
    language: str, issuer: str, agrees: bool
) -> None:
    requisites = f"{issuer} от 3 марта 2014 года № 7"
    if agrees:
        assert read_text(OWN_WORDS[language], language, requisites).act.issuer
        return
    with pytest.raises(SideFileError, match="requisites of the text"):
        read_text(OWN_WORDS[language], language, requisites)


def test_a_joint_act_is_passed_by_each_of_its_issuers() -> None:
    words = (
        "# О границах\n\nАкимат Карагандинской области ПОСТАНОВЛЯЕТ и Карагандинский областной "
        "маслихат РЕШИЛ:\n\n1. Утвердить границы.\n"
    )
    requisites = "Постановление акимата Карагандинской области от 3 марта 2014 года № 7"
    assert read_text(words, "ru", requisites).act.number == "7"


FIRST = "# О мельницах\n\nПравительство ПОСТАНОВЛЯЕТ:\n\n1. Создать мельницу.\n\n{}"
ORDERS = "Министр\n\n# О садах\n\nПРИКАЗЫВАЮ:\n\n1. Создать сад.\n"
BY = "Постановление Правительства Республики Казахстан от 1 марта 2019 года № 5"


@pytest.mark.parametrize(
    "second",
    [ORDERS, "# Бақтар туралы\n\nҮкімет ҚАУЛЫ ЕТЕДІ:\n\n1. Бақ құрылсын.\n"],
)
def test_a_second_act_in_a_file_is_no_more_of_the_first(second: str) -> None:
    with pytest.raises(NotAnActError, match="one act, in one language"):
        read_text(FIRST.format("2. Построить ветряную мельницу.\n\n" * 9 + second), "ru", BY)


def test_a_draft_in_an_act_may_enact() -> None:
    draft = "2. Внести проект Указа на рассмотрение.\n\n" + ORDERS
    assert read_text(FIRST.format(draft), "ru", BY).act.number == "5"


def test_a_file_whose_lines_do_not_end_is_named(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    path.write_bytes(FIRST.format("").replace("\n", "\r").encode())
    with pytest.raises(NotAnActError, match="carriage return"):
        read_source(path)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "# Атау туралы\n\nҚарағанды облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n\n1. Бекітілсін.\n"),
        ("ru", "# Об имени\n\nАкимат Карагандинской области ПОСТАНОВЛЯЕТ:\n\n1. Утвердить.\n"),
    ],
)
@pytest.mark.parametrize("place", ["Карагандинской", "Павлодарской"])
def test_an_akim_and_the_akimat_of_a_place_are_one_issuer(
    language: str, words: str, place: str
) -> None:
    requisites = f"Постановление акима {place} области от 3 марта 2014 года № 7"
    if place == "Карагандинской":
        assert read_text(words, language, requisites).act.number == "7"
        return
    with pytest.raises(SideFileError, match="requisites of the text"):
        read_text(words, language, requisites)
