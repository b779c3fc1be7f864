from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words import (
    find_dates,
    fold,
    plain,
    possessed,
    read_date,
    read_ending,
    read_number,
    slug,
    sort_key,
    term_case,
    term_pattern,
    unmix,
)
from graph.words.letters import alphabet, replaced


@pytest.mark.parametrize(
    ("word", "nominative", "case"),
    [
        ("мекемесі", "мекемесі", "nom"),
        ("мекемесінің", "мекемесі", "gen"),
        ("мекемесіне", "мекемесі", "dat"),
        ("мекемесін", "мекемесі", "acc"),
        ("басқармасының", "басқармасы", "gen"),
        ("басқармасында", "басқармасы", "loc"),
        ("әкімдігінің", "әкімдігі", "gen"),
        ("бөлімдерімен", "бөлімдері", "ins"),
        ("кәсіпорны", "кәсіпорны", "nom"),
        ("кәсіпорнына", "кәсіпорны", "dat"),
        ("кәсіпорнын", "кәсіпорны", "acc"),
        ("комитетінің", "комитеті", "gen"),
        ("комитеті", "комитеті", "nom"),
        ("министрлігіне", "министрлігі", "dat"),
        ("департаментінде", "департаменті", "loc"),
        ("департаментінен", "департаменті", "abl"),
        ("колледжіне", "колледжі", "dat"),
        ("комиссияның", "комиссия", "gen"),
        ("Басқарманың", "Басқарма", "gen"),
        ("Басқармаға", "Басқарма", "dat"),
        ("Агенттікке", "Агенттік", "dat"),
        ("тармағына", "тармағы", "dat"),
        ("әлдебіреудің", "әлдебіреу", "gen"),
    ],
)
def test_an_inflected_word_leads_to_its_nominative(word: str, nominative: str, case: str) -> None:
    assert read_ending(word, "kk") == (nominative, case)


@pytest.mark.parametrize(
    ("noun", "somebodys"),
    [
        ("басқарма", "басқармасы"),
        ("бөлім", "бөлімі"),
        ("орталық", "орталығы"),
        ("министрлік", "министрлігі"),
        ("мектеп", "мектебі"),
        ("институт", "институты"),
        ("корпорация", "корпорациясы"),
        ("кәсіпорын", "кәсіпорны"),
        ("госпиталь", "госпиталі"),
        ("музей", "музейі"),
    ],
)
def test_a_noun_takes_the_ending_of_the_third_person(noun: str, somebodys: str) -> None:
    assert possessed(noun, "kk") == somebodys


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Теректі колледжі", "terekti-kolledzhi"),
        ("«Дарын» қосымша білім орталығы", "daryn-kosymsha-bilim-ortalygy"),
        ("№8 облыстық мектеп", "no-8-oblystyk-mektep"),
        ("ҺҺ әғқңөұүһі", "hh-agknouuhi"),
        ("autism-орталығы", "autism-ortalygy"),
        ("Iшкi iстер министрлiгi", "ishki-ister-ministrligi"),
        ("«»", "unnamed"),
    ],
)
def test_a_slug_is_readable_ascii(name: str, expected: str) -> None:
    assert slug(name, "kk") == expected


def test_a_russian_slug_goes_by_the_russian_table() -> None:
    assert slug("Управление образования № 5", "ru") == "upravlenie-obrazovaniya-no-5"


@given(st.text(max_size=300))
def test_a_slug_holds_nothing_but_letters_digits_and_hyphens(name: str) -> None:
    made = slug(name, "kk")
    assert made.replace("-", "").isascii()
    assert made.replace("-", "").isalnum()
    assert made == made.lower().strip("-")
    assert len(made) <= 96


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yкiметiнiң", "Үкіметінің"),
        ("«Білім –инновация» мектебі", '"Білім-инновация"  МЕКТЕБІ'),
        ("№ 8 мектеп", "№8 мектеп"),
        ("N 8 мектеп", "№ 8 мектеп"),
        ("М.Б.Ихсанов атындағы", "М. Б. Ихсанов атындағы"),
    ],
)
def test_spellings_that_differ_in_signs_fold_to_one(one: str, other: str) -> None:
    assert fold(one, "kk") == fold(other, "kk")


