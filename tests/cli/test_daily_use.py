"""What an office meets every day, as a terminal shows it: at 80 and 120 columns, in Chinese and in English, in GBK, without colour."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from plancli.cli.progress import Progress
from plancli.export.terminal import cells, hanging
from plancli.messages import Message, speak

from ..batch import documents
from .conftest import Run, Screen

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "outline-roles"
PLAN = (
    "云岭区2025年民生工作要点\n一、养老服务\n"
    "1.建设社区食堂。3月完成摸底，“一刻钟”服务圈3月全面铺开（12个），2月30日前验收，落实《养老服务设施规划（2021-2025年）》。"
    "（牵头单位：民政局；配合单位：财政局、发展改革局、各镇人民政府；责任人：林知远）\n"
)
DOUBTFUL = "云岭区2025年重点任务清单\n序号\t重点任务\t完成时限\t责任单位\n1\t修缮校舍\t6月底前\t教育局财政局住建局\n"
HEAD_OF_A_LINE = re.compile(r"^\s*[，。；：、）》”]")
Show = Callable[..., tuple[str, str]]


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param
    speak(None)


@pytest.fixture(params=[80, 120])
def show(request: pytest.FixtureRequest, lang: str, plancli: Run, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Runs a command on such a terminal and gives what stands on it, stdout and stderr."""
    monkeypatch.setenv("COLUMNS", str(request.param))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LC_ALL", "zh_CN.GBK" if lang == "zh" else "en_US.GBK")
    Path("a.txt").write_text(PLAN, "utf-8")

    def shown(*arguments: str, code: int = 0) -> tuple[str, str]:
        got = plancli(*arguments, terminal=True, console="gbk")
        assert got.code == code, got.err
        out = got.out.decode("gbk")
        assert "\x1b" not in out + got.err
        assert max(map(cells, out.split("\n"))) <= request.param, out
        assert not any(map(HEAD_OF_A_LINE.match, out.split("\n"))), out
        return out, got.err

    return shown


def held(text: str, lang: str, words: dict[str, tuple[str, ...]]) -> None:
    """The words of a language stand in a text, those of the other do not."""
    for other, each in words.items():
        for word in each:
            assert (word in text) == (other == lang), (word, text)


def test_why_a_line_was_read_so(show: Show, lang: str) -> None:
    out, _ = show(
        "explain", "（三）6月底前建成，2月30日前验收，落实《规划（2021-2025年）》。（民政局牵头）", "--year", "2025"
    )
    words = ("编号  「", "时间  「", "年份 2025", "排除  「", "存疑  「", "日历上没有", "单位  「", "牵头；规则")
    told = (
        "number  「",
        "time    「",
        "year 2025",
        "refused 「",
        "problem 「",
        "The calendar",
        "who     「",
        "→ lead; ",
    )
    held(out, lang, {"zh": words, "en": told})


def test_why_a_task_was_read_so(show: Show, lang: str) -> None:
    out, _ = show("explain", "a.txt", "--task", "p1.t1")
    words = ("（要点）", "取自标题", "单位  「", "人员  「", "时间  「", "原文  3月完成摸底")
    told = ("(outline)", "from title", "who   「", "leader, ", "when  「", "text  3月完成摸底")
    held(out, lang, {"zh": words, "en": told})
    told_again = [line for line in out.split("\n") if "责任人：林知远" in line]
    assert told_again and told_again[0].startswith(" " * 8), "what goes on of a line is set in"


def test_why_as_json_is_json_on_any_terminal(show: Show, lang: str) -> None:
    out = json.loads("".join(line for line in show("explain", "6月底前建成", "--format", "json")[0]))
    assert out["time_nodes"][0]["raw"] == "6月底前"


def test_how_a_page_was_read(show: Show, lang: str) -> None:
    out, _ = show("explain", str(SAMPLE / "source.pdf"), "--page", "1")
    held(out, lang, {"zh": ("第 1 页，", "：文字"), "en": ("page 1, ", ": text")})


