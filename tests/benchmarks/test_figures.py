"""The published figures: docs/figures.md says what the benchmarks said last, and every benchmark can be run."""

import importlib
import json

import pytest

from benchmarks import __main__ as bench


def test_the_page_says_what_the_benchmarks_said_last():
    results = json.loads(bench.RESULTS.read_text(encoding="utf-8"))

    assert bench.page_of(results) == bench.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", bench.NAMES)
def test_a_named_benchmark_is_there(name):
    module = importlib.import_module(f"benchmarks.{name}")

    assert callable(module.measured)


def test_an_unknown_benchmark_is_named(monkeypatch):
    monkeypatch.setattr("sys.argv", ["bench", "nothing"])

    with pytest.raises(SystemExit, match="there is no nothing; there are event_hash"):
        bench.main()
