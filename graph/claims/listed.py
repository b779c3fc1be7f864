"""The body that a row of a list names, whatever stands around its name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.claims.abreast import first_column, is_torn
from graph.claims.context import Context
from graph.grammar import Found
from graph.language import Language
from graph.model import Provision, ProvisionKind
from graph.names import legal_form, read_row
from graph.names.lexicon import compiled

#: Marks of the editor and signs that end a row.
_SIGNS = " \t;.,:<>*"
_QUOTES = '"«»“”„'
#: The cases in which a row names its body.
_NAMED = ("nom", "acc")
#: A name in quotes, with another one in it that shares its closing quote.
_QUOTED = re.compile(r"(?<!\w)[«\"][^;]*?[\w)][»\"]+(?!\w)")
#: What parts a name from other words in a row; a comma may stand within a name.
_PARTED, _BROKEN = re.compile(r"[,;:()]"), re.compile(r"[;:()]")
#: The short name or the town in brackets behind a name.
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
#: A short bracket that the words of a name go on behind, or that its quotes hold.
_AMID = re.compile(r"\s\([^(),;:]{1,80}\)(?:\s(?=\w)|(?=[»\"]))")

#: The number of another row amid words: «… "Ива" 30а-2 Центр».
_NEXT_ROW = re.compile(r"(?<!№)(?<!№ )(?<=\s)\d{1,4}[^\W\d_]?-\d{1,3}\s+(?=[\"«]|[^\W\d_a-zа-яё])")
#: The sign with which a page draws its columns.
_DRAWN = re.compile(r"\w\s?!\s+\w|\|")


def listed_body(context: Context, row: Provision) -> Found | None:
    """The body of a row: the name that fills it but for a seat, else all its words, else the
    first that it names. None for a sentence, for a row that says that it was removed, and where
    the words of two rows or two columns have run together.
    A row of a stake in a body («49 % доли участия ТОО «X»») names none.
    """
    found = _listed_body(context, row)
    if found is None:
        return None
    words = row.text.string[found.start : found.end]
    torn = context.language.section("phrases")["list"].get("torn")
    run_together = _NEXT_ROW.search(words) or (torn and re.search(torn, words))
    run_together = run_together or _DRAWN.search(words) or is_torn(context, row, found)
    return None if run_together or _says_form(context, found.mention.whole) else found


def alone(context: Context, row: Provision) -> Provision:
    """A row without the column beside it, where its name would take words of that."""
    found = _listed_body(context, row)
    return first_column(context, row) if found and is_torn(context, row, found) else row


def _listed_body(context: Context, row: Provision) -> Found | None:
    """The body of a row behind what else it does: «X-тің функцияларын орындаумен Y»."""
    besides = context.language.section("phrases")["list"].get("besides")
    told = re.match(besides, row.text.string) if besides else None
    begin = told.end() if told else 0
    cut = replace(row, text=row.text.cut(begin, len(row.text))) if begin else row
    found = _body_of_row(context, cut)
    if found is None or not begin:
        return found
    start, end, after = (at + begin for at in (found.start, found.end, found.after))
    return replace(found, start=start, end=end, after=after)


def _body_of_row(context: Context, row: Provision) -> Found | None:
    row = without_lead(context, row)
    stakes = context.language.section("phrases")["list"].get("stakes")
    if is_form(context, row) or (stakes and re.search(stakes, row.text.string.lower())):
        return None
    if compiled(context.language.code).head_first:
        return _after_head(context, row)
    start, end = _core(row.text.string, context.language)
    found = context.masked(row).found
    bracketed = _BRACKETED.search(row.text.string[:end], start)
    for stop in (end, bracketed.start() if bracketed else end):
        if filling := next(
            (one for one in found if _fills(one, row.text.string, start, stop)), None
        ):
            return filling
    return _whole(context, row, start, end) or next(iter(found), None)


def without_lead(context: Context, row: Provision) -> Provision:
    """A row without the words that say that the bodies under it are its own: «… *с нижеследующими
    подразделениями:*»; the row itself where none do.
    """
    words = row.text.string
    below = re.search(context.language.section("phrases")["list"]["below"], words)
    return replace(row, text=row.text.cut(0, below.start())) if below else row


def quoted_bodies(context: Context, row: Provision) -> list[Found]:
    """The bodies of a row where all that is quoted is known to be names, though no word tells
    that it is one: «переименовать учреждения: «Радуга» в «Солнце»».
    """
    found = list(context.smoothed(row).found)
    if not compiled(context.language.code).head_first:
        return found
    stretches = [quoted.span() for quoted in _QUOTED.finditer(row.text.string)]
    # Two names that share their closing quotes with others in them look like one.
    found = [one for one in found if sum(one.start <= at < one.end for at, _ in stretches) < 2]
    for start, end in stretches:
        words = row.text.cut(start, end)
        naming = read_row(words, context.document.source, context.language.code)
        if naming and not any(one.start < end and start < one.end for one in found):
            one = context.found(words, naming)
            found.append(replace(one, start=start, end=end, after=end))
    return sorted(found, key=lambda one: one.start)


def _after_head(context: Context, row: Provision) -> Found | None:
    """The body of a row where the head comes first: the name with which it begins, or all its
    words.
    """
    words, found = row.text.string, context.masked(row).found
    before = _without_code(context, words[: found[0].start]) if found else ""
    begins = bool(found) and not any(sign.isalnum() for sign in before)
    rest = words[found[0].end :].lstrip() if begins else ""
    if begins and (not rest[:1].isalnum() or _is_seat(context, rest)) and rest[:1] != "(":
        return found[0]
    whole = read_row(row.text, context.document.source, context.language.code)
    # A bracket behind a name ends it, unless all words of the row tell that it goes on.
    ends = begins and rest[:1] == "(" and (whole is None or whole.end <= found[0].end)
    if whole is not None and whole.start < whole.end and not ends:
        return context.found(row.text, whole)
    return found[0] if begins else None


def _without_code(context: Context, words: str) -> str:
    """What stands before a name in a row, without the code of a register: «АЛА-003812»."""
    code = context.language.section("phrases").get("row-code")
    return re.sub(code, "", words) if code else words


def _is_seat(context: Context, words: str) -> bool:
    """Whether words after a name say where its body sits: «г. Кокшетау»."""
    seat = context.language.section("phrases").get("seat")
    return seat is not None and re.match(seat, words) is not None


def is_form(context: Context, row: Provision) -> bool:
    """Whether words are nothing but a legal form: the heading of a section, though numbered."""
    return _says_form(context, row.text.string.strip(_SIGNS + _QUOTES))


def _says_form(context: Context, words: str) -> bool:
    form = legal_form(words, context.language.code)
    return form is not None and (form[1], form[2]) == (0, len(words))


def is_no_row(context: Context, row: Provision) -> bool:
    """Whether a row of a table names its columns, «№ | Наименование», or sums them up."""
    data = context.language.section("structure")["tables"]
    heads, total = re.compile(data["cells"]), re.compile(data["total"])
    cells = [cell.string.strip() for cell in row.cells]
    return any(heads.fullmatch(cell) or total.fullmatch(cell) for cell in cells)


def is_row(context: Context, row: Provision) -> bool:
    """Whether an unnumbered paragraph or a heading is nothing but the name of a body, with its
    seat. A name that nothing else tells begins with a quote or has a legal form.
    """
    words = row.text.string
    start, end = _core(words, context.language)
    found = listed_body(context, row)
    if found is not None and _is_seat(context, words[found.end :].lstrip()):
        return True
    if found is None or not _fills(found, words, start, end):
        return False
    told = words[start : start + 1] in _QUOTES or found.mention.form is not None
    return told or (row.kind is ProvisionKind.PARAGRAPH and found in context.masked(row).found)


def is_name(context: Context, row: Provision) -> bool:
    """Whether words are nothing but the name of one body, with its seat or a bracket behind it."""
    words = row.text.string
    start, end = _core(words, context.language)
    found = listed_body(context, row)
    if found is None:
        return False
    beside = context.language.section("phrases")["list"].get("beside")
    if beside and (told := re.search(beside, words[:end])):
        end = told.start()
    if bracketed := _BRACKETED.search(words[:end], start):
        end = bracketed.start()
    return _fills(found, words, start, end) or _is_seat(context, words[found.end :].lstrip(" ,"))


def is_told(context: Context, row: Provision) -> bool:
    """Whether words are nothing but a name that tells by itself that it is one: by its legal form,
    its kind or its quotes. To whom something is given says no name of a row.
    """
    found = listed_body(context, row) if is_name(context, row) else None
    if found is None or found.case not in _NAMED:
        return False
    own = found.mention
    return own.form is not None or own.kind is not None or row.text.string[:1] in _QUOTES


def _core(words: str, language: Language) -> tuple[int, int]:
    """The stretch without signs, and without the seat behind the name."""
    end = len(words.rstrip(_SIGNS))
    seat = _seat(language)
    if seat and (told := seat.search(words, 0, end)):
        end = len(words[: told.start()].rstrip(_SIGNS))
    return len(words) - len(words.lstrip(_SIGNS)), end


def _fills(found: Found, words: str, start: int, end: int) -> bool:
    """Whether nothing but signs is left of a stretch."""
    before, after = words[start : max(start, found.start)], words[min(found.end, end) : end]
    return not (before + after).strip(_SIGNS + _QUOTES)


def _whole(context: Context, row: Provision, start: int, end: int) -> Found | None:
    """All words of a stretch as a name, unless a sign parts one from the rest."""
    words, first = row.text.string, next(iter(context.masked(row).found), None)
    if bracketed := _BRACKETED.search(words[:end], start):
        end = bracketed.start()
    rest = words[start : first.start] + words[first.end : end] if first else words[start:end]
    told = words[start:end]
    if _is_parted(told, rest, first is not None) or is_sentence(told, context.language):
        return None
    naming = read_row(row.text.cut(start, end), context.document.source, context.language.code)
    if naming is None:
        return None
    found = context.found(row.text.cut(start, end), naming)
    return replace(
        found, start=found.start + start, end=found.end + start, after=found.after + start
    )


def _is_parted(words: str, rest: str, beside: bool) -> bool:
    """Whether a sign parts a name from the `rest`, which stands beside a name already told or not:
    not in quotes around all words, nor where a bracket stands amid a name.
    """
    closed = words[:1] in _QUOTES and words[-1:] in _QUOTES
    if closed and not set(words[1:-1]) & set(_QUOTES):
        return False
    return (_PARTED if beside else _BROKEN).search(_AMID.sub(" ", rest)) is not None


def is_sentence(words: str, language: Language) -> bool:
    """Whether words end in a verb, as no name does, in languages where the verb comes last."""
    pattern = language.section("phrases")["list"].get("sentence")
    return pattern is not None and re.search(pattern, words.lower()) is not None


@cache
def _seat(language: Language) -> re.Pattern[str] | None:
    """What says at the end of a row where the body sits, in languages with the form behind."""
    pattern = language.section("phrases")["list"].get("seat")
    return re.compile(f"(?:{pattern})$") if pattern else None
