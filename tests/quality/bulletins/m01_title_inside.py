"""A spreadsheet's table: the title is its first row, over all columns; header of two rows beneath."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m01_title_inside",
    group="last",
    plans=[
        Plan(
            title="长宁县2023年度重点改革任务台账",
            year=2023,
            kind="table",
            title_inside=True,
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("改革任务", "title", width=3),
                        C("牵头单位", "lead", "责任单位", 1.5),
                        C("参与单位", "support", "责任单位", 1.8),
                        C("时间进度", "time", width=2.6),
                        C("备注", "remarks", width=0.9),
                    ],
                    rows=[
                        (
                            "1",
                            "推进投资项目审批制度改革",
                            "县行政审批局",
                            "县发展改革局、县住建局",
                            "{deadline 6月底前|0630}出台方案；\n{deadline 12月底前|1231}全面推行。",
                            "续建",
                        ),
                        (
                            "2",
                            "开展农村宅基地制度改革试点",
                            "县农业农村局",
                            "县自然资源局、各乡镇",
                            "{period 2-5月|0201-0531}：摸底调查；\n{period 6-10月|0601-1031}：试点先行。",
                            "",
                        ),
                        (
                            "3",
                            "深化县管校聘改革",
                            "县教育局",
                            "县委编办、县人社局、县财政局",
                            "{period 暑假|any}：完成岗位竞聘。",
                            "",
                        ),
                        (
                            "4",
                            "国有企业薪酬分配制度改革",
                            "县国资中心",
                            "县财政局",
                            "{deadline 9月30日前|0930}",
                            "省级试点",
                        ),
                        (
                            "5",
                            "公立医院绩效考核改革",
                            "县卫健局",
                            "县医保局",
                            "{period 一季度|0101-0331}：下达指标；\n{period 四季度|1001-1231}：开展考核。",
                            "",
                        ),
                        ("6", "综合行政执法体制改革", "县司法局", "—", "{ongoing 全年推进}", ""),
                        ("7", "水价综合改革", "县水务局", "县发展改革局", "{conditional 待上级文件出台后}实施。", ""),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cell_size=12),
)
