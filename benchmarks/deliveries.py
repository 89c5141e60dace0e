"""How fast events reach subscribers once they are searchable: one receiver in order, many receivers at once, everything on this machine."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from benchmarks.documents import document
from benchmarks.installation import ORGANISATION, Measured, installation, wait
from benchmarks.table import Table, thousands
from capture.disclosure import EVERYONE
from capture.documents import Request, capture_document
from capture.lane import Lane
from capture.reading import Form
from delivery.destinations import Reach
from delivery.sending import Sender, system_resolver
from delivery.settings import Settings
from delivery.subscribing import Wish, controls_of, new_subscription
from delivery.worker import Delivery
from store.mirror.streaming import tide_of
from store.record.subscriptions import add_subscription
from traceability.querying import query_of

EVENTS = 10_000
PER_DOCUMENT = 2_000
RECEIVERS = 200
REACH = Reach(("http",), (ipaddress.ip_network("127.0.0.0/8"),))


class Taking(BaseHTTPRequestHandler):
    """Takes every message."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer 204."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measured() -> Table:
    """Return the figures."""
    with installation() as place, _receiver() as url:
        office = _office(place)
        _subscribe(place, url, "{}", 1)
        _capture(place, EVENTS)
        one = _seconds(office)
        _subscribe(place, url, "{}", RECEIVERS - 1)
        _capture(place, 1)
        many = _seconds(office)
        _subscribe(place, url, '{"EQ_disposition": ["stolen"]}', RECEIVERS)
        asyncio.run(office.idle())
        before = office.counters.taken
        _capture(place, 1)
        began = time.perf_counter()
        office.advance_all()
        matched = time.perf_counter() - began
        assert before == office.counters.taken
    rows = (
        (
            f"{EVENTS:,} events to one receiver, 100 in a message, each after the one before was taken",
            f"{thousands(EVENTS / one)} events/s",
        ),
        (f"one event to {RECEIVERS} receivers, a message each", f"{thousands(RECEIVERS / many)} messages/s"),
        (f"one event matched with {2 * RECEIVERS} standing queries, half of which it meets", f"{matched:.2f} s"),
    )
    return Table(
        title="To subscribers",
        how=(
            "A delivery in this process over an installation whose events are searchable already: read as the subscriber may, matched, "
            "put into messages, composed, signed, sent over HTTP to a receiver in this process too, and noted (SQLite, every commit on the disk)."
        ),
        columns=("what", "figure"),
        rows=rows,
        notes=("Receiver and delivery share one interpreter: a receiver of its own takes its half of the time.",),
        values={"one": EVENTS / one, "many": RECEIVERS / many, "matched": matched},
    )


def _office(place: Measured) -> Delivery:
    installed = place.installation
    settings = Settings(
        installed.home, installed.record_url, installed.mirror_url, may_rewind=True, depth=0, reach=REACH
    )
    sender = Sender(REACH, ssl.create_default_context(), system_resolver(4))
    return Delivery(settings, place.record, place.mirror, sender)


def _subscribe(place: Measured, url: str, query: str, count: int) -> None:
    wish = Wish(url, controls_of(None, True, False, None), "a token")
    for _ in range(count):
        made = new_subscription(
            ORGANISATION,
            "SimpleEventQuery",
            query_of(json.loads(query)),
            wish,
            place.mirror,
            tide_of(place.mirror),
            datetime.now(UTC),
        )
        add_subscription(place.record, made, 10_000, is_predefined=True)


def _capture(place: Measured, count: int) -> None:
    """Capture events and wait until they are searchable."""
    searchable = _projected(place) + count
    for number in range(max(count // PER_DOCUMENT, 1)):
        data = document(min(count, PER_DOCUMENT), searchable + number * PER_DOCUMENT, seed=searchable + number)
        request = Request(organisation=ORGANISATION, now=datetime.now(UTC), disclosure=EVERYONE, lane=Lane.ANCHORED)
        capture_document(place.record, place.mirror, data, Form.JSON, request)
    wait(lambda: _projected(place) >= searchable, "searchable")


def _seconds(office: Delivery) -> float:
    began = time.perf_counter()
    asyncio.run(office.idle())
    return time.perf_counter() - began


def _projected(place: Measured) -> int:
    with place.mirror.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


@contextmanager
def _receiver() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
