"""Verdicts read to a person: names, sentences, the worst news first; and the bodies of pages."""

from typing import Any

import pytest

from api.pages.dossier_body import closed_body, dossier_body
from api.pages.reading import Reading, display_of, name_in_profile
from api.pages.verdict_body import server_status, verdict_body
from api.pages.words import catalogue
from traceability.identifiers import parse

EN = catalogue(None)["en"]
ITEM = parse("https://id.gs1.org/01/06901234000016/21/A1")


def fact(name: str, status: str, reason: str, **args: Any) -> dict[str, Any]:
    return {"id": name, "status": status, "reason": reason, "args": args}


def step(**more: Any) -> dict[str, Any]:
    empty = {
        "state": None,
        "bizStep": None,
        "readPoint": None,
        "bizLocation": None,
        "eventTime": None,
        "recordedAt": 1_764_000_000,
    }
    lists: dict[str, Any] = {"declaredWrongBy": [], "disputedBy": [], "corrects": [], "replacedBy": []}
    return {"status": "matched", "reason": "asserted", "kind": "observe", "organisation": 1} | empty | lists | more


def verdict(*facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    profile = '{"name": {"zh": "海岚", "en": "Hailan"}}'
    organisation = {"number": 1, "status": "matched", "reason": "profile_agrees", "profile": profile}
    return {"facts": list(facts), "organisations": [organisation], "product": None, "block": {"number": 7}} | more


CALM = (
    fact("consensus", "not_checked", "development_chain"),
    fact("recall", "matched", "not_recalled", checked=3),
    fact("story", "matched", "complete", lines=2),
)


@pytest.mark.parametrize(
    ("facts", "headline"),
    [
        (CALM, "banner.calm.title"),
        ((fact("consensus", "refused", "bundle_refused", why="seals"),), "banner.refused.title"),
        ((fact("recall", "matched", "recalled", why="self"),), "banner.recalled.title"),
        ((fact("recall", "matched", "recalled", why="lot"),), "banner.recalled_part.title"),
        ((fact("story", "refused", "never_recorded"),), "banner.never_recorded.title"),
        ((fact("story", "refused", "lines_disagree"),), "banner.disagrees.title"),
        ((fact("state", "matched", "stolen"),), "banner.stolen.title"),
        ((fact("recall", "matched", "quarantined", why="self"),), "banner.quarantined.title"),
        ((fact("recall", "not_checked", "own_state_only"),), "banner.not_known.title"),
        ((fact("recall", "matched", "not_recalled"),), "banner.calm_open.title"),
    ],
)
def test_the_worst_news_comes_first(facts: tuple[Any, ...], headline: str) -> None:
    assert EN.say(headline) == Reading(verdict(*facts), EN).headline()


def test_sentences_name_organisations_days_and_things() -> None:
    reading = Reading(verdict(), EN)

    told = reading.sentence(fact("recall", "matched", "recalled", id=ITEM.canonical, why="lot", since=1_764_000_000))
    assert "(01)06901234000016(21)A1" in told
    assert "2025-11-24" in told
    assert "Hailan" in reading.sentence(fact("holder", "matched", "prefix_granted", prefix="6901234", organisation=1))
    assert "Member no. 9" in reading.sentence(
        fact("holder", "matched", "prefix_granted", prefix="6901234", organisation=9)
    )
    assert "not sealed" in reading.sentence(fact("consensus", "refused", "bundle_refused", why="seals"))
    assert ITEM.display() in reading.sentence(fact("consensus", "refused", "other_thing", given=ITEM.canonical))
    assert "hours" in reading.sentence(fact("freshness", "matched", "fresh", age=7300))
    because = fact("recall", "not_checked", "own_state_only", because="lot_not_opened", id=ITEM.canonical, count=1)
    assert ITEM.display() in reading.sentence(because)
    assert EN.say("any.proof_missing") == reading.sentence(fact("holder", "withheld_by_server", "proof_missing"))


@pytest.mark.parametrize(
    ("reason", "profile", "name"),
    [
        ("suspended", '{"name": "X"}', "X (suspended)"),
        ("profile_disagrees", None, "Member no. 1 (name refused)"),
        ("profile_missing", None, "Member no. 1"),
        ("profile_agrees", "[", "Member no. 1"),
    ],
)
def test_a_name_says_how_far_it_goes(reason: str, profile: str | None, name: str) -> None:
    organisation = {"number": 1, "status": "matched", "reason": reason, "profile": profile}

    assert name == Reading(verdict(organisations=[organisation]), EN).organisation(1)


def test_names_are_found_in_every_form_of_a_profile() -> None:
    assert ["E", "E", "甲", None, None] == [
        name_in_profile(text, "en")
        for text in ('{"nameEn": "E"}', '{"name": {"en": "E"}}', '{"name": {"zh": "甲"}}', '{"name": 7}', "7")
    ]
    assert "not an identifier" == display_of("not an identifier")


def test_the_server_never_calls_anything_proven() -> None:
    assert ["claimed", "claimed", "refused", "not_checked"] == [
        server_status(name) for name in ("proven", "matched", "refused", "not_checked")
    ]


def test_a_page_shows_steps_parts_advice_and_notes() -> None:
    product = [
        ["/name/en", "Fridge"],
        ["/recallAdvice/en", "Unplug it"],
        ["/contact/phone", "+86 532"],
        ["/contact/url", "https://x.example/a"],
    ]
    product += [["/contact/email", "a@b.example"], ["/picture/sha256", "ab" * 32]]
    steps = [
        step(
            kind="create",
            bizStep="commissioning",
            readPoint="https://id.gs1.org/414/6901234000009",
            declaredWrongBy=[1],
            reason="declared_wrong",
        ),
        step(kind="correct", bizStep="https://ref.gs1.org/cbv/BizStep-shipping", corrects=[0]),
        step(kind="state", state="recalled"),
        step(kind="observe", reason="names_another", status="refused", eventTime=1_764_000_000),
    ]
    resting = [{"id": ITEM.canonical, "why": "self", "status": "matched", "reason": "active"}]
    resting += [
        {"id": "https://id.gs1.org/01/06901234000016/10/L", "why": "lot", "status": "matched", "reason": "recalled"}
    ]
    shown = verdict(
        fact("recall", "matched", "recalled", why="lot", id="x", since=1),
        fact("holder", "matched", "prefix_granted", organisation=1),
        product=product,
        steps=steps,
        restsOn=resting,
    )

    page = verdict_body(Reading(shown, EN), ITEM, "/pictures/", reported=True)

    for text in (
        "Fridge",
        "Unplug it",
        "tel:+86532",
        "x.example",
        "mailto:a@b.example",
        f"/pictures/{'ab' * 32}",
        "Made and numbered",
    ):
        assert text in page
    for text in (
        "Declared wrong by step 2",
        "Correction: Shipped",
        "Corrects step 1",
        "about another thing",
        "recalled",
        "Thank you",
    ):
        assert text in page


def test_a_dossier_shows_each_check_with_its_reason() -> None:
    checks = [
        {"id": "proof", "outcome": "REFER", "reason": "development_chain", "args": {}},
        {
            "id": "liens",
            "outcome": "FAIL",
            "reason": "encumbered",
            "args": {"relation": "asset", "state": "active", "pledgee": 1, "since": 1_764_000_000},
        },
        {
            "id": "attestation",
            "outcome": "PASS",
            "reason": "attested",
            "args": {"organisation": 1, "until": 1_800_000_000},
        },
        {
            "id": "provenance",
            "outcome": "UNKNOWN",
            "reason": "upstream_not_shown",
            "args": {"because": "lot_not_opened", "id": ITEM.canonical},
        },
    ]
    asset = {"asset": ITEM.canonical, "overall": "FAIL", "checks": checks, "verdict": verdict(*CALM)}
    content = {"dossier": {"borrower": 1, "uscc": None, "until": 1_800_000_000}, "verdicts": [asset]}

    page = dossier_body(content, EN)

    for text in (
        "FAIL: There is evidence against it",
        "Hailan",
        "active",
        "valid until 2027-01-15",
        "the lot of (01)06901234000016(21)A1",
        "/01/06901234000016/21/A1",
    ):
        assert text in page
    assert "could not be checked" in closed_body(EN, 503)
    assert "Member no. 1" in dossier_body(content | {"verdicts": []}, EN)
