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
        '[lexicon.headers]\ndepartments = ["主抓科室"]\ntime = ["何时"]\n[calendar.2025]\nsummer = ["2025-07-01", "2025-08-31"]\n'
    )
    Path("plancli.toml").write_text(
        '[lexicon.headers]\ndepartments = ["谁办"]\n[calendar.2025]\nsummer = ["2025-07-05", "2025-08-31"]\n[limits]\npages = 7\n'
    )
    plancli("parse", "a.txt")
    assert seen[-1].lexicon == {"headers": {"departments": ["主抓科室", "谁办"], "time": ["何时"]}}
    assert seen[-1].calendar == {"2025": {"summer": ["2025-07-05", "2025-08-31"]}}
    assert seen[-1].limits == Limits(pages=7)


def test_aliases_of_both_files_are_handed_on(plancli: Run, seen: list[Settings]) -> None:
    user_file('[departments.aliases]\n"教体局" = "教育局"\n"文旅局" = "文化局"\n')
    Path("plancli.toml").write_text('[departments.aliases]\n"文旅局" = "文化和旅游局"\n', "utf-8")
    plancli("parse", "a.txt")
    assert seen[-1].aliases == {"教体局": "教育局", "文旅局": "文化和旅游局"}


SLIPS = [
    ("yaer = 2025", "there is no setting 'yaer' (usage). Did you mean year?"),
    ("zzz = 1", "there is no setting 'zzz' (usage). Choose one of: year, password, format"),
    ("year = 25", "year is 25 (usage). Give a year from 1949 to 2100."),
    ("year = true", "year is True"),
    ('year = "2025"', "year is '2025'"),
    ("year = " + "9" * 4000, "year is "),
    ("year = " + "9" * 5000, "is not TOML"),
    ('format = "xml"', "format is 'xml' (usage). Give one of: json, jsonl, csv, table, md."),
    ('format = "parquet"', "format is 'parquet' (usage). Give one of: json, jsonl, csv, table, md."),
    ("strict = 1", "strict is 1 (usage). Give true or false."),
    ("jobs = 0", "jobs is 0"),
    ("jobs = 1.5", "jobs is 1.5"),
    ("timeout = nan", "timeout is nan"),
    ("timeout = inf", "timeout is inf"),
    ("max_memory = '2X'", "max_memory is '2X' (usage). Give a whole number above 0, such as 512M"),
    ("password = 1", "password is 1 (usage). Put it in quotes."),
    ("lexicon = 1", "lexicon is 1 (usage). Write it as [lexicon]."),
    ("limits = 3", "limits is 3 (usage). Write it as [limits]."),
    ("calendar = [1]", "calendar is [1] (usage). Write it as [calendar.2025]."),
    ("limits.page = 1", "there is no setting 'limits.page' (usage). Did you mean pages?"),
    ("limits.pages = 0", "limits.pages is 0 (usage). Give a whole number above 0."),
    ("departments.alias = 1", "there is no setting 'departments.alias' (usage). Did you mean aliases?"),
    ("departments.aliases = 1", "departments.aliases is 1 (usage). Write [departments.aliases]"),
    ("departments.aliases.a = 1", "departments.aliases.a is 1"),
    ("departments.aliases.a = ''", "departments.aliases.a is ''"),
    (
        "[lexicon]\nfoo = 1",
        "there is no setting 'lexicon.foo' (usage). Choose one of: headers, departments, roles, posts.",
    ),
    ("[lexicon.titles]\nplans = ['x']", "there is no setting 'lexicon.titles'"),
    ("[lexicon.departments]\nsufixes = ['x']", "'lexicon.departments.sufixes' (usage). Did you mean suffixes?"),
    ("[lexicon.headers.rows]\ntotals = ['x']", "'lexicon.headers.rows.totals' (usage). Did you mean total?"),
    (
        "[lexicon.headers]\ntask = ['']",
        "lexicon.headers.task.0 is '' (usage). Give words in quotes, none of them empty.",
    ),
    ("[lexicon.headers]\ntask = [' ']", "lexicon.headers.task.0 is ' '"),
    ("[lexicon.headers]\ntask = [2024-01-01]", "lexicon.headers.task.0 is datetime.date"),
    ("[lexicon.roles]\nlead = 5", "lexicon.roles.lead is 5"),
    ("[lexicon]\nroles = 'x'", "lexicon.roles is 'x'"),
    ("[calendar.2024]\nsumer = ['2024-07-05']", "calendar.2024 knows no 'sumer' (usage). Did you mean summer?"),
    ("[calendar.2024]\nsummer = ['2024-13-45', 'x']", "calendar.2024.summer is no day"),
    ("[calendar.2024]\nsummer = []", "calendar.2024.summer is no day"),
    ("[calendar.2024]\nsummer = ['2024-08-31', '2024-07-05']", "calendar.2024.summer ends before it begins"),
    ("[calendar.abc]\nsummer = 'x'", "calendar.abc is no table of a year"),
    ("[calendar]\nweeks = 'x'", "calendar.weeks is 'x'"),
    ("year = ", "is not TOML"),
    ("a = " + "[" * 5000 + "]" * 5000, "brackets stand too deep"),
    ("[" + ".".join(["a"] * 5000) + "]", "there is no setting 'a'"),
    ("[lexicon." + ".".join(["a"] * 5000) + "]", "there is no setting 'lexicon.a'"),
]


