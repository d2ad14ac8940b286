"""Options that several commands share, each written once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import completion


class RowBy(StrEnum):
    """What `--by` takes."""

    NODE = "node"
    TASK = "task"


class Ocr(StrEnum):
    """What `--ocr` takes."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class LanguageChoice(StrEnum):
    """What `--lang` takes."""

    ZH = "zh"
    EN = "en"


Lang = Annotated[
    LanguageChoice | None, typer.Option("--lang", help="Chinese or English; by default what the locale says.")
]
Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Bulletins, results (JSON, JSON Lines), databases, folders of a batch."),
]
Out = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; its ending tells the format.")
]
Strict = Annotated[
    bool | None, typer.Option("--strict", help="Exit with 3 where there are warnings.", show_default=False)
]
Rows = Annotated[RowBy | None, typer.Option("--by", help="CSV rows: one a time node (default), or one a task.")]
Bom = Annotated[
    bool | None, typer.Option("--bom", help="CSV led by a byte order mark, for Excel and WPS.", show_default=False)
]
Year = Annotated[int | None, typer.Option("--year", metavar="N", help="The plan year, where the document names none.")]
Password = Annotated[str | None, typer.Option("--password", metavar="P", help="Opens an encrypted file.")]
Scans = Annotated[
    Ocr | None,
    typer.Option("--ocr", help="OCR for scans: where the extra ocr is installed (default), for every PDF, or never."),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        help="A bound on what a file may hold, such as pages=1000. Repeatable.",
        autocompletion=completion.limits,
    ),
]
Corrections = Annotated[
    str | None,
    typer.Option("--corrections", metavar="FILE", help="What was corrected on a page of plancli view (JSON Lines)."),
]
NoPersons = Annotated[
    bool | None,
    typer.Option("--no-persons", help="Leave out leaders, persons to ask, telephone numbers.", show_default=False),
]
TimeLimit = Annotated[float | None, typer.Option("--timeout", metavar="S", help="Seconds for a file; by default 120.")]
Memory = Annotated[str | None, typer.Option("--max-memory", metavar="SIZE", help="Memory for a worker; by default 2G.")]
InProcess = Annotated[
    bool | None,
    typer.Option(
        "--in-process", help="Read in this process: no worker, no --timeout, no --max-memory.", show_default=False
    ),
]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Configuration instead of the project's plancli.toml."),
]
Quiet = Annotated[bool | None, typer.Option("--quiet", "-q", help="Say nothing but errors.", show_default=False)]
Verbose = Annotated[
    int,
    typer.Option("--verbose", "-v", count=True, help="Log what was tried and how long it took.", show_default=False),
]
Traceback = Annotated[
    bool | None, typer.Option("--traceback", help="Show where in plancli an error arose.", show_default=False)
]
