"""How a caller wants identifiers and words of the vocabulary written (EPCIS 2.0 §12.3: GS1-EPC-Format, GS1-CBV-XML-Format)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from fastapi import Request

from api.epcis.query_parameters import extension_namespaces
from api.errors import FormatNotWritten
from traceability.commitment.places import EVENT
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat

EPC_HEADER: Final = "GS1-EPC-Format"
CBV_HEADER: Final = "GS1-CBV-XML-Format"

_Choice = TypeVar("_Choice", bound=Enum)


@dataclass(frozen=True, slots=True)
class Formats:
    """The writings that one answer has."""

    epc: EpcFormat = EpcFormat.ALWAYS_GS1_DIGITAL_LINK
    cbv_xml: CbvXmlFormat = CbvXmlFormat.NO_PREFERENCE


def wanted_formats(request: Request) -> Formats:
    """Return the writings that the headers ask for; GS1 Digital Links where they ask for none.

    Raises:
        FormatNotWritten: if a header has a value that does not exist.
    """
    return Formats(
        _asked(request, EPC_HEADER, EpcFormat.ALWAYS_GS1_DIGITAL_LINK),
        _asked(request, CBV_HEADER, CbvXmlFormat.NO_PREFERENCE),
    )


def wanted_prefixes(request: Request) -> dict[str, str]:
    """Return the prefixes that the caller gives to namespaces of extensions (`GS1-Extensions: ex=https://…`), for the answer.

    A prefix that cannot be one in XML, or that is a word of the standard itself, is passed over: ours stands then.
    """
    declared = extension_namespaces(request.headers.get("GS1-Extensions"))
    return {prefix: space for prefix, space in declared.items() if _PREFIX.fullmatch(prefix) and prefix not in _WORDS}


def _names(places: object) -> set[str]:
    if not isinstance(places, Mapping):
        return set()
    return {str(name) for name in places} | {name for below in places.values() for name in _names(below)}


_PREFIX: Final = re.compile(r"(?![xX][mM][lL])[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_WORDS: Final = _names(EVENT) | {"id", "type", "schemaVersion", "creationDate", "epcisHeader", "epcisBody", "member"}
"""Terms that the standard's context defines: a prefix of the same name would define them anew."""


def _asked(request: Request, header: str, default: _Choice) -> _Choice:
    given = request.headers.get(header)
    if given is None:
        return default
    try:
        return type(default)(given.strip())
    except ValueError as error:
        raise FormatNotWritten(header, given, [str(choice.value) for choice in type(default)]) from error
