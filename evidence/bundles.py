"""Proof bundles: everything about one thing that a reader may see, proven at one block, and kept as issued."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime

from chain.connection import Connection
from chain.errors import ChainError
from evidence.eyes import ReaderEyes
from evidence.gathering import gathered_about
from evidence.issued import issued_bundle
from evidence.proving import proven
from store.database import Mirror, Record
from store.reader import Reader
from store.record.bundles import IssuedBundle, audience_of, keep_bundle, newest_bundle
from traceability.identifiers import Identifier
from traceability.proof import BlockHeader, Bundle


def bundle_of(
    record: Record,
    mirror: Mirror,
    connection: Connection,
    identifier: Identifier,
    reader: Reader,
    now: int | None = None,
) -> Bundle:
    """Return the bundle about a thing for a reader; `now` is in seconds since 1970.

    If the node cannot be reached, the newest bundle issued to the same eyes is returned, as long as they may still see all that it
    opens: its age says so.

    Raises:
        ThingNotHeld: no prefix of the identifier is granted to anyone.
        MirrorBehind: the mirror has not taken in the thing's newest lines yet.
        ChainError: the node cannot be reached and nothing was issued before.
    """
    seconds = int(time.time()) if now is None else now
    eyes, moment = ReaderEyes(reader), datetime.fromtimestamp(seconds, UTC)
    try:
        bundle = proven(
            lambda: gathered_about(record, mirror, identifier, eyes, now=moment), connection, mirror, seconds
        )
    except ChainError:
        issued = issued_bundle(record, mirror, identifier.canonical, audience_of(reader), eyes, moment)
        if issued is None:
            raise
        return issued
    keep_issued(record, bundle, identifier.canonical, audience_of(reader), seconds)
    return bundle


def keep_issued(record: Record, bundle: Bundle, question: str, audience: str, now: int) -> str:
    """Keep a bundle unless it is the newest kept one already, and return its id."""
    text = bundle.to_json()
    newest = newest_bundle(record, question, audience)
    if newest is not None and newest.text == text:
        return newest.id
    name = secrets.token_hex(16)
    number = BlockHeader.from_rlp(bundle.header).number
    keep_bundle(record, IssuedBundle(name, question, audience, number, text, datetime.fromtimestamp(now, UTC)))
    return name
