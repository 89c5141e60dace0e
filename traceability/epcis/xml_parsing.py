"""Parsing XML that a stranger sent: no entity, no network, no document type of consequence, bounded in depth and names.

Libxml2 itself bounds depth (256 levels) and single texts (10 MB) as long as nobody asks it for huge trees.
"""

import re

from lxml import etree

from traceability.epcis.context import STANDARD_PREFIXES
from traceability.epcis.header import NAMESPACE
from traceability.epcis.problem import DocumentInvalid, Problem
from traceability.epcis.raw import Element
from traceability.epcis.xml_form import XML, XSI
from traceability.epcis.xml_values import MARKS, XSD

MOST_NAMESPACES = 1_000
"""How many times a document may declare a namespace."""

_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1"})
_DECLARED_ENCODING = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_OWN = ("urn:epcglobal:epcis", XSI, XSD, XML, MARKS, NAMESPACE)


def parsed_xml(data: bytes) -> Element:
    """Return the root element of an XML text.

    Raises:
        DocumentInvalid: it is no XML in UTF-8, declares entities or attribute defaults, or goes beyond a bound.
    """
    _verify_plain(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None) or None
        raise DocumentInvalid([Problem("", "xml-syntax", f"{error or 'No XML'}: correct the XML.", line)]) from None
    _verify_bounded(root)
    if next(root.iter(etree.Entity), None) is not None:
        # A document type elsewhere may declare it; it is not fetched, so what it stands for is not known.
        raise DocumentInvalid([Problem("", "entities", "Write out what entities stand for: none are read.")])
    return root


def declared_namespaces(root: Element) -> dict[str, str]:
    """Return the namespaces that a document declares for extensions, by prefix; of one prefix the first."""
    declared: dict[str, str] = {}
    for _, (prefix, namespace) in etree.iterwalk(root, events=("start-ns",)):
        if prefix and not namespace.startswith(_OWN) and STANDARD_PREFIXES.get(prefix) != namespace:
            declared.setdefault(prefix, namespace)
    return declared


def _verify_bounded(root: Element) -> None:
    names = sum(1 for _ in etree.iterwalk(root, events=("start-ns",)))
    if names > MOST_NAMESPACES:
        cure = f"A document declares at most {MOST_NAMESPACES} namespaces; this declares {names}."
        raise DocumentInvalid([Problem("", "too-many", cure)])


def _verify_plain(data: bytes) -> None:
    """Raise for encodings in which a declaration of entities could hide, and for such declarations."""
    # XML begins with a bracket; in other families of encodings (UTF-16, EBCDIC) that is another byte.
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise DocumentInvalid([Problem("", "not-utf-8", "Write XML in UTF-8, beginning with an opening bracket.")])
    declared = _DECLARED_ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:512])
    if b"\x00" in data[:64] or (declared and declared.group(1).decode().lower() not in _ENCODINGS):
        raise DocumentInvalid([Problem("", "not-utf-8", "Write XML in UTF-8.")])
    if b"<!ENTITY" in data or b"<!ATTLIST" in data:
        cure = "Write values out: a document type with entities or attribute defaults is not read."
        raise DocumentInvalid([Problem("", "entities", cure)])
