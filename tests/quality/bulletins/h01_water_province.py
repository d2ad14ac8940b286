"""Province water plan: titles on lines of their own, responsibility in 【】 on a line of its own."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Plan, Txt

BULLETIN = Bulletin(
    name="h01_water_province",
    group="held",
    before=["索引号：SL-2025-0031", "发布日期：2025-03-11"],
    plans=[
        Plan(
            title="南川省水利厅2025年重点工作任务及分工",
            year=2025,
            body=[
                P("为扎实做好2025年全省水利工作，现就重点任务提出如下分工。"),
                H(1, "一、", "加快构建现代水网"),
                I(
                    "（一）",
                    "推进骨干水源工程建设",
                    "确保青石峡水库{deadline 6月底前|0630}下闸蓄水，桃源水库{deadline 12月底前|1231}完成大坝填筑至设计高程。",
                    ("新开工中型水库2座。", "【责任处室：{R 规划计划处}、{R 水利工程建设处}】"),
                    own_line=True,
                ),
                I(
                    "（二）",
                    "加快大中型灌区现代化改造",
                    "完成5处大型灌区年度投资12亿元，新增恢复灌溉面积20万亩。",
                    ("【责任处室：{R 农村水利水电处}】",),
                    own_line=True,
                ),
                I(
                    "（三）",
                    "实施河湖连通工程",
                    "{deadline 2027年底前|20271231}基本建成滨湖片区水系连通骨干工程，{period 今年二季度|20250401-20250630}完成初步设计审批。",
                    ("【责任处室：{R 规划计划处}、{R 水资源处}、{R 省水利水电勘测设计院}】",),
                    own_line=True,
                ),
                H(1, "二、", "全面提升防汛抗旱能力"),
                I(
                    "（一）",
                    "完善雨水情监测预报体系",
                    "在18条中小河流布设测雨雷达，{deadline 5月15日前|0515}投入业务运行。",
                    ("【责任处室：{R 水旱灾害防御处}、{R 省水文局}】",),
                    own_line=True,
                ),
                I(
                    "（二）",
                    "开展水库除险加固",
                    "{deadline 汛期前|any}完成126座小型水库主体工程，落实“三个责任人”。",
                    ("【责任处室：{R 运行管理处}】",),
                    own_line=True,
                ),
                I(
                    "（三）",
                    "强化旱情会商研判",
                    "坚持旱涝同防同治，科学调度骨干水库，保障城乡供水安全。",
                    ("【责任处室：{R 水旱灾害防御处}】",),
                    own_line=True,
                ),
                H(1, "三、", "强化水资源节约集约利用"),
                I(
                    "（一）",
                    "落实用水总量强度双控",
                    "全省用水总量控制在186亿立方米以内，万元GDP用水量较2020年下降16%。",
                    ("【责任处室：{R 水资源处}】",),
                    own_line=True,
                ),
                I(
                    "（二）",
                    "推广合同节水管理",
                    "在高校、医院等领域实施项目30个，{deadline 9月底前|0930}发布典型案例。",
                    ("【责任处室：{R 节约用水办公室}】",),
                    own_line=True,
                ),
            ],
        )
    ],
    after=["打印本页", "关闭窗口"],
    txt=Txt(blank=True, indent="　　"),
    docx=Docx(styled=True, computed=True),
)
