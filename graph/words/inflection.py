"""One form of a noun and what it tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inflection:
    """A form of a noun: its dictionary form, the nominative in the same number, and the case.

    `possessed` is true for the third person (мекемесі as against мекеме), which keeps it in
    `nominative`; `gender` is m, f or n in languages that have it.
    """

    lemma: str
    nominative: str
    case: str
    possessed: bool = False
    plural: bool = False
    gender: str = ""
