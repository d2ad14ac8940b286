"""What Windows alone is asked: the user's language, and whether its console obeys colours."""

from __future__ import annotations

import os
from typing import Any

_STDOUT = -11  # STD_OUTPUT_HANDLE
_COLOURS = 0x4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING (SetConsoleMode)


def users_language() -> str:
    """The language in which Windows speaks to its user, such as `zh_CN`; nothing on other systems."""
    if os.name != "nt":
        return ""
    import locale

    return locale.windows_locale.get(_kernel().GetUserDefaultUILanguage(), "")


def takes_colours() -> bool:
    """Whether what stands on a terminal may be coloured (ECMA-48). A console of Windows does so only once it is asked to; an old
    one never does, and would show the codes."""
    if os.name != "nt":
        return True
    import ctypes

    kernel, mode = _kernel(), ctypes.c_ulong()
    handle = kernel.GetStdHandle(_STDOUT)
    return bool(
        kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | _COLOURS)
    )


def _kernel() -> Any:
    import ctypes

    return getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows it on Windows alone
