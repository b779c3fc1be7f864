"""The commands, put together."""

from graph.cli import acts
from graph.cli.application import app

__all__ = ["acts", "app"]
