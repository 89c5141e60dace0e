"""What the chain refuses is told by the job, under the contract's own name; nothing else is held up by it."""

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]


def test_the_job_says_why_an_event_is_not_on_the_chain(house: Any, created: Build) -> None:
    unborn, own = house.item(), "https://id.gs1.org/01/06921111000014/21/OK1"

    job = house.capture("carrier", created(unborn, action="OBSERVE", bizStep="receiving"), created(own))

    assert ["failed", "final"] == [event["progress"] for event in job["events"]]
    assert not job["success"]
    (error,) = job["errors"]
    assert (0, "/problems/thing-not-created", "/epcisBody/eventList/0") == (
        error["event"],
        error["problem"],
        error["pointer"],
    )


def test_another_firms_prefix_is_refused_before_the_chain_is_asked(house: Any, created: Build) -> None:
    answer = house.client.post("/events", json=created(house.item()), headers=house.keys["carrier"])

    assert (400, "/problems/identifier-not-owned") == (answer.status_code, answer.json()["errors"][0]["type"])
