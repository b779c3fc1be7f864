"""Beside each fact the words of the act: quotes with act, clause, certainty, reason, period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from api.pages.marking import mark_id
from api.pages.reading import Piece, edition
from api.pages.visit import Visit
from graph.hierarchy import Fact, Hierarchy
from graph.hierarchy.body import in_language
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.evidence import act_of
from graph.hierarchy.nodes import text_of
from graph.time import Bounds, BoundValue
from ontology import CODE, ELI

#: The words of many facts at once: one question for each would cost more than the page.
_SPANS = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX shz: <https://w3id.org/shezhire/ns#>
SELECT ?graph ?node ?file ?order ?start ?quote WHERE {
  GRAPH ?graph {
    VALUES ?node { NODES }
    ?node prov:wasDerivedFrom ?span .
    ?span shz:readingOrder ?order ; oa:hasSource ?file ; oa:hasSelector ?position, ?words .
    ?position oa:start ?start .
    ?words oa:exact ?quote .
  }
}
"""
_NUMBER, _DAY, _TITLE = str(ELI.number), str(ELI.date_document), str(ELI.title)
_KIND = str(ELI.type_document)
#: So many clauses of a finding are named beside a fact that it contests.
_CLAUSES = 6


@dataclass(frozen=True, slots=True)
class Contest:
    """What stands against a fact on the day of the visit: in words, and the clauses it is between.

    `clauses` are what each is called and where it is shown.
    """

    message: str
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as a file has them, and the language that they are in."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Why:
    """One ground of a fact; `quotes` as the file has them, in reading order; `href` shows them.

    What two editions of an act say is quoted of both, first that in the language of the page.
    """

    place: str
    href: str
    quotes: tuple[Quote, ...]
    certainty: str
    reason: str
    period: str
    contested: tuple[Contest, ...] = ()


