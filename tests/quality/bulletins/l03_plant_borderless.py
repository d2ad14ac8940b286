"""Table without any rules, two-row header over the bodies, no number column."""

from __future__ import annotations

from ..describe import Bulletin, C, Docx, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="l03_plant_borderless",
    group="late",
    plans=[
        Plan(
            title="滨江区商务局2022年工作任务安排表",
            year=2022,
            kind="table",
            says={"issuer": "滨江区商务局"},
            body=[
                Table(
                    columns=[
                        C("工作任务", "title", width=3.4),
                        C("牵头科室", "lead", "责任分工", 1.6),
                        C("配合科室", "support", "责任分工", 1.8),
                        C("时间安排", "time", width=2),
                    ],
                    rows=[
                        ("举办迎春购物节", "市场科", "综合科", "{period 1月-2月|0101-0228}"),
                        ("开展外贸企业走访调研", "外贸科", "外资科", "{period 3月|0301-0331}"),
                        ("组织企业参加第五届进博会", "外贸科", "综合科", "{period 11月上旬|1101-1110}"),
                        (
                            "完善社区便民商业网点布局，新建一刻钟便民生活圈3个",
                            "市场科",
                            "规划科",
                            "{deadline 10月底前|1031}",
                        ),
                        ("引进世界500强企业区域总部2家", "外资科", "投资促进中心", "{ongoing 全年}"),
                        ("举办电商直播大赛", "电商科", "市场科、综合科", "{period 6月中旬|0611-0620}"),
                        ("成品油市场专项检查", "运行科", "—", "{period 4、9月|0401-0430|0901-0930}"),
                        ("老字号认定", "市场科", "电商科", "{period 一、二季度|0101-0331|0401-0630}"),
                        ("商务领域安全生产督查", "综合科", "各科室", "{recurring 每季度}"),
                        ("年度工作总结", "综合科", "各科室", "{period 12月下旬|1221-1231}"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    docx=Docx(),
    pdf=Pdf(rules="none", size=14, cell_size=12),
)
