"""Keys are encrypted on the disk, shown nowhere, and opened with the passphrase only."""

import json
import logging
import stat

import pytest
from eth_account import Account
from eth_account.messages import encode_typed_data

from chain.errors import KeystoreMissing, KeystoreRefused, PassphraseMissing
from chain.keystore import Keystores
from chain.passphrase import Passphrase, create_passphrase_file, passphrase_from_file, passphrase_of
from chain.signer import Domain, Signer


@pytest.fixture
def keystores(tmp_path):
    return Keystores(tmp_path / "keystores", Passphrase("correct horse"), work_factor=2)


def test_a_key_is_opened_again_by_another_process(keystores):
    created = keystores.create()
    other = Keystores(keystores.folder, Passphrase("correct horse"))

    assert created.private_key() == other.signer(created.address).private_key()
    assert (created.address,) == other.addresses()


def test_a_new_key_stands_after_the_older_ones(keystores):
    addresses = [keystores.create().address for _ in range(3)]

    assert tuple(addresses) == keystores.addresses()


def test_nothing_on_the_disk_holds_the_key_or_the_passphrase(keystores):
    created = keystores.create()

    files = list(keystores.folder.iterdir())
    written = b"".join(path.read_bytes() for path in files)

    assert 1 == len(files)
    assert created.private_key().hex().encode() not in written
    assert created.private_key() not in written
    assert b"correct horse" not in written
    assert 0o600 == stat.S_IMODE(files[0].stat().st_mode)


def test_a_keystore_is_version_3_with_scrypt(keystores):
    created = keystores.create()

    content = json.loads((keystores.folder / f"{created.address.hex()}.json").read_text())

    assert (3, "scrypt") == (content["version"], content["crypto"]["kdf"])


def test_a_wrong_passphrase_is_refused_without_saying_more(keystores):
    created = keystores.create()

    with pytest.raises(KeystoreRefused) as caught:
        Keystores(keystores.folder, Passphrase("zebra")).signer(created.address)

    assert "the passphrase is wrong" == caught.value.reason
    assert "zebra" not in str(caught.value)
    assert "correct horse" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"version": 3, "crypto": {}}', "not json"])
def test_a_file_that_is_no_keystore_is_refused(keystores, content):
    keystores.folder.mkdir()
    (keystores.folder / f"{'01' * 20}.json").write_text(content)

    with pytest.raises(KeystoreRefused):
        keystores.signer(b"\x01" * 20)


def test_a_keystore_under_another_address_is_refused(keystores):
    created = keystores.create()
    path = keystores.folder / f"{created.address.hex()}.json"
    path.rename(keystores.folder / f"{'01' * 20}.json")

    with pytest.raises(KeystoreRefused, match="another address"):
        Keystores(keystores.folder, Passphrase("correct horse")).signer(b"\x01" * 20)


def test_a_missing_keystore_names_the_address(keystores):
    with pytest.raises(KeystoreMissing, match="0x" + "01" * 20):
        keystores.signer(b"\x01" * 20)


def test_signer_and_passphrase_do_not_show_themselves(keystores, caplog):
    created = keystores.create()

    with caplog.at_level(logging.INFO):
        logging.getLogger("test").info("%r %s %r %r", created, created, Passphrase("correct horse"), vars(keystores))

    assert created.private_key().hex() not in caplog.text
    assert "correct horse" not in caplog.text
    assert f"Signer(0x{created.address.hex()})" in caplog.text


def test_the_passphrase_comes_from_the_file_that_the_environment_names(tmp_path):
    created = create_passphrase_file(tmp_path / "passphrase")

    assert created.encoded() == passphrase_of({"SUYUAN_PASSPHRASE_FILE": str(tmp_path / "passphrase")}).encoded()
    assert 0o600 == stat.S_IMODE((tmp_path / "passphrase").stat().st_mode)


def test_a_passphrase_file_is_never_overwritten(tmp_path):
    create_passphrase_file(tmp_path / "passphrase")

    with pytest.raises(FileExistsError):
        create_passphrase_file(tmp_path / "passphrase")


def test_without_file_and_terminal_the_passphrase_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    (tmp_path / "empty").write_text("\n")

    with pytest.raises(PassphraseMissing, match="SUYUAN_PASSPHRASE_FILE"):
        passphrase_of({})
    with pytest.raises(PassphraseMissing, match="empty"):
        passphrase_from_file(tmp_path / "empty")
    with pytest.raises(PassphraseMissing, match="cannot be read"):
        passphrase_from_file(tmp_path / "absent")


def test_the_passphrase_is_asked_for_at_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: "typed")

    assert b"typed" == passphrase_of({}).encoded()


def test_a_transaction_is_signed_by_its_sender_with_its_hash_known_before():
    signer = Signer(bytes(31) + b"\x01")

    signed = signer.sign_transaction(to=b"\x02" * 20, data=b"\x03", nonce=4, gas=21_000, gas_price=0, chain_id=31337)

    assert "0x" + signer.address.hex() == Account.recover_transaction(signed.raw).lower()
    assert signed == signer.sign_transaction(
        to=b"\x02" * 20, data=b"\x03", nonce=4, gas=21_000, gas_price=0, chain_id=31337
    )


def test_typed_data_is_signed_for_one_contract_on_one_chain():
    signer = Signer(bytes(31) + b"\x01")
    types = {"Pledge": [("asset", "bytes32"), ("nonce", "uint256")]}
    message = {"asset": b"\x05" * 32, "nonce": 1}
    domain = Domain("Suyuan Liens", 1, b"\x02" * 20)

    signature = signer.sign_typed(domain, types, "Pledge", message)

    signable = encode_typed_data(
        domain.as_mapping(), {"Pledge": [{"name": n, "type": t} for n, t in types["Pledge"]]}, message
    )
    assert "0x" + signer.address.hex() == Account.recover_message(signable, signature=signature).lower()
    assert signature != signer.sign_typed(Domain("Suyuan Liens", 2, b"\x02" * 20), types, "Pledge", message)
    assert signature != signer.sign_typed(Domain("Suyuan Liens", 1, b"\x03" * 20), types, "Pledge", message)
