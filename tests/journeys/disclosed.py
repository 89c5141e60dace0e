"""A town in which one firm has shown private events in every way there is, and taken most of that back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from typing import Any
from urllib.parse import quote

from canaries import canary
from founding import NUMBER, PREFIX
from goods import created, document, event, gtin, item, observed, package, packed
from town import Answer, Town
from waiting import awaited

PARTIAL, MEMBER, FORMER, EXPIRED = "supplier", "rival", "carrier", "bank"
"""Who reads what: a grant that hides fields · a member of a group · one that was · one whose grant has ended."""
OUTSIDERS = (None, PARTIAL, MEMBER, FORMER, EXPIRED)
HIDDEN = ("transaction", "extension", "serial")
"""What the grant to `PARTIAL` keeps closed."""
PLACE = "https://id.gs1.org/414/6976001000001"
"""A place of the maker's, which it names for itself alone."""
PER_PATH = 12
"""Addresses tried for one path and reader."""


@dataclass
class Share:
    """One set of private events of the maker's: its things, its canaries, its commitments."""

    name: str
    thing: str
    box: str
    canaries: dict[str, str] = field(default_factory=dict)
    commitments: list[bytes] = field(default_factory=list)
    job: str = ""

    def new(self, what: str) -> str:
        """Return a new canary and remember what it is."""
        self.canaries[what] = canary()
        return self.canaries[what]


@dataclass
class Scene:
    """The town, what was captured in it, and what was told to others before."""

    town: Town
    shares: dict[str, Share]
    kept: dict[str, str]
    """Further canaries: names of groups, notes of grants, queries, master data, an attestation."""
    before: dict[tuple[str | None, str], Any]

    def allowed(self, firm: str | None) -> set[str]:
        """Return the canaries that a firm may see."""
        if firm == MEMBER:
            return set(self.shares["group"].canaries.values())
        if firm == PARTIAL:
            return {value for what, value in self.shares["grant"].canaries.items() if what not in HIDDEN}
        return set()

    @property
    def all(self) -> dict[str, str]:
        """Return every canary by what it is."""
        found = {
            f"{share.name} {what}": value for share in self.shares.values() for what, value in share.canaries.items()
        }
        return found | self.kept


def scene_in(town: Town) -> Scene:
    """Let the maker capture four sets of private events, and show each to somebody in another way."""
    public = item(PREFIX["maker"], "OPEN")
    town.told("maker", document(created(public)))
    town.quiet()
    kept = {what: canary() for what in ("group", "old group", "note", "query", "class name", "place name")}
    before = snapshot(town)
    _must(town, "POST", "/api/v1/groups", {"name": kept["group"], "members": [NUMBER[MEMBER]]})
    _must(town, "POST", "/api/v1/groups", {"name": kept["old group"], "members": [NUMBER[FORMER]]})
    shares = {
        name: Share(
            name,
            item(PREFIX["maker"], f"SHARE-{name.upper().replace(' ', '-')}"),
            package(PREFIX["maker"], 5000 + place),
        )
        for place, name in enumerate(("grant", "group", "old group", "expired", "own"))
    }
    for name, share in shares.items():
        profile = f"private; groups={kept[name]}" if name in kept else "private"
        answer = town.capture("maker", document(*private_events(share)), disclosure=profile)
        assert answer.status == 202, answer.body
        share.job = answer.json()["captureID"]
        job = town.settled("maker", answer)
        share.commitments = [bytes.fromhex(each["commitment"][2:]) for each in job["events"]]
        town.mirrored(*share.commitments)
    hide = ["/bizTransactionList", "/{https:~1~1example.com~1ns~1}price", "/epcList/1", "/childEPCs/1"]
    commitments = ["0x" + each.hex() for each in shares["grant"].commitments]
    order = {"selection": {"events": commitments}, "to": {"organisations": [NUMBER[PARTIAL]]}}
    _must(town, "POST", "/api/v1/grants", order | {"hide": hide, "note": kept["note"]})
    grant = short_grant(town, shares["expired"].thing, EXPIRED)
    _must(town, "DELETE", f"/api/v1/groups/{kept['old group']}/members/{NUMBER[FORMER]}", None)
    _describe(town, kept)
    _must(town, "POST", "/queries", {"name": kept["query"], "query": {"EQ_bizStep": ["shipping"]}})
    _must(
        town,
        "PUT",
        "/api/v1/disclosure/standing/gs1:" + PREFIX["maker"],
        {"profile": f"private; groups={kept['group']}"},
    )
    awaited(lambda: not town.ask("GET", grant.headers["location"], "maker").json()["runs"], "the grant to end")
    town.quiet()
    awaited(lambda: followed(town), "the mirror to follow the readers")
    return Scene(town, shares, kept, before)


