"""`plancli`, and `python -m plancli`: the program's first steps, before anything that takes time is loaded."""

from __future__ import annotations

import os
import signal
from typing import NoReturn


def run() -> NoReturn:
    """The console script. A signal that comes while the command line is still loading ends it as one that comes later."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: os._exit(128 + number))
    from .cli import run as command_line

    command_line()


if __name__ == "__main__":
    run()
