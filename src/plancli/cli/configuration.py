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
from typing import Any

from ..errors import UsageError
from ..export.formats import FORMATS
from ..model.settings import Limits, Settings
from .tongue import LANGUAGES

CHOICES: dict[str, tuple[str, ...]] = {
    "format": tuple(FORMATS),
    "by": ("node", "task"),
    "ocr": ("auto", "always", "never"),
    "lang": LANGUAGES,
}
FLAGS = ("bom", "strict", "quiet", "traceback", "in_process")
TABLES = ("lexicon", "departments", "calendar", "limits")
YEARS = range(1949, 2101)
AMOUNTS = ("jobs", "timeout", "max_memory")
KEYS = ("year", "password", *CHOICES, *FLAGS, *AMOUNTS, "corrections")

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclasses.dataclass(frozen=True, slots=True)
class Configuration:
    """What holds for this run, and the files it was read from."""

    values: Mapping[str, Any]
    settings: Settings
    files: tuple[Path, ...]

    def flag(self, name: str) -> bool:
        """A switch; off by default."""
        return bool(self.values.get(name))


def configure(options: Mapping[str, Any], config: Path | None = None) -> Configuration:
    """Options as given (None where not given) → the configuration of this run.

    Raises `UsageError` for a file that is no TOML, an unknown key or a value out of range.
    """
    values: dict[str, Any] = {}
    tables: dict[str, dict[str, Any]] = {name: {} for name in TABLES}
    files = tuple(_files(config))
    for file, content in files:
        for key, value in content.items():
            if key in TABLES:
                tables[key] = _merge(tables[key], _table(key, value, file), join=key == "lexicon")
            else:
                values[key] = _value(key, value, str(file))
                if key == "corrections":  # beside the file that names it
                    values[key] = str(file.parent / value)
    values |= dict(_environment())
    pairs = [os.environ.get("PLANCLI_LIMIT", "").split(","), options.get("limit") or []]
    for place, said in zip(("PLANCLI_LIMIT", "--limit"), pairs, strict=True):
        tables["limits"] |= dict(_limit(pair, place) for pair in said if pair)
    said = {key: value for key, value in options.items() if value is not None and key != "limit"}
    values |= {key: _value(key, value, f"--{key.replace('_', '-')}") for key, value in said.items()}
    settings = Settings(
        year=values.get("year"),
        password=values.get("password"),
        lexicon=tables["lexicon"],
        calendar=tables["calendar"],
        limits=_limits(tables["limits"]),
        ocr=values.get("ocr", "auto"),
        aliases=_aliases(tables["departments"]),
        corrections=_corrections(values.get("corrections")),
    )
    return Configuration(values, settings, tuple(file for file, _ in files))


def _files(config: Path | None) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The files that are there, the user's first, each with its content."""
    import typer

    user = Path(typer.get_app_dir("plancli")) / "plancli.toml"
    if user.is_file():
        yield user, _read(user)
    named = config or (Path(os.environ["PLANCLI_CONFIG"]) if os.environ.get("PLANCLI_CONFIG") else None)
    if named is not None:
        yield named, _read(named)
        return
    here = Path.cwd()
    for folder in (here, *here.parents):
        own, shared = folder / "plancli.toml", folder / "pyproject.toml"
        if own.is_file():
            yield own, _read(own)
            return
        if shared.is_file() and b"tool.plancli" in shared.read_bytes():
            yield shared, _read(shared).get("tool", {}).get("plancli", {})
            return


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}", "Check the path of the configuration.") from error
    except ValueError as error:
        raise UsageError(f"{file} is not TOML: {error}", "Mend that line.") from error


