"""The Kazakh and the Russian edition of one act name the same bodies."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import slugs_in, tell

from graph.claims.references import Reference, act_key
from graph.model import ActClaims, Mention, Statement
from graph.names import national_name, read_name
from graph.register import Pair, Register, match_editions, roll_of
from ontology import SHZ

DAY = date(2018, 7, 11)
ISSUER = {"kk": "Қазақстан Республикасының Үкіметі", "ru": "Правительство Республики Казахстан"}


def edition(
    lang: str, clauses: Sequence[Sequence[str]], key: str = "government-2018-420"
) -> ActClaims:
    """An edition whose clauses name these bodies."""
    return tell(clauses, lang, key=key, issuer=ISSUER[lang], day=DAY, number="420")


def with_renaming(held: ActClaims) -> ActClaims:
    """The same edition with a renaming of each body to the one after it."""
    mentions = [claim.subject for claim in held.claims if isinstance(claim.subject, Mention)]
    for number, (old, new) in enumerate(pairwise(mentions)):
        evidence = held.claims[number].evidence
        terms = ((SHZ.renamed, old), (SHZ.newName, new))
        held.statements.append(Statement(f"event/{number}", SHZ.Renaming, terms, evidence))
    return held


def matched(kk: ActClaims, ru: ActClaims) -> list[Pair]:
    """The pairs, without that of the issuer."""
    both = match_editions(roll_of(kk), roll_of(ru))
    return [pair for pair in both if pair.one.kind != "government"]


def certain(kk: Sequence[Sequence[str]], ru: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The own names of the certain pairs."""
    pairs = matched(edition("kk", kk), edition("ru", ru))
    return [(pair.one.own, pair.other.own) for pair in pairs if pair.certain]


def slugs(held: ActClaims, register: Register, *acts: ActClaims) -> list[str]:
    return slugs_in(register.resolve([held, *acts]), held)


KK_DIVISION = [
    "«Абай ауданының Ішкі істер басқармасы» мемлекеттік мекемесі",
    "«Келес ауданының Ішкі істер басқармасы» мемлекеттік мекемесі",
    "«Шымкент қаласының Ішкі істер басқармасы» мемлекеттік мекемесі",
]
RU_DIVISION = [
    "государственное учреждение «Управление внутренних дел города Шымкента»",
    "государственное учреждение «Управление внутренних дел Абайского района»",
    "государственное учреждение «Управление внутренних дел Келесского района»",
]


def test_places_match_whatever_the_order_of_the_languages() -> None:
    assert certain([KK_DIVISION], [RU_DIVISION]) == [
        ("Абай ауданының Ішкі істер басқармасы", "Управление внутренних дел Абайского района"),
        ("Келес ауданының Ішкі істер басқармасы", "Управление внутренних дел Келесского района"),
        ("Шымкент қаласының Ішкі істер басқармасы", "Управление внутренних дел города Шымкента"),
    ]


def test_one_row_matches_one_row() -> None:
    kk = ["«Дінтану сараптамасы орталығы» РММ"]
    assert len(certain([kk, kk], [["РГУ «Центр религиоведческой экспертизы»"]] * 2)) == 2


def test_what_looks_alike_in_every_way_is_not_certain() -> None:
    kk = ["«Есеп орталығы» мемлекеттік мекемесі", "«Талдау орталығы» мемлекеттік мекемесі"]
    ru = ["государственное учреждение «Центр учета»", "государственное учреждение «Центр обзоров»"]
    assert certain([kk], [ru]) == []


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        (
            "«Үміт» коммуналдық мемлекеттік мекемесі",
            "республиканское государственное учреждение «Умит»",
        ),
        ("Ақмола облысының әділет департаменті", "Департамент юстиции Актюбинской области"),
        ("«№ 8 мектебі» мемлекеттік мекемесі", "государственное учреждение «Школа № 9»"),
        ("Қазақстан Республикасы Әділет министрлігі", "Министерство финансов Республики Казахстан"),
        ("Ғылым комитеті", "Департамент науки"),
    ],
)
def test_another_form_place_number_or_kind_is_another_body(kk: str, ru: str) -> None:
    assert matched(edition("kk", [[kk]]), edition("ru", [[ru]])) == []


def test_a_form_told_more_closely_is_no_other_form() -> None:
    kk = "«Үміт орталығы» мемлекеттік қазыналық кәсіпорны"
    ru = "республиканское государственное казенное предприятие «Центр «Умит»»"
    assert len(certain([[kk]], [[ru]])) == 1


def test_pairs_that_are_not_certain_are_doubted() -> None:
    kk = ["«Есеп орталығы» мемлекеттік мекемесі", "«Талдау орталығы» мемлекеттік мекемесі"]
    ru = ["государственное учреждение «Центр учета»", "государственное учреждение «Центр обзоров»"]
    both = Register().resolve([edition("kk", [kk]), edition("ru", [ru])])
    assert [doubt.kind for doubt in both.doubts].count("edition") == 2


def test_what_is_renamed_matches_what_is_renamed() -> None:
    kk = ["«Есеп орталығы» мемлекеттік мекемесі", "«Талдау орталығы» мемлекеттік мекемесі"]
    ru = ["государственное учреждение «Центр учета»", "государственное учреждение «Центр обзоров»"]
    pairs = matched(with_renaming(edition("kk", [kk])), with_renaming(edition("ru", [ru])))
    assert [(pair.one.own, pair.other.own) for pair in pairs if pair.certain] == [
        ("Есеп орталығы", "Центр учета"),
        ("Талдау орталығы", "Центр обзоров"),
    ]


