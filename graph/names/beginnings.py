"""Where a name begins that ends at a known token, whatever became of its quotes."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names.branches import HOLDER
from graph.names.chains import Chain, quoted_place
from graph.names.lexicon import Lexicon
from graph.names.plain import plain_start
from graph.names.starts import LONGEST_STEP, bracket_start
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token, stands

#: Tokens that one name may take, at most.
LONGEST = 150
#: Tokens of a bracket between a name and its form, or the next name, at most.
LONGEST_BRACKET = 12
#: Words that say of what kind the bodies are whose names follow, at most.
LONGEST_KIND = 7
#: Words of the name of a place, at most.
LONGEST_PLACE = 3
#: Tokens of a superior's name between two opening quotes, or of a name that lost a quote, at most.
LONGEST_PART = 60


def before_quote(tokens: Sequence[Token], opened: int, limit: int, words: Lexicon) -> int:
    """The token after what stands before a quoted name and between it and its superior, none of
    it part of the name: «қарамағындағы», «Алматы қаласындағы», the beginning of its legal form.
    """
    end = opened
    while True:
        low = _one_before(tokens, end, limit, words)
        if low is None:
            return end
        end = low


def _one_before(tokens: Sequence[Token], end: int, limit: int, words: Lexicon) -> int | None:
    """Where one such phrase begins that ends before `end`."""
    for phrase in (*words.under, *words.ahead):
        low = end - len(phrase)
        if low >= limit and stands(tokens, low, phrase):
            return low
    low = end - 1
    if low >= limit and tokens[low].word in words.located:
        while low - 1 >= limit and _names_place(tokens[low - 1], words):
            low -= 1
        return _place_around(tokens, low, limit, words) if low < end - 1 else None
    return _many_before(tokens, end, limit, words)


def _many_before(tokens: Sequence[Token], end: int, limit: int, words: Lexicon) -> int | None:
    """Where words begin that say of what kind several bodies of a superior are, of which names
    follow: «комитетінің түзеу мекемелері «X»».
    """
    form = words.inflections.get(tokens[end - 1].word) if end > limit else None
    if form is None or not (form.plural and form.possessed) or form.case != "nom":
        return None
    low = end - 1
    while low > limit and end - low < LONGEST_KIND and _is_small(tokens[low - 1]):
        above = words.inflections.get(tokens[low - 1].word)
        if above is not None and above.possessed:
            return low if above.case == "gen" and not above.plural else None
        low -= 1
    return None


def _is_small(token: Token) -> bool:
    return token.role == WORD and not token.capital


def form_ahead(
    tokens: Sequence[Token], opened: int, limit: int, words: Lexicon
) -> tuple[int, int] | None:
    """Where the beginning of a legal form stands right before a quoted name."""
    for phrase in words.ahead:
        low = opened - len(phrase)
        if low >= limit and stands(tokens, low, phrase):
            return low, opened
    return None


def _place_around(tokens: Sequence[Token], end: int, limit: int, words: Lexicon) -> int:
    """Where the name of the place begins in which the one at `end` lies, or `end`."""
    form = words.inflections.get(tokens[end - 1].word) if end > limit else None
    if form is None or form.case != "nom" or form.lemma not in words.levels:
        return end
    low = end - 1
    while low - 1 >= limit and _names_place(tokens[low - 1], words):
        low -= 1
    return low if low < end - 1 else end


def around_quoted(tokens: Sequence[Token], first: int, limit: int, words: Lexicon) -> int:
    """Where the place begins in which one in quotes lies with which a name begins at `first`:
    «Астана қаласы «Есіл» ауданы әкімдігінің …»; or `first`.
    """
    if quoted_place(tokens, first, words, inside=True) is None:
        return first
    return _place_around(tokens, first, limit, words)


def place_before(tokens: Sequence[Token], first: int, limit: int, words: Lexicon) -> int:
    """Where the place begins whose body a name in quotes at `first` is: «Абай облысы Семей
    қаласының «X» мекемесі», or «Абай облысы «Семей қаласының X бөлімі» мекемесі»; or `first`.
    """
    form = words.inflections.get(tokens[first - 1].word) if first > limit else None
    if tokens[first].role != OPEN or form is None or form.lemma not in words.levels:
        return first
    inside = any(words.level(one.word) for one in tokens[first + 1 : first + 2 + LONGEST_PLACE])
    if form.plural or not (form.case == "gen" or (form.case == "nom" and inside)):
        return first
    low = first - 1
    while low - 1 >= limit and _names_place(tokens[low - 1], words):
        low -= 1
    return _place_around(tokens, low, limit, words) if low < first - 1 else first


def _names_place(token: Token, words: Lexicon) -> bool:
    return token.role == WORD and token.capital and token.word not in words.inflections


class Beginnings:
    """Finds beginnings among the tokens of one text; `chains` are its names without quotes.

    No beginning lies before the token `limit` that each question gives.
    """

    def __init__(self, tokens: Sequence[Token], words: Lexicon, chains: Sequence[Chain]) -> None:
        self.tokens = tokens
        self.words = words
        self._by_end = {chain.end: chain for chain in chains if chain.shared is None}

    def first(self, end: int, limit: int, plural: bool) -> int | None:
        """Where the name begins that ends before token `end`; a plural form needs quotes."""
        if self.tokens[end - 1].role == CLOSE:
            opened = self.opening(end - 1, limit)
            if opened is not None:
                return self.with_superiors(opened, limit)
            return self._unquoted(end - 1, limit)
        if self.tokens[end - 1].role == WORD and not plural:
            if self._is_amid_form(end, limit):
                return self._by_task(end, limit)
            return self._unclosed(end, limit)
        return None

    def _is_amid_form(self, end: int, limit: int) -> bool:
        """Whether what ends before token `end` stands between the quotes of a name and its form:
        a task, or the place that the form has behind its beginning: «X» шаруашылық жүргізу
        құқығындағы Орал мемлекеттік кәсіпорны.
        """
        last = self.tokens[end - 1]
        placed = _names_place(last, self.words)
        return last.word in self.words.purpose or (
            placed and form_ahead(self.tokens, end - 1, limit, self.words) is not None
        )

    def _by_task(self, end: int, limit: int) -> int | None:
        """A name whose task stands behind its quotes: «X» әуе жүрісін басқару жөніндегі …"""
        for at in range(end - 1, max(limit, end - LONGEST_PART) - 1, -1):
            token = self.tokens[at]
            if token.role == CLOSE:
                opened = self.opening(at, limit)
                return None if opened is None else self.with_superiors(opened, limit)
            if token.role == OPEN or (token.role == SIGN and token.word in ";:"):
                return None
        return None

    def opening(self, close: int, limit: int) -> int | None:
        """The quote that opens what `close` closes: its partner, or the farthest if they do not
        balance; a neighbour in a list of names bounds the search.
        """
        depth, farthest = 1, None
        for at in range(close - 1, max(limit, close - LONGEST) - 1, -1):
            token = self.tokens[at]
            if token.role == SIGN and token.word in ";:":
                break
            depth += (token.role == CLOSE) - (token.role == OPEN)
            if token.role == OPEN:
                farthest = at
                if depth == 0 or self.neighbour(at, limit) is not None:
                    break
        return farthest

    def neighbour(self, opened: int, limit: int) -> int | None:
        """The closing quote of the name before this one in a list: «X» және «Y», «X» (бұдан әрі –
        A), «Y».
        """
        before = opened - 1
        joined = before > limit and (
            self.tokens[before].word in self.words.joiners or self.tokens[before].word in ",–—-"
        )
        if not joined:
            return None
        last = self._before_bracket(before - 1, limit)
        return last if self.tokens[last].role == CLOSE else None

    def _before_bracket(self, at: int, limit: int) -> int:
        """The token before a bracket without others inside that closes at `at`; else `at`."""
        if self.tokens[at].word != ")":
            return at
        opens = bracket_start(self.tokens, at, max(limit, at - LONGEST_BRACKET))
        return opens - 1 if opens < at else at

    def with_superiors(self, opened: int, limit: int) -> int:
        """The beginning of a name whose superiors may stand before its own opening quote."""
        above = self._above(opened, limit)
        if above is None:
            outer = self._open_before(opened, limit)
            deeper = outer is not None and self._above(outer, limit) is not None
            if outer and deeper:
                return self.with_superiors(outer, limit)
            ahead = form_ahead(self.tokens, opened, limit, self.words)
            return ahead[0] if ahead else opened
        for at in range(above - 1, max(limit, above - LONGEST_PART) - 1, -1):
            role = self.tokens[at].role
            if role == OPEN:
                return at
            if role == CLOSE or (role == SIGN and self.tokens[at].word in ";:"):
                break
        chain = self._by_end.get(above)
        if chain is not None and chain.start >= limit and not self._is_twin(chain, opened):
            return chain.start
        ahead = form_ahead(self.tokens, opened, limit, self.words)
        return ahead[0] if ahead else opened

    def _is_twin(self, chain: Chain, opened: int) -> bool:
        """Whether a name in the nominative stands before one in quotes that begins with the same
        place: both are whole. The akimat of the place may hold the other.
        """
        last = self.words.inflections.get(self.tokens[chain.end - 1].word)
        kind = self.words.kind([self.tokens[chain.end - 1].word])
        first, own = self.tokens[chain.start], self.tokens[opened + 1 : opened + 2]
        alike = any(one.word == first.word and one.capital for one in own)
        whole = last is not None and last.case == "nom" and kind is not None
        return alike and whole and kind is not None and kind.code != HOLDER

    def _open_before(self, opened: int, limit: int) -> int | None:
        """A quote that opens shortly before another with words between: both are of one name."""
        at = opened - 1
        while at > max(limit, opened - LONGEST_STEP) and self.tokens[at].role == WORD:
            at -= 1
        return at if at < opened - 1 and at >= limit and self.tokens[at].role == OPEN else None

    def _above(self, opened: int, limit: int) -> int | None:
        """The token after a superior's head word that stands right before `opened`."""
        end = before_quote(self.tokens, opened, limit, self.words)
        if end <= limit or self.tokens[end - 1].role != WORD:
            return None
        form = self.words.inflections.get(self.tokens[end - 1].word)
        return end if form and form.possessed and form.case in ("nom", "gen") else None

    def _unquoted(self, end: int, limit: int) -> int | None:
        """A name that has lost its opening quote."""
        chain = self._by_end.get(end)
        if chain is not None and chain.start >= limit:
            return chain.start
        if self.words.kind([self.tokens[end - 1].word]) is None:
            return None
        first = end
        while first > max(limit, end - LONGEST_PART) and self._inside(first - 1):
            first -= 1
        return first if first < end else None

    def _inside(self, at: int) -> bool:
        token = self.tokens[at]
        return token.role == WORD and token.word not in self.words.stops

    def _unclosed(self, end: int, limit: int) -> int | None:
        """A name before its form without a closing quote: opened all the same, or a chain."""
        depth = 0 if self.words.kind([self.tokens[end - 1].word]) else LONGEST_PART
        for at in range(end - 1, max(limit, end - LONGEST_PART) - 1, -1):
            token = self.tokens[at]
            if token.role == OPEN and depth == 0:
                return self.with_superiors(at, limit)
            if token.role == SIGN and token.word in ";:":
                break
            depth += (token.role == CLOSE) - (token.role == OPEN)
        chain = self._by_end.get(end)
        if chain is not None:
            return chain.start if chain.start >= limit else None
        return plain_start(self.tokens, end, limit, self.words, self._by_end)
