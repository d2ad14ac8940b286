"""Settings from five places; the first that says something wins.

    option > environment (PLANCLI_…) > project file > user file > default

The project file is the nearest `plancli.toml`, or `pyproject.toml` with a table `[tool.plancli]`, in the working folder
or one above it; `--config` or PLANCLI_CONFIG names another. The user file is `plancli.toml` in the user's own
configuration folder. The tables `lexicon`, `departments`, `calendar` and `limits` of both files are merged key by key; word
lists of the lexicon are joined.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import UsageError, nearest, reason, syntax
from ..messages import Message
from ..model.settings import Limits, Settings, YearFrom
from .console import printable, voice
from .reading import reading

KEYS = (
    "year", "password", "format", "by", "ocr", "bom", "strict", "quiet", "traceback", "in_process", "jobs", "timeout",
    "max_memory", "lang", "corrections", "no_persons",
)  # fmt: skip
TABLES = ("lexicon", "departments", "calendar", "limits")
FLAGS = ("bom", "strict", "quiet", "traceback", "in_process", "no_persons")
NUMBERS = ("year", "jobs", "timeout")
AMOUNTS = ("jobs", "timeout", "max_memory")
_SHOWN = 40  # characters of what was said
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


_CHECKED = ("year", "password", "corrections", *AMOUNTS)  # options that the command line has not checked
_DIGITS = 20  # more are no number of ours
_MOST = 1 << 26  # bytes of a configuration file


class Configuration(NamedTuple):
    """What holds for this run, the files it was read from, and those above the working folder that are another user's."""

    values: Mapping[str, Any]
    settings: Settings
    files: tuple[Path, ...]
    foreign: tuple[Path, ...] = ()

    def flag(self, name: str) -> bool:
        """A switch; off by default."""
        return bool(self.values.get(name))

    def tell(self) -> None:
        """Says which files hold, and warns of those that were not used."""
        for file in self.foreign:
            shown = printable(str(file))
            voice.say(
                Message(
                    "plancli: warning: {file} is not yours, and is not used; give --config {file} to use it", file=shown
                )
            )
        for file in self.files:
            voice.log(Message("plancli: configuration: {file}", file=printable(str(file))))


def begin(options: Mapping[str, Any], config: Path | None = None, *, verbose: int = 0) -> Configuration:
    """What a command was asked → the configuration of its run, which is told, and which from here on rules how much is said and
    how documents are read. Raises as `configure` does."""
    chosen = configure(options, config)
    voice.set(quiet=chosen.flag("quiet"), verbose=verbose, traceback=chosen.flag("traceback"))
    reading.set(chosen)
    chosen.tell()
    return chosen


def configure(options: Mapping[str, Any], config: Path | None = None) -> Configuration:
    """Options as given (None where not given) → the configuration of this run.

    Raises `UsageError` for a file that is no TOML, an unknown key or a value out of range; it names the file and the key.
    """
    values: dict[str, Any] = {}
    tables: dict[str, dict[str, Any]] = {name: {} for name in TABLES}
    found, foreign = _files(config)
    year_from: YearFrom = "configuration"
    for file, content in found:
        for key, value in checked(content, printable(str(file))).items():
            if key in TABLES:
                tables[key] = _merge(tables[key], value, join=key == "lexicon")
            else:
                values[key] = (
                    str(file.parent / value) if key == "corrections" else value
                )  # beside the file that names it
    for key, value in _environment():
        values[key] = value
        year_from = "environment" if key == "year" else year_from
    pairs = [os.environ.get("PLANCLI_LIMIT", "").split(","), options.get("limit") or []]
    for place, said in zip(("PLANCLI_LIMIT", "--limit"), pairs, strict=True):
        tables["limits"] |= dict(_limit(pair, place) for pair in said if pair)
    for key, value in options.items():
        if value is not None and key != "limit":
            values[key] = checked({key: value}, f"--{key.replace('_', '-')}")[key] if key in _CHECKED else value
            year_from = "option" if key == "year" else year_from
    settings = Settings(
        year=values.get("year"),
        year_from=year_from if "year" in values else "option",
        password=values.get("password"),
        lexicon=tables["lexicon"],
        calendar=tables["calendar"],
        limits=Limits(**tables["limits"]),
        ocr=values.get("ocr", "auto"),
        aliases=tables["departments"].get("aliases", {}),
        corrections=_corrections(values.get("corrections")),
        no_persons=bool(values.get("no_persons")),
        lang=reading.lang,
    )
    return Configuration(values, settings, tuple(file for file, _ in found), tuple(foreign))


def said(key: str, config: Path | None = None) -> Any:
    """What the environment or a file says of one key, unchecked, or None. Raises `UsageError` for a file that cannot be read."""
    named = os.environ.get(f"PLANCLI_{key.upper()}")
    return named or next((content[key] for _, content in reversed(_files(config)[0]) if key in content), None)


