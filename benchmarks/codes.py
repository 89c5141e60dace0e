"""Codes of every scheme, right ones made anew and wrong ones made from them, by a seeded generator."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Mapping

from traceability.identifiers.check_digits import gs1_check_digit, gs1_check_pair, remainder_97
from traceability.identifiers.gs1.message import gs1_message
from traceability.identifiers.registry import REGISTRY
from traceability.identifiers.schemes import did_bid, iso6346, uscc, vin

CAPITALS = string.ascii_uppercase + string.digits
SIGNS = string.printable + "()[]^\x1d\x00%２冰é\u202e\ud800"
"""Signs that are put into codes: what scanners, keyboards and attackers send."""


def right_codes(seed: int) -> Mapping[str, Callable[[], str]]:
    """Return a maker of right codes for each writing and scheme; every call gives another."""
    dice = random.Random(seed)

    def text(letters: str, length: int) -> str:
        return "".join(dice.choices(letters, k=length))

    def digits(length: int) -> str:
        return text(string.digits, length)

    def checked(length: int) -> str:
        body = digits(length - 1)
        return body + gs1_check_digit(body)

    def serial() -> str:
        return text(CAPITALS + "/-.", 12)

    def link() -> str:
        return f"https://example.com/01/{checked(14)}/22/2A/10/{text(CAPITALS, 6)}/21/{text(CAPITALS, 12)}?17=270131"

    def organisation() -> str:
        body = f"91370{dice.choice('1234')}00" + digits(8)
        body += uscc.inner_check(body[8:])
        return body + uscc.outer_check(body) if "X" not in body else organisation()

    def entity() -> str:
        body = text(CAPITALS, 18)
        return f"{body}{98 - remainder_97(f'{body}00'):02}"

    def vehicle() -> str:
        body = f"L{text('ABCDEFGHJKLMNPRSTUVWXYZ', 2)}{text('0123456789ABCDEFGHJKLMNPRSTUVWXYZ', 10)}{digits(4)}"
        return f"{body[:8]}{vin.check_digit(body)}{body[9:]}"

    def container() -> str:
        body = f"{text(string.ascii_uppercase, 3)}U{digits(6)}"
        return body + iso6346.check_digit(body)

    def chain_address() -> str:
        return did_bid.address_of(f"b06566{text('0123456789abcdef', 64)}")

    def model() -> str:
        body = f"6901234{text(CAPITALS, 9)}"
        return f"(8013){body}{gs1_check_pair(body)}"

    return {
        "GTIN, 14 digits": lambda: checked(14),
        "SSCC, 18 digits": lambda: checked(18),
        "GS1 element string, scanned": lambda: f"01{checked(14)}1727013110{text(CAPITALS, 6)}\x1d21{serial()}",
        "GS1 element string, bracketed": lambda: f"(01){checked(14)}(17)270131(10){text(CAPITALS, 6)}(21){serial()}",
        "GS1 Digital Link with lot, serial, date": link,
        "GS1 Digital Link, compressed": lambda: gs1_message(link()).compressed_link("example.com"),
        "EPC URN": lambda: f"urn:epc:id:sgtin:6901234.0{digits(5)}.{text(CAPITALS, 12)}",
        "GMN": model,
        "industrial identifier": lambda: f"88.118.{digits(4)}/{text(CAPITALS, 12)}",
        "Handle": lambda: f"hdl:20.500.{digits(5)}/{text(CAPITALS, 12)}",
        "OID": lambda: f"1.2.156.1{digits(5)}.1{digits(3)}",
        "Ecode": lambda: f"ecode:1{digits(18)}",
        "VAA": lambda: f"VAA{text(CAPITALS, 20)}",
        "did:cn": lambda: f"did:cn:88.100.{digits(6)}",
        "did:bid": chain_address,
        "did:web": lambda: f"did:web:{text(string.ascii_lowercase, 8)}.example.com:things:{digits(8)}",
        "VIN": vehicle,
        "unified social credit code": organisation,
        "LEI": entity,
        "ISO 6346": container,
        "EPC beyond GS1 (GID)": lambda: (
            f"urn:epc:id:gid:{dice.randrange(2**28)}.{dice.randrange(2**24)}.{dice.randrange(2**36)}"
        ),
        "URL": lambda: f"url:https://{text(string.ascii_lowercase, 8)}.example.com/things/{digits(8)}",
    }


class Mutations:
    """Wrong and odd texts without end: right codes changed in a few places, joined, cut, and random signs."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        makers = right_codes(seed)
        self._seeds = [make() for make in makers.values() for _ in range(20)]
        self._seeds += [text for scheme in REGISTRY.schemes for text in scheme.samples]

    def text(self) -> str:
        """Return the next text."""
        dice = self._dice
        if dice.random() < 0.1:
            return "".join(dice.choices(SIGNS, k=dice.randrange(60)))
        text = dice.choice(self._seeds)
        for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
            text = self._changed(text)
        return text

    def _changed(self, text: str) -> str:
        dice = self._dice
        place = dice.randrange(len(text) + 1)
        match dice.randrange(8):
            case 0:
                return text[:place] + dice.choice(SIGNS) + text[place:]
            case 1:
                return text[:place] + text[place + 1 :]
            case 2:
                return text[:place] + dice.choice(SIGNS) + text[place + 1 :]
            case 3:
                return text[:place] + dice.choice(string.digits) + text[place + 1 :]
            case 4:
                other = dice.choice(self._seeds)
                return text[:place] + other[dice.randrange(len(other) + 1) :]
            case 5:
                return text[:place]
            case 6:
                return text[place:]
            case _:
                return text.swapcase() if dice.random() < 0.3 else text + text[:place]
