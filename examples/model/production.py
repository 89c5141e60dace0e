"""From the maker's dock to the retailer's shelf: receiving, assembly, tests, pallets, transport, receipt."""

from datetime import timedelta

from model import goods
from model.events import (
    Event,
    aggregation,
    association,
    at,
    business,
    climate,
    event_id,
    object_event,
    parties,
    quantity,
    transformation,
)
from model.firms import CARRIER, COMPRESSORS, MAKER, RETAILER, STEEL

WRONG_RECEIPT = event_id("hailan", "receipt of compressors", "wrong")
RIGHT_RECEIPT = event_id("hailan", "receipt of compressors", "corrected")


def receipt() -> list[Event]:
    """Return the receipt of steel and compressors; the receipt of the compressors names the wrong dock at first."""
    dock = MAKER.place("dock 3")
    events = [
        object_event(
            at("2026-03-07 13:10"),
            "OBSERVE",
            "receiving",
            epcs=goods.SHEET_BUNDLES,
            disposition="in_progress",
            point=dock,
            place=MAKER.place("plant 1"),
            bizTransactionList=[business("desadv", STEEL, "DA-26-0306")],
            **parties(STEEL, MAKER),
        ),
        object_event(
            at("2026-03-12 17:05"),
            "OBSERVE",
            "receiving",
            epcs=goods.COMPRESSOR_PALLETS,
            disposition="in_progress",
            point=MAKER.place("finished goods"),
            place=MAKER.place("finished goods"),
            eventID=WRONG_RECEIPT,
            bizTransactionList=[business("desadv", COMPRESSORS, "DA-26-0312")],
            **parties(COMPRESSORS, MAKER),
        ),
    ]
    for number, bundle in enumerate(goods.SHEET_BUNDLES):
        unpacked = aggregation(
            at("2026-03-08 08:00") + timedelta(minutes=20 * number),
            "DELETE",
            bundle,
            [],
            "unpacking",
            point=dock,
            place=MAKER.place("plant 1"),
        )
        del unpacked["childEPCs"]
        events.append(unpacked | {"childQuantityList": [quantity(goods.SHEET_LOTS[number], 2540.5, "KGM")]})
    return events


def correction() -> list[Event]:
    """Return the error declaration on the wrong receipt and the event that corrects it."""
    wrong = next(event for event in receipt() if event.get("eventID") == WRONG_RECEIPT)
    declared = wrong | {
        "errorDeclaration": {
            "declarationTime": at("2026-03-13 08:20").isoformat(timespec="milliseconds"),
            "reason": "incorrect_data",
            "correctiveEventIDs": [RIGHT_RECEIPT],
        }
    }
    right = wrong | {
        "eventID": RIGHT_RECEIPT,
        "readPoint": {"id": MAKER.place("dock 3")},
        "bizLocation": {"id": MAKER.place("plant 1")},
    }
    return [declared, right]


def unpacking() -> list[Event]:
    """Return the unpacking of the four pallets of compressors."""
    return [
        aggregation(
            at("2026-03-13 09:00") + timedelta(minutes=15 * number),
            "DELETE",
            pallet,
            goods.COMPRESSOR_ITEMS[12 * number : 12 * number + 12],
            "unpacking",
            disposition="in_progress",
            point=MAKER.place("dock 3"),
            place=MAKER.place("plant 1"),
        )
        for number, pallet in enumerate(goods.COMPRESSOR_PALLETS)
    ]


def compressor_of(piece: int) -> str:
    """Return the compressor that refrigerator number `piece` was built with: numbers 16 to 31 have one of lot HD2603B."""
    if piece < 16:
        return goods.COMPRESSOR_ITEMS[piece]
    return goods.COMPRESSOR_ITEMS[piece + 8] if piece < 32 else goods.COMPRESSOR_ITEMS[piece - 16]


