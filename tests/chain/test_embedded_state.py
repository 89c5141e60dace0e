"""The embedded chain begins with the same block after every start, although anvil makes one of its own each time."""

import time

import msgspec

from chain.deployment import await_receipt, unpinned
from chain.embedded_state import leave_one_beginning
from chain.signer import Signer

SIGNER = Signer(bytes(31) + b"\x09")


def write(url: str) -> None:
    with unpinned(url) as connection:
        nonce = connection.nonce(SIGNER.address)
        signed = SIGNER.sign_transaction(
            to=SIGNER.address, data=b"", nonce=nonce, gas=21_000, gas_price=0, chain_id=31337
        )
        await_receipt(connection, connection.send(signed.raw))


def genesis(url: str) -> bytes:
    with unpinned(url) as connection:
        return connection.network.genesis


def test_after_many_restarts_the_chain_still_begins_with_the_same_block(engine):
    engine.start()
    before = genesis(engine.url)
    found = []

    for _ in range(6):
        write(engine.url)
        second = int(time.time())
        while int(time.time()) == second:
            # anvil's own block 0 differs from the others by its second.
            time.sleep(0.02)
        engine.stop()
        engine.start()
        found.append(genesis(engine.url))

    assert [before] * 6 == found


def test_a_state_with_one_block_zero_is_left_as_it_is(tmp_path):
    path = tmp_path / "state.json"
    content = b'{"blocks":[{"header":{"number":"0x1"}},{"header":{"number":"0x0"}}],"accounts":{}}'
    path.write_bytes(content)

    leave_one_beginning(path)

    assert content == path.read_bytes()


def test_of_several_blocks_zero_the_parent_of_block_one_stays(engine):
    state = engine.settings.folder / "state.json"
    engine.start()
    write(engine.url)
    engine.stop()
    content = msgspec.json.decode(state.read_bytes())
    beginning = next(block for block in content["blocks"] if int(block["header"]["number"], 16) == 0)
    others = [beginning | {"header": beginning["header"] | {"timestamp": hex(second)}} for second in range(3)]
    for blocks in ([*content["blocks"], *others], [*others, *content["blocks"]]):
        state.write_bytes(msgspec.json.encode(content | {"blocks": blocks}))

        leave_one_beginning(state)

        assert content == msgspec.json.decode(state.read_bytes())
