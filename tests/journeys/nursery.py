"""Where the processes of the journeys are born: everything is imported once, and each process is a fork of that.

Each line on the standard input is an order, each line on the standard output its answer:

    {"arguments": ["submission"], "environment": {…}, "log": "…", "fault": null}      → {"pid": 123}
    {"poll": 123}                                                                       → {"code": null | 0 | -9 …}

A forked process is `suyuan` in all but its birth. With a *fault* it ends itself or others by SIGKILL when it comes to a named
function for the n-th time; the code under test knows nothing of it.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import api.main  # noqa: F401  imported so that forks need not, as the next ones
import cli.main
import delivery.main  # noqa: F401
import indexer.main  # noqa: F401
import submission.main  # noqa: F401
from chain.engine import die_with_parent


def main() -> None:
    """Serve orders until the standard input ends."""
    for line in sys.stdin:
        order = json.loads(line)
        answer = {"code": _code(order["poll"])} if "poll" in order else {"pid": _born(order)}
        print(json.dumps(answer), flush=True)


def _code(pid: int) -> int | None:
    found, status = os.waitpid(pid, os.WNOHANG)
    return None if found == 0 else os.waitstatus_to_exitcode(status)


def _born(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 70
        try:
            _live(order)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stderr.flush()
            os._exit(code)
    return pid


def _live(order: dict[str, Any]) -> None:
    end_with_parent = die_with_parent()
    if end_with_parent is not None:
        end_with_parent()
    os.setsid()
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.clear()
    os.environ.update(order["environment"])
    if order.get("fault"):
        arm(**order["fault"])
    sys.argv = ["suyuan", *order["arguments"]]
    cli.main.main()


def arm(place: str, moment: str, times: int, victims: list[str]) -> None:
    """Let the function at `place` (`module:name`) kill this process, or those whose pid files are named, at its n-th call."""
    module, _, path = place.partition(":")
    *owners, name = path.split(".")
    owner = functools.reduce(getattr, owners, importlib.import_module(module))
    setattr(owner, name, _fatal(getattr(owner, name), moment, times, victims))


def _fatal(function: Callable[..., Any], moment: str, times: int, victims: list[str]) -> Callable[..., Any]:
    calls = 0

    @functools.wraps(function)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        due = calls == times
        if due and moment == "before":
            _kill(victims)
        result = function(*arguments, **options)
        if due and moment == "after":
            _kill(victims)
        return result

    return wrapped


def _kill(victims: list[str]) -> None:
    for file in victims:
        os.kill(int(Path(file).read_text(encoding="ascii")), signal.SIGKILL)
    if not victims:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