def _environment() -> Iterator[tuple[str, Any]]:
    for key in KEYS:
        name = f"PLANCLI_{key.upper()}"
        said = os.environ.get(name)
        if not said:
            continue
        if key in FLAGS:
            word = said.lower()
            if word not in (*_TRUE, *_FALSE):
                raise UsageError(f"{name} is {said!r}", "Give 1 or 0.")
            yield key, word in _TRUE
        elif key in ("year", "jobs", "timeout"):
            yield key, _value(key, int(said) if said.isdecimal() else said, name)
        else:
            yield key, _value(key, said, name)


def _value(key: str, value: object, place: str) -> object:
    """A value checked by its key, whichever place it came from."""
    if key in CHOICES:
        if value not in CHOICES[key]:
            raise UsageError(f"{place}: {key} is {value!r}", f"Give one of: {', '.join(CHOICES[key])}.")
    elif key in FLAGS:
        if not isinstance(value, bool):
            raise UsageError(f"{place}: {key} is {value!r}", "Give true or false.")
    elif key == "year":
        if not isinstance(value, int) or isinstance(value, bool) or value not in YEARS:
            raise UsageError(f"{place}: year is {value!r}", f"Give a year from {YEARS[0]} to {YEARS[-1]}.")
    elif key == "max_memory":
        return _size(value, f"{place}: {key}")
    elif key in AMOUNTS:
        whole = key == "jobs"
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not value > 0:
            raise UsageError(f"{place}: {key} is {value!r}", f"Give a {'whole ' if whole else ''}number above 0.")
    elif key == "password":
        if not isinstance(value, str):
            raise UsageError(f"{place}: password is no text", "Put it in quotes.")
    elif key == "corrections":
        if not isinstance(value, str) or not value:
            raise UsageError(f"{place}: corrections is no path", "Name the file in quotes.")
    else:
        raise UsageError(f"{place}: there is no setting {key!r}", _nearest(key, (*KEYS, *TABLES)))
    return value


def _table(key: str, value: object, file: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{file}: {key} is no table", f"Write it as [{key}].")
    return value


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
    name, sign, number = pair.partition("=")
    if not sign:
        raise UsageError(f"{place}: {pair!r} is no limit", "Write it as NAME=N, for example pages=1000.")
    return name.strip(), _size(number.strip(), f"{place}: {name.strip()}")


def _size(value: object, place: str) -> int:
    """A whole number; text may end with K, M or G for powers of 1024."""
    text = str(value).upper().removesuffix("B").removesuffix("I")
    unit = {"K": 10, "M": 20, "G": 30}.get(text[-1:], 0)
    digits = text[:-1] if unit else text
    if isinstance(value, bool) or not (digits.isascii() and digits.isdecimal()) or int(digits) < 1:
        raise UsageError(f"{place} is {value!r}", "Give a whole number above 0, such as 512M or 2G for sizes.")
    return int(digits) << unit


def _limits(table: Mapping[str, Any]) -> Limits:
    names = [field.name for field in dataclasses.fields(Limits)]
    for key, value in table.items():
        if key not in names:
            raise UsageError(f"there is no limit {key!r}", _nearest(key, names))
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise UsageError(f"the limit {key} is {value!r}", "Give a whole number above 0.")
    return Limits(**table)


def _corrections(file: str | None) -> Mapping[str, tuple[str, ...]]:
    if file is None:
        return {}
    from ..corrections.file import read_corrections

    return read_corrections(Path(file))


def _aliases(table: Mapping[str, Any]) -> Mapping[str, str]:
    """`[departments.aliases]`: another name of a body = the one that it is counted under."""
    for key in table:
        if key != "aliases":
            raise UsageError(f"there is no setting departments.{key}", _nearest(key, ("aliases",)))
    aliases = table.get("aliases", {})
    if not isinstance(aliases, dict) or not all(isinstance(name, str) and name for name in aliases.values()):
        raise UsageError(
            "departments.aliases is no table of names", 'Write [departments.aliases] and "教体局" = "教育局".'
        )
    return aliases


def _nearest(key: str, names: tuple[str, ...] | list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(key, names, 1)
    return f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(names)}."
