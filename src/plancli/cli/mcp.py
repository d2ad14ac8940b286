"""`plancli mcp`: documents below named folders, for programs that speak the Model Context Protocol over stdin and stdout."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, ParamSpec

import typer

from ..errors import NotFound, UsageError
from . import options

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from ..model.settings import Settings

P = ParamSpec("P")
_ABOUT = "Reads Chinese official work plans: who does what by when, with the words each value was read from."


def mcp(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER", help="What lies below these folders may be read, nothing else.")
    ],
    config: options.Config = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Serve parse_document, find_tasks and explain on stdin and stdout (extra mcp)."""
    from .configuration import begin

    chosen = begin({"traceback": traceback}, config, verbose=verbose)
    for folder in folders:
        if not folder.is_dir():
            raise UsageError("{folder} is no folder", "Name folders that are there.", folder=folder)
    server(Documents(tuple(folder.resolve() for folder in folders), chosen.settings)).run("stdio")


def server(documents: Documents) -> MCPServer:
    """A server with the three tools over the documents. An error of plancli is the tool's error, in its own words."""
    from mcp.server import MCPServer

    from .. import __version__

    made = MCPServer("plancli", version=__version__, instructions=_ABOUT, log_level="WARNING")
    for tool in (documents.parse_document, documents.find_tasks, documents.explain):
        made.tool(structured_output=False)(_told(tool))
    return made


def _told(tool: Callable[P, str]) -> Callable[P, Any]:
    """The tool, one call at a time (the worker reads one document at a time), its errors as those of the protocol."""
    from mcp.server.mcpserver.exceptions import ToolError

    from .failure import translate

    @wraps(tool)
    async def call(*arguments: P.args, **named: P.kwargs) -> str:
        try:
            return tool(*arguments, **named)
        except Exception as error:
            raise ToolError(str(translate(error))) from error

    return call


@dataclass(frozen=True)
class Documents:
    """What lies below the folders (absolute, without links), read under the settings."""

    folders: tuple[Path, ...]
    settings: Settings

    def parse_document(self, path: str, year: int | None = None) -> str:
        """A plan (PDF, Word, web page, sheet, OFD, text) as JSON: plans, sections, tasks, departments with roles, time nodes as
        dates, diagnostics. `path` lies below a folder of this server; `year` is the plan year where the document names none."""
        from ..api import parse

        return parse(self._file(path), settings=self._of(year)).model_dump_json()

    def find_tasks(
        self,
        path: str,
        due: str | None = None,
        department: str | None = None,
        role: Literal["lead", "support", "responsible"] | None = None,
        leader: str | None = None,
        search: str | None = None,
        doubtful: bool = False,
    ) -> str:
        """The tasks of a plan, of results (JSON, database) or of the folder of a batch, as a JSON list with a row a task. All that is
        given must hold. `due`: 2026Q2, 2026-05, 2026-04..2026-06, next-quarter. `search`: words that all stand in the task."""
        from ..export.rows import rows
        from ..language.script import simplify
        from ..query.selection import Wanted, select
        from ..query.sources import bulletins
        from ..query.spans import span_of

        wanted = Wanted(
            due=span_of(due, today=date.today()) if due else None,
            department=department,
            role=role,
            leader=leader,
            search=tuple(simplify(search).split()) if search else (),
            doubtful=doubtful,
        )
        held = (select(one, wanted) for one in bulletins(self._file(path), self.settings, wanted))
        found = [row for one in held if one is not None for row in rows(one, "task")]
        return json.dumps(found, ensure_ascii=False, default=str)

    def explain(self, text: str, year: int | None = None) -> str:
        """Why: the rules and evidence behind the times, departments and numbers in a line of a plan."""
        from ..export.terminal import harmless
        from .explain import TaskPlace, said_of

        return "\n".join(harmless(line) for line in said_of(text, self._of(year), TaskPlace.PROSE))

    def _of(self, year: int | None) -> Settings:
        return self.settings if year is None else replace(self.settings, year=year, year_from="option")

    def _file(self, path: str) -> Path:
        """What stands under a path below one of the folders, links followed. Raises `NotFound`, which tells nothing of what lies
        elsewhere."""
        try:
            for folder in self.folders:
                file = (folder / path).resolve()
                if file.is_relative_to(folder) and file.exists():
                    return file
        except (OSError, ValueError, RuntimeError):  # a name that no file can have, links in a circle
            pass
        raise NotFound("nothing below the folders of this server is named {path!r}", "Check the path.", path=path[:80])
