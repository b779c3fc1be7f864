"""What the command line prints, where, and with which exit code."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from telling import Ran, Run

from graph.build import texts

ACTS = Path(__file__).parent.parent / "graph" / "acts"
ACT = ACTS / "aktobe-2016-34.kk.txt"


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """A copy of an act that is not in the record."""
    return Path(shutil.copy(ACT, tmp_path))


def test_version_is_that_of_the_project(run: Run) -> None:
    assert run("--version") == Ran(0, "shezhire 0.1.0\n", "")


def test_help_names_every_command(run: Run) -> None:
    named = set(run("--help").out.split())
    assert {"add", "build", "check", "export", "lineage", "query", "read", "search"} <= named
    assert {"serve", "staff", "tree", "validate", "why"} <= named


def test_help_opens_no_room_that_takes_long() -> None:
    program = "import sys, graph.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()).isdisjoint({"rdflib", "networkx", "pyshacl", "openpyxl"})


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["tree", "--depth", "0"],
        ["tree", "--at", "21.11.2026"],
        ["export", "--format", "doc"],
        ["add", "no-such-file.txt"],
        ["query", "a", "b", "c"],
    ],
)
def test_a_wrong_call_ends_with_two_and_no_traceback(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("lang", "said"),
    [(["--lang", "kk"], "күтілді"), (["--lang=ru"], "ожидался"), ([], "expected a day")],
)
@pytest.mark.parametrize("day", ["21.11.2026", "0001-01-01"])
def test_a_day_is_refused_in_the_language_that_was_asked_for(
    run: Run, lang: list[str], said: str, day: str
) -> None:
    ran = run("tree", "--at", day, *lang)
    assert ran.code == 2
    assert said in ran.err


def test_add_writes_the_side_file_once(run: Run, act: Path) -> None:
    ran = run("add", act, "--recorded", "2026-11-21")
    assert (ran.code, ran.err) == (0, "")
    side = act.with_suffix(".yaml")
    assert side.read_bytes() == ACT.with_suffix(".yaml").read_bytes()
    again = run("add", act, "--recorded", "2026-11-22")
    assert again.code == 2
    assert "in the record already" in again.err
    assert side.read_bytes() == ACT.with_suffix(".yaml").read_bytes()


def test_add_takes_no_text_of_another_alphabet(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "english.txt"
    text.write_text("On the establishment of a state institution. " * 5, encoding="utf-8")
    ran = run("add", text)
    assert ran.code == 1
    assert "Kazakh or Russian" in ran.err
    assert list(tmp_path.iterdir()) == [text]


def test_add_refuses_a_language_that_is_not_read(run: Run, act: Path) -> None:
    assert run("add", act, "--language", "uz").code == 2
    assert run("add", act, "--language", "ru").code == 1
    assert list(act.parent.iterdir()) == [act]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 20, "plain text"),
        ("Қаулы".encode("utf-16"), "UTF-8"),
        ("қаулы\n".encode() + b"\xff act", "act.txt:2:1"),
    ],
)
def test_what_is_no_act_is_refused_with_its_place(
    run: Run, tmp_path: Path, content: bytes, expected: str
) -> None:
    text = tmp_path / "act.txt"
    text.write_bytes(content)
    for command in ("add", "read"):
        ran = run(command, text)
        assert ran.code in (1, 2)
        assert "act.txt" in ran.err
        assert expected in ran.err
    assert list(tmp_path.iterdir()) == [text]


def test_read_shows_the_document_without_a_side_file(run: Run, act: Path) -> None:
    ran = run("read", act, "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)
    table = run("read", act)
    assert "app_0__point_1 " in table.out
    assert "repairs" in table.err
    assert list(act.parent.iterdir()) == [act]


def test_no_dataset_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    ran = run("query", tmp_path, "ASK {}")
    assert ran.code == 1
    assert "shezhire build" in ran.err


@pytest.mark.parametrize("words", [["findings"], ["search", "садов"], ["tree"]])
def test_a_way_that_leads_to_no_dataset_is_told_as_such(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    command, *asked = words
    ran = run(command, tmp_path / "none", *asked)
    assert ran.code != 0
    assert f"{tmp_path / 'none'}: expected a dataset directory" in ran.err


def test_a_broken_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "graph", "read", str(ACT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        words = process.stderr.read().decode()
    assert "Traceback" not in words
    assert "Exception" not in words


@pytest.fixture
def ask(run: Run, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the built dataset."""
    monkeypatch.setenv("SHEZHIRE_DATASET", str(dataset))
    return run


