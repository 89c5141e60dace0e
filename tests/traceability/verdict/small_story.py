"""One refrigerator, told small: made from steel, a compressor built in, packed, sold, corrected, described, inspected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from small_chain import SmallChain, hide

from traceability.identifiers.gs1.values import with_check_digit
from traceability.ledger.meta import Flag, Kind, Role, State
from traceability.proof import Bundle
from traceability.proof.header import Consensus

ID = "https://id.gs1.org/"
LOT = "{urn:epcglobal:cbv:mda:}lotNumber"
XML_LOT = "{urn:epcglobal:cbv:mda}lotNumber"
STAGE = "{https://suyuan.example/ns/}stage"


def gtin(prefix: str, number: int) -> str:
    return with_check_digit(f"0{prefix}{number:05d}", "GTIN", 14)


def sscc(prefix: str, number: int) -> str:
    return with_check_digit(f"3{prefix}{number:09d}", "SSCC", 18)


MAKER, SUPPLIER = "6901234", "6905678"
CLASS = f"{ID}01/{gtin(MAKER, 78)}"
FRIDGE = f"{CLASS}/21/K7Q2M9X4T"
FRIDGE_LOT = f"{CLASS}/10/HL2614"
COMPRESSOR_CLASS = f"{ID}01/{gtin(SUPPLIER, 11)}"
COMPRESSOR = f"{COMPRESSOR_CLASS}/21/C0042"
SPARE = f"{COMPRESSOR_CLASS}/21/C0977"
COMPRESSOR_LOT = f"{COMPRESSOR_CLASS}/10/HD2603B"
SPARE_LOT = f"{COMPRESSOR_CLASS}/10/HD2607C"
STEEL_CLASS = f"{ID}01/{gtin(SUPPLIER, 90)}"
STEEL = f"{STEEL_CLASS}/10/S3381"
CRATE = f"{ID}00/{sscc(SUPPLIER, 5)}"
PALLET = f"{ID}00/{sscc(MAKER, 7)}"
DOCK = f"{ID}414/{with_check_digit(MAKER + '00023', 'GLN', 13)}"
SHOP = f"{ID}414/{with_check_digit('690999900001', 'GLN', 13)}"
ALL = (FRIDGE, COMPRESSOR, STEEL, CRATE, PALLET)


@dataclass
class Story:
    """The ledger with the story on it; each part may be told or not."""

    consensus: Consensus = Consensus.NONE
    compressor: str = COMPRESSOR
    chain: SmallChain = field(init=False)

    def __post_init__(self) -> None:
        self.chain = chain = SmallChain(self.consensus)
        self.maker = chain.admit(
            {"name": "青岛海岚电器股份有限公司", "nameEn": "Qingdao Hailan", "uscc": "91370212760012345X"},
            Role.MANUFACTURER,
        )
        self.supplier = chain.admit({"name": "胶州宏大压缩机有限公司"}, Role.SUPPLIER)
        self.retailer = chain.admit({"name": "上海家乐佑电器连锁有限公司"}, Role.RETAILER)
        self.inspector = chain.admit({"name": "鲁质检认证(青岛)有限公司"}, Role.INSPECTOR)
        self.bank = chain.admit({"name": "胶澳商业银行股份有限公司"}, Role.BANK)
        chain.grant("gs1", MAKER, self.maker)
        chain.grant("gs1", SUPPLIER, self.supplier)
        self._days = 0

    def event(self, event_type: str, action: str | None, step: str, **more: object) -> dict[str, object]:
        self._days += 1
        body: dict[str, object] = {
            "type": event_type,
            "eventTime": f"2026-03-{self._days:02d}T08:00:00+08:00",
            "bizStep": step,
            **more,
        }
        if action is not None:
            body["action"] = action
        return body

    def components(self) -> None:
        """The supplier makes the compressor and the steel and packs the compressor; the maker takes it out."""
        self.created = self.record(
            self.supplier,
            self.event("ObjectEvent", "ADD", "commissioning", epcList=[COMPRESSOR], ilmd={LOT: "HD2603B"}),
        )
        self.rolled = self.record(
            self.supplier,
            self.event(
                "ObjectEvent",
                "ADD",
                "commissioning",
                quantityList=[{"epcClass": STEEL, "quantity": 2540, "uom": "KGM"}],
            ),
        )
        self.crated = self.record(
            self.supplier, self.event("AggregationEvent", "ADD", "packing", parentID=CRATE, childEPCs=[COMPRESSOR])
        )
        self.uncrated = self.record(
            self.maker, self.event("AggregationEvent", "DELETE", "unpacking", parentID=CRATE, childEPCs=[COMPRESSOR])
        )

    def assembly(self, **more: object) -> None:
        """The maker makes the refrigerator from the steel and builds the compressor in."""
        steel = [{"epcClass": STEEL, "quantity": 38, "uom": "KGM"}]
        ilmd = {LOT: "HL2614", STAGE: "manufacturing"}
        made = self.event("TransformationEvent", None, "commissioning", inputQuantityList=steel, outputEPCList=[FRIDGE])
        self.made = self.record(self.maker, made | {"readPoint": {"id": DOCK}, "ilmd": ilmd} | more)
        self.built = self.record(
            self.maker, self.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[COMPRESSOR])
        )

    def delivery(self, *, whole: bool = False) -> None:
        """The maker packs the refrigerator; the retailer unpacks it, child by child or the whole pallet."""
        self.packed = self.record(
            self.maker, self.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE])
        )
        self.unpacked = self.unpack(whole=whole)

    def unpack(self, *, whole: bool = False) -> object:
        children = {} if whole else {"childEPCs": [FRIDGE]}
        return self.record(
            self.retailer, self.event("AggregationEvent", "DELETE", "unpacking", parentID=PALLET, **children)
        )

    def sale(self) -> None:
        """The retailer records the sale at the wrong shop, declares it wrong and records it again."""
        wrong = self.event(
            "ObjectEvent",
            "OBSERVE",
            "retail_selling",
            epcList=[FRIDGE],
            disposition="retail_sold",
            readPoint={"id": DOCK},
            eventID="urn:uuid:1",
        )
        self.sold = self.record(self.retailer, wrong)
        error = {
            "declarationTime": "2026-03-20T08:00:00Z",
            "reason": "incorrect_data",
            "correctiveEventIDs": ["urn:uuid:2"],
        }
        self.declared = self.record(self.retailer, wrong | {"errorDeclaration": error})
        self.resold = self.record(self.retailer, wrong | {"readPoint": {"id": SHOP}, "eventID": "urn:uuid:2"})

    def description(self) -> None:
        """The maker describes the class in the anchored lane, and the inspector attests the refrigerator."""
        described = self.chain.record(
            self.maker,
            {"subject": CLASS, "name": {"zh": "风冷冰箱 BCD-520W", "en": "Refrigerator BCD-520W"}, "brand": "海岚"},
            kind=Kind.DESCRIBE,
            anchored=True,
        )
        reading = self.event("ObjectEvent", "OBSERVE", "sensor_reporting", readPoint={"id": DOCK})
        other = self.chain.record(self.maker, reading, anchored=True)
        self.chain.anchor(self.maker, [other, described])
        other.shown = None
        self.chain.anchors = [claim for claim in self.chain.anchors if claim.commitment == described.commitment]
        self.described = described
        self.chain.attest(
            self.inspector, FRIDGE, {"subject": FRIDGE, "result": "pass", "kWhPerDay": 1, "standard": "GB 12021.2-2015"}
        )

    def replacement(self) -> None:
        """A service firm takes the compressor out and builds a spare in."""
        self.spare = self.record(
            self.supplier, self.event("ObjectEvent", "ADD", "commissioning", epcList=[SPARE], ilmd={LOT: "HD2607C"})
        )
        self.removed = self.record(
            self.retailer, self.event("AssociationEvent", "DELETE", "removing", parentID=FRIDGE, childEPCs=[COMPRESSOR])
        )
        self.replaced = self.record(
            self.retailer, self.event("AssociationEvent", "ADD", "repairing", parentID=FRIDGE, childEPCs=[SPARE])
        )

    def change_state(self, organisation: int, thing: str, state: State) -> object:
        if "/00/" in thing or "/21/" in thing:
            names: dict[str, object] = {"epcList": [thing]}
        else:
            names = {"quantityList": [{"epcClass": thing}]}
        return self.record(
            organisation, self.event("ObjectEvent", "OBSERVE", "holding", **names), kind=Kind.STATE, state=state
        )

    def record(self, organisation: int, body: dict[str, object], **more: object) -> object:
        self.chain.pass_time()
        return self.chain.record(organisation, body, **more)  # type: ignore[arg-type]

    def whole(self) -> Story:
        """Tell everything up to the sale."""
        self.components()
        self.assembly()
        self.delivery()
        self.sale()
        self.description()
        return self

    @property
    def now(self) -> int:
        return self.chain.time + 90

    def bundle(self, subject: str = FRIDGE, others: tuple[str, ...] = ALL) -> Bundle:
        return self.chain.bundle(
            subject, tuple(thing for thing in others if thing != subject and self.chain.key(thing) in self.chain.lines)
        )


def without_lines(bundle: Bundle, thing: str, *positions: int) -> Bundle:
    """Return a bundle with lines of a thing left out."""
    claims = [
        replace(claim, lines=tuple(line for number, line in enumerate(claim.lines) if number not in positions))
        if claim.id == thing
        else claim
        for claim in bundle.things
    ]
    return replace(bundle, things=tuple(claims))


def moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


__all__ = ["Flag", "Story", "hide", "moment", "without_lines"]