def test_a_table_names_the_page(show: Show, lang: str) -> None:
    out, err = show("parse", str(SAMPLE / "source.pdf"))
    held(out, lang, {"zh": ("页码", "单位（* 牵头", "（周期）"), "en": ("page", "leads", "(recurring)")})
    assert re.search(r"   1$", out, re.MULTILINE)
    held(err, lang, {"zh": ("计划 1 份，任务 17 项",), "en": ("1 plan, 17 tasks",)})


def test_a_day_that_is_none_is_named_once_with_its_place(show: Show, lang: str) -> None:
    _, err = show("parse", "a.txt")
    (line,) = [line for line in err.split("\n") if "invalid-date" in line]
    words = ("警告：日历上没有这一天：2月30日前 (invalid-date)，第 3 段",)
    told = ("warning: The calendar has no such day: 2月30日前 (invalid-date), paragraph 3",)
    held(line, lang, {"zh": words, "en": told})


def test_a_doubtful_name_is_shown_with_its_place(show: Show, lang: str) -> None:
    Path("b.txt").write_text(DOUBTFUL, "utf-8")
    out, err = show("review", "b.txt")
    row = " ".join(out[out.index("b.txt") :].split())
    assert "(doubtful-name)" in row
    held(row, lang, {"zh": ("表 1，第 2 行",), "en": ("table 1, row 2",)})
    assert re.search("存疑 [1-9]" if lang == "zh" else "doubts [1-9]", err)


def test_what_is_installed(show: Show, lang: str) -> None:
    out, _ = show("doctor")
    words, told = (
        ("能读", "不能读", "扩展", "依赖库", "都用默认值"),
        ("Reads", "Does not read", "Extras", "the defaults hold"),
    )
    held(out, lang, {"zh": words, "en": told})
    names = (re.match(r"  \S+(?:[, ]+\S+)* {2,}", line) for line in out.split("\n\n")[2].split("\n"))
    beside = {cells(name[0]) for name in names if name}
    assert len(beside) == 1, "a column, wide characters or not"


def test_what_differs_from_a_sample(show: Show, lang: str) -> None:
    sample = Path("samples/one")
    sample.mkdir(parents=True)
    (sample / "source.txt").write_text(PLAN, "utf-8")
    show("check", "samples", "--update")
    result = json.loads((sample / "expected.json").read_bytes())
    result["plans"][0]["tasks"].append({"id": "p1.t9", "title": "没有的事"})
    result["plans"][0]["sections"].clear()
    (sample / "expected.json").write_text(json.dumps(result), "utf-8")
    out, err = show("check", "samples", code=1)
    held(
        out,
        lang,
        {"zh": ("2 处差异", "多出章节：", "缺少任务："), "en": ("2 differences", "new section: ", "missing task: ")},
    )
    held(err, lang, {"zh": ("样例 1 个，1 个有差异",), "en": ("1 sample, 1 differs",)})


def test_what_is_wrong_in_a_result(show: Show, lang: str) -> None:
    result = json.loads((SAMPLE / "expected.json").read_bytes())
    result["plans"][0]["tasks"][0]["departments"][0]["role"] = "chief"
    Path("a.json").write_text(json.dumps(result), "utf-8")
    Path("b.json").write_text("[1 2]", "utf-8")
    out, _ = show("validate", "*.json", code=1)
    words = (
        "a.json：plans[0].tasks[0].departments[0].role：应为 'lead'",
        "b.json：不是 JSON：此处缺少逗号（第 1 行第 4 列",
    )
    told = (
        "a.json: plans[0].tasks[0].departments[0].role: Input should be 'lead'",
        "b.json: is not JSON: Expecting ','",
    )
    held(out, lang, {"zh": words, "en": told})


