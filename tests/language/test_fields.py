"""Fields of lines: a name, a colon, a value."""

import pytest

from plancli.language.fields import FIELD, kind_of_field, name_of_field
from plancli.segment.fields import named_by_field, states_time, without_field_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("活动时间：4月23日", "活动时间"),
        ("活动时间:4月23日", "活动时间"),
        ("活动时间：", "活动时间"),
        ("【活动时间】4月23日", "活动时间"),
        ("【活动时间】：4月23日", "活动时间"),
        ("[活动时间]4月23日", "活动时间"),
        ("具体负责部门科室：综合科", "具体负责部门科室"),
        ("活动时间4月23日", ""),
        ("时：4月", ""),
        ("具体负责部门和科室：综合科", ""),
        ("4月：开会", ""),
        ("", ""),
    ],
)
def test_a_line_begins_with_a_field_or_not(line: str, name: str):
    assert name_of_field(line) == name
    bracketed = line.startswith(("【", "["))
    assert (match[1] if (match := FIELD.match(line)) else "") == ("" if bracketed else name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("责任单位", "departments"),
        ("完成时限", "time"),
        ("工作任务", "task"),
        ("三月", ""),
        ("修缮校舍", ""),
        ("举办读书节", ""),
    ],
)
def test_what_a_field_holds_is_what_a_column_of_its_name_holds(name: str, kind: str):
    assert kind_of_field(name) == kind


@pytest.mark.parametrize("name", ["任务名称", "主要工作任务内容"])
def test_long_names_are_names_of_fields_too(name: str):
    assert without_field_name(f"{name}：修缮校舍") == "修缮校舍"
    assert named_by_field(["活动时间：2月", f"{name}：修缮校舍。"]) == ("修缮校舍", "", ["活动时间：2月"])


@pytest.mark.parametrize(("field", "number"), [("序号：3", "3"), ("编号：07", "7"), ("序号：十二", "12")])
def test_a_field_of_its_number_numbers_an_item(field: str, number: str):
    lines = [field, "工作任务：修缮校舍", "完成时限：6月底"]
    assert named_by_field(lines) == ("修缮校舍", number, ["完成时限：6月底"])


@pytest.mark.parametrize("name", ["投稿任务", "普查任务", "巡线工作", "宣讲内容"])
def test_a_name_that_says_what_is_done_is_no_name_of_a_field_alone(name: str):
    assert without_field_name(f"{name}：逐村走访") == f"{name}：逐村走访"


def test_a_field_without_a_value_says_nothing():
    assert without_field_name("任务名称：") == "任务名称："
    assert states_time("完成时间：6月底") and not states_time("完成时间：") and not states_time("修缮校舍：6月底")
