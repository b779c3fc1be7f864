"""A source becomes whole paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from graph.language import Language
from graph.model import Repair, Source, Text
from graph.repair.layout import Block, read_blocks
from graph.repair.seams import seam
from graph.repair.texts import cut, put_together


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph made whole; `indented` as printed, `apart` if a form feed stands before it."""

    text: Text
    indented: bool
    apart: bool


def repair(source: Source, language: Language) -> tuple[list[Paragraph], list[Repair]]:
    """The paragraphs of a source, in order, and the repairs made, in order of the text."""
    repairs: list[Repair] = []
    paragraphs = [
        Paragraph(_whole(source, block, repairs), block.indented, block.lines[0].broken)
        for block in read_blocks(source, language)
    ]
    return paragraphs, repairs


def _whole(source: Source, block: Block, repairs: list[Repair]) -> Text:
    parts: list[Text] = []
    for line in block.lines:
        words = cut(source, line.start, line.end)
        if parts:
            parts += seam(parts[-1].string, words.string)
        parts.append(words)
    return put_together(parts)
