"""What a header's words and the cells below say together: numbers beneath a merged word, batches, themes, who answers."""

from __future__ import annotations

import pytest

import plancli
from plancli.model.settings import Settings
from plancli.segment.tables import read_table
from tests.table_drawing import draw, told

TABLES = {
    "a word that no list has between numbers and measures": (
        "序号 | 攻坚点位 | 主要措施 | 责任单位\n1 | 老码头 | 拆除危房 | 城管局\n2 | 旧市场 | 改造管线 | 住建局",
        ["1 老码头 拆除危房 +城管局", "2 旧市场 改造管线 +住建局"],
    ),
    "groups that are what is done, each another": (
        "序号 | 惠民工程 | 责任单位 | 时限\n1 | 改造老码头 | 城管局 | 6月底\n2 | 新建市场 | 住建局 | 9月底",
        ["1 改造老码头 6月底 +城管局", "2 新建市场 9月底 +住建局"],
    ),
    "bodies below words for who acts, beside when": (
        "惠企一招 | 牵头单位 | 配合单位 | 时间\n发放家电补贴 | 商务局 | 财政局 | 6月底\n减免企业规费 | 财政局 | 税务局 | 9月底",
        ["1 发放家电补贴 6月底 +L商务局 +S财政局", "2 减免企业规费 9月底 +L财政局 +S税务局"],
    ),
    "a list of work without who or when": (
        "序号 | 工作内容\n1 | 制定培训计划\n2 | 开展隐患排查\n3 | 修订应急预案",
        ["1 制定培训计划", "2 开展隐患排查", "3 修订应急预案"],
    ),
    "a merged word over what groups the tasks and their numbers": (
        "任务 | < | 具体要求 | 责任科室 | 时限\n水源保护 | 1 | 清理取水口 | 水务科 | 6月底前\n管网改造 | 2 | 更换老旧阀门 | 管网科 | 年底前\n^ | 3 | 检测漏点 | 管网科 | 每季度",
        ["1 清理取水口 6月底前 @水源保护 +水务科", "2 更换老旧阀门 年底前 @管网改造 +管网科", "3 检测漏点 每季度 @管网改造 +管网科"],
    ),
    "a merged word over numbers and the task itself": (
        "任务 | < | 责任科室\n1 | 清理取水口 | 水务科\n2 | 更换阀门 | 管网科",
        ["1 清理取水口 +水务科", "2 更换阀门 +管网科"],
    ),
    "what a month plans, beside when": (
        "本月工作计划（8.12-8.31） | 优先级 | 时间安排 | 实现目标 | 完成情况\n盘点器材 | 高 | 8月15日 | 账实相符 | /\n走访商户 | 中 | 8月20日前 | 听取意见 | /",
        ["1 盘点器材 8月15日 #优先级=高 #实现目标=账实相符", "2 走访商户 8月20日前 #优先级=中 #实现目标=听取意见"],
    ),
    "a schedule that is called a plan, beside the task": (
        "工作任务 | 工作计划 | 完成时间\n盘点器材 | 分两批清点 | 8月15日",
        ["1 盘点器材 工作计划：分两批清点/完成时间：8月15日"],
    ),
    "persons under a word that no list has": (
        "任务 | 撰写人员 | 复核人员 | 完成时间\n编印手册 | 何苇、周岭 | 方远 | 3月\n绘制管网图 | 赵宁 | 方远 | 4月",
        ["1 编印手册 3月 !何苇、周岭 #复核人员=方远", "2 绘制管网图 4月 !赵宁 #复核人员=方远"],
    ),
    "who watches over it, under a word that no list has": (
        "施工项目 | 施工日期 | 盯防人\n更换道岔 | 4月17日 | 何苇\n检修闸门 | 4月18日 | 周岭",
        ["1 更换道岔 4月17日 !何苇", "2 检修闸门 4月18日 !周岭"],
    ),
    "those who work, no work": (
        "工作内容 | 工作人员 | 完成时间\n整理库房 | 何苇、周岭 | 3月\n布置展柜 | 赵宁 | 4月",
        ["1 整理库房 3月 !何苇、周岭", "2 布置展柜 4月 !赵宁"],
    ),
    "those who are to come": (
        "活动内容 | 到场人员 | 时间\n党员大会 | 全体党员 | 3月5日\n专题党课 | 各支部书记 | 4月6日",
        ["1 党员大会 3月5日 #到场人员=全体党员", "2 专题党课 4月6日 #到场人员=各支部书记"],
    ),
    "a project that stands again beside each of its parts": (
        "序号 | 项目 | 描述 | 完成时间\n1 | 门户改版 | 设计首页 | 3月\n2 | 门户改版 | 迁移栏目 | 4月\n3 | 机房搬迁 | 敷设线缆 | 5月",
        ["1 设计首页 3月 @门户改版", "2 迁移栏目 4月 @门户改版", "3 敷设线缆 5月 @机房搬迁"],
    ),
    "a meeting that comes again by chance": (
        "序号 | 项目 | 描述 | 完成时间\n1 | 例会 | 通报进度 | 3月\n2 | 例会 | 研究预算 | 4月\n3 | 春游 | 去植物园 | 4月\n4 | 义诊 | 在北门 | 5月\n5 | 讲座 | 谈防汛 | 6月",
        [
            "1 例会 3月 #描述=通报进度", "2 例会 4月 #描述=研究预算", "3 春游 4月 #描述=去植物园", "4 义诊 5月 #描述=在北门",
            "5 讲座 6月 #描述=谈防汛",
        ],
    ),
    "what is said of a few tasks": (
        "项目 | 描述 | 完成时间\n清点器材 | | 3月\n修缮水渠 | | 4月\n培训业务 | 讲解制度 | 5月\n^ | 演示系统 | 6月",
        ["1 清点器材 3月", "2 修缮水渠 4月", "3 培训业务 5月/6月 #描述=讲解制度\n演示系统"],
    ),
    "days under a word for months and days": (
        "周次 | 起止月日 | 工作内容\n3 | 3月9日 | 清点标本\n4 | 3月16日 | 布置展柜",
        ["1 清点标本 3月9日 #周次=3", "2 布置展柜 3月16日 #周次=4"],
    ),
    "days of several rounds beside what is done": (
        "时间节点 | 第一轮 | 第二轮\n1.企业申报 | 3月5日 | 9月2日\n2.专家评审 | 4月8日 | 10月9日",
        ["1 企业申报 第一轮：3月5日/第二轮：9月2日", "2 专家评审 第一轮：4月8日/第二轮：10月9日"],
    ),
    "what answers for what is no body": (
        "月份 | 活动 | 责任边界\n3月 | 举办开幕式 | 场地安全与票务\n4月 | 组织巡展 | 展品保管",
        ["1 举办开幕式 3月 #责任边界=场地安全与票务", "2 组织巡展 4月 #责任边界=展品保管"],
    ),
    "steps of several rounds": (
        "工作环节 | 第一批次 | 第二批次\n1.提交定稿 | 1月12日 | 4月15日\n2.组织答辩 | 3月8日前 | 5月26日前",
        ["1 提交定稿 第一批次：1月12日/第二批次：4月15日", "2 组织答辩 第一批次：3月8日前/第二批次：5月26日前"],
    ),
    "measures of what each number names": (
        "序号 | 专项 | 主要措施 | 责任部门\n1 | 储罐检查 | 核查检验记录 | 安全部\n2 | 防风整治 | 加固锚定装置 | 设备部",
        ["1 储罐检查 核查检验记录 +安全部", "2 防风整治 加固锚定装置 +设备部"],
    ),
    "a schedule that is called the parts of a task too, beside the task": (
        "自评 | 工作任务 | 任务分解/时序进度 | 考核要点\n | 编印手册 | 3月：收集条目/n6月：付印 | 手册成书\n | 清理水塔 | 8月清洗 | 水质报告",
        ["1 编印手册 3月：收集条目/6月：付印 #考核要点=手册成书", "2 清理水塔 8月清洗 #考核要点=水质报告"],
    ),
    "what a merged task is checked by": (
        "工作任务 | 时间安排 | 验收标准\n编印手册 | 3月收集条目 | 条目齐全\n^ | 6月付印 | 手册成书",
        ["1 编印手册 3月收集条目/6月付印 #验收标准=条目齐全\n手册成书"],
    ),
    "points of a theme": (
        "月份 | 活动主题 | 活动内容 | 责任部门\n3月 | 春到校园 | 1.植树；2.认识花草 | 后勤处\n4月 | 书香满园 | 1.诵读比赛 2.旧书交换 | 图书馆",
        [
            "1 植树； 3月 @春到校园 +后勤处",
            "2 认识花草 3月 @春到校园 +后勤处",
            "3 诵读比赛 4月 @书香满园 +图书馆",
            "4 旧书交换 4月 @书香满园 +图书馆",
        ],
    ),
    "contents of a theme that are no points": (
        "月份 | 活动主题 | 活动内容\n3月 | 春到校园 | 1.植树；2.认识花草\n4月 | 书香满园 | 诵读比赛\n5月 | 劳动最美 | 整理菜地",
        [
            "1 春到校园 3月 #活动内容=1.植树；2.认识花草",
            "2 书香满园 4月 #活动内容=诵读比赛",
            "3 劳动最美 5月 #活动内容=整理菜地",
        ],
    ),
    "points of a theme whose rows are numbered": (
        "序号 | 活动主题 | 活动内容 | 时间\n1 | 春到校园 | 1.植树；2.认识花草 | 3月\n2 | 书香满园 | 1.诵读比赛 2.旧书交换 | 4月",
        [
            "1 春到校园 3月 #活动内容=1.植树；2.认识花草",
            "2 书香满园 4月 #活动内容=1.诵读比赛2.旧书交换",
        ],
    ),
    "measures within a group": (
        "序号 | 专项 | 主要措施 | 责任部门\n1 | 储罐检查 | 核查检验记录 | 安全部\n2 | 储罐检查 | 更换切断装置 | 设备部",
        ["1 核查检验记录 @储罐检查 +安全部", "2 更换切断装置 @储罐检查 +设备部"],
    ),
    "words joined by 与, 相关单位": (
        "序号 | 内容 | 任务与要求 | 时间 | 相关单位\n1 | 举办开幕式 | 布置会场 | 5月 | 文旅局\n2 | 组织巡展 | 联系展馆 | 6月 | 博物馆",
        ["1 举办开幕式 5月 +文旅局 #任务与要求=布置会场", "2 组织巡展 6月 +博物馆 #任务与要求=联系展馆"],
    ),
    "themes of months and weeks, ranges of days broken in narrow cells, years of a school": (
        "周次 | 日期 | 月主题 | 周主题 | 主要活动 | 承办年级\n1 | 9.1/n-/n9.5 | 新起点 | 认识校园 | 1.参观校史馆/n2.整理图书角 | 七年级\n2 | 9.8/n—/n9.12 | ^ | 友善待人 | 1.结对互助 | 八年级",
        [
            "1 参观校史馆 9.1-9.5 +七年级 #周次=1 #月主题=新起点 #周主题=认识校园",
            "2 整理图书角 9.1-9.5 +七年级 #周次=1 #月主题=新起点 #周主题=认识校园",
            "3 结对互助 9.8—9.12 +八年级 #周次=2 #月主题=新起点 #周主题=友善待人",
        ],
    ),
    "a week's theme is the task where nothing else is": (
        "周次 | 日期 | 周主题 | 值周班级\n一 | 3月2日 | 爱护绿地 | 六年级\n二 | 3月9日 | 节约用水 | 五年级",
        ["1 爱护绿地 3月2日 +六年级 #周次=一", "2 节约用水 3月9日 +五年级 #周次=二"],
    ),
    "stages written downwards in a merged cell": (
        "环节 | 工作模块 | 工作任务 | 责任科室 | 完成时限\n筹/n备 | 场地 | 租用场馆 | 后勤科 | 3月\n^ | ^ | 布置展板 | 宣传科 | 4月",
        ["1 租用场馆 3月 @筹备>场地 +后勤科", "2 布置展板 4月 @筹备>场地 +宣传科"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_words_of_headers(name: str) -> None:
    text, expected = TABLES[name]
    assert told(read_table(draw(text), settings=Settings())) == expected


@pytest.mark.parametrize("upper", ["指标", "指标名称", "项目名称"])
@pytest.mark.parametrize("lower", ["目标任务", "工作任务", "目标值"])
def test_a_column_that_says_how_much_is_no_task(upper: str, lower: str) -> None:
    rows = [
        ("空气优良天数比例", "≥90%", "生态科"),
        ("新增城市绿地", "10万平方米", "园林科"),
        ("城镇新增就业", "不少于2000人", "就业科"),
    ]
    text = "\n".join([f"松岭县2031年目标任务分解表\n{upper} | {lower} | 责任科室", *map(" | ".join, rows)])
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.title, task.text) for task in tasks] == [(title, amount) for title, amount, _ in rows]


def test_amounts_are_the_tasks_where_nothing_else_is() -> None:
    text = "松岭县2031年任务分解表\n工作任务 | 责任科室\n新增绿地10万平方米 | 园林科\n完成120户 | 住建科\n新建12座 | 市政科"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [task.title for task in tasks] == ["新增绿地10万平方米", "完成120户", "新建12座"]


@pytest.mark.parametrize("words", [("上半年批次", "下半年批次"), ("春季批", "秋季批"), ("第一批", "第二批")])
def test_batches_across(words: tuple[str, str]) -> None:
    text = f"松岭学院2031年学位工作安排\n工作内容 | {words[0]} | {words[1]} | 责任科室\n论文送审 | 3月10日前 | 9月10日前 | 学位科\n论文答辩 | 5月20日前 | 11月20日前 | 各系"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    ends = [[str(node.end) for node in task.time_nodes if node.kind == "deadline"] for task in tasks]
    assert ends == [["2031-03-10", "2031-09-10"], ["2031-05-20", "2031-11-20"]]
    assert [task.title for task in tasks] == ["论文送审", "论文答辩"]


@pytest.mark.parametrize("words", [("开工", "完工"), ("动工", "建成"), ("启动", "办结")])
def test_beneath_a_word_of_times_an_end_is_a_limit(words: tuple[str, str]) -> None:
    table = draw(
        f"序号 | 工作任务 | 时间安排 | <\n^ | ^ | {words[0]} | {words[1]}\n1 | 修缮水渠 | 3月 | 11月\n2 | 新建泵站 | 4月 | 12月"
    )
    plan = read_table(table, settings=Settings())
    assert plan is not None
    assert [[line.limit for line in task.schedule] for task in plan.tasks] == [[False, True]] * 2
