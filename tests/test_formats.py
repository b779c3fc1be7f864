"""Files become sources and side files, or are refused with a clear word."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EncodingError, NotAnActError, SideFileError, TextPlace
from graph.formats import LIMIT, read_lines, read_side, read_source
from graph.model import Source

TEXT = "Басқарма туралы\n\n      1. Ереже бекітілсін.\n"


def file(folder: Path, data: bytes, name: str = "act.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def side(folder: Path, text: str) -> Path:
    (folder / "act.yaml").write_text(text, encoding="utf-8")
    return folder / "act.txt"


def test_a_source_has_the_decoded_text_and_the_hash_of_the_bytes(tmp_path: Path) -> None:
    data = TEXT.encode()
    source = read_source(file(tmp_path, data))
    assert source == Source("act.txt", TEXT, hashlib.sha256(data).hexdigest())


def test_a_byte_order_mark_and_line_ends_of_windows_are_kept_and_are_no_words(
    tmp_path: Path,
) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    source = read_source(file(tmp_path, text.encode()))
    assert source.text == text
    lines = read_lines(source)
    words = [source.text[line.start : line.end] for line in lines]
    assert words == ["Басқарма туралы", "1. Ереже бекітілсін."]
    assert [(line.indent, line.gap, line.open) for line in lines] == [(1, 0, False), (6, 1, False)]


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_no_act(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotAnActError, match="expected the text of an act; found an empty file"):
        read_source(file(tmp_path, data))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xd0\xcf\x11\xe0\xa1", "an old Microsoft Office document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"text\nwith a\x00byte", "binary data"),
    ],
)
def test_another_format_is_refused_by_its_name(tmp_path: Path, data: bytes, found: str) -> None:
    with pytest.raises(NotAnActError, match=found) as caught:
        read_source(file(tmp_path, data))
    assert isinstance(caught.value.place, TextPlace)


def test_text_in_an_older_encoding_is_refused_where_it_begins(tmp_path: Path) -> None:
    data = b"plain\n  " + "Қазақстан Республикасы туралы".replace("Қ", "К").encode(
        "cp1251", "replace"
    )
    with pytest.raises(EncodingError, match=r"text in UTF-8.*windows-1251") as caught:
        read_source(file(tmp_path, data))
    place = caught.value.place
    assert isinstance(place, TextPlace)
    assert (place.line, place.column) == (2, 3)


@pytest.mark.parametrize("kept", [-1, -2])
def test_a_file_that_ends_inside_a_letter_is_cut_off(tmp_path: Path, kept: int) -> None:
    data = ("Қазақстан Республикасы туралы " * 40).encode() + "€".encode()
    with pytest.raises(EncodingError, match="a file that ends inside a letter: it is cut off"):
        read_source(file(tmp_path, data[:kept]))


def test_columns_of_a_fault_count_characters_not_bytes(tmp_path: Path) -> None:
    with pytest.raises(EncodingError) as caught:
        read_source(file(tmp_path, "бір\nекі ".encode() + b"\xff" + "үш".encode()))
    assert "act.txt:2:5" in str(caught.value)
    assert "0xff" in str(caught.value)


def test_utf_16_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="UTF-16"):
        read_source(file(tmp_path, TEXT.encode("utf-16")))


def test_a_directory_a_missing_file_and_a_path_through_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnActError, match="expected a file; found a directory"):
        read_source(tmp_path)
    with pytest.raises(NotAnActError, match="no such file"):
        read_source(tmp_path / "none.txt")
    path = file(tmp_path, b"x")
    with pytest.raises(NotAnActError, match="a file that can be read"):
        read_source(path / "inner.txt")


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    with pytest.raises(NotAnActError, match="a file of at most 20 MB"):
        read_source(path)


@given(st.text(alphabet=" \t\n\r\f\ufeffабв.", max_size=200))
def test_lines_hold_every_word_of_the_source_once(text: str) -> None:
    lines = read_lines(Source("act.txt", text, ""))
    joined = "".join(text[line.start : line.end] for line in lines)
    blank = str.maketrans("", "", " \t\n\r\f\ufeff")
    assert joined.translate(blank) == text.translate(blank)
    assert all(line.start < line.end for line in lines)


def test_a_side_file_says_what_is_known_from_outside(tmp_path: Path) -> None:
    path = side(
        tmp_path,
        'recorded: "2026-11-21"\nlanguage: "kk"\nact_code: "38033"\ncomplete: false\n'
        "supplied:\n  publication:x-2026-28:\n"
        "    date: 2026-02-20\n    recorded: 2026-11-25\n",
    )
    known = read_side(path)
    assert (known.recorded, known.language, known.act_code, known.complete) == (
        date(2026, 11, 21),
        "kk",
        "38033",
        False,
    )
    assert known.supplied == (("publication:x-2026-28", date(2026, 2, 20), date(2026, 11, 25)),)


def test_a_missing_side_file_or_recorded_day_tells_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SideFileError, match="shezhire add"):
        read_side(tmp_path / "act.txt")
    with pytest.raises(SideFileError, match="shezhire add"):
        read_side(side(tmp_path, 'language: "kk"\n'))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("recorded: yesterday\n", "a day such as"),
        ("recorded: 2026-11-21\ncomplete: 1\n", "`true` or `false`"),
        ("recorded: 2026-11-21\nlanguage: [kk]\n", "words in quotes for `language`"),
        ("recorded: 2026-11-21\nsupplied: 5\n", "a mapping for `supplied`"),
        ("recorded: 2026-11-21\nsupplied: {a: {date: 2026-01-01}}\n", "`date` and `recorded`"),
        ("- recorded\n", "a YAML mapping"),
        ("recorded: [\n", "YAML"),
    ],
)
def test_a_side_file_of_another_form_says_what_was_expected(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(SideFileError, match=r"act\.yaml") as caught:
        read_side(side(tmp_path, text))
    assert expected in str(caught.value)
