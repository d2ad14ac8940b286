"""Task tables in the layouts that offices use: drawn as text, read, and told again one line a task."""

from __future__ import annotations

import pytest

from plancli.model.settings import Settings
from plancli.segment.tables import TablePlan, read_table
from tests.table_drawing import characters, draw, told

SHAPES: dict[str, tuple[str, list[str]]] = {
    "cards of three rows, the fewest that are some": (
        """
        工作任务 | 举办读书节 | 修缮校舍
        责任单位 | 县文化馆 | 县住建局
        完成时限 | 6月底前 | 9月底前
        """,
        ["1 举办读书节 6月底前 +县文化馆", "2 修缮校舍 9月底前 +县住建局"],
    ),
    "a first column merged with the tasks groups none": (
        """
        片区情况 | 工作任务 | 责任单位
        东片 | 修渠 | 水务局
        ^ | ^ | 城管局
        西片 | 清淤 | 水务局
        """,
        ["1 修渠 +水务局 #片区情况=东片", "2 修渠 +城管局 #片区情况=东片", "3 清淤 +水务局 #片区情况=西片"],
    ),
    "a calendar of weeks whose remarks are all that it says": (
        """
        周次 | 起止日期 | 备注
        第一周 | 2月17日—2月23日 | 报到，注册
        第二周 | 2月24日—3月2日 |
        第三周 | 3月3日—3月9日 | 植树
        """,
        ["1 报到，注册 2月17日—2月23日 #周次=第一周", "2 植树 3月3日—3月9日 #周次=第三周"],
    ),
    "days whose remarks are all that is said of them": (
        """
        日期 | 备注
        2月17日 | 开课
        2月24日 |
        3月3日 | 开学典礼
        """,
        ["1 开课 2月17日", "2 开学典礼 3月3日"],
    ),
    "what is done on the days of a week": (
        """
        星期 | 工作安排 | 值班领导
        一 | 升旗 | 周岭
        二 | 安全检查 | 何苇
        """,
        ["1 升旗 !周岭 #星期=一", "2 安全检查 !何苇 #星期=二"],
    ),
    "figures that bodies answer for": (
        """
        指标 | 单位 | 目标值
        客运量 | 运管所 | 21.8万人
        优良路率 | 养护科 | 91%
        """,
        ["1 客运量 21.8万人 +运管所", "2 优良路率 91% +养护科"],
    ),
    "measures with the points that they earn": (
        """
        编号 | 任务内容 | 主要举措 | 考核分值
        1 | 清淤河道 | 制定方案，倒排工期 | 2分
        2 | 检修泵站 | 更换机组 | 3分
        """,
        ["1 清淤河道 制定方案，倒排工期 #考核分值=2分", "2 检修泵站 更换机组 #考核分值=3分"],
    ),
    "plain": (
        """
        序号 | 工作任务 | 责任部门 | 节点计划
        1 | 修编应急预案 | 综合科 | 3月：完成初稿。/n5月：印发。
        2 | 组织防汛演练 | 防汛办、综合科 | 6月上旬
        """,
        ["1 修编应急预案 3月：完成初稿。/5月：印发。 +综合科", "2 组织防汛演练 6月上旬 +防汛办、综合科"],
    ),
    "a first column with a header that no list has, merged over the tasks": (
        """
        灾害种类 | 序号 | 工作任务 | 责任单位
        山洪 | 1 | 巡查沟口 | 水利站
        ^ | 2 | 检修雷达 | 气象站
        滑坡 | 3 | 埋设界桩 | 国土所
        """,
        ["1 巡查沟口 @山洪 +水利站", "2 检修雷达 @山洪 +气象站", "3 埋设界桩 @滑坡 +国土所"],
    ),
    "what is done for a task, where no column tells when": (
        """
        序号 | 项目名称 | 工作措施 | 年度目标 | 牵头单位
        1 | 修缮泵站 | 1.修缮2座，6月底前完工。/n2.更换机组。 | 完好率95% | 水利站
        2 | 清理河道 | / | 全部清完 | 各村
        """,
        [
            "1 修缮泵站 1.修缮2座，6月底前完工。/2.更换机组。 +L水利站 #年度目标=完好率95%",
            "2 清理河道 +L各村 #年度目标=全部清完",
        ],
    ),
    "two bodies for two tasks, where the table has one body for several": (
        """
        月份 | 主要工作 | 责任部门
        3月 | 1.检修泵站。/n2.清淤河道。 | 水利站
        4月 | 1.修订预案。/n2.组织演练。/n3.储备物资。 | 应急办
        5月 | 1.宣传节水。/n2.表彰先进。 | 党政办/n团委
        """,
        [
            "1 检修泵站。 3月 +水利站",
            "2 清淤河道。 3月 +水利站",
            "3 修订预案。 4月 +应急办",
            "4 组织演练。 4月 +应急办",
            "5 储备物资。 4月 +应急办",
            "6 宣传节水。 5月 +党政办/团委",
            "7 表彰先进。 5月 +党政办/团委",
        ],
    ),
    "meetings with their subjects": (
        """
        时间 | 会议名称 | 主要议题 | 承办专委会 | 协办单位
        2月下旬 | 第六次会议 | 审议工作要点 | 提案委 | 各专委会
        2月下旬 | 第六次会议 | 听取防汛报告 | 农业委 | 水利局
        """,
        [
            "1 审议工作要点 2月下旬 +提案委 +S各专委会 #会议名称=第六次会议",
            "2 听取防汛报告 2月下旬 +农业委 +S水利局 #会议名称=第六次会议",
        ],
    ),
    "a header that no list has, above times": (
        """
        序号 | 活动名称 | 几时 | 规模 | 承办单位
        1 | 健步走 | 3月中旬 | 3.5 | 文体站
        2 | 龙舟赛 | 5月31日 | 4.5 | 体育中心
        """,
        ["1 健步走 3月中旬 +文体站 #规模=3.5", "2 龙舟赛 5月31日 +体育中心 #规模=4.5"],
    ),
    "what looks like a label and is none": (
        """
        周次 | 工作内容 | 责任部门
        第九周 | 七、八年级期中考试 | 教务处
        第十周 | 一、二年级家长会 | 德育处
        """,
        ["1 七、八年级期中考试 第九周 +教务处", "2 一、二年级家长会 第十周 +德育处"],
    ),
    "a number of what is dealt with beside the row's": (
        """
        序号 | 编号 | 建议标题 | 提出人 | 主办单位 | 办理时限
        1 | 第12号 | 关于增设公交站点的建议 | 周明远 | 交通局 | 6月30日前
        2 | 第18号 | 关于规范停车的建议 | 何静 | 城管局 | 6月30日前
        """,
        [
            "1 关于增设公交站点的建议 6月30日前 +L交通局 #提出人=周明远 #编号=第12号",
            "2 关于规范停车的建议 6月30日前 +L城管局 #提出人=何静 #编号=第18号",
        ],
    ),
    "days in a column beside their months": (
        """
        月份 | 日期 | 工作内容 | 责任部门
        3月 | 1日 | 开学典礼 | 教导处
        ^ | 12-14日 | 植树 | 德育处
        4月 | 上旬 | 祭扫 | 德育处
        5月份 | 6日前 | 检查用电 | 总务处
        """,
        [
            "1 开学典礼 3月1日 +教导处",
            "2 植树 3月12-14日 +德育处",
            "3 祭扫 4月上旬 +德育处",
            "4 检查用电 5月6日前 +总务处",
        ],
    ),
    "steps and their days": (
        """
        序号 | 工作程序及要求 | 完成日程
        1 | 开题 | 12月
        2 | 中期检查 | 3月上旬
        """,
        ["1 开题 12月", "2 中期检查 3月上旬"],
    ),
    "a calendar of a school": (
        """
        日期 | 星期 | 学校行事纪要 | 备注
        8月30日 | 五 | 新生始业 | 各年级正式上课，有课后照顾
        9月25日 | 三 | 敬师活动 |
        """,
        ["1 新生始业 8月30日 *各年级正式上课，有课后照顾 #星期=五", "2 敬师活动 9月25日 #星期=三"],
    ),
    "a time said once for the rows below": (
        """
        时间 | 工作内容 | 责任单位
        1月 | 走访慰问 | 党总支
        | 写春联 | 文体站
        6月底前 | 入户宣传 | 平安办
        """,
        ["1 走访慰问 1月 +党总支", "2 写春联 1月 +文体站", "3 入户宣传 6月底前 +平安办"],
    ),
    "a topic and its form": (
        """
        序号 | 协商议题 | 活动形式 | 时间安排 | 承办部门
        1 | 完善养老服务 | 专题协商会 | 7月上旬 | 社会和法制委员会
        2 | 规范停车秩序 | 对口协商 | 3月下旬 | 提案委员会
        """,
        [
            "1 完善养老服务 7月上旬 +社会和法制委员会 #活动形式=专题协商会",
            "2 规范停车秩序 3月下旬 +提案委员会 #活动形式=对口协商",
        ],
    ),
    "departments first, number last": (
        """
        责任部门 | 工作任务 | 完成时限 | 序号
        城建科 | 修缮老旧小区 | 9月底 | ①
        ^ | 改造公厕 | 10月 | ②
        """,
        ["1 修缮老旧小区 9月底 +城建科", "2 改造公厕 10月 +城建科"],
    ),
    "lead and support, leaders, remarks, empty marks": (
        """
        序号 | 重点工作 | 牵头单位 | 配合单位 | 分管领导 | 完成时间 | 备 注
        1 | 引进项目 | 投促局 | 财政局、税务局 | 王　强 | 12月底前 | /
        2 | 举办推介会 | 投促局 | — | 李明 | 二季度 | 市级
        3 | 编印手册 | 投促局 | 无 | 李明 | / |
        """,
        [
            "1 引进项目 12月底前 +L投促局 +S财政局、税务局 !王强",
            "2 举办推介会 二季度 +L投促局 !李明 *市级",
            "3 编印手册 +L投促局 !李明",
        ],
    ),
    "lead leader": (
        """
        序号 | 任务 | 牵头领导 | 责任科室
        1 | 清淤 | 孙武 | 水利科
        """,
        ["1 清淤 !L孙武 +水利科"],
    ),
    "header broken and spaced": (
        """
        序/n号 | 工 作 任 务 | 责 任/n部 门 | 时 间/n节 点
        1 | 清理台账 | 档案科 | 4月
        """,
        ["1 清理台账 4月 +档案科"],
    ),
    "category merged, label apart": (
        """
        类别 | 序号 | 工作任务 | 责任单位 | 完成时限
        一、防汛 | 1 | 巡堤 | 水务站 | 6月
        ^ | 2 | 备料 | 物资科 | 5月
        二、抗旱 | 3 | 调水 | 调度科 | 8月
        """,
        ["1 巡堤 6月 @防汛 +水务站", "2 备料 5月 @防汛 +物资科", "3 调水 8月 @抗旱 +调度科"],
    ),
    "category said once, empty below": (
        """
        条线 | 工作任务 | 责任单位 | 完成时限
        防汛 | 巡堤 | 水务站 | 6月
         | 备料 | 物资科 | 5月
        抗旱 | 调水 | 调度科 | 8月
        """,
        ["1 巡堤 6月 @防汛 +水务站", "2 备料 5月 @防汛 +物资科", "3 调水 8月 @抗旱 +调度科"],
    ),
    "two category columns": (
        """
        板块 | 领域 | 序号 | 重点工作 | 责任单位
        经济 | （一）招商 | 1 | 引进项目 | 投促局
        ^ | （二）工业 | 2 | 技改 | 工信局
        民生 | （一）就业 | 3 | 培训 | 人社局
        """,
        ["1 引进项目 @经济>招商 +投促局", "2 技改 @经济>工业 +工信局", "3 培训 @民生>就业 +人社局"],
    ),
    "group rows": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        一、党的建设
        1 | 学习 | 办公室 | 3月
        二、业务工作
        2 | 检查 | 业务科 | 5月
        """,
        ["1 学习 3月 @党的建设 +办公室", "2 检查 5月 @业务工作 +业务科"],
    ),
    "group rows on two levels": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        一、综合
        （一）文秘
        1 | 修志 | 史志办 | 3月
        （二）档案
        2 | 建档 | 档案馆 | 4月
        二、业务
        3 | 测绘 | 测绘院 | 5月
        """,
        ["1 修志 3月 @综合>文秘 +史志办", "2 建档 4月 @综合>档案 +档案馆", "3 测绘 5月 @业务 +测绘院"],
    ),
    "group label in the number column": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        一 | 党的建设 | |
        1 | 学习 | 办公室 | 3月
        二 | 业务工作 | |
        2 | 检查 | 业务科 | 5月
        """,
        ["1 学习 3月 @党的建设 +办公室", "2 检查 5月 @业务工作 +业务科"],
    ),
    "digits over bracketed digits": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        1 | 党的建设 | |
        （1） | 学习 | 办公室 | 3月
        （2） | 换届 | 组织科 | 4月
        2 | 业务工作 | |
        （1） | 检查 | 业务科 | 5月
        """,
        ["1 学习 3月 @党的建设 +办公室", "2 换届 4月 @党的建设 +组织科", "1 检查 5月 @业务工作 +业务科"],
    ),
    "numerals over tasks without numbers": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        一 | 党的建设 | |
         | 学习 | 办公室 | 3月
         | 换届 | 组织科 | 4月
        二 | 业务工作 | |
         | 检查 | 业务科 | 5月
        """,
        ["1 学习 3月 @党的建设 +办公室", "2 换届 4月 @党的建设 +组织科", "3 检查 5月 @业务工作 +业务科"],
    ),
    "a task with nothing beside it": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        1 | 学习 | |
        2 | 换届 | 组织科 | 4月
        """,
        ["1 学习", "2 换届 4月 +组织科"],
    ),
    "numerals that number the tasks": (
        """
        序号 | 事项 | 责任部门 | 完成时限
        一 | 平台建设 | 信息中心 | 6月
        二 | 标准制定 | |
        """,
        ["1 平台建设 6月 +信息中心", "2 标准制定"],
    ),
    "group rows that are times": (
        """
        序号 | 工作任务 | 责任部门
        一季度
        1 | 召开部署会 | 办公室
        二季度
        2 | 中期检查 | 督查科
        """,
        ["1 召开部署会 @一季度 +办公室 ~一季度", "2 中期检查 @二季度 +督查科 ~二季度"],
    ),
    "quarters under one header": (
        """
        序号 | 工作目标任务 | 进度要求 | < | < | < | 责任科室
        ^ | ^ | 第一季度 | 第二季度 | 第三季度 | 第四季度 | ^
        1 | 建成平台 | 立项 | 采购 | / | 验收 | 信息科
        """,
        ["1 建成平台 第一季度：立项/第二季度：采购/第四季度：验收 +信息科"],
    ),
    "quarters without a header above them": (
        """
        序号 | 项目 | 第一季度 | 第二季度 | 第三季度 | 第四季度 | 牵头部门 | 协同部门
        1 | 数字化 | 立项 | 采购 | — | 验收 | 信息中心 | 财务科
        """,
        ["1 数字化 第一季度：立项/第二季度：采购/第四季度：验收 +L信息中心 +S财务科"],
    ),
    "header of three rows": (
        """
        序号 | 工作任务 | 时间进度 | < | < | < | 责任单位
        ^ | ^ | 上半年 | < | 下半年 | < | ^
        ^ | ^ | 一季度 | 二季度 | 三季度 | 四季度 | ^
        1 | 建桥 | 勘察 | 设计 | 施工 | 通车 | 交通局
        """,
        ["1 建桥 一季度：勘察/二季度：设计/三季度：施工/四季度：通车 +交通局"],
    ),
    "half years": (
        """
        项目名称 | 建设内容 | 进度安排 | < | 责任主体
        ^ | ^ | 上半年 | 下半年 | ^
        滨河公园 | 绿化2万平方米 | 完成设计 | 开工 | 园林处
        """,
        ["1 滨河公园 上半年：完成设计/下半年：开工 +园林处 #建设内容=绿化2万平方米"],
    ),
    "aims of quarters": (
        """
        序号 | 年度目标任务 | 第一季度目标 | 第二季度目标 | 责任单位
        1 | 新增就业五千人 | 一千人 | 三千人 | 人社局
        """,
        ["1 新增就业五千人 第一季度目标：一千人/第二季度目标：三千人 +人社局"],
    ),
    "months as numbers, marks, cells over several": (
        """
        序号 | 工作任务 | 时间进度 | < | < | < | < | < | 责任科室
        ^ | ^ | 1 | 2 | 3 | 4 | 5 | 6 | ^
        1 | 普查 | ● | ● |  |  |  |  | 统计科
        2 | 调研 |  | 摸底 | < | 报告 | √ | < | 研究室
        """,
        ["1 普查 1月：●/2月：● +统计科", "2 调研 2月-3月：摸底/4月：报告/5月-6月：√ +研究室"],
    ),
    "months alone": (
        """
        工作内容 | 3月 | 4月 | 5月
        备耕 | 选种 | 整地 |
        春播 |  | 育秧 | 插秧
        """,
        ["1 备耕 3月：选种/4月：整地", "2 春播 4月：育秧/5月：插秧"],
    ),
    "calendar": (
        """
        月份 | 周次 | 工作内容 | 负责部门
        3月 | 第一周 | 1.开学典礼；/n2.家长会。 | 办公室/n教务处
        ^ | 第二周 | 召开会议 | 德育处
        4月 | 第五周 | 1.运动会 2.春游 | 体育组
        """,
        [
            "1 开学典礼； 月份：3月/周次：第一周 +办公室",
            "2 家长会。 月份：3月/周次：第一周 +教务处",
            "3 召开会议 月份：3月/周次：第二周 +德育处",
            "4 运动会 月份：4月/周次：第五周 +体育组",
            "5 春游 月份：4月/周次：第五周 +体育组",
        ],
    ),
    "calendar with the month said once": (
        """
        月份 | 工作安排 | 责任部门
        九月 | 迎新 | 学生处
         | 军训 | 武装部
        十月 | 运动会 | 体育部
        """,
        ["1 迎新 九月 +学生处", "2 军训 九月 +武装部", "3 运动会 十月 +体育部"],
    ),
    "one number over several rows": (
        """
        序号 | 工作任务 | 责任单位 | 完成时限
        1 | 修订章程 | 法规科 | 3月
        ^ | 公布章程 | 办公室 | 4月
        2 | 换届 | 组织科 | 5月
        """,
        ["1 修订章程 3月 +法规科", "1 公布章程 4月 +办公室", "2 换届 5月 +组织科"],
    ),
    "number and task over the rows of a schedule": (
        """
        序号 | 工作任务 | 责任部门 | 节点计划
        1 | 巡查 | 安监科 | 一季度：部署
        ^ | ^ | ^ | 二季度：检查
        2 | 宣传 | 宣传科 | 全年
        """,
        ["1 巡查 一季度：部署/二季度：检查 +安监科", "2 宣传 全年 +宣传科"],
    ),
    "measures beside the task": (
        """
        序号 | 重点任务 | 具体举措 | 责任单位 | 完成时限
        1 | 优化环境 | 精简审批；推行代办 | 审批局 | 6月底前
        2 | 提升服务 | 设立专窗 | 大厅办 | 持续推进
        """,
        [
            "1 优化环境 6月底前 +审批局 #具体举措=精简审批；推行代办",
            "2 提升服务 持续推进 +大厅办 #具体举措=设立专窗",
        ],
    ),
    "measures below a merged task": (
        """
        序号 | 重点任务 | 具体举措 | 责任单位 | 完成时限
        1 | 优化环境 | 精简审批 | 审批局 | 6月底前
        2 | ^ | 推行代办 | 大厅办 | 9月
        3 | 提升服务 | 设立专窗 | 大厅办 | 持续推进
        """,
        [
            "1 精简审批 6月底前 @优化环境 +审批局",
            "2 推行代办 9月 @优化环境 +大厅办",
            "3 设立专窗 持续推进 @提升服务 +大厅办",
        ],
    ),
    "one header over two task columns": (
        """
        序号 | 重点工作任务 | < | 责任单位 | 完成时限
        1 | 数字政府 | 建设一体化平台 | 数据局 | 6月
        2 | ^ | 推广电子证照 | 政务办 | 9月
        """,
        ["1 建设一体化平台 6月 @数字政府 +数据局", "2 推广电子证照 9月 @数字政府 +政务办"],
    ),
    "rectification": (
        """
        序号 | 问题 | 整改措施 | 责任单位 | 整改时限 | 完成情况
        1 | 台账不全 | 补齐台账 | 综合科 | 6月底 | 正在推进
        ^ | ^ | 组织培训 | 人事科 | 7月 |
        """,
        ["1 补齐台账 6月底 +综合科 #问题=台账不全 #完成情况=正在推进", "1 组织培训 7月 +人事科 #问题=台账不全"],
    ),
    "rectification, the task column being the problem": (
        """
        编号 | 整改任务 | 整改目标 | 整改措施 | 整改时限 | 责任单位 | 督导单位
        1 | 部分河段水质不达标 | 水质达标 | 实施清淤 | 2031年底 | 水务局 | 生态办
        """,
        ["1 实施清淤 2031年底 +水务局 #整改任务=部分河段水质不达标 #整改目标=水质达标 #督导单位=生态办"],
    ),
    "contact columns in a plan": (
        """
        序号 | 工作任务 | 责任单位 | 责任人 | 联系电话 | 完成时限
        1 | 改造管网 | 住建局 | 王五 | 5550100 | 11月底前
        """,
        ["1 改造管网 11月底前 +住建局 !王五 #联系电话=5550100"],
    ),
    "start and end": (
        """
        任务名称 | 主办单位 | 协办单位 | 开始时间 | 结束时间
        文化节 | 文旅局 | 教体局 | 4月 | 6月
        """,
        ["1 文化节 开始时间：4月/结束时间：6月 +L文旅局 +S教体局"],
    ),
    "what has been beside what is due": (
        """
        工作内容 | 责任科室 | 计划开始时间 | 计划完成时间 | 实际开始时间 | 实际完成日期
        更换水表 | 营业科 | 4月2日 | 6月9日 | 4月5日 | 6月20日
        """,
        [
            "1 更换水表 计划开始时间：4月2日/计划完成时间：6月9日 +营业科 #实际开始时间=4月5日 #实际完成日期=6月20日"
        ],
    ),
    "a column of tasks without a word above it": (
        """
        板块 | 编号 | | 完成时间 | 说明
        园艺 | 1 | 修剪行道树 | 3月20日 |
        ^ | 2 | 补种月季 | 4月5日 | 品种待定
        道路 | 3 | 修补人行道 | 5月底 |
        """,
        [
            "1 修剪行道树 3月20日 @园艺",
            "2 补种月季 4月5日 @园艺 #说明=品种待定",
            "3 修补人行道 5月底 @道路",
        ],
    ),
    "a group that says when, and no task": (
        """
        阶段 | 任务 | 开始时间 | 结束时间
        勘察 | 测绘现状图 | 4月1日 | 4月9日
        设计 | | 4月10日 | 5月8日
        施工 | 铺设管道 | 5月9日 | 8月1日
        """,
        [
            "1 测绘现状图 开始时间：4月1日/结束时间：4月9日 @勘察",
            "2 设计 开始时间：4月10日/结束时间：5月8日 @设计",
            "3 铺设管道 开始时间：5月9日/结束时间：8月1日 @施工",
        ],
    ),
    "days on which nothing is done": (
        """
        日期 | 工作安排 | 备注
        2031/4/25 | |
        2031/4/26 | 清点器材 |
        2031/4/27 | |
        2031/4/28 | 布置展台 | 提前备料
        """,
        ["1 清点器材 2031/4/26", "2 布置展台 2031/4/28 *提前备料"],
    ),
    "months over their days": (
        """
        日期 | 工作安排 | 备注
        4月 | |
        4月26日 | 清点器材 |
        5月 | |
        5月8日 | 布置展台 | 提前备料
        """,
        ["1 清点器材 4月26日 @4月", "2 布置展台 5月8日 @5月 *提前备料"],
    ),
    "who goes on with a task, within which span of time": (
        """
        阶段任务 | 时间范围 | 跟进人 | 备注说明
        选定场地 | 3月1日-3月9日 | 何苇 | 两处备选
        """,
        ["1 选定场地 3月1日-3月9日 !何苇 *两处备选"],
    ),
    "fields of a form above the header": (
        """
        学年度 | 2030—2031 | 学期 | 第一学期 | 年级 | 三年级
        项目负责人 | | 开发周期 | 20工作日 | 班级 | 二班
        周次 | 日期 | 教学内容 | < | 责任人 | 备注
        1 | 9.1-9.5 | 识字 | < | 何苇 |
        2 | 9.8-9.12 | 课文一 | < | 周岭 | 测验
        """,
        ["1 识字 9.1-9.5 !何苇 #周次=1", "2 课文一 9.8-9.12 !周岭 *测验 #周次=2"],
    ),
    "stages whose tasks are numbered, right below a header in two rows": (
        """
        项目序号 | 项目内容 | 时间安排表 | <
        ^ | ^ | 开始时间 | 完成时间
        第一阶段 | 项目立项 | |
        1 | 论证背景 | 4月2日 | 4月9日
        第二阶段 | 项目实施 | |
        1 | 平整场地 | 5月1日 | 5月9日
        """,
        ["1 论证背景 开始时间：4月2日/完成时间：4月9日 @项目立项", "1 平整场地 开始时间：5月1日/完成时间：5月9日 @项目实施"],
    ),
    "merged groups without a word above them": (
        """
         |  | 工作内容 | 责任科室 | 完成时间
        园区 | 东片 | 修剪行道树 | 绿化科 | 3月
        ^ | ^ | 补种月季 | 绿化科 | 4月
        ^ | 西片 | 清理水渠 | 水务科 | 5月
        """,
        ["1 修剪行道树 3月 @园区>东片 +绿化科", "2 补种月季 4月 @园区>东片 +绿化科", "3 清理水渠 5月 @园区>西片 +水务科"],
    ),
    "days with points beside how long": (
        """
        大阶段 | 小阶段 | | 开始时间 | 结束时间 | 时长
        建设期 | 勘察 | 测绘现状图 | 2031.4.6 | 2031.4.9 | 3天
        ^ | 设计 | 绘制施工图 | 2031.4.10 | 2031.5.8 | 28天
        收尾期 | 验收 | 整理竣工资料 | 2031.8.2 | 2031.8.9 | 7天
        """,
        [
            "1 测绘现状图 开始时间：2031.4.6/结束时间：2031.4.9 @建设期>勘察 #时长=3天",
            "2 绘制施工图 开始时间：2031.4.10/结束时间：2031.5.8 @建设期>设计 #时长=28天",
            "3 整理竣工资料 开始时间：2031.8.2/结束时间：2031.8.9 @收尾期>验收 #时长=7天",
        ],
    ),
    "the inner of two groups is what is done": (
        """
        板块 | 方面 | 开始时间 | 完成时间
        园区 | 修剪行道树 | 3月2日 | 3月9日
        ^ | 补种月季 | 4月2日 | 4月9日
        """,
        ["1 修剪行道树 开始时间：3月2日/完成时间：3月9日 @园区", "2 补种月季 开始时间：4月2日/完成时间：4月9日 @园区"],
    ),
    "hours beneath days, drawn askew": (
        """
        6月9日
        08:00-16:00 | < | 报到 | < | 大厅
        16:00-17:00 | < | 预备会 | < | 二楼
        6月10日
        08:30 | 开幕式 | < | 报告厅 | <
        09:00-12:00 | < | 参观 | < | 展馆
        """,
        [
            "1 报到 08:00-16:00 @6月9日 #第3列=大厅",
            "2 预备会 16:00-17:00 @6月9日 #第3列=二楼",
            "3 开幕式 08:30 @6月10日 #第3列=报告厅",
            "4 参观 09:00-12:00 @6月10日 #第3列=展馆",
        ],
    ),
    "an English header": (
        """
        No | Work Item | Plan Start | Plan End | Owner
        1 | 选定场地 | 3月2日 | 3月9日 | 何苇
        """,
        ["1 选定场地 PlanStart：3月2日/PlanEnd：3月9日 !何苇"],
    ),
    "totals and notes": (
        """
        序号 | 任务 | 责任人 | 时限
        ５． | 清淤 | 孙武 | 5月
        （六） | 护堤 | 周瑜 | 6月
        合计 | 2项 | |
        注：时限为最迟日期。
        填表人：张三 | | 审核人：李四 |
        """,
        ["5 清淤 5月 !孙武", "6 护堤 6月 !周瑜"],
    ),
    "numbers of several levels": (
        """
        序号 | 工作任务 | 责任单位
        1.1 | 修志 | 史志办
        1.2 | 建档 | 档案馆
        02 | 测绘 | 测绘院
        """,
        ["1.1 修志 +史志办", "1.2 建档 +档案馆", "2 测绘 +测绘院"],
    ),
    "labels in the task column": (
        """
        工作任务 | 责任单位 | 完成时限
        1.开展巡河 | 水务站 | 每周
        2.整治排口 | 水务站 | 6月底
        """,
        ["1 开展巡河 每周 +水务站", "2 整治排口 6月底 +水务站"],
    ),
    "numbers without a header": (
        """
         | 任务 | 部门 | 时间
        1 | 修编规划 | 规划科 | 1月
        2 | 评审规划 | 专家组 | 2月
        """,
        ["1 修编规划 1月 +规划科", "2 评审规划 2月 +专家组"],
    ),
    "header said again in the middle": (
        """
        序号 | 工作任务 | 责任单位 | 完成时限
        1 | 巡堤 | 水务站 | 6月
        序号 | 工作任务 | 责任单位 | 完成时限
        2 | 备料 | 物资科 | 5月
        """,
        ["1 巡堤 6月 +水务站", "2 备料 5月 +物资科"],
    ),
    "no header": (
        """
        1 | 完善考核办法和指标体系 | 人事科、办公室 | 3月底前
        2 | 组织开展专项检查行动 | 督查室 | 每季度
        3 | 建设社区服务站点两处 | 民政科 | 10月：完工
        """,
        [
            "1 完善考核办法和指标体系 3月底前 +人事科、办公室",
            "2 组织开展专项检查行动 每季度 +督查室",
            "3 建设社区服务站点两处 10月：完工 +民政科",
        ],
    ),
    "an unknown column": (
        """
        序号 | 工作任务 | 创新点 | 责任单位
        1 | 铺设管网 | 专项债 | 住建局
        """,
        ["1 铺设管网 +住建局 #创新点=专项债"],
    ),
    "no word for the task": (
        """
        序号 | 谋划思路 | 责任单位 | 完成时限
        1 | 围绕水系做好连通文章 | 水务局 | 9月
        """,
        ["1 围绕水系做好连通文章 9月 +水务局"],
    ),
    "measures and their times in one column": (
        """
        序号 | 任务 | 工作措施及完成时限 | 责任部门
        1 | 培训 | 6月底前完成两期 | 人事科
        """,
        ["1 培训 6月底前完成两期 +人事科"],
    ),
    "bodies and persons that blanks keep apart": (
        """
        序号 | 任务 | 责任单位 | 责任人
        1 | 巡查 | 教育局　财政局 | 张三 李四
        2 | 检查 | 办 公 室 | 白　岩
        3 | 采风 | 县文联 柳镇 |
        4 | 义诊 | 县人民 医院 |
        """,
        ["1 巡查 +教育局/财政局 !张三/李四", "2 检查 +办公室 !白岩", "3 采风 +县文联 柳镇", "4 义诊 +县人民 医院"],
    ),
    "points in the task's cell": (
        """
        序号 | 工作任务 | 责任部门 | 完成时限
        1 | 加强领导：/n（1）成立专班；/n（2）定期会商。 | 办公室 | 3月
        """,
        ["1 加强领导：（1）成立专班；（2）定期会商。 3月 +办公室"],
    ),
    "a card": (
        """
        项目名称 | 铺设管网
        责任单位 | 住建局
        责任人 | 王五
        建设内容 | 铺设主管网三公里
        完成时限 | 11月底前
        """,
        ["1 铺设管网 11月底前 +住建局 !王五 #建设内容=铺设主管网三公里"],
    ),
    "columns numbered below the header": (
        """
        序号 | 工作任务 | 责任单位 | 完成时限
        1 | 2 | 3 | 4
        1 | 修路 | 交通局 | 6月
        """,
        ["1 修路 6月 +交通局"],
    ),
    "progress reported by quarters is no schedule": (
        """
        序号 | 工作任务 | 责任单位 | 完成时限 | 完成情况 | <
        ^ | ^ | ^ | ^ | 一季度 | 二季度
        1 | 修路 | 交通局 | 6月 | 已开工 |
        """,
        ["1 修路 6月 +交通局 #完成情况一季度=已开工"],
    ),
    "activities": (
        """
        时间 | 地点 | 活动内容 | 参加人员
        3月5日 | 广场 | 志愿服务 | 全体党员
        """,
        ["1 志愿服务 3月5日 #地点=广场 #参加人员=全体党员"],
    ),
}  # fmt: skip

