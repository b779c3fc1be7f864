"""One file a question: each gives the same answer as the hierarchy in memory and as REST."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import httpx
import pyoxigraph as ox
import pytest

from api.links import Asked, Term, day_literal, questions
from graph.hierarchy import Hierarchy, Moment
from graph.hierarchy.acts import acts_of
from graph.hierarchy.competences import competences_of
from graph.hierarchy.lineage import changes, events_of, lineage_of
from graph.hierarchy.naming import names_of
from graph.hierarchy.reports import reports_of
from graph.hierarchy.services import services_of
from graph.hierarchy.staff import staff_of
from graph.hierarchy.texts import text_of_act
from graph.hierarchy.why import why
from graph.store import Generation

DAYS = (date(2020, 1, 1), date(2025, 12, 25), date(2025, 12, 26), date(2026, 3, 1))
Rows = list[dict[str, str | None]]


@pytest.fixture(scope="module")
def now(hierarchy: Hierarchy) -> Moment:
    return hierarchy.at(hierarchy.as_of)


class Asker:
    """Asks the questions of the dataset, each in both ways in which it may be bound."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation

    def __call__(self, name: str, **values: str | date) -> Rows:
        asked = questions()[name]
        bound = {key: _term(value) for key, value in values.items()}
        rows = list(self._rows(asked, asked.bound(bound)))
        substituted = {ox.Variable(key): term for key, term in bound.items()}
        same = list(self._rows(asked, asked.text, substituted))
        if "BOUND(?" not in asked.text:
            assert sorted(map(str, rows)) == sorted(map(str, same))
        return rows

    def _rows(
        self, asked: Asked, text: str, values: dict[ox.Variable, Term] | None = None
    ) -> Iterator[dict[str, str | None]]:
        solutions = self.generation.query(text, substitutions=values)
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        assert set(asked.variables) <= set(names)
        for solution in solutions:
            yield {name: _words(solution[name]) for name in names}


def _term(value: str | date) -> Term:
    return day_literal(value) if isinstance(value, date) else ox.NamedNode(value)


def _words(term: object) -> str | None:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else None


@pytest.fixture(scope="module")
def asker(generation: Generation) -> Asker:
    return Asker(generation)


@pytest.fixture(scope="module")
def bodies(hierarchy: Hierarchy) -> list[str]:
    return [iri for iri, nature in hierarchy.natures.items() if nature == "body"]


def column(rows: Rows, name: str) -> list[str | None]:
    return [row[name] for row in rows]


@pytest.mark.parametrize("name", questions())
def test_a_question_is_put_in_three_languages(name: str) -> None:
    asked = questions()[name]
    assert set(asked.words) == {"kk", "ru", "en"}
    assert all(words.endswith("?") for words in asked.words.values())
    assert all(f"?{variable}" in asked.text for variable in asked.variables)


@pytest.mark.parametrize(
    "name", [name for name, asked in questions().items() if not asked.variables]
)
def test_a_question_runs_in_the_endpoint(client: httpx.Client, name: str) -> None:
    answer = client.get("/sparql", params={"query": questions()[name].text})
    assert answer.status_code == 200


def test_words_of_a_value_never_become_part_of_a_query() -> None:
    asked = questions()["subordinates"]
    evil = ox.Literal('" } } # \n DROP ALL')
    text = asked.bound({"body": evil})
    assert text.count("VALUES") == 1
    assert str(evil) in text
    assert "\n DROP" not in text


def test_superiors(asker: Asker, now: Moment, bodies: list[str]) -> None:
    for body in bodies:
        said = [step.body.iri for step in now.superiors(body)]
        assert column(asker("superiors", body=body), "superior") == said


def test_subordinates_direct_and_at_any_depth(asker: Asker, now: Moment, bodies: list[str]) -> None:
    for body in bodies:
        deep = {step.body.iri for step in now.subordinates(body)}
        direct = {step.body.iri for step in now.subordinates(body, depth=1)}
        assert set(column(asker("subordinates", body=body), "subordinate")) == deep
        assert set(column(asker("subordinates-direct", body=body), "subordinate")) == direct


