"""How much one client may spend: seconds of CPU, and mistakes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.guard import meter
from api.problems import problem

#: Clients that are remembered; the one not seen for longest is forgotten first.
_CLIENTS = 10_000
#: Watching the server must work whoever else is busy.
_FREE = ("/health", "/ready", "/metrics")
#: No request costs less, in seconds.
_LEAST = 0.0005
#: Statuses from here on are mistakes of the client, those from 500 on are not.
_MISTAKE, _OURS = 400, 500


@dataclass(frozen=True, slots=True)
class Budget:
    """What a client may spend at once, and what it gets back each second.

    `cpu` is in seconds of CPU, `errors` in answers from 400 to 499. Who overspends waits until
    the account is above nothing again: `debt` is how far below it may fall, so that nobody waits
    longer than `debt` divided by the refill.
    """

    cpu: float = 60.0
    cpu_refill: float = 0.5
    cpu_debt: float = 10.0
    errors: float = 300.0
    errors_refill: float = 5.0
    errors_debt: float = 10.0


@dataclass(slots=True)
class Account:
    """What a client has left, and when that was worked out."""

    cpu: float
    errors: float
    when: float


class Budgets:
    """Answers 429 with `Retry-After` to clients that have spent what they had."""

    def __init__(
        self, app: ASGIApp, budget: Budget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app = app
        self._budget = budget
        self._clock = clock
        self._accounts: OrderedDict[str, Account] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, weighed while it is answered."""
        if scope["type"] != "http" or scope["path"] in _FREE:
            await self._app(scope, receive, send)
            return
        account = self._account(client_of(scope))
        wait = self._wait(account)
        if wait > 0:
            await _too_many(scope, receive, send, wait)
            return
        weighed = _Weighed(self._clock)
        try:
            await weighed.run(self._app, scope, receive, send)
        finally:
            self._spend(account, weighed.cost(), weighed.status)

    def _account(self, client: str) -> Account:
        """The account of a client as it stands now."""
        account = self._accounts.get(client)
        if account is None:
            full = Account(self._budget.cpu, self._budget.errors, self._clock())
            account = self._accounts[client] = full
            if len(self._accounts) > _CLIENTS:
                self._accounts.popitem(last=False)
        self._accounts.move_to_end(client)
        self._refill(account)
        return account

    def _refill(self, account: Account) -> None:
        """Give an account what it got back since it was last looked at."""
        now, budget = self._clock(), self._budget
        passed = now - account.when
        account.cpu = min(budget.cpu, account.cpu + passed * budget.cpu_refill)
        account.errors = min(budget.errors, account.errors + passed * budget.errors_refill)
        account.when = now

    def _wait(self, account: Account) -> float:
        """Seconds until both accounts are above nothing."""
        budget = self._budget
        return max(-account.cpu / budget.cpu_refill, -account.errors / budget.errors_refill, 0.0)

    def _spend(self, account: Account, seconds: float, status: int) -> None:
        self._refill(account)
        budget = self._budget
        account.cpu = max(-budget.cpu_debt, account.cpu - seconds)
        if _MISTAKE <= status < _OURS:
            account.errors = max(-budget.errors_debt, account.errors - 1)


class _Weighed:
    """A request whose cost is taken: the time to answer, without the time that the client took.

    Work of other processes is told by them: then waiting for it is no cost of its own.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self._client = 0.0
        self._ended = self._began
        self._meter = meter.Meter()
        self.status = 500

    async def run(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        async def receiving() -> Message:
            began = self._clock()
            message = await receive()
            # The end of the connection is waited for beside the work, not instead of it.
            if message["type"] == "http.request":
                self._client += self._clock() - began
            return message

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.status = message["status"]
            began = self._clock()
            try:
                await send(message)
            finally:
                self._client += self._clock() - began

        token = meter.begin(self._meter)
        try:
            await app(scope, receiving, sending)
        finally:
            meter.end(token)
            self._ended = self._clock()

    def cost(self) -> float:
        """Seconds of CPU, or the nearest to them that is known."""
        if self._meter.elsewhere is not None:
            return max(_LEAST, self._meter.elsewhere)
        return max(_LEAST, self._ended - self._began - self._client)


def client_of(scope: Scope) -> str:
    """Who asks: an address, of the sixth version the network of it, which one client owns whole."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return host


async def _too_many(scope: Scope, receive: Receive, send: Send, wait: float) -> None:
    seconds = max(1, ceil(wait))
    told = f"This client has spent its budget; expected its next request in {seconds} s."
    answer = problem(Request(scope), 429, told, {"Retry-After": str(seconds)})
    await answer(scope, receive, send)
