"""Table whose department cells hold labels: 牵头单位：… and 配合单位：… on lines of their own."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="p01_cell_labels",
    group="last",
    plans=[
        Plan(
            title="新丰市2024年优化生育政策重点任务分工表",
            year=2024,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("重点任务", "title", width=3.6),
                        C("责任单位", "responsible", width=2.8),
                        C("完成时限", "time", width=1.5),
                    ],
                    rows=[
                        (
                            "1",
                            "新建公办托育机构5所，新增普惠托位600个",
                            "牵头单位：{L 市卫生健康委}\n配合单位：{S 市发展改革委}、{S 市财政局}",
                            "{deadline 11月底前|1130}",
                        ),
                        (
                            "2",
                            "推动用人单位在职工较集中的园区提供福利性托育服务",
                            "牵头单位：{L 市总工会}\n配合单位：{S 市卫生健康委}、{S 市国资委}",
                            "{ongoing 全年}",
                        ),
                        (
                            "3",
                            "将辅助生殖技术项目纳入医保支付范围",
                            "牵头单位：{L 市医保局}",
                            "{deadline 6月30日|0630}",
                        ),
                        (
                            "4",
                            "完善住房公积金支持多子女家庭政策",
                            "牵头单位：{L 市住房公积金中心}\n配合单位：{S 市住房城乡建设局}",
                            "{deadline 第三季度|0930}",
                        ),
                        (
                            "5",
                            "开展产科儿科能力提升行动",
                            "牵头单位：{L 市卫生健康委}\n配合单位：{S 各县（市、区）人民政府}",
                            "{period 3月-10月|0301-1031}",
                        ),
                        (
                            "6",
                            "落实延长产假、设立育儿假等制度",
                            "牵头单位：{L 市人力资源社会保障局}\n配合单位：{S 市总工会}、{S 市妇联}",
                            "{ongoing 长期坚持}",
                        ),
                        (
                            "7",
                            "开展婚育新风宣传活动，评选“最美家庭”50户",
                            "牵头单位：{L 市妇联}\n配合单位：{S 市委宣传部}、{S 市计生协}",
                            "{deadline 5月|0531}",
                        ),
                        (
                            "8",
                            "发布年度人口监测报告",
                            "牵头单位：{L 市卫生健康委}\n配合单位：{S 市统计局}、{S 市公安局}",
                            "{deadline 12月底前|1231}",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(cut=True, edge=False, cell_size=13),
)
