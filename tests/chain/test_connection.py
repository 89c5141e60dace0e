"""A node that lies, dies, or asks to come back: which error comes, and whether a retry helps."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chain.connection import Connection, RpcError, connect, error_of
from chain.deployment import unpinned
from chain.errors import (
    AnswerNotReady,
    NetworkMismatch,
    NodeOverloaded,
    NodeRefused,
    NodeUnreachable,
    RangeTooLarge,
    ReplyInvalid,
    Retryable,
    UnknownRefusal,
)
from chain.logs import logs_between
from chain.network import Consensus, Network
from chain.refusals import AnchorEmpty


class ScriptedNode:
    """A node that answers with what the test says, in turn, and the last for ever."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, bytes]] = []
        self.asked: list[dict] = []
        node = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                node.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                status, body = node.answers.pop(0) if len(node.answers) > 1 else node.answers[0]
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def says(self, *answers: object) -> None:
        self.answers = [
            item if isinstance(item, tuple) else (200, json.dumps({"jsonrpc": "2.0", "id": 1, **item}).encode())
            for item in answers
        ]


@pytest.fixture
def node():
    scripted = ScriptedNode()
    yield scripted
    scripted.server.shutdown()
    scripted.server.server_close()


@pytest.fixture
def connection(node):
    with Connection(Network(node.url, 1, bytes(20), bytes(32)), attempts=2, timeout=5) as opened:
        yield opened


def test_an_answer_is_decoded_to_its_type(node, connection):
    node.says({"result": "0x10"})

    assert 16 == connection.block_number()


def test_the_http_connection_is_kept(node, connection):
    node.says({"result": "0x10"})

    connection.block_number()
    connection.block_number()

    assert 1 == connection._idle.qsize()


def test_a_reading_request_is_tried_again_after_an_overload(node, connection):
    node.says((503, b""), {"result": "0x10"})

    assert 16 == connection.block_number()


def test_an_overload_that_lasts_is_passed_on(node, connection):
    node.says((429, b""))

    with pytest.raises(NodeOverloaded) as caught:
        connection.block_number()
    assert (429, 2) == (caught.value.status, len(node.asked))


def test_a_writing_request_is_sent_once(node, connection):
    node.says((503, b""))

    with pytest.raises(NodeOverloaded):
        connection.send(b"\x01")
    assert 1 == len(node.asked)


def test_sending_what_the_node_knows_already_answers_its_hash(node, connection):
    node.says({"error": {"code": -32000, "message": "already known"}})

    assert 32 == len(connection.send(b"\x01"))


def test_a_refused_transaction_is_an_error(node, connection):
    node.says({"error": {"code": -32000, "message": "nonce too low"}})

    with pytest.raises(NodeRefused, match="nonce too low"):
        connection.send(b"\x01")


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"result": 5}', b'{"result": "0x'])
def test_a_reply_of_another_shape_is_invalid(node, connection, body):
    node.says((200, body))

    with pytest.raises(ReplyInvalid):
        connection.block_number()


def test_fewer_replies_than_requests_are_invalid(node, connection):
    node.says((200, b'[{"id": 0, "result": "0x1"}]'))

    with pytest.raises(ReplyInvalid, match="1 replies to 2 requests"):
        connection.request_many("eth_call", [(), ()], str)


def test_replies_of_a_batch_come_back_in_the_order_of_the_requests(node, connection):
    node.says((200, b'[{"id": 1, "result": "b"}, {"id": 0, "result": "a"}]'))

    assert ["a", "b"] == connection.request_many("eth_call", [(), ()], str)


def test_a_node_that_is_away_is_retryable():
    with (
        Connection(Network("http://127.0.0.1:1", 1, bytes(20), bytes(32)), attempts=1) as connection,
        pytest.raises(NodeUnreachable) as caught,
    ):
        connection.block_number()

    assert isinstance(caught.value, Retryable)
    assert "127.0.0.1:1" in str(caught.value)


def test_an_address_that_is_not_http_is_refused():
    with pytest.raises(NodeUnreachable, match="not http"):
        Connection(Network("ipc:/tmp/x", 1, bytes(20), bytes(32)))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RpcError(3, "execution reverted", "0x" + AnchorEmpty.selector().hex() + "00" * 64), AnchorEmpty),
        (RpcError(-32000, "revert", {"data": "0x" + AnchorEmpty.selector().hex() + "00" * 64}), AnchorEmpty),
        (RpcError(3, "execution reverted"), UnknownRefusal),
        (RpcError(-32000, "header not found"), AnswerNotReady),
        (RpcError(-32000, "Block not found"), AnswerNotReady),
        (RpcError(-32601, "method not found"), NodeRefused),
        (RpcError(3, "reverted", "0xzz"), ReplyInvalid),
    ],
)
def test_json_rpc_errors_become_ours(error, kind):
    assert kind is type(error_of("eth_call", error))


def test_a_connection_to_another_network_is_refused(chain):
    pinned = chain.connection.network
    for changed in (
        Network(pinned.rpc_url, 1, pinned.directory, pinned.genesis),
        Network(pinned.rpc_url, pinned.chain_id, pinned.directory, bytes(32)),
        Network(pinned.rpc_url, pinned.chain_id, b"\x01" * 20, pinned.genesis),
    ):
        with pytest.raises(NetworkMismatch):
            connect(changed)


def test_a_node_without_our_contracts_is_asked_for_chain_id_and_genesis(chain):
    with unpinned(chain.connection.url) as probe:
        pinned = chain.connection.network

        assert (pinned.chain_id, pinned.genesis, Consensus.NONE) == (
            probe.network.chain_id,
            probe.network.genesis,
            probe.network.consensus,
        )


def test_a_range_that_the_node_finds_too_large_says_so(node, connection):
    node.says({"error": {"code": -32005, "message": "query returned more than 10000 results"}})

    with pytest.raises(RangeTooLarge) as caught:
        logs_between(connection, 5, 9, [bytes(20)])
    assert (5, 9) == (caught.value.first, caught.value.last)


def test_one_block_that_the_node_refuses_is_not_a_question_of_size(node, connection):
    node.says({"error": {"code": -32005, "message": "query returned more than 10000 results"}})

    with pytest.raises(NodeRefused):
        logs_between(connection, 5, 5, [bytes(20)])
