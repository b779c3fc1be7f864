"""The commands, put together."""

from graph.cli import acts, building, dataset, evidence, questions, validating
from graph.cli.application import app

__all__ = ["acts", "app", "building", "dataset", "evidence", "questions", "validating"]
