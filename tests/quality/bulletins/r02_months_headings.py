"""Months as headings whose number is the month's (三、三月份重点工作), numbers that begin anew, an assignment on its own line."""

from __future__ import annotations

from ..describe import Bulletin, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="r02_months_headings",
    group="last",
    plans=[
        Plan(
            title="清浦市残疾人联合会2025年重点工作月度安排",
            year=2025,
            body=[
                P("现将全年重点工作按月安排如下。"),
                H(1, "一、", "一月份重点工作"),
                I(
                    "1.",
                    "走访困难家庭",
                    "为260户发放慰问金，{deadline 1月22日前|0122}全部到位。",
                    ("责任部门：{R 维权科}；分管领导：{A 贺云}",),
                ),
                I(
                    "2.",
                    "召开执行理事会全体会议",
                    "部署年度任务。",
                    ("责任部门：{R 办公室}；分管领导：{A 贺云}",),
                    inherited="{period 一月份|0101-0131}",
                ),
                H(1, "二、", "二月份重点工作"),
                I(
                    "1.",
                    "举办就业援助招聘会",
                    "提供岗位400个以上。",
                    ("责任部门：{R 就业服务中心}、{R 教育就业科}；分管领导：{A 丁一鸣}",),
                    inherited="{period 二月份|0201-0228}",
                ),
                H(1, "三、", "三月份重点工作"),
                I(
                    "1.",
                    "开展爱耳日宣传",
                    "{period 3月上旬|0301-0310}组织义诊进社区。",
                    ("责任部门：{R 康复科}；分管领导：{A 丁一鸣}",),
                ),
                I(
                    "2.",
                    "启动无障碍改造",
                    "{deadline 9月底前|0930}改造180户。",
                    ("责任部门：{R 维权科}、{R 各县（区）残联}；分管领导：{A 贺云}",),
                ),
                H(1, "四、", "四月份重点工作"),
                I(
                    "1.",
                    "审核补贴对象",
                    "会同民政部门比对数据，{period 4月15日至25日|0415-0425}集中复核。",
                    ("责任部门：{R 办公室}；分管领导：{A 贺云}",),
                ),
            ],
        )
    ],
    txt=Txt(),
    pdf=Pdf(size=14),
)
