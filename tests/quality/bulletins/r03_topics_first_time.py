"""Table whose time leads and is said once for several rows, topics with their form, the 编号 of what is dealt with beside 序号."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="r03_topics_first_time",
    group="last",
    plans=[
        Plan(
            title="云溪区政协2026年协商监督计划",
            year=2026,
            kind="table",
            text_counts=False,
            body=[
                Table(
                    columns=[
                        C("时 间", "time", width=1.1),
                        C("协商监督议题", "title", width=3),
                        C("活动形式", "extra", width=1.2),
                        C("承办部门", "responsible", width=1.8),
                        C("分管领导", "leader", width=1),
                    ],
                    rows=[
                        ("{period 3月|0301-0331}", "完善社区养老服务网络", "专题协商会", "社会法制委", "高志平"),
                        ("^", "规范城区停车秩序", "对口协商", "人口环境委", "高志平"),
                        ("^", "“十五五”规划重大项目视察", "委员视察", "经济科技委", "马 兰"),
                        ("{deadline 6月底前|0630}", "推动非遗与乡村旅游融合发展", "专题协商会", "文史委", "马 兰"),
                        ("^", "农村生活污水治理", "民主监督", "人口环境委、“双联”工作组", "高志平"),
                        ("{period 第三季度|0701-0930}", "提升基层医疗服务能力", "专题议政会", "教卫体委", "马 兰"),
                        ("{period 11月|1101-1130}", "重点提案办理情况评议", "评议会", "提案委", "高志平"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(size=14, cell_size=11),
)
