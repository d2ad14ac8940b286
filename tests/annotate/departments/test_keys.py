"""The key of a body: its name without the plan's own place, aliases applied."""

from __future__ import annotations

import pytest

from plancli.annotate.departments.keys import Keys

from ..drafts import bulletin, plan, task

# what names the place → (name → key)
OF_PLACE: dict[str, dict[str, str]] = {
    "云岭县人民政府办公室": {
        "县教育局": "教育局",
        "云岭县教育局": "教育局",
        "教育局": "教育局",
        "县教育局（体育局）": "教育局（体育局）",
        "县政府办公室": "政府办公室",
        "云岭县人民政府": "人民政府",
        "县医院": "医院",
        "县发展和改革局": "发展和改革局",
        "市教育局": "市教育局",
        "省教育厅": "省教育厅",
        "江北市教育局": "江北市教育局",
        "县委组织部": "县委组织部",
        "云岭县委组织部": "县委组织部",
        "中共云岭县委组织部": "县委组织部",
        "县委": "县委",
        "县直各单位": "县直各单位",
        "县级各部门": "县级各部门",
        "县域经济发展中心": "县域经济发展中心",
        "各镇街": "各镇街",
        "青石镇人民政府": "青石镇人民政府",
    },
    "江北市云岭区教育局": {
        "区教育局": "教育局",
        "云岭区教育局": "教育局",
        "江北市云岭区财政局": "财政局",
        "市教育局": "市教育局",
        "江北市教育局": "江北市教育局",
        "区域协调办公室": "区域协调办公室",
        "区委宣传部": "区委宣传部",
    },
    "江北市市场监督管理局": {
        "市市场监管局": "市场监管局",
        "市场监管局": "市场监管局",
        "市财政局": "财政局",
        "县财政局": "县财政局",
    },
    "2025年青石镇重点工作清单": {
        "镇财政所": "财政所",
        "青石镇财政所": "财政所",
        "县财政局": "县财政局",
        "城镇办公室": "城镇办公室",
    },
    "江北经济技术开发区管委会": {"江北经济技术开发区财政局": "财政局", "开发区财政局": "财政局"},
    "白塔自治州人民政府": {"自治州教育局": "教育局", "州教育局": "教育局", "白塔自治州教育局": "教育局"},
    "城市管理局": {"市教育局": "市教育局", "城市管理局": "城市管理局"},
    "教育局城区学校建设方案": {"区教育局": "区教育局"},
    "": {"县教育局": "县教育局", "云岭县教育局": "云岭县教育局"},
}


@pytest.mark.parametrize(
    ("text", "name", "key"), [(text, *pair) for text, pairs in OF_PLACE.items() for pair in pairs.items()]
)
def test_a_key_is_the_name_without_the_plans_own_place(text: str, name: str, key: str) -> None:
    assert Keys((None, text), {}).of(name) == key


def test_an_alias_counts_by_the_name_as_printed_and_by_the_key() -> None:
    keys = Keys(("云岭县教育体育局",), {"教体局": "教育体育局", "县文旅局": "文化和旅游局"})
    assert [keys.of(name) for name in ("教体局", "县教体局", "县文旅局", "文旅局")] == [
        "教育体育局",
        "教育体育局",
        "文化和旅游局",
        "文旅局",
    ]


def test_the_first_text_that_names_a_place_tells() -> None:
    assert Keys((None, "教育局", "云岭县2025年工作要点", "江北市"), {}).of("县教育局") == "教育局"


def test_departments_of_a_plan_have_their_keys() -> None:
    text = "举办读书节（牵头单位：市教育局；配合单位：临川市团委、各校）。"
    made = bulletin(plan(task(text)), aliases={"团委": "共青团"}).plans[0].tasks[0].departments
    assert [(body.name, body.key) for body in made] == [
        ("市教育局", "教育局"),
        ("临川市团委", "共青团"),
        ("各校", "各校"),
    ]
