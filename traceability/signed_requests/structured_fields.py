"""Structured fields (RFC 9651), as far as signatures and digests use them: dictionaries of byte sequences and inner lists.

Decimals, dates and display strings do not occur in these headers and are refused; so is a name that comes twice in a dictionary,
where the RFC lets the last one count: whoever signs does not write two things under one name.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

from traceability.signed_requests.errors import RequestSignatureInvalid

LONGEST = 8_192
"""Characters of a header that are looked at."""

_KEY = re.compile(r"[a-z*][a-z0-9_.*-]*")
_INTEGER = re.compile(r"-?[0-9]{1,15}(?![0-9.])")
_STRING = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])*)"')
_TOKEN = re.compile(r"[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*")
_OCTETS = re.compile(r":([A-Za-z0-9+/=]*):")
_BOOLEAN = re.compile(r"\?([01])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word that stands without quotes."""

    text: str


Bare = bool | int | str | bytes | Token
"""A value by itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value with its parameters."""

    value: Bare
    parameters: Mapping[str, Bare]


@dataclass(frozen=True, slots=True)
class InnerList:
    """Items in brackets, with the parameters of the whole."""

    items: tuple[Item, ...]
    parameters: Mapping[str, Bare]


def dictionary(header: str, text: str) -> Mapping[str, Item | InnerList]:
    """Return the dictionary that a header's value is (RFC 9651 §4.2.2).

    Raises:
        RequestSignatureInvalid: it is none, or longer than `LONGEST`.
    """
    if len(text) > LONGEST or not text.isascii():
        raise RequestSignatureInvalid(header, "it is too long, or not ASCII", f"send at most {LONGEST} characters")
    return _Reader(header, text).dictionary()


def serialized(value: InnerList | Bare) -> str:
    """Return the one writing of an inner list or a value (RFC 9651 §4.1)."""
    match value:
        case InnerList(items, parameters):
            inside = " ".join(serialized(item.value) + _parameters(item.parameters) for item in items)
            return f"({inside}){_parameters(parameters)}"
        case bool():
            return f"?{int(value)}"
        case int():
            return str(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case bytes():
            return f":{base64.b64encode(value).decode()}:"
        case Token(text):
            return text


def _parameters(parameters: Mapping[str, Bare]) -> str:
    return "".join(
        f";{name}" if value is True else f";{name}={serialized(value)}" for name, value in parameters.items()
    )


class _Reader:
    """Reads one header's value from the left."""

    def __init__(self, header: str, text: str) -> None:
        self._header = header
        self._text = text.strip(" ")
        self._at = 0

    def dictionary(self) -> Mapping[str, Item | InnerList]:
        found: dict[str, Item | InnerList] = {}
        while self._at < len(self._text):
            name = self._taken(_KEY)[0]
            if name in found:
                raise self._refusal(f"{name!r} comes twice")
            found[name] = self._member() if self._takes("=") else Item(True, self._parameters())
            self._skip(" \t")
            if self._at == len(self._text):
                break
            if not self._takes(","):
                raise self._refusal("members are not apart by a comma")
            self._skip(" \t")
            if self._at == len(self._text):
                raise self._refusal("it ends with a comma")
        return found

    def _member(self) -> Item | InnerList:
        if not self._takes("("):
            return Item(self._bare(), self._parameters())
        items: list[Item] = []
        while True:
            self._skip(" ")
            if self._takes(")"):
                return InnerList(tuple(items), self._parameters())
            items.append(Item(self._bare(), self._parameters()))
            if self._peek() not in (" ", ")"):
                raise self._refusal("a list is not closed")

    def _parameters(self) -> Mapping[str, Bare]:
        found: dict[str, Bare] = {}
        while self._takes(";"):
            self._skip(" ")
            name = self._taken(_KEY)[0]
            if name in found:
                raise self._refusal(f"the parameter {name!r} comes twice")
            found[name] = self._bare() if self._takes("=") else True
        return found

    def _bare(self) -> Bare:
        first = self._peek()
        if first == '"':
            return re.sub(r"\\(.)", r"\1", self._taken(_STRING)[1])
        if first == ":":
            try:
                return base64.b64decode(self._taken(_OCTETS)[1], validate=True)
            except binascii.Error:
                raise self._refusal("a value is no base64") from None
        if first == "?":
            return self._taken(_BOOLEAN)[1] == "1"
        if first == "-" or first.isdigit():
            return int(self._taken(_INTEGER)[0])
        return Token(self._taken(_TOKEN)[0])

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _takes(self, mark: str) -> bool:
        if self._peek() != mark:
            return False
        self._at += 1
        return True

    def _skip(self, marks: str) -> None:
        while self._at < len(self._text) and self._text[self._at] in marks:
            self._at += 1

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise self._refusal(f"it cannot be read from character {self._at + 1} on")
        self._at = match.end()
        return match

    def _refusal(self, reason: str) -> RequestSignatureInvalid:
        return RequestSignatureInvalid(self._header, reason, "write it as RFC 9421 and RFC 9651 say")
