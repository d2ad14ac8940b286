"""Every kind of table in every dump: read as the same table in Word is, or said not to be.

What a dump does not show cannot be read: such pairs are named below, and there a row in doubt or a table left out is said.
"""

from __future__ import annotations

import pytest

import plancli
from plancli.extract.text.tables import tables_from_text
from plancli.language.lexicon.in_force import in_force
from plancli.language.script import simplify
from plancli.model.settings import Settings
from plancli.model.source import Block, Line, Paragraph, Table
from plancli.segment.tables import read_table
from tests.extract.text.dumps import DUMPS, rows_of
from tests.extract.text.test_text_tables import rest, tasks
from tests.table_drawing import draw, told

KINDS = {
    "plain": """
序号 | 重点任务 | 牵头单位 | 完成时限
1 | 更新公交车辆三十台 | 交通运输局 | 6月底前
2 | 疏通地下管网，消除积水点 | 城管局 | 9月底前
3 | 设置智慧停车泊位 | 公安局 | 全年""",
    "merged categories": """
板块 | 序号 | 工作事项 | 责任科室 | 时间节点
耕地保护 | 1 | 划定保护地块 | 耕保科 | 3月
^ | 2 | 建立巡查台账 | 执法科 | 每月
林长制 | 3 | 补植行道树 | 林业科 | 4月底前""",
    "a second row beneath one number": """
序号 | 惠民项目 | 责任部门 | 办结时限
1 | 改造旧厂房为书吧。 | 县文旅局 | 8月底前
2 | 新增护理床位。 | 县民政局 | 5月底前
^ | 培训护理员。 | 县人社局 | 10月底前
3 | 修缮乡村戏台。 | 县文旅局 | 年底前""",
    "bodies that lead and support, some cells empty": """
序号 | 任务内容 | 主办部门 | 协办部门 | 时限
1 | 编印安全手册 | 安监科 | 工会、团委 | 3月底前
2 | 检修升降设备 | 设备科 |  | 4月底前
3 | 组织应急演练 | 安监科 | 保卫科 | 6月底前""",
    "persons": """
序号 | 攻坚任务 | 分管领导 | 责任科室 | 完成时间
1 | 归集企业信用数据 | 赵明远 | 信用科 | 5月
2 | 开通跨省通办窗口 | 孙丽华 | 政务科 | 7月
3 | 编制办事指南 | 赵明远 | 法规科 | 8月""",
    "headings across": """
序号 | 工作内容 | 责任单位 | 完成时限
一、夯实基础 | < | < | <
1 | 普查地名标志 | 区民政局 | 4月底前
2 | 更新区划地图 | 区自然资源局 | 6月底前
二、优化服务 | < | < | <
3 | 开设婚俗展厅 | 区民政局 | 9月底前""",
    "schedules of several lines": """
序号 | 建设项目 | 责任单位 | 进度安排
1 | 北门泵站 | 市水投公司 | 第一季度：完成招标；/n第二季度：主体施工；/n第四季度：竣工验收。
2 | 滨江步道 | 市园林局 | 上半年：定方案；/n下半年：开工。""",
    "quarters beneath one word": """
序号 | 项目名称 | 实施进度 | < | 责任科室
^ | ^ | 上半年 | 下半年 | ^
1 | 数字档案馆 | 采购设备 | 上线运行 | 档案科
2 | 古籍修复室 | 培训人员 | 挂牌开放 | 典藏科""",
    "roles beneath one word": """
序号 | 重点任务 | 责任单位 | < | 完成时限
^ | ^ | 牵头单位 | 配合单位 | ^
1 | 整治噪声污染 | 市生态环境局 | 市公安局 | 6月底前
2 | 清理非法码头 | 市水利局 | 市交通局 | 10月底前""",
    "groups beneath a word that no list has": """
序号 | 攻坚重点 | 工作任务 | 责任单位 | 完成时间
1 | 厕所改造 | 新建户厕 | 镇环卫所 | 6月底前
2 | ^ | 组建清运队 | 镇农业办 | 4月15日前
3 | 污水收集 | 铺设管网 | 镇规划办 | 10月底前
4 | ^ | 检测水质 | 镇环保站 | 每季度
5 | ^ | 更换水泵 | 镇水利站 | 8月""",
    "no numbers": """
重点工作 | 牵头部门 | 责任部门 | 完成时限
建设数字档案馆 | 档案科 | 信息科 | 8月底前
修复馆藏古籍 | 典藏科 | 财务科 | 10月底前
举办地方文献展 | 宣教科 | 典藏科 | 5月18日""",
    "bodies merged over rows": """
序号 | 工作任务 | 责任科室 | 完成时限
1 | 普查古树 | 林业科 | 4月底前
2 | 挂牌保护 | ^ | 5月底前
3 | 修复岸线两处 | 渔政科 | 9月底前
4 | 投放鱼苗 | ^ | 6月6日
5 | 巡护湿地 | 执法科 | 全年""",
    "weeks": """
周次 | 起止日期 | 主要工作 | 负责部门
第一周 | 9月1日-9月5日 | 新生军训 | 学工处
^ | ^ | 教材发放 | 教务处
第二周 | 9月8日-9月12日 | 教学检查 | 督导室
第三周 | 9月15日-9月19日 | 社团招新 | 团委""",
    "days and tasks alone": """
时间 | 工作内容
4月上旬 | 发布招募公告
4月20日前 | 审核报名材料
5月中旬 | 组织岗前培训
6月 | 开展志愿服务""",
    "traditional script": """
序號 | 工作任務 | 責任單位 | 完成時限
1 | 修繕歷史建築 | 區文化局 | 6月底前
2 | 舉辦非遺展覽 | 區圖書館 | 9月底前
3 | 編輯地方志書 | 區檔案局 | 年底前""",
    "numbers that jump": """
序号 | 重点工作 | 主要责任单位 | 协同单位
5 | 新建高标准农田 | 县农业农村局 | 县水利局、各乡镇
41 | 建设冷链物流园 | 县商务局 | 县交通局
42 | 培育县域电商 | 县商务局 | 县邮政局、各乡镇
107 | 引进航空货运 | 县发改局 | 县财政局""",
    "remarks here and there": """
序号 | 工作任务 | 责任科室 | 完成时限 | 备注
1 | 汇编典型案例 | 宣教科 | 5月 |
2 | 更新门户网站 | 信息科 | 7月 | 区级重点
3 | 评选优秀调解员 | 基层科 | 11月 | """,
    "points in a cell": """
月份 | 活动内容 | 责任部门
3月 | 1.召开动员会/n2.张贴海报 | 工会
4月 | 1.健步走/n2.知识竞赛/n3.图片展 | 团委
5月 | 1.表彰先进 | 办公室""",
    "problems and measures": """
序号 | 存在问题 | 整改措施 | 整改时限 | 责任单位
1 | 消防通道被占用 | 拆除违规围栏，增设警示标识。 | 3月底前 | 城管局
2 | 台账登记不全 | 统一格式，按月核对。 | 4月底前 | 应急管理局
3 | 培训流于形式 | 分岗位开展实操考核。 | 年底前 | 人社局""",
    "names that no list has": """
季度 | 重点工作 | 责任网格
第一季度 | 登记出租房屋 | 东一网格、东二网格
^ | 清运楼道杂物 | 西网格
第二季度 | 检查燃气软管 | 全体网格员
第三季度 | 巡查积水点 | 东一网格""",
    "a total below": """
序号 | 项目 | 责任科室 | 完成时限 | 资金（万元）
1 | 翻新门球场 | 群体科 | 5月底前 | 35
2 | 修补塑胶跑道 | 场馆科 | 8月底前 | 40
3 | 添置健身器材 | 群体科 | 10月底前 | 12
合计 | < | < | < | 87""",
    "header words broken over lines": """
序/n号 | 工作任务 | 牵头/n单位 | 完成/n时限
1 | 清查闲置厂房 | 工信局 | 3月底前
2 | 盘活国有资产 | 国资委 | 年底前
3 | 处置僵尸企业 | 工信局 | 6月底前""",
}  # fmt: skip

