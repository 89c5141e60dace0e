"""Canaries: a scene with private events of which every field holds a text that must never be found elsewhere."""

from __future__ import annotations

import base64
import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from founding import NUMBER, PREFIX
from goods import created, document, event, item, lot, observed, package, packed
from town import Answer, Town

from chain.keystore import Keystores
from chain.passphrase import passphrase_from_file

OTHERS = (None, "rival", "bank", "carrier")
"""Readers whose eyes the maker's private events are not for."""
LISTS = (
    "/events?perPage=1000", "/eventTypes", "/epcs?perPage=1000", "/bizSteps", "/bizLocations", "/readPoints", "/dispositions",
    "/eventTypes/ObjectEvent/events", "/bizSteps/inspecting/events", "/queries", "/api/v1/members", "/api/v1/prefixes",
    "/events?eventCountLimit=5", "/events?orderBy=eventTime&orderDirection=DESC&eventCountLimit=3",
)  # fmt: skip


def canary() -> str:
    """Return a text that stands nowhere else."""
    return "CNRY" + secrets.token_hex(8).upper()


@dataclass
class Secrets:
    """Everything that must not be found, by what it is."""

    canaries: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def new(self, what: str) -> str:
        """Return a new canary and remember what it is."""
        self.canaries[what] = canary()
        return self.canaries[what]

    def found_in(self, text: bytes, *, own: bool = False) -> list[str]:
        """Return what of them stands in a text; with `own` only what nobody may ever see."""
        wanted = self.keys if own else self.keys | self.canaries
        return [what for what, value in wanted.items() if value.encode() in text]


def private_events(kept: Secrets, thing: str, box: str) -> list[dict[str, Any]]:
    """Return events of which every field that takes a text holds a canary."""
    place = f"https://id.gs1.org/414/{6976001000001}/254/{kept.new('read point')}"
    full = {
        "eventID": f"https://maker.example/{kept.new('eventID')}",
        "disposition": f"https://maker.example/{kept.new('disposition')}",
        "readPoint": {"id": place},
        "bizLocation": {"id": f"https://id.gs1.org/414/{6976001000001}/254/{kept.new('location')}"},
        "bizTransactionList": [{"type": "po", "bizTransaction": f"urn:maker:{kept.new('transaction')}"}],
        "sourceList": [{"type": "owning_party", "source": f"https://maker.example/{kept.new('source')}"}],
        "destinationList": [
            {"type": "owning_party", "destination": f"https://maker.example/{kept.new('destination')}"}
        ],
        "example:price": kept.new("extension"),
        "example:terms": {"example:note": kept.new("nested extension")},
        "sensorElementList": [{"sensorReport": [{"type": "Temperature", "stringValue": kept.new("sensor")}]}],
    }
    invoice = {"type": "inv", "bizTransaction": f"urn:maker:{kept.new('invoice')}"}
    ilmd = {"ilmd": {"cbvmda:lotNumber": kept.new("lot"), "example:recipe": kept.new("recipe")}}
    serial = item(PREFIX["maker"], kept.new("serial"))
    return [
        event("ObjectEvent", "commissioning", action="ADD", epcList=[thing, serial], **ilmd),
        event("ObjectEvent", "shipping", action="OBSERVE", epcList=[thing], **full),
        packed(box, thing, serial),
        event("TransactionEvent", "accepting", action="ADD", epcList=[thing], bizTransactionList=[invoice]),
    ]


@dataclass
class Scene:
    """A town with private events in it, and what must not be found."""

    town: Town
    kept: Secrets
    things: list[str]
    hidden_thing: str
    before: dict[tuple[str | None, str], Any]
    """Answers to others before the private events were captured."""


