"""Signed requests that came, as long as their signatures hold: what was answered once is not answered again."""

from sqlalchemy import delete, text

from store.columns import table_of
from store.database import Record
from store.record.exchange_tables import UsedNonceRow

nonces = table_of(UsedNonceRow)

# Two requests with one nonce may come at once: the database decides which was first.
_NOTED = text("INSERT INTO used_nonces (signer, nonce, ends) VALUES (:signer, :nonce, :ends) ON CONFLICT DO NOTHING")


def use_nonce(record: Record, signer: bytes, nonce: str, ends: int, now: int) -> bool:
    """Note the nonce of a signed request and say whether it is new; times are in seconds since 1970."""
    with record.writing() as connection:
        connection.execute(delete(nonces).where(nonces.c.ends < now))
        return connection.execute(_NOTED, {"signer": signer, "nonce": nonce, "ends": ends}).rowcount == 1
