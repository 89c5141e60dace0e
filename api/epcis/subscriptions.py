"""`/queries/{name}/subscriptions`: standing queries whose events are sent to an address (EPCIS 2.0 §12.7.4, webhooks)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, Field

from api.callers import Caller, Querier
from api.epcis.answer_schemas import body, location
from api.epcis.formats import wanted_formats
from api.epcis.schemas import PAGE_HEADERS
from api.epcis.standing import MASTER_DATA_QUERY, QueryName, standing_query
from api.errors import SubscriptionUnknown
from api.negotiation import preferred
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body
from api.rooms import Rooms, rooms_of
from delivery.documents import JSON, MEDIA_TYPES
from delivery.errors import SubscriptionControlsInvalid, SubscriptionLimitExceeded
from delivery.settings import depth_of
from delivery.subscribing import Wish, controls_of, new_subscription, test_message, verify_wish
from store.mirror.streaming import tide_of
from store.record.messages import Message, dead_letters, queue_of, resume
from store.record.subscriptions import (
    Refused,
    Subscription,
    add_subscription,
    delete_subscription,
    subscription_of,
    subscriptions_of,
)
from traceability.epcis.epc_format import EpcFormat

router = APIRouter(tags=["Subscriptions"])

SubscriptionId = Annotated[str, Path(alias="subscriptionID", description="From the answer that made the subscription")]

_MESSAGES = {
    "message": {
        "{$request.body#/dest}": {
            "post": {
                "description": "Events of the query; any 2xx takes them, anything else is tried again",
                "parameters": [
                    {"name": name, "in": "header", "description": what, "schema": {"type": "string"}}
                    for name, what in (
                        ("GS1-Signature", "HMAC-SHA256 of the body under the signatureToken, hexadecimal"),
                        ("webhook-id", "The message's own id, the same at every attempt"),
                        ("webhook-timestamp", "Seconds since 1970"),
                        ("webhook-signature", "Signature of id, time and body (Standard Webhooks 1.0)"),
                    )
                ],
                **body("Events", "EPCISQueryDocument"),
                "responses": {"2XX": {"description": "Taken"}},
            }
        }
    }
}
"""What is sent to a subscriber."""

ScheduleField = Annotated[str | int | None, Field(default=None, examples=["0,30", "[9-17]"])]


class ScheduleBody(Body):
    """When a query is executed, in UTC; what is left out matches always, finer fields their lowest value."""

    second: ScheduleField
    minute: ScheduleField
    hour: ScheduleField
    dayOfMonth: ScheduleField
    month: ScheduleField
    dayOfWeek: ScheduleField

    def fields(self) -> dict[str, str]:
        """Return the fields that were given, as texts."""
        return {name: str(value) for name, value in self.model_dump().items() if value is not None}


class SubscriptionBody(Body):
    """What is to be sent where, and when."""

    dest: Annotated[str, Field(description="Address that messages are sent to by POST")]
    signatureToken: Annotated[str | None, Field(default=None, description="Secret that GS1-Signature is made with")]
    secret: Annotated[str | None, Field(default=None, description="The same: the standard's schema requires this name")]
    schedule: ScheduleBody | None = None
    stream: bool | None = None
    reportIfEmpty: bool = False
    initialRecordTime: Annotated[AwareDatetime | None, Field(default=None, strict=False)]
    epcFormat: Annotated[str | None, Field(default=None, description="As the header GS1-EPC-Format")]
    format: Annotated[str, Field(default=JSON, description=f"One of {', '.join(MEDIA_TYPES)}")]
    handshake: Annotated[bool, Field(default=False, description="Whether an empty result is sent at once, as a test")]


class QueueView(Body):
    """How delivery stands."""

    state: Annotated[str, Field(description="active, retrying or suspended")]
    waiting: Annotated[int, Field(description="Messages that are ready and not yet taken")]
    deadLetters: Annotated[int, Field(description="Messages that were given up")]
    nextAttemptAt: str | None = None
    lastFailure: str | None = None
    lastFailureAt: str | None = None
    suspendedAt: str | None = None


class LetterView(Body):
    """A message that was given up."""

    messageID: str
    createdAt: str
    attempts: int
    failure: str | None = None
    failedAt: str | None = None


class SubscriptionView(Body):
    """A subscription; its secret is never shown."""

    subscriptionID: str
    queryName: str
    dest: str
    createdAt: str
    lastNotifiedAt: str | None = None
    initialRecordTime: str | None = None
    minRecordTime: str | None = None
    epcFormat: str
    format: str
    schedule: dict[str, str] | None = None
    reportIfEmpty: bool | None = None
    stream: bool | None = None
    delivery: QueueView


@router.post(
    "/queries/{queryName}/subscriptions",
    status_code=201,
    responses={201: {"model": SubscriptionView} | location("Address of the subscription")},
    openapi_extra={"callbacks": _MESSAGES},
    response_class=Response,
)
def create_subscription(request: Request, name: QueryName, body: SubscriptionBody, caller: Querier) -> Response:
    """Subscribe to a query: by schedule, or as a stream."""
    _verify_form(request)
    rooms = rooms_of(request)
    query = standing_query(rooms, name, caller.reader)
    if query.name == MASTER_DATA_QUERY:
        raise SubscriptionControlsInvalid(
            "the query", query.name, "ask for master data with GET: the standard has no subscription"
        )
    schedule = None if body.schedule is None else body.schedule.fields()
    controls = controls_of(schedule, body.stream, body.reportIfEmpty, body.initialRecordTime)
    formats = wanted_formats(request)
    wish = Wish(body.dest, controls, _token(body), body.format, _epc_format(body, formats.epc), formats.cbv_xml)
    verify_wish(wish, query.asked, rooms.settings.reach)
    made = new_subscription(
        caller.organisation,
        name,
        query.asked,
        wish,
        rooms.mirror,
        tide_of(rooms.mirror, depth_of(rooms.network)),
        rooms.clock(),
    )
    first = test_message(made) if body.handshake else None
    limit = rooms.settings.subscriptions.subscriptions
    match add_subscription(rooms.record, made, limit, first, is_predefined=query.is_predefined):
        case Refused.LIMIT:
            raise SubscriptionLimitExceeded("subscriptions", limit)
        case Refused.QUERY:
            standing_query(rooms, name, caller.reader)
    location = f"{rooms.settings.public_origin}/queries/{name}/subscriptions/{made.id}"
    return JSONResponse(_content(rooms, made), 201, {"Location": location})


@router.get(
    "/queries/{queryName}/subscriptions",
    responses={200: {"model": list[SubscriptionView], "headers": PAGE_HEADERS}},
    response_class=Response,
)
def list_subscriptions(request: Request, name: QueryName, caller: Querier) -> Response:
    """List the firm's own subscriptions to a query."""
    _verify_form(request)
    rooms = rooms_of(request)
    standing_query(rooms, name, caller.reader)
    size = page_size_of(request)
    bound = f"subscriptions of {caller.organisation} to {name}"
    found = subscriptions_of(rooms.record, caller.organisation, name, size + 1, place_of(request, bound) or "")
    response = JSONResponse([_content(rooms, each) for each in found[:size]])
    announce_next(request, response, bound, found[size - 1].id if len(found) > size else None, size)
    return response


