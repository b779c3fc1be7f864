"""What a careful lawyer would not call a finding; the acts and their bodies are invented."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from telling import read_text

from graph.build.page import report_page
from graph.dataset import Record, make_record
from graph.findings import find, messages
from graph.model import ActClaims, Finding
from graph.register import Register
from ontology import BASE, SHZ

HEAD = "Ақмола облысы әкімдігінің 2024 жылғы 5 наурыздағы № 7 қаулысы"
ACT = """# "Мысал мәселелері" туралы

Ақмола облысының әкімдігі ҚАУЛЫ ЕТЕДІ:

{points}

*Облыс әкімі А. Мысалов*
"""
Reader = Callable[[str], ActClaims]


@pytest.fixture
def read() -> Reader:
    return lambda points: read_text(ACT.format(points=points), "kk", HEAD)


def record(*acts: ActClaims) -> Record:
    return make_record(list(acts), Register().resolve(list(acts)), BASE)


def told(found: list[Finding], rule: str, language: str = "en") -> list[str]:
    return [dict(one.messages)[language] for one in found if one.rule == rule]


def test_an_old_name_and_a_new_one_are_no_two_spellings(read: Reader) -> None:
    act = read(
        '1. "Ақмола облысының Мысал мектебі" коммуналдық мемлекеттік мекемесі'
        ' "Ақмола облысының Үлгі лицейі" коммуналдық мемлекеттік мекемесі болып қайта аталсын.'
    )
    held = record(act)
    assert any(one.type.endswith("Renaming") for one in held.statements)
    assert told(find(held), "spelling-variants") == []


STATIONS = ("Алмалы", "Бұлақты", "Көктерек", "Сарыбел")


def post(name: str, number: int) -> str:
    name = f'"{name} станциясындағы көліктік бақылау және тексеру бекеті"'
    return f"{number}. {name} мемлекеттік мекемесі құрылсын."


@pytest.mark.parametrize(("many", "expected"), [(2, 1), (4, 0)])
def test_bodies_of_a_series_are_not_taken_for_each_other(
    read: Reader, many: int, expected: int
) -> None:
    points = "\n\n".join(post(name, n) for n, name in enumerate(STATIONS[:many], 1))
    assert len(told(find(record(read(points))), "near-names")) == expected


def test_a_form_of_a_word_is_no_misprint_of_it(read: Reader) -> None:
    usual = "\n\n".join(f"{n}. Осы жолмен мекемелер құрылсын." for n in (1, 2, 3))
    rare = "4. Бірігу жолымен мекемелер құрылсын.\n\n5. Осы мекмелер жабылсын."
    found = told(find(record(read(f"{usual}\n\n{rare}"))), "misspelling")
    assert len(found) == 1
    assert "мекмелер" in found[0]


def test_a_verb_of_several_is_no_misprint_of_the_verb_of_one() -> None:
    usual = "".join(f"{n}. Учреждение является примером.\n\n" for n in (1, 2, 3))
    act = read_text(f"# О примере\n\n{usual}4. Учреждения являются примерами.\n", "ru", RU_HEAD)
    assert told(find(record(act)), "misspelling") == []


RU_HEAD = "Постановление Правительства Республики Казахстан от 10 января 2019 года № 5"
KK_HEAD = "Қазақстан Республикасы Үкіметінің 2019 жылғы 10 қаңтардағы № 5 қаулысы"


def editions(kk: str, ru: str) -> Record:
    """The record of two editions of an act, each with these words after its head."""
    acts = [
        read_text(f"# Кейбір мәселелер туралы\n\n{kk}\n", "kk", KK_HEAD),
        read_text(f"# О некоторых вопросах\n\n{ru}\n", "ru", RU_HEAD),
    ]
    return record(*acts)


def test_each_language_cites_its_own_newspaper() -> None:
    held = editions(
        "1. 2012 жылғы 9 қарашадағы № 596 бұйрықтың (тізілімде № 8121 тіркелген,"
        " «Мысал үні» газетінде 2013 жылғы 9 қаңтардағы № 9-13 (27952) жарияланған)"
        " күші жойылды деп танылсын.",
        "1. Признать утратившим силу приказ от 9 ноября 2012 года № 596 (зарегистрирован под"
        " № 8121, опубликован в газете «Мысальская правда» от 9 января 2013 года № 4-5"
        " (27278-27279)).",
    )
    assert told(find(held), "edition-number") == []


def test_numbers_that_differ_are_quoted_where_they_stand() -> None:
    held = editions(
        "1. Мынадай өзгерістер енгізілсін:\n\n   отыз орынға 30 бірлік бөлінсін.",
        "1. Внести следующие изменения:\n\n   на места выделить 31 единицу.",
    )
    (found,) = [one for one in find(held) if one.rule == "edition-number"]
    quotes = [
        held.editions()[edition][act].document.source.quote(part)
        for edition, act, _, ranges in found.placed()
        for part in ranges
    ]
    assert [("30" in quotes[0]), ("31" in quotes[1])] == [True, True]
    assert "Russian 31" in dict(found.messages)["en"]


@pytest.mark.parametrize("word", ["өзгерту", "өзгеріс", "өзгерістер мен толықтырулар"])
def test_a_note_on_a_change_is_read_in_each_of_its_wordings(read: Reader, word: str) -> None:
    note = f"Ескерту. 1-тармаққа {word} енгізілді - Ақмола облысы әкімдігінің"
    act = read(
        f"1. Мысал бекітілсін.\n\n   > *{note} 02.12.2024 № 27 қаулысымен.*\n\n"
        "2. Басқа мысал бекітілсін."
    )
    assert [one.by for one in act.act.amendments] == ["akmola-akimat-2024-27"]


def test_no_message_has_a_code_or_words_of_another_language() -> None:
    latin = set("abcdefghijklmnopqrstuvwxyz")
    for rule, text in messages().items():
        for language in ("kk", "ru"):
            words = "".join(part.split("}")[-1] for part in text[language].split("{"))
            assert not latin & set(words.lower()), (rule, language)


def test_a_body_renamed_under_another_superior_has_one_superior_at_a_time(read: Reader) -> None:
    body = '"Ақмола облысының {} басқармасы Алмалы емханасы" мемлекеттік мекемесі'
    old, new = (body.format(name) for name in ("Мысал", "Үлгі"))
    held = record(read(f"1. {old} {new} болып қайта аталсын."))
    ends = {
        str(one.object).rpartition("/")[2]: one.bounds.ends_not_before is not None
        for one in held.claims
        if one.predicate == SHZ.subordinateTo and "almaly" in str(one.subject)
    }
    assert ends == {
        "akmola-oblysynyn-mysal-baskarmasy": True,
        "akmola-oblysynyn-ulgi-baskarmasy": False,
    }


def test_a_superior_named_by_less_than_its_name_has_no_second_name(read: Reader) -> None:
    act = read(
        '1. "Ақмола облысының Мысал басқармасы" мемлекеттік мекемесі құрылсын.\n\n'
        '2. "Ақмола облысы әкімдігі Мысал басқармасының "Арман" орталығы" коммуналдық'
        " мемлекеттік мекемесі құрылсын."
    )
    assert told(find(record(act)), "spelling-variants") == []


def test_the_report_tells_the_two_texts_of_an_act_apart_and_where_each_clause_stands() -> None:
    act = {"key": "mysal-2024-7", "understood": 1, "repairs": {}, "claims": 2, "statements": 3}
    clause = {"clause": "point_2", "line": 7, "column": 4, "reason": "", "words": "сөздер"}
    acts = [
        {**act, "language": language, "file": f"mysal.{language}.md", "unread": [clause]}
        for language in ("kk", "ru")
    ]
    total = {"understood": 2, "unread": 2, "repairs": 0, "claims": 4, "statements": 6}
    report = {"as_of": "2026-11-21", "release": "0", "acts": acts, "total": total}
    report |= {"skipped": [], "missing": {}, "not_held": [], "findings": []}
    page = report_page(json.dumps(report).encode())
    assert "mysal-2024-7 (kk)" in page
    assert "mysal-2024-7 (ru)" in page
    assert "mysal.ru.md:7:4 point_2" in page


def test_the_name_in_another_language_is_no_other_spelling() -> None:
    """Two acts, each held in one language, name one body: one by each of its two names."""
    kk, ru = (
        "«Мысал» талдау орталығы» акционерлік қоғамы",
        ("акционерное общество «Центр анализа «Мысал»»"),
    )
    both = editions(f"1. {kk} құрылсын.", f"1. Создать {ru}.")
    alone = [
        read_text(f"# Мысал туралы\n\n1. {kk} таратылсын.\n", "kk", KK_HEAD.replace("№ 5", "№ 6")),
        read_text(f"# О примере\n\n1. Ликвидировать {ru}.\n", "ru", RU_HEAD.replace("№ 5", "№ 7")),
    ]
    held = record(*both.acts, *both.editions()[1].values(), *alone)
    assert len({one.subject for one in held.claims if "mysal" in str(one.subject)}) == 1
    assert told(find(held), "spelling-variants") == []


ATTACHED = """# О примере

