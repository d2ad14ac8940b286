"""Outlines in the layouts that public bodies use: which level is the task, what is its title, what its text."""

from __future__ import annotations

import pytest

import plancli

from .drawing import draft, drawing

SHAPES = {
    "numbers that run on from stage to stage": (
        """
云岭县2025年普查宣传方案
一、活动内容
第一阶段（9月1日-19日）
（一）印制展板（综合科牵头）
展板进社区。
（二）走访企业（农业科负责）
解答疑问。
第二阶段（9月20日-30日）
（三）街头咨询（法规科负责）
设咨询台。
""",
        """
云岭县2025年普查宣传方案
# 一、活动内容
## 第一阶段（9月1日-19日）
1 印制展板 | （综合科牵头） / 展板进社区。
2 走访企业 | （农业科负责） / 解答疑问。
## 第二阶段（9月20日-30日）
3 街头咨询 | （法规科负责） / 设咨询台。
""",
    ),
    "stages without a number, numbers that run on": (
        """
云岭县2025年普查宣传方案
一、活动内容
启动阶段（9月1日-19日）
（一）印制展板（综合科牵头）
展板进社区。
实施阶段（9月20日-30日）
（二）街头咨询（法规科负责）
设咨询台。
""",
        """
云岭县2025年普查宣传方案
# 一、活动内容
## 启动阶段（9月1日-19日）
1 印制展板 | （综合科牵头） / 展板进社区。
## 实施阶段（9月20日-30日）
2 街头咨询 | （法规科负责） / 设咨询台。
""",
    ),
    "items all assigned, some behind their points": (
        """
云岭县2025年绿化工作安排
一、补植行道树
（责任单位：县园林站）
二、管护古树
①普查建档。
②划定保护范围。
（责任单位：县林业站）
三、更新绿篱
①清除枯枝。
②补植冬青。
（责任单位：各社区）
""",
        """
云岭县2025年绿化工作安排
1 补植行道树 | （责任单位：县园林站）
2 管护古树 | ①普查建档。 / ②划定保护范围。 / （责任单位：县林业站）
3 更新绿篱 | ①清除枯枝。 / ②补植冬青。 / （责任单位：各社区）
""",
    ),
    "numbers that begin anew beneath a part, before quarters": (
        """
云岭县2025年培训安排
第一部分 机关
一、举办讲座。
二、二季度参观档案馆。
第二部分 乡镇
一、三四季度开展轮训。
二、年底考核。
""",
        """
云岭县2025年培训安排
# 第一部分机关
1 举办讲座
2 二季度参观档案馆
# 第二部分乡镇
1 三四季度开展轮训
2 年底考核
""",
    ),
    "what the last item says on the line below, and who does it": (
        """
云岭县2025年绿化工作安排
1.补植行道树。（责任单位：县园林站）
2.管护古树。
一是普查建档，二是划定保护范围，三是落实管护责任人，逐株挂牌，每年巡查并向社会公布结果。（责任单位：县林业站、各乡镇）
各单位要加强领导。
""",
        """
云岭县2025年绿化工作安排
1 补植行道树 | （责任单位：县园林站）
2 管护古树 | 一是普查建档，二是划定保护范围，三是落实管护责任人，逐株挂牌，每年巡查并向社会公布结果。（责任单位：县林业站、各乡镇）
< 各单位要加强领导。
""",
    ),
    "assigned chapters with plain numbers": (
        """
云岭县2025年乡村振兴任务分解
1.防范风险【责任单位：县统计局】
1.1 健全设施布局。开展调研，形成台账。
1.2 充实物资。新建仓库2座。
2.增强保障【责任单位：县消防大队】
2.1 值班值守。逐项整改到位。
2.2 推进标准化。建成投用。
""",
        """
云岭县2025年乡村振兴任务分解
# 1.防范风险 | 【责任单位：县统计局】
1.1 健全设施布局 | 开展调研，形成台账。
1.2 充实物资 | 新建仓库2座。
# 2.增强保障 | 【责任单位：县消防大队】
2.1 值班值守 | 逐项整改到位。
2.2 推进标准化 | 建成投用。
""",
    ),
    "a copy that has lost its line ends": (
        """
云岭县2025年绿化工作要点 今年工作如下： 一、提升绿地 1.补植行道树300株。 责任单位：县园林站 责任人：何静 进展情况：已完成 2.新建公园2处，占地1.5公顷。 二、日常养护 3.修剪绿篱：春剪、秋剪。
""",
        """
云岭县2025年绿化工作要点
> 今年工作如下：
# 一、提升绿地
1 补植行道树300株 | 责任单位：县园林站 / 责任人：何静 / 进展情况：已完成
2 新建公园2处，占地1.5公顷
# 二、日常养护
3 修剪绿篱：春剪、秋剪
""",
    ),
    "a text in which items run on behind a colon": (
        """
云岭县2025年安全月活动安排
6月主要开展三项活动：（一）启动仪式。各镇参加。（二）宣传咨询日活动。（三）应急演练。
""",
        """
云岭县2025年安全月活动安排
> 6月主要开展三项活动：
1 启动仪式 | 各镇参加。
2 宣传咨询日活动
3 应急演练
""",
    ),
    "a last paragraph that speaks of the new year": (
        """
云岭站2025年工作计划
一、抓宣传；
办培训班，出墙报。
二、抓示范；
办好示范点。
三、抓防治，测报病虫。
在新的一年里，我站将再上台阶。
""",
        """
云岭站2025年工作计划
1 抓宣传 | 办培训班，出墙报。
2 抓示范 | 办好示范点。
3 抓防治，测报病虫
< 在新的一年里，我站将再上台阶。
""",
    ),
    "two items on one line without a stop, where the next line has the number behind": (
        """
云岭公司2025年工会活动计划
1、一月份慰问职工，2、三月份举办趣味赛3、四月份踏青，登5、6号山。
4、六月份组织运动会。
""",
        """
云岭公司2025年工会活动计划
1 一月份慰问职工
2 三月份举办趣味赛
3 四月份踏青，登5、6号山
4 六月份组织运动会
""",
    ),
    "a title of the first level that says nothing of who among those that do": (
        """
云岭县2025年安全月分工
一、开展宣讲
走进企业。由宣教科负责。
二、播放广告
在车站播放。由宣教科负责。
三、开展竞赛
评选能手。
四、组织演练
演练预案。由指挥中心负责。
五、发放手册
发放到户。由办公室负责。
六、曝光隐患
曝光一批。由执法队负责。
""",
        """
云岭县2025年安全月分工
1 开展宣讲 | 走进企业。由宣教科负责。
2 播放广告 | 在车站播放。由宣教科负责。
3 开展竞赛 | 评选能手。
4 组织演练 | 演练预案。由指挥中心负责。
5 发放手册 | 发放到户。由办公室负责。
6 曝光隐患 | 曝光一批。由执法队负责。
""",
    ),
    "items that say when, and beneath the last who does them all": (
        """
云岭县2025年卫生院建设方案
一、基础设施
（一）改扩建卫生院2所
1.城关卫生院。6月底前完成主体。
2.柳河卫生院。8月底前投用。
责任单位：县卫健局、县住建局
二、人才队伍
（二）招聘医学毕业生20名
8月底前到岗。
责任单位：县卫健局
""",
        """
云岭县2025年卫生院建设方案
# 一、基础设施
1 改扩建卫生院2所 | 1.城关卫生院。6月底前完成主体。 / 2.柳河卫生院。8月底前投用。 / 责任单位：县卫健局、县住建局
# 二、人才队伍
2 招聘医学毕业生20名 | 8月底前到岗。 / 责任单位：县卫健局
""",
    ),
    "chapters with plain numbers, of which one has nothing but prose": (
        """
云岭街道2025年安全生产计划
1 工作目标
全年平安。
2 重点工作
2.1 签订责任书。责任科室：安监办
2.2 检查燃气。责任科室：城管办
""",
        """
云岭街道2025年安全生产计划
# 2重点工作
2.1 签订责任书 | 责任科室：安监办
2.2 检查燃气 | 责任科室：城管办
# 1工作目标 | 全年平安。
""",
    ),
    "a mark of quotation that nothing closes": (
        """
云岭县2025年保洁安排
1.清理小广告（俗称“牛皮癣）。城管队负责实施。
2.清运垃圾。环卫站负责实施。
""",
        """
云岭县2025年保洁安排
1 清理小广告（俗称“牛皮癣） | 城管队负责实施。
2 清运垃圾 | 环卫站负责实施。
""",
    ),
    "a number and a name for one item": (
        """
云岭县2025年读书月方案
一、活动内容
（一）活动一：朗诵会
时间：4月2日
组织单位：县文化馆
（二）活动二：书市
时间：4月9日
组织单位：县图书馆
""",
        """
云岭县2025年读书月方案
# 一、活动内容
1 活动一：朗诵会 | 时间：4月2日 / 组织单位：县文化馆
2 活动二：书市 | 时间：4月9日 / 组织单位：县图书馆
""",
    ),
    "items of which only the last beneath each heading is assigned": (
        """
云岭中学2025年团委工作要点
一、思想引领
1、开展团课。2、组织宣讲。
3、举办表彰大会。（团委）
二、志愿服务
1、组建志愿队。2、结对帮扶。
3、登记时长。（团委、学生会）
""",
        """
云岭中学2025年团委工作要点
# 一、思想引领
1 开展团课
2 组织宣讲
3 举办表彰大会 | （团委）
# 二、志愿服务
1 组建志愿队
2 结对帮扶
3 登记时长 | （团委、学生会）
""",
    ),
    "bullets that say who and when": (
        """
云岭县2025年园林工作
● 修订养护标准（园林科，3月）
● 更换老旧灌溉管网4公里（工程科、养护中心，9月底前）
● 培训养护工200人次（办公室，全年）
""",
        """
云岭县2025年园林工作
1 修订养护标准 | （园林科，3月）
2 更换老旧灌溉管网4公里 | （工程科、养护中心，9月底前）
3 培训养护工200人次 | （办公室，全年）
""",
    ),
    "lines that say who, behind no bullet, beneath short headings": (
        """
云岭县2025年园林工作安排
按照县政府部署，作如下安排。
绿化提升
补植行道树300株。责任单位：县园林站
新建口袋公园2处。责任单位：县住建局
日常养护
修剪绿篱。责任单位：各社区
建立古树台账。责任单位：县林业站
""",
        """
云岭县2025年园林工作安排
> 按照县政府部署，作如下安排。
# 绿化提升
1 补植行道树300株 | 责任单位：县园林站
2 新建口袋公园2处 | 责任单位：县住建局
# 日常养护
3 修剪绿篱 | 责任单位：各社区
4 建立古树台账 | 责任单位：县林业站
""",
    ),
    "bullets that say who beneath headings": (
        """
云岭县2025年园林工作安排
一、绿化提升
◆补植行道树300株（县园林站）
◆新建口袋公园2处（县住建局）
◆普查古树（县林业站、各乡镇）
二、日常养护
修剪绿篱，清理枯枝。
""",
        """
云岭县2025年园林工作安排
# 一、绿化提升
1 补植行道树300株 | （县园林站）
2 新建口袋公园2处 | （县住建局）
3 普查古树 | （县林业站、各乡镇）
# 二、日常养护 | 修剪绿篱，清理枯枝。
""",
    ),
    "few bullets a heading, most of which say who or when": (
        """
云岭县2025年园林工作安排
一、绿化提升
●补植行道树300株（县园林站）
●新建口袋公园2处（县住建局，9月底前）
二、日常养护
●普查古树，10月底前建档
●清理枯枝
""",
        """
云岭县2025年园林工作安排
# 一、绿化提升
1 补植行道树300株 | （县园林站）
2 新建口袋公园2处 | （县住建局，9月底前）
# 二、日常养护
3 普查古树，10月底前建档
4 清理枯枝
""",
    ),
    "lines that each say who beneath numbered headings": (
        """
云岭县2025年园林工作安排
一、绿化提升
补植行道树300株。（责任单位：县园林站）
新建口袋公园2处。（责任单位：县住建局）
二、日常养护
普查古树。（责任单位：县林业站、各乡镇）
修剪绿篱。（责任单位：各社区）
各单位要高度重视，抓好落实。
""",
        """
云岭县2025年园林工作安排
# 一、绿化提升
1 补植行道树300株 | （责任单位：县园林站）
2 新建口袋公园2处 | （责任单位：县住建局）
# 二、日常养护
3 普查古树 | （责任单位：县林业站、各乡镇）
4 修剪绿篱 | （责任单位：各社区）
< 各单位要高度重视，抓好落实。
""",
    ),
    "headings behind stars above lines behind another bullet": (
        """
云岭县2025年园林工作安排
★ 绿化提升
● 补植行道树300株（牵头：县园林站；时限：8.31）
● 新建口袋公园2处（牵头：县住建局；时限：9.30）
☆ 日常养护
● 普查古树：10月底前建档
● 清理枯枝：按养护表执行
""",
        """
云岭县2025年园林工作安排
# ★绿化提升
1 补植行道树300株 | （牵头：县园林站；时限：8.31）
2 新建口袋公园2处 | （牵头：县住建局；时限：9.30）
# ☆日常养护
3 普查古树：10月底前建档
4 清理枯枝：按养护表执行
""",
    ),
    "numbers with nothing but a blank behind them": (
        """
云岭县2025年园林工作计划
一　绿化提升
1 补植行道树300株
2 新建口袋公园2处
二　日常养护
3 修剪绿篱
""",
        """
云岭县2025年园林工作计划
# 一绿化提升
1 补植行道树300株
2 新建口袋公园2处
# 二日常养护
3 修剪绿篱
""",
    ),
    "what is done in a piece of work is named beneath it": (
        """
云岭县2025年园林提升行动方案
行动一：绿廊行动
措施1：补植行道树300株。责任单位：县园林站
措施2：修剪绿篱。责任单位：各社区
行动二：古树行动
措施3：普查古树。责任单位：县林业站
""",
        """
云岭县2025年园林提升行动方案
# 行动一：绿廊行动
1 补植行道树300株 | 责任单位：县园林站
2 修剪绿篱 | 责任单位：各社区
# 行动二：古树行动
3 普查古树 | 责任单位：县林业站
""",
    ),
    "a body a line behind a label, at a plan's end too": (
        """
云岭县2025年档案工作要点
1.清点馆藏。
配合单位：
县文旅局
县财政局
2.扫描旧档。
责任单位：县档案馆
县方志办
""",
        """
云岭县2025年档案工作要点
1 清点馆藏 | 配合单位：县文旅局 / 县财政局
2 扫描旧档 | 责任单位：县档案馆 / 县方志办
""",
    ),
    "assigned headings whose numbered items run through": (
        """
云岭县2025年园林养护安排
一、行道树（责任单位：县园林站）
1.修剪枯枝300株。
2.补植国槐80株。
二、绿篱（县园林站牵头，各社区配合）
3.更换护栏。
""",
        """
云岭县2025年园林养护安排
# 一、行道树 | （责任单位：县园林站）
1 修剪枯枝300株
2 补植国槐80株
# 二、绿篱 | （县园林站牵头，各社区配合）
3 更换护栏
""",
    ),
    "steps with their times, and （—） for （一）": (
        """
云岭县2025年普查方案
第一步：摸底（2025年5月）
（—）召开动员会，各村普查员参加。
（二）印发告知书。
第二步：登记（2025年6月）
（—）入户登记。
""",
        """
云岭县2025年普查方案
# 第一步：摸底（2025年5月）
1 召开动员会，各村普查员参加
2 印发告知书
# 第二步：登记（2025年6月）
1 入户登记
""",
    ),
    "items of one line whose time stands behind a colon": (
        """
云岭中学2025年教务安排
一、教材发放：2月20日，发放新教材
二、视力检查：4月初二学生到县医院检查
三、口语考试：5月6日、7日分批进行
""",
        """
云岭中学2025年教务安排
1 教材发放：2月20日，发放新教材
2 视力检查：4月初二学生到县医院检查
3 口语考试：5月6日、7日分批进行
""",
    ),
    "a list of names that goes on behind 、": (
        """
云岭县2025年文物工作要点
1.修缮古桥。责任单位：县文物所、
县水利局
""",
        """
云岭县2025年文物工作要点
1 修缮古桥 | 责任单位：县文物所、县水利局
""",
    ),
    "a day of note that begins a title": (
        """
3.15消费者权益日活动方案
1.悬挂横幅。
2.受理投诉。
""",
        """
3.15消费者权益日活动方案
1 悬挂横幅
2 受理投诉
""",
    ),
    "numbered fields of an item": (
        """
云岭县2025年防灾宣传周方案
一、活动主题
减少风险。
二、活动安排
（一）举办图片展
1.活动时间：5月6日至5月8日。
2.活动内容：展出防灾图片。
3.责任单位：县应急管理局。
（二）组织演练
1.活动时间：5月12日。
2.活动内容：各校疏散演练。
3.责任单位：县教育局。
""",
        """
云岭县2025年防灾宣传周方案
# 二、活动安排
1 举办图片展 | 1.活动时间：5月6日至5月8日。 / 2.活动内容：展出防灾图片。 / 3.责任单位：县应急管理局。
2 组织演练 | 1.活动时间：5月12日。 / 2.活动内容：各校疏散演练。 / 3.责任单位：县教育局。
# 一、活动主题 | 减少风险。
""",
    ),
    "an assigned heading over items of which the last has an assignment of its own": (
        """
星桥县2025年重点项目清单
一、产业项目
责任单位：县工信局
1.新建产业园，年内封顶。
2.技改生产线。（责任单位：县环保局）
二、交通项目（责任单位：县交通局）
3.建成环城路。
4.改造危桥，6月底前完工。（责任单位：县城投公司）
""",
        """
星桥县2025年重点项目清单
# 一、产业项目 | 责任单位：县工信局
1 新建产业园，年内封顶
2 技改生产线 | （责任单位：县环保局）
# 二、交通项目 | （责任单位：县交通局）
3 建成环城路
4 改造危桥，6月底前完工 | （责任单位：县城投公司）
""",
    ),
    "points numbered as items elsewhere are, with the item's assignment behind the last": (
        """
星桥县2025年卫生工作要点
一、深化改革
（一）推进联合体建设。6月底前完成备案。抓好三件事：
1.统一目录，集中配送；
2.组建检验中心；
3.落实病种清单。
（牵头科室：医改办；配合科室：财务科）
（二）推行上门护理。二季度试点。（责任科室：医政科）
二、提升能力
（三）开展接种。全年覆盖。（责任科室：疾控科）
""",
        """
星桥县2025年卫生工作要点
# 一、深化改革
1 推进联合体建设 | 6月底前完成备案。抓好三件事： / 1.统一目录，集中配送； / 2.组建检验中心； / 3.落实病种清单。 / （牵头科室：医改办；配合科室：财务科）
2 推行上门护理 | 二季度试点。（责任科室：医政科）
# 二、提升能力
3 开展接种 | 全年覆盖。（责任科室：疾控科）
""",
    ),
    "lines led by stages with their times": (
        """
云岭县清理账户工作方案
四、步骤与时间
清理分三步进行。
动员部署阶段（2025年3月上旬）：召开会议。印发通知。
自查阶段（2025年3月下旬）：填写表格。
总结阶段（2025年4-5月）：报送报告。
""",
        """
云岭县清理账户工作方案
# 四、步骤与时间 | 清理分三步进行。
1 动员部署阶段（2025年3月上旬）：召开会议 | 印发通知。
2 自查阶段（2025年3月下旬）：填写表格
3 总结阶段（2025年4-5月）：报送报告
""",
    ),
    "headings without numbers between items whose numbers run on": (
        """
云岭县2025年绩效指标
住房小组
1. 推出新屋三百户。
2. 改建旧楼两座。
环境小组
3. 种树一千棵。
4. 清洗街道。
""",
        """
云岭县2025年绩效指标
# 住房小组
1 推出新屋三百户
2 改建旧楼两座
# 环境小组
3 种树一千棵
4 清洗街道
""",
    ),
    "lines below items are no headings": (
        """
云岭县2025年工作安排
1. 推出新屋三百户。
住建股
2. 改建旧楼两座。
环卫股
3. 种树一千棵。
林业股
""",
        """
云岭县2025年工作安排
1 推出新屋三百户 | 住建股
2 改建旧楼两座 | 环卫股
3 种树一千棵 | 林业股
""",
    ),
    "months above lists of several kinds": (
        """
云湖幼儿园2025年工作安排
一月
常规事项：
1、检查设备。
2、家访。
节日：
1、贺新年。
二月
常规事项：
1、采购图书。
2、迎新。
""",
        """
云湖幼儿园2025年工作安排
# 一月 | 常规事项：
1 检查设备
2 家访
## 节日
1 贺新年
# 二月 | 常规事项：
1 采购图书
2 迎新
""",
    ),
    "months above lines without numbers": (
        """
云岭县档案馆2025年工作安排
1月
总结上年工作。编制计划。
2月：
慰问职工
检查库房
3月
举办讲座。
""",
        """
云岭县档案馆2025年工作安排
# 1月
1 总结上年工作 | 编制计划。
# 2月
2 慰问职工
3 检查库房
# 3月
4 举办讲座
""",
    ),
    "months above lines, as a chapter of an outline": (
        """
云岭县档案馆2025年工作要点
一、主要工作
1.征集档案。全年征集百件。
2.编研史料。出书两册。
二、逐月安排
1月：
总结上年工作
2月：
慰问职工
3月：
举办讲座
""",
        """
云岭县档案馆2025年工作要点
# 一、主要工作
1 征集档案 | 全年征集百件。
2 编研史料 | 出书两册。
# 二、逐月安排
## 1月
1 总结上年工作
## 2月
2 慰问职工
## 3月
3 举办讲座
""",
    ),
    "bullets led by days beneath themes of months": (
        """
云湖小学2025年春季周历表（含放假）
新学期来了。
二月：新起点
- 2月17日：报到。
- 2月18日-19日：入学教育。
三月：播种希望
- 3月12日：植树。
- 3月20日前：上交作品。
""",
        """
云湖小学2025年春季周历表（含放假）
> 新学期来了。
# 二月：新起点
1 2月17日：报到
2 2月18日-19日：入学教育
# 三月：播种希望
3 3月12日：植树
4 3月20日前：上交作品
""",
    ),
    "a heading that ends as a label of times does": (
        """
云湖小学2025年教研计划
一、主要任务：
1、听课二十节。
2、评课十次。
二、具体时间安排：
三月份：
1、制定计划。
四月份：
1、观摩课堂。
""",
        """
云湖小学2025年教研计划
# 一、主要任务
1 听课二十节
2 评课十次
# 二、具体时间安排
## 三月份
1 制定计划
## 四月份
1 观摩课堂
""",
    ),
    "a number whose stop slipped": (
        """
云湖小学2025年活动安排
1、开学典礼
2、春游
3。 开放日
4、运动会
""",
        """
云湖小学2025年活动安排
1 开学典礼
2 春游
3 开放日
4 运动会
""",
    ),
    "a sentence that ends in a stop of half width is no heading": (
        """
云岭市2025年竞赛方案
一、赛题范围
初赛考基础知识。
决赛在初赛基础上适当拓展.
二、报名
1.3月底前报名。（人社局负责）
2.4月底前审核。（人社局负责）
""",
        """
云岭市2025年竞赛方案
# 二、报名
1 3月底前报名 | （人社局负责）
2 4月底前审核 | （人社局负责）
# 一、赛题范围 | 初赛考基础知识。 / 决赛在初赛基础上适当拓展.
""",
    ),
    "items of one line that say when, without a stop": (
        """
云岭学院2025年学位工作安排
一、环节审查：3月22日前，完成审查
二、校外送审：3月26日至31日，完成送审
三、网上报名 6月2日—6月13日（第16周）
学生登录系统填写申请表。
四、公布名单 7月4日
请各单位严格按照上述时间推进。
""",
        """
云岭学院2025年学位工作安排
1 环节审查：3月22日前，完成审查
2 校外送审：3月26日至31日，完成送审
3 网上报名6月2日—6月13日（第16周） | 学生登录系统填写申请表。
4 公布名单7月4日
< 请各单位严格按照上述时间推进。
""",
    ),
    "lines led by a time": (
        """
云岭区2025年招生工作日程表
2月 做好政策宣传
3月中旬 公布实施意见
4月5日前 完成摸底
4月11日-30日 登记信息。
""",
        """
云岭区2025年招生工作日程表
1 2月做好政策宣传
2 3月中旬公布实施意见
3 4月5日前完成摸底
4 4月11日-30日登记信息
""",
    ),
    "lines led by a time beneath a heading that speaks of times, none beneath another": (
        """
云岭区2025年普查工作方案
一、工作目标
4月摸清底数。
5月复核数据。
6月发布公报。
二、时间安排
4月：入户登记。
5月：复核数据。
6月：发布公报。
""",
        """
云岭区2025年普查工作方案
# 二、时间安排
1 4月：入户登记
2 5月：复核数据
3 6月：发布公报
# 一、工作目标 | 4月摸清底数。 / 5月复核数据。 / 6月发布公报。
""",
    ),
    "titles with their assignments beneath, no number anywhere": (
        """
云岭市2025年实事任务分解
新增学位2万个。
主管领导：刘明
责任单位：市教育局
进度安排：6月底前完成。
新建公园8个。
主管领导：刘明
责任单位：市城管局
进度安排：年底前完成。
""",
        """
云岭市2025年实事任务分解
1 新增学位2万个 | 主管领导：刘明 / 责任单位：市教育局 / 进度安排：6月底前完成。
2 新建公园8个 | 主管领导：刘明 / 责任单位：市城管局 / 进度安排：年底前完成。
""",
    ),
    "stages with items, stages with prose": (
        """
云岭市2025年整治方案
第一阶段：动员部署（3月—4月）
工作目标：统一思想。
主要任务：
1、组织学习；
2、召开大会。
第二阶段：总结提升（5月）
主要任务：
1、全面总结。
""",
        """
云岭市2025年整治方案
# 第一阶段：动员部署（3月—4月） | 工作目标：统一思想。 / 主要任务：
1 组织学习
2 召开大会
# 第二阶段：总结提升（5月） | 主要任务：
1 全面总结
""",
    ),
    "articles on one line behind who does the one before": (
        """
云岭市2025年宣传工作办法
第一章 总则
第一条 制作视频。【牵头单位：宣传科；配合单位：团委】第二条 组织评选，参照第三条办理。（工会负责）第三条 公示结果。
第四条 汇编成册。
""",
        """
云岭市2025年宣传工作办法
# 第一章总则
1 制作视频 | 【牵头单位：宣传科；配合单位：团委】
2 组织评选，参照第三条办理 | （工会负责）
3 公示结果
4 汇编成册
""",
    ),
    "several items on one line, points left in the text of theirs": (
        """
云岭市2025年工作要点
一、抓好宣传
1.制作视频。5月底前提交。（宣传科）2.组织评选。（1）初评；（2）终评。3.公示结果。
二、抓好保障
1、成立专班。2、落实经费
3、加强检查。
""",
        """
云岭市2025年工作要点
# 一、抓好宣传
1 制作视频 | 5月底前提交。（宣传科）
2 组织评选 | （1）初评；（2）终评。
3 公示结果
# 二、抓好保障
1 成立专班
2 落实经费
3 加强检查
""",
    ),
    "items on one line whose numbers jump behind who does the one before": (
        """
云岭市2025年工作要点
1.制作视频。5月底前提交。（宣传科负责）2.组织评选。（牵头科室：团委）4.公示结果。（办公室）
5.总结经验。汇编成册。9.表彰先进。
""",
        """
云岭市2025年工作要点
1 制作视频 | 5月底前提交。（宣传科负责）
2 组织评选 | （牵头科室：团委）
4 公示结果 | （办公室）
5 总结经验 | 汇编成册。9.表彰先进。
""",
    ),
    "brackets within brackets before an item on one line, a month behind the number": (
        """
云岭市2025年工作要点
1.制作视频。5月底前提交。（宣传科、各县（市、区）政府负责）2.6月至8月组织评选。评出先进。（工会负责）
3.9月公示结果。（办公室负责）
4.10月份总结经验。汇编成册。
""",
        """
云岭市2025年工作要点
1 制作视频 | 5月底前提交。（宣传科、各县（市、区）政府负责）
2 6月至8月组织评选 | 评出先进。（工会负责）
3 9月公示结果 | （办公室负责）
4 10月份总结经验 | 汇编成册。
""",
    ),
    "who does an item stands on a line of its own, the next item behind it": (
        """
云岭市2025年工作要点
一、抓好宣传
1.制作视频。5月底前提交。
（宣传科负责）2.组织评选。评出先进。
（牵头科室：团委；配合科室：工会）3.公示结果。
（另有安排的除外）4.不是任务。
4.展示成果。
""",
        """
云岭市2025年工作要点
# 一、抓好宣传
1 制作视频 | 5月底前提交。 / （宣传科负责）
2 组织评选 | 评出先进。 / （牵头科室：团委；配合科室：工会）
3 公示结果 | （另有安排的除外）4.不是任务。
4 展示成果
""",
    ),
    "items that begin with digits": (
        """
云岭市2025年工作要点
一、抓好建设
1.3月底前，完成规划编制。
2.10个项目开工。
3.5G网络覆盖全部村组。
二、抓好运行
3、6月1日起试运行。
4、24小时值守。
""",
        """
云岭市2025年工作要点
# 一、抓好建设
1 3月底前，完成规划编制
2 10个项目开工
3 5G网络覆盖全部村组
# 二、抓好运行
3 6月1日起试运行
4 24小时值守
""",
    ),
    "cards whose first field is the task": (
        """
云岭镇2025年交办单
1.任务名称：修缮站房
责任单位：水利站
完成时限：4月30日前
工作要求：确保安全。
2.任务名称：清理河道
责任单位：各村
完成时限：5月底
工作要求：不留死角。
""",
        """
云岭镇2025年交办单
1 修缮站房 | 责任单位：水利站 / 完成时限：4月30日前 / 工作要求：确保安全。
2 清理河道 | 责任单位：各村 / 完成时限：5月底 / 工作要求：不留死角。
""",
    ),
    "lists beneath lines that name who answers for them": (
        """
云岭市2025年重点任务清单
责任单位：市水务局
1.修缮站房2座。
2.清理河道。
责任单位：市林业局
1.补植林带。
""",
        """
云岭市2025年重点任务清单
# 责任单位：市水务局
1 修缮站房2座
2 清理河道
# 责任单位：市林业局
1 补植林带
""",
    ),
    "points that all are assigned, beneath items with a sentence of their own": (
        """
云岭市2025年法治建设工作要点
一、健全制度
1.加强立法。围绕发展开展立法。
（1）制定规章2件。（责任单位：司法局）
（2）清理文件。（责任单位：政府办）
2.强化审核。重点抓好以下工作。
（1）落实审核。（责任单位：司法局）
（2）组织培训。（责任单位：委党校）
""",
        """
云岭市2025年法治建设工作要点
# 一、健全制度
## 1.加强立法 | 围绕发展开展立法。
1 制定规章2件 | （责任单位：司法局）
2 清理文件 | （责任单位：政府办）
## 2.强化审核 | 重点抓好以下工作。
1 落实审核 | （责任单位：司法局）
2 组织培训 | （责任单位：委党校）
""",
    ),
    "run-in titles under two levels of headings": (
        """
云岭市水务局2025年工作要点
2025年全市水务工作坚持稳中求进。
一、防汛抗旱
（一）汛前准备
1.开展隐患排查。5月底前完成水库、堤防检查。（责任科室：防御科）
2.修订应急预案。（责任科室：防御科）
（二）汛期值守
3.落实24小时值班。
二、节约用水
（一）创建节水型机关
4.组织验收。
""",
        """
云岭市水务局2025年工作要点
> 2025年全市水务工作坚持稳中求进。
# 一、防汛抗旱
## （一）汛前准备
1 开展隐患排查 | 5月底前完成水库、堤防检查。（责任科室：防御科）
2 修订应急预案 | （责任科室：防御科）
## （二）汛期值守
3 落实24小时值班
# 二、节约用水
## （一）创建节水型机关
4 组织验收
""",
    ),
    "titles on lines of their own, assignments on theirs": (
        """
松河县民政局
2023年工作要点
（2023年3月1日）
一、社会救助
1.提高保障标准
城乡低保标准提高百分之五，8月起执行。
责任股室：救助股
完成时限：8月底
2.规范审批流程
（1）修订办事指南。
（2）开展抽查，每季度一次。
责任股室：救助股、审批股
""",
        """
松河县民政局2023年工作要点
# 一、社会救助
1 提高保障标准 | 城乡低保标准提高百分之五，8月起执行。 / 责任股室：救助股 / 完成时限：8月底
2 规范审批流程 | （1）修订办事指南。 / （2）开展抽查，每季度一次。 / 责任股室：救助股、审批股
""",
    ),
    "bracketed Chinese numbers are the tasks where nothing numbered stands beneath": (
        """
安澜区2026年营商环境行动方案
一、总体要求
坚持问题导向。
二、重点任务
（一）优化审批。推行一窗受理。（区行政审批局牵头，各相关部门按职责分工负责，6月底前完成）
（二）强化服务。
1.设立企业专员。（牵头单位：区工信局）
2.开展政策宣讲。（牵头单位：区发改局）
三、保障措施
（一）加强领导。成立专班。
（二）严格考核。
""",
        """
安澜区2026年营商环境行动方案
# 二、重点任务
1 优化审批 | 推行一窗受理。（区行政审批局牵头，各相关部门按职责分工负责，6月底前完成）
## （二）强化服务
1 设立企业专员 | （牵头单位：区工信局）
2 开展政策宣讲 | （牵头单位：区发改局）
# 三、保障措施
1 加强领导 | 成立专班。
2 严格考核
# 一、总体要求 | 坚持问题导向。
""",
    ),
    "one assignment behind the last point governs the item": (
        """
云岭市体育局2024年任务分解方案
一、全民健身
（一）建设场地
1.新建健身步道20公里；
2.改造社区球场15片；
3.开放学校操场。（责任单位：群体处）
（二）举办赛事
1.举办市运动会；
2.举办龙舟赛。（责任单位：竞体处）
二、青少年体育
（一）选材育苗
1.开展测试；
2.建立档案。（责任单位：青少处）
""",
        """
云岭市体育局2024年任务分解方案
# 一、全民健身
1 建设场地 | 1.新建健身步道20公里； / 2.改造社区球场15片； / 3.开放学校操场。（责任单位：群体处）
2 举办赛事 | 1.举办市运动会； / 2.举办龙舟赛。（责任单位：竞体处）
# 二、青少年体育
1 选材育苗 | 1.开展测试； / 2.建立档案。（责任单位：青少处）
""",
    ),
    "chapters and articles": (
        """
云岭大学2024年后勤工作计划
第一章 总体思路
坚持服务育人。
第二章 主要任务
第一条 改善就餐环境。第一食堂暑期完成改造。
第二条 推进节能改造，10月底前完成路灯更换。
""",
        """
云岭大学2024年后勤工作计划
# 第二章主要任务
1 改善就餐环境 | 第一食堂暑期完成改造。
2 推进节能改造，10月底前完成路灯更换
# 第一章总体思路 | 坚持服务育人。
""",
    ),
    "decimal numbers, the first level without a dot": (
        """
松河县应急管理局2025年工作计划
1 安全生产
1.1 开展隐患排查整治。3月底前完成自查。
1.2 强化执法检查。
2 防灾减灾
2.1 修订预案，5月15日前印发。
2.2 组织综合演练。
2.2.1 桌面推演。
2.2.2 实战演练。
""",
        """
松河县应急管理局2025年工作计划
# 1安全生产
1.1 开展隐患排查整治 | 3月底前完成自查。
1.2 强化执法检查
# 2防灾减灾
2.1 修订预案，5月15日前印发
2.2 组织综合演练 | 2.2.1桌面推演。 / 2.2.2实战演练。
""",
    ),
    "headings without numbers, numbering anew, a lost dot": (
        """
安澜街道2022年度重点工作清单
党建工作
1.召开联席会议，每季度一次。（党群办牵头）
2.开展主题活动。（党群办牵头）
民生工作
1.新建养老服务站3个。（社会事务办负责，10月底前）
2.发放困难补助。（社会事务办负责）
3改造老旧小区5个。（城管办负责）
""",
        """
安澜街道2022年度重点工作清单
# 党建工作
1 召开联席会议，每季度一次 | （党群办牵头）
2 开展主题活动 | （党群办牵头）
# 民生工作
1 新建养老服务站3个 | （社会事务办负责，10月底前）
2 发放困难补助 | （社会事务办负责）
3 改造老旧小区5个 | （城管办负责）
""",
    ),
    "headings inside a section, ending in a colon": (
        """
云岭市第三中学2024—2025学年度第一学期工作计划
一、指导思想
以立德树人为根本任务。
二、具体安排
八月份：
1.教师返校培训。
2.新生报到。
九月份：
1.开学典礼。
""",
        """
云岭市第三中学2024—2025学年度第一学期工作计划
# 二、具体安排
## 八月份
1 教师返校培训
2 新生报到
## 九月份
1 开学典礼
# 一、指导思想 | 以立德树人为根本任务。
""",
    ),
    "prose that counts 一是 二是 belongs to the heading even with items between": (
        """
松河县2021年教育工作计划
一、优质发展
一是学前教育抓普惠，增加公办学位供给。
1.新建幼儿园。完成主体工程。
2.规范办园。开展年检。
二是义务教育抓均衡，缩小城乡差距。
3.组建教育集团。新增两个。
""",
        """
松河县2021年教育工作计划
# 一、优质发展 | 一是学前教育抓普惠，增加公办学位供给。 / 二是义务教育抓均衡，缩小城乡差距。
1 新建幼儿园 | 完成主体工程。
2 规范办园 | 开展年检。
3 组建教育集团 | 新增两个。
""",
    ),
    "years, amounts and lists of months at a line's start are no labels": (
        """
云岭市粮食局2025年工作要点
1.收购新粮。
2025年新粮收购量不低于上年。
3.5万吨储备粮于10月底前完成轮换。
2.检查库存。
3、9月各开展一次全面检查。
""",
        """
云岭市粮食局2025年工作要点
1 收购新粮 | 2025年新粮收购量不低于上年。 / 3.5万吨储备粮于10月底前完成轮换。
2 检查库存 | 3、9月各开展一次全面检查。
""",
    ),
    "the first item on the line of its heading": (
        """
松河县林业局2025年工作要点
一、国土绿化。1.完成造林2万亩。
2.义务植树50万株。
二、资源保护。1.落实林长制。
2.开展打非治违。
""",
        """
松河县林业局2025年工作要点
# 一、国土绿化
1 完成造林2万亩
2 义务植树50万株
# 二、资源保护
1 落实林长制
2 开展打非治违
""",
    ),
    "a closing paragraph after the last task": (
        """
安澜区司法局2024年工作要点
1.开展普法宣传。组织宪法宣传周。
2.规范行政执法。开展案卷评查。
各科室要细化措施，确保各项任务落到实处。
""",
        """
安澜区司法局2024年工作要点
1 开展普法宣传 | 组织宪法宣传周。
2 规范行政执法 | 开展案卷评查。
< 各科室要细化措施，确保各项任务落到实处。
""",
    ),
    "a title and prose among run-in items of the same form": (
        """
松河县交通运输局2020年工作要点
一、项目建设
（一）加快高速公路建设。年底前完成投资5亿元。
（二）推进农村公路建设。6月底前全部开工。
（三）抓好站场建设
加快客运中心建设，确保投用。
""",
        """
松河县交通运输局2020年工作要点
# 一、项目建设
1 加快高速公路建设 | 年底前完成投资5亿元。
2 推进农村公路建设 | 6月底前全部开工。
3 抓好站场建设 | 加快客运中心建设，确保投用。
""",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_outline(name: str) -> None:
    text, expected = SHAPES[name]
    [plan] = draft(text).plans
    assert drawing(plan) == expected.strip()


def test_number_gaps_are_diagnostics() -> None:
    found = draft("云岭市2025年工作要点\n1.甲项工作。\n2.乙项工作。\n5.戊项工作。\n5.己项工作。\n4.丁项工作。\n")
    codes = [diagnostic.code for diagnostic in found.diagnostics]
    assert codes == ["number-gap", "number-repeated", "number-order"]
    assert [task.number for task in found.plans[0].tasks] == ["1", "2", "5", "5", "4"]


def test_a_plain_list_of_headings_is_taken_for_tasks_and_said_so() -> None:
    found = draft("云岭市2025年重点工作\n一、修建道路\n二、疏浚河道\n三、新建学校\n")
    assert [task.title for task in found.plans[0].tasks] == ["修建道路", "疏浚河道", "新建学校"]
    assert "level-guessed" in [diagnostic.code for diagnostic in found.diagnostics]


MONTHS = (
    "{}月",
    "{}月份",
    "{}月：",
    "{}月重点：",
    "{}月工作安排",
    "【{}月】",
    "（{}月）",
    "2025年{}月",
    "{}月底前：",
    "{}月上旬",
)


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4), (1, 2, 1, 2)], ids=["run on", "anew"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        *((form.format(1), form.format(3)) for form in MONTHS),
        ("一月", "三月"),
        ("1-2月", "3—5月"),
        ("1、2月", "3月至5月"),
        ("一季度", "二季度"),
        ("第一季度：", "第二季度："),
        ("上半年", "下半年"),
        ("★一季度", "★二季度"),
        ("2月份（2项）", "4月份（2项）"),
        ("二月：读书月", "三月主题：安全"),
        ("3月主题：读书", "4月主题：安全"),
        ("第1周", "第二周"),
        ("6月10日", "6月11日"),
        ("（3月）动员部署", "（4月至9月）集中整治"),
        ("动员部署阶段（3月）", "总结阶段（4月—6月）"),
        ("动员部署阶段：3月1日至3月15日", "总结阶段：4月"),
        ("第一阶段（3月）：动员部署", "第二阶段（4月—6月）：总结"),
        ("第一阶段：动员部署（3月）", "第二阶段：总结（4月—6月）"),
        ("一、动员部署阶段（3月）", "二、总结阶段（4月—6月）"),
        ("（一）动员部署阶段（3月）。", "（二）总结阶段（4月）。"),
    ],
)
def test_times_and_stages_head_the_items_beneath(first: str, second: str, numbers: tuple[int, ...]) -> None:
    a, b, c, d = numbers
    text = f"云岭县档案馆2025年工作安排\n{first}\n{a}.修库房。\n{b}.编目录。\n{second}\n{c}.办展览。\n{d}.作总结。"
    plan = draft(text).plans[0]
    assert [(task.number, task.title, task.text, task.section) for task in plan.tasks] == [
        (str(a), "修库房", "", 0),
        (str(b), "编目录", "", 0),
        (str(c), "办展览", "", 1),
        (str(d), "作总结", "", 1),
    ]
    assert plan.preamble == ""


