"""Sports table under three rules, no verticals; one cell a line in the text dump; lines inside cells."""

from __future__ import annotations

from ..describe import Bulletin, C, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="h02_sports_threeline",
    group="held",
    plans=[
        Plan(
            title="临湖区体育局2018年重点工作任务一览表",
            year=2018,
            kind="table",
            says={"issuer": "临湖区体育局"},
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("重点任务", "title", width=3.4),
                        C("责任科室", "responsible", width=1.8),
                        C("时间节点", "time", width=3.4),
                    ],
                    rows=[
                        (
                            "1",
                            "举办第六届区运动会",
                            "群体科、竞训科",
                            "{period 4月|0401-0430}：成立组委会，印发竞赛规程；\n{period 9月15日-20日|0915-0920}：举办开幕式和各项比赛。",
                        ),
                        (
                            "2",
                            "新建改建市民健身步道3条",
                            "产业科",
                            "{period 一季度|0101-0331}：完成选址；\n{deadline 10月底前|1031}竣工。",
                        ),
                        ("3", "组织国民体质监测2000人次", "国民体质监测中心", "{period 5月-11月|0501-1130}"),
                        (
                            "4",
                            "承办全国桥牌邀请赛",
                            "竞训科、\n体育总会",
                            "{period 7月下旬|0721-0731}：赛事筹备；\n{period 8月上旬|0801-0810}：组织比赛。",
                        ),
                        (
                            "5",
                            "推进体教结合，开展传统项目学校评估",
                            "竞训科",
                            "{period 三季度|0701-0930}：开展学校自评；\n{period 10-11月|1001-1130}：组织专家现场评估，{?conditional 评估结束后}公布结果。",
                        ),
                        (
                            "6",
                            "培训社会体育指导员300名",
                            "群体科",
                            "{period 3、6、9月|0301-0331|0601-0630|0901-0930}：各举办一期培训班。",
                        ),
                        (
                            "7",
                            "游泳场所夏季开放管理",
                            "产业科（执法大队）",
                            "{period 6月|0601-0630}：开展开放前检查；\n{period 暑期|any}：开展日常巡查。",
                        ),
                        ("8", "公共体育场馆免费低收费开放", "体育中心", "{ongoing 贯穿全年}"),
                        ("9", "做好信访和安全生产工作", "办公室", "{recurring 每季度}召开一次专题会议。"),
                        (
                            "10",
                            "编制体育设施布局专项规划",
                            "产业科",
                            "{deadline 3月底前|0331}完成调研；\n{deadline 6月底前|0630}形成初稿；\n{deadline 年底前|1231}报区政府审定。",
                        ),
                    ],
                )
            ],
        )
    ],
    txt=Txt(table="cells"),
    pdf=Pdf(rules="three", size=14, page_number="— {} —"),
)
