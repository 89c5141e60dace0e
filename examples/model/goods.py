"""The things of the story: their classes, lots and serials; the serials are random and the same at every build."""

import random

from model.firms import COMPRESSORS, MAKER, RETAILER, STEEL, Firm

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def lot(firm: Firm, item: int, number: str) -> str:
    """Return a lot of a class as a Digital Link."""
    return f"https://id.gs1.org/01/{firm.gtin(item)}/10/{number}"


def _items(firm: Firm, item: int, count: int, seed: str) -> list[str]:
    source = random.Random(seed)  # noqa: S311 - the example wants the same serials at every build; labels use the secrets module.
    serials = ["".join(source.choices(_ALPHABET, k=13)) for _ in range(count)]
    return [f"https://id.gs1.org/01/{firm.gtin(item)}/21/{serial}" for serial in serials]


REFRIGERATOR = 10001
COMPRESSOR = 20001
COIL = 30001
SHEET = 30002

COIL_LOT = lot(STEEL, COIL, "J2602-117")
SHEET_LOTS = [lot(STEEL, SHEET, "B2603-041"), lot(STEEL, SHEET, "B2603-042")]
COMPRESSOR_LOTS = {
    "HD2603A": lot(COMPRESSORS, COMPRESSOR, "HD2603A"),
    "HD2603B": lot(COMPRESSORS, COMPRESSOR, "HD2603B"),
}
SPARE_LOT = lot(COMPRESSORS, COMPRESSOR, "HD2607C")

COMPRESSOR_ITEMS = _items(COMPRESSORS, COMPRESSOR, 48, "compressors")
"""24 of lot HD2603A, then 24 of lot HD2603B."""
SPARE_ITEMS = _items(COMPRESSORS, COMPRESSOR, 4, "spare compressors")
REFRIGERATORS = _items(MAKER, REFRIGERATOR, 40, "refrigerators")

COMPRESSOR_PALLETS = [COMPRESSORS.sscc(number) for number in range(1, 5)]
"""Four pallets of twelve compressors each."""
SHEET_BUNDLES = [STEEL.sscc(number) for number in range(1, 3)]
PALLETS = [MAKER.sscc(number) for number in range(101, 111)]
"""Ten pallets of four refrigerators each."""

REQUIREMENT = f"hdl:{MAKER.idis}/REQ-2026-017"
DESIGN = f"hdl:{MAKER.idis}/DES-BCD520W-R3"
PLAN = f"hdl:{MAKER.idis}/PLAN-2026-W14"
CONFIGURATION = f"hdl:{MAKER.idis}/LINE2-BCD520W-C7"


def lot_of_compressor(piece: int) -> str:
    """Return the number of the lot that a compressor of `COMPRESSOR_ITEMS` was made in."""
    return "HD2603A" if piece < 24 else "HD2603B"


ORDER = (RETAILER, "PO-2026-0388")
