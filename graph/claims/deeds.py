"""Deeds in the rows of a list: heading, lead-in or last row say what is done to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from graph.claims.cells import in_one_piece, readings_of, rows_in, torn
from graph.claims.citing import referring
from graph.claims.context import Context, Reading
from graph.claims.deedrows import ROWS, rows_under
from graph.claims.events import (
    Order,
    form_of,
    gather_event,
    is_full,
    make_event,
    matches,
    read_events,
)
from graph.claims.leads import lead_pattern, leads_stand
from graph.claims.listed import is_no_row
from graph.claims.ordering import only_allows, orders_nothing
from graph.claims.passing import without_passing
from graph.claims.printed import heading_of, listed
from graph.claims.rowmasks import RowMasks
from graph.grammar import Found, Masked, Match
from graph.model import Provision, ProvisionKind

#: What may stand in a row beside the deed: a number that begins no name, brackets, the end.
_BESIDE = re.compile(r"(?!\W*[\"«]№)[\W\d_]*(?:\([^()]*\)[\W\d_]*)*")

#: A rule that the words above rows call for, the bodies that they name for all rows, the order.
_Called = tuple[dict[str, Any], dict[str, tuple[Found, ...]], Order | None]


def read_deed_rows(context: Context, part: Provision) -> Reading:
    """The events that the rows under a part state, each by the first rule whose row fits.

    A row is read only where it is nothing but the deed; one that is more stays for other rules.
    """
    reading = Reading()
    rows = rows_under(context, part)
    owner = _owner(context, part)
    if not rows or _lists_things(context, owner):
        return reading
    cited = [one for clause in referring(context, owner) for one in _with_lead(context, clause)]
    above = [one for one in (heading_of(owner), owner, part, *cited) if one]
    phrases = context.language.section("phrases")
    if any(orders_nothing(one, phrases) for one in above) or _is_allowed(context, part, above):
        return reading
    heading = heading_of(owner)
    # What a heading says of its own rows goes before what a clause says that refers to them.
    near = list(_rules(context, [heading], rows, cited)) if heading and cited else []
    # What a clause says in particular goes before a reorganisation without a way of its own.
    rules = sorted(near + list(_rules(context, above, rows, cited)), key=_is_general)
    rules = [one for one in rules if _is_of(context, one[0], part)]
    named = _are_bodies(context, above)
    # The head of a table that few numbers tell is no row of it either.
    rows = [row for row in rows_in(rows) if not is_no_row(context, row)]
    if _read_together(context, part, rows, rules, named, reading):
        return reading
    alone = [one for one in rules if "gathers" not in one[0]]
    for row in rows:
        whole, items = _with_items(context, row)
        read = [RowMasks(context, one, named=named) for one in readings_of(context, whole)]
        for masks, (rule, shared, order) in product(read, alone):
            if match := _deed(context, masks, rule):
                one = masks.row
                match = replace(match, bodies={**match.bodies, **shared})
                elsewhere = order if order and order.clause != row.eid else None
                count = make_event(context, one, rule, match, 1, reading, elsewhere)
                for other, more in _besides(context, one, match):
                    count += make_event(context, one, other, more, count + 1, reading)
                reading.read |= {row.eid, *(item.eid for item in items)}
                break
    if reading.read:
        reading.read.add(part.eid)
        reading.add(_own_deed(context, part))
    return reading


def _lists_things(context: Context, owner: Provision) -> bool:
    """Whether an appendix is a list of things, whatever is done elsewhere to bodies."""
    things = context.language.section("phrases")["appendix"]["things"]
    heading = heading_of(owner)
    return heading is not None and re.search(things, heading.text.string.lower()) is not None


def _besides(
    context: Context, row: Provision, own: Match
) -> Iterator[tuple[dict[str, Any], Match]]:
    """The deeds that words behind the deed of a row order: «комитет …, упразднив департамент»,
    and those that a clause orders beside another: «… с переименованием его в …».
    """
    for rule in context.language.section("phrases")["event"]:
        beside = rule.get("beside", False)
        for match in matches(context, row, rule["phrases"] if beside else rule.get("gerunds", ())):
            if beside or match.start >= own.end:
                yield rule, match


def _is_allowed(context: Context, part: Provision, above: Sequence[Provision]) -> bool:
    """Whether the words above rows, or those that lead to these, only allow or advise."""
    phrases = context.language.section("phrases")
    allows = [re.compile(one, re.IGNORECASE) for one in phrases["allows"]]
    return any(one.search(said.text.string) for one in allows for said in above) or any(
        only_allows(one.text.string, phrases) or orders_nothing(one, phrases)
        for one in _with_lead(context, part)
        if one.text.string.endswith(":")
    )


def _is_of(context: Context, rule: dict[str, Any], part: Provision) -> bool:
    """Whether a rule reads what stands under such a part: what a row has under it that names a body
    takes part in the deed of that.
    """
    if "of" in rule and not part.eid.startswith("app_"):
        return False
    return "headed" not in rule or part.kind not in ROWS or not context.masked(part).found


def _is_general(called: _Called) -> bool:
    return bool(called[0]["kind"] == "Reorganisation")


def _owner(context: Context, part: Provision) -> Provision:
    """What has the words above rows: the appendix of a table, or of a point that only says whose
    rows stand under it.
    """
    above = context.lead_in(part)
    leads = part.kind is ProvisionKind.POINT and part.text.string.endswith(":")
    if part.kind is ProvisionKind.TABLE:
        return above or part
    return above if leads and above and above.kind is ProvisionKind.APPENDIX else part


def _read_together(
    context: Context,
    part: Provision,
    rows: Sequence[Provision],
    rules: Sequence[_Called],
    named: bool,
    reading: Reading,
) -> bool:
    """Whether the rows are the bodies of one deed, such as those into which a body is divided.

    Words above them say so: a row that says it itself has a deed of its own.
    """
    own = {row.eid for row in rows}
    read = [RowMasks(context, row, named=named) for row in rows]
    for rule, shared, order in rules:
        if "gathers" not in rule or order is None or order.clause in own:
            continue
        fits = [(one.row, match) for one in read if (match := _deed(context, one, rule))]
        if fits:
            gather_event(context, rule, part.eid, fits, shared, order, reading)
            reading.read |= {part.eid, order.clause, *(row.eid for row, _ in fits)}
            return True
    return False


def _with_items(context: Context, row: Provision) -> tuple[Provision, list[Provision]]:
    """A row that ends with a colon, or is torn, as one sentence with what stands under it, and
    that.
    """
    if more := torn(row):
        return in_one_piece(row), more
    items = listed(row) if row.text.string.endswith(":") else []
    return (context.join(row, items, colon=False) if items else row), items


def _rules(
    context: Context, above: list[Provision], rows: list[Provision], cited: Sequence[Provision]
) -> Iterator[_Called]:
    """The rules that the words above the rows, or the last row, call for.

    With each come the bodies that words name for all rows, where it needs one, and the words that
    order the deed: those of the clauses that refer to the rows (`cited`), else of what is above.
    """
    last = _with_items(context, rows[-1])[0]
    around = (*above, last)
    said = " ".join(_leading(context, one) for one in above)
    # «Ревизионная комиссия» in a row is no list of members: only words above it tell of one.
    told = f"{said} {last.text.string.lower()}"
    head = " ".join(one.text.string for one in above if one.kind is ProvisionKind.HEADING)
    heads = {"headed": head.lower(), "columns": rows[0].text.string.lower()}
    for rule in context.language.section("phrases")["event"]:
        other = leads_stand(said, rule.get("not-leads", ()))
        if other or not leads_stand(told, rule.get("leads", ())):
            continue
        if any(key in rule and not leads_stand(words, rule[key]) for key, words in heads.items()):
            continue
        if "shared" not in rule:
            yield rule, {}, _order(context, (*cited, *around), rule)
            continue
        hits = ((one, hit) for one in around for hit in matches(context, one, rule["shared"]))
        if found := next(hits, None):
            one, hit = found
            ranges = context.evidence(one, rule["name"], hit.start, hit.end).ranges
            yield rule, hit.bodies, Order(one.eid, ranges, form_of(one, hit))


def _leading(context: Context, above: Provision) -> str:
    """The words above rows in lower case; of several deeds the last, which leads on to the rows:
    «X таратылсын *және мына мекемелер құрылсын:*».
    """
    return above.text.string.lower()[_own_end(context, above) :]


def _own_end(context: Context, above: Provision) -> int:
    """Where words above rows end that order a deed of their own before that of the rows."""
    words, phrases = above.text.string.lower(), context.language.section("phrases")
    apart = phrases.get("deeds-apart") if words.endswith(":") else None
    end = max((one.end() for one in re.finditer(apart, words)), default=0) if apart else 0
    rules = phrases["event"] if end else ()
    return end if any(leads_stand(words[end:], one.get("leads", ())) for one in rules) else 0


def _own_deed(context: Context, part: Provision) -> Reading:
    """What words above rows order before the deed of these."""
    end = _own_end(context, part)
    own = replace(part, text=part.text.cut(0, end), children=[])
    return read_events(context, own) if end else Reading()


def _order(context: Context, around: Sequence[Provision], rule: dict[str, Any]) -> Order | None:
    """The words that order the deed: the first of the leads."""
    for one in around:
        for lead in rule.get("leads", ()):
            if hit := lead_pattern(lead).search(one.text.string):
                ranges = context.evidence(one, rule["name"], hit.start(), hit.end()).ranges
                return Order(one.eid, ranges, hit[0])
    return None


def _are_bodies(context: Context, above: list[Provision]) -> bool:
    """Whether the words above say that each row is a body, whatever its name is."""
    told = " ".join(one.text.string for one in above).lower()
    return any(word in told for word in context.language.section("phrases").get("rows-of", ()))


def _with_lead(context: Context, clause: Provision) -> list[Provision]:
    """A clause, after the words before a colon with which it goes on."""
    lead = context.lead_in(clause)
    return [lead, clause] if lead is not None and lead.text.string.endswith(":") else [clause]


def _deed(context: Context, masks: RowMasks, rule: dict[str, Any]) -> Match | None:
    """The match of a row that is nothing but the deed of a rule."""
    fits = (
        _fitting(context, masked, masks.row, rule, torn=torn) for masked, torn in masks.in_turn()
    )
    return next((match for match in fits if match), None)


def _fitting(
    context: Context, masked: Masked, row: Provision, rule: dict[str, Any], *, torn: bool = False
) -> Match | None:
    words = row.text.string
    for phrase in context.grammar.standing(_of_rows(rule), masked):
        for match in phrase.read(masked):
            before = without_passing(words[: match.start], context.language)
            after = without_passing(words[match.end :], context.language)
            more = any(one.start >= match.end for one in masked.found)
            ends = (not more and _ends(after, rule, context)) or _goes_on(after, context)
            begins = _begins(before, context) or (torn and _comes_before(before, context))
            if begins and ends and is_full(match, rule):
                return match
    return None


def _of_rows(rule: dict[str, Any]) -> Sequence[str]:
    """How a row says the deed: as a row does, else as a clause with a verb of its own."""
    clauses = () if rule.keys() & {"items", "beside"} else rule.get("phrases", ())
    return (*rule.get("rows", ()), *clauses)


def _begins(before: str, context: Context) -> bool:
    """Whether only signs, brackets, or the verb that says the deed of its row stand before it."""
    opens = context.language.section("phrases").get("opens")
    return bool(_BESIDE.fullmatch(re.sub(opens, "", before) if opens else before))


def _comes_before(before: str, context: Context) -> bool:
    """Whether what stands before a deed in a row is a superior that another column has torn."""
    pattern = context.language.section("phrases").get("beside-before")
    return pattern is not None and re.fullmatch(pattern, before) is not None


def _goes_on(after: str, context: Context) -> bool:
    """Whether what follows a deed in a row says only how, where or for what it is done."""
    pattern = context.language.section("phrases").get("beside")
    return pattern is not None and re.match(pattern, after) is not None


def _ends(after: str, rule: dict[str, Any], context: Context) -> bool:
    """Whether only signs, brackets, or the verb that closes the list follow."""
    closes = context.language.section("phrases").get("closes")
    rest = re.sub(closes, "", after) if closes else after
    return bool(_BESIDE.fullmatch(rest)) or leads_stand(after.lower(), rule.get("leads", ()))
