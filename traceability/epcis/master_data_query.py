"""SimpleMasterDataQuery: which master data are asked for, by the standard's parameters (EPCIS 2.0 §8.2.7.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from traceability.epcis.context import STANDARD_PREFIXES
from traceability.epcis.values import identifier_in

QUERY_NAME = "SimpleMasterDataQuery"
"""The name that the standard reserves for it."""

VOCABULARY_TYPE = "urn:epcglobal:epcis:vtype:"
"""What the standard's names of vocabularies begin with."""

VOCABULARIES = (
    "EPCClass",
    "EPCInstance",
    "BusinessLocation",
    "ReadPoint",
    "BusinessStep",
    "Disposition",
    "BusinessTransaction",
    "BusinessTransactionType",
    "SourceDest",
    "SourceDestType",
    "Location",
    "Party",
)
"""The standard's vocabularies (CBV 2.0 §10, EPCIS 2.0 §7.2) by the last part of their names."""

MOST_VALUES = 1000
"""Values of all parameters together."""

_LISTS = ("vocabularyName", "EQ_name", "WD_name", "HASATTR", "attributeNames")
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_EQUAL = "EQATTR_"


class MasterDataQueryInvalid(Exception):
    """A parameter that this query does not have, or a value that it cannot have."""

    def __init__(self, parameter: str, value: str, cure: str) -> None:
        self.parameter = parameter[:200]
        self.value = value[:200]
        self.cure = cure
        super().__init__(f"parameter {self.parameter!r} with {self.value!r}: {cure}")


@dataclass(frozen=True, slots=True)
class MasterDataQuery:
    """What is asked: values within one field are alternatives, all fields must be met; an empty field asks nothing."""

    vocabularies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    names_below: tuple[str, ...] = ()
    """Things that are wanted with all that lies below them."""
    has_attributes: tuple[str, ...] = ()
    """One of these must be there."""
    equal_attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each of these must have one of its values."""
    include_attributes: bool = True
    include_children: bool = True
    attribute_names: tuple[str, ...] = ()
    """The attributes that are given; empty: all."""
    max_element_count: int | None = None
    """More elements than this are refused."""


def master_data_query_of(parameters: Mapping[str, Sequence[str]]) -> MasterDataQuery:
    """Return the query that parameters of the standard's names ask.

    `includeAttributes` and `includeChildren`, which the standard requires, are true where they are left out.

    Raises:
        MasterDataQueryInvalid: with the parameter and the cure.
    """
    if sum(len(values) for values in parameters.values()) > MOST_VALUES:
        raise MasterDataQueryInvalid("…", str(MOST_VALUES), f"give at most {MOST_VALUES} values")
    lists: dict[str, tuple[str, ...]] = {}
    equal: list[tuple[str, tuple[str, ...]]] = []
    truths = {"includeAttributes": True, "includeChildren": True}
    most: int | None = None
    for name, values in parameters.items():
        if name in _LISTS:
            lists[name] = tuple(dict.fromkeys(_filled(name, value) for value in values))
        elif name.startswith(_EQUAL) and len(name) > len(_EQUAL):
            equal.append((attribute_name(name.removeprefix(_EQUAL)), tuple(dict.fromkeys(values))))
        elif name in truths:
            truths[name] = _truth(name, values)
        elif name == "maxElementCount":
            most = _count(name, values)
        else:
            known = ", ".join((*_LISTS, "EQATTR_<attribute>", *truths, "maxElementCount"))
            raise MasterDataQueryInvalid(name, next(iter(values), ""), f"{QUERY_NAME} knows: {known}")
    return MasterDataQuery(
        vocabularies=tuple(vocabulary_name(text) for text in lists.get("vocabularyName", ())),
        names=tuple(element_name(text) for text in lists.get("EQ_name", ())),
        names_below=tuple(element_name(text) for text in lists.get("WD_name", ())),
        has_attributes=tuple(attribute_name(text) for text in lists.get("HASATTR", ())),
        equal_attributes=tuple(sorted(equal)),
        include_attributes=truths["includeAttributes"],
        include_children=truths["includeChildren"],
        attribute_names=tuple(attribute_name(text) for text in lists.get("attributeNames", ())),
        max_element_count=most,
    )


def vocabulary_name(text: str) -> str:
    """Return the full name of a vocabulary: the standard's own may be given by their last part."""
    local = text.rpartition("/")[2] if text.startswith(STANDARD_PREFIXES["epcis"]) else text.removeprefix("epcis:")
    return VOCABULARY_TYPE + local if local in VOCABULARIES else text


def element_name(text: str) -> str:
    """Return the canonical form of an identifier, another name as it is."""
    found = identifier_in(text)
    return found.canonical if found else text


def attribute_name(text: str) -> str:
    """Return the absolute name of an attribute; the prefixes of the standard context are filled in."""
    prefix, colon, local = text.partition(":")
    if colon and prefix in STANDARD_PREFIXES and not local.startswith("//"):
        return STANDARD_PREFIXES[prefix] + local
    return text


def _filled(name: str, value: str) -> str:
    if not value.strip():
        raise MasterDataQueryInvalid(name, value, "give a value")
    return value.strip()


def _truth(name: str, values: Sequence[str]) -> bool:
    text = values[0] if len(values) == 1 else "|".join(values)
    if text not in _TRUTHS:
        raise MasterDataQueryInvalid(name, text, "give true or false")
    return _TRUTHS[text]


def _count(name: str, values: Sequence[str]) -> int:
    text = values[0] if len(values) == 1 else "|".join(values)
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0):
        raise MasterDataQueryInvalid(name, text, "give a whole number above 0")
    return int(text)
