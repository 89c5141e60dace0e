"""Which writing of identifiers and words an answer uses (EPCIS 2.0 §12.2.2: ``GS1-EPC-Format``, ``GS1-CBV-XML-Format``).

The normal form has one writing of everything, GS1 Digital Links and bare words. An event also remembers how its author
wrote what he wrote otherwise (`Event.writings`), so that nothing is lost for who asks for no translation.
"""

from collections.abc import Callable, Mapping
from enum import Enum

from traceability.epcis.event import Event
from traceability.epcis.raw import Raw
from traceability.epcis.values import identifier_in
from traceability.identifiers import Identifier

PrefixLength = Callable[[Identifier], int | None]
"""Answers the length of an identifier's GS1 company prefix, which a Digital Link does not say, or None."""

_URN = "urn:epc:"
_LISTS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
_QUANTITIES = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
_TEXTS = ("parentID", "transformationID")
_OBJECTS = ("readPoint", "bizLocation")
_TYPED = (("sourceList", "source"), ("destinationList", "destination"), ("bizTransactionList", "bizTransaction"))


class EpcFormat(Enum):
    """How identifiers are written; the values are those of the header ``GS1-EPC-Format``."""

    NO_PREFERENCE = "No_Preference"
    """As we like: GS1 Digital Links."""
    ALWAYS_GS1_DIGITAL_LINK = "Always_GS1_Digital_Link"
    """As canonical GS1 Digital Links; what is no GS1 key stays as it is."""
    ALWAYS_EPC_URN = "Always_EPC_URN"
    """As EPC URNs, wherever a URN exists and the length of the company prefix is known."""
    NEVER_TRANSLATES = "Never_Translates"
    """As the author wrote them."""


class CbvXmlFormat(Enum):
    """How XML writes words of the Core Business Vocabulary; the values are those of ``GS1-CBV-XML-Format``."""

    NO_PREFERENCE = "No_Preference"
    """As we like: URNs, which readers of all versions know."""
    ALWAYS_WEB_URI = "Always_Web_URI"
    """As web addresses under ``https://ref.gs1.org/cbv/``."""
    ALWAYS_URN = "Always_URN"
    """As URNs ``urn:epcglobal:cbv:…``."""
    NEVER_TRANSLATES = "Never_Translates"
    """As the author wrote them; a word that JSON had bare, which XML cannot have, as a URN."""


def no_prefix_length(_: Identifier) -> None:
    """Know no company prefix: then only those identifiers become URNs that their author wrote so."""


def converted(event: Event, wanted: EpcFormat, prefix_length: PrefixLength = no_prefix_length) -> Event:
    """Return the event with its identifiers in the wanted writing, for an answer; extensions stay as they are.

    An event that comes out equal is the same object. The event hash is the same for all writings.
    """
    if wanted is EpcFormat.NEVER_TRANSLATES:
        if not event.writings:
            return event
        return _rewritten(event, lambda text: event.writings.get(text, text))
    if wanted is EpcFormat.ALWAYS_EPC_URN:
        return _rewritten(event, lambda text: _urn_of(text, event.writings, prefix_length))
    return event


def _urn_of(text: str, writings: Mapping[str, str], prefix_length: PrefixLength) -> str:
    if text.startswith(_URN):
        return text
    written = writings.get(text)
    if written is not None and written.startswith(_URN):
        return written
    found = identifier_in(text)
    if found is None:
        return text
    length = prefix_length(found)
    return (found.epc_urn(length) if length is not None else None) or text


def _rewritten(event: Event, writing: Callable[[str], str]) -> Event:
    body: dict[str, Raw] = dict(event.body)
    for name in _LISTS:
        if name in body:
            body[name] = [writing(text) for text in body[name]]
    for name in _TEXTS:
        if name in body:
            body[name] = writing(body[name])
    for name in _OBJECTS:
        if name in body:
            body[name] = _with(body[name], "id", writing)
    for name in _QUANTITIES:
        if name in body:
            body[name] = [_with(element, "epcClass", writing) for element in body[name]]
    for name, member in _TYPED:
        if name in body:
            body[name] = [_with(element, member, writing) for element in body[name]]
    return event if body == event.body else Event(body, event.writings)


def _with(element: Mapping[str, Raw], member: str, writing: Callable[[str], str]) -> dict[str, Raw]:
    return {name: writing(value) if name == member else value for name, value in element.items()}
