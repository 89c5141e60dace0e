"""Whatever is changed in a sealed bundle, nothing is proven that was not proven before, and nothing breaks."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from write_vectors import FOLDER

from traceability.proof import TrustRoot
from traceability.verdict.consumer import verdict_of_text

VECTOR = json.loads((FOLDER / "sealed_by_a_quorum.json").read_text(encoding="utf-8"))
ROOT = TrustRoot.from_object(VECTOR["trustRoot"])
STRANGE: list[Any] = [
    None, 0, -1, 2**64, 1.5, "", "0x", "\ud800", "é", [], {}, True, "0x00", "https://id.gs1.org/01/06901234000788", "x" * 3000, [[]], {"a": 1},
]  # fmt: skip
LISTS = ("steps", "restsOn", "organisations", "attestations")


FOLLOWS = ("corrects", "replacedBy", "disputedBy")
"""What a step shows of other steps; it shows less where these are not readable any more."""


def statements(verdict: dict[str, Any]) -> set[str]:
    """Return everything that a verdict calls proven."""
    said = verdict["facts"] + [item for name in LISTS for item in verdict[name]]
    return {
        json.dumps({name: value for name, value in item.items() if name not in FOLLOWS}, sort_keys=True)
        for item in said
        if item["status"] == "proven"
    }


PROVEN = statements(VECTOR["expected"])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [place for name, child in inside for place in places(child, (*path, name))]


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for name in path:
        value = value[name]
    return value


def forged(chance: random.Random) -> Any:
    bundle = copy.deepcopy(VECTOR["bundle"])
    for _ in range(chance.randint(1, 3)):
        path = chance.choice(places(bundle))
        old, luck = at(bundle, path), chance.random()
        if isinstance(old, str) and luck < 0.5 and old:
            place = chance.randrange(len(old))
            new: Any = old[:place] + chance.choice("0123456789abcdefé") + old[place + 1 :]
        elif luck < 0.6:
            new = chance.choice(STRANGE)
        elif isinstance(old, list) and old and luck < 0.85:
            new = chance.choice([old[:-1], old[1:], [*old, old[0]], old[::-1]])
        else:
            new = copy.deepcopy(at(bundle, chance.choice(places(bundle))))
        at(bundle, path[:-1])[path[-1]] = new
    return bundle


@pytest.mark.parametrize("seed", range(12))
def test_no_change_proves_anything_new(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        text = json.dumps(forged(chance))

        verdict = json.loads(verdict_of_text(text, ROOT, VECTOR["now"], VECTOR["asked"]).to_json())

        assert statements(verdict) <= PROVEN