1. Утвердить {said}.

Премьер-Министр Республики Казахстан

```
Приложение 1
к постановлению Правительства
Республики Казахстан
от 10 января 2019 года № 5
```

{printed}

1. Комитет является примером.
"""


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Положение о Мысальском комитете (приложение 1)", "Положение о Мысальском комитете"),
        (
            "Положение о Мысальском комитете (прилагается)",
            "П О Л О Ж Е Н И Е о Мысальском комитете",
        ),
        (
            "Положение о Мысальском комитете согласно приложению 1 к настоящему постановлению",
            "Положение Мысальского комитета",
        ),
        (
            "Положение о Мысальском комитете (далее – Комитет) Республики Казахстан",
            "Положение о Мысальском комитете Республики Казахстан",
        ),
        (
            "Положение о Мысальском комитете и схему его органов",
            "Положение о Мысальском комитете",
        ),
        ("структуру Комитета", "Структура Комитета мысалов Республики Казахстан"),
    ],
)
def test_where_a_text_is_attached_is_no_part_of_its_title(said: str, printed: str) -> None:
    act = read_text(
        ATTACHED.format(said=said, printed=printed),
        "ru",
        RU_HEAD,
    )
    assert any(one.type == SHZ.Approval for one in act.statements)
    assert told(find(record(act)), "title-mismatch") == []


def test_another_title_is_told_though_its_appendix_is_named() -> None:
    act = read_text(
        ATTACHED.format(
            said="Положение о Комитете мысалов Республики Казахстан (приложение 1)",
            printed="Положение о работе Комитета мысалов Республики Казахстан",
        ),
        "ru",
        RU_HEAD,
    )
    assert len(told(find(record(act)), "title-mismatch")) == 1


def test_the_first_word_of_a_whole_name_is_no_term() -> None:
    whole = "Комитет{} мысалов Министерства примеров Республики Казахстан"
    act = read_text(
        ATTACHED.format(said=f"Положение о {whole.format('е')}", printed="Положение о Комитете")
        + f"\n2. {whole.format('')} (далее – Комитет) является ведомством.\n",
        "ru",
        RU_HEAD,
    )
    assert any(clause.startswith("app_") for clause in act.read)
    assert told(find(record(act)), "term-undefined") == []
