"""Pages that a server sends in the place of an act: errors, doors, tests for people."""

from __future__ import annotations

import re

#: As much of a page is looked at, in characters.
_SAMPLE = 200_000
_ERROR = re.compile(
    r"""<(?:title|h1|h2)\b[^<>]*>\s*(?P<words>
        (?:(?:http|error|ошибка|қате)\W{0,3}){0,3}(?:4\d\d|50\d)\b[^<>]{0,80}
      | [^<>]{0,60}(?:not\ found|access\ denied|forbidden|bad\ gateway|unavailable|internal\ server
        |страница\ не\ найдена|доступ\ запрещ|ошибка\ сервера|временно\ недоступ
        |бет\ табылмады|құжат\ табылмады|документ\ не\ найден)[^<>]{0,60})""",
    re.VERBOSE | re.IGNORECASE,
)
#: What holds off programs, or people who have not said who they are.
_DOOR = re.compile(
    r"""<title\b[^<>]*>\s*(?P<title>[^<>]{0,60}(?:just\ a\ moment|captcha|are\ you\ (?:a\ )?human
        |checking\ your\ browser|attention\ required|ddos|log\ ?in|sign\ ?in|authori[sz]ation
        |вход\ в\ |авторизация|войти|жүйеге\ кіру)[^<>]{0,60})
      | <(?P<form>input\b[^<>]{0,400}type\s*=\s*["']?password
        |(?:div|script|iframe)\b[^<>]{0,400}captcha)""",
    re.VERBOSE | re.IGNORECASE,
)
#: What a short page says anywhere that stands for an act it does not have.
_EXCUSE = re.compile(
    r"""(?:(?:error|ошибка|қате)\W{0,3}(?:4\d\d|50\d|10\d\d)\b
      |(?:not|cannot\ be)\ found|internal\ server\ error
      |enable\ javascript|too\ many\ requests|(?:документ|страница|файл)\ не\ найден\w?
      |(?:құжат|бет|файл)\ табылмады|технические\ работы|техникалық\ жұмыстар|сеанса?\ ист[её]к\w*
      |доступ\ к\ [^<>.]{0,60}\ ограничен|traceback\ \(most)[^<>]{0,80}""",
    re.VERBOSE | re.IGNORECASE,
)
#: A page with fewer letters between its tags may be such a one; an act of one order has more.
_FEW = 400
#: A page with more letters than this between its tags holds an act behind the form for members.
_LETTERS = 3_000
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)


def error_page(text: str) -> str | None:
    """What a page says that is an error of the server and no act; None for any other page."""
    page = text[:_SAMPLE]
    match = _ERROR.search(page)
    if match:
        return " ".join(match["words"].split())
    bare = _TAG.sub(" ", page)
    letters = sum(map(str.isalpha, bare))
    excuse = _EXCUSE.search(bare) if letters < _FEW else None
    if excuse:
        return " ".join(excuse[0].split())
    door = _DOOR.search(page)
    if door is None or letters > _LETTERS:
        return None
    return " ".join((door["title"] or "a form for a password or a captcha").split())
