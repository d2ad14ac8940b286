"""The command line: one command a module; `failure` alone turns errors into exit codes.

Nothing heavy is imported here: each command imports what it needs when it runs, so that `plancli --help` stays fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from . import batch, check, doctor, explain, failure, options, parse, schema, tasks, validate
from .console import voice

_EPILOG = """Exit codes: 0 all read, 1 an input failed or a check found a difference, 2 wrong use, 3 warnings under
--strict, 4 something is not installed, 70 a fault of plancli's own, 130 and 143 interrupted."""

app = typer.Typer(
    name="plancli",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=" ".join(_EPILOG.split()),
)
for command in (
    parse.parse,
    tasks.tasks,
    batch.batch,
    validate.validate,
    check.check,
    schema.schema,
    explain.explain,
    doctor.doctor,
):
    app.command()(command)


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
) -> None:
    """Read Chinese official work plans (PDF, DOCX, TXT) and write down who does what by when."""
    voice.set(quiet=bool(quiet), verbose=verbose, traceback=bool(traceback))


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console script: arguments (those of the process by default) → an exit code. Never returns."""
    with failure.guard():
        app(args=arguments, prog_name="plancli")
    raise AssertionError("a command line ends by exiting")
