"""Dossiers: granted fields and no others, liens as far as the reader may know, the same verdict offline."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from evidence.dossiers import DossierOrder, OpenedDossier, opened_dossier, order_dossier
from evidence.errors import DossierClosed, DossierRefused
from store.reader import ANONYMOUS, ANYONE, PRIVATE, Disclosure, Reader
from traceability.identifiers import parse
from traceability.verdict.dossier import dossier_verdict_of

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER, BANK = 1, 2, 4
CLASS = "https://id.gs1.org/01/06901234000788"
PARTY = "https://id.gs1.org/417/6901234000009"
INVOICE = "urn:epcglobal:cbv:bt:6901234000009:INV-7"
_numbers = count(1)


@pytest.fixture
def fridge(house: House) -> str:
    """Return a refrigerator that was made, sold to its maker's own shop with a secret price list, and received by another."""
    thing = f"{CLASS}/21/D{next(_numbers)}"
    house.created(MAKER, thing)
    sold = house.event(
        "ObjectEvent",
        "shipping",
        action="OBSERVE",
        epcList=[thing],
        bizTransactionList=[{"type": "inv", "bizTransaction": INVOICE}],
        destinationList=[{"type": "owning_party", "destination": PARTY}],
    )
    house.capture(MAKER, sold, disclosure=Disclosure(PRIVATE))
    received = house.event("ObjectEvent", "receiving", action="OBSERVE", epcList=[thing])
    house.capture(SUPPLIER, received)
    return thing


def opened(
    house: House, thing: str, fields: tuple[str, ...], reader: Reader = ANONYMOUS, **more: object
) -> OpenedDossier:
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(thing),), fields, now + timedelta(days=1), **more)  # type: ignore[arg-type]
    _, token = order_dossier(house.record, house.mirror, order, now)
    return opened_dossier(house.record, house.mirror, house.connection, token, now, reader)


def outcomes(dossier: OpenedDossier) -> dict[str, tuple[str, str]]:
    return {check.id: (check.outcome.value, check.reason) for check in dossier.verdicts[0].checks}


def test_a_dossier_opens_the_granted_fields_and_no_others(house: House, fridge: str) -> None:
    nothing = opened(house, fridge, ()).bundles[0]
    invoice = opened(house, fridge, ("/bizTransactionList/*/bizTransaction",)).bundles[0]

    assert INVOICE.encode() not in _opened_bytes(nothing)
    assert INVOICE.encode() in _opened_bytes(invoice)
    assert b"shipping" not in _opened_bytes(invoice)
    assert PARTY.encode() not in _opened_bytes(invoice)


def test_hidden_lines_leave_provenance_unknown_and_granted_ones_do_not(house: House, fridge: str) -> None:
    hidden, shown = outcomes(opened(house, fridge, ())), outcomes(opened(house, fridge, ("",)))

    assert ("UNKNOWN", "lines_hidden") == hidden["provenance"]
    assert ("PASS", "back_to_origin") == shown["provenance"]
    assert ("PASS", "received_by_second_party") == shown["receipt"]
    assert ("PASS", "owned_by_borrower") == shown["title"]
    assert ("PASS", "unencumbered") == shown["liens"]
    assert ("PASS", "not_recalled") == shown["recall"]
    assert ("PASS", "identified") == shown["borrower"]
    assert ("REFER", "no_attestation") == shown["attestation"]
    assert ("REFER", "development_chain") == shown["proof"]


def test_the_whole_never_passes_while_something_is_unknown(house: House, fridge: str) -> None:
    assert "UNKNOWN" == opened(house, fridge, ()).verdicts[0].overall.value
    assert "REFER" == opened(house, fridge, ("",)).verdicts[0].overall.value


def test_the_file_gives_the_same_verdict_offline(house: House, fridge: str) -> None:
    dossier = opened(house, fridge, ("",))

    checked = dossier_verdict_of(dossier.to_json(), house.trust_root, dossier.content["issuedAt"])

    assert [verdict.to_json() for verdict in dossier.verdicts] == [asset.to_json() for asset in checked.assets]
    assert "REFER" == checked.overall.value


def test_a_file_that_was_changed_fails(house: House, fridge: str) -> None:
    text = opened(house, fridge, ("",)).to_json()

    other = dossier_verdict_of(text.replace("91370212760012345X", "91370212760099999X"), house.trust_root, 0)
    unread = dossier_verdict_of(text[:-2], house.trust_root, 0)

    assert "FAIL" == other.overall.value
    assert ("FAIL", "unreadable") == (unread.overall.value, unread.problems[0].reason)


def test_a_link_opens_until_its_time_and_for_its_token_only(house: House, fridge: str) -> None:
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(fridge),), (), now + timedelta(hours=1))
    _, token = order_dossier(house.record, house.mirror, order, now)

    for wrong, when in ((token + "x", now), (token, now + timedelta(hours=2))):
        with pytest.raises(DossierClosed):
            opened_dossier(house.record, house.mirror, house.connection, wrong, when)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"assets": ()}, "/assets"),
        ({"assets": (parse("04012345000016"),)}, "/assets/0"),
        ({"assets": (parse(CLASS), parse(CLASS))}, "/assets/1"),
        ({"fields": ("bizStep",)}, "/fields/0"),
        ({"fields": ("/x",) * 65}, "/fields"),
        ({"until": datetime(2020, 1, 1, tzinfo=UTC)}, "/until"),
        ({"borrower": 99}, "/borrower"),
    ],
)
def test_an_order_that_is_not_in_order_is_refused_at_its_place(
    house: House, change: dict[str, object], place: str
) -> None:
    now = datetime.now(UTC)
    content = {"borrower": MAKER, "assets": (parse(CLASS),), "fields": (), "until": now + timedelta(days=1)} | change

    with pytest.raises(DossierRefused) as refused:
        order_dossier(house.record, house.mirror, DossierOrder(**content), now)  # type: ignore[arg-type]

    assert place == refused.value.place


def _opened_bytes(bundle: object) -> bytes:
    return b"".join(leaf for opening in bundle.events.values() for _, leaf in opening.leaves)  # type: ignore[attr-defined]


def test_disclosure_to_anyone_needs_no_grant(house: House) -> None:
    thing = f"{CLASS}/21/D{next(_numbers)}"
    house.created(MAKER, thing, disclosure=Disclosure(ANYONE))

    assert ("PASS", "back_to_origin") == outcomes(opened(house, thing, ()))["provenance"]
