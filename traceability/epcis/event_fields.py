"""The fields of an event and how each is read: the standard's own names, from its schemas (EPCIS 2.0 §7.4, §9.5, §10)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from traceability.epcis import vocabulary
from traceability.epcis.raw import Raw
from traceability.epcis.xml_form import ATTRIBUTES

if TYPE_CHECKING:
    from traceability.epcis.normal_form import NormalForm

Reader: TypeAlias = Callable[[Raw, str], Raw]
"""Takes a value as read and its pointer; gives its normal form, or None where it is empty or was refused."""


def event_fields(form: "NormalForm") -> Mapping[str, Reader]:
    """Return the reader of each field."""
    values = form.values
    things = form.things()
    quantities = form.list_of(
        form.object_of({"epcClass": values.identifier, "quantity": values.decimal, "uom": values.filled_text})
    )
    # What XML may leave empty, JSON may not, by their schemas.
    only_xml = form.as_text
    place = form.object_of({"id": values.identifier}, extensible=True)
    return {
        "type": form.event_type,
        "eventID": values.uri,
        "eventTime": values.time,
        "eventTimeZoneOffset": values.offset,
        "errorDeclaration": form.object_of(
            {
                "declarationTime": values.time,
                "reason": form.word_of(vocabulary.ERROR_REASONS),
                "correctiveEventIDs": form.list_of(values.uri),
            },
            extensible=True,
            may_be_empty=only_xml,
        ),
        "certificationInfo": form.one_or_list_of(values.uri),
        "epcList": things,
        "parentID": values.identifier,
        "childEPCs": things,
        "inputEPCList": things,
        "outputEPCList": things,
        "quantityList": quantities,
        "childQuantityList": quantities,
        "inputQuantityList": quantities,
        "outputQuantityList": quantities,
        "action": form.action,
        "transformationID": values.reference,
        "bizStep": form.word_of(vocabulary.BUSINESS_STEPS),
        "disposition": form.word_of(vocabulary.DISPOSITIONS),
        "persistentDisposition": form.object_of(
            dict.fromkeys(("set", "unset"), form.dispositions()), may_be_empty=only_xml
        ),
        "recordTime": form.record_time,
        "readPoint": place,
        "bizLocation": place,
        "bizTransactionList": form.typed("bizTransaction", vocabulary.TRANSACTION_TYPES, values.reference),
        "sourceList": form.typed("source", vocabulary.SOURCE_TYPES, values.identifier),
        "destinationList": form.typed("destination", vocabulary.SOURCE_TYPES, values.identifier),
        "sensorElementList": form.list_of(_sensor_element(form)),
        "ilmd": form.object_of({}, extensible=True, may_be_empty=True),
    }


def _sensor_element(form: "NormalForm") -> Reader:
    values = form.values
    shared: dict[str, Reader] = {
        "time": values.time,
        "deviceID": values.reference,
        "deviceMetadata": values.uri,
        "rawData": values.uri,
        "dataProcessingMethod": values.uri,
        "bizRules": values.uri,
    }
    report = shared | {
        "type": form.word_of(vocabulary.MEASUREMENTS),
        "exception": form.word_of(vocabulary.ALERTS),
        "microorganism": values.uri,
        "chemicalSubstance": values.uri,
        "coordinateReferenceSystem": values.uri,
        "component": form.word_of(vocabulary.COMPONENTS),
        "stringValue": values.text,
        "booleanValue": values.truth,
        "hexBinaryValue": values.hexadecimal,
        "uriValue": values.uri,
        "uom": values.filled_text,
    }
    for name in ("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"):
        report[name] = values.number
    # What a report or metadata says stands in attributes, so none stand beside them.
    report[ATTRIBUTES] = shared[ATTRIBUTES] = form.xml.nowhere
    metadata = shared | {"startTime": values.time, "endTime": values.time}
    return form.object_of(
        {
            "sensorMetadata": form.object_of(metadata, extensible=True, may_be_empty=True),
            "sensorReport": form.list_of(
                form.object_of(report, extensible=True, may_be_empty=form.as_text),
                may_be_empty=False,
            ),
        },
        extensible=True,
    )
