"""Bodies that two editions of an act name in clauses of other numbers; all names are invented."""

from collections.abc import Sequence
from datetime import date

from telling import slugs_in, tell

from graph.model import ActClaims
from graph.register import Pair, Register, match_editions, roll_of

ISSUER = {"kk": "Қазақстан Республикасының Үкіметі", "ru": "Правительство Республики Казахстан"}


def edition(lang: str, clauses: Sequence[Sequence[str]]) -> ActClaims:
    """An edition whose clauses name these bodies."""
    return tell(
        clauses, lang, key="government-2018-420", issuer=ISSUER[lang], day=date(2018, 7, 11)
    )


def pairs(kk: Sequence[Sequence[str]], ru: Sequence[Sequence[str]]) -> list[Pair]:
    """The certain pairs, without that of the issuer."""
    both = match_editions(roll_of(edition("kk", kk)), roll_of(edition("ru", ru)))
    return [pair for pair in both if pair.certain and pair.one.kind != "government"]


def named(kk: Sequence[Sequence[str]], ru: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    return [(pair.one.own, pair.other.own) for pair in pairs(kk, ru)]


KK = [
    ["«Минералогия институты» мемлекеттік мекемесі"],
    ["«Ихтиология институты» мемлекеттік мекемесі"],
]
RU = [
    ["государственное учреждение «Институт минералогии»"],
    ["государственное учреждение «Институт ихтиологии»"],
]
BOTH = [
    ("Минералогия институты", "Институт минералогии"),
    ("Ихтиология институты", "Институт ихтиологии"),
]


def test_bodies_match_where_clauses_are_numbered_in_two_ways() -> None:
    assert named(KK, [[], *RU]) == BOTH


def test_bodies_match_though_each_clause_names_another_one() -> None:
    assert named(KK, RU[::-1]) == BOTH


def test_a_body_is_no_pair_of_one_that_is_named_elsewhere() -> None:
    kk = [["«Арал орманы» мемлекеттік мекемесі"], ["«Сарыбел орманы» мемлекеттік мекемесі"]]
    ru = [
        ["государственное учреждение «Сарыбел орманы»"],
        ["государственное учреждение «Коктал орманы»"],
    ]
    assert named(kk, ru) == [("Сарыбел орманы", "Сарыбел орманы")]


def test_what_shares_no_word_and_no_place_is_no_pair_in_two_clauses() -> None:
    kk = [["«Жұлдыз институты» мемлекеттік мекемесі"], []]
    assert named(kk, [[], ["государственное учреждение «Институт минералогии»"]]) == []


PLACES = {
    "Ақмола облысы": "Акмолинской области",
    "Жамбыл облысы": "Жамбылской области",
    "Павлодар облысы": "Павлодарской области",
}


def test_a_row_of_bodies_in_many_places_matches_by_their_places() -> None:
    kk = [[f"{place} бойынша Теңіз ісі департаменті"] for place in PLACES]
    ru = [[f"Департамент мореходства по {place}"] for place in PLACES.values()]
    assert len(named(kk, [[], *ru])) == len(PLACES)
    assert named(kk[:1], [[], *ru[:1]]) == []


def test_two_rows_in_the_same_places_are_not_told_apart() -> None:
    kk = [[f"{place} бойынша Теңіз ісі департаменті"] for place in PLACES]
    ru = [
        [f"Департамент {words} по {place}"]
        for place in PLACES.values()
        for words in ("мореходства", "рыболовства")
    ]
    assert named(kk, [[], *ru]) == []


def test_both_editions_get_one_slug_though_their_clauses_differ() -> None:
    kk, ru = edition("kk", KK), edition("ru", [[], *RU])
    resolved = Register().resolve([kk, ru])
    assert slugs_in(resolved, kk) == slugs_in(resolved, ru)