def answer(ran: Ran) -> dict:
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_build_says_what_it_understood(run: Run, tmp_path: Path) -> None:
    ran = run("build", ACT, "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert "aktobe-akimat-2016-34" in ran.out
    assert re.search(r"parts understood: kk \d+ of \d+ \(\d+%\)", ran.out)
    assert "findings:" in ran.out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", ["түсінілген бөліктер: kk", "қабылданбады: empty.txt", "бос файл"]),
        ("ru", ["понято частей: kk", "пропущен: empty.txt", "пустой файл"]),
    ],
)
def test_a_build_speaks_the_language_that_was_asked_for(
    run: Run, tmp_path: Path, lang: str, said: list[str]
) -> None:
    acts = tmp_path / "acts"
    acts.mkdir()
    for path in (ACT, ACT.with_suffix(".yaml")):
        shutil.copy(path, acts)
    (acts / "empty.txt").write_bytes(b"")
    shutil.copy(ACT.with_suffix(".yaml"), acts / "empty.yaml")
    ran = run("build", acts, "--out", tmp_path / "out", "--lang", lang)
    assert ran.code == 1
    assert all(words in ran.out + ran.err for words in said)
    assert not re.search(r"[a-z]{4,} (read|of|held|named)\b", ran.out)
    page = run("validate", tmp_path / "out", "--format", "html", "--lang", lang).out
    assert f'id="{lang}" checked' in page
    assert page.count(" checked") == 1
    assert all(words in page for words in said[2:])


def test_every_word_of_the_reports_is_there_in_each_language() -> None:
    told = {key: one for key, one in texts().items() if isinstance(one, dict)}
    assert told
    for key, words in told.items():
        assert {"kk", "ru", "en"} == words.keys(), key
        fields = {frozenset(re.findall(r"\{(\w+)\}", one)) for one in words.values()}
        assert len(fields) == 1, key


def test_build_skips_a_broken_act_and_says_so(run: Run, act: Path) -> None:
    broken = act.with_name("broken.txt")
    broken.write_bytes(b"")
    assert run("add", act, "--recorded", "2026-11-21").code == 0
    ran = run("build", act.parent, "--out", act.parent / "out")
    assert ran.code == 1
    assert "broken.txt" in ran.err
    assert "aktobe-akimat-2016-34" in ran.out


def test_build_without_any_act_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    ran = run("build", "--acts", folder, "--out", tmp_path / "out")
    assert ran.code == 1
    assert not (tmp_path / "out").exists()


