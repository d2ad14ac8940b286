"""What `pdftotext -layout` makes of tables whose cells stand in the middle of their rows, in as many lines as their widths allow: lines of
several cells stand between each other."""

from __future__ import annotations

import pytest

import plancli

GOALS = """\
             云岭县 2031 年畜牧工作台账
序号    工作任务      年度目标    责任股室     责任人    完成时限
              引进种羊六百
              只，建设改良
1    推广优良畜种   点十二处，改    畜牧股     各乡镇站长   2 月底前
              良率达到八成
              以上
              免疫密度保持
     开展春季防疫   九成五，覆盖
2                       防疫站      罗平     4 月—6 月
     集中行动     全县十九个乡
              镇
              检查门店三十
     整治兽药经营            监督所、各镇
3             家，抽检兽药             谢芳     立行立改
       门店              畜牧站
              五十批次
     建设粪污处理   建成处理中心
4                       畜牧股      何树      全年
       中心        两处
"""
WEEKS = """\
      云岭县中学 2031 年春季教研周历
 周次           日期           教研活动     主持人
第一周   2 月 17 日—2 月 21 日   制定教研计划   教研组长
第二周   2 月 24 日—2 月 28 日    集体备课    年级组长
第三周   3 月 3 日—3 月 7 日     化学组公开课    罗平
第四周   3 月 24 日—3 月 28 日    说课比赛     谢芳
"""
WEEKS_BROKEN = """\
      云岭县中学 2031 年春季教研周历
周次          日期           教研活动     主持人
      2 月 17 日—2 月 21
第一周                     制定教研计划    教研组长
      日
      2 月 24 日—2 月
第二周                     集体备课      年级组长
      28 日
      3 月 3 日—3 月 7
第三周                     化学组公开课     罗平
      日
      3 月 24 日—3 月
第四周                     说课比赛       谢芳
      28 日
"""
MONTHS_CENTRED = """\
         云岭县科协 2031 年工作安排表
 时间             主要工作           责任部门
               部署年度任务          办公室
 2月
               走访科技工作者       组织部、办公室
                举办科技周          普及部
           流动科技馆进校园巡展，覆盖全
 5月                            普及部
           县乡镇中心小学和部分教学点
               发布科普地图        普及部、信息部
9 月中旬         评选科普示范基地         组织部
  11 月          培训信息员          信息部
"""
MONTHS_ABOVE = """\
        云岭县科协 2031 年工作安排表
时间        主要工作             责任部门
2月        部署年度任务           办公室
          走访科技工作者          组织部、办公室
5月        举办科技周            普及部
          流动科技馆进校园巡展，覆盖全   普及部
          县乡镇中心小学和部分教学点
          发布科普地图           普及部、信息部
9 月中旬     评选科普示范基地         组织部
11 月      培训信息员            信息部
"""
ITEMS = """\
 云岭小学 2031 年少先队活动安排
月份                   活动内容
          1.雷锋故事会
三月        2.植树护绿
          3.队干部竞选
          1.祭扫烈士墓
四月
          2.校园读书节
          1.劳动技能比赛
五月        2.红领巾义卖
          3.入队仪式
"""
MARKS = """\
             云岭县 2031 年卫生监测推进表
序号    监测任务    一季度   二季度   三季度    四季度   责任科室
     公共场所空
1              √                  √    环境卫生科
     气质量监测
     学校食堂餐
2              √     √     √      √    学校卫生科
      具抽检
     蚊蝇密度监
3                    √     √           消毒杀虫科
       测
"""


def test_cells_of_two_lines_between_those_of_three_or_more() -> None:
    (plan,) = plancli.parse(GOALS.encode()).plans
    assert [(task.title, task.extra["年度目标"], [each.name for each in task.leaders]) for task in plan.tasks] == [
        ("推广优良畜种", "引进种羊六百只，建设改良点十二处，改良率达到八成以上", ["各乡镇站长"]),
        ("开展春季防疫集中行动", "免疫密度保持九成五，覆盖全县十九个乡镇", ["罗平"]),
        ("整治兽药经营门店", "检查门店三十家，抽检兽药五十批次", ["谢芳"]),
        ("建设粪污处理中心", "建成处理中心两处", ["何树"]),
    ]
    assert [body.name for body in plan.tasks[2].departments] == ["监督所", "各镇畜牧站"]


