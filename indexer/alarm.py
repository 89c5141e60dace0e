"""The alarm that stops the indexer until an operator has looked: in a small file, which API and terminal read too."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from chain.errors import AnswerDisproved
from indexer.errors import FinalBlockVanished, HeadersDisagree

FILE_NAME = "indexer.alarm.json"
"""The name of the file in the installation's folder; it is there as long as the alarm is."""

LIES = (
    "Nothing of that block was taken in. Ask another node (SUYUAN_RPC_URL), or repair this one: resynchronise it, and "
    "see who can write to it. Then run `suyuan resume`"
)
CHANGED = (
    "Ask the other firms which of the two blocks their nodes have. If it is the one known here, this node is wrong: ask another "
    "(SUYUAN_RPC_URL) and run `suyuan resume`. If all have agreed on the other, run `suyuan resume --take-back`: what "
    "was promised in the blocks that vanished is sent again, unchanged"
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Why the indexer stands."""

    kind: str
    """Name of the error."""
    block: int
    expected: str
    """What must be there, for the most a hash."""
    found: str
    message: str
    """All of it in one sentence."""
    cure: str
    at: float
    """Since when, in seconds since 1970."""
    takes_back: bool = False
    """Whether an operator has said that final blocks are to be taken back."""


def alarm_of(error: AnswerDisproved | FinalBlockVanished | HeadersDisagree, at: float) -> Alarm:
    """Return the alarm that an error raises."""
    expected: object
    found: object
    match error:
        case FinalBlockVanished():
            expected, found, cure = error.known, error.found, CHANGED
        case HeadersDisagree():
            expected, found, cure = error.before, error.parent, LIES
        case AnswerDisproved():
            expected, found, cure = error.expected, error.found, LIES
    return Alarm(type(error).__name__, error.number, _shown(expected), _shown(found), str(error).rstrip("."), cure, at)


def write_alarm(home: Path, alarm: Alarm) -> None:
    """Write the alarm in one step."""
    draft = home / f"{FILE_NAME}.draft"
    draft.write_text(json.dumps(asdict(alarm), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.replace(home / FILE_NAME)


def read_alarm(home: Path) -> Alarm | None:
    """Return the alarm, or None where there is none."""
    try:
        text = (home / FILE_NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return Alarm(**json.loads(text))


def resume(home: Path, *, takes_back: bool) -> Alarm | None:
    """Let the indexer go on, and return the alarm that it stood for, or None where there was none."""
    alarm = read_alarm(home)
    if alarm is None:
        return None
    if takes_back and alarm.kind == FinalBlockVanished.__name__:
        write_alarm(home, replace(alarm, takes_back=True))
    else:
        clear_alarm(home)
    return alarm


def clear_alarm(home: Path) -> None:
    """Take the alarm away."""
    (home / FILE_NAME).unlink(missing_ok=True)


def _shown(value: object) -> str:
    if value is None:
        return "no block"
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)
