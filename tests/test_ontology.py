"""The vocabulary: every term says what it is in three languages, and nothing else is spoken."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import DefinedNamespace

import ontology
from graph.store import Generation
from ontology import (
    BASE,
    CODE,
    DCT,
    ELI,
    FOAF,
    ORG,
    OWL,
    PROV,
    QB,
    RDF,
    RDFS,
    SH,
    SHZ,
    SKOS,
    code,
    context,
    load_vocabulary,
    read_codelist,
    read_turtle,
    superclasses,
    vocabulary_triples,
)
from ontology.concepts import codelist_files
from ontology.turtle import vocabulary_files
from shapes import load_shapes, shape_files

LANGUAGES = ["kk", "ru", "en"]
#: The address of a thing on the server asked, which no dataset knows.
SDO_URL = URIRef("http://schema.org/url")
ROOT = Path(__file__).parent.parent
SCHEMES = [path.stem for path in codelist_files()]
TERMS = sorted(str(term) for term in dir(SHZ))
VOCABULARY = load_vocabulary()


def languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str]:
    """The languages of the literals of a property, sorted."""
    return sorted(str(getattr(o, "language", "")) for o in graph.objects(subject, predicate))


def turtle(name: str) -> Graph:
    """One Turtle file of the vocabulary."""
    graph = Graph(bind_namespaces="none")
    text = next(p for p in vocabulary_files() if p.name == name).read_text(encoding="utf-8")
    for triple in read_turtle(text):
        graph.add(triple)
    return graph


# ------------------------------------------------------------------ own terms


def test_the_names_in_python_are_the_terms_of_the_turtle_file() -> None:
    own = {s for s in turtle("shezhire.ttl").subjects() if s.startswith(str(SHZ))}
    assert {URIRef(term) for term in TERMS} == own


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(str(SHZ)))
def test_a_term_has_labels_definitions_and_a_reason(term: str) -> None:
    subject = URIRef(term)
    assert languages(VOCABULARY, subject, RDFS.label) == sorted(LANGUAGES)
    assert languages(VOCABULARY, subject, SKOS.definition) == sorted(LANGUAGES)
    assert languages(VOCABULARY, subject, SHZ.whyOwnTerm) == ["en"]
    assert VOCABULARY.value(subject, RDFS.isDefinedBy) == URIRef("https://w3id.org/shezhire/ns")


def test_two_classes_never_share_a_label() -> None:
    labels = Counter(
        label
        for kind in turtle("shezhire.ttl").subjects(RDF.type, OWL.Class)
        for label in VOCABULARY.objects(kind, RDFS.label)
    )
    assert [str(label) for label, times in labels.items() if times > 1] == []


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="subordinatTo"):
        _ = SHZ.subordinatTo
    with pytest.raises(AttributeError, match="LegalResurce"):
        _ = ELI.LegalResurce


def test_a_term_whose_name_is_a_method_of_text_is_still_a_term() -> None:
    assert ELI.title == URIRef("http://data.europa.eu/eli/ontology#title")
    assert SHZ.list == URIRef("https://w3id.org/shezhire/ns#list")


def test_only_changes_that_make_a_distinct_body_are_change_events_of_org() -> None:
    makers = set(VOCABULARY.subjects(RDFS.subClassOf, ORG.ChangeEvent))
    assert makers == {SHZ.Establishment, SHZ.SpinOff, SHZ.Division, SHZ.Merger}


def test_every_event_is_an_activity_and_says_what_became_of_whom() -> None:
    assert (SHZ.Event, RDFS.subClassOf, PROV.Activity) in VOCABULARY
    assert (SHZ.created, RDFS.subPropertyOf, PROV.generated) in VOCABULARY
    assert (SHZ.ended, RDFS.subPropertyOf, PROV.invalidated) in VOCABULARY


def test_every_superior_at_any_depth_follows_from_direct_ones() -> None:
    assert (SHZ.subordinateTo, RDFS.subPropertyOf, SHZ.under) in VOCABULARY
    assert (SHZ.under, RDF.type, OWL.TransitiveProperty) in VOCABULARY
    assert (SHZ.territorialBodyOf, RDFS.subPropertyOf, SHZ.subordinateTo) in VOCABULARY


def test_the_cube_of_staffing_has_a_structure() -> None:
    parts = set(VOCABULARY.objects(SHZ.staffingStructure, QB.component))
    said = {(p, o) for part in parts for p, o in VOCABULARY.predicate_objects(part)}
    assert {(QB.dimension, SHZ.ofUnit), (QB.measure, SHZ.unitCount)} <= said


def test_alignments_speak_of_own_terms_only() -> None:
    subjects = set(turtle("alignments.ttl").subjects())
    assert {s for s in subjects if not s.startswith(str(SHZ))} == set()


def test_labels_are_for_terms_of_others_in_three_languages() -> None:
    labels = turtle("labels.ttl")
    for subject in set(labels.subjects()):
        assert not subject.startswith(str(SHZ))
        assert languages(labels, subject, RDFS.label) == sorted(LANGUAGES)


# ------------------------------------------------------------------ code lists


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_code_has_labels_and_definitions_in_three_languages(scheme: str) -> None:
    concepts = read_codelist(scheme)
    assert concepts
    for notation, concept in concepts.items():
        assert list(concept.labels) == LANGUAGES, notation
        assert list(concept.definitions) == LANGUAGES, notation


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_code_is_the_end_of_its_iri_and_in_its_scheme(scheme: str) -> None:
    graph, whole = turtle(f"{scheme}.ttl"), CODE[scheme]
    for notation, concept in read_codelist(scheme).items():
        assert concept.iri.rsplit("/", 1)[-1] == notation
        assert set(graph.objects(concept.iri, SKOS.inScheme)) == {whole}
        tops = (concept.iri, SKOS.topConceptOf, whole) in graph
        assert tops is not bool(concept.broader), notation
    assert languages(graph, whole, URIRef("http://purl.org/dc/terms/title")) == sorted(LANGUAGES)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_broader_codes_are_codes_and_never_lead_back(scheme: str) -> None:
    concepts = read_codelist(scheme)
    for notation, concept in concepts.items():
        above, left = set[str](), list(concept.broader)
        while left:
            one = left.pop()
            above.add(one)
            left += set(concepts[one].broader) - above
        assert notation not in above


#: Districts of different oblasts have one name.
@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme != "places"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_means_one_code_of_its_list(scheme: str, lang: str) -> None:
    labels = Counter(concept.labels[lang].casefold() for concept in read_codelist(scheme).values())
    assert [label for label, times in labels.items() if times > 1] == []


def test_a_code_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_codelist("no-such-list")


def test_legal_forms_are_asked_by_their_kazakh_abbreviation() -> None:
    forms = read_codelist("legal-forms")
    assert forms["kmm"].labels["kk"] == "коммуналдық мемлекеттік мекеме"
    assert "МКҚК" in forms["mkqk"].alt_labels["kk"]
    assert forms["kmm"].iri == code("legal-forms", "kmm")
    assert forms["kmm"].broader == ("mm",)


# ------------------------------------------------------------------ places


def test_places_have_the_code_of_the_classifier_and_a_slug_of_their_own() -> None:
    places = read_codelist("places")
    assert all(re.fullmatch(r"\d{9}", kato) for kato in places)
    slugs = [place.slug for place in places.values()]
    assert len(set(slugs)) == len(slugs) == len(places)
    assert all(slug and re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


def test_places_stand_in_their_oblast() -> None:
    places = read_codelist("places")
    tops = [place for place in places.values() if not place.broader]
    assert Counter(place.kind for place in tops) == {"oblast": 17, "republican-city": 3}
    assert places["270000000"].slug == "west-kazakhstan"
    assert places["150000000"].slug == "aktobe"
    under = [place for place in places.values() if place.broader == ("270000000",)]
    assert Counter(place.kind for place in under) == {"district": 12, "city": 1}


def test_places_move_with_the_base_and_nothing_else_does() -> None:
    other = "https://example.org/kz/"
    moved, here = load_vocabulary(other), VOCABULARY
    assert (URIRef(f"{other}place/270000000"), RDF.type, SHZ.Place) in moved
    assert (URIRef(f"{BASE}place/270000000"), RDF.type, SHZ.Place) in here
    assert not any(str(s).startswith(BASE) for s in moved.subjects())
    assert len(moved) == len(here)


# ------------------------------------------------------------------ words


def test_cyrillic_words_hold_no_latin_letters() -> None:
    mixed = re.compile(r"[A-Za-z][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]")
    graphs = (VOCABULARY, load_shapes())
    found = {o for g in graphs for o in g.objects() if getattr(o, "language", "") in ("kk", "ru")}
    assert [str(o) for o in found if mixed.search(str(o))] == []


def test_words_do_not_begin_or_end_with_a_space() -> None:
    words = {o for o in VOCABULARY.objects() if getattr(o, "language", None)}
    assert [str(o) for o in words if str(o) != str(o).strip() or "  " in str(o)] == []


# ------------------------------------------------------------------ nothing undefined


def declared() -> dict[str, type[DefinedNamespace]]:
    """The namespaces whose terms are listed one by one, by their IRI."""
    named = (getattr(ontology, name) for name in ontology.__all__)
    closed = (n for n in named if isinstance(n, type) and issubclass(n, DefinedNamespace))
    return {str(namespace): namespace for namespace in closed}


def spoken() -> Iterator[tuple[str, URIRef]]:
    """Every IRI in the Turtle files of vocabulary and shapes, with its file."""
    for path in [*vocabulary_files(), *shape_files()]:
        for triple in read_turtle(path.read_text(encoding="utf-8")):
            yield from ((path.name, node) for node in triple if isinstance(node, URIRef))


def test_no_file_uses_a_term_that_is_not_defined() -> None:
    namespaces = declared()
    unknown = set()
    for file, iri in spoken():
        namespace = next((n for n in namespaces if iri.startswith(n)), None)
        local = iri.removeprefix(namespace or "")
        if namespace and local and iri not in namespaces[namespace]:
            unknown.add((file, str(iri)))
    assert unknown == set()


def test_no_file_uses_a_code_that_is_not_in_a_list() -> None:
    codes = {concept.iri for scheme in SCHEMES for concept in read_codelist(scheme).values()}
    schemes = {CODE[scheme] for scheme in SCHEMES}
    used = {iri for _, iri in spoken() if iri.startswith(str(CODE))}
    assert used - codes - schemes == set()


#: Where the language data of `graph` names codes: file, keys down to them, the code list.
CODES_IN_LANGUAGE = [
    ("forms", ("form", "code"), "legal-forms"),
    ("kinds", ("kind", "code"), "body-kinds"),
    ("staffing", ("post", "code"), "post-types"),
    ("regulation", ("post", "role"), "post-types"),
    ("regulation", ("competence", "leads", "kind"), "competence-kinds"),
    ("regulation", ("competence", "leads", "reason"), "reading-reasons"),
    ("phrases", ("act-types",), "act-types"),
    ("phrases", ("approval", "kinds"), "act-types"),
    ("phrases", ("duty", "kind"), "duty-kinds"),
    ("edits", ("edit", "kind"), "edit-kinds"),
    ("phrases", ("entry", "kind"), "entry-rules"),
    ("phrases", ("event", "stated"), "change-kinds"),
    ("phrases", ("event", "reason"), "reading-reasons"),
    ("service", ("channel", "code"), "channels"),
    ("service", ("row", "kinds"), "step-kinds"),
]


def named(data: object, keys: tuple[str, ...]) -> Iterator[str]:
    """The values at the end of keys, through lists; a table at the end gives its values."""
    if isinstance(data, list):
        for one in data:
            yield from named(one, keys)
    elif keys and isinstance(data, dict):
        yield from named(data.get(keys[0]), keys[1:])
    elif isinstance(data, dict):
        yield from (str(value) for value in data.values())
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize(("file", "keys", "scheme"), CODES_IN_LANGUAGE)
def test_the_language_data_names_codes_that_are_in_the_lists(
    file: str, keys: tuple[str, ...], scheme: str
) -> None:
    codes = set(read_codelist(scheme))
    for path in sorted((ROOT / "graph" / "languages").glob(f"*/{file}.toml")):
        used = set(named(tomllib.loads(path.read_text(encoding="utf-8")), keys))
        assert used - codes == set(), path.parent.name


def test_every_rule_of_findings_is_a_code() -> None:
    messages = ROOT / "graph" / "findings" / "messages.toml"
    rules = set(tomllib.loads(messages.read_text(encoding="utf-8")))
    assert rules - set(read_codelist("finding-rules")) == set()


# ------------------------------------------------------------------ reading, JSON-LD


@pytest.mark.parametrize("name", ["alignments.ttl", "labels.ttl", "bound-reasons.ttl"])
def test_the_quick_reader_reads_what_rdflib_reads(name: str) -> None:
    path = next(path for path in vocabulary_files() if path.name == name)
    assert set(turtle(name)) == set(Graph(bind_namespaces="none").parse(path))


def test_the_vocabulary_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary(BASE)


def mapped(terms: object) -> Iterator[str]:
    """What the terms of a context mean, those of contexts inside it too."""
    for term, value in terms.items() if isinstance(terms, dict) else ():
        if isinstance(value, dict):
            yield from (str(value[key]) for key in ("@id", "@reverse") if key in value)
            yield from mapped(value.get("@context"))
        elif isinstance(value, str) and not term.startswith("@"):
            yield value


def test_the_context_names_terms_that_are_defined() -> None:
    terms = context()["@context"]
    assert isinstance(terms, dict)
    namespaces, known = declared(), set[str]()
    codes = {c.iri for scheme in SCHEMES for c in read_codelist(scheme).values()}
    for name in mapped(terms):
        prefix, colon, local = name.partition(":")
        namespace = terms.get(prefix) if colon else None
        if namespace in namespaces:
            known.add(name)
            assert URIRef(namespace + local) in namespaces[namespace], name
        elif name.startswith(str(CODE)):
            assert URIRef(name) in codes
    assert {"shz:subordinateTo", "eli:type_subdivision", "rov:legalName"} <= known


def test_an_answer_with_the_context_is_a_graph() -> None:
    body = "https://w3id.org/shezhire/id/body/x"
    answer = {
        **context(),
        "generation": "g1",
        "items": [{"@id": body, "name": "білім басқармасы", "superior": "https://example.org/y"}],
    }
    graph = Graph().parse(data=answer, format="json-ld")
    assert (URIRef(body), SHZ.subordinateTo, URIRef("https://example.org/y")) in graph
    assert len(graph) == 2


@pytest.fixture(scope="module")
def dataset_says(generation: Generation) -> set[tuple[str, str, str]]:
    """All triples of the dataset of the two acts, whatever their graph, as plain text."""
    return {(q.subject.value, q.predicate.value, q.object.value) for q in generation.dump()}


@pytest.mark.parametrize(
    "path",
    ["bodies?limit=100", "acts", "findings", "bodies/{body}/competences", "bodies/{body}/staff"],
)
def test_an_answer_read_as_json_ld_says_what_the_dataset_says(
    path: str, client: httpx.Client, dataset_says: set[tuple[str, str, str]]
) -> None:
    owner = min(o for _, p, o in dataset_says if p == str(SHZ.tableOf))
    body = owner.rsplit("/", 1)[-1]
    answer = client.get(f"/api/{path.format(body=body)}", params={"at": "2026-11-21"}).json()
    graph = Graph().parse(data={**answer, **context()}, format="json-ld")
    said = {
        (str(s), str(p), str(o))
        for s, p, o in graph
        if isinstance(s, URIRef) and not isinstance(o, BNode) and p != SDO_URL
    }
    assert len(said) > 20
    assert said - dataset_says == set()


def test_people_are_people_of_foaf() -> None:
    assert (FOAF.Person, RDFS.label, None) in VOCABULARY


def test_the_triples_of_the_vocabulary_are_those_of_its_graph() -> None:
    assert len(vocabulary_triples()) == len(VOCABULARY)
    assert all(triple in VOCABULARY for triple in vocabulary_triples())


def test_what_stands_above_a_class_is_what_the_graph_says() -> None:
    for own in VOCABULARY.subjects(RDF.type, OWL.Class):
        assert isinstance(own, URIRef)
        assert superclasses(own) == set(VOCABULARY.transitive_objects(own, RDFS.subClassOf))


@pytest.mark.parametrize("vocabulary", [SHZ, ORG, RDF, DCT, SH], ids=str)
def test_a_term_is_an_attribute_of_its_vocabulary(vocabulary: type[DefinedNamespace]) -> None:
    terms = [name for name in vocabulary.__annotations__ if not name.startswith("_")]
    assert terms
    assert all(vars(vocabulary)[name] == vocabulary[name] for name in terms)