@router.get(
    "/queries/{queryName}/subscriptions/{subscriptionID}",
    responses={200: {"model": SubscriptionView}},
    response_class=Response,
)
def get_subscription(request: Request, name: QueryName, subscription: SubscriptionId, caller: Querier) -> Response:
    """Tell how a subscription stands: what waits, what failed last, what was given up."""
    _verify_form(request)
    rooms = rooms_of(request)
    return JSONResponse(_content(rooms, _own(rooms, caller, subscription, name)))


@router.delete("/queries/{queryName}/subscriptions/{subscriptionID}", status_code=204)
def remove_subscription(request: Request, name: QueryName, subscription: SubscriptionId, caller: Querier) -> None:
    """Unsubscribe: what waits is not sent any more."""
    if not delete_subscription(rooms_of(request).record, caller.organisation, name, subscription):
        raise SubscriptionUnknown("subscription", subscription)


@router.get(
    "/api/v1/subscriptions/{subscription}/dead-letters",
    responses={200: {"model": list[LetterView], "headers": PAGE_HEADERS}},
    response_class=Response,
)
def list_dead_letters(request: Request, subscription: str, caller: Querier) -> Response:
    """List the messages that were given up, with the reason of the last attempt."""
    rooms = rooms_of(request)
    own = _own(rooms, caller, subscription)
    size = page_size_of(request)
    bound = f"dead letters of {own.id}"
    found = dead_letters(rooms.record, own.id, size + 1, int(place_of(request, bound) or 0))
    response = JSONResponse([_letter(each) for each in found[:size]])
    announce_next(request, response, bound, str(found[size - 1].number) if len(found) > size else None, size)
    return response


