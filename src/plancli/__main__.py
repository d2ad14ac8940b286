"""`plancli`, and `python -m plancli`: the program's first steps, before anything that takes time is loaded."""

from __future__ import annotations

import os
import signal
from typing import NoReturn


def run() -> NoReturn:
    """The console script. A signal that comes while the command line is still loading ends it as one that comes later."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: os._exit(128 + number))
    # Whatever plugins for pydantic are installed beside plancli: results do not depend on them, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from .cli import run as command_line

    command_line()


if __name__ == "__main__":
    run()
