"""Master data of EPCIS documents: vocabularies of places, parties and products with their attributes (CBV 2.0 §10)."""

from collections.abc import Mapping

from traceability.epcis.document import MasterVocabulary, VocabularyElement
from traceability.epcis.normal_form import NormalForm
from traceability.epcis.problem import DocumentInvalid, errors_of, pointer_segment
from traceability.epcis.raw import Raw
from traceability.epcis.values import Values

_OF_VOCABULARY = frozenset({"type", "vocabularyElementList"})
_OF_ELEMENT = frozenset({"id", "attributes", "children"})
_OF_ATTRIBUTE = frozenset({"id", "attribute"})


def vocabularies_of(raw: Raw, pointer: str, form: NormalForm) -> tuple[MasterVocabulary, ...]:
    """Return the vocabularies of a ``vocabularyList`` in its JSON form.

    Raises:
        DocumentInvalid: the list or something in it does not have its form.
    """
    if raw is None:
        return ()
    values = form.values
    vocabularies = []
    for index, item in enumerate(_list(raw, pointer, values)):
        place = f"{pointer}/{index}"
        if not isinstance(item, dict):
            values.refuse(place, "not-an-object", "Each vocabulary is an object.")
            continue
        _note_left_out(item, _OF_VOCABULARY, place, values)
        kind = values.uri(item.get("type"), f"{place}/type") or ""
        elements = _list(item.get("vocabularyElementList"), f"{place}/vocabularyElementList", values)
        vocabularies.append(
            MasterVocabulary(
                kind,
                tuple(
                    _element(element, f"{place}/vocabularyElementList/{at}", form)
                    for at, element in enumerate(elements)
                ),
            )
        )
    if errors_of(values.problems):
        raise DocumentInvalid(errors_of(values.problems))
    return tuple(vocabularies)


def _element(raw: Raw, pointer: str, form: NormalForm) -> VocabularyElement:
    values = form.values
    if not isinstance(raw, dict):
        values.refuse(pointer, "not-an-object", "Each vocabulary element is an object.")
        return VocabularyElement("", ())
    _note_left_out(raw, _OF_ELEMENT, pointer, values)
    identity = values.identifier(raw.get("id"), f"{pointer}/id") or ""
    attributes = []
    for index, attribute in enumerate(_list(raw.get("attributes", []), f"{pointer}/attributes", values)):
        place = f"{pointer}/attributes/{index}"
        if not isinstance(attribute, dict):
            values.refuse(place, "not-an-object", "Each attribute is an object with id and attribute.")
            continue
        _note_left_out(attribute, _OF_ATTRIBUTE, place, values)
        name = values.uri(attribute.get("id"), f"{place}/id")
        if name is not None:
            attributes.append((form.absolute(name), form.extension(attribute.get("attribute"), f"{place}/attribute")))
    children = [
        values.identifier(child, f"{pointer}/children/{index}")
        for index, child in enumerate(_list(raw.get("children", []), f"{pointer}/children", values))
    ]
    return VocabularyElement(identity, tuple(attributes), tuple(child for child in children if child is not None))


def _note_left_out(raw: Mapping[str, Raw], known: frozenset[str], pointer: str, values: Values) -> None:
    for name in raw:
        if name not in known:
            cure = f"Master data have no {name[:64]!r} here; it is left out."
            values.warn(f"{pointer}/{pointer_segment(name)}", "left-out", cure)


def _list(raw: Raw, pointer: str, values: Values) -> list[Raw]:
    if isinstance(raw, list):
        return raw
    values.refuse(pointer, "not-a-list" if raw is not None else "field-missing", "Give a list here.")
    return []
