"""Education table with rows across the table as sections, two half-year columns, department before the task."""

from __future__ import annotations

from ..describe import Bulletin, C, Group, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="h03_education_halves",
    group="held",
    plans=[
        Plan(
            title="2023年梅溪县教育体育局重点工作推进表",
            year=2023,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("责任股室", "responsible", width=1.2),
                        C("工作内容", "title", width=2.6),
                        C("上半年", "days", "推进计划", 2.4, "0101-0630"),
                        C("下半年", "days", "推进计划", 2.4, "0701-1231"),
                        C("责任领导", "leader", width=0.9),
                    ],
                    rows=[
                        Group("党的建设", "一、"),
                        (
                            "1",
                            "人事股",
                            "配齐配强学校领导班子",
                            "完成校级干部年度考核。",
                            "{period 8月|0801-0831}调整任命一批校级干部。",
                            "方 敏",
                        ),
                        ("2", "机关党委", "开展“清廉学校”建设", "制定评价标准。", "评选示范校10所。", "方 敏"),
                        Group("教育教学", "二、"),
                        (
                            "3",
                            "基础教育股、教研室",
                            "落实义务教育质量提升行动",
                            "召开教学质量分析会，{deadline 5月底前|0531}完成视导。",
                            "开展课堂教学大赛，编印优秀案例集。",
                            "田国庆",
                        ),
                        (
                            "4",
                            "基础教育股",
                            "推进学前教育普及普惠县创建",
                            "对照指标开展自评。",
                            "{period 9月|0901-0930}接受市级复核，{deadline 11月底前|1130}迎接省级评估。",
                            "田国庆",
                        ),
                        (
                            "5",
                            "体卫艺股",
                            "举办全县中小学生田径运动会",
                            "—",
                            "{period 10月中旬|1011-1020}举办。",
                            "侯 静",
                        ),
                        ("6", "职成股", "实施中职学校办学条件达标工程", "完成实训楼主体建设。", "/", "田国庆"),
                        Group("保障能力", "三、"),
                        (
                            "7",
                            "计财股、项目办",
                            "新建城东小学、改扩建镇区幼儿园4所",
                            "完成立项和用地预审。",
                            "城东小学{deadline 12月底前|1231}完成主体封顶。",
                            "侯 静",
                        ),
                        (
                            "8",
                            "安全股",
                            "校园安全防范建设",
                            "“三防”达标率100%。",
                            "{recurring 每月|0701-1231}开展一次应急疏散演练。",
                            "侯 静",
                        ),
                        (
                            "9",
                            "督导室",
                            "做好政府履行教育职责自评",
                            "收集2022年度佐证材料。",
                            "按要求报送自评报告。",
                            "方 敏",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv", header_every=0),
    pdf=Pdf(landscape=True, cell_size=12, cut=True, repeat_header=False, edge=True),
)
