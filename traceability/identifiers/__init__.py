"""Identifiers of things, places and parties in every writing they have, and one canonical form for each."""

from traceability.identifiers.examining import Examination, examined
from traceability.identifiers.gs1.findings import Finding
from traceability.identifiers.gs1.message import Message, gs1_message, link_path
from traceability.identifiers.identifier import HEADED_LEVELS, Identifier, Level, Prefix
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.parsing import parse
from traceability.identifiers.paths import PATH_MARKS, begins_an_identifier, text_of_path
from traceability.identifiers.registry import prefix_rules
from traceability.identifiers.relations import ancestors, class_of, from_halves, lot_of

__all__ = [
    "HEADED_LEVELS",
    "PATH_MARKS",
    "Examination",
    "Finding",
    "Identifier",
    "IdentifierInvalid",
    "Level",
    "Message",
    "Prefix",
    "ancestors",
    "begins_an_identifier",
    "class_of",
    "examined",
    "from_halves",
    "gs1_message",
    "link_path",
    "lot_of",
    "parse",
    "prefix_rules",
    "text_of_path",
]