@pytest.mark.parametrize("times", [("3月", "5-6月", "9月"), ("一季度", "二季度", "三季度"), ("3月份", "4月份", "全年")])
def test_times_beneath_items_are_their_own(times: tuple[str, ...]) -> None:
    lines = [
        f"{number}.办第{word}期培训\n{time}" for number, (word, time) in enumerate(zip("甲乙丙", times, strict=True), 1)
    ]
    plan = draft("\n".join(["云岭县档案馆2025年工作安排", *lines])).plans[0]
    assert [task.text for task in plan.tasks[:2]] == list(times[:2])
    assert not plan.sections


@pytest.mark.parametrize("field", ["时间：{}", "时限：{}", "完成时间：{}", "【完成时间】{}", "[时限]{}", "日期：{}"])
@pytest.mark.parametrize("when", ["5月", "8月—10月", "11月30日前", "2025年12月底"])
def test_the_last_items_time_is_its_own(field: str, when: str) -> None:
    one, last = field.format("3月"), field.format(when)
    plan = draft(f"云岭县档案馆2025年工作安排\n一、修库房。换架子。\n{one}\n二、办展览。办两场。\n{last}").plans[0]
    assert [task.text for task in plan.tasks] == [f"换架子。\n{one}", f"办两场。\n{last}"]
    assert (plan.closing, plan.tail) == ("", [])


