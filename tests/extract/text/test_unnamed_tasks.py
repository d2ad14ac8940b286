"""Headers whose word over the tasks no list has, in every dump: 序号 | 攻关方向 | 责任单位 | 完成时限."""

from __future__ import annotations

import pytest

import plancli
from tests.extract.text.dumps import DUMPS, rows_of

TITLE = "松岭镇2030年攻坚安排\n"
HEADERS = (
    "序号 | 攻关方向 | 责任单位 | 完成时限",
    "编号 | 惠民工程 | 承办 | 时间要求",
    "序号 | 揭榜课目 | 包抓领导 | 牵头单位 | 办结时限",
    "序号 | 领域 | 惠企一招 | 责任单位 | 协同单位 | 完成时限",
    "序号 | 攻坚点位 | 主要措施 | 责任单位 | 完成时限",
    "序号 | 便民工程 | 资金渠道 | 责任单位 | 完成时限",
    "惠企一招 | 责任单位 | 完成时限",
    "序号 | 干什么 | 谁来干 | 何时完成",
)
CELLS = {
    "领域": ["交通", "医疗", "养老", "文体"],
    "包抓领导": ["何苇", "周岭", "赵宁", "方远"],
    "协同单位": ["财政所", "司法所", "妇联", "残联"],
    "资金渠道": ["专项债", "镇级财政", "镇级财政", "企业自筹"],
    "主要措施": ["分两段施工，逐月调度。", "腾出旧址，改建诊室。", "引进社会力量运营。", "利用闲置校舍改建。"],
    "who": ["交通站", "卫生院", "民政办", "文化站"],
    "when": ["11月底前", "8月底前", "10月底前", "6月底前"],
    "task": [
        "新修通往西坡的机耕道两公里。",
        "把村卫生室全部改建一遍。",
        "建成镇养老服务中心。",
        "在校舍旧址办起图书馆。",
    ],
}
WHO, WHEN = (
    ("责任单位", "承办", "牵头单位", "谁来干"),
    ("完成时限", "时间要求", "办结时限", "何时完成"),
)


def drawn(header: str) -> str:
    """A header with four rows below it."""
    words = header.split(" | ")
    lines = [header]
    for n in range(4):
        keys = [w if w in CELLS else "who" if w in WHO else "when" if w in WHEN else "task" for w in words]
        lines.append(" | ".join(str(n + 1) if key == "task" and w in ("序号", "编号") else CELLS[key][n] for key, w in zip(keys, words, strict=True)))  # fmt: skip
    return "\n".join(lines)


@pytest.mark.parametrize("dump", [name for name in DUMPS if name not in ("stacked_broken", "set_in")])
@pytest.mark.parametrize("header", HEADERS)
def test_the_word_over_the_tasks_is_in_no_list(header: str, dump: str) -> None:
    text = TITLE + "\n" + "\n".join(DUMPS[dump](rows_of(drawn(header)))) + "\n"
    tasks = [task for plan in plancli.parse(text.encode()).plans for task in plan.tasks]
    assert [task.title for task in tasks] == CELLS["task"]
    assert [task.departments[0].name for task in tasks] == CELLS["who"]
    assert [[node.raw for node in task.time_nodes] for task in tasks] == [[when] for when in CELLS["when"]]


@pytest.mark.parametrize("dump", ["tabs", "tabs_cut", "bars", "bars_padded", "stacked", "stacked_apart", "columns"])
@pytest.mark.parametrize(
    "header", ["任务 | 具体内容 | 责任单位 | 完成时限", "领域 | 任务 | 工作内容 | 责任单位 | 完成时限"]
)
def test_numbers_stand_below_a_word_for_tasks(header: str, dump: str) -> None:
    words = header.split(" | ")
    names = {
        "任务": [str(n) for n in range(1, 5)],
        "责任单位": CELLS["who"],
        "完成时限": CELLS["when"],
        "领域": CELLS["领域"],
    }
    rows = [[names.get(word, CELLS["task"])[n] for word in words] for n in range(4)]
    text = TITLE + "\n" + "\n".join(DUMPS[dump]([words, *rows])) + "\n"
    tasks = [task for plan in plancli.parse(text.encode()).plans for task in plan.tasks]
    assert [(task.number, task.title) for task in tasks] == list(zip("1234", CELLS["task"], strict=True))
