"""validate, schema, doctor, and what plancli says of itself."""

from __future__ import annotations

import builtins
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import plancli as package
from plancli import cli
from plancli.export import json as export
from plancli.export import schema

from ..export.bulletins import bulletin
from .conftest import Run


def test_validate_says_that_all_hold(plancli: Run) -> None:
    Path("a.json").write_bytes(export.encoded(bulletin()))
    Path("b.jsonl").write_bytes(export.line(bulletin()) * 2)
    got = plancli("validate", "a.json", "b.jsonl")
    assert (got.code, got.out, got.err) == (0, b"", "plancli: 2 checked, all hold\n")
    assert plancli("validate", "a.json", "--quiet").err == ""


def test_validate_prints_file_path_what(plancli: Run) -> None:
    Path("a.json").write_bytes(export.encoded(bulletin()).replace(b'"placed": 97', b'"placed": 96'))
    got = plancli("validate", "a.json")
    assert got.code == 1
    assert got.out.decode() == "a.json: coverage: 96 + 3 + 0 is not 100\n"


def test_validate_knows_the_folder_of_a_batch(plancli: Run) -> None:
    Path("out").mkdir()
    assert "the folder holds no results of plancli (unsupported)" in plancli("validate", "out").err
    Path("out/journal.jsonl").write_text("{}\n", "utf-8")
    got = plancli("validate", "out")
    assert (got.code, got.err) == (1, "")
    assert got.out.decode().splitlines() == [
        "out/journal.jsonl: line 1: is no record: no record",
        "out/summary.json: is not there: no run has come to its end",
    ]


def test_validate_takes_patterns_that_the_shell_left(plancli: Run) -> None:
    for name in ("b", "a", "[c]"):
        Path(f"{name}.json").write_text("{", "utf-8")
    lines = plancli("validate", "*.json").out.decode().splitlines()
    assert [line.split(":")[0] for line in lines] == ["[c].json", "a.json", "b.json"]
    assert plancli("validate", "[c].json").out.startswith(b"[c].json: ")
    assert "no such file" in plancli("validate", "*.none").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("parse PATTERN", "b/source.txt"),
        ("tasks PATTERN --format jsonl", "b/source.txt"),
        ("stats PATTERN", "total,tasks,2,"),
        ("review PATTERN", "b/source.txt"),
        ("view PATTERN -o page.html", "tasks 2, with doubts 2"),
        ("check ?", "2 samples"),
        ("batch PATTERN -o out -j 1", "2 files"),
    ],
)
def test_patterns_that_the_shell_left_are_files_for_every_command(plancli: Run, words: str, told: str) -> None:
    """A console of Windows leaves all of them."""
    for name in ("a", "b"):
        Path(name).mkdir()
        Path(name, "source.txt").write_text(
            "云岭县2026年工作要点\n1.修订制度。6月31日前完成。（县水务局负责）\n", "utf-8"
        )
    got = plancli(*words.replace("PATTERN", "*/source.txt").split())
    assert told in got.out.decode() + got.err, got


def test_validate_gives_json_to_machines(plancli: Run) -> None:
    Path("a.json").write_bytes(export.encoded(bulletin()).replace(b'"placed": 97', b'"placed": 96'))
    got = plancli("validate", "a.json", "--format", "json")
    assert got.code == 1
    assert json.loads(got.out) == [{"file": "a.json", "path": "coverage", "what": "96 + 3 + 0 is not 100"}]
    assert plancli("validate", "-", "--format", "json", stdin=export.line(bulletin())).out == b"[]\n"


def test_validate_is_not_bound_by_the_limit_on_inputs(plancli: Run) -> None:
    Path("plancli.toml").write_text("limits.file_bytes = 10\n")
    assert plancli("validate", "-", stdin=export.line(bulletin())).code == 0


def test_validate_reads_stdin(plancli: Run) -> None:
    assert plancli("validate", "-", stdin=export.encoded(bulletin())).code == 0
    got = plancli("validate", "-", stdin=b"{}")
    assert got.code == 1
    assert got.out.decode().splitlines() == ["-: source: Field required", "-: coverage: Field required"]


