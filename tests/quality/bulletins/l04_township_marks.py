"""Table with （牵头） marks in one column, several separators, several numbered tasks in one cell's schedule; limits with dots and dashes."""

from __future__ import annotations

from ..describe import Bulletin, C, Foot, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="l04_township_marks",
    group="late",
    plans=[
        Plan(
            title="柳泉镇2023年度重点项目建设任务清单",
            year=2023,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("编号", "number", width=0.6),
                        C("任务事项", "title", width=2.8),
                        C("责任部门", "responsible", width=2.2),
                        C("进度计划", "time", width=3.6),
                        C("分管负责人", "leader", width=1),
                        C("投资（万元）", "extra", width=1),
                    ],
                    rows=[
                        (
                            "1",
                            "镇卫生院迁建",
                            "{L 卫健办}（牵头）、{R 规建办}、{R 财政所}",
                            "{deadline 3月底前|0331}完成土地平整；\n{period 4月—11月|0401-1130}主体施工；\n{deadline 12月底前|1231}竣工验收。",
                            "江 波",
                            "1800",
                        ),
                        (
                            "2",
                            "中心小学运动场改造",
                            "{L 教育组}（牵头）；{R 规建办}",
                            "{period 暑假|any}：集中施工；\n{deadline 9月10日前|0910}：交付使用。",
                            "尹小梅",
                            "120",
                        ),
                        (
                            "3",
                            "污水处理厂二期",
                            "{L 环保站}（牵头）\n{R 规建办}\n{R 水务站}",
                            "{period 一季度|0101-0331}：完成环评；\n{period 二、三季度|0401-0630|0701-0930}：土建施工；\n{period 四季度|1001-1231}：设备调试。",
                            "江 波",
                            "2600",
                        ),
                        (
                            "4",
                            "农贸市场升级",
                            "{L 市监所}（牵头）、{R 城管中队}",
                            "{deadline 5月31日前|0531}",
                            "尹小梅",
                            "85",
                        ),
                        (
                            "5",
                            "道路“白改黑”6.5公里",
                            "{R 交管站}、{R 各村（居）}",
                            "{period 2023年3月-2023年10月|20230301-20231031}",
                            "孔令辉",
                            "960",
                        ),
                        ("6", "高标准农田管护", "{R 农业农村办}", "{ongoing 长期}", "孔令辉", "无"),
                        ("7", "文化广场亮化", "{R 文化站}、{R 供电所}", "{deadline 年底前|1231}", "尹小梅", "40"),
                        (
                            "8",
                            "“雪亮工程”补点",
                            "{L 派出所}（牵头）、{R 综治办}",
                            "{period 7月中旬至8月中旬|0711-0820}：勘点；\n{deadline 10月20日前|1020}：安装到位。",
                            "江 波",
                            "35",
                        ),
                        Foot(("合计", "", "", "", "", "5640")),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cut=True, edge=True, cell_size=12, repeat_header=False),
)
