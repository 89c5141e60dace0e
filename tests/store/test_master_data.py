"""Master data and claims about codes in both databases: saved, superseded, found, forgotten."""

from datetime import datetime, timedelta

from store import Record
from store.reader import OPEN, PRIVATE, Disclosure, Reader
from store.record.alias_saving import AliasClaim
from store.record.aliases import claims_about
from store.record.bodies import forget
from store.record.capture import ANCHORED, CapturedEvent, save_capture
from store.record.jobs import NewJob, job_of
from store.record.master_data import all_elements, attributes_of, descendants, uris_with, versions_of
from store.record.master_data_saving import ElementIndex
from store.record.payloads import Attest
from store.record.statements import Statement, save_statement

PLANT, DOCK = "https://id.gs1.org/414/6901234000016", "https://id.gs1.org/414/6901234000023"
LOCATION, NAME = "urn:epcglobal:epcis:vtype:BusinessLocation", "urn:epcglobal:cbv:mda:name"
FIRM, OTHER = Reader(1), Reader(2)


def statement(number: int, name: str, children: tuple[str, ...] = (), disclosure: Disclosure = OPEN) -> CapturedEvent:
    below = f', "children": ["{children[0]}"]' if children else ""
    return CapturedEvent(
        index=-1,
        commitment=bytes([number]) * 32,
        content_digest=bytes([number]) * 32,
        event_hash="https://suyuan.example/ns/master-data",
        event_id=None,
        body=f'{{"subject": "{PLANT}", "vocabulary": "{LOCATION}", "attributes": {{"{NAME}": "{name}"}}{below}}}',
        secret=b"s" * 32,
        kind=12,
        flags=0,
        state=0,
        lane=ANCHORED,
        lines=(),
        disclosure=disclosure,
        element=ElementIndex(LOCATION, PLANT, name.encode(), ((NAME, name),), children),
    )


def said(record: Record, now: datetime, organisation: int, *events: CapturedEvent) -> str:
    job = NewJob(f"job {organisation} {now}", organisation, "rollback", True)
    save_capture(record, job, [], [], now, elements=events)
    return job.id


def test_the_newest_statement_of_each_firm_is_found(record: Record, now: datetime) -> None:
    said(record, now, 1, statement(1, "One", (DOCK,)))
    said(record, now + timedelta(1), 1, statement(2, "Two", (DOCK,)))
    said(record, now, 2, statement(3, "Gate"))

    found = attributes_of(record, [PLANT, DOCK], OTHER)

    assert [(1, "Two"), (2, "Gate")] == [(one.organisation, one.text(NAME)) for one in found[PLANT]]
    assert {PLANT, DOCK} == descendants(record, PLANT, OTHER)
    assert ({PLANT}, set()) == (uris_with(record, OTHER, NAME, ["Two"]), uris_with(record, OTHER, NAME, ["One"]))
    assert {PLANT} == uris_with(record, OTHER, NAME)
    assert 2 == len(all_elements(record, OTHER))
    assert 3 == len(versions_of(record, PLANT, OTHER))


def test_a_statement_is_seen_by_its_readers_and_told_in_its_job(record: Record, now: datetime) -> None:
    job = said(record, now, 1, statement(1, "One", disclosure=Disclosure(PRIVATE)))

    assert ((), 1) == (all_elements(record, OTHER), len(all_elements(record, FIRM, [LOCATION])))
    kept = job_of(record, job, FIRM)
    assert kept is not None
    assert [(PLANT, "waiting")] == [(element.uri, element.progress) for element in kept.elements]


def test_a_statement_that_is_forgotten_leaves_no_trace_in_the_indexes(record: Record, now: datetime) -> None:
    said(record, now, 1, statement(1, "One", (DOCK,)))

    assert forget(record, bytes([1]) * 32, FIRM, now)

    assert ((), frozenset()) == (all_elements(record, FIRM), uris_with(record, FIRM, NAME))


def test_a_claim_is_found_by_either_code_as_its_statement_says_it(record: Record, now: datetime) -> None:
    body = f'{{"subject": "{PLANT}", "things": ["{DOCK}"], "relation": "same"}}'
    number, word = b"a" * 32, b"w" * 32
    kept = Statement(number, word, word, PLANT, 1, word, body, b"s" * 32, Disclosure(PRIVATE), now)
    claim = AliasClaim(number, 1, PLANT, DOCK, "different", now)

    save_statement(record, kept, Attest(word, word, word, 0), now, alias=claim)

    for code in (PLANT, DOCK):
        assert [(PLANT, DOCK, "same")] == [
            (found.code, found.other, found.relation) for found in claims_about(record, [code], FIRM)
        ]
    assert () == claims_about(record, [PLANT], OTHER)
