"""What `pdftotext -layout` makes of tables whose cells stand in the middle of their rows: lines above the number that are its row's."""

from __future__ import annotations

import pytest

import plancli
from plancli import Bulletin
from plancli.extract.text.tables.layout_lines import LayoutLine, LayoutPiece, keeps_places

NUMBERED = """            云岭县2026年重点工作任务表
序   重点任务         具体措施           牵头单位    配合单位    完成
号                                               时限
                 召开动员部署会议，制定
1   储备防汛物资       实施方案；组织专题培训    应急局     水利局     5月底
                                                前
    整治农村人居环境，确   建立长效机制，明确责任
2   保村庄整洁有序      分工，落实管护经费      农业农村局   财政局、    9月底
                                        住建局     前
                 对重点部位逐一排查，发
3   检修消防通道       现问题限期整改到位，     消防大队    城管局     全年
                 销号管理
"""
WEEKS = """云岭中学2026年春季行事历
周次     日期             主要工作
                全体教师会议；教研组长会议；制定
第1周   3月2日-6日   学期计划；召开班主任例会；检查各
                班卫生
第2周   3月9日-13日
                学雷锋志愿服务；高三百日誓师；听
                课评课
                防灾减灾演练；青年教师座谈；家长
第3周   3月16日-20日  委员会换届；教案检查；图书馆开放
                日
"""
HEADED = """              2026年机关工作清单
序号      工作任务        责任科室    完成时间
一、队伍建设
       举办业务培训班，覆盖
1      全体在编人员；组织   人事科    4月底前
         技能比武
       修订考核办法，完善奖
2      惩机制；开展年度考   人事科    6月底前
         核
二、后勤保障
       更换老旧电梯，改造食
3      堂，完善无障碍设施；  总务科    9月底前
         验收交付
"""
TOP = """2026年机关工作清单
序号  工作任务          责任科室      完成时间
1   举办业务培训班，覆盖全   人事科、办公室   4月底前
    体在编人员
2   修订考核办法，完善奖惩   人事科       6月底前
    机制
3   更换老旧电梯        总务科       9月底前
"""


QUARTERS = """           松岭县2026年重点项目进度表
序   项目名称         责任单位     一季度       二季度       备注
号
    河道生态综合              完成招标控
1   治理与步道铺     水务集团     制价编制与     主体开工     续建
    设工程                 发布
    文体中心外墙              签订合同并
2   保温与场馆设     文旅局      组织进场施     外墙完工
    备更新                 工
    农贸市场棚顶                        摊位改造与
3   更换与照明改     商务局                检测室建设     新建
    造                           完工
"""


def _told(bulletin: Bulletin) -> list[tuple[str, str, list[str], str]]:
    return [
        (
            task.number or "",
            task.title,
            [body.name for body in task.departments],
            str(task.time_nodes[0].end) if task.time_nodes else "",
        )
        for plan in bulletin.plans
        for task in plan.tasks
    ]


def test_lines_above_a_number_are_its_rows() -> None:
    bulletin = plancli.parse(NUMBERED.encode())
    assert _told(bulletin) == [
        ("1", "储备防汛物资", ["应急局", "水利局"], "2026-05-31"),
        ("2", "整治农村人居环境，确保村庄整洁有序", ["农业农村局", "财政局", "住建局"], "2026-09-30"),
        ("3", "检修消防通道", ["消防大队", "城管局"], "2026-12-31"),
    ]
    assert [task.extra["具体措施"] for task in bulletin.plans[0].tasks] == [
        "召开动员部署会议，制定实施方案；组织专题培训",
        "建立长效机制，明确责任分工，落实管护经费",
        "对重点部位逐一排查，发现问题限期整改到位，销号管理",
    ]
    assert bulletin.coverage.lost == 0


def test_cells_of_quarters_are_broken_as_others_are_and_may_be_empty() -> None:
    tasks = plancli.parse(QUARTERS.encode()).plans[0].tasks
    assert [(task.title, task.text, task.departments[0].name, task.remarks) for task in tasks] == [
        ("河道生态综合治理与步道铺设工程", "一季度：完成招标控制价编制与发布\n二季度：主体开工", "水务集团", "续建"),
        ("文体中心外墙保温与场馆设备更新", "一季度：签订合同并组织进场施工\n二季度：外墙完工", "文旅局", None),
        ("农贸市场棚顶更换与照明改造", "二季度：摊位改造与检测室建设完工", "商务局", "新建"),
    ]


