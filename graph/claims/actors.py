"""Who acts in a row of a procedure: a noun for somebody, and the words that say whose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.language import Language
from graph.words import plain, read_ending

_WORD = re.compile(r"[^\s]+")
_BRACKET = re.compile(r"\s*\([^()]*\)")
#: The last word before somebody in the instrumental: it may say that he is no agent.
_LAST_WORD = re.compile(r"(\w+)\W*$")


def find_actor(string: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """Where in the characters from `start` to `end` of a row it is said who acts; the first who
    does. None where nobody is named, or only whom the deed concerns.
    """
    data: Mapping[str, Any] = language.section("service")["actor"]
    if "agents" in data:
        return _subject(string, start, end, language) or _agent(string, start, end, language)
    return _owner(string, plain(string, language.code), start, end, language)


def actor_words(printed: str, language: Language) -> str:
    """The words for somebody who acts, in the nominative and without brackets in them."""
    data: Mapping[str, Any] = language.section("service")["actor"]
    words = _BRACKET.sub("", printed)
    if "agents" not in data:
        nominative, case = read_ending(words, language.code)
        return nominative if case == "gen" else words
    for agent in _agents(language):
        match = agent.instrumental.search(words)
        if match and not words[match.end() : match.end() + 1].isalpha():
            before = words[: match.start()].split()
            adjectives = " ".join(_adjective(one, agent.nominative, data) for one in before)
            noun = agent.nominative if match[0].islower() else agent.nominative.capitalize()
            return " ".join(filter(None, (adjectives, noun + words[match.end() :])))
    return words


class _Agent:
    """A noun for somebody: its nominative, and a pattern of its instrumental."""

    def __init__(self, nominative: str, instrumental: str) -> None:
        self.nominative = nominative
        self.instrumental = re.compile(rf"(?<!\w){instrumental}(?!\w)", re.IGNORECASE)


@cache
def _agents(language: Language) -> tuple[_Agent, ...]:
    agents: Mapping[str, str] = language.section("service")["actor"]["agents"]
    return tuple(_Agent(nominative, case) for nominative, case in agents.items())


def _adjective(word: str, noun: str, data: Mapping[str, Any]) -> str:
    """An adjective before a noun, in the nominative of the noun's gender (told by its ending)."""
    for gender in data["genders"]:
        if re.search(gender["noun"], noun):
            for ending, instead in gender["endings"]:
                if word.casefold().endswith(ending):
                    return word[: -len(ending)] + str(instead)
    return word


