"""School plan of a term: the year is that of its dates; a range of years in the title; no bodies in some items."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="p04_school_year",
    group="last",
    plans=[
        Plan(
            title="云岭市第五中学2024—2025学年度第二学期教学工作计划",
            year=2025,
            body=[
                P("本学期教学工作以提高课堂效率为中心，扎实推进新课程改革。"),
                H(1, "一、", "常规管理"),
                I(
                    "1、",
                    "严格教学检查",
                    "{period 3月上旬|0301-0310}、{period 5月中旬|0511-0520}各开展一次教案和作业检查，结果在教研组长会上通报。",
                ),
                I(
                    "2、",
                    "规范考试组织",
                    "{period 4月下旬|0421-0430}组织期中考试，{deadline 7月5日前|0705}完成期末阅卷和成绩分析。",
                ),
                I("3、", "落实听评课制度", "教师听课不少于15节，校级领导不少于20节。"),
                H(1, "二、", "教师发展"),
                I(
                    "4、",
                    "举办青年教师基本功竞赛",
                    "设板书、说课、命题三个项目，{period 5月|0501-0531}举行决赛。（负责部门：{R 教务处}、{R 教科室}）",
                ),
                I("5、", "推进集体备课", "坚持“三定四统一”，{recurring 每周}开展一次。（负责部门：{R 各教研组}）"),
                H(1, "三、", "毕业班工作"),
                I(
                    "6、",
                    "强化复习备考",
                    "{deadline 3月底前|0331}结束一轮复习，{period 4月至5月|0401-0531}开展专题复习和模拟测试。（负责部门：{R 高三年级组}）",
                ),
                I(
                    "7、",
                    "做好志愿填报指导",
                    "{period 6月下旬|0621-0630}举办两场家长说明会。（负责部门：{R 高三年级组}、{R 教务处}）",
                ),
                I("8、", "关注学生身心健康", "开展考前心理辅导，配备心理教师2名。（负责部门：{R 心理中心}）"),
            ],
        )
    ],
    txt=Txt(blank=False, indent=""),
    docx=Docx(styled=True),
    pdf=Pdf(size=14, page_number="{}"),
)
