"""School calendar: a month a row, several numbered tasks in a cell, one body for all of them."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m02_calendar_many",
    group="last",
    plans=[
        Plan(
            title="安澜区实验小学2024年德育工作安排表",
            year=2024,
            kind="table",
            text_counts=False,
            body=[
                Table(
                    columns=[
                        C("月份", "time", width=1),
                        C("工作内容", "titles", width=4.5),
                        C("负责部门", "responsible", width=1.6),
                    ],
                    rows=[
                        ("{period 2月|0201-0229}", "1.制定德育工作计划\n2.开展开学第一课主题班会", "德育处"),
                        (
                            "{period 3月|0301-0331}",
                            "1.组织学雷锋志愿服务活动\n2.召开家长委员会会议\n3.评选文明班级",
                            "德育处、少先队",
                        ),
                        ("{period 4月|0401-0430}", "1.开展清明祭英烈活动\n2.举办校园读书节", "少先队"),
                        ("{period 5月|0501-0531}", "1.组织心理健康教育周\n2.筹备六一庆祝活动", "德育处、心理辅导室"),
                        ("{period 6月|0601-0630}", "1.举行新队员入队仪式\n2.开展防溺水专题教育", "少先队"),
                        ("{period 9月|0901-0930}", "1.开展新生入学教育\n2.落实班主任培训", "德育处"),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="cells"),
    pdf=Pdf(size=14, cell_size=12, page_number=""),
)
