"""A folder of cases: which file is what, told by where it lies and what it holds, so that more files need no change of code.

| file | what is done with it |
|---|---|
| EPCIS document (`.json`, `.jsonld`, `.xml`) | captured, found again, written in both syntaxes and read back |
| the same, in a folder `Invalid` | must be refused, with its place, and nothing stored |
| the same, beside `.hashes` or `.prehashes` of its name | event hashes and pre-hash strings are compared |
| the same, in a folder `expected-equal` | all its events have one hash |
| `.json` with `cases` that have a `canonical_digital_link` | EPC URNs become Digital Links |
| `.jsonl` with `scheme`, `input`, `valid` | identifiers |
| `gs1-syntax-dictionary.txt` | our table of application identifiers says the same |
| `.json` with a `linkset` | read, written as the resolver writes it, and read back |
| `.json` with `link_types` | each type is known |
| `.json` with `openapi` and `/events` | each operation has a route here |
| `.json` schema whose patterns begin with `EQ_` | each name of a query is understood |
| `.json` with a `chain_id`, or `headers` and `runs` | headers, seals, changes of the set, proofs, forgeries |
| `.json` with `bundle`, `trustRoot` and `expected` | the verdict on a proof bundle, good or forged, byte for byte |
| `input/x.json` beside `output/x.json` | canonical JSON |
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from cli.conformance import (
    bundles,
    canonical_json,
    documents,
    event_hashes,
    identifiers,
    linksets,
    networks,
    rest_binding,
)
from cli.conformance.results import Material, Outcome, Result
from cli.conformance.trial import Trial
from traceability.commitment.json_text import nests_within

DOCUMENTS = (".json", ".jsonld", ".xml")
BESIDE = (".hashes", ".prehashes")
DEEPEST = 64
LARGEST = 64 * 2**20
"""Bytes of a file of cases."""


def results_in(folder: Path, trial: Trial, now: datetime) -> Iterator[Result]:
    """Yield the result of every case below a folder, file by file in the order of their names."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = {path.relative_to(folder).as_posix() for path in paths}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path.stat().st_size > LARGEST:
            yield Result("files", name, Outcome.NOT_RUN, f"larger than {LARGEST} bytes")
            continue
        material = Material(name, path.read_bytes())
        beside = {
            suffix: Material(material.stem + suffix, (folder / (material.stem + suffix)).read_bytes())
            for suffix in BESIDE
            if material.suffix in DOCUMENTS and material.stem + suffix in names
        }
        try:
            yield from _results_of(material, beside, folder, trial, now)
        except Exception as error:  # noqa: BLE001 - one case must not end the others; a fault of ours is a case that falls short.
            yield Result("files", name, Outcome.FALLS_SHORT, f"fails with {type(error).__name__}: {str(error)[:300]}")


def _results_of(
    material: Material, beside: Mapping[str, Material], folder: Path, trial: Trial, now: datetime
) -> Iterator[Result]:
    if beside:
        yield from event_hashes.published_results(material, beside)
    elif "expected-equal" in material.folders:
        yield from event_hashes.equal_results(material)
    elif material.suffix == ".jsonl":
        yield from identifiers.row_results(material)
    elif material.name.endswith("gs1-syntax-dictionary.txt"):
        yield from identifiers.dictionary_results(material)
    elif material.suffix == ".xml":
        yield from documents.results_of(material, trial, now)
    elif material.suffix in DOCUMENTS:
        yield from _json_results(material, folder, trial, now)


def _json_results(material: Material, folder: Path, trial: Trial, now: datetime) -> Iterator[Result]:
    if canonical_json.is_pair(material, folder):
        yield from canonical_json.results_of(material, folder)
        return
    content = _content(material.data)
    if documents.INVALID in material.folders or content is None:
        yield from documents.results_of(material, trial, now)
    elif networks.is_network(content):
        yield from networks.results_of(material.name, content)
    elif networks.is_made_network(content):
        yield from networks.made_results(material.name, content)
    elif bundles.is_bundle(content):
        yield from bundles.results_of(material.name, content)
    elif identifiers.is_epc_urn_pairs(content):
        yield from identifiers.epc_urn_results(material.name, content)
    elif rest_binding.is_description(content):
        yield from rest_binding.operation_results(material.name, content)
    elif rest_binding.is_query_schema(content):
        yield from rest_binding.parameter_results(material.name, content)
    elif linksets.is_linkset(content):
        yield from linksets.results_of(material)
    elif linksets.is_link_types(content):
        yield from linksets.type_results(material.name, content)
    elif _is_epcis(content):
        yield from documents.results_of(material, trial, now)


def _is_epcis(content: Any) -> bool:
    """Return whether a JSON file holds a document, an event or a capture job of EPCIS, in order or not."""
    if not isinstance(content, Mapping):
        return False
    kind = str(content.get("type", content.get("isA", "")))
    return kind.startswith("EPCIS") or kind.endswith("Event") or bool({"epcisBody", "captureID"} & set(content))


def _content(data: bytes) -> Any:
    """Return what a JSON file holds, None where it is no JSON that nests as deep as anyone needs."""
    if not nests_within(data.decode("utf-8", "replace"), DEEPEST):
        return None
    try:
        return json.loads(data)
    except ValueError:
        return None