def test_weeks_stand_beside_the_middle_of_what_is_done() -> None:
    assert [(title, end) for _, title, _, end in _told(plancli.parse(WEEKS.encode()))] == [
        ("全体教师会议；教研组长会议；制定学期计划；召开班主任例会；检查各班卫生", "2026-03-06"),
        ("学雷锋志愿服务；高三百日誓师；听课评课", "2026-03-13"),
        ("防灾减灾演练；青年教师座谈；家长委员会换届；教案检查；图书馆开放日", "2026-03-20"),
    ]


def test_headings_across_part_the_rows() -> None:
    bulletin = plancli.parse(HEADED.encode())
    assert [(title, who) for _, title, who, _ in _told(bulletin)] == [
        ("举办业务培训班，覆盖全体在编人员；组织技能比武", ["人事科"]),
        ("修订考核办法，完善奖惩机制；开展年度考核", ["人事科"]),
        ("更换老旧电梯，改造食堂，完善无障碍设施；验收交付", ["总务科"]),
    ]
    assert [task.section_path for task in bulletin.plans[0].tasks] == [("队伍建设",), ("队伍建设",), ("后勤保障",)]


def test_rows_that_begin_at_their_numbers_are_read_as_before() -> None:
    assert [(title, who) for _, title, who, _ in _told(plancli.parse(TOP.encode()))] == [
        ("举办业务培训班，覆盖全体在编人员", ["人事科", "办公室"]), ("修订考核办法，完善奖惩机制", ["人事科"]), ("更换老旧电梯", ["总务科"]),
    ]  # fmt: skip


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 1, 0, 2]])
def test_lines_that_tell_no_rows_are_not_read_silently(order: list[int]) -> None:
    """Bodies and times that are torn over rows leave a word of doubt."""
    rows = ["办公室、人", "4月", "事科 总", "务科"]
    body = "\n".join(f"{n + 1}    更换老旧设备    {rows[k]}   底前" for n, k in enumerate(order))
    bulletin = plancli.parse(f"2026年机关工作清单\n序号  工作任务   责任科室  完成时间\n   改造\n{body}\n".encode())
    assert {each.code for each in bulletin.diagnostics} & {
        "row-doubtful",
        "table-text-unread",
        "doubtful-name",
        "no-tasks",
    }


MONTHS = """             松岭县实验学校 2026 年工作安排表

       月份        工作内容              责任部门   备注
            开展校舍安全专项检
       1月                       总务处
            查，消除隐患
            组织骨干教师培训，
                                教务处、人事科
            提升课堂效率
       2月                               重点
            修订学生社团管理办
                                团委
            法
            完善实验室台账        信息中心
"""
SIGNED = """2026年机关工作清单
序号  工作任务          责任科室      完成时间
1   举办业务培训班，覆盖全   人事科       4月底前
    体在编人员          办公室
2   修订考核办法，完善奖惩   督查科       6月底前
    机制

松岭县机关事务管理局
2026年3月2日
"""
RIGHT = """松岭县2026年进度安排表

序号                       项目                            进度安排 承办单位
   1             改造城东水厂 3月：完成设计；5月：进场施工；9月：验收 县水利局
   2 铺设供热管网，扩建换热站12座                   6月：完成招标 县住建局
   3         新建公共停车场                4月：开工；11月：交付使用 县城管局
"""


def test_months_are_merged_over_the_rows_beside_which_they_stand() -> None:
    assert [(title, who, end) for _, title, who, end in _told(plancli.parse(MONTHS.encode()))] == [
        ("开展校舍安全专项检查，消除隐患", ["总务处"], "2026-01-31"),
        ("组织骨干教师培训，提升课堂效率", ["教务处", "人事科"], "2026-02-28"),
        ("修订学生社团管理办法", ["团委"], "2026-02-28"),
        ("完善实验室台账", ["信息中心"], "2026-02-28"),
    ]


def test_names_below_each_other_are_several_and_who_signs_is_none_of_them() -> None:
    bulletin = plancli.parse(SIGNED.encode())
    assert [(title, who) for _, title, who, _ in _told(bulletin)] == [
        ("举办业务培训班，覆盖全体在编人员", ["人事科", "办公室"]),
        ("修订考核办法，完善奖惩机制", ["督查科"]),
    ]


def test_a_single_blank_at_the_edge_of_a_column_parts_cells() -> None:
    assert [(title, who) for _, title, who, _ in _told(plancli.parse(RIGHT.encode()))] == [
        ("改造城东水厂", ["县水利局"]),
        ("铺设供热管网，扩建换热站12座", ["县住建局"]),
        ("新建公共停车场", ["县城管局"]),
    ]


