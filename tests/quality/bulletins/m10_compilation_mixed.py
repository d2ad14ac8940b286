"""Two bureaus' plans in one file without a contents page: a table and an outline."""

from __future__ import annotations

from ..describe import Bulletin, C, Docx, H, I, P, Pdf, Plan, Table, Txt

BULLETIN = Bulletin(
    name="m10_compilation_mixed",
    group="last",
    plans=[
        Plan(
            title="云溪区城市管理局2024年重点工作任务表",
            year=2024,
            kind="table",
            says={"issuer": "云溪区城市管理局"},
            body=[
                Table(
                    columns=[
                        C("序号", "number", width=0.6),
                        C("重点任务", "title", width=3.6),
                        C("责任科室", "responsible", width=1.8),
                        C("完成时间", "time", width=1.6),
                        C("责任人", "leader", width=1),
                    ],
                    rows=[
                        ("1", "新建改造公厕12座", "环卫科", "{deadline 9月底前|0930}", "胡 军"),
                        ("2", "规范共享单车停放秩序", "市容科、执法大队", "{ongoing 全年}", "马晓燕"),
                        ("3", "户外广告设施专项整治", "市容科", "{period 4月-6月|0401-0630}", "马晓燕"),
                        ("4", "城市照明节能改造", "照明所", "{deadline 11月|1130}", "胡 军"),
                        ("5", "垃圾分类示范小区创建30个", "分类办、各街道", "{deadline 12月10日前|1210}", "蒋 欣"),
                    ],
                )
            ],
        ),
        Plan(
            title="云溪区园林绿化中心2024年工作要点",
            year=2024,
            body=[
                P("2024年，园林绿化工作以公园城市建设为抓手，着力抓好以下工作。"),
                H(1, "一、", "增绿提质"),
                I("1.", "建设街头游园8处", "{deadline 10月底前|1031}建成开放。（责任科室：{R 工程科}、{R 绿化科}）"),
                I("2.", "开展古树名木保护", "建立“一树一档”，{recurring 每季度}巡查一次。（责任科室：{R 绿化科}）"),
                H(1, "二、", "规范管养"),
                I("3.", "修订养护定额标准", "{period 一季度|0101-0331}完成测算。（责任科室：{R 养护科}、{R 财务科}）"),
                I(
                    "4.",
                    "防治有害生物",
                    "重点防治悬铃木方翅网蝽、天牛等，{period 5月至9月|0501-0930}加强监测。（责任科室：{R 养护科}）",
                ),
                I("5.", "推进公园服务标准化", "完善标识标牌和无障碍设施。（责任科室：{R 公园科}）"),
            ],
        ),
    ],
    txt=Txt(table="tsv", indent="　　"),
    docx=Docx(styled=False, computed=True),
    pdf=Pdf(size=15, cell_size=12),
)
