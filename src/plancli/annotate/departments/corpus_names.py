"""More of what must be found: names that run on or only seem to, collective bodies, labels of any kind, posts."""

from __future__ import annotations

from .specimens import cell, lead, person, prose, resp, support

WHOLE_NAMES = (
    prose(
        "（国家税务总局白塔市税务局牵头，县自然资源局东山分局配合）",
        lead("国家税务总局白塔市税务局") + support("县自然资源局东山分局"),
    ),
    *(
        cell(name, resp(name))
        for name in (
            "国家税务总局白塔县税务局", "国家税务总局新乡市税务局", "省烟草专卖局白塔市烟草专卖局", "县自然资源局东山分局", "市公安局交警支队",
            "市公安局和平分局", "林业局森林公安局", "省教育厅办公室", "市委组织部", "县委县政府督查室", "共青团县委", "共青团新乡市委",
            "江北大学附属医院", "青石集团公司东山分公司", "省烟草公司县公司", "中国人民银行白塔市支行", "青石供电公司城南供电所", "新城新区市场监管局",
            "开发区市政管理处", "教务处市场营销系", "学生处团委", "市民办教育协会", "办公室市民热线中心", "财政局机关党委", "中共南部县委组织部",
        )
    ),
    cell("县委组织部", resp("县委组织部"), known=("县委", "组织部")),
    cell("高二英语组、Green Hand志愿社", resp("高二英语组", "GreenHand志愿社")),
    *(
        cell(name, resp(name))
        for name in ("基金会和社会服务机构管理科", "机关和事业单位工资科", "学科和教材处", "企业与园区服务科", "学校及幼儿园管理股", "干部和人才科")
    ),
)  # fmt: skip

RUNS = (
    cell("党员教育中心县人社局", resp("党员教育中心", "县人社局")),
    cell("党员教育中心县人社局县财政局", resp("党员教育中心", "县人社局", "县财政局")),
    cell("财政局教育局", resp("财政局", "教育局")),
    cell("文化和旅游局公安局", resp("文化和旅游局", "公安局")),
    cell("省财政厅省教育厅", resp("省财政厅", "省教育厅")),
    cell("市纪委监委市委组织部", resp("市纪委监委", "市委组织部")),
    cell("市场监管局市民政局", resp("市场监管局", "市民政局")),
    cell("白塔县人民医院县疾控中心", resp("白塔县人民医院", "县疾控中心")),
    cell("县总工会团县委", resp("县总工会", "团县委")),
    cell("县财政局国家税务总局白塔县税务局", resp("县财政局", "国家税务总局白塔县税务局")),
    cell("区教育局区少年宫", resp("区教育局", "区少年宫")),
    cell("县城投公司县水投公司", resp("县城投公司", "县水投公司")),
    cell("学生处图书馆", resp("学生处", "图书馆")),
    cell("市公安局交警支队", resp("市公安局", "交警支队"), known=("市公安局", "交警支队")),
    cell("社会组织管理局和财政局", resp("社会组织管理局", "财政局")),
    cell("各乡镇和有关部门", resp("各乡镇", "有关部门")),
    cell("学校和教育局", resp("学校", "教育局")),
    cell("社会组织和综合科", resp("社会组织", "综合科"), known=("综合科", "社会组织")),
)

COLLECTIVES = (
    prose("（责任单位：各州、市人民政府，省级有关部门）", resp("各州、市人民政府", "省级有关部门")),
    prose("（责任单位：各县、区政府，市财政局）", resp("各县、区政府", "市财政局")),
    prose("（各市（州）、县（市、区）人民政府按职责分工负责）", resp("各市（州）、县（市、区）人民政府")),
    prose("（责任单位：各镇（街道），县财政局）", resp("各镇（街道）", "县财政局")),
    prose("（责任单位：各乡镇、街道，县财政局）", resp("各乡镇、街道", "县财政局")),
    prose("（责任单位：各镇、街道办事处）", resp("各镇、街道办事处")),
    prose("（责任单位：各州、市财政局）", resp("各州、市财政局")),
    prose("（责任单位：各县、区、开发区，市财政局）", resp("各县、区、开发区", "市财政局")),
    cell("各乡镇党委、政府", resp("各乡镇党委、政府")),
    cell("各县（市、区）党委、政府，市财政局", resp("各县（市、区）党委、政府", "市财政局")),
    cell("各县（市、区）党委和政府", resp("各县（市、区）党委和政府")),
    cell("各州、\n市人民政府", resp("各州、市人民政府")),
    cell("各乡镇、县教育局、县财政局", resp("各乡镇", "县教育局", "县财政局")),
    cell("各县区、市财政局", resp("各县区", "市财政局")),
    cell("各县（市、区）、市教育局", resp("各县（市、区）", "市教育局")),
    cell("各镇、有关部门", resp("各镇", "有关部门")),
)

