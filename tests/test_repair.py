"""Damaged text is made whole, every repair is logged, and every character keeps its place."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.formats import read_source
from graph.language import load
from graph.model import NOWHERE, Repair, Source, Text
from graph.repair import Paragraph, repair

ACTS = Path(__file__).parent.parent / "graph" / "acts"
KK = load("kk")
LINES = {name: read_source(ACTS / f"{name}.kk.txt") for name in ("aktobe-2016-34", "wko-2025-299")}


def mend(text: str) -> tuple[list[str], list[Repair]]:
    paragraphs, repairs = repair(Source("act.txt", text, ""), KK)
    return [paragraph.text.string for paragraph in paragraphs], repairs


def one(text: str) -> str:
    (words,), _ = mend(text)
    return words


def kinds(text: str) -> list[str]:
    return [made.kind for made in mend(text)[1]]


@cache
def whole(name: str) -> tuple[Source, list[Paragraph], list[Repair]]:
    paragraphs, repairs = repair(LINES[name], KK)
    return LINES[name], paragraphs, repairs


# ------------------------------------------------------------------ lines and paragraphs


def test_a_paragraph_goes_on_over_lines_and_over_a_page_break() -> None:
    text = (
        "      1. Басқарма балалардың құқықтарын қорғау \n\n\n\nмәселелері бойынша жұмыс істейді.\n"
    )
    words, repairs = mend(text)
    assert words == ["1. Басқарма балалардың құқықтарын қорғау мәселелері бойынша жұмыс істейді."]
    assert [made.kind for made in repairs] == ["page-break"]


def test_an_indented_line_begins_a_paragraph_and_a_heading_stands_alone() -> None:
    text = "      1. Бірінші.\n      2. Екінші.\n\n2. Тақырып\n\n      3. Үшінші.\n"
    assert mend(text)[0] == ["1. Бірінші.", "2. Екінші.", "2. Тақырып", "3. Үшінші."]


def test_a_heading_may_run_over_lines() -> None:
    text = "      1. Бір.\n\n2. Мемлекеттік қызмет көрсету \nтәртібін сипаттау\n\n      2. Екі.\n"
    assert mend(text)[0][1] == "2. Мемлекеттік қызмет көрсету тәртібін сипаттау"


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("сондай-\nақ", "сондай-ақ"),
        ("Стандарттың 9-\nтармағына", "Стандарттың 9-тармағына"),
        ("(бұдан әрі\n– Басқарма)", "(бұдан әрі – Басқарма)"),
        ('одан "\nБатыс басқармасы" мекемесін', 'одан "Батыс басқармасы" мекемесін'),
        ('басқару туралы\n" Заңын іске', None),
        ('"Қолдау орталығы\n" мекемесі', '"Қолдау орталығы" мекемесі'),
        ("беру (\nрастау) үшін", "беру (растау) үшін"),
        ("қалыптастыру\n, дамыту және", "қалыптастыру, дамыту және"),
        ("әзірлейді\n;", "әзірлейді;"),
        ("тізілімінде № \n12449 тіркелген", "тізілімінде № 12449 тіркелген"),
    ],
)
def test_lines_meet_at_hyphens_quotes_brackets_and_commas(printed: str, mended: str | None) -> None:
    if mended is None:
        mended = printed.replace('\n" ', '" ')
    assert one("      1. " + printed) == "1. " + mended


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
def test_a_hyphen_that_only_breaks_a_word_at_the_end_of_a_line_is_taken_out(hyphen: str) -> None:
    words = f"1. Бөлім мекемесі мен «Тал» меке{hyphen}\nмесіне ғылыми-\nтехникалық бөлім берілсін."
    mended, repairs = mend(f"      {words}\n")
    assert mended == ["1. Бөлім мекемесі мен «Тал» мекемесіне ғылыми-техникалық бөлім берілсін."]
    assert [one.kind for one in repairs] == ["line-hyphen"]
    marked = repair(Source("act.md", f"# Шара\n\n{words}\n", ""), load("kk"))[0]
    assert marked[1].text.string == mended[0]


@pytest.mark.parametrize(
    "printed",
    [
        "Сый ме\u00adке\u00adмесі",
        "Сый\u200b меке\u2060месі",
        "\ufeffСый мек\ufeffемесі",
        "Сыи\u0306 мекемесі",
    ],
)
def test_what_no_reader_sees_is_no_part_of_a_word_and_stays_in_the_quote(printed: str) -> None:
    for name, text in (
        ("act.txt", f"      1. {printed}\n"),
        ("act.md", f"# Шара\n\n1. {printed}\n"),
    ):
        source = Source(name, text, "")
        paragraphs, repairs = repair(source, KK)
        words = paragraphs[-1].text
        assert words.string == "1. Сый мекемесі"
        assert [one.kind for one in repairs] == ["unseen-signs"]
        (place,) = words.ranges(source)
        assert source.quote(place) == f"1. {printed}"


@pytest.mark.parametrize(
    "pair",
    ["\u201c\u201d", "\u201e\u201c", "\u2039\u203a", "\u3008\u3009", 4 * "'", "<<>>"],
)
def test_quotes_of_other_kinds_are_quotes(pair: str) -> None:
    half = len(pair) // 2
    printed = f"1. {pair[:half]}Тал{pair[half:]} мекемесі"
    for name, text in (("act.txt", f"      {printed}\n"), ("act.md", f"# Шара\n\n{printed}\n")):
        source = Source(name, text, "")
        paragraphs, repairs = repair(source, KK)
        words = paragraphs[-1].text
        assert words.string == '1. "Тал" мекемесі'
        assert {one.kind for one in repairs} >= {"quote-sign"}
        (place,) = words.ranges(source)
        assert source.quote(place) == printed


def test_without_any_indent_the_end_of_a_sentence_ends_a_paragraph() -> None:
    text = "1. Бірінші тармақ екі\nжолда тұр.\n2. Екінші:\nнөмірсіз абзац;\n1) тармақша.\n"
    assert mend(text)[0] == [
        "1. Бірінші тармақ екі жолда тұр.",
        "2. Екінші:",
        "нөмірсіз абзац;",
        "1) тармақша.",
    ]


# ------------------------------------------------------------------ letters


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Р Қ А О  е с к е р т п е с і .", "РҚАО ескертпесі."),
        ("с а қ т а л ғ а н .", "сақталған."),
        ("А . Т . С е р і к о в к е  ж ү к т е л с і н .", "А.Т.Серіковке жүктелсін."),
        ("Қ А У Л Ы  Е Т Е Д І :", "ҚАУЛЫ ЕТЕДІ:"),
        ("Қ А У Л Ы Е Т Е Д I :", "ҚАУЛЫ ЕТЕДІ:"),
        ("әкімдігінің  әк імд іг і", "әкімдігінің әкімдігі"),
    ],
)
def test_letter_spaced_words_are_joined_and_wider_gaps_part_words(
    printed: str, mended: str
) -> None:
    assert one("      " + printed) == mended
    assert "letter-spaced" in kinds("      " + printed)


@pytest.mark.parametrize("words", ["Ол да бір үй еді.", "А. Б. Серіков пен Ж.Молдағалиев көшесі"])
def test_short_words_and_initials_are_no_letter_spaced_words(words: str) -> None:
    assert one("      " + words) == words


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("бiлiм", "білім"),
        ("Yкіметінің", "Үкіметінің"),
        ("жəне өңдеу өнеркəсібі", "және өңдеу өнеркәсібі"),
        ("Əділет", "Әділет"),
        ("ќўрылымдарыныѕ жјне Ўйым", "құрылымдарының және Ұйым"),
        ("Əliyev", "Əliyev"),
        ("заңнамаcында", "заңнамасында"),
        ("autіsm", "autism"),
        ("autism-орталығы", "autism-орталығы"),
        ("XIX ғасыр", "XIX ғасыр"),
        ("COVID индексі", "COVID индексі"),
    ],
)
def test_a_word_is_written_in_the_letters_of_one_alphabet(printed: str, mended: str) -> None:
    assert one("      1. " + printed) == "1. " + mended


def test_a_repair_of_letters_is_logged_once_a_word_where_it_stands() -> None:
    text = "      1. Мектепке дейiнгi бiлiм беру."
    _, repairs = mend(text)
    assert [(made.kind, made.before, made.after) for made in repairs] == [
        ("look-alike", "дейiнгi", "дейінгі"),
        ("look-alike", "бiлiм", "білім"),
    ]
    assert [text[r.start : r.end] for made in repairs for r in made.ranges] == ["дейiнгi", "бiлiм"]


# ------------------------------------------------------------------ blanks


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Басқарма  өз   қызметін", "Басқарма өз қызметін"),
        ("ҚАУЛЫ ЕТЕДІ :", "ҚАУЛЫ ЕТЕДІ:"),
        ("беру ( растау ) үшін", "беру (растау) үшін"),
        ('одан " Батыс басқармасы" мекемесін', 'одан "Батыс басқармасы" мекемесін'),
        ('"Қолдау орталығы " мекемесі', '"Қолдау орталығы" мекемесі'),
        ('2026 жылғы "___" қаулысына', '2026 жылғы "___" қаулысына'),
    ],
)
def test_blanks_that_no_writer_puts_are_closed_up(printed: str, mended: str) -> None:
    assert one("      " + printed) == mended


def test_quotes_that_do_not_balance_stay_as_printed() -> None:
    words = '1) "Облыс басқармасының "Сервис" колледжі" мекемесі және "Дарын'
    assert one("      " + words) == words


# ------------------------------------------------------------------ displaced links


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        (
            "2. Мекеме қызметін Қазақстан Республикасының  және Конституциясына\nзаңдарына сәйкес",
            "2. Мекеме қызметін Қазақстан Республикасының Конституциясына және заңдарына сәйкес",
        ),
        (
            "Қазақстан Республикасының , Қазақстан Республикасының Бюджет кодексін\n2008 жылғы",
            "Қазақстан Республикасының Бюджет кодексін, Қазақстан Республикасының 2008 жылғы",
        ),
        (
            "5. Ереженің  сәйкес комиссияның 12-тармағына\nқұрамы бекітіледі.",
            "5. Ереженің 12-тармағына сәйкес комиссияның құрамы бекітіледі.",
        ),
        (
            "осы қаулының 3-\n\n сәйкес кестеде көрсетілген.қосымшасына",
            "осы қаулының 3-қосымшасына сәйкес кестеде көрсетілген.",
        ),
        (
            "Ескерту. Ереже жаңа редакцияда - Облыс әкімдігінің 05.03.2021 \n"
            " қаулысымен (қол қойылған күнінен бастап).№ 77",
            "Ескерту. Ереже жаңа редакцияда - Облыс әкімдігінің 05.03.2021 № 77 қаулысымен "
            "(қол қойылған күнінен бастап).",
        ),
        (
            '1) "Облыстың қаржы басқармасы" мемлекеттік мекемесі туралы \n\n, ;ереже құрылымы',
            '1) "Облыстың қаржы басқармасы" мемлекеттік мекемесі туралы ереже, құрылымы;',
        ),
        (
            '2013 жылғы 1 наурыздағы "Мемлекеттік \n сатып алу туралы" Заңының , 10-бабына\n'
            "13-бабына сәйкес",
            '2013 жылғы 1 наурыздағы "Мемлекеттік сатып алу туралы" Заңының 10-бабына, '
            "13-бабына сәйкес",
        ),
        (
            "Ақмола облысының әкімдігі  :ҚАУЛЫ ЕТЕДІ",
            "Ақмола облысының әкімдігі ҚАУЛЫ ЕТЕДІ:",
        ),
    ],
)
def test_a_displaced_link_goes_back_where_it_fits(printed: str, mended: str) -> None:
    words, repairs = mend("      " + printed)
    assert words == [mended]
    assert "displaced" in [made.kind for made in repairs]


def test_a_link_is_found_also_where_lines_were_broken_anew() -> None:
    text = "      5. Ереженің  сәйкес комиссияның 12-тармағына құрамы\nбекітіледі.\n"
    assert one(text) == "5. Ереженің 12-тармағына сәйкес комиссияның құрамы бекітіледі."


@pytest.mark.parametrize(
    "printed",
    [
        'Батыс Қазақстан облысының білім  басқармасы" мемлекеттік мекемесі туралы ереже',
        "Басқарма  осы Ереженің 5-тармағына\nсәйкес жұмыс істейді.",
        '15) "Облыс басқармасының "Орал  "Сервис"  технологиялық колледжі" кәсіпорны;',
        "тұлғаны қалыптастыру\n, дамыту және бағдарлауға қажетті шешім",
        "Қазақстан Республикасының  заңнамасына сәйкес бұйрығы",
    ],
)
def test_two_blanks_or_a_comma_alone_move_no_word(printed: str) -> None:
    words, repairs = mend("      " + printed)
    (mended,) = words
    assert mended.replace(" ", "") == re.sub(r"\s", "", printed)
    assert not [made for made in repairs if made.kind == "displaced"]


def test_what_fits_nowhere_stays_as_printed_and_is_logged() -> None:
    text = (
        "      1. Басқарма Қазақстан Республикасының , өзге органдармен бірлесіп\nжұмыс істейді.\n"
    )
    words, repairs = mend(text)
    assert words == [
        "1. Басқарма Қазақстан Республикасының, өзге органдармен бірлесіп жұмыс істейді."
    ]
    (unresolved,) = [made for made in repairs if made.kind == "displaced-unresolved"]
    assert unresolved.before == unresolved.after
    assert "Республикасының" in unresolved.before


def test_the_log_says_which_words_were_moved() -> None:
    text = "      5. Ереженің  сәйкес комиссияның 12-тармағына\nқұрамы бекітіледі.\n"
    (made,) = [made for made in mend(text)[1] if made.kind == "displaced"]
    assert [text[r.start : r.end] for r in made.ranges] == ["12-тармағына"]
    assert made.before == "5. Ереженің  сәйкес комиссияның 12-тармағына"
    assert made.after == "5. Ереженің 12-тармағына сәйкес комиссияның"


# ------------------------------------------------------------------ the two acts


EXPECTED = {
    "wko-2025-299": [
        "Қазақстан Республикасының Азаматтық кодексін, Қазақстан Республикасының 2001 жылғы 23 "
        'қаңтардағы "Қазақстан Республикасындағы жергілікті мемлекеттік басқару және өзін-өзі '
        'басқару туралы", 2011 жылғы 1 наурыздағы "Мемлекеттік мүлік туралы" Заңдарын басшылыққа '
        "ала отырып, Батыс Қазақстан облысының әкімдігі ҚАУЛЫ ЕТЕДІ:",
        '1) "Батыс Қазақстан облысының білім басқармасы" мемлекеттік мекемесі туралы ереже, '
        "құрылымы мен штат саны;",
        '2) Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы" мемлекеттік '
        "мекемесі туралы ереже, құрылымы мен штат саны;",
        "Конституциясына және заңдарына",
        "18.02.2026 № 28 қаулысымен (алғашқы ресми жарияланған күнінен бастап қолданысқа "
        "енгізіледі).",
        'Қазақстан Республикасының Конституциясын, "Неке (ерлі-зайыптылық) және отбасы туралы" '
        'Қазақстан Республикасының кодексін, "Қазақстан Республикасындағы баланың құқықтары '
        'туралы" және "Білім туралы" Қазақстан Республикасының заңдарын және балалардың',
        "тұлғаны қалыптастыру, дамыту және",
        'одан "Батыс Қазақстан облысының балалардың',
        "мектеп-лицей-интернаты",
        "(autism-орталығы)",
    ],
    "aktobe-2016-34": [
        "РҚАО ескертпесі.",
        "орфографиясы сақталған.",
        'Заңының 27-бабына, Қазақстан Республикасының 2013 жылғы 15 сәуірдегі "Мемлекеттік '
        'көрсетілетін қызметтер туралы" Заңы 16-бабы 3-тармағына, Қазақстан',
        "тіркелген) бұйрығына сәйкес Ақтөбе облысы әкімдігі ҚАУЛЫ ЕТЕДІ:",
        "мемлекеттік көрсетілетін қызмет регламенті бекітілсін.",
        "орынбасары А.Т.Шерияздановқа жүктелсін.",
        'бекіту туралы" бұйрығы қолданысқа енгізілгеннен бұрын емес.',
        "20.07.2018 № 332 қаулысымен (қолданысқа енгізілу тәртібін 4 т. қараңыз).",
        "№ 632 бұйрығымен бекітілген",
        "стандартының 10-тармағында белгіленген негіздеме бойынша",
        "Стандарттың 9 - тармағына сәйкес көрсетілетін қызметті алушының құжаттарын",
        "Стандарттың 9-тармағына сәйкес құжаттарды қабылдайды, тіркейді және құжаттарды қабылдау "
        "туралы қолхат береді немесе Стандарттың 10-тармағында белгіленген негіздеме бойынша",
        "осы регламенттің 2-бөлімі 5 - тармағында келтірілген.",
        "Стандарттың 9-тармағына сәйкес қажетті құжаттарды",
        "Стандарттың 9 - тармағында көрсетілген құжаттардың сәйкестігін тексереді (өңдейді) - 2 "
        "минут;",
        "осы регламенттің 2-қосымшасына сәйкес диаграммада көрсетілген.",
    ],
}


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for name in EXPECTED for words in EXPECTED[name]]
)
def test_the_acts_read_as_they_were_written(name: str, words: str) -> None:
    assert any(words in paragraph.text.string for paragraph in whole(name)[1])


@pytest.mark.parametrize("name", sorted(LINES))
def test_nothing_in_the_acts_is_left_unresolved(name: str) -> None:
    assert not [made for made in whole(name)[2] if made.kind == "displaced-unresolved"]


@pytest.mark.parametrize("name", sorted(LINES))
def test_every_character_of_the_acts_is_read_once_and_keeps_its_place(name: str) -> None:
    source, paragraphs, _ = whole(name)
    places = [place for one in paragraphs for place in one.text.places if place != NOWHERE]
    words = {at for at, letter in enumerate(source.text) if not letter.isspace()}
    assert len(places) == len(set(places))
    assert words <= set(places)


@pytest.mark.parametrize("name", sorted(LINES))
def test_the_ranges_of_the_acts_quote_exactly_their_words(name: str) -> None:
    source, paragraphs, repairs = whole(name)
    mixed = {made.after for made in repairs if made.kind == "look-alike"}
    for paragraph in paragraphs:
        if not any(word in paragraph.text.string for word in mixed):
            assert quoted(source, paragraph.text) == bare(paragraph.text)


def quoted(source: Source, text: Text) -> str:
    return re.sub(r"\s", "", "".join(source.quote(part) for part in text.ranges(source)))


def bare(text: Text) -> str:
    placed = zip(text.string, text.places, strict=True)
    return re.sub(r"\s", "", "".join(letter for letter, place in placed if place != NOWHERE))


# ------------------------------------------------------------------ any text


PIECES = st.sampled_from(
    [
        *'абқі.,;:()"«»-–№_1 ',
        "  ",
        "\n",
        "\n\n",
        "\n      ",
        "\n ",
        "Қазақстан Республикасының ",
        "9-тармағына",
        "бұйрығы",
        "а б в г ",
        "ҚАУЛЫ ЕТЕДІ",
        '"Білім туралы" ',
        "Стандарттың  сәйкес ",
        "бекітілсін.",
        "18.02.2026  қаулысымен",
    ]
)


@settings(max_examples=120)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_text_loses_or_doubles_a_character(text: str) -> None:
    source = Source("act.txt", text, "")
    paragraphs, _ = repair(source, KK)
    places = sorted(p for one in paragraphs for p in one.text.places if p != NOWHERE)
    assert len(places) == len(set(places))
    read = "".join(text[place] for place in places if not text[place].isspace())
    assert read == re.sub(r"\s", "", text)
    for paragraph in paragraphs:
        assert quoted(source, paragraph.text) == bare(paragraph.text)


@pytest.mark.parametrize("piece", ["Республикасының , ", "Стандарттың  сәйкес ", "а ", '" ', "9- "])
def test_one_long_line_takes_time_linear_in_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = "      1. " + piece * (length // len(piece))
        start = time.process_time()
        repair(Source("act.txt", text, ""), KK)
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 10 * max(seconds(25_000), 0.1)


def test_a_paragraph_torn_in_two_is_whole_again(tmp_path: Path) -> None:
    path = tmp_path / "torn.md"
    words = (
        '# Тақырып\n\n1. "Сарыарқа қаласының мұрағат бөлімі"\n\nмемлекеттік мекемесі таратылсын.'
        "\n\n2. Мыналар:\n\nбіріншісі;\n\nекіншісі.\n"
    )
    path.write_text(words, "utf-8")
    paragraphs, repairs = repair(read_source(path), load("kk"))
    assert [one.text.string for one in paragraphs] == [
        "Тақырып",
        '1. "Сарыарқа қаласының мұрағат бөлімі" мемлекеттік мекемесі таратылсын.',
        "2. Мыналар:",
        "біріншісі;",
        "екіншісі.",
    ]
    assert [made.kind for made in repairs] == ["paragraph-torn"]
