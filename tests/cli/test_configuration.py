from __future__ import annotations

from pathlib import Path

import pytest

from plancli.model.settings import Limits, Settings

from .conftest import Run


@pytest.fixture(autouse=True)
def an_input(empty_folder: Path) -> None:
    (empty_folder / "a.txt").write_bytes(b"0")


def user_file(text: str) -> None:
    folder = Path("../user/plancli")
    folder.mkdir(parents=True)
    (folder / "plancli.toml").write_text(text, "utf-8")


def test_option_then_environment_then_project_then_user_then_default(
    plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    def year(*options: str) -> int | None:
        assert plancli("parse", "a.txt", *options).code == 0
        return seen[-1].year

    assert year() is None
    user_file("year = 2001")
    assert year() == 2001
    Path("plancli.toml").write_text("year = 2002")
    assert year() == 2002
    monkeypatch.setenv("PLANCLI_YEAR", "2003")
    assert year() == 2003
    assert year("--year", "2004") == 2004


@pytest.mark.usefixtures("seen")
def test_the_format_may_be_configured_and_the_ending_of_o_comes_before_it(
    plancli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("plancli.toml").write_text('format = "csv"\nby = "task"\n')
    assert b",nodes,kinds," in plancli("parse", "a.txt").out
    monkeypatch.setenv("PLANCLI_BY", "node")
    assert b",kind,start," in plancli("parse", "a.txt").out
    plancli("parse", "a.txt", "-o", "r.json")
    assert Path("r.json").read_bytes().startswith(b"{")


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(("said", "code"), [("1", 3), ("true", 3), ("0", 0), ("no", 0), ("", 0), ("maybe", 2)])
def test_a_switch_in_the_environment(plancli: Run, monkeypatch: pytest.MonkeyPatch, said: str, code: int) -> None:
    Path("a.txt").write_bytes(b"1")
    monkeypatch.setenv("PLANCLI_STRICT", said)
    assert plancli("parse", "a.txt").code == code


def test_a_password_in_the_environment(plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_PASSWORD", "1234")
    plancli("parse", "a.txt")
    assert seen[-1].password == "1234"


def test_pyproject_and_the_folders_above(plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_text("[tool.plancli]\nyear = 2011\n")
    Path("deep/er").mkdir(parents=True)
    Path("deep/pyproject.toml").write_text("[tool.other]\nyear = 1\n")
    monkeypatch.chdir("deep/er")
    plancli("parse", "../../a.txt")
    assert seen[-1].year == 2011
    Path("plancli.toml").write_text("year = 2012\n")
    plancli("parse", "../../a.txt")
    assert seen[-1].year == 2012


def test_a_named_file_stands_for_the_projects(
    plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("plancli.toml").write_text("year = 2021\n")
    Path("other.toml").write_text("\ufeffyear = 2022\n", "utf-8")
    plancli("parse", "a.txt", "--config", "other.toml")
    assert seen[-1].year == 2022
    monkeypatch.setenv("PLANCLI_CONFIG", "other.toml")
    plancli("parse", "a.txt")
    assert seen[-1].year == 2022


def test_words_and_calendars_of_both_files_are_handed_on(plancli: Run, seen: list[Settings]) -> None:
    user_file(
        '[lexicon.headers]\ndepartments = ["主抓科室"]\ntime = ["何时"]\n[calendar.2025]\nsummer = ["07-01", "08-31"]\n'
    )
    Path("plancli.toml").write_text(
        '[lexicon.headers]\ndepartments = ["谁办"]\n[calendar.2025]\nsummer = ["07-05", "08-31"]\n[limits]\npages = 7\n'
    )
    plancli("parse", "a.txt")
    assert seen[-1].lexicon == {"headers": {"departments": ["主抓科室", "谁办"], "time": ["何时"]}}
    assert seen[-1].calendar == {"2025": {"summer": ["07-05", "08-31"]}}
    assert seen[-1].limits == Limits(pages=7)


def test_aliases_of_both_files_are_handed_on(plancli: Run, seen: list[Settings]) -> None:
    user_file('[departments.aliases]\n"教体局" = "教育局"\n"文旅局" = "文化局"\n')
    Path("plancli.toml").write_text('[departments.aliases]\n"文旅局" = "文化和旅游局"\n', "utf-8")
    plancli("parse", "a.txt")
    assert seen[-1].aliases == {"教体局": "教育局", "文旅局": "文化和旅游局"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("yaer = 2025", "there is no setting 'yaer' (usage). Did you mean year?"),
        ("zzz = 1", "Choose one of: year, password, format"),
        ("year = 25", "year is 25 (usage). Give a year from 1949 to 2100."),
        ("year = true", "year is True"),
        ('year = "2025"', "year is '2025'"),
        ('format = "xml"', "format is 'xml' (usage). Give one of: json, jsonl, csv, table, md."),
        ("strict = 1", "strict is 1 (usage). Give true or false."),
        ("password = 1", "password is no text"),
        ("lexicon = 1", "lexicon is no table (usage). Write it as [lexicon]."),
        ("limits.page = 1", "there is no limit 'page' (usage). Did you mean pages?"),
        ("limits.pages = 0", "the limit pages is 0"),
        ("departments.alias = 1", "there is no setting departments.alias (usage). Did you mean aliases?"),
        ("departments.aliases = 1", "departments.aliases is no table of names (usage). Write [departments.aliases]"),
        ("departments.aliases.a = 1", "departments.aliases is no table of names"),
        ("year = ", "is not TOML"),
    ],
)
def test_a_slip_in_a_file_is_wrong_use_and_names_the_place(plancli: Run, text: str, words: str) -> None:
    Path("plancli.toml").write_text(text)
    got = plancli("parse", "a.txt")
    assert (got.code, got.out) == (2, b"")
    assert words in got.err
    assert got.err.startswith("plancli: ")
    assert got.err.count("\n") == 1


def test_a_named_file_that_is_not_there_is_wrong_use(plancli: Run) -> None:
    assert plancli("parse", "a.txt", "--config", "none.toml").code == 2


@pytest.mark.parametrize("said", ["25", "next", "9999"])
def test_a_year_out_of_range_is_wrong_use_wherever_it_stands(
    plancli: Run, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    assert plancli("parse", "a.txt", "--year", said).code == 2
    monkeypatch.setenv("PLANCLI_YEAR", said)
    got = plancli("parse", "a.txt")
    assert got.code == 2
    assert "PLANCLI_YEAR" in got.err
