"""The report as a page for people: one file, no script, three languages side by side."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import orjson

LANGUAGES = ("kk", "ru", "en")


def report_page(content: bytes) -> str:
    """The HTML of what `report.json` has."""
    report = orjson.loads(content)
    texts = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
    title = escape(_joined(texts["title"]))
    body = "\n".join(_body(report, texts))
    return (
        f'<!doctype html>\n<html lang="kk"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<style>{texts['style']}</style></head>\n<body><h1>{title}</h1>\n{body}\n</body></html>\n"
    )


def _body(report: dict[str, Any], texts: dict[str, Any]) -> Iterator[str]:
    yield f"<p>{escape(report['as_of'])} · {escape(report['release'])}</p>"
    yield _heading(texts["coverage"])
    names = ("act", "understood", "unread", "repairs", "claims", "statements")
    total = [_joined(texts["total"]), *(str(report["total"][name]) for name in names[1:])]
    lines = [*map(_act_row, report["acts"]), total]
    yield _table([_joined(texts[name]) for name in names], lines)
    for act in report["acts"]:
        for clause in act["unread"]:
            where = f"{act['file']}:{clause['line']}:{clause['column']}"
            yield f"<p>{escape(where)} {escape(clause['clause'])}: "
            yield f"{_quote(clause['words'])}</p>"
    if report["skipped"]:
        yield _heading(texts["skipped"])
        yield _list(map(_skipped, report["skipped"]))
    yield _heading(texts["missing"])
    yield _list(
        f"{_joined(texts[name])}: {len(found)}" for name, found in report["missing"].items()
    )
    yield _heading(texts["not-held"])
    yield _list(report["not_held"])
    for severity in dict.fromkeys(row["severity"] for row in report["findings"]):
        yield _heading(texts[severity])
        rows = [row for row in report["findings"] if row["severity"] == severity]
        yield from (_finding(row, _joined(texts["waived"])) for row in rows)


def _act_row(act: dict[str, Any]) -> list[str]:
    numbers = (act["understood"], len(act["unread"]), sum(act["repairs"].values()))
    return [
        f"{act['key']} ({act['language']})",
        *map(str, (*numbers, act["claims"], act["statements"])),
    ]


def _skipped(row: dict[str, Any]) -> str:
    place = f":{row['line']}:{row['column']}" if row["line"] else ""
    words = f" «{row['words']}»" if row["words"] else ""
    return f"{row['file']}{place}:{words} expected {row['expected']}; found {row['found']}"


def _finding(row: dict[str, Any], waived: str) -> str:
    messages = "".join(
        f'<p lang="{lang}">{escape(row["message"][lang])}</p>'
        for lang in LANGUAGES
        if lang in row["message"]
    )
    quotes = "".join(
        f"<li>{escape(span['act'])} {escape(span['clause'])} {_quote(span['quote'])}</li>"
        for span in row["spans"]
    )
    kind = "boilerplate" if row["boilerplate"] else "finding"
    closed = _waiver(row["waiver"], waived) if row["waiver"] else ""
    return f'<article class="{kind}">{messages}<ul>{quotes}</ul>{closed}</article>'


def _waiver(row: dict[str, Any], waived: str) -> str:
    words = f"{row['recorded']} {row['by']}: {row['reason']}"
    return f"<p><strong>{escape(waived)}</strong> {escape(words)}</p>"


def _quote(words: str) -> str:
    return f"<q>{escape(' '.join(words.split()))}</q>"


def _heading(text: dict[str, str]) -> str:
    return f"<h2>{escape(_joined(text))}</h2>"


def _joined(text: dict[str, str]) -> str:
    return " · ".join(text[lang] for lang in LANGUAGES)


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    lines = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
