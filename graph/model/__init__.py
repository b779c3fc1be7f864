"""What is passed along: source, text, provision, mention, claim, act, finding."""

from graph.model.act import ActClaims, ActInfo, Amendment, EntryRule, Unread
from graph.model.claim import (
    Certainty,
    Claim,
    Evidence,
    Mention,
    Object,
    Ref,
    Statement,
    Subject,
    When,
)
from graph.model.document import Document, Fault, Provision, ProvisionKind, Repair, SideFile
from graph.model.finding import Finding
from graph.model.text import NOWHERE, Range, Source, Text

__all__ = [
    "NOWHERE",
    "ActClaims",
    "ActInfo",
    "Amendment",
    "Certainty",
    "Claim",
    "Document",
    "EntryRule",
    "Evidence",
    "Fault",
    "Finding",
    "Mention",
    "Object",
    "Provision",
    "ProvisionKind",
    "Range",
    "Ref",
    "Repair",
    "SideFile",
    "Source",
    "Statement",
    "Subject",
    "Text",
    "Unread",
    "When",
]
