"""Settings: the command line wins over the environment, and defaults lie below SUYUAN_HOME."""

import socket
from pathlib import Path

from cli.settings import installation_from, is_free


def test_databases_lie_in_the_home_folder_unless_set(tmp_path: Path):
    installation = installation_from(
        {"SUYUAN_HOME": str(tmp_path), "SUYUAN_MIRROR_URL": "postgresql+psycopg://x/mirror"}
    )

    assert f"sqlite:///{tmp_path / 'record.db'}" == installation.record_url
    assert "postgresql+psycopg://x/mirror" == installation.mirror_url


def test_the_command_line_wins_over_the_environment():
    installation = installation_from({"SUYUAN_HOST": "127.0.0.1", "SUYUAN_PORT": "1"}, host="127.0.0.2", port=2)

    assert ("127.0.0.2", 2, "http://127.0.0.2:2") == (installation.host, installation.port, installation.public_origin)


def test_a_child_process_sees_the_same_installation(tmp_path: Path):
    installation = installation_from({"SUYUAN_HOME": str(tmp_path), "SUYUAN_PASSPHRASE_FILE": "/p", "SUYUAN_PORT": "9"})

    assert installation == installation_from(installation.environment())


def test_a_busy_port_is_seen():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        assert not is_free("127.0.0.1", listener.getsockname()[1])
