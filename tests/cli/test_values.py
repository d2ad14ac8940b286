"""A value that is taken as it is, is what Typer would have made of it."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from plancli.cli import app
from plancli.cli.values import convert_plainly

GROUP: Any = typer.main.get_command(app)
CONTEXT = GROUP.context_class(GROUP, info_name="plancli")
COMMANDS = [GROUP.get_command(CONTEXT, name) for name in GROUP.list_commands(CONTEXT)]
PARAMETERS = [
    pytest.param(parameter, id=f"{command.name}-{parameter.name}")
    for command in COMMANDS
    for parameter in command.params
    if parameter.callback is None
]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_as_typer_converts(parameter: Any) -> None:
    vars(parameter).pop("process_value", None)
    typers = parameter.process_value
    convert_plainly(parameter)
    choices = parameter.type_descriptor.choices or ()
    for value in (
        "甲",
        "",
        "7",
        "0012",
        "-3",
        "²",
        "1" * 12,
        True,
        False,
        0,
        2,
        *(one.value for one in choices),
        "CSV",
    ):
        given = (value, "乙") if parameter.nargs == -1 or parameter.multiple else value
        said = [_outcome(convert, given) for convert in (typers, parameter.process_value)]
        assert said[0] == said[1], given
    if not parameter.required:
        assert _outcome(parameter.process_value, None) == _outcome(typers, None)


def _outcome(convert: Any, value: object) -> object:
    """What it gives with its type; lists and tuples are one, since Typer makes a list of either."""
    try:
        made = convert(CONTEXT, value)
    except Exception as error:
        return type(error), str(error)
    return (list, list(made)) if isinstance(made, list | tuple) else (type(made), made)
