"""Describes a product: a statement of the holder about a class, lot or item, committed like an event (kind DESCRIBE)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from capture.committing import Intent, body_text, captured_statement
from capture.composing import NAMESPACE
from capture.documents import Request
from capture.errors import EventRefused, EventsRefused
from capture.product import product_of
from capture.saving import Behaviour, saved_job
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.reader import Disclosure
from store.record.capture import Description
from store.record.jobs import CaptureJob
from traceability.identifiers import Identifier
from traceability.ledger.meta import Kind

PRODUCT_SCHEMA: Final = NAMESPACE + "product"
"""Schema of a description, in leaf 1 of its commitment."""


def describe_product(
    record: Record, mirror: Mirror, thing: Identifier, content: Mapping[str, Any], request: Request
) -> CaptureJob:
    """Describe a thing for everyone to read: name, brand, model, picture, contact, advice on recall, note.

    Raises:
        EventsRefused: if the description is not in order, or the thing is not under a prefix that admits the writer.
        OrganisationUnknown: if the writer is not a member in good standing.
    """
    verify_writer(mirror, request.organisation)
    product, problems = product_of(content)
    if product is None:
        raise EventsRefused(problems, 1, 1)
    body = {"subject": thing.canonical, **product.content}
    shown = Description(thing.canonical, body_text(product.content))
    # A description is made to be shown: its disclosure is public whatever the request says.
    intent = Intent(request.organisation, Disclosure(), request.lane, Kind.DESCRIBE, description=shown)
    named = [("/subject", thing)]
    try:
        event = captured_statement(
            body, PRODUCT_SCHEMA, named, Kind.DESCRIBE, intent, grant_book(mirror), request.secrets(), request.limits
        )
    except EventRefused as refusal:
        raise EventsRefused(refusal.problems, 1, 1) from refusal
    return saved_job(
        record,
        request.organisation,
        Behaviour.ROLLBACK,
        [event],
        [],
        request.now,
        request.limits,
        dry_run=request.dry_run,
    )
