"""The labelled acts, and the program that holds what is read against them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "bench"))

from gold import SETS, Gold, load, load_all  # noqa: E402  bench is no package

LABELLED = [
    pytest.param(one, SETS[name].acts / one.source, id=f"{name}-{one.language}-{one.name}")
    for name in SETS
    for one in load_all(SETS[name].labels)
]
#: How much of a word a case ending may have changed.
_ENDING = 4


def words_of(text: str) -> list[str]:
    """Words in lower case, letters of the other alphabet made Cyrillic."""
    return re.findall(r"\w+", text.lower().translate(_CYRILLIC))


_CYRILLIC = str.maketrans("aceiopxyhkmtb", "асеіорхуһкмтв")


def words_here(act: Path) -> list[str]:
    """The words of an act; the test is skipped where the act is not here."""
    if not act.exists():
        pytest.skip(f"the act that is labelled is not here: {act}")
    return words_of(act.read_text("utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_each_act_is_labelled_in_both_languages(name: str):
    golds = load_all(SETS[name].labels)
    names = {
        language: {g.name for g in golds if g.language == language} for language in ("kk", "ru")
    }
    assert names["kk"] == names["ru"] != set()


@pytest.mark.parametrize(("gold", "act"), LABELLED)
def test_no_label_stands_twice(gold: Gold, act: Path):
    for labels in (gold.events, gold.rows, gold.traps):
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("gold", "act"), LABELLED)
def test_every_deed_has_those_it_needs(gold: Gold, act: Path):
    for event in gold.events:
        assert event.originals or event.kind == "Establishment", event
        assert event.results or event.kind == "Liquidation", event
        assert len(event.originals) >= (2 if event.kind == "Merger" else 0), event
        assert len(event.results) >= (2 if event.kind == "Division" else 0), event


@pytest.mark.parametrize(("gold", "act"), LABELLED)
def test_labelled_names_are_made_of_words_of_the_act(gold: Gold, act: Path):
    stems = {word[:length] for word in words_here(act) for length in range(1, len(word) + 1)}
    for name in gold.names():
        for word in words_of(name):
            assert word[: max(2, len(word) - _ENDING)] in stems, (word, name)


@pytest.mark.parametrize(("gold", "act"), LABELLED)
def test_traps_quote_the_act(gold: Gold, act: Path):
    text = " ".join(words_here(act))
    for trap in gold.traps:
        assert " ".join(words_of(trap.words)) in text, trap


def evaluated(acts: str) -> dict[str, list[dict[str, object]]]:
    """What the program prints of some invented acts."""
    ran = subprocess.run(
        [sys.executable, "bench/eval.py", acts, "--set", "wording", "--format", "json"],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)["wording"]


def test_regulations_of_services_are_read_as_labelled():
    told = evaluated("service-")
    assert told["faults"] == []
    scores = {(one["language"], one["what"]): one["gold"] for one in told["scores"]}
    for language in ("kk", "ru"):
        assert scores[language, "services"] == 4
        assert scores[language, "steps"] == 17


def test_the_program_is_held_against_the_labels():
    scores = {(one["language"], one["what"]): one for one in evaluated("spin")["scores"]}
    for language in ("kk", "ru"):
        assert scores[language, "events"]["gold"] == 7 + (language == "ru")
        assert scores[language, "SpinOff"]["f1"] == 1


def test_a_label_that_is_not_well_formed_is_named(tmp_path: Path):
    good = (SETS["corpus"].labels / "ru" / "gov-2008-36685.yaml").read_text("utf-8")
    for before, after in (("Renaming", "Rebirth"), ("events:", "deeds:"), ("2008-01-10", "soon")):
        path = tmp_path / "act.yaml"
        path.write_text(good.replace(before, after), "utf-8")
        with pytest.raises(ValueError, match=re.escape(str(path))):
            load(path)
