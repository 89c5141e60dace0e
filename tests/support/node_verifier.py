"""The scanner app's verifier under Node: one process for many questions, one question a line in, one verdict a line out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUNDLER = ROOT / "node_modules" / ".bin" / "rolldown"


def question_line(text: str, trust_root: Any, now: int, asked: str | None) -> str:
    """Return the line that asks for the verdict on the text of a bundle."""
    return json.dumps({"bundle": text, "trustRoot": json.dumps(trust_root), "now": now, "asked": asked}) + "\n"


class NodeVerifier:
    """The verifier, bundled from its sources as they are and running until it is closed."""

    def __init__(self, folder: Path) -> None:
        script = folder / "verifier.mjs"
        source = Path(__file__).with_name("node_verifier.ts")
        subprocess.run(
            [str(BUNDLER), str(source), "-f", "esm", "--platform", "node", "-o", str(script)],
            check=True,
            capture_output=True,
        )
        self._process = subprocess.Popen(
            ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def verdict(self, text: str, trust_root: Any, now: int, asked: str | None) -> str:
        """Return the verdict as RFC 8785 text."""
        with self.asked([question_line(text, trust_root, now, asked)]) as answers:
            return next(answers)

    @contextmanager
    def asked(self, lines: Sequence[str]) -> Iterator[Iterator[str]]:
        """Ask many questions while the caller does something else; the answers come in the order of the questions."""
        with ThreadPoolExecutor(2) as threads:
            asking = threads.submit(self._ask, lines)
            answering = threads.submit(self._answers, len(lines))
            yield chain.from_iterable(future.result() for future in (answering,))
            asking.result()

    def _ask(self, lines: Sequence[str]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.writelines(lines)
        self._process.stdin.flush()

    def _answers(self, count: int) -> list[str]:
        assert self._process.stdout is not None
        return [self._process.stdout.readline().strip() for _ in range(count)]

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(120)
        assert self._process.stdout is not None
        self._process.stdout.close()
