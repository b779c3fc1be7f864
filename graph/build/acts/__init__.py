"""From files to acts read: which files, by whom they are read, and where what was read is kept."""

from graph.build.acts.files import ACT_SUFFIXES, ActFile, act_files, endings, files_beside
from graph.build.acts.harvest import Harvest, Readers, in_turn, read_acts
from graph.build.acts.reading import Progress, Skipped, read_one, skipped, unfit
from graph.build.acts.shelf import Entry, Shelf, shelf_of
from graph.build.acts.workers import in_processes, in_this_process

__all__ = [
    "ACT_SUFFIXES",
    "ActFile",
    "Entry",
    "Harvest",
    "Progress",
    "Readers",
    "Shelf",
    "Skipped",
    "act_files",
    "endings",
    "files_beside",
    "in_processes",
    "in_this_process",
    "in_turn",
    "read_acts",
    "read_one",
    "shelf_of",
    "skipped",
    "unfit",
]
