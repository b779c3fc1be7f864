"""What this is, how acts are read, what it does not know, under which licence."""

from __future__ import annotations

from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.explorer import act_link
from api.pages.render import render
from graph.hierarchy.acts import acts_of

_CHAPTERS = ("what", "how", "certainty", "time", "names", "limits", "licence", "open")


def about_page(desk: Desk) -> HTMLResponse:
    """The page at `/about`."""
    acts = [act_link(desk, act) for act in acts_of(desk.moment) if act.held]
    return render(
        "about.html",
        desk.seen,
        chapters=_CHAPTERS,
        acts=acts,
        section="about",
        release=desk.archive.release,
    )
