"""Outline with ㈠ and ⑴, mixed dots after numbers, a number left out, years and amounts at line starts."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="m03_bracket_forms",
    group="last",
    plans=[
        Plan(
            title="青河区档案馆2021年工作计划",
            year=2021,
            body=[
                P("2021年，区档案馆将以新修订的《档案法》实施为契机，做好以下工作。"),
                H(1, "一、", "基础业务建设"),
                I(
                    "1．",
                    "做好档案接收",
                    "{deadline 9月底前|0930}接收到期档案3.2万件。",
                    ("⑴机关单位2.1万件；", "⑵改制企业1.1万件。（责任科室：{R 接收征集科}）"),
                ),
                I(
                    "2、",
                    "推进档案数字化",
                    "完成馆藏档案扫描120万页。",
                    ("15万条目录数据全部挂接。（责任科室：{R 信息技术科}）",),
                    stop="。",
                ),
                I(
                    "3.",
                    "加强档案保护",
                    "修复破损档案2000卷，{recurring 每季度}检测一次库房温湿度。（责任科室：{R 保管利用科}）",
                ),
                H(1, "二、", "服务利用"),
                I(
                    "1．",
                    "拓展查档渠道",
                    "开通“云查档”，{deadline 5月20日前|0520}上线试运行。（责任科室：{R 保管利用科}、{R 信息技术科}）",
                ),
                I(
                    "2、",
                    "举办主题展览",
                    "{period 6月下旬|0621-0630}举办庆祝建党百年档案文献展。（责任科室：{R 编研展览科}）",
                ),
                I("4、", "开展口述史采集", "采访老党员、老战士20人。（责任科室：{R 编研展览科}、{R 接收征集科}）"),
                H(1, "三、", "监督指导"),
                I(
                    "1．",
                    "开展档案执法检查",
                    "{period 8月-10月|0801-1031}对40家单位进行检查。（责任科室：{R 业务指导科}）",
                ),
                I("2．", "培训档案人员", "全区档案人员轮训一遍。（责任科室：{R 业务指导科}、{R 办公室}）"),
            ],
        )
    ],
    txt=Txt(width=36, indent="　　"),
    docx=Docx(),
    pdf=Pdf(size=15),
)
