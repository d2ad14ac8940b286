"""Who and when behind an item's title without a label: behind blanks, or on lines of their own."""

from __future__ import annotations

import pytest

import plancli

ITEMS = (
    ("组织植树活动", "3月12日", "绿化办", "2030-03-12"),
    ("新建口袋公园五个", "9月底前", "住建局、园林站", "2030-09-30"),
    ("抢救古树名木", "6月上旬", "林业站", "2030-06-10"),
    ("开展造林检查", "11月", "各乡镇", "2030-11-30"),
)


def plan(lines: list[str]) -> plancli.Plan:
    (read,) = plancli.parse("\n".join(["松岭县2030年绿化工作清单", *lines, ""]).encode()).plans
    return read


@pytest.mark.parametrize("label", ["{}.", "{}、", "（{}）", "1.{} "])
@pytest.mark.parametrize("blank", [" ", "　", "   ", "\t"])
@pytest.mark.parametrize("order", ["time first", "bodies first"])
def test_behind_blanks(label: str, blank: str, order: str) -> None:
    lines = []
    for number, (title, time, bodies, _) in enumerate(ITEMS, 1):
        fields = [time, bodies] if order == "time first" else [bodies, time]
        lines.append(label.format(number) + blank.join([title, *fields]))
    tasks = plan(lines).tasks
    assert [task.title for task in tasks] == [title for title, *_ in ITEMS]
    assert ["、".join(body.name for body in task.departments) for task in tasks] == [
        bodies for _, _, bodies, _ in ITEMS
    ]
    assert [[str(node.end) for node in task.time_nodes] for task in tasks] == [[end] for *_, end in ITEMS]
    for task in tasks:
        assert [task.text[slice(*node.span)] for node in task.time_nodes if node.span] == [task.time_nodes[0].raw]


@pytest.mark.parametrize("heading", ["", "一、造林"])
def test_on_lines_beneath(heading: str) -> None:
    lines = [heading] * bool(heading)
    for number, (title, time, bodies, _) in enumerate(ITEMS, 1):
        lines += [f"{number}.{title}。", time, bodies]
    read = plan(lines)
    assert [task.title for task in read.tasks] == [title for title, *_ in ITEMS]
    assert [task.text for task in read.tasks] == [f"{time}\n{bodies}" for _, time, bodies, _ in ITEMS]
    assert [[str(node.end) for node in task.time_nodes] for task in read.tasks] == [[end] for *_, end in ITEMS]
    assert [section.title for section in read.sections] == ["造林"] * bool(heading)


@pytest.mark.parametrize(("who", "name"), [("园林站", "园林站"), ("何苇", "何苇"), ("各班班主任", "各班班主任")])
def test_bodies_persons_and_whoever_holds_a_post(who: str, name: str) -> None:
    tasks = plan([f"1.布置展板 {who}", "2.清点档案 档案馆", "3.修剪行道树 园林站"]).tasks
    named = [*tasks[0].departments, *tasks[0].leaders]
    assert [one.name for one in named] == [name]


@pytest.mark.parametrize(
    "lines",
    [
        ["1.走访 园林站", "2.学习贯彻 会议精神", "3.推进 项目建设", "4.开展 调研活动"],  # one alone may be chance
        ["三月份", "1.植树活动", "四月份", "1.护鸟活动", "五月份", "1.防火宣传"],  # what stands beneath heads the next
        ["1.协助 林业站", "2.协助 园林站"],  # two are too few
        ["1.清点档案", "2.修剪行道树", "3.布置展板", "四季度开展评比。"],  # a sentence
    ],
)
def test_what_are_no_fields(lines: list[str]) -> None:
    tasks = plan(lines).tasks
    said = ["".join(line.split()) for line in lines if line[0].isdecimal()]
    assert [f"{task.label}{task.title}" for task in tasks] == said


def test_labels_beneath_items_say_what_they_say() -> None:
    lines = [line for n in range(1, 5) for line in (f"{n}.布置第{n}块展板", "二季度开展自查。", "牵头单位：园林站")]
    tasks = plan(lines).tasks
    assert [[(body.name, body.role) for body in task.departments] for task in tasks] == [[("园林站", "lead")]] * 4
