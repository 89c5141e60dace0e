"""Bundles that are changed at random, each by its own seed: headers, tries, lines, openings, values, and the JSON itself."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mutated_headers import changed_bytes, changed_header, changed_list
from mutated_tries import with_changed_node

from traceability.errors import RlpInvalid

STRANGE: tuple[Any, ...] = (
    None, 0, -1, 1, 2**32 - 1, 2**32, 2**53 - 1, 2**53, 2**64, 1.5, 1e3, -0.0, "", "0x", "0x0", "0xAB", "0x00", "\ud800", "\U0001f600", "\ufeff", "é",
    [], {}, True, [[]], {"a": 1}, "https://id.gs1.org/01/06901234000788", "https://id.gs1.org/01/06901234000788/21/1", "urn:oid:1.2.3", "x" * 3000,
)  # fmt: skip
"""Values of kinds and sizes that may not stand where they are put."""

_RAW = '0123456789abcdefx"{}[]:,. \t\n\\-+eE\u00e9\u2028\ud83dnul/'


@dataclass(frozen=True)
class Question:
    """What a checker is asked: all of it may be forged but the root of trust."""

    text: str
    trust_root: Any
    now: int
    asked: str | None
    change: str = "none"
    """Name of the change, for whoever reads of a disagreement."""


def question_of(vector: Mapping[str, Any]) -> Question:
    """Return the question that a vector of tests/vectors/bundles asks."""
    bundle = vector["bundle"]
    text = bundle if isinstance(bundle, str) else json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    return Question(text, vector["trustRoot"], vector["now"], vector["asked"])


def mutated(vectors: Sequence[Mapping[str, Any]], seed: int) -> Question:
    """Return the question of some vector with one to three changes, the same for each seed."""
    chance = random.Random(seed)
    vector = chance.choice(vectors)
    question = question_of(vector)
    bundle = _copy(vector["bundle"])
    foreign = _copy(chance.choice(vectors)["bundle"])
    names = []
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        change = chance.choices(list(_CHANGES), list(_CHANGES.values()))[0]
        names.append(change.__name__.strip("_"))
        try:
            change(bundle, foreign, chance)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError, RlpInvalid):
            # An earlier change took away what this one would have changed.
            names.append("nothing")
    text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    if chance.random() < 0.12:
        names.append("text")
        text = _changed_text(text, chance)
    question = replace(question, text=text, change=f"{seed} {' '.join(names)}")
    if chance.random() < 0.06:
        question = _asked_otherwise(question, chance.choice(vectors), chance)
    return question


def _header(bundle: Any, _foreign: Any, chance: random.Random) -> None:
    bundle["header"] = _hex(changed_header(_octets(bundle["header"]), chance))


def _foreign_header(bundle: Any, foreign: Any, _chance: random.Random) -> None:
    bundle["header"] = foreign["header"]


def _changed_trie(bundle: Any, _foreign: Any, chance: random.Random) -> None:
    header, nodes = with_changed_node(_octets(bundle["header"]), [_octets(node) for node in bundle["nodes"]], chance)
    bundle["header"], bundle["nodes"] = _hex(header), [_hex(node) for node in nodes]


def _nodes(bundle: Any, foreign: Any, chance: random.Random) -> None:
    nodes = bundle["nodes"]
    place = chance.randrange(len(nodes))
    if chance.random() < 0.3:
        nodes[place] = _hex(changed_bytes(_octets(nodes[place]), chance))
    else:
        bundle["nodes"] = changed_list(nodes, chance, chance.choice(foreign["nodes"]))


def _lines(bundle: Any, foreign: Any, chance: random.Random) -> None:
    thing, other = chance.choice(bundle["things"]), chance.choice(foreign["things"])
    lines = thing["lines"]
    match chance.randrange(6):
        case 0:
            line = chance.choice(lines)
            place = chance.randrange(2)
            line[place] = _hex(changed_bytes(_octets(line[place]), chance))
        case 1:
            thing["from"] = chance.choice([0, 1, thing["from"] + 1, len(lines), 2**32 - 1])
        case 2:
            thing["before"] = chance.choice([other["before"], "0x" + "00" * 31 + "01", "0x00000001" + "00" * 28])
        case 3:
            thing["lines"] = other["lines"]
        case 4:
            thing["prefix"] = chance.choice([thing["prefix"][:-1], thing["prefix"] + "0", other["prefix"], "é", ""])
        case _:
            thing["lines"] = changed_list(lines, chance, chance.choice(other["lines"]))


def _things(bundle: Any, foreign: Any, chance: random.Random) -> None:
    bundle["things"] = changed_list(bundle["things"], chance, chance.choice(foreign["things"]))


def _events(bundle: Any, foreign: Any, chance: random.Random) -> None:
    events = bundle["events"]
    one, other = chance.choice(sorted(events)), chance.choice(sorted(events))
    match chance.randrange(4):
        case 0:
            del events[one]
        case 1:
            events[one], events[other] = events[other], events[one]
        case 2:
            events[one] = foreign["events"][chance.choice(sorted(foreign["events"]))]
        case _:
            events[chance.choice(["0x", one[:-2], one.upper(), "0x" + "11" * 32])] = events[other]


def _opening(bundle: Any, _foreign: Any, chance: random.Random) -> None:
    opening = chance.choice([*bundle["events"].values(), *(claim["opening"] for claim in bundle["attestations"])])
    leaves = opening["leaves"]
    leaf = chance.choice(leaves)
    match chance.randrange(6):
        case 0:
            leaf[1] = _hex(changed_bytes(_octets(leaf[1]), chance))
        case 1:
            leaf[0] = chance.choice([0, leaf[0] + 1, opening["size"], 2**20])
        case 2:
            opening["size"] = chance.choice([0, 1, 2, 3, opening["size"] + 1, opening["size"] - 1, 2**20, 2**20 + 1])
        case 3:
            opening["hashes"] = changed_list(opening["hashes"], chance, "0x" + "22" * 32)
        case 4:
            leaves[chance.randrange(len(leaves))] = [leaf[0], leaf[1], 0]
        case _:
            opening["leaves"] = changed_list(leaves, chance, [1, "0x"])


def _claims(bundle: Any, foreign: Any, chance: random.Random) -> None:
    name = chance.choice(["organisations", "attestations", "anchors", "liens"])
    choices = foreign[name] or [{}]
    if bundle[name] and chance.random() < 0.6:
        claim = chance.choice(bundle[name])
        member = chance.choice(sorted(claim))
        old = claim[member]
        if isinstance(old, int):
            claim[member] = chance.choice([0, old + 1, old - 1, 2**32 - 1, 2**32, 2**53])
        elif isinstance(old, list):
            claim[member] = changed_list(old, chance, "0x" + "33" * 32)
        elif isinstance(old, str) and old.startswith("0x"):
            claim[member] = _hex(changed_bytes(_octets(old), chance))
        else:
            claim[member] = chance.choice(STRANGE)
    else:
        bundle[name] = changed_list(bundle[name], chance, chance.choice(choices))


def _changes(bundle: Any, foreign: Any, chance: random.Random) -> None:
    runs = bundle.get("changes") or []
    if runs and chance.random() < 0.6:
        place = chance.randrange(len(runs))
        run = runs[place]
        at = chance.randrange(len(run))
        if chance.random() < 0.6:
            run[at] = _hex(changed_header(_octets(run[at]), chance))
        else:
            runs[place] = changed_list(run, chance, foreign["header"])
    else:
        bundle["changes"] = changed_list(
            runs, chance, chance.choice([[], [foreign["header"]], [bundle["header"]], foreign.get("changes", [])])
        )


def _network(bundle: Any, foreign: Any, chance: random.Random) -> None:
    if chance.random() < 0.3:
        bundle["network"] = foreign["network"]
        return
    member = chance.choice(sorted(bundle["network"]))
    bundle["network"][member] = chance.choice(["none", "clique", "qbft", 1, 2**53 - 1, "0x" + "44" * 32, *STRANGE])


def _anything(bundle: Any, _foreign: Any, chance: random.Random) -> None:
    places = _places(bundle)
    path = chance.choice(places)
    holder = _at(bundle, path[:-1])
    match chance.randrange(4):
        case 0:
            del holder[path[-1]]
        case 1:
            holder[path[-1]] = _copy(_at(bundle, chance.choice(places)))
        case 2 if isinstance(holder, dict):
            holder[chance.choice(["changes", "verdict", "\ud800", "Format", "id"])] = chance.choice(STRANGE)
        case _:
            holder[path[-1]] = chance.choice(STRANGE)


_CHANGES: Mapping[Callable[[Any, Any, random.Random], None], int] = {
    _header: 24, _foreign_header: 2, _changed_trie: 20, _nodes: 6, _lines: 10, _things: 4, _events: 7, _opening: 12, _claims: 10,
    _changes: 10, _network: 3, _anything: 14,
}  # fmt: skip
"""Each change, and how often it is made."""


def _changed_text(text: str, chance: random.Random) -> str:
    """Return the text with something that only a reader of JSON notices."""
    place = chance.randrange(len(text) + 1)
    match chance.randrange(9):
        case 0:
            return text[:place]
        case 1:
            return text[:place] + chance.choice(_RAW) + text[place:]
        case 2:
            return text[:place] + chance.choice(_RAW) + text[place + 1 :]
        case 3:
            return chance.choice(["\ufeff", " ", "\n\t", "\u00a0", "//\n", "\x0c"]) + text
        case 4:
            return text + chance.choice([" ", "\n", "\x00", "{}", ",", "\u2028", "]"])
        case 5:
            number = chance.choice(
                ["1.0", "1e1", "-0", "01", "+1", "0x1", "NaN", "Infinity", "9" * 20, "9" * 21, "-1", "1E2", "٣"]
            )
            return text.replace('"from":0', f'"from":{number}', 1)
        case 6:
            name = chance.choice(["header", "id", "nodes", "lines", "size"])
            return text.replace(f'"{name}":', f'"{name}":0,"{name}":', 1)
        case 7:
            escaped = chance.choice(["\\u0066", "\\u0046", "\\f", "\\/", "\\u00", "\\ud800", "\\x66", "\t"])
            return text.replace('"format"', f'"{escaped}ormat"', 1)
        case _:
            deep = chance.choice([10, 15, 16, 17, 40, 5000])
            return text.replace('"liens":[]', '"liens":' + "[" * deep + "]" * deep, 1)


def _asked_otherwise(question: Question, other: Mapping[str, Any], chance: random.Random) -> Question:
    match chance.randrange(4):
        case 0:
            return replace(question, asked=chance.choice([None, other["asked"], ""]))
        case 1:
            return replace(
                question, now=question.now + chance.choice([-(10**9), -3601, -3600, 3600, 3601, 10**8, 10**9])
            )
        case 2:
            return replace(question, trust_root=other["trustRoot"])
        case _:
            root = _copy(question.trust_root)
            _anything(root, other["trustRoot"], chance)
            return replace(question, trust_root=root)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [place for name, child in inside for place in _places(child, (*path, name))]


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for name in path:
        value = value[name]
    return value


def _copy(value: Any) -> Any:
    """Return a copy of a JSON value, faster than `copy.deepcopy`."""
    return json.loads(json.dumps(value))


def _octets(written: str) -> bytes:
    return bytes.fromhex(written[2:])


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
