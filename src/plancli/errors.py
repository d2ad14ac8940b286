"""One tree of errors; every class knows its code, its exit code and its remedy.

`str(error)` is the line a person reads: what is wrong, the code in brackets, what to do. Both are messages, templates with
values, so that an error of a worker is told in the user's language where it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .messages import Message


def nearest(said: str, names: Sequence[str]) -> Message:
    """The remedy for a name that there is not: the one that looks most like it, else what there is to choose from."""
    import difflib

    near = difflib.get_close_matches(said, names, 1)
    return Message("Did you mean {name}?", name=near[0]) if near else choose(names)


def choose(names: Sequence[str]) -> Message:
    """The remedy that says what there is."""
    return Message("Choose one of: {names}.", names=", ".join(names))


def one_of(names: Sequence[str]) -> Message:
    """The remedy for a name that is none of these."""
    return Message("Give one of: {names}.", names=", ".join(names))


def reason(error: OSError) -> Message:
    """What the system says is wrong."""
    return Message(error.strerror or str(error))


# what readers of JSON and TOML say, so that the catalogue has it; the rest is told as they say it
SYNTAX = (
    "Expecting value", "Expecting property name enclosed in double quotes", "Expecting ',' delimiter", "Expecting ':' delimiter",
    "Extra data", "Unterminated string starting at", "Invalid control character at", "Invalid \\escape",
    "Illegal trailing comma before end of object", "Illegal trailing comma before end of array",
    "Invalid value", "Invalid statement", "Unclosed array", "Unterminated string", "Cannot overwrite a value",
    "Expected '=' after a key in a key/value pair", "Expected ']' at the end of a table declaration",
    "Expected newline or end of document after a statement",
)  # fmt: skip
_PLACES = (
    (r"(?P<what>.+): line (?P<line>\d+) column (?P<column>\d+) \(char (?P<char>\d+)\)", "{what}: line {line} column {column} (char {char})"),
    (r"(?P<what>.+) \(at line (?P<line>\d+), column (?P<column>\d+)\)", "{what} (at line {line}, column {column})"),
    (r"(?P<what>.+) \(at end of document\)", "{what} (at end of document)"),
)  # fmt: skip


def syntax(error: Exception) -> Message:
    """What a reader of JSON or TOML says is wrong, and where."""
    for shape, template in _PLACES:
        if found := re.fullmatch(shape, str(error), re.DOTALL):
            return Message(template, **(found.groupdict() | {"what": Message(found["what"])}))
    return Message(str(error))


class PlancliError(Exception):
    """Something that plancli tells the user: `code` for scripts, `exit_code` for the shell, `remedy` for people.

    `what` and `remedy` are messages, or templates for the `values`.
    """

    code = "internal"
    exit_code = 1
    remedy = ""

    def __init__(self, what: str, remedy: str | None = None, /, **values: object) -> None:
        self.what = what if isinstance(what, Message) else Message(what, **values)
        super().__init__(self.what)
        remedy = self.remedy if remedy is None else remedy
        self.remedy = remedy if isinstance(remedy, Message) else Message(remedy, **values)

    def __str__(self) -> str:
        return str(self.message)

    @property
    def message(self) -> Message:
        """The whole line, to be translated."""
        return told(self.what, self.code, self.remedy)


def told(what: str, code: str, remedy: str) -> Message:
    """What is wrong, the code, what to do, as one line."""
    if not remedy:
        return Message("{what} ({code}).", what=what, code=code)
    return Message("{what} ({code}). {remedy}", what=what, code=code, remedy=remedy)


class UsageError(PlancliError):
    """Wrong use or configuration; nothing was done."""

    code = "usage"
    exit_code = 2


class InputError(PlancliError):
    """An input that cannot be read; the others go on."""


class NotFound(InputError):
    """There is no such file."""

    code = "not-found"
    remedy = "Check the path."


class Unreadable(InputError):
    """The file is there, but the system does not let it be read."""

    code = "unreadable"
    remedy = "Check that it is a file and that you may read it."


class Empty(InputError):
    """No bytes, or no text in them."""

    code = "empty"
    remedy = "Get the file again from its source."


class Unsupported(InputError):
    """A kind of file that plancli does not read."""

    code = "unsupported"
    remedy = "Save it as DOCX, PDF or TXT."


class SeveralBulletins(InputError):
    """An archive or a mail that holds several bulletins, where one was asked for."""

    code = "several-bulletins"
    remedy = "Use plancli.parse_all, or plancli parse or batch on the command line: they give a bulletin a member."


class Encrypted(InputError):
    """The file opens with a password only."""

    code = "encrypted"
    remedy = "Remove the password and try again."


class Corrupt(InputError):
    """The file's structure is broken."""

    code = "corrupt"
    remedy = "Open it in its own program and save it again, or get it again from its source."


class TooLarge(InputError):
    """The file is over a limit."""

    code = "too-large"
    remedy = "Split the file."


class ZipBomb(InputError):
    """A package that unpacks to far more than it holds."""

    code = "zip-bomb"
    remedy = "Do not trust this file; get it again from its source."


class NoTextLayer(InputError):
    """A PDF whose pages are pictures."""

    code = "no-text-layer"
    remedy = "Run pip install 'plancli[ocr]' and try again, or OCR it first (ocrmypdf -l chi_sim IN.pdf OUT.pdf)."


class GarbledText(InputError):
    """A text layer that says nothing: its characters have no meaning outside the file's own fonts."""

    code = "garbled-text"
    remedy = "Run OCR on it (for example: ocrmypdf --force-ocr -l chi_sim IN.pdf OUT.pdf), then parse the result."


class OutOfMemory(InputError):
    """The file needs more memory than there is."""

    code = "out-of-memory"
    remedy = "Split the file, or give plancli more memory."


class Timeout(InputError):
    """The file takes longer than it may."""

    code = "timeout"
    remedy = "Split the file, or allow more with --timeout."


class WorkerCrashed(InputError):
    """The process that parsed the file died, and died again when it was tried once more."""

    code = "worker-crashed"
    remedy = "Open it in its own program and save it again; report it as a fault in plancli if that does not help."


class OutputError(PlancliError):
    """A result that cannot be written."""

    code = "unwritable"
    remedy = "Check the folder, its permissions and the space left."


class MissingExtra(PlancliError):
    """A needed extra or program is not installed."""

    code = "missing-extra"
    exit_code = 4


class NeedsOcr(MissingExtra, Unsupported):
    """A picture, where no OCR is installed: a part is missing for who asked for the file, and to all that pass by it it is a
    file of another kind."""

    code = MissingExtra.code


class InternalError(PlancliError):
    """A fault of plancli's own."""

    code = "internal"
    exit_code = 70
    remedy = "This is a fault in plancli: run again with --traceback and report it with the file."