@pytest.mark.parametrize(
    "heading", ["（一）改善服务（责任单位：县教育局）", "一、改善服务（牵头单位：县教育局；配合单位：县水利局）"]
)
@pytest.mark.parametrize(
    "item", ["{}办培训。请专家授课。", "{}一季度办培训。", "{}办培训，9月上旬结束。", "{}办培训\n请专家授课。"]
)
def test_beneath_an_assigned_heading_what_has_a_text_or_a_time_is_a_task(heading: str, item: str) -> None:
    items = "\n".join(item.format(label) for label in ("1.", "2."))
    plan = draft(f"云岭县档案馆2025年工作安排\n{heading}\n{items}").plans[0]
    assert [(task.number, task.section) for task in plan.tasks] == [("1", 0), ("2", 0)]


def test_beneath_an_assigned_heading_bare_points_stay_in_its_text() -> None:
    plan = draft(
        "云岭县档案馆2025年工作安排\n（一）改善服务（责任单位：县教育局）\n1.办培训。\n2.办展览。\n（二）整理库房（责任单位：县档案馆）\n1.编目录。\n"
    ).plans[0]
    assert [task.label for task in plan.tasks] == ["（一）", "（二）"]


@pytest.mark.parametrize("second", ["一是", "三是"], ids=["anew", "runs on"])
@pytest.mark.parametrize("who", ["（县教育局负责）", "（责任单位：县教育局）", "【县教育局牵头】"])
def test_lines_that_count_and_say_who_are_tasks(second: str, who: str) -> None:
    plan = draft(
        f"云岭县档案馆2025年工作安排\n一、改善服务\n一是办培训。{who}\n二是办展览。{who}\n二、整理库房\n{second}编目录。{who}\n"
    ).plans[0]
    assert [(task.label, task.title, task.section) for task in plan.tasks] == [
        ("一是", "办培训", 0),
        ("二是", "办展览", 0),
        (second, "编目录", 1),
    ]


