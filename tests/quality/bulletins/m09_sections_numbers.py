"""Outline: 一、 headings, 1. own-line headings as sections, 1) items as tasks."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="m09_sections_numbers",
    group="last",
    plans=[
        Plan(
            title="丰乐新区2023年智慧城市建设行动计划",
            year=2023,
            body=[
                P("为加快智慧城市建设，制定本行动计划。"),
                H(1, "一、", "数字底座"),
                H(2, "1.", "网络设施"),
                I("1)", "新建5G基站400个", "重点覆盖园区、学校和医院。（责任单位：{R 经发局}、{R 铁塔公司}）"),
                I("2)", "实施千兆光网改造", "{deadline 8月底前|0831}完成120个小区改造。（责任单位：{R 经发局}）"),
                H(2, "2.", "数据平台"),
                I(
                    "1)",
                    "建设城市信息模型平台",
                    "{period 二季度|0401-0630}完成一期验收。（责任单位：{R 规建局}、{R 大数据中心}）",
                ),
                I("2)", "归集公共数据", "新增数据目录3000条，{recurring 每月}更新一次。（责任单位：{R 大数据中心}）"),
                H(1, "二、", "场景应用"),
                H(2, "1.", "民生服务"),
                I("1)", "推广电子健康卡", "二级以上医院全部接入。（责任单位：{R 社会事业局}）"),
                I(
                    "2)",
                    "建设智慧停车系统",
                    "{deadline 10月20日前|1020}接入泊位1.5万个。（责任单位：{R 城管局}、{R 交警大队}）",
                ),
                H(2, "2.", "城市治理"),
                I("1)", "升级网格化管理平台", "事件按时处置率达到98%。（责任单位：{R 城管局}）"),
                I("2)", "部署水质在线监测点30个", "{deadline 年底前|1231}全部联网。（责任单位：{R 生态环境局}）"),
            ],
            closing="各单位要加强协同，确保行动计划落到实处。",
        )
    ],
    txt=Txt(indent="　　", blank=True),
    docx=Docx(computed=True),
    pdf=Pdf(size=14),
)
