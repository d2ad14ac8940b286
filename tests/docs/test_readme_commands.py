"""The READMEs' commands are run and what they are said to print is compared; the two READMEs are in step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .markdown import READMES, REFERENCES, ROOT, alike, blocks, codes, headings, links, read, tables, whole
from .sessions import ELLIPSIS, matches, prepare, run, sessions, spoken

SESSIONS = [(page, *session) for page in READMES for session in sessions(read(page))]


def test_the_comparison_tells_a_difference() -> None:
    assert matches("a\n…\nd e…\n", "a\nb\nc\nd efg\n")
    assert not matches("a\nb\n", "a\nc\n")
    assert not matches("a\n", "a\nb\n")


@pytest.mark.parametrize(("page", "command", "shown"), SESSIONS, ids=[f"{page}-{what}" for page, what, _ in SESSIONS])
def test_commands_print_what_is_shown(page: str, command: str, shown: str, tmp_path: Path) -> None:
    printed = run(command, prepare(tmp_path), spoken(page))
    assert matches(shown, printed), printed


def test_there_are_sessions_to_run() -> None:
    assert len(SESSIONS) >= 3


def test_the_input_shown_is_a_sample() -> None:
    """The text block that the README opens with stands in a sample, line by line and in order."""
    (shown,) = [block.text for block in blocks(read("README.md")) if block.language == "text"]
    (name,) = set(re.findall(r"samples/[\w-]+/source\.txt", read("README.md").split("```text")[0]))
    rest = (ROOT / name).read_text("utf-8")
    for line in filter(str.strip, shown.splitlines()):
        if line.strip() != ELLIPSIS:
            assert line in rest, line
            rest = rest[rest.index(line) + len(line) :]


def test_the_python_shown_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (shown,) = [block.text for block in blocks(read("README.md")) if block.language == "python"]
    names: dict[str, object] = {}
    exec(compile(shown, "README.md", "exec"), names)
    assert capsys.readouterr().out
    assert names["nodes"]


def test_the_two_commands_of_a_newcomer() -> None:
    commands = [line for line in read("README.md").splitlines() if line.startswith("python -m pip install")]
    assert len(commands) == 2
    assert "plancli parse samples/" in commands[0]
    assert "python -m pytest" in commands[1]
    for name in re.findall(r"samples/\S+", " ".join(commands)):
        assert (ROOT / name).exists()


def test_both_languages_have_the_same_headings() -> None:
    levels = [[level for level, _ in headings(whole(name))] for name in READMES]
    assert levels[0] == levels[1]


def test_both_languages_have_the_same_blocks() -> None:
    english, chinese = (alike(whole(name)) for name in READMES)
    assert english == chinese


def test_both_languages_have_the_same_tables_and_figures() -> None:
    english, chinese = (tables(whole(name)) for name in READMES)
    assert [[codes(row[0]) for row in table] for table in english] == [
        [codes(row[0]) for row in table] for table in chinese
    ]
    figures = [[_figures(row) for table in tables(whole(name)) for row in table] for name in READMES]
    assert figures[0] == figures[1]


def _figures(row: list[str]) -> list[str]:
    """The numbers of a row; their order is the language's."""
    return sorted(re.findall(r"\d+(?:\.\d+)?", " ".join(row)))


def test_both_languages_have_the_same_links() -> None:
    english, chinese = (links(whole(name)) for name in READMES)
    own = (*READMES, *REFERENCES.values())
    told = [[link.replace(".zh.", ".") for link in page if link not in own] for page in (english, chinese)]
    assert told[0] == told[1]
    assert all(".zh." in link for link in chinese if link.endswith(".png"))