@pytest.mark.parametrize("who", ["", "，由县教育局另行通知"])
def test_lines_that_count_in_the_text_of_an_item_are_none(who: str) -> None:
    plan = draft(
        f"云岭县档案馆2025年工作安排\n1.改善服务。（县教育局负责）\n一是办培训{who}。\n二是办展览。\n2.编目录。（县教育局负责）"
    ).plans[0]
    assert [task.number for task in plan.tasks] == ["1", "2"]


@pytest.mark.parametrize("brackets", ["（）", "()", "【】", "[]", "〔〕"])
def test_items_on_one_line_are_parted_behind_any_brackets(brackets: str) -> None:
    who = f"{brackets[0]}县教育局、县水利局负责{brackets[1]}"
    plan = draft(f"云岭县档案馆2025年工作安排\n一、改善服务\n1.办培训。{who}2.办展览。{who}3.编目录。{who}\n").plans[0]
    assert [(task.number, task.title) for task in plan.tasks] == [("1", "办培训"), ("2", "办展览"), ("3", "编目录")]


@pytest.mark.parametrize(
    "address",
    [
        "各单位要高度重视，加强领导。",
        "各科室、各中心要结合实际，认真落实。",
        "请各乡镇须按照要求抓紧办理。",
        "以上工作请认真落实。",
    ],
)
def test_what_addresses_all_behind_an_items_text_closes_the_plan(address: str) -> None:
    plan = draft(f"云岭县档案馆2025年工作安排\n1.办培训\n请专家授课。\n2.编目录\n年底前完成。\n{address}").plans[0]
    assert (plan.tasks[-1].text, plan.closing) == ("年底前完成。", address)


