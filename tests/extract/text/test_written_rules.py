"""Tables as converters write them: rules of dashes between rows and below, empty cells by a word of the program."""

from __future__ import annotations

import pytest

import plancli
from plancli import Bulletin

_TASKS = [
    ("1", "改造农村公路30公里，提升安防水平", ["县交通运输局", "县财政局"], "2026-09-30"),
    ("2", "新建老年食堂12家", ["县民政局"], "2026-06-30"),
    ("3", "建设口袋公园5个", ["县住建局"], "2026-10-31"),
]
_TITLE = "云岭县2026年民生实事任务清单\n\n"
SIMPLE = """  序号   工作任务                           责任单位               完成时限
  ------ ---------------------------------- ---------------------- ------------
  1      改造农村公路30公里，提升安防水平   县交通运输局、县财政局 9月底前
  2      新建老年食堂12家                   县民政局               6月底前
  3      建设口袋公园5个                    县住建局               10月底前
"""
MULTILINE = """  -----------------------------------------------------------------------
  序号     工作任务                责任单位              完成时限
  -------- ----------------------- --------------------- ----------------
  1        改造农村公路30公里，    县交通运输局、        9月底前
           提升安防水平            县财政局

  2        新建老年食堂12家        县民政局              6月底前

  3        建设口袋公园5个         县住建局              10月底前
  -----------------------------------------------------------------------
"""
GRID = """+------+------------------------+----------------------+------------+
| 序号 | 工作任务               | 责任单位             | 完成时限   |
+======+========================+======================+============+
| 1    | 改造农村公路30公里，   | 县交通运输局、       | 9月底前    |
|      | 提升安防水平           | 县财政局             |            |
+------+------------------------+----------------------+------------+
| 2    | 新建老年食堂12家       | 县民政局             | 6月底前    |
+------+------------------------+----------------------+------------+
| 3    | 建设口袋公园5个        | 县住建局             | 10月底前   |
+------+------------------------+----------------------+------------+
"""
FRAMED = """| Unnamed: 0 | 工作任务 | 责任单位 | 完成时限 | 备注 |
| --- | --- | --- | --- | --- |
| 1.0 | 改造农村公路30公里，提升安防水平 | 县交通运输局、县财政局 | 9月底前 | NaN |
| 2.0 | 新建老年食堂12家 | 县民政局 | 6月底前 | 续建 |
| 3.0 | 建设口袋公园5个 | 县住建局 | 10月底前 | NaN |
"""
TITLED = """| 云岭县2026年民生实事任务清单 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 |
| --- | --- | --- | --- |
| 序号 | 工作任务 | 责任单位 | 完成时限 |
| 1 | 改造农村公路30公里，提升安防水平 | 县交通运输局、县财政局 | 9月底前 |
| 2 | 新建老年食堂12家 | 县民政局 | 6月底前 |
| 3 | 建设口袋公园5个 | 县住建局 | 10月底前 |
"""


def _told(bulletin: Bulletin) -> list[tuple[str, str, list[str], str]]:
    return [
        (task.number or "", task.title, [body.name for body in task.departments], str(task.time_nodes[0].end))
        for task in bulletin.plans[0].tasks
    ]


@pytest.mark.parametrize(
    "text", [_TITLE + SIMPLE, _TITLE + MULTILINE, _TITLE + GRID, _TITLE + FRAMED, "## 表1\n" + TITLED]
)
def test_rules_and_words_of_the_program_are_no_cells(text: str) -> None:
    bulletin = plancli.parse(text.encode())
    assert _told(bulletin) == _TASKS
    assert (bulletin.plans[0].title, bulletin.plans[0].closing) == (_TITLE.strip(), "")
    assert bulletin.coverage.lost == 0


def test_what_an_empty_cell_is_written_as_shows_that_it_is_merged() -> None:
    text = """| 序号 | 重点任务 | 具体措施 | 牵头单位 | 配合单位 |
| --- | --- | --- | --- | --- |
| 1.0 | 优化营商环境 | 推行一网通办 | 县数据局 | 县住建局 |
| NaN | NaN | 压减审批时限 | 县行政审批局 | NaN |
| 2.0 | 稳定就业 | 举办招聘会 | 县人社局 | NaN |
"""
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.number, task.title, task.section_path) for task in tasks] == [
        ("1", "推行一网通办", ("优化营商环境",)), ("1", "压减审批时限", ("优化营商环境",)), ("2", "举办招聘会", ("稳定就业",)),
    ]  # fmt: skip
    assert [[body.name for body in task.departments] for task in tasks] == [
        ["县数据局", "县住建局"],
        ["县行政审批局"],
        ["县人社局"],
    ]
