"""EPC URNs as text: how values are escaped, and how one is written (EPC Tag Data Standard §6)."""

import re
from urllib.parse import unquote

_ESCAPED = re.compile(r"[\"#%&/<>?]")


def escaped(value: str) -> str:
    """Return a value as it stands in an EPC URN: seven signs are percent-encoded, all others stand as they are."""
    return _ESCAPED.sub(lambda sign: f"%{ord(sign.group()):02X}", value)


def epc_urn_of(kind: str, canonical: str, length: int) -> str | None:
    """Return the EPC URN of a canonical GS1 identifier whose company prefix has `length` digits, where there is one.

    A class is written as a pattern (``urn:epc:idpat:…*``), a lot of trade items as ``urn:epc:class:lgtin``.
    """
    if not 6 <= length <= 12:
        return None
    _, _, _, ai, value, *qualifiers = canonical.split("/")
    value = unquote(value)
    qualifier = escaped(unquote(qualifiers[1])) if qualifiers else None
    match kind:
        case "gtin":
            return f"urn:epc:idpat:sgtin:{_item(value, length)}.*"
        case "lgtin":
            return f"urn:epc:class:lgtin:{_item(value, length)}.{qualifier}"
        case "sgtin" | "upui":
            return f"urn:epc:id:{kind}:{_item(value, length)}.{qualifier}"
        case "itip" if not qualifiers or qualifiers[0] == "21":
            form = "id" if qualifiers else "idpat"
            return f"urn:epc:{form}:itip:{_item(value[:14], length)}.{value[14:16]}.{value[16:]}.{qualifier or '*'}"
        case "sscc":
            return f"urn:epc:id:sscc:{value[1 : length + 1]}.{value[0]}{value[length + 1 : 17]}"
        case "sgln":
            return f"urn:epc:id:sgln:{value[:length]}.{value[length:12]}.{qualifier or '0'}"
        case "pgln":
            return f"urn:epc:id:pgln:{value[:length]}.{value[length:12]}"
        case "grai" | "gdti" | "gcn":
            digits, serial = (value[1:14], value[14:]) if ai == "8003" else (value[:13], value[13:])
            scheme, form = ("sgcn" if kind == "gcn" else kind), ("id" if serial else "idpat")
            return f"urn:epc:{form}:{scheme}:{digits[:length]}.{digits[length:12]}.{escaped(serial) or '*'}"
        case "gsrn" | "gsrnp":
            return f"urn:epc:id:{kind}:{value[:length]}.{value[length:17]}"
        case "gsin":
            return f"urn:epc:id:gsin:{value[:length]}.{value[length:16]}"
        case "giai" | "ginc" if value[:length].isdecimal() and len(value) > length:
            return f"urn:epc:id:{kind}:{value[:length]}.{escaped(value[length:])}"
        case "cpid" if value[:length].isdecimal() and len(value) > length:
            form = "id" if qualifier else "idpat"
            return f"urn:epc:{form}:cpi:{value[:length]}.{escaped(value[length:])}.{qualifier or '*'}"
    return None


def _item(digits: str, length: int) -> str:
    return f"{digits[1 : length + 1]}.{digits[0]}{digits[length + 1 : 13]}"
