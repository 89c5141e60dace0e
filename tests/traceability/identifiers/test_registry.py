"""The registry: a scheme is added by adding one file, and every reason has a sentence in both languages."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import traceability.identifiers
from traceability.identifiers import IdentifierInvalid, Prefix, schemes
from traceability.identifiers.reasons import known_reasons, sentence_of
from traceability.identifiers.registry import REGISTRY, Registry, schemes_in

ROOM = Path(traceability.identifiers.__file__).parent

MADE_UP = '''
"""Coat numbers: COAT and four digits of which the last is the sum of the others."""

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import CERTAIN, NO_LIKELIHOOD, Scheme


def coat(text):
    digits = text.removeprefix("COAT")
    if len(digits) != 4 or not digits.isdecimal() or sum(map(int, digits[:3])) % 10 != int(digits[3]):
        raise IdentifierInvalid(text, "coat-sum", "The last digit is the sum of the others.", place=len(text) - 1)
    return Identifier("coat", "coat", f"coat:{text}", Level.ITEM, text[:5], "", text[5:])


SCHEME = Scheme(
    name="coat",
    title={"en": "coat", "zh": "大衣"},
    source="nobody",
    read=lambda text, strict: coat(text),
    from_halves=lambda prefix, rest: coat(prefix + rest),
    prefixes=PrefixRule(5, 5),
    marks={"coat:": lambda text, strict: coat(text)},
    likelihood=lambda text: CERTAIN if text.startswith("COAT") else NO_LIKELIHOOD,
    reasons={"coat-sum": {"en": "The coat does not add up.", "zh": "大衣编号不对。"}},
    samples=("COAT1236",),
)
'''


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """A registry whose folder has one file more."""
    (tmp_path / "coat.py").write_text(MADE_UP)
    package = ModuleType("traceability.identifiers.schemes")
    package.__path__ = [*schemes.__path__, str(tmp_path)]
    monkeypatch.setattr(schemes, "__path__", package.__path__)
    yield Registry(schemes_in(schemes))
    sys.modules.pop("traceability.identifiers.schemes.coat", None)


def test_a_scheme_is_added_by_adding_one_file(registry: Registry) -> None:
    found = registry.read("COAT1236", strict=True)

    assert found == registry.read("coat:COAT1236", strict=True)
    assert found == registry.of_kind("COAT1236", "coat", strict=True)
    assert found == registry.from_halves(Prefix("coat", "COAT1"), "236")
    assert found == registry.read("https://example.com/coat/COAT1236", strict=True)
    assert [scheme.name for scheme in registry.recognised("COAT1236")] == ["coat"]
    assert "coat" in registry.path_marks()
    with pytest.raises(IdentifierInvalid) as refusal:
        registry.read("COAT1237", strict=True)
    assert refusal.value.sentence("zh") == "大衣编号不对。"


def test_a_scheme_whose_file_is_not_there_is_unknown() -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        REGISTRY.read("COAT1236", strict=True)

    assert refusal.value.reason == "unknown-form"


def test_halves_of_an_unknown_namespace_are_refused() -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        REGISTRY.from_halves(Prefix("coat", "COAT1"), "236")

    assert refusal.value.reason == "scheme"


def reasons_in(path: Path) -> set[str]:
    """Return every reason that a file gives: of refusals, of findings, and of faults (reason, place, cure)."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"IdentifierInvalid": 1, "Finding": 0, "_within": 0, "_one_of": 0}.get(node.func.id)
            if place is not None and len(node.args) > place:
                found |= {part.value for part in ast.walk(node.args[place]) if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and path.parent.name == "gs1":
            first = node.elts[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and "-" in first.value:
                found.add(first.value)
    return found


def test_every_reason_has_a_sentence_in_both_languages() -> None:
    given = set().union(*(reasons_in(path) for path in ROOM.rglob("*.py")))
    given = {reason for reason in given if isinstance(reason, str)}

    assert {"check-digit", "qualifier-order", "bid-address", "winding", "required"} <= given
    assert set() == given - known_reasons()
    for reason in known_reasons():
        assert sentence_of(reason, "en").endswith(".")
        assert sentence_of(reason, "zh").endswith("。")


def test_an_unknown_reason_is_its_own_sentence() -> None:
    assert sentence_of("no-such-reason", "en") == "no-such-reason"
