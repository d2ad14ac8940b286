"""Quarter columns with √ marks; category rows in brackets."""

from __future__ import annotations

from ..describe import Bulletin, C, Docx, Group, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m06_marks_quarters",
    group="last",
    plans=[
        Plan(
            title="海州区审计局2025年审计项目计划表",
            year=2025,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("项目名称", "title", width=4),
                        C("承办科室", "responsible", width=1.6),
                        C("第一季度", "days", width=0.9, days="0101-0331"),
                        C("第二季度", "days", width=0.9, days="0401-0630"),
                        C("第三季度", "days", width=0.9, days="0701-0930"),
                        C("第四季度", "days", width=0.9, days="1001-1231"),
                    ],
                    rows=[
                        Group("政策落实跟踪审计", "（一）"),
                        ("1", "保障性住房建设管理政策落实情况审计", "行政事业科", "√", "√", "", ""),
                        ("2", "稳外贸政策措施落实情况审计", "企业科", "", "", "√", ""),
                        Group("财政审计", "（二）"),
                        ("3", "区本级预算执行审计", "财政科", "√", "√", "√", ""),
                        ("4", "国有企业资产负债损益审计", "企业科", "", "√", "√", ""),
                        Group("经济责任审计", "（三）"),
                        ("5", "5个部门主要负责人任期经济责任审计", "经责科", "", "√", "", "√"),
                        ("6", "自然资源资产离任审计", "农业与资源环境科", "", "", "√", "√"),
                        Group("投资审计", "（四）"),
                        ("7", "人民医院扩建工程竣工决算审计", "投资科", "", "", "", "√"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    docx=Docx(),
    pdf=Pdf(cell_size=12, page_number="- {} -"),
)
