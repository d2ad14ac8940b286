"""Market regulation table: lead and support columns, a limit column, remarks; TSV with repeated headers, rows cut by pages."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="d03_market_table",
    group="dev",
    plans=[
        Plan(
            title="安澜区市场监督管理局2024年重点工作任务分解表",
            year=2024,
            kind="table",
            says={"issuer": "安澜区市场监督管理局"},
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("重点工作任务", "title", width=4.2),
                        C("牵头单位", "lead", width=1.6),
                        C("配合单位", "support", width=1.8),
                        C("完成时限", "time", width=1.5),
                        C("备注", "remarks", width=1),
                    ],
                    rows=[
                        (
                            "1",
                            "制定优化营商环境2024年工作方案，推行企业开办“一件事”集成服务",
                            "注册科",
                            "法规科、信息中心",
                            "{deadline 3月底前|0331}",
                            "",
                        ),
                        (
                            "2",
                            "建设知识产权公共服务工作站3个",
                            "知识产权科",
                            "各市场监管所",
                            "{deadline 2024年6月30日|20240630}",
                            "区政府实事",
                        ),
                        (
                            "3",
                            "开展食品生产企业体系检查，覆盖率达到100%",
                            "食品生产科",
                            "执法大队",
                            "{period 4月-10月|0401-1031}",
                            "",
                        ),
                        (
                            "4",
                            "落实食品安全“两个责任”，包保干部督导完成率不低于99%",
                            "食品协调科",
                            "各市场监管所",
                            "{recurring 每季度}",
                            "省考核指标",
                        ),
                        (
                            "5",
                            "开展校园及周边食品安全专项检查",
                            "餐饮科",
                            "执法大队、各市场监管所",
                            "{deadline 3月、9月|0331|0930}",
                            "",
                        ),
                        (
                            "6",
                            "完成药品零售企业分级分类评定，建立动态调整和信用惩戒相结合的监管机制，对评定为D级的企业实施重点检查",
                            "药械科",
                            "法规科",
                            "{deadline 第三季度|0930}",
                            "",
                        ),
                        ("7", "电梯应急处置平台接入率达到100%", "特种设备科", "/", "{deadline 年底前|1231}", ""),
                        (
                            "8",
                            "抽查工业产品质量120批次，不合格产品后处理率100%",
                            "质量科",
                            "执法大队",
                            "{deadline 11月底前|1130}",
                            "",
                        ),
                        (
                            "9",
                            "开展民生领域计量器具专项整治",
                            "计量科",
                            "各市场监管所",
                            "{deadline 10月31日前|1031}",
                            "",
                        ),
                        (
                            "10",
                            "组织企业参加第七届中国质量奖申报动员培训",
                            "质量科",
                            "",
                            "{conditional 待上级通知后}",
                            "",
                        ),
                        (
                            "11",
                            "推进公平竞争审查制度落实，全面清理妨碍统一大市场的政策措施",
                            "法规科",
                            "注册科、信用科",
                            "{ongoing 全年}",
                            "",
                        ),
                        ("12", "开展网络直播营销规范提升行动", "网监科", "执法大队", "{deadline 8月底前|0831}", ""),
                        (
                            "13",
                            "办理消费投诉举报，按时办结率达到98%以上",
                            "消保科",
                            "各市场监管所",
                            "{ongoing 长期坚持}",
                            "",
                        ),
                        ("14", "建成标准化市场监管所2个", "人事科", "财务科", "{deadline 12月15日前|1215}", "续建项目"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv", header_every=6),
    pdf=Pdf(cut=True, edge=False, cell_size=12, page_number="{}"),
)