# Two columns without numbers, one cell a line: a sentence below them may be one more task of the last day.
NOT_TOLD = {
    ("days and tasks alone", "stacked"),
    ("days and tasks alone", "counted"),
    ("days and tasks alone", "stacked_broken"),
}

STEPS = """
步骤 | 工作事项 | 时间 | 负责人
1 | 张贴招募启事 | 3月底前 | 赵明远
2 | 核对报名材料 | 4月 | 孙丽华
3 | 公布入选名单 | 5月中旬 | 赵明远
4 | 组织岗前培训 | 6月 | 孙丽华"""

MONTHS_OF_PERSONS = """
月份 | 工作内容 | 责任人 | 协助人 | 备注
1月 | 印发冬季行船提示 | 葛鹏 | 米兰 |
3月 | 召开船员座谈会议 | 鲁承志 | 葛鹏 | 会期半天
^ | 讲授乘船知识 | 米兰 | 葛鹏 |
5月 | 组织救生技能比武 | 葛鹏 | 白宏 | 航运公司合办
6月 | 开展咨询 | 白宏 | 米兰 |
^ | 发布通告 | 鲁承志 | 米兰 | """

USERS_WORDS = {"headers": {"number": ["流水"], "task": ["课目"], "departments": ["挑头户"], "time": ["交卷日"]}}
USERS = """
流水 | 课目 | 挑头户 | 交卷日
1 | 编排巡演节目 | 文艺科 | 3月底前
2 | 修订展陈大纲 | 陈列科 | 5月底前
3 | 征集民俗实物 | 保管科 | 年底前"""


