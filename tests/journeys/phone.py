"""The phone's own verifier (TypeScript), asked about the same bundles as Python's: both must say the same, byte for byte."""

from __future__ import annotations

import json
import time
from typing import Any

from node_verifier import NodeVerifier
from town import Town

from traceability.identifiers import parse
from traceability.verdict.consumer import Verdict, verdict_of_text


def checked(town: Town, phone: NodeVerifier, bundle: Any, thing: str, later: int = 0) -> Verdict:
    """Return the verdict on which phone and Python agree; `later` are seconds after now."""
    text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    now, asked, root = int(time.time()) + later, parse(thing).canonical, town.trust_root
    verdict = verdict_of_text(text, root, now, asked)
    assert verdict.to_json() == phone.verdict(text, root.to_object(), now, asked)
    return verdict
