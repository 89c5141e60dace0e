"""A published schema of queries is understood whole, and a name that nobody knows is told."""

import json
from pathlib import Path

from query_events import FIXED, ORDERING

from traceability.querying.published import unknown_parameters


def test_every_name_and_pattern_of_the_published_schema_is_understood(standards: Path) -> None:
    schema = json.loads((standards / "epcis" / "query-schema.json").read_text())

    assert unknown_parameters(schema) == []


def test_names_and_patterns_that_nobody_knows_are_told() -> None:
    properties = {name: {} for name in (*FIXED, *ORDERING, "EQ_colour")}
    patterns = {r"^EQ_ILMD_[a-z][a-zA-Z0-9]*\\:\\w+$": {}, r"^LIKE_[a-z][a-zA-Z0-9]*\\:\\w+$": {}}

    found = unknown_parameters({"properties": properties, "patternProperties": patterns})

    assert found == ["EQ_colour", r"^LIKE_[a-z][a-zA-Z0-9]*\\:\\w+$"]
