"""A source becomes whole paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from graph.formats import Line
from graph.language import Language
from graph.model import Repair, Source, Text
from graph.repair.displaced import Printed, restore
from graph.repair.layout import Block, read_blocks
from graph.repair.letters import Letters
from graph.repair.log import Log
from graph.repair.meeting import meetings
from graph.repair.seams import seam
from graph.repair.spaces import close_up
from graph.repair.texts import cut, put_together

#: A line that begins with a blank, though not with an indent, or with one of these lost a link.
_NEVER_FIRST = (",", ";", ":", ".", ")")
#: As many characters of the words before a line as any rule looks at.
_BEFORE = 400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph made whole; `indented` as printed, `apart` if a form feed stands before it."""

    text: Text
    indented: bool
    apart: bool


def repair(source: Source, language: Language) -> tuple[list[Paragraph], list[Repair]]:
    """The paragraphs of a source, in order, and the repairs made, in order of the text."""
    mender = _Mender(source, language, Log(source), Letters(source.text, language))
    paragraphs = [
        Paragraph(mender.whole(block), block.indented, block.lines[0].broken)
        for block in read_blocks(source, language)
    ]
    return paragraphs, mender.log.repairs


@dataclass(frozen=True, slots=True)
class _Mender:
    source: Source
    language: Language
    log: Log
    letters: Letters

    def whole(self, block: Block) -> Text:
        """The words of a block without line breaks and without what the copy broke."""
        parts: list[Text] = []
        before = ""
        for index, line in enumerate(block.lines):
            words = self._line(line, before, self._next(block, index), first=not parts)
            joint = seam(before, words.string) if parts else []
            if parts and line.gap:
                self._note_page_break(block.lines[index - 1], line)
            parts += [*joint, words]
            before = (before + "".join(part.string for part in joint) + words.string)[-_BEFORE:]
        return self.letters.fold(close_up(put_together(parts), self.log), self.log)

    def _line(self, line: Line, before: str, after: str, *, first: bool) -> Text:
        words = self.letters.join(cut(self.source, line.start, line.end), self.log)
        led = not first and (line.indent == 1 or words.string.startswith(_NEVER_FIRST))
        return restore(Printed(before, words, after, led), meetings(self.language), self.log)

    def _next(self, block: Block, index: int) -> str:
        if index + 1 == len(block.lines):
            return ""
        line = block.lines[index + 1]
        return self.source.text[line.start : line.end]

    def _note_page_break(self, last: Line, line: Line) -> None:
        """Note that blank lines were taken out of the middle of a paragraph."""
        start = max(last.start, last.end - 30)
        around = cut(self.source, start, min(line.end, line.start + 30))
        self.log.note("page-break", around, " ".join(around.string.split()))
