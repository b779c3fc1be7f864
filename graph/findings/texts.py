"""Faults of the text itself: numbers, stamps, quotes, misprints, damage of the copy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from graph.findings.asked import Asked, values
from graph.findings.hit import Hit, Span, labels, messages
from graph.model import ActClaims, Fault, Provision, ProvisionKind
from graph.words import inflects
from ontology import SHZ

#: A misprint is looked for in words of at least this many letters …
_SHORTEST = 7
#: … that differ from a usual word before its ending, which begins this far from the end.
_ENDING = 4
#: A usual word is printed at least this often.
_USUAL = 3
#: A quote after a word closes, one before a word opens.
_QUOTE = re.compile(r"""(?P<closing>(?<=[\w.)])["»”])|["«“„](?=\s?\w)""")
_WORD = re.compile(r"[^\W\d_]+")
#: Kinds of fault whose occurrences in an act are told together.
_TOGETHER = {"quotes-shared"}


def faults(asked: Asked) -> Iterator[Hit]:
    """Faults that the readers saw, each a finding under the rule of its name."""
    for held in asked.record.acts:
        together: dict[str, list[Span]] = defaultdict(list)
        for fault in held.document.faults:
            rule = _rule(fault, asked, held)
            if rule in _TOGETHER:
                together[rule].append((held.act.key, fault.clause, fault.ranges))
            elif rule in messages() and not _supplied(rule, fault, asked, held):
                yield _fault(rule, fault, asked, held)
        for rule, spans in sorted(together.items()):
            yield Hit(rule, tuple(spans), (), {"count": len(spans)})


def _supplied(rule: str, fault: Fault, asked: Asked, held: ActClaims) -> bool:
    """Whether what is called attached is there after all: the other language says what it is."""
    return rule == "attachment-missing" and any(
        asked.clause(target) in asked.parts
        for one in asked.by_type[SHZ.Approval]
        if (one.act.key, one.evidence.clause) == (held.act.key, fault.clause)
        for target in values(one, SHZ.approves)
    )


def _rule(fault: Fault, asked: Asked, held: ActClaims) -> str:
    """Quotes that do not balance: one shared by two names, or an opening one lost."""
    if fault.kind != "unbalanced-quotes":
        return fault.kind
    words = asked.parts[held.act.key, fault.clause].text.string
    first = _QUOTE.search(words)
    return "opening-quote-missing" if first and first["closing"] else "quotes-shared"


def _fault(rule: str, fault: Fault, asked: Asked, held: ActClaims) -> Hit:
    part = asked.parts.get((held.act.key, fault.clause))
    words = part.text.string if part else ""
    return Hit(
        rule,
        ((held.act.key, fault.clause, fault.ranges),),
        (asked.record.iris.clause(held.act.key, fault.clause),),
        {
            "detail": labels("cut-off", fault.detail),
            "words": fault.detail or words,
            "number": (part.number if part else None) or fault.detail,
            "printed": fault.detail.split(" ", 1)[0],
            "act": held.act.day.year,
            "reason": fault.detail,
        },
    )


def damage(asked: Asked) -> Iterator[Hit]:
    """What the copy had broken, told once for each kind of damage in an act."""
    for held in asked.record.acts:
        kinds: dict[str, list[Span]] = defaultdict(list)
        for repair in held.document.repairs:
            kinds[repair.kind].append((held.act.key, "", repair.ranges))
        for kind, spans in sorted(kinds.items()):
            if kind == "displaced-unresolved":
                continue
            yield Hit(
                "copy-damaged",
                tuple(spans),
                (),
                {"count": len(spans), "kind": labels("repairs", kind)},
            )


def unread_clauses(asked: Asked) -> Iterator[Hit]:
    """Clauses that no rule of the language understood."""
    for held in asked.record.acts:
        for one in held.unread:
            yield Hit(
                "clause-unread",
                ((held.act.key, one.clause, one.ranges),),
                (asked.record.iris.clause(held.act.key, one.clause),),
                {},
            )


def empty_attachments(asked: Asked) -> Iterator[Hit]:
    """Appendices of which the copy has the stamp and the heading only."""
    silent = {ProvisionKind.STAMP, ProvisionKind.HEADING, ProvisionKind.NOTE}
    for held in asked.record.acts:
        for part in held.document.walk():
            if part.kind is ProvisionKind.APPENDIX and all(
                child.kind in silent for child in part.children
            ):
                heading = _heading(part)
                yield Hit(
                    "attachment-empty",
                    (asked.whole(held, heading or part),),
                    (asked.record.iris.clause(held.act.key, part.eid),),
                    {"heading": heading.text.string if heading else part.eid},
                )


def _heading(part: Provision) -> Provision | None:
    return next((p for p in part.children if p.kind is ProvisionKind.HEADING), None)


def misprints(asked: Asked) -> Iterator[Hit]:
    """Rare words one letter away from a word that the same act prints often.

    The last letters do not count: there the language puts its endings; nor does a form of the word.
    """
    for held in asked.record.acts:
        counts = Counter(w for part in held.document.walk() for w in _words(part))
        usual = _near(word for word, times in counts.items() if times >= _USUAL)
        for part in held.document.walk():
            for match in _WORD.finditer(part.text.string):
                word = match[0].lower()
                if len(word) < _SHORTEST or counts[word] > 1:
                    continue
                other = _neighbour(word, usual)
                if other and not inflects(word, other, held.act.language):
                    ranges = part.text.ranges(held.document.source, match.start(), match.end())
                    yield Hit(
                        "misspelling",
                        ((held.act.key, part.eid, ranges),),
                        (asked.record.iris.clause(held.act.key, part.eid),),
                        {"word": match[0], "usual": other, "times": counts[other]},
                    )


def _words(part: Provision) -> list[str]:
    return [w for w in (m[0].lower() for m in _WORD.finditer(part.text.string)) if len(w) > 5]


def _near(words: Iterator[str]) -> dict[str, str]:
    """Each usual word under itself and under every form of it that lacks one inner letter."""
    table: dict[str, str] = {}
    for word in sorted(words):
        for form in _shortened(word):
            table.setdefault(form, word)
        table[word] = word
    return table


def _shortened(word: str) -> Iterator[str]:
    for place in range(1, len(word) - _ENDING + 1):
        yield word[:place] + word[place + 1 :]


def _neighbour(word: str, usual: dict[str, str]) -> str | None:
    """A usual word with one letter more, one less, or one other; None when there is none."""
    for form in (word, *_shortened(word)):
        other = usual.get(form)
        if other and other != word and abs(len(other) - len(word)) <= 1 and _one_apart(word, other):
            return other
    return None


def _one_apart(one: str, other: str) -> bool:
    """Whether the difference is one letter, and not in the ending."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    tails = (one[same + 1 :], other[same:]), (one[same:], other[same + 1 :])
    return same <= len(one) - _ENDING and (
        any(a == b for a, b in tails) or one[same + 1 :] == other[same + 1 :]
    )
