"""Which identifiers may stand where: things in lists, classes and lots in quantities, places at places (CBV 2.0 §8)."""

from collections.abc import Callable, Iterator

from traceability.epcis.event import Event
from traceability.epcis.problem import Problem
from traceability.identifiers import Identifier, Level

Identify = Callable[[str], Identifier | None]

_THING_LISTS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
_CLASS_LISTS = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
_SERVICE_RELATIONS = frozenset({"gsrn", "gsrnp"})


def identifier_problems(event: Event) -> Iterator[Problem]:
    """Return the identifiers that stand where they cannot, and those that stand twice."""
    body, identify = event.body, event.identifier
    parent = body.get("parentID")
    # What is installed at a place is associated with the place itself.
    found = identify(parent) if parent else None
    if found is not None and not (body.get("type") == "AssociationEvent" and found.level is Level.PLACE):
        yield from _thing(found, "/parentID")
    for name in _THING_LISTS:
        things = body.get(name)
        if things:
            yield from _list_of_things(identify, name, things, parent if name == "childEPCs" else None)
    for name in _CLASS_LISTS:
        for index, element in enumerate(body.get(name, ())):
            if text := element.get("epcClass"):
                yield from _class(identify, text, f"/{name}/{index}/epcClass")
    for name in ("readPoint", "bizLocation"):
        if text := body.get(name, {}).get("id"):
            yield from _place(identify, text, f"/{name}/id")
    for name, member in (("sourceList", "source"), ("destinationList", "destination")):
        for index, element in enumerate(body.get(name, ())):
            if text := element.get(member):
                yield from _source(identify, text, element.get("type"), f"/{name}/{index}/{member}")


def _list_of_things(identify: Identify, name: str, things: list[str], parent: str | None) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, text in enumerate(things):
        found = identify(text)
        thing = text if found is None else found.canonical
        if thing in seen:
            cure = "This thing stands in the list already, in another writing; it counts once."
            yield Problem(f"/{name}/{index}", "duplicate", cure, is_warning=True)
        elif thing == parent:
            yield Problem(f"/{name}/{index}", "parent-of-itself", "A thing is not its own parent.")
        seen.add(thing)
        if found is not None:
            yield from _thing(found, f"/{name}/{index}")


def _thing(found: Identifier, pointer: str) -> Iterator[Problem]:
    if found.level in {Level.CLASS, Level.LOT}:
        level = found.level.value
        cure = f"{found.display()} names a whole {level}, not one thing: give a serial, or use a quantity list."
        yield Problem(pointer, "class-level", cure)
    elif found.level is Level.PLACE or (found.level is Level.PARTY and found.kind not in _SERVICE_RELATIONS):
        yield Problem(pointer, "not-a-thing", f"{found.display()} names a {found.level.value}, not a thing.")


def _class(identify: Identify, text: str, pointer: str) -> Iterator[Problem]:
    found = identify(text)
    # An industrial-internet identifier does not say in its form what it names.
    if found and not found.open_level and found.level not in {Level.CLASS, Level.LOT}:
        cure = (
            f"{found.display()} names one {found.level.value}; a quantity is of a class or lot. Use the list of things."
        )
        yield Problem(pointer, "not-a-class", cure)


def _place(identify: Identify, text: str, pointer: str) -> Iterator[Problem]:
    found = identify(text)
    if found and not found.open_level and found.level is not Level.PLACE:
        cure = f"{found.display()} names a {found.level.value}; here stands a place, such as (414) with a GLN."
        yield Problem(pointer, "not-a-place", cure)


def _source(identify: Identify, text: str, kind: str | None, pointer: str) -> Iterator[Problem]:
    found = identify(text)
    if found is None or found.open_level:
        return
    # Before CBV 2.0 a party was named by the SGLN of its head office; such writings stay readable.
    allowed = {Level.PLACE} if kind == "location" else {Level.PARTY, Level.PLACE}
    if found.level not in allowed:
        wanted = "place" if kind == "location" else "party"
        cure = f"{found.display()} names a {found.level.value}; here stands a {wanted}."
        yield Problem(pointer, f"not-a-{wanted}", cure)
