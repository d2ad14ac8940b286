from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from plancli.errors import Corrupt
from plancli.model.bulletin import Bulletin
from plancli.model.settings import Settings

from .conftest import ERRORS, Run

pytestmark = pytest.mark.usefixtures("seen")


def write(name: str, data: bytes = b"0") -> str:
    """Makes an input; the stand-in gives as many warnings as its content says."""
    Path(name).write_bytes(data)
    return name


def test_json_where_stdout_is_no_terminal(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"))
    assert (got.code, got.err) == (0, "")
    assert Bulletin.model_validate_json(got.out).source.path == "a.txt"
    assert got.out.endswith(b"}\n")
    assert "智慧养老".encode() in got.out


def test_a_table_and_a_summary_where_it_is_one(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), terminal=True)
    assert "推进智慧养老服务站建设" in got.out.decode()
    assert b"\x1b[" in got.out
    assert got.err == (
        "plancli: a.txt: 1 plan, 2 tasks, 2 time nodes; 97 of 100 characters placed, 3 left out, 0 lost\n"
    )


def test_no_color_is_respected(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b[" not in plancli("parse", write("a.txt"), terminal=True).out


def test_a_table_in_a_pipe_has_no_colour(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), "--format", "table")
    assert "推进智慧养老服务站建设" in got.out.decode()
    assert b"\x1b[" not in got.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.json", b'{\n  "schema_version"'),
        ("r.jsonl", b'{"schema_version"'),
        ("r.ndjson", b'{"schema_version"'),
        ("r.CSV", b"file,plan_id"),
        ("result", b'{\n  "schema_version"'),
    ],
)
def test_the_ending_of_o_decides(plancli: Run, name: str, begins: bytes) -> None:
    got = plancli("parse", write("a.txt"), "-o", name, terminal=True)
    assert (got.code, got.out) == (0, b"")
    assert Path(name).read_bytes().startswith(begins)


def test_the_option_comes_before_the_ending(plancli: Run) -> None:
    plancli("parse", write("a.txt"), "-o", "r.csv", "--format", "jsonl")
    assert Path("r.csv").read_bytes().startswith(b"{")


def test_an_ending_that_says_nothing_is_wrong_use(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), "-o", "r.xyz")
    assert got.code == 2
    assert got.err.startswith("plancli: r.xyz: the ending .xyz names no format (usage). Use .json")
    assert not Path("r.xyz").exists()


def test_stdin(plancli: Run) -> None:
    got = plancli("parse", "-", stdin=b"0")
    assert json.loads(got.out)["source"] | {"sha256": ""} == {
        "path": "-",
        "sha256": "",
        "media_type": "text/plain",
        "bytes": 1,
        "pages": None,
        "extractor": None,
    }


def test_stdin_over_the_limit(plancli: Run) -> None:
    Path("plancli.toml").write_text("[limits]\nfile_bytes = 10\n")
    assert "(too-large)" in plancli("parse", "-", stdin=b"0" * 11).err
    assert plancli("parse", "-", stdin=b"0" * 10).code == 0


def test_stdin_twice_is_wrong_use(plancli: Run) -> None:
    assert plancli("parse", "-", "-").code == 2


def test_o_dash_is_stdout(plancli: Run) -> None:
    assert plancli("parse", write("a.txt"), "-o", "-").out.startswith(b"{")
    assert not Path("-").exists()


def test_several_inputs_make_json_lines(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), write("b.txt"))
    assert [json.loads(line)["source"]["path"] for line in got.out.splitlines()] == ["a.txt", "b.txt"]
    plancli("parse", "a.txt", "b.txt", "-o", "r.json")
    array = json.loads(Path("r.json").read_bytes())
    assert array == [json.loads(line) for line in got.out.splitlines()]


def test_several_inputs_make_one_csv(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), write("b.txt"), "--format", "csv", "--by", "task")
    lines = got.out.decode().splitlines()
    assert sum(line.startswith("file,") for line in lines) == 1
    assert sum(line.startswith("a.txt,") for line in lines) == 2
    assert sum(line.startswith("b.txt,") for line in lines) == 2


def test_bom_leads_the_csv_once_and_json_never(plancli: Run) -> None:
    bom = "\ufeff".encode()
    got = plancli("parse", write("a.txt"), write("b.txt"), "--format", "csv", "--bom")
    assert got.out.startswith(bom)
    assert got.out.count(bom) == 1
    assert bom not in plancli("parse", "a.txt", "--bom").out


