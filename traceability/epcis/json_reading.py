"""Reading EPCIS 2.0 JSON-LD: documents, answers of queries, master data, capture jobs and single events.

Nothing is fetched; depth, size and numbers are bounded; member names that stand twice are refused (all but
``eventID``), since two readers could take different ones.
"""

import json
from collections.abc import Mapping
from dataclasses import replace

from traceability.epcis.assembly import assembled_events, header_texts, verify_size
from traceability.epcis.context import STANDARD, STANDARD_PREFIXES, Context, ContextUnreadable
from traceability.epcis.document import Document, DocumentKind, FrameExtensions, MasterVocabulary
from traceability.epcis.header import BUSINESS_HEADER, HEADER_FIELDS, NAMESPACE, texts_of
from traceability.epcis.limits import DEFAULT_LIMITS, Limits
from traceability.epcis.master_data import vocabularies_of
from traceability.epcis.nesting import nests_too_deeply
from traceability.epcis.normal_form import EVENT_TYPES, NormalForm
from traceability.epcis.prefixes import FIXED_PREFIXES
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of
from traceability.epcis.raw import Raw
from traceability.epcis.values import RepeatedMembers, Values, number_of

_DOCUMENT_TYPES = frozenset({"EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument"})
_VERSIONS = frozenset({"2", "2.0", "2.0.0", "2.0.1"})
_QUERY_FIELDS = ("queryName", "subscriptionID")
_MASTER_DATA = ("epcisMasterData", "masterData")
_FRAME = frozenset(
    {
        *("@context", "type", "@type", "id", "@id", "schemaVersion", "creationDate", "epcisHeader", "epcisBody"),
        *HEADER_FIELDS,
    }
)
_HEADER = frozenset(_MASTER_DATA)
_BODY = frozenset({"eventList", "vocabularyList", "queryResults"})


def read_json(data: bytes, limits: Limits = DEFAULT_LIMITS, *, tolerant: bool = False) -> Document:
    """Return what a JSON-LD text holds.

    With `tolerant`, an event that is wrong becomes a `RefusedEvent` in its place and the others are read; what is wrong
    with the document itself is refused in any case.

    Raises:
        DocumentInvalid: the text is no JSON, no document of these kinds, or something in it is wrong.
    """
    verify_size(data, limits)
    raw = _loaded(data)
    if not isinstance(raw, dict):
        raise DocumentInvalid([Problem("", "not-an-object", "An EPCIS document is an object with a type.")])
    problems: list[Problem] = []
    try:
        context = STANDARD.extended(raw["@context"]) if raw.get("@context") is not None else STANDARD
    except ContextUnreadable as refusal:
        raise DocumentInvalid([Problem("/@context", "context-unreadable", f"{str(refusal).capitalize()}.")]) from None
    form = NormalForm(context, limits, problems)
    kind = raw.get("type", raw.get("@type"))
    kind = kind.rpartition("/")[2].removeprefix("epcis:") if isinstance(kind, str) else kind
    if isinstance(kind, str) and kind in EVENT_TYPES:
        entries = assembled_events([raw], lambda event, _: form.event(event, ""), problems, "", tolerant=tolerant)
        return Document(DocumentKind.EVENT, entries, base="", namespaces=_declared(context), warnings=tuple(problems))
    if kind is None and "captureID" in raw:
        return Document(DocumentKind.CAPTURE_JOB, fields=raw)
    if not isinstance(kind, str) or kind not in _DOCUMENT_TYPES:
        cure = "Give a type: EPCISDocument, EPCISQueryDocument, or the type of a single event."
        raise DocumentInvalid([Problem("/type", "type-unknown", cure)])
    form.values.verify_members(raw, "")
    if kind == "EPCISQueryDocument" or "queryResults" in _object(raw.get("epcisBody")):
        return _query_result(raw, context, form, limits, tolerant=tolerant)
    return _document(raw, context, form, limits, tolerant=tolerant)


