"""What a capture's owner says about who may read it, as one line of text.

`public`, `members` or `private`, then, separated by semicolons, `readers=2,5` (numbers of organisations that read everything),
`groups=dealers,repairers` (groups of the owner's, whose members read everything as long as they are in them)
and `hide=/bizTransactionList/*/bizTransaction,/ilmd` (pointers that the public and the members do not see).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from capture.errors import DisclosureInvalid
from store.reader import ANYONE, MEMBERS, PRIVATE, Disclosure

NOBODY_ELSE = Disclosure(PRIVATE)
"""What holds where the owner says nothing: private by default."""

EVERYONE = Disclosure(ANYONE)
"""Everything for everyone."""

GROUP_NAME = re.compile(r"[\w.-]{1,64}")
"""What a group may be called: letters of any script, digits and `. _ -`."""

_POINTER = re.compile(r"(/[^/,;\s]{1,200}){1,16}")
_MOST_ENTRIES = 64


def disclosure_of(text: str) -> Disclosure:
    """Return the profile that a header or an option says.

    Raises:
        DisclosureInvalid: if the text is not in the form above.
    """
    visibility, *options = (part.strip() for part in text.split(";"))
    if visibility not in (ANYONE, MEMBERS, PRIVATE) or len(text) > 8192:
        raise DisclosureInvalid(text)
    readers: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    for option in options:
        name, _, value = option.partition("=")
        entries = [entry.strip() for entry in value.split(",")]
        if len(entries) > _MOST_ENTRIES:
            raise DisclosureInvalid(text)
        if name.strip() == "readers" and all(_is_organisation(entry) for entry in entries):
            readers = tuple(sorted({int(entry) for entry in entries}))
        elif name.strip() == "groups" and all(GROUP_NAME.fullmatch(entry) for entry in entries):
            groups = tuple(sorted(set(entries)))
        elif name.strip() == "hide" and all(_POINTER.fullmatch(entry) for entry in entries):
            hidden = tuple(sorted(set(entries)))
        else:
            raise DisclosureInvalid(text)
    return Disclosure(visibility, readers, hidden, groups)


def disclosure_text(disclosure: Disclosure) -> str:
    """Return the one writing of a profile, which `disclosure_of` reads back."""
    text = disclosure.visibility
    if disclosure.readers:
        text += "; readers=" + ",".join(str(reader) for reader in disclosure.readers)
    if disclosure.groups:
        text += "; groups=" + ",".join(disclosure.groups)
    if disclosure.hidden:
        text += "; hide=" + ",".join(disclosure.hidden)
    return text


def verify_pointers(pointers: Sequence[str]) -> tuple[str, ...]:
    """Return pointers as a profile keeps them.

    Raises:
        DisclosureInvalid: if one of them is none.
    """
    if len(pointers) > _MOST_ENTRIES:
        raise DisclosureInvalid(f"hide={','.join(pointers)}")
    for pointer in pointers:
        if not _POINTER.fullmatch(pointer):
            raise DisclosureInvalid(f"hide={pointer}")
    return tuple(sorted(set(pointers)))


def _is_organisation(entry: str) -> bool:
    return entry.isascii() and entry.isdigit() and len(entry) <= 10 and 0 < int(entry) < 2**32
