"""Events and documents that Hypothesis makes: all five types, every field, extensions at every place they may stand."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from traceability.epcis import (
    Document,
    DocumentKind,
    Event,
    FrameExtensions,
    MasterVocabulary,
    VocabularyElement,
    vocabulary,
)
from traceability.epcis.xml_form import ATTRIBUTES, TYPE, XML, arranged

NAMESPACES = ("https://ns.example.com/epcis/", "http://example.org/a#", "urn:example:c:")
THINGS = (
    "https://id.gs1.org/01/06901234567892/21/A1",
    "https://id.gs1.org/01/06901234567892/21/a%2Fb%28c",
    "https://id.gs1.org/00/069012340000000016",
    "https://id.gs1.org/8004/6901234X7",
    "hdl:88.118.8/frame-7",
    "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
    "https://things.example.com/t/7",
)
CLASSES = ("https://id.gs1.org/01/06901234567892", "https://id.gs1.org/01/06901234567892/10/L%2B1", "urn:x:class")
PLACES = ("https://id.gs1.org/414/6901234000016", "https://id.gs1.org/414/6901234000016/254/7", "hdl:88.118.8/hall-2")
PARTIES = ("https://id.gs1.org/417/6901234000016", "urn:x:party:7")
ADDRESSES = ("urn:x:1", "https://example.com/a?b=c&d=%20", "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8")
LANGUAGE = f"{{{XML}}}lang"
OWN_TYPE = "https://ns.example.com/types/own"

# What XML 1.0 can carry, without the line ends that it makes one.
characters = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="￾￿") | st.sampled_from("\t\n")
texts = st.text(characters, max_size=12) | st.sampled_from(("10", "true", " outer ", "<&>\"'", "冰箱", "\r\n"))
names = st.builds("{{{}}}{}".format, st.sampled_from(NAMESPACES), st.sampled_from(("a", "b", "Temp-1", "_x", "温度")))
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3) | st.sampled_from(
    (Decimal(0), Decimal("1E+3"), Decimal("1.50"), Decimal(-7))
)  # fmt: skip
amounts = st.sampled_from((Decimal(1), Decimal("12.50"), Decimal("0.001"), Decimal(1000)))
scalars = texts | numbers | st.booleans()
times = st.datetimes().map(lambda moment: _normal(moment.isoformat()))
offsets = st.sampled_from(("+08:00", "-06:00", "+00:00", "+14:00"))


def _normal(text: str) -> str:
    seconds, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return f"{seconds}.{fraction}Z" if fraction else f"{seconds}Z"


def _filled(value: Any) -> bool:
    """Return whether the normal form keeps a value: empty lists and objects are left out."""
    return not isinstance(value, list | dict) or bool(value)


attributes = st.dictionaries(
    names | st.sampled_from(("plain", "b-2", LANGUAGE, "{http://www.w3.org/2001/XMLSchema-instance}nil")),
    texts,
    min_size=1,
    max_size=3,
) | st.just({TYPE: f"{{{NAMESPACES[0]}}}Own"})


@st.composite
def _members(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Draw an object: members by name, with a text of its own or not, or content in order; some have attributes."""
    inner = names | st.sampled_from(("plain", "b-2"))
    own = draw(st.dictionaries(inner, values, max_size=3))
    match draw(st.integers(0, 3)):
        case 0:
            own |= _said(draw(texts))
        case 1:
            child = values.filter(lambda value: not isinstance(value, list))
            nodes = [
                draw(texts) if draw(st.booleans()) else {draw(inner): draw(child)}
                for _ in range(draw(st.integers(2, 5)))
            ]
            own = arranged(nodes)
    if draw(st.booleans()):
        own[ATTRIBUTES] = draw(attributes)
    # A text alone stands there as such, and nothing at all does not stand there.
    return own if own.keys() - {"#text"} else {**own, "plain": "x"}


def _said(text: str) -> dict[str, Any]:
    return {"#text": text} if text else {}


values = st.recursive(
    scalars, lambda below: st.lists(below, min_size=1, max_size=3) | _members(below), max_leaves=6
).filter(_filled)
extensions = st.builds(
    lambda own, worn: own | worn,
    st.dictionaries(names, values, max_size=3),
    st.just({}) | st.builds(lambda name, text: {ATTRIBUTES: {name: text}}, names, texts),
)


