"""How the commands read documents: in a worker under guards, or in this process where the user wants that."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..isolation import read_by
from ..model.record import Record
from ..pace import paced
from .page_progress import page_read

if TYPE_CHECKING:
    from ..batch.guarded import Guarded
    from ..messages import Language
    from .configuration import Configuration

SECONDS, MEMORY = 120.0, 2 << 30  # of `worker_handle.Guards`, which is not loaded for --help


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
