"""Acts damaged in every way that copies are damaged, and what is still read of them.

`python bench/damage.py [--each N] [--quiet]` makes N variants of each act and kind of damage,
always the same ones, and prints how much of what the whole act says is read of them: F1 of deeds
and of list rows by kind of damage and language, and of the deeds of which no word is cut off. 2
when an act cannot be read or reads wrongly.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval import events_of, rows_of
from gold import HOUSE, SETS, load_all
from scores import Score, pair, same

from graph.act import read_act
from graph.claims import read_claims
from graph.errors import ShezhireError
from graph.formats import read_side
from graph.model import NOWHERE, ActClaims, ProvisionKind, SideFile, Source

SOURCES = HOUSE / "graph" / "acts"
#: Letters of one alphabet that look like letters of the other.
_TWINS = str.maketrans("аеорсухіАВЕКМНОРСТХІ", "aeopcyxiABEKMHOPCTXI")
_FOREIGN = {
    "kk": "Контроль за исполнением постановления возложить на заместителя акима области.",
    "ru": "Осы қаулының орындалуын бақылау облыс әкімінің орынбасарына жүктелсін.",
}
_CLAUSES = {
    ProvisionKind.POINT,
    ProvisionKind.ITEM,
    ProvisionKind.INDENT,
    ProvisionKind.PARAGRAPH,
}


@dataclass(frozen=True, slots=True)
class Act:
    """A whole act: its name, language, words, side file, and words that order nothing."""

    name: str
    language: str
    text: str
    side: SideFile
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A damaged act; `kept` is the stretch of the whole act of which words are left."""

    act: Act
    damage: str
    text: str
    kept: tuple[int, int]


# --------------------------------------------------------------------------- damage
def _each(pattern: str, part: float, with_: Callable[[str], str]) -> Callable[..., str]:
    """Damage to a part of all places that a pattern finds."""

    def damage(text: str, chance: random.Random, _: str) -> str:
        return re.sub(pattern, lambda m: with_(m[0]) if chance.random() < part else m[0], text)

    return damage


def _wrapped(text: str, chance: random.Random, _: str) -> str:
    """Every line broken anew at another width; blank lines and markup lines stay."""
    return "\n".join(_broken(line, chance.randint(45, 110)) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if line.lstrip().startswith(("#", "<", ">", "|")):
        return line
    out, length = [], 0
    for word in re.split(r"(?<=\S)(?= )", line):
        if length + len(word) > width and length:
            word, length = "\n" + word.lstrip(), 0
        out.append(word)
        length += len(word)
    return "".join(out)


def _mixed(text: str, chance: random.Random, language: str) -> str:
    """Sentences of the other language between the paragraphs."""
    breaks = [match.end() for match in re.finditer(r"\n\s*\n", text)] or [len(text)]
    at = chance.choice(breaks)
    return f"{text[:at]}{_FOREIGN[language]}\n\n{text[at:]}"


DAMAGES: dict[str, Callable[[str, random.Random, str], str]] = {
    "re-wrapped": _wrapped,
    "look-alike letters": _each("[аеорсухіАВЕКМНОРСТХІ]", 0.08, lambda x: x.translate(_TWINS)),
    "lost quotes": _each('["«»]', 0.08, lambda _: ""),
    "doubled spaces": _each(r"(?<=\S) (?=\S)", 0.3, lambda _: "  "),
    "mixed languages": _mixed,
    "line ends": _each(r"\n", 1.0, lambda _: "\r\n"),
    "hyphens": _each(r"(?<=\w)-(?=\w)", 0.5, lambda _: "- "),
    "straight quotes": _each("[«»]", 1.0, lambda _: '"'),
}


def variants(acts: Sequence[Act], each: int) -> Iterator[Variant]:
    """The variants: `each` of every act and damage, and as many cut at its end and its beginning.

    The same for the same acts, whatever the order and the machine.
    """
    for act in acts:
        for damage, harm in DAMAGES.items():
            for number in range(each):
                text = harm(act.text, _chance(act, damage, number), act.language)
                yield Variant(act, damage, text, (0, len(act.text)))
        for number in range(each):
            at = _chance(act, "cut", number).randint(1, len(act.text))
            yield Variant(act, "cut at the end", act.text[:at], (0, at))
            yield Variant(act, "cut at the beginning", act.text[at:], (at, len(act.text)))


def _chance(act: Act, damage: str, number: int) -> random.Random:
    return random.Random(zlib.crc32(f"{act.name}/{act.language}/{damage}/{number}".encode()))


# --------------------------------------------------------------------------- acts
def all_acts(corpus: bool = True) -> list[Act]:
    """The acts of the house, the invented ones, and the corpus where it lies beside the house."""
    found = [_act(path, "kk") for path in sorted(SOURCES.glob("*.txt"))]
    for name, one in SETS.items():
        if one.acts.is_dir() and (corpus or name != "corpus"):
            for gold in load_all(one.labels):
                traps = tuple(trap.words for trap in gold.traps)
                found.append(_act(one.acts / gold.source, gold.language, traps))
    return found


def _act(path: Path, language: str, traps: tuple[str, ...] = ()) -> Act:
    return Act(path.name, language, path.read_text("utf-8"), read_side(path), traps)


def read(act: Act, text: str) -> ActClaims | None:
    """What is read of a text; None where the program refuses it by one of its own errors."""
    try:
        return read_claims(read_act(Source(act.name, text, "0" * 64), act.side))
    except ShezhireError:
        return None


# --------------------------------------------------------------------------- what must hold
def wrongs(act: Act, found: ActClaims, whole: ActClaims | None) -> Iterator[str]:
    """What is wrong with a reading: spans that do not stand, deeds from traps, points passed over.

    Words of a trap that also stand in a deed of the whole act tell nothing.
    """
    source = found.document.source
    for one in (*found.claims, *found.statements):
        for part in one.evidence.ranges:
            if not 0 <= part.start < part.end <= len(source.text):
                yield f"{one.evidence.clause}: no such span {part}"
            elif source.quote(part) != source.text[part.start : part.end]:
                yield f"{one.evidence.clause}: another quote at {part}"
    yield from _moved_letters(found)
    told = set(_sprung(act, whole)) if whole else set()
    yield from (one for one in _sprung(act, found) if one not in told)
    yield from _passed_over(found)


def _moved_letters(found: ActClaims) -> Iterator[str]:
    """Words of the document whose letters do not stand where they say, but for look-alikes."""
    text = found.document.source.text
    for part in found.document.walk():
        for letter, place in zip(part.text.string, part.text.places, strict=True):
            if place == NOWHERE or text[place] == letter:
                continue
            if (
                text[place].isspace() != letter.isspace()
                or text[place].isalpha() != letter.isalpha()
            ):
                yield f"{part.eid}: {letter!r} stands for {text[place]!r} at {place}"
                return


def _sprung(act: Act, found: ActClaims) -> Iterator[str]:
    source = found.document.source
    traps = [_letters(words) for words in act.traps if len(words) > 20]
    for one in found.statements:
        if one.key.startswith("event/"):
            words = _letters(" ".join(source.quote(part) for part in one.evidence.ranges))
            yield from (f"a deed from a trap: {trap}" for trap in traps if trap in words)


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words.translate(_BACK).lower())


