"""What tests share.

Strategy: nothing is mocked, and nothing that takes long is made twice.

- The two acts of the project are read, built and published once a session (`dataset`), opened once
  (`generation`), indexed once (`hierarchy`), and served once by a real server on a free port of
  the loopback (`server`), which a real client asks (`client`). Tests only read these.
- Whoever writes does so on a server over a copy of that dataset (`writable`).
- What those acts do not show (an end, a repeal, another superior) is shown by two invented acts,
  made by hand without reading any text (`acts`, `record`), and their index (`village`). The acts,
  the bodies and their names are invented; only the way they speak is real. Tests that copy, publish
  or write to a dataset of their own take theirs (`hamlet`).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from threading import Thread
from time import sleep

import httpx
import pyoxigraph as ox
import pytest
import uvicorn
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from rdflib import Literal
from telling import Ran, Run

from api.app import create_app
from api.server import address, listen
from api.writing import WriteToken
from graph.__main__ import main
from graph.build import build
from graph.build.making import make as make_generation
from graph.build.making import manifest_of
from graph.dataset import Record, Sorted, build_dataset, make_record
from graph.hierarchy import Hierarchy
from graph.model import (
    ActClaims,
    ActInfo,
    Amendment,
    Certainty,
    Claim,
    Document,
    Evidence,
    Mention,
    Provision,
    ProvisionKind,
    Range,
    Ref,
    SideFile,
    Source,
    Statement,
    Text,
    When,
)
from graph.store import Generation, open_generation, publish
from graph.view import build_view
from ontology import BASE, ELI, ORG, QB, RDF, ROV, SHZ, SKOSXL, code

# Examples are judged by what they show, not by how long a shared machine takes over them.
settings.register_profile("shezhire", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shezhire")

ACTS = Path(__file__).parent.parent / "graph" / "acts"
RECORDED = date(2026, 11, 21)
#: What lets a client of a test server write.
TOKEN = "a token for tests alone"
ORDER_ACT, LIST_ACT = "saryarqa-akimat-2021-7", "saryarqa-akimat-2020-3"

LISTED = """Сарыарқа қаласы әкімдігінің 2020 жылғы 5 наурыздағы № 3 қаулысы
1. Білім бөлімі қарамағындағы мекемелердің тізбесі:
1) Білім бөлімінің «Арман» кітапханасы;
2) Білім бөлімінің «Көктем» бақшасы.
Бас маман 3
Кітапханашы 2
Барлығы 6
"""
ORDERED = """Сарыарқа қаласы әкімдігінің 2021 жылғы 9 сәуірдегі № 7 қаулысы
1. Мәдениет бөлімі құрылсын.
2. «Арман» кітапханасы Мәдениет бөліміне берілсін.
3. «Көктем» бақшасы таратылсын.
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, as a shell would."""

    def shezhire(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["shezhire", *(str(word) for word in words)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return shezhire


class Invented:
    """An act in the making: words are found in its text, so that every quote is exact."""

    def __init__(self, key: str, text: str, day: date, number: str) -> None:
        digest = sha256(text.encode()).hexdigest()
        self.source = Source(f"{key}.txt", text, digest)
        side = SideFile(RECORDED, "kk")
        parts = [self._part(number, line) for number, line in enumerate(text.splitlines())]
        document = Document(self.source, side, "kk", parts, [], [])
        info = ActInfo(key, "resolution", None, day, number, "", "kk")
        self.act = ActClaims(document, info, [], [], [], set())

    def _part(self, number: int, line: str) -> Provision:
        kind = ProvisionKind.POINT if number else ProvisionKind.REQUISITES
        start = self.source.text.index(line)
        text = Text(line, array("I", range(start, start + len(line))))
        return Provision(f"point_{number}" if number else "requisites", kind, None, text)

    def ranges(self, words: str) -> tuple[Range, ...]:
        """Where each piece of `words` (pieces are parted by `…`) stands in the text."""
        pieces = [piece.strip() for piece in words.split("…")]
        starts = [self.source.text.index(piece) for piece in pieces]
        return tuple(Range(a, a + len(p)) for a, p in zip(starts, pieces, strict=True))

    def evidence(self, clause: str, words: str, when: When = When.EFFECT) -> Evidence:
        """Evidence for words of the text; every period but the effect of a clause is read."""
        sure = Certainty.STATED if when is When.EFFECT else Certainty.INTERPRETED
        return Evidence(clause, self.ranges(words), "invented", sure, when=when)

    def body(self, own: str, words: str) -> Mention:
        """A body named by words of the text."""
        return Mention(words, own, own, "kk", self.ranges(words))

    def named(self, body: Mention, clause: str, number: int) -> None:
        """What a name tells of its body: what it is and how it is written."""
        evidence = self.evidence(clause, body.written, When.PRESUPPOSED)
        self.act.claims.append(Claim(body, RDF.type, ORG.FormalOrganization, evidence))
        for kind in ("own", "official"):
            form = (
                (SKOSXL.literalForm, Literal(body.own, lang="kk")),
                (SHZ.nameKind, code("name-kinds", kind)),
            )
            key = f"name/{clause}-{number}-{kind}"
            of = (body, SHZ.nameForm)
            self.act.statements.append(Statement(key, SKOSXL.Label, form, evidence, of))


def list_act() -> ActClaims:
    """A list of two institutions under the education section, and its staffing."""
    act = Invented(LIST_ACT, LISTED, date(2020, 3, 5), "3")
    education = act.body("Білім бөлімі", "Білім бөлімі")
    library = act.body("«Арман» кітапханасы", "«Арман» кітапханасы")
    nursery = act.body("«Көктем» бақшасы", "«Көктем» бақшасы")
    hall = Mention("Оқу залы", "Оқу залы", "Оқу залы", "kk", (), within=library, nature="unit")
    for number, body in enumerate((education, library, nursery)):
        act.named(body, "point_1", number)
    for number, body in ((2, library), (3, nursery)):
        evidence = act.evidence(f"point_{number}", f"Білім бөлімінің … {body.written}")
        claim = Claim(body, SHZ.subordinateTo, education, evidence, "list")
        act.act.claims.append(claim)
    form = act.evidence("point_2", "кітапханасы")
    act.act.claims.append(Claim(library, ROV.orgType, code("legal-forms", "kmm"), form))
    act.act.claims.append(Claim(hall, ORG.unitOf, library, act.evidence("point_4", "Бас маман")))
    staff(act, library, hall)
    return act.act


def staff(act: Invented, body: Mention, unit: Mention) -> None:
    """A table of two lines whose printed total is not their sum."""
    table = ((SHZ.tableOf, body), (SHZ.statedTotal, Literal(6)))
    evidence = act.evidence("point_6", "Барлығы 6")
    act.act.statements.append(Statement("staff-table/1", SHZ.StaffingTable, table, evidence))
    for number, (of, words, count) in enumerate(
        ((body, "Бас маман 3", 3), (unit, "Кітапханашы 2", 2))
    ):
        line = (
            (QB.dataSet, Ref("statement", "staff-table/1")),
            (SHZ.ofUnit, of),
            (SHZ.unitCount, Literal(count)),
        )
        evidence = act.evidence(f"point_{4 + number}", words)
        act.act.statements.append(Statement(f"staff-line/{number}", SHZ.StaffLine, line, evidence))


def order_act() -> ActClaims:
    """A new section is made, one institution is moved to it, the other liquidated."""
    act = Invented(ORDER_ACT, ORDERED, date(2021, 4, 9), "7")
    culture = act.body("Мәдениет бөлімі", "Мәдениет бөлімі")
    library = act.body("«Арман» кітапханасы", "«Арман» кітапханасы")
    nursery = act.body("«Көктем» бақшасы", "«Көктем» бақшасы")
    act.named(culture, "point_1", 1)
    act.act.claims.append(
        Claim(library, SHZ.subordinateTo, culture, act.evidence("point_2", "берілсін"), "order")
    )
    made = ((SHZ.created, culture),)
    gone = ((SHZ.ended, nursery),)
    act.act.statements += [
        Statement("event/point_1", SHZ.Establishment, made, act.evidence("point_1", "құрылсын")),
        Statement("event/point_3", SHZ.Liquidation, gone, act.evidence("point_3", "таратылсын")),
    ]
    repealed = act.evidence("requisites", "2021 жылғы", When.ALWAYS)
    amends = Claim(Ref("act", ORDER_ACT), ELI.amends, Ref("act", LIST_ACT), repealed)
    act.act.claims.append(amends)
    return act.act


def resolve(acts: list[ActClaims]) -> dict[Mention, str]:
    """One body for each own name: what the register does, without its care."""
    keys = {
        "Білім бөлімі": "education",
        "Мәдениет бөлімі": "culture",
        "«Арман» кітапханасы": "arman",
        "«Көктем» бақшасы": "koktem",
        "Оқу залы": "hall",
    }
    found: dict[Mention, str] = {}
    for held in acts:
        for claim in held.claims:
            terms = (claim.subject, claim.object)
            found |= {t: keys[t.own] for t in terms if isinstance(t, Mention)}
        for statement in held.statements:
            values = [value for _, value in statement.properties]
            found |= {v: keys[v.own] for v in values if isinstance(v, Mention)}
    return found


def invent() -> list[ActClaims]:
    """The two invented acts; a note in the first tells of the second."""
    first, second = list_act(), order_act()
    note = Evidence("point_1", (), "invented", when=When.ALWAYS)
    change = Amendment("point_9", "amended", ORDER_ACT, date(2021, 4, 9), None, note)
    first.act.amendments.append(change)
    return [first, second]


@pytest.fixture
def acts() -> list[ActClaims]:
    """The two invented acts, anew for each test."""
    return invent()


@pytest.fixture(scope="session")
def invented() -> Callable[[], list[ActClaims]]:
    """Makes the two invented acts, as often as a property needs them."""
    return invent


@pytest.fixture(scope="session")
def make() -> Callable[[list[ActClaims]], Record]:
    """Makes the record of acts."""
    return lambda acts: make_record(acts, resolve(acts), BASE)


@pytest.fixture
def record(acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]) -> Record:
    """The record of the two invented acts."""
    return make(acts)


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset directory with the acts of the project, built once for all tests: only read it."""
    out = tmp_path_factory.mktemp("built")
    build([ACTS], out)
    return out