NO_PLANS = {
    "contacts": "序号 | 姓名 | 单位 | 联系电话\n1 | 张三 | 教育局 | 123\n2 | 李四 | 水务局 | 456",
    "contacts of units": "序号 | 单位 | 联系人 | 联系电话 | 备注\n1 | 一中 | 张三 | 123 |\n2 | 二中 | 李四 | 456 |",
    "statistics": "序号 | 指标名称 | 单位 | 2024年 | 2025年\n1 | 生产总值 | 亿元 | 100 | 110\n2 | 财政收入 | 亿元 | 10 | 11",
    "statistics with units": "指标名称 | 单位 | 上年实绩 | 今年预期\n客运量 | 万人 | 21.8 | 23.6\n优良路率 | % | 91.2 | 92.5",
    "what is aimed at, in units": "指标 | 单位 | 目标值\n客运量 | 万人 | ≥21.8\n优良路率 | % | 91\n办结用时 | 天 | ≤3",
    "prices by units of two words": "项目 | 收费单位 | 价格\n乒乓球台 | 台·小时 | 20\n更衣柜 | 格/天 | 5\n自来水 | 元/立方米 | 2.6",
    "units of measure": "指标名称 | 计量单位 | 目标\n新增藏书 | 万册 | 1.2\n讲座 | 场 | 12\n读者满意度 | % | ≥96",
    "statistics of months": "项目 | 1月 | 2月 | 3月\n客流 | 100 | 120 | 90\n营收 | 1,200 | 95% | 3.5万元",
    "assessment": "序号 | 考核内容 | 分值 | 评分标准\n1 | 党建 | 10 | 缺一扣一\n2 | 业务 | 20 | 缺一扣一",
    "sign-off": "签发人 | 张三 | 会签 | 李四\n拟稿 | 王五 | 核稿 | 赵六",
    "colophon": "云溪区教育局办公室 | 2031年3月4日印发",
    "contents": "序号 | 名称 | 页码\n1 | 总则 | 1\n2 | 附则 | 5",
    "layout": "本表由各单位填写后于月底前报送 |\n谢谢配合 |",
    "header without rows": "序号 | 工作任务 | 责任单位",
    "empty form": "序号 | 工作任务 | 责任单位 | 时限\n1 | | |\n2 | | |",
}


