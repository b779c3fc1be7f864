"""Lists against orders, names and forms: what a careful reader of a list notices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset import HeldClaim, HeldStatement
from graph.findings.asked import Asked, iris, label, span, value
from graph.findings.hit import Hit, Span
from graph.language import load
from graph.model import Provision, ProvisionKind
from ontology import SHZ, read_codelist

#: The stronger basis first: what is ordered, what a name carries, what a list holds.
BASES = ("order", "name", "list")
_QUOTES = '"«»“”„'


def competing_superiors(asked: Asked) -> Iterator[Hit]:
    """A body listed under one superior while an order or its name gives it another in one period.

    No two superiors are they of whom one stands under the other: the one is only told more
    closely. Whose own superior nobody tells may stand under the owner of the list.
    """
    for body, held in subordinations(asked).items():
        held.sort(key=lambda one: BASES.index(one.basis or "list"))
        winner = held[0]
        losers = [
            one
            for one in held
            if one.object != winner.object
            and _rival(winner, one)
            and together(winner, one)
            and (winner.basis != "name" or asked.above.get(winner.object))
            and not _one_way(asked, winner.object, one.object)
        ]
        if losers:
            yield _competing(asked, body, winner, losers[0])


def subordinations(asked: Asked) -> dict[URIRef, list[HeldClaim]]:
    """The claims on the superior of each body that nothing is known to have ended."""
    claims: dict[URIRef, list[HeldClaim]] = defaultdict(list)
    for predicate in (SHZ.subordinateTo, SHZ.territorialBodyOf):
        for one in asked.by_predicate[predicate]:
            if one.basis in BASES and one.bounds.ends_not_before is None:
                claims[one.subject].append(one)
    return claims


def _rival(winner: HeldClaim, other: HeldClaim) -> bool:
    """Whether a claim stands against a stronger one: a list does, and an order of the same act.

    A later order moves the body on, and an older name of it ends with its renaming. Of another
    act only a list stands against an order, and only one that came after it: what names and lists
    of different years tell is where the body stood in each.
    """
    if winner.act.key == other.act.key:
        return other.basis == "list" or other.basis == winner.basis == "order"
    return winner.basis == "order" and other.basis == "list" and winner.act.day <= other.act.day


def together(one: HeldClaim, other: HeldClaim) -> bool:
    """Whether there is a day of which both speak: the ends of neither come before the other."""
    return _begins(one) < _ends(other) and _begins(other) < _ends(one)


def _begins(claim: HeldClaim) -> date:
    first = claim.bounds.starts_not_before
    return first.day if first and first.day else date.min


def _ends(claim: HeldClaim) -> date:
    last = claim.bounds.ends_not_after
    return last.day if last and last.day else date.max


def _one_way(asked: Asked, one: Node, other: Node) -> bool:
    """Whether one of two superiors stands under the other, by whatever clause."""
    return other in _all_above(asked, one) or one in _all_above(asked, other)


def _all_above(asked: Asked, body: Node) -> set[Node]:
    found: set[Node] = set()
    ahead = [body]
    while ahead:
        more = asked.above.get(ahead.pop(), set()) - found
        found |= more
        ahead += more
    return found


def _competing(asked: Asked, body: URIRef, winner: HeldClaim, loser: HeldClaim) -> Hit:
    return Hit(
        "superior-competing",
        (span(winner), span(loser)),
        (body, *iris((winner.object, loser.object))),
        {
            "body": asked.names.get(body, str(body)),
            "winner": _name(asked, winner.object),
            "loser": _name(asked, loser.object),
            "why": read_codelist("subordination-bases")[winner.basis or "name"].labels,
        },
    )


def _name(asked: Asked, body: Node) -> str:
    return asked.names.get(URIRef(str(body)), str(body))


def _lists(asked: Asked) -> Iterator[tuple[Node, list[HeldStatement]]]:
    lists: dict[Node, list[HeldStatement]] = defaultdict(list)
    for one in asked.by_type[SHZ.ListEntry]:
        clause = value(one, SHZ.list)
        # What an edit puts in is printed elsewhere, and its list may not be held.
        if clause is not None and value(one, SHZ.byEdit) is None:
            lists[clause].append(one)
    yield from lists.items()


def form_against_heading(asked: Asked) -> Iterator[Hit]:
    """Items whose legal form is not one of those that the heading of the list names."""
    for clause, entries in _lists(asked):
        heading = asked.parts[asked.clause(clause)]
        named = _named_forms(heading.text.string, entries[0].act.language)
        if not named:
            continue
        others = [one for one in entries if not _fits(asked, one, named)]
        if others:
            forms = Counter(_form(asked, one) for one in others)
            yield Hit(
                "list-form-mismatch",
                (_whole(entries[0], heading), *(span(one) for one in others)),
                iris(value(one, SHZ.entryFor) for one in others),
                {
                    "heading": heading.text.string.strip(" :"),
                    "count": len(others),
                    "total": len(entries),
                    "forms": {
                        lang: ", ".join(
                            f"{label(form).get(lang, '')} {count}" for form, count in forms.items()
                        )
                        for lang in ("kk", "ru", "en")
                    },
                },
            )


def _whole(entry: HeldStatement, part: Provision) -> Span:
    """All words of a clause of the act that has the entry."""
    return entry.act.key, part.eid, part.text.ranges(entry.document.source)


def _named_forms(heading: str, language: str) -> set[str]:
    """Codes of the forms that a heading names by the words of the language data."""
    words = load(language).section("findings")["list-forms"]
    lower = heading.lower()
    return {code for stem, codes in words.items() if stem in lower for code in codes}


def _form(asked: Asked, entry: HeldStatement) -> URIRef | None:
    body = value(entry, SHZ.entryFor)
    return asked.forms.get(URIRef(str(body)))


def _fits(asked: Asked, entry: HeldStatement, named: set[str]) -> bool:
    form = _form(asked, entry)
    return form is None or str(form).rpartition("/")[2] in named


def names_without_inner_quotes(asked: Asked) -> Iterator[Hit]:
    """Names that lack the inner quotes which most names of the same kind in the list have."""
    for _, entries in _lists(asked):
        kinds: dict[Node | None, list[tuple[HeldStatement, bool]]] = defaultdict(list)
        for one in entries:
            kinds[_kind(asked, one)].append((one, _quoted_inside(asked, one)))
        bare = [
            one
            for rows in kinds.values()
            if sum(quoted for _, quoted in rows) * 2 > len(rows)
            for one, quoted in rows
            if not quoted
        ]
        if bare:
            yield Hit(
                "inner-quotes-missing",
                tuple(span(one) for one in bare),
                iris(value(one, SHZ.entryFor) for one in bare),
                {"count": len(bare)},
            )


def _kind(asked: Asked, entry: HeldStatement) -> Node | None:
    return asked.kinds.get(URIRef(str(value(entry, SHZ.entryFor))))


def _quoted_inside(asked: Asked, entry: HeldStatement) -> bool:
    words = asked.parts[entry.act.key, entry.evidence.clause].text.string
    return sum(words.count(sign) for sign in _QUOTES) > 2


def owner_not_in_its_list(asked: Asked) -> Iterator[Hit]:
    """A heading that announces the owner and its subordinates, over a list without the owner."""
    for clause, entries in _lists(asked):
        act, eid = asked.clause(clause)
        part = asked.parts[act, eid]
        phrases = load(entries[0].act.language).section("findings")["owner-and-others"]
        if not any(phrase in part.text.string for phrase in phrases):
            continue
        owners = {one.object for one in asked.by_predicate[SHZ.subordinateTo] if _of(one, eid)}
        listed = {value(one, SHZ.entryFor) for one in entries}
        for owner in iris(sorted(owners - listed, key=str)):
            yield Hit(
                "list-owner-absent",
                ((act, eid, part.text.ranges(entries[0].document.source)),),
                (owner,),
                {"heading": part.text.string.strip(" :"), "body": asked.names.get(owner, owner)},
            )


def _of(claim: HeldClaim, eid: str) -> bool:
    return claim.basis == "list" and claim.evidence.clause.startswith(f"{eid}__")


def list_in_another_chapter(asked: Asked) -> Iterator[Hit]:
    """A list printed under a chapter whose heading speaks of reorganisation and liquidation."""
    for clause, entries in _lists(asked):
        act, eid = asked.clause(clause)
        chapter = _chapter(asked, act, eid)
        words = load(entries[0].act.language).section("findings")["closing-chapters"]
        if chapter and any(word in chapter.text.string.lower() for word in words):
            source = entries[0].document.source
            yield Hit(
                "wrong-chapter",
                (
                    (act, eid, asked.parts[act, eid].text.ranges(source)),
                    (act, chapter.eid, chapter.text.ranges(source)),
                ),
                (),
                {"chapter": chapter.text.string},
            )


def _chapter(asked: Asked, act: str, eid: str) -> Provision | None:
    """The chapter heading that stands last before a clause in its part."""
    parent = asked.parts.get((act, eid.rpartition("__")[0]))
    last = None
    for child in parent.children if parent else ():
        if child.eid == eid:
            return last
        if child.kind is ProvisionKind.CHAPTER:
            last = child
    return last


def receivers_without_list(asked: Asked) -> Iterator[Hit]:
    """A body to which institutions were handed over and whose held regulation lists none."""
    received: dict[Node, list[HeldStatement]] = defaultdict(list)
    for one in asked.by_type[SHZ.Transfer]:
        body = value(one, SHZ.toBody)
        if body is not None:
            received[body].append(one)
    listing = {one.object for one in asked.by_predicate[SHZ.subordinateTo] if one.basis == "list"}
    for body, events in received.items():
        if body not in listing and body in asked.regulated:
            yield Hit(
                "receiver-without-list",
                tuple(span(one) for one in events),
                iris([body]),
                {"body": _name(asked, body), "count": len(events)},
            )