@pytest.mark.parametrize(
    ("one", "other"),
    [("№8 мектеп", "№11 мектеп"), ("қорғау", "корғау"), ("Бөрлі колледжі", "Теректі колледжі")],
)
def test_names_that_differ_in_words_do_not_fold_to_one(one: str, other: str) -> None:
    assert fold(one, "kk") != fold(other, "kk")


@given(st.text(max_size=300))
def test_folding_keeps_the_offsets(text: str) -> None:
    assert len(plain(text, "kk")) == len(text)
    assert len(unmix(text, "kk")) == len(text)


def test_words_of_two_alphabets_become_one() -> None:
    assert unmix("министрлiгi IT Service", "kk") == "министрлігі IT Service"


def test_kazakh_letters_stand_in_their_own_place() -> None:
    names = ["Я", "Ә", "Б", "А", "І", "Ы", "Қ", "К", "Һ", "Х", "№11 мектеп", "№8 мектеп"]
    ordered = sorted(names, key=lambda name: sort_key(name, "kk"))
    assert "".join(ordered[:2]) == "№8 мектеп№11 мектеп"
    assert ordered[2:] == ["А", "Ә", "Б", "К", "Қ", "Х", "Һ", "Ы", "І", "Я"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("бес", 5),
        ("жиырма бес жұмыс күні", 25),
        ("2 (екі) жұмыс күні", 2),
        ("20 (жиырма) минут", 20),
        ("екі жүз елу", 250),
        ("мың тоғыз жүз тоқсан бес", 1995),
        ("елу төртінші", 54),
        ("нөл", 0),
        ("мектеп", None),
        ("", None),
    ],
)
def test_numbers_are_read_in_words_and_figures(words: str, number: int | None) -> None:
    assert read_number(words, "kk") == number


def test_russian_numbers_are_read_too() -> None:
    assert read_number("двадцать пять", "ru") == 25


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025 жылғы 26 желтоқсандағы № 299", date(2025, 12, 26)),
        ("2016 жылғы 4 ақпанда № 34", date(2016, 2, 4)),
        ("әкімдігінің 18.02.2026 № 28 қаулысымен", date(2026, 2, 18)),
        ("ҚР Үкіметінің 2008.12.02 N 1127", date(2008, 12, 2)),
        ("2008 жылғы 1 қаңтардан бастап", date(2008, 1, 1)),
        ('2026 жылғы "___" __________ №', None),
        ("2020 жылғы 31 ақпан", None),
    ],
)
def test_kazakh_dates(text: str, day: date | None) -> None:
    assert read_date(text, "kk") == day


def test_russian_dates_in_order() -> None:
    found = find_dates("от 24 января 2019 года № 12, с 15.04.2013", "ru")
    assert [dated.day for dated in found] == [date(2019, 1, 24), date(2013, 4, 15)]


@given(st.text(alphabet="0123456789. жылғыақпан", max_size=200))
def test_dates_never_overlap(text: str) -> None:
    found = find_dates(text, "kk")
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("language", "term", "words", "case"),
    [
        ("ru", "Управление", "Управлению", "dat"),
        ("ru", "Ревизионная комиссия", "Ревизионной комиссии", "gen"),
        ("ru", "Комитет УИС", "Комитета УИС", "gen"),
        ("ru", "НАО", "НАО", "nom"),
        ("kk", "Басқарма", "Басқарманың", "gen"),
        ("kk", "Тексеру комиссиясы", "Тексеру комиссиясына", "dat"),
    ],
)
def test_a_term_is_found_in_every_case(language: str, term: str, words: str, case: str) -> None:
    found = term_pattern(term, language).search(f"и {words}, как")
    assert found is not None
    assert (found[0], term_case(words, language)) == (words, case)


def test_another_word_that_begins_alike_is_no_term() -> None:
    assert term_pattern("Управление", "ru").search("Управленческий учет") is None
    assert term_pattern("Управление", "ru").search("управлению") is None


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_letter_that_is_replaced_stands_for_another(language: str) -> None:
    known = alphabet(language)
    for pairs in (known.alike, known.rough):
        letters, instead = zip(*pairs, strict=True)
        assert not {*letters} & {*instead}


@given(st.text(alphabet="ABCEHIKMabcehoxyәғқөұёЁ СсАа№-"), st.sampled_from(["kk", "ru"]))
def test_letters_are_replaced_one_by_one(text: str, language: str) -> None:
    table = {ord(a): b for a, b in alphabet(language).alike}
    assert replaced(text, alphabet(language).alike) == text.translate(table)
