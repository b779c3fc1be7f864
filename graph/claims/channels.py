"""Where an applicant can turn: the channels of a service, each with the body that keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.claims.context import Context, Reading
from graph.claims.printed import bare_end
from graph.language import Language
from graph.model import Mention, Provision, Ref
from graph.words import plain
from ontology import CV, DCT, code

_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as noted: its node, its code of `channels`, the body that keeps it."""

    ref: Ref
    code: str | None
    body: Mention | None


def read_channel(item: Provision, service: Ref, context: Context, reading: Reading) -> Channel:
    """Note one channel that an item prints."""
    kind = channel_code(item.text.string, context.language)
    bodies = context.masked(item).found
    body = bodies[0].mention if bodies else None
    end = bare_end(item.text.string)
    ref = reading.state(
        f"channel/{item.eid}",
        CV.Channel,
        context.evidence(item, "service-channel", 0, end),
        (DCT.title, context.literal(item.text.string[:end])),
        (DCT.type, code("channels", kind) if kind else None),
        (CV.ownedBy, body),
        of=(service, CV.hasChannel),
    )
    reading.read.add(item.eid)
    return Channel(ref, kind, body)


def read_channels_in(
    part: Provision, start: int, service: Ref, context: Context, reading: Reading
) -> list[Channel]:
    """Note the channels that a sentence names after `start`, each kind once."""
    channels: list[Channel] = []
    language = context.language
    small = plain(part.text.string, language.code)
    for hit in _within(language).finditer(small, start):
        for kind in _kinds(_BRACKETS.sub("", hit["words"]), language):
            if kind in {one.code for one in channels}:
                continue
            ref = reading.state(
                f"channel/{part.eid}-{len(channels) + 1}",
                CV.Channel,
                context.evidence(part, "service-channel", *hit.span("words")),
                (DCT.title, context.literal(part.text.string[slice(*hit.span("words"))])),
                (DCT.type, code("channels", kind)),
                of=(service, CV.hasChannel),
            )
            channels.append(Channel(ref, kind, None))
    return channels


def tells_channels(part: Provision, language: Language) -> bool:
    """Whether a sentence says where papers are taken and given out."""
    small = plain(part.text.string, language.code)
    return re.search(language.section("service")["channels"]["sentence"], small) is not None


def _kinds(words: str, language: Language) -> Iterator[str]:
    """The codes of the channels of which words hold a sign; the provider, who is named in any
    sentence, only alone or with its office (the first of its signs).
    """
    data = language.section("service")
    own = str(data["own"]["channel"])
    found = [
        str(channel["code"])
        for channel in data["channel"]
        if any(sign in words for sign in channel["words"])
    ]
    office = next(channel["words"][0] for channel in data["channel"] if channel["code"] == own)
    return (one for one in found if one != own or len(found) == 1 or office in words)


@cache
def _within(language: Language) -> re.Pattern[str]:
    return re.compile(language.section("service")["channels"]["within"])


def channel_code(words: str, language: Language) -> str | None:
    """The code of the first channel of which the words hold a sign."""
    small = plain(words, language.code)
    for channel in language.section("service")["channel"]:
        if any(sign in small for sign in channel["words"]):
            return str(channel["code"])
    return None