def test_one_input_fails_and_the_others_go_on(plancli: Run) -> None:
    got = plancli("parse", write("a.txt"), write("b.docx", b"corrupt"), "none.pdf", write("c.txt"), "-o", "r.jsonl")
    assert got.code == 1
    assert got.err == (
        "plancli: b.docx: the zip directory is cut off (corrupt). "
        "Open it in its own program and save it again, or get it again from its source.\n"
        "plancli: none.pdf: no such file (not-found). Check the path.\n"
    )
    assert len(Path("r.jsonl").read_bytes().splitlines()) == 2


def test_nothing_is_written_where_every_input_fails(plancli: Run) -> None:
    write("r.csv", b"before")
    assert plancli("parse", write("a.txt", b"corrupt"), "-o", "r.csv").code == 1
    assert plancli("parse", "a.txt", "none", "-o", "new.csv").code == 1
    assert Path("r.csv").read_bytes() == b"before"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "r.csv"]
    assert plancli("parse", "a.txt", "--format", "csv").out == b""


EXIT_CODES = {"missing-extra": 4, "internal": 70}


@pytest.mark.parametrize("code", [content.decode() for content in ERRORS])
def test_each_error_is_one_line_with_its_code_and_a_remedy(plancli: Run, code: str) -> None:
    got = plancli("parse", write("坏.pdf", code.encode()))
    assert got.code == EXIT_CODES.get(code, 1)
    assert got.out == b""
    assert got.err.count("\n") == 1
    assert got.err.startswith("plancli: 坏.pdf: ")
    before, remedy = got.err.split(f" ({code}). ")
    assert before
    assert remedy.strip().endswith(".") or remedy.strip().endswith(")")


def test_a_folder_is_unreadable_here(plancli: Run) -> None:
    Path("folder").mkdir()
    got = plancli("parse", "folder")
    assert got.code == 1
    assert "plancli: folder: is a folder (unreadable)." in got.err


def test_a_file_over_the_limit(plancli: Run) -> None:
    Path("plancli.toml").write_text("limits.file_bytes = 3\n")
    got = plancli("parse", write("a.txt", b"1234"))
    assert got.code == 1
    assert "(too-large)" in got.err


def test_a_device_without_end(plancli: Run) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    Path("plancli.toml").write_text("limits.file_bytes = 1000\n")
    assert "(too-large)" in plancli("parse", "/dev/zero").err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(plancli: Run) -> None:
    Path(write("a.txt")).chmod(0)
    assert "(unreadable)" in plancli("parse", "a.txt").err


def test_the_gravest_failure_gives_the_exit_code(plancli: Run) -> None:
    assert plancli("parse", write("a", b"internal"), write("b", b"corrupt")).code == 70
    assert plancli("parse", write("a", b"corrupt"), write("b", b"missing-extra")).code == 1
    assert plancli("parse", write("a", b"missing-extra"), write("b", b"corrupt")).code == 1
    assert plancli("parse", "a").code == 4