@pytest.mark.parametrize(("text", "words"), SLIPS, ids=[text[:40] for text, _ in SLIPS])
def test_a_slip_in_a_file_is_wrong_use_and_names_file_and_key(plancli: Run, text: str, words: str) -> None:
    Path("plancli.toml").write_text(text)
    Path("b.txt").write_bytes(b"0")
    got = plancli("parse", "a.txt", "b.txt")
    assert (got.code, got.out) == (2, b"")
    assert words in got.err
    assert got.err.startswith("plancli: ")
    assert "plancli.toml" in got.err
    assert got.err.count("\n") == 1


def test_every_list_that_ships_can_be_extended_and_no_other(plancli: Run, seen: list[Settings]) -> None:
    from plancli.language.lexicon import EXTENDABLE, load

    lines = []
    for name in EXTENDABLE:
        lists = {key: held for key, held in load(name).items() if isinstance(held, list)}
        lines += [f"[lexicon.{name}]", *(f'{key} = ["甲"]' for key in lists)]
        for table, held in load(name).items():
            if isinstance(held, dict):
                lines += [f"[lexicon.{name}.{table}]"]
                lines += [f'"{key}" = {"乙" if isinstance(one, str) else ["乙"]!r}' for key, one in held.items()]
    Path("plancli.toml").write_text("\n".join(lines), "utf-8")
    got = plancli("parse", "a.txt")
    assert (got.code, got.err) == (0, "")
    assert set(seen[-1].lexicon) == set(EXTENDABLE)


@pytest.mark.parametrize("tool", ["tool = 3 # tool.plancli", "tool.plancli = 3", "tool.plancli = [1]"])
def test_a_pyproject_of_another_shape(plancli: Run, tool: str) -> None:
    Path("pyproject.toml").write_text(tool)
    assert plancli("parse", "a.txt").code == (0 if tool.startswith("tool = ") else 2)


@pytest.mark.parametrize(
    ("key", "said"),
    [("YEAR", "9" * 5000), ("YEAR", "٢٠٢٤"), ("JOBS", "0"), ("TIMEOUT", "nan"), ("MAX_MEMORY", "9" * 5000),
     ("LIMIT", "pages=" + "9" * 5000), ("LIMIT", "evil=5"), ("LIMIT", "=,="), ("CONFIG", "/dev"), ("FORMAT", "xml")],
)  # fmt: skip
def test_a_slip_in_the_environment_names_the_variable(
    plancli: Run, monkeypatch: pytest.MonkeyPatch, key: str, said: str
) -> None:
    monkeypatch.setenv(f"PLANCLI_{key}", said)
    got = plancli("parse", "a.txt")
    assert (got.code, got.err.count("\n")) == (2, 1)
    assert ("/dev" if key == "CONFIG" else f"PLANCLI_{key}") in got.err
    assert len(got.err) < 300


def test_a_file_above_that_is_another_users_is_not_used(
    plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("plancli.toml").write_text("year = 2011\n")
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    monkeypatch.setattr("os.getuid", lambda: Path("..").stat().st_uid + 1)
    got = plancli("parse", "../a.txt")
    assert seen[-1].year is None
    assert got.err.count("\n") == 1
    assert "plancli.toml is not yours" in got.err
    assert "--config" in got.err
    assert "not yours" not in plancli("parse", "../a.txt", "-q").err
    plancli("parse", "../a.txt", "--config", "../plancli.toml")
    assert seen[-1].year == 2011


def test_v_names_the_files_used(plancli: Run, seen: list[Settings]) -> None:
    user_file("bom = true\n")
    Path("plancli.toml").write_text("year = 2011\n")
    said = [line for line in plancli("parse", "a.txt", "-v").err.splitlines() if "configuration: " in line]
    assert len(said) == 2
    assert said[-1] == f"plancli: configuration: {Path.cwd() / 'plancli.toml'}"


def test_who_gave_the_year_is_told(plancli: Run, seen: list[Settings], monkeypatch: pytest.MonkeyPatch) -> None:
    def said(*options: str) -> str:
        plancli("parse", "a.txt", *options)
        return seen[-1].year_from

    assert said() == Settings().year_from
    Path("plancli.toml").write_text("year = 2011\n")
    assert said() == "configuration"
    monkeypatch.setenv("PLANCLI_YEAR", "2012")
    assert said() == "environment"
    assert said("--year", "2013") == "option"


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


def test_the_keys_are_those_of_the_model() -> None:
    from plancli.cli.configuration import FLAGS, KEYS, TABLES
    from plancli.cli.configuration_model import Said

    assert set(Said.model_fields) == {*KEYS, *TABLES}
    assert set(FLAGS) < set(KEYS)
