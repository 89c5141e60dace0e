"""Random walks beside a model: the council does just what the model says, and never twice, below m, too early or too late."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

STEPS = 160
WEIGHTS = {"propose": 3, "approve": 9, "withdraw": 2, "execute": 6, "standing": 2, "change": 1}
"""How often each step is taken."""


@dataclass
class Model:
    """What the council must be after each step; times are those of blocks."""

    seats: list[int]
    threshold: int
    delay: int
    lifetime: int
    suspended: set[int] = field(default_factory=set)
    expires: dict[int, int] = field(default_factory=dict)
    approvals: dict[int, dict[int, int]] = field(default_factory=dict)
    executed: set[int] = field(default_factory=set)

    def is_open(self, number: int, now: int) -> bool:
        return number in self.expires and number not in self.executed and now <= self.expires[number]

    def may(self, organisation: int) -> bool:
        return organisation in self.seats and organisation not in self.suspended

    def counted(self, number: int, now: int) -> int:
        given = self.approvals[number]
        return sum(self.may(seat) and seat in given and given[seat] + self.delay <= now for seat in self.seats)

    def propose(self, organisation: int, now: int) -> bool:
        if not self.may(organisation):
            return False
        number = len(self.expires) + 1
        self.expires[number] = now + self.lifetime
        self.approvals[number] = {organisation: now}
        return True

    def approve(self, number: int, organisation: int, now: int) -> bool:
        if not self.is_open(number, now) or not self.may(organisation) or organisation in self.approvals[number]:
            return False
        self.approvals[number][organisation] = now
        return True

    def withdraw(self, number: int, organisation: int, now: int) -> bool:
        known = self.is_open(number, now) and organisation not in self.suspended
        return known and self.approvals[number].pop(organisation, None) is not None

    def execute(self, number: int, now: int) -> bool:
        if not self.is_open(number, now) or self.counted(number, now) < self.threshold:
            return False
        if sum(map(self.may, self.seats)) < self.threshold:
            return False
        self.executed.add(number)
        return True


@pytest.mark.parametrize("seed", range(4))
def test_a_random_walk_goes_as_the_model_says(network, parties, council, seed):
    chance = random.Random(seed)
    seats = [parties.manufacturer, parties.carrier, parties.bank, parties.inspector, parties.node]
    by_number = {seat.organisation: seat for seat in seats}
    functions, members, address = council.contract.functions, network.members.functions, council.contract.address
    model = Model([1, 2, 3], 2, council.delay, council.lifetime)
    now = network.now()
    network.w3.provider.make_request("anvil_impersonateAccount", [address])

    def payload(number):
        return council.content(members.setProfile(4, b"%d" % number))

    def succeeds(call, sender, at):
        network.w3.provider.make_request("evm_setNextBlockTimestamp", [at])
        sent = call.transact({"from": sender, "gas": 3_000_000, "gasPrice": 0})
        return network.w3.eth.wait_for_transaction_receipt(sent, poll_latency=0.002)["status"] == 1

    for _ in range(STEPS):
        now += chance.choice((1, 1, 1, 1, 1, 10, council.delay // 2, council.delay, council.lifetime // 12))
        organisation = chance.choice([*model.seats, *model.seats, chance.randint(1, 5)])
        sender = by_number[organisation]
        number = chance.randint(max(1, len(model.expires) - 2), len(model.expires) + 1)
        other = chance.randint(1, 5)
        match chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]:
            case "propose":
                call = functions.propose(*payload(len(model.expires) + 1))
                expected = model.propose(organisation, now)
            case "approve":
                call = functions.approve(number, council.hash(payload(number)))
                expected = model.approve(number, organisation, now)
            case "withdraw":
                call, expected = functions.withdraw(number), model.withdraw(number, organisation, now)
            case "execute":
                call, expected = functions.execute(number, *payload(number)), model.execute(number, now)
            case "standing":
                other = min(model.suspended, default=other)
                suspends = other not in model.suspended
                change = members.suspend if suspends else members.reinstate
                (model.suspended.add if suspends else model.suspended.discard)(other)
                assert succeeds(change(other, "walk"), address, now)
                continue
            case _:
                chosen = chance.sample(range(1, 6), chance.randint(1, 5))
                threshold, delay = chance.randint(1, len(chosen)), chance.choice((0, 50, 100))
                if expected := not model.suspended & set(chosen):
                    model.seats, model.threshold, model.delay = chosen, threshold, delay
                change = functions.setCouncil(chosen, threshold, delay, council.lifetime)
                assert expected == succeeds(change, address, now)
                continue
        assert expected == succeeds(call, sender.account.address, now)

    logs = council.contract.events.ProposalExecuted().get_logs(from_block=0)
    assert sorted(model.executed) == sorted(log["args"]["proposal"] for log in logs)
    assert len(model.expires) == functions.proposalCount().call()
    assert len(model.executed) >= 3
