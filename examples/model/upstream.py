"""Requirement, design, steel and compressors: everything before the refrigerator exists."""

from datetime import timedelta

from model import goods
from model.events import Event, aggregation, at, business, climate, object_event, parties, quantity, transformation
from model.firms import CARRIER, COMPRESSORS, MAKER, STEEL

_STEP = "https://suyuan.example/ns/step/"


def plans() -> list[Event]:
    """Return what the maker wrote down first: requirement, design, plan, configuration of the line (需求→设计→生产规划→工程组态)."""
    office = {"place": MAKER.place("design centre"), "point": MAKER.place("design centre")}
    return [
        object_event(
            at("2026-01-08 10:00"),
            "ADD",
            _STEP + "requirement",
            epcs=[goods.REQUIREMENT],
            disposition="active",
            **office,
            **{"sy:stage": "requirement", "sy:title": "520 升风冷冰箱,一级能效,R600a"},
        ),
        object_event(
            at("2026-02-02 16:30"),
            "ADD",
            _STEP + "design",
            epcs=[goods.DESIGN],
            disposition="active",
            **office,
            **{"sy:stage": "design", "sy:basis": goods.REQUIREMENT, "sy:title": "BCD-520W 设计图 R3"},
        ),
        object_event(
            at("2026-03-20 09:00"),
            "ADD",
            _STEP + "production_planning",
            epcs=[goods.PLAN],
            disposition="active",
            **office,
            **{"sy:stage": "planning", "sy:basis": goods.DESIGN, "sy:plannedPieces": 40},
        ),
        object_event(
            at("2026-03-27 11:00"),
            "ADD",
            _STEP + "engineering",
            epcs=[goods.CONFIGURATION],
            disposition="active",
            place=MAKER.place("assembly line 2"),
            point=MAKER.place("assembly line 2"),
            **{"sy:stage": "engineering", "sy:basis": goods.PLAN},
        ),
    ]


def steel() -> list[Event]:
    """Return the steel maker's events: a coil is cut to two lots of sheet, bundled and shipped."""
    mill, yard = STEEL.place("mill"), STEEL.place("yard")
    events = [
        object_event(
            at("2026-02-24 07:40"),
            "ADD",
            "commissioning",
            quantities=[quantity(goods.COIL_LOT, 5200, "KGM")],
            disposition="active",
            point=mill,
            place=mill,
            ilmd={"sy:heat": "H26-02-3381", "sy:grade": "DC01"},
        ),
        transformation(
            at("2026-03-03 14:20"),
            "creating_class_instance",
            input_quantities=[quantity(goods.COIL_LOT, 5200, "KGM")],
            output_quantities=[quantity(lot, 2540.5, "KGM") for lot in goods.SHEET_LOTS],
            disposition="active",
            point=mill,
            place=mill,
        ),
    ]
    for number, (bundle, sheet) in enumerate(zip(goods.SHEET_BUNDLES, goods.SHEET_LOTS, strict=True)):
        packed = at("2026-03-05 09:00") + timedelta(minutes=40 * number)
        events.append(
            {
                key: value
                for key, value in aggregation(
                    packed, "ADD", bundle, [], "packing", disposition="in_progress", point=yard, place=yard
                ).items()
                if key != "childEPCs"
            }
            | {"childQuantityList": [quantity(sheet, 2540.5, "KGM")]}
        )
    events.append(
        object_event(
            at("2026-03-06 08:15"),
            "OBSERVE",
            "shipping",
            epcs=goods.SHEET_BUNDLES,
            disposition="in_transit",
            point=yard,
            bizTransactionList=[business("desadv", STEEL, "DA-26-0306")],
            **parties(STEEL, MAKER),
        )
    )
    return events


