"""Emergency table: category and department columns merged over rows, also over a page's end, cells centred, no header on later pages."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="d04_emergency_merged",
    group="dev",
    plans=[
        Plan(
            title="白石州应急管理局2022年度\n重点任务清单",
            year=2022,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("工作类别", "section", width=1.1),
                        C("序号", "number", width=0.6),
                        C("任务内容", "title", width=4),
                        C("责任科室", "responsible", width=1.5),
                        C("进度安排", "time", width=3),
                    ],
                    rows=[
                        (
                            "安全生产",
                            "1",
                            "修订党政领导干部安全生产责任清单",
                            "综合协调科",
                            "{period 1月|0101-0131}：起草初稿；\n{period 2月中旬|0211-0220}：征求意见；\n{deadline 3月底前|0331}印发。",
                        ),
                        (
                            "^",
                            "2",
                            "开展危险化学品安全风险集中治理",
                            "危化监管科",
                            "{period 3-4月|0301-0430}：企业自查；\n{period 5月-9月|0501-0930}：州级抽查；\n{period 四季度|1001-1231}：总结验收。",
                        ),
                        ("^", "3", "推进非煤矿山“打非治违”", "^", "{ongoing 全年常态化推进}"),
                        (
                            "^",
                            "4",
                            "组织安全生产月活动",
                            "宣传教育科",
                            "{period 6月|0601-0630}：开展咨询日、应急演练等活动。",
                        ),
                        (
                            "防灾减灾",
                            "5",
                            "完成第一次全国自然灾害综合风险普查成果汇交",
                            "减灾救灾科、\n规划科技科",
                            "{deadline 8月31日前|0831}完成数据质检；\n{deadline 年底前|1231}形成州级综合评估报告。",
                        ),
                        (
                            "^",
                            "6",
                            "建设综合减灾示范社区6个",
                            "减灾救灾科",
                            "{period 上半年|0101-0630}：确定创建名单；\n{period 下半年|0701-1231}：指导创建并组织验收。",
                        ),
                        (
                            "^",
                            "7",
                            "冬春救助物资储备与发放",
                            "^",
                            "{period 11月至次年2月|20221101-20230228}：按需发放。",
                        ),
                        (
                            "应急救援",
                            "8",
                            "修编州级总体应急预案和12个专项预案",
                            "应急指挥中心",
                            "{period 7月上旬|0701-0710}：完成评审；\n{period 8月|0801-0831}：报请州政府印发。",
                        ),
                        (
                            "^",
                            "9",
                            "组织地震、森林火灾实战演练",
                            "应急指挥中心、火灾防治科、\n地震科",
                            "{period 5、10月|0501-0531|1001-1031}：各组织一次。",
                        ),
                        ("^", "10", "加强航空护林站队伍建设", "火灾防治科", "根据省厅部署{conditional 适时推进}"),
                        (
                            "基础保障",
                            "11",
                            "推进应急指挥平台二期项目",
                            "规划科技科",
                            "{period 一季度|0101-0331}：完成招标；\n{period 二季度|0401-0630}：完成硬件安装；\n{deadline 9月底前|0930}上线试运行。",
                        ),
                        (
                            "^",
                            "12",
                            "落实应急管理综合行政执法改革",
                            "人事科（机关党委）",
                            "{deadline 6月30日前|0630}完成人员划转。",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(rules="grid", repeat_header=False, cell_size=12, middle=True),
)
