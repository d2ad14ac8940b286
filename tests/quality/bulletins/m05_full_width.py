"""Table with full-width digits, numbered bodies in a cell, blanks between bodies, dots in dates."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m05_full_width",
    group="last",
    plans=[
        Plan(
            title="古镇保护管理委员会２０２４年工作任务分解表",
            year=2024,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序 号", "number", width=0.7),
                        C("工 作 任 务", "title", width=3.4),
                        C("责 任 部 门", "responsible", width=2),
                        C("完 成 时 限", "time", width=1.8),
                    ],
                    rows=[
                        ("１", "编制古镇保护规划修编方案", "{R 规划部}\n{R 遗产部}", "{deadline ３月底前|0331}"),
                        (
                            "２",
                            "修缮传统民居１８栋",
                            "1.{R 工程部}\n2.{R 遗产部}\n3.{R 财务部}",
                            "{deadline ２０２４年１１月３０日前|20241130}",
                        ),
                        ("３", "举办民俗文化节", "{R 文旅部}", "{period ９月—１０月|0901-1031}"),
                        ("４", "建设消防微型站６座", "{R 安全部}；{R 工程部}", "{deadline ５月|0531}"),
                        ("５", "整治沿街店招店牌", "{R 综合执法队}，{R 文旅部}", "{deadline 二季度|0630}"),
                        ("６", "完善游客服务中心功能", "{R 文旅部}", "{period ２０２４年３月至６月|20240301-20240630}"),
                        ("７", "开展古树名木普查", "{R 园林队}", "{deadline １２月１５日|1215}"),
                        ("８", "环境卫生保洁", "{R 环卫队}", "{ongoing 全年}"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cell_size=14, size=15),
)