def _word(words: vocabulary.Vocabulary) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(words.words)) | st.just(OWN_TYPE)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _many(value: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(value, min_size=1, max_size=3)


def _extended(fields: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda own, others: own | others, fields, extensions)


def _attributed(fields: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Return what says all in attributes, so that its extensions do so too and it has none beside them."""
    return st.builds(lambda own, others: own | others, fields, st.dictionaries(names, values, max_size=3))


_things = st.lists(st.sampled_from(THINGS), min_size=1, max_size=4, unique=True)
_quantities = _many(
    st.fixed_dictionaries({"epcClass": st.sampled_from(CLASSES)})
    | st.fixed_dictionaries(
        {"epcClass": st.sampled_from(CLASSES), "quantity": amounts}, optional={"uom": st.just("KGM")}
    )
)
_place = _extended(st.fixed_dictionaries({"id": st.sampled_from(PLACES)}))
_address = st.sampled_from(ADDRESSES)
_device = {
    "time": times,
    "deviceID": st.sampled_from(THINGS),
    "deviceMetadata": _address,
    "rawData": _address,
    "dataProcessingMethod": _address,
    "bizRules": _address,
}
_report = _attributed(
    st.fixed_dictionaries(
        {"type": _word(vocabulary.MEASUREMENTS)},
        optional={
            **_device,
            "exception": _word(vocabulary.ALERTS),
            "microorganism": _address,
            "chemicalSubstance": _address,
            "coordinateReferenceSystem": _address,
            "component": _word(vocabulary.COMPONENTS),
            "stringValue": texts,
            "booleanValue": st.booleans(),
            "hexBinaryValue": st.just("00aF"),
            "uriValue": _address,
            "uom": st.just("CEL"),
            **dict.fromkeys(("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"), numbers),
        },
    )
)
_sensors = _many(
    _extended(
        st.fixed_dictionaries(
            {"sensorReport": _many(_report)},
            optional={"sensorMetadata": _attributed(_some(**_device, startTime=times, endTime=times)).filter(bool)},
        )
    )
)


def _typed(name: str, kinds: vocabulary.Vocabulary, named: tuple[str, ...], *, kind_required: bool) -> Any:
    kind = {"type": _word(kinds)}
    return _many(
        st.fixed_dictionaries(
            {name: st.sampled_from(named), **(kind if kind_required else {})}, optional={} if kind_required else kind
        )
    )


_common = _some(
    eventID=_address,
    errorDeclaration=_extended(
        st.fixed_dictionaries(
            {"declarationTime": times},
            optional={"reason": _word(vocabulary.ERROR_REASONS), "correctiveEventIDs": _many(_address)},
        )
    ),
    certificationInfo=_many(_address),
    bizStep=_word(vocabulary.BUSINESS_STEPS),
    disposition=_word(vocabulary.DISPOSITIONS),
    persistentDisposition=_some(
        **dict.fromkeys(("set", "unset"), st.lists(_word(vocabulary.DISPOSITIONS), min_size=1, max_size=3, unique=True))
    ).filter(bool),
    readPoint=_place,
    bizLocation=_place,
    bizTransactionList=_typed("bizTransaction", vocabulary.TRANSACTION_TYPES, ADDRESSES, kind_required=False),
    sourceList=_typed("source", vocabulary.SOURCE_TYPES, PARTIES + PLACES, kind_required=True),
    destinationList=_typed("destination", vocabulary.SOURCE_TYPES, PARTIES + PLACES, kind_required=True),
    sensorElementList=_sensors,
)
_action = st.sampled_from(("ADD", "OBSERVE", "DELETE"))
_ilmd = extensions.filter(bool)


def _of_type(name: str, required: dict[str, Any], **optional: Any) -> st.SearchStrategy[Event]:
    base = {"type": st.just(name), "eventTime": times, "eventTimeZoneOffset": offsets, **required}
    fields = st.fixed_dictionaries(base, optional=optional)
    return st.builds(lambda own, common, others: Event(common | own | others), fields, _common, extensions)


EVENTS = st.one_of(
    _of_type("ObjectEvent", {"epcList": _things, "action": st.just("ADD")}, quantityList=_quantities, ilmd=_ilmd),
    _of_type("ObjectEvent", {"quantityList": _quantities, "action": _action}),
    *(
        _of_type(name, {"parentID": st.just(THINGS[2]), "childEPCs": st.just([THINGS[0]]), "action": _action}, childQuantityList=_quantities)
        for name in ("AggregationEvent", "AssociationEvent")
    ),
    _of_type(
        "TransactionEvent",
        {"bizTransactionList": st.just([{"type": "po", "bizTransaction": "urn:x:1"}]), "action": _action, "epcList": _things},
        parentID=st.just(THINGS[3]), quantityList=_quantities,
    ),
    _of_type(
        "TransformationEvent",
        {"inputQuantityList": _quantities, "outputEPCList": _things},
        inputEPCList=_things, outputQuantityList=_quantities, transformationID=_address, ilmd=_ilmd,
    ),
)  # fmt: skip
"""Right events in normal form."""

_partner = st.text("abc冰", min_size=1, max_size=5)
_headers = st.fixed_dictionaries(
    {}, optional={"sender": _partner, "receiver": _partner, "instanceIdentifier": _partner}
)
_attribute = st.tuples(
    st.sampled_from(("urn:epcglobal:cbv:mda:site", "https://ns.example.com/epcis/a", "http://example.org/a#b")), values
)
VOCABULARIES = _many(
    st.builds(
        MasterVocabulary,
        st.just("urn:epcglobal:epcis:vtype:BusinessLocation"),
        _many(
            st.builds(
                VocabularyElement,
                st.sampled_from(PLACES),
                st.lists(_attribute, max_size=3).map(tuple),
                st.lists(st.sampled_from(PLACES), max_size=2).map(tuple),
            )
        ).map(tuple),
    )
).map(tuple)
"""Master data."""

DOCUMENTS = st.builds(
    Document,
    st.just(DocumentKind.EVENTS),
    entries=_many(EVENTS).map(tuple),
    creation_date=times,
    id=st.none() | st.just("urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8"),
    header=_headers,
    vocabularies=st.just(()) | VOCABULARIES,
    extensions=st.builds(FrameExtensions, extensions, st.dictionaries(names, values, max_size=3), extensions),
    namespaces=st.just({"example": NAMESPACES[0]}),
)
"""Documents with header, master data and extensions of the frame."""
