"""Plan with level systems of brackets only, own-line titles, stages of work."""

from __future__ import annotations

from ..describe import Bulletin, Docx, H, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="l09_sentences_roles",
    group="late",
    plans=[
        Plan(
            title="大营市2019年文明城市创建工作实施方案",
            year=2019,
            body=[
                P("为巩固文明城市创建成果，制定本方案。"),
                H(1, "一、", "指导思想"),
                P("深入贯彻新发展理念，坚持创建为民、创建惠民、创建靠民。"),
                H(1, "二、", "主要任务"),
                I(
                    "（一）",
                    "实施公共环境整治行动",
                    "开展背街小巷、城乡结合部卫生死角清理，{deadline 4月底前|0430}完成第一轮集中整治。（牵头单位：{L 市城管局}；责任单位：{R 各区人民政府}、{R 市住建局}）",
                    own_line=True,
                ),
                I(
                    "（二）",
                    "实施公共秩序提升行动",
                    "规范非机动车停放，治理行人闯红灯等不文明行为，{period 6月1日—8月31日|0601-0831}开展“文明交通百日行动”。（牵头单位：{L 市公安局}；责任单位：{R 市交通运输局}）",
                    own_line=True,
                ),
                I(
                    "（三）",
                    "实施窗口服务优化行动",
                    "打造文明示范窗口30个，{recurring 每季度}开展一次暗访测评。（牵头单位：{L 市行政审批局}；责任单位：{R 各窗口单位}）",
                    own_line=True,
                ),
                I(
                    "（四）",
                    "实施社会宣传行动",
                    "公益广告数量占比不低于30%。（牵头单位：{L 市委宣传部}；责任单位：{R 市融媒体中心}、{R 市文广旅局}）",
                    own_line=True,
                ),
                H(1, "三、", "实施步骤"),
                I("（一）", "动员部署阶段", "{period 3月|0301-0331}，制定方案，召开动员大会。", own_line=True),
                I(
                    "（二）",
                    "组织实施阶段",
                    "{period 4月—10月|0401-1031}，对照测评体系，逐项抓好落实。",
                    own_line=True,
                ),
                I("（三）", "总结提升阶段", "{period 11月—12月|1101-1231}，总结经验，完善长效机制。", own_line=True),
                H(1, "四、", "保障措施"),
                P("各级各部门要提高认识，加强领导，加大投入，营造全民参与的浓厚氛围。"),
            ],
        )
    ],
    txt=Txt(width=35, indent="　　"),
    docx=Docx(styled=True, computed=True),
    pdf=Pdf(size=16, twice=True),
)
