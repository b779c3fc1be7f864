"""What a body is there to do, by the order that makes it; bodies are invented."""

from __future__ import annotations

import pytest
from telling import competences, read_text

REQUISITES = "Постановление Правительства Республики Казахстан от 5 мая 2021 года № 33"
RU = """# О создании

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Создать акционерное общество «Тасбулак» (далее – {term}).

{order}
"""
KK = """# Құру туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Тасбұлақ» акционерлік қоғамы (бұдан әрі – қоғам) құрылсын.

{order}
"""


def told(text: str, language: str) -> list[str]:
    return [words for _, _, words in competences(read_text(text, language, REQUISITES))]


@pytest.mark.parametrize(
    ("term", "order", "expected"),
    [
        (
            "общество",
            "2. Определить:\n\n1) основным предметом деятельности общества разведение рыбы.",
            ["разведение рыбы"],
        ),
        (
            "общество",
            "2. Определить основным предметом деятельности общества:\n\n1) разведение рыбы;\n\n"
            "2) продажу рыбы.",
            ["разведение рыбы", "продажу рыбы"],
        ),
        (
            "АО «ТБ»",
            "2. Определить основными предметами деятельности АО «ТБ» разведение рыбы.",
            ["разведение рыбы"],
        ),
        (
            "общество 1",
            "2. Определить основным видом деятельности общества 1 разведение рыбы.",
            ["разведение рыбы"],
        ),
        (
            "общество",
            "2. Определить видами деятельности акционерного общества «Тасбулак»:\n\n"
            "1) разведение рыбы.",
            ["разведение рыбы"],
        ),
    ],
)
def test_a_russian_order_says_what_a_body_is_to_do(
    term: str, order: str, expected: list[str]
) -> None:
    assert told(RU.format(term=term, order=order), "ru") == expected


@pytest.mark.parametrize(
    "order",
    [
        "2. Қоғам қызметінің негізгі мәні:\n\n1) балық өсіру;\n\n2) балық сату болып айқындалсын.",
        "2. «Тасбұлақ» акционерлік қоғамы қызметінің түрлері:\n\n1) балық өсіру;\n\n"
        "2) балық сату болып айқындалсын.",
    ],
)
def test_a_kazakh_order_says_what_a_body_is_to_do(order: str) -> None:
    assert told(KK.format(order=order), "kk") == ["балық өсіру", "балық сату"]
