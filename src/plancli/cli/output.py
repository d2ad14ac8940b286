"""Where results go and in which shape: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, cast

from ..errors import OutputError, UsageError
from ..export.formats import ENDINGS, FORMATS, Name, Page
from . import failure

if TYPE_CHECKING:
    from ..export.csv import By
    from ..model.bulletin import Bulletin

BOM = "\ufeff"


def choose(option: str | None, path: Path | None, configured: Name | None, *, several: bool) -> Name:
    """The format: the option, else the ending of FILE, else what is configured, else JSON, or a table on a terminal.

    Several inputs make JSON Lines of JSON. Raises `UsageError` for an ending that says nothing.
    """
    chosen = cast("Name | None", option) or configured
    if option is None and path is not None and path.suffix:
        chosen = ENDINGS.get(path.suffix.lower(), configured)
        if chosen is None:
            raise UsageError(
                f"{path}: the ending {path.suffix} names no format", f"Use {', '.join(ENDINGS)}, or give --format."
            )
    if chosen is None:
        chosen = "table" if path is None and sys.stdout is not None and sys.stdout.isatty() else "json"
    return "jsonl" if several and chosen == "json" else chosen


def check(path: Path | None, inputs: Sequence[str]) -> None:
    """Refuses a FILE that cannot be written or that is one of the inputs. Raises `UsageError`."""
    if path is None:
        return
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "Name a file in it.")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}", "Make it first.")
    for name in inputs:
        with contextlib.suppress(OSError):
            if path.samefile(name) and path.is_file():
                raise UsageError(f"{path} is an input too", "Name another file for the result.")


class Sink:
    """Takes bulletins one by one; the file appears when the block ends well and at least one bulletin came."""

    def __init__(self, path: Path | None, form: Name, *, by: By = "node", bom: bool = False) -> None:
        self._path = path
        self._form = form
        self._by: By = by
        self._bom = bom
        self._stack = contextlib.ExitStack()
        self._file: BinaryIO | None = None
        self._begun = False

    def __enter__(self) -> Sink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, bulletin: Bulletin) -> None:
        """Writes one bulletin. Raises `OutputError`."""
        data = self._render(bulletin).encode("utf-8")
        if self._path is not None and self._file is None:
            from ..export.whole import writing

            self._file = self._stack.enter_context(writing(self._path))
        self._begun = True
        if self._file is not None:
            self._file.write(data)
        else:
            to_stdout(data)

    def _render(self, bulletin: Bulletin) -> str:
        page = Page(by=self._by, header=not self._begun)
        if self._form == "table":
            import shutil

            terminal = self._path is None and sys.stdout is not None and sys.stdout.isatty()
            width = shutil.get_terminal_size((100, 40)).columns if terminal else page.width
            page = replace(page, width=width, color=terminal and not os.environ.get("NO_COLOR"))
        lead = BOM if self._bom and self._form == "csv" and not self._begun else ""
        return lead + FORMATS[self._form].write(bulletin, page)


def to_stdout(data: bytes) -> None:
    """Writes all of `data` now. Raises `OutputError`; ends the program quietly where nobody reads any more."""
    if sys.stdout is None:
        raise OutputError("stdout is closed", "Give -o FILE.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        failure.reader_gone()
    except OSError as error:
        raise OutputError(f"stdout cannot be written: {error.strerror or error}") from error