def test_validate_goes_on_after_a_file_that_is_not_there(plancli: Run) -> None:
    Path("b.json").write_text("{", "utf-8")
    got = plancli("validate", "none.json", "b.json")
    assert got.code == 1
    assert got.err == "plancli: none.json: no such file (not-found). Check the path.\n"
    assert got.out.startswith(b"b.json: is not JSON: ")


@pytest.mark.parametrize("name", schema.MODELS)
def test_schema_prints_the_schema(plancli: Run, name: str) -> None:
    assert plancli("schema", name).out.decode() == schema.text(name)


def test_schema_without_a_name_is_the_bulletins(plancli: Run) -> None:
    assert plancli("schema").out == plancli("schema", "bulletin").out


def test_schema_of_another_name_is_wrong_use(plancli: Run) -> None:
    got = plancli("schema", "nonsense")
    assert got.code == 2
    assert got.err == (
        "plancli: there is no schema 'nonsense' (usage). Choose one of: bulletin, plan, task, time-node.\n"
    )


def test_doctor_finds_all_formats_here(plancli: Run) -> None:
    got = plancli("doctor", "--format", "json")
    report = json.loads(got.out)
    assert got.code == 0
    assert report["plancli"] == package.__version__
    assert {"TXT", "DOCX", "PDF", "HTML, MHTML"} <= set(report["formats"])
    assert all(entry["read"] for entry in report["formats"].values())
    assert report["configuration"] == []
    page = plancli("doctor").out.decode()
    assert "DOCX             yes" in page
    assert "RAR, 7z" in page


