"""Where a dataset lives, how it is asked, how a new one is put in its place."""

from graph.store.backup import backup, restore
from graph.store.check import faults, verify
from graph.store.fetched import keep_fetched
from graph.store.generation import (
    STORE,
    Engine,
    Generation,
    find_generation,
    is_dataset,
    open_generation,
)
from graph.store.manifest import FORMAT, ActEntry, Manifest, read_manifest
from graph.store.publish import BusyError, locked, publish
from graph.store.working import (
    Part,
    WorkingCopy,
    claim_working,
    open_working,
    prepare_working,
)

__all__ = [
    "FORMAT",
    "STORE",
    "ActEntry",
    "BusyError",
    "Engine",
    "Generation",
    "Manifest",
    "Part",
    "WorkingCopy",
    "backup",
    "claim_working",
    "faults",
    "find_generation",
    "is_dataset",
    "keep_fetched",
    "locked",
    "open_generation",
    "open_working",
    "prepare_working",
    "publish",
    "read_manifest",
    "restore",
    "verify",
]
