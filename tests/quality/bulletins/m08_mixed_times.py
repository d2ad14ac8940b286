"""Table whose schedule holds the less common forms of time."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m08_mixed_times",
    group="last",
    plans=[
        Plan(
            title="龙泉湖管委会2025年度工作推进计划",
            year=2025,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("重点工作", "title", width=3),
                        C("责任处室", "responsible", width=1.6),
                        C("工作进度", "time", width=3.6),
                    ],
                    rows=[
                        (
                            "1",
                            "湖区生态修复",
                            "生态处",
                            "{period 2025.3-2025.6|20250301-20250630}：完成勘察设计；\n{period 2025.9-2025.12|20250901-20251231}：组织施工。",
                        ),
                        (
                            "2",
                            "环湖绿道建设",
                            "建设处",
                            "{period 1-2月|0101-0228}：征求意见；\n{period 3—5月|0301-0531}：开展招标；\n{deadline 11月30日之前|1130}：主线贯通。",
                        ),
                        ("3", "增殖放流", "渔政处", "{deadline 4月、10月底前|0430|1031}各放流一次。"),
                        ("4", "船舶污染防治", "渔政处、执法队", "{recurring 每月10日前}报送检查情况。"),
                        (
                            "5",
                            "旅游旺季秩序保障",
                            "执法队",
                            "{period 国庆节期间|any}：加强值守；\n{period 7月至8月|0701-0831}：开展夜查。",
                        ),
                        (
                            "6",
                            "智慧监管平台",
                            "信息处",
                            "{period 上半年|0101-0630}：完成立项；\n{period 12月上旬|1201-1210}：初验。".replace(
                                "{deadline 12月上旬前|any}", "{period 12月上旬|1201-1210}"
                            ),
                        ),
                        (
                            "7",
                            "移民后扶项目",
                            "移民处",
                            "{period 第一、二季度|0101-0331|0401-0630}：实施基础设施项目；\n{deadline 截至9月底|0930}：完成投资80%。",
                        ),
                        ("8", "志愿护湖行动", "办公室", "{recurring 每周六}组织一次。"),
                        ("9", "三年规划编制", "办公室", "{deadline 二〇二五年八月底前|20250831}：形成送审稿。"),
                        ("10", "巡护队伍管理", "执法队", "{ongoing 常年坚持}"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cut=True, cell_size=14, edge=False),
)