def test_in_a_wrapped_text_a_time_on_a_line_of_its_own_goes_on_no_line() -> None:
    lines = [
        "坚持问题导向，摸清各村各组的水利设施家底，形成台账。",
        "五月份",
        "1.坚持问题导向，摸清各村各组的水利设施家底，形成一",
    ]
    lines += ["本完整的台账，并且按照时间节点报县里的水利局备案审", "查。", "六月份", "2.办培训。"]
    plan = draft("云岭县2025年工作安排\n" + "\n".join(lines)).plans[0]
    assert [section.title for section in plan.sections] == ["五月份", "六月份"]


def test_half_years_stand_above_their_months() -> None:
    plan = draft("云岭县档案馆2025年工作安排\n上半年\n1月\n1.修库房。\n3月\n2.编目录。\n下半年\n8月\n3.办展览。").plans[
        0
    ]
    titles = [section.title for section in plan.sections]
    assert titles == ["上半年", "1月", "3月", "下半年", "8月"]
    assert [section.parent for section in plan.sections] == [None, 0, 0, None, 3]
    assert [task.section for task in plan.tasks] == [1, 2, 4]


@pytest.mark.parametrize("who", ["责任科室：{}", "（{}负责）", "\n责任科室：{}"])
@pytest.mark.parametrize("times", [("1月", "3月"), ("一季度", "二季度"), ("1月份", "2—3月")])
def test_lines_beneath_times_that_say_who_are_tasks(times: tuple[str, str], who: str) -> None:
    first, second = times
    lines = [
        first,
        f"修库房。{who.format('办公室')}",
        f"编目录。{who.format('编研科')}",
        second,
        f"办展览。{who.format('编研科')}",
    ]
    plan = draft("\n".join(["云岭县档案馆2025年工作安排", *lines])).plans[0]
    assert [(task.title, task.section) for task in plan.tasks] == [("修库房", 0), ("编目录", 0), ("办展览", 1)]


