"""One making serves a page and its reader; another block, other eyes or a few seconds make a new one."""

import threading
from typing import Any

import pytest

from api import bundle_shelf
from api.bundle_shelf import BundleShelf


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    # On a slow machine too, nothing grows old by itself.
    monkeypatch.setattr(bundle_shelf, "SECONDS", float("inf"))
    return []


def take(
    shelf: BundleShelf, made: list[Any], question: str = "a", audience: str = "anyone", height: int | None = 1
) -> Any:
    def make() -> Any:
        made.append(object())
        return made[-1]

    return shelf.bundle(question, audience, lambda: height, make)


def test_the_same_question_at_the_same_block_is_made_once(made: list[Any]) -> None:
    shelf = BundleShelf()

    assert take(shelf, made) is take(shelf, made)


@pytest.mark.parametrize("other", [{"question": "b"}, {"audience": "organisation:1"}, {"height": 2}, {"height": None}])
def test_anything_else_is_made_anew(made: list[Any], other: dict[str, Any]) -> None:
    shelf = BundleShelf()

    assert take(shelf, made) is not take(shelf, made, **other)


def test_a_bundle_grows_old(made: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = BundleShelf()
    first = take(shelf, made)
    monkeypatch.setattr(bundle_shelf, "SECONDS", 0.0)

    assert first is not take(shelf, made)


def test_clearing_leaves_nothing(made: list[Any]) -> None:
    shelf = BundleShelf()
    first = take(shelf, made)
    shelf.clear()

    assert first is not take(shelf, made)


def test_the_shelf_stays_small(made: list[Any]) -> None:
    shelf = BundleShelf()
    first = take(shelf, made)
    for number in range(bundle_shelf.PLACES):
        take(shelf, made, question=str(number))

    assert first is not take(shelf, made)


def test_who_asks_while_one_is_made_waits_for_it(made: list[Any]) -> None:
    shelf, found = BundleShelf(), []
    threads = [threading.Thread(target=lambda: found.append(take(shelf, made))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1 == len(made) == len(set(map(id, found)))