def test_a_traceback_only_where_asked(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a", b"internal")
    assert "Traceback" not in plancli("parse", "a").err
    assert "Traceback" in plancli("parse", "a", "--traceback").err
    assert "Traceback" in plancli("--traceback", "parse", "a").err
    monkeypatch.setenv("PLANCLI_TRACEBACK", "1")
    assert "Traceback" in plancli("parse", "a").err


def test_warnings_are_told_and_strict_ends_with_3(plancli: Run) -> None:
    got = plancli("parse", write("a.txt", b"1"))
    assert got.code == 0
    assert got.err == "plancli: a.txt: warning: the numbers go from 1 to 3 (number-gap), page 4, paragraph 17\n"
    assert plancli("parse", "a.txt", "--strict").code == 3
    assert plancli("parse", write("b.txt", b"0"), "--strict").code == 0


def diagnostics(file: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(file).read_bytes().splitlines()]


def test_diagnostics_for_scripts(plancli: Run) -> None:
    got = plancli("parse", write("a.txt", b"1"), write("b.txt", b"corrupt"), "none", "--diagnostics", "d.jsonl", "-q")
    assert got.code == 1
    assert diagnostics("d.jsonl") == [
        {
            "path": "a.txt",
            "code": "number-gap",
            "severity": "warning",
            "message": "the numbers go from 1 to 3",
            "place": {"plan": "p1", "task": "p1.t2", "page": 4, "paragraph": 17},
        },
        {
            "path": "b.txt",
            "code": "corrupt",
            "severity": "error",
            "message": f"the zip directory is cut off. {Corrupt.remedy}",
            "place": None,
        },
        {
            "path": "none",
            "code": "not-found",
            "severity": "error",
            "message": "no such file. Check the path.",
            "place": None,
        },
    ]


def test_diagnostics_of_a_run_without_any_are_an_empty_file(plancli: Run) -> None:
    assert plancli("parse", write("a.txt"), "--diagnostics", "d.jsonl").code == 0
    assert diagnostics("d.jsonl") == []


@pytest.mark.parametrize("file", ["a.txt", "r.json", "none/d.jsonl", "."])
def test_diagnostics_that_would_stand_elsewhere_are_wrong_use(plancli: Run, file: str) -> None:
    write("r.json")
    assert plancli("parse", write("a.txt"), "-o", "r.json", "--diagnostics", file).code == 2
    assert Path("a.txt").read_bytes() == Path("r.json").read_bytes() == b"0"


def test_a_failure_comes_before_warnings(plancli: Run) -> None:
    assert plancli("parse", write("a.txt", b"1"), "none", "--strict").code == 1


def test_many_warnings_are_summed_up_without_v(plancli: Run) -> None:
    write("a.txt", b"14")
    lines = plancli("parse", "a.txt").err.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "plancli: a.txt: 4 more warnings; -v lists them all"
    assert plancli("parse", "a.txt", "-v").err.count("number-gap") == 14


def test_quiet_says_errors_alone(plancli: Run) -> None:
    write("a.txt", b"3")
    for arguments in (("parse", "a.txt", "none", "--quiet"), ("-q", "parse", "a.txt", "none")):
        assert plancli(*arguments).err == "plancli: none: no such file (not-found). Check the path.\n"
    assert plancli("parse", "a.txt", "-q", terminal=True).err == ""


def test_v_logs_what_was_tried_and_how_long_it_took(plancli: Run) -> None:
    for arguments in (("parse", write("a.txt"), "-v"), ("-v", "parse", "a.txt")):
        err = plancli(*arguments).err
        assert "plancli: a.txt: extract 0." in err
        assert "s (text: utf-8)" in err
        assert "1 plan, 2 tasks" in err


def test_the_same_bytes_in_give_the_same_bytes_out(plancli: Run) -> None:
    write("a.txt")
    for form in ("json", "jsonl", "csv", "table"):
        assert plancli("parse", "a.txt", "--format", form).out == plancli("parse", "a.txt", "--format", form).out


def test_an_input_is_never_overwritten(plancli: Run) -> None:
    got = plancli("parse", write("a.json"), "-o", "./a.json")
    assert got.code == 2
    assert Path("a.json").read_bytes() == b"0"


def test_a_result_must_have_a_folder_and_be_none(plancli: Run) -> None:
    write("a.txt")
    Path("d").mkdir()
    for target in ("no/r.json", "d"):
        got = plancli("parse", "a.txt", "-o", target)
        assert got.code == 2
        assert "(usage)" in got.err


def test_a_result_that_cannot_be_written_is_told(plancli: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    got = plancli("parse", write("a.txt"), "-o", "/dev/full")
    assert got.code == 1
    assert got.err.startswith("plancli: /dev/full cannot be written: No space left on device (unwritable).")


def test_a_result_has_the_usual_permissions(plancli: Run) -> None:
    before = os.umask(0o022)
    try:
        plancli("parse", write("a.txt"), "-o", "r.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path("r.json").stat().st_mode) == 0o644


def test_names_that_are_no_unicode_or_have_line_feeds(plancli: Run) -> None:
    name = os.fsdecode(b"\xb9\xa4\xd7\xf7.txt")
    got = plancli("parse", write(name))
    assert json.loads(got.out)["source"]["path"] == "\\xb9\\xa4\\xd7\\xf7.txt"
    assert plancli("parse", "a\nb").err == "plancli: a\\nb: no such file (not-found). Check the path.\n"


@pytest.mark.parametrize(
    "arguments", [("parse",), ("parse", "a", "--format", "xml"), ("parse", "a", "--nonsense"), ("nonsense",)]
)
def test_wrong_use_ends_with_2_and_says_so(plancli: Run, arguments: tuple[str, ...]) -> None:
    got = plancli(*arguments)
    assert (got.code, got.out) == (2, b"")
    assert "Usage: plancli" in got.err


def test_options_reach_the_stages(plancli: Run, seen: list[Settings]) -> None:
    plancli("parse", write("a.txt"), "--year", "2031", "--password", "秘密")
    assert (seen[-1].year, seen[-1].password) == (2031, "秘密")
