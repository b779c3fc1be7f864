"""Names of bodies: found in a text, and each taken apart."""

from graph.names.reader import Naming, read_mentions, read_name, read_namings
from graph.names.short import read_short_names

__all__ = ["Naming", "read_mentions", "read_name", "read_namings", "read_short_names"]