@dataclass(frozen=True, slots=True)
class Proofs:
    """Finds and words the grounds of facts for one visit."""

    hierarchy: Hierarchy
    seen: Visit
    _words: dict[str, list[tuple[Piece, str]]] = field(default_factory=dict, repr=False)

    def gather(self, facts: Iterable[Fact]) -> None:
        """Reads the words of facts that are to be shown, all at once."""
        fresh = sorted({fact.iri for fact in facts} - self._words.keys())
        if not fresh:
            return
        found: dict[str, set[tuple[str, int, int, str]]] = {name: set() for name in fresh}
        graph = ox.NamedNode(self.hierarchy.record.iri("graph/claims"))
        query = _SPANS.replace("NODES", " ".join(str(ox.NamedNode(name)) for name in fresh))
        given = {ox.Variable("graph"): graph}
        for _, node, *row in self.hierarchy.source.query(query, substitutions=given):
            file, order, start, quote = map(text_of, row)
            language = self.hierarchy.languages.get(file, "kk")
            found[text_of(node)].add((language, int(order), int(start), quote))
        for name, rows in found.items():
            mine = sorted(rows, key=lambda row: (row[0] != self.seen.say.language, *row))
            self._words[name] = [(Piece(start, quote), lang) for lang, _, start, quote in mine]

    def of(self, facts: Iterable[Fact]) -> tuple[Why, ...]:
        """The grounds, those that the act states first, each place in the text once."""
        held = sorted(facts, key=lambda fact: fact.certainty == "Interpreted")
        self.gather(held)
        found: dict[tuple[object, ...], Why] = {}
        for fact in held:
            why = self.one(fact)
            key = why.place, why.quotes, why.certainty
            # of facts of one place the contested one is told: it says more
            if key not in found or why.contested:
                found[key] = why
        return tuple(found.values())

    def one(self, fact: Fact) -> Why:
        """The ground that one fact is."""
        self.gather([fact])
        words = self._words[fact.iri]
        piece, language = words[0] if words else (None, "")
        return Why(
            self.place(fact.clause),
            self.text_href(fact.clause, piece, language),
            tuple(Quote(piece.words, language) for piece, language in words),
            fact.certainty,
            self.code("reading-reasons", fact.reason),
            self.period(fact.bounds),
            tuple(self._contests(fact)),
        )

    def _contests(self, fact: Fact) -> Iterator[Contest]:
        """The findings that make a fact contested, each with its clauses."""
        moment = self.hierarchy.at(self.seen.at, self.seen.known_at)
        for report in disputes_of(moment).of(moment, [fact]):
            clauses = list(dict.fromkeys(span.clause for span in report.spans))[:_CLAUSES]
            places = tuple((self.place(one), self.text_href(one)) for one in clauses)
            yield Contest(report.message(self.seen.say.language), places)

    def act_of(self, clause: str) -> str:
        """The IRI of the act that a clause is part of."""
        return act_of(self.hierarchy, clause)

    def act_label(self, act: str) -> str:
        """An act in a few words: its number and day; its key where neither is on record."""
        node, say = self.hierarchy.record.seen(act), self.seen.say
        number, day = node.first(_NUMBER), node.day(_DAY)
        if number is not None and day is not None:
            return say("act.label", number=number, **say.cases("day", day))
        title = in_language(node.labels(_TITLE), say.language)
        kind = self.hierarchy.codes.get(node.first(_KIND))
        if title and kind:
            return say("act.titled", title=title, kind=kind.label(say.language))
        return title or (kind.label(say.language) if kind else self.key(act))

    def clause_label(self, clause: str) -> str:
        """Where in the act a clause stands."""
        return self.seen.say.clause(self.eid(clause))

    def place(self, clause: str) -> str:
        """A clause with its act: «2025 жылғы 26 желтоқсандағы № 299, 2-тармақ»."""
        act = self.act_label(self.act_of(clause))
        return f"{act}, {self.clause_label(clause)}" if self.eid(clause) else act

    def text_href(self, clause: str, words: Piece | None = None, language: str = "") -> str:
        """The text of the act, at the marked words when they are given; `language` of the edition,
        where the page would not show that one by itself.
        """
        act, eid = act_of(self.hierarchy, clause), self.eid(clause)
        fragment = mark_id(words.start, words.end) if words else eid
        editions = self.hierarchy.texts.get(act, {})
        other = language in editions and language != edition(editions, self.seen.say.language)
        return self.seen.url(f"/act/{self.key(act)}", fragment, text=language if other else None)

    def key(self, act: str) -> str:
        """The key of an act: what follows `act/` in its IRI."""
        return self.hierarchy.record.path(act).partition("/")[2]

    def eid(self, clause: str) -> str:
        """The id of a clause inside its act; "" for the act itself."""
        parts = self.hierarchy.record.path(clause).split("/")
        return parts[2] if len(parts) > 2 else ""

    def language_of(self, clause: str) -> str:
        """The language in which the words of an act are held."""
        editions = self.hierarchy.texts.get(act_of(self.hierarchy, clause), {})
        return edition(editions, self.seen.say.language) if editions else "kk"

    def code(self, scheme: str, code: str | None) -> str:
        """The label of a code of a list, in the language of the page."""
        if not code:
            return ""
        found = self.hierarchy.codes.get(str(CODE[f"{scheme}/{code}"]))
        return found.label(self.seen.say.language) if found else code

    def period(self, bounds: Bounds) -> str:
        """When a fact holds, in words; "" for what holds always."""
        if bounds.always:
            return ""
        starts = self._ends("start", bounds.starts_not_before, bounds.starts_not_after)
        ends = self._ends("end", bounds.ends_not_before, bounds.ends_not_after)
        return "; ".join(part for part in (starts, ends) if part)

    def _ends(self, which: str, first: BoundValue | None, last: BoundValue | None) -> str:
        a, b = first.day if first else None, last.day if last else None
        say = self.seen.say
        if a is None and b is None:
            return ""
        form = "after" if b is None else "by" if a is None else "on" if a == b else "between"
        return say(f"period.{which}_{form}", **say.cases("a", a), **say.cases("b", b))

    def lack(self, bound: BoundValue | None) -> str:
        """What would have to be known, in words; "" when nothing is named."""
        if bound is None or bound.missing is None or bound.lacks is None:
            return ""
        return self.seen.say(f"lack.{bound.lacks.value}", act=self.act_label(bound.missing))
