"""How a body shows in lists and trees: its name as the act has it, badges, flags, a link."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.visit import Visit
from graph.hierarchy import Body, Code
from graph.hierarchy.body import in_language


@dataclass(frozen=True, slots=True)
class Badge:
    """A legal form: the abbreviation that people use, and the label in the page's language."""

    short: str
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark on a body: `code` is contested, ended, no or not-known."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Face:
    """A body in a list."""

    name: str
    language: str
    href: str
    form: Badge | None
    flags: tuple[Flag, ...]
    ended: bool = False


def face(body: Body, seen: Visit, abbreviations: dict[str, str]) -> Face:
    """The face of a body on the day of the visit; its name is never translated."""
    name, language = named(body, seen.say.language)
    flags = tuple(_flags(body, seen))
    return Face(
        name,
        language,
        seen.url(f"/body/{body.slug}"),
        badge(body.form, seen, abbreviations),
        flags,
        body.answer.value == "no",
    )


def named(body: Body, language: str) -> tuple[str, str]:
    """The own name with the language it is in: the page's where an act has one, else Kazakh."""
    for wanted in (language, "kk", *body.names):
        if wanted in body.names:
            return body.names[wanted], wanted
    return body.name(), "kk"


def badge(form: Code | None, seen: Visit, abbreviations: dict[str, str]) -> Badge | None:
    """The badge of a legal form; None where none is known."""
    if form is None:
        return None
    label = form.label(seen.say.language)
    return Badge(abbreviations.get(form.iri, label), label)


def legal_name(body: Body, language: str) -> str:
    """The whole name; "" where no act gives one."""
    return in_language(body.legal_names, language) or ""


def _flags(body: Body, seen: Visit) -> list[Flag]:
    found = []
    if body.answer.value != "yes":
        found.append(Flag(body.answer.value, seen.say(f"answer.{body.answer.value}")))
    if contested(body):
        found.append(Flag("contested", seen.say("explorer.contested")))
    return found


def contested(body: Body) -> bool:
    """Whether a clause that is not refuted names another superior."""
    return any(fact.object != body.standing.superior for fact in body.standing.others)
