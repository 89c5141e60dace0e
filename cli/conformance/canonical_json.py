"""Canonical JSON: files of a folder `input` beside what they become in a folder `output`.

Source: RFC 8785.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import rfc8785

from cli.conformance.results import Material, Result, judged

SET = "canonical JSON"


def is_pair(material: Material, folder: Path) -> bool:
    """Return whether a file is what a canonical form is made of, or one."""
    if not material.folders or material.folders[-1] not in ("input", "output"):
        return False
    twin = "output" if material.folders[-1] == "input" else "input"
    return ((folder / material.name).parent.parent / twin / Path(material.name).name).is_file()


def results_of(material: Material, folder: Path) -> Iterator[Result]:
    """Yield one case for a file in `input`, none for one in `output`."""
    if material.folders[-1] == "output":
        return
    path = folder / material.name
    expected = (path.parent.parent / "output" / path.name).read_bytes()
    found = rfc8785.dumps(json.loads(material.data))
    yield judged(SET, material.name, None if found == expected.rstrip(b"\n") else "another canonical form")
