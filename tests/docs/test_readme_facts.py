"""What the READMEs and the reference state in tables is what the program has."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

import plancli
from plancli import cli, errors
from plancli.annotate.diagnostics import UNSEEN
from plancli.cli import configuration
from plancli.cli.configuration import configure
from plancli.export import csv, schema
from plancli.model import bulletin as model
from plancli.segment.ledger import REASONS

from .markdown import READMES, ROOT, blocks, codes, links, read, section, tables, whole

# the sections under headings of the second level, in their order: those of the README, then those of the reference
TRY, COMMANDS, READS, REFERENCE, PYTHON, CHINESE, LIMITS, FIGURES, WORK = range(9)
JSON, CSV, EXITS, ERRORS, DIAGNOSTICS, CONFIGURATION = range(9, 15)

SOURCE = Path(plancli.__file__).parent


@pytest.fixture(params=READMES)
def readme(request: pytest.FixtureRequest) -> str:
    return whole(request.param)


def first(table: list[list[str]]) -> list[str]:
    """The code in the first column, row by row."""
    return [code for row in table for code in codes(row[0])]


def help_of(*arguments: str) -> str:
    return CliRunner().invoke(cli.app, [*arguments, "--help"]).output


def test_commands(readme: str) -> None:
    named = [code.split()[1] for code in first(tables(section(readme, COMMANDS))[0])]
    assert named == re.findall(r"^  (\w+)  ", help_of().split("Commands:")[1].split("\n\n")[0], re.M)


def test_options_of_parse(readme: str) -> None:
    named = {code.split()[0] for code in first(tables(section(readme, COMMANDS))[1])}
    assert named | {"-h", "--help"} == set(
        re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_of("parse").split("Options:")[1])
    )


def test_options_of_tasks(readme: str) -> None:
    (table,) = [table for table in tables(section(readme, COMMANDS)) if "`--due SPAN`" in str(table)]
    named = {code.split()[0].split(",")[0] for row in table for code in codes(row[0]) if code.startswith("-")}
    said = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_of("tasks").split("Options:")[1]))
    common = {"-o", "--output", "-q", "--quiet", "-v", "--verbose", "--traceback", "--config", "--lang", "-h", "--help"}
    assert named - common == {option for option in said if len(option) > 2} - common


@pytest.mark.parametrize(
    ("command", "own"), [("diff", {"--all", "--exit-code", "--format"}), ("stats", {"--weeks", "--format"})]
)
def test_options_of_diff_and_stats(readme: str, command: str, own: set[str]) -> None:
    said = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", help_of(command).split("Options:")[1]))
    assert said == own | {"--output", "--quiet", "--verbose", "--traceback", "--config", "--lang", "--help"}
    assert all(re.search(rf"`[^`\n]*{option}", section(readme, COMMANDS)) for option in own)


def test_options_of_batch(readme: str) -> None:
    shared, own = ({code.split()[0] for code in first(table)} for table in tables(section(readme, COMMANDS))[1:3])
    said = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_of("batch").split("Options:")[1]))
    assert own <= said
    assert said <= own | shared | {"-h", "--help"}


def test_every_option_of_help_is_said_with_its_choices() -> None:
    held = "json|jsonl|csv|table|md|xlsx|docx|ics|sqlite|parquet"
    said = re.sub(r"\s+", "", help_of("parse"))
    assert f"--format<{held}>" in said or f"--format[{held}]" in said


def test_json_fields(readme: str) -> None:
    rows = {codes(row[0])[0]: codes(row[1]) for row in tables(section(readme, JSON))[0]}
    nouns: dict[str, type[BaseModel]] = {
        "source": model.SourceFile,
        "notice": model.Notice,
        "plans[]": model.Plan,
        "sections[]": model.Section,
        "tasks[]": model.Task,
        "departments[]": model.Department,
        "leaders[]": model.Leader,
        "time_nodes[]": model.TimeNode,
        "coverage": model.Coverage,
        "diagnostics[]": model.Diagnostic,
    }
    assert set(rows) == {"schema_version", *nouns}
    for name, noun in nouns.items():
        assert set(noun.model_fields) <= set(rows[name]), name
        values = {"outline", "table", "lead", "support", "responsible", "info", "warning", "error"}
        assert set(rows[name]) <= set(noun.model_fields) | values, name


def test_kinds_of_time_nodes(readme: str) -> None:
    kinds = schema.schema("time-node")["properties"]["kind"]["enum"]
    assert first(tables(section(readme, JSON))[1]) == kinds


def test_csv_columns(readme: str) -> None:
    by_node, by_task = tables(section(readme, CSV))
    assert tuple(first(by_node)) == csv.COLUMNS["node"]
    assert set(first(by_task)) == set(csv.COLUMNS["task"]) - set(csv.COLUMNS["node"])


def classes(base: type[errors.PlancliError] = errors.PlancliError) -> Iterator[type[errors.PlancliError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from classes(kind)


def test_error_codes(readme: str) -> None:
    named = first(tables(section(readme, ERRORS))[0])
    shipped = {kind.code for kind in classes() if kind.__module__ == errors.__name__}
    assert len(named) == len(set(named))
    assert set(named) == shipped


def test_exit_codes(readme: str) -> None:
    named = {code for row in tables(section(readme, EXITS))[0] for code in re.findall(r"\d+", row[0])}
    assert named == {"0", "1", "2", "3", "4", "70", "130", "143"}
    assert {str(kind.exit_code) for kind in classes()} <= named


def diagnostics_in_source() -> Iterator[str]:
    """Codes given to `Diagnostic`, to `report` and to a source's notes, and the keys of tables of codes."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name == "Diagnostic":
                    yield from (
                        str(word.value.value) for word in node.keywords if word.arg == "code" and _said(word.value)
                    )
                elif name in ("report", "_report") and node.args and _said(node.args[0]):
                    yield node.args[0].value
                elif name == "append" and node.args and isinstance(node.args[0], ast.Tuple):
                    head = node.args[0].elts[0]
                    if ast.unparse(node.func).endswith("notes.append") and _said(head):
                        yield head.value


