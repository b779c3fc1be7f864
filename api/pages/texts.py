"""The words of the page in one language: texts, counted nouns, days, places in an act."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("kk", "ru", "en")
_FILES = Path(__file__).parent.parent / "texts"
_PART = re.compile(r"(?P<kind>[a-z]+)(?:_(?P<number>[\w-]*?))?(?:~(?P<use>\d+))?")


@dataclass(frozen=True, slots=True)
class Texts:
    """Every word that the page says by itself, in `language`; keys are `section.name`."""

    language: str
    words: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, its {fields} filled; KeyError for a key that no file has."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def has(self, key: str) -> bool:
        """Whether the language has words for a key."""
        found: Any = self.words
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                return False
            found = found[part]
        return True

    def count(self, key: str, number: float) -> str:
        """A number with its noun in the right form: «13 бөлім», «2 акта», "1 body"."""
        return self(f"{key}.{plural(self.language, number)}", n=self.number(number))

    def number(self, value: float) -> str:
        """A number with a no-break space between thousands; fractions after a comma, or a point."""
        return _grouped(value, "." if self.language == "en" else ",")

    def day(self, value: date | str | None, months: str = "months") -> str:
        """A day written out, its month in a case where the language has it; "" for none."""
        if value is None or value == "":
            return ""
        when = value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
        names = self.words["day"].get(months, self.words["day"]["months"])
        return self("day.form", d=when.day, month=names[when.month - 1], y=when.year)

    def cases(self, name: str, value: date | str | None) -> dict[str, str]:
        """A day in the cases that sentences need: `name`, `name_of`, `name_from`, `name_to`."""
        forms = {"": "months", "_of": "months_of", "_from": "months_from", "_to": "months_to"}
        return {f"{name}{case}": self.day(value, months) for case, months in forms.items()}

    def clause(self, eid: str) -> str:
        """Where in the act: `app_1__point_24__item_66` → «1-қосымша, 24-тармақ, 66) тармақша»."""
        return (
            ", ".join(self._part(part) for part in eid.split("__")) if eid else self("clause.whole")
        )

    def _part(self, part: str) -> str:
        match = _PART.fullmatch(part)
        kind = match["kind"] if match else ""
        if not match or kind not in self.words["clause"]:
            return part
        number = match["number"] or ""
        key = (
            f"clause.{kind}_0"
            if number == "0" and self.has(f"clause.{kind}_0")
            else f"clause.{kind}"
        )
        said = self(key, n=number).strip()
        return f"{said} {self('clause.again', n=match['use'])}" if match["use"] else said


def _grouped(value: float, point: str) -> str:
    whole, _, rest = f"{value:,}".partition(".")
    return whole.replace(",", "\u00a0") + (f"{point}{rest}" if rest.strip("0") else "")


def plural(language: str, number: float) -> str:
    """The form a noun takes after a number: CLDR `one`, `few`, `many` or `other`."""
    if language == "en":
        return "one" if number == 1 else "other"
    if language != "ru":
        return "other"
    if number % 1:
        return "few"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else "many"


@cache
def texts(language: str) -> Texts:
    """The words of one of LANGUAGES, read once."""
    return Texts(language, tomllib.loads((_FILES / f"{language}.toml").read_text("utf-8")))