_BACK = {new: old for old, new in _TWINS.items()}


def _passed_over(found: ActClaims) -> Iterator[str]:
    """Enacting points of which is said neither that they were understood nor that they were not."""
    unread = {one.clause for one in found.unread}
    for part in found.document.walk():
        if part.kind in _CLAUSES:
            under = {one.eid for one in part.walk()}
            if not under & (found.read | unread):
                yield f"{part.eid} is passed over in silence"


# --------------------------------------------------------------------------- how much is left
def compare(
    whole: ActClaims, variant: Variant, found: ActClaims | None
) -> tuple[Score, Score, Score]:
    """Deeds and rows of the whole act that stand in what is left of it, and those read of it; last
    the deeds of which no word is cut off, the enacting ones among them.
    """
    language, kept = variant.act.language, variant.kept
    spans = {
        one.evidence.clause: one.evidence.ranges
        for one in whole.statements
        if one.key.startswith(("event/", "entry/"))
    }

    def stands(clause: str) -> bool:
        # The words above a list may be cut off; the row itself is the last stretch.
        parts = sorted(spans.get(clause, ()), key=lambda part: part.end)
        return bool(parts) and kept[0] <= parts[-1].start and parts[-1].end <= kept[1]

    def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return pair(one, other, lambda x, y: same(x, y, language)) == ([], [])

    def uncut(clause: str) -> bool:
        return all(kept[0] <= part.start and part.end <= kept[1] for part in spans[clause])

    deeds = [one for one in events_of(whole) if stands(one.clause)]
    seen = events_of(found) if found else []
    lost, _ = pair(
        deeds,
        seen,
        lambda a, b: (
            a.kind == b.kind and alike(a.originals, b.originals) and alike(a.results, b.results)
        ),
    )
    left = [one for one in deeds if uncut(one.clause)]
    read_of_them = sum(one not in lost for one in left)
    rows = [row.name for row in rows_of(whole) if kept == (0, len(variant.act.text))]
    names = [row.name for row in rows_of(found)] if found and rows else []
    gone, _ = pair(rows, names, lambda x, y: same(x, y, language))
    return (
        Score(len(deeds), len(seen), len(deeds) - len(lost)),
        Score(len(rows), len(names), len(rows) - len(gone)),
        Score(len(left), read_of_them, read_of_them),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 when a variant reads wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", type=int, default=1, help="variants of each act and damage")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    options = parser.parse_args(arguments)
    scores: dict[tuple[str, str, str], Score] = defaultdict(Score)
    acts = all_acts()
    whole = {(act.name, act.language): read(act, act.text) for act in acts}
    count = refused = 0
    faults: list[str] = []
    for variant in variants(acts, options.each):
        act = variant.act
        reference = whole[act.name, act.language]
        found = read(act, variant.text)
        count, refused = count + 1, refused + (found is None)
        faults += [
            f"{act.language}/{act.name}, {variant.damage}: {wrong}"
            for wrong in (wrongs(act, found, reference) if found else ())
        ]
        if reference is None:
            continue
        told = compare(reference, variant, found)
        for what, score in zip(("deeds", "rows", "uncut"), told, strict=True):
            scores[act.language, variant.damage, what].add(score.gold, score.found, score.right)
    for (language, damage, what), one in sorted(scores.items()):
        if one.gold:
            print(
                f"{language} {damage:22}{what:6}{one.gold:6}{one.found:6}{one.right:6}{one.f1:7.3f}"
            )
    print(f"{count} variants of {len(acts)} acts, {refused} refused by name, {len(faults)} wrong")
    for fault in [] if options.quiet else faults:
        print(fault)
    return 2 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
