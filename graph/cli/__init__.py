"""The commands, put together."""

from graph.cli import (
    acts,
    building,
    dataset,
    differing,
    evidence,
    keeping,
    questions,
    reviewing,
    validating,
)
from graph.cli.application import app

__all__ = [
    "acts",
    "app",
    "building",
    "dataset",
    "differing",
    "evidence",
    "keeping",
    "questions",
    "reviewing",
    "validating",
]