def read(text: str) -> TablePlan | None:
    return read_table(draw(text), settings=Settings())


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_read(name: str) -> None:
    drawing, expected = SHAPES[name]
    assert told(read(drawing)) == expected


@pytest.mark.parametrize("name", SHAPES)
def test_every_character_is_accounted_for(name: str) -> None:
    table = draw(SHAPES[name][0])
    plan = read_table(table, settings=Settings())
    assert plan is not None
    assert plan.placed + sum(len("".join(text.split())) for _, text in plan.left_out) == characters(table)
    assert not [reason for reason, _ in plan.left_out if reason == "unplaced"]


@pytest.mark.parametrize("name", NO_PLANS)
def test_a_list_without_tasks_is_no_plan(name: str) -> None:
    assert read(NO_PLANS[name]) is None


def test_the_title_row_and_notes_are_kept() -> None:
    plan = read("""
        云溪区2031年重点工作任务表
        填报单位：云溪镇 | < | 日期：3月
        工作任务 | 责任单位 | 完成时限
        巡堤 | 水务站 | 6月
        注：列第一位的为牵头单位。
        """)
    assert plan is not None
    assert plan.title == "云溪区2031年重点工作任务表"
    assert plan.notes == ["填报单位：云溪镇", "日期：3月", "注：列第一位的为牵头单位。"]
    assert len(plan.tasks) == 1


