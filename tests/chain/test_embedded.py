"""The embedded chain keeps its state through a clean stop, writes it whole, and leaves nobody behind."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from waiting import awaited

from chain.connection import Connection
from chain.deployment import await_receipt, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.engine import engine_path, is_listening
from chain.errors import EngineMissing, EngineStopped
from chain.network import Network
from chain.proofs import prove
from chain.signer import Signer

SIGNER = Signer(bytes(31) + b"\x09")


def write(url: str, count: int) -> None:
    with unpinned(url) as connection:
        for _ in range(count):
            nonce = connection.nonce(SIGNER.address)
            signed = SIGNER.sign_transaction(
                to=SIGNER.address, data=b"", nonce=nonce, gas=21_000, gas_price=0, chain_id=31337
            )
            await_receipt(connection, connection.send(signed.raw))


def written(url: str) -> int:
    with unpinned(url) as connection:
        return connection.nonce(SIGNER.address)


def genesis(url: str) -> bytes:
    with unpinned(url) as connection:
        return connection.network.genesis


def test_what_was_written_is_there_after_a_clean_stop(engine):
    engine.start()
    before = genesis(engine.url)
    write(engine.url, 3)
    engine.stop()

    engine.start()

    assert (3, before) == (written(engine.url), genesis(engine.url))


def test_a_killed_chain_comes_back_with_the_state_on_the_disk(engine):
    engine.start()
    write(engine.url, 2)
    engine.stop()
    engine.start()
    write(engine.url, 5)
    engine.kill()

    engine.start()

    assert 2 == written(engine.url)


def test_what_was_saved_outlives_a_kill(engine):
    engine.start()
    write(engine.url, 3)
    engine.save()
    write(engine.url, 4)
    engine.kill()

    engine.start()

    assert 3 == written(engine.url)


def test_a_state_that_did_not_change_is_not_written_again(engine):
    engine.start()
    write(engine.url, 1)
    engine.save()
    state = engine.settings.folder / "state.json"
    before = state.stat().st_mtime_ns
    engine.save()

    assert before == state.stat().st_mtime_ns


def test_a_kill_while_the_state_is_written_leaves_the_one_before(engine):
    engine.start()
    write(engine.url, 2)
    engine.save()
    (engine.settings.folder / "state.draft").write_bytes(b'{"block": {"numb')
    (engine.settings.folder / "state.exit.json").write_bytes(b'{"block": {"numb')
    engine.kill()

    engine.start()

    assert 2 == written(engine.url)


def test_every_saved_state_is_proven_by_its_newest_block(engine):
    engine.start()
    halt = threading.Event()

    def keep_writing() -> None:
        while not halt.is_set():
            write(engine.url, 1)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    for _ in range(5):
        engine.save()
    halt.set()
    writer.join()
    engine.kill()

    engine.start()

    with unpinned(engine.url) as connection:
        proof = prove(connection, {SIGNER.address: []})
        assert proof.header.number == written(engine.url)


def test_the_state_of_a_chain_without_a_transaction_is_written_too(engine):
    engine.start()

    engine.save()

    assert (engine.settings.folder / "state.json").exists()


def test_a_state_that_the_disk_does_not_take_leaves_the_one_before_and_ends_the_engine(engine, caplog):
    engine.start()
    write(engine.url, 2)
    engine.save()
    write(engine.url, 1)
    (engine.settings.folder / "state.draft").mkdir()

    engine.stop()

    assert not engine.is_running()
    assert "the state was not written" in caplog.text
    (engine.settings.folder / "state.draft").rmdir()
    engine.start()
    assert 2 == written(engine.url)


def test_a_port_that_is_taken_is_named(engine):
    engine.start()
    other = Embedded(EmbeddedSettings(engine.settings.folder / "other", port=engine.settings.port))

    with pytest.raises(EngineStopped, match=f"port {engine.settings.port} is in use"):
        other.start()


def test_an_engine_left_behind_on_the_same_state_is_ended_first(engine):
    engine.start()
    write(engine.url, 4)
    engine.save()
    successor = Embedded(engine.settings)

    successor.start()

    assert not engine.is_running()
    assert 4 == written(successor.url)
    successor.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_the_engine_ends_when_its_process_is_killed(engine):
    script = (
        "import sys, time; from pathlib import Path; from chain.embedded import *;"
        "e = Embedded(EmbeddedSettings(Path(sys.argv[1]), port=int(sys.argv[2]), state_interval=3600)); e.start();"
        "print('up', flush=True); time.sleep(60)"
    )
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(engine.settings.folder), str(engine.settings.port)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(root)},
        cwd=root,
    )
    assert b"up\n" == parent.stdout.readline()
    write(engine.url, 3)
    parent.send_signal(signal.SIGKILL)
    parent.communicate()

    awaited(lambda: not is_listening(engine.settings.host, engine.settings.port), "the engine to end")
    engine.start()

    assert 0 == written(engine.url)


def test_the_chains_process_ends_cleanly_when_it_is_told_to(engine):
    stop = threading.Event()
    process = threading.Thread(target=engine.run, args=(stop,))
    process.start()
    awaited(lambda: is_listening(engine.settings.host, engine.settings.port), "the engine to answer")
    with Connection(unpinned_network(engine)) as connection:
        assert 31337 == connection.chain_id()
    stop.set()
    process.join()

    assert not engine.is_running()
    assert (engine.settings.folder / "state.json").exists()


def unpinned_network(engine):
    return Network(engine.url, 31337, bytes(20), bytes(32))


def test_an_engine_that_ends_by_itself_is_an_error(engine):
    engine.start()
    engine._process.kill()
    engine._process.wait()

    with pytest.raises(EngineStopped) as caught:
        engine.verify_running()
    assert -9 == caught.value.code


def test_the_native_program_is_found_and_not_the_npm_script():
    assert "bin.mjs" not in str(engine_path())


def test_without_an_engine_the_error_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("chain.engine._project_folders", lambda: iter([tmp_path]))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(EngineMissing, match="npm ci") as caught:
        engine_path()
    assert (tmp_path / "node_modules" / "@foundry-rs",) == caught.value.looked_in


def test_the_chains_process_writes_its_state_at_intervals(engine):
    often = Embedded(replace(engine.settings, state_interval=0.1))
    ended: list[EngineStopped] = []

    def run_until_it_is_killed() -> None:
        try:
            often.run(threading.Event())
        except EngineStopped as error:
            ended.append(error)

    process = threading.Thread(target=run_until_it_is_killed)
    process.start()
    awaited(lambda: is_listening(often.settings.host, often.settings.port), "the engine to answer")
    write(often.url, 2)
    state = often.settings.folder / "state.json"
    awaited(lambda: state.exists() and b'"nonce":2' in state.read_bytes(), "the state on the disk")
    often._process.kill()
    process.join()

    engine.start()

    assert [-9] == [error.code for error in ended]
    assert 2 == written(engine.url)
