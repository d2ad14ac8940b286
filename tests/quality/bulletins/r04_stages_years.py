"""Three-year plan: its years on a line of their own, stages with their time in brackets, 列第一位 said in the first item, footing of attachments."""

from __future__ import annotations

from ..describe import Bulletin, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="r04_stages_years",
    group="last",
    plans=[
        Plan(
            title="松岭市城镇燃气安全三年行动方案\n（2024—2026年）",
            year=2024,
            first_leads=True,
            body=[
                P("为提升本质安全水平，制定本方案。"),
                H(1, "一、", "重点任务"),
                I(
                    "1.",
                    "更新老化管道",
                    "{deadline 2025年底前|20251231}更新管道86公里。（责任单位：{L 市住建局}、{R 市财政局}，排在第一位的为牵头单位，下同）",
                ),
                I(
                    "2.",
                    "整治违规充装",
                    "{recurring 每季度}开展联合执法。（责任单位：{L 市市场监管局}、{R 市公安局}、{R 各县（区）政府}）",
                ),
                I(
                    "3.",
                    "推广安全装置",
                    "{deadline 到2026年|20261231}餐饮场所实现全覆盖。（责任单位：{L 市商务局}、{R 市住建局}）",
                ),
                H(1, "二、", "实施步骤"),
                I("（一）", "动员部署阶段（{period 2024年3月|20240301-20240331}）", "制定工作方案，召开动员会议。"),
                I(
                    "（二）",
                    "集中攻坚阶段（{period 2024年4月至2026年6月|20240401-20260630}）",
                    "建立台账，逐项销号。",
                ),
                I("（三）", "总结提升阶段（{period 2026年7月至12月|20260701-20261231}）", "总结经验，完善机制。"),
            ],
            closing="本方案自印发之日起施行。",
        )
    ],
    txt=Txt(width=36, indent="　　"),
    pdf=Pdf(size=15),
)
