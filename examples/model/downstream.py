"""After the shelf: sale, repair with a part replaced, and the end of a refrigerator's life."""

from datetime import timedelta

from model import goods
from model.events import Event, association, at, business, object_event, transaction
from model.firms import INSPECTOR, RECYCLER, RETAILER, SERVICE
from model.production import compressor_of

REPAIRED = 26
"""The refrigerator whose compressor (of the recalled lot) was replaced."""
STILL_RECALLED = 29
"""A refrigerator that still has a compressor of the recalled lot."""
SOUND = 3
"""A refrigerator that nothing is wrong with."""
RECYCLED = 5
SOLD_BY_DOCUMENT = range(20)
SOLD_BY_CSV = range(20, 32)


def shelves() -> list[Event]:
    """Return the arrival of each sold refrigerator on the floor of a store."""
    events = []
    for piece in (*SOLD_BY_DOCUMENT, *SOLD_BY_CSV):
        store = _store(piece)
        when = at("2026-04-20 08:30") + timedelta(days=piece // 8, minutes=20 * (piece % 8))
        events.append(
            object_event(
                when,
                "OBSERVE",
                "stocking",
                epcs=[goods.REFRIGERATORS[piece]],
                disposition="sellable_accessible",
                point=store,
                place=store,
            )
        )
    return events


def samples() -> list[Event]:
    """Return the inspector's tests of five refrigerators taken from the maker's test bench."""
    laboratory = INSPECTOR.place("laboratory")
    return [
        object_event(
            at("2026-04-04 09:00") + timedelta(hours=2 * number),
            "OBSERVE",
            "sampling",
            epcs=[goods.REFRIGERATORS[piece]],
            disposition="conformant",
            point=laboratory,
            **{"sy:test": {"kWhPerDay": 0.71, "standard": "GB 12021.2-2015", "result": "pass"}},
        )
        for number, piece in enumerate((0, 9, 18, 27, 36))
    ]


def _store(piece: int) -> str:
    if piece in SOLD_BY_CSV:
        return RETAILER.place("store Pudong")
    return RETAILER.place("store Pudong" if piece % 2 else "store Xuhui")


def sales() -> list[Event]:
    """Return the sale of twenty refrigerators: the order and the sale of each."""
    events: list[Event] = []
    for piece in SOLD_BY_DOCUMENT:
        store = _store(piece)
        when = at("2026-05-02 10:00") + timedelta(days=piece // 4, hours=piece % 4 * 2)
        receipt = business("inv", RETAILER, f"INV-26-{4100 + piece}")
        item = goods.REFRIGERATORS[piece]
        events.append(
            transaction(
                when,
                "ADD",
                [receipt],
                "retail_selling",
                epcs=[item],
                disposition="retail_sold",
                point=store,
                place=store,
            )
        )
        events.append(
            object_event(
                when + timedelta(days=2),
                "OBSERVE",
                "departing",
                epcs=[item],
                disposition="retail_sold",
                point=store,
                bizTransactionList=[receipt],
            )
        )
    return events


def sales_rows() -> list[dict[str, str]]:
    """Return the other sales as the rows of the till's own export."""
    rows = []
    for piece in SOLD_BY_CSV:
        when = at("2026-05-12 11:00") + timedelta(days=piece // 6, minutes=35 * (piece % 6))
        gtin, serial = goods.REFRIGERATORS[piece].rsplit("/01/", 1)[1].split("/21/")
        rows.append(
            {
                "小票号": f"INV-26-{4100 + piece}",
                "销售时间": when.strftime("%Y-%m-%d %H:%M:%S"),
                "商品条码": gtin,
                "序列号": serial,
                "门店GLN": RETAILER.place("store Pudong").rsplit("/", 1)[1],
            }
        )
    return rows


def repairs() -> list[Event]:
    """Return the service firm's events: four visits, and one compressor replaced."""
    workshop = SERVICE.place("workshop")
    events = []
    for number, piece in enumerate((SOUND, 8, 14, REPAIRED)):
        when = at("2026-08-18 09:00") + timedelta(days=number, hours=number)
        events.append(
            object_event(
                when,
                "OBSERVE",
                "inspecting",
                epcs=[goods.REFRIGERATORS[piece]],
                disposition="needs_replacement" if piece == REPAIRED else "conformant",
                point=workshop,
                **{"sy:visit": f"SV-26-{880 + number}"},
            )
        )
    item = goods.REFRIGERATORS[REPAIRED]
    repair = at("2026-08-22 14:00")
    events.append(
        association(
            repair,
            "DELETE",
            item,
            [compressor_of(REPAIRED)],
            "removing",
            disposition="in_progress",
            point=workshop,
            **{"sy:visit": "SV-26-884"},
        )
    )
    events.append(
        association(
            repair + timedelta(minutes=40),
            "ADD",
            item,
            [goods.SPARE_ITEMS[0]],
            "repairing",
            disposition="in_progress",
            point=workshop,
            **{"sy:visit": "SV-26-884"},
        )
    )
    events.append(
        object_event(
            repair + timedelta(hours=1),
            "OBSERVE",
            "inspecting",
            epcs=[item],
            disposition="conformant",
            point=workshop,
            **{"sy:visit": "SV-26-884"},
        )
    )
    return events


def recycling() -> list[Event]:
    """Return the recycler's events: collected, taken apart, ended."""
    yard, shredder = RECYCLER.place("yard"), RECYCLER.place("shredder")
    item = goods.REFRIGERATORS[RECYCLED]
    return [
        object_event(
            at("2026-10-12 10:00"),
            "OBSERVE",
            "collecting",
            epcs=[item],
            disposition="inactive",
            point=yard,
            place=yard,
            **{"sy:stage": "recycling"},
        ),
        association(
            at("2026-10-13 09:00"),
            "DELETE",
            item,
            [compressor_of(RECYCLED)],
            "disassembling",
            disposition="inactive",
            point=shredder,
            place=shredder,
        ),
        object_event(
            at("2026-10-13 15:30"),
            "DELETE",
            "destroying",
            epcs=[item],
            disposition="destroyed",
            point=shredder,
            **{"sy:recoveredKg": 61.5},
        ),
    ]
