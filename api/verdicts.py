"""The verdict that this server reads from its own bundle, for pages without JavaScript and for programs that ask for it."""

from __future__ import annotations

from api.rooms import Rooms, fresh_bundle
from chain.network import trust_root_of
from store.reader import Reader
from traceability.identifiers import Identifier
from traceability.verdict.consumer import Verdict, verdict_of


def server_verdict(rooms: Rooms, identifier: Identifier, reader: Reader) -> Verdict:
    """Return the verdict about a thing by the rules that a phone applies; who reads it here trusts this server.

    Raises:
        What `evidence.bundles.bundle_of` raises.
    """
    now = int(rooms.clock().timestamp())
    bundle = fresh_bundle(rooms, identifier, reader)
    return verdict_of(bundle, trust_root_of(rooms.network), now, asked=identifier.canonical)
