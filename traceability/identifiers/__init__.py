"""Identifiers of things, places and parties in every writing they have, and one canonical form for each."""

from traceability.identifiers.identifier import HEADED_LEVELS, Identifier, Level, Prefix
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.parsing import parse
from traceability.identifiers.relations import class_of, from_halves, lot_of

__all__ = [
    "HEADED_LEVELS",
    "Identifier",
    "IdentifierInvalid",
    "Level",
    "Prefix",
    "class_of",
    "from_halves",
    "lot_of",
    "parse",
]
