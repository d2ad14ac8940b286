"""What must be found where lists end in no verb of role, hold names that read as none, or tell by what each body does."""

from __future__ import annotations

from .specimens import lead, person, prose, resp, support

# 会同 and whatever the clause goes on with: a time, another verb, nothing.
_LED = lead("县水务局")
JOINTS = (
    *(
        prose(
            f"由县水务局牵头，会同{names}{behind}。",
            _LED + support(*names.split("、")),
            f"由县水务局牵头，会同{names}{behind.split('，')[0]}",
        )
        for names in ("县财政局、信息中心", "执法大队", "各乡镇林业站")
        for behind in ("", "，4月底前上线", "抓好落实", "年内完成", "共同推进", "按月调度", "3月起摸清底数")
    ),
    prose("由质控科会同病案室每月抽查。", resp("质控科", "病案室"), "由质控科会同病案室每月抽查"),
    prose(
        "焊接比武：9月12日，制造一部承办，县总工会协办。",
        resp("制造一部") + support("县总工会"),
        "制造一部承办，县总工会协办",
    ),
    prose("由值班室会同抢险中心组织演练。", resp("值班室", "抢险中心"), "由值班室会同抢险中心组织演练"),
    prose("由质控科汇同病案室每月抽查。", resp("质控科", "病案室"), "由质控科汇同病案室每月抽查"),
    prose("由质控科牵头会同病案室每月抽查。", lead("质控科") + support("病案室"), "由质控科牵头会同病案室每月抽查"),
    prose(
        "执法大队牵头，联合各派出所集中整治。",
        lead("执法大队") + support("各派出所"),
        "执法大队牵头，联合各派出所集中整治",
    ),
)

# What each body does in a division that gives others a part.
DUTIES = (
    prose("（质控科牵头督导，各科室落实）", lead("质控科") + resp("各科室")),
    prose("（县医保局指导，县医院负责，各分院配合）", resp("县医保局", "县医院") + support("各分院")),
    prose("（审判管理办公室督办，各审判庭落实）", resp("审判管理办公室", "各审判庭")),
    prose("（资产处、法务处负责，财务处把关）", resp("资产处", "法务处", "财务处")),
    prose("（县委组织部统筹，县人社局办理）", resp("县委组织部", "县人社局")),
    prose(
        "该项工作由医务部统筹，各临床科室具体落实。", resp("医务部", "各临床科室"), "由医务部统筹，各临床科室具体落实"
    ),
    prose(
        "县农业农村局负责，县财政局保障资金，各乡镇组织劳力。",
        resp("县农业农村局", "县财政局", "各乡镇"),
        "县农业农村局负责，县财政局保障资金，各乡镇组织劳力",
    ),
    prose(
        "核查积案，执行局具体负责，法警大队配合。", resp("执行局") + support("法警大队"), "执行局具体负责，法警大队配合"
    ),
    prose("清理河道，县水利局负责。", resp("县水利局"), "县水利局负责"),
)

# Posts and names that read as no body, beside bodies.
BESIDE_BODIES = (
    prose(
        "抓好培训。（干部股、各乡镇统战委员）",
        resp("干部股") + person("responsible", "各乡镇统战委员"),
        "（干部股、各乡镇统战委员）",
    ),
    prose(
        "抓好巡查（县水利局、各网格长）。",
        resp("县水利局") + person("responsible", "各网格长"),
        "（县水利局、各网格长）",
    ),
    prose("（护理部负责，各病区护士长落实）", resp("护理部") + person("responsible", "各病区护士长")),
    prose("（组织委员、各支部书记负责）", person("responsible", "组织委员", "各支部书记")),
    prose("（中国电信云岭分公司、移动、联通负责）", resp("中国电信云岭分公司", "移动", "联通")),
    prose(
        "抓好供水。（县水利局、县住建局、青溪水投）",
        resp("县水利局", "县住建局", "青溪水投"),
        "（县水利局、县住建局、青溪水投）",
    ),
)

# A bullet before a label, and the boxes of other labels.
BULLETED = (
    *(
        prose(
            f"{mark}责任部门：教务处、人事处\n{mark}牵头院领导：贺云",
            resp("教务处", "人事处") + person("lead", "贺云"),
            "责任部门：教务处、人事处…牵头院领导：贺云",
        )
        for mark in "●◆■▲★➢•"
    ),
    prose("【责任科室】药学部、采购办【完成时限】10月底", resp("药学部", "采购办")),
)

NEW_LABELS = (
    *(
        prose(f"牵头{noun}：{names[0]}\n配合{noun}：{names[1]}", lead(names[0]) + support(names[1]))
        for noun, names in (
            ("办所", ("农业办", "文化站")),
            ("站办", ("水利站", "党政办")),
            ("村", ("龙塘村", "枫林村")),
            ("院系", ("外语系", "体育学院")),
            ("委办局", ("县发改委", "县水务局")),
        )
    ),
    prose("责任网格：第一网格、第二网格", resp("第一网格", "第二网格")),
    prose("责任警种：科信大队、治安大队", resp("科信大队", "治安大队")),
    prose("包片干部：何静；责任社区：青石社区", person("responsible", "何静") + resp("青石社区")),
    prose("成员单位：县医院、各乡镇卫生院", resp("县医院", "各乡镇卫生院")),
)
