"""What of the story is told already, kept in the installation's folder so that a second run changes nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE_NAME = "demonstration.json"


class Told:
    """The numbers, API keys and answers of the steps that are done; written after each, readable by its owner only."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE_NAME
        self._content: dict[str, Any] = (
            json.loads(self._path.read_text(encoding="utf-8")) if self._path.exists() else {}
        )

    def __bool__(self) -> bool:
        return bool(self._content)

    def __contains__(self, step: str) -> bool:
        return step in self._content

    def __getitem__(self, step: str) -> Any:
        return self._content[step]

    def add(self, step: str, outcome: Any = True) -> Any:
        """Note a step as done, with what came of it."""
        self._content[step] = outcome
        draft = self._path.with_suffix(".draft")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(self._content, file, ensure_ascii=False, indent=1)
        draft.replace(self._path)
        return outcome

    def beginning_with(self, prefix: str) -> Mapping[str, Any]:
        """Return the outcomes of the steps whose names begin so, by the rest of their names."""
        return {name.removeprefix(prefix): value for name, value in self._content.items() if name.startswith(prefix)}
