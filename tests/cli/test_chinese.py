"""plancli in Chinese and in English: help, tables and errors at the widths of terminals, without colour, in a GBK console."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from plancli import cli
from plancli.cli.output import show
from plancli.cli.spoken_language import before_parsing
from plancli.export import table
from plancli.export.terminal import cells, packed, wrapped
from plancli.messages import speak

from ..export.bulletins import bulletin
from .conftest import Run

HAN = re.compile("[\u4e00-\u9fff]")
LANGUAGES = ("zh", "en")


@pytest.fixture(autouse=True)
def english_again() -> object:
    yield
    speak(None)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", [(), *((name,) for name in cli.COMMANDS)])
def test_help_is_as_wide_as_the_terminal(
    plancli: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], lang: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = plancli(*command, "--help", "--lang", lang).out.decode()
    lines = [line for line in text.split("\n") if "<" not in line]  # choices are not broken
    assert max(map(cells, lines)) <= width
    assert not any(re.match(r"\s*[，。；：、）]", line) for line in lines)
    assert bool(HAN.search(text)) == (lang == "zh")


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_fill_the_terminal_and_no_line_begins_with_a_mark(lang: str, width: int) -> None:
    speak(lang)  # type: ignore[arg-type]
    text = table.text(bulletin(), width=width)
    lines = text.split("\n")
    assert width - 4 <= max(map(cells, lines)) <= width
    assert not any(re.search(r"(^|\s)[，。；：、）]", line) for line in lines)
    assert ("牵头" in text) == (lang == "zh")
    assert "@林知远" in text


def test_the_first_place_that_says_so_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert before_parsing(["parse", "x"]) == "en"
    monkeypatch.setenv("LC_ALL", "zh_CN.GBK")
    assert before_parsing(["parse", "x"]) == "zh"
    Path("plancli.toml").write_text('lang = "en"\n', "utf-8")
    assert before_parsing(["parse", "x"]) == "en"
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    assert before_parsing(["parse", "x"]) == "zh"
    assert before_parsing(["parse", "x", "--lang", "en"]) == "en"
    assert before_parsing(["parse", "--", "--lang=en"]) == "zh"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", "a.pdf"), "plancli: a.pdf：没有这个文件 (not-found)。请检查路径。"),
        (("parse", "--yaer", "1", "x"), "错误：没有 --yaer 这个选项"),
        (("parse", "--year", "abc", "x"), "错误：'--year' 的值不对：应为整数"),
        (("nope",), "错误：没有 'nope' 这个命令。"),
    ],
)
def test_what_is_wrong_is_told_in_chinese(plancli: Run, arguments: tuple[str, ...], said: str) -> None:
    result = plancli(*arguments, "--lang", "zh")
    assert said in result.err
    assert result.code in (1, 2)


@pytest.mark.parametrize("code", ["gbk", "cp936", "GBK"])
def test_a_console_in_gbk_gets_gbk(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    held = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(held, code))
    show("牵头 → 𠮷\n")
    assert held.getvalue().decode("gbk") == "牵头 → \\U00020bb7\n"


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_fits_a_terminal_in_gbk_without_colour(
    plancli: Run, monkeypatch: pytest.MonkeyPatch, lang: str, width: int
) -> None:
    """What a person is shown: as wide as the terminal, in its encoding, marks with what they close, no colour under NO_COLOR."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LC_ALL", "zh_CN.GBK" if lang == "zh" else "en_US.GBK")
    Path("a.txt").write_text(
        "云岭区2025年民生工作要点\n一、养老服务\n1.建设社区食堂。3月完成摸底，“一刻钟”服务圈3月全面铺开（12个），2月30日前验收。"
        "（牵头单位：民政局；配合单位：财政局、发展改革局、各镇人民政府；责任人：林知远）\n2.开展回访。三季度完成评估。（民政局牵头）\n",
        "utf-8",
    )
    Path("b.txt").write_text(
        Path("a.txt").read_text("utf-8").replace("2025", "2026").replace("三季度", "四季度"), "utf-8"
    )
    for command in (
        ["parse", "a.txt"],
        ["tasks", "a.txt"],
        ["review", "a.txt"],
        ["stats", "a.txt"],
        ["diff", "a.txt", "b.txt"],
    ):
        got = plancli(*command, terminal=True, console="gbk")
        lines = got.out.decode("gbk").split("\n")
        assert got.code == 0 and b"\x1b" not in got.out
        assert max(map(cells, lines)) <= width, command
        assert not any(re.search(r"(^|\s)[，。；：、）”]", line) for line in lines), command
        assert bool(re.search("任务|变化|位置", "\n".join(lines[:6]))) == (lang == "zh"), command


def test_a_terminal_has_colour_unless_no_color_says_otherwise(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("云岭区2025年工作要点\n一、建设\n1.建设食堂。6月底前建成。\n", "utf-8")
    assert b"\x1b[" in plancli("parse", "a.txt", terminal=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b[" not in plancli("parse", "a.txt", terminal=True).out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["3月（03-01–03-31）：完成摸底", "3月（03-01–03-31）：全面铺开"]),
        ("en", ["3月 (03-01–03-31): 完成摸底", "3月 (03-01–03-31): 全面铺开"]),
    ],
)
def test_nodes_of_the_same_words_are_told_apart(lang: str, said: list[str]) -> None:
    speak(lang)  # type: ignore[arg-type]
    whole = bulletin()
    march = whole.plans[0].tasks[0].time_nodes[0]
    nodes = tuple(march.model_copy(update={"action": action}) for action in ("完成摸底", "全面铺开"))
    task = whole.plans[0].tasks[0].model_copy(update={"time_nodes": nodes})
    plan = whole.plans[0].model_copy(update={"tasks": (task,)})
    text = table.text(bulletin(plans=(plan,)), width=160)
    assert all(each in text for each in said)


def test_patterns_that_the_shell_left_are_files(plancli: Run) -> None:
    for name in ("b.txt", "a.txt"):
        Path(name).write_text("云岭区2025年工作要点\n一、建设\n1.建设食堂。\n", "utf-8")
    paths = [line["source"]["path"] for line in map(json.loads, plancli("parse", "*.txt").out.splitlines())]
    assert paths == ["a.txt", "b.txt"]


@pytest.mark.parametrize("width", range(4, 24))
def test_lines_keep_marks_and_numbers(width: int) -> None:
    text = "至2025年12月31日前，建成“一刻钟”养老服务圈（12个）。"
    lines = wrapped(text, width)
    assert "".join(lines) == text
    assert all(cells(line) <= width for line in lines)
    if width >= 10:
        assert not any(re.match("[，。）”]", line) or re.search("[（“]$", line) for line in lines)
        assert any("2025年" in line for line in lines) and any("31日" in line for line in lines)


def test_names_stay_whole() -> None:
    assert packed(["民政局*", "各镇街+", "@林知远"], 16) == ["民政局* 各镇街+", "@林知远"]
