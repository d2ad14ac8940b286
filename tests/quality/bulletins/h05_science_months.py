"""Science table with a column for each month and marks in the cells; task cell beside a department cell."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

MONTHS = ["31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"]


def marks(months: str) -> list[str]:
    """Twelve cells: ● in the months named."""
    chosen = {int(month) for month in months.split()}
    return ["●" if month in chosen else "" for month in range(1, 13)]


BULLETIN = Bulletin(
    name="h05_science_months",
    group="held",
    plans=[
        Plan(
            title="东屏区科学技术局2025年重点工作运行表",
            year=2025,
            kind="table",
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.8),
                        C("重点工作", "title", width=4),
                        C("责任科室", "responsible", width=1.8),
                        *[
                            C(f"{m}月", "days", "时间安排", 0.75, f"{m:02}01-{m:02}{MONTHS[m - 1]}")
                            for m in range(1, 13)
                        ],
                    ],
                    rows=[
                        ("1", "高新技术企业培育认定", "高新科", *marks("3 6 9")),
                        ("2", "科技型中小企业评价入库", "高新科", *marks("4 5 6 7 8 9 10")),
                        ("3", "组织申报省级重点研发计划", "规划科", *marks("2 7")),
                        ("4", "举办创新创业大赛", "成果科、孵化中心", *marks("5 6")),
                        ("5", "科技活动周", "综合科", *marks("5")),
                        ("6", "引进高层次人才团队5个", "人才科", *marks("3 11")),
                        ("7", "技术合同认定登记", "成果科", *marks("1 2 3 4 5 6 7 8 9 10 11 12")),
                        ("8", "实验室安全检查", "规划科", *marks("4 10")),
                        ("9", "年度绩效评价", "综合科", *marks("12")),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="tsv"),
    pdf=Pdf(landscape=True, size=14),
)
