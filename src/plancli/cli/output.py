"""Where results go and in which shape: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

from ..errors import OutputError, UsageError, reason
from ..export.formats import DOCUMENTS, ENDINGS, FORMATS, DocumentName, Name, ResultLayout
from . import failure, windows

if TYPE_CHECKING:
    from ..export.rows import By
    from ..model.bulletin import Bulletin

T = TypeVar("T")
BOM = "\ufeff".encode()


def choose(
    option: str | None, path: Path | None, configured: Name | None, *, piped: Name = "json"
) -> Name | DocumentName:
    """The format: the option, else the ending of FILE, else what is configured, else a table on a terminal, else `piped`.

    Raises `UsageError` for an ending that says nothing.
    """
    chosen = cast("Name | DocumentName | None", option) or configured
    if option is None and path is not None and path.suffix:
        chosen = _of_ending(path, ENDINGS, configured)
    if chosen is None:
        chosen = "table" if path is None and on_terminal() else piped
    return chosen


def choose_list(option: str | None, path: Path | None, endings: Mapping[str, str]) -> str:
    """The format of a list that is no result: the option, else what the ending of FILE names in `endings`, else a table on a terminal,
    else CSV. Raises `UsageError`."""
    if option is not None:
        return option
    if path is not None and path.suffix:
        return _of_ending(path, endings)
    return "table" if path is None and on_terminal() else "csv"


def _of_ending(path: Path, endings: Mapping[str, T], default: T | None = None) -> T:
    chosen = endings.get(path.suffix.lower(), default)
    if chosen is None:
        raise UsageError(
            "{path}: the ending {suffix} names no format",
            "Use {names}, or give --format.",
            path=path,
            suffix=path.suffix,
            names=", ".join(endings),
        )
    return chosen


def target_of(out: str | None) -> Path | None:
    """The file that -o names; None for stdout."""
    return None if out in (None, "-") else Path(str(out))


def refuse_idle(shape: str, *, by: object, bom: object, rows: Sequence[str] = ("csv", "parquet")) -> None:
    """Refuses --by and --bom, as they were given, where they would do nothing: `rows` are the formats whose rows --by tells. Raises
    `UsageError`."""
    if by is not None and shape not in rows:
        raise UsageError(
            "--by says what a row is, and the format {form} does not ask",
            "Leave --by out, or use one of the formats {names}.",
            form=shape,
            names=", ".join(rows),
        )
    if bom and shape != "csv":
        raise UsageError("--bom is for csv, and the format is {form}", "Leave --bom out, or give csv.", form=shape)


def check(path: Path | None, inputs: Sequence[str]) -> None:
    """Refuses a FILE that cannot be written or that is one of the inputs. Raises `UsageError`."""
    if path is None:
        return
    if path.is_dir():
        raise UsageError("{path} is a folder", "Name a file in it.", path=path)
    if not path.parent.is_dir():
        raise UsageError("there is no folder {folder}", "Make it first.", folder=path.parent)
    for name in inputs:
        with contextlib.suppress(OSError):
            if path.samefile(name) and path.is_file():
                raise UsageError("{path} is an input too", "Name another file for the result.", path=path)


class Sink:
    """Takes bulletins one by one; the file appears when the block ends well and at least one bulletin came.

    Several bulletins as JSON are one array in a file and JSON Lines elsewhere; those of one archive are an array anywhere. A document (a workbook, a calendar) is
    written when all bulletins are there.
    """

    def __init__(
        self,
        path: Path | None,
        form: Name | DocumentName,
        *,
        by: By = "node",
        bom: bool = False,
        several: bool = False,
        archive: bool = False,
    ) -> None:
        if form == "parquet":
            from ..export import parquet

            parquet.need()
        self._path, self._form, self._by, self._bom = path, form, by, bom
        self._array = several and form == "json" and path is not None
        if several and form == "json" and path is None:
            self._form = "jsonl"
        self._stack = contextlib.ExitStack()
        self._file: BinaryIO | None = None
        self._begun = False
        self._held: list[Bulletin] = []  # for a document
        self._archive = archive and form == "json"  # its bulletins wait: one is a document, several an array

    def __enter__(self) -> Sink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._stack.__exit__(kind, error, trace)
            return
        with self._stack:  # what cannot be written now is told as it would be before
            self._finish()

    def _finish(self) -> None:
        """What waited until all bulletins were there."""
        if self._archive and self._held:
            from ..export.json import one_or_array

            self._put(one_or_array(self._held))
        elif self._held:
            for name, document in DOCUMENTS.items():
                if name == self._form:
                    self._put(document.write(self._held, self._by))
        if self._array and self._begun:
            from ..export.json import ARRAY_END

            self._put(ARRAY_END)

    def add(self, bulletin: Bulletin) -> None:
        """Writes one bulletin. Raises `OutputError`."""
        if self._form in DOCUMENTS or self._archive:
            self._held.append(bulletin)
            return
        if self._form == "table" and self._path is None:
            show(self._render(bulletin).decode())
        elif self._array:
            from ..export.json import array_piece

            self._put(array_piece(bulletin, first=not self._begun))
        else:
            self._put(self._render(bulletin))
        self._begun = True

    def _put(self, data: bytes) -> None:
        if self._path is not None and self._file is None:
            from ..export.whole import writing

            self._file = self._stack.enter_context(writing(self._path))
        if self._file is not None:
            self._file.write(data)
        else:
            to_stdout(data)

    def _render(self, bulletin: Bulletin) -> bytes:
        page = ResultLayout(by=self._by, header=not self._begun)
        if self._form == "table":
            import shutil

            terminal = self._path is None and on_terminal()
            width = shutil.get_terminal_size((100, 40)).columns if terminal else page.width
            page = page._replace(width=width, color=terminal and coloured())
        written = next(one for name, one in FORMATS.items() if name == self._form).write(bulletin, page)
        return BOM + written if self._bom and self._form == "csv" and not self._begun else written


def put(path: Path | None, data: bytes) -> None:
    """Writes a whole result to FILE, or to stdout without one. Raises `OutputError`."""
    if path is None:
        to_stdout(data)
        return
    from ..export.whole import writing

    with writing(path) as stream:
        stream.write(data)


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured() -> bool:
    """Whether colours are wanted on stdout (https://no-color.org) and its terminal knows them."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and windows.takes_colours()


def to_stdout(data: bytes) -> None:
    """Writes all of `data`, a result, now; on a terminal in its encoding, and what would steer it is escaped. Raises `OutputError`, and `UsageError` for
    what is no text on a terminal; ends the program quietly where nobody reads any more."""
    if not on_terminal():
        _send(data)
        return
    from ..export.terminal import harmless_data

    try:
        shown = harmless_data(data.decode())
    except UnicodeDecodeError:
        raise UsageError("the result is no text that a terminal shows", "Give -o FILE, or pipe it.") from None
    show(shown)


def _send(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("stdout is closed", "Give -o FILE.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        failure.reader_gone()
    except OSError as error:
        raise OutputError("stdout cannot be written: {reason}", reason=reason(error)) from error


def show_lines(lines: Iterable[str]) -> None:
    """Shows lines of text for people; on a terminal one that is too long is broken at its width, and goes on beneath what its label
    leads, or set in."""
    if on_terminal():
        import shutil

        from ..export.terminal import hanging

        width = shutil.get_terminal_size((100, 40)).columns
        lines = (part for line in lines for part in hanging(line, width))
    show("".join(f"{line}\n" for line in lines))


def show(text: str) -> None:
    """Writes what is for people, and harmless, to stdout, in the encoding that it has: that of a console, which need not be UTF-8 (GBK). What an
    encoding lacks is escaped. Raises `OutputError`."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    told = "utf-8" if encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968") else encoding
    _send(text.encode(told, "backslashreplace"))
