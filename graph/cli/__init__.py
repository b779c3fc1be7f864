"""The commands, put together."""

from graph.cli import acts, dataset, evidence, questions
from graph.cli.application import app

__all__ = ["acts", "app", "dataset", "evidence", "questions"]
