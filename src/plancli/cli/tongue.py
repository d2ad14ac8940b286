"""Which language people are spoken to in: what was asked for, else what the locale says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
_PLACES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides (POSIX, 8.2)


def language(asked: Language | None, environment: Mapping[str, str] | None = None) -> Language:
    """The language: `asked` (--lang, PLANCLI_LANG or the configuration), else that of the locale, which is read as words; English
    where it names no Chinese."""
    if asked is not None:
        return asked
    held = os.environ if environment is None else environment
    said = next((held[name] for name in _PLACES if held.get(name)), "") or _of_windows()
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def _of_windows() -> str:
    """The user's own language on Windows, where the variables are not set."""
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""