def _describe(town: Town, kept: dict[str, str]) -> None:
    """Let the maker capture private master data of its class and of a place."""
    name = "urn:epcglobal:cbv:mda:name"
    vocabularies = [
        {"type": f"urn:epcglobal:epcis:vtype:{kind}", "vocabularyElementList": [element]}
        for kind, element in (
            ("EPCClass", {"id": gtin(PREFIX["maker"]), "attributes": [{"id": name, "attribute": kept["class name"]}]}),
            ("BusinessLocation", {"id": PLACE, "attributes": [{"id": name, "attribute": kept["place name"]}]}),
        )
    ]
    content = json.loads(document(observed(item(PREFIX["maker"], "OWN"))))
    content["epcisHeader"] = {"epcisMasterData": {"vocabularyList": vocabularies}}
    town.told("maker", json.dumps(content).encode(), disclosure="private")


def followed(town: Town) -> bool:
    """Say whether the mirror has written the rows of every event anew whose readers changed."""
    newest = town.query("record", "SELECT coalesce(max(id), 0) FROM reader_changes")[0][0]
    return bool(town.query("mirror", "SELECT disclosed FROM checkpoint")[0][0] == newest)


def private_events(share: Share) -> list[dict[str, Any]]:
    """Return events of which every field that takes a text holds a canary of the share."""
    place = f"https://id.gs1.org/414/6976001000001/254/{share.new('read point')}"
    full = {
        "eventID": f"https://maker.example/{share.new('eventID')}",
        "disposition": f"https://maker.example/{share.new('disposition')}",
        "readPoint": {"id": place},
        "bizLocation": {"id": f"https://id.gs1.org/414/6976001000001/254/{share.new('location')}"},
        "bizTransactionList": [{"type": "po", "bizTransaction": f"urn:maker:{share.new('transaction')}"}],
        "sourceList": [{"type": "owning_party", "source": f"https://maker.example/{share.new('source')}"}],
        "destinationList": [{"type": "owning_party", "destination": f"https://maker.example/{share.new('destination')}"}],
        "example:price": share.new("extension"),
        "example:terms": {"example:note": share.new("nested extension")},
        "sensorElementList": [{"sensorReport": [{"type": "Temperature", "stringValue": share.new("sensor")}]}],
    }  # fmt: skip
    serial = item(PREFIX["maker"], share.new("serial"))
    ilmd = {"ilmd": {"cbvmda:lotNumber": share.new("lot"), "example:recipe": share.new("recipe")}}
    return [
        event("ObjectEvent", "commissioning", action="ADD", epcList=[share.thing, serial], **ilmd),
        event("ObjectEvent", "shipping", action="OBSERVE", epcList=[share.thing], **full),
        packed(share.box, share.thing, serial),
    ]


def snapshot(town: Town) -> dict[tuple[str | None, str], Any]:
    """Return what outsiders are told at every address without a parameter, but for what the chain itself tells."""
    paths = [path for path in get_paths(town) if "{" not in path and path not in OF_THE_CHAIN]
    questions = [
        "/events?HASATTR_bizLocation=urn:epcglobal:cbv:mda:name",
        "/events?perPage=1&orderBy=eventTime",
        "/events?orderBy=recordTime&eventCountLimit=2",
        "/epcs?perPage=2",
    ]
    return {(firm, path): normal(town.ask("GET", path, firm)) for firm in OUTSIDERS for path in [*paths, *questions]}


OF_THE_CHAIN = ("/metrics", "/readyz", "/healthz", "/openapi.json")
"""Heights and counts of blocks and of the outbox, which name no firm."""


def get_paths(town: Town) -> list[str]:
    """Return every path that answers GET, as the API describes itself."""
    described = town.ask("GET", "/openapi.json").json()["paths"]
    return [path for path, operations in described.items() if "get" in operations]


