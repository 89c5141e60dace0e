"""The signed bytes of a mined transaction are made again from its fields."""

import pytest

from chain.deployment import await_receipt, unpinned
from chain.errors import AnswerNotReady
from chain.signer import Signer
from chain.transactions import mined_transaction


@pytest.mark.parametrize("data", [b"", b"\x00" * 5 + b"\xff", bytes(range(256)) * 3], ids=len)
def test_the_bytes_that_were_sent_come_back(engine, data):
    engine.start()
    signer = Signer.generate()
    with unpinned(engine.url) as connection:
        for nonce in range(3):
            signed = signer.sign_transaction(
                to=signer.address, data=data, nonce=nonce, gas=200_000, gas_price=0, chain_id=31337
            )
            receipt = await_receipt(connection, connection.send(signed.raw))

            found = mined_transaction(connection, signed.hash)

            assert (signed.raw, signer.address, nonce) == (found.signed, found.sender, found.nonce)
            assert (receipt.block_number, receipt.block_hash) == (found.block_number, found.block_hash)


def test_a_transaction_that_is_in_no_block_is_not_there(engine):
    engine.start()
    with unpinned(engine.url) as connection, pytest.raises(AnswerNotReady):
        mined_transaction(connection, bytes(32))
