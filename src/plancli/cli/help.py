"""Help and what is said of wrong use, in the user's language and as wide as the terminal: what Typer lays out, put into words here.

Typer gives a formatter the texts in English, joined with the default and the like; they are looked up in the catalogue as they
are written, so that a command is translated when its help is shown, and nothing is when it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer.core

from ..export.terminal import cells, wrapped
from ..messages import Message, recognised, translated
from .values import convert_plainly

# what Typer itself says, so that the catalogue has it
FRAMEWORK = (
    ": ", "; ",
    "Usage", "[OPTIONS]", "COMMAND [ARGS]...", "Options", "Arguments", "Commands",
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "required", "default: {value}",
    "Missing command.", "No such command {name}.", "{slip}. Did you mean {names}?",
    "No such option: {name}", "No such option: {name} Did you mean {names}?", "No such option: {name} (Possible options: {names})",
    "Missing argument {name}.", "Missing option {name}.", "Missing parameter: {name}",
    "Invalid value for {name}: {slip}", "Invalid value: {slip}",
    "{value} is not a valid integer.", "{value} is not a valid int.", "{value} is not a valid float.",
    "{value} is not one of {names}.", "{value} is not in the range {range}.", "Value error, {slip}",
    "Input should be a valid integer, unable to parse string as an integer",
    "Input should be a valid number, unable to parse string as a number",
    "Input should be greater than or equal to {least}", "Input should be less than or equal to {most}",
    "Got unexpected extra argument(s) ({names})", "Got unexpected extra argument ({names})", "Got unexpected extra arguments ({names})",
    "Option {name} requires an argument.", "Option {name} does not take a value.", "Option {name} requires {count} arguments.",
)  # fmt: skip
_OPTIONAL = ("[OPTIONS]", "COMMAND [ARGS]...")  # what Typer writes into the line of usage
_FIRST_COLUMN = 30  # cells of options; what is longer stands above its text
WIDEST = 10_000  # columns: help is as wide as the terminal

_BaseContext: Any = typer.core.TyperGroup.context_class
_BaseFormatter: Any = _BaseContext.formatter_class


class Formatter(_BaseFormatter):  # type: ignore[misc]
    """Typer's, with other words and other lines: wide characters count twice, and marks stay with what they belong to."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage."""
        for word in _OPTIONAL:
            args = args.replace(word, translated(word))
        super().write_usage(prog, args, f"{translated('Usage')}{translated(': ')}")

    def write_heading(self, heading: str) -> None:
        """What leads a section."""
        self.write(f"{'':>{self.current_indent}}{translated(heading)}{translated(': ').rstrip(' ')}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        shown = [wrapped(translated(each), self.width - self.current_indent) for each in paragraphs(text)]
        indent = " " * self.current_indent
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in shown) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = _FIRST_COLUMN, col_spacing: int = 2) -> None:
        """Options, arguments or commands, each with its text."""
        first = min(max(cells(name) for name, _ in rows), col_max) + col_spacing
        lead = " " * self.current_indent
        for name, text in rows:
            lines = wrapped(_described(text), max(self.width - first - self.current_indent, 10))
            if cells(name) + col_spacing > first:
                self.write(f"{lead}{name}\n{lead}{'':{first}}")
            else:
                self.write(f"{lead}{name}{'':{first - cells(name)}}")
            self.write(f"\n{lead}{'':{first}}".join(lines) + "\n")


class Context(_BaseContext):  # type: ignore[misc]
    """What a command is called with; its help is laid out by `Formatter`, plain values are taken as they are."""

    formatter_class = Formatter

    def __init__(self, command: Any, *arguments: Any, **named: Any) -> None:
        super().__init__(command, *arguments, **named)
        for parameter in command.get_params(self):
            convert_plainly(parameter)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a docstring, each on one line: the keys of the catalogue."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]


def listed(command: Any) -> str:
    """What the list of commands says of one."""
    return translated(paragraphs(command.help or "")[0]).rstrip(".。")


def _described(text: str) -> str:
    """What an option is for, and in brackets its default and the like, each translated."""
    said, _, more = text.partition("  [")
    if not more:
        return translated(text)
    parts = (recognised(part) for part in more.removesuffix("]").split("; "))
    return f"{translated(said)}  [{translated('; ').join(parts)}]"


def wrong_use(error: Any) -> str:
    """What Typer says of a wrong use, with the usage above it."""
    said = error.format_message()
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(said)
    lines = []
    if context is not None:
        command = f"{context.command_path} {context.help_option_names[0]}"
        lines = [context.get_usage(), translated(Message("Try '{command}' for help.", command=command)), ""]
    return "\n".join([*lines, translated(Message("Error: {slip}", slip=recognised(said)))])
