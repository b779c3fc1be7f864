import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal
from telling import slugs_in, tell

from graph.errors import DatasetError
from graph.model import ActClaims, Claim, Evidence, Mention, Range
from graph.names import read_name
from graph.register import Decision, Register
from ontology import SHZ

WEST, AKTOBE = "Батыс Қазақстан облысы", "Ақтөбе облысы"
WEST_AKIMAT, AKTOBE_AKIMAT = f"{WEST} әкімдігі", f"{AKTOBE} әкімдігі"
DAY = date(2025, 12, 26)


def act(
    *names: str,
    issuer: str | None = WEST_AKIMAT,
    day: date = DAY,
    number: str = "1",
    renamings: Sequence[tuple[str, str]] = (),
) -> ActClaims:
    """An act that names these bodies, one in each clause."""
    clauses = [[name] for name in names]
    key = f"act-{day}-{number}"
    return tell(clauses, "kk", key=key, issuer=issuer, day=day, number=number, renamings=renamings)


def slugs(*acts: ActClaims, register: Register | None = None) -> list[str]:
    """The slug of each name of the acts, in the order given."""
    resolution = (register or Register()).resolve(acts)
    return [slug for held in acts for slug in slugs_in(resolution, held)]


def one_body(*names: str, issuer: str | None = WEST_AKIMAT) -> bool:
    return len(set(slugs(act(*names, issuer=issuer)))) == 1


# ------------------------------------------------------------------ one body


@pytest.mark.parametrize(
    "names",
    [
        ("Орал қаласы білім беру бөлімі", "Орал қаласының білім беру бөлімі"),
        (f"{WEST} әкімдігі", f"{WEST}ның әкімдігі"),
        (f"{WEST} әкімінің жанындағы мысал кеңесі", f"{WEST}ның әкімі жанындағы мысал кеңесі"),
        (
            f"{WEST}ның білім басқармасы",
            f"{WEST_AKIMAT} білім басқармасы",
            f"{WEST}ның әкімдігі білім басқармасы",
            f"{WEST} білім басқармасы",
            f'"{WEST}ның бiлiм басқармасы" мемлекеттік мекемесінің',
        ),
        (
            f'"{WEST_AKIMAT} білім басқармасының "Балалар ауылы" коммуналдық мемлекеттік мекемесі',
            f'"{WEST_AKIMAT} балалардың құқықтарын қорғау басқармасының "Балалар ауылы"'
            " мемлекеттік мекемесі",
            "«Балалар ауылы»",
        ),
        ("«Білім –инновация» мектебі", '"Білім-инновация" мектеп'),
        (f"{WEST} мәдениет басқармасының «№ 8 мектебі»", f"{WEST} білім басқармасының №8 мектебі"),
        ("Ақжайық ауданының мәдениет бөлімі", f"{WEST_AKIMAT} Ақжайық ауданының мәдениет бөлімі"),
    ],
)
def test_names_of_one_body(names: tuple[str, ...]) -> None:
    assert one_body(*names)


def test_a_national_body_is_one_wherever_it_is_named() -> None:
    name = "«Азамат» мемлекеттік корпорациясы» коммерциялық емес акционерлік қоғамы"
    first, second = (
        act(name),
        act(name, "«Азамат» мемлекеттік корпорациясы", issuer=AKTOBE_AKIMAT, number="2"),
    )
    assert len(set(slugs(first, second))) == 1


def test_a_row_without_superiors_means_the_body_that_has_them() -> None:
    government = "Қазақстан Республикасының Үкіметі"
    assert one_body(
        "Қазақстан Республикасы Мәдениет министрлігінің «Дінтану орталығы» РММ",
        "«Дінтану орталығы»",
        issuer=government,
    )


def test_a_renaming_keeps_the_body() -> None:
    before = act("«Көктем» мектебі", day=date(2020, 1, 1))
    order = act(renamings=[("«Көктем» мектебі", "«Арман» лицейі")], day=date(2021, 1, 1))
    after = act("«Арман» лицейі", day=date(2022, 1, 1))
    assert slugs(after, order, before) == ["koktem-mektebi"] * 2