def _read(text: str) -> list[Block]:
    return tables_from_text([Line(line, number=n) for n, line in enumerate(text.split("\n"), 1)])[0]


def _text(name: str, dump: str) -> str:
    return "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](rows_of(KINDS[name])), "", "正文从这里继续，与表格无关。"])


@pytest.mark.parametrize("dump", DUMPS)
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_in_every_dump(name: str, dump: str) -> None:
    expected = told(read_table(draw(KINDS[name]), settings=Settings()))
    read = [[row.replace("/", "") for row in table] for table in tasks(_text(name, dump))]
    wanted = [row.replace("/", "") for row in expected]
    assert [table[: len(wanted)] for table in read] == [wanted]
    assert len(read[0]) == len(wanted) + ((name, dump) in NOT_TOLD)
    if (name, dump) not in NOT_TOLD:
        assert rest(_text(name, dump))[-1] == "正文从这里继续，与表格无关。"


@pytest.mark.parametrize("dump", DUMPS)
def test_numbers_beneath_a_word_that_no_list_has(dump: str) -> None:
    text = "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](rows_of(STEPS)), ""])
    told = [
        (task.title, [leader.name for leader in task.leaders]) for task in plancli.parse(text.encode()).plans[0].tasks
    ]
    assert told == [(row[1], [row[3]]) for row in rows_of(STEPS)[1:]]


@pytest.mark.parametrize("dump", DUMPS)
def test_two_rows_of_persons_beneath_one_month(dump: str) -> None:
    """What is done is no month, and two persons below each other are two rows'."""
    text = "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](rows_of(MONTHS_OF_PERSONS)), ""])
    bulletin = plancli.parse(text.encode())
    found = [(task.title, [leader.name for leader in task.leaders]) for task in bulletin.plans[0].tasks]
    assert found == [(row[1], row[2:4]) for row in rows_of(MONTHS_OF_PERSONS)[1:]]


TASKS_OVER_MEASURES = """
序号 | 重点任务 | 具体举措 | 责任科室 | 完成时限
1 | 国土绿化 | 完成造林千亩 | 造林股 | 5月底前
^ | ^ | 补植补造一次 | 造林股 | 9月底前
2 | 森林防火 | 新设卡口十四处 | 防火办 | 3月15日前
^ | ^ | 组建半专业队伍 | 防火办 | 6月
3 | 林下经济 | 扶持林菌基地六个 | 产业股 | 11月底前"""


