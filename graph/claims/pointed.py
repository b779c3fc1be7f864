"""Bodies that a clause means by the clause that names them: «осы қаулының 1-тармағында көрсетілген
мекемелер».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from graph.claims.terms import as_one_word
from graph.grammar import Found
from graph.language import Language, load
from graph.model import Mention
from graph.names.lexicon import compiled
from graph.words import Inflection, forms, inflections, plain


def pointed(
    words: str, language: Language, named: Callable[[str], Sequence[Found]]
) -> Iterator[Found]:
    """Where such words stand, each as the bodies of that sort which the other clause names.

    `named` tells what the clause of an id names. A singular means the only one, a plural several;
    else the words stand for nobody.
    """
    pattern = _pattern(language.code)
    for hit in pattern.finditer(plain(words, language.code)) if pattern else ():
        noun = inflections(language.code).get(hit["noun"]) or _general(language.code).get(
            hit["noun"]
        )
        if noun is None or noun.possessed:
            continue
        item = f"__item_{hit['item']}" if hit["item"] else ""
        of_sort = (
            one.mention
            for one in named(f"point_{hit['point']}{item}")
            if one.case == "nom" and _is_of(one.mention, noun.lemma, language)
        )
        bodies = tuple({body.whole: body for body in of_sort}.values())
        if bodies and noun.plural == (len(bodies) > 1):
            yield from as_one_word(bodies, hit.start(), hit.end(), noun.case)


def _is_of(body: Mention, lemma: str, language: Language) -> bool:
    """Whether a body has a form or a kind that ends with a word, or any where the word says no
    more.
    """
    if lemma in language.section("phrases")["pointed"]["any"]:
        return body.form is not None
    lexicon = compiled(language.code)
    forms = {form.code for form in lexicon.forms.get(lemma, ())}
    kinds = {kind.code for kind in lexicon.kinds.get(lemma, ())}
    return body.form in forms or (body.form is None and body.kind in kinds)


@cache
def _general(code: str) -> dict[str, Inflection]:
    """The forms of words that say of no sort which bodies are meant."""
    data = load(code).section("phrases").get("pointed", {"any": ()})
    return {form: told for word in data["any"] for form, told in forms(word, code)}


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    data = load(code).section("phrases").get("pointed")
    return re.compile(data["words"]) if data else None