# ------------------------------------------------------------------ different bodies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{WEST}ның білім басқармасы", f"{AKTOBE}ның білім басқармасы"),
        ("Бөрлі колледжі", "Бөрлі ауданының түзеу кабинеті"),
        ("№8 мектебі", "№11 мектебі"),
        ("Бөрлі ауданының білім бөлімі", "Теректі ауданының білім бөлімі"),
        ("Білім министрлігі", "Білім министрі"),
        ("Жоғары колледжі", "Жоғарғы колледжі"),
        (
            "Қазақстан Республикасы Фармация комитетінің Шымкент қаласы бойынша департаменті",
            "Қазақстан Республикасы Статистика комитетінің Шымкент қаласы бойынша департаменті",
        ),
        (
            f"{WEST} Бөрлі ауданының білім бөлімінің №1 мектебі",
            f"{WEST} Теректі ауданының білім бөлімінің №1 мектебі",
        ),
    ],
)
def test_nearly_one_name_is_two_bodies(one: str, other: str) -> None:
    assert not one_body(one, other)


def test_the_same_name_in_two_oblasts_is_two_bodies() -> None:
    first = act("«Дарын» мектебі")
    second = act("«Дарын» мектебі", issuer=AKTOBE_AKIMAT, number="2")
    assert slugs(first, second) == ["daryn-mektebi", "daryn-mektebi-2"]


def test_a_unit_belongs_to_its_body() -> None:
    held = act(f"{WEST} білім басқармасы", f"{AKTOBE} білім басқармасы")
    units = [
        replace(read_name("Бухгалтерлік есеп бөлімі", "kk"), nature="unit", within=claim.subject)
        for claim in held.claims
        if isinstance(claim.subject, Mention)
    ]
    evidence = Evidence("row_1", (Range(9, 10),), "unit")
    held.claims += [Claim(unit, SHZ.unitCount, Literal(1), evidence) for unit in units]
    found = slugs(held)[2:]
    assert found == ["bukhgalterlik-esep-bolimi", "bukhgalterlik-esep-bolimi-2"]


# ------------------------------------------------------------------ slugs


def test_a_slug_is_the_own_name() -> None:
    name = f'"{WEST_AKIMAT} білім басқармасының "Теректі колледжі" коммуналдық мемлекеттік мекемесі'
    assert slugs(act(name)) == ["terekti-kolledzhi"]


def test_a_name_that_tells_nothing_begins_with_its_place() -> None:
    assert slugs(act(f"{WEST_AKIMAT} білім басқармасы")) == [
        "batys-kazakstan-oblysy-bilim-baskarmasy"
    ]


def test_the_key_of_an_iri_is_the_slug_of_a_body() -> None:
    held = act("Теректі колледжі")
    resolution = Register().resolve([held])
    (mention,) = [one for one in resolution if one.own == "Теректі колледжі"]
    assert resolution.key(mention) == "body/terekti-kolledzhi"
    assert resolution[mention] == "terekti-kolledzhi"
    with pytest.raises(KeyError):
        resolution.key(replace(mention, own="x"))


def test_entries_are_made_in_order_of_the_acts() -> None:
    early = act("«Дарын» мектебі", issuer=AKTOBE_AKIMAT, day=date(2016, 2, 4))
    late = act("«Дарын» мектебі")
    assert slugs(late, early) == ["daryn-mektebi-2", "daryn-mektebi"]


# ------------------------------------------------------------------ the file


def test_a_register_reads_what_it_wrote(tmp_path: Path) -> None:
    register = Register()
    register.resolve([act("Теректі колледжі", f"{WEST_AKIMAT} білім басқармасы")])
    file = tmp_path / "register.json"
    file.write_bytes(register.dump())
    assert Register.load(file).dump() == register.dump()
    seen = [one["seen"] for one in json.loads(register.dump())["bodies"]]
    assert [{"name": "Теректі колледжі", "act": f"act-{DAY}-1", "clause": "point_0"}] in seen


def test_slugs_stay_when_acts_come_in_another_order(tmp_path: Path) -> None:
    register = Register()
    first = act("«Дарын» мектебі", day=date(2020, 1, 1))
    known = slugs(first, register=register)
    file = tmp_path / "register.json"
    file.write_bytes(register.dump())
    earlier = act("«Дарын» мектебі", issuer=AKTOBE_AKIMAT, day=date(2016, 2, 4))
    assert slugs(earlier, first, register=Register.load(file)) == ["daryn-mektebi-2", *known]


