"""What XML has and JSON has not, in two members of our own: the attributes of an element, and content whose order counts.

``attributes`` is an object of texts. ``content`` takes the place of all other members of an element in which text stands
between or behind children, or children of one name stand apart: a list of texts and of objects with one member, a child.
"""

from collections.abc import Iterator, Mapping, Sequence

from traceability.epcis.raw import Raw

NAMESPACE = "https://suyuan.example/ns/xml/"
"""The namespace of the two members."""
PREFIX = "suyuan-xml"
"""The prefix that it is written with."""
ATTRIBUTES = f"{{{NAMESPACE}}}attributes"
"""The member that holds an element's attributes: names ``{namespace}local`` or bare, and texts."""
CONTENT = f"{{{NAMESPACE}}}content"
"""The member that holds an element's texts and children in order."""
OWN_TEXT = "#text"
"""The member that holds an element's own text where it also has attributes or children."""

XSI = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of type hints."""
TYPE = f"{{{XSI}}}type"
"""The attribute that names a type; its value is a name ``{namespace}local`` here, since prefixes differ."""
XML = "http://www.w3.org/XML/1998/namespace"
"""The namespace of ``xml:lang`` and ``xml:space``."""


def names_tell_order(texts: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether an element is its own text and then its children by name; then it needs no ``content``.

    `texts` stand before the first child and behind each; `names` are those of the children.
    """
    return not any(texts[1:]) and len(set(names)) == sum(
        1 for index, name in enumerate(names) if index == 0 or name != names[index - 1]
    )


def nodes_of(texts: Sequence[str], children: Sequence[tuple[str, Raw]]) -> list[Raw]:
    """Return the texts and children of an element as ``content`` has them."""
    nodes: list[Raw] = [texts[0]] if texts[0] else []
    for (name, value), tail in zip(children, texts[1:], strict=True):
        nodes.append({name: value})
        if tail:
            nodes.append(tail)
    return nodes


def arranged(nodes: Sequence[Raw]) -> dict[str, Raw]:
    """Return the members of an element with these texts and children: ``content`` only where it is needed."""
    texts, children = [""], []
    for node in nodes:
        if isinstance(node, str):
            texts[-1] += node
        else:
            children += node.items()
            texts.append("")
    names = [name for name, _ in children]
    spoken = any(text.strip() for text in texts)
    if (spoken and texts[0] != texts[0].strip() and children) or not names_tell_order(texts, names):
        return {CONTENT: nodes_of(texts, children)}
    members: dict[str, Raw] = {OWN_TEXT: texts[0]} if texts[0] else {}
    for name in dict.fromkeys(names):
        values = [value for own, value in children if own == name]
        members[name] = values[0] if len(values) == 1 else values
    return members


def plain(shape: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """Return the members of an object as if attributes and content were members like others: what hash and queries read.

    The own text is the one before the first child; what speaks of the value only (``xsi:…``) is left out.
    """
    if ATTRIBUTES not in shape and CONTENT not in shape:
        return shape
    found: dict[str, list[Raw]] = {}
    for name, value in _members(shape):
        found.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _members(shape: Mapping[str, Raw]) -> Iterator[tuple[str, Raw]]:
    for name, value in shape.get(ATTRIBUTES, {}).items():
        if not name.startswith(f"{{{XSI}}}"):
            yield name, value
    for name, value in shape.items():
        if name not in {ATTRIBUTES, CONTENT}:
            yield name, value
    for index, node in enumerate(shape.get(CONTENT, ())):
        if not isinstance(node, str):
            yield from node.items()
        elif index == 0 and node.strip():
            yield OWN_TEXT, node.strip()
