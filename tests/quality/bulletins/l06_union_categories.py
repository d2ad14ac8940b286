"""Category and number merged together over rows, header of one row with line breaks, names broken by narrow cells."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="l06_union_categories",
    group="late",
    plans=[
        Plan(
            title="望江市总工会2021年重点工作任务分解表",
            year=2021,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("板块", "section", width=1),
                        C("序号", "number", width=0.6),
                        C("重点工作内容", "title", width=3.6),
                        C("责 任\n部 门", "responsible", width=1.3),
                        C("协办单位", "support", width=1.5),
                        C("完成时间", "time", width=1.5),
                    ],
                    rows=[
                        (
                            "思想引领",
                            "1",
                            "开展庆祝建党100周年系列活动，举办职工合唱比赛、主题演讲比赛，评选“最美职工”20名",
                            "宣教部",
                            "文化宫",
                            "{deadline 6月底前|0630}",
                        ),
                        ("^", "2", "打造网上职工学习阵地，推送原创内容200条", "网络工作部", "宣教部", "{ongoing 全年}"),
                        (
                            "建功立业",
                            "3",
                            "组织“安康杯”竞赛，参赛企业达到1500家",
                            "{R 劳动和经济工作部}",
                            "市应急局",
                            "{period 4月-11月|0401-1130}",
                        ),
                        (
                            "^",
                            "4",
                            "评选市级劳模创新工作室10个",
                            "{R 劳动和经济工作部}",
                            "各县（区）总工会",
                            "{deadline 9月|0930}",
                        ),
                        (
                            "^",
                            "5",
                            "开展五小创新成果评审",
                            "{R 劳动和经济工作部}",
                            "市科协",
                            "{deadline 10月30日前|1030}",
                        ),
                        (
                            "维权服务",
                            "6",
                            "推行集体协商“春季要约”行动，建制率动态保持在90%以上",
                            "权益保障部",
                            "市人力资源社会保障局",
                            "{period 3-5月|0301-0531}",
                        ),
                        ("^", "7", "新建户外劳动者服务站点50个", "权益保障部", "各产业工会", "{deadline 8月底前|0831}"),
                        (
                            "^",
                            "8",
                            "开展“送温暖、送清凉、送助学”活动，慰问职工2万人次",
                            "职工服务中心",
                            "各县（区）总工会、各产业工会",
                            "{deadline 1月、8月|0131|0831}",
                        ),
                        (
                            "自身建设",
                            "9",
                            "推进新就业形态劳动者入会，新发展会员1.5万人",
                            "基层组织建设部",
                            "市交通运输局、市邮政管理局",
                            "{deadline 12月20日|1220}",
                        ),
                        ("^", "10", "规范工会经费收支管理", "财务部", "经审办", "{ongoing 长期坚持}"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv", header_every=5),
    pdf=Pdf(cell_size=14, cut=True, edge=False),
)
