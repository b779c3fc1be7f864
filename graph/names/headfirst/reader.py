"""Makes namings of the spans in one text, where the head comes first."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Mention
from graph.names.headfirst.finder import Finder, Span
from graph.names.headfirst.parts import Anatomy
from graph.names.headfirst.vocabulary import vocabulary
from graph.names.making import Maker
from graph.names.naming import Naming
from graph.names.owners import under_both_last
from graph.names.tokens import WORD


class Reader(Maker[Span, Anatomy]):
    """Reads the namings of one text."""

    #: Whether the text stands under the verb of a deed.
    ordered = False

    def _spans(self) -> list[Span]:
        finder = self._finder()
        return under_both_last(finder.find(), self.tokens, finder.is_akimat)

    def _finder(self) -> Finder:
        return Finder(self.tokens, vocabulary(self.words.language), ordered=self.ordered)

    def _all(self, first: int, end: int) -> Span:
        return Span(first, first, end, end, "nom")

    def row(self) -> Naming | None:
        """The naming of a text that is known to be nothing but a name; None for a sentence."""
        span = self._finder().row()
        return self.naming(span) if span else None

    def _parts(self, span: Span) -> Anatomy:
        name = [
            *(span.said or self.tokens[span.name : span.name_end]),
            *self.tokens[slice(*(span.shared or (0, 0)))],
        ]
        return Anatomy(self.text.string, name, self.words)

    def _mention(self, parts: Anatomy, span: Span, start: int, end: int) -> Mention:
        mention = super()._mention(parts, span, start, end)
        return replace(mention, parted=bool(span.said))

    def _shape(self, span: Span) -> tuple[object, ...] | None:
        form, first = span.form, span.first
        if span.shared or span.said:
            return None
        if form is None:
            return span.name - first, span.name_end - first
        if form.first < first or form.end > span.end:
            return None
        of_form = (form.first - first, form.end - first, form.code, form.phrase, form.lead)
        task = (form.task[0] - first, form.task[1] - first) if form.task[1] else (0, 0)
        if task[0] < 0 or form.task[1] > span.end:
            return None
        return span.name - first, span.name_end - first, of_form, task

    def _whole(self, parts: Anatomy, span: Span) -> str:
        """The legal form in full and the name."""
        name = parts.whole_name(formed=span.form is not None)
        if span.form is None:
            return name
        form = span.form.phrase or " ".join(
            self.text.string[one.start : one.end]
            for one in self.tokens[span.form.first : span.form.end]
            if one.role == WORD
        )
        start, end = self._bounds(self.tokens[slice(*span.form.task)])
        said = (span.form.lead, form, self.text.string[start:end], name)
        return " ".join(one for one in said if one)
