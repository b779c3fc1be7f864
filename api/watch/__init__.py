"""What the server tells of itself: numbers to watch, lines to look back at."""

from api.watch.counters import Counters
from api.watch.log import Level, Log, request_id

__all__ = ["Counters", "Level", "Log", "request_id"]