def scene_in(town: Town) -> Scene:
    """Let the maker capture private events, and public ones with hidden fields, in a town."""
    kept = Secrets()
    public, hidden_thing = item(PREFIX["maker"], "PUBLIC"), item(PREFIX["maker"], "HIDDEN")
    town.told("maker", document(created(public), observed(public)))
    town.told("rival", document(created(item(PREFIX["rival"], "RIVALS"))))
    town.quiet()
    before = snapshot(town)
    thing, box = item(PREFIX["maker"], "PRIVATE"), package(PREFIX["maker"], 4711)
    town.told("maker", document(*private_events(kept, thing, box)), disclosure=f"private; readers={NUMBER['supplier']}")
    anchored = observed(thing, step="storing", **{"example:anchored": kept.new("anchored extension")})
    town.told("maker", document(anchored), disclosure="private", lane="anchored")
    hiding = event(
        "ObjectEvent", "inspecting", action="OBSERVE", epcList=[hidden_thing],
        **{"example:hidden": kept.new("hidden extension")},
        bizTransactionList=[{"type": "po", "bizTransaction": f"urn:maker:{kept.new('hidden transaction')}"}],
        readPoint={"id": f"https://id.gs1.org/414/6976001000001/254/{kept.new('hidden read point')}"},
    )  # fmt: skip
    town.told("maker", document(created(hidden_thing)))
    pointers = "/bizTransactionList,/readPoint,/{https:~1~1example.com~1ns~1}hidden"
    town.told("maker", document(hiding), disclosure=f"public; hide={pointers}")
    kept.keys = keys_of(town)
    return Scene(
        town,
        kept,
        [
            public,
            thing,
            box,
            lot(PREFIX["maker"], kept.canaries["lot"]),
            item(PREFIX["maker"], kept.canaries["serial"]),
        ],
        hidden_thing,
        before,
    )


def keys_of(town: Town) -> dict[str, str]:
    """Return passphrase, API keys, signing keys and the secrets of events, as they could stand in a text."""
    passphrase = passphrase_from_file(town.home / "passphrase")
    found = {f"API key of {firm}": key for firm, key in town.keys.items()}
    found["passphrase"] = (town.home / "passphrase").read_text(encoding="utf-8").strip()
    keystores = Keystores(town.home / "keystores", passphrase)
    for address in keystores.addresses():
        found[f"signing key {address.hex()[:6]}"] = private_key_of(town, address)
    for number, secret in town.query("record", "SELECT id, secret FROM events WHERE secret IS NOT NULL"):
        found[f"secret {number}"] = secret.hex()
        found[f"secret {number} in base64"] = base64.b64encode(secret).decode().rstrip("=")
    return found


def private_key_of(town: Town, address: bytes) -> str:
    """Return a signing key as an attacker would have it who knows file and passphrase."""
    from eth_account import Account  # noqa: PLC0415  the third-party reader of the standard's keystore, here only

    for file in (town.home / "keystores").iterdir():
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["address"].lower().removeprefix("0x") == address.hex():
            text = (town.home / "passphrase").read_text(encoding="utf-8").strip()
            return Account.decrypt(content, text).hex().removeprefix("0x")
    raise AssertionError(address.hex())


def normal(answer: Answer) -> Any:
    """Return what an answer says, without the time at which it was given."""
    if "json" not in answer.headers.get("content-type", ""):
        return answer.status, answer.body
    text = re.sub(rb'"creationDate":"[^"]*"', b'"creationDate":""', answer.body)
    return answer.status, json.loads(text), answer.headers.get("link")


def snapshot(town: Town) -> dict[tuple[str | None, str], Any]:
    """Return what others are told by every list."""
    return {(firm, path): normal(town.ask("GET", path, firm)) for firm in OTHERS for path in LISTS}


def questions_about(scene: Scene) -> list[str]:
    """Return questions that guess the canaries or name the private things."""
    about = [f"/api/v1/bundle?id={quote(thing, safe='')}" for thing in [*scene.things, scene.hidden_thing]]
    about += [
        f"/api/v1/trace?id={quote(thing, safe='')}&direction={way}"
        for thing in scene.things
        for way in ("origins", "uses")
    ]
    about += [f"/events?MATCH_anyEPC={quote(thing, safe='')}" for thing in [*scene.things, scene.hidden_thing]]
    about += [thing.removeprefix("https://id.gs1.org") for thing in [*scene.things[:3], scene.hidden_thing]]
    about += [f"/api/v1/states?id={quote(thing, safe='')}" for thing in scene.things]
    commitments = scene.town.query("record", "SELECT commitment, event_hash FROM events WHERE visibility = 'private'")
    about += [f"/events/0x{commitment.hex()}" for commitment, _ in commitments]
    about += [f"/events/{quote(event_hash, safe='')}" for _, event_hash in commitments]
    about += [f"/capture/{job}" for (job,) in scene.town.query("record", "SELECT id FROM capture_jobs")]
    return about