def test_build_names_a_folder_without_rights(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    ran = run("build", ACT, "--out", file / "out")
    assert ran.code == 2
    assert str(file) in ran.err
    assert "Traceback" not in ran.err


def test_tree_draws_what_its_json_counts(ask: Run) -> None:
    told = answer(ask("tree", "--format", "json"))
    drawn = ask("tree").out
    total = sum(1 + item["total"] for item in told["items"])
    contested = [line for line in drawn.splitlines() if line.startswith("даулы: ")]
    assert len(drawn.splitlines()) - len(contested) == total
    assert len(contested) == 3
    assert all(item["name"] in drawn for item in told["items"])


def test_staff_is_counted_as_printed(ask: Run) -> None:
    told = answer(ask("staff", "балалардың құқықтарын қорғау басқармасы", "--format", "json"))
    assert (told["total"], told["table_total"], told["stated_total"]) == (7, 7, 7)


def test_staff_is_drawn_with_its_totals(ask: Run) -> None:
    drawn = ask("staff", "балалардың құқықтарын қорғау басқармасы").out
    assert drawn.splitlines()[-1] == "өзі 7, кесте 7, басылғаны 7 (иә)"


def test_lineage_names_both_sides_of_a_spin_off(ask: Run) -> None:
    told = answer(ask("lineage", "балалардың құқықтарын қорғау басқармасы", "--format", "json"))
    (event,) = [event for event in told["events"] if event["kind"] == "SpinOff"]
    assert {"survivor", "created"} <= set(event["bodies"])


def test_lineage_is_drawn_with_the_stated_and_the_read_kind(ask: Run) -> None:
    drawn = ask("lineage", "балалардың құқықтарын қорғау басқармасы").out
    first = next(line for line in drawn.splitlines() if "point_1" in line)
    assert first.startswith("├── 2025-12-26 – 2026-02-18 бөліп шығару (сөзі: бөлу)")
    assert "│ сақталған Батыс Қазақстан облысының білім басқармасы" in drawn
    assert "бөлу балансына мәтіні жазбада жоқ" in drawn
    before = ask("lineage", "балалардың құқықтарын қорғау басқармасы", "--at", "2025-12-25").out
    assert "қорғау басқармасы бұл күні жоқ" in before


CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
#: What drawings say by themselves or take of the ontology, by language and command.
DRAWN = {
    "lineage": (
        {
            "kk": ("сөзі: бөлу", "сақталған", "құқықтық мирасқорлық", "құқықтық мирасқор "),
            "ru": ("названо: ", "сохранился", "правопреемство", "правопредшественник "),
            "en": ("stated: ", "survivor", "legal succession", "predecessor ", "not held"),
        },
        (CHILDREN,),
    ),
    "tree": (
        {"kk": ("даулы",), "ru": ("спорно",), "en": ("contested",)},
        ("--at", "2026-03-01"),
    ),
    "why": (
        {
            "kk": ("бағынады", "негізі: өкім", "2026-03-01 күні: иә"),
            "ru": ("подчинён", "основание: распоряжение", "на 2026-03-01: да"),
            "en": ("subordinate to", "by order", "yes on 2026-03-01"),
        },
        ("oblystyk-otbasy-ulgisindegi-balalar-auyly", "superior", "--at", "2026-03-01"),
    ),
    "diff": (
        {
            "kk": ("өзгеріс", "қайта аталған", "берілген", "өзгерістер: 7"),
            "ru": ("изменение", "переименован", "передан", "изменений: 7"),
            "en": ("change", "renamed", "transferred", "changes: 7"),
        },
        ("2025-12-25", "2026-11-21"),
    ),
}


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("command", DRAWN)
def test_what_is_drawn_speaks_the_language_that_was_asked_for(
    ask: Run, command: str, lang: str
) -> None:
    said, words = DRAWN[command]
    out = " ".join(ask(command, *words, "--lang", lang).out.split())
    assert [word for word in said[lang] if word.strip() not in out] == []
    others = {word for other in said if other != lang for word in said[other]} - set(said[lang])
    own = " ".join(said[lang])
    assert [word for word in others if word not in own and word in out] == []


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_word_of_the_drawings_is_there_in_each_language(lang: str) -> None:
    words = tomllib.loads((ACTS.parent / "cli" / "words.toml").read_text(encoding="utf-8"))
    assert [key for key, told in words.items() if not told.get(lang)] == []


def test_a_tree_of_a_body_that_was_not_there_says_so(ask: Run) -> None:
    body = "балалардың құқықтарын қорғау басқармасы"
    assert "бұл күні жоқ" in ask("tree", body, "--at", "2025-12-25").out
    assert "бұл күні жоқ" not in ask("tree", body, "--at", "2026-03-01").out


def test_a_tree_shows_legal_forms_by_their_initials(ask: Run) -> None:
    drawn = ask("tree").out
    assert drawn.count(" МКҚК") == 27
    assert "қазыналық кәсіпорын" not in drawn


def test_diff_tells_what_changed_as_table_json_and_patch(ask: Run) -> None:
    days = ("2025-12-25", "2026-11-21")
    told = answer(ask("diff", *days, "--format", "json"))
    assert told["counts"]["moved"] == 3
    table = ask("diff", *days).out
    assert "салыстырылған органдар: 82, өзгерістер: 7" in table
    assert "west-kazakhstan-akimat-2025-299/point_1" in table
    assert ask("diff", *days, "--format", "patch").out.endswith("TC .\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2026-11-21", "2025-12-25"), "not after"),
        (("1899-12-31", "2025-12-25"), "1900-01-01"),
        (("2025-12-25", "2026-11-21", "--under", "nobody"), "no body"),
    ],
)
def test_a_diff_that_cannot_be_told_is_a_fault_of_the_call(
    ask: Run, words: tuple[str, ...], told: str
) -> None:
    ran = ask("diff", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_why_marks_words_that_the_file_has(ask: Run) -> None:
    told = answer(ask("why", "отбасы үлгісіндегі", "superior", "--format", "json"))
    assert {item["basis"] for item in told["items"]} == {"order", "name", "list"}
    for span in (span for item in told["items"] for span in item["spans"]):
        text = (ACTS / span["file"]).read_text(encoding="utf-8")
        assert text[span["start"] : span["end"]] == span["quote"]
    drawn = ask("why", "отбасы үлгісіндегі", "superior").out
    assert drawn.count("⟦") == drawn.count("⟧") >= len(told["items"])
    assert drawn.index("негізі: өкім") < drawn.index("негізі: тізім")


def test_why_of_what_nobody_said_is_a_wrong_call(ask: Run) -> None:
    assert ask("why", "отбасы үлгісіндегі", "founder").code == 2
    assert "superior, form" in ask("why", "отбасы үлгісіндегі", "colour").err


def test_words_that_fit_several_bodies_are_asked_back(ask: Run) -> None:
    ran = ask("staff", "түзеу кабинеті")
    assert ran.code == 2
    assert "fits 13 bodies" in ran.err


def test_search_finds_without_kazakh_letters(ask: Run) -> None:
    told = answer(ask("search", "balalardyn kukyktaryn korgau baskarmasy", "--format", "json"))
    assert "балалардың құқықтарын қорғау" in told["items"][0]["name"].lower()


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("table", "count"),
        ("json", '"bindings"'),
        ("csv", "count"),
        ("tsv", "?count"),
        ("xml", "<?xml"),
    ],
)
def test_query_answers_in_each_form(ask: Run, dataset: Path, form: str, sign: str) -> None:
    words = "SELECT (COUNT(*) AS ?count) { ?body a org:FormalOrganization }"
    ran = ask("query", dataset, words, "--format", form)
    assert ran.code == 0
    assert sign in ran.out


