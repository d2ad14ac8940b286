"""`plancli doctor`: what is installed, which formats can be read, what is missing and how to get it."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from ..export.terminal import cells
from ..messages import Message, translated
from .failure import MISSING_EXIT
from .output import show, show_lines, to_stdout

# format → the libraries it takes, by the name they are imported under
FORMATS = {
    "TXT": ("charset_normalizer", "opencc"),
    "DOCX": ("lxml", "opencc"),
    "PDF": ("pypdfium2", "opencc"),
    "DOC, WPS": ("olefile", "opencc"),
    "RTF": ("opencc",),
    "ODT": ("lxml", "opencc"),
    "XLSX, ODS": ("lxml", "opencc"),
    "XLS, ET": ("xlrd", "opencc"),
    "OFD": ("lxml", "opencc"),
    "ZIP, EML": (),
    "HTML, MHTML": ("lxml", "opencc", "charset_normalizer"),
}
LIBRARIES = {
    "typer": "typer",
    "rich": "rich",
    "pydantic": "pydantic",
    "pypdfium2": "pypdfium2",
    "lxml": "lxml",
    "jieba": "jieba",
    "xlrd": "xlrd",
    "olefile": "olefile",
    "opencc": "opencc",
    "pdfplumber": "pdfplumber",
    "docx": "python-docx",
    "xlsxwriter": "XlsxWriter",
    "icalendar": "icalendar",
    "dateutil": "python-dateutil",
    "charset_normalizer": "charset-normalizer",
}
# extra → the library it brings, and what it is for
EXTRAS = {
    "ocr": ("rapidocr", "scans and pictures, --ocr"),
    "parquet": ("pyarrow", "--format parquet"),
    "cluster": ("distributed", "batch --engine dask, and URLs"),
    "mcp": ("mcp", "the command mcp"),
}
UNREAD = {
    "RAR, 7z": "unpack it and parse the files in it",
    "Word 6 and 95": "install LibreOffice (libreoffice-writer), which plancli then asks",
}


_NAME = 16  # cells


class DoctorFormat(StrEnum):
    """What `doctor --format` takes."""

    TABLE = "table"
    JSON = "json"


def doctor(
    form: Annotated[
        DoctorFormat, typer.Option("--format", help="A report for people, or JSON.", case_sensitive=False)
    ] = DoctorFormat.TABLE,
) -> None:
    """Show what is installed, what can be read, what is missing and how to get it."""
    from .configuration import configure

    report = examine()
    report["configuration"] = [str(file) for file in configure({}).files]
    if form is DoctorFormat.JSON:
        to_stdout((json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        for line in map(translated, _lines(report)):
            # a command stays on one line, to be copied
            show(f"{line}\n") if sys.executable in line else show_lines([line])
    raise typer.Exit(0 if all(entry["read"] for entry in report["formats"].values()) else MISSING_EXIT)


def examine() -> dict[str, Any]:
    """The state of this installation as plain data."""
    import importlib.util

    from .. import __version__

    libraries = {package: _library(module, package) for module, package in LIBRARIES.items()}
    formats = {}
    for name, modules in FORMATS.items():
        missing = [LIBRARIES[module] for module in modules if libraries[LIBRARIES[module]]["fault"]]
        remedy = f"{sys.executable} -m pip install --force-reinstall {' '.join(missing)}" if missing else None
        formats[name] = {"read": not missing, "missing": missing, "remedy": remedy}
    extras = {}
    for name, (module, use) in EXTRAS.items():
        there = importlib.util.find_spec(module) is not None
        remedy = None if there else f"{sys.executable} -m pip install 'plancli[{name}]'"
        extras[name] = {"installed": there, "use": use, "remedy": remedy}
    return {
        "plancli": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "formats": formats,
        "extras": extras,
        "libraries": libraries,
        "not_read": UNREAD,
    }


def _library(module: str, package: str) -> dict[str, str | None]:
    """A library's version, and why it cannot be used where it cannot."""
    import importlib
    import importlib.metadata
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module(module)
        return {"version": importlib.metadata.version(package), "fault": None}
    except Exception as error:  # a broken shared library raises what it likes
        return {"version": None, "fault": " ".join(f"{type(error).__name__}: {error}".split())}


def _padded(name: str) -> str:
    """A name as wide as its column."""
    shown = translated(name)
    return shown + " " * (_NAME - cells(shown))


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield Message(
        "plancli {version}, Python {python}, {platform}",
        version=report["plancli"],
        python=report["python"],
        platform=report["platform"],
    )
    yield from ("", Message("Reads"))
    for name, entry in report["formats"].items():
        told = Message("yes")
        if not entry["read"]:
            told = Message(
                "no: {names} missing. Run: {command}", names=", ".join(entry["missing"]), command=entry["remedy"]
            )
        yield Message("  {name} {told}", name=_padded(name), told=told)
    yield from ("", Message("Does not read"))
    for name, advice in report["not_read"].items():
        yield Message("  {name} {told}", name=_padded(Message(name)), told=Message(advice))
    yield from ("", Message("Extras"))
    for name, entry in report["extras"].items():
        told = Message("yes ({use})", use=Message(entry["use"]))
        if not entry["installed"]:
            told = Message("no. Run: {command} ({use})", command=entry["remedy"], use=Message(entry["use"]))
        yield Message("  {name} {told}", name=_padded(name), told=told)
    yield from ("", Message("Libraries"))
    for name, entry in report["libraries"].items():
        yield f"  {name:<20} {entry['version'] or entry['fault']}"
    yield from ("", Message("Configuration"))
    yield from (f"  {file}" for file in report["configuration"])
    if not report["configuration"]:
        yield Message("  none: the defaults hold")