@pytest.mark.parametrize("word", ["名单更新", "个人信息归集", "级联平台建设", "项目验收"])
def test_a_decimal_before_a_unit_begins_a_line(word: str) -> None:
    text = f"云岭县2025年工作安排\n一、平台\n1.1 平台建设。责任单位：数据局\n1.2 {word}。责任单位：数据局\n1.3 总结。责任单位：数据局"
    assert [task.number for task in draft(text).plans[0].tasks] == ["1.1", "1.2", "1.3"]


@pytest.mark.parametrize("number", ["{}.", "（{}）", "{}、"])
@pytest.mark.parametrize(
    "fields", [("牵头单位：水利局", "完成时限：10月底前"), ("工作目标：修好", "责任单位：水利局", "时限：全年")]
)
@pytest.mark.parametrize("above", ["（一）疏浚青溪", "1．疏浚青溪12公里。"])
def test_numbered_fields_are_lines_of_the_item_above(number: str, fields: tuple[str, ...], above: str) -> None:
    lines = [f"{number.format(at)}{field}" for at, field in enumerate(fields, 1)]
    second = above.replace("（一）", "（二）").replace("1．", "2．").replace("青溪", "白溪")
    text = "\n".join(["云岭县2025年水利工作要点", "一、工程", above, *lines, second, *lines])
    plan = draft(text).plans[0]
    assert [task.text for task in plan.tasks] == ["\n".join(lines)] * 2


