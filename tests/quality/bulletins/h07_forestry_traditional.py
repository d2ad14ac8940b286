"""Forestry plan in traditional characters, (1) labels through the plan, full-width digits, mixed forms, a year at a line's start."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="h07_forestry_traditional",
    group="held",
    traditional=True,
    plans=[
        Plan(
            title="北山林区2026年森林资源保护工作计划",
            year=2026,
            body=[
                P("2026年，林区将围绕资源保护、生态修复和产业转型三条主线开展工作。"),
                H(1, "一、", "加强森林防火"),
                I(
                    "（1）",
                    "落实防火责任",
                    "与各林场签订责任书，{deadline 3月15日前|0315}全部签订完毕。",
                    ("{?period 2026年|any}新增瞭望塔4座，视频监控覆盖率达到95%。（责任单位：{R 防火办}、{R 各林场}）",),
                ),
                I(
                    "（2）",
                    "强化火源管控",
                    "{?period 清明、五一|any|any}等重点时段实行网格化值守，{period 3月1日-5月31日|0301-0531}禁止一切野外用火。（责任单位：{R 防火办}、{R 森林公安分局}）",
                ),
                I(
                    "（3）",
                    "提升扑救能力",
                    "{period 2月|0201-0228}组织专业队集训，购置大型灭火装备12台（套）。（责任单位：{R 防火办}）",
                ),
                H(1, "二、", "推进生态修复"),
                I(
                    "（4）",
                    "实施国土绿化",
                    "完成人工造林0.8万亩、森林抚育5.5万亩，{period 4、5月|0401-0430|0501-0531}开展义务植树。（责任单位：{R 营林科}、{R 各林场}）",
                ),
                I(
                    "（５）",
                    "防治林业有害生物",
                    "松材线虫病疫情{recurring 每日}监测，成灾率控制在千分之三以内。（责任单位：{R 森防站}）",
                ),
                I("（６）", "保护湿地和野生动植物", "开展候鸟迁徙季巡护，查处违法案件。（责任单位：{R 保护科}）"),
                H(1, "三、", "发展林下经济"),
                I("（７）", "打造森林康养基地", "{deadline 8月10日前|0810}完成步道建设。（责任单位：{R 产业科}）"),
                I(
                    "（８）",
                    "扩大食用菌种植规模",
                    "新建菌棚60栋，{deadline 10月中旬前|any}投产达效。（责任单位：{R 产业科}、{R 财务科}）",
                ),
            ],
        )
    ],
    txt=Txt(width=34, encoding="big5", newline="\r\n"),
    docx=Docx(computed=True),
    pdf=Pdf(size=14),
)
