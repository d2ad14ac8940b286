"""Every ending of bodies and every word of role, shipped or the user's, in every shape of assignment."""

from __future__ import annotations

import pytest

from plancli import parse
from plancli.language.assignments import assigns, names_who, trailing_assignment
from plancli.language.bodies import all_bodies, bodies
from plancli.language.headers import role_of_header
from plancli.language.lexicon import load
from plancli.language.roles import words
from plancli.model.bulletin import Task
from plancli.model.settings import Settings

ENDINGS = load("departments")["suffixes"]
ROLES = load("roles")
ACTS = [(word, role) for role in ("lead", "support", "responsible") for word in ROLES[role]]
LABEL_ACTS = [(word, "responsible") for word in ROLES["label_acts"]]

# How a text says that a body does it; the body stands for {}.
SHAPES = (
    "举办读书节（{}）。",
    "举办读书节（县文旅局、{}）。",
    "举办读书节（{}牵头）。",
    "举办读书节（{}负责，县文旅局配合）。",
    "举办读书节（责任单位：{}）。",
    "举办读书节。\n责任单位：{}",
    "举办读书节。——{}",
)
# How a text gives a body a part by a word of role, which stands for {}.
PARTS = ("举办读书节。\n{}单位：县文化馆", "举办读书节（{}单位：县文化馆）。", "举办读书节（县文化馆为{}单位）。")
VERBS = ("举办读书节（县文化馆{}）。",)


def task_of(text: str, **lexicon: object) -> Task:
    """The only task of a plan whose first item is the text."""
    source = f"云岭县2025年工作要点\n一、文化\n1.{text}\n2.修路。（县住建局负责）\n"
    bulletin = parse(source.encode(), settings=Settings(lexicon=lexicon))
    return bulletin.plans[0].tasks[0]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_ending_in_every_shape(ending: str, shape: str) -> None:
    name = f"县青石{ending}"
    assert bodies().is_body(name)
    assert all_bodies(f"{name}、{name}")
    text = shape.format(name)
    assert assigns(text)
    task = task_of(text)
    assert task.title == "举办读书节"
    assert name in [one.name for one in task.departments]


@pytest.mark.parametrize(
    "name", ["县图书馆", "文化馆", "少年宫", "残联", "工商联", "人大", "政协", "电视台", "法庭", "团县委", "总务处"]
)
def test_a_bracket_of_a_body_behind_a_title(name: str) -> None:
    task = task_of(f"举办读书节（{name}）。")
    assert (task.title, [one.name for one in task.departments]) == ("举办读书节", [name])


@pytest.mark.parametrize(
    "title",
    [
        "建设乡镇卫生院（社区卫生服务中心）",
        "排查危险化学品（储存库）",
        "整治散乱污企业（场所）",
        "推进集团化办学（市直学校）",
        "扶持经营主体（企业、合作社）",
        "新建寄宿制小学（教学点）",
        "改造老旧会议室（阅览室）",
        "数字政务——云端大厅",
        "文化惠民——百姓大舞台",
        "为民服务——流动图书馆",
    ],
)
def test_nouns_that_go_on_with_a_title_assign_nothing(title: str) -> None:
    assert trailing_assignment(f"{title}。") == len(f"{title}。") - 1
    task = task_of(f"{title}。年底前完成。（市卫健委牵头）")
    assert task.title == title
    assert [one.name for one in task.departments] == ["市卫健委"]


@pytest.mark.parametrize(("word", "role"), [*ACTS, *LABEL_ACTS])
@pytest.mark.parametrize("shape", PARTS)
def test_every_word_of_role_makes_a_label(word: str, role: str, shape: str) -> None:
    task = task_of(shape.format(word))
    assert task.title == "举办读书节"
    assert [(one.name, one.role) for one in task.departments] == [("县文化馆", role)]


@pytest.mark.parametrize(("word", "role"), ACTS)
@pytest.mark.parametrize("shape", VERBS)
def test_every_word_of_role_is_a_verb(word: str, role: str, shape: str) -> None:
    task = task_of(shape.format(word))
    assert task.title == "举办读书节"
    assert [(one.name, one.role) for one in task.departments] == [("县文化馆", role)]


@pytest.mark.parametrize(("word", "role"), [*ACTS, *LABEL_ACTS])
def test_a_word_gives_the_same_role_in_a_header_and_in_prose(word: str, role: str) -> None:
    assert words().role_of(f"{word}单位") == role
    header = role_of_header(f"{word}单位")
    assert header is not None
    assert (header.kind, header.role) == ("departments", role)


@pytest.mark.parametrize("role", ["lead", "support", "responsible"])
@pytest.mark.parametrize("form", ["一、", "（一）", "1.", "（1）"])
@pytest.mark.parametrize("shape", [*PARTS, *VERBS])
def test_a_users_word_of_role_makes_a_task(role: str, form: str, shape: str) -> None:
    source = f"云岭县2025年工作要点\n{form}{shape.format('扛旗')}\n"
    [task] = parse(source.encode(), settings=Settings(lexicon={"roles": {role: ["扛旗"]}})).plans[0].tasks
    assert task.title == "举办读书节"
    assert [(one.name, one.role) for one in task.departments] == [("县文化馆", role)]


@pytest.mark.parametrize("role", ["lead", "support", "responsible"])
def test_a_users_word_of_role_is_a_header(role: str) -> None:
    for header in ("扛旗单位", "扛旗"):
        text = f"云岭县2025年任务表\n序号\t工作任务\t{header}\t完成时限\n1\t举办读书节\t县文化馆\t6月底前\n2\t修路\t县住建局\t9月底前\n"
        tasks = parse(text.encode(), settings=Settings(lexicon={"roles": {role: ["扛旗"]}})).plans[0].tasks
        assert [(one.name, one.role) for task in tasks for one in task.departments] == [
            ("县文化馆", role),
            ("县住建局", role),
        ]


@pytest.mark.parametrize(
    "text",
    [
        "打造2个示范社区",
        "扩建残疾人康复站",
        "申报年度劳模创新工作室",
        "2.召开工会全委会",
        "新增3所幼儿园",
        "修复岸线两处",
        "新设卡口十四处",
    ],
)
def test_what_is_done_with_bodies_names_none(text: str) -> None:
    assert not all_bodies(text)


@pytest.mark.parametrize(
    "text", ["创建办", "落实办", "引进智力办公室", "第3小学", "实施专班", "市建设局", "改造科", "督查三处", "第二十处"]
)
def test_bodies_that_are_called_by_what_they_do(text: str) -> None:
    assert all_bodies(text)


@pytest.mark.parametrize("these", ["以上", "上述", "该", "此", "本", "这", ""])
@pytest.mark.parametrize("pieces", ["3项", "两条", "5个", "各项", ""])
def test_by_whom_the_pieces_of_work_above_are_done(these: str, pieces: str) -> None:
    assert names_who(f"{these}{pieces}由学校负责")
    assert names_who(f"{these}{pieces}任务统一由学校负责")


@pytest.mark.parametrize("names", ["值周人、学校", "本人、医院", "有关人、各社区"])
def test_the_last_name_of_a_bracket_says_that_bodies_act(names: str) -> None:
    assert names_who(f"组织演练（{names}协办）")
