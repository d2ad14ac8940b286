"""The command line in this process, in an empty folder, with stages that are played by a stand-in where a test asks."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from plancli import cli, errors
from plancli.cli.console import voice
from plancli.model.bulletin import Bulletin, SourceFile
from plancli.model.settings import Settings

from ..export.bulletins import bulletin

# content of an input → the error that the stand-in raises for it
ERRORS: dict[bytes, BaseException] = {
    b"empty": errors.Empty("no text"),
    b"unsupported": errors.Unsupported("a picture (PNG)"),
    b"encrypted": errors.Encrypted("needs a password"),
    b"corrupt": errors.Corrupt("the zip directory is cut off"),
    b"zip-bomb": errors.ZipBomb("unpacks to 4 TB"),
    b"no-text-layer": errors.NoTextLayer("3 pages without text"),
    b"garbled-text": errors.GarbledText("page 1 has no meaning"),
    b"out-of-memory": MemoryError(),
    b"missing-extra": ModuleNotFoundError("No module named 'docx'", name="docx"),
    b"internal": ZeroDivisionError("division\nby zero"),
}


class Screen(io.TextIOWrapper):
    """A standard stream kept in memory that may say it is a terminal."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


@dataclass
class Result:
    code: int
    out: bytes
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("PLANCLI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PLANCLI_IN_PROCESS", "1")  # stand-ins are in this process; test_guards has the workers
    for name in ("NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def plancli(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, stdin: bytes = b"", terminal: bool = False, console: str = "utf-8") -> Result:
        streams = {
            name: Screen(io.BytesIO(data), console) for name, data in (("in", stdin), ("out", b""), ("err", b""))
        }
        streams["out"].terminal = terminal
        monkeypatch.setattr(voice, "level", 0)
        monkeypatch.setattr(voice, "traceback", False)
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, f"std{name}", stream)
            with pytest.raises(SystemExit) as ended:
                cli.run(arguments)
        written = {}
        for name in ("out", "err"):
            streams[name].flush()
            written[name] = streams[name].buffer.getvalue()  # type: ignore[attr-defined]
        return Result(ended.value.code or 0, written["out"], written["err"].decode(console))  # type: ignore[arg-type]

    return run


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Replaces the stages; gives the settings that each input was parsed with."""
    settings_seen: list[Settings] = []

    def parse_bytes(
        data: bytes, *, name: str, settings: Settings, log: Callable[[str, float, list[str]], None] = lambda *said: None
    ) -> Bulletin:
        settings_seen.append(settings)
        if data in ERRORS:
            raise ERRORS[data]
        log("extract", 0.0, ["text: utf-8"])
        source = SourceFile(path=name, sha256="0" * 64, media_type="text/plain", bytes=len(data))
        many = bulletin().diagnostics * (int(data) if data.isdigit() else 0)
        return bulletin(source=source, diagnostics=many)

    from plancli.pipeline import members

    stand_in: Any = ModuleType("plancli.pipeline")
    stand_in.members = members
    stand_in.parse_bytes = parse_bytes
    stand_in.parse_members = lambda data, **rest: iter([parse_bytes(data, **rest)])
    monkeypatch.setitem(sys.modules, "plancli.pipeline", stand_in)
    return settings_seen