def test_sections_keep_label_and_level() -> None:
    plan = read(SHAPES["group rows on two levels"][0])
    assert plan is not None
    assert [(s.label, s.level, s.title, s.parent) for s in plan.sections] == [
        ("一、", 1, "综合", None),
        ("（一）", 2, "文秘", 0),
        ("（二）", 2, "档案", 0),
        ("二、", 1, "业务", None),
    ]


def test_labels_stay_as_printed() -> None:
    plan = read(SHAPES["totals and notes"][0])
    assert plan is not None
    assert [task.label for task in plan.tasks] == ["５．", "（六）"]
    assert [reason for reason, _ in plan.left_out] == ["total", "total"]


def test_the_schedule_knows_its_headers() -> None:
    plan = read(SHAPES["months as numbers, marks, cells over several"][0])
    assert plan is not None
    task = plan.tasks[1]
    assert [(task.text[s.start : s.header_end], task.text[s.start : s.end]) for s in task.schedule] == [
        ("2月-3月", "2月-3月：摸底"),
        ("4月", "4月：报告"),
        ("5月-6月", "5月-6月：√"),
    ]
    assert all(line.header_is_time and not line.limit for line in task.schedule)


def test_a_column_of_limits_says_so() -> None:
    plan = read(SHAPES["rectification"][0])
    assert plan is not None
    (line,) = plan.tasks[0].schedule
    assert (line.header, line.header_end, line.header_is_time, line.limit) == ("整改时限", 0, False, True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no header", "header-guessed"),
        ("an unknown column", "column-unknown"),
        ("no word for the task", "task-column-guessed"),
    ],
)
def test_a_doubtful_reading_is_reported(name: str, code: str) -> None:
    plan = read(SHAPES[name][0])
    assert plan is not None
    assert [diagnostic.code for diagnostic in plan.diagnostics] == [code]


