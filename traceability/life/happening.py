"""A happening: one event as far as it was opened, with the words that its line adds (docs/formats.md §3 and §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traceability.commitment import Instant, Opened, Value
from traceability.ledger.meta import Kind, Meta
from traceability.life.naming import Named, Role, named_at, role_at

NAMESPACE = "https://suyuan.example/ns/"
"""The namespace of the extensions that this house reads."""

STAGE_POINTERS = ("/{https:~1~1suyuan.example~1ns~1}stage", "/ilmd/{https:~1~1suyuan.example~1ns~1}stage")
"""Where an event says the stage of life, the first that is there."""

LOT_NUMBER_POINTERS = ("/ilmd/{urn:epcglobal:cbv:mda:}lotNumber", "/ilmd/{urn:epcglobal:cbv:mda}lotNumber")
"""Where the event that brings a thing into being says its lot (CBV 2.0 §9.2): as JSON-LD and as XML name it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one event tells; what is not opened is known to be there and not known."""

    kind: Kind
    organisation: int
    """The number of the organisation that asserted it."""
    recorded_at: int
    """When the ledger took it, seconds since 1970."""
    commitment: bytes
    values: Mapping[str, Value]
    """What is opened, by pointer."""
    named: tuple[Named, ...]
    """The things that it names and shows, in the order of the leaves."""
    closed: frozenset[str]
    """The pointers of what is there and not opened."""
    kept_back: frozenset[Role]
    """The roles of which at least one thing is named and not shown."""
    has_transformation_id: bool
    """Whether it is one of several events of one transformation (EPCIS 2.0 §7.4.6)."""
    has_lot_number: bool
    """Whether it says a lot, opened or not."""
    declares_an_error: bool
    """Whether it declares another event wrong, opened or not (EPCIS 2.0 §7.4.1.4)."""

    @classmethod
    def of(cls, opened: Opened, commitment: bytes, meta: Meta) -> Happening:
        """Return what an opened commitment tells under the meta of its line."""
        kind = opened.header.kind
        named: list[Named] = []
        kept_back: set[Role] = set()
        pointers = tuple(opened.pointers())
        for pointer in pointers:
            role = role_at(pointer, kind)
            if role is None:
                continue
            if pointer not in opened.values:
                kept_back.add(role)
            elif (name := named_at(role, pointer, opened.values[pointer])) is not None:
                named.append(name)
        return cls(
            kind=kind,
            organisation=meta.organisation,
            recorded_at=meta.time,
            commitment=commitment,
            values=opened.values,
            named=tuple(named),
            closed=frozenset(pointers).difference(opened.values),
            kept_back=frozenset(kept_back),
            has_transformation_id=opened.length_at("/transformationID") is not None,
            has_lot_number=any(opened.length_at(pointer) is not None for pointer in LOT_NUMBER_POINTERS),
            declares_an_error=opened.length_at("/errorDeclaration") is not None,
        )

    def text(self, pointer: str) -> str | None:
        """Return the text at a pointer, None where there is none or it is not opened."""
        value = self.values.get(pointer)
        return value if isinstance(value, str) else None

    @property
    def event_time(self) -> int | None:
        """Return when it happened, by the word of who asserted it, in whole seconds since 1970."""
        value = self.values.get("/eventTime")
        return value.seconds if isinstance(value, Instant) else None

    @property
    def stage(self) -> str | None:
        """Return the stage of life that it says."""
        return next((text for pointer in STAGE_POINTERS if (text := self.text(pointer)) is not None), None)

    @property
    def lot_number(self) -> str | None:
        """Return the lot that it says, None where it says none or does not show it."""
        return next((text for pointer in LOT_NUMBER_POINTERS if (text := self.text(pointer)) is not None), None)

    def named_as(self, role: Role) -> tuple[Named, ...]:
        """Return the shown things of one role."""
        return tuple(name for name in self.named if name.role is role)

    def roles_of(self, key: bytes, canonical: str) -> tuple[Role, ...]:
        """Return as what it names a thing, in the order of the leaves."""
        return tuple(
            name.role
            for name in self.named
            if name.thing is not None and name.thing.key == key and name.text == canonical
        )

    def lacks(self, role: Role) -> bool:
        """Return whether it has no place of this role at all, shown or not."""
        return role not in self.kept_back and not any(name.role is role for name in self.named)
