"""The resolver description file at `/.well-known/gs1resolver` (GS1-Conformant Resolver 1.2.0 §3)."""

from __future__ import annotations

from typing import Any, Final

from traceability.linking.link_types import GS1, GS1_PREFIX

PATH: Final = "/.well-known/gs1resolver"
CONTEXT_PATH: Final = "/linkset-context.jsonld"
"""Where the JSON-LD context of our linksets lies."""


def description_of(origin: str, name: str, organisation: str | None = None) -> dict[str, Any]:
    """Return the description of a resolver at an origin: what it resolves, which link types and contexts it knows.

    `organisation` is the name of whoever runs it, where it is known.
    """
    content: dict[str, Any] = {
        "name": name,
        "resolverRoot": origin,
        "supportedPrimaryKeys": ["all"],
        "supportedLinkType": [{"namespace": GS1, "prefix": GS1_PREFIX}],
        "linkTypeDefaultCanBeLinkset": False,
        "supportedContextValuesExternal": [
            {"nameOfList": "ISO 3166-1 alpha-2", "url": "https://www.iso.org/iso-3166-country-codes.html"}
        ],
        "jsonLdContextLocation": f"{origin}{CONTEXT_PATH}",
    }
    if organisation:
        content["contact"] = {"fn": organisation}
    return content