def test_the_tree(asker: Asker, now: Moment) -> None:
    for root in now.roots():
        edges = {(step.parent, step.body.iri) for step in now.subordinates(root.body.iri)}
        rows = asker("tree", body=root.body.iri)
        assert {(row["superior"], row["subordinate"]) for row in rows} == edges


def test_counts_and_contested(asker: Asker, now: Moment, bodies: list[str]) -> None:
    direct = {body: len(now.subordinates(body, depth=1)) for body in bodies}
    rows = asker("counts")
    assert {row["superior"]: int(row["count"] or 0) for row in rows} == {
        body: count for body, count in direct.items() if count
    }
    rivals = {
        (body, fact.object)
        for body in bodies
        for fact in now.standing(body).others
        if fact.at(now.day).value == "yes"
    }
    assert {(row["body"], row["rival"]) for row in asker("contested")} == rivals


def test_lists_by_form_kind_and_place(
    asker: Asker, client: httpx.Client, hierarchy: Hierarchy
) -> None:
    day = hierarchy.as_of.isoformat()
    moment = hierarchy.at(hierarchy.as_of)
    held = [moment.body(iri) for iri in hierarchy.natures]
    for name in ("form", "kind", "place"):
        for iri in sorted({code.iri for body in held if (code := getattr(body, name))}):
            found = client.get("/api/bodies", params={name: iri, "at": day, "limit": 1000})
            listed = {item["@id"] for item in found.json()["items"]}
            assert set(column(asker("bodies", **{name: iri}), "body")) == listed


def test_all_bodies_and_those_of_one_superior(
    asker: Asker, client: httpx.Client, hierarchy: Hierarchy
) -> None:
    day = hierarchy.as_of.isoformat()
    every = client.get("/api/bodies", params={"at": day, "limit": 1000}).json()["items"]
    assert set(column(asker("bodies"), "body")) == {item["@id"] for item in every}
    for row in asker("counts"):
        rows = asker("bodies", superior=str(row["superior"]))
        assert len(rows) == int(row["count"] or 0)


def test_staff_lines_and_totals(asker: Asker, now: Moment, bodies: list[str]) -> None:
    for body in bodies:
        staff = staff_of(now, body)
        lines = [line.fact.iri for line in staff.lines] if staff.table else []
        assert column(asker("staff", body=body), "line") == lines
        rows = asker("staff-total", body=body)
        totals = (staff.own, staff.table_total, staff.stated_total)
        found = [
            tuple(int(row[n]) if row[n] else None for n in ("own", "table_total", "stated_total"))
            for row in rows
        ]
        assert found == ([totals] if staff.lines else [])


def test_units_names_and_competences(asker: Asker, now: Moment, bodies: list[str]) -> None:
    for body in bodies:
        units = {step.body.iri for step in now.units(body)}
        assert set(column(asker("units", body=body), "unit")) == units
        names = {name.fact.iri for name in names_of(now, body)}
        assert set(column(asker("names", body=body), "form")) == names
        items = {one.fact.iri for one in competences_of(now, body) if one.answer.value == "yes"}
        assert set(column(asker("competences", body=body), "competence")) == items


def test_history_and_lineage(asker: Asker, now: Moment, bodies: list[str]) -> None:
    for body in bodies:
        events = {event.fact.iri for event in events_of(now, body)}
        stated = {e.fact.iri for e in events_of(now, body) if body in _stated(e.roles)}
        assert stated <= set(column(asker("history", body=body), "event")) <= events
        kin = lineage_of(now, body)
        found = set(column(asker("lineage", body=body), "event"))
        assert found <= {event.fact.iri for event in kin.events}
        assert {e.fact.iri for e in kin.events if set(kin.kin) & _stated(e.roles)} == found


def _stated(roles: dict[str, tuple[str, ...]]) -> set[str]:
    """The bodies whose part the clause itself states; who was left is read from a name."""
    return {one for role, bodies in roles.items() if role != "fromBody" for one in bodies}


