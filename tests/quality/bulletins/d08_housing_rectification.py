"""Housing rectification list: the measure is the task, the problem stands beside it, persons, one number over two rows."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="d08_housing_rectification",
    group="dev",
    before=["附件2"],
    plans=[
        Plan(
            title="沙湾区住房和城乡建设局专项巡察反馈问题整改清单（2021年）",
            year=2021,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("存在问题", "extra", width=2.4),
                        C("整改措施", "title", width=3.6),
                        C("责任单位", "responsible", width=1.5),
                        C("责任人", "leader", width=1),
                        C("整改时限", "time", width=1.5),
                    ],
                    rows=[
                        (
                            "1",
                            "老旧小区改造进度滞后。",
                            "建立周调度机制，倒排工期、挂图作战，完成剩余14个小区改造",
                            "城建科",
                            "沈立",
                            "{deadline 2021年10月底前|20211031}",
                        ),
                        (
                            "^",
                            "^",
                            "对连续两次排名末位的施工单位进行约谈",
                            "城建科、质安站",
                            "沈立",
                            "{ongoing 长期坚持}",
                        ),
                        (
                            "2",
                            "物业投诉办理质量不高。",
                            "开展物业服务质量提升专项行动，建立投诉台账",
                            "物业科",
                            "韩 梅",
                            "{deadline 9月30日|0930}",
                        ),
                        (
                            "3",
                            "施工扬尘管控不严。",
                            "落实“六个百分之百”要求，{?recurring 每周}开展扬尘巡查不少于2次",
                            "质安站",
                            "罗志强、韩 梅",
                            "{ongoing 长期坚持}",
                        ),
                        (
                            "4",
                            "公租房分配审核把关不严。",
                            "全面核查在保家庭1260户，对不符合条件的依法清退",
                            "住房保障中心",
                            "彭 涛",
                            "{deadline 8月|0831}",
                        ),
                        (
                            "^",
                            "^",
                            "修订完善公租房准入退出管理办法",
                            "住房保障中心、法规科",
                            "彭 涛",
                            "{deadline 11月15日前|1115}",
                        ),
                        (
                            "5",
                            "干部日常监督有短板。",
                            "开展廉政谈话全覆盖，健全请销假、外出报备等制度",
                            "人事教育科",
                            "邱 敏",
                            "{period 7月-9月|0701-0930}",
                        ),
                        (
                            "6",
                            "危房动态监测不到位。",
                            "委托第三方机构完成1990年以前建成房屋安全排查",
                            "房管科",
                            "罗志强",
                            "{deadline 第四季度|1231}",
                        ),
                        (
                            "7",
                            "工程招标投标监管薄弱。",
                            "制定招标代理机构信用评价细则，纳入信用平台公示",
                            "招标办",
                            "沈立",
                            "{deadline 12月底前|1231}",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(size=14, cell_size=10.5, cut=True),
)
