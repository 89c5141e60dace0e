"""Taking hidden fields out of a body before it leaves the store."""

from typing import Any

import msgspec


def _as_written(text: str) -> Any:
    # A number keeps its written text: 1.50 stays 1.50, because the commitment is over the text.
    return msgspec.Raw(text.encode())


DECODER = msgspec.json.Decoder(float_hook=_as_written)


def without_hidden(body: str, hidden: tuple[str, ...]) -> str:
    """Return the JSON text of a body without what the hidden pointers name; lists and objects left empty go too."""
    content = DECODER.decode(body)
    for pointer in hidden:
        _remove(content, _tokens(pointer))
    return msgspec.json.encode(_pruned(content)).decode()


def is_hidden(pointer: str, hidden: tuple[str, ...]) -> bool:
    """Whether a pointer is named by a hidden pointer or lies below one."""
    return any(_covers(_tokens(pattern), _tokens(pointer)) for pattern in hidden)


def _tokens(pointer: str) -> list[str]:
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def _covers(pattern: list[str], pointer: list[str]) -> bool:
    return len(pattern) <= len(pointer) and all(
        wanted in ("*", found) for wanted, found in zip(pattern, pointer, strict=False)
    )


def _remove(node: Any, tokens: list[str]) -> None:
    if not tokens:
        return
    name, rest = tokens[0], tokens[1:]
    if isinstance(node, dict):
        for member in list(node) if name == "*" else [name]:
            if member in node:
                if rest:
                    _remove(node[member], rest)
                else:
                    del node[member]
    elif isinstance(node, list):
        places = range(len(node)) if name == "*" else [int(name)] if name.isdecimal() and int(name) < len(node) else []
        for place in places:
            if rest:
                _remove(node[place], rest)
            else:
                # The place is kept until the end so that later pointers still count from the original list.
                node[place] = None


def _pruned(node: Any) -> Any:
    if isinstance(node, dict):
        kept = {name: _pruned(value) for name, value in node.items()}
        return {name: value for name, value in kept.items() if value not in (None, {}, [])}
    if isinstance(node, list):
        return [value for value in (_pruned(item) for item in node) if value not in (None, {}, [])]
    return node
