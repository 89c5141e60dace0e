"""What a document is and what is in it: events, a query's answer, master data, a capture job, or a single event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from traceability.epcis.event import Event
from traceability.epcis.problem import Problem
from traceability.epcis.raw import Raw


class DocumentKind(Enum):
    """What was handed over."""

    EVENTS = "events"
    """An EPCISDocument with events (and perhaps master data in its header)."""
    EVENT = "event"
    """One event by itself, as POST /events takes it."""
    QUERY_RESULT = "query-result"
    """An EPCISQueryDocument."""
    MASTER_DATA = "master-data"
    """An EPCISMasterDataDocument, or an EPCISDocument with master data and no event."""
    CAPTURE_JOB = "capture-job"
    """The state of a capture job."""


@dataclass(frozen=True, slots=True)
class RefusedEvent:
    """An event of a document that was read past its mistakes."""

    problems: tuple[Problem, ...]
    """What is wrong; pointers are those of the document."""


@dataclass(frozen=True, slots=True)
class VocabularyElement:
    """The master data of one place, party, product or other thing."""

    id: str
    """The identifier, canonical where it is one of ours, else as written."""
    attributes: tuple[tuple[str, Raw], ...]
    """Names (absolute IRIs) and values, in order; a name may stand more than once."""
    children: tuple[str, ...] = ()
    """Identifiers of what belongs below it."""


@dataclass(frozen=True, slots=True)
class MasterVocabulary:
    """One list of master data."""

    type: str
    """Such as ``urn:epcglobal:epcis:vtype:BusinessLocation``."""
    elements: tuple[VocabularyElement, ...]


@dataclass(frozen=True, slots=True)
class FrameExtensions:
    """What others put into a document beside its events: names ``{namespace}local`` and values."""

    document: Mapping[str, Raw] = field(default_factory=dict)
    """Beside header and body."""
    header: Mapping[str, Raw] = field(default_factory=dict)
    """In the header; a business document header that says more than three texts stands here whole (see header.py)."""
    body: Mapping[str, Raw] = field(default_factory=dict)
    """Beside the list of events."""

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.document or self.header or self.body)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read; `write_json_document` and `write_xml_document` write it again."""

    kind: DocumentKind
    entries: tuple[Event | RefusedEvent, ...] = ()
    """The events in order; refused ones only where the reader was asked to go on."""
    base: str = "/epcisBody/eventList"
    """The pointer of the list of events: entry *i* stands at ``{base}/{i}`` (of a single event: at the root)."""
    schema_version: str | None = None
    creation_date: str | None = None
    id: str | None = None
    header: Mapping[str, str] = field(default_factory=dict)
    """``sender``, ``receiver`` and ``instanceIdentifier`` of the business document header, where they are given."""
    vocabularies: tuple[MasterVocabulary, ...] = ()
    namespaces: Mapping[str, str] = field(default_factory=dict)
    """Prefixes that the document declared for extensions, by prefix; only a help for writing it again."""
    fields: Mapping[str, Raw] = field(default_factory=dict)
    """Members of a capture job, or ``queryName`` and ``subscriptionID`` of a query's answer."""

    extensions: FrameExtensions = field(default_factory=FrameExtensions)
    """Extensions of the document itself, and the whole of its business document header."""
    vocabulary_base: str = "/epcisHeader/epcisMasterData/vocabularyList"
    """The pointer of the list of vocabularies, where there is one."""
    warnings: tuple[Problem, ...] = ()
    """What the author should know though it was taken."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that were read."""
        return tuple(entry for entry in self.entries if isinstance(entry, Event))

    @property
    def refused(self) -> tuple[RefusedEvent, ...]:
        """Return the events that were refused."""
        return tuple(entry for entry in self.entries if isinstance(entry, RefusedEvent))

    def pointer_of(self, index: int) -> str:
        """Return the pointer of an entry within the document."""
        return "" if self.kind is DocumentKind.EVENT else f"{self.base}/{index}"
