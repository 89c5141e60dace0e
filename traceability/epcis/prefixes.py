"""Prefixes for writing: each namespace of extension names gets one, those that a document declared first."""

from collections.abc import Iterable, Iterator, Mapping

from traceability.epcis.context import STANDARD_PREFIXES, split_name
from traceability.epcis.event import Event
from traceability.epcis.names import is_local_name
from traceability.epcis.raw import Raw
from traceability.epcis.xml_form import NAMESPACE, PREFIX, XML, XSI

FIXED_PREFIXES = {XML: "xml", XSI: "xsi", NAMESPACE: PREFIX}
"""The prefixes that XML, or both forms, have for themselves."""
_TAKEN = frozenset({*STANDARD_PREFIXES, *FIXED_PREFIXES.values(), "xmlns", "epcisq", "epcismd", "suyuan-json"})


def prefixes_of(
    events: Iterable[Event], declared: Mapping[str, str] | None = None, others: Iterable[Raw] = ()
) -> dict[str, str]:
    """Return the prefix of each namespace that the extensions of events, and the names in other values, use.

    `declared` are those that a document used, by prefix; they are kept where they are free.
    """
    values = [*(event.body for event in events), *others]
    wanted = {namespace: prefix for prefix, namespace in (declared or {}).items() if is_local_name(prefix)}
    standard = {namespace: prefix for prefix, namespace in STANDARD_PREFIXES.items()} | FIXED_PREFIXES
    prefixes: dict[str, str] = {}
    taken = set(_TAKEN)
    nameless: list[str] = []
    for namespace in sorted({split_name(name)[0] for value in values for name in _names(value)}):
        prefix = standard.get(namespace) or wanted.get(namespace)
        if namespace in standard or (prefix is not None and prefix not in taken):
            prefixes[namespace] = str(prefix)
            taken.add(str(prefix))
        else:
            nameless.append(namespace)
    number = 0
    for namespace in nameless:
        number += 1
        while f"ext{number}" in taken:
            number += 1
        prefixes[namespace] = f"ext{number}"
    return prefixes


def _names(value: Raw) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name.startswith("{"):
                yield name
            yield from _names(member)
    elif isinstance(value, list):
        for member in value:
            yield from _names(member)