@pytest.mark.parametrize("words", [b"", b"{}", b'{"version": 9, "bodies": []}', b"[1]", b"\xff"])
def test_what_is_no_register_is_said_to_be_none(tmp_path: Path, words: bytes) -> None:
    file = tmp_path / "register.json"
    file.write_bytes(words)
    with pytest.raises(DatasetError, match=r"register\.json.*expected a register"):
        Register.load(file)


NAMES = [
    f"{WEST}ның білім басқармасы",
    f"{WEST_AKIMAT} білім басқармасы",
    "«Дарын» мектебі",
    f"{AKTOBE} білім басқармасының «Дарын» мектебі",
    "Бөрлі ауданының білім бөлімі",
    f"{WEST} Бөрлі ауданының білім бөлімі",
    "№8 мектебі",
    "Қазақстан Республикасының Үкіметі",
]


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), max_size=4), st.randoms())
@settings(deadline=None, max_examples=40)
def test_the_order_of_files_does_not_matter(contents: list[list[str]], random: object) -> None:
    acts = [
        act(*names, issuer=[WEST_AKIMAT, AKTOBE_AKIMAT, None][number % 3], number=str(number))
        for number, names in enumerate(contents)
    ]
    register, again = Register(), Register()
    register.resolve(acts)
    again.resolve(acts[::-1])
    assert register.dump() == again.dump()


# ------------------------------------------------------------------ doubts and decisions


def doubts(*names: str, decisions: Sequence[Decision] = ()) -> list[tuple[str, str, str]]:
    found = Register(decisions=decisions).resolve([act(*names)]).doubts
    return [(one.one, one.other, one.kind) for one in found]


def test_two_spellings_are_doubted() -> None:
    assert doubts(
        "Балалардың құқықтарын қорғау орталығы", "Балалар құқықтарын қорғау орталығы"
    ) == [
        (
            "balalar-kukyktaryn-korgau-ortalygy",
            "balalardyn-kukyktaryn-korgau-ortalygy",
            "spelling",
        )
    ]


def test_two_spellings_of_a_place_are_doubted() -> None:
    found = doubts("Бөкей ордасы ауданының білім бөлімі", "Бөкейордасы ауданының білім бөлімі")
    assert [kind for _, _, kind in found] == ["spelling"]


def test_nearly_one_name_is_doubted() -> None:
    found = doubts("Облыстық аграрлық-техникалық колледжі", "Ақжайық аграрлық-техникалық колледжі")
    assert [kind for _, _, kind in found] == ["near-name"]


@pytest.mark.parametrize(
    "names",
    [
        ("Бөрлі ауданының білім бөлімі", "Теректі ауданының білім бөлімі"),
        ("Орал колледжі", "Теректі колледжі"),
        (f"{WEST} білім басқармасы", f"{AKTOBE} білім басқармасы"),
        ("Облыстық дарынды балалар №8 мектебі", "Теректі колледжі"),
    ],
)
def test_names_that_plainly_differ_are_not_doubted(names: tuple[str, ...]) -> None:
    assert doubts(*names) == []


SERIES = [f"{one} бекетіндегі өзендік өткел бөлімі" for one in ("Аққайың", "Қоғалы", "Сексеуіл")]


def test_a_series_that_one_act_names_side_by_side_is_not_doubted() -> None:
    assert doubts(*SERIES) == []


def test_a_series_of_which_no_act_names_two_is_doubted() -> None:
    acts = [act(one, number=str(number)) for number, one in enumerate(SERIES)]
    assert {one.kind for one in Register().resolve(acts).doubts} == {"near-name"}


def test_a_decision_settles_a_doubt() -> None:
    names = ("Балалардың құқықтарын қорғау орталығы", "Балалар құқықтарын қорғау орталығы")
    one, other = sorted(slugs(act(*names)))
    distinct = Decision("distinct", one, other, "А. Тексеруші", DAY, "екі мекеме")
    assert doubts(*names, decisions=[distinct]) == []
    merge = Decision("merge", one, other, "А. Тексеруші", DAY, "бір мекеме")
    resolution = Register(decisions=[merge]).resolve([act(*names)])
    assert {slug for mention, slug in resolution.items() if "қорғау" in mention.own} == {one}
    assert resolution.merged == {other: one}
