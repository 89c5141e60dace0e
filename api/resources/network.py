"""The network: what a verifier must trust, and the limits of this server."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from api.epcis.binding import LONGEST_ADDRESS
from api.resources.installation_views import NetworkView
from api.resources.views import typed
from api.rooms import rooms_of
from chain.network import trust_root_of
from store.record.bundles import MOST_OF_A_QUESTION

router = APIRouter(prefix="/api/v1/network", tags=["Network"])


@router.get("", **typed(NetworkView))
def get_network(request: Request) -> dict[str, Any]:
    """Tell the root of trust with its fingerprint, to be compared with one from another source, and the published limits."""
    rooms = rooms_of(request)
    root = trust_root_of(rooms.network)
    limits = rooms.settings.limits
    return {
        "trustRoot": root.to_object(),
        "fingerprint": root.fingerprint,
        "limits": {
            "captureEvents": limits.events,
            "captureBytes": limits.bytes,
            "thingsOfAnEvent": limits.things,
            "nesting": limits.depth,
            "requestBytes": rooms.settings.request_bytes,
            "pictureBytes": rooms.settings.picture_bytes,
            "pageItems": rooms.settings.page_size_limit,
            "pageTokenSeconds": rooms.settings.token_seconds,
            "addressOctets": LONGEST_ADDRESS,
            "reportsOfAnAddress": rooms.report_rate.most,
            "reportsOfAThing": rooms.settings.reports.thing,
            "reportsOfAHolder": rooms.settings.reports.holder,
            "bundlesOfAQuestion": MOST_OF_A_QUESTION,
        },
    }
