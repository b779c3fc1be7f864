"""Names behind a legal form: one or several, with superiors and short names after them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.names.headfirst.chains import Chain
from graph.names.headfirst.quotes import LONGEST_FORM, Form, Quotes
from graph.names.tokens import CLOSE, OPEN, WORD, Token, stands
from graph.words import Inflection

#: Names and superiors that follow one another after one legal form, at most.
MOST = 40


@dataclass(frozen=True, slots=True)
class Span:
    """A name among the tokens: from `first` to `end`, from `name` on without its legal form.

    A quote too many after the name is outside of it: the name ends at `name_end`. `shared` are
    tokens that stand elsewhere and end the name: the superior of several names. `said` are the
    tokens of the name where the text says several in one: «Абайский и Жарминский суды».
    """

    first: int
    name: int
    name_end: int
    end: int
    case: str
    form: Form | None = None
    shared: tuple[int, int] | None = None
    said: tuple[Token, ...] = ()


#: Tokens between a name and its superior that tell whom the body serves, at most.
LONGEST_WHOSE = 9
#: Words between a legal form and the quotes of its name, at most.
LONGEST_TASK = 30


class Formed(Quotes):
    """The names in one tokenised text that stand behind their legal form."""

    def _generic(self, at: int) -> Form | None:
        """A word right before quotes that tells no legal form: «учреждений «X» и «Y»»."""
        named = self._opens(at + 1) and any(
            len(one.word) > 1 for one in self.tokens[at + 2 : at + 3]
        )
        noun = self.words.noun(self.tokens, at) if named else None
        if noun is None or noun.lemma not in self.words.generic:
            return None
        return Form(at, at + 1, "", noun.case, noun.plural, noun.lemma)

    def _formed(self, form: Form) -> list[Span]:
        """The names after a legal form: one, or several that share it in the plural."""
        at = self._past_apposition(form.end)
        if at >= len(self.tokens):
            return []
        longer, behind = self._rest_of_form(form, at)
        if at < behind and self._opens(behind):
            form, at = longer, behind
        form = replace(form, end=at)
        if form.plural and self.tokens[at].word in ":-–—" and self._opens(at + 1):
            at += 1
        above = self._above_all(at) if form.plural else None
        at = above[1] + self.tracker.is_sign(above[1], ":") if above else at
        if self.tokens[at].role != OPEN:
            return self._unquoted(form)
        if self._plural_name(at + 1):
            return []
        form = self._of_several_names(form, at)
        spans: list[Span] = []
        first = form.first
        while len(spans) < MOST:
            spans.append(self._named(first, at, form))
            following = self._next_in_row(spans[-1].end) if form.plural else None
            if following is None:
                break
            first = at = following
        return self._share(spans, above)

    def _of_several_names(self, form: Form, at: int) -> Form:
        """The form in the plural, where its noun may be one or several and several names follow:
        «в товарищества «X», «Y»».
        """
        leads = form.first and self.tokens[form.first - 1].word in self.words.prepositions
        if form.plural or not leads or self._next_in_row(self._closing(at)) is None:
            return form
        meant = self.words.analyses.get(self.tokens[form.first].word, ())
        plural = next((one for one in meant if one.plural and one.case == "nom"), None)
        return replace(form, case="nom", plural=True) if plural else form

    def _above_all(self, at: int) -> tuple[int, int] | None:
        """The superior before the names: «учреждения Министерства …: «X», «Y»», «дочерние
        предприятия предприятия «X» «Y» и «Z»».
        """
        for k in range(at, min(at + LONGEST_FORM, len(self.tokens))):
            form = self.form(k, at)
            if form is not None and form.first == at and form.case == "gen" and not form.plural:
                named = self._opens(form.end) and self._with_superiors(
                    self._closing(form.end), form.end
                )
                return (at, named[1]) if named and self._opens(named[1]) else None
        near = range(at, min(at + 4, len(self.tokens)))
        head = next((k for k in near if self.tracker.superior(k)), None)
        chain = self.tracker.chain(head, above=True) if head is not None else None
        if chain is None or chain.first != at or chain.form.case != "gen":
            return None
        told = self.tracker.is_sign(chain.end, ":") and self._opens(chain.end + 1)
        return (at, chain.end) if told or self._opens(chain.end) else None

    def _past_apposition(self, at: int) -> int:
        """The token after words that only say what a body is: «- территориальный орган»."""
        begin = at + (at < len(self.tokens) and self.tokens[at].word in ",-–—")
        for stems in self.words.appositions:
            words = [one.word for one in self.tokens[begin : begin + len(stems)]]
            pairs = zip(words, stems, strict=False)
            if len(words) == len(stems) and all(word.startswith(stem) for word, stem in pairs):
                return begin + len(stems)
        return at

    def _named(self, first: int, at: int, form: Form) -> Span:
        """A name in quotes after its form: more words of the form, a bracket that gives a short
        name, and superiors may follow.
        """
        closed = self._closing(at)
        whole, stop = self._rest_of_form(form, closed)
        after = self._bracket(stop)
        name_end, end = self._with_superiors(after, at)
        if name_end == after:
            name_end, end = self._with_superiors(stop, at)
        if stop == closed and (name_end == stop or after == stop):
            return Span(first, at, name_end, end, whole.case, whole)
        begin = after if name_end > after else stop
        shared = (begin, name_end) if name_end > begin else None
        return Span(first, at, closed, end, whole.case, whole, shared)

    def _rest_of_form(self, form: Form, at: int) -> tuple[Form, int]:
        """A form whose last words stand after the name: «предприятие «X» на праве …»; past words
        that only say how it is led: «с наблюдательным советом».
        """
        opened = at < len(self.tokens) and self.tokens[at].word == "("
        first = at + opened
        for pattern in self.words.longer_forms(form.phrase):
            end = first + len(pattern.after)
            closed = not opened or self.tracker.is_sign(end, ")")
            if closed and stands(self.tokens, first, pattern.after):
                form, at = replace(form, code=pattern.code, phrase=pattern.phrase), end + opened
                break
        for phrase in self.words.led:
            if stands(self.tokens, at, phrase):
                return form, at + len(phrase)
        return form, at

    def _plural_name(self, at: int) -> bool:
        """Whether a name names several bodies: «Центры по недвижимости …»."""
        noun = self.words.noun(self.tokens, at) if at < len(self.tokens) else None
        return noun is not None and noun.plural

    def _unquoted(self, form: Form) -> list[Span]:
        """A name without quotes right after its form, or one whose task stands before its quotes:
        «предприятие по управлению воздушным движением «Казаэронавигация»».
        """
        if self.tokens[form.end].word in self.words.base.across:
            opened = self._after_task(form.end + 1)
            if opened is None:
                return []
            return [self._named(form.first, opened, replace(form, task=(form.end, opened)))]
        begin = form.end + (self.tokens[form.end].word in "-–—")
        for at in range(begin, min(begin + 4, len(self.tokens))):
            found = self.tracker.head(at)
            if found is not None and found[0] == begin and not form.plural:
                chain = self.tracker.chain(at)
                if chain is None:
                    return self._headed(form, begin, at) or self._closed_only(form, begin)
                if chain.form.case == "gen" and self._opens(chain.end):
                    return [self._after_superior(form, chain)]
                if chain.form.case == "gen" != form.case:
                    return []
                if self._closes_nothing(chain.end):
                    return [self._closed(form, chain.first, chain.end)]
                return [Span(form.first, chain.first, chain.end, chain.end, form.case, form)]
        return self._closed_only(form, begin)

    def _headed(self, form: Form, begin: int, head: int) -> list[Span]:
        """A name whose head word stands before its quotes: «учреждение Центр «Балбулак»»."""
        if form.plural or not self._opens(head + 1):
            return []
        name_end, end = self._with_superiors(self._closing(head + 1), head + 1)
        return [Span(form.first, begin, name_end, end, form.case, form)]

    def _closed(self, form: Form, begin: int, at: int) -> Span:
        """A name that only the quote at `at` bounds, with the superiors behind that."""
        name_end, end = self._with_superiors(at + 1, begin)
        return Span(form.first, begin, name_end, end, form.case, form)

    def _closes_nothing(self, at: int) -> bool:
        """Whether a quote closes here that nothing has opened: the one before the name is lost."""
        return at < len(self.tokens) and self.tokens[at].role == CLOSE and not self._depth[at]

    def _closed_only(self, form: Form, begin: int) -> list[Span]:
        """A name that has lost the quote before it: «общество Балбулак»»."""
        for at in range(begin, min(begin + LONGEST_TASK, len(self.tokens))):
            token = self.tokens[at]
            if at > begin and self._closes_nothing(at):
                return [self._closed(form, begin, at)]
            begins = at > begin or (token.capital and not form.plural)
            if token.role != WORD or not begins or self.tracker.leaves(at) or self.form(at):
                return []
        return []

    def _after_task(self, at: int) -> int | None:
        """The quote that opens after the words of a task."""
        for k in range(at, min(at + LONGEST_TASK, len(self.tokens))):
            token = self.tokens[k]
            if token.role == OPEN:
                return k
            if token.role != WORD and token.word not in (",", "(", ")"):
                return None
            if token.role == WORD and (self.tracker.leaves(k) or self.form(k) is not None):
                return None
        return None

    def _after_superior(self, form: Form, chain: Chain) -> Span:
        """A name whose superior stands before it: «учреждение Министерства … «X»»."""
        closed = self._closing(chain.end)
        shared = (chain.first, chain.end)
        return Span(form.first, chain.end, closed, closed, form.case, form, shared)

    def _next_in_row(self, end: int) -> int | None:
        """The quote that opens the next of several names: after a comma, a joiner or both."""
        end = at = self._bracket(self._after_seat(end))
        while at < min(end + 2, len(self.tokens)) and self._joins(at):
            at += 1
        opened = end < at < len(self.tokens) and self.tokens[at].role == OPEN
        return at if opened else None

    def _after_seat(self, at: int) -> int:
        """Past the words that say where one of several bodies sits: «с дислокацией в городе …»."""
        for phrase in self.words.seated:
            end = at + len(phrase)
            if stands(self.tokens, at, phrase):
                mark = self.tracker.landmark(end) if end < len(self.tokens) else None
                return mark.end if mark is not None else at
        return at

    def _share(self, spans: list[Span], above: tuple[int, int] | None = None) -> list[Span]:
        """The superior after one of several names is that of all before it that have none; `above`
        is that of those behind it.
        """
        shared: list[Span] = []
        tail = above
        for one in reversed(spans):
            own = self._closing(one.name)
            if own < one.name_end:
                tail = (own, one.name_end)
            with_tail = tail is not None and own >= one.end
            shared.append(replace(one, shared=tail) if with_tail else one)
        return shared[::-1]

    # ------------------------------------------------------------- superiors after a name

    def _with_superiors(self, end: int, opened: int) -> tuple[int, int]:
        """The end of a name with the superiors in the genitive after its quotes; the same with a
        quote too many, unless it closes one that stands open before the name.
        """
        for _ in range(MOST):
            after = self._superior_end(end)
            if after is None:
                break
            end = after
        surplus = end < len(self.tokens) and self.tokens[end].role == CLOSE
        takes = surplus and self.tokens[end - 1].role == WORD and not self._depth[opened]
        return end, end + takes

    def _superior_end(self, end: int) -> int | None:
        if end < len(self.tokens) and self.tokens[end].word in self.words.base.across:
            return self._across(end)
        if end + 1 < len(self.tokens) and self.tokens[end].acronym:
            return self._by_letters(end)
        mark = self.tracker.landmark(end) if end < len(self.tokens) else None
        if mark is not None and mark.level > 0 and self._in_genitive(mark.noun):
            return mark.end
        whose = self._person_end(end) or self._for_whom(end) or self._whose_system(end)
        return self._superior_at(end if whose is None else whose) or whose

    def _for_whom(self, at: int) -> int | None:
        """The end of words for those whom a body serves: «исправительных учреждений»."""
        first = at
        while at < len(self.tokens) and self.words.is_adjective(self.tokens[at]):
            at += 1
        if not first < at < len(self.tokens):
            return None
        noun = self.words.noun(self.tokens, at)
        whose = noun is not None and noun.plural and noun.case == "gen"
        return at + 1 if whose or self.tokens[at].word in self.words.corps else None

    def _whose_system(self, at: int) -> int | None:
        """The same before a superior, where words in the genitive tell of what they are:
        «учреждений уголовно-исполнительной (пенитенциарной) системы Комитета …».
        """
        noun = self.words.noun(self.tokens, at) if at < len(self.tokens) else None
        if noun is None or not noun.plural or noun.case != "gen":
            return None
        for k in range(at + 1, min(at + LONGEST_WHOSE, len(self.tokens))):
            if self._superior_at(k) is not None:
                return k
            sign = self.tokens[k].word in ("(", ")")
            if not sign and (self.tokens[k].role != WORD or not self.tracker.fits(k)):
                return None
        return None

    def _superior_at(self, end: int) -> int | None:
        for at in range(end, min(end + 5, len(self.tokens))):
            if self.tokens[at].role != WORD:
                return None
            begin = end + (self.tokens[end].word in self.words.attached)
            form = self.form(at, end)
            if form is not None and form.first == begin:
                cases = ("gen",) if begin == end else ("loc",)
                named = form.case in cases and not form.plural and self._opens(form.end)
                return self._closing(form.end) if named else None
            found = self.tracker.head(at)
            if found is not None and found[2].office and found[2].small and at == begin == end:
                return self._office_end(at, found[1])
            if found is not None:
                above = found[0] == begin and self.tracker.superior(at)
                chain = self.tracker.chain(at, above=True) if above else None
                return chain.end if chain else self.tracker.placeless(at, begin)
        return None

    def _office_end(self, at: int, form: Inflection) -> int | None:
        """The end of a local office above a body: «акима области», «акима города Рудного»."""
        mark = self.tracker.landmark(at + 1) if at + 1 < len(self.tokens) else None
        noun = self.words.noun(self.tokens, at + 1) if at + 1 < len(self.tokens) else None
        place = noun is not None and noun.lemma in self.words.base.levels
        if form.case != "gen" or not (place or (mark and mark.level > 0)):
            return None
        return mark.end if mark else at + 2

    def _in_genitive(self, at: int) -> bool:
        noun = self.words.noun(self.tokens, at)
        return noun is not None and noun.case == "gen"

    def _across(self, at: int) -> int | None:
        """The end of «по Акмолинской области» after a name in quotes."""
        mark = self.tracker.landmark(at + 1) if at + 1 < len(self.tokens) else None
        return mark.end if mark is not None and mark.level else None
