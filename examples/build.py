"""Writes the example's documents, firms and story; `--check` says whether the committed files are what this would write."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from model import downstream, firms, goods, places, production, upstream  # noqa: E402 - the folder above is put on the path first.
from model.events import Event, at, document  # noqa: E402
from model.pictures import refrigerator_picture  # noqa: E402

from traceability.epcis import read_json, write_json_master_data, write_xml, write_xml_master_data  # noqa: E402


@dataclass(frozen=True)
class Chapter:
    """One document of the story: who hands it in, when, in which syntax, for whose eyes."""

    name: str
    firm: firms.Firm
    created: str
    events: Callable[[], list[Event]]
    syntax: str = "json"
    profile: str = "public"


CHAPTERS = (
    Chapter("01-requirement-design-plan", firms.MAKER, "2026-03-27 12:00", upstream.plans),
    Chapter("02-steel", firms.STEEL, "2026-03-06 09:00", upstream.steel, "xml"),
    Chapter("03-compressors", firms.COMPRESSORS, "2026-03-12 10:30", upstream.compressors),
    Chapter("04-inbound-transport", firms.CARRIER, "2026-03-12 17:00", upstream.inbound_transport, "xml"),
    Chapter("05-receipt", firms.MAKER, "2026-03-12 17:30", production.receipt),
    Chapter("06-correction", firms.MAKER, "2026-03-13 08:30", production.correction),
    Chapter("07-unpacking", firms.MAKER, "2026-03-13 10:00", production.unpacking),
    Chapter("08-assembly", firms.MAKER, "2026-04-03 20:00", production.assembly),
    Chapter("08b-samples", firms.INSPECTOR, "2026-04-04 19:00", downstream.samples),
    Chapter("09-palletising", firms.MAKER, "2026-04-08 10:00", production.palletising),
    Chapter("10-outbound-transport", firms.CARRIER, "2026-04-09 07:00", production.outbound_transport, "xml"),
    Chapter("11-retail-receipt", firms.RETAILER, "2026-04-10 12:00", production.retail_receipt),
    Chapter("11b-shelves", firms.RETAILER, "2026-04-25 09:00", downstream.shelves),
    Chapter("12-sales", firms.RETAILER, "2026-05-12 09:00", downstream.sales),
    Chapter("14-spare-parts", firms.COMPRESSORS, "2026-07-06 10:00", upstream.spare_parts, "xml"),
    Chapter("15-repairs", firms.SERVICE, "2026-08-22 18:00", downstream.repairs),
    Chapter("16-recycling", firms.RECYCLER, "2026-10-13 17:00", downstream.recycling),
)
CERTIFICATE_SCHEMA = {
    "name": "energy-efficiency-certificate",
    "version": 1,
    "fields": {"standard": "string", "grade": "decimal", "report": "string", "issued": "string"},
}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _chapter_file(chapter: Chapter) -> tuple[str, bytes]:
    data = _json(document(chapter.events(), at(chapter.created)))
    if chapter.syntax == "json":
        return f"documents/{chapter.name}.jsonld", data
    read = read_json(data)
    return f"documents/{chapter.name}.xml", write_xml(read.events, creation_date=at(chapter.created))


def _places_name(firm: firms.Firm) -> str:
    return f"documents/00-places-{firm.short}.{'jsonld' if firm is firms.MAKER else 'xml'}"


def _places_file(firm: firms.Firm) -> tuple[str, bytes]:
    """Return what a firm says of its places: the maker in JSON, the others as their ERPs write it, in XML."""
    said, created = places.vocabularies(firm), at("2026-03-01 09:00")
    if firm is firms.MAKER:
        return _places_name(firm), _json(json.loads(write_json_master_data(said, creation_date=created)))
    return _places_name(firm), write_xml_master_data(said, creation_date=created)


def _firm(firm: firms.Firm) -> dict[str, object]:
    prefixes = [{"scheme": "gs1", "prefix": firm.prefix}]
    if firm.idis:
        prefixes.append({"scheme": "idis", "prefix": firm.idis})
    profile: dict[str, object] = {
        "name": firm.name,
        "nameEn": firm.name_en,
        "uscc": firm.uscc,
        "gln": firm.party.rsplit("/", 1)[1],
    }
    if firm.lei:
        profile["lei"] = firm.lei
    return {"short": firm.short, "profile": profile, "roles": list(firm.roles), "prefixes": prefixes}


def _story() -> list[dict[str, object]]:
    refrigerator = f"https://id.gs1.org/01/{firms.MAKER.gtin(goods.REFRIGERATOR)}"
    compressor = f"https://id.gs1.org/01/{firms.COMPRESSORS.gtin(goods.COMPRESSOR)}"
    steps: list[dict[str, object]] = [
        {"as": "hailan", "partner": {"scheme": "gs1", "prefix": firms.MAKER.prefix, "firm": "lvxun", "kinds": ["END"]}},
        {
            "as": "hailan",
            "describe": refrigerator,
            "name": {"zh": "海岚 BCD-520W 风冷冰箱", "en": "Hailan BCD-520W refrigerator"},
            "brand": "海岚 Hailan",
            "model": "BCD-520W",
            "contact": {"phone": "400-000-0520", "url": "https://hailan.example/service"},
            "picture": "pictures/refrigerator.png",
        },
        {
            "as": "hongda",
            "describe": compressor,
            "name": {"zh": "宏大 HDV-78CY 变频压缩机", "en": "Hongda HDV-78CY compressor"},
            "brand": "宏大 Hongda",
            "model": "HDV-78CY",
            "contact": {"phone": "400-000-0078"},
        },
    ]
    for firm in firms.FIRMS:
        steps.append({"as": firm.short, "capture": _places_name(firm), "profile": "public"})
    for chapter in CHAPTERS:
        steps.append({"as": chapter.firm.short, "capture": _name(chapter), "profile": chapter.profile})
        if chapter.name == "08b-samples":
            steps.append(
                {
                    "as": "luzhijian",
                    "attest": refrigerator,
                    "schema": CERTIFICATE_SCHEMA,
                    "statement": {
                        "standard": "GB 12021.2-2015",
                        "grade": 1,
                        "report": "LZJ-2026-EE-0417",
                        "issued": "2026-04-06",
                    },
                    "expires": "2029-04-06T00:00:00+08:00",
                }
            )
        if chapter.name.startswith("09"):
            serial = goods.REFRIGERATORS[downstream.SOUND].rpartition("/")[2]
            codes = [goods.REFRIGERATORS[downstream.SOUND], f"hdl:{firms.MAKER.idis}/{serial}"]
            steps.append({"as": "hailan", "alias": codes, "name": "the plate of a refrigerator"})
        if chapter.name.startswith("12"):
            steps.append(
                {
                    "as": "jialeyou",
                    "csv": "documents/13-till.csv",
                    "mapping": "documents/13-till.mapping.json",
                    "profile": "public",
                }
            )
    steps += [
        {
            "as": "hongda",
            "state": goods.COMPRESSOR_LOTS["HD2603B"],
            "to": "recalled",
            "reason": {
                "zh": "绕组绝缘可能过热。请断开冰箱电源,致电 400-000-0078 免费更换压缩机。",
                "en": "Winding insulation may overheat. Unplug the refrigerator and call 400-000-0078: the compressor is replaced free of charge.",
            },
        },
        {"as": "jialeyou", "dossier": goods.REFRIGERATORS[32:34], "name": "stock", "for": "jiaoao", "until": "P90D"},
        {"as": "jialeyou", "dossier": [goods.PALLETS[9]], "name": "pledged pallet", "for": "jiaoao", "until": "P90D"},
        {"as": "jiaoao", "lien": goods.PALLETS[9], "pledgor": "jialeyou", "until": "P30D"},
        {
            "show": {
                "sound": goods.REFRIGERATORS[downstream.SOUND],
                "recalled": goods.REFRIGERATORS[downstream.STILL_RECALLED],
                "repaired": goods.REFRIGERATORS[downstream.REPAIRED],
                "recycled": goods.REFRIGERATORS[downstream.RECYCLED],
                "recalled lot": goods.COMPRESSOR_LOTS["HD2603B"],
                "pallet": goods.PALLETS[9],
                "corrected": goods.COMPRESSOR_PALLETS[0],
            }
        },
    ]
    return steps


def _name(chapter: Chapter) -> str:
    return f"documents/{chapter.name}.{'jsonld' if chapter.syntax == 'json' else 'xml'}"


def _till() -> tuple[bytes, dict[str, object]]:
    rows = downstream.sales_rows()
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    buyer = firms.RETAILER.party.rsplit("/", 1)[1]
    mapping: dict[str, object] = {
        "fields": {
            "type": {"value": "ObjectEvent"},
            "action": {"value": "OBSERVE"},
            "bizStep": {"value": "retail_selling"},
            "disposition": {"value": "retail_sold"},
            "eventTime": {"column": "销售时间", "format": "%Y-%m-%d %H:%M:%S", "offset": "+08:00"},
            "epcList": {"template": "https://id.gs1.org/01/{商品条码}/21/{序列号}"},
            "readPoint": {"template": "https://id.gs1.org/414/{门店GLN}"},
            "bizLocation": {"template": "https://id.gs1.org/414/{门店GLN}"},
            "bizTransactionList/inv": {"template": f"urn:epcglobal:cbv:bt:{buyer}:" + "{小票号}"},
        }
    }
    return text.getvalue().encode(), mapping


def files() -> dict[str, bytes]:
    """Return every generated file of the example: path below this folder to content."""
    till, mapping = _till()
    made = dict(_places_file(firm) for firm in firms.FIRMS)
    made |= dict(_chapter_file(chapter) for chapter in CHAPTERS)
    return made | {
        "firms.json": _json([_firm(firm) for firm in firms.FIRMS]),
        "story.json": _json(_story()),
        "documents/13-till.csv": till,
        "documents/13-till.mapping.json": _json(mapping),
        "pictures/refrigerator.png": refrigerator_picture(),
    }


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file differs")
    check = parser.parse_args().check
    stale = []
    for name, content in files().items():
        path = HERE / name
        if path.exists() and path.read_bytes() == content:
            continue
        if check:
            stale.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print("wrote", name)
    for name in stale:
        print(f"examples/{name} is not what examples/build.py writes; run it and commit", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
