"""What the firms of the story call their places and themselves: master data by firm (CBV 2.0 §10)."""

from model.firms import MAKER, RETAILER, Firm
from traceability.epcis import MasterVocabulary, VocabularyElement
from traceability.identifiers import parse

LOCATION = "urn:epcglobal:epcis:vtype:BusinessLocation"
PARTY = "urn:epcglobal:epcis:vtype:Party"
_MDA = "urn:epcglobal:cbv:mda:"
_NAME_EN = "https://suyuan.example/ns/nameEn"

_NAMES = {
    "design centre": ("设计中心", "Design centre"),
    "plant 1": ("一号工厂", "Plant 1"),
    "assembly line 2": ("二号总装线", "Assembly line 2"),
    "test bench": ("检测台", "Test bench"),
    "finished goods": ("成品库", "Finished goods store"),
    "dock 3": ("三号发货口", "Dock 3"),
    "plant": ("工厂", "Plant"),
    "warehouse": ("仓库", "Warehouse"),
    "mill": ("轧钢厂", "Mill"),
    "yard": ("堆场", "Yard"),
    "Qingdao hub": ("青岛枢纽", "Qingdao hub"),
    "Shanghai hub": ("上海枢纽", "Shanghai hub"),
    "store Pudong": ("浦东店", "Pudong store"),
    "store Xuhui": ("徐汇店", "Xuhui store"),
    "workshop": ("维修车间", "Workshop"),
    "shredder": ("破碎线", "Shredder"),
    "laboratory": ("实验室", "Laboratory"),
    "head office": ("总行", "Head office"),
}
"""Chinese and English name of each place."""

_BELOW = {"plant 1": ("assembly line 2", "test bench", "finished goods", "dock 3")}
"""What lies within a place."""

_CITIES = {
    "370212": ("青岛", "CN"), "370281": ("胶州", "CN"), "371102": ("日照", "CN"), "370211": ("青岛", "CN"), "310115": ("上海", "CN"),
    "310104": ("上海", "CN"), "320583": ("昆山", "CN"), "370202": ("青岛", "CN"), "370203": ("青岛", "CN"),
}  # fmt: skip
"""City and country of a firm, by the region of its credit code (GB/T 2260)."""


def vocabularies(firm: Firm) -> tuple[MasterVocabulary, ...]:
    """Return what a firm says of its places and of itself; the retailer also has a name of its own for the maker's dock."""
    city, country = _CITIES[firm.region]
    places = []
    for name in firm.places:
        chinese, english = _NAMES[name]
        below = tuple(_id(firm.place(inner)) for inner in _BELOW.get(name, ()))
        attributes = (*_attributes(chinese, english), (f"{_MDA}city", city), (f"{_MDA}countryCode", country))
        places.append(VocabularyElement(_id(firm.place(name)), attributes, below))
    if firm is RETAILER:
        places.append(VocabularyElement(_id(MAKER.place("dock 3")), _attributes("海岚提货口", "Hailan pick-up")))
    party = VocabularyElement(_id(firm.party), _attributes(firm.name, firm.name_en))
    return MasterVocabulary(LOCATION, tuple(places)), MasterVocabulary(PARTY, (party,))


def _attributes(chinese: str, english: str) -> tuple[tuple[str, str], ...]:
    return (f"{_MDA}name", chinese), (_NAME_EN, english)


def _id(text: str) -> str:
    return parse(text).canonical
