"""What Windows does otherwise, as far as another system can tell: its paths, its names, its consoles."""

from __future__ import annotations

import ntpath
import re
from pathlib import PureWindowsPath

import pytest

from plancli.batch.results import fit_for_windows, output_path
from plancli.batch.sources import below, common
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
