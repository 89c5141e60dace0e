"""Taking hidden fields out of a body before it leaves the store."""

from collections.abc import Sequence
from typing import Any

import msgspec


def _as_written(text: str) -> Any:
    # A number keeps its written text: 1.50 stays 1.50, because the commitment is over the text.
    return msgspec.Raw(text.encode())


DECODER = msgspec.json.Decoder(float_hook=_as_written)


def without_hidden(body: str, hidden: tuple[str, ...], *others: tuple[str, ...]) -> str:
    """Return the JSON text of a body without what the hidden pointers name; lists and objects left empty go too.

    With `others`, which are what further ways to see the body hide, only what every one of them hides is taken out.
    """
    content = DECODER.decode(body)
    if others:
        content = _seen(content, [[_tokens(pointer) for pointer in each] for each in (hidden, *others)])
    else:
        for pointer in hidden:
            _remove(content, _tokens(pointer))
    return msgspec.json.encode(_pruned(content)).decode()


def is_hidden(pointer: str, hidden: tuple[str, ...]) -> bool:
    """Whether a pointer is named by a hidden pointer or lies below one."""
    return any(_covers(_tokens(pattern), _tokens(pointer)) for pattern in hidden)


def is_hidden_in_all(pointer: str, views: Sequence[tuple[str, ...]]) -> bool:
    """Whether every one of several ways to see a body hides a pointer."""
    return all(is_hidden(pointer, hidden) for hidden in views)


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


def _seen(node: Any, views: list[list[list[str]]]) -> Any:
    """Return a node without what all views hide; of each view only the pointers that lead to this node are left, shortened."""
    if all(any(not tokens for tokens in view) for view in views):
        return None
    if isinstance(node, dict):
        return {name: _seen(value, _within(views, name)) for name, value in node.items()}
    if isinstance(node, list):
        return [_seen(item, _within(views, str(place))) for place, item in enumerate(node)]
    return node


def _within(views: list[list[list[str]]], name: str) -> list[list[list[str]]]:
    # A pointer that has ended covers all that lies below it.
    return [[tokens[1:] for tokens in view if not tokens or tokens[0] in ("*", name)] for view in views]


def _pruned(node: Any) -> Any:
    if isinstance(node, dict):
        kept = {name: _pruned(value) for name, value in node.items()}
        return {name: value for name, value in kept.items() if value not in (None, {}, [])}
    if isinstance(node, list):
        return [value for value in (_pruned(item) for item in node) if value not in (None, {}, [])]
    return node
