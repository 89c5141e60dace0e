"""Documents of others that are themselves wrong, known by the digest of their bytes, each with how that is known.

Such a document passes as far as it can: the events that are in order are captured, found again and written, those that are wrong
are refused at the place that is named here. A document that was mended has another digest and gets no indulgence.
"""

from __future__ import annotations

import hashlib
from typing import Final

_CHECK_DIGIT: Final = (
    "the first event names the GRAI 03001345000771…; the check digit of 300134500077 is 6, not 1: "
    "(3+0+3+5+0+7) + 3·(0+1+4+0+0+7) = 54, and 60 - 54 = 6 (GS1 General Specifications §7.9)"
)
_LEADING_ZERO: Final = (
    "the thirteenth event names the GRAI 95201220000000…, which begins with 9; in AI 8003 a zero stands before the 13 digits "
    "(GS1 General Specifications §3.9.2)"
)
_NO_ANCHOR: Final = (
    "its first member has neither an anchor nor links, and a creator that is no list of links: the JSON schema of GS1-Conformant "
    "Resolver 1.2.0 beside it requires an anchor and an item description of each link context, and lists of links"
)

FAULTS: Final[dict[str, str]] = {
    # OpenEPCIS test resources @901e5d3: Combination_of_different_event, as JSON and as XML.
    "f3e9200a69150f1d9f1905a4f8c67383c233f225a237f1d0c4f67a3c55ef2f99": _CHECK_DIGIT,
    "735466dd1cd99b93aa657b7da8de7343ca4086a8544ccbbd8e7ca90554b9a62a": _CHECK_DIGIT,
    # The same: SensorData_with_combined_events.
    "74488c5b22b1e8df6fa45e73da59ec4b0a9f3aec4d7b7627fa9f090ec7320e28": _LEADING_ZERO,
    "dee8a064fbe38867982e9e5e054a5fa568f19a2b2c13a898175c8df5e43731a8": _LEADING_ZERO,
    # The linkset sample of the resolver's test suite @e3485a5 that is older than its schema: ExampleLinkset.
    "93be7cb0df7b751b91a135cf8b0bca6333e52cb54d8bec484f4fc4c0feaf6b9c": _NO_ANCHOR,
}


def own_fault(data: bytes) -> str | None:
    """Return what is wrong with a document by its own standard, None where nothing is known to be."""
    return FAULTS.get(hashlib.sha256(data).hexdigest())
