"""Which names an extension may have: those that both syntaxes can carry, so that an event can be written in either.

XML names (Namespaces in XML 1.0, NCName) are the narrower ones; lxml says what is one.
"""

import re
from functools import lru_cache

from lxml import etree

LONGEST = 512
"""The longest name, in characters."""

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def is_local_name(text: str) -> bool:
    """Return whether a text can be the local part of a name."""
    return len(text) <= LONGEST and (_PLAIN.fullmatch(text) is not None or _is_tag(text))


def is_qualified_name(text: str) -> bool:
    """Return whether ``{namespace}local`` can be the name of an element."""
    return len(text) <= 2 * LONGEST and _is_tag(text)


@lru_cache(maxsize=1024)
def _is_tag(text: str) -> bool:
    try:
        etree.Element(text)
    except ValueError:
        return False
    return True
