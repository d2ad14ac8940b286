"""Deadlines that the measures of a task name on the way to what its schedule gives."""

from __future__ import annotations

import pytest

import plancli

_TABLE = "柳湾县2031年重点工作清单\n序号\t工作任务\t{word}\t责任单位\t{when}\n1\t改造泵站\t{said}\t县水利局\t{time}\n2\t清理河道\t打捞漂浮物\t县水利局\t11月\n"


@pytest.mark.parametrize(
    ("when", "time", "said", "expected"),
    [
        ("完成时限", "10月", "6月底前完成设备招标", ["10月", "6月底前"]),
        ("完成时限", "12月底前", "分两批施工，9月15日前完成首批。", ["12月底前", "9月15日前"]),
        ("时间", "9月", "9月20日前完成验收", ["9月", "9月20日前"]),
        ("时间", "全年", "汛期值守，5月底前备足物资", ["全年", "5月底前"]),
        ("完成时限", "", "8月底前完工", ["8月底前"]),
        ("完成时限", "6月底前", "10月底前移交", ["6月底前"]),  # none of the ways to what is said beside it
        ("完成时限", "6月底前", "6月30日前移交", ["6月底前"]),
        ("完成时限", "10月", "每月通报一次进度", ["10月"]),
    ],
)
@pytest.mark.parametrize("word", ["具体措施", "工作内容", "主要举措"])
def test_steps_in_what_is_done(word: str, when: str, time: str, said: str, expected: list[str]) -> None:
    text = _TABLE.format(word=word, when=when, time=time, said=said)
    task = plancli.parse(text.encode()).plans[0].tasks[0]
    assert [node.raw for node in task.time_nodes] == expected
    assert task.extra[word] == said
    assert all(node.span is None for node in task.time_nodes[1:])


@pytest.mark.parametrize("word", ["工作目标", "备注", "完成情况"])
def test_what_other_columns_say_is_no_step(word: str) -> None:
    text = _TABLE.format(word=word, when="完成时限", time="10月", said="6月底前完成设备招标")
    assert [node.raw for node in plancli.parse(text.encode()).plans[0].tasks[0].time_nodes] == ["10月"]
