"""What Windows does otherwise, as far as another system can tell: its paths, its names, its consoles."""

from __future__ import annotations

import ctypes
import io
import ntpath
import os
import re
import signal
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from plancli.batch import journal, processes
from plancli.batch.results import fit_for_windows, output_path
from plancli.batch.sources import below, common
from plancli.cli import failure, output, windows
from plancli.cli.spoken_language import language
from plancli.errors import UsageError

# Python 3.13 has the question elsewhere, and warns of the old place
RESERVED = getattr(ntpath, "isreserved", None) or (lambda name: PureWindowsPath(name).is_reserved())
NAMES = [
    "a/b.pdf",
    "附件1:任务表.docx",
    'a.zip/分工"方案"?.docx',
    "con.pdf",
    "下属/NUL",
    "aux.tar.gz/x.docx",
    "尾.../x. ",
    "a\\b.docx",
    "COM1.txt",
    "http/<x>|y*.pdf",
    "带\n换行.txt",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_names_of_results_are_names_on_windows(name: str, form: str) -> None:
    found = output_path(name, form, windows=True)  # type: ignore[arg-type]
    path = PureWindowsPath(found)
    assert not (path.is_absolute() or path.drive or path.root)
    assert len(path.parts) == len(output_path(name, form, windows=False).split("/"))  # type: ignore[arg-type]
    for part in path.parts:
        assert not RESERVED(part)
        assert not re.search(r'[<>:"|?*\\\x00-\x1f]|[. ]$', part)


def test_names_that_windows_knows_stay_and_others_never_meet() -> None:
    assert output_path("a/b.pdf", "json", windows=True) == "a/b.pdf.json"
    assert output_path("a:b.pdf", "json", windows=False) == "a:b.pdf.json"
    alike = ["a:b.docx", "a?b.docx", "a_b.docx", "a*b.docx"]
    assert len({output_path(name, "json", windows=True).casefold() for name in alike}) == len(alike)
    assert {fit_for_windows(name) for name in alike} == {"a_b.docx"}


def test_paths_of_windows_are_kept_with_slashes() -> None:
    root = common(["C:\\办公室\\2025", "c:\\办公室\\2026\\附件"], ntpath)
    assert root.casefold() == "c:\\办公室"
    assert below("C:\\办公室\\2025\\要点.pdf", root, ntpath) == "2025/要点.pdf"
    share = common(["\\\\server\\share\\a", "\\\\server\\share\\b"], ntpath)
    assert below("\\\\server\\share\\b\\x.pdf", share, ntpath) == "b/x.pdf"


def test_sources_on_several_drives_are_refused_in_words() -> None:
    with pytest.raises(UsageError, match="several drives"):
        common(["C:\\a", "D:\\b"], ntpath)


class Console:
    """What Windows answers about a console: its user's language, its mode, and whether it knows colours."""

    def __init__(self, speaks: int = 0x0804, *, old: bool = False, file: bool = False) -> None:
        self.speaks, self.old, self.file, self.mode = speaks, old, file, 3

    def GetUserDefaultUILanguage(self) -> int:  # noqa: N802 - its name in Windows
        return self.speaks

    def GetStdHandle(self, number: int) -> int:  # noqa: N802
        return 7 if number == -11 else 0

    def GetConsoleMode(self, handle: int, mode: object) -> int:  # noqa: N802
        mode._obj.value = self.mode  # type: ignore[attr-defined]
        return int(handle == 7 and not self.file)

    def SetConsoleMode(self, handle: int, mode: int) -> int:  # noqa: N802
        if self.old and mode & 4:
            return 0
        self.mode = mode
        return 1


def on_windows(monkeypatch: pytest.MonkeyPatch, console: Console) -> None:
    monkeypatch.setattr(windows, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=console), raising=False)


@pytest.mark.parametrize(("speaks", "told"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0, "en")])
def test_the_language_of_windows(monkeypatch: pytest.MonkeyPatch, speaks: int, told: str) -> None:
    on_windows(monkeypatch, Console(speaks))
    assert language(None, {}) == told
    assert language(None, {"LANG": "de_DE"}) == "en"


def test_colours_on_a_console_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    for console, obeyed in ((Console(), True), (Console(old=True), False), (Console(file=True), False)):
        on_windows(monkeypatch, console)
        assert output.coloured() == obeyed
        assert console.mode == (7 if obeyed else 3)
    on_windows(monkeypatch, untouched := Console())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.coloured() and untouched.mode == 3


def test_a_journal_is_locked_as_windows_locks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held: list[tuple[int, int]] = []

    def locking(handle: int, mode: int, count: int) -> None:
        place = (os.lseek(handle, 0, os.SEEK_CUR), count)
        if place in held:
            raise PermissionError(13, "Permission denied")
        held.append(place)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))  # type: ignore[arg-type]
    monkeypatch.setattr(journal, "os", SimpleNamespace(name="nt", lseek=os.lseek, SEEK_SET=os.SEEK_SET))
    file = tmp_path / "journal.jsonl"
    file.write_bytes(b"{}\n")
    with file.open("rb+") as one, file.open("rb+") as other:
        journal._lock(one.fileno())
        assert held[0][0] >= 1 << 30, "beyond what others read"
        assert os.lseek(one.fileno(), 0, os.SEEK_CUR) == 0
        with pytest.raises(BlockingIOError):
            journal._lock(other.fileno())


def test_ctrl_break_ends_it_as_ctrl_c_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "SIGBREAK", signal.SIGUSR1, raising=False)
    for number, code in ((signal.SIGUSR1, 130), (signal.SIGINT, 130), (signal.SIGTERM, 143)):
        with pytest.raises(SystemExit) as ended, failure.guard():
            os.kill(os.getpid(), number)
        assert ended.value.code == code
    assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL


def test_a_worker_has_no_part_in_ctrl_c_and_is_given_its_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `start_new_session` and `pass_fds` do elsewhere."""
    asked: dict[str, object] = {}

    class Pipe(io.BytesIO):
        def close(self) -> None:
            asked["given"] = self.getvalue()
            super().close()

    def begin(arguments: list[str], **options: object) -> object:
        asked.update(options)
        return SimpleNamespace(stdin=Pipe(), pid=7)

    monkeypatch.setattr(processes, "os", SimpleNamespace(name="nt", environ={}))
    monkeypatch.setattr(processes, "subprocess", SimpleNamespace(Popen=begin, PIPE=-1, DEVNULL=-3))
    handle = SimpleNamespace(share=lambda pid: b"socket for %d" % pid)
    assert processes._python("alone", handle, 1).pid == 7  # type: ignore[arg-type]
    assert (asked["given"], asked["creationflags"], asked["stdin"]) == (b"socket for 7", 0x200, -1)
    assert not {"start_new_session", "pass_fds"} & set(asked)
