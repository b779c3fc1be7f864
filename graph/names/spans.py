"""Where the names of bodies stand among the tokens of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.names.beginnings import (
    LONGEST,
    LONGEST_BRACKET,
    Beginnings,
    around_quoted,
    form_ahead,
    place_before,
)
from graph.names.branches import branch_end, holds, kind_end, task_end
from graph.names.chains import Chain, country_end, read_chains
from graph.names.legal import Form, is_term, legal_forms
from graph.names.lexicon import Lexicon
from graph.names.plain import has_signs_of_names, with_number
from graph.names.scattered import Many, Scattered
from graph.names.tokens import CLOSE, OPEN, WORD, Token


@dataclass(frozen=True, slots=True)
class Span:
    """A name among the tokens: from `first` to `end`, without its legal form to `name_end`.

    Names in a row may share a form that stands after the last of them, and `shared` tokens that
    stand before the first of them. `said` are the tokens of a name that the text has in the plural
    or in several places.
    """

    first: int
    name_end: int
    end: int
    case: str
    form: Form | None = None
    shared: tuple[int, int] | None = None
    said: tuple[Token, ...] = ()


class Finder:
    """The names in one tokenised text."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon, *, ordered: bool = False) -> None:
        self.tokens = tokens
        self.words = words
        self.chains = read_chains(tokens, words, ordered=ordered)
        self.beginnings = Beginnings(tokens, words, self.chains)
        self.scattered = Scattered(tokens, words, self.chains)
        self.spans: list[Span] = []

    def find(self) -> list[Span]:
        """All names in order, none overlapping: with a form, in quotes alone, without quotes."""
        row = self._row()
        if row is not None:
            return [row]
        for form in legal_forms(self.tokens, self.words):
            if not is_term(self.tokens, form, self.words):
                self._take_formed(form)
                self._take_branch()
        self._take_scattered()
        self._take_quoted()
        self._take_chains()
        self._take_first()
        return self.spans

    def _row(self) -> Span | None:
        """A text that is nothing but a name, with the number of a row before it: «27. Астана
        қаласы полиция департаментінің емханасы»; without a number, a bare kind and a sign that
        ends a row: «Өртке қарсы қызмет комитеті;».
        """
        first = int(bool(self.tokens) and self.tokens[0].role == OPEN)
        numbered = len(self.tokens) > first + 3 and self.tokens[first].word[0].isdigit()
        numbered = numbered and self.tokens[first + 1].word in (".", ")")
        end = len(self.tokens)
        if not numbered and not (end and self.tokens[-1].word in (";", ".")):
            return None
        first += 2 * numbered
        while end > first and self.tokens[end - 1].role != WORD:
            end -= 1
        words = self.tokens[first:end]
        if len(words) < 2 or len(words) > LONGEST or not words[0].capital:
            return None
        plain = all(token.role == WORD for token in words)
        if plain and self._are_several(first, end):
            return None
        if not (plain or has_signs_of_names(words)) or not self._names_body(first, end - 1):
            return None
        kind = self.words.kind([token.word for token in words])
        last = self.words.inflections.get(words[-1].word)
        formed = last is not None and last.lemma in self.words.forms
        bare = kind is not None and kind.bare
        known = numbered or formed or bare if plain else bare and not formed
        return Span(first, end, end, "nom") if known else None

    def _are_several(self, first: int, end: int) -> bool:
        """Whether a name that begins with the country ends right before another that does."""
        national = [
            chain
            for chain in self.chains
            if first <= chain.start
            and chain.end <= end
            and country_end(self.tokens, chain.start, self.words)
        ]
        return any(one.end == other.start for one, other in pairwise(national))

    def _take_formed(self, form: Form) -> None:
        limit = self.spans[-1].end if self.spans else 0
        if form.first <= limit:
            self._take_again(form)
            return
        end = self._before_bracket(form.first, limit)
        first = self.beginnings.first(end, limit, form.plural)
        if first is None:
            self._take_many(self.scattered.before_form(end, limit), form)
            return
        form = self._with_ahead(form, first, end)
        last = form.end + self._closed_again(first, form.end)
        span = Span(self._after_number(first), end, last, form.case, form)
        self.spans += self._split(self._absorb(span), limit)

    def _take_again(self, form: Form) -> None:
        """A form printed once more behind the quotes of a name that has it: «X» КММ» КММ."""
        for last in self.spans[-1:]:
            known = last.form
            if known and known.code == form.code and known.end < last.end == form.first:
                self.spans[-1] = replace(last, end=form.end, case=form.case)

    def _closed_again(self, first: int, end: int) -> bool:
        """Whether a quote closes behind a form once more than quotes were opened: «X» мекемесі»."""
        if end >= len(self.tokens) or self.tokens[end].role != CLOSE:
            return False
        roles = [token.role for token in self.tokens[:end]]
        return roles[first:].count(CLOSE) > 0 and roles.count(OPEN) <= roles.count(CLOSE)

    def _take_branch(self) -> None:
        """The branch that is named after the last body taken stands for it."""
        last = self.spans[-1] if self.spans else None
        if last is None or last.case != "gen" or last.form is None or last.form.plural:
            return
        end = branch_end(self.tokens, last.end, self.words)
        form = self.words.inflections.get(self.tokens[end - 1].word) if end else None
        if end is not None and form is not None:
            self.spans[-1] = Span(last.first, end, end, form.case)

    def _take_scattered(self) -> None:
        """Names without quotes of which one plural head word names several."""
        for at in reversed(range(len(self.tokens))):
            if self.scattered.head(at) and not any(one.first <= at < one.end for one in self.spans):
                limit = max((one.end for one in self.spans if one.end <= at), default=0)
                self._take_many(self.scattered.before_head(at, limit), None, at)
        self._add([])

    def _take_many(self, many: Many | None, form: Form | None, head: int = 0) -> None:
        """The bodies of one plural head word, each where its own words stand."""
        if many is None or (form is not None and not form.plural):
            return
        name_end = form.first if form else head + 1
        end = form.end if form else name_end
        case = form.case if form else self.words.inflections[self.tokens[head].word].case
        first, last = many.each[0], many.each[-1]
        self.spans += [
            Span(
                many.first if one is first else one.first,
                name_end if one is last else one.end,
                end if one is last else one.end,
                case,
                form,
                said=(*many.above, *one.said, *many.rest),
            )
            for one in many.each
        ]

    def _with_ahead(self, form: Form, first: int, end: int) -> Form:
        """A form with its beginning that stands before the quotes: «шаруашылық жүргізу
        құқығындағы «X» мемлекеттік кәсіпорны».
        """
        opened = next((at for at in range(first, end) if self.tokens[at].role == OPEN), first)
        ahead = form_ahead(self.tokens, opened, first, self.words)
        if ahead is None:
            return form
        parts = (*self.tokens[slice(*ahead)], *self.tokens[form.first : form.end])
        whole = self.words.form([token.word for token in parts])
        known = whole is not None and whole[1] == len(parts)
        return replace(form, code=whole[0], ahead=ahead) if known and whole else form

    def _before_bracket(self, end: int, limit: int) -> int:
        """Without a bracket between a quoted name and its form: «X» (бұдан әрі – Y) мекемесі."""
        if self.tokens[end - 1].word != ")":
            return end
        for at in range(end - 2, max(limit, end - LONGEST_BRACKET), -1):
            if self.tokens[at].word == "(":
                return at if self.tokens[at - 1].role == CLOSE else end
        return end

    def _after_number(self, first: int) -> int:
        """Without the number of a quoted list row: «13. X» names X."""
        row = self.tokens[first + 1 : first + 3]
        numbered = (
            self.tokens[first].role == OPEN
            and len(row) == 2
            and row[0].word[0].isdigit()
            and row[1].word in (".", ")")
        )
        return first + 3 if numbered else first

    def _absorb(self, span: Span) -> Span:
        """A body in full in the genitive right before a name is its superior."""
        last = self.spans[-1] if self.spans else None
        if last is None or last.end != span.first or last.case != "gen" or last.form is None:
            return replace(span, first=self._after_holder(span))
        self.spans.pop()
        return replace(span, first=last.first)

    def _after_holder(self, span: Span) -> int:
        """Where a name begins with the akimat of its place in the nominative before it."""
        above = next((one for one in self.chains if one.end == span.first), None)
        stands = above is not None and span.form is not None and self._bare(above).case == "nom"
        held = stands and above and holds(self.tokens, above, span.first, self.words)
        if above and held:
            return above.start
        limit = self.spans[-1].end if self.spans else 0
        first = around_quoted(self.tokens, span.first, limit, self.words)
        return place_before(self.tokens, first, limit, self.words)

    def _split(self, span: Span, limit: int) -> list[Span]:
        """Names in a list that share a form in the plural: each gets it."""
        if span.form is None or not span.form.plural:
            return [span]
        spans = [span]
        while True:
            first = spans[0]
            close = self.beginnings.neighbour(first.first, limit)
            opened = self.beginnings.opening(close, limit) if close is not None else None
            if close is None or opened is None:
                return self._share_beginning([self._absorb(first), *spans[1:]], first.first)
            begin = self.beginnings.with_superiors(opened, limit)
            spans.insert(0, Span(begin, close + 1, close + 1, span.case, span.form))

    def _share_beginning(self, spans: list[Span], begin: int) -> list[Span]:
        """The superior before the first name, whose quotes open behind `begin`, is that of all."""
        head = spans[0]
        own = next(
            (at for at in range(begin, head.name_end) if self.tokens[at].role == OPEN),
            head.first,
        )
        if own == head.first:
            return spans
        shared = (head.first, own)
        return [head] + [
            span if self.tokens[span.first].role != OPEN else replace(span, shared=shared)
            for span in spans[1:]
        ]

    def _take_quoted(self) -> None:
        """Names in quotes that no legal form follows, known by their last word."""
        taken = iter([*self.spans, Span(len(self.tokens), 0, len(self.tokens) + 1, "nom")])
        following, before = next(taken), None
        limit = 0
        found: list[Span] = []
        for at, token in enumerate(self.tokens):
            while at >= following.end:
                limit, before, following = following.end, following, next(taken)
            if at >= following.first or token.role != CLOSE:
                continue
            span = self._quoted(at, limit)
            if span is not None:
                found.append(self._under(before, span))
                limit = span.end
        self._add(found)

    def _under(self, above: Span | None, span: Span) -> Span:
        """A name in quotes with the body in full in the genitive right before it: its superior."""
        if above is None or above.end != span.first or above.case != "gen" or above.form is None:
            return span
        self.spans.remove(above)
        return replace(span, first=above.first, name_end=span.end)

    def _quoted(self, close: int, limit: int) -> Span | None:
        ways = (self._of_kind, self._by_last_word, self._of_task)
        return next((span for way in ways if (span := way(close, limit))), None)

    def _of_task(self, close: int, limit: int) -> Span | None:
        """A name behind its superior that begins with one word in quotes."""
        opened = close - 2
        if opened <= limit or self.tokens[opened].role != OPEN:
            return None
        first = self.beginnings.with_superiors(opened, limit)
        owned = first < opened and self.tokens[first].role == WORD
        end = task_end(self.tokens, close + 1, self.words) if owned else None
        return Span(first, end, end, "nom") if end else None

    def _of_kind(self, close: int, limit: int) -> Span | None:
        """A name in quotes with the words for its kind behind it."""
        end = kind_end(self.tokens, close + 1, self.words)
        opened = self.beginnings.opening(close, limit) if end else None
        # «… қорын басқару жөніндегі кеңес» is of the fund.
        of_it = any(one.start == opened and one.end > (end or 0) for one in self.chains)
        if end is None or opened is None or of_it:
            return None
        first = self._after_number(self.beginnings.with_superiors(opened, limit))
        first = with_number(self.tokens, first, limit)
        return Span(first, end, end, self.words.inflections[self.tokens[end - 1].word].case)

    def _by_last_word(self, close: int, limit: int) -> Span | None:
        last = close - 1 - (close > limit and self.tokens[close - 1].word == ".")
        if last <= limit or self.tokens[last].word not in self.words.inflections:
            return None
        opened = self.beginnings.opening(close, limit)
        if opened is None or not self._names_body(opened + 1, last):
            return None
        first = self._after_number(self.beginnings.with_superiors(opened, limit))
        return Span(first, last + 1, close + 1, "nom")

    def _names_body(self, first: int, last: int) -> bool:
        inside = [token.word for token in self.tokens[first : last + 1]]
        form = self.words.inflections.get(inside[-1]) if inside else None
        if form is None or form.case != "nom" or not form.possessed or form.plural:
            return False
        known = self.words.kind(inside) is not None or form.lemma in self.words.forms
        return known and not self.words.stops.intersection(inside)

    def _take_chains(self) -> None:
        """Names without quotes outside of all others."""
        taken = [False] * (len(self.tokens) + 1)
        for span in self.spans:
            taken[span.first : span.end] = [True] * (span.end - span.first)
        self._add([self._bare(one) for one in self.chains if not any(taken[one.start : one.end])])

    def _take_first(self) -> None:
        """A name without quotes with which a text begins, right before another name in quotes:
        «Талас университеті «Талас мемлекеттік университеті» …».
        """
        end = min((span.first for span in self.spans), default=0)
        if not 1 < end <= LONGEST or self.tokens[end].role != OPEN:
            return
        words = self.tokens[:end]
        signs = (token.word == "." for token in words if token.role != WORD)
        if words[0].capital and all(signs) and self._names_body(0, end - 1):
            self._add([Span(0, end, end, "nom")])

    def _bare(self, chain: Chain) -> Span:
        case = self.words.inflections[self.tokens[chain.end - 1].word].case
        return Span(chain.start, chain.end, chain.end, case, shared=chain.shared)

    def _add(self, spans: list[Span]) -> None:
        self.spans = sorted([*self.spans, *spans], key=lambda span: span.first)
