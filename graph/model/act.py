"""An act that was read: what it says of itself, all its claims, and what nobody understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from graph.model.claim import Claim, Evidence, Mention, Statement
from graph.model.document import Document
from graph.model.text import Range


@dataclass(frozen=True, slots=True)
class Amendment:
    """A note that a part stands in a later wording, or that the act or a part was repealed.

    `target` is the clause id whose text it is ("" for the whole act); `kind` is `reworded`,
    `amended`, `added` or `repealed`; `rule` the printed rule of entry into force.
    """

    target: str
    kind: str
    by: str  # key of the amending act
    day: date
    rule: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A rule of entry into force: `kind` is a code of the code list entry-rules.

    `days` is the printed number of days after publication, `not_before` the key of an act that
    must be in effect first, `day` a printed date, `from_day` a printed one before which another
    rule brings nothing into force.
    """

    kind: str
    evidence: Evidence
    days: int | None = None
    day: date | None = None
    not_before: str | None = None
    from_day: date | None = None


@dataclass(slots=True)
class ActInfo:
    """What an act says of itself, as far as time and identity need it.

    `registered` is the printed day of its state registration.
    """

    key: str
    type: str
    issuer: Mention | None
    day: date
    number: str
    title: str
    language: str
    entry: EntryRule | None = None
    registered: date | None = None
    amendments: list[Amendment] = field(default_factory=list)
    repealed_by: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A clause that no rule understood, and why."""

    clause: str
    reason: str
    ranges: tuple[Range, ...]


@dataclass(slots=True)
class ActClaims:
    """All that was read from one act."""

    document: Document
    act: ActInfo
    claims: list[Claim]
    statements: list[Statement]
    unread: list[Unread]
    read: set[str]  # clause ids that a rule understood (or knows to say nothing of bodies)
