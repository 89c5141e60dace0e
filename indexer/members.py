"""Members, grants, attestations and liens: each log becomes a whole new version of the row that it changes."""

from dataclasses import dataclass, field
from typing import Any

from chain.events import (
    AttestationRevoked,
    AttestationSuperseded,
    Attested,
    ChainEvent,
    EntrySet,
    GrantStatusChanged,
    KeyAdded,
    KeyClosed,
    LienActivated,
    LienReleased,
    LienReserved,
    NodeGranted,
    OrganisationAdmitted,
    PartnerSet,
    PolicySet,
    PrefixGranted,
    ProfileChanged,
    RolesChanged,
    SchemaRegistered,
    SchemeRegistered,
    StandingChanged,
    SuccessorNamed,
)
from store.database import Mirror
from store.mirror.member_tables import EntryRow, GrantRow, KeyRow, NodeRow, OrganisationRow, PartnerRow, SchemeRow
from store.mirror.tables import AttestationRow, LienRow, MirrorModel, SchemaRow
from store.mirror.versions import newest_versions

ISSUED, REVOKED, SUPERSEDED = 1, 2, 3
RESERVED, ACTIVE, RELEASED = 1, 2, 3
GRANTED = 1
NO_ANCHORS_FORBIDDEN = 0

LARGEST_TIME = 2**63 - 1
"""Seconds since 1970 beyond which SQL cannot count."""

Version = dict[str, Any]
"""A row by column name."""

VERSIONED: dict[type[MirrorModel], tuple[str, ...]] = {
    EntryRow: ("name",),
    OrganisationRow: ("organisation",),
    KeyRow: ("address",),
    GrantRow: ("prefix_key",),
    NodeRow: ("prefix_key",),
    PartnerRow: ("prefix_key", "organisation"),
    AttestationRow: ("attestation_id",),
    LienRow: ("lien_id",),
}
"""What names the thing of which a row is a version."""


