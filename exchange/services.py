"""Where another firm's node answers: `service` in the profile that the chain holds of it."""

from __future__ import annotations

import json

from exchange.errors import ServiceUnknown
from store.database import Mirror
from store.mirror.members import organisation_of
from traceability.signed_requests.origin import origin_of

MEMBER = "service"
"""Member of a profile: scheme, host and port of the organisation's node."""


def service_of(mirror: Mirror, organisation: int) -> str:
    """Return the origin of an organisation's node.

    Raises:
        ServiceUnknown: the chain does not know the organisation, or its profile names no address that can be.
    """
    found = organisation_of(mirror, organisation)
    if found is None:
        raise ServiceUnknown(organisation, "the chain knows no such organisation")
    try:
        profile = json.loads(found.profile)
        named = profile.get(MEMBER)
    except (ValueError, AttributeError, RecursionError):
        named = None
    if not isinstance(named, str):
        raise ServiceUnknown(organisation, "its profile on the chain names no address of its node")
    try:
        return origin_of(named)
    except ValueError as error:
        raise ServiceUnknown(organisation, f"the address of its node cannot be: {error}") from None
