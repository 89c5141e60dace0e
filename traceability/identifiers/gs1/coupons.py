"""Coupons of North America: AI 8110 (coupon code) and AI 8112 (positive offer file).

GS1 US, "North American Coupon Application Guideline" and "AI (8112) Coupon Data Specification": numbers whose lengths
stand before them.
"""

from calendar import monthrange

from traceability.identifiers.gs1.faults import Fault


class _Broken(Exception):
    """What is wrong, thrown out of the walk over the fields."""

    def __init__(self, place: int, what: str) -> None:
        super().__init__(what)
        self.fault: Fault = ("coupon", place, f"The coupon's {what}.")


class _Digits:
    """Takes fields from a row of digits."""

    def __init__(self, text: str) -> None:
        for place, character in enumerate(text):
            if not "0" <= character <= "9":
                raise _Broken(place, "data is digits only")
        self.text = text
        self.place = 0

    @property
    def left(self) -> bool:
        return self.place < len(self.text)

    def fixed(self, length: int, what: str) -> str:
        taken = self.text[self.place : self.place + length]
        if len(taken) < length:
            raise _Broken(self.place, f"{what} has {length} digits, {len(taken)} are left")
        self.place += length
        return taken

    def one_of(self, allowed: str, what: str) -> str:
        taken = self.fixed(1, what)
        if taken not in allowed:
            raise _Broken(self.place - 1, f"{what} is one of {', '.join(allowed)}, not {taken}")
        return taken

    def counted(self, allowed: str, more: int, what: str) -> str:
        """Return a field whose length, less `more`, stands before it."""
        return self.fixed(int(self.one_of(allowed, f"length of the {what}")) + more, what)

    def date(self, what: str) -> str:
        taken = self.fixed(6, what)
        month, day = int(taken[2:4]), int(taken[4:6])
        if not (1 <= month <= 12 and 1 <= day <= monthrange(2000 + int(taken[:2]), month)[1]):
            raise _Broken(self.place - 6, f"{what} {taken} is no date")
        return taken


def coupon(text: str) -> Fault | None:
    """Return what is wrong with a coupon code (AI 8110)."""
    try:
        _read_coupon(_Digits(text))
    except _Broken as broken:
        return broken.fault
    return None


def positive_offer(text: str) -> Fault | None:
    """Return what is wrong with the data of a positive offer file (AI 8112)."""
    try:
        digits = _Digits(text)
        digits.one_of("01", "format")
        digits.counted("0123456", 6, "funder")
        digits.fixed(6, "offer code")
        digits.counted("0123456789", 6, "serial number")
        if digits.left:
            raise _Broken(digits.place, "data ends behind the serial number")
    except _Broken as broken:
        return broken.fault
    return None


def _read_coupon(digits: _Digits) -> None:
    digits.counted("0123456", 6, "company prefix")
    digits.fixed(6, "offer code")
    digits.counted("12345", 0, "save value")
    _read_purchase(digits, "first", company=False)
    expires = ""
    before = 0
    while digits.left:
        field = digits.one_of("1234569", "next field")
        if int(field) <= before:
            raise _Broken(digits.place - 1, "fields ascend, each once")
        before = int(field)
        if field == "1":
            digits.one_of("0123", "additional purchase rule")
            _read_purchase(digits, "second", company=True)
        elif field == "2":
            _read_purchase(digits, "third", company=True)
        elif field == "3":
            expires = digits.date("expiration date")
        elif field == "4" and expires and expires < digits.date("start date"):
            raise _Broken(digits.place - 6, "start date is after its expiration")
        elif field == "4" and not expires:
            digits.date("start date")
        elif field == "5":
            digits.counted("0123456789", 6, "serial number")
        elif field == "6":
            digits.counted("1234567", 6, "retailer")
        elif field == "9":
            digits.one_of("01256", "save value code")
            digits.one_of("012", "item that the save value applies to")
            digits.fixed(1, "store coupon flag")
            digits.one_of("01", "flag against multiplying")


def _read_purchase(digits: _Digits, which: str, *, company: bool) -> None:
    digits.counted("12345", 0, f"{which} purchase requirement")
    digits.one_of("012349", f"{which} purchase requirement code")
    digits.fixed(3, f"{which} family code")
    if company:
        if digits.text[digits.place : digits.place + 1] == "9":
            digits.fixed(1, f"{which} company prefix")
        else:
            digits.counted("0123456", 6, f"{which} company prefix")
