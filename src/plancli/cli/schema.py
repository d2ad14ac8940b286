"""`plancli schema`: the JSON Schema of a result."""

from __future__ import annotations

from typing import Annotated

import typer

from . import completion
from .output import to_stdout


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="bulletin, plan, task or time-node.", autocompletion=completion.schemas),
    ] = "bulletin",
) -> None:
    """Print a JSON Schema."""
    from ..export.schema import text

    to_stdout(text(name).encode())
