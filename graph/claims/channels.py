"""Where an applicant can turn: the channels of a service, each with the body that keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claims.context import Context, Reading
from graph.claims.printed import bare_end
from graph.language import Language
from graph.model import Mention, Provision, Ref
from graph.words import plain
from ontology import CV, DCT, code


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


def channel_code(words: str, language: Language) -> str | None:
    """The code of the first channel of which the words hold a sign."""
    small = plain(words, language.code)
    for channel in language.section("service")["channel"]:
        if any(sign in small for sign in channel["words"]):
            return str(channel["code"])
    return None
