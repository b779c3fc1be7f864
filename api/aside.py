"""Long work in the process that answers everybody: done beside the answers, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
#: Characters or bytes of what is looked at; for less no thread is worth its while.
_LONG = 4_000
#: One thread alone: it shares the interpreter with whoever is answered meanwhile, half and half.
_THREAD = ThreadPoolExecutor(1, thread_name_prefix="aside")


async def aside(size: int, work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """What comes of looking at so many characters or bytes; others are answered meanwhile."""
    if size < _LONG:
        return work(*args, **named)
    return await asyncio.get_running_loop().run_in_executor(_THREAD, lambda: work(*args, **named))
