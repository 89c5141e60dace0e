"""Reads GS1's Barcode Syntax Dictionary (github.com/gs1/gs1-syntax-dictionary) into our table of application identifiers.

Taken are its facts: numbers, formats, names of the checks, pairs that are required or excluded, keys and their
qualifiers, data titles.
"""

import re

_HEADER = """\
# GS1 application identifiers. Source of the facts: GS1 Barcode Syntax Dictionary (github.com/gs1/gs1-syntax-dictionary
# at ff2eb4b, Apache-2.0), read by scripts/build_application_identifiers.py. Columns, parted by tabs:
# numbers; marks (F: length known without FNC1, A: may be an attribute of a Digital Link, K: key of a Digital Link);
# components; one of these is required; none of these may stand beside; qualifiers in their order; data title
"""
_ENTRY = re.compile(r"^([0-9]{2,4}(?:-[0-9]{2,4})?)\s+([*?]*)\s*(.*?)\s*(?:#\s*(.*))?$")


def table_of(dictionary: str) -> str:
    """Return the table of a dictionary.

    Raises:
        ValueError: an entry says twice what it may say once.
    """
    rows = [_HEADER]
    for line in dictionary.splitlines():
        if line.startswith("#") or not (match := _ENTRY.match(line)):
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
        raise ValueError(f"two {name} in one entry are not provided for: {found}")
    return found[0] if found else ""
