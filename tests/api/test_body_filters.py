"""Filters of the query language on single bodies: each parameter meets what it should and nothing else."""

from decimal import Decimal
from typing import Any

import pytest

from api.epcis.body_filters import body_filter
from api.epcis.query_parameters import parsed_query
from api.errors import QueryParameterInvalid
from traceability.epcis import Event

BODY: dict[str, Any] = {
    "type": "ObjectEvent",
    "eventTime": "2026-05-03T10:00:00Z",
    "quantityList": [
        {"epcClass": "https://id.gs1.org/01/06901234000016/10/L", "quantity": Decimal("5.0"), "uom": "KGM"}
    ],
    "bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:1"}],
    "sourceList": [{"type": "owning_party", "source": "https://id.gs1.org/417/6901234000009"}],
    "destinationList": [{"type": "location", "destination": "https://id.gs1.org/414/6901234000009"}],
    "persistentDisposition": {"set": ["completeness_verified"], "unset": ["completeness_inferred"]},
    "errorDeclaration": {
        "declarationTime": "2026-05-04T00:00:00Z",
        "reason": "incorrect_data",
        "correctiveEventIDs": ["urn:x:2"],
    },
    "transformationID": "urn:x:t",
    "ilmd": {"{urn:epcglobal:cbv:mda}lotNumber": "L1", "{https://example.com/ns/}n": ["a", "b"]},
    "{https://example.com/ns/}own": "v",
    "sensorElementList": [
        {
            "sensorMetadata": {
                "deviceID": "urn:d:1",
                "startTime": "2026-05-03T09:00:00Z",
                "endTime": "2026-05-03T10:00:00Z",
            },
            "sensorReport": [
                {"type": "Temperature", "value": Decimal("4.5"), "uom": "CEL"},
                {"type": "Humidity", "booleanValue": True},
            ],
        }
    ],
}


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("EQ_quantity", ["5"], True),
        ("GT_quantity", ["5"], False),
        ("GE_quantity", ["7", "5"], True),
        ("LT_quantity", ["5"], False),
        ("LE_quantity", ["5"], True),
        ("EQ_bizTransaction_po", ["urn:x:1"], True),
        ("EQ_bizTransaction_po", ["urn:x:2"], False),
        ("EQ_bizTransaction_urn:epcglobal:cbv:btt:po", ["urn:x:1"], True),
        ("EQ_bizTransaction_inv", ["urn:x:1"], False),
        ("EQ_source_owning_party", ["urn:epc:id:pgln:6901234.00000"], True),
        ("EQ_destination_location", ["https://id.gs1.org/414/6901234000009"], True),
        ("EQ_persistentDisposition_set", ["completeness_verified"], True),
        ("EQ_persistentDisposition_unset", ["completeness_verified"], False),
        ("EQ_errorReason", ["incorrect_data"], True),
        ("EQ_errorReason", ["did_not_occur"], False),
        ("EQ_correctiveEventID", ["urn:x:2", "urn:x:3"], True),
        ("GE_errorDeclarationTime", ["2026-05-04T00:00:00Z"], True),
        ("LT_errorDeclaration_Time", ["2026-05-04T00:00:00Z"], False),
        ("EQ_transformationID", ["urn:x:t"], True),
        ("EQ_ILMD_urn:epcglobal:cbv:mda#lotNumber", ["L1"], True),
        ("EQ_ILMD_https://example.com/ns/#n", ["b"], True),
        ("EQ_https://example.com/ns/#own", ["v"], True),
        ("EQ_https://example.com/ns/#other", ["v"], False),
        ("EXISTS_ILMD_urn:epcglobal:cbv:mda#lotNumber", [""], True),
        ("EXISTS_https://example.com/ns/#own", [""], True),
        ("EXISTS_https://example.com/ns/#none", [""], False),
        ("EQ_deviceID", ["urn:d:1"], True),
        ("EQ_type", ["gs1:Temperature"], True),
        ("EQ_type", ["Pressure"], False),
        ("EQ_booleanValue", ["true"], True),
        ("GE_startTime", ["2026-05-03T09:00:00Z"], True),
        ("LT_endTime", ["2026-05-03T09:30:00Z"], False),
        ("GT_value_CEL", ["4"], True),
        ("GT_value_FAH", ["4"], False),
    ],
)
def test_a_filter_meets_what_it_should(name: str, values: list[str], expected: bool) -> None:
    assert expected is body_filter(name, values)(Event(BODY))


@pytest.mark.parametrize(
    "name",
    ["EQ_quantity", "EQ_type", "EQ_errorReason", "EXISTS_x#y", "GE_startTime", "EQ_source_location"],
)
def test_an_event_without_the_field_is_not_met(name: str) -> None:
    value = "2026-05-03T09:00:00Z" if name.endswith("Time") else "1"

    assert not body_filter(name, [value])(Event({"type": "ObjectEvent"}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EQ_quantity", "many"),
        ("EQ_quantity", "1e9999999"),
        ("GE_startTime", "soon"),
        ("EQ_booleanValue", "yes"),
        ("HASATTR_x", "1"),
        ("colour", "red"),
        ("GT_colour", "1"),
        ("EXISTS_", "1"),
    ],
)
def test_a_parameter_that_is_none_is_refused(name: str, value: str) -> None:
    with pytest.raises(QueryParameterInvalid):
        body_filter(name, [value])


@pytest.mark.parametrize(
    "pattern",
    [
        "urn:epc:idpat:sscc:6901234.*",
        "urn:epc:idpat:sgtin:6901234.*.*",
        "urn:epc:idpat:giai:6901234.*",
        "urn:epc:idpat:x",
    ],
)
def test_a_pattern_that_no_index_answers_is_refused(pattern: str) -> None:
    with pytest.raises(QueryParameterInvalid):
        parsed_query({"MATCH_epc": [pattern]})


def test_a_class_pattern_is_a_beginning() -> None:
    (match,) = parsed_query({"MATCH_epc": ["urn:epc:idpat:sgtin:6901234.000001.*"]}).query.names

    assert ("https://id.gs1.org/01/06901234000016/21/",) == match.beginnings
