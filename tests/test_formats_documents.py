"""DOCX and PDF documents give up their words, or are refused by name."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pypdf import PdfReader, PdfWriter

from graph.act import read_act
from graph.errors import NotAnActError
from graph.formats import docx as docx_room
from graph.formats import read_side, read_source
from graph.formats.pdf_page import Page

ACTS = Path(__file__).parent.parent / "graph" / "acts"


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def an_act() -> Document:
    document = Document()
    title = document.add_paragraph("О мерах")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("В соответствии с законом ПРИКАЗЫВАЮ:")
    document.add_paragraph('1. Создать "Центр" <нового> *типа*.')
    signature = document.add_table(1, 2).rows[0].cells
    signature[0].text, signature[1].text = "Министр", "А. Иванов"
    stamp = document.add_table(1, 2)
    stamp.rows[0].cells[1].text = "Приложение 2\nк приказу Министра\nот 1 марта 2019 года № 5"
    document.add_heading("Перечень", 2)
    table = document.add_table(0, 2)
    for number, name in (("1", "Первое"), ("2", "Второе")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = number, name
    return document


def test_a_docx_document_is_read_as_an_act(tmp_path: Path) -> None:
    path = tmp_path / "act.docx"
    an_act().save(str(path))
    (tmp_path / "act.yaml").write_text('recorded: "2026-11-21"\n')
    source = read_source(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    document = read_act(source, read_side(path))
    assert document.language == "ru"
    parts = {part.eid: part.text.string for part in document.walk()}
    assert parts == {
        "title": "О мерах",
        "preamble": "В соответствии с законом ПРИКАЗЫВАЮ:",
        "point_1": 'Создать "Центр" <нового> *типа*.',
        "signature": "Министр А. Иванов",
        "app_2": "",
        "app_2__stamp": "Приложение 2 к приказу Министра от 1 марта 2019 года № 5",
        "app_2__heading": "Перечень",
        "app_2__table_1": "",
        "app_2__table_1__row_1": "Первое",
        "app_2__table_1__row_2": "Второе",
    }


def test_words_set_to_the_right_are_a_stamp(tmp_path: Path) -> None:
    document = an_act()
    for words in ("Утверждено", "приказом Министра", "от 1 марта 2019 года № 5"):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("Положение о Центре")
    path = tmp_path / "act.docx"
    document.save(str(path))
    assert "> Утверждено  \n> приказом Министра  \n> от 1 марта" in read_source(path).text


def test_numbers_that_a_document_counts_by_itself_are_printed(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("О мерах")
    for style in ("List Number", "List Number", "List Bullet", "List Number"):
        document.add_paragraph("Слова.", style=style)
    path = tmp_path / "act.docx"
    document.save(str(path))
    lines = [line for line in read_source(path).text.split("\n") if line]
    assert lines == ["О мерах", "1. Слова.", "2. Слова.", "– Слова.", "3. Слова."]


def archive(files: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as zipped:
        for name, words in files.items():
            zipped.writestr(name, words)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (archive({"word/document.xml": b"0" * 50_000_000}), "a zip bomb"),
        (archive({f"{at}.xml": b"" for at in range(docx_room.FILES + 1)}), "a zip bomb"),
        (archive({"content.xml": b"<x/>"}), "a zip archive of another kind"),
        (archive({"word/document.xml": b"<x>"}), "a damaged one"),
        (b"PK\x03\x04 and nothing more", "a damaged one"),
    ],
)
def test_an_archive_that_is_no_document_is_refused(tmp_path: Path, data: bytes, found: str) -> None:
    with pytest.raises(NotAnActError, match=found):
        read_source(write(tmp_path, "act.docx", data))


def test_entities_that_grow_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "act.docx"
    an_act().save(str(path))
    files = {name: ZipFile(path).read(name) for name in ZipFile(path).namelist()}
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'.encode()
    body = files["word/document.xml"]
    head, rest = body.split(b"?>", 1)
    files["word/document.xml"] = (head + b"?>" + bomb + rest).replace("О мерах".encode(), b"&e8;")
    try:
        text = read_source(write(tmp_path, "bomb.docx", archive(files))).text
    except NotAnActError:
        return
    assert len(text) < 10_000


def pdf(pages: list[list[str]], first: int = 0) -> bytes:
    """A document that prints each line of each page; a code of the font is a letter's number, less
    that of the `first` letter.
    """
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> "
        b"endcodespacerange 1 beginbfrange <0000> <FF00> <%04x> endbfrange endcmap end" % first
    )
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 600 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    for at, lines in enumerate(pages):
        shown = " 0 -12 Td ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in lines)
        stream = f"BT /F1 10 Tf 40 800 Td {shown} ET".encode()
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _with_table(bodies)


def _with_table(bodies: list[bytes]) -> bytes:
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(bodies) + 1
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + tail


def test_a_pdf_document_reads_as_the_text_that_it_prints(tmp_path: Path) -> None:
    stem = "aktobe-2016-34.kk"
    act = ACTS / f"{stem}.txt"
    lines = [line.rstrip() for line in act.read_text(encoding="utf-8").split("\n")]
    pages = [lines[at : at + 60] for at in range(0, len(lines), 60)]
    path = write(tmp_path, f"{stem}.pdf", pdf(pages))
    source = read_source(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    side = read_side(act)
    printed = [part.text.string for part in read_act(read_source(act), side).walk()]
    read = [part.text.string for part in read_act(source, side).walk()]
    assert len(set(printed) & set(read)) > 0.9 * len(set(printed))


def test_fonts_of_one_name_on_several_pages_are_told_apart(tmp_path: Path) -> None:
    words = "Басқарма туралы ереже бекітілсін. " * 2
    moved = "".join(chr(ord(letter) - 1) for letter in words)
    writer = PdfWriter()
    for data in (pdf([[words]] * 2), pdf([[moved]] * 2, first=1)):
        writer.append(BytesIO(data))
    path = tmp_path / "act.pdf"
    writer.write(str(path))
    assert read_source(path).text.count(words.strip()) == 4


def test_a_font_is_read_once_for_all_pages() -> None:
    document, fonts = PdfReader(BytesIO(pdf([["Басқарма"]] * 3))), dict[tuple[int, int], object]()
    read = [Page(page, fonts) for page in document.pages]
    assert [page.extract_text(extraction_mode="layout").strip() for page in read] == [
        "Басқарма"
    ] * 3
    first, *others = (page._layout_mode_fonts()["/F1"] for page in read)
    assert all(font is first for font in others)
    assert [*fonts.values()] == [first]


def test_a_pdf_document_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf([["Басқарма туралы ереже бекітілсін"] * 5])))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "act.pdf"
    writer.write(str(path))
    with pytest.raises(NotAnActError, match="a PDF document without a password; found a locked"):
        read_source(path)


def test_a_scan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnActError, match="a scan: 0 letters on 2 pages"):
        read_source(write(tmp_path, "act.pdf", pdf([[""], [""]])))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nnothing that is one\n%%EOF"])
def test_a_damaged_pdf_document_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotAnActError, match="a whole PDF document; found a damaged one"):
        read_source(write(tmp_path, "act.pdf", data))
