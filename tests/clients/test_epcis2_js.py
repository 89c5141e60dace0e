"""epcis2.js (npm), the client of those who maintain none of this server, captures here and reads what comes back."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from waiting import PATIENCE

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "epcis2.mjs"


@pytest.fixture(scope="module")
def told(served: Any) -> dict[str, Any]:
    """Run the script once and give what it printed, with what the server says afterwards."""
    if not (ROOT / "node_modules" / "epcis2.js").is_dir():
        pytest.skip("epcis2.js is not installed: run `npm ci` in the project folder")
    item, second = served.house.item(), served.house.item()
    served.house.capture("maker", _created(second))
    run = subprocess.run(
        ["node", str(SCRIPT), served.url, served.key("maker"), item, second],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    served.house.settle()
    content: dict[str, Any] = json.loads(run.stdout)
    return content | {"item": item}


def test_its_capture_is_taken_and_its_job_is_read(told: dict[str, Any]) -> None:
    assert (202, False, True, []) == (told["status"], told["running"], told["success"], told["errors"])
    assert told["location"].startswith("/capture/")


def test_both_compute_the_same_hash(told: dict[str, Any], served: Any) -> None:
    answer = served.house.client.get(f"/events?MATCH_epc={told['item']}&orderBy=eventTime&orderDirection=ASC")

    events = answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    assert told["hashes"] == [event["eventID"] for event in events]


def test_an_event_is_found_by_the_hash_that_the_client_computed(told: dict[str, Any]) -> None:
    (event,) = told["own"]["document"]["epcisBody"]["eventList"]

    assert (200, True) == (told["own"]["status"], told["own"]["valid"])
    assert ([told["item"]], "7") == (event["epcList"], event["example:line"])


def test_a_refusal_and_a_stranger_get_problems_that_a_client_reads(told: dict[str, Any]) -> None:
    refused, stranger = told["refused"], told["stranger"]

    assert (400, "epcisException:ValidationException") == (refused["status"], refused["body"]["type"])
    assert "/epcisBody/eventList/0/epcList/0" == refused["body"]["errors"][0]["pointer"]
    assert (401, "epcisException:SecurityException") == (stranger["status"], stranger["body"]["type"])


def _created(item: str) -> dict[str, Any]:
    return {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T09:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "bizStep": "commissioning",
        "epcList": [item],
    }