def normal(answer: Answer) -> Any:
    """Return what an answer says, without times and what is drawn at random for each."""
    told = re.sub(rb'"creationDate":"[^"]*"', b"", answer.body)
    told = re.sub(rb'creationDate="[^"]*"', b"", told)
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "content-length")}
    for name in ("link", "gs1-next-page-token-expires"):
        if name in headers:
            headers[name] = re.sub(r"nextPageToken=[^&>]*|[0-9T:.+Z-]{19,}", "…", headers[name])
    return answer.status, sorted(headers.items()), told


def addresses(scene: Scene, template: str) -> Iterator[str]:
    """Yield addresses of a path: with everything that exists, and that an outsider might have heard of."""
    names = re.findall(r"{([^}]+)}", template)
    pools = [list(_values(scene, template, name)) for name in names]
    for values in islice(product(*pools), PER_PATH):
        address = template
        for name, value in zip(names, values, strict=True):
            address = address.replace("{" + name + "}", value)
        yield address
    for parameter in ("id", "code"):
        if not names and any(word in template for word in ("lookup" if parameter == "code" else "api/v1",)):
            for known in (gtin(PREFIX["maker"]), PLACE):
                yield f"{template}?{parameter}={quote(known, safe='')}"
            for share in scene.shares.values():
                yield f"{template}?{parameter}={quote(share.thing, safe='')}"
                yield f"{template}?{parameter}={quote(share.box, safe='')}&direction=uses"


def _values(scene: Scene, template: str, name: str) -> Iterator[str]:
    shares = list(scene.shares.values())
    if name == "rest":
        key = template.split("/")[1]
        found = [thing for share in shares for thing in (share.thing, share.box)]
        rests = [thing.removeprefix("https://id.gs1.org/") for thing in found]
        yield from (rest.removeprefix(f"{key}/") for rest in rests if rest.startswith(f"{key}/") or not key.isdigit())
        yield gtin(PREFIX["maker"]).removeprefix("https://id.gs1.org/01/")
        yield PLACE.removeprefix("https://id.gs1.org/414/")
        return
    if name in ("eventID", "commitment"):
        yield from ("0x" + commitment.hex() for share in shares for commitment in share.commitments)
        hashes = scene.town.query("record", "SELECT event_hash FROM events WHERE visibility = 'private'")
        yield from (quote(text, safe="") for (text,) in hashes if text)
        yield from (quote(f"https://maker.example/{share.canaries['eventID']}", safe="") for share in shares)
        return
    if name == "captureID":
        yield from (share.job for share in shares)
    if name in ("number", "organisation"):
        yield from ("1", "2", "3", "9999")
    if name in ("epc", "bizLocation", "readPoint", "disposition"):
        guesses = {
            "epc": [share.thing for share in shares] + [item(PREFIX["maker"], share.canaries["serial"]) for share in shares],
            "bizLocation": [f"https://id.gs1.org/414/6976001000001/254/{share.canaries['location']}" for share in shares],
            "readPoint": [f"https://id.gs1.org/414/6976001000001/254/{share.canaries['read point']}" for share in shares],
            "disposition": [f"https://maker.example/{share.canaries['disposition']}" for share in shares],
        }  # fmt: skip
        yield from (quote(guess, safe="") for guess in guesses[name])
    yield from {"bizStep": ("shipping", "commissioning"), "eventType": ("ObjectEvent", "AggregationEvent")}.get(
        name, ()
    )
    yield from (scene.kept[what] for what in ("group", "query"))
    yield "nothing"


def short_grant(town: Town, thing: str, firm: str) -> Answer:
    """Let the maker show a thing for as short a time as is still ahead when the server comes to read of it."""
    order = {"selection": {"things": [thing]}, "to": {"organisations": [NUMBER[firm]]}}
    answers = (
        town.ask(
            "POST",
            "/api/v1/grants",
            "maker",
            order | {"until": (datetime.now(UTC) + timedelta(seconds=lead)).isoformat()},
        )
        for lead in (1, 10, 100)
    )
    return next(answer for answer in answers if answer.status < 300)


def _must(town: Town, method: str, path: str, content: object) -> Answer:
    answer = town.ask(method, path, "maker", content)
    assert answer.status < 300, (path, answer.status, answer.body)
    return answer


def events_in(answer: Answer) -> list[Any]:
    """Return the events of a query document."""
    content = json.loads(answer.body)
    return list(content["epcisBody"]["queryResults"]["resultsBody"]["eventList"])