def test_an_encrypted_file_says_how_it_is_opened(show: Show, lang: str) -> None:
    Path("a.pdf").write_bytes(documents.pdf(password=("甲", "乙")))
    _, err = show("parse", "a.pdf", code=1)
    assert "(encrypted)" in err
    held(err, lang, {"zh": ("请用 --password 给出密码",), "en": ("Give it with --password",)})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parse", "a.txt", "--bom", "--format", "json"), {"zh": ("--bom 只用于 csv",), "en": ("--bom is for csv",)}),
        (("explain", "6月", "--task", "p1.t1"), {"zh": ("请给出文件",), "en": ("Give a file",)}),
        (("review", "a.txt", "--format", "lines"), {"zh": ("不在可选的值之中",), "en": ("is not one of",)}),
        (("parse", "a.txt", "--year", "25"), {"zh": ("应在 1949 至 2100",), "en": ("from 1949 to 2100",)}),
        (("validate",), {"zh": ("用法：", "[选项]", "缺少参数"), "en": ("Usage: ", "[OPTIONS]", "Missing argument")}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_wrong_use_is_told(show: Show, lang: str, arguments: tuple[str, ...], said: dict[str, tuple[str, ...]]) -> None:
    _, err = show(*arguments, code=2)
    held(err, lang, said)


def test_one_is_counted_as_one(show: Show, lang: str) -> None:
    Path("c.txt").write_text(PLAN.split("，2月30日")[0] + "。\n2.开展回访。5月、7月完成。\n", "utf-8")
    one = show("validate", str(SAMPLE / "expected.json"))[1]
    two = show("parse", "c.txt")[1]
    held(one, lang, {"zh": ("检查了 1 份",), "en": ("1 checked",)})
    held(two, lang, {"zh": ("计划 1 份，任务 2 项，时间节点 4 个",), "en": ("1 plan, 2 tasks, 4 time nodes",)})


def test_how_far_a_batch_is(show: Show, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar and its lines; that it is stopped and goes on is asked of a real terminal (bench/terminal_batch.py)."""
    screen = Screen(io.BytesIO(), "gbk")
    screen.terminal = True
    speak(lang)  # type: ignore[arg-type]
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", screen)
    failed = SimpleNamespace(status="failed", warnings=0, error="empty")
    outcome = SimpleNamespace(
        what=Message("the file has no bytes"), error="empty", remedy=Message("Split the file."), trace=None
    )
    with contextlib.suppress(KeyboardInterrupt), Progress() as progress:
        progress.begin(3)
        progress.done(SimpleNamespace(path="甲.txt"), failed, outcome)  # type: ignore[arg-type]
        progress.done(SimpleNamespace(path="乙.txt"), SimpleNamespace(status="ok", warnings=2), None)  # type: ignore[arg-type]
        raise KeyboardInterrupt
    text = screen.buffer.getvalue().decode("gbk")  # type: ignore[attr-defined]
    assert "2/3" in text and not re.search(r"\x1b\[[\d;]*3\dm", text), "no colour"
    told = ("1 failed", "/s", "甲.txt: the file has no bytes (empty)", "stopped: 2 of 3 files")
    words = ("失败 1 个", "每秒 ", "甲.txt：文件是空的 (empty)", "已中断：3 个文件中完成 2 个")
    held(text, lang, {"zh": words, "en": told})


@pytest.mark.parametrize("width", range(8, 60, 3))
def test_lines_that_go_on_stand_beneath_their_words(width: int) -> None:
    for text in (
        "time    「6月底前」 at 0–4 → deadline",
        "    原文  修订细则，印发执行，开展轮训。",
        "  甲乙丙丁戊己庚辛",
        "",
    ):
        first, *rest = hanging(text, width)
        assert "".join([first, *(line.strip() for line in rest)]).replace(" ", "") == text.replace(" ", "")
        assert all(cells(line) <= max(width, 16) for line in (first, *rest))
        if rest and width > 24:
            label = re.match(r" *(?:\S+ {2,})?", text)[0]  # type: ignore[index]
            assert len(rest[0]) - len(rest[0].lstrip()) == (cells(label) if label.strip() else len(label) + 4)
