"""Orders and what they lack: attachments, balance sheets, registrations, cardinalities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rdflib import URIRef

from graph.dataset import HeldStatement
from graph.dataset.cardinality import CARDINALITIES, misses
from graph.findings.asked import Asked, headings, iris, label, span, value, values
from graph.findings.hit import Hit, labels
from graph.language import load
from graph.model import ActClaims
from graph.words import declines, fold
from ontology import SHZ, code, read_codelist

#: A bracket in a title, behind it or behind a name in it: «(бұдан әрі – Ереже)».
_HEREAFTER = re.compile(r"\s*\([^()]*[-–—][^()]*\)")
#: A word whose letters are set apart: «П О Л О Ж Е Н И Е».
_SPACED = re.compile(r"(?<!\w)\w(?: \w){3,}(?!\w)")
#: A number; the number of the appendix that an address leads to.
_NUMBER = re.compile(r"\d+")
_APPENDIX = re.compile(r"/app_(\d+)(?:~\d+)?$")
#: How much of a word its ending may be.
_ENDING = 3


def cardinalities(asked: Asked) -> Iterator[Hit]:
    """Events kept as reorganisations with more or fewer bodies in a role than their words admit."""
    kinds = read_codelist("change-kinds")
    for event in asked.by_type[SHZ.Reorganisation]:
        if (kind := _meant(event)) is None:
            continue
        for role, found in misses(event, kind):
            least, most = CARDINALITIES[kind][role]
            yield Hit(
                "event-cardinality",
                (span(event),),
                (event.node,),
                {
                    "kind": kinds[code_of(kind)].labels,
                    "role": labels("roles", str(role).rpartition("#")[2]),
                    "found": found,
                    "expected": f"≥ {least}" if most is None else most,
                },
            )


def stated_against_read(asked: Asked) -> Iterator[Hit]:
    """Events whose words mean one thing and whose clause says another."""
    kinds = read_codelist("change-kinds")
    for kind in kinds:
        for event in asked.by_type.get(SHZ[_class_of(kind)], []):
            stated = value(event, SHZ.statedKind)
            if stated is not None and stated != code("change-kinds", kind):
                meant = _meant(event)
                if event.type == SHZ.Reorganisation and meant and any(misses(event, meant)):
                    continue  # told by its cardinality
                yield Hit(
                    "stated-kind-differs",
                    (span(event),),
                    (event.node,),
                    {"stated": label(stated), "read": kinds[kind].labels},
                )


def _meant(event: HeldStatement) -> URIRef | None:
    """The class as which an event was read, else that of what its words mean by themselves."""
    if event.read_as is not None:
        return event.read_as
    stated = value(event, SHZ.statedKind)
    return SHZ[_class_of(str(stated).rpartition("/")[2])] if stated is not None else None


def _class_of(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("-"))


def code_of(event: URIRef) -> str:
    """The code of change-kinds of a class of events: SpinOff → spin-off."""
    name = event.rpartition("#")[2]
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def missing_instruments(asked: Asked) -> Iterator[Hit]:
    """Successions apportioned by a document that no held text is."""
    for one in asked.by_type[SHZ.LegalSuccession]:
        document = value(one, SHZ.apportionedBy)
        if document is None or isinstance(document, URIRef):
            continue
        yield Hit(
            "succession-instrument-missing",
            (span(one),),
            (one.node, *iris(values(one, SHZ.successor))),
            {"words": str(document)},
        )


def titles_against_headings(asked: Asked) -> Iterator[Hit]:
    """What a clause approves, and the heading of the attached text, in other words."""
    heads = {
        (held.act.key, part.eid): (held, heading)
        for held in asked.record.acts
        for part, heading in headings(held)
    }
    for one in asked.by_type[SHZ.Approval]:
        for target in iris(values(one, SHZ.approves)):
            held, heading = heads.get(asked.clause(target), (None, None))
            if held is None or heading is None or not _whole_title(one):
                continue
            if _of_another(str(value(one, SHZ.statedText)), target, held.act.language):
                continue
            said = _bare(str(value(one, SHZ.statedText)), held.act.language)
            printed = _bare(heading.text.string, held.act.language)
            alike = _same_words(said, printed, held.act.language)
            short = _in_short(said, held, asked) or _shortened(said, printed)
            short = short or _begins(said, printed, held.act.language)
            if said != printed and not alike and not short:
                yield Hit(
                    "title-mismatch", (span(one), asked.whole(held, heading)), (target, one.node)
                )


def _whole_title(approval: HeldStatement) -> bool:
    """Whether the clause names one attached text: several are named in short."""
    return len(values(approval, SHZ.approves)) == 1


def _of_another(said: str, target: URIRef, language: str) -> bool:
    """Whether the clause refers to an appendix of another number than the attached text has."""
    words = " ".join(part[0] for part in _referring(language).finditer(said))
    numbers, own = _NUMBER.findall(words), _APPENDIX.search(target)
    return bool(numbers and own and own[1] != "0" and own[1] not in numbers)


def _bare(words: str, language: str) -> str:
    """The words of a title, without the bracket that defines a short name for it, without what
    says where it is attached, and with letters that are set apart put together.
    """
    words = _referring(language).sub(" ", words.rstrip(" .;:<>*"))
    words = _HEREAFTER.sub("", words.rstrip(" .;:<>*"))
    words = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), words)
    return fold(words, language).strip(" .;:,")


@cache
def _referring(language: str) -> re.Pattern[str]:
    """The words by which a clause says that a text is attached, and as which appendix."""
    return re.compile(load(language).section("findings")["attached"])


def _same_words(one: str, other: str, language: str) -> bool:
    """Whether two titles have the same words, each in any case: a clause puts it in another.

    Words that only join others may be other ones: «мен», «және».
    """
    joining = set(load(language).section("findings")["joining"])
    ones, others = ([w for w in words.split() if w not in joining] for words in (one, other))
    if len(ones) != len(others):
        return False
    ending = _ENDING if declines(language) else 0
    pairs = zip(ones, others, strict=True)
    return all(a[: max(3, len(a) - ending)] == b[: max(3, len(a) - ending)] for a, b in pairs)


def _begins(one: str, other: str, language: str) -> bool:
    """Whether one title is the beginning of the other, by two words at least: the clause says more
    of what it approves, or the heading whose it is.
    """
    ones, others = one.split(), other.split()
    size = min(len(ones), len(others))
    first, second = (" ".join(words[:size]) for words in (ones, others))
    return size > 1 and _same_words(first, second, language)


def _in_short(said: str, held: ActClaims, asked: Asked) -> bool:
    """Whether a title calls its body by a short name, where the heading has it in full."""
    terms = (fold(name, held.act.language) for _, name in asked.short_names(held))
    return any(f" {term}" in f" {said}" for term in terms)


def _shortened(said: str, printed: str) -> bool:
    """Whether a title begins with one word of the body's name and ends as the heading does."""
    first, *rest = said.split()
    words = printed.split()
    same = len(rest) < len(words) and rest == words[len(words) - len(rest) :]
    stem = first[: max(3, len(first) - _ENDING)]
    return same and any(word.strip("()").startswith(stem) for word in words[: -len(rest) or None])


def missing_registrations(asked: Asked) -> Iterator[Hit]:
    """Bodies that an act makes and orders to be registered, without a held registration."""
    ordered = {
        one.act.key: one
        for one in asked.by_type[SHZ.Duty]
        if str(value(one, SHZ.dutyKind)).endswith("/registration")
    }
    for kind in (SHZ.Establishment, SHZ.SpinOff, SHZ.Division, SHZ.Merger):
        for event in asked.by_type[kind]:
            duty = ordered.get(event.act.key)
            if duty is None or value(event, SHZ.registeredFrom) is not None:
                continue
            for body in iris(values(event, SHZ.created)):
                yield Hit(
                    "registration-missing",
                    (span(event), span(duty)),
                    (body,),
                    {"body": asked.names.get(body, body)},
                )