def test_a_numbered_label_that_heads_a_list_is_no_field() -> None:
    text = "云岭县2025年工作要点\n一、责任单位：水利局\n1.修渠。\n2.清淤。\n二、责任单位：林业局\n1.种树。\n2.护林。"
    assert [task.title for task in draft(text).plans[0].tasks] == ["修渠", "清淤", "种树", "护林"]


def test_a_label_and_its_names_on_lines_of_their_own_are_of_the_last_item() -> None:
    plan = draft("云岭县2025年工作要点\n1.修渠。每月巡查。\n2.拆除雨棚。逐户沟通。\n责任单位\n执法队、各社区").plans[0]
    assert plan.tasks[-1].text == "逐户沟通。\n责任单位\n执法队、各社区"


@pytest.mark.parametrize("left_out", ["", "附件2—3略。", "附件2、3（略），可在网上下载"])
@pytest.mark.parametrize("day", ["2025年3月4日", "2025年元月4日", "二〇二五年元月四日", "云岭县水利站 2025年3月4日印"])
def test_what_stands_beneath_the_last_item_is_none_of_it(left_out: str, day: str) -> None:
    lines = ["附件：1.修渠规范", "2.申请表", "3.封面", left_out, "水利站", day]
    text = "\n".join(
        ["云岭县2025年水利工作要点", "1.修渠，9月底前完成。", "2.清淤，10月底前完成。", *filter(None, lines)]
    )
    plan = draft(text).plans[0]
    assert (plan.tasks[-1].title, plan.tasks[-1].text) == ("清淤，10月底前完成", "")


@pytest.mark.parametrize("stop", ["。", "；"])
@pytest.mark.parametrize("number", ["{}、", "{}.", "（{}）"])
@pytest.mark.parametrize(
    "heads", [("8月份：", "9月份："), ("三月:", "四月:"), ("第一季度：", "第二季度："), ("暑假：", "寒假：")]
)
def test_a_time_heads_the_items_on_its_line(heads: tuple[str, str], number: str, stop: str) -> None:
    first = f"{number.format(1)}修库房{stop}{number.format(2)}编目录。"
    second = f"{number.format(1)}办展览。"
    plan = draft(f"云岭县档案馆2025年工作安排\n{heads[0]}{first}\n{heads[1]}{second}").plans[0]
    assert [section.title for section in plan.sections] == [head.rstrip("：:") for head in heads]
    assert [(task.number, task.title, task.section) for task in plan.tasks] == [
        ("1", "修库房", 0),
        ("2", "编目录", 0),
        ("1", "办展览", 1),
    ]


@pytest.mark.parametrize(
    "line", ["8月份：1、2号楼都要检修，经费由总务处支付。", "八月：10个班级参加。", "说明：1、修库房。2、编目录。"]
)
def test_other_lines_with_a_colon_are_not_cut(line: str) -> None:
    plan = draft(f"云岭县档案馆2025年工作安排\n一、维护\n1、修库房。\n2、编目录。\n{line}").plans[0]
    assert [task.title for task in plan.tasks][:2] == ["修库房", "编目录"]


RECORDS = {
    "a time first": (["时间：{}月", "工作内容：{}", "责任人：档案科"], "时间：{}月\n责任人：档案科"),
    "a bare time first": (
        ["{}月份", "学习内容：{}", "学习时间：当月5日", "主持人：周远"],
        "{}月份\n学习时间：当月5日\n主持人：周远",
    ),
    "the task first": (["活动主题：{}", "活动时间：{}月", "负责人：周远"], "活动时间：{}月\n负责人：周远"),
    "in brackets": (["【时间】{}月", "【活动内容】{}", "【责任部门】档案科"], None),
}


@pytest.mark.parametrize(("fields", "text"), RECORDS.values(), ids=RECORDS)
def test_records_of_fields_are_tasks(fields: list[str], text: str | None) -> None:
    def lines(month: str, what: str) -> list[str]:
        return [field.format(month if "月" in field else what) for field in fields]

    plan = draft(
        "\n".join(["云岭县档案馆2025年工作安排", *lines("3", "修库房"), *lines("4", "编目录"), *lines("6", "办展览")])
    ).plans[0]
    assert len(plan.tasks) == 3
    if text is not None:
        assert [(task.title, task.text) for task in plan.tasks] == [
            (what, text.format(month)) for month, what in (("3", "修库房"), ("4", "编目录"), ("6", "办展览"))
        ]


def test_fields_that_are_no_records_make_no_tasks() -> None:
    plans = draft("云岭县档案馆2025年工作安排\n地址：青溪路\n电话：无\n地址：白溪路\n电话：无").plans
    assert not [task for plan in plans for task in plan.tasks]


@pytest.mark.parametrize("last", ["3、活动地点：二楼会议室", "3、参加对象：全体职工"])
def test_numbered_fields_of_the_last_item_are_no_closing(last: str) -> None:
    fields = ["1、主办单位：县总工会", "2、活动时间：4月29日", last]
    text = "\n".join(
        ["云岭县总工会2025年活动安排", "一、活动内容", "（一）健步走活动", *fields, "（二）座谈会", *fields]
    )
    plan = draft(text).plans[0]
    assert ([task.text for task in plan.tasks], plan.closing) == (["\n".join(fields)] * 2, "")


@pytest.mark.parametrize("day", ["6月1日", "6月1日至3日", "6月上旬"])
def test_the_first_line_of_a_schedule_that_ends_in_an_office_is_no_masthead(day: str) -> None:
    lines = [
        f"{day}启动仪式办公室",
        "6月5日水库检查",
        "6月20日应急演练",
        "6月28日总结会",
    ]
    plan = draft("\n".join(["云岭县水利局2025年安全生产月日程", *lines])).plans[0]
    assert [task.title[:2] for task in plan.tasks] == ["6月"] * 4


@pytest.mark.parametrize("label", ["责任人", "责任科室", "负责部门"])
def test_lines_led_by_times_that_end_in_a_value_are_lines_of_their_own(label: str) -> None:
    lines = [
        f"{month}月份 主题党日：{what} {label}：医务科"
        for month, what in enumerate(["重温入党誓词", "节前廉政谈话", "义诊进社区了"], 1)
    ]
    plan = draft("\n".join(["云岭县医院2025年度党建工作计划表", *lines])).plans[0]
    assert len(plan.tasks) == 3


@pytest.mark.parametrize(
    "stages", ["第一阶段（2月至4月）：勘测；第二阶段（5月）：动工。", "第一步：勘测；第二步：动工。"]
)
def test_a_line_with_all_stages_of_an_item_is_its_text(stages: str) -> None:
    plan = draft(f"云岭县2025年水利工作要点\n1.修渠\n{stages}\n责任单位：水利站\n2.清淤\n责任单位：水利站").plans[0]
    assert ([task.title for task in plan.tasks], plan.sections) == (["修渠", "清淤"], [])
    assert plan.tasks[0].text == f"{stages}\n责任单位：水利站"


