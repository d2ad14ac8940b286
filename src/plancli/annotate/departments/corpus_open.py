"""What must be found where no list has the word: labels of any word for who does it, verbs of any work, manners of sharing it."""

from __future__ import annotations

from .specimens import lead, person, prose, resp, support

SHARED_DUTIES = (
    *(
        prose(f"（县应急局、县水利局{how}）", resp("县应急局", "县水利局"))
        for how in (
            "轮流负责", "轮流值守", "轮班落实", "各司其职", "按职责各司其职", "各负其责", "分头落实", "分头负责", "按片区负责", "按月轮换落实", "依次承办", "按条线分工落实",
        )
    ),
    prose("值班值守，县应急局、县水利局轮流负责。", resp("县应急局", "县水利局"), "县应急局、县水利局轮流负责"),
    prose("建立巡查台账，由县水利局负责，每月更新一次。", resp("县水利局"), "由县水利局负责"),
)  # fmt: skip

# What each does, in verbs of any kind, behind offices and collectives.
DEEDS = (
    prose("每季度演练一次。（安全部复查）", resp("安全部"), "（安全部复查）"),
    prose("（工程部自查，安全部复查）", resp("工程部", "安全部")),
    prose("（财务科核算，审计科复核）", resp("财务科", "审计科")),
    prose("（各乡镇每月自查，县水利局每季度抽查）", resp("各乡镇", "县水利局")),
    prose("责任部门：工程部，安全部复查", resp("工程部", "安全部")),
    prose("重症医学科负责，对外联络部配合。", resp("重症医学科") + support("对外联络部"), "重症医学科负责，对外联络部配合"),
)  # fmt: skip

# Names without a verb before others that support: 、 between names, ， between the two groups.
GROUPS = (
    prose("（县文旅局、县教育局，县财政局配合）", resp("县文旅局", "县教育局") + support("县财政局")),
    prose("责任单位：县文旅局，各乡镇配合", resp("县文旅局") + support("各乡镇")),
    prose(
        "办好书市（县文旅局、县教育局，各乡镇协助）。",
        resp("县文旅局", "县教育局") + support("各乡镇"),
        "（县文旅局、县教育局，各乡镇协助）",
    ),
)

BEHIND_DASH = (
    *(
        prose(f"做好防汛工作{dash}县水利局牵头，县应急局配合", lead("县水利局") + support("县应急局"), f"{raw}县水利局牵头，县应急局配合")
        for dash, raw in (("——", "——"), ("--", "--"), ("—", ""))
    ),
    prose("清淤护岸——水利站负责。", resp("水利站"), "——水利站负责"),
)  # fmt: skip

OPEN_LABELS = (
    *(
        prose(f"{label}：县交通运输局、县城投公司", resp("县交通运输局", "县城投公司"))
        for label in (
            "行业监管单位", "施工主体", "运营主体", "使用单位", "管护单位", "属地单位", "审批部门", "代建单位", "落实主体", "承办科室", "业务主管部门", "技术支撑单位", "维保单位",
        )
    ),
    *(
        prose(f"{label}：李志强", person("responsible", "李志强"))
        for label in ("河段长", "县级河长", "路段长", "责任路长", "第一网格长", "村级林长", "包保领导", "驻村第一书记", "楼栋长")
    ),
    prose("责任部门：技术部施工单位：县城投公司", resp("技术部", "县城投公司")),
    prose("（行业监管单位：县交通运输局；属地责任：各乡镇）", resp("县交通运输局", "各乡镇")),
    prose("①牵头单位：县教育局；②配合单位：县财政局", lead("县教育局") + support("县财政局"), "牵头单位：县教育局；②配合单位：县财政局"),
)  # fmt: skip

