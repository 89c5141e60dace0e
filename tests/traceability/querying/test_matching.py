"""The server's test of an event agrees with the plain reading of the standard, parameter by parameter.

Source: EPCIS 2.0, clause 8.2.7.1; query-schema.json.
"""

import json
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from query_events import (
    FIXED,
    NAMES,
    ORDERING,
    PATTERNS,
    MasterData,
    as_parameters,
    known_events,
    shown,
    some_event,
    some_parameter,
    some_query,
)
from query_oracle import Known, meets

from traceability.querying import matches, query_of

EVENTS = known_events([some_event(random.Random(seed), seed) for seed in range(100)])


def found_by_server(query: dict[str, Any], events: list[Known]) -> list[bool]:
    asked = query_of(as_parameters(query))
    return [matches(asked, known.body, known.record_time, MasterData()) for known in events]


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_selects_what_the_standard_says_and_nothing_else(name: str) -> None:
    source = random.Random(name)
    answers: list[bool] = []
    while len(answers) < 5 * len(EVENTS) or (len(set(answers)) < 2 and len(answers) < 40 * len(EVENTS)):
        query = {name: some_parameter(source, name)}
        expected = [meets(query, known) for known in EVENTS]

        assert expected == found_by_server(query, EVENTS), shown(query)
        answers += expected

    assert set(answers) == {True, False}


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 10_000))
def test_parameters_together_select_what_meets_them_all(source: random.Random, number: int) -> None:
    (known,) = known_events([some_event(source, number)])
    query = some_query(source)

    assert [meets(query, known)] == found_by_server(query, [known]), shown(query)


def test_every_name_of_the_published_schema_is_among_those_tested(standards: Any) -> None:
    schema = json.loads((standards / "epcis" / "query-schema.json").read_text())["definitions"]["EPCIS-Query"]
    fixed = set(schema["properties"]) - {"@context"}
    # The published patterns escape their backslashes twice.
    patterns = [re.compile(text.replace("\\\\", "\\").replace("\\\\", "\\")) for text in schema["patternProperties"]]

    assert fixed <= {*FIXED, *ORDERING}
    assert len(patterns) == len(PATTERNS)
    assert [text.pattern for text in patterns if not any(text.match(name) for name in PATTERNS)] == []


def test_every_parameter_of_the_published_interface_is_among_those_tested(standards: Any) -> None:
    published = json.loads((standards / "epcis" / "openapi.json").read_text())
    shared = published["components"]["parameters"]
    given_parameters = [
        shared[parameter["$ref"].rpartition("/")[2]] if "$ref" in parameter else parameter
        for parameter in published["paths"]["/events"]["get"]["parameters"]
    ]
    names = {parameter["name"] for parameter in given_parameters if parameter["in"] == "query"}

    assert len(names - {"perPage", "nextPageToken"}) == 53
    assert names - {"perPage", "nextPageToken"} <= {*FIXED, *ORDERING}
