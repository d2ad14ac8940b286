"""The command line: one command a module; `failure` alone turns errors into exit codes.

Nothing heavy is imported here: a command's module is loaded when the command is asked for, and imports what it needs when
it runs, so that `plancli --help` stays fast.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from copy import copy
from functools import partial
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
import typer.core
import typer.main

from .. import messages
from . import failure, options, spoken_language
from .console import voice
from .help import WIDEST, Context, listed
from .reading import reading

COMMANDS = (
    "parse",
    "tasks",
    "diff",
    "stats",
    "view",
    "review",
    "batch",
    "validate",
    "check",
    "schema",
    "explain",
    "doctor",
    "mcp",
)  # modules, each with its function

_EPILOG = """Exit codes: 0 all read, 1 an input failed or a check found a difference, 2 wrong use, 3 warnings under
--strict, 4 something is not installed, 70 a fault of plancli's own, 130 and 143 interrupted."""

_SETTINGS: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
}


class Commands(typer.core.TyperGroup):
    """The commands, each loaded when it is asked for; all of them for help, and where a name is compared with theirs."""

    context_class = Context

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = _command(name, next(one for one in self.params if one.name == "lang"))
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, each with the first paragraph of what it says of itself."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed(self.get_command(ctx, name))) for name in COMMANDS])


def _command(name: str, lang: Any) -> Any:
    """A command, which takes `lang` too: it is read before the arguments are, by `spoken_language`."""
    alone = typer.Typer(add_completion=False, **_SETTINGS)
    alone.command(name)(getattr(import_module(f".{name}", __name__), name))
    command = typer.main.get_command(alone)
    command.context_class = Context
    lang = copy(lang)
    lang.expose_value = False
    command.params.append(lang)
    return command


app = typer.Typer(name="plancli", cls=Commands, no_args_is_help=True, epilog=" ".join(_EPILOG.split()), **_SETTINGS)


def _version(asked: bool) -> None:
    if asked:
        from .. import __version__

        typer.echo(f"plancli {__version__}")
        raise typer.Exit


@app.callback()
def plancli(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
    lang: options.Lang = None,
) -> None:
    """Read Chinese official work plans (PDF, DOCX, TXT) and write down who does what by when."""
    voice.set(quiet=bool(quiet), verbose=verbose, traceback=bool(traceback))


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script: arguments (those of the process by default) → an exit code. Never returns."""
    said = sys.argv[1:] if arguments is None else list(arguments)
    messages.speak(partial(spoken_language.before_parsing, said))
    reading.lang = spoken_language.asked(said) or "en"
    with failure.guard(), reading.guarded():
        failure.end(app(args=said, prog_name="plancli", standalone_mode=False) or 0)
