"""A plan of twelve items without headings, short sentences, GB18030 text with page lines 第N页 and a running head."""

from __future__ import annotations

from ..describe import Bulletin, Docx, I, P, Pdf, Plan, Txt

BULLETIN = Bulletin(
    name="m07_items_only",
    group="last",
    plans=[
        Plan(
            title="镜湖县2018年政府系统重点工作清单",
            year=2018,
            body=[
                P("经县政府常务会议研究，确定2018年政府系统重点工作如下："),
                I(
                    "一、",
                    "建成工业园区标准厂房20万平方米",
                    "{deadline 10月底前|1031}交付使用。责任单位：{R 县经信局}、{R 园区管委会}。",
                ),
                I("二、", "新引进亿元以上项目15个", "{recurring 每月}调度一次进展。责任单位：{R 县招商局}。"),
                I(
                    "三、",
                    "启动县城备用水源工程",
                    "{period 二季度|0401-0630}开工。责任单位：{R 县水利局}、{R 县城投公司}。",
                ),
                I("四、", "完成农村公路安防工程210公里", "{deadline 11月底前|1130}完工。责任单位：{R 县交通运输局}。"),
                I("五、", "实施棚户区改造1200户", "{deadline 年内|1231}基本建成800户。责任单位：{R 县住建局}。"),
                I(
                    "六、",
                    "全面推行河长制湖长制",
                    "做到责任到岸、管护到人。责任单位：{R 县水利局}、{R 各乡镇人民政府}。",
                ),
                I(
                    "七、",
                    "改造农村危房860户",
                    "{deadline 9月底前|0930}全部竣工入住。责任单位：{R 县住建局}、{R 县财政局}。",
                ),
                I(
                    "八、",
                    "创建全国义务教育发展基本均衡县",
                    "{period 5月中旬|0511-0520}迎接国家督导认定。责任单位：{R 县教育局}。",
                ),
                I(
                    "九、",
                    "建设县妇幼保健院新院",
                    "{deadline 2019年6月底前|20190630}投入使用。责任单位：{R 县卫计委}。",
                ),
                I(
                    "十、",
                    "举办第三届环湖自行车赛",
                    "{period 4月14日至15日|0414-0415}举办。责任单位：{R 县文体局}、{R 县旅发委}。",
                ),
                I("十一、", "开展扫黑除恶专项斗争", "建立线索核查机制。责任单位：{R 县公安局}。"),
                I(
                    "十二、",
                    "办理人大代表建议和政协提案",
                    "{deadline 8月底前|0831}办结率达到100%。责任单位：{R 县政府办公室}、{R 各承办单位}。",
                ),
            ],
        )
    ],
    running_head="镜湖县人民政府办公室",
    txt=Txt(width=38, page=12, encoding="gb18030", indent="　　", newline="\r\n"),
    docx=Docx(computed=True),
    pdf=Pdf(page_number="第{}页", size=16),
)
