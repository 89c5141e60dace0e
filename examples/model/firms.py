"""The nine firms of the example, with codes whose check digits are valid; every firm is invented."""

from dataclasses import dataclass, field

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def mod10(digits: str) -> str:
    """Return the digits with their GS1 check digit (GS1 General Specifications §7.9: weights 3 and 1 from the right)."""
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def uscc(region: str, number: str) -> str:
    """Return the unified social credit code of a company: class 91, region (GB/T 2260), organisation number of 8 digits (GB 32100-2015)."""
    inner = 11 - sum(int(digit) * weight for digit, weight in zip(number, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    body = "91" + region + number + {10: "X", 11: "0"}.get(inner, str(inner))
    total = sum(_USCC_ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(body))
    return body + _USCC_ALPHABET[-total % 31]


def lei(body: str) -> str:
    """Return the legal entity identifier of 18 characters with its check digits (ISO 17442, ISO 7064 mod 97-10)."""
    number = int("".join(str(int(character, 36)) for character in body + "00"))
    return f"{body}{98 - number % 97:02d}"


@dataclass(frozen=True)
class Firm:
    """A firm of the example."""

    short: str
    """The name it goes by in file names and commands."""
    name: str
    name_en: str
    prefix: str
    """GS1 company prefix (7 digits)."""
    region: str
    number: str
    roles: tuple[str, ...]
    places: dict[str, int] = field(default_factory=dict)
    """Its places: name to number of the location (5 digits of the GLN)."""
    idis: str | None = None
    """Its prefix in the industrial internet identifier system."""
    lei: str | None = None

    @property
    def uscc(self) -> str:
        """Return its unified social credit code."""
        return uscc(self.region, self.number)

    @property
    def party(self) -> str:
        """Return its party GLN as a Digital Link."""
        return f"https://id.gs1.org/417/{mod10(self.prefix + '00000')}"

    def place(self, name: str) -> str:
        """Return a place of the firm as a Digital Link."""
        return f"https://id.gs1.org/414/{mod10(f'{self.prefix}{self.places[name]:05d}')}"

    def gtin(self, item: int, indicator: int = 0) -> str:
        """Return the GTIN-14 of an item number (5 digits) of this firm."""
        return mod10(f"{indicator}{self.prefix}{item:05d}")

    def sscc(self, number: int) -> str:
        """Return the Digital Link of a logistic unit of this firm."""
        return f"https://id.gs1.org/00/{mod10(f'3{self.prefix}{number:09d}')}"


MAKER = Firm(
    "hailan",
    "青岛海岚电器股份有限公司",
    "Qingdao Hailan Appliance Co., Ltd.",
    "6976001",
    "370212",
    "76001234",
    ("manufacturer",),
    {"design centre": 1, "plant 1": 10, "assembly line 2": 12, "test bench": 14, "finished goods": 20, "dock 3": 23},
    "88.532.60001",
)
COMPRESSORS = Firm(
    "hongda",
    "胶州宏大压缩机有限公司",
    "Jiaozhou Hongda Compressor Co., Ltd.",
    "6976002",
    "370281",
    "76002345",
    ("manufacturer", "supplier"),
    {"plant": 10, "warehouse": 20},
    "88.532.60002",
)
STEEL = Firm(
    "ganglian",
    "日照港联板材有限公司",
    "Rizhao Ganglian Sheet Steel Co., Ltd.",
    "6976003",
    "371102",
    "76003456",
    ("manufacturer", "supplier"),
    {"mill": 10, "yard": 20},
)
CARRIER = Firm(
    "hailutong",
    "青岛海路通物流有限公司",
    "Qingdao Hailutong Logistics Co., Ltd.",
    "6976004",
    "370211",
    "76004567",
    ("carrier",),
    {"Qingdao hub": 10, "Shanghai hub": 20},
)
RETAILER = Firm(
    "jialeyou",
    "上海家乐佑电器连锁有限公司",
    "Shanghai Jialeyou Appliance Stores Co., Ltd.",
    "6976005",
    "310115",
    "76005678",
    ("retailer",),
    {"warehouse": 10, "store Pudong": 20, "store Xuhui": 30},
)
SERVICE = Firm(
    "anxiu",
    "安修到家技术服务有限公司",
    "Anxiu Home Service Co., Ltd.",
    "6976006",
    "310104",
    "76006789",
    ("service",),
    {"workshop": 10},
)
RECYCLER = Firm(
    "lvxun",
    "绿循再生资源(江苏)有限公司",
    "Lvxun Recycling (Jiangsu) Co., Ltd.",
    "6976007",
    "320583",
    "76007890",
    ("recycler",),
    {"yard": 10, "shredder": 20},
)
INSPECTOR = Firm(
    "luzhijian",
    "鲁质检认证(青岛)有限公司",
    "Luzhijian Certification (Qingdao) Co., Ltd.",
    "6976008",
    "370202",
    "76008901",
    ("inspector",),
    {"laboratory": 10},
)
BANK = Firm(
    "jiaoao",
    "胶澳商业银行股份有限公司",
    "Jiaoao Commercial Bank Co., Ltd.",
    "6976009",
    "370203",
    "76009012",
    ("bank",),
    {"head office": 10},
    None,
    lei("300300JIAOAOBANK09"),
)

FIRMS = (MAKER, COMPRESSORS, STEEL, CARRIER, RETAILER, SERVICE, RECYCLER, INSPECTOR, BANK)
