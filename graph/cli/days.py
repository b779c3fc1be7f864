"""The days that are put into a query."""

from __future__ import annotations

import re
from datetime import date

import pyoxigraph as ox

from graph.errors import CallError

_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


def days_in(query: str, **days: date | None) -> dict[ox.Variable, ox.Literal]:
    """The variables of a query that stand for days, each with its day; CallError for one it lacks.

    Without them the query would answer for the day of the view, whatever was asked.
    """
    given = {name: day for name, day in days.items() if day is not None}
    for name in given:
        if not re.search(rf"[?$]{name}\b", query):
            raise CallError(
                f"expected ?{name} in the query, for the day to be put in; found none. The default "
                "graph is the view of one day: ask the claims, as the queries of api/queries do"
            )
    return {ox.Variable(n): ox.Literal(str(day), datatype=_DATE) for n, day in given.items()}