def _subject(string: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The words in the nominative with which a row begins, up to its verb."""
    patterns = _patterns(language)
    match = patterns["subject"].match(string, start, end)
    if match is None and patterns["behind"].match(string, start, end):
        match = patterns["alive"].search(string, start, end)
    return match.span("who") if match else None


def _agent(string: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The first words in the instrumental that say by whom something is done."""
    patterns = _patterns(language)
    behind = patterns["behind"].match(string, start, end)
    for match in patterns["agent"].finditer(string, start, end):
        last = _LAST_WORD.search(string[start : match.start("who")])
        if last and patterns["not-after"].search(last[1]):
            continue
        if behind and not patterns["passive"].match(string, match.end("who"), end):
            continue
        return match.start("who"), _topic_end(string, match, start, end, patterns["topic"])
    return None


def _topic_end(
    string: str, match: re.Match[str], start: int, end: int, topic: re.Pattern[str]
) -> int:
    """Where who acts ends: behind what he works on, where nothing but that follows him and what
    is done to what stands before him.
    """
    found = match.end("who")
    told = topic.match(string, found, end)
    whole = told is not None and not string[told.end() : end].strip(" ;.")
    return (
        told.end() if told and whole and len(string[start : match.start()].split()) > 1 else found
    )


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    """The patterns of the language, with the nouns and what may follow them put in."""
    data: Mapping[str, Any] = language.section("service")["actor"]
    parts = {
        "NOUNS": "|".join(sorted(data["agents"], key=len, reverse=True)),
        "AGENTS": "|".join(sorted(data["agents"].values(), key=len, reverse=True)),
        "WHOSE": data["whose"],
        "TOPIC": data["topic"],
        "DEED": data["doing"],
    }
    found = {}
    for name in ("subject", "alive", "agent", "not-after", "behind", "passive", "topic"):
        pattern = str(data[name])
        for sign, words in parts.items():
            pattern = pattern.replace(sign, words)
        found[name] = re.compile(pattern, re.IGNORECASE)
    return found


def _owner(
    string: str, small: str, start: int, end: int, language: Language
) -> tuple[int, int] | None:
    """The words up to the first noun for somebody, and those that follow it.

    A genitive counts only where the row has a noun of action: otherwise it belongs to a thing.
    """
    data: Mapping[str, Any] = language.section("service")["actor"]
    if adjacent := _adjacent(string, small, start, end, language):
        return adjacent
    verbal = bool(_verbal(language).search(small[start:end]))
    passive = re.search(data["passive"], small[start:end]) is not None
    begin, found, count, previous = start, None, 0, ""
    restarted, before = False, start
    for word in _WORD.finditer(small, start, end):
        spoken = word[0].strip(",")
        told_by = re.match(data["participle"], small[word.end() :])
        noun = (spoken in data["nouns"] and not told_by and not passive) or (
            verbal and spoken in data["genitives"] and not _possessed(small, word.end(), language)
        )
        if noun and (found is not None or count <= data["longest"]):
            found = word.start() + len(word[0].rstrip(","))
        elif found is not None and spoken not in data["follow"]:
            if spoken in data["genitives"]:
                return None  # somebody of theirs, whose thing is spoken of
            break
        elif spoken in data["after"] or (restarted and _joins(spoken, previous, data)):
            begin, count, restarted = word.end() + 1, -1, False
        elif found is None and restarted and spoken in data["governs"]:
            begin, restarted = before, False
        elif found is None and _apart(spoken, language, data):
            before, begin, restarted = begin, word.end() + 1, True
        elif found is None and previous:
            restarted = restarted and begin == word.start()
        if word[0].endswith(",") and spoken not in data["after"]:
            break
        previous, count = spoken, count + 1
    if found is None or _spoken_of(small, found, data):
        return None
    return _abbreviated(string, begin, found), found


def _adjacent(
    string: str, small: str, start: int, end: int, language: Language
) -> tuple[int, int] | None:
    """The genitive right before the noun of action, with the words that belong to it."""
    data: Mapping[str, Any] = language.section("service")["actor"]
    hits = re.finditer(data["adjacent"], small[start:end])
    hit = next((one for one in hits if one["who"] in data["genitives"]), None)
    if hit is None:
        return None
    begin, found = start + hit.start("who"), start + hit.end("who")
    for word in reversed(list(_WORD.finditer(small, start, begin))):
        own = word[0] in data["attributes"] or string[slice(*word.span())].isupper()
        if not own and not re.search(data["genitive"], word[0]):
            # The end of a longer name: it is told from its beginning.
            return None if word[0].endswith(tuple(data["owned"])) else (begin, found)
        begin = word.start()
    return begin, found


def _apart(word: str, language: Language, data: Mapping[str, Any]) -> bool:
    """Whether a word belongs to what is done, by its case; who acts begins after it."""
    apart = read_ending(word, language.code)[1] in data["apart"]
    return apart or re.search(data["object"], word) is not None


def _joins(word: str, previous: str, data: Mapping[str, Any]) -> bool:
    """Whether a word joins another deed to the one before it."""
    return word in data["joiners"] and re.search(data["deed"], previous) is not None


def _possessed(small: str, after: int, language: Language) -> bool:
    """Whether the next word is a thing of his, in the accusative."""
    following = _WORD.search(small, after)
    data: Mapping[str, Any] = language.section("service")["actor"]
    return following is not None and re.search(data["thing"], following[0]) is not None


def _abbreviated(string: str, begin: int, found: int) -> int:
    """Abbreviations right before the noun name the body whose he is: he begins there."""
    for word in _WORD.finditer(string, begin, found):
        if len(word[0]) > 1 and word[0].isalpha() and word[0].isupper():
            return word.start()
    return begin


def _spoken_of(small: str, found: int, data: Mapping[str, Any]) -> bool:
    """Whether the words are what something is about, by the word after them."""
    return small[found:].lstrip().startswith(tuple(data.get("not-before", ())))


@cache
def _verbal(language: Language) -> re.Pattern[str]:
    return re.compile(language.section("service")["actor"]["verbal"])