@router.post("/api/v1/subscriptions/{subscription}/resume", status_code=204)
def resume_subscription(request: Request, subscription: str, caller: Querier) -> None:
    """Let a suspended subscription go on, and try dead letters again."""
    rooms = rooms_of(request)
    if not resume(rooms.record, caller.organisation, subscription, rooms.clock()):
        raise SubscriptionUnknown("subscription", subscription)


def _own(rooms: Rooms, caller: Caller, subscription: str, name: str | None = None) -> Subscription:
    found = subscription_of(rooms.record, caller.organisation, subscription)
    if found is None or name not in (None, found.query_name):
        raise SubscriptionUnknown("subscription", subscription)
    return found


def _verify_form(request: Request) -> None:
    preferred(request.headers.get("accept"), ("application/json", "application/ld+json"))


def _token(body: SubscriptionBody) -> str | None:
    if body.signatureToken is not None and body.secret is not None and body.signatureToken != body.secret:
        raise SubscriptionControlsInvalid("/secret", "another value than signatureToken", "give one of the two")
    return body.signatureToken if body.signatureToken is not None else body.secret


def _epc_format(body: SubscriptionBody, asked: EpcFormat) -> EpcFormat:
    if body.epcFormat is None:
        return asked
    try:
        return EpcFormat(body.epcFormat)
    except ValueError:
        cure = f"use one of {', '.join(each.value for each in EpcFormat)}"
        raise SubscriptionControlsInvalid("/epcFormat", body.epcFormat, cure) from None


def _content(rooms: Rooms, found: Subscription) -> dict[str, Any]:
    queue = queue_of(rooms.record, found.id)
    state = "suspended" if found.suspended_at else "retrying" if queue.failure else "active"
    delivery = {
        "state": state,
        "waiting": queue.waiting,
        "deadLetters": queue.dead,
        "nextAttemptAt": None if found.suspended_at or not queue.failure else _time(queue.next_at),
        "lastFailure": queue.failure,
        "lastFailureAt": _time(queue.failed_at),
        "suspendedAt": _time(found.suspended_at),
    }
    scheduled = (
        {"schedule": json.loads(found.schedule), "reportIfEmpty": found.report_if_empty}
        if found.schedule
        else {"stream": True}
    )
    content = {
        "subscriptionID": found.id,
        "queryName": found.query_name,
        "dest": found.destination,
        "createdAt": _time(found.created_at),
        "lastNotifiedAt": _time(found.notified_at),
        "initialRecordTime": _time(found.initial_record_time),
        "minRecordTime": _time(found.executed_at or found.initial_record_time or found.created_at),
        "epcFormat": found.epc_format,
        "format": found.media_type,
        **scheduled,
        "delivery": {name: value for name, value in delivery.items() if value is not None},
    }
    return {name: value for name, value in content.items() if value is not None}


def _letter(message: Message) -> dict[str, Any]:
    return {
        "messageID": message.id,
        "createdAt": _time(message.created_at),
        "attempts": message.attempts,
        "failure": message.failure,
        "failedAt": _time(message.failed_at),
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
