"""Which form of an answer a client asks for, by RFC 9110 weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from api.problems import RefusalError

#: RDF by media type, the first for whoever takes anything.
RDF_FORMS: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "application/json": ox.RdfFormat.JSON_LD,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
#: Tables and yes/no by media type, likewise.
RESULT_FORMS: dict[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
#: The ending of a file for each RDF form.
ENDINGS: dict[str, str] = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
#: JSON answers: plain, or the same under its name as linked data.
JSON_FORMS = ("application/json", "application/ld+json")
HTML_FORMS = ("text/html", "application/xhtml+xml")


def choose(accept: str | None, offers: Sequence[str]) -> str:
    """The best of the offered media types; of equal ones the first. RefusalError 406 if none.

    No header, an empty one and `*/*` take the first.
    """
    ranges = list(_ranges(accept or "*/*"))
    best = max(offers, key=lambda offer: _weight(offer, ranges))
    if _weight(best, ranges) <= 0:
        raise RefusalError(406, "one of " + ", ".join(offers), accept or "", "Accept")
    return best


def wants_page(accept: str | None, others: Sequence[str]) -> bool:
    """Whether HTML is asked for by name and no other offer is liked better."""
    ranges = [one for one in _ranges(accept or "") if one[0] != "*/*"]
    html = max(_weight(offer, ranges) for offer in HTML_FORMS)
    return html > 0 and all(html >= _weight(offer, ranges) for offer in others)


Ranges = Sequence[tuple[str, float]]


def _ranges(accept: str) -> Ranges:
    """Media ranges with their weights; parameters other than `q` are not heeded."""
    found = []
    for item in accept.split(","):
        name, *parameters = (part.strip() for part in item.split(";"))
        if name:
            found.append((name.lower(), _quality(parameters)))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _weight(offer: str, ranges: Ranges) -> float:
    """The weight of the most specific range that holds the offer; 0 where none does."""
    family = offer.partition("/")[0] + "/*"
    for name in (offer, family, "*/*"):
        weights = [weight for range_, weight in ranges if range_ == name]
        if weights:
            return max(weights)
    return 0.0


def choose_language(asked: str | None, header: str | None, languages: Sequence[str]) -> str:
    """`lang=` first, then Accept-Language; the first of the languages when neither says one."""
    if asked:
        if asked.lower() not in languages:
            raise RefusalError(400, "one of " + ", ".join(languages), asked, "lang")
        return asked.lower()
    ranges = [(name.partition("-")[0], weight) for name, weight in _ranges(header or "")]
    best = max(languages, key=lambda language: _language_weight(language, ranges))
    return best if _language_weight(best, ranges) > 0 else languages[0]


def _language_weight(language: str, ranges: Ranges) -> float:
    named = [weight for name, weight in ranges if name == language]
    return max(named or [weight / 1000 for name, weight in ranges if name == "*"], default=0.0)


def forms_of(kind: str) -> Mapping[str, ox.RdfFormat] | Mapping[str, ox.QueryResultsFormat]:
    """What can be offered for a query form: SELECT and ASK are results, the others RDF."""
    return RESULT_FORMS if kind in ("SELECT", "ASK") else RDF_FORMS
