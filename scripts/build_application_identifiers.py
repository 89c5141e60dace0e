"""Writes the table of GS1 application identifiers from a copy of GS1's Barcode Syntax Dictionary, given as argument."""

from __future__ import annotations

import sys
from pathlib import Path

from traceability.identifiers.gs1.dictionary import table_of

TABLE = Path(__file__).resolve().parents[1] / "traceability" / "identifiers" / "gs1" / "application_identifiers.tsv"


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        sys.exit("usage: build_application_identifiers.py gs1-syntax-dictionary.txt")
    TABLE.write_text(table_of(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
