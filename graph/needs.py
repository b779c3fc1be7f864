"""What surely stands where a phrase does, for ruling out most phrases without reading them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

#: Words in lower case, one of which stands where a phrase does.
Words = tuple[str, ...]
#: For every one of these, rarest first, one of its words stands.
Needs = tuple[Words, ...]

#: A slot that is one of several words and nothing else: «(?:қаулы\w*|шешім\w*)».
_CHOICE = re.compile(r"\(\?:([\w-]+(?:\\w\*)?(?:\|[\w-]+(?:\\w\*)?)+)\)")


def stand(needs: Needs, lower: str) -> bool:
    """Whether all that is needed stands in a text in lower case."""
    for words in needs:
        for one in words:
            if one in lower:
                break
        else:
            return False
    return True


def needs_of(
    tokens: Iterable[re.Match[str]],
    same: Mapping[str, Words],
    holds: Mapping[str, Words],
    body: str,
) -> Needs:
    """The needs of a phrase by its tokens; `same` are words for which others may stand, `holds`
    words one of which stands in a slot of a kind, `body` the sign of a body.

    What stands in brackets is needed where each alternative needs something; brackets in brackets
    need nothing.
    """
    found: list[Words] = []
    choices: list[Words] = []
    depth = 0
    for token in tokens:
        words = _words(token, same, holds, body)
        if token["open"]:
            depth += 1
            choices = [()] if depth == 1 else choices
        elif token["close"]:
            depth -= 1
            if not depth and all(choices):
                found.append(tuple(dict.fromkeys(one for words in choices for one in words)))
        elif token["or"] and depth == 1:
            choices.append(())
        elif not depth and words:
            found.append(words)
        elif depth == 1 and words and _rarity(words) > _rarity(choices[-1]):
            choices[-1] = words
    return tuple(sorted(dict.fromkeys(found), key=_rarity, reverse=True))


def _words(
    token: re.Match[str], same: Mapping[str, Words], holds: Mapping[str, Words], body: str
) -> Words:
    """The words one of which stands where a token does; none where that is not known."""
    if word := token["word"]:
        others = (max(one.split(), key=len) for one in same.get(word, ()))
        return tuple(one.lower() for one in (word, *others))
    if not token["slot"]:
        return ()
    return holds.get(token["kind"], ()) if token["kind"] else (body,)


def held_by(slot: str) -> Words:
    """The words one of which stands in a slot, by its expression; none where it is no choice."""
    choice = _CHOICE.fullmatch(slot)
    return tuple(one.removesuffix(r"\w*").lower() for one in choice[1].split("|")) if choice else ()


def _rarity(words: Words) -> int:
    """Long words are rare, and so are few of them."""
    return min(map(len, words)) - len(words) if words else -1_000
