"""What a request has cost, told by whoever did the work."""

from __future__ import annotations

from contextvars import ContextVar, Token
from dataclasses import dataclass


@dataclass(slots=True)
class Meter:
    """CPU seconds that other processes spent on a request; None as long as none did."""

    elsewhere: float | None = None


_METER: ContextVar[Meter | None] = ContextVar("shezhire-meter", default=None)


def begin(meter: Meter) -> Token[Meter | None]:
    """Let what is charged from here on, in this task and its children, count on this meter."""
    return _METER.set(meter)


def end(token: Token[Meter | None]) -> None:
    """Back to the meter before."""
    _METER.reset(token)


def charge(seconds: float) -> None:
    """Note CPU seconds that a worker spent on the request at hand; without one, nothing."""
    meter = _METER.get()
    if meter is not None:
        meter.elsewhere = (meter.elsewhere or 0.0) + seconds


def nested() -> tuple[Meter, Token[Meter | None]]:
    """A meter for a part of the work; `close` charges what it shows to the one before."""
    meter = Meter()
    return meter, _METER.set(meter)


def close(meter: Meter, token: Token[Meter | None]) -> float:
    """Back to the meter before, which is charged with the same; the seconds."""
    _METER.reset(token)
    if meter.elsewhere is not None:
        charge(meter.elsewhere)
    return meter.elsewhere or 0.0
