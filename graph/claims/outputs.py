"""What a service yields: each of the printed outputs, and in which form it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph.claims.context import Context, Reading
from graph.claims.printed import bare_end
from graph.language import Language
from graph.model import Provision, Ref
from graph.words import plain
from ontology import CPSV, CV, DCT, code


@dataclass(slots=True)
class Outputs:
    """The outputs of a service: what it is there to give, and what it says instead."""

    results: list[Ref] = field(default_factory=list)
    refusals: list[Ref] = field(default_factory=list)

    def add(self, more: Outputs) -> None:
        """Take over what another paragraph says."""
        self.results += more.results
        self.refusals += more.refusals


def read_outputs(
    part: Provision, start: int, service: Ref, context: Context, reading: Reading
) -> Outputs:
    """Note the outputs that stand in the words of a part from `start`."""
    outputs = Outputs()
    small = plain(part.text.string, context.language.code)
    for count, (begin, end) in enumerate(_outputs(small, start, context.language), 1):
        refuses = _refuses(small[begin:end], context.language)
        output = reading.state(
            f"output/{part.eid}-{count}",
            CV.Output,
            context.evidence(part, "service-output", begin, end),
            (DCT.title, context.literal(part.text.string[begin:end])),
            (DCT.type, code("output-kinds", "refusal" if refuses else "result")),
            of=(service, CPSV.produces),
        )
        (outputs.refusals if refuses else outputs.results).append(output)
    reading.read.add(part.eid)
    return outputs


def begins_behind(words: str, language: Language) -> int:
    """Where an output begins behind the words that say where it is given: «на портале – …»."""
    where = re.compile(language.section("service")["output"]["where"])
    given = where.match(plain(words, language.code))
    return given.end() if given else 0


def _refuses(words: str, language: Language) -> bool:
    refusal: list[str] = language.section("service")["output"]["refusal"]
    return any(one in words for one in refusal)


def _outputs(small: str, start: int, language: Language) -> Iterator[tuple[int, int]]:
    """Where each output stands, without the citation of what lays it down."""
    joiners, reference = _patterns(language)
    end = bare_end(small)
    tail = _tail(language)
    if tail and (closed := tail.search(small, start, end)):
        end = closed.start()
    cuts = [
        hit
        for hit in joiners.finditer(small, start, end)
        if _outside(small[start : hit.start()]) and not _inner(small, hit, language)
    ]
    for begin, stop in zip(
        [start, *(hit.end() for hit in cuts)], [*(hit.start() for hit in cuts), end], strict=True
    ):
        cited = list(reference.finditer(small, begin, stop))
        yield (cited[-1].end() if cited else begin), stop


def _outside(before: str) -> bool:
    """Whether a place is outside brackets."""
    return before.count("(") == before.count(")")


def _inner(small: str, joiner: re.Match[str], language: Language) -> bool:
    """Whether a joiner joins words inside one output: in what form, by which of two means."""
    data = language.section("service")["output"]
    before, after = small[: joiner.start()], small[joiner.end() :]
    return bool(re.search(data["inner-before"], before) or re.match(data["inner-after"], after))


@cache
def _tail(language: Language) -> re.Pattern[str] | None:
    """What closes the sentence after the outputs; None in a language that needs no such words."""
    words = language.section("service")["output"].get("tail")
    return re.compile(f"{words}$") if words else None


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language.section("service")["output"]
    return re.compile(data["joiners"]), re.compile(data["reference"])
