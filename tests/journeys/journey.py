"""The events of one round: headed and anchored ones, and one that the chain must refuse; told, awaited, reckoned up."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from founding import PREFIX
from goods import created, document, item, observed, package, packed
from reckoning import verify_exactly_once
from town import Answer, NoAnswer, Town
from waiting import PATIENCE, awaited

_numbers = count(1)


@dataclass
class Journey:
    """What one town was told over HTTP, and what was answered."""

    town: Town
    answered: list[tuple[str, Answer]] = field(default_factory=list)
    """Every answer with 202."""
    unanswered: list[tuple[str, bytes, str]] = field(default_factory=list)
    """What was sent and got no answer: firm, document, lane."""

    def tell_round(self) -> None:
        """Tell one round of events of two firms on both lanes, whether or not anybody answers."""
        number = next(_numbers)
        first, second = (item(PREFIX["maker"], f"R{number}-{name}") for name in "AB")
        box = package(PREFIX["maker"], number)
        self.tell("maker", document(created(first, second), packed(box, first, second), observed(box, step="shipping")))
        self.tell("supplier", document(*[created(item(PREFIX["supplier"], f"R{number}-{name}")) for name in "XYZ"]))
        self.tell(
            "maker",
            document(*[observed(first, step=step) for step in ("inspecting", "storing", "picking")]),
            "anchored",
        )
        # Nobody created it: the chain refuses the line, and the job must say so.
        self.tell("carrier", document(observed(item(PREFIX["maker"], f"R{number}-NEVER"))))

    def tell(self, firm: str, content: bytes, lane: str = "headed") -> None:
        """Send one document."""
        try:
            answer = self.town.capture(firm, content, lane=lane)
        except NoAnswer:
            self.unanswered.append((firm, content, lane))
            return
        assert answer.status == 202, answer.body.decode()
        self.answered.append((firm, answer))

    def tell_again(self) -> list[Answer]:
        """Send again what got no answer, as a firm's system would, and return the answers."""
        again, self.unanswered = self.unanswered, []
        before = len(self.answered)
        for firm, content, lane in again:
            self.tell(firm, content, lane)
        assert not self.unanswered
        return [answer for _, answer in self.answered[before:]]

    def verify(self, patience: float = PATIENCE) -> None:
        """Check that all that was answered with 202 is on the chain and in SQL exactly once, or its job says why not."""
        promised: dict[bytes, str] = {}
        for firm, answer in self.answered:
            job = self.town.settled(firm, answer, patience)
            for each in job["events"]:
                promised[bytes.fromhex(each["commitment"][2:])] = each["progress"]
            if any(each["progress"] == "failed" for each in job["events"]):
                verify_says_why(job)
        self.town.quiet()
        verify_exactly_once(self.town, promised)
        assert {"final", "failed"} == set(promised.values())


def verify_says_why(job: Any) -> None:
    """Check that a job whose event was refused by the chain says so, with the error's own name."""
    assert job["success"] is False
    assert all("ThingNotCreated" in error["detail"] for error in job["errors"])
    assert len(job["errors"]) == sum(each["progress"] == "failed" for each in job["events"])


def on_the_chain(town: Town, number: int) -> None:
    """Wait until the chain has a block of this number."""
    awaited(lambda: town.connection.block_number() >= number, f"block {number}")
