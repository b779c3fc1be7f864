"""REST: the forms of answers, as programs outside rely on them."""

from __future__ import annotations

import gzip
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from api import models
from graph.hierarchy import Hierarchy
from graph.store import Generation

EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
AKIMAT = "batys-kazakstan-oblysy-akimdigi"
ACT, REPEALED = "west-kazakhstan-akimat-2025-299", "aktobe-akimat-2016-34"
DAY = "2026-11-21"


def get(client: httpx.Client, path: str, **parameters: str) -> Any:
    """The JSON of an answer that must be good."""
    answer = client.get(path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_answer_says_what_it_is_of(client: httpx.Client, generation: Generation) -> None:
    found = get(client, "/api/bodies", at=DAY, limit="1")
    assert found["@context"] == f"{client.base_url}/context.jsonld"
    assert found["generation"] == generation.manifest.generation
    assert found["at"] == DAY
    assert found["known_at"] >= DAY


def test_without_a_day_the_question_is_about_today(client: httpx.Client) -> None:
    found = get(client, "/api/bodies", limit="1")
    assert found["at"] > "2026"


def test_bodies_are_listed_in_pages(client: httpx.Client) -> None:
    whole = get(client, "/api/bodies", at=DAY)
    assert len(whole["items"]) == whole["total"]
    seen, address = [], "/api/bodies?limit=30&at=" + DAY
    while address:
        part = client.get(address).json()
        seen += [item["slug"] for item in part["items"]]
        address = part["next"]
    assert seen == [item["slug"] for item in whole["items"]]


@pytest.mark.parametrize(
    ("parameter", "words", "count"),
    [
        ("form", "kmm", 30),
        ("form", "КММ", 30),
        ("form", "коммуналдық мемлекеттік мекеме", 30),
        ("form", "https://w3id.org/shezhire/code/legal-forms/mkqk", 27),
        ("kind", "college", 23),
        ("kind", "колледж", 23),
    ],
)
def test_a_filter_takes_code_label_or_iri(
    client: httpx.Client, parameter: str, words: str, count: int
) -> None:
    path = f"/api/bodies/{EDUCATION}/subordinates"
    found = get(client, path, at=DAY, contested="include", **{parameter: words})
    assert found["total"] == count


def test_a_place_holds_what_lies_within_it(client: httpx.Client) -> None:
    inside = get(client, f"/api/bodies/{EDUCATION}/subordinates", at=DAY, place="273200000")
    assert inside["total"] >= 2
    assert {item["place"]["code"] for item in inside["items"]} == {"273200000"}


def test_a_body_has_its_fields(client: httpx.Client) -> None:
    body = get(client, f"/api/bodies/{EDUCATION}", at=DAY)
    assert body["@id"].endswith(f"/body/{EDUCATION}")
    assert body["url"] == f"{client.base_url}/id/body/{EDUCATION}"
    assert body["name"] == "Батыс Қазақстан облысының білім басқармасы"
    assert body["form"]["code"] == "mm"
    assert body["superior"]["slug"] == AKIMAT
    assert body["status"] == "yes"
    assert body["staff"]["own"] == 33
    assert body["subordinates_total"] == 67
    assert "claims" not in body


def test_counts_follow_the_operative_order(client: httpx.Client) -> None:
    assert get(client, f"/api/bodies/{EDUCATION}/subordinates", at=DAY)["total"] == 67
    children = get(client, f"/api/bodies/{CHILDREN}/subordinates", at=DAY)
    assert children["total"] == 3
    assert all(item["contested"] for item in children["items"])
    path = f"/api/bodies/{EDUCATION}/subordinates"
    losing = get(client, path, at=DAY, contested="include")
    assert losing["total"] == 70
    assert sum(item.get("losing", False) for item in losing["items"]) == 3


def test_superiors_come_nearest_first(client: httpx.Client) -> None:
    lowest = get(client, f"/api/bodies/{EDUCATION}/subordinates", at=DAY)["items"][0]["slug"]
    found = get(client, f"/api/bodies/{lowest}/superiors", at=DAY)["items"]
    assert [item["slug"] for item in found] == [EDUCATION, AKIMAT]
    assert [item["depth"] for item in found] == [1, 2]


def test_a_tree_counts_what_is_under_it(client: httpx.Client) -> None:
    tree = get(client, f"/api/bodies/{AKIMAT}/tree", at=DAY)
    assert tree["total"] == 72
    assert sorted(child["total"] for child in tree["children"]) == [3, 67]
    shallow = get(client, f"/api/bodies/{AKIMAT}/tree", at=DAY, depth="1")
    assert [child["children"] for child in shallow["children"]] == [[], []]


def test_not_known_names_the_date_and_the_clause(client: httpx.Client) -> None:
    found = get(client, f"/api/bodies/{CHILDREN}/subordinates", at="2025-12-26")
    for item in found["items"]:
        assert item["status"] == "not-known"
        assert item["missing"]["clause"].startswith("https://")
        assert item["missing"]["act"].endswith(ACT)


def test_staff_lines_and_totals(client: httpx.Client) -> None:
    staff = get(client, f"/api/bodies/{EDUCATION}/staff", at=DAY)
    assert (staff["own"], staff["table_total"], staff["stated_total"]) == (33, 81, 81)
    assert sum(line["count"] for line in staff["items"]) == 81
    assert {"unit", "post", "count"} <= set(staff["items"][0])


def test_competences_in_order_of_print(client: httpx.Client) -> None:
    found = get(client, f"/api/bodies/{CHILDREN}/competences", at=DAY)["items"]
    kinds = Counter(item["kind"] for item in found)
    assert kinds == {"goal": 2, "right": 14, "duty": 3, "function": 2, "head-power": 12}
    assert {"kind", "number", "text", "heading"} <= set(found[0])
    rights = get(client, f"/api/bodies/{CHILDREN}/competences", at=DAY, kind="right")
    assert rights["total"] == 14


def test_lineage_history_and_changes_tell_the_spin_off(client: httpx.Client) -> None:
    for path in (f"/api/bodies/{CHILDREN}/lineage", f"/api/bodies/{CHILDREN}/history"):
        found = get(client, path, at=DAY)
        spin_off = next(item for item in found["items"] if item["event"] == "SpinOff")
        assert spin_off["stated_kind"]["code"] == "division"
        assert spin_off["reason"]
        assert spin_off["act"].endswith(ACT)
        assert found["successions"][0]["missing_document"]
    changed = client.get("/api/changes", params={"from": "2025-12-01", "to": DAY}).json()
    assert Counter(item["event"] for item in changed["items"]) == {"SpinOff": 1, "Transfer": 3}


def test_names_have_kinds_and_clauses(client: httpx.Client) -> None:
    found = get(client, f"/api/bodies/{EDUCATION}/names", at=DAY)["items"]
    assert {"own", "official"} <= {item["kind"] for item in found}
    assert all(item["clause"] and item["language"] == "kk" for item in found)


def test_acts_and_what_they_do_to_one_another(client: httpx.Client) -> None:
    listed = get(client, "/api/acts", at=DAY)["items"]
    assert {item["slug"] for item in listed if item["held"]} == {ACT, REPEALED}
    act = get(client, f"/api/acts/{REPEALED}", at=DAY)
    assert act["status"] == "no"
    assert len(act["repealed_by"]) == 1
    assert get(client, f"/api/acts/{REPEALED}", at="2019-01-01")["status"] == "yes"


def test_the_text_of_an_act_carries_its_claims(client: httpx.Client) -> None:
    parts = get(client, f"/api/acts/{ACT}/text", at=DAY)["items"]
    entry = next(part for part in parts if part["eid"] == "app_1__point_24__item_66")
    quotes = [span["quote"] for claim in entry["claims"] for span in claim["spans"]]
    assert quotes
    assert entry["number"].startswith("66")
    assert parts[0]["kind"] == "title"


def test_a_service_has_channels_deadlines_steps_and_paths(client: httpx.Client) -> None:
    (listed,) = get(client, "/api/services", at=DAY)["items"]
    service = get(client, f"/api/services/{listed['slug']}", at=DAY)
    assert len(service["channels"]) == 2
    assert [one["working_days"] for one in service["deadlines"]] == [2, 6]
    longest = max(service["routes"], key=lambda route: len(route["steps"]))
    assert [step["minutes"] for step in longest["steps"]] == [2, 1, 2, 2, 1, 2, 2, 2, 2, 2, 2]
    assert {"number", "kind", "actor", "action", "system", "minutes"} <= set(longest["steps"][0])
    assert sorted(path["minutes"] for path in longest["paths"]) == [10, 16, 16]
    assert {path["certainty"] for path in longest["paths"]} == {"Interpreted"}


def test_why_shows_the_words(client: httpx.Client) -> None:
    found = get(
        client,
        "/api/why",
        subject=CHILDREN,
        predicate="shz:subordinateTo",
        object=f"body/{AKIMAT}",
    )
    assert found["items"]
    for item in found["items"]:
        assert item["words"]
        assert {"act", "clause", "file", "sha256", "start", "end", "quote"} == set(item["spans"][0])


def test_every_view_triple_of_a_body_has_a_ground(
    client: httpx.Client, generation: Generation, hierarchy: Hierarchy
) -> None:
    base = generation.manifest.base
    for body in (EDUCATION, CHILDREN):
        query = f"SELECT ?p ?o WHERE {{ <{base}body/{body}> ?p ?o }}"
        for predicate, value in generation.query(query):
            found = get(
                client,
                "/api/why",
                subject=f"body/{body}",
                predicate=predicate.value,
                object=value.value,
            )
            assert found["items"], (predicate, value)


def test_evidence_adds_the_claims_with_their_spans(client: httpx.Client) -> None:
    path = f"/api/bodies/{CHILDREN}/subordinates"
    found = get(client, path, at=DAY, evidence="true")
    for item in found["items"]:
        assert item["claims"]
        assert all(claim["spans"] for claim in item["claims"])


def test_findings_by_rule_severity_act_and_body(client: httpx.Client) -> None:
    every = get(client, "/api/findings", limit="1000")
    assert {"rule", "severity", "message", "spans"} <= set(every["items"][0])
    first = every["items"][0]
    same = get(client, "/api/findings", rule=first["rule"], limit="1000")["items"]
    assert {item["rule"] for item in same} == {first["rule"]}
    grave = get(client, "/api/findings", severity="Contradiction", limit="1000")["items"]
    assert {item["severity"] for item in grave} == {"Contradiction"}
    within = get(client, "/api/findings", act=REPEALED, limit="1000")
    assert 0 < within["total"] < every["total"]
    assert get(client, "/api/findings", body=CHILDREN)["total"] < every["total"]


def test_messages_come_in_the_language_asked_for(client: httpx.Client) -> None:
    said = {
        lang: client.get("/api/findings", headers={"Accept-Language": lang}).json()
        for lang in ("kk", "ru", "en")
    }
    assert len({answer["items"][0]["message"] for answer in said.values()}) == 3
    asked = get(client, "/api/findings", lang="ru")
    assert asked["items"][0]["message"] == said["ru"]["items"][0]["message"]


def test_search_finds_a_name_however_it_is_written(client: httpx.Client) -> None:
    for words in ("Теректі", "terekti", "теректи", "Теректінің"):
        found = get(client, "/api/search", q=words)["items"]
        assert "Теректі" in found[0]["name"]
        assert "Теректі" in get(client, "/api/bodies", q=words)["items"][0]["name"]


def test_an_answer_has_a_tag_and_an_unchanged_one_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/api/bodies", params={"at": DAY})
    again = client.get(
        "/api/bodies", params={"at": DAY}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert not again.content
    other = client.get("/api/bodies", params={"at": DAY, "lang": "ru"})
    assert other.headers["etag"] != first.headers["etag"]
    assert {"Accept", "Accept-Language"} <= set(first.headers["vary"].split(", "))


def test_kept_answers_are_the_same_in_every_form(client: httpx.Client) -> None:
    plain = {"Accept-Encoding": "identity"}
    packed = {"Accept-Encoding": "gzip"}
    for _ in range(2):
        bare = client.get("/api/bodies", params={"at": DAY}, headers=plain)
        zipped = client.get("/api/bodies", params={"at": DAY}, headers=packed)
        assert "content-encoding" not in bare.headers
        assert zipped.headers["content-encoding"] == "gzip"
        assert bare.content == zipped.content
        assert "Accept-Encoding" in zipped.headers["vary"]


def test_anyone_may_read_from_anywhere(client: httpx.Client) -> None:
    for path in ("/api/bodies", "/sparql?query=ASK{}", "/nope"):
        answer = client.get(path)
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-content-type-options"] == "nosniff"
    preflight = client.options("/api/bodies", headers={"Origin": "https://example.org"})
    assert preflight.status_code == 204
    assert "GET" in preflight.headers["access-control-allow-methods"]


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    whole, head = client.get("/api/acts"), client.head("/api/acts")
    assert head.status_code == 200
    assert not head.content
    assert head.headers["etag"] == whole.headers["etag"]


def test_linked_data_by_name(client: httpx.Client) -> None:
    answer = client.get("/api/bodies", headers={"Accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/bodies/nobody", 404, "nobody"),
        ("/api/acts/nothing", 404, "nothing"),
        ("/api/acts/constitution/text", 404, "constitution"),
        ("/api/services/nothing", 404, "nothing"),
        ("/api/why?subject=nothing", 404, "nothing"),
        ("/api/bodies?at=2026-13-01", 400, "YYYY-MM-DD"),
        ("/api/bodies?at=1", 400, "YYYY-MM-DD"),
        ("/api/bodies?at=01.02.2026", 400, "YYYY-MM-DD"),
        ("/api/bodies?known_at=yesterday", 400, "YYYY-MM-DD"),
        ("/api/bodies?lang=de", 400, "kk, ru, en"),
        ("/api/bodies?form=ooo", 400, "kmm"),
        ("/api/bodies?limit=0", 400, "limit"),
        ("/api/bodies?cursor=xyz", 400, "cursor"),
        ("/api/bodies?superior=nobody", 404, "nobody"),
        (f"/api/bodies/{EDUCATION}/subordinates?depth=0", 400, "depth"),
        (f"/api/bodies/{EDUCATION}/subordinates?contested=yes", 400, "include"),
        (f"/api/bodies/{EDUCATION}/competences?kind=wish", 400, "goal"),
        ("/api/changes?from=2026-01-02&to=2026-01-01", 400, "2026-01-01"),
        ("/api/changes", 400, "from"),
        ("/api/findings?severity=Awful", 400, "Contradiction"),
        ("/api/search", 400, "q"),
        ("/api/nothing", 404, "Not Found"),
    ],
)
def test_a_call_at_fault_is_told_why(
    client: httpx.Client, path: str, status: int, words: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = models.Problem.model_validate(answer.json())
    assert problem.status == status
    assert words in problem.detail


def test_a_form_that_is_not_served_is_refused(client: httpx.Client) -> None:
    answer = client.get("/api/bodies", headers={"Accept": "text/csv"})
    assert answer.status_code == 406
    assert "application/json" in answer.json()["expected"]


def test_another_method_is_told_which_there_are(client: httpx.Client) -> None:
    answer = client.delete("/api/bodies")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/api/bodies", models.BodyList),
        (f"/api/bodies/{CHILDREN}", models.BodyAnswer),
        (f"/api/bodies/{CHILDREN}/superiors", models.SuperiorList),
        (f"/api/bodies/{CHILDREN}/subordinates", models.SubordinateList),
        (f"/api/bodies/{CHILDREN}/tree", models.TreeAnswer),
        (f"/api/bodies/{CHILDREN}/staff", models.StaffAnswer),
        (f"/api/bodies/{AKIMAT}/staff", models.StaffAnswer),
        (f"/api/bodies/{CHILDREN}/competences", models.CompetenceList),
        (f"/api/bodies/{CHILDREN}/names", models.ItemList),
        (f"/api/bodies/{CHILDREN}/history", models.ItemList),
        (f"/api/bodies/{CHILDREN}/lineage", models.ItemList),
        ("/api/acts", models.ItemList),
        (f"/api/acts/{ACT}/text", models.ItemList),
        ("/api/services", models.ItemList),
        (f"/api/why?subject={CHILDREN}", models.ItemList),
        ("/api/findings", models.FindingList),
        ("/api/search?q=terekti", models.BodyList),
    ],
)
@pytest.mark.parametrize("evidence", ["true", "false"])
def test_answers_have_the_form_that_the_guide_tells(
    client: httpx.Client, path: str, model: type[models.Form], evidence: str
) -> None:
    mark = "&" if "?" in path else "?"
    model.model_validate(get(client, f"{path}{mark}evidence={evidence}"))


