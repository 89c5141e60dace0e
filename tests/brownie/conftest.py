"""Fixtures for `brownie test`; an ordinary pytest run, which has no Brownie, passes this folder by."""

from __future__ import annotations

import sys

import pytest

collect_ignore_glob = [] if "brownie" in sys.modules else ["test_*.py"]


@pytest.fixture(scope="module")
def contracts():
    # Brownie knows the contracts only once it has loaded the project.
    from brownie import accounts  # noqa: PLC0415

    from scripts.brownie_deploy import deploy  # noqa: PLC0415

    return deploy(accounts[0])


@pytest.fixture
def hand_over():
    # As above: Brownie knows the contracts once it has loaded the project.
    from scripts.brownie_deploy import hand_over  # noqa: PLC0415

    return hand_over


@pytest.fixture(autouse=True)
def isolation(contracts, fn_isolation):
    """Take back what a test did to the chain."""
