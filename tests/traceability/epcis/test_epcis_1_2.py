"""EPCIS 1.x XML: what stands in extensions there is read as the same event that 2.0 writes without them."""

from datetime import UTC, datetime

import pytest

from traceability.epcis import (
    DocumentKind,
    Event,
    errors_of,
    event_hash,
    problems_of,
    read_json,
    read_xml,
    write_json_document,
)
from traceability.epcis.header import BUSINESS_HEADER, NAMESPACE
from traceability.epcis.xml_form import ATTRIBUTES

NOW = datetime(2026, 3, 5, tzinfo=UTC)
TIMES = (
    "<eventTime>2020-05-01T08:00:00.000+08:00</eventTime><recordTime>2020-05-01T08:00:01Z</recordTime>"
    "<eventTimeZoneOffset>+08:00</eventTimeZoneOffset>"
)
QUANTITY = "<{0}><quantityElement><epcClass>urn:epc:class:lgtin:6901234.012345.L1</epcClass><quantity>12.5</quantity><uom>KGM</uom></quantityElement></{0}>"
HEADER = (
    f'<EPCISHeader><sbdh:StandardBusinessDocumentHeader xmlns:sbdh="{NAMESPACE}"><sbdh:HeaderVersion>1.0</sbdh:HeaderVersion>'
    '<sbdh:Sender><sbdh:Identifier Authority="GS1">6901234000016</sbdh:Identifier></sbdh:Sender>'
    "<sbdh:Receiver><sbdh:Identifier>6921111000012</sbdh:Identifier></sbdh:Receiver><sbdh:DocumentIdentification>"
    "<sbdh:Standard>EPCglobal</sbdh:Standard><sbdh:TypeVersion>1.0</sbdh:TypeVersion><sbdh:InstanceIdentifier>7</sbdh:InstanceIdentifier>"
    "<sbdh:Type>Events</sbdh:Type><sbdh:CreationDateAndTime>2020-05-01T00:00:00Z</sbdh:CreationDateAndTime>"
    "</sbdh:DocumentIdentification></sbdh:StandardBusinessDocumentHeader><extension><EPCISMasterData><VocabularyList>"
    '<Vocabulary type="urn:epcglobal:epcis:vtype:BusinessLocation"><VocabularyElementList>'
    '<VocabularyElement id="urn:epc:id:sgln:6901234.00001.0"><attribute id="urn:epcglobal:cbv:mda:name">Hall</attribute>'
    "</VocabularyElement></VocabularyElementList></Vocabulary></VocabularyList></EPCISMasterData></extension></EPCISHeader>"
)
OLD, NEW = "urn:epcglobal:epcis:xsd:1", "urn:epcglobal:epcis:xsd:2"


def document(events: str, *, namespace: str = OLD, version: str = "1.2", header: str = "") -> bytes:
    return (
        f'<epcis:EPCISDocument xmlns:epcis="{namespace}" xmlns:x="https://x.example/" schemaVersion="{version}" '
        f'creationDate="2020-05-01T09:00:00Z">{header}<EPCISBody><EventList>{events}</EventList></EPCISBody></epcis:EPCISDocument>'
    ).encode()


def event(members: str, *, namespace: str = OLD, version: str = "1.2") -> Event:
    (found,) = read_xml(document(members, namespace=namespace, version=version)).events
    assert not errors_of(problems_of(found, NOW))
    return found


