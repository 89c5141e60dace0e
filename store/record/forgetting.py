"""Forgetting: body, secret and whatever could be guessed from go; the row that says "there was one" stays."""

from datetime import datetime

from sqlalchemy import Connection, insert, update

from store.columns import table_of
from store.record.master_data_saving import forget_element
from store.record.tables import BundleRow, CaptureResultRow, DescriptionRow, EventReaderRow, EventRow, ForgettingRow

bundles = table_of(BundleRow)
results = table_of(CaptureResultRow)
events = table_of(EventRow)
event_readers = table_of(EventReaderRow)
descriptions = table_of(DescriptionRow)
forgettings = table_of(ForgettingRow)


def forget_in(connection: Connection, commitment: bytes, organisation: int, now: datetime) -> bool:
    """Forget one event of an organisation within an open transaction and say whether there was one to forget."""
    mine = (events.c.commitment == commitment) & (events.c.organisation == organisation) & events.c.body.is_not(None)
    # The digest of a guessable body would let it be guessed: the commitment, which is salted, takes its place.
    gone = {
        "body": None,
        "writings": None,
        "secret": None,
        "event_hash": None,
        "event_id": None,
        "content_digest": commitment,
        "hidden": "[]",
    }
    forgotten = connection.execute(update(events).where(mine).values(gone | {"forgotten_at": now})).rowcount == 1
    if forgotten:
        connection.execute(descriptions.delete().where(descriptions.c.commitment == commitment))
        forget_element(connection, commitment)
        # What its author was told of it names its values, and its hash.
        connection.execute(update(results).where(results.c.commitment == commitment).values(problem=None))
        # A bundle that was issued holds what it opened of the event.
        connection.execute(bundles.delete().where(bundles.c.text.contains(f"0x{commitment.hex()}")))
        connection.execute(event_readers.delete().where(event_readers.c.commitment == commitment))
        connection.execute(insert(forgettings), {"commitment": commitment, "forgotten_at": now})
    return forgotten