def test_a_title_in_pieces_above_weeks_is_no_part_of_the_header() -> None:
    text = "  松岭县中心小学 2026-2027 学年校历及工作安排\n\n" + WEEKS.split("\n", 1)[1]
    assert [task.title[:6] for task in plancli.parse(text.encode()).plans[0].tasks] == [
        "全体教师会议",
        "学雷锋志愿服",
        "防灾减灾演练",
    ]


DOWNWARDS = """             松岭县2026年水利任务清单
序
      重点工作          工作措施            责任单位    完成时限
号
              填补主坝裂缝和溢洪道衬砌，更换两
     青石水库除险                        县水库管理中    2026 年 6 月
1             孔闸门的启闭设备，同步建设坝顶照
     加固                            心         底前
              明与视频监视点。
              改造老旧管网 62 公里，为五处小型   县农村供水总
     农村供水水质
2             水厂加装消毒设备，建立水质巡测台     站、县疾控中    11 月底
     提升
              账。                   心
                              —1—
序
      重点工作           工作措施             责任单位    完成时限
号
     河湖“清四    对照卫星图斑逐处核查，清理围堤养       县河长办、各
3                                             持续推进
     乱”       殖、乱堆弃土。                乡镇
"""


def test_the_word_for_numbers_may_stand_downwards_beside_the_others() -> None:
    tasks = plancli.parse(DOWNWARDS.encode()).plans[0].tasks
    assert [(task.number, task.title, task.extra["工作措施"][-6:]) for task in tasks] == [
        ("1", "青石水库除险加固", "视频监视点。"),
        ("2", "农村供水水质提升", "质巡测台账。"),
        ("3", "河湖“清四乱”", "、乱堆弃土。"),
    ]
    assert [[body.name for body in task.departments] for task in tasks] == [
        ["县水库管理中心"], ["县农村供水总站", "县疾控中心"], ["县河长办", "各乡镇"],
    ]  # fmt: skip


@pytest.mark.parametrize(("usual", "further"), [(1, 3), (2, 3), (2, 4)])
def test_a_row_in_the_middle_of_a_high_one_stands_further_off(usual: int, further: int) -> None:
    """`pdftotext -layout` leaves blank lines for the height of rows."""
    header, *lines = NUMBERED.splitlines()[1:]
    rows = [lines[1:4], lines[4:7], lines[7:10]]
    text = "\n".join(
        [
            NUMBERED.splitlines()[0],
            header,
            lines[0],
            *[""] * usual,
            *rows[0],
            *[""] * usual,
            *rows[1],
            *[""] * further,
            *rows[2],
            "",
        ]
    )
    assert _told(plancli.parse(text.encode())) == _told(plancli.parse(NUMBERED.encode()))


NOTED = """             松岭县2026年文化工作任务表
序号       工作任务             责任股室      完成时限
     县图书馆总分馆制覆盖全部
1                     公共服务股     10月底前
     乡镇
     受理旅游投诉，规范经营行
2                     市场股       全年
     为
（此表由局办公室负责解释）
"""


def test_a_note_in_brackets_right_below_is_no_part_of_a_cell() -> None:
    (plan,) = plancli.parse(NOTED.encode()).plans
    assert [task.title for task in plan.tasks] == ["县图书馆总分馆制覆盖全部乡镇", "受理旅游投诉，规范经营行为"]


MERGED_TOP = """\
序号       重点任务     具体举措     责任科室     完成时限
1        湿地生态修复   清除互花米草   湿地股、管护   5 月底前
                  八百亩，对清     站
                  除地块逐月复查
                  补种芦苇一次   湿地股      9 月底前
2        候鸟保护     新设观鸟点四   管护站      3 月 15 日前
                  个
                  组建巡护队伍   管护站、沿湖   6月
                           各乡镇
3        科普宣传     开放展厅     办公室      11 月底前
"""
MERGED_MIDDLE = """\
序号       重点任务     具体举措     责任科室     完成时限
                  清除互花米草
                  八百亩，对清   湿地股、管护
         湿地生态修                        5 月底前
1        复        除地块逐月复   站
                  查
                  补种芦苇一次   湿地股      9 月底前
                  新设观鸟点四
                           管护站      3 月 15 日前
                  个
2        候鸟保护     组建巡护队伍   管护站、沿湖
                                    6月
                           各乡镇
3        科普宣传     开放展厅     办公室      11 月底前
"""