def test_a_clause_against_most_others_is_not_certain() -> None:
    kk = [["Экологиялық реттеу комитеті"]] * 3
    ru = [["Комитет экологического регулирования"]] * 2 + [["Комитет природоохранного контроля"]]
    assert [other for _, other in certain(kk, ru)] == ["Комитет экологического регулирования"] * 2


def test_both_editions_get_one_slug() -> None:
    kk, ru = edition("kk", [KK_DIVISION]), edition("ru", [RU_DIVISION])
    first, second, third = slugs(kk, Register(), ru)
    assert slugs(ru, Register(), kk) == [third, first, second]


def test_a_later_act_in_one_language_means_the_same_body() -> None:
    register = Register()
    kk, ru = edition("kk", [KK_DIVISION]), edition("ru", [RU_DIVISION])
    known = slugs(kk, register, ru)
    assert slugs(edition("ru", [RU_DIVISION[1:2]], "later-1"), register) == known[:1]


def test_an_earlier_act_in_one_language_gives_the_slug() -> None:
    register = Register()
    (known,) = slugs(edition("ru", [RU_DIVISION[1:2]], "earlier-1"), register)
    kk, ru = edition("kk", [KK_DIVISION]), edition("ru", [RU_DIVISION])
    assert slugs(kk, register, ru)[0] == known


def test_two_entries_that_turn_out_to_be_one_body_are_doubted() -> None:
    register = Register()
    slugs(edition("kk", [KK_DIVISION[:1]], "kk-1"), register)
    slugs(edition("ru", [RU_DIVISION[1:2]], "ru-1"), register)
    both = register.resolve([edition("kk", [KK_DIVISION]), edition("ru", [RU_DIVISION])])
    assert [doubt.kind for doubt in both.doubts].count("edition") == 1


def test_a_national_body_is_one_in_both_languages_without_editions() -> None:
    register = Register()
    kk = slugs(edition("kk", [["Қазақстан Республикасы Әділет министрлігінің"]], "a"), register)
    ru = slugs(edition("ru", [["Министерству юстиции Республики Казахстан"]], "b"), register)
    assert kk == ru


@pytest.mark.parametrize(
    ("kk", "ru", "name"),
    [
        (*ISSUER.values(), "government"),
        ("ҚР Үкіметі", "Правительства РК", "government"),
        (
            "Қазақстан Республикасы Ішкі iстер министрiнiң",
            "Министра внутренних дел Республики Казахстан",
            "minister-of-internal-affairs",
        ),
        (
            "Қазақстан Республикасы Ұлттық ғарыш агенттігі",
            "Национальному космическому агентству Республики Казахстан",
            "national-space-agency",
        ),
        (
            "Қазақстан Республикасының Президенті Әкімшілігінің",
            "Администрации Президента Республики Казахстан",
            "administration-of-the-president",
        ),
        ("Қазақстан Республикасы Ғарыш министрлігі", "Министерство космоса", None),
        ("Ақмола облысының Әділет департаменті", "Первый Президент Республики Казахстан", None),
    ],
)
def test_a_national_body_has_one_name_in_all_languages(kk: str, ru: str, name: str | None) -> None:
    assert national_name(read_name(kk, "kk")) == national_name(read_name(ru, "ru")) == name


@pytest.mark.parametrize(
    ("kk", "ru", "key"),
    [
        (*ISSUER.values(), "government-2018-420"),
        ("Ақтөбе облысының әкімдігі", "акимат Актюбинской области", "aktobe-akimat-2018-420"),
    ],
)
def test_editions_of_an_act_have_one_key(kk: str, ru: str, key: str) -> None:
    def of(issuer: str, lang: str) -> str:
        known = Reference("", "resolution", read_name(issuer, lang), DAY, "420", None, 0, 0)
        return act_key(known, lang)

    assert of(kk, "kk") == of(ru, "ru") == key


@settings(max_examples=25, deadline=None)
@given(st.permutations(KK_DIVISION), st.permutations(RU_DIVISION))
def test_a_mention_is_in_one_pair_at_most(kk: list[str], ru: list[str]) -> None:
    pairs = matched(edition("kk", [kk]), edition("ru", [ru]))
    assert len({pair.one for pair in pairs}) == len({pair.other for pair in pairs}) == 3
    assert all(pair.certain and 0 <= pair.score <= 1 for pair in pairs)


def test_bodies_are_told_apart_by_the_ministries_they_are_under() -> None:
    kk = [
        "Қазақстан Республикасы Әділет министрлігінің «Көл ортасы» мемлекеттік мекемесі",
        "Қазақстан Республикасы Қаржы министрлігінің «Тау ортасы» мемлекеттік мекемесі",
    ]
    ru = [
        "государственное учреждение «Дом гор» Министерства финансов Республики Казахстан",
        "государственное учреждение «Дом озер» Министерства юстиции Республики Казахстан",
    ]
    assert certain([kk], [ru]) == [("Көл ортасы", "Дом озер"), ("Тау ортасы", "Дом гор")]


def test_bodies_under_two_ministries_are_no_pair() -> None:
    kk = ["Қазақстан Республикасы Әділет министрлігінің «Көл ортасы» мемлекеттік мекемесі"]
    ru = ["государственное учреждение «Дом озер» Министерства финансов Республики Казахстан"]
    assert matched(edition("kk", [kk]), edition("ru", [ru])) == []
