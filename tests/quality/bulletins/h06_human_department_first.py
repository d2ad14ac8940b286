"""Human resources table: department first and merged, extra columns, columns in an unusual order, names broken by narrow columns."""

from __future__ import annotations

from ..describe import Bulletin, C, Notice, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="h06_human_department_first",
    group="held",
    notice=Notice(
        doc_number="宁人社函[2024]33号",
        doc_number_as="宁人社函〔2024〕33号",
        title="宁川市人力资源和社会保障局关于下达\n2024年度目标任务的函",
        addressee="各县（区）人力资源和社会保障局：",
        body=["根据年度工作安排，现将2024年度目标任务下达你们，请认真组织实施。"],
        attachments=["附件：2024年度人社系统目标任务分解表"],
        issuer="宁川市人力资源和社会保障局",
        date="2024年3月28日",
        day="2024-03-28",
        colophon=["（联系人：梁工，电话：0888-2233445）"],
    ),
    plans=[
        Plan(
            title="2024年度人社系统目标任务分解表",
            attachment="附件",
            year=2024,
            kind="table",
            says={"doc_number": "宁人社函〔2024〕33号", "issued_on": "2024-03-28"},
            body=[
                Table(
                    columns=[
                        C("主责部门", "lead", width=1.1),
                        C("工作任务", "title", width=3.2),
                        C("计划完成时间", "time", width=1.3),
                        C("目标值", "extra", width=1),
                        C("协办部门", "support", width=1.3),
                        C("序号", "number", width=0.6),
                    ],
                    rows=[
                        (
                            "就业促进与失业保险科",
                            "城镇新增就业",
                            "{deadline 12月31日|1231}",
                            "3.2万人",
                            "人才交流中心",
                            "1",
                        ),
                        ("^", "发放创业担保贷款", "{deadline 11月|1130}", "4.5亿元", "劳动就业服务局", "2"),
                        (
                            "^",
                            "离校未就业高校毕业生帮扶",
                            "{deadline 12月底前|1231}",
                            "就业率90%",
                            "人才交流中心、劳动就业服务局",
                            "3",
                        ),
                        (
                            "职业能力建设科",
                            "补贴性职业技能培训",
                            "{deadline 10月底前|1031}",
                            "1.8万人次",
                            "职业技能鉴定指导中心",
                            "4",
                        ),
                        ("^", "举办市级职业技能大赛", "{period 5月-6月|0501-0630}", "12个工种", "无", "5"),
                        (
                            "劳动关系科",
                            "根治欠薪专项行动",
                            "{ongoing 全年}",
                            "结案率100%",
                            "劳动保障监察支队、仲裁院",
                            "6",
                        ),
                        (
                            "^",
                            "和谐劳动关系综合配套改革试点验收",
                            "{deadline 第三季度|0930}",
                            "通过验收",
                            "办公室",
                            "7",
                        ),
                        (
                            "社会保险科",
                            "城乡居民养老保险参保缴费",
                            "{deadline 2024年11月30日前|20241130}",
                            "92万人",
                            "社保中心",
                            "8",
                        ),
                        ("^", "社保基金安全警示教育", "{deadline 6月底前|0630}", "全覆盖", "社保中心、基金监督科", "9"),
                        ("专业技术人员管理科", "高级职称评审", "{conditional 按省厅通知要求}", "/", "—", "10"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv", indent="　　"),
    pdf=Pdf(cut=True, middle=True, cell_size=12),
)