@pytest.mark.parametrize("dump", DUMPS)
def test_tasks_merged_over_what_is_done_for_them(dump: str) -> None:
    """Numbers as well; in broken lines a cell that holds names below a time is said to be doubtful."""
    text = "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](rows_of(TASKS_OVER_MEASURES)), ""])
    bulletin = plancli.parse(text.encode())
    found = [(task.title, "".join(task.section_path)) for task in bulletin.plans[0].tasks]
    rows = rows_of(TASKS_OVER_MEASURES)[1:]
    names = [row[1] if row[1] != "^" else rows[k - 1][1] for k, row in enumerate(rows)]
    if dump == "stacked_broken":
        assert "row-doubtful" in {each.code for each in bulletin.diagnostics}
    else:
        assert found == [(row[2], name) for row, name in zip(rows, names, strict=True)]


@pytest.mark.parametrize("dump", DUMPS)
def test_headers_that_are_all_the_users(dump: str) -> None:
    text = "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](rows_of(USERS)), ""])
    assert not any(len(block.rows) == 4 for block in _read(text) if isinstance(block, Table))
    with in_force(USERS_WORDS):
        (table,) = (block for block in _read(text) if isinstance(block, Table))
    assert [line.text.strip() for cell in table.rows[0] for line in cell.lines] == ["流水", "课目", "挑头户", "交卷日"]
    assert [len(row) for row in table.rows] == [4] * 4
    assert all(cell.lines for cell in table.cells())


@pytest.mark.parametrize("dump", DUMPS)
def test_a_word_of_the_users_beside_known_ones(dump: str) -> None:
    text = _text("plain", dump).replace("重点任务", "攻坚课目")
    data = plancli.parse(text.encode(), settings=Settings(lexicon={"headers": {"task": ["攻坚课目"]}}))
    assert [task.title for plan in data.plans for task in plan.tasks] == [
        "更新公交车辆三十台",
        "疏通地下管网，消除积水点",
        "设置智慧停车泊位",
    ]


@pytest.mark.parametrize("dump", DUMPS)
@pytest.mark.parametrize("name", KINDS)
def test_no_character_of_a_dump_is_lost(name: str, dump: str) -> None:
    text = _text(name, dump)
    kept = []
    for block in _read(text):
        if isinstance(block, Table):
            kept += [line.text for cell in block.cells() for line in cell.lines] + [what for _, what in block.dropped]
        elif isinstance(block, Line | Paragraph):
            kept.append(block.text)
    written = text.replace("<br>", "").replace('"', "") if dump in ("bars", "tabs_quoted") else text
    assert sorted("".join(simplify("".join(kept)).split())) == sorted("".join(simplify(written).split()))


def test_marks_under_months_that_a_dump_has_lost_are_said() -> None:
    rows = rows_of(
        "序号 | 工作任务 | 责任科室 | 1月 | 2月 | 3月 | 4月\n1 | 整理标本 | 采集科 |  | ● |  | ●\n2 | 更换展签 | 陈列科 | ● |  |  | \n3 | 清洗展柜 | 后勤科 |  |  | ● | "
    )
    blocks, notes = tables_from_text([Line(line, number=n) for n, line in enumerate(DUMPS["stacked"](rows), 1)])
    assert all(isinstance(block, Paragraph) and block.left_out == "table-text-unread" for block in blocks) or notes


MONTHS = """
序号 | 工作任务 | 责任科室 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月
1 | 整理标本 | 采集科 |  | ● |  | ● |  |
2 | 更换展签 | 陈列科 | ● |  |  |  |  | ●
3 | 清洗展柜 | 后勤科 |  |  | ● |  |  |
4 | 编印图录 | 研究科 |  |  |  | ● | ● | ●"""


@pytest.mark.parametrize("dump", DUMPS)
def test_marks_under_months_are_read_by_their_places_or_said(dump: str) -> None:
    drawn = rows_of(MONTHS)
    text = "\n".join(["松岭市2030年工作任务表", *DUMPS[dump](drawn), "", "正文从这里继续，与表格无关。"])
    plans = [plan for plan in plancli.parse(text.encode()).plans if plan.tasks]
    due = [[node.start.month for node in task.time_nodes if node.start] for plan in plans for task in plan.tasks]
    if plans:
        assert due == [[k for k, cell in enumerate(row[3:], 1) if cell] for row in drawn[1:]]
    else:
        assert dump in ("bars_below", "stacked", "stacked_below", "stacked_broken", "stacked_apart", "stacked_rows")
        assert any(each.code == "table-text-unread" for each in plancli.parse(text.encode()).diagnostics)