@pytest.mark.parametrize("text", [MERGED_TOP, MERGED_MIDDLE], ids=["top", "middle"])
def test_numbers_and_tasks_merged_over_what_is_done_for_them(text: str) -> None:
    (plan,) = plancli.parse(f"云岭县2026年湿地工作任务表\n{text}".encode()).plans
    assert [(task.number, task.title, "".join(task.section_path), task.time_nodes[0].raw) for task in plan.tasks] == [
        ("1", "清除互花米草八百亩，对清除地块逐月复查", "湿地生态修复", "5月底前"),
        ("1", "补种芦苇一次", "湿地生态修复", "9月底前"),
        ("2", "新设观鸟点四个", "候鸟保护", "3月15日前"),
        ("2", "组建巡护队伍", "候鸟保护", "6月"),
        ("3", "开放展厅", "科普宣传", "11月底前"),
    ]
    assert [len(task.departments) for task in plan.tasks] == [2, 1, 1, 2, 1]


UNLABELLED = """\
        云岭县2031年托育工作任务清单
序号     工作任务       目标要求         责任股室      完成时限
扩大供给
1      新建社区托位     新增托位二百四十     家庭股       8月底前
                  个
2      改造幼儿活动室    改造活动室九间，     妇幼股、家庭股   9月
                  更新消防设施
提升质量
3      培训保育员      培训九十人次       家庭股       6月至7月
"""
BY_MONTH = """\
               云岭县2031年林业执法检查安排
股室    1月       2月       3月      4月
林政股   木材市场检查            苗圃检查
防火股           火险隐患普查
湿地股   巡护队伍培训                    水鸟同步调
                                  查
"""


def test_headings_without_a_label_begin_where_numbers_do() -> None:
    (plan,) = plancli.parse(UNLABELLED.encode()).plans
    assert [(task.number, task.title, task.section_path, task.extra["目标要求"]) for task in plan.tasks] == [
        ("1", "新建社区托位", ("扩大供给",), "新增托位二百四十个"),
        ("2", "改造幼儿活动室", ("扩大供给",), "改造活动室九间，更新消防设施"),
        ("3", "培训保育员", ("提升质量",), "培训九十人次"),
    ]


def test_who_does_what_in_each_month() -> None:
    (plan,) = plancli.parse(BY_MONTH.encode()).plans
    assert [(task.departments[0].name, task.time_nodes[0].raw, task.title) for task in plan.tasks] == [
        ("林政股", "1月", "木材市场检查"),
        ("林政股", "3月", "苗圃检查"),
        ("防火股", "2月", "火险隐患普查"),
        ("湿地股", "1月", "巡护队伍培训"),
        ("湿地股", "4月", "水鸟同步调查"),
    ]


@pytest.mark.parametrize(
    ("gaps", "expected"), [((2, 3, 2, 3), False), ((0, 1, 2, 3), False), ((2, 3, 4, 2), True), ((2, 3), True)]
)
def test_blanks_of_three_widths_keep_places(gaps: tuple[int, ...], expected: bool) -> None:
    """Two may be a typist's, between cells and behind numbers, where a line has more."""
    pieces = [LayoutPiece("甲", sum(gaps[: n + 1]) + n, sum(gaps[: n + 1]) + n + 1, 0) for n in range(len(gaps))]
    assert keeps_places([LayoutLine(pieces)]) is expected


LAST_CHARACTER = """\
       青坪街道 2031 年文化活动安排表
序号   活动主题     举办时间           活动地点   主办单位    承办单位
1    龙舟文化体验   2 月下旬          青坪公园   街道文化站   东苑社区
     会
2    少儿书画比拼   4 月 18 日       社区广场   街道工会    西苑社区、南
                                            苑社区
3    露天音乐周    7 月 20 日至 26   文化广场   街道文化站   各社区
              日
4    年度读书分享   12 月           图书分馆   街道文化站   读书推广协会
     {rest}
"""


@pytest.mark.parametrize("rest", ["会", "站", "院"])
def test_a_last_character_below_the_last_row_is_no_signature(rest: str) -> None:
    (plan,) = plancli.parse(LAST_CHARACTER.format(rest=rest).encode()).plans
    assert [task.title for task in plan.tasks] == [
        "龙舟文化体验会", "少儿书画比拼", "露天音乐周", f"年度读书分享{rest}",
    ]  # fmt: skip
