"""What the readers here cannot read (documents of Word 6 and 95, broken ones) → DOCX by LibreOffice, where it is installed.

It runs without a window, with a profile of its own that allows no macro and updates no link, for a limited time; the whole
process group is killed when that is up. Nothing is left behind.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from ...errors import Corrupt, Timeout, Unsupported
from ...model.settings import Settings
from ...model.source import Source

_SECONDS = 90
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@cache
def program() -> str | None:
    """Where LibreOffice is, None where it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def edition() -> str:
    """What tells one installed LibreOffice from another, without the second that it takes to ask it: size and time of the program
    and of the file beside it that names its build. Empty where there is none."""
    command = program()
    if command is None:
        return ""
    found = Path(command).resolve()
    told = [found, *(found.with_name(name) for name in ("versionrc", "version.ini"))]
    stats = [path.stat() for path in told if path.is_file()]
    return " ".join(f"{stat.st_size}-{stat.st_mtime_ns}" for stat in stats)


def extract_by_libreoffice(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a document that LibreOffice reads → its lines and tables. Raises an `errors.InputError`."""
    from ..docx import extract_docx

    return extract_docx(_converted(data), settings=settings)


def _converted(data: bytes) -> bytes:
    command = program()
    if command is None:
        raise Unsupported(
            "it takes LibreOffice to read this file", "Install libreoffice-writer, or save it as DOCX in Word or WPS."
        )
    with tempfile.TemporaryDirectory(prefix="plancli-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        (folder / "source.doc").write_bytes(data)
        _run(
            [command, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo", "--nolockcheck",
             "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / "source.doc")]
        )  # fmt: skip
        result = folder / "out" / "source.docx"
        if not result.is_file():
            raise Corrupt("LibreOffice cannot read the document")
        return result.read_bytes()


def _run(command: list[str]) -> None:
    """Runs a program in a process group of its own, for a limited time. Raises `Timeout`."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=kept,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            raise Timeout(
                "LibreOffice takes longer than {seconds} s", "Save it as DOCX in Word or WPS.", seconds=_SECONDS
            ) from None
        finally:
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
