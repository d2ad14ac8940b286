"""Division of labour in short lines: number, task, bodies after a colon; bodies led and helping."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="p06_division_short",
    group="last",
    plans=[
        Plan(
            title="永宁市2026年安全生产重点工作及责任分工",
            year=2026,
            body=[
                H(1, "一、", "压实安全责任"),
                I(
                    "（一）",
                    "修订党政领导干部安全生产职责清单",
                    "牵头单位：{L 市应急管理局}；配合单位：{S 市委组织部}。完成时限：{deadline 2026年3月底前|20260331}。",
                ),
                I(
                    "（二）",
                    "开展安全生产述职",
                    "牵头单位：{L 市安委办}；配合单位：{S 市安委会各成员单位}。完成时限：{deadline 12月|1231}。",
                ),
                H(1, "二、", "整治重大隐患"),
                I(
                    "（三）",
                    "开展燃气安全“回头看”",
                    "牵头单位：{L 市住房城乡建设局}；配合单位：{S 市市场监管局}、{S 市商务局}。完成时限：{period 5月-9月|0501-0930}。",
                ),
                I(
                    "（四）",
                    "整治动火作业违规行为",
                    "牵头单位：{L 市消防救援支队}；配合单位：{S 市应急管理局}、{S 市人力资源社会保障局}。完成时限：{deadline 6月底前|0630}。",
                ),
                I(
                    "（五）",
                    "排查校舍和学校周边安全隐患",
                    "牵头单位：{L 市教育局}；配合单位：{S 市公安局}。完成时限：{deadline 8月25日前|0825}。",
                ),
                I(
                    "（六）",
                    "加强水上交通安全监管",
                    "牵头单位：{L 市交通运输局}；配合单位：{S 市海事处}。完成时限：{ongoing 全年}。",
                ),
                H(1, "三、", "提升应急能力"),
                I(
                    "（七）",
                    "建设区域性应急物资储备库",
                    "牵头单位：{L 市应急管理局}；配合单位：{S 市发展改革委}、{S 市财政局}。完成时限：{deadline 2027年6月底前|20270630}。",
                ),
                I(
                    "（八）",
                    "组织跨部门综合演练",
                    "牵头单位：{L 市应急管理局}；配合单位：{S 市卫生健康委}、{S 市气象局}。完成时限：{deadline 第二季度|0630}。",
                ),
            ],
            closing="各责任单位要制定具体实施方案，每月25日前向市安委办报送进展情况。",
        )
    ],
    txt=Txt(width=33, indent=""),
    docx=Docx(computed=True),
    pdf=Pdf(size=16, justify=True),
)
