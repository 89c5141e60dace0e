"""Dossiers: a borrower opens chosen fields of its own events on chosen assets, until a time, to whoever holds a link."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from chain.connection import Connection
from chain.errors import ChainError
from chain.network import trust_root_of
from evidence.bundles import keep_issued
from evidence.errors import DossierClosed, DossierRefused
from evidence.eyes import DossierEyes
from evidence.gathered import Gathered
from evidence.gathering import gathered_about
from evidence.grants import GrantHistory
from evidence.issued import issued_bundle
from evidence.pledging import add_pledging
from evidence.proving import proven
from store.database import Mirror, Record
from store.mirror.members import organisation_of
from store.reader import ANONYMOUS, Reader
from store.record.bundles import dossier_audience
from store.record.dossiers import Dossier, make_dossier, open_dossier
from traceability.identifiers import Identifier, parse
from traceability.proof import Bundle, QuestionKind
from traceability.verdict.bank import BankVerdict, bank_verdict_of
from traceability.verdict.borrower import credit_code_of
from traceability.verdict.dossier import FORMAT, MOST_ASSETS

_FIELD = re.compile(r"(/[^/\s]{1,300}){0,16}")
_MOST_FIELDS = 64


@dataclass(frozen=True, slots=True)
class DossierOrder:
    """What a borrower wants to show."""

    borrower: int
    """The organisation whose events are opened."""
    assets: tuple[Identifier, ...]
    fields: tuple[str, ...]
    """RFC 6901 pointers (`*` for every item of a list) that are opened in the borrower's own events; `""` opens all."""
    until: datetime
    """When the link stops opening."""
    title: str = ""
    """What the borrower calls it."""
    audience: str = ""
    """For whom it is, in words."""
    shows_liens: bool = False
    """Whether whoever holds the link may know who holds the liens of which the borrower is a party."""


@dataclass(frozen=True, slots=True)
class OpenedDossier:
    """A dossier as it goes out."""

    id: str
    content: dict[str, Any]
    """What it says of itself: borrower, assets, fields, until."""
    bundles: tuple[Bundle, ...]
    """One for each asset, in their order."""
    verdicts: tuple[BankVerdict, ...]
    """As found when it was opened; a checker makes them again."""

    def to_object(self) -> dict[str, object]:
        """Return the dossier file as values that `json` writes (`suyuan-dossier/1`)."""
        return {
            "format": FORMAT,
            "dossier": self.content,
            "bundles": [bundle.to_object() for bundle in self.bundles],
            "verdicts": [verdict.to_object() for verdict in self.verdicts],
        }

    def to_json(self) -> str:
        """Return the dossier file as text."""
        return json.dumps(self.to_object(), ensure_ascii=False, separators=(",", ":"))


def order_dossier(record: Record, mirror: Mirror, order: DossierOrder, now: datetime) -> tuple[Dossier, str]:
    """Keep a dossier and return it with the token of its link, which cannot be had again.

    Raises:
        DossierRefused: an asset, a field or the time is not in order.
    """
    verify_order(mirror, order, now)
    organisation = organisation_of(mirror, order.borrower)
    if organisation is None:
        raise DossierRefused("/borrower", "the organisation is not a member of the network")
    content = {
        "borrower": order.borrower,
        "uscc": credit_code_of(organisation.profile),
        "assets": [asset.canonical for asset in order.assets],
        "fields": list(order.fields),
        "until": int(order.until.timestamp()),
        "title": order.title,
        "audience": order.audience,
        "showsLiens": order.shows_liens,
    }
    return make_dossier(record, order.borrower, json.dumps(content, ensure_ascii=False), order.until, now)


def verify_order(mirror: Mirror, order: DossierOrder, now: datetime) -> None:
    """Raise where a borrower asks for a dossier that cannot be made.

    Raises:
        DossierRefused: with the place.
    """
    if not 0 < len(order.assets) <= MOST_ASSETS:
        raise DossierRefused("/assets", f"give 1 to {MOST_ASSETS} assets")
    grants = GrantHistory(mirror)
    for number, asset in enumerate(order.assets):
        if asset in order.assets[:number]:
            raise DossierRefused(f"/assets/{number}", "the asset is given twice")
        if grants.thing(asset) is None:
            raise DossierRefused(f"/assets/{number}", "no prefix of it is granted, so the ledger does not know it")
    if len(order.fields) > _MOST_FIELDS:
        raise DossierRefused("/fields", f"give at most {_MOST_FIELDS} fields")
    for number, field in enumerate(order.fields):
        if not _FIELD.fullmatch(field):
            raise DossierRefused(f"/fields/{number}", "give a pointer such as /bizTransactionList/*/bizTransaction")
    if order.until <= now:
        raise DossierRefused("/until", "the time is past")


def opened_dossier(
    record: Record, mirror: Mirror, connection: Connection, token: str, now: datetime, reader: Reader = ANONYMOUS
) -> OpenedDossier:
    """Return the dossier of a link, proven now.

    Raises:
        DossierClosed: the link is unknown, expired or revoked.
        ThingNotHeld, MirrorBehind, ChainError: as for a bundle.
    """
    dossier = open_dossier(record, token, now)
    if dossier is None:
        raise DossierClosed
    content: dict[str, Any] = json.loads(dossier.content)
    seconds = int(now.timestamp())
    bundles = tuple(
        _bundle(record, mirror, connection, dossier, content, parse(asset), reader, seconds)
        for asset in content["assets"]
    )
    root = trust_root_of(connection.network)
    verdicts = tuple(
        bank_verdict_of(
            bundle,
            root,
            seconds,
            borrower=dossier.organisation,
            credit_code=content["uscc"],
            reader=reader.organisation,
            asked=asset,
        )
        for bundle, asset in zip(bundles, content["assets"], strict=True)
    )
    return OpenedDossier(dossier.id, content | {"id": dossier.id, "issuedAt": seconds}, bundles, verdicts)


def _bundle(
    record: Record,
    mirror: Mirror,
    connection: Connection,
    dossier: Dossier,
    content: dict[str, Any],
    asset: Identifier,
    reader: Reader,
    now: int,
) -> Bundle:
    eyes = DossierEyes(reader, dossier.organisation, tuple(content["fields"]))
    moment = datetime.fromtimestamp(now, UTC)

    def gather() -> Gathered:
        gathered = gathered_about(record, mirror, asset, eyes, packages=True, now=moment)
        gathered.question = QuestionKind.DOSSIER
        add_pledging(gathered, mirror, dossier.organisation, shows_liens=bool(content["showsLiens"]))
        return gathered

    audience = dossier_audience(dossier.id if reader.is_anonymous else f"{dossier.id}:{reader.organisation}")
    try:
        bundle = proven(gather, connection, mirror, now)
    except ChainError:
        issued = issued_bundle(record, mirror, asset.canonical, audience, eyes, moment)
        if issued is None:
            raise
        return issued
    keep_issued(record, bundle, asset.canonical, audience, now)
    return bundle