@dataclass(slots=True)
class Versions:
    """Turns logs into versions, remembering the newest ones that it made or looked up."""

    mirror: Mirror
    _newest: dict[tuple[type[MirrorModel], tuple[Any, ...]], Version] = field(default_factory=dict)

    def forget(self) -> None:
        """Forget what was remembered: the mirror was rewound or a range was not written."""
        self._newest.clear()

    def rows_of(self, event: ChainEvent, position: int, time: int) -> list[tuple[type[MirrorModel], tuple[Any, ...]]]:
        """Return the rows that a log brings about, in the order of their tables' columns."""
        changes = self._changes(event, time)
        rows: list[tuple[type[MirrorModel], tuple[Any, ...]]] = []
        for model, change in changes:
            row = change | {"position": position}
            if model in VERSIONED:
                self._newest[model, tuple(row[name] for name in VERSIONED[model])] = row
            rows.append((model, tuple(row[name] for name in model.model_fields)))
        return rows

    def _changes(self, event: ChainEvent, time: int) -> list[tuple[type[MirrorModel], Version]]:
        match event:
            case EntrySet():
                row = {
                    "name": event.name,
                    "address": event.target,
                    "version": event.version,
                    "from_block": event.from_block,
                }
                return [(EntryRow, row)]
            case SchemeRegistered():
                separator = event.separator.rstrip(b"\0").decode("latin-1")
                row = {
                    "scheme": event.scheme,
                    "separator": separator,
                    "shortest": event.shortest,
                    "longest": event.longest,
                }
                return [(SchemeRow, row)]
            case SchemaRegistered():
                row = {"schema_id": event.schema_id, "organisation": event.organisation, "text": _text(event.schema)}
                return [(SchemaRow, row | {"registered_at": time})]
            case OrganisationAdmitted() | StandingChanged() | RolesChanged() | ProfileChanged() | SuccessorNamed():
                return [(OrganisationRow, self._organisation(event, time))]
            case KeyAdded():
                row = {"address": event.key, "organisation": event.organisation, "key_number": event.key_number}
                return [(KeyRow, row | {"valid_from": _time(event.valid_from), "valid_until": _time(event.until)})]
            case KeyClosed():
                return self._changed(KeyRow, (event.key,), valid_until=_time(event.until))
            case PrefixGranted() | GrantStatusChanged() | NodeGranted() | PolicySet() | PartnerSet():
                return self._prefix(event, time)
            case Attested() | AttestationRevoked() | AttestationSuperseded():
                return self._attestation(event, time)
            case LienReserved() | LienActivated() | LienReleased():
                return self._lien(event, time)
            case _:
                return []

    def _organisation(self, event: ChainEvent, time: int) -> Version:
        match event:
            case OrganisationAdmitted():
                row = {"organisation": event.organisation, "standing": 1, "roles": event.roles, "successor": 0}
                return row | {"profile": _text(event.profile), "admitted_at": time}
            case StandingChanged():
                change: Version = {"standing": event.standing}
            case RolesChanged():
                change = {"roles": event.roles}
            case ProfileChanged():
                change = {"profile": _text(event.profile)}
            case SuccessorNamed():
                change = {"successor": event.successor}
            case _:
                raise TypeError(type(event).__name__)
        return self._found(OrganisationRow, (event.organisation,)) | change

    def _prefix(self, event: ChainEvent, time: int) -> list[tuple[type[MirrorModel], Version]]:
        match event:
            case PrefixGranted():
                row = {
                    "prefix_key": event.prefix_key,
                    "scheme": event.scheme,
                    "prefix": event.prefix,
                    "status": GRANTED,
                }
                rights = {"everyone": event.everyone, "anchors_forbidden": NO_ANCHORS_FORBIDDEN}
                return [(GrantRow, row | rights | {"holder": event.holder, "granted_at": time})]
            case GrantStatusChanged():
                return self._changed(GrantRow, (event.prefix_key,), status=event.status)
            case PolicySet():
                change = {"everyone": event.everyone, "anchors_forbidden": event.anchors_forbidden}
                return self._changed(GrantRow, (event.prefix_key,), **change)
            case NodeGranted():
                row = {"prefix_key": event.prefix_key, "scheme": event.scheme, "prefix": event.prefix}
                return [(NodeRow, row | {"organisation": event.organisation})]
            case PartnerSet():
                row = {"prefix_key": event.prefix_key, "organisation": event.organisation, "mask": event.mask}
                return [(PartnerRow, row)]
            case _:
                raise TypeError(type(event).__name__)

    def _attestation(self, event: ChainEvent, time: int) -> list[tuple[type[MirrorModel], Version]]:
        match event:
            case Attested():
                row = {"attestation_id": event.id, "schema_id": event.schema_id, "subject": event.subject}
                by = {
                    "organisation": event.organisation,
                    "key_number": event.key_number,
                    "commitment": event.commitment,
                }
                when = {"status": ISSUED, "issued_at": time, "expires_at": _time(event.expires), "successor": None}
                return [(AttestationRow, row | by | when)]
            case AttestationRevoked():
                return self._changed(AttestationRow, (event.id,), status=REVOKED)
            case AttestationSuperseded():
                return self._changed(AttestationRow, (event.id,), status=SUPERSEDED, successor=event.successor)
            case _:
                raise TypeError(type(event).__name__)

    def _lien(self, event: ChainEvent, time: int) -> list[tuple[type[MirrorModel], Version]]:
        match event:
            case LienReserved():
                row = {"lien_id": event.lien, "state": RESERVED, "asset": event.asset, "pledgor": event.pledgor}
                return [(LienRow, row | {"pledgee": event.pledgee, "until": _time(event.until), "since": time})]
            case LienActivated():
                return self._changed(LienRow, (event.lien,), state=ACTIVE, since=time)
            case LienReleased():
                return self._changed(LienRow, (event.lien,), state=RELEASED, since=time)
            case _:
                raise TypeError(type(event).__name__)

    def _changed(
        self, model: type[MirrorModel], names: tuple[Any, ...], **change: object
    ) -> list[tuple[type[MirrorModel], Version]]:
        return [(model, self._found(model, names) | change)]

    def _found(self, model: type[MirrorModel], names: tuple[Any, ...]) -> Version:
        """Return the newest version, from memory or the mirror; the contract emits no change of what never was."""
        found = self._newest.get((model, names))
        if found is None:
            found = newest_versions(self.mirror, model, dict(zip(VERSIONED[model], names, strict=True)))[0]
            self._newest[model, names] = found
        return found


def _time(seconds: int) -> int:
    # The chain takes any 64 bits, SQL has a sign: such a time is never, and stays it.
    return min(seconds, LARGEST_TIME)


def _text(data: bytes) -> str:
    # The chain does not check UTF-8, and PostgreSQL keeps no NUL: what cannot be kept is shown as the replacement sign.
    return data.decode("utf-8", "replace").replace("\0", "�")