def _document(raw: dict[str, Raw], context: Context, form: NormalForm, limits: Limits, *, tolerant: bool) -> Document:
    values = form.values
    body = _required_object(raw, "epcisBody", "", values)
    head = _head(raw, values)
    base = "/epcisBody/eventList"
    listed = body.get("eventList")
    extensions = _frame_extensions(raw, body, form)
    vocabularies, vocabulary_base = _vocabularies(raw, body, form)
    if listed is None and not vocabularies:
        values.refuse("/epcisBody/eventList", "field-missing", "Give the list of events.")
    entries = _events(listed if listed is not None else [], base, form, limits, tolerant=tolerant)
    kind = DocumentKind.MASTER_DATA if vocabularies and not entries else DocumentKind.EVENTS
    return replace(
        head,
        kind=kind,
        entries=entries,
        base=base,
        header={**texts_of(extensions.header.get(BUSINESS_HEADER)), **head.header},
        vocabularies=vocabularies,
        vocabulary_base=vocabulary_base,
        extensions=extensions,
        namespaces=_declared(context),
        warnings=tuple(values.problems),
    )


def _query_result(
    raw: dict[str, Raw], context: Context, form: NormalForm, limits: Limits, *, tolerant: bool
) -> Document:
    values = form.values
    body = _required_object(raw, "epcisBody", "", values)
    head = _head(raw, values)
    results = _required_object(body, "queryResults", "/epcisBody", values)
    found = _required_object(results, "resultsBody", "/epcisBody/queryResults", values)
    _verify_answer(results, found, form)
    base = "/epcisBody/queryResults/resultsBody/eventList"
    vocabulary_base = "/epcisBody/queryResults/resultsBody/vocabularyList"
    extensions = _frame_extensions(raw, body, form)
    vocabularies = vocabularies_of(found.get("vocabularyList"), vocabulary_base, form)
    entries = _events(found.get("eventList", []), base, form, limits, tolerant=tolerant)
    return replace(
        head,
        kind=DocumentKind.QUERY_RESULT,
        entries=entries,
        base=base,
        header={**texts_of(extensions.header.get(BUSINESS_HEADER)), **head.header},
        vocabularies=vocabularies,
        vocabulary_base=vocabulary_base,
        extensions=extensions,
        namespaces=_declared(context),
        warnings=tuple(values.problems),
        fields={name: results[name] for name in _QUERY_FIELDS if isinstance(results.get(name), str)},
    )


def _verify_answer(results: Mapping[str, Raw], found: Mapping[str, Raw], form: NormalForm) -> None:
    """Note what the answer of a query must have and has not; extensions may stand in it and are left out."""
    base = "/epcisBody/queryResults"
    for name in _QUERY_FIELDS:
        if name in results:
            form.values.text(results[name], f"{base}/{name}")
    if "queryName" not in results:
        form.values.refuse(f"{base}/queryName", "field-missing", "Give the name of the query.")
    if "eventList" not in found and "vocabularyList" not in found:
        form.values.refuse(f"{base}/resultsBody/eventList", "field-missing", "Give the list of events.")
    for part, place, known in (
        (results, base, frozenset({*_QUERY_FIELDS, "resultsBody"})),
        (found, f"{base}/resultsBody", frozenset({"eventList", "vocabularyList"})),
    ):
        for name in form.frame_extensions(part, place, known):
            cure = f"An extension in an answer is not kept; {name[:64]!r} is left out."
            form.values.warn(place, "left-out", cure)


def _head(raw: dict[str, Raw], values: Values) -> Document:
    """Return a document with what stands beside its body: version, date, id, sender and receiver."""
    for name in _FRAME:
        if name in raw and raw[name] is None:
            values.refuse(f"/{name}", "null", f"Give {name} a value, or leave it out.")
    if raw.get("type", raw.get("@type")) == "EPCISDocument":
        for name in ("@context", "schemaVersion", "creationDate"):
            if name not in raw:
                values.refuse(f"/{name}", "field-missing", f"An EPCISDocument has {name}.")
    version = raw.get("schemaVersion")
    if version is not None and not (isinstance(version, str) and version in _VERSIONS):
        values.refuse("/schemaVersion", "version-unknown", 'This service reads EPCIS 2.0: give schemaVersion "2.0".')
    creation = values.time(raw["creationDate"], "/creationDate") if raw.get("creationDate") is not None else None
    given = raw.get("id", raw.get("@id"))
    identity = values.uri(given, "/id") if given is not None else None
    header = header_texts(raw, values)
    if errors_of(values.problems):
        raise DocumentInvalid(errors_of(values.problems))
    return Document(
        DocumentKind.EVENTS,
        schema_version=None if version is None else str(version),
        creation_date=creation,
        id=identity,
        header=header,
    )


