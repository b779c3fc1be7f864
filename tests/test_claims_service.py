"""The regulation of a service: against the source act, and against invented ones."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from telling import claims, get, source_act

from graph.act import read_act
from graph.claims import read_claims
from graph.model import (
    ActClaims,
    Certainty,
    Mention,
    Object,
    Ref,
    SideFile,
    Source,
    Statement,
)
from ontology import CPSV, CV, DCT, ORG, PPLAN, RDF, SHZ, SKOS

HERE = Path(__file__).parent
ACTS = HERE.parent / "graph" / "acts"
STEM = "aktobe-2016-34.kk"
GOLDEN = json.loads((HERE / "golden" / STEM / "service.json").read_text(encoding="utf-8"))


def real() -> ActClaims:
    return source_act(STEM)


def statements(act: ActClaims, *kinds: URIRef) -> list[Statement]:
    return [one for one in act.statements if one.type in kinds]


def every(one: Statement, predicate: URIRef) -> list[Object]:
    return [value for name, value in one.properties if name == predicate]


def notation(value: Object | None) -> str:
    return str(value).rpartition("/")[2]


def shape(words: object, pattern: str) -> bool:
    """Whether words begin and end as a shortened quotation says."""
    start, _, end = pattern.replace("«", "").replace("»", "").partition(" … ")
    plain = re.sub('["«»]', "", str(words))
    return plain.startswith(start) and plain.endswith(end)


def label(act: ActClaims, thing: Object | None, predicate: URIRef = SKOS.prefLabel) -> str | None:
    said = [str(one.object) for one in claims(act, predicate) if one.subject == thing]
    return said[0] if said else None


def by_key(act: ActClaims, ref: Object | None) -> Statement | None:
    keys = {one.key: one for one in act.statements}
    return keys.get(ref.key) if isinstance(ref, Ref) else None


def minutes(one: Statement) -> int | None:
    printed = get(one, SHZ.maxDuration)
    return int(str(printed).removeprefix("PT").removesuffix("M")) if printed else None


def plan(act: ActClaims, lead: str) -> Statement:
    (found,) = [one for one in act.statements if one.key == f"plan/{lead}"]
    return found


def steps(act: ActClaims, lead: str) -> list[Statement]:
    whole = Ref("statement", f"plan/{lead}")
    return [one for one in act.statements if get(one, PPLAN.isStepOfPlan) == whole]


def targets(act: ActClaims, step: Statement) -> list[Object | None]:
    """Where a step leads: over its branches, or to the row that follows it."""
    here = (Ref("statement", step.key), SHZ.branch)
    branches = [get(one, SHZ.nextStep) for one in act.statements if one.of == here]
    following = every(step, SHZ.nextStep)
    assert not (branches and following)
    return branches or list(following)


def paths(act: ActClaims, lead: str) -> list[list[Statement]]:
    """All ways from the first row to an end."""
    done: list[list[Statement]] = []
    ahead = [[steps(act, lead)[0]]]
    while ahead:
        path = ahead.pop(0)
        onward = [step for one in targets(act, path[-1]) if (step := by_key(act, one))]
        ahead += [[*path, step] for step in onward]
        if not onward:
            done.append(path)
    return done


def test_the_service_has_the_name_in_the_heading() -> None:
    (service,) = [one for one in real().claims if one.object == CPSV.PublicService]
    assert label(real(), service.subject) == GOLDEN["name"]


def test_providers_are_bodies_by_name_and_classes_of_bodies() -> None:
    told = []
    for one in claims(real(), CV.hasCompetentAuthority):
        assert isinstance(one.object, Mention)
        told.append([one.object.nature, one.object.own])
        read = one.object.nature == "group"
        assert one.evidence.certainty is (Certainty.INTERPRETED if read else Certainty.STATED)
    assert told == GOLDEN["providers"]


def test_each_channel_has_its_kind_and_the_body_that_keeps_it() -> None:
    channels = statements(real(), CV.Channel)
    for one, (kind, words, body) in zip(channels, GOLDEN["channels"], strict=True):
        keeper = get(one, CV.ownedBy)
        assert notation(get(one, DCT.type)) == kind
        assert shape(get(one, DCT.title), words) or words.startswith("«")
        assert (keeper.own if isinstance(keeper, Mention) else None) == body


def test_forms_are_in_the_words_of_the_act() -> None:
    assert [str(one.object) for one in claims(real(), SHZ.serviceForm)] == [GOLDEN["form"]]
    assert [str(one.object) for one in claims(real(), SHZ.outputForm)] == [GOLDEN["output-form"]]


def test_outputs_are_the_result_and_the_refusal_without_citations() -> None:
    outputs = statements(real(), CV.Output)
    for one, (kind, words) in zip(outputs, GOLDEN["outputs"], strict=True):
        assert notation(get(one, DCT.type)) == kind
        assert shape(get(one, DCT.title), words)


def test_the_service_rests_on_the_order_that_is_its_standard() -> None:
    bases = [one.object for one in claims(real(), CV.hasLegalResource)]
    keys = [one.key for one in bases if isinstance(one, Ref)]
    assert all(key.endswith(end) for key, end in zip(keys, GOLDEN["bases"], strict=True))


def test_deadlines_come_with_their_conditions() -> None:
    told = [
        [int(str(get(one, SHZ.workingDays))), str(get(one, SHZ.condition))]
        for one in statements(real(), SHZ.ConditionalDeadline)
    ]
    assert told == GOLDEN["deadlines"]


@pytest.mark.parametrize("route", GOLDEN["routes"], ids=lambda one: str(one["lead"]))
def test_every_row_of_a_route_is_read_as_printed(route: dict[str, object]) -> None:
    act, lead = real(), str(route["lead"])
    rows = []
    for position, one in enumerate(steps(act, lead), 1):
        assert get(one, SHZ.position) == Literal(position)
        number = get(one, SHZ.number)
        systems = [label(act, system, SHZ.abbreviation) for system in every(one, SHZ.usesSystem)]
        kind = notation(get(one, SHZ.stepKind))
        assert (one.type == SHZ.DecisionStep) == (kind == "condition")
        actor = label(act, get(one, SHZ.performedBy))
        rows.append([kind, str(number) if number else None, actor, minutes(one), systems])
    assert rows == route["rows"]


@pytest.mark.parametrize("route", GOLDEN["routes"], ids=lambda one: str(one["lead"]))
def test_paths_end_where_the_words_end_them(route: dict[str, object]) -> None:
    act, lead = real(), str(route["lead"])
    told = [
        [
            [int(str(get(step, SHZ.position))) for step in path],
            sum(minutes(step) or 0 for step in path),
        ]
        for path in paths(act, lead)
    ]
    assert sorted(told) == sorted(route["paths"])  # type: ignore[call-overload] # JSON


@pytest.mark.parametrize("route", GOLDEN["routes"], ids=lambda one: str(one["lead"]))
def test_a_route_runs_along_its_channel(route: dict[str, object]) -> None:
    channel = by_key(real(), get(plan(real(), str(route["lead"])), SHZ.channel))
    assert channel is not None
    assert notation(get(channel, DCT.type)) == route["channel"]


def test_branches_are_read_and_say_why() -> None:
    branches = statements(real(), SHZ.Branch)
    for one, words in zip(branches, GOLDEN["conditions"], strict=True):
        assert shape(get(one, SHZ.branchCondition), words)
        assert one.evidence.certainty is Certainty.INTERPRETED
        assert one.evidence.reason == "branch-from-words"


def test_an_end_has_the_outputs_that_its_words_name() -> None:
    told: dict[str, list[str]] = {}
    for one in claims(real(), SHZ.outcome):
        output = by_key(real(), one.object)
        assert output is not None
        told.setdefault(one.evidence.clause, []).append(notation(get(output, DCT.type)))
    assert told == GOLDEN["outcomes"]


def test_systems_are_named_with_their_short_names_and_what_they_work_inside() -> None:
    act, told = real(), []
    for one in act.claims:
        if one.predicate == RDF.type and one.object == SHZ.InformationSystem:
            outer = [c.object for c in claims(act, DCT.isPartOf) if c.subject == one.subject]
            inside = label(act, outer[0], SHZ.abbreviation) if outer else None
            short = label(act, one.subject, SHZ.abbreviation)
            told.append([one.evidence.clause, label(act, one.subject), short, inside])
    assert told == GOLDEN["systems"]


def test_an_employee_stands_in_the_body_of_a_defined_term() -> None:
    (post,) = [one for one in claims(real(), ORG.postIn) if isinstance(one.subject, Ref)]
    assert isinstance(post.object, Mention)
    assert post.object.own == GOLDEN["channels"][1][2]


HEAD = """
"Кітап беру" мемлекеттік көрсетілетін қызмет регламентін бекіту туралы