def test_doctor_tells_a_missing_library_and_how_to_get_it(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    got = plancli("doctor", "--format", "json")
    entry = json.loads(got.out)["formats"]["PDF"]
    assert got.code == 4
    assert entry["missing"] == ["pypdfium2"]
    assert "pip install" in entry["remedy"]
    assert "no: pypdfium2 missing" in plancli("doctor").out.decode()


def test_doctor_tells_extras_and_how_to_get_them(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    got = plancli("doctor", "--format", "json")
    assert got.code == 0
    extras = json.loads(got.out)["extras"]
    assert set(extras) == {"ocr", "parquet", "cluster", "mcp"}
    for name, entry in extras.items():
        assert not entry["installed"]
        assert entry["remedy"].endswith(f"-m pip install 'plancli[{name}]'")
        assert entry["remedy"] in plancli("doctor").out.decode()


def test_doctor_names_the_configuration_that_holds(plancli: Run) -> None:
    Path("plancli.toml").write_text("year = 2020\n")
    assert json.loads(plancli("doctor", "--format", "json").out)["configuration"] == [str(Path.cwd() / "plancli.toml")]


def test_version(plancli: Run) -> None:
    assert plancli("--version").out.decode() == f"plancli {package.__version__}\n"


def test_completion_offers_commands_and_formats(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PLANCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "plancli parse --format ")
    monkeypatch.setenv("COMP_CWORD", "3")
    offered = ["json", "jsonl", "csv", "table", "md", "xlsx", "docx", "ics", "sqlite", "parquet"]
    assert plancli().out.decode().split() == offered
    monkeypatch.setenv("COMP_WORDS", "plancli va")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert plancli().out.decode().split() == ["validate"]


def test_results_never_pass_through_print(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """stdout is bytes in UTF-8 whatever the system's encoding: print would encode in that."""

    def refuse(*words: Any, file: Any = None, **rest: Any) -> None:
        assert file is not None, "printed to stdout"

    monkeypatch.setattr(builtins, "print", refuse)
    Path("a.json").write_text("{}", "utf-8")
    for arguments in (("schema",), ("validate", "a.json"), ("doctor",)):
        assert plancli(*arguments).out


@pytest.mark.parametrize("name", ["x" * 300 + ".json", "round.json"])
@pytest.mark.parametrize(
    "words",
    [
        ["parse", "NAME"],
        ["parse", "plan.txt", "-o", "NAME"],
        ["tasks", "NAME"],
        ["tasks", "plan.txt", "-o", "NAME", "--format", "md"],
        ["stats", "NAME"],
        ["diff", "plan.txt", "NAME"],
        ["view", "NAME", "-o", "page.html"],
        ["view", "plan.txt", "-o", "NAME"],
        ["review", "NAME"],
        ["validate", "NAME"],
        ["check", "NAME"],
        ["batch", "plan.txt", "-o", "NAME"],
    ],
    ids=" ".join,
)
def test_a_name_that_no_file_can_have_is_no_fault_of_plancli(plancli: Run, words: list[str], name: str) -> None:
    """Too long for the system, or a link to itself: one line, and 1 or 2 as for any file that is not there."""
    Path("plan.txt").write_text("云岭县2026年工作要点\n1.修订制度。6月底前完成。（责任单位：县水务局）\n", "utf-8")
    Path("round.json").symlink_to("round.json")
    ended = plancli(*[name if word == "NAME" else word for word in words])
    assert ended.code in (1, 2), ended.err
    assert "internal" not in ended.err
    assert "Traceback" not in ended.err


COMPLETIONS = {
    "schema ": ["bulletin", "plan", "task", "time-node"],
    "parse --limit pa": ["pages=6000", "page_images=10000"],
    "tasks --due next": ["next-week", "next-month", "next-quarter", "next-year"],
    "tasks --kind ": ["period", "deadline", "ongoing", "recurring", "conditional"],
    "tasks --role ": ["lead", "support", "responsible"],
    "diff --format ": ["table", "csv", "json", "xlsx", "html"],
    "validate --lang ": ["zh", "en"],
    "batch --engine ": ["local", "dask"],
}


@pytest.mark.parametrize("words", COMPLETIONS)
def test_completion_offers_what_fits(plancli: Run, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    line = f"plancli {words}"
    monkeypatch.setenv("_PLANCLI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    assert plancli().out.decode().split() == COMPLETIONS[words]


def test_the_readable_format_has_one_name(plancli: Run) -> None:
    """Each command that has --format takes `table`, but for batch, which writes files alone."""
    choices = {name: re.findall(r"--format <([^>]*)>", plancli(name, "--help").out.decode()) for name in cli.COMMANDS}
    named = {name: found[0].split("|") for name, found in choices.items() if found}
    assert set(named) == {
        "parse",
        "tasks",
        "diff",
        "stats",
        "review",
        "batch",
        "validate",
        "check",
        "explain",
        "doctor",
    }
    assert all(("table" in held) == (name != "batch") for name, held in named.items())
    assert not any({"text", "lines"} & set(held) for held in named.values())
    assert plancli("doctor", "--format", "TABLE").code in (0, 4)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", "x.txt", "--by", "task", "--format", "json"), "--by"),
        (("parse", "x.txt", "--bom", "-o", "x.json"), "--bom"),
        (("parse", "x.txt", "--in-process", "--timeout", "3"), "--in-process"),
        (("batch", "x.txt", "-o", "d", "--by", "task"), "--by"),
        (("batch", "x.txt", "-o", "d", "--format", "sqlite", "--bom"), "--bom"),
        (("tasks", "x.txt", "--by", "node", "-o", "x.xlsx"), "--by"),
        (("tasks", "x.txt", "--all"), "--due"),
        (("tasks", "x.txt", "--today", "2026-01-01"), "--due"),
        (("review", "x.txt", "--bom", "--format", "json"), "--bom"),
    ],
)
def test_options_that_would_do_nothing_are_refused(plancli: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("x.txt").write_text("云岭区2025年工作要点\n1.建设食堂。\n", "utf-8")
    got = plancli(*arguments)
    assert got.code == 2 and said in got.err and "(usage)" in got.err
    assert not got.out and sorted(path.name for path in Path().iterdir()) == ["x.txt"]


def test_what_a_file_says_of_rows_stays_where_it_does_nothing(plancli: Run) -> None:
    Path("x.txt").write_text("云岭区2025年工作要点\n1.建设食堂。\n", "utf-8")
    Path("plancli.toml").write_text('by = "task"\nbom = true\n', "utf-8")
    assert plancli("parse", "x.txt", "--format", "json").code == 0