# Who has which part of the work, in clauses with an object behind the verb.
DIVIDED = (
    prose("各乡镇负责组织动员，县农业农村局负责业务指导。", resp("各乡镇", "县农业农村局"), "各乡镇负责组织动员，县农业农村局负责业务指导"),
    prose(
        "县文旅局牵头实施修缮，县财政局负责资金保障，各乡镇配合。",
        lead("县文旅局") + resp("县财政局") + support("各乡镇"),
        "县文旅局牵头实施修缮，县财政局负责资金保障，各乡镇配合",
    ),
    prose("县林业局会同县公安局负责卡口值守。", resp("县林业局", "县公安局"), "县林业局会同县公安局负责卡口值守"),
    prose("由各乡镇具体负责，县农机中心做好技术配合。", resp("各乡镇") + support("县农机中心"), "由各乡镇具体负责，县农机中心做好技术配合"),
)  # fmt: skip

LAID_OUT = (
    prose("责任单位｜研究生院、各学院", resp("研究生院", "各学院")),
    prose("拆除雨棚。\n责任单位\n执法队、各社区", resp("执法队", "各社区"), "责任单位\n执法队、各社区"),
    prose("责任科室：急诊科、\n影像科\n责任人：何静", resp("急诊科", "影像科") + person("responsible", "何静")),
    prose("组织排查。（总务处、安全办；责任人：何静）", resp("总务处", "安全办") + person("responsible", "何静"), "（总务处、安全办；责任人：何静）"),
    prose("（1）制定方案。（县商务局）（2）施工。（县住建局）", resp("县商务局", "县住建局"), "（县商务局）…（县住建局）"),
    prose("完成检修。（检修公司、运行一班、运行二班、安监室）", resp("检修公司", "运行一班", "运行二班", "安监室"), "（检修公司、运行一班、运行二班、安监室）"),
    *(
        prose(f"（{name}配合）", support(name))
        for name in ("各车间、班组", "各科室、病区", "各学院（部）、中心", "各乡镇卫生院、社区卫生服务中心", "各年级、班级")
    ),
)  # fmt: skip

BY_WHOM = (
    prose("布设监测点60处，县林草局、县气象局按职责推进。", resp("县林草局", "县气象局"), "县林草局、县气象局按职责推进"),
    prose("县林草局、县气象局按职责分工推进，8月底前建成。", resp("县林草局", "县气象局"), "县林草局、县气象局按职责分工推进"),
    prose("布设监测点36处，县林草局负责。", resp("县林草局"), "县林草局负责"),
    prose("修复渠道6处，县水利局负责。", resp("县水利局"), "县水利局负责"),
    prose("责任医院：县人民医院、县中医院", resp("县人民医院", "县中医院")),
    prose("由县水务集团组织实施。", resp("县水务集团"), "由县水务集团组织实施"),
    prose("（邮储银行县支行、县农商行牵头）", lead("邮储银行县支行", "县农商行")),
    prose("由县档案馆部署。", resp("县档案馆"), "由县档案馆部署"),
    prose("例会由护理部主持，每月一次。", resp("护理部"), "由护理部主持"),
    prose("（由总务科牵头，会同保卫科和各病区）", lead("总务科") + support("保卫科", "各病区")),
    prose("分工：总务科负责采购，基建科负责施工。", resp("总务科", "基建科"), "分工：总务科负责采购，基建科负责施工"),
    prose("配合单位：县档案馆\n县方志办\n各乡镇文化站", support("县档案馆", "县方志办", "各乡镇文化站")),
    prose("责任单位：县林场、县林业站\n县园林局、各乡镇", resp("县林场", "县林业站", "县园林局", "各乡镇")),
    prose("责任单位：县水利局\n修订应急预案", resp("县水利局"), "责任单位：县水利局"),
    prose("责任人：校办", resp("校办")),
    prose("责任人：党办、何静", resp("党办") + person("responsible", "何静")),
    prose("责任单位：市委宣传部市直工委市文化局", resp("市委宣传部", "市直工委", "市文化局")),
    prose("修建垃圾房（果皮压缩站）。\n后勤科负责", resp("后勤科"), "后勤科负责"),
)  # fmt: skip

OPEN = (*BY_WHOM, *SHARED_DUTIES, *DEEDS, *GROUPS, *BEHIND_DASH, *OPEN_LABELS, *DIVIDED, *LAID_OUT)
