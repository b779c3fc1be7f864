"""Words in an order that say only how or within what it is carried out, and tell of no deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from graph.language import Language, load

_QUOTE = re.compile('["«»“”]')
#: A word in brackets that is another name of the body before it.
_SHORT = re.compile(r"\s*\([^\W\d_a-zа-яёәғқңөұүһі][^\W\d_]{2,40}\)")


def passing(
    string: str,
    taken: Sequence[tuple[int, int]],
    language: Language,
    named: Sequence[int] = (),
) -> list[tuple[int, int]]:
    """Where such words stand in a sentence, with the blank after them, outside of `taken`.

    «X *заңнамада белгіленген тәртіппен* таратылсын» orders what «X таратылсын» does. At `named` end
    the bodies in the nominative, behind which more words say how.
    """
    pattern = _pattern(language.code)
    if pattern is None:
        return []
    spans = (_left_out(hit) for hit in pattern.finditer(string))
    left_out = [span for span in spans if not _meets(span, taken)]
    left_out += _behind_bodies(string, [*taken, *left_out], language, "reasons")
    behind = [*((at, at) for at in named), *left_out]
    return left_out + _behind_bodies(string, behind, language, "manners", taken)


def _behind_bodies(
    string: str,
    bodies: Sequence[tuple[int, int]],
    language: Language,
    name: str,
    taken: Sequence[tuple[int, int]] = (),
) -> list[tuple[int, int]]:
    """Where words stand right behind a body, or behind others that are passed over, that say why,
    by what act or how the deed is done: «X *балалардың аздығына байланысты* таратылсын».
    """
    pattern = _behind(language.code, name)
    hits = (pattern.match(string, end) for _, end in bodies) if pattern else ()
    spans = [(hit.start("words"), hit.end()) for hit in hits if hit]
    return [span for span in spans if not _meets(span, [*taken, *bodies])]


def asides(string: str, language: Language) -> list[tuple[int, int]]:
    """Where words stand that say what a body of a deed is given in it, and name others for that:
    «X, *оған Y-тен функциялар бере отырып*, Z болып қайта құрылсын».
    """
    patterns = language.section("phrases").get("asides", ())
    hits = (hit for one in patterns for hit in re.finditer(one, string, re.IGNORECASE | re.DOTALL))
    return [hit.span() for hit in hits]


def _left_out(hit: re.Match[str]) -> tuple[int, int]:
    """Where the words stand; behind a comma that has no blank before it a blank is left."""
    return hit.start(), hit.start() + len(hit[0].rstrip()) if hit[0][0] == "," else hit.end()


def without_passing(string: str, language: Language) -> str:
    """The words without those that are passed over."""
    pattern = _pattern(language.code)
    return pattern.sub("", string) if pattern else string


def _meets(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    """The `passing` expressions of a language as one; None where it has none."""
    patterns = list(_passing(code))
    if not patterns:
        return None
    words = f"(?:{'|'.join(patterns)})(?!\\w)"
    alone = rf"(?:(?<!\w)|(?=,)){words}\s*,?\s*"
    return re.compile(rf",\s+{words}\s*,\s*|{alone}", re.IGNORECASE)


@cache
def _behind(code: str, name: str) -> re.Pattern[str] | None:
    """The `reasons` or `manners` of a language as one expression; None where it has none."""
    data = load(code).section("phrases")
    stop = data.get("manner-stop", "")
    told = (one.replace("{word}", r"(?!{stop})[\w-]+") for one in data.get(name, ()))
    words = "|".join(one.replace("{stop}", stop).replace(" ", r"\s+") for one in told)
    return re.compile(rf"\s*,?\s*(?P<words>(?:{words}))(?!\w)\s*,?\s*", re.I) if words else None


def _passing(code: str) -> Iterator[str]:
    for pattern in load(code).section("phrases").get("passing", ()):
        yield re.sub(r" (\??)", lambda blank: r"\s*" if blank[1] else r"\s+", pattern.strip())


def quotes_around(string: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Quotes that hold a name which is printed without its legal form, and nothing else."""
    for start, end in taken:
        if _QUOTE.match(string[start - 1 : start]) and _QUOTE.match(string[end : end + 1]):
            yield start - 1, start
            yield end, end + 1


def other_names(string: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Brackets right behind a name that hold another name and nothing else: «(Госцентр)»."""
    short = (_SHORT.match(string, end) for _, end in taken)
    yield from (one.span() for one in short if one)
    for (_, end), (start, other) in pairwise(taken):
        closes = re.match(r"\s*\)", string[other:])
        if closes and string[end:start].strip() == "(":
            yield end, other + closes.end()
