"""What a message says: an EPCISQueryDocument, as JSON-LD or XML, or a problem (EPCIS 2.0, REST binding, callback of a subscription)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from delivery.following import Shown
from delivery.showing import prefix_lengths
from store.columns import moment_of
from store.database import Mirror
from traceability.epcis import write_json, write_xml
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat, converted

JSON: Final = "application/json"
XML: Final = "application/xml"
MEDIA_TYPES: Final = (JSON, "application/ld+json", XML)
"""Forms that a subscriber may choose from."""

PROBLEM: Final = "application/problem+json"

TRANSLATED: Final = frozenset({EpcFormat.ALWAYS_EPC_URN, EpcFormat.NEVER_TRANSLATES})
"""Writings that are not the normal form's own."""


def result_document(
    events: Sequence[Shown],
    query_name: str,
    subscription_id: str,
    created_at: datetime,
    mirror: Mirror,
    media_type: str = JSON,
    epc_format: EpcFormat = EpcFormat.ALWAYS_GS1_DIGITAL_LINK,
    cbv_format: CbvXmlFormat = CbvXmlFormat.NO_PREFERENCE,
) -> bytes:
    """Return the events as the result of a query that was subscribed to."""
    written = [event.event for event in events]
    if epc_format in TRANSLATED:
        length = prefix_lengths(mirror)
        written = [converted(event, epc_format, length) for event in written]
    times = [moment_of(event.record_time).isoformat(timespec="milliseconds").replace("+00:00", "Z") for event in events]
    if media_type == XML:
        return write_xml(
            written,
            creation_date=created_at,
            query_name=query_name,
            subscription_id=subscription_id,
            record_times=times,
            cbv_format=cbv_format,
        )
    return write_json(
        written,
        creation_date=created_at,
        query_name=query_name,
        subscription_id=subscription_id,
        record_times=times,
    )


def too_large_problem(most: int | None) -> bytes:
    """Return the problem that tells a subscriber that an execution found more than its query admits."""
    content = {
        "type": "epcisException:QueryTooLargeException",
        "title": "The answer would hold more events than the query allows",
        "status": 413,
        "detail": f"more than {most} events match; they are not sent. Ask for them with GET, page by page, or raise maxEventCount",
    }
    return json.dumps(content).encode()
