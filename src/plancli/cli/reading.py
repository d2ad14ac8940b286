"""How the commands read documents: in a worker under guards, or in this process where the user wants that."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..isolation import read_by
from ..messages import Message
from ..model.record import Record
from ..pace import paced
from .console import printable, voice

if TYPE_CHECKING:
    from ..batch.guarded import Guarded
    from ..messages import Language
    from .configuration import Configuration

_EVERY = 30.0  # seconds between two lines
_ON_TERMINAL = 3.0  # where somebody waits
_said: dict[str, float] = {}  # document → when something was said of it
SECONDS, MEMORY = 120.0, 2 << 30  # of `worker_handle.Guards`, which is not loaded for --help


def page_read(name: str, done: int, of: int) -> None:
    """So many pages of the document called `name` are read, of so many."""
    now = time.monotonic()
    watched = sys.stderr is not None and sys.stderr.isatty()
    if now - _said.setdefault(name, now) >= (_ON_TERMINAL if watched else _EVERY) and done < of:
        _said[name] = now
        voice.say(Message("plancli: {file}: {done} of {of} pages read", file=printable(name), done=done, of=of))


@dataclass(slots=True, eq=False, repr=False)
class ReadingMode(Record):
    """What holds for this run: `in_process` without a worker, or `seconds` for a document and `memory` in bytes; `lang` is the language
    of the messages in results."""

    in_process: bool = False
    seconds: float = SECONDS
    memory: int = MEMORY
    lang: Language = "en"
    _worker: Guarded | None = None

    def set(self, chosen: Configuration) -> None:
        """Takes what a command was asked."""
        self.in_process = chosen.flag("in_process")
        self.seconds = chosen.values.get("timeout", SECONDS)
        self.memory = chosen.values.get("max_memory", MEMORY)

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """While this lasts, documents are read as `set` says; the worker is started with the first."""
        with contextlib.ExitStack() as stack:

            def call(name: str, function: object, /, *arguments: object, **named: object) -> object:
                if self.in_process:
                    with paced(0, partial(page_read, name)):
                        return function(*arguments, **named)  # type: ignore[operator]
                if self._worker is None:
                    from ..batch.guarded import Guarded
                    from ..batch.worker_handle import Guards
                    from ..model.bulletin import Bulletin

                    Bulletin.model_rebuild()  # once, before the fork: the worker makes one, this process writes it
                    self._worker = stack.enter_context(Guarded(Guards(self.seconds, self.memory, pages=0), page_read))
                return self._worker.call(name, function, *arguments, **named)

            try:
                with read_by(call):
                    yield
            finally:
                self._worker = None


reading = ReadingMode()
