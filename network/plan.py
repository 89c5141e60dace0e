"""The plan of a network: its engine, its rules and the requests of all firms; whoever has it makes the same genesis of it.

It holds no secret. Firms compare its fingerprint before they start: who sees the same fingerprint starts the same network.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import rfc8785

from network.errors import PlanInvalid, RequestInvalid
from network.request import SignedRequest, request_from
from traceability.commitment.json_text import nests_within

FORMAT = "suyuan-network-1"
FILE = "plan.json"
_LONGEST = 4_000_000
"""Characters of a plan."""
MOST_FIRMS = 200
LEAST_PERIOD, LONGEST_PERIOD = 1, 60
LEAST_GAS, MOST_GAS = 10_000_000, 2_000_000_000
LEAST_EPOCH = 100
GAS_LIMIT = 100_000_000
"""Gas of a block: what a node builds well within the period (docs/figures.md)."""


class Engine(Enum):
    """What runs the chain."""

    BESU = "besu"
    """Hyperledger Besu with QBFT: final at once, a quorum seals each block."""
    CLIQUE = "clique"
    """geth 1.13 with Clique: one signer seals a block, forks happen."""
    EMBEDDED = "embedded"
    """anvil: one node, nothing to prove."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What all nodes of a network keep to."""

    chain_id: int
    """EIP-155 chain id."""
    period: int = 1
    """Seconds between two blocks."""
    epoch: int = 30_000
    """Blocks after which votes on validators that did not decide are forgotten."""
    gas_limit: int = GAS_LIMIT
    """Gas of a block."""
    created_at: int = 0
    """When the plan was made, in seconds since 1970: the time of the genesis block."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One network before its first block."""

    engine: Engine
    rules: Rules
    requests: tuple[SignedRequest, ...]
    """In the order of their names."""

    @property
    def validators(self) -> tuple[bytes, ...]:
        """Return the addresses of those who seal blocks from the first on, in ascending order."""
        return tuple(sorted(each.request.validator for each in self.requests if each.request.validates))

    def of(self, name: str) -> SignedRequest:
        """Return the request of a firm by its name. Raises: PlanInvalid."""
        for each in self.requests:
            if each.request.name == name:
                return each
        names = ", ".join(each.request.name for each in self.requests)
        raise PlanInvalid("the plan", f"has no firm {name!r}", f"It has {names}")

    def to_json(self) -> dict[str, Any]:
        """Return the plan as its file holds it."""
        return {
            "format": FORMAT,
            "engine": self.engine.value,
            "chainId": self.rules.chain_id,
            "period": self.rules.period,
            "epoch": self.rules.epoch,
            "gasLimit": self.rules.gas_limit,
            "createdAt": self.rules.created_at,
            "requests": [each.to_json() for each in self.requests],
        }

    def fingerprint(self) -> str:
        """Return what people compare: eight groups of four hexadecimal digits of the SHA-256 of the RFC 8785 text."""
        digest = hashlib.sha256(rfc8785.dumps(self.to_json())).hexdigest()
        return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def plan_of(engine: Engine, rules: Rules, requests: Sequence[SignedRequest]) -> Plan:
    """Return the plan that requests make.

    Raises:
        PlanInvalid: two requests want the same, a rule cannot be kept, or nobody validates.
    """
    plan = Plan(engine, rules, tuple(sorted(requests, key=lambda each: each.request.name)))
    _verify_rules(rules)
    _verify_requests(plan)
    return plan


def read_plan(text: str) -> Plan:
    """Return the plan in a file, with every request checked. Raises: PlanInvalid, RequestInvalid."""
    if len(text) > _LONGEST or not nests_within(text, 6):
        raise PlanInvalid("the plan", "is no plan: it is too long or nests too deeply", "Ask for it again")
    try:
        fields = json.loads(text)
    except ValueError:
        raise PlanInvalid("the plan", "is no JSON", "Use the file as `suyuan network genesis` wrote it") from None
    if (
        not isinstance(fields, Mapping)
        or fields.get("format") != FORMAT
        or not isinstance(fields.get("requests"), list)
    ):
        raise PlanInvalid("format", f"is not {FORMAT}", "Use the same version of suyuan everywhere")
    try:
        engine = Engine(fields.get("engine"))
        rules = Rules(
            chain_id=_number(fields, "chainId"),
            period=_number(fields, "period"),
            epoch=_number(fields, "epoch"),
            gas_limit=_number(fields, "gasLimit"),
            created_at=_number(fields, "createdAt"),
        )
    except ValueError as error:
        raise PlanInvalid("engine or rules", str(error), "Use the file as `suyuan network genesis` wrote it") from None
    requests = []
    for number, each in enumerate(fields["requests"][: MOST_FIRMS + 1]):
        try:
            requests.append(request_from(each))
        except RequestInvalid as refusal:
            raise RequestInvalid(f"requests/{number}/{refusal.place}", refusal.reason, refusal.cure) from None
    return plan_of(engine, rules, requests)


def _verify_rules(rules: Rules) -> None:
    for name, value, least, most in (
        ("chain id", rules.chain_id, 1, 2**53 - 1),
        ("period", rules.period, LEAST_PERIOD, LONGEST_PERIOD),
        ("epoch", rules.epoch, LEAST_EPOCH, 2**31),
        ("gas limit", rules.gas_limit, LEAST_GAS, MOST_GAS),
        ("time", rules.created_at, 0, 2**40),
    ):
        if not least <= value <= most:
            raise PlanInvalid(name, f"{value} cannot be kept", f"Choose one from {least} to {most}")


def _verify_requests(plan: Plan) -> None:
    if not plan.validators:
        raise PlanInvalid(
            "requests", "nobody seals blocks", "At least one firm joins as a validator; four withstand one that fails"
        )
    if len(plan.requests) > MOST_FIRMS:
        raise PlanInvalid("requests", f"are more than {MOST_FIRMS}", "Let firms join later as plain nodes")
    if plan.engine is Engine.EMBEDDED and len(plan.requests) != 1:
        raise PlanInvalid("engine", "the embedded chain has one node", "Choose besu or clique for several firms")
    for what, seen in (
        ("name", [each.request.name for each in plan.requests]),
        ("node key", [each.request.node.hex() for each in plan.requests]),
        ("organisation key", [each.request.organisation.hex() for each in plan.requests]),
        ("address", [f"{each.request.host}:{each.request.port}" for each in plan.requests]),
    ):
        twice = sorted({value for value in seen if seen.count(value) > 1})
        if twice:
            raise PlanInvalid(
                "requests", f"two have the {what} {twice[0][:60]}", "Each firm makes keys and an address of its own"
            )


def _number(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name)
    if type(value) is not int:
        raise ValueError(f"{name} is no whole number")
    return value
