"""Table with numbers 1.1, 1.2, a category column, and a header that says the first body leads."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="p03_decimal_header_note",
    group="last",
    plans=[
        Plan(
            title="盐湖区2021年农村人居环境整治任务清单",
            year=2021,
            kind="table",
            first_leads=True,
            body=[
                Table(
                    columns=[
                        C("类别", "section", width=1),
                        C("序号", "number", width=0.8),
                        C("工作任务", "title", width=3.6),
                        C("责任单位\n（列第一位的为牵头单位）", "responsible", width=2.4),
                        C("完成时限", "time", width=1.4),
                    ],
                    rows=[
                        (
                            "厕所革命",
                            "1.1",
                            "新改建农村卫生户厕2200户",
                            "区农业农村局、各镇",
                            "{deadline 10月底前|1031}",
                        ),
                        ("^", "1.2", "建设农村公共厕所36座", "区农业农村局、区文旅局", "{deadline 11月底前|1130}"),
                        ("^", "1.3", "摸排整改问题厕所", "区农业农村局、区卫健局、各镇", "{deadline 6月底前|0630}"),
                        (
                            "生活垃圾",
                            "2.1",
                            "完善户分类、村收集、镇转运、区处理体系",
                            "区城管局、各镇",
                            "{ongoing 全年}",
                        ),
                        (
                            "^",
                            "2.2",
                            "开展非正规垃圾堆放点整治",
                            "区城管局、区生态环境分局",
                            "{deadline 第二季度|0630}",
                        ),
                        (
                            "生活污水",
                            "3.1",
                            "新增污水治理行政村28个",
                            "区生态环境分局、区水务局",
                            "{deadline 12月10日前|1210}",
                        ),
                        ("^", "3.2", "排查农村黑臭水体", "区生态环境分局", "{deadline 4月|0430}"),
                        ("村容村貌", "4.1", "创建美丽庭院5000户", "区妇联、各镇", "{deadline 9月底前|0930}"),
                        ("^", "4.2", "整治“空心房”和残垣断壁", "区住建局、区自然资源分局、各镇", "{ongoing 长期坚持}"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cell_size=14, cut=True),
)