def test_query_comes_from_a_file_and_makes_graphs(ask: Run, dataset: Path, tmp_path: Path) -> None:
    file = tmp_path / "ask.rq"
    file.write_text("CONSTRUCT { ?a shz:under ?b } { ?a shz:under ?b }", encoding="utf-8")
    assert "shz:under" in ask("query", dataset, f"@{file}", "--format", "ttl").out
    assert ask("query", dataset, f"@{file}", "--format", "csv").code == 2
    assert ask("query", dataset, "ASK { ?body a org:FormalOrganization }").out == "yes\n"
    assert ask("query", dataset, f"@{tmp_path / 'none.rq'}").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["query", "{d}", "ASK {{}}"],
        ["query", "-d", "{d}", "ASK {{}}"],
        ["query", "ASK {{}}", "--dataset={d}"],
        ["acts", "{d}"],
        ["acts", "-d", "{d}"],
        ["check", "--dataset", "{d}"],
        ["review", "-d", "{d}"],
        ["export", "--format", "csv", "-d", "{d}"],
        ["findings", "-d", "{d}"],
        ["findings", "{d}"],
        ["search", "{d}", "колледж"],
        ["search", "колледж", "-d", "{d}"],
        ["tree", "{d}"],
        ["tree", "{d}", "terekti-kolledzhi"],
    ],
)
def test_the_dataset_is_named_by_its_place_or_by_an_option(
    run: Run, dataset: Path, tmp_path: Path, words: list[str]
) -> None:
    ran = run(*(word.format(d=dataset) for word in words))
    assert ran.code == 0, ran.err
    assert run(*(word.format(d=tmp_path / "none") for word in words)).code == 2


