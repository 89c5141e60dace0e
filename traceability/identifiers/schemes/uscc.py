"""Unified social credit codes of organisations in China (GB 32100-2015, with the code of GB 11714 in them)."""

import re
from operator import mul

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, Scheme, empty_rest

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and capital letters without I, O, S, V and Z; a character's value is its place."""

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_INNER_VALUES = {character: int(character, 36) for character in ALPHABET}
_OUTSIDE = re.compile(f"[^{ALPHABET}]")
_OUTER_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_AUTHORITIES = frozenset("123456789ANY")
PROVINCES = {
    "10": ("国家", "the State"),
    "11": ("北京市", "Beijing"),
    "12": ("天津市", "Tianjin"),
    "13": ("河北省", "Hebei"),
    "14": ("山西省", "Shanxi"),
    "15": ("内蒙古自治区", "Inner Mongolia"),
    "21": ("辽宁省", "Liaoning"),
    "22": ("吉林省", "Jilin"),
    "23": ("黑龙江省", "Heilongjiang"),
    "31": ("上海市", "Shanghai"),
    "32": ("江苏省", "Jiangsu"),
    "33": ("浙江省", "Zhejiang"),
    "34": ("安徽省", "Anhui"),
    "35": ("福建省", "Fujian"),
    "36": ("江西省", "Jiangxi"),
    "37": ("山东省", "Shandong"),
    "41": ("河南省", "Henan"),
    "42": ("湖北省", "Hubei"),
    "43": ("湖南省", "Hunan"),
    "44": ("广东省", "Guangdong"),
    "45": ("广西壮族自治区", "Guangxi"),
    "46": ("海南省", "Hainan"),
    "50": ("重庆市", "Chongqing"),
    "51": ("四川省", "Sichuan"),
    "52": ("贵州省", "Guizhou"),
    "53": ("云南省", "Yunnan"),
    "54": ("西藏自治区", "Tibet"),
    "61": ("陕西省", "Shaanxi"),
    "62": ("甘肃省", "Gansu"),
    "63": ("青海省", "Qinghai"),
    "64": ("宁夏回族自治区", "Ningxia"),
    "65": ("新疆维吾尔自治区", "Xinjiang"),
    "71": ("台湾省", "Taiwan"),
    "81": ("香港特别行政区", "Hong Kong"),
    "82": ("澳门特别行政区", "Macao"),
}
"""First two digits of GB/T 2260, in Chinese and English; 10 stands for bodies registered with the State itself."""
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


def uscc(code: str, *, strict: bool = True) -> Identifier:
    """Return the organisation with this code of 18 characters.

    Not strict, small letters are raised, and the inner check, authority and region are not looked at.
    """
    if not strict:
        code = code.upper()
    if len(code) != 18:
        raise IdentifierInvalid(
            code, "length", f"A unified social credit code has 18 characters; this has {len(code)}."
        )
    if wrong := _OUTSIDE.search(code):
        cure = f"{wrong.group()!r} is not used in these codes (no I, O, S, V, Z, no small letters)."
        raise IdentifierInvalid(code, "character", cure, place=wrong.start())
    if code[17] != outer_check(code[:17]):
        raise IdentifierInvalid(code, "check-digit", "Compare the code with the business licence.", place=17)
    if strict:
        _verify_parts(code)
    return Identifier("uscc", "uscc", f"uscc:{code}", Level.PARTY, code, "", "")


def outer_check(body: str) -> str:
    """Return the check character of the first 17 characters (GB 32100-2015 §5)."""
    total = sum(map(mul, _OUTER_WEIGHTS, map(_VALUES.__getitem__, body)))
    return ALPHABET[-total % 31]


def inner_check(body: str) -> str:
    """Return the check character of the 8 characters of an organisation code (GB 11714)."""
    total = sum(map(mul, _INNER_WEIGHTS, map(_INNER_VALUES.__getitem__, body)))
    return "0123456789X"[-total % 11]


def _verify_parts(code: str) -> None:
    if code[0] not in _AUTHORITIES:
        raise IdentifierInvalid(code, "authority", "No registering authority has this first character.")
    if not _is_region(code[2:8]):
        raise IdentifierInvalid(code, "region", "Characters 3 to 8 are the code of an administrative region.", place=2)
    if code[16] != inner_check(code[8:16]):
        cure = "The organisation code within is wrong: compare the code with the business licence."
        raise IdentifierInvalid(code, "inner-check", cure, place=16)


def region_of(code: str) -> tuple[str, str] | None:
    """Return the province in which an organisation is registered, in Chinese and English, None where it has none."""
    return PROVINCES.get(code[2:4])


def _is_region(digits: str) -> bool:
    """Return whether this is a region: a known province, and a city as GB/T 2260 numbers them.

    00 is the province itself, 01 to 70 are cities and prefectures, 90 is what the province administers directly;
    within a municipality, 01 to 03 are districts and counties.
    """
    province, city = digits[:2], digits[2:4]
    if not digits.isdecimal() or province not in PROVINCES:
        return False
    return city <= "03" if province in _MUNICIPALITIES else city <= "70" or city == "90"


def _read(text: str, strict: bool) -> Identifier:
    return uscc(text, strict=strict)


def _likelihood(text: str) -> int:
    return LIKELY if len(text) == 18 and text.isascii() and text.isalnum() else NO_LIKELIHOOD


SCHEME = Scheme(
    name="uscc",
    title={"en": "unified social credit code", "zh": "统一社会信用代码"},
    source="GB 32100-2015; GB 11714; GB/T 2260",
    read=_read,
    from_halves=empty_rest(uscc, "uscc"),
    prefixes=PrefixRule(18, 18),
    marks={"uscc:": _read},
    likelihood=_likelihood,
    # Behind GS1: a code of 18 digits that is also a right SSCC is read as what scanners read every day.
    rank=30,
    reasons={
        "authority": {"en": "No authority registers such codes.", "zh": "登记管理部门代码不存在。"},
        "region": {"en": "There is no such administrative region.", "zh": "行政区划代码不存在。"},
        "inner-check": {
            "en": "The check digit of the organisation code is wrong.",
            "zh": "组织机构代码的校验码不正确。",
        },
    },
    samples=("91350100M000100Y43", "uscc:91512081MA62K0260E"),
)
