"""A small tale in a running town: a refrigerator with a compressor of a lot, packed, corrected, described, attested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from founding import PREFIX
from goods import assembled, created, declared_wrong, document, gtin, item, lot, observed, package, packed
from town import Town

SCHEMA = {"name": "energy-label", "version": 1}


@dataclass(frozen=True, slots=True)
class Tale:
    """What was told, by name."""

    refrigerator: str
    """Of the maker's; its events in order: created, packed, observed wrongly, declared wrong, assembled."""
    product: str
    """Its class, described by the maker on the anchored lane."""
    compressor: str
    """Of the supplier's, built into it."""
    compressor_lot: str
    box: str
    """The package that holds it."""
    commitments: dict[str, bytes]
    """Of its events, by what they say."""
    attestation: str


def told(town: Town, name: str) -> Tale:
    """Tell the tale about things with this name in their serials, and wait until the mirror has it."""
    maker, supplier = PREFIX["maker"], PREFIX["supplier"]
    number = int.from_bytes(name.encode(), "big") % 10**8
    refrigerator, compressor = item(maker, f"F-{name}"), item(supplier, f"C-{name}")
    box = package(maker, number)
    wrong = observed(refrigerator, step="inspecting", eventID=f"urn:uuid:{name}")
    acts: list[tuple[str, str, dict[str, Any]]] = [
        ("compressor created", "supplier", created(compressor, lot_number=f"L-{name}")),
        ("created", "maker", created(refrigerator, lot_number=f"M-{name}")),
        ("packed", "maker", packed(box, refrigerator)),
        ("wrong", "maker", wrong),
        ("correction", "maker", declared_wrong(wrong, f"urn:uuid:{name}")),
        ("assembled", "maker", assembled(refrigerator, compressor)),
    ]
    commitments = {what: town.told(firm, document(event))[0] for what, firm, event in acts}
    product = gtin(maker)
    description = {"name": {"zh": "冰箱", "en": "Refrigerator"}, "brand": "海岚", "contact": {"phone": "400-000-0520"}}
    job = town.settled(
        "maker",
        town.ask("POST", "/api/v1/products", "maker", {"id": product, "product": description}, Suyuan_Lane="anchored"),
    )
    commitments["description"] = bytes.fromhex(job["events"][0]["commitment"][2:])
    return Tale(
        refrigerator, product, compressor, lot(supplier, f"L-{name}"), box, commitments, _attested(town, refrigerator)
    )


def _attested(town: Town, thing: str) -> str:
    """Let the carrier attest something of a thing, and return the attestation's id."""
    schema = town.ask("POST", "/api/v1/attestations/schemas", "carrier", {"schema": SCHEMA})
    if schema.status == 202:
        town.settled("carrier", schema)
    content = {"subject": thing, "schema": SCHEMA, "statement": {"grade": 1}}
    answer = town.ask("POST", "/api/v1/attestations", "carrier", content, Suyuan_Disclosure="public")
    town.settled("carrier", answer)
    town.quiet()
    return str(answer.json()["attestation"])


def recalled(town: Town, firm: str, thing: str, state: str = "recalled") -> None:
    """Set the state of a thing and wait until the mirror has it."""
    content = {"things": [thing], "state": state, "reason": {"en": "it overheats"}}
    job = town.settled(firm, town.ask("POST", "/api/v1/states", firm, content))
    assert job["success"], job
    town.quiet()
