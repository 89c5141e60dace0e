"""What was shown to some is in no answer to others: every path of the API, asked by everybody, after grants, groups and their ends.

readers : anyone · a firm with a grant that hides fields · a member of a group · a former member · a firm whose grant has ended
answers : bodies and headers of every GET of the description, with addresses of everything there is · pages · logs of all processes
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from canaries import canary
from disclosed import (
    FORMER,
    HIDDEN,
    MEMBER,
    OUTSIDERS,
    PARTIAL,
    PLACE,
    Scene,
    addresses,
    events_in,
    get_paths,
    normal,
    scene_in,
    snapshot,
)
from town import Town

FORMS = {"/events": "application/xml", "/capture": "application/xml", "/01": "text/html", "/00": "text/html"}
"""Another form in which some paths answer too."""


@pytest.fixture(scope="module")
def scene(own_town: Town) -> Scene:
    return scene_in(own_town)


def leaked(scene: Scene, firm: str | None, address: str, told: bytes) -> list[str]:
    """Return the canaries in an answer that the firm may not see and did not name itself."""
    allowed = scene.allowed(firm)
    return [
        what
        for what, value in scene.all.items()
        if value.encode() in told and value not in allowed and value not in address
    ]


@pytest.mark.parametrize("firm", OUTSIDERS, ids=str)
def test_no_path_tells_anybody_what_is_not_for_him(scene: Scene, firm: str | None) -> None:
    asked = 0
    for template in get_paths(scene.town):
        for address in addresses(scene, template):
            forms = ["*/*", *(form for start, form in FORMS.items() if template.startswith(start))]
            for form in forms:
                answer = scene.town.ask("GET", address, firm, Accept=form)
                asked += 1
                told = answer.body + str(answer.headers).encode()
                assert (template, address, []) == (template, address, leaked(scene, firm, address, told))
                assert answer.status < 500 or answer.status == 503, address

    assert asked > 200


def test_each_reader_sees_just_what_it_is_shown(scene: Scene) -> None:
    def canaries_for(firm: str | None) -> set[str]:
        told = scene.town.ask("GET", "/events?perPage=1000", firm).body
        return {value for value in scene.all.values() if value.encode() in told}

    partial = scene.shares["grant"].canaries

    assert {firm: scene.allowed(firm) for firm in OUTSIDERS} == {firm: canaries_for(firm) for firm in OUTSIDERS}
    assert {partial[what] for what in HIDDEN}.isdisjoint(canaries_for(PARTIAL))
    assert set(scene.shares["own"].canaries.values()) <= canaries_for("maker")
    described = scene.town.ask("GET", f"/api/v1/master-data?id={quote(PLACE, safe='')}", "maker").body
    assert scene.kept["place name"].encode() in described


def test_lists_are_told_to_outsiders_as_if_nothing_had_come(scene: Scene) -> None:
    """Byte for byte, but for those who were shown something."""
    after = snapshot(scene.town)
    shown = (PARTIAL, MEMBER)

    for (firm, path), old in scene.before.items():
        if firm not in shown or "/api/v1/" in path:
            assert (firm, path, old) == (firm, path, after[firm, path])


@pytest.mark.parametrize("firm", OUTSIDERS, ids=str)
def test_a_hidden_event_asked_for_by_name_is_answered_like_one_that_is_not(scene: Scene, firm: str | None) -> None:
    seen = {MEMBER: "group", PARTIAL: "grant"}.get(firm or "")
    for name, share in scene.shares.items():
        if name == seen:
            continue
        for right, wrong in (
            ("0x" + share.commitments[0].hex(), "0x" + "5a" * 32),
            (f"https%3A%2F%2Fmaker.example%2F{share.canaries['eventID']}", f"https%3A%2F%2Fmaker.example%2F{canary()}"),
        ):
            answers = [scene.town.ask("GET", f"/events/{each}", firm) for each in (right, wrong)]
            told = [
                str(normal(answer)).replace(guess, "…").replace(guess.replace("%3A", ":").replace("%2F", "/"), "…")
                for answer, guess in zip(answers, (right, wrong), strict=True)
            ]
            assert (name, 404, told[1]) == (name, answers[0].status, told[0])


def test_pages_are_full_although_hidden_events_lie_between(scene: Scene) -> None:
    whole = events_in(scene.town.ask("GET", "/events?perPage=1000&orderBy=recordTime", MEMBER))
    walked: list[object] = []
    sizes: list[int] = []
    address: str | None = "/events?perPage=2&orderBy=recordTime"
    while address is not None:
        answer = scene.town.ask("GET", address, MEMBER)
        page = events_in(answer)
        sizes.append(len(page))
        walked += page
        link = answer.headers.get("link", "")
        address = link[1 : link.index(">")] if 'rel="next"' in link else None

    assert whole == walked
    assert [2] * (len(sizes) - 1) == sizes[:-1]
    assert 1 <= sizes[-1] <= 2


def test_a_former_member_and_an_outsider_are_told_the_same(scene: Scene) -> None:
    for template in ("/events", "/epcs", "/bizSteps", "/readPoints", "/bizLocations", "/dispositions", "/eventTypes"):
        answers = [normal(scene.town.ask("GET", template, firm)) for firm in (FORMER, "bank")]
        assert (template, answers[0]) == (template, answers[1])


def test_the_owner_is_told_who_reads_what(scene: Scene) -> None:
    def readers(name: str) -> list[tuple[object, ...]]:
        commitment = "0x" + scene.shares[name].commitments[1].hex()
        told = scene.town.ask("GET", f"/api/v1/disclosure/events/{commitment}", "maker").json()["readers"]
        return [(each["who"], each["organisation"] or each["group"], each["why"], each["inGroup"]) for each in told]

    owner = ("organisation", 1, "owner", [])

    assert [owner, ("organisation", 2, "grant", [])] == readers("grant")
    assert [owner, ("group", scene.kept["group"], "profile", [4])] == readers("group")
    assert [owner, ("group", scene.kept["old group"], "profile", [])] == readers("old group")
    assert [[owner], [owner]] == [readers("expired"), readers("own")]


def test_no_log_holds_a_canary(scene: Scene) -> None:
    for name in ("api", "indexer", "submission", "delivery", "chain"):
        text = scene.town.log(name).read_bytes()
        assert (name, []) == (name, [what for what, value in scene.all.items() if value.encode() in text])
