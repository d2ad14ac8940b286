"""Month schedule in a wide table on landscape pages: each month's cell with text, department first, no header again."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="l10_months_text",
    group="late",
    plans=[
        Plan(
            title="2025年北湖街道平安建设工作推进表",
            year=2025,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("牵头部门", "lead", width=1.3),
                        C("工作事项", "title", width=2.2),
                        C("3月", "days", "时间进度", 1.7, "0301-0331"),
                        C("6月", "days", "时间进度", 1.7, "0601-0630"),
                        C("9月", "days", "时间进度", 1.7, "0901-0930"),
                        C("12月", "days", "时间进度", 1.7, "1201-1231"),
                        C("备注", "remarks", width=0.8),
                    ],
                    rows=[
                        (
                            "1",
                            "平安法治办",
                            "矛盾纠纷排查化解",
                            "完成底数摸排。",
                            "化解率达到80%。",
                            "化解率达到90%。",
                            "开展总结评估。",
                            "",
                        ),
                        ("2", "平安法治办", "反诈宣传进万家", "启动宣传月。", "实现入户全覆盖。", "", "", "省平安考核"),
                        (
                            "3",
                            "应急办",
                            "九小场所消防整治",
                            "建立问题台账。",
                            "整改率达到60%。",
                            "整改率达到85%。",
                            "全部销号。",
                            "",
                        ),
                        (
                            "4",
                            "应急办",
                            "燃气安全排查",
                            "完成入户安检30%。",
                            "完成入户安检60%。",
                            "完成入户安检80%。",
                            "完成入户安检100%。",
                            "",
                        ),
                        ("5", "社区办", "出租房屋分级管理", "制定标准。", "/", "推广试点经验。", "/", ""),
                        (
                            "6",
                            "社区办",
                            "网格员能力提升",
                            "组织全员培训。",
                            "—",
                            "开展技能比武。",
                            "评选优秀网格员20名。",
                            "",
                        ),
                        (
                            "7",
                            "执法队",
                            "占道经营专项治理",
                            "集中整治主干道。",
                            "巩固提升。",
                            "整治背街小巷。",
                            "建立长效机制。",
                            "重点督办",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(landscape=True, cell_size=13, repeat_header=False, cut=True),
)
