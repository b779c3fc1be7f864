"""Changes as feeds that readers of news follow: Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import orjson
from fastapi import Response

from api.answers import CACHE, VARY, etag, unchanged
from api.forms import Forms
from graph.hierarchy.lineage import Event
from ontology import SHZ

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
FEEDS = {"atom": ATOM, "jsonfeed": JSON_FEED}
_NAMESPACE = "http://www.w3.org/2005/Atom"
_TITLES = {"kk": "Органдардағы өзгерістер", "ru": "Изменения органов", "en": "Changes of bodies"}


def feed(forms: Forms, events: list[Event], media: str) -> Response:
    """The events as one of FEEDS."""
    question = forms.question
    tag = etag(question.served.name, media, question.language, str(question.request.url))
    headers = {"ETag": tag, "Cache-Control": CACHE, "Vary": VARY}
    if unchanged(question.request, tag):
        return Response(status_code=304, headers=headers)
    content = atom(forms, events) if media == ATOM else json_feed(forms, events)
    return Response(content, headers=headers, media_type=media)


def atom(forms: Forms, events: Iterable[Event]) -> bytes:
    """The events as an Atom feed (RFC 4287), the latest first."""
    root = ET.Element("feed", xmlns=_NAMESPACE)
    question = forms.question
    root.set("xml:lang", question.language)
    address = str(question.request.url)
    _add(root, "id", address)
    _add(root, "title", _TITLES[question.language])
    _add(root, "updated", _moment(question.served.recorded_until))
    ET.SubElement(root, "link", rel="self", type=ATOM, href=address)
    _add(ET.SubElement(root, "author"), "name", "Shezhire")
    for event in _latest(events):
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", event.fact.iri)
        _add(entry, "title", _title(forms, event))
        _add(entry, "updated", _moment(event.fact.recorded_from or question.served.recorded_until))
        ET.SubElement(entry, "link", rel="alternate", href=forms.url(event.fact.iri))
        _add(entry, "summary", _summary(forms, event))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def json_feed(forms: Forms, events: Iterable[Event]) -> bytes:
    """The events as a JSON Feed (https://www.jsonfeed.org/version/1.1/), the latest first."""
    question = forms.question
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _TITLES[question.language],
        "home_page_url": f"{question.site}/",
        "feed_url": str(question.request.url),
        "language": question.language,
        "items": [_item(forms, event) for event in _latest(events)],
    }
    return orjson.dumps(told)


def _item(forms: Forms, event: Event) -> dict[str, Any]:
    recorded = event.fact.recorded_from or forms.question.served.recorded_until
    return {
        "id": event.fact.iri,
        "url": forms.url(event.fact.iri),
        "title": _title(forms, event),
        "content_text": _summary(forms, event),
        "date_published": _moment(recorded),
    }


def _latest(events: Iterable[Event]) -> Iterator[Event]:
    return reversed(list(events))


def _add(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = words


def _moment(day: date) -> str:
    """The beginning of a day in Kazakhstan, as RFC 3339 has it."""
    return f"{day.isoformat()}T00:00:00+05:00"


def _title(forms: Forms, event: Event) -> str:
    """What kind of change, and which bodies it made, moved or ended."""
    hierarchy = forms.question.served.hierarchy
    kind = hierarchy.label(str(SHZ[event.kind]), forms.question.language)
    roles = ("created", "transferred", "renamed", "ended", "survivor")
    role = next((role for role in roles if role in event.roles), "")
    moment, language = forms.question.moment, forms.question.language
    names = (moment.body(iri).name(language) for iri in event.roles.get(role, ()))
    return ": ".join(filter(None, (kind, ", ".join(names))))


def _summary(forms: Forms, event: Event) -> str:
    """The days on which it can have taken effect, the words of the act, and its clause."""
    first, last = event.days
    days = str(first) if first == last else f"{first or '…'} – {last or '…'}"
    clause = forms.question.served.hierarchy.record.path(event.ordered_by)
    return " · ".join(filter(None, (days, event.stated_form, clause.removeprefix("act/"))))
