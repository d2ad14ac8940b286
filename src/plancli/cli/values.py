"""What an option makes of its value.

Typer makes a validator for each option, a millisecond and a half each, and loads Pydantic for the first. Most values need none: what
is left out, and text that is plainly what its option takes. All others are Typer's to convert, or to refuse in its own words.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, Final

_NOT_PLAIN: Final = object()
_DIGITS = 9  # more may be no number that is meant


def convert_plainly(parameter: Any) -> None:
    """Lets a parameter of a command take a plain value as it is; a second call changes nothing."""
    if "process_value" not in vars(parameter) and parameter.type_descriptor.parameter_info.parser is None:
        parameter.process_value = _process(parameter, parameter.process_value)


def _process(parameter: Any, process: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    several = parameter.nargs != 1 or parameter.multiple

    def converted(context: Any, value: Any) -> Any:
        if value is None and not parameter.required:
            plain: Any = () if several else None
        else:
            plain = _list(parameter, value) if several else _one(parameter.type_descriptor, value)
        if plain is _NOT_PLAIN:
            return process(context, value)
        return plain if parameter.callback is None else parameter.callback(context, parameter, plain)

    return converted


def _list(parameter: Any, value: Any) -> Any:
    texts = parameter.type_descriptor.annotation == list[str] and isinstance(value, list | tuple)
    return value if texts and value and all(isinstance(one, str) for one in value) else _NOT_PLAIN


def _one(descriptor: Any, value: Any) -> Any:
    kind = descriptor.annotation
    if not isinstance(kind, type) or descriptor.is_ranged:
        return _NOT_PLAIN
    if type(value) is kind:
        return value
    if isinstance(value, str):
        if issubclass(kind, Enum):
            return next((one for one in kind if one.value == value), _NOT_PLAIN)
        if kind is int and value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
            return int(value)
    return _NOT_PLAIN
