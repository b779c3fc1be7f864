"""The commands, put together."""

from graph.cli.application import app

__all__ = ["app"]
