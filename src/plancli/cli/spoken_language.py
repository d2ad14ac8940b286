"""Which language people are spoken to in: what was asked for, else what the locale says."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..messages import Language
from . import windows

LANGUAGES: tuple[Language, ...] = ("zh", "en")
_PLACES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides (POSIX, 8.2)


def language(asked: str | None, environment: Mapping[str, str] | None = None) -> Language:
    """The language: `asked` (--lang, PLANCLI_LANG or the configuration), else that of the locale, which is read as words; English
    where it names no Chinese."""
    for known in LANGUAGES:
        if asked == known:
            return known
    held = os.environ if environment is None else environment
    said = next((held[name] for name in _PLACES if held.get(name)), "") or windows.users_language()
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def asked(arguments: Sequence[str]) -> Language | None:
    """The language that --lang or PLANCLI_LANG asks for, which that of the results' messages is too; what a file or the locale says
    bears on no result."""
    said = _option(arguments, "--lang") or os.environ.get("PLANCLI_LANG")
    return next((known for known in LANGUAGES if known == said), None)


def before_parsing(arguments: Sequence[str]) -> Language:
    """The language in which help and wrong use are told, before it is known what the arguments mean; what is wrong in a
    configuration is left for the command to say."""
    from ..errors import PlancliError
    from .configuration import said

    try:
        config = _option(arguments, "--config")
        return language(_option(arguments, "--lang") or said("lang", Path(config) if config else None))
    except (PlancliError, OSError):
        return language(None)


def _option(arguments: Sequence[str], wanted: str) -> str | None:
    """What an option says, the last time that it is given."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, sign, value = argument.partition("=")
        if name == wanted:
            found = value if sign else next(iter(arguments[index + 1 :]), None)
    return found
