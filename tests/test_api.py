"""What Python users call: what it takes, and what it says of what it does not take."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import plancli
from plancli import errors

TEXT = "云岭区2025年工作要点\n一、建设\n1.建设食堂。6月底前完成。（牵头单位：区民政局）\n".encode()


def test_dir_lists_what_there_is_and_nothing_else() -> None:
    assert dir(plancli) == sorted(plancli.__all__)
    assert {"Bulletin", "Plan", "Task", "TimeNode", "parse", "find_time_nodes"} <= set(dir(plancli))
    assert all(getattr(plancli, name) is not None for name in dir(plancli))


@pytest.mark.parametrize("like", [bytes, bytearray, memoryview, io.BytesIO])
def test_bytes_what_is_like_them_and_open_files(like: type) -> None:
    tasks = plancli.parse(like(TEXT)).plans[0].tasks
    assert [task.title for task in tasks] == ["建设食堂"]


def test_an_open_file_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    with (tmp_path / "a.txt").open("rb") as stream:
        assert plancli.parse(stream).source.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(5, "int is no document"), (None, "NoneType is no document"), (io.StringIO("一、"), "open it in binary mode")],
)
def test_what_is_no_document_is_a_type_error(wrong: object, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        plancli.parse(wrong)  # type: ignore[arg-type]


def test_a_year_is_a_number_within_bounds() -> None:
    with pytest.raises(errors.UsageError, match="year is 25 "):
        plancli.parse(TEXT, year=25)
    with pytest.raises(TypeError, match="give a number"):
        plancli.parse(TEXT, year="2025")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="password is of type int"):
        plancli.parse(TEXT, password=1)  # type: ignore[arg-type]


def test_messages_are_in_the_language_that_is_asked_for() -> None:
    text = "云岭区2025年工作要点\n1.建设食堂。2月30日前建成。\n".encode()
    said = {lang: [one.message for one in plancli.parse(text, lang=lang).diagnostics] for lang in (None, "en", "zh")}
    assert said[None] == said["en"] == ["The calendar has no such day: 2月30日前."]
    assert said["zh"] == ["日历上没有这一天：2月30日前"]
    assert [one.diagnostics[0].message for one in plancli.parse_all(text, lang="zh")] == said["zh"]
    with pytest.raises(plancli.PlancliError, match="lang is 'fr'"):
        plancli.parse(text, lang="fr")  # type: ignore[arg-type]
