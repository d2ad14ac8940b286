"""The messages of plancli, read from its source: what a catalogue has to have a translation for."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import plancli
from plancli import cli, errors
from plancli.cli.help import paragraphs

SOURCE = Path(plancli.__file__).parent
ERRORS = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.PlancliError)
}
# calls whose arguments of these positions or names are messages, where they are constants
CALLS = {
    "Message": (0,),
    "Option": ("help",),
    "Argument": ("help",),
    "Field": ("description",),
    "Kind": ("what", "remedy"),
    "_convert": (0, 2),
} | dict.fromkeys(ERRORS, (0, 1))
# tables whose values are messages, by the module in which they stand; of those in brackets each text is one
TABLES = {
    "annotate/timenodes/explain.py": ("GUARDS",),
    "cli/doctor.py": ("EXTRAS", "UNREAD"),
    "cli/help.py": ("FRAMEWORK",),
    "cli/view.py": ("_ABSENT",),
    "errors.py": ("SYNTAX", "_PLACES"),
    "export/validity.py": ("SCHEMA",),
    "extract/docx/drawings.py": ("_IN_PARTS",),
    "extract/layout/assemble.py": ("_LEFT_OUT",),
    "segment/ledger.py": ("REASONS",),
}
# what a constant that is given on means, where it is given
GIVEN_ON = {
    "extract/machine_text.py": ("source code",),
    "extract/html/__init__.py": ("hidden text", "notes"),
    "extract/docx/__init__.py": ("footnotes", "endnotes", "comments"),
    "cli/console.py": ("warning", "error", "info"),
    "cli/difference.py": ("plan", "section", "task"),
    "cli/doctor.py": ("Word 6 and 95",),
    "cli/explain_lines.py": (
        "outline",
        "table",
        "title",
        "school-year",
        "doc-number",
        "date",
        "option",
        "environment",
        "configuration",
        "text",
        "the option or the configuration",
        "the plan",
        "the caller",
    ),
    "cli/review.py": ("where", "words", "made of it", "doubt"),
    "comparison/report.py": (
        "continued",
        "moved",
        "split",
        "merged",
        "new",
        "dropped",
        "department",
        "role",
        "leader",
        "time",
        "figure",
    ),
    "errors.py": (
        "Permission denied",
        "No space left on device",
        "Is a directory",
        "Not a directory",
        "Input/output error",
        "File name too long",
        "Too many levels of symbolic links",
        "Read-only file system",
        "Disk quota exceeded",
        "File too large",
        "Operation not permitted",
        "No such file or directory",
    ),
    "query/statistics.py": ("tasks",),
    "export/table.py": (
        "no",
        "task",
        "who (* leads, + supports, @ person)",
        "when",
        "page",
        "lead",
        "support",
        "responsible",
        "period",
        "deadline",
        "ongoing",
        "recurring",
        "conditional",
    ),
    "cli/parse.py": ("extract", "clean", "segment", "annotate", "corrections"),
    "cli/progress.py": ("ok", "failed", "skipped"),
}
SETTINGS = "cli/configuration_model.py"  # where a field says what to do about a wrong value


class Found(NamedTuple):
    """A message, its plural where it has one, and where it stands."""

    text: str
    plural: str | None
    place: str


def messages() -> Iterator[Found]:
    """Every message of the source, in order of the files."""
    for file in sorted(SOURCE.rglob("*.py")):
        name = file.relative_to(SOURCE).as_posix()
        tree = ast.parse(file.read_text("utf-8"))
        yield from _of_calls(tree, name)
        for table in TABLES.get(name, ()):
            for text in _of_table(tree, table):
                yield Found(text, None, name)
        for text in GIVEN_ON.get(name, ()):
            yield Found(text, None, name)
        if name == "errors.py":
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "remedy" and _text(node.value):
                    yield Found(str(_text(node.value)), None, name)
    yield from _of_commands()


def built() -> Iterator[str]:
    """Places where a message is built from pieces: text with values in it, where a template is due."""
    for file in sorted(SOURCE.rglob("*.py")):
        name = file.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in ("Message", *ERRORS):
                for given in node.args[:2]:
                    if isinstance(given, ast.JoinedStr | ast.BinOp):
                        yield f"{name}:{node.lineno}"
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("voice.say", "voice.log", "voice.error"):
                given = node.args[0]
                if isinstance(given, ast.JoinedStr | ast.BinOp | ast.Constant):
                    yield f"{name}:{node.lineno}"


def _of_calls(tree: ast.Module, name: str) -> Iterator[Found]:
    constants: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and (text := _text(node.value)):
            constants[node.targets[0].id] = text
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if _name(node) == "Field" and name != SETTINGS:
            continue  # what a schema says of a field, which no user is told
        for where in CALLS.get(_name(node), ()):
            for given in _given(node, where):
                text = constants.get(given.id) if isinstance(given, ast.Name) else _text(given)
                if text and _bare(text):
                    plural = _text(node.args[1]) if _name(node) == "Message" and len(node.args) > 1 else None
                    yield Found(text, plural, name)


def _given(call: ast.Call, where: int | str) -> Iterator[ast.expr]:
    """What stands at a place of a call; of a choice, both sides."""
    if isinstance(where, int):
        held = call.args[where] if len(call.args) > where else None
    else:
        held = next((word.value for word in call.keywords if word.arg == where), None)
    if isinstance(held, ast.IfExp):
        yield from (held.body, held.orelse)
    elif held is not None:
        yield held


def _of_table(tree: ast.Module, table: str) -> Iterator[str]:
    for node in tree.body:
        target = (
            node.target
            if isinstance(node, ast.AnnAssign)
            else node.targets[0]
            if isinstance(node, ast.Assign)
            else None
        )
        if isinstance(target, ast.Name) and target.id == table:
            held = node.value  # type: ignore[attr-defined]
            for value in held.values if isinstance(held, ast.Dict) else held.elts:
                parts = value.elts if isinstance(value, ast.Tuple) else [value]
                yield from (text for part in parts[-1:] if (text := _text(part)))


def _of_commands() -> Iterator[Found]:
    for name in cli.COMMANDS:
        function = getattr(__import__(f"plancli.cli.{name}", fromlist=[name]), name)
        for paragraph in paragraphs(inspect.getdoc(function) or ""):
            yield Found(paragraph, None, f"cli/{name}.py")
    for paragraph in paragraphs(inspect.getdoc(cli.plancli) or ""):
        yield Found(paragraph, None, "cli/__init__.py")
    yield Found(str(cli.app.info.epilog), None, "cli/__init__.py")


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _bare(template: str) -> str:
    """A template without the names of its places."""
    out, depth = "", 0
    for char in template:
        depth += (char == "{") - (char == "}")
        out += char if depth == 0 else ""
    return out
