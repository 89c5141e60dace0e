"""Bundles when the node is away, the mirror is behind, the chain is quiet, or prefixes were granted later."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

import evidence.proving
from chain.connection import Connection
from chain.errors import Retryable
from evidence.bundles import bundle_of
from evidence.dossiers import DossierOrder, opened_dossier, order_dossier
from evidence.errors import DossierRefused, MirrorBehind
from store.reader import ANONYMOUS, PRIVATE, Disclosure, Reader
from store.record.outbox import AUTHORITY
from store.record.payloads import GrantPrefix
from submission.worker import open_worker
from traceability.identifiers import parse

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER = 1, 2
CLASS = "https://id.gs1.org/01/06901234000788"
_numbers = count(1)


@pytest.fixture
def fridge(house: House) -> str:
    """Return a refrigerator of this test's own."""
    thing = f"{CLASS}/21/H{next(_numbers)}"
    house.created(MAKER, thing)
    return thing


@pytest.fixture
def away(house: House) -> Iterator[Connection]:
    """Return a connection to a node that is not there."""
    with Connection(house.connection.network.with_rpc_url("http://127.0.0.1:9"), timeout=0.2, attempts=1) as connection:
        yield connection


def test_when_the_node_is_away_the_newest_bundle_stands_in(house: House, fridge: str, away: Connection) -> None:
    issued = house.bundle(fridge)

    assert bundle_of(house.record, house.mirror, away, parse(fridge), ANONYMOUS) == issued
    with pytest.raises(Retryable):
        bundle_of(house.record, house.mirror, away, parse(fridge), Reader(SUPPLIER))


def test_a_dossier_too_outlives_an_absence_of_the_node(house: House, fridge: str, away: Connection) -> None:
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(fridge),), (), now + timedelta(days=1))
    _, token = order_dossier(house.record, house.mirror, order, now)
    with pytest.raises(Retryable):
        opened_dossier(house.record, house.mirror, away, token, now)

    first = opened_dossier(house.record, house.mirror, house.connection, token, now)

    assert opened_dossier(house.record, house.mirror, away, token, now).bundles == first.bundles


def test_a_mirror_that_is_behind_says_so(house: House, fridge: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence.proving, "ATTEMPTS", 2)
    monkeypatch.setattr(evidence.proving, "PAUSE", 0.0)
    monkeypatch.setattr(type(house), "settle", lambda self: None)
    house.observed(MAKER, fridge)
    open_worker(house.settings, house.record, house.connection, house.passphrase).run_until_idle()

    with pytest.raises(MirrorBehind, match="ask again"):
        house.bundle(fridge)

    monkeypatch.undo()
    house.settle()
    assert house.verdict(fridge).fact("story").reason == "complete_headed"


def test_a_quiet_development_chain_is_asked_for_a_block(house: House, fridge: str) -> None:
    before = house.connection.block_number()

    house.bundle(fridge)
    same = house.connection.block_number()
    bundle_of(house.record, house.mirror, house.connection, parse(fridge), ANONYMOUS, int(time.time()) + 5000)

    assert (same, house.connection.block_number()) == (before, before + 1)


def test_what_was_no_thing_when_it_was_recorded_stays_none(house: House, fridge: str) -> None:
    later = "https://id.gs1.org/01/06907777000018/21/X1"
    house.built(MAKER, fridge, later)
    house.promise(AUTHORITY, GrantPrefix("gs1", "6907777", SUPPLIER))

    verdict = house.verdict(fridge)

    assert verdict.fact("story").reason == "complete_headed"
    assert verdict.fact("recall").args["because"] == "not_on_network"


def test_an_order_names_no_more_than_a_hundred_assets(house: House) -> None:
    now = datetime.now(UTC)
    assets = tuple(parse(f"{CLASS}/21/N{number}") for number in range(101))

    with pytest.raises(DossierRefused, match="1 to 100"):
        order_dossier(house.record, house.mirror, DossierOrder(MAKER, assets, (), now + timedelta(days=1)), now)


def test_a_granted_field_of_an_event_that_is_public_but_hidden_in_part_is_opened(house: House) -> None:
    thing = f"{CLASS}/21/H{next(_numbers)}"
    house.created(MAKER, thing, lot="HL77", disclosure=Disclosure("public", (), ("/ilmd", "/bizStep")))
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(thing),), ("/bizStep",), now + timedelta(days=1))
    _, token = order_dossier(house.record, house.mirror, order, now)

    (bundle,) = opened_dossier(house.record, house.mirror, house.connection, token, now).bundles
    leaves = b"".join(leaf for opening in bundle.events.values() for _, leaf in opening.leaves)

    assert b"commissioning" in leaves
    assert b"HL77" not in leaves


def test_another_firms_private_event_stays_closed_whatever_the_borrower_grants(house: House, fridge: str) -> None:
    house.observed(SUPPLIER, fridge, disclosure=Disclosure(PRIVATE))
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(fridge),), ("",), now + timedelta(days=1))
    _, token = order_dossier(house.record, house.mirror, order, now)

    (bundle,) = opened_dossier(house.record, house.mirror, house.connection, token, now).bundles

    assert len(bundle.events) == len(bundle.things[0].lines) - 1
    assert replace(bundle, events={}) != bundle
