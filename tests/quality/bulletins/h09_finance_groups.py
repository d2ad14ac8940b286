"""Finance table in an attachment: group rows, one number over two rows, total, notes and a list of contacts after it."""

from __future__ import annotations

from ..describe import Bulletin, C, Foot, Group, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="h09_finance_groups",
    group="held",
    plans=[
        Plan(
            title="青塘县财政局2020年重点工作台账",
            year=2020,
            kind="table",
            first_leads=True,
            body=[
                Table(
                    columns=[
                        C("序\n号", "number", width=0.6),
                        C("工 作 任 务", "title", width=4),
                        C("责任\n股室", "responsible", width=1.5),
                        C("完成\n时限", "time", width=1.4),
                        C("责 任 人", "leader", width=1),
                    ],
                    rows=[
                        Group("收支管理", "一、"),
                        (
                            "1",
                            "组织财政收入，确保一般公共预算收入完成12.6亿元",
                            "预算股、税政股",
                            "{deadline 12月底前|1231}",
                            "汤 敏",
                        ),
                        ("^", "清理盘活财政存量资金", "国库股", "{deadline 6月30日前|0630}", "汤 敏"),
                        ("2", "落实“过紧日子”要求，压减一般性支出15%", "预算股", "{ongoing 全年}", "汤 敏"),
                        Group("财政改革", "二、"),
                        (
                            "3",
                            "推进预算绩效管理改革，绩效目标编制实现全覆盖",
                            "绩效股、各业务股室",
                            "{deadline 9月|0930}",
                            "郭志远",
                        ),
                        (
                            "4",
                            "上线预算管理一体化系统",
                            "信息中心、\n国库股",
                            "{deadline 2020年10月|20201031}",
                            "郭志远",
                        ),
                        ("5", "开展国有资产清查", "国资股", "{period 4月-8月|0401-0831}", "石 磊"),
                        Group("财政监督", "三、"),
                        ("6", "扶贫资金专项检查", "监督股、农业股", "{deadline 第二季度|0630}", "石 磊"),
                        ("7", "会计信息质量抽查10户", "监督股\n会计股", "{deadline 8月15日|0815}", "石 磊"),
                        ("8", "政府采购代理机构监督评价", "采购办", "{conditional 根据省厅统一安排}", "郭志远"),
                        Foot(("填表人：何晴　　　　审核人：汤敏　　　　填表日期：2020年3月2日",)),
                    ],
                    after=["注：责任股室列第一位的为牵头股室。", "附：重点工作联络人名单"],
                ),
                Table(
                    columns=[
                        C("姓名", "extra"),
                        C("所在股室", "extra", width=2),
                        C("职务", "extra"),
                        C("联系电话", "extra", width=2),
                    ],
                    rows=[
                        ("何晴", "办公室", "股长", "0666-5120011"),
                        ("赵一鸣", "预算股", "副股长", "0666-5120023"),
                        ("孟 川", "监督股", "科员", "0666-5120035"),
                    ],
                    plan=False,
                ),
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cell_size=14, size=14, repeat_header=True, cut=False),
)