def assembly() -> list[Event]:
    """Return three events for each refrigerator: made from sheet, the compressor built in, tested."""
    line, bench = MAKER.place("assembly line 2"), MAKER.place("test bench")
    events: list[Event] = []
    for piece, item in enumerate(goods.REFRIGERATORS):
        start = at("2026-03-30 08:00") + timedelta(days=piece // 8, minutes=50 * (piece % 8))
        sheet = goods.SHEET_LOTS[piece // 20]
        events.append(
            transformation(
                start,
                "commissioning",
                input_quantities=[quantity(sheet, 38.5, "KGM")],
                outputs=[item],
                disposition="active",
                point=line,
                place=line,
                ilmd={
                    "cbvmda:lotNumber": f"HL26{14 + piece // 8 // 5:02d}",
                    "sy:model": "BCD-520W",
                    "sy:stage": "manufacturing",
                    "sy:design": goods.DESIGN,
                    "sy:configuration": goods.CONFIGURATION,
                    "sy:plan": goods.PLAN,
                },
            )
        )
        events.append(
            association(
                start + timedelta(minutes=22),
                "ADD",
                item,
                [compressor_of(piece)],
                "assembling",
                disposition="in_progress",
                point=line,
                place=line,
            )
        )
        events.append(
            object_event(
                start + timedelta(hours=5),
                "OBSERVE",
                "inspecting",
                epcs=[item],
                disposition="conformant",
                point=bench,
                place=bench,
                **{"sy:test": {"pullDownMinutes": 118 + piece % 7, "noiseDb": 36.5, "result": "pass"}},
            )
        )
    return events


def palletising() -> list[Event]:
    """Return the packing of ten pallets and their shipment to the retailer."""
    finished = MAKER.place("finished goods")
    events = [
        aggregation(
            at("2026-04-07 08:00") + timedelta(minutes=12 * number),
            "ADD",
            pallet,
            goods.REFRIGERATORS[4 * number : 4 * number + 4],
            "packing",
            disposition="in_progress",
            point=finished,
            place=finished,
        )
        for number, pallet in enumerate(goods.PALLETS)
    ]
    buyer, order = goods.ORDER
    events.append(
        object_event(
            at("2026-04-08 09:30"),
            "OBSERVE",
            "shipping",
            epcs=goods.PALLETS,
            disposition="in_transit",
            point=MAKER.place("dock 3"),
            bizTransactionList=[business("po", buyer, order), business("desadv", MAKER, "DA-26-0408")],
            **parties(MAKER, RETAILER),
        )
    )
    return events


def outbound_transport() -> list[Event]:
    """Return the carrier's events from Qingdao to Shanghai, with a sensor reading every two hours."""
    north, south = CARRIER.place("Qingdao hub"), CARRIER.place("Shanghai hub")
    device = f"https://id.gs1.org/8004/{CARRIER.prefix}TRK0552"
    events = [
        object_event(
            at("2026-04-08 10:15"),
            "OBSERVE",
            "loading",
            epcs=goods.PALLETS,
            disposition="in_transit",
            point=MAKER.place("dock 3"),
        )
    ]
    for leg in range(8):
        when = at("2026-04-08 12:00") + timedelta(hours=2 * leg)
        events.append(
            object_event(
                when,
                "OBSERVE",
                "transporting",
                epcs=goods.PALLETS,
                disposition="in_transit",
                point=north if leg < 4 else south,
                sensorElementList=climate(when, 14.0 + leg * 0.75, 52 + leg, device),
            )
        )
    events.append(
        object_event(
            at("2026-04-09 06:40"),
            "OBSERVE",
            "unloading",
            epcs=goods.PALLETS,
            disposition="in_transit",
            point=RETAILER.place("warehouse"),
        )
    )
    return events


def retail_receipt() -> list[Event]:
    """Return the retailer's receipt of the pallets and the unpacking of the first eight."""
    warehouse = RETAILER.place("warehouse")
    buyer, order = goods.ORDER
    events = [
        object_event(
            at("2026-04-09 07:10"),
            "OBSERVE",
            "receiving",
            epcs=goods.PALLETS,
            disposition="in_progress",
            point=warehouse,
            place=warehouse,
            bizTransactionList=[business("po", buyer, order), business("recadv", RETAILER, "RA-26-0409")],
            **parties(MAKER, RETAILER),
        )
    ]
    for number, pallet in enumerate(goods.PALLETS[:8]):
        events.append(
            aggregation(
                at("2026-04-10 09:00") + timedelta(minutes=10 * number),
                "DELETE",
                pallet,
                goods.REFRIGERATORS[4 * number : 4 * number + 4],
                "unpacking",
                disposition="sellable_accessible",
                point=warehouse,
                place=warehouse,
            )
        )
    return events
