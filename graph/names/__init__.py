"""Names of bodies: found in a text, and each taken apart."""

from graph.names.forms import legal_form
from graph.names.naming import Naming
from graph.names.national import national_name
from graph.names.person import read_person
from graph.names.reader import read_mentions, read_name, read_namings, read_row, text_of
from graph.names.scope import Scope, read_scope, scope_of
from graph.names.short import ReadNamings, read_shared_terms, read_short_names

__all__ = [
    "Naming",
    "ReadNamings",
    "Scope",
    "legal_form",
    "national_name",
    "read_mentions",
    "read_name",
    "read_namings",
    "read_person",
    "read_row",
    "read_scope",
    "read_shared_terms",
    "read_short_names",
    "scope_of",
    "text_of",
]
