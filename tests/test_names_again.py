"""A name that was met before is read as if it were new: what is kept of it changes nothing."""

from itertools import pairwise
from pathlib import Path

import pytest

from graph.act import read_act
from graph.formats import read_side, read_source
from graph.model import Document, Source
from graph.names import Naming, making, read_namings, text_of
from graph.names.lexicon import compiled
from graph.names.tokens import tokenise

ACTS = Path(__file__).parents[1] / "graph" / "acts"
CORPUS = Path(__file__).parents[2] / "shared" / "acts" / "corpus"
#: One name after other words, in other quotes, with a form of its own or with one it shares.
SAID_AGAIN = {
    "kk": (
        '"Арман" мемлекеттік мекемесі құрылсын.',
        'Министрліктің "Арман" мемлекеттік мекемесі',
        '«"Арман" мемлекеттік мекемесі» деген',
        '"Көктем" және "Арман" мемлекеттік мекемелері таратылсын',
        'Ақтөбе облысы "Арман" мемлекеттік мекемесінің бөлімі',
        'мекемесі" Арман" мемлекеттік мекемесі"',
    ),
    "ru": (
        'Создать государственное учреждение "Арман".',
        'государственного учреждения "Арман" Министерства юстиции Республики Казахстан',
        'учреждения" Арман" и государственное учреждение "Арман"',
        'государственные учреждения "Көктем" и "Арман" Министерства юстиции',
        '«государственное учреждение "Арман"» исключить',
        "Комитет лесного хозяйства Министерства юстиции и Комитет лесного хозяйства",
    ),
}


def namings(words: str, language: str) -> list[Naming]:
    return read_namings(text_of(words), Source("", "", ""), language)


@pytest.mark.parametrize("language", SAID_AGAIN)
def test_a_name_met_before_reads_as_a_new_one(language: str) -> None:
    for before, words in pairwise((*SAID_AGAIN[language], *reversed(SAID_AGAIN[language]))):
        making._TAKEN_APART.clear()
        new = namings(words, language)
        making._TAKEN_APART.clear()
        namings(before, language)
        assert namings(words, language) == new


def texts(path: Path) -> tuple[Document, list[list[Naming]]]:
    document = read_act(read_source(path), read_side(path))
    named = [
        read_namings(part.text, document.source, document.language) for part in document.walk()
    ]
    return document, named


def test_the_names_of_an_act_are_the_same_when_it_is_read_again() -> None:
    paths = [*ACTS.glob("*.txt"), *sorted(CORPUS.glob("*/*.md"))[::6]]
    for path in paths:
        making._TAKEN_APART.clear()
        document, first = texts(path)
        assert texts(path)[1] == first
        # Each text by itself, as if no other name had been met.
        for part, known in zip(document.walk(), first, strict=True):
            making._TAKEN_APART.clear()
            assert read_namings(part.text, document.source, document.language) == known


def test_what_is_kept_of_names_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_MOST", 4)
    for number in range(9):
        namings(f'"Арман-{number}" мемлекеттік мекемесі', "kk")
    assert len(making._TAKEN_APART) <= 4


def test_a_quote_opened_for_one_reader_is_closed_again_for_the_next() -> None:
    text, words = 'учреждения" Арман" реорганизовать', compiled("ru")
    before = [token.role for token in tokenise(text, words)]
    read_namings(text_of(text), Source("", "", ""), "ru")
    assert [token.role for token in tokenise(text, words)] == before
