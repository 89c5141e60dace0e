"""Sets of identifiers that other people published, one row at a time: whether ours reads them as their authors say.

The rows are those of `identifiers/*.jsonl`, the cases of EPC URNs with their Digital Links, and GS1's Barcode Syntax
Dictionary. Used by the tests and by the conformance report; a row passes by rule, never by being known.
"""

from collections.abc import Callable, Mapping
from typing import Any

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS, table_text
from traceability.identifiers.gs1.dictionary import table_of
from traceability.identifiers.gs1.digital_link import address_of as web_address_of
from traceability.identifiers.gs1.digital_link import belongs_into
from traceability.identifiers.gs1.element_string import pairs_of, unverified_pairs
from traceability.identifiers.gs1.message import Message, gs1_message
from traceability.identifiers.gs1.pairs import Pairs, exclusions, repeats, requirements, unsigned_serials
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.parsing import parse
from traceability.identifiers.schemes.did_bid import address_of

Row = Mapping[str, Any]
_RULES: Mapping[str, Callable[[Pairs], object]] = {
    "validateAIrepeats": lambda pairs: list(repeats(pairs)),
    "validateAImutex": lambda pairs: list(exclusions(pairs)),
    "validateAIrequisites": lambda pairs: list(requirements(pairs)),
    "validateDigSigRequiresSerialisedKey": lambda pairs: list(unsigned_serials(pairs)),
}


def verified_row(row: Row) -> str | None:
    """Return how our reading of a row of `identifiers/*.jsonl` differs from what it says; None where it does not."""
    scheme, text, valid = str(row.get("scheme", "")), str(row.get("input", "")), bool(row.get("valid"))
    try:
        found = _differences.get(scheme, _of_scheme)(row, text)
    except IdentifierInvalid as refusal:
        return f"refused: {refusal}" if valid else None
    if not valid:
        return None if found == _REFUSED else f"taken, though {row.get('reason', 'it is wrong')}"
    return found


def verified_epc_urn(case: Row) -> str | None:
    """Return how our reading of an EPC URN differs from its published canonical Digital Link; None where it does not."""
    try:
        found = parse(str(case["input"])).canonical
    except IdentifierInvalid as refusal:
        return f"refused: {refusal}"
    return _differing("canonical", case["canonical_digital_link"], found)


def dictionary_differences(text: str) -> list[str]:
    """Return what our table of application identifiers says otherwise than a Barcode Syntax Dictionary."""
    ours = {line.partition("\t")[0]: line for line in table_text().splitlines() if not line.startswith("#")}
    theirs = {line.partition("\t")[0]: line for line in table_of(text).splitlines() if not line.startswith("#")}
    return [
        f"{numbers}: the dictionary says {theirs.get(numbers, 'nothing')!r}, our table {ours.get(numbers, 'nothing')!r}"
        for numbers in sorted(ours.keys() | theirs.keys())
        if ours.get(numbers) != theirs.get(numbers)
    ]


_REFUSED = "refused by the rule"


def _of_scheme(row: Row, text: str) -> str | None:
    found = parse(text, kind=str(row["scheme"]))
    if "canonical" in row and (difference := _differing("canonical", row["canonical"], found.canonical)):
        return difference
    if "public_key" in row:
        return _differing("address of the key", found.canonical, address_of(row["public_key"]))
    return None


def _of_digital_link(row: Row, text: str) -> str | None:
    # The set is about the syntax of links and their conversion, to the letter; what values mean is not looked at there.
    message = gs1_message(text, strict=False)
    if not message.is_compressed and _is_tolerated_only(text, message):
        return _REFUSED
    if not row.get("valid") or "element_string" not in row:
        return None
    wanted = pairs_of(str(row["element_string"]).replace("^", "\x1d"), strict=False)
    if row.get("order") == "any":
        return _differing("pairs", sorted(wanted), sorted(message.pairs))
    return _differing("element string", str(row["element_string"]), message.element_string().replace("\x1d", "^"))


def _is_tolerated_only(text: str, message: Message) -> bool:
    """Return whether a link is read by our tolerance, while the syntax of the standard does not allow it."""
    path = web_address_of(text).path
    numbers = [segment for segment in path.split("/") if segment.isdecimal()]
    key, value = message.path[0]
    in_query = [pair for pair in message.pairs if pair not in message.path]
    return (
        path.endswith("/")
        or text[:4] not in {"http", "HTTP"}
        or key not in numbers
        or (key == "01" and value not in numbers)
        or not all(APPLICATION_IDENTIFIERS[number].is_attribute for number, _ in in_query)
        or any(belongs_into([number for number, _ in message.path], number) for number, _ in in_query)
    )


def _of_element_string(_: Row, text: str) -> str | None:
    pairs_of(text.replace("^", "\x1d"), begins_with_fnc1=True)
    return None


def _of_association(row: Row, text: str) -> str | None:
    rule = _RULES.get(str(row.get("rule")))
    if rule is None:
        return f"there is no rule {row.get('rule')!r} here"
    if rule(unverified_pairs(text)):
        return _REFUSED
    return None


def _of_conversion(row: Row, text: str) -> str | None:
    return _differing("canonical link", row.get("canonical"), gs1_message(text, strict=False).digital_link())


def _differing(what: str, wanted: object, found: object) -> str | None:
    return None if wanted == found else f"{what} should be {wanted}, is {found}"


_differences: Mapping[str, Callable[[Row, str], str | None]] = {
    "gs1-digital-link": _of_digital_link,
    "gs1-element-string": _of_element_string,
    "gs1-ai-association": _of_association,
    "gs1-bracketed": _of_conversion,
    "gs1-compressed": _of_conversion,
}
