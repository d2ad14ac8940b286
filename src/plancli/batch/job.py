"""One file's bytes → its outcome: what every engine runs, in whatever process. Bytes go in, text comes out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from ..errors import InternalError, MissingExtra, OutOfMemory, PlancliError, Unsupported
from ..isolation import read_by
from ..messages import Message
from ..model.record import Record
from ..model.settings import Settings
from . import faults, memory

if TYPE_CHECKING:
    from ..export.findings import FindingLine
    from ..export.formats import Name
    from ..export.rows import By
    from ..model.bulletin import Bulletin

ResultFormat = Literal["json", "jsonl", "csv", "parquet", "xlsx", "ics", "sqlite"]
# in which format the result of one file is written: a data set of tables is made of lines of JSON
PIECES: dict[ResultFormat, Name] = {
    "json": "json",
    "csv": "csv",
    **dict.fromkeys(("jsonl", "parquet", "xlsx", "ics", "sqlite"), "jsonl"),
}
Status = Literal["ok", "failed", "skipped"]
_EOT = b"\x04"  # behind the rows of a CSV, which have no end of their own; no text holds it
# By the format of the piece, how a result ends, and no piece of one does: braces at a line's start, line feeds outside of strings.
ENDS: dict[str, bytes] = {"json": b"\n}\n", "jsonl": b"}\n", "csv": _EOT}


# without slots, as `Job` and `Outcome`: such are pickled in a fraction of the time
@dataclass(frozen=True, eq=False, repr=False)
class ResultShape(Record):
    """How results are written: the format, and whether a row of a table is a time node or a task."""

    form: ResultFormat = "json"
    by: By = "node"


@dataclass(frozen=True, eq=False, repr=False)
class Job(Record):
    """A file to parse: the name it goes by in its result, its bytes, and what holds for it."""

    name: str
    data: bytes
    settings: Settings
    shape: ResultShape
    found: bool = False  # in a folder, rather than asked for by name: what is no document at all is left alone


@dataclass(frozen=True, eq=False, repr=False)
class Call(Record):
    """A function of a module that is to be called in a worker, for the document called `name`."""

    name: str
    function: Callable[..., object]
    arguments: tuple[object, ...]
    named: dict[str, object]


@dataclass(frozen=True, eq=False, repr=False)
class PageRead(Record):
    """What a worker says while it is at a file that it reads page by page: so many are read, of so many."""

    done: int
    of: int


@dataclass(frozen=True, eq=False, repr=False)
class Outcome(Record):
    """What came of a job. `error` is an error code, `what` and `remedy` are for people; `diagnostics` are its warnings as `export.findings`
    writes them, `output` is the result, `value` what a call gives. `wild` tells a failure that no reader foresaw: nobody knows what it left behind in its process.
    """

    status: Status
    seconds: float = 0.0
    peak_mb: float = 0.0
    plans: int = 0
    tasks: int = 0
    warnings: int = 0
    diagnostics: tuple[FindingLine, ...] = ()
    output: bytes = b""
    value: object = None
    wild: bool = False
    error: str | None = None
    what: str = ""
    remedy: str = ""
    trace: str = ""


def perform(job: Job | Call) -> Outcome:
    """Parses one file and writes its result, or calls a function; total: whatever goes wrong is the outcome."""
    memory.forget_peak()
    began = time.monotonic()
    try:
        faults.strike(job.name)
        with read_by(None):  # here: a forked process has inherited what its parent reads by
            if isinstance(job, Call):
                return Outcome(status="ok", value=job.function(*job.arguments, **job.named))
            from ..export.findings import of_bulletin
            from ..extract.machine_text import machine_text
            from ..pipeline import parse_bytes

            if job.found and (kind := machine_text(job.data)):
                raise Unsupported("the file is {kind}", kind=Message(kind))
            bulletin = parse_bytes(job.data, name=job.name, settings=job.settings)
            output = _render(bulletin, job.shape)
            diagnostics = of_bulletin(bulletin, job.name)
    except Exception as error:
        import traceback

        trace = "".join(traceback.format_exception(error)).rstrip()
        return failure(_known(error), time.monotonic() - began, memory.peak(), trace, wild=not _told(error))
    return Outcome(
        status="ok",
        seconds=time.monotonic() - began,
        peak_mb=memory.peak() / memory.MEGABYTE,
        plans=len(bulletin.plans),
        tasks=sum(len(plan.tasks) for plan in bulletin.plans),
        warnings=len(diagnostics),
        diagnostics=diagnostics,
        output=output,
    )


def failure(error: PlancliError, seconds: float = 0.0, peak: int = 0, trace: str = "", *, wild: bool = True) -> Outcome:
    """The outcome of a file that could not be read; `peak` in bytes. Other kinds of files are skipped, not failed, and so
    are those that only a reader which is not installed would claim: pictures, without OCR."""
    return Outcome(
        status="skipped" if isinstance(error, Unsupported) else "failed",
        seconds=seconds,
        peak_mb=peak / memory.MEGABYTE,
        error=error.code,
        what=error.what,
        remedy=error.remedy,
        trace=trace,
        wild=wild,
    )


def _told(error: Exception) -> bool:
    return isinstance(error, PlancliError) and not isinstance(error, InternalError)


def _known(error: Exception) -> PlancliError:
    if isinstance(error, PlancliError):
        return error
    if isinstance(error, MemoryError):
        return OutOfMemory("needs more memory than it may have")
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("plancli"):
        return MissingExtra("{name} is not installed", "Run plancli doctor: it says how to get it.", name=error.name)
    return InternalError("{kind}: {words}", kind=type(error).__name__, words=" ".join(str(error).split()))


def _render(bulletin: Bulletin, shape: ResultShape) -> bytes:
    from ..export.formats import FORMATS, ResultLayout

    written = FORMATS[PIECES[shape.form]].write(bulletin, ResultLayout(by=shape.by, header=False))
    return written + _EOT if shape.form == "csv" else written


def parser_mark(settings: Settings, shape: ResultShape) -> str:
    """Versions, of the readers too, and settings as one word, `0.1.0+3f2a9c1d0b2e`: results with the same mark are made alike."""
    import json

    from .. import __version__
    from ..extract.chain import readers

    # Without the password: a digest of it could be guessed. A document opens with it to the same text.
    kept = asdict(settings) | {"password": None}
    held = json.dumps([kept, asdict(shape), readers()], sort_keys=True, default=str)
    return f"{__version__}+{hashlib.sha256(held.encode()).hexdigest()[:12]}"