PAIRS = {
    "object": (
        (f"<ObjectEvent>{TIMES}<baseExtension><eventID>urn:uuid:1</eventID></baseExtension>"
        "<epcList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></epcList><action>ADD</action>"
        "<bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep><extension>"
        f"{QUANTITY.format('quantityList')}<sourceList><source type='urn:epcglobal:cbv:sdt:possessing_party'>urn:epc:id:pgln:6901234.00001</source>"
        "</sourceList><ilmd><x:lot>7</x:lot></ilmd><extension><x:later>1</x:later></extension></extension><x:own>2</x:own></ObjectEvent>"),
        (f"<ObjectEvent>{TIMES}<eventID>urn:uuid:1</eventID>"
        "<epcList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></epcList><action>ADD</action>"
        f"<bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep>{QUANTITY.format('quantityList')}"
        "<sourceList><source type='urn:epcglobal:cbv:sdt:possessing_party'>urn:epc:id:pgln:6901234.00001</source></sourceList>"
        "<ilmd><x:lot>7</x:lot></ilmd><x:later>1</x:later><x:own>2</x:own></ObjectEvent>"),
    ),
    "error declaration": (
        (f"<ObjectEvent>{TIMES}<baseExtension><eventID>urn:uuid:1</eventID><errorDeclaration>"
        "<declarationTime>2020-05-02T00:00:00Z</declarationTime><reason>urn:epcglobal:cbv:er:did_not_occur</reason><correctiveEventIDs>"
        "<correctiveEventID>urn:uuid:2</correctiveEventID></correctiveEventIDs><extension><x:who>7</x:who></extension>"
        "</errorDeclaration></baseExtension><epcList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></epcList><action>OBSERVE</action></ObjectEvent>"),
        (f"<ObjectEvent>{TIMES}<eventID>urn:uuid:1</eventID><errorDeclaration>"
        "<declarationTime>2020-05-02T00:00:00Z</declarationTime><reason>urn:epcglobal:cbv:er:did_not_occur</reason><correctiveEventIDs>"
        "<correctiveEventID>urn:uuid:2</correctiveEventID></correctiveEventIDs><x:who>7</x:who></errorDeclaration>"
        "<epcList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></epcList><action>OBSERVE</action></ObjectEvent>"),
    ),
    "transformation": (
        (f"<extension><TransformationEvent>{TIMES}{QUANTITY.format('inputQuantityList')}"
        "<outputEPCList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></outputEPCList></TransformationEvent></extension>"),
        (f"<TransformationEvent>{TIMES}{QUANTITY.format('inputQuantityList')}"
        "<outputEPCList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></outputEPCList></TransformationEvent>"),
    ),
    "aggregation": (
        (f"<AggregationEvent>{TIMES}<parentID>urn:epc:id:sscc:6901234.3000000007</parentID><childEPCs/><action>ADD</action>"
        f"<extension>{QUANTITY.format('childQuantityList')}</extension></AggregationEvent>"),
        (f"<AggregationEvent>{TIMES}<parentID>urn:epc:id:sscc:6901234.3000000007</parentID><action>ADD</action>"
        f"{QUANTITY.format('childQuantityList')}</AggregationEvent>"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_an_event_of_1_2_is_the_event_that_2_0_writes(name: str) -> None:
    old, new = PAIRS[name]

    before, after = event(old), event(new, namespace=NEW, version="2.0")

    assert after == before
    assert event_hash(after) == event_hash(before)


def test_a_quantity_event_of_1_0_is_an_observation_of_a_quantity() -> None:
    found = event(
        f"<QuantityEvent>{TIMES}<epcClass>urn:epc:idpat:sgtin:6901234.056789.*</epcClass><quantity>7</quantity></QuantityEvent>",
        version="1",
    )

    assert ("ObjectEvent", "OBSERVE") == (found.event_type, found.action)
    assert "7" == str(found.body["quantityList"][0]["quantity"])


def test_header_and_master_data_of_1_2_go_into_json_and_back() -> None:
    found = read_xml(document(PAIRS["object"][0], header=HEADER))

    again = read_json(write_json_document(found))

    assert DocumentKind.EVENTS is found.kind
    assert (
        {"sender": "6901234000016", "receiver": "6921111000012", "instanceIdentifier": "7"}
        == found.header
        == again.header
    )
    sender = found.extensions.header[BUSINESS_HEADER][f"{{{NAMESPACE}}}Sender"]
    assert {ATTRIBUTES: {"Authority": "GS1"}, "#text": "6901234000016"} == sender[f"{{{NAMESPACE}}}Identifier"]
    assert found.extensions == again.extensions
    assert found.vocabularies == again.vocabularies
    assert "https://id.gs1.org/414/6901234000016" == found.vocabularies[0].elements[0].id
