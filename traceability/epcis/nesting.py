"""How deep a JSON text nests, told before a parser that recurses walks it.

CPython's JSON parsers recurse in C up to `sys.getrecursionlimit()`. Libraries raise that limit for the whole process
(py_ecc, which web3 imports, sets 100,000), and then a short text of brackets ends the process: "Fatal Python error:
Segmentation fault". So where the limit is raised, texts are measured first.
"""

import re
import sys

DEEPEST = 200
"""How deep a text may nest before it is refused; events are far shallower (see limits.py)."""
SAFE_RECURSION = 3_000
"""Up to this limit of the interpreter the parsers raise RecursionError long before their stack ends."""

# Possessive, and content with an unfinished last string: one pass, whatever is given.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_NOT_A_BRACKET = re.compile(r"[^\[\]{}]+")


def nests_too_deeply(text: str) -> bool:
    """Return whether a parser must not be given this text; it nests at most twice `DEEPEST` deep where it may."""
    if sys.getrecursionlimit() <= SAFE_RECURSION or text.count("[") + text.count("{") <= DEEPEST:
        return False
    brackets = _NOT_A_BRACKET.sub("", _STRING.sub("", text))
    for _ in range(DEEPEST):
        # Each pass takes the innermost pairs away, and so one level of nesting.
        folded = brackets.replace("[]", "").replace("{}", "")
        if len(folded) == len(brackets):
            break
        brackets = folded
    return brackets.count("[") + brackets.count("{") > DEEPEST
