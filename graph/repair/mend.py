"""A source becomes whole paragraphs."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from graph.formats import Line, read_lines, read_marked
from graph.language import Language
from graph.model import Range, Repair, Source, Text
from graph.repair.displaced import Printed, restore
from graph.repair.hyphens import is_broken, without_hyphen
from graph.repair.layout import Block, read_blocks
from graph.repair.letters import Letters
from graph.repair.log import Log
from graph.repair.marked import MarkedMender, with_references
from graph.repair.meeting import Meetings, meetings
from graph.repair.paragraph import Paragraph
from graph.repair.seams import seam
from graph.repair.spaces import close_up
from graph.repair.texts import put_together
from graph.repair.torn import put_back
from graph.repair.wandered import bring_back

#: A line that begins with a blank, though not with an indent, or with one of these lost a link.
_NEVER_FIRST = (",", ";", ":", ".", ")")
# A number with its hyphen waits for the word that it counts.
_WAITS = re.compile(r"\d\s?-$")
#: As many characters of the words before a line as any rule looks at.
_BEFORE = 400


def repair(source: Source, language: Language) -> tuple[list[Paragraph], list[Repair]]:
    """The paragraphs of a source, and the repairs made, both in the order of the text."""
    log = Log(source)
    letters = Letters(source.text, language)
    if marked := read_marked(source):
        whole = MarkedMender(with_references(letters.folded(log), marked), letters, log).whole
        return put_back([whole(block) for block in marked.blocks], log), log.in_order()
    mender = _Mender(letters.folded(log), letters, meetings(language), log)
    paragraphs = [
        Paragraph(mender.whole(block), block.indented, block.lines[0].broken)
        for block in read_blocks(mender.words, read_lines(source), language)
    ]
    return paragraphs, log.in_order()


@dataclass(frozen=True, slots=True)
class _Mender:
    words: str  # the source, letter for letter, in one alphabet a word
    letters: Letters
    meetings: Meetings
    log: Log

    def whole(self, block: Block) -> Text:
        """The words of a block without line breaks and without what the copy broke."""
        parts: list[Text] = []
        before = ""
        for index, line in enumerate(block.lines):
            words = self._line(line, before, self._next(block, index), first=not parts)
            joint = seam(before, words.string) if parts else []
            if parts and (line.gap or line.turned):
                self._note_page_break(block.lines[index - 1], line)
            if parts and is_broken(parts[-1].string, words.string, self.words):
                parts[-1], joint = without_hyphen(parts[-1], self.log), []
                before = before[:-1]
            parts += [*joint, words]
            before = (before + "".join(part.string for part in joint) + words.string)[-_BEFORE:]
        return close_up(bring_back(put_together(parts), self.meetings, self.log), self.log)

    def _line(self, line: Line, before: str, after: str, *, first: bool) -> Text:
        printed = Text(self.words[line.start : line.end], array("I", range(line.start, line.end)))
        words = self.letters.join(printed, self.log)
        led = line.indent > 0 or words.string.startswith(_NEVER_FIRST) or _waits(before)
        return restore(Printed(before, words, after, led and not first), self.meetings, self.log)

    def _next(self, block: Block, index: int) -> str:
        if index + 1 == len(block.lines):
            return ""
        line = block.lines[index + 1]
        return self.words[line.start : line.end]

    def _note_page_break(self, last: Line, line: Line) -> None:
        """Note that blank lines, or the end of a page, were taken out amid a paragraph."""
        gap = Range(max(last.start, last.end - 30), min(line.end, line.start + 30))
        self.log.replaced("page-break", gap, " ".join(self.words[gap.start : gap.end].split()))


def _waits(before: str) -> bool:
    return _WAITS.search(before[-4:]) is not None
