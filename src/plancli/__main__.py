"""`plancli`, and `python -m plancli`: the program's first steps, before anything that takes time is loaded, and its last."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys

TYPE_CHECKING = False  # of `typing`, which takes longer to load than all that comes before the signals are handled
if TYPE_CHECKING:
    from typing import NoReturn

_OBJECTS_BETWEEN_COLLECTIONS = 150_000  # more than a document takes with all that it loads


def run() -> NoReturn:
    """The console script. A signal that comes while the command line is still loading ends it as one that comes later."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: os._exit(128 + number))
    status: list[int] = []
    atexit.register(_leave, status)  # registered first, called last
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)  # what is imported stays: looking for cycles in it finds nothing
    # Results do not depend on the plugins for pydantic that are installed beside plancli, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from .cli import run as command_line

    try:
        command_line()
    except SystemExit as ended:
        if isinstance(ended.code, int):
            status.append(ended.code)
        raise


def _leave(status: list[int]) -> None:
    """Ends the process with the exit code in `status` at once. Python would go on to take apart all that was loaded, one object after
    another, which takes a tenth of the time in which a small document is read."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return  # what cannot be written any more, Python tells
    if status:
        os._exit(status[0])


if __name__ == "__main__":
    run()
