"""One parser for every code that a person may scan or type: the registry finds the scheme that reads it."""

from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import LONGEST, IdentifierInvalid
from traceability.identifiers.registry import REGISTRY

MOST_REMEMBERED = 8192
"""How many writings that were read lately are remembered."""

_recent: dict[str, Identifier] = {}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def parse(text: str, *, strict: bool = True, kind: str | None = None) -> Identifier:
    """Return the identifier that a text names, in whichever writing.

    Understood are bare codes, element strings (scanned or with brackets), GS1 Digital Links (compressed or not) and
    ``…/88.…/…`` of any domain, EPC URNs (instances, lots, patterns of classes, tags), and what the schemes of the
    registry know by a mark: ``hdl:``, ``urn:oid:``, ``did:…``, ``uscc:``, ``lei:``, ``vin:``, … Digits alone are a
    GTIN (8, 12, 13, 14) or an SSCC (18); `kind` (``gln``, ``gsrn``, ``vin``, …) says where a bare code is another.
    Not strict, spaces, hyphens and full-width signs are forgiven, and each scheme looks at less (a USCC needs its outer
    check only, the content of GS1 attributes is not looked at).

    Raises:
        IdentifierInvalid: with the reason, the place and the cure; no other exception leaves this function.
    """
    if not isinstance(text, str):
        raise IdentifierInvalid(str(text), "not-text", "An identifier is a text.")
    if kind is not None or not strict:
        return _parsed(text, kind, strict=strict)
    found = _recent.get(text)
    if found is None:
        found = _parsed(text, None, strict=True)
        if len(_recent) >= MOST_REMEMBERED:
            _recent.clear()
        # The canonical form is asked for next: by the gate, the commitment and the projection of the same event.
        _recent[text] = _recent[found.canonical] = found
    return found


def _parsed(text: str, kind: str | None, *, strict: bool) -> Identifier:
    trimmed = text.strip(" \t\r\n")
    if not trimmed:
        raise IdentifierInvalid(text, "empty", "Give a code.")
    if len(trimmed) > LONGEST:
        raise IdentifierInvalid(text, "too-long", f"A code has at most {LONGEST} characters.", place=LONGEST)
    if not strict:
        trimmed = _forgiven(trimmed)
        if not trimmed:
            raise IdentifierInvalid(text, "empty", "Give a code.")
    try:
        if kind is not None:
            return REGISTRY.of_kind(trimmed, kind, strict=strict)
        return REGISTRY.read(trimmed, strict=strict)
    except IdentifierInvalid as refusal:
        # The scheme's module saw one value only; the person who asks sees the whole text.
        offset = max(text.find(refusal.text), 0)
        raise IdentifierInvalid(
            text, refusal.reason, refusal.cure, place=min(offset + refusal.place, len(text))
        ) from None


def _forgiven(text: str) -> str:
    narrow = text.translate(_FULL_WIDTH).strip(" ")
    if narrow.startswith("^"):
        # How many programs and people write FNC1.
        narrow = narrow.replace("^", "\x1d")
    squeezed = narrow.replace(" ", "").replace("-", "")
    return squeezed if squeezed.isascii() and squeezed.isalnum() else narrow
