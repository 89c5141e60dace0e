"""How a caller wants identifiers and words of the vocabulary written (EPCIS 2.0 §12.3: GS1-EPC-Format, GS1-CBV-XML-Format)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from fastapi import Request

from api.errors import FormatNotWritten
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


def _asked(request: Request, header: str, default: _Choice) -> _Choice:
    given = request.headers.get(header)
    if given is None:
        return default
    try:
        return type(default)(given.strip())
    except ValueError as error:
        raise FormatNotWritten(header, given, [str(choice.value) for choice in type(default)]) from error
