"""How far a document of many pages is, on stderr: a line every so often where a page takes long (OCR)."""

from __future__ import annotations

import sys
import time

from ..messages import Message
from .console import printable, voice

_EVERY = 30.0  # seconds between two lines
_ON_TERMINAL = 3.0  # where somebody waits
_said: dict[str, float] = {}  # document → when something was said of it


def page_read(name: str, done: int, of: int) -> None:
    """So many pages of the document called `name` are read, of so many."""
    now = time.monotonic()
    watched = sys.stderr is not None and sys.stderr.isatty()
    if now - _said.setdefault(name, now) >= (_ON_TERMINAL if watched else _EVERY) and done < of:
        _said[name] = now
        voice.say(Message("plancli: {file}: {done} of {of} pages read", file=printable(name), done=done, of=of))
