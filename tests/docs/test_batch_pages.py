"""What docs/batch.md, cluster.md and ci.md state is what the program has."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from plancli import cli, errors
from plancli.batch import run as running
from plancli.batch.journal import JournalRecord
from plancli.batch.worker_handle import Guards
from plancli.model.settings import Limits

from .markdown import ROOT, blocks, codes, links, read, tables

PAGES = ("docs/batch.md", "docs/cluster.md", "docs/ci.md")


def help_of(command: str) -> str:
    return CliRunner().invoke(cli.app, [command, "--help"], env={"COLUMNS": "200"}).output


def test_limits_with_their_defaults_and_codes() -> None:
    rows = tables(read("docs/batch.md"))[3]
    said = {codes(row[0])[0]: int(row[1]) for row in rows}
    assert said == dataclasses.asdict(Limits())
    assert {codes(row[2])[0] for row in rows} <= {errors.TooLarge.code, errors.ZipBomb.code}


def test_guards_with_their_defaults() -> None:
    rows = {codes(row[0])[0].split()[0]: row for row in tables(read("docs/batch.md"))[2] if codes(row[0])}
    assert float(rows["--timeout"][1]) == Guards().seconds
    assert rows["--max-memory"][1] == f"{Guards().memory >> 30}G"
    assert f"renewed after {Guards().files} files" in " ".join(read("docs/batch.md").split())


def test_fields_of_the_journal() -> None:
    rows = tables(read("docs/batch.md"))[1]
    assert [name for row in rows for name in codes(row[0])] == [
        field.name for field in dataclasses.fields(JournalRecord)
    ]


def test_what_is_tried_again() -> None:
    text = " ".join(read("docs/batch.md").split())
    said = set(codes(re.search(r"another attempt may mend \((.*?)\)", text)[1]))  # type: ignore[index]
    assert not said & running.SETTLED
    assert said <= {kind.code for kind in errors.InputError.__subclasses__()} | {errors.InternalError.code}


@pytest.mark.parametrize("page", PAGES)
def test_options_are_there(page: str) -> None:
    """Each `plancli COMMAND … --option` of a page, and each option in backticks."""
    for command, rest in re.findall(r"plancli (batch|check|validate|parse)\b([^`\n]*)", read(page)):
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rest):
            assert option in help_of(command), f"{command} {option}"
    known = help_of("batch") + help_of("check")
    for code in codes(read(page)):
        if code.startswith("--"):
            assert code.split()[0] in known, code


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for link in links(read(page)):
        assert (ROOT / page).parent.joinpath(link).exists(), link


def test_the_recipe_is_that_of_the_project_itself() -> None:
    (recipe,) = [block.text for block in blocks(read("docs/ci.md")) if block.language == "sh"]
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for command in recipe.splitlines():
        assert command in script


def test_hooks_are_commands() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    named = re.findall(r"^- id: (\S+)$", text, re.M)
    assert named == re.findall(r"- id: (plancli-\S+)", read("docs/ci.md"))
    for entry in re.findall(r"entry: plancli (\S+)", text):
        assert "Usage: " in help_of(entry)
    for pattern, name in zip(
        re.findall(r"files: (.+)$", text, re.M), ("samples/a/source.pdf", "samples/a/expected.json"), strict=True
    ):
        assert re.search(pattern, name)
        assert not re.search(pattern, str(Path("src/plancli/pipeline.py")))