def _events(listed: Raw, base: str, form: NormalForm, limits: Limits, *, tolerant: bool) -> tuple[Raw, ...]:
    values = form.values
    if not isinstance(listed, list):
        values.refuse(base, "not-a-list", "Give the events as a list.")
        listed = []
    if len(listed) > limits.events:
        values.refuse(
            base,
            "too-many",
            f"A document has at most {limits.events} events; this has {len(listed)}. Send it in parts.",
        )
        listed = []
    if errors_of(values.problems):
        raise DocumentInvalid(errors_of(values.problems))
    return assembled_events(listed, form.event, values.problems, base, tolerant=tolerant)


def _vocabularies(
    raw: dict[str, Raw], body: dict[str, Raw], form: NormalForm
) -> tuple[tuple[MasterVocabulary, ...], str]:
    """Return the master data of body or header, and the pointer of their list."""
    if "vocabularyList" in body:
        pointer = "/epcisBody/vocabularyList"
        return vocabularies_of(body["vocabularyList"], pointer, form), pointer
    header = _object(raw.get("epcisHeader"))
    for name in _MASTER_DATA:
        if name in header:
            pointer = f"/epcisHeader/{name}/vocabularyList"
            return vocabularies_of(_object(header[name]).get("vocabularyList"), pointer, form), pointer
    return (), "/epcisHeader/epcisMasterData/vocabularyList"


def _frame_extensions(raw: dict[str, Raw], body: dict[str, Raw], form: NormalForm) -> FrameExtensions:
    header = raw.get("epcisHeader")
    if header is not None and not isinstance(header, dict):
        form.values.refuse("/epcisHeader", "not-an-object", "epcisHeader is an object.")
    document = form.frame_extensions(raw, "", _FRAME)
    below = form.frame_extensions(_object(header), "/epcisHeader", _HEADER)
    within = form.frame_extensions(body, "/epcisBody", _BODY)
    if errors_of(form.values.problems):
        raise DocumentInvalid(errors_of(form.values.problems))
    if BUSINESS_HEADER in document:
        # An EPCISQueryDocument of JSON has no header.
        below[BUSINESS_HEADER] = document.pop(BUSINESS_HEADER)
    return FrameExtensions(document, below, within)


def _required_object(raw: Mapping[str, Raw], name: str, base: str, values: Values) -> dict[str, Raw]:
    value = raw.get(name)
    if isinstance(value, dict):
        values.verify_members(value, f"{base}/{name}")
        return value
    reason, cure = ("field-missing", f"Give {name}.") if value is None else ("not-an-object", f"{name} is an object.")
    values.refuse(f"{base}/{name}", reason, cure)
    raise DocumentInvalid(values.problems)


def _object(value: Raw) -> dict[str, Raw]:
    return value if isinstance(value, dict) else {}


def _declared(context: Context) -> dict[str, str]:
    return {
        prefix: name
        for prefix, name in context.prefixes.items()
        if STANDARD_PREFIXES.get(prefix) != name and name not in {NAMESPACE, *FIXED_PREFIXES}
    }


def _loaded(data: bytes) -> Raw:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cure = f"Write JSON in UTF-8; byte {error.start} is none."
        raise DocumentInvalid([Problem("", "not-utf-8", cure)]) from None
    if nests_too_deeply(text):
        raise DocumentInvalid([_too_deep()])
    try:
        return json.loads(
            text,
            parse_float=number_of,
            parse_int=number_of,
            parse_constant=_refused_constant,
            object_pairs_hook=_unique_members,
        )
    except json.JSONDecodeError as error:
        cure = f"{error.msg} at column {error.colno}: correct the JSON."
        raise DocumentInvalid([Problem("", "json-syntax", cure, error.lineno)]) from None
    except _NoNumber as error:
        cure = f"{error.name} is no number of JSON; leave the member out or give a number."
        raise DocumentInvalid([Problem("", "not-a-number", cure)]) from None
    except RecursionError:
        raise DocumentInvalid([_too_deep()]) from None


class _NoNumber(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _refused_constant(name: str) -> Raw:
    raise _NoNumber(name)


def _unique_members(pairs: list[tuple[str, Raw]]) -> dict[str, Raw]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    seen: set[str] = set()
    repeated = []
    for name, _ in pairs:
        if name in seen:
            repeated.append(name)
        seen.add(name)
    return RepeatedMembers(members, tuple(repeated))


def _too_deep() -> Problem:
    return Problem("", "too-deep", "The text nests too deeply; nest less.")