def _said(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_diagnostics(readme: str) -> None:
    named = first(tables(section(readme, DIAGNOSTICS))[0])
    assert len(named) == len(set(named))
    found = set(diagnostics_in_source())
    assert found, "no diagnostics found in the source: mend the way they are looked for"
    assert found | set(REASONS) | UNSEEN <= set(named)


def test_diagnostics_of_the_samples(readme: str) -> None:
    severities = {codes(row[0])[0]: codes(row[1])[0] for row in tables(section(readme, DIAGNOSTICS))[0]}
    seen = [
        (found.code, found.severity)
        for sample in sorted((ROOT / "samples").glob("*/source.*"))
        for found in plancli.parse(sample).diagnostics
    ]
    assert seen
    assert {(code, severities.get(code)) for code, _ in seen} == set(seen)


def test_configuration_keys(readme: str) -> None:
    rows = [[codes(cell)[0] for cell in row] for row in tables(section(readme, CONFIGURATION))[0]]
    assert {key for _, _, key in rows} == set(configuration.KEYS)
    for option, environment, key in rows:
        assert option == f"--{key.replace('_', '-')}"
        assert environment == f"PLANCLI_{key.upper()}"


def test_the_configuration_shown_is_taken(readme: str, tmp_path: Path) -> None:
    (example,) = [block for block in blocks(section(readme, CONFIGURATION)) if block.language == "toml"]
    (tmp_path / "plancli.toml").write_text(example.text, "utf-8")
    chosen = configure({}, tmp_path / "plancli.toml")
    assert chosen.values["format"] == "csv"
    assert set(chosen.settings.lexicon) == {"headers", "departments", "roles", "posts"}
    assert "2025" in chosen.settings.calendar
    assert chosen.settings.aliases == {"教体局": "教育局"}
    assert chosen.settings.limits.pages == 1000


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == plancli.__version__
    assert re.findall(r"rev: v(\S+)", read("docs/ci.md")) == [plancli.__version__]
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.M)
    assert headings[0] in ("Unreleased", plancli.__version__)


def test_links_lead_somewhere(readme: str) -> None:
    for link in links(readme):
        if "://" not in link:
            assert (ROOT / link.split("#")[0]).exists(), link


def test_what_python_users_are_told_is_there() -> None:
    for name in codes(section(read("README.md"), PYTHON)):
        match = re.match(r"plancli\.(\w+)", name)
        if match:
            assert match[1] in {*plancli.__all__, "errors"}