@pytest.mark.parametrize("words", [["tree", "-d"], ["acts", "-d"], ["build", "-d", "x"]])
def test_an_option_for_a_dataset_without_one_is_a_wrong_call(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["query", "{p}", "ASK {{}}"],
        ["tree", "-d", "{p}"],
        ["acts", "{p}"],
        ["check", "{p}"],
        ["review", "{p}"],
        ["validate", "{p}"],
        ["export", "{p}", "--format", "csv"],
        ["backup", "b.tar.gz", "{p}"],
        ["serve", "{p}", "--port", "0"],
        ["build", "--acts", "{p}"],
        ["build", "{p}"],
        ["read", "{p}"],
        ["add", "{p}"],
        ["restore", "{p}"],
        ["query", "@{p}"],
    ],
)
def test_a_path_that_is_not_there_is_a_wrong_call(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*(word.format(p=tmp_path / "none") for word in words))
    assert ran.code == 2
    assert "none" in ran.err
    assert "Traceback" not in ran.err


def test_a_malformed_query_says_where(ask: Run, dataset: Path) -> None:
    ran = ask("query", dataset, "SELECT * WHERE { ?s ?p }")
    assert ran.code == 2
    assert "1:" in ran.err


def test_check_finds_a_changed_file(ask: Run, dataset: Path, tmp_path: Path) -> None:
    assert ask("check", dataset).code == 0
    copy = Path(shutil.copytree(dataset / "current", tmp_path / "copy"))
    (copy / "register.json").write_text("{}", encoding="utf-8")
    ran = ask("check", copy)
    assert ran.code == 1
    assert "register.json" in ran.err


def test_validate_knows_a_broken_graph_and_strict_a_contradiction(
    ask: Run, dataset: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:x> a <http://www.w3.org/ns/org#FormalOrganization> .", encoding="utf-8")
    ran = ask("validate", broken, "--format", "json")
    assert ran.code == 1
    assert not json.loads(ran.out)["conforms"]
    assert "sh:ValidationReport" in ask("validate", broken, "--format", "turtle").out
    broken.write_text("<urn:x> <urn:y> .", encoding="utf-8")
    ran = ask("validate", broken)
    assert ran.code == 1
    assert f"{broken}:1:" in ran.err
    assert ask("validate", dataset, "--strict").code == 1


def test_findings_hide_boilerplate_until_asked(ask: Run) -> None:
    some = json.loads(ask("findings", "--format", "json").out)["items"]
    every = json.loads(ask("findings", "--boilerplate", "--format", "json").out)["items"]
    assert not any(row["boilerplate"] for row in some)
    assert len(some) <= len(every)
    grave = json.loads(ask("findings", "--severity", "Contradiction", "--format", "json").out)
    assert {row["severity"] for row in grave["items"]} == {"Contradiction"}
    assert "contradiction" in ask("findings", "--lang", "en").out.lower()


def test_export_writes_a_file(ask: Run, dataset: Path, tmp_path: Path) -> None:
    file = tmp_path / "view.ttl"
    assert ask("export", dataset, "--format", "ttl", "--out", file).code == 0
    assert file.read_bytes() == ask("export", dataset, "--format", "ttl").out.encode()


def test_a_search_that_finds_nothing_says_so(ask: Run, dataset: Path) -> None:
    for language, words in (("kk", "ештеңе"), ("ru", "ничего"), ("en", "nothing")):
        ran = ask("search", "xyzzy", "-d", dataset, "--lang", language)
        assert (ran.code, ran.out) == (0, "")
        assert words in ran.err


def test_findings_of_an_unknown_rule_or_act_are_no_empty_answer(ask: Run, dataset: Path) -> None:
    ran = ask("findings", "-d", dataset, "--rule", "nope")
    assert ran.code == 2
    assert "near-names" in ran.err
    assert ask("findings", "-d", dataset, "--act", "nope").code == 2


def test_a_folder_without_acts_is_named_with_what_was_expected(run: Run, tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    ran = run("build", tmp_path / "acts", "--out", tmp_path / "out")
    assert f"{tmp_path / 'acts'}: expected" in ran.err
    assert ".docx" in ran.err


def test_a_missing_file_of_a_query_is_told(ask: Run, dataset: Path) -> None:
    ran = ask("query", dataset, "@none.rq")
    assert ran.code == 2
    assert "expected a file with a query" in ran.err