@pytest.mark.parametrize("text", [WEEKS, WEEKS_BROKEN], ids=["whole", "broken"])
def test_days_of_weeks_broken_behind_a_month_below_a_title_in_pieces(text: str) -> None:
    (plan,) = plancli.parse(text.encode()).plans
    assert plan.title == "云岭县中学2031年春季教研周历"
    assert [(task.title, task.time_nodes[0].raw) for task in plan.tasks] == [
        ("制定教研计划", "2月17日—2月21日"),
        ("集体备课", "2月24日—2月28日"),
        ("化学组公开课", "3月3日—3月7日"),
        ("说课比赛", "3月24日—3月28日"),
    ]


@pytest.mark.parametrize("text", [MONTHS_CENTRED, MONTHS_ABOVE], ids=["centred", "above"])
def test_months_merged_over_tasks_each_with_who_does_it(text: str) -> None:
    (plan,) = plancli.parse(text.encode()).plans
    assert [(task.time_nodes[0].raw, task.title, [body.name for body in task.departments]) for task in plan.tasks] == [
        ("2月", "部署年度任务", ["办公室"]),
        ("2月", "走访科技工作者", ["组织部", "办公室"]),
        ("5月", "举办科技周", ["普及部"]),
        ("5月", "流动科技馆进校园巡展，覆盖全县乡镇中心小学和部分教学点", ["普及部"]),
        ("5月", "发布科普地图", ["普及部", "信息部"]),
        ("9月中旬", "评选科普示范基地", ["组织部"]),
        ("11月", "培训信息员", ["信息部"]),
    ]


def test_months_beside_the_middle_of_lists() -> None:
    (plan,) = plancli.parse(ITEMS.encode()).plans
    assert [(task.time_nodes[0].raw, task.title) for task in plan.tasks] == [
        ("三月", "雷锋故事会"), ("三月", "植树护绿"), ("三月", "队干部竞选"), ("四月", "祭扫烈士墓"), ("四月", "校园读书节"),
        ("五月", "劳动技能比赛"), ("五月", "红领巾义卖"), ("五月", "入队仪式"),
    ]  # fmt: skip


def test_marks_beneath_the_words_of_quarters() -> None:
    (plan,) = plancli.parse(MARKS.encode()).plans
    assert [(task.title, [node.raw for node in task.time_nodes]) for task in plan.tasks] == [
        ("公共场所空气质量监测", ["一季度", "四季度"]),
        ("学校食堂餐具抽检", ["一季度", "二季度", "三季度", "四季度"]),
        ("蚊蝇密度监测", ["二季度", "三季度"]),
    ]


@pytest.mark.parametrize("text", [MONTHS_ABOVE, GOALS], ids=["months", "numbers"])
@pytest.mark.parametrize("note", ["各股室要按照安排认真准备，重大活动提前一周报办公室。", "以上安排可作调整。"])
def test_a_sentence_from_the_left_right_below_is_no_cell(text: str, note: str) -> None:
    bulletin = plancli.parse(f"{text}{note}\n".encode())
    assert note[:4] not in "".join(task.title + str(task.extra) + task.text for task in bulletin.plans[0].tasks)


BETWEEN_ROWS = """\
        云岭县 2031 年春灌准备工作表
序号     工作内容     责任领导     责任单位      完成时限
 1   修订灌溉用水方案    罗平
     储备土工布和抢险           灌区管理站     3 月 20 日前
2                罗平
     编织袋五千条
3    检修提水泵站机组                     4 月 10 日前
                         农机站
4    清淤支渠十二公里                       4 月底前
                 谢芳
     落实各放水口看护
5                         各村      5 月 1 日前
     员名单
6     组织抢险演练     何树    灌区管理站、各村   5 月 15 日前
"""


def test_cells_between_rows_are_merged_over_them() -> None:
    (plan,) = plancli.parse(BETWEEN_ROWS.encode()).plans
    assert [
        (task.leaders[0].name, [body.name for body in task.departments], task.time_nodes[0].raw) for task in plan.tasks
    ] == [
        ("罗平", ["灌区管理站"], "3月20日前"),
        ("罗平", ["灌区管理站"], "3月20日前"),
        ("谢芳", ["农机站"], "4月10日前"),
        ("谢芳", ["农机站"], "4月底前"),
        ("谢芳", ["各村"], "5月1日前"),
        ("何树", ["灌区管理站", "各村"], "5月15日前"),
    ]
