"""What a SOURCE holds: order, what is passed over, names of every kind, links that go round."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plancli import errors
from plancli.batch.entry import Selection
from plancli.batch.sources import entries
from plancli.model.settings import Limits

from . import documents


def paths(*sources: Path, output: Path | None = None, **selection: object) -> list[str]:
    chosen = Selection(**selection)  # type: ignore[arg-type]
    return [entry.path for entry in entries([str(source) for source in sources], chosen, output=output)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/x.pdf", "a/x.pdf", "a/x.docx", "a.txt", "a/~$x.docx", ".hidden/y.pdf", "b/.y.pdf", "c/d/e/f.txt"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(documents.txt())
    return tmp_path / "in"


def test_sorted_without_hidden_and_lock_files(tree: Path) -> None:
    assert paths(tree) == ["a.txt", "a/x.docx", "a/x.pdf", "b/x.pdf", "c/d/e/f.txt"]


def test_the_output_folder_is_passed_over(tree: Path) -> None:
    (tree / "b" / "out").mkdir()
    (tree / "b" / "out" / "x.json").touch()
    assert "b/out/x.json" not in paths(tree, output=tree / "b" / "out")
    with pytest.raises(errors.UsageError, match="is the output folder too"):
        paths(tree, output=tree)


def test_the_output_folder_among_others_is_no_source(tree: Path) -> None:
    """`batch * -o b`, when b is there already: the others keep their paths."""
    others = [file for file in tree.iterdir() if file.name not in (".hidden", "b")]
    assert (
        paths(*others, tree / "b", output=tree / "b")
        == paths(*others)
        == ["a.txt", "a/x.docx", "a/x.pdf", "c/d/e/f.txt"]
    )
    (tree / "a" / "again").symlink_to(tree / "b", target_is_directory=True)
    (tree / "a" / "y.pdf").symlink_to(tree / "b" / "x.pdf")
    assert paths(tree / "a", output=tree / "b") == ["x.docx", "x.pdf"]


def test_results_in_sources_that_lie_in_the_output_folder_are_no_files(tree: Path) -> None:
    """`batch a b -o .`, for the second time."""
    before = paths(tree / "a", tree / "b", output=tree)
    for name in ("a/x.pdf.json", "b/x.pdf.json"):
        (tree / name).write_bytes(b'{\n  "schema_version": "1.1"}')
    (tree / "b" / "mine.json").write_bytes(b"{}")
    named = [tree / "b" / "x.pdf", tree / "b" / "x.pdf.json"]
    assert paths(tree / "a", tree / "b", *named, output=tree) == sorted([*before, "b/mine.json"])


def test_globs_on_names_and_paths(tree: Path) -> None:
    assert paths(tree, include=("*.pdf",)) == ["a/x.pdf", "b/x.pdf"]
    assert paths(tree, include=("*.PDF",)) == ["a/x.pdf", "b/x.pdf"]
    assert paths(tree, exclude=("A", "*.Pdf")) == ["a.txt", "c/d/e/f.txt"]
    assert paths(tree, include=("a/*",)) == ["a/x.docx", "a/x.pdf"]
    assert paths(tree, exclude=("a", "*.pdf")) == ["a.txt", "c/d/e/f.txt"]
    assert paths(tree, exclude=("c/d/*",)) == ["a.txt", "a/x.docx", "a/x.pdf", "b/x.pdf"]
    assert paths(tree, recursive=False) == ["a.txt"]


def test_several_sources_keep_apart(tree: Path) -> None:
    assert paths(tree / "a", tree / "b") == ["a/x.docx", "a/x.pdf", "b/x.pdf"]
    assert paths(tree / "a" / "x.pdf", tree / "b" / "x.pdf", tree / "a") == ["a/x.docx", "a/x.pdf", "b/x.pdf"]
    assert paths(tree / "a" / "x.pdf") == ["x.pdf"]


def test_links_that_go_round_end(tree: Path) -> None:
    (tree / "a" / "round").symlink_to(tree, target_is_directory=True)
    (tree / "c" / "d" / "up").symlink_to("..", target_is_directory=True)
    (tree / "self").symlink_to("self")
    (tree / "linked.txt").symlink_to(tree / "a.txt")
    found = paths(tree)
    assert len(found) == 7
    assert {"linked.txt", "self"} < set(found)


def test_folders_in_folders_without_end(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1200):
        folder = folder / "d"
        folder.mkdir()
    (folder / "x.txt").write_bytes(b"x")
    (path,) = paths(tmp_path)
    assert path.count("/") == 1200
    (folder / "x.txt").unlink()
    while folder != tmp_path:  # shutil.rmtree would not come to an end here
        folder.rmdir()
        folder = folder.parent


def test_what_cannot_be_read_says_why(tree: Path) -> None:
    (tree / "nowhere").symlink_to("missing")
    (tree / "round").symlink_to("round")
    found = {entry.path: entry for entry in entries([str(tree), str(tree / "no")], Selection(), output=None)}
    for path, error in (("nowhere", errors.NotFound), ("round", errors.Unreadable), ("no", errors.NotFound)):
        with pytest.raises(error):
            found[path].read(Limits())
    (tree / "a.txt").unlink()
    with pytest.raises(errors.NotFound, match="no such file"):
        found["a.txt"].read(Limits())


def test_pipes_and_devices_are_never_read(tree: Path) -> None:
    os.mkfifo(tree / "pipe")
    assert "pipe" not in paths(tree)
    for name in (tree / "pipe", Path("/dev/zero")):
        (entry,) = entries([str(name)], Selection(), output=None)
        with pytest.raises(errors.Unreadable, match="no regular file"):
            entry.read(Limits())


@pytest.mark.parametrize("name", ["a b.txt", "a'b\".txt", "a\nb.txt", "\udcff\udcfe.txt", "-o.txt", "文件.txt"])
def test_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (entry,) = entries([str(tmp_path)], Selection(), output=None)
    assert entry.path == name
    assert entry.name.encode()
    assert entry.read(Limits()) == b"x"


def test_a_folder_that_cannot_be_listed_is_accounted_for(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = {entry.path: entry for entry in entries([str(tree)], Selection(), output=None)}
    assert list(found) == ["a.txt", "a/x.docx", "a/x.pdf", "b", "c/d/e/f.txt"]
    with pytest.raises(errors.Unreadable, match="cannot be listed: Permission denied"):
        found["b"].read(Limits())


@pytest.mark.parametrize(
    ("head", "error"),
    [
        (b"Rar!\x1a\x07\x01\0", errors.Unsupported),
        (b"\x89PNG\r\n\x1a\n", errors.TooLarge),  # a picture may be read by OCR
        (b"\0\0\0\x18ftypmp42", errors.Unsupported),
        (b"%PDF-1.4\n", errors.TooLarge),
        ("云岭县".encode(), errors.TooLarge),
    ],
)
def test_a_large_file_of_another_kind_is_not_too_large(tmp_path: Path, head: bytes, error: type[Exception]) -> None:
    (tmp_path / "big").write_bytes(head + b" " * 300_000)
    (entry,) = entries([str(tmp_path)], Selection(), output=None)
    with pytest.raises(error):
        entry.read(Limits(file_bytes=200_000))
