"""The phone's own verifier (TypeScript), asked about the same bundles as Python's: both must say the same, byte for byte."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

from town import ROOT, Town

from traceability.identifiers import parse
from traceability.proof import TrustRoot
from traceability.verdict.consumer import Verdict, verdict_of_text

BUNDLER = ROOT / "node_modules" / ".bin" / "rolldown"


class Phone:
    """The verifier of the scanner app, running under Node."""

    def __init__(self, folder: Path) -> None:
        script = folder / "phone.mjs"
        source = Path(__file__).with_name("phone.ts")
        subprocess.run(
            [str(BUNDLER), str(source), "-f", "esm", "--platform", "node", "-o", str(script)],
            check=True,
            capture_output=True,
        )
        self._process = subprocess.Popen(
            ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def verdict(self, text: str, root: TrustRoot, now: int, asked: str) -> str:
        """Return the verdict as RFC 8785 text."""
        question = {"bundle": text, "trustRoot": json.dumps(root.to_object()), "now": now, "asked": asked}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        """Switch it off."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()


def checked(town: Town, phone: Phone, bundle: Any, thing: str, later: int = 0) -> Verdict:
    """Return the verdict on which phone and Python agree; `later` are seconds after now."""
    text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    now, asked, root = int(time.time()) + later, parse(thing).canonical, town.trust_root
    verdict = verdict_of_text(text, root, now, asked)
    assert verdict.to_json() == phone.verdict(text, root, now, asked)
    return verdict