def compressors() -> list[Event]:
    """Return the compressor maker's events: two lots, 48 pieces, tests, four pallets, one shipment."""
    plant, warehouse = COMPRESSORS.place("plant"), COMPRESSORS.place("warehouse")
    events: list[Event] = []
    for day, (number, lot) in enumerate(goods.COMPRESSOR_LOTS.items()):
        pieces = goods.COMPRESSOR_ITEMS[24 * day : 24 * day + 24]
        start = at("2026-03-09 08:00") + timedelta(days=day)
        events.append(
            object_event(
                start,
                "ADD",
                "commissioning",
                quantities=[quantity(lot, 24)],
                disposition="active",
                point=plant,
                place=plant,
                ilmd={"sy:windingSupplier": "W-8" if number == "HD2603B" else "W-5"},
            )
        )
        for tray in range(6):
            epcs = pieces[4 * tray : 4 * tray + 4]
            when = start + timedelta(minutes=30 + 20 * tray)
            events.append(
                object_event(
                    when,
                    "ADD",
                    "commissioning",
                    epcs=epcs,
                    disposition="active",
                    point=plant,
                    place=plant,
                    ilmd={"cbvmda:lotNumber": number, "sy:model": "HDV-78CY"},
                )
            )
            events.append(
                object_event(
                    when + timedelta(hours=3),
                    "OBSERVE",
                    "inspecting",
                    epcs=epcs,
                    disposition="conformant",
                    point=plant,
                    place=plant,
                    **{"sy:test": {"pressureMPa": 2.8, "leakGramPerYear": 0.3, "result": "pass"}},
                )
            )
    for number, pallet in enumerate(goods.COMPRESSOR_PALLETS):
        events.append(
            aggregation(
                at("2026-03-11 09:00") + timedelta(minutes=15 * number),
                "ADD",
                pallet,
                goods.COMPRESSOR_ITEMS[12 * number : 12 * number + 12],
                "packing",
                disposition="in_progress",
                point=warehouse,
                place=warehouse,
            )
        )
    events.append(
        object_event(
            at("2026-03-12 10:00"),
            "OBSERVE",
            "shipping",
            epcs=goods.COMPRESSOR_PALLETS,
            disposition="in_transit",
            point=warehouse,
            bizTransactionList=[business("desadv", COMPRESSORS, "DA-26-0312"), business("po", MAKER, "PO-26-1107")],
            **parties(COMPRESSORS, MAKER),
        )
    )
    return events


def inbound_transport() -> list[Event]:
    """Return the carrier's events on the four pallets of compressors: picked up, on the road with sensors, delivered."""
    hub = CARRIER.place("Qingdao hub")
    events = [
        object_event(
            at("2026-03-12 11:30"),
            "OBSERVE",
            "loading",
            epcs=goods.COMPRESSOR_PALLETS,
            disposition="in_transit",
            point=COMPRESSORS.place("warehouse"),
        )
    ]
    for hour, (celsius, humidity) in enumerate(((7.5, 48), (8.25, 50.5), (9.0, 51), (8.75, 55))):
        when = at("2026-03-12 12:30") + timedelta(hours=hour)
        events.append(
            object_event(
                when,
                "OBSERVE",
                "transporting",
                epcs=goods.COMPRESSOR_PALLETS,
                disposition="in_transit",
                point=hub,
                sensorElementList=climate(when, celsius, humidity, f"https://id.gs1.org/8004/{CARRIER.prefix}TRK0417"),
            )
        )
    events.append(
        object_event(
            at("2026-03-12 16:45"),
            "OBSERVE",
            "unloading",
            epcs=goods.COMPRESSOR_PALLETS,
            disposition="in_transit",
            point=MAKER.place("dock 3"),
        )
    )
    return events


def spare_parts() -> list[Event]:
    """Return the lot of spare compressors that the service firm gets later."""
    plant = COMPRESSORS.place("plant")
    when = at("2026-07-06 08:30")
    return [
        object_event(
            when,
            "ADD",
            "commissioning",
            quantities=[quantity(goods.SPARE_LOT, 4)],
            disposition="active",
            point=plant,
            place=plant,
        ),
        object_event(
            when + timedelta(hours=1),
            "ADD",
            "commissioning",
            epcs=goods.SPARE_ITEMS,
            disposition="active",
            point=plant,
            place=plant,
            ilmd={"cbvmda:lotNumber": "HD2607C", "sy:model": "HDV-78CY"},
        ),
    ]
