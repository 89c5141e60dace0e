"""`suyuan`, the terminal's door: one command for operators, manufacturers, banks and whoever holds a proof."""

from __future__ import annotations

import sys

import typer

from chain.errors import ChainError
from cli.commands import administer, capture, care, demo, finance, products, run, verify
from cli.errors import CommandRefused
from indexer.errors import IndexerRefusal
from store.errors import StoreRefusal
from submission.errors import SubmissionError

REFUSALS = (CommandRefused, ChainError, StoreRefusal, SubmissionError, IndexerRefusal)
"""What is said in one line: a command was refused, or cannot be carried out as things are."""

app = typer.Typer(
    name="suyuan",
    help="Supply-chain traceability: record what happened to products, prove it, lend against it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for part in (run, administer, capture, products, finance, verify, care, demo):
    part.register(app)


def main() -> None:
    """Run the command line; what is refused is said in one line and exits with 1."""
    # py_ecc, which web3 imports, sets the limit to 100,000: parsers then overflow the C stack on deep input instead of raising.
    sys.setrecursionlimit(1_000)
    try:
        app()
    except REFUSALS as refused:
        print(f"suyuan: {refused}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
