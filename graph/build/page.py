"""The report as a page for people: one file, no script, in the language that its reader chooses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import orjson

from graph.build.acts import Skipped
from graph.build.faults import skipped_in, told_in

LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
#: Bodies that lack something are named up to this many; the rest is counted.
_NAMED = 200


def report_page(content: bytes, language: str = "kk") -> str:
    """The HTML of what `report.json` has, at first in the language given."""
    report = orjson.loads(content)
    title = " · ".join(texts()["title"][one] for one in LANGUAGES)
    choice = "".join(_choice(one, one == language) for one in LANGUAGES)
    body = "\n".join(_body(report))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta name="viewport" content="width=device-width">\n'
        f"<style>{texts()['style']}</style></head>\n<body>{choice}\n<main>\n"
        f"<h1>{_say('title')}</h1>\n{body}\n</main></body></html>\n"
    )


@cache
def texts() -> dict[str, Any]:
    """The words of reports by key and language."""
    return tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))


def _choice(language: str, chosen: bool) -> str:
    name = LANGUAGES[language]
    checked = " checked" if chosen else ""
    return (
        f'<input type="radio" name="lang" id="{language}"{checked}>'
        f'<label for="{language}" lang="{language}">{name}</label>'
    )


def _body(report: dict[str, Any]) -> Iterator[str]:
    yield f"<p>{escape(report['as_of'])} · {escape(report['release'])}</p>"
    yield f"<h2>{_say('coverage')}</h2>"
    names = ("act", "understood", "unread", "repairs", "claims", "statements")
    total = [_say("total"), *(str(report["total"][name]) for name in names[1:])]
    yield _table(map(_say, names), [*map(_act_row, report["acts"]), total])
    yield from (_unread(act, one) for act in report["acts"] for one in act["unread"])
    if report["skipped"]:
        yield f"<h2>{_say('skipped')}</h2>"
        yield _list(map(_skipped, report["skipped"]))
    yield f"<h2>{_say('missing')}</h2>"
    yield from (_lacking(name, found) for name, found in report["missing"].items())
    yield f"<h2>{_say('not-held')}</h2>"
    yield _list(map(escape, report["not_held"]))
    for severity in dict.fromkeys(row["severity"] for row in report["findings"]):
        yield f"<h2>{_say(severity)}</h2>"
        yield from (_finding(row) for row in report["findings"] if row["severity"] == severity)


def _act_row(act: dict[str, Any]) -> list[str]:
    numbers = (act["understood"], len(act["unread"]), sum(act["repairs"].values()))
    name = f"{escape(act['key'])} ({escape(act['language'])})"
    return [name, *map(str, (*numbers, act["claims"], act["statements"]))]


def _unread(act: dict[str, Any], clause: dict[str, Any]) -> str:
    where = f"{act['file']}:{clause['line']}:{clause['column']} {clause['clause']}"
    reason = _told(lambda language: told_in(language, clause["reason"]))
    return f"<p>{escape(where)}: {reason}: {_quote(clause['words'], act['language'])}</p>"


def _lacking(name: str, found: list[str]) -> str:
    """The bodies that lack something, by the last part of their IRIs."""
    shown = [f'<a href="{escape(iri)}">{escape(iri.rpartition("/")[2])}</a>' for iri in found]
    more = [f"… + {len(found) - _NAMED}"] if len(found) > _NAMED else []
    summary = f"<summary>{_say(name)}: {len(found)}</summary>"
    return f"<details>{summary}{_list([*shown[:_NAMED], *more])}</details>"


def _skipped(row: dict[str, Any]) -> str:
    one = Skipped(**row)
    return _told(lambda language: skipped_in(language, one))


def _finding(row: dict[str, Any]) -> str:
    messages = "".join(
        f'<p class="t" lang="{lang}">{escape(row["message"][lang])}</p>'
        for lang in LANGUAGES
        if lang in row["message"]
    )
    quotes = "".join(
        f"<li>{escape(span['act'])} {escape(span['clause'])} {_quote(span['quote'])}</li>"
        for span in row["spans"]
    )
    kind = "boilerplate" if row["boilerplate"] else "finding"
    closed = _waiver(row["waiver"]) if row["waiver"] else ""
    return f'<article class="{kind}">{messages}<ul>{quotes}</ul>{closed}</article>'


def _waiver(row: dict[str, Any]) -> str:
    words = f"{row['recorded']} {row['by']}: {row['reason']}"
    return f"<p><strong>{_say('waived')}</strong> {escape(words)}</p>"


def _quote(words: str, language: str = "") -> str:
    spoken = f' lang="{escape(language)}"' if language else ""
    return f"<q{spoken}>{escape(' '.join(words.split()))}</q>"


def _say(key: str) -> str:
    return _told(texts()[key].__getitem__)


def _told(words: Callable[[str], str]) -> str:
    """Words in each language, of which the page shows one."""
    return "".join(f'<span class="t" lang="{one}">{escape(words(one))}</span>' for one in LANGUAGES)


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _table(head: Iterable[str], rows: Iterable[list[str]]) -> str:
    top = "".join(f'<th scope="col">{name}</th>' for name in head)
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    lines = "".join(f"<tr>{row}</tr>" for row in cells)
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
    # On a narrow screen the table is moved, not the page; the keyboard reaches it, too.
    return f'<div class="wide" tabindex="0">{table}</div>'
