"""Items and whole sections that an act puts in the list of another; all acts invented."""

from __future__ import annotations

import pytest
from test_list_edits import EDIT, read

from graph.model import Mention
from ontology import SHZ

LEADS = {
    "ru": EDIT["ru"].partition("в разделе")[0],
    "kk": EDIT["kk"].partition("«1. Мемлекеттік")[0],
}
END = {
    "ru": "2. Настоящее постановление вводится в действие со дня подписания.\n",
    "kk": "2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
}
KAZAKH = [
    # an item of a section
    ("«Мекемелер» деген бөлім мынадай мазмұндағы 5) тармақшамен толықтырылсын:\n\n"
     "«5) «Құм мұражайы» мемлекеттік мекемесі.».",
     [("5", "Құм мұражайы", "Мекемелер")]),
    # a new section, its heading first
    ("мынадай мазмұндағы кіші бөліммен толықтырылсын:\n\n«Мекемелер\n\n"
     "1) «Құм мұражайы» мемлекеттік мекемесі;\n\n2) «Тұз мұражайы» мемлекеттік мекемесі.».",
     [("1", "Құм мұражайы", "Мекемелер"), ("2", "Тұз мұражайы", "Мекемелер")]),
    # its heading bears a number
    ("мынадай мазмұндағы 3-бөліммен толықтырылсын:\n\n«3. Мемлекеттік мекеме\n\n"
     "Құм мұражайы.».",
     [(None, "Құм мұражайы", "Мемлекеттік мекеме")]),
    # a section in a new wording, with the headings of its owners
    ("«Туризм министрлігіне» деген бөлім мынадай редакцияда жазылсын:\n\n"
     "«Қазақстан Республикасы Туризм министрлігіне\n\n7. «Құм мұражайы» мемлекеттік мекемесі.\n\n"
     "Қазақстан Республикасы Туризм министрлігінің Сапар комитетіне\n\n"
     "7-1. «Тұз мұражайы» мемлекеттік мекемесі».».",
     [("7", "Құм мұражайы", "Қазақстан Республикасы Туризм министрлігіне"),
      ("7-1", "Тұз мұражайы", "Қазақстан Республикасы Туризм министрлігінің Сапар комитетіне")]),
    # a whole list with its heading, a heading for each owner
    ("Туризм министрлігінің қарамағындағы ұйымдардың тізбесі мынадай редакцияда жазылсын:\n\n"
     "«Министрліктің қарамағындағы ұйымдардың тізбесі:\n\n1. Министрлік:\n\n"
     "1) «Құм мұражайы» мемлекеттік мекемесі.\n\n"
     "2. Қазақстан Республикасы Туризм министрлігінің Сапар комитеті:\n\n"
     "1) «Тұз мұражайы» мемлекеттік мекемесі.».",
     [("1", "Құм мұражайы", "Министрлік"),
      ("1", "Тұз мұражайы", "Қазақстан Республикасы Туризм министрлігінің Сапар комитеті")]),
    # a row without a number that holds a name in quotes
    ("мынадай мазмұндағы жолмен толықтырылсын:\n\n"
     "«Қазақстан Республикасы Туризм министрлігінің «Құм мұражайы» мемлекеттік мекемесі».",
     [(None, "Құм мұражайы", None)]),
    # behind the code under which a register keeps the body
    ("реттік нөмірі 21-82-жол мынадай редакцияда жазылсын:\n\n"
     "«21-82. АЛА-003812 «Құм мұражайы» мемлекеттік мекемесі».",
     [("21-82", "Құм мұражайы", None)]),
]  # fmt: skip
RUSSIAN = [
    ("раздел «Учреждения» дополнить подпунктом 5) следующего содержания:\n\n"
     "«5) Государственное учреждение «Музей песка».».",
     [("5", "Музей песка", "Учреждения")]),
    ("дополнить подразделом следующего содержания:\n\n«Учреждения\n\n"
     "1) государственное учреждение «Музей песка»;\n\n2) государственное "
     "учреждение «Музей соли».».",
     [("1", "Музей песка", "Учреждения"), ("2", "Музей соли", "Учреждения")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "edit", "rows"),
    [("kk", *one) for one in KAZAKH] + [("ru", *one) for one in RUSSIAN],
)
def test_items_and_sections_put_in_a_list_are_rows(
    language: str, edit: str, rows: list[tuple[str | None, str, str | None]]
) -> None:
    act = read(f"{LEADS[language]}{edit}\n\n{END[language]}", language, 2)
    found = []
    for one in act.statements:
        if one.type == SHZ.ListEntry:
            said = dict(one.properties)
            body = said[SHZ.entryFor]
            assert isinstance(body, Mention)
            number, section = (
                str(said[name]) if name in said else None for name in (SHZ.number, SHZ.section)
            )
            found.append((number, body.own, section))
    assert found == rows


def test_items_below_the_line_that_names_the_list_are_of_it() -> None:
    edit = (
        "1) 17-тармақ алып тасталсын;\n\n"
        "   2) мынадай мазмұндағы 5-тармақпен толықтырылсын:\n\n"
        "      «5. «Құм мұражайы» мемлекеттік мекемесі».\n"
    )
    act = read(f"{LEADS['kk']}{edit}\n{END['kk']}", "kk", 2)
    rows = [dict(one.properties) for one in act.statements if one.type == SHZ.ListEntry]
    assert [str(one[SHZ.number]) for one in rows] == ["5"]


@pytest.mark.parametrize(
    "things",
    [
        "табиғи аумақтардың",
        "бөлімшелер мен жабық объектілердің",
        "мемлекеттік кәсіпорындар жүзеге асыратын қызмет түрлерінің",
    ],
)
def test_sections_of_lists_of_things_are_no_rows(things: str) -> None:
    edit = KAZAKH[1][0]
    lead = LEADS["kk"].replace(
        "Қазақстан Республикасы Туризм министрлігінің қарамағындағы\nұйымдардың тізбесінде",
        f"Ерекше қорғалатын {things} тізбесінде",
    )
    act = read(f"{lead}{edit}\n\n{END['kk']}", "kk", 2)
    assert not [one for one in act.statements if one.type == SHZ.ListEntry]
