"""What the server tells of itself: numbers to watch, lines to look back at."""

from api.watch.counters import Counters
from api.watch.log import Level, Log, request_id
from api.watch.queries import Queries
from api.watch.state import State

__all__ = ["Counters", "Level", "Log", "Queries", "State", "request_id"]
