"""Requests are believed only with both signatures over every word; plans only if everyone makes the same network of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.engines.running import node_folder
from network.errors import FolderInvalid, NetworkRefused, PlanInvalid, RequestInvalid
from network.folder import files_of, write_folder
from network.node_key import NodeKey, create_node_key, load_node_key
from network.plan import Engine, Plan, Rules, plan_of, read_plan
from network.request import JoinRequest, SignedRequest, read_request, signed_request
from traceability.ledger.keys import keccak

RULES = Rules(chain_id=91_337, created_at=1_800_000_000)


def key(words: str) -> NodeKey:
    return NodeKey(keccak(words.encode()))


def request(number: int, **changes: Any) -> SignedRequest:
    node, organisation = key(f"node {number}"), key(f"organisation {number}")
    fields = {
        "name": f"firm-{number}", "title": f"第 {number} 家公司", "host": f"10.0.0.{number}", "port": 30_303,
        "node": node.public_key, "organisation": organisation.address, "validates": True,
    }  # fmt: skip
    return signed_request(JoinRequest(**(fields | changes)), node, organisation)


def plan(engine: Engine = Engine.BESU, firms: int = 4) -> Plan:
    return plan_of(engine, RULES, [request(number) for number in range(firms, 0, -1)])


def test_a_request_is_read_as_it_was_written() -> None:
    written = request(1)

    assert written == read_request(json.dumps(written.to_json()))


def test_no_key_is_in_a_request_or_in_a_plan_or_in_a_folder() -> None:
    secrets = [key(f"{what} {number}").secret.hex() for what in ("node", "organisation") for number in range(1, 5)]
    texts = [json.dumps(plan().to_json()), *files_of(plan(), "firm-1").values()]

    assert not [secret for secret in secrets for text in texts if secret in text]


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("title", "Another", "signatures/node"),
        ("host", "10.9.9.9", "signatures/node"),
        ("port", 30_304, "signatures/node"),
        ("validates", False, "signatures/node"),
        ("organisation", "0x" + "11" * 20, "signatures/node"),
        ("node", "0x" + key("a stranger").public_key.hex(), "signatures/node"),
        ("name", "../up", "name"),
        ("host", "http://x", "host"),
        ("port", 0, "port"),
        ("extra", 1, "extra"),
        ("node", "0x12", "node"),
        ("format", "suyuan-join-2", "format"),
    ],
)
def test_a_changed_word_is_refused_with_its_place(field: str, value: Any, place: str) -> None:
    changed = request(1).to_json() | {field: value}

    with pytest.raises(RequestInvalid) as refused:
        read_request(json.dumps(changed))

    assert place == refused.value.place


@pytest.mark.parametrize("which", ["node", "organisation"])
def test_a_signature_of_another_key_is_refused(which: str) -> None:
    changed = request(1).to_json()
    changed["signatures"][which] = request(2).to_json()["signatures"][which]

    with pytest.raises(RequestInvalid, match="not by the key"):
        read_request(json.dumps(changed))


@given(
    st.text(max_size=300)
    | st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
def test_nonsense_is_refused_and_nothing_else_happens(content: Any) -> None:
    text = content if isinstance(content, str) else json.dumps(content)

    for read in (read_request, read_plan):
        with pytest.raises(NetworkRefused):
            read(text)


def test_the_order_of_requests_makes_no_difference() -> None:
    one = plan_of(Engine.BESU, RULES, [request(1), request(2)])
    other = plan_of(Engine.BESU, RULES, [request(2), request(1)])

    assert (one.fingerprint(), one) == (other.fingerprint(), other)
    assert one == read_plan(json.dumps(one.to_json()))


def test_another_rule_or_firm_is_another_fingerprint() -> None:
    rules = Rules(chain_id=91_338, created_at=RULES.created_at)
    others = [plan(firms=3), plan(Engine.CLIQUE), plan_of(Engine.BESU, rules, plan().requests)]

    assert 4 == len({plan().fingerprint(), *(other.fingerprint() for other in others)})


@pytest.mark.parametrize(
    ("requests", "reason"),
    [
        ([request(1), request(1)], "two have the name"),
        ([request(1), request(2, name="firm-1")], "two have the name"),
        ([request(1), request(2, host="10.0.0.1")], "two have the address"),
        ([request(1, validates=False)], "nobody seals blocks"),
    ],
)
def test_requests_that_want_the_same_are_refused(requests: list[SignedRequest], reason: str) -> None:
    with pytest.raises(PlanInvalid, match=reason):
        plan_of(Engine.BESU, RULES, requests)


def test_one_key_for_two_firms_is_refused() -> None:
    node, organisation = key("node 1"), key("organisation 1")
    second = JoinRequest("firm-2", "Two", "10.0.0.2", 30_303, node.public_key, organisation.address)

    with pytest.raises(PlanInvalid, match="two have the node key"):
        plan_of(Engine.BESU, RULES, [request(1), signed_request(second, node, organisation)])


def test_rules_that_cannot_be_kept_are_refused() -> None:
    for rules in (Rules(0), Rules(1, period=0), Rules(1, gas_limit=1), Rules(1, epoch=1)):
        with pytest.raises(PlanInvalid, match="Choose one from"):
            plan_of(Engine.BESU, rules, [request(1)])


def test_a_key_is_written_once_and_for_its_owner_only(tmp_path: Path) -> None:
    made = create_node_key(tmp_path / "firm")

    assert made == load_node_key(tmp_path / "firm")
    assert 0o600 == (tmp_path / "firm" / "node.key").stat().st_mode & 0o777
    assert made.secret.hex() not in repr(made)
    with pytest.raises(FolderInvalid, match="already"):
        create_node_key(tmp_path / "firm")
    with pytest.raises(FolderInvalid, match=r"no node\.key"):
        load_node_key(tmp_path)


@pytest.mark.parametrize("engine", [Engine.BESU, Engine.CLIQUE])
def test_a_folder_is_known_by_its_plan_and_its_owner(tmp_path: Path, engine: Engine) -> None:
    write_folder(plan(engine), "firm-2", tmp_path)
    assert ("firm-2", plan(engine)) == (node_folder(tmp_path).name, node_folder(tmp_path).plan)

    write_folder(plan(engine), "firm-2", tmp_path)
    altered = json.loads((tmp_path / "plan.json").read_text()) | {"period": 2}
    (tmp_path / "plan.json").write_text(json.dumps(altered))
    with pytest.raises(FolderInvalid, match="fingerprint"):
        node_folder(tmp_path)
    (tmp_path / "plan.json").unlink()
    with pytest.raises(FolderInvalid, match=r"no plan\.json"):
        node_folder(tmp_path)
