"""College: two tables in one attachment file, each with its own header; two bodies on two lines of a cell."""

from __future__ import annotations

from ..describe import Bulletin, C, Docx, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="l08_college_two_tables",
    group="late",
    plans=[
        Plan(
            title="江洲职业技术学院2024年党政工作任务表",
            attachment="附件1",
            year=2024,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("工作任务", "title", width=3.4),
                        C("责任部门", "responsible", width=1.8),
                        C("责任领导", "leader", width=1),
                        C("完成时限", "time", width=1.4),
                    ],
                    rows=[
                        ("1", "制定“双高”建设中期整改方案", "教务处、发展规划处", "王海涛", "{deadline 3月|0331}"),
                        ("2", "新增专业教学资源库2个", "教务处", "王海涛", "{deadline 11月底前|1130}"),
                        ("3", "完成图书馆扩建工程", "基建处\n后勤管理处", "欧阳静", "{deadline 8月20日前|0820}"),
                        ("4", "召开教职工代表大会", "工会", "刘 洋", "{deadline 4月|0430}"),
                        ("5", "招聘高层次人才15名", "人事处、各二级学院", "刘 洋", "{deadline 年底前|1231}"),
                        (
                            "6",
                            "毕业生就业去向落实率达到93%",
                            "招生就业处、各二级学院",
                            "欧阳静",
                            "{deadline 8月31日|0831}",
                        ),
                    ],
                )
            ],
        ),
        Plan(
            title="江洲职业技术学院2024年实事项目清单",
            attachment="附件2",
            year=2024,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("实事项目", "title", width=3.4),
                        C("主办部门", "lead", width=1.6),
                        C("协办部门", "support", width=1.6),
                        C("推进计划", "time", width=3),
                    ],
                    rows=[
                        (
                            "1",
                            "学生宿舍加装空调",
                            "后勤管理处",
                            "学生处、财务处",
                            "{period 4月|0401-0430}：完成招标；\n{period 7-8月|0701-0831}：安装调试。",
                        ),
                        ("2", "增设校园通勤班车", "后勤管理处", "工会", "{deadline 3月15日前|0315}开通。"),
                        (
                            "3",
                            "建设智慧教室30间",
                            "信息中心",
                            "教务处",
                            "{period 上半年|0101-0630}：完成15间；\n{period 下半年|0701-1231}：完成15间。",
                        ),
                        ("4", "改善教师食堂", "后勤管理处", "工会", "{conditional 根据学校预算安排}实施。"),
                    ],
                )
            ],
        ),
    ],
    txt=Txt(table="tsv"),
    docx=Docx(styled=True),
    pdf=Pdf(cell_size=12, middle=True),
)