def _files(config: Path | None) -> tuple[list[tuple[Path, dict[str, Any]]], list[Path]]:
    """The files that are there, the user's first, each with its content; and those that another user put above the working
    folder, which would hold without being asked for."""
    import typer

    found: list[tuple[Path, dict[str, Any]]] = []
    foreign: list[Path] = []
    user = Path(typer.get_app_dir("plancli")) / "plancli.toml"
    if user.is_file():
        found.append((user, _read(user)))
    named = config or (Path(os.environ["PLANCLI_CONFIG"]) if os.environ.get("PLANCLI_CONFIG") else None)
    if named is not None:
        return [*found, (named, _read(named))], []
    here = Path.cwd()
    for folder in (here, *here.parents):
        file = _project_file(folder)
        if file is None:
            continue
        if folder == here or _own(file):
            content = _read(file)
            if file.name == "pyproject.toml":
                tool = content.get("tool", {})
                content = tool.get("plancli", {}) if isinstance(tool, dict) else {}
                if not isinstance(content, dict):
                    raise UsageError("{file}: tool.plancli is no table", "Write it as [tool.plancli].", file=file)
            return [*found, (file, content)], foreign
        foreign.append(file)
    return found, foreign


def _project_file(folder: Path) -> Path | None:
    own, shared = folder / "plancli.toml", folder / "pyproject.toml"
    try:
        if own.is_file():
            return own
        return shared if shared.is_file() and b"tool.plancli" in shared.read_bytes() else None
    except OSError as error:
        raise UsageError(
            "{folder} cannot be searched for a configuration: {reason}",
            "Name one with --config.",
            folder=folder,
            reason=reason(error),
        ) from error


def _own(file: Path) -> bool:
    """Whether the user owns the file, and the link by which it is found; where a system tells no owners, it is."""
    if not hasattr(os, "getuid"):
        return True
    return {file.stat().st_uid, file.lstat().st_uid} == {os.getuid()}


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    shown = printable(str(file))
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST + 1)
        if len(data) > _MOST:
            raise UsageError(
                "{shown} is no configuration: it is over {most} MB", "Check the path.", shown=shown, most=_MOST >> 20
            )
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(
            "{shown} cannot be read: {reason}",
            "Check the path of the configuration.",
            shown=shown,
            reason=reason(error),
        ) from error
    except ValueError as error:
        raise UsageError("{shown} is not TOML: {error}", "Mend that line.", shown=shown, error=syntax(error)) from error
    except RecursionError:
        raise UsageError("{shown}: brackets stand too deep in one another", "Mend the file.", shown=shown) from None


def _environment() -> Iterator[tuple[str, Any]]:
    for key in KEYS:
        name = f"PLANCLI_{key.upper()}"
        said: Any = os.environ.get(name)
        if not said:
            continue
        if key in FLAGS:
            word = said.lower()
            if word not in (*_TRUE, *_FALSE):
                raise UsageError("{name} is {said!r}", "Give 1 or 0.", name=name, said=said)
            yield key, word in _TRUE
        else:
            yield key, checked({key: _number(said) if key in NUMBERS else said}, name)[key]


def _number(said: str) -> float | str:
    """Digits, with a point among them or not, as a number; anything else as it stands, for the check to say what is wrong."""
    if not said.isascii() or len(said) >= _DIGITS:
        return said
    whole, point, part = said.partition(".")
    if not whole.isdecimal() or (point and not part.isdecimal()):
        return said
    return float(said) if point else int(said)


def checked(held: Mapping[str, Any], place: str) -> dict[str, Any]:
    """What was said, as the model of the configuration has it, which is loaded where there is anything to check. Raises
    `UsageError` for the first slip."""
    if not held:
        return {}
    from . import configuration_model

    return configuration_model.checked(held, place)


def _merge(under: Mapping[str, Any], over: Mapping[str, Any], *, join: bool) -> dict[str, Any]:
    """Two tables as one: `over` wins key by key, except that lists are joined where asked."""
    merged = dict(under)
    for key, value in over.items():
        held = merged.get(key)
        if isinstance(value, dict) and isinstance(held, dict):
            merged[key] = _merge(held, value, join=join)
        elif join and isinstance(value, list) and isinstance(held, list):
            merged[key] = held + value
        else:
            merged[key] = value
    return merged


def _limit(pair: str, place: str) -> tuple[str, int]:
    """`pages=100` → the name of a limit and its number."""
    name, sign, number = (part.strip() for part in pair.partition("="))
    names = [field.name for field in dataclasses.fields(Limits)]
    if not sign:
        raise UsageError(
            "{place}: {pair!r} is no limit",
            "Write it as NAME=N, for example pages=1000.",
            place=place,
            pair=pair[:_SHOWN],
        )
    if name not in names:
        raise UsageError("{place}: there is no limit {name!r}", nearest(name, names), place=place, name=name[:_SHOWN])
    from .configuration_model import size

    try:
        return name, size(number)
    except ValueError:
        remedy = "Give a whole number above 0, such as 512M or 2G for sizes."
        raise UsageError(
            "{place}: {name} is {number!r}", remedy, place=place, name=name, number=number[:_SHOWN]
        ) from None


def _corrections(file: str | None) -> Mapping[str, tuple[str, ...]]:
    if file is None:
        return {}
    from ..corrections.file import read_corrections

    return read_corrections(Path(file))
