"""Rectification table of seven columns on landscape pages: problem, aim, measure, leader, body, limit."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="p05_rectification_wide",
    group="last",
    plans=[
        Plan(
            title="石门县生态环境保护督察反馈问题整改任务清单（2022年度）",
            year=2022,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("反馈问题", "extra", width=2.4),
                        C("整改目标", "extra", width=1.8),
                        C("整改措施", "title", width=3.2),
                        C("责任领导", "leader", width=0.9),
                        C("责任单位", "responsible", width=1.5),
                        C("整改时限", "time", width=1.2),
                    ],
                    rows=[
                        (
                            "1",
                            "县城污水管网雨污分流不彻底，部分生活污水直排河道。",
                            "实现旱季污水零直排。",
                            "新建改造污水管网23公里，封堵排口41个，建立溯源排查长效机制",
                            "邓志刚",
                            "县住建局",
                            "{deadline 2022年12月底前|20221231}",
                        ),
                        (
                            "2",
                            "砂石加工企业扬尘污染突出。",
                            "达标排放。",
                            "对12家企业逐一核查，未完成密闭改造的停产整治",
                            "邓志刚",
                            "县工信局、县生态环境分局",
                            "{deadline 6月30日前|0630}",
                        ),
                        (
                            "3",
                            "畜禽养殖粪污资源化利用率低。",
                            "利用率达到80%以上。",
                            "为规模养殖场配套建设粪污处理设施",
                            "罗 敏",
                            "县农业农村局",
                            "{deadline 9月|0930}",
                        ),
                        (
                            "4",
                            "生活垃圾填埋场渗滤液处理能力不足。",
                            "渗滤液日产日清。",
                            "租用应急处理设备，扩建调节池",
                            "罗 敏",
                            "县城管局",
                            "{deadline 8月15日|0815}",
                        ),
                        (
                            "5",
                            "矿山生态修复进展缓慢。",
                            "完成年度修复任务。",
                            "修复历史遗留矿山320亩，落实管护责任",
                            "邓志刚",
                            "县自然资源局、县林业局",
                            "{deadline 11月底前|1130}",
                        ),
                        (
                            "6",
                            "秸秆露天焚烧屡禁不止。",
                            "火点数同比下降50%。",
                            "实行县乡村三级网格巡查",
                            "罗 敏",
                            "县农业农村局、各乡镇",
                            "{ongoing 长期坚持}",
                        ),
                        (
                            "7",
                            "危险废物规范化管理水平不高。",
                            "规范化考核达标率95%。",
                            "开展危险废物专项排查整治",
                            "邓志刚",
                            "县生态环境分局",
                            "{period 4月-7月|0401-0731}",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(landscape=True, cell_size=12, cut=True, edge=True, middle=True),
)
