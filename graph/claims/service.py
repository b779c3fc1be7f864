"""The regulation of a public service: its name, providers, channels, outputs, deadlines, routes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rdflib import RDF, URIRef

from graph.claims.channels import (
    Channel,
    channel_code,
    read_channel,
    read_channels_in,
    tells_channels,
)
from graph.claims.context import Context, Reading
from graph.claims.deadlines import read_deadlines, tells_deadline
from graph.claims.labels import PROCEDURE, label_of
from graph.claims.outputs import Outputs, begins_behind, read_outputs
from graph.claims.printed import LISTED, Rule, bare_end, heading_of, index_in, listed, rule
from graph.claims.procedure import Route, read_procedure
from graph.claims.providers import read_providers
from graph.claims.references import read_references
from graph.claims.systems import System, find_systems
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Mention, Provision, ProvisionKind, Ref, When
from graph.words import slug
from ontology import CPSV, CV, ELI, SHZ, SKOS

#: A name in quotes, and the first heading of the text that was printed on with it.
_GLUED = re.compile(r"[»”\"]\s*(?:\d+|[IVX]+)\.\s")


def read_service(part: Provision, context: Context) -> Reading:
    """What an approved text says, if it is the regulation of a service; else an empty reading."""
    if not context.language.has("service"):
        return Reading()
    heading = heading_of(part)
    named = _name(heading, context) if heading else None
    if heading is None or named is None:
        return Reading()
    words = heading.text.string[slice(*named)]
    service = Ref("service", slug(words, context.language.code))
    room = _Service(part, context, service, find_systems(part, context))
    room.name(heading, *named)
    room.read()
    return room.reading


def _name(heading: Provision, context: Context) -> tuple[int, int] | None:
    """Where the own name of the service stands in a heading that is a regulation's, as a whole."""
    string = heading.text.string
    for pattern in context.language.section("service")["headings"]:
        for match in context.grammar.phrase(pattern).read(context.masked(heading)):
            if not string[: match.start].strip() and match.end >= bare_end(string):
                start, end = match.words["name"]
                quoted = string[start:end]
                inner = quoted.strip(' "«»“”')
                begin = start + quoted.find(inner)
                glued = _GLUED.search(inner)
                return begin, begin + (glued.start() if glued else len(inner))
    return None


