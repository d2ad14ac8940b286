"""Division of labour in lines of their own (分管领导：, 部门分工：A牵头，B配合), a title that the notice names whole, a closing behind them."""

from __future__ import annotations

from ..describe import Bulletin, H, I, Notice, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="r01_division_lines",
    group="last",
    notice=Notice(
        title="榆林川县人民政府关于印发《榆林川县支持民营经济稳定增长重点工作的任务分工》的通知",
        addressee="各乡镇人民政府，县政府各部门：",
        body=[
            "现印发给你们，请抓好落实。",
            "一、压实责任。牵头单位要制定方案。",
            "二、加强督查。县政府督查室按季度通报。",
        ],
        issuer="榆林川县人民政府",
        date="2024年2月21日",
        day="2024-02-21",
    ),
    plans=[
        Plan(
            title="榆林川县支持民营经济稳定增长\n重点工作的任务分工",
            year=2024,
            says={"issuer": "榆林川县人民政府", "issued_on": "2024-02-21"},
            body=[
                P("为优化发展环境，现就有关工作作如下分工。"),
                H(1, "一、", "畅通融资渠道"),
                I(
                    "1.",
                    "扩大信贷投放",
                    "对首贷户给予贴息，{deadline 9月底前|0930}新增贷款6亿元。",
                    ("分管领导：{A 秦立群}", "部门分工：{L 县金融办}牵头，{S 县财政局}、{S 各乡镇}配合。"),
                ),
                I(
                    "2.",
                    "设立转贷资金池",
                    "资金池规模达到5000万元，{conditional 待省级细则印发后}同步修订管理办法。",
                    ("分管领导：{A 秦立群}", "部门分工：{L 县财政局}牵头，{S 县工信局}、{S 县农商银行}等配合。"),
                ),
                H(1, "二、", "破除市场壁垒"),
                I(
                    "3.",
                    "清理隐性门槛",
                    "{deadline 4月底前|0430}完成存量政策清理。",
                    ("分管领导：{A 陆晓舟}", "部门分工：{L 县发改局}牵头，{S 各地}、{S 各部门}配合。"),
                ),
                I(
                    "4.",
                    "推行容缺受理",
                    "公布第二批容缺事项清单，{period 暑期|any}开展业务培训2期。",
                    ("分管领导：{A 陆晓舟}", "部门分工：{L 县政务服务局}牵头，{S 县司法局}配合。"),
                ),
                I(
                    "5.",
                    "规范涉企检查",
                    "对2021年以来的检查事项逐项评估，{period 三季度|0701-0930}公布结果。",
                    ("分管领导：{A 陆晓舟}", "部门分工：{L 县司法局}牵头，{S 县市场监管局}、{S 县应急局}配合。"),
                ),
            ],
            closing="各牵头单位要细化措施、倒排工期，确保各项任务落地见效。",
        )
    ],
    txt=Txt(blank=True),
    pdf=Pdf(size=15),
)
