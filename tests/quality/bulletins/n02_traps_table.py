"""Traps in a table: schedule cells with counts, versions and phone numbers beside true times; titles with years."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="n02_traps_table",
    group="last",
    plans=[
        Plan(
            title="2024年临川区信息中心工作任务表",
            year=2024,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("工作任务", "title", width=3),
                        C("责任科室", "responsible", width=1.6),
                        C("节点计划", "time", width=4),
                    ],
                    rows=[
                        (
                            "1",
                            "完成2023年度网站绩效自评",
                            "网站科",
                            "{period 1月|0101-0131}：整理2023年度佐证材料；\n{period 2月|0201-0229}：提交自评报告。",
                        ),
                        (
                            "2",
                            "政务云资源扩容",
                            "运维科",
                            "{period 3-4月|0301-0430}：采购服务器12台；\n{deadline 6月底前|0630}：完成V2.0版本升级，CPU利用率控制在60%-70%。",
                        ),
                        (
                            "3",
                            "第3期数字素养培训班",
                            "培训科、运维科",
                            "{period 5月中旬|0511-0520}：举办培训班1期，培训2-3天，参训人员50-60人。",
                        ),
                        (
                            "4",
                            "“十五五”信息化规划编制",
                            "规划科",
                            "{period 上半年|0101-0630}：开展前期研究；\n{period 下半年|0701-1231}：形成《规划（2026-2030年）》初稿。",
                        ),
                        ("5", "落实7×24小时值守", "安全科", "{ongoing 全年}：实行双人双岗，值班电话0796-8123456。"),
                        (
                            "6",
                            "商用密码应用安全性评估",
                            "安全科",
                            "{period 三季度|0701-0930}：开展3个三级系统测评；\n{deadline 11月15日前|1115}：完成问题整改。",
                        ),
                        ("7", "升级12345平台", "热线办", "{deadline 8月31日前|0831}：完成与110平台对接。"),
                        ("8", "公务用车管理", "办公室", "/"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv", header_every=4),
    pdf=Pdf(cut=True, edge=False, cell_size=14),
)