Сарыарқа облысы әкімдігінің 2021 жылғы 9 сәуірдегі № 7 қаулысы
      1. Қоса беріліп отырған "Кітап беру" мемлекеттік көрсетілетін қызмет регламенті бекітілсін.
      Облыс әкімі Н. Асанов

Сарыарқа облысы әкімдігінің
2021 жылғы 9 сәуірдегі
№ 7 қаулысымен бекітілген

"Кітап беру" мемлекеттік көрсетілетін қызмет регламенті

"""


def invented(points: str) -> ActClaims:
    indented = re.sub(r"^(?=\d)", " " * 6, points.strip(), flags=re.MULTILINE)
    text = f"{HEAD}{indented}\n"
    source = Source("invented.txt", text, sha256(text.encode()).hexdigest())
    return read_claims(read_act(source, SideFile(date(2026, 1, 1), "kk")))


def test_a_provider_may_stand_before_an_active_verb() -> None:
    act = invented(
        '1. "Кітап беру" мемлекеттік көрсетілетін қызметті облыстардың кітапханалары (бұдан әрі - '
        "көрсетілетін қызметті беруші) көрсетеді."
    )
    (one,) = claims(act, CV.hasCompetentAuthority)
    assert isinstance(one.object, Mention)
    assert (one.object.nature, one.object.own) == ("group", "облыстардың кітапханалары")


@pytest.mark.parametrize(
    ("words", "predicate", "days"),
    [
        ("күнтізбелік 30 күнді құрайды", SHZ.calendarDays, 30),
        ("он бес жұмыс күні", SHZ.workingDays, 15),
        ("3 (үш) жұмыс күні", SHZ.workingDays, 3),
    ],
)
def test_a_deadline_may_have_no_condition(words: str, predicate: URIRef, days: int) -> None:
    act = invented(f"1. Мемлекеттік қызмет көрсету мерзімі {words}.")
    (one,) = statements(act, SHZ.ConditionalDeadline)
    assert get(one, predicate) == Literal(days)
    assert get(one, SHZ.condition) is None


LEAD = """1. Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың)
мазмұны, оның орындалу ұзақтығы:
"""
STEPS = f"""{LEAD}1) он минут ішінде орындаушының өтінішті тіркеуі;
2) он бес минут ішінде көрсетілетін қызметті беруші басшысының орындаушыны таңдауы;
3) екі жұмыс күні ішінде жауапты орындаушының құжаттарды қарауы;
4) кітапты беру."""


def test_times_and_actors_may_stand_at_the_start_of_a_row() -> None:
    act = invented(STEPS)
    told = [
        (label(act, get(one, SHZ.performedBy)), minutes(one), get(one, SHZ.workingDays))
        for one in steps(act, "app_0__point_1")
    ]
    assert told == [
        ("орындаушы", 10, None),
        ("көрсетілетін қызметті беруші басшысы", 15, None),
        ("жауапты орындаушы", None, Literal(2)),
        (None, None, None),
    ]
    actions = [str(get(one, SHZ.action)) for one in steps(act, "app_0__point_1")]
    assert actions[0] == "орындаушының өтінішті тіркеуі"


def rows_of(kinds: list[str]) -> str:
    """A procedure whose labels go as told: p process, c condition, n a process that refuses."""
    words = {
        "p": "-процесс – қызметкер құжатты тіркейді - 2 минут",
        "c": "-шарт – құжаттың болуы тексеріледі - 1 минут",
        "n": "-процесс – қызмет көрсетуден бас тарту туралы хабарлама беріледі - 2 минут",
    }
    rows = [f"{number}) {number}{words[kind]};" for number, kind in enumerate(kinds, 1)]
    return LEAD + "\n".join(rows)


def test_a_condition_without_a_refusal_after_it_does_not_branch() -> None:
    act = invented(rows_of(["p", "c", "p"]))
    assert not statements(act, SHZ.Branch)
    assert [len(path) for path in paths(act, "app_0__point_1")] == [3]


@given(st.lists(st.sampled_from("pcn"), min_size=1, max_size=9))
def test_every_row_is_on_a_path_and_every_path_ends(kinds: list[str]) -> None:
    act = invented(rows_of(kinds))
    found = paths(act, "app_0__point_1")
    reached = {step.key for path in found for step in path}
    assert reached == {step.key for step in steps(act, "app_0__point_1")}
    refusals = sum(a == "c" and b == "n" for a, b in pairwise(kinds))
    last = kinds[-2:] == ["c", "n"]
    assert len(found) == refusals + 1 - last


def test_a_system_needs_a_name_of_its_own() -> None:
    act = invented(
        "1. Білім беру жүйесі мен ақпараттық жүйелер туралы мәлімет электрондық кезек арқылы "
        "ЭЦҚ-мен беріледі."
    )
    assert not [one for one in act.claims if one.object == SHZ.InformationSystem]