def test_rows_that_are_all_full_are_read_as_beside_one_that_is_not() -> None:
    rows = [f"{k}\t清理第{k}处涵洞\t养护科\t{'' if k % 3 else '应急科'}\t{k}月底前" for k in range(1, 9)]
    header = "序号\t工作任务\t责任科室\t配合科室\t完成时限"
    full = tasks("\n".join(["松岭市2030年工作任务表", header, *rows]))
    (uneven,) = tasks("\n".join(["松岭市2030年工作任务表", header, *rows, "9\t疏通边沟\t养护科"]))
    assert full == [uneven[:8]]
    assert full[0][2] == "3 清理第3处涵洞 3月底前 +养护科 +S应急科"


@pytest.mark.parametrize("sizes", [(2,), (3,), (3, 2), (2, 3, 1), (4, 1, 3), (5, 4)])
def test_categories_beside_the_middle_of_their_rows(sizes: tuple[int, ...]) -> None:
    lines = ["类别        序号  工作任务          责任单位      完成时限"]
    number = 0
    for name, size in zip(("绿化养护", "水系治理", "道路保洁"), sizes, strict=False):
        rows = []
        for _ in range(size):
            number += 1
            rows.append(f"{number:<6}清理第{number:02}处点位    区园林局      {number}月底前")
        middle = [f"{name}    {row}" if k == size // 2 and size % 2 else " " * 12 + row for k, row in enumerate(rows)]
        lines += middle if size % 2 else [*middle[: size // 2], name, *middle[size // 2 :]]
    plan = plancli.parse("\n".join(["文昌区2030年任务清单", *lines]).encode()).plans[0]
    assert [task.section_path[0] for task in plan.tasks] == [
        name for name, size in zip(("绿化养护", "水系治理", "道路保洁"), sizes, strict=False) for _ in range(size)
    ]


def test_a_cell_that_would_suit_the_empty_place_beside_it_is_in_doubt() -> None:
    text = """
工作类别 | 序号 | 任务内容 | 责任科室 | 进度安排 |
冬季除雪 | 1 | 储备融雪物资 | 设备科 | 10月：完成采购。 |
2 | 检修除雪车辆 | 机务科 | 11月：全面检修。 ||
3 | 组织铲冰演练 | 全年常态化推进 |||
4 | 值守重点桥隧 | 桥梁科 | 12月：开始值守。 ||"""
    (table,) = (block for block in _read(text.strip("\n")) if isinstance(block, Table))
    assert [r for r, row in enumerate(table.rows) if any(cell.doubtful for cell in row)] == [3]


def test_rows_that_a_dump_cuts_off_are_said() -> None:
    rows = DUMPS["stacked"](rows_of(KINDS["plain"]))
    more = ["附件2", "4", "加装路口护栏", "公安局", "8月底前"]
    for below, said in ((more, True), (["附件2", "另附图纸。"], False)):
        notes = tables_from_text([Line(line, number=n) for n, line in enumerate([*rows, *below], 1)])[1]
        assert [code for code, *_ in notes] == ["table-text-unread"] * said


def test_a_row_that_may_lack_either_of_two_cells_is_said() -> None:
    rows = rows_of(
        "序号 | 工作任务 | 责任科室 | 协作科室 | 完成时限\n1 | 整理标本 | 采集科 | 研究科 | 3月\n2 | 更换展签 | 陈列科 | 后勤科 | 4月\n"
        "3 | 清洗展柜 |  | 后勤科 | 5月\n4 | 编印图录 | 研究科 | 陈列科 | 6月"
    )
    (table,) = (block for block in _read("\n".join(DUMPS["stacked"](rows))) if isinstance(block, Table))
    assert [r for r, row in enumerate(table.rows) if any(cell.doubtful for cell in row)] == [3]
