"""A DOCX document gives up every word that its reader sees, and none that is struck out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import NotAnActError
from graph.formats import read_source

W = nsdecls("w")
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def element(xml: str) -> Any:
    """An element of a document, its names declared."""
    return parse_xml(f"<w:body {W}>{xml}</w:body>")[0]


def said(document: Any, folder: Path) -> list[str]:
    """The paragraphs that are read of a document."""
    path = folder / "act.docx"
    document.save(str(path))
    return read_source(path).text.strip().split("\n\n")


@pytest.mark.parametrize(
    "wrap",
    [
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="a">{}</w:moveTo>',
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        '<w:fldSimple w:instr=" REF one ">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    ],
)
def test_words_are_read_in_whatever_wraps_them(tmp_path: Path, wrap: str) -> None:
    document = Document()
    paragraph = document.add_paragraph("1. Создать ")
    paragraph._p.append(element(wrap.format(RUN.format("«Диірмен» "))))
    paragraph.add_run("в городе.")
    assert said(document, tmp_path) == ["1. Создать «Диірмен» в городе."]


@pytest.mark.parametrize(
    "unseen",
    [
        '<w:del w:id="1" w:author="a"><w:r><w:delText>не </w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="1" w:author="a">{RUN.format("не ")}</w:moveFrom>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>не </w:t></w:r>",
        "<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>",
    ],
)
def test_what_is_struck_out_or_hidden_is_not_read(tmp_path: Path, unseen: str) -> None:
    document = Document()
    paragraph = document.add_paragraph("1. ")
    paragraph._p.append(element(unseen))
    paragraph.add_run("Создать Центр.")
    assert said(document, tmp_path) == ["1. Создать Центр."]


def test_a_paragraph_whose_end_is_struck_out_goes_on_below(tmp_path: Path) -> None:
    document = Document()
    above = document.add_paragraph("1. Создать")
    above._p.append(element("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"))
    document.add_paragraph(" Центр.")
    assert said(document, tmp_path) == ["1. Создать Центр."]


def test_paragraphs_and_tables_in_a_frame_are_read_in_their_place(tmp_path: Path) -> None:
    document = Document()
    first, last = document.add_paragraph("1. Первое."), document.add_paragraph("3. Третье.")
    table = document.add_table(1, 2)
    for cell, words in zip(table.rows[0].cells, ("2", "Второе"), strict=True):
        cell.text = words
    frame = element(
        f"<w:sdt><w:sdtContent><w:p>{RUN.format('Слова.')}</w:p></w:sdtContent></w:sdt>"
    )
    frame[0].append(table._tbl)
    first._p.addnext(frame)
    lines = said(document, tmp_path)
    assert [lines[0], lines[1], lines[-1]] == ["1. Первое.", "Слова.", last.text]
    assert "<td>Второе</td>" in lines[2]


def test_a_box_is_read_once_above_the_paragraph_on_which_it_hangs(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Перечень")
    box = f"<w:txbxContent><w:p>{RUN.format('Приложение 1')}</w:p><w:p>{RUN.format('к приказу')}"
    box += "</w:p></w:txbxContent>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    kinds = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r {W} {names}><mc:AlternateContent>{kinds}</mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(both))
    assert said(document, tmp_path) == ["> Приложение 1  \n> к приказу", "Перечень"]


def test_rows_that_are_struck_out_are_none_and_tables_in_cells_are_read(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("1", "Первое"), ("2", "Второе")), strict=True):
        row.cells[0].text, row.cells[1].text = words
    inner = table.rows[0].cells[1].add_table(1, 2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "внутри", "него"
    struck = table.rows[1]._tr
    struck.insert(0, element('<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'))
    (text,) = said(document, tmp_path)
    assert "<td>Первое\nвнутри него</td>" in text
    assert "Второе" not in text


def counted(document: Any, levels: str) -> None:
    """Give a document lists 51 and 52 that are counted as one, and 53 that begins anew at 5."""
    numbering = document.part.numbering_part.element
    first = next(one for one in numbering if one.tag.endswith("}num"))
    first.addprevious(element(f'<w:abstractNum w:abstractNumId="50">{levels}</w:abstractNum>'))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    for name, rest in (("51", ""), ("52", ""), ("53", anew)):
        xml = f'<w:num w:numId="{name}"><w:abstractNumId w:val="50"/>{rest}</w:num>'
        numbering.append(element(xml))


def level(at: int, shown: str, kind: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def numbered(paragraph: Any, name: str, at: int = 0) -> None:
    place = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(element(place))


def test_lists_that_are_counted_as_one_go_on_and_others_begin_anew(tmp_path: Path) -> None:
    document = Document()
    counted(document, level(0, "%1.") + level(1, "%1.%2)") + level(2, "%3", "upperRoman"))
    rows = [("51", 0), ("51", 1), ("51", 1), ("52", 0), ("53", 0), ("51", 0), ("51", 2)]
    for name, at in rows:
        numbered(document.add_paragraph("Слова."), name, at)
    numbers = [line.split()[0] for line in said(document, tmp_path)]
    assert numbers == ["1.", "1.1)", "1.2)", "2.", "5.", "6.", "I"]


def test_numbers_are_counted_in_cells_and_by_the_style_on_which_a_style_rests(
    tmp_path: Path,
) -> None:
    document = Document()
    style = document.styles.add_style("Own", 1)
    style.base_style = document.styles["List Number"]
    document.add_paragraph("Слова.", style="Own")
    counted(document, level(0, "%1."))
    table = document.add_table(2, 2)
    for row in table.rows:
        numbered(row.cells[0].paragraphs[0], "51")
        row.cells[1].text = "Имя"
    first, cells = said(document, tmp_path)
    assert first == "1. Слова."
    assert [cells.count(f"<td>{number}</td>") for number in ("1.", "2.")] == [1, 1]


@pytest.mark.parametrize("side", ["right", "end"])
def test_a_style_says_how_lines_are_set_as_well(tmp_path: Path, side: str) -> None:
    document = Document()
    style = document.styles.add_style("Stamp", 1)
    style.element.append(element(f'<w:pPr><w:jc w:val="{side}"/></w:pPr>'))
    document.add_paragraph("О мерах")
    document.add_paragraph("Приложение 1", style="Stamp")
    bold = document.styles.add_style("Strong lines", 1)
    bold.font.bold = True
    document.add_paragraph("Министр", style="Strong lines")
    assert said(document, tmp_path) == ["О мерах", "> Приложение 1", "**Министр**"]


def test_a_hyphen_that_holds_a_word_together_is_a_hyphen(tmp_path: Path) -> None:
    document = Document()
    run = "<w:r><w:t>Усть</w:t><w:noBreakHyphen/><w:t>Каменогорск</w:t></w:r>"
    document.add_paragraph()._p.append(element(run))
    assert said(document, tmp_path) == ["Усть-Каменогорск"]


def rewritten(document: Any, change: Any) -> bytes:
    """The bytes of a document whose files are changed: `change` has name and bytes, and says both
    anew."""
    data, made = BytesIO(), BytesIO()
    document.save(data)
    with ZipFile(data) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return made.getvalue()


def test_a_document_that_was_written_anew_is_read(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("О мерах")

    def moved(name: str, data: bytes) -> tuple[str, bytes]:
        name = name.replace("word/document.xml", "word/document2.xml")
        return name, data.replace(b"word/document.xml", b"word/document2.xml")

    path = tmp_path / "act.docx"
    path.write_bytes(rewritten(document, moved))
    assert read_source(path).text == "О мерах\n"


@pytest.mark.parametrize("kind", [b"ms-word.document.macroEnabled.main", b"template.main"])
def test_a_document_with_macros_is_named(tmp_path: Path, kind: bytes) -> None:
    def marked(name: str, data: bytes) -> tuple[str, bytes]:
        return name, data.replace(b"document.main", kind)

    path = tmp_path / "act.docx"
    path.write_bytes(rewritten(Document(), marked))
    with pytest.raises(NotAnActError, match="a document with macros or a template"):
        read_source(path)
