"""Web addresses as identifiers in their own right: ``url:https://…``.

An address without the mark is read for the identifier that it carries; with the mark it stands for itself. Its origin
(protocol, host and port) is the prefix: whoever holds it names what is below it.
"""

import re

from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Scheme

_FORM = re.compile(
    r"(https?)://([0-9A-Za-z_.-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?)((?:[/?#][!-~]*)?)", re.IGNORECASE
)
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_RULE = PrefixRule(8, MAXIMUM_PREFIX)


def url(text: str) -> Identifier:
    """Return what a web address stands for; protocol and host are written small, the default port is left out."""
    match = _FORM.fullmatch(text)
    if match is None:
        cure = "Give an http or https address of printable ASCII characters, others percent-encoded."
        raise IdentifierInvalid(text, "web-address", cure)
    protocol, host, path = match.group(1).lower(), match.group(2).lower(), match.group(3)
    host = host.removesuffix(_DEFAULT_PORTS[protocol])
    path = path if path.startswith("/") else f"/{path}"
    origin = f"{protocol}://{host}"
    return Identifier("url", "url", f"url:{origin}{path}", Level.ITEM, origin, "", path, _RULE, open_level=True)


SCHEME = Scheme(
    name="url",
    title={"en": "web address", "zh": "网址"},
    source="RFC 3986",
    read=lambda text, _: url(text),
    from_halves=lambda origin, path: url(origin + path),
    prefixes=_RULE,
    marks={"url:": lambda text, _: url(text)},
    rank=90,
    samples=("url:https://example.com/things/7", "url:http://192.168.1.5:8000/a?b=1#c"),
)
