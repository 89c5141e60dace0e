"""Writing events as EPCIS 2.0 JSON-LD: a document, the answer of a query, or one event."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from traceability.epcis.context import STANDARD_CONTEXT, STANDARD_PREFIXES, split_name
from traceability.epcis.document import Document, DocumentKind, FrameExtensions, MasterVocabulary
from traceability.epcis.event import Event
from traceability.epcis.header import NAMESPACE, PREFIX
from traceability.epcis.prefixes import prefixes_of
from traceability.epcis.raw import Raw
from traceability.epcis.times import written_moment

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write_json(
    events: Sequence[Event],
    *,
    creation_date: datetime | str | None = None,
    document_id: str | None = None,
    header: Mapping[str, str] | None = None,
    namespaces: Mapping[str, str] | None = None,
    query_name: str | None = None,
    subscription_id: str | None = None,
    vocabularies: Sequence[MasterVocabulary] = (),
    extensions: FrameExtensions | None = None,
    record_times: Sequence[str | None] = (),
) -> bytes:
    """Return the events as an EPCISDocument, or with `query_name` as an EPCISQueryDocument.

    `namespaces` are prefixes to prefer; `record_times` (of the same length as the events) are when each was recorded.
    """
    extensions = extensions or FrameExtensions()
    others: list[Raw] = [value for item in vocabularies for element in item.elements for _, value in element.attributes]
    others += [extensions.document, extensions.header, extensions.body]
    prefixes = prefixes_of(events, {PREFIX: NAMESPACE, **(namespaces or {})}, others)
    listed = []
    for index, event in enumerate(events):
        members = event_members(event, prefixes)
        if index < len(record_times) and record_times[index] is not None:
            members["recordTime"] = record_times[index]
        listed.append(members)
    document: dict[str, Raw] = {
        "@context": context_of(prefixes),
        "type": "EPCISDocument" if query_name is None else "EPCISQueryDocument",
        "schemaVersion": "2.0",
        "creationDate": written_moment(creation_date),
    }
    if document_id is not None:
        document["id"] = document_id
    in_header: dict[str, Raw] = _renamed(extensions.header, prefixes)
    if query_name is None:
        document |= header or {}
        if vocabularies:
            in_header = {
                "epcisMasterData": {"vocabularyList": [_vocabulary(item, prefixes) for item in vocabularies]}
            } | in_header
        if in_header:
            document["epcisHeader"] = in_header
        document["epcisBody"] = {"eventList": listed} | _renamed(extensions.body, prefixes)
    else:
        # An answer has no header by its schema; what stands in one is an extension of the document.
        document |= in_header
        results: dict[str, Raw] = {"queryName": query_name, "resultsBody": {"eventList": listed}}
        if vocabularies:
            results["resultsBody"]["vocabularyList"] = [_vocabulary(item, prefixes) for item in vocabularies]
        if subscription_id is not None:
            results["subscriptionID"] = subscription_id
        document["epcisBody"] = {"queryResults": results} | _renamed(extensions.body, prefixes)
    document |= _renamed(extensions.document, prefixes)
    return _ENCODER.encode(document)


def write_json_master_data(
    vocabularies: Sequence[MasterVocabulary],
    *,
    creation_date: datetime | str | None = None,
    document_id: str | None = None,
    header: Mapping[str, str] | None = None,
    namespaces: Mapping[str, str] | None = None,
    extensions: FrameExtensions | None = None,
) -> bytes:
    """Return master data as a document of their own: in JSON an EPCISDocument with them in its header and no event."""
    return write_json(
        (),
        creation_date=creation_date,
        document_id=document_id,
        header=header,
        namespaces=namespaces,
        vocabularies=vocabularies,
        extensions=extensions,
    )


def write_json_document(document: Document) -> bytes:
    """Return a document that was read as JSON-LD; a single event becomes a document with that event."""
    is_answer = document.kind is DocumentKind.QUERY_RESULT
    return write_json(
        document.events,
        creation_date=document.creation_date,
        document_id=document.id,
        header=document.header,
        namespaces=document.namespaces,
        query_name=str(document.fields.get("queryName", "")) if is_answer else None,
        subscription_id=document.fields.get("subscriptionID"),
        vocabularies=document.vocabularies,
        extensions=document.extensions,
    )


def write_json_event(event: Event, *, namespaces: Mapping[str, str] | None = None) -> bytes:
    """Return one event by itself, with its own ``@context``."""
    prefixes = prefixes_of([event], namespaces)
    return _ENCODER.encode({"@context": context_of(prefixes), **event_members(event, prefixes)})


def context_of(prefixes: Mapping[str, str]) -> list[Raw]:
    """Return the ``@context`` that declares these prefixes (by namespace) beside the standard context."""
    own = {prefix: namespace for namespace, prefix in prefixes.items() if STANDARD_PREFIXES.get(prefix) != namespace}
    return [STANDARD_CONTEXT, own] if own else [STANDARD_CONTEXT]


def event_members(event: Event, prefixes: Mapping[str, str]) -> dict[str, Raw]:
    """Return the members of an event as JSON-LD has them; extension names take the given prefixes (by namespace)."""
    members: dict[str, Raw] = _renamed(event.body, prefixes)
    certification = members.get("certificationInfo")
    if certification is not None and len(certification) == 1:
        members["certificationInfo"] = certification[0]
    return members


def _renamed(value: Raw, prefixes: Mapping[str, str]) -> Raw:
    if isinstance(value, dict):
        return {_written(name, prefixes): _renamed(member, prefixes) for name, member in value.items()}
    if isinstance(value, list):
        return [_renamed(member, prefixes) for member in value]
    return value


def _written(name: str, prefixes: Mapping[str, str]) -> str:
    if not name.startswith("{"):
        return name
    namespace, local = split_name(name)
    return f"{prefixes[namespace]}:{local}"


def _vocabulary(vocabulary: MasterVocabulary, prefixes: Mapping[str, str]) -> dict[str, Raw]:
    elements = []
    for element in vocabulary.elements:
        members: dict[str, Raw] = {
            "id": element.id,
            "attributes": [{"id": name, "attribute": _renamed(value, prefixes)} for name, value in element.attributes],
        }
        if element.children:
            members["children"] = list(element.children)
        elements.append(members)
    return {"type": vocabulary.type, "vocabularyElementList": elements}