@pytest.fixture(scope="session")
def generation(dataset: Path) -> Generation:
    """The generation of that dataset, open."""
    return open_generation(dataset)


@pytest.fixture(scope="session")
def hierarchy(generation: Generation) -> Hierarchy:
    """The index of that generation."""
    manifest = generation.manifest
    return Hierarchy.load(generation, manifest.base, manifest.as_of, generation.dump())


@pytest.fixture(scope="session")
def village() -> Hierarchy:
    """The index of the two invented acts, asked for from a store."""
    acts = invent()
    record = make_record(acts, resolve(acts), BASE)
    layers, view = build_dataset(record), build_view(record, RECORDED)
    layers[None] = view.triples
    layers[record.iris.graph("derivations")] = view.derivations
    store = ox.Store()
    store.load(input=b"\n".join(Sorted.of(layers)), format=ox.RdfFormat.N_QUADS)
    return Hierarchy.load(store, BASE)


@pytest.fixture(scope="session")
def hamlet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset directory, quick to copy and to write to: a generation with the first of the two
    invented acts is current, one with both stands beside it."""
    out = tmp_path_factory.mktemp("hamlet")
    for acts in (invent(), [list_act()]):
        made = make_generation(make_record(acts, resolve(acts), BASE), RECORDED, lambda *_: None)
        publish(out, manifest_of(made), made.quads, {})
    return out


def point(out: Path, name: str) -> None:
    """Makes another generation current: what publishing does in the end, in one step."""
    link = out / "next"
    link.symlink_to(name)
    link.replace(out / "current")


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of a server of an application, on a free port of the loopback."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started and thread.is_alive():
        sleep(0.01)
    try:
        yield address(listener)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="session")
def server(dataset: Path) -> Iterator[str]:
    """The address of a server over that dataset."""
    with running(create_app(dataset)) as site:
        yield site


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a dataset of a test's own, for as long as the context is open."""
    return lambda dataset: running(create_app(dataset))


@pytest.fixture(scope="session")
def client(server: str) -> Iterator[httpx.Client]:
    """A client of that server that follows no redirect by itself."""
    with httpx.Client(base_url=server, timeout=30) as asking:
        yield asking


@pytest.fixture(scope="session")
def writable(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client that may write, of a server over a dataset of its own: each test empties it."""
    own = tmp_path_factory.mktemp("written") / "dataset"
    copytree(dataset, own, symlinks=True)
    with running(create_app(own, write_token=WriteToken(TOKEN))) as site:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        with httpx.Client(base_url=site, timeout=30, headers=headers) as writing:
            yield writing