def test_tasks_know_table_page_and_row() -> None:
    plan = read_table(draw(SHAPES["plain"][0], number=3, page=7), settings=Settings())
    assert plan is not None
    assert [(t.location.page, t.location.table, t.location.row) for t in plan.tasks] == [(7, 3, 2), (7, 3, 3)]


def test_the_user_may_add_header_words() -> None:
    drawing = "序号 | 谋划 | 责任单位\n1 | 建桥 | 交通局"
    assert read(drawing) is None
    settings = Settings(lexicon={"headers": {"task": ["谋划"]}})
    assert told(read_table(draw(drawing), settings=settings)) == ["1 建桥 +交通局"]


@pytest.mark.parametrize(
    "groups",
    [
        "基本情况 | < | 责任落实 | <",
        "任务 | < | 落实 | <",
        "序号 | 工作内容 | 落实情况 | <",
        "工作部署 | < | 责任单位 | 时限",
        "基本情况 | | 责任落实 |",
    ],
)
def test_a_row_that_names_groups_of_columns_is_header(groups: str) -> None:
    header = "序号 | 工作任务 | 牵头单位 | 完成时限"
    plan = read(f"{groups}\n{header}\n1 | 修建河堤 | 水利局 | 6月底前\n2 | 整治村道 | 交通局 | 9月底前")
    assert told(plan) == ["1 修建河堤 6月底前 +L水利局", "2 整治村道 9月底前 +L交通局"]
    assert plan is not None and plan.title is None and plan.notes == []


def test_a_row_of_values_names_no_groups() -> None:
    rows = "序号 | 工作任务 | 牵头单位 | 完成时限\n1 | 修建河堤 | 水利局 | 6月底前"
    plan = read(f"单位：某局 | < | 2024年 | <\n{rows}")
    assert plan is not None and plan.header == ["序号", "工作任务", "牵头单位", "完成时限"]
    assert read(f"1 | 修建河堤 | < | 水利局\n{rows}") is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1.修路/n2.造桥 | 3月底前/n6月底前", ["1 修路 3月底前 +交通局", "2 造桥 6月底前 +交通局"]),
        ("1.修路/n2.造桥 | 3月底前", ["1 修路 3月底前 +交通局", "2 造桥 3月底前 +交通局"]),
    ],
)
def test_lines_beside_tasks_of_one_cell_go_to_each(cells: str, expected: list[str]) -> None:
    tasks, times = cells.split(" | ")
    table = draw(f"工作任务 | 责任单位 | 完成时限\n{tasks} | 交通局 | {times}\n3.通航 | 港航局 | 9月")
    assert told(read_table(table, settings=Settings())) == [*expected, "3 通航 9月 +港航局"]
