"""The Model Context Protocol: three tools over documents below named folders, and nothing beside."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.cli.mcp import Documents, server
from plancli.model.settings import Settings

from .conftest import Run

TEXT = "禾陵县民政局2026年工作要点\n一、养老\n1.建设养老驿站。6月底前建成。（养老科牵头，财务科配合）\n2.走访老人。每月走访。（救助科负责）\n"
Ask = Callable[..., tuple[bool, str]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    (tmp_path / "plans" / "sub").mkdir(parents=True)
    (tmp_path / "plans" / "sub" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    (tmp_path / "plans" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "plans" / "circle.txt").symlink_to(tmp_path / "plans" / "circle.txt")
    made = server(Documents((tmp_path / "plans",), Settings()))

    async def call(name: str, arguments: dict[str, Any]) -> tuple[bool, str]:
        from mcp import Client

        async with Client(made) as client:
            got = await client.call_tool(name, arguments)
            return bool(got.is_error), "".join(part.text for part in got.content if part.type == "text")

    return lambda name, **arguments: asyncio.run(call(name, arguments))


def test_a_document_is_parsed(ask: Ask) -> None:
    failed, text = ask("parse_document", path="sub/a.txt")
    assert not failed
    tasks = json.loads(text)["plans"][0]["tasks"]
    assert [task["title"] for task in tasks] == ["建设养老驿站", "走访老人"]
    assert tasks[0]["time_nodes"][0]["end"] == "2026-06-30"


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"due": "2026Q2", "role": "lead"}, ["建设养老驿站"]),
        ({"department": "救助科"}, ["走访老人"]),
        ({"search": "養老"}, ["建设养老驿站", "走访老人"]),
        ({"leader": "无此人"}, []),
    ],
)
def test_tasks_are_found(ask: Ask, asked: dict[str, str], titles: list[str]) -> None:
    failed, text = ask("find_tasks", path="sub/a.txt", **asked)
    assert not failed
    assert [row["title"] for row in json.loads(text)] == titles


def test_a_line_is_explained(ask: Ask) -> None:
    failed, text = ask("explain", text="6月底前完成（养老科牵头）", year=2026)
    assert not failed
    assert "2026-06-30" in text and "养老科" in text


@pytest.mark.parametrize("path", ["../secret.txt", "link.txt", "circle.txt", "no.txt", "a\0b", "x" * 5000, "{outside}"])
def test_nothing_is_read_outside_the_folders(ask: Ask, tmp_path: Path, path: str) -> None:
    for tool in ("parse_document", "find_tasks"):
        failed, text = ask(tool, path=path.replace("{outside}", str(tmp_path / "secret.txt")))
        assert failed and "(not-found)" in text


@pytest.mark.parametrize("asked", [{"due": "someday"}, {"path": "sub"}])
def test_what_is_wrong_is_said(ask: Ask, asked: dict[str, str]) -> None:
    failed, text = ask("find_tasks", **{"path": "sub/a.txt", **asked})
    assert failed and text.count("(") >= 1 and "Traceback" not in text


def test_it_serves_on_stdin_and_stdout(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    async def tools() -> tuple[list[str], str]:
        from mcp import Client, StdioServerParameters

        command = StdioServerParameters(
            command=sys.executable, args=["-m", "plancli", "mcp", str(tmp_path)], env=dict(os.environ)
        )
        async with Client(command) as client:
            listed = await client.list_tools()
            got = await client.call_tool("parse_document", {"path": "a.txt"})
            return [tool.name for tool in listed.tools], "".join(p.text for p in got.content if p.type == "text")

    names, text = asyncio.run(tools())
    assert names == ["parse_document", "find_tasks", "explain"]
    assert len(json.loads(text)["plans"][0]["tasks"]) == 2


def test_a_folder_that_is_not_there_is_wrong_use(plancli: Run) -> None:
    got = plancli("mcp", "nowhere")
    assert (got.code, "nowhere is no folder" in got.err) == (2, True)


def test_without_the_extra_its_command_is_named() -> None:
    code = "import sys; sys.modules['mcp'] = None; from plancli.cli import run; run(['mcp', '.'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 4 and "(missing-extra)" in done.stderr