def test_the_guide_needs_nothing_from_outside(client: httpx.Client) -> None:
    page = client.get("/docs").text
    assert "https://" not in page.replace("https://fastapi", "")
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/sparql", "/api/bodies", "/api/why", "/data"} <= set(paths)


def test_the_server_tells_how_it_is(client: httpx.Client, generation: Generation) -> None:
    assert get(client, "/health") == {"status": "ok"}
    assert get(client, "/ready")["generation"] == generation.manifest.generation
    told = client.get("/metrics").text
    assert 'shezhire_requests_total{method="GET",route="/health",status="200"}' in told


def test_the_link_of_an_answer_runs_in_the_endpoint(client: httpx.Client) -> None:
    answer = client.get(f"/api/bodies/{CHILDREN}/subordinates", params={"at": DAY})
    link = answer.links["query"]["url"]
    query = parse_qs(urlsplit(link).query)["query"][0]
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert {row["subordinate"]["value"] for row in rows} == {
        item["@id"] for item in answer.json()["items"]
    }


def test_a_past_day_has_no_link_that_answers_something_else(client: httpx.Client) -> None:
    answer = client.get(f"/api/bodies/{CHILDREN}/subordinates", params={"at": "2020-01-01"})
    assert "query" not in answer.links


def test_the_dump_is_the_generation(client: httpx.Client, generation: Generation) -> None:
    answer = client.get("/data/dump.nq.gz")
    assert answer.headers["content-type"] == "application/gzip"
    lines = gzip.decompress(answer.content).decode().splitlines()
    assert len(lines) == generation.manifest.counts["quads"]