@dataclass(slots=True)
class _Service:
    """One regulation being read; channels and outputs stand before the routes that use them."""

    part: Provision
    context: Context
    ref: Ref
    systems: list[System]
    reading: Reading = field(default_factory=Reading)
    channels: list[Channel] = field(default_factory=list)
    outputs: Outputs = field(default_factory=Outputs)
    terms: dict[str, Mention] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def name(self, heading: Provision, start: int, end: int) -> None:
        """What the heading says: that there is such a service, and that this part is about it."""
        context, reading = self.context, self.reading
        evidence = context.evidence(heading, "service-name", start, end, when=When.ALWAYS)
        # That there is the service is said for as long as the text holds; its name is only a name.
        held = context.evidence(heading, "service-name", start, end)
        reading.claim(self.ref, RDF.type, CPSV.PublicService, held)
        name = context.literal(heading.text.string[start:end])
        reading.claim(self.ref, SKOS.prefLabel, name, evidence)
        clause = Ref("clause", f"{context.act.key}/{self.part.eid}")
        reading.claim(clause, ELI.is_about, self.ref, evidence)
        reading.read.add(heading.eid)

    def read(self) -> None:
        """Read the points in their order."""
        provided = False
        for point in self.part.children:
            if point.kind is ProvisionKind.POINT:
                provided = provided or self._provided(point)
                for under in (point, *point.children):
                    self._paragraph(under, point)

    def _provided(self, point: Provision) -> bool:
        """Whether a point names the providers, and the channels beside them."""
        for under in (point, *point.children):
            end = read_providers(under, self.ref, self.context, self.reading)
            if end is not None:
                self._bases(point)
                self._channels_in(under, end)
                return True
        self._terms(point)
        return False

    def _channels_in(self, under: Provision, start: int) -> None:
        found = read_channels_in(under, start, self.ref, self.context, self.reading)
        self.channels += found

    def _terms(self, part: Provision) -> None:
        """Short names of bodies; the one for the provider may stand for several, and is none."""
        for under in part.walk():
            self.terms.update(self.context.defined(under))

    def _paragraph(self, under: Provision, point: Provision) -> None:
        """Read one paragraph of a point, its own words or one that stands in it."""
        told = under is not point and _is_listed_deadline(point, under, self.context.language)
        read_deadlines(under, self.ref, self.context, self.reading, told)
        if _silent(self.context.language, self.context.grammar).match(self.context.masked(under)):
            self.reading.read |= {one.eid for one in under.walk()}
        label = label_of(under, self.context.language)
        if label is None and not self.channels and tells_channels(under, self.context.language):
            self._channels_in(under, 0)
        elif label:
            self.reading.read.add(under.eid)
            _READERS[label.what](self, under, point, label.rest)

    def form(self, under: Provision, point: Provision, start: int) -> None:
        """In which form the service is provided."""
        self._words(under, start, "service-form", SHZ.serviceForm)

    def output_form(self, under: Provision, point: Provision, start: int) -> None:
        """In which form its output is given."""
        self._words(under, start, "output-form", SHZ.outputForm)

    def _words(self, under: Provision, start: int, name: str, term: URIRef) -> None:
        end = bare_end(under.text.string)
        words = self.context.literal(under.text.string[start:end])
        evidence = self.context.evidence(under, name, start, end)
        self.reading.claim(self.ref, term, words, evidence)

    def output(self, under: Provision, point: Provision, start: int) -> None:
        """What it yields, and the standard that says so."""
        places = [(under, start)] if start < len(under.text) else self._yields(under, point)
        for place, begin in places:
            self.outputs.add(read_outputs(place, begin, self.ref, self.context, self.reading))
        self.reading.read.add(under.eid)
        self._bases(under)

    def _yields(self, under: Provision, point: Provision) -> list[tuple[Provision, int]]:
        """The items under a label that has no words after it, or the paragraph after it."""
        items = self._items(under, point)
        numbered = [one for one in items if one.number]
        return [place for one in numbered or items[:1] for place in self._yielded(one)]

    def _yielded(self, item: Provision) -> list[tuple[Provision, int]]:
        """Where the words of an item begin behind the place that it names, or under it."""
        if item.children and item.text.string.rstrip().endswith(":"):
            self.reading.read.add(item.eid)
            return [(one, 0) for one in listed(item)]
        return [(item, begins_behind(item.text.string, self.context.language))]

    def channel(self, under: Provision, point: Provision, start: int) -> None:
        """Where one can turn; the items stand under the label, or under its point after it."""
        for item in self._items(under, point):
            self.terms.update(self.context.defined(item))
            self.channels.append(read_channel(item, self.ref, self.context, self.reading))

    def route(self, under: Provision, point: Provision, start: int) -> None:
        """A procedure: through whom the lead-in names, or inside the provider."""
        own = self.context.language.section("service")["own"]["channel"]
        kind = channel_code(under.text.string, self.context.language)
        self._route(under, point, kind or str(own))

    def _route(self, under: Provision, point: Provision, kind: str) -> None:
        language = self.context.language
        rows = [one for one in self._items(under, point) if not tells_deadline(one, language)]
        if not rows:
            return
        channel = next((one.ref for one in self.channels if one.code == kind), None)
        route = Route(
            under,
            rows,
            self.ref,
            channel,
            self.systems,
            self.outputs.results,
            self.outputs.refusals,
            self.terms,
        )
        self.reading.add(read_procedure(route, self.context))

    def _items(self, under: Provision, point: Provision) -> list[Provision]:
        """What stands under a label: its own items, or those of its point after it; each once."""
        own = under.children
        if not listed(under) and under is not point:
            own = point.children[index_in(point.children, under) + 1 :]
        free = [one for one in self._until_next(own) if one.eid not in self.taken]
        self.taken.update(one.eid for one in free)
        return free

    def _until_next(self, own: Sequence[Provision]) -> list[Provision]:
        """The items up to a paragraph with a label of its own; paragraphs that begin such a row
        are its items, whatever numbers stand under one of them.
        """
        heads = (place for place, one in enumerate(own) if self._heads(one))
        own = own[: next(heads, len(own))]
        under = [one for one in own if one.kind in LISTED]
        items = [one for one in under if one.kind is ProvisionKind.ITEM]
        if not items:
            return under
        first = under[0]
        unnumbered = first.kind is not ProvisionKind.ITEM
        if unnumbered and first.text.string.rstrip().endswith(";"):
            return [one for one in under if one.kind is not ProvisionKind.ITEM]
        return items

    def _heads(self, part: Provision) -> bool:
        """Whether a part is a paragraph with a label of its own."""
        bare = part.kind is ProvisionKind.PARAGRAPH and not part.children
        return bare and label_of(part, self.context.language) is not None

    def _bases(self, part: Provision) -> None:
        """The acts on which the service rests, where its provider or its output is laid down."""
        for cited in read_references(self.context, part):
            if cited.number:
                evidence = self.context.evidence(part, "service-basis", cited.start, cited.end)
                act = Ref("act", cited.key)
                self.reading.claim(self.ref, CV.hasLegalResource, act, evidence)


def _is_listed_deadline(point: Provision, under: Provision, language: Language) -> bool:
    """Whether a part stands in a list of deadlines that a point announces, up to its full stop."""
    if not (point.text.string.rstrip().endswith(":") and tells_deadline(point, language)):
        return False
    before = point.children[: index_in(point.children, under)]
    return not any(one.text.string.rstrip().endswith(".") for one in before)


_READERS: dict[str, Callable[[_Service, Provision, Provision, int], None]] = {
    "form": _Service.form,
    "output-form": _Service.output_form,
    "output": _Service.output,
    "channels": _Service.channel,
    PROCEDURE: _Service.route,
}


@cache
def _silent(language: Language, grammar: Grammar) -> Rule:
    return rule(grammar, language.section("service")["silent"])
