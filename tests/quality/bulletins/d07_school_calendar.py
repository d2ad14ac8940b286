"""School calendar: months down the side, no numbers, one cell a line in the text dump."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="d07_school_calendar",
    group="dev",
    plans=[
        Plan(
            title="青禾中学2027年党支部工作计划安排表",
            year=2027,
            kind="table",
            text_counts=False,
            body=[
                Table(
                    columns=[
                        C("时间", "time", width=1.2),
                        C("工作内容", "title", width=4),
                        C("负责部门", "responsible", width=2),
                    ],
                    rows=[
                        ("{period 1月|0101-0131}", "召开年度组织生活会，开展民主评议党员", "党支部"),
                        ("{period 2月下旬|0221-0228}", "制定年度工作计划和学习方案", "党支部、办公室"),
                        ("{period 3月|0301-0331}", "开展学雷锋志愿服务月活动", "团委、学生处"),
                        ("{period 4月上旬|0401-0410}", "组织师生祭扫烈士陵园", "团委"),
                        ("{period 5月|0501-0531}", "举办党员教师示范课展评", "教务处、教科室"),
                        ("{period 6月|0601-0630}", "做好毕业班考生心理辅导和考务保障", "教务处、心理健康中心"),
                        ("{period 7月-8月|0701-0831}", "组织党员教师家访和校舍维修监督", "党支部、总务处"),
                        ("{period 9月上旬|0901-0910}", "庆祝教师节，表彰优秀教师", "工会"),
                        ("{period 10月|1001-1031}", "开展主题党日和爱国主义教育活动", "党支部"),
                        ("{period 11月中旬|1111-1120}", "迎接上级党建工作考核", "党支部、办公室"),
                        ("{deadline 12月底前|1231}", "完成年度党建述职和材料归档", "党支部、档案室"),
                        ("{ongoing 全年}", "落实“三会一课”制度", "党支部"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="cells"),
    pdf=Pdf(size=14, cell_size=12, page_number=""),
)