def test_bullets_whose_texts_stand_beneath_some_of_them() -> None:
    lines = [
        "➢ 屋面防水。7月底前完工。责任单位：城建办",
        "➢ 意愿登记",
        "登记至3月31日。责任单位：居委会",
        "➢ 竣工验收。责任单位：城建办",
    ]
    plan = draft("\n".join(["青溪社区2025年改造安排", *lines, "● 说明"])).plans[0]
    assert [(task.title, task.text[:5]) for task in plan.tasks] == [
        ("屋面防水", "7月底前完"),
        ("意愿登记", "登记至3月"),
        ("竣工验收", "责任单位："),
    ]


def test_a_bracket_beneath_a_bullet_says_who_does_it() -> None:
    lines = ["一、绿化", "◆补植行道树。", "（县园林站）", "◆清理枯枝。（各社区）", "二、养护", "◆浇灌，9月底前完成。"]
    plan = draft("\n".join(["云岭县2025年园林工作安排", *lines])).plans[0]
    assert [(task.title, task.text) for task in plan.tasks] == [
        ("补植行道树", "（县园林站）"),
        ("清理枯枝", "（各社区）"),
        ("浇灌，9月底前完成", ""),
    ]


def test_items_behind_bullets_are_no_signature() -> None:
    lines = [
        "●开展体检。上半年完成。责任科室：医务科",
        "●抓好督查。责任科室：质控办、医务科",
        "●建成病房。责任科室：老年科",
    ]
    text = "\n".join(["青溪医院2025年重点工作安排", *lines, "青溪医院", "2025年1月9日"])
    assert [task.title for task in draft(text).plans[0].tasks] == ["开展体检", "抓好督查", "建成病房"]


def test_records_above_a_signature_are_tasks() -> None:
    records = [f"任务：{what}\n责任人：王平\n时限：{when}" for what, when in (("修路", "4月"), ("建桥", "5月"))]
    plan = draft("青溪村2025年重点事项清单\n" + "\n".join(records) + "\n青溪村村民委员会").plans[0]
    assert [task.title for task in plan.tasks] == ["修路", "建桥"]


@pytest.mark.parametrize("lines", [("第一季度：勘测；", "第二季度：动工。"), ("1—3月：勘测；", "●4—6月：动工。")])
def test_the_stages_of_the_last_item_are_its_own(lines: tuple[str, str]) -> None:
    items = ("一、改造南街管网3公里", "二、新建泵站2座")
    text = "\n".join(f"{item}\n责任单位：水利站\n推进计划：\n" + "\n".join(lines) for item in items)
    plan = draft(f"云岭县2025年水利项目推进计划\n{text}").plans[0]
    assert (len(plan.tasks), plan.closing) == (2, "")
    assert all(lines[1] in task.text for task in plan.tasks)


def test_bullets_that_say_nothing_of_who_or_when_are_the_text_of_their_heading() -> None:
    plan = draft("云岭县2025年园林工作安排\n一、绿化\n●补植（县园林站）\n●清理\n●巡查\n二、养护\n●修剪\n●浇灌").plans[0]
    assert [(task.title, "补植" in task.text) for task in plan.tasks] == [("绿化", True)]


@pytest.mark.parametrize("bullet", ["●", "◆", "·"])
@pytest.mark.parametrize("heading", ["二、主要活动", "（二）主要活动"])
def test_bullets_led_by_times_beneath_any_heading_are_tasks(heading: str, bullet: str) -> None:
    lines = [f"{bullet}{month}月 {what}" for month, what in ((9, "慰问教师"), (10, "办运动会"), (12, "迎新联欢"))]
    above = heading.replace("二、", "一、").replace("（二）", "（一）").replace("主要活动", "要求")
    plan = draft("\n".join(["云岭小学2025年工会工作计划", above, "1、人人参与。", heading, *lines])).plans[0]
    assert [task.title for task in plan.tasks][1:] == ["9月慰问教师", "10月办运动会", "12月迎新联欢"]


def test_bullets_of_which_one_has_no_time_are_text() -> None:
    lines = ["●9月 慰问教师", "●办运动会", "●10月 比赛", "●12月 迎新联欢"]
    plan = draft("\n".join(["云岭小学2025年工会工作计划", "一、要求", "1、人人参与。", "二、主要活动", *lines])).plans[
        0
    ]
    assert "慰问教师" not in "".join(task.title for task in plan.tasks)


@pytest.mark.parametrize("marks", ["【】", "〔〕", "[]", "［］", "（）"])
def test_months_in_brackets_head_numbered_items(marks: str) -> None:
    months = [f"{marks[0]}{month}{marks[1]}" for month in ("1月", "3月", "7—8月")]
    text = "云岭县2025年殡葬工作清单\n" + "\n".join(f"{month}\n{n}.巡查第{n}片。" for n, month in enumerate(months, 1))
    plan = plancli.parse(text.encode()).plans[0]
    assert [section.title for section in plan.sections] == months
    assert [str(task.time_nodes[0].start) for task in plan.tasks] == ["2025-01-01", "2025-03-01", "2025-07-01"]


@pytest.mark.parametrize("blank", ["  ", "　", "\t"])
@pytest.mark.parametrize("second", ["日常管理", "月度考核", "项目建设"])
def test_a_wide_blank_tells_a_number_from_a_unit(second: str, blank: str) -> None:
    heads = [f"{n}{blank}{head}\n{n}.1{blank}修好渠道。" for n, head in enumerate(("思想引领", second, "资助工作"), 1)]
    plan = draft("云岭学校2025年工作要点\n" + "\n".join(heads)).plans[0]
    assert [section.title for section in plan.sections] == ["思想引领", second, "资助工作"]


@pytest.mark.parametrize("first", ["元月", "元月份：", "【元月】"])
def test_the_first_month_has_a_name(first: str) -> None:
    plan = draft(f"云岭县档案馆2025年工作安排\n{first}\n1.修库房。\n三月\n1.编目录。").plans[0]
    assert [section.title for section in plan.sections] == [first.rstrip("：").strip(), "三月"]


@pytest.mark.parametrize("stopped", [(), (0,), (2,)])
def test_the_full_stop_of_one_heading_among_many_over_prose_is_a_slip(stopped: tuple[int, ...]) -> None:
    titles = ["加强领导", "健全机制", "强化督导", "严格考核"]
    prose = "".join(
        f"（{'一二三四'[n]}）{title}{'。' * (n in stopped)}\n压实责任，形成合力，抓出成效。\n"
        for n, title in enumerate(titles)
    )
    text = (
        f"云岭县2025年水利工作要点\n一、重点任务\n1.修渠。6月底前完工。\n2.植树。3月底前完成。\n二、保障措施\n{prose}"
    )
    plan = draft(text).plans[0]
    assert [section.title for section in plan.sections] == ["重点任务", "保障措施", *titles]


@pytest.mark.parametrize("word", ["任务", "重点任务", "行动", "专项", "举措", "活动"])
@pytest.mark.parametrize("blank", [" ", "  ", "　"])
def test_a_blank_parts_the_number_of_a_named_piece_of_work(word: str, blank: str) -> None:
    lines = [f"{word}{n}{blank}{work}\n6月底前完成。" for n, work in (("一", "修好渠道"), ("二", "改造厕所"))]
    plan = draft("云岭县2025年工作任务书\n" + "\n".join(lines)).plans[0]
    assert [(task.number, task.title) for task in plan.tasks] == [("1", "修好渠道"), ("2", "改造厕所")]


def test_a_title_set_wide_is_no_numbered_piece_of_work() -> None:
    plan = draft("云岭县水利局\n2025年主要活动一 览 表\n1.修渠。6月底前完工。\n2.植树。3月底前完成。").plans[0]
    assert [task.title for task in plan.tasks] == ["修渠", "植树"]


@pytest.mark.parametrize("date", ["2030年5月20日至24日", "2030年9月", "5月下旬"])
def test_titles_whose_prose_says_when_among_tasks_of_the_first_level(date: str) -> None:
    lines = [
        "一、摸底",
        "本次摸底面向各村。",
        "二、提交清单。4月8日前提交。",
        "三、核对清单。4月19日前核对。",
        "四、公示清单。4月26日前公示。",
    ]
    lines += ["五、答辩", f"{date}逐组答辩。", "六、保障", "所需物资由各村自备。"]
    (plan,) = plancli.parse(("松岭镇2030年清产工作安排\n" + "\n".join(lines) + "\n").encode()).plans
    assert [task.title for task in plan.tasks] == ["提交清单", "核对清单", "公示清单", "答辩"]
    assert [section.title for section in plan.sections] == ["摸底", "保障"]
