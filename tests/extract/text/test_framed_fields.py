"""Tables written by programs that keep them as data frames: words stand for empty cells, and whole numbers may be written with `.0`."""

from __future__ import annotations

import pytest

import plancli

_TITLE = "云岭县2031年文旅重点任务清单"
_ROWS = [
    ["序号", "板块", "重点任务", "牵头股室", "配合单位", "完成时限"],
    ["1", "文化惠民", "送戏下乡60场", "艺术股", "", "10月底前"],
    ["2", "", "改造村级书屋12处", "公共股", "各乡镇", "6月30日前"],
    ["3", "旅游开发", "创建三星级民宿5家", "产业股", "县市场监管局", "第三季度"],
    ["4", "", "编印导览手册", "产业股", "", "4月"],
]
_EXPECTED = [
    ("1", "送戏下乡60场", ("文化惠民",), ["艺术股"], "10月底前"),
    ("2", "改造村级书屋12处", ("文化惠民",), ["公共股", "各乡镇"], "6月30日前"),
    ("3", "创建三星级民宿5家", ("旅游开发",), ["产业股", "县市场监管局"], "第三季度"),
    ("4", "编印导览手册", ("旅游开发",), ["产业股"], "4月"),
]


def _bars(rows: list[list[str]]) -> list[str]:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "|---:" + "|:---" * (len(rows[0]) - 1) + "|", *lines[1:]]


def _tabs(rows: list[list[str]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def _blanks(rows: list[list[str]]) -> list[str]:
    width = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))]
    return [" ".join(cell.rjust(width[c]) for c, cell in enumerate(row)) for row in rows]


def _counted(rows: list[list[str]]) -> list[str]:
    header, *body = _blanks(rows)
    return [f"  {header}", *(f"{n} {row}" for n, row in enumerate(body))]


@pytest.mark.parametrize("word", ["nan", "NaN", "None", "NULL"])
@pytest.mark.parametrize("dump", [_bars, _tabs, _blanks, _counted])
@pytest.mark.parametrize("whole", [True, False])
def test_a_word_for_nothing_is_an_empty_cell(word: str, dump: object, whole: bool) -> None:
    rows = [_ROWS[0], *([row[0] if whole else f"{row[0]}.0", *(cell or word for cell in row[1:])] for row in _ROWS[1:])]
    assert callable(dump)
    bulletin = plancli.parse("\n".join([_TITLE, "", *dump(rows)]).encode())
    (plan,) = bulletin.plans
    assert [
        (task.number, task.title, task.section_path, [body.name for body in task.departments], task.time_nodes[0].raw)
        for task in plan.tasks
    ] == _EXPECTED
    assert plan.title == _TITLE
    assert bulletin.coverage.lost == 0
    assert "empty-mark" in {each.code for each in bulletin.diagnostics}


def test_words_for_nothing_in_sentences_are_text() -> None:
    text = "云岭县2031年工作要点\n1.接入nan平台 None 系统，由大数据局负责，6月底前完成。\n2.修订制度，由办公室负责，7月底前完成。\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert "nan" in tasks[0].title and "None" in tasks[0].title
