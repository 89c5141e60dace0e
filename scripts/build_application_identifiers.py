"""Writes the table of GS1 application identifiers from a copy of GS1's Barcode Syntax Dictionary, given as argument.

The dictionary is published by GS1 (github.com/gs1/gs1-syntax-dictionary, Apache-2.0). Taken are its facts: numbers,
formats, names of the checks, pairs that are required or excluded, keys and their qualifiers, data titles.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "traceability" / "identifiers" / "gs1" / "application_identifiers.tsv"
HEADER = """\
# GS1 application identifiers. Source of the facts: GS1 Barcode Syntax Dictionary (github.com/gs1/gs1-syntax-dictionary
# at ff2eb4b, Apache-2.0), read by scripts/build_application_identifiers.py. Columns, parted by tabs:
# numbers; marks (F: length known without FNC1, A: may be an attribute of a Digital Link, K: key of a Digital Link);
# components; one of these is required; none of these may stand beside; qualifiers in their order; data title
"""
ENTRY = re.compile(r"^([0-9]{2,4}(?:-[0-9]{2,4})?)\s+([*?]*)\s*(.*?)\s*(?:#\s*(.*))?$")


def table_of(dictionary: str) -> str:
    """Return the table of a dictionary."""
    rows = [HEADER]
    for line in dictionary.splitlines():
        if line.startswith("#") or not (match := ENTRY.match(line)):
            continue
        numbers, flags, rest, title = match.groups()
        words = rest.split()
        attributes = [word for word in words if re.match(r"(req|ex)=|dlpkey", word)]
        components = " ".join(word for word in words if word not in attributes)
        required, excluded, key = (_only(attributes, name) for name in ("req=", "ex=", "dlpkey"))
        marks = "F" * ("*" in flags) + "A" * ("?" in flags) + "K" * bool(key)
        qualifiers = key.removeprefix("dlpkey").removeprefix("=")
        columns = (numbers, marks, components, required[4:], excluded[3:], qualifiers, title or "")
        rows.append("\t".join(columns) + "\n")
    return "".join(rows)


def _only(attributes: list[str], name: str) -> str:
    found = [word for word in attributes if word.startswith(name)]
    if len(found) > 1:
        sys.exit(f"two {name} in one entry are not provided for: {found}")
    return found[0] if found else ""


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        sys.exit("usage: build_application_identifiers.py gs1-syntax-dictionary.txt")
    TABLE.write_text(table_of(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