LABELS_OF_ANY_KIND = (
    prose("责任部门：技术部　分管馆领导：白雪", resp("技术部") + person("responsible", "白雪")),
    prose("责任部门：技术部分管馆领导：白雪", resp("技术部") + person("responsible", "白雪")),
    prose(
        "责任部门：技术部；分管处领导：白雪；牵头委领导：何静；责任班子领导：龚越",
        resp("技术部") + person("responsible", "白雪") + person("lead", "何静") + person("responsible", "龚越"),
    ),
    prose(
        "（责任领导：副镇长何静；财政所牵头，水利站、农业站按职责分工负责）",
        person("responsible", "何静") + lead("财政所") + resp("水利站", "农业站"),
    ),
    prose("项目负责人：白雪；责任单位：技术部", person("responsible", "白雪") + resp("技术部")),
    prose("责任单位：县文旅局项目负责人：何静", resp("县文旅局") + person("responsible", "何静")),
    prose("主办单位：县住建局主要负责同志：何静", lead("县住建局") + person("responsible", "何静")),
    prose("【分管副县长：何静；责任单位：县住建局】", person("responsible", "何静") + resp("县住建局")),
    prose("责任单位（科室）：技术部。督办单位：办公室、监察室", resp("技术部"), "责任单位（科室）：技术部"),
    prose("责任部门：技术部验收单位：县审计局、县财政局", resp("技术部")),
    prose("责任部门：县教育局办公电话：1234", resp("县教育局")),
    prose("（责任单位：县财政局；验收单位：县审计局、县住建局；完成时限：6月底）", resp("县财政局")),
    prose("责任校领导：白雪责任部门：保卫部完成期限：11月底前", person("responsible", "白雪") + resp("保卫部")),
    prose("牵头（责任）单位：技术部；参加单位：后勤部", lead("技术部") + support("后勤部")),
    prose("牵头处（科）室：法规处；配合处（科）室：财务处", lead("法规处") + support("财务处")),
    prose(
        "协同单位：技术部；承接单位：后勤部；责任主体：各县；实施主体：县教育局；落实单位：县科技局",
        support("技术部") + resp("后勤部", "各县", "县教育局", "县科技局"),
    ),
    prose("主办单位：县住建局；会办单位：县财政局", lead("县住建局") + support("县财政局")),
    prose("业主单位：城投公司；行业主管部门：市住建局", resp("城投公司", "市住建局")),
    prose("（农机化司牵头，种植业司配合）", lead("农机化司") + support("种植业司")),
    prose("（发电厂、检修车间、初三年级负责）", resp("发电厂", "检修车间", "初三年级")),
    prose("责任部门及责任人：周明远（教育局）", resp("教育局") + person("responsible", "周明远")),
    prose(
        "责任部门及责任人：教育局：周明远；财政局：何静",
        resp("教育局") + person("responsible", "周明远") + resp("财政局") + person("responsible", "何静"),
    ),
)  # fmt: skip

POSTS = (
    *(
        cell(text, person("responsible", "何静"), persons=True)
        for text in (
            "副县长何静", "何静副局长", "何静（副局长）", "何静（局党组成员、副局长）", "局党组成员、副局长何静", "何静 副县长", "副局长\n何静", "何静\n副局长", "何静同志",
            "教务处主任何静", "法规科科长何静", "党组书记、局长 何　静", "县政府副县长何静", "市委副书记、市长何静", "总工程师何静", "四级调研员 何静",
            "县委常委、常务副县长何静", "党委委员何静",
        )
    ),
    cell("何静主任、白岩书记", person("responsible", "何静", "白岩"), persons=True),
    cell("周小平局长", person("responsible", "周小平"), persons=True),
    cell("何静\n副局长\n白岩\n科长", person("responsible", "何静", "白岩"), persons=True),
    cell("司马青衫副镇长", person("responsible", "司马青衫"), persons=True),
    cell("州长白玛·次仁", person("responsible", "白玛·次仁"), persons=True),
    cell("法规科何静", resp("法规科") + person("responsible", "何静"), persons=True),
    cell("局长、副局长", person("responsible", "局长", "副局长"), persons=True),
    *(cell(post, person("responsible", post), persons=True) for post in ("分管副县长", "局长", "主任委员", "李县长", "班子成员", "文旅局长", "党办主任")),
    prose("（责任单位：县财政局，责任人：副县长何静）", resp("县财政局") + person("responsible", "何静")),
    cell("法规科科长何静", person("responsible", "何静"), label="责任科室及责任人"),
)  # fmt: skip