def test_transfers_and_succession(asker: Asker, now: Moment, hierarchy: Hierarchy) -> None:
    moved = [e for e in changes(hierarchy, date.min, date.max, None) if e.kind == "Transfer"]
    said = {(e.roles["transferred"], e.roles["fromBody"], e.roles["toBody"]) for e in moved}
    rows = asker("transfers")
    assert {((r["body"],), (r["from"],), (r["to"],)) for r in rows} == said
    row = asker("succession")[0]
    (succession,) = lineage_of(now, str(row["body"])).successions
    assert set(column(asker("succession"), "successor")) == set(succession.successors)


def test_changes_between_days(asker: Asker, hierarchy: Hierarchy) -> None:
    for first, last in ((DAYS[0], DAYS[1]), (DAYS[1], DAYS[3]), (DAYS[3], hierarchy.as_of)):
        events = {event.fact.iri for event in changes(hierarchy, first, last, None)}
        assert set(column(asker("changes", **{"from": first, "to": last}), "event")) == events


def test_the_list_has_seventy_places(asker: Asker) -> None:
    rows = asker("list")
    assert [int(row["position"] or 0) for row in rows] == list(range(1, 71))
    assert len(set(column(rows, "body"))) == 70


def test_acts_and_their_text(asker: Asker, now: Moment, hierarchy: Hierarchy) -> None:
    acts = acts_of(now)
    assert set(column(asker("acts"), "act")) == {act.iri for act in acts}
    for act in acts:
        repealed = {row["value"] for row in asker("act", act=act.iri)}
        assert set(act.inverse.get("repeals", ())) <= repealed
        if act.held:
            parts = {part.iri for part in text_of_act(hierarchy, act.iri)}
            assert set(column(asker("act-text", act=act.iri), "part")) == parts


def test_services_their_steps_and_deadlines(asker: Asker, now: Moment) -> None:
    services = services_of(now)
    assert column(asker("services"), "service") == [service.iri for service in services]
    for service in services:
        rows = asker("service-steps", service=service.iri)
        steps = [(s.position, s.number, s.minutes) for p in service.plans for s in p.steps]
        assert [
            (int(row["position"] or 0), row["number"], int(row["minutes"] or 0)) for row in rows
        ] == steps
        days = [deadline.working_days for deadline in service.deadlines]
        found = column(asker("service-deadlines", service=service.iri), "days")
        assert [int(one or 0) for one in found] == days


def test_why_names_the_same_claims(asker: Asker, hierarchy: Hierarchy, bodies: list[str]) -> None:
    for body in bodies:
        claims = {g.fact.iri for g in why(hierarchy, body) if g.fact.subject == body}
        assert set(column(asker("why", subject=body), "claim")) == claims


def test_findings_in_their_order(asker: Asker, hierarchy: Hierarchy) -> None:
    reports = [report.iri for report in reports_of(hierarchy)]
    assert column(asker("findings"), "finding") == reports


def test_a_body_is_told_whole(asker: Asker, generation: Generation, bodies: list[str]) -> None:
    for body in bodies[:5]:
        named = ox.NamedNode(body)
        held = generation.store.quads_for_pattern(named, None, None, ox.DefaultGraph())
        pairs = {(quad.predicate.value, _words(quad.object)) for quad in held}
        rows = asker("body", body=body)
        assert {(row["property"], row["value"]) for row in rows} == pairs


@pytest.mark.parametrize("day", DAYS)
def test_the_superior_on_a_day(
    asker: Asker, hierarchy: Hierarchy, bodies: list[str], day: date
) -> None:
    moment = hierarchy.at(day)
    contested = [body for body in bodies if moment.standing(body).others]
    for body in [*bodies[::10], *contested]:
        standing = moment.standing(body)
        certain = [standing.superior] if standing.answer.value == "yes" else []
        assert column(asker("superior-at", body=body, at=day), "superior") == certain


def test_what_has_ended_stands_under_nobody(village: Hierarchy) -> None:
    education = village.find("education")
    below = village.at(village.as_of).subordinates(education)
    for name in ("subordinates", "subordinates-direct", "tree"):
        text = questions()[name].bound({"body": ox.NamedNode(education)})
        rows = village.source.query(text)
        assert {row["subordinate"].value for row in rows} == {step.body.iri for step in below}
