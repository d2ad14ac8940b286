"""Tables that have no header above their rows: lists side by side, cards with two pairs a row, departments by quarters."""

from __future__ import annotations

import pytest

from plancli.model.settings import Settings
from plancli.segment.tables import read_table
from tests.table_drawing import characters, draw, told

SHAPES = {
    "two lists side by side": (
        """
        云溪区任务表 | < | < | < | < | <
        序号 | 工作任务 | 责任科室 | 序号 | 工作任务 | 责任科室
        1 | 修订章程 | 办公室 | 3 | 整理档案 | 档案科
        2 | 组织培训 | 人事科 | 4 | 巡查校园 | 安全科
        """,
        ["1 修订章程 +办公室", "2 组织培训 +人事科", "3 整理档案 +档案科", "4 巡查校园 +安全科"],
    ),
    "two lists, the second one shorter, categories merged": (
        """
        类别 | 任务 | 时限 | 类别 | 任务 | 时限
        党建 | 学习 | 3月 | 业务 | 检查 | 5月
        ^ | 培训 | 4月 | | |
        """,
        ["1 学习 3月 @党建", "2 培训 4月 @党建", "3 检查 5月 @业务"],
    ),
    "a card with two pairs a row": (
        """
        项目名称 | 新建体育馆 | 责任单位 | 教体局
        建设内容 | 建筑面积两万平方米 | < | <
        责任人 | 王强 | 完成时限 | 12月底前
        """,
        ["1 新建体育馆 12月底前 +教体局 !王强 #建设内容=建筑面积两万平方米"],
    ),
    "departments by quarters": (
        """
        科室 | 第一季度 | 第二季度 | 第三季度
        办公室 | 修订考勤制度 | 组织全员培训 | /
        人事科 | | 开展年度考核 | <
        """,
        [
            "1 修订考勤制度 第一季度 +办公室",
            "2 组织全员培训 第二季度 +办公室",
            "3 开展年度考核 第二季度-第三季度 +人事科",
        ],
    ),
    "a calendar of days with what is done beside them": (
        """
        月份 | 周次 | 日 | 一 | 二 | 三 | 四 | 五 | 六 | 备注
        九月 | 一 | 31 | 1 | 2 | 3 | 4 | 5 | 6 | 1日开学典礼
        ^ | 二 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | (8-9)家访；(12)运动会
        ^ | 三 | 14 | 15 | 16 | 17 | 18 | 19 | 20 |
        ^ | 四 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 期中检查
        十月 | 五 | 28 | 29 | 30 | 1 | 2 | 3 | 4 | (2)放假
        """,
        [
            "1 1日开学典礼 @9月",
            "2 家访； 9月8-9日 @9月",
            "3 运动会 9月12日 @9月",
            "4 期中检查 @9月",
            "5 放假 10月2日 @10月",
        ],
    ),
    "numbers under another word": (
        """
        项目 | 内容 | 责任单位 | 时限
        一、收储
        （一） | 备足仓容 | 仓储科 | 6月底
        （二） | 轮换储备粮 | 购销科 | 9月底
        二、监管
        （一） | 检查库存 | 监督科 | 每季度
        """,
        ["1 备足仓容 6月底 @收储 +仓储科", "2 轮换储备粮 9月底 @收储 +购销科", "1 检查库存 每季度 @监管 +监督科"],
    ),
    "weeks by departments": (
        """
        周次 | 日期 | 教导处 | 德育处 | 总务处
        第一周 | 3.1—3.5 | 检查教案 | 始业教育 | 发放教材
        第二周 | 3.8—3.12 | 集体备课 | | 维修桌椅
        """,
        [
            "1 检查教案 3.1—3.5 +教导处 #周次=第一周",
            "2 始业教育 3.1—3.5 +德育处 #周次=第一周",
            "3 发放教材 3.1—3.5 +总务处 #周次=第一周",
            "4 集体备课 3.8—3.12 +教导处 #周次=第二周",
            "5 维修桌椅 3.8—3.12 +总务处 #周次=第二周",
        ],
    ),
    "months by lines of work": (
        """
        月份 | 党建 | 文体活动 | 志愿服务 | 备注
        1月 | 慰问老党员 | 写春联 | / | 春节前
        2月 | 组织生活会 | | 入户走访 |
        """,
        [
            "1 慰问老党员 1月 *春节前 #所属条线=党建",
            "2 写春联 1月 *春节前 #所属条线=文体活动",
            "3 组织生活会 2月 #所属条线=党建",
            "4 入户走访 2月 #所属条线=志愿服务",
        ],
    ),
    "calendars side by side": (
        """
        月份 | 一 | 二 | 三 | 四 | 五 | 六 | 日 | 记事 | 月份 | 一 | 二 | 三 | 四 | 五 | 六 | 日 | 记事
        9月 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 军训 | 2月 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 报到
        | 8 | 9 | 10 | 11 | 12 | 13 | 14 | (10)表彰 | | 23 | 24 | 25 | 26 | 27 | 28 | 1 | 家访
        | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 体检 | 3月 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | (5)义诊
        """,
        ["1 军训 @9月", "2 表彰 9月10日 @9月", "3 体检 @9月", "4 报到 @2月", "5 家访 @2月", "6 义诊 3月5日 @3月"],
    ),
    "a calendar whose days stand in one column": (
        """
        周次 | 日期 | 行事
        第1周 | 1 2 3 4 5 6 7 | (3)10月3日讲座
        第2周 | 8 9 10 11 12 13 14 | 10月9日校庆
        第3周 | 15 16 17 18 19 20 21 | (20)评鉴
        """,
        ["1 10月3日讲座 10月3日 @10月", "2 10月9日校庆 @10月", "3 评鉴 10月20日 @10月"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str) -> None:
    text, expected = SHAPES[name]
    table = draw(text)
    plan = read_table(table, settings=Settings())
    assert told(plan) == expected
    assert plan is not None
    left = sum(len("".join(text.split())) for _, text in plan.left_out)
    assert plan.placed + left == characters(table)


@pytest.mark.parametrize(
    "text",
    [
        "科室 | 1月 | 2月 | 3月\n办公室 | ● | | ●\n人事科 | | ● |",
        "单位 | 2029年 | 2030年 | 2031年\n一分厂 | 1200 | 1300 | 1400\n二分厂 | 800 | 900 | 950",
        "日期 | 办公室 | 人事科 | 财务科\n3月1日 | 王强 | 李明 | 赵芳\n3月2日 | 李明 | 赵芳 | 王强",
        "日期 | 早餐 | 午餐 | 晚餐\n3月1日 | 小米粥花卷 | 米饭炖排骨 | 面条\n3月2日 | 豆浆包子 | 米饭烧豆腐 | 馄饨",
        "月份 | 教学 | 德育 | 后勤\n1月 | 95 | 88 | 90\n2月 | 96 | 89 | 92",
        "姓名 | 电话 | 姓名 | 电话\n王强 | 12345 | 李明 | 23456",
    ],
)
def test_figures_and_marks_are_no_tasks(text: str) -> None:
    assert read_table(draw(text), settings=Settings()) is None
