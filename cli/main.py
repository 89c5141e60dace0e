"""`suyuan`, the terminal's door: one command for operators, manufacturers, banks and whoever holds a proof."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import Annotated

import typer

from cli.catalogue import Catalogue
from cli.refusals import refusal_of

app = typer.Typer(
    name="suyuan",
    cls=Catalogue,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(importlib.metadata.version("suyuan"))
        raise typer.Exit


@app.callback()
def suyuan(
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Supply-chain traceability: record what happened to products, prove it, lend against it."""


def main() -> None:
    """Run the command line: 0 if all is well, 1 with one line if refused, 2 if misused, 130 after Ctrl-C."""
    # py_ecc, which web3 imports, sets the limit to 100,000: parsers then overflow the C stack on deep input instead of raising.
    sys.setrecursionlimit(1_000)
    try:
        app(prog_name="suyuan")
    except Exception as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        print(f"suyuan: {refusal}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
