"""What must be found of bodies and persons, in running text and in cells, and what must not."""

from __future__ import annotations

from typing import Any

from ...grammar.corpus import Corpus, Example, Negative, Reading
from .rules import RULES, read

Found = list[tuple[str, str]]


def lead(*names: str) -> Found:
    """Bodies that lead."""
    return [(name, "lead") for name in names]


def support(*names: str) -> Found:
    """Bodies that support."""
    return [(name, "support") for name in names]


def resp(*names: str) -> Found:
    """Bodies that are responsible."""
    return [(name, "responsible") for name in names]


def person(role: str, *names: str) -> Found:
    """Persons, marked with a sign before the role."""
    return [(name, f"@{role}") for name in names]


def prose(text: str, expected: Found, raw: str | None = None, **options: Any) -> Example:
    """An assignment in running text; `raw` is the stretch that makes it, by default all of it."""
    return Example(text, expected, raw, options)


def cell(text: str, expected: Found, **options: Any) -> Example:
    """A cell of a column of bodies (of persons with `persons`)."""
    return Example(text, expected, None, {"cell": True, **options})


BRACKETS = (
    prose("推进集团办学（牵头部门：局基教科）。", lead("局基教科"), "（牵头部门：局基教科）"),
    prose("抓好安全。(责任单位:安保科、各基层学校)", resp("安保科", "各基层学校"), "(责任单位:安保科、各基层学校)"),
    prose("【责任单位：区民政局、区财政局】", resp("区民政局", "区财政局")),
    prose("［牵头单位：县水利局］", lead("县水利局")),
    prose("[责任科室：综合科]", resp("综合科")),
    prose("〔责任部门：教务处，学生处〕", resp("教务处", "学生处")),
    prose("（牵头单位：市住建局；配合单位：市财政局、各县区）", lead("市住建局") + support("市财政局", "各县区")),
    prose("（牵头单位:市商务局 责任单位:市发改委）", lead("市商务局") + resp("市发改委")),
    prose("（牵头部门：市商务局，配合部门：市发改委，市统计局）", lead("市商务局") + support("市发改委", "市统计局")),
    prose("（牵头：区文旅局；配合：各镇街）", lead("区文旅局") + support("各镇街")),
    prose("（主办：区文旅局；协办：区体育局）", lead("区文旅局") + support("区体育局")),
    prose("（责任单位：县委宣传部、县教育局、县融媒体中心等）", resp("县委宣传部", "县教育局", "县融媒体中心")),
    prose("（责任单位：县教育局等5个部门）", resp("县教育局")),
    prose("（责任单位：县公安局、县交通运输局等有关部门）", resp("县公安局", "县交通运输局")),
    prose("（责任单位：各镇人民政府、街道办事处）", resp("各镇人民政府", "街道办事处")),
    prose("（责任单位：各县（市、区）人民政府）", resp("各县（市、区）人民政府")),
    prose("（责任单位：卫生科（爱卫办）、宣教科）", resp("卫生科（爱卫办）", "宣教科")),
    prose("（责任单位：发展和改革委员会、教育和体育局）", resp("发展和改革委员会", "教育和体育局")),
    prose("（责任单位：文化和旅游局和财政局）", resp("文化和旅游局", "财政局")),
    prose("（责任单位：人力资源和社会保障局及各乡镇）", resp("人力资源和社会保障局", "各乡镇")),
    prose("（责任单位：机关各科室，完成时限：2025年6月底前）", resp("机关各科室")),
    prose("（责任科室：基教科；完成时间：11月）", resp("基教科")),
    prose("（县农业农村局牵头）", lead("县农业农村局")),
    prose("（区教育局牵头，区财政局、区人社局配合）", lead("区教育局") + support("区财政局", "区人社局")),
    prose("（市发改委牵头，市工信局、市商务局按职责分工负责）", lead("市发改委") + resp("市工信局", "市商务局")),
    prose(
        "（市发改委牵头，市工信局、市商务局等按职责分工负责，2025年6月底前完成）",
        lead("市发改委") + resp("市工信局", "市商务局"),
    ),
    prose("（市生态环境局、市水务局按职责分工负责）", resp("市生态环境局", "市水务局")),
    prose("（市生态环境局、市水务局依职责分工负责，长期坚持）", resp("市生态环境局", "市水务局")),
    prose("（市生态环境局、市水务局、各区政府负责落实）", resp("市生态环境局", "市水务局", "各区政府")),
    prose("（市应急局负责，持续推进）", resp("市应急局")),
    prose("（由督查室负责）", resp("督查室")),
    prose("（各有关部门、各镇街按职责分工负责）", resp("各有关部门", "各镇街")),
    prose("（市民政局、市残联牵头，市财政局参与）", lead("市民政局", "市残联") + support("市财政局")),
    prose("（市民政局会同市财政局负责）", resp("市民政局") + support("市财政局")),
    prose("（市民政局牵头会同市财政局、市残联落实）", lead("市民政局") + support("市财政局", "市残联")),
    prose("（办公室牵头、各部门配合）", lead("办公室") + support("各部门")),
    prose("（市教育局主办，团市委协办）", lead("市教育局") + support("团市委")),
    prose("（市科技局牵头负责）", lead("市科技局")),
    prose("（责任领导：周明远；责任科室：法规科）", person("responsible", "周明远") + resp("法规科")),
    prose("（牵头领导：周明远 责任单位：法规科）", person("lead", "周明远") + resp("法规科")),
    prose("（责任人：周明远、何 静）", person("responsible", "周明远", "何静")),
    prose("（责任单位：城管局（牵头）、公安局、住建局）", lead("城管局") + resp("公安局", "住建局")),
    prose("（牵头单位：林草局 配合单位：财政局 完成时限：年底前）", lead("林草局") + support("财政局")),
    prose("(牵头单位：局办公室)", lead("局办公室")),
    prose("（责任部门：各相关科室）", resp("各相关科室")),
    prose("（责任单位：总务处）；", resp("总务处"), "（责任单位：总务处）"),
    prose(
        "做好防汛。（牵头单位：水利站）（配合单位：农业站）",
        lead("水利站") + support("农业站"),
        "（牵头单位：水利站）（配合单位：农业站）",
    ),
    prose("（市发改委、市科技局等部门和各区县政府按职责分工负责）", resp("市发改委", "市科技局", "各区县政府")),
    prose(
        "（市教育局牵头，市财政局、市人社局等有关部门，各区人民政府按职责分工负责）",
        lead("市教育局") + resp("市财政局", "市人社局", "各区人民政府"),
    ),
    prose(
        "（省民政厅牵头，省财政厅配合，各市、县人民政府具体实施）",
        lead("省民政厅") + support("省财政厅") + resp("各市", "县人民政府"),
    ),
    prose(
        "（县农业农村局牵头，县气象局、国网青石供电配合）", lead("县农业农村局") + support("县气象局", "国网青石供电")
    ),
    prose("（责任单位：审批科、法规科（按职责分工负责））", resp("审批科", "法规科")),
    prose("（县级领导：周明远；牵头单位：县水务局）", person("responsible", "周明远") + lead("县水务局")),
    prose("（具体负责：何静）", person("responsible", "何静")),
    prose("（负责：办公室）", resp("办公室")),
    prose("（责任人：教务处、保卫科、李登科）", resp("教务处", "保卫科") + person("responsible", "李登科")),
    prose("（党委办公室、人事处牵头，各二级学院落实）", lead("党委办公室", "人事处") + resp("各二级学院")),
    prose("（2025年底前完成，市文旅局牵头）", lead("市文旅局")),
    prose("（6月底前完成。责任单位：市文旅局）", resp("市文旅局")),
    prose("（责任科室（单位）：基教科、教科院）", resp("基教科", "教科院")),
    prose("（牵头处室：规划处，配合处室：财务处、基建处）", lead("规划处") + support("财务处", "基建处")),
    prose("（县委办、县府办、县纪委监委负责）", resp("县委办", "县府办", "县纪委监委")),
)

LABELS = (
    prose("建好用好。责任单位：区教育局", resp("区教育局"), "责任单位：区教育局"),
    prose("建好用好。\n责任单位：区教育局、区财政局。", resp("区教育局", "区财政局"), "责任单位：区教育局、区财政局"),
    prose("牵头单位：区教育局\n配合单位：区财政局、各街道", lead("区教育局") + support("区财政局", "各街道")),
    prose(
        "牵头单位：区教育局；配合单位：区财政局。",
        lead("区教育局") + support("区财政局"),
        "牵头单位：区教育局；配合单位：区财政局",
    ),
    prose(
        "牵头单位：区教育局。配合单位：区财政局。",
        lead("区教育局") + support("区财政局"),
        "牵头单位：区教育局。配合单位：区财政局",
    ),
    prose("责任部门：区教育局配合部门：区财政局", resp("区教育局") + support("区财政局")),
    prose("责任部门：区教育局 配合部门：区财政局", resp("区教育局") + support("区财政局")),
    prose("责任部门: 区教育局", resp("区教育局")),
    prose("责任领导：周明远；责任科室：法规科；完成时限：6月底前", person("responsible", "周明远") + resp("法规科")),
    prose("分管领导：周明远\n责任科室：法规科", person("responsible", "周明远") + resp("法规科")),
    prose("牵头领导：周明远、何静；责任部门：办公室", person("lead", "周明远", "何静") + resp("办公室")),
    prose("责任人：周明远", person("responsible", "周明远")),
    prose("【责任单位】区教育局、区财政局", resp("区教育局", "区财政局")),
    prose("【牵头单位】区教育局【配合单位】区财政局", lead("区教育局") + support("区财政局")),
    prose("主要责任单位：县文旅局", resp("县文旅局")),
    prose("第一责任单位：县文旅局", resp("县文旅局")),
    prose("市级牵头单位：市文旅局；县级责任单位：各县区文旅局", lead("市文旅局") + resp("各县区文旅局")),
    prose("牵头责任单位：县文旅局", lead("县文旅局")),
    prose("牵头（责任）单位：县文旅局、县财政局", lead("县文旅局", "县财政局")),
    prose("责任单位（部门）：县文旅局", resp("县文旅局")),
    prose("承办单位：县文化馆\n协办单位：县图书馆", resp("县文化馆") + support("县图书馆")),
    prose("主责部门：运维部；协同部门：客服部", lead("运维部") + support("客服部")),
    prose("牵头及配合单位：县文旅局、县财政局、县公安局", lead("县文旅局") + support("县财政局", "县公安局")),
    prose(
        "责任单位及责任人：法规科何静、财务科周明远",
        resp("法规科") + person("responsible", "何静") + resp("财务科") + person("responsible", "周明远"),
    ),
    prose("——牵头单位：县文旅局", lead("县文旅局"), "牵头单位：县文旅局"),
    prose("实施单位：县交通运输局", resp("县交通运输局")),
    prose("落实单位：各学校", resp("各学校")),
    prose("负责人：何静", person("responsible", "何静")),
    prose("完成时限：9月底前；责任单位：县教育局", resp("县教育局"), "责任单位：县教育局"),
    prose("工作目标：全覆盖。责任单位：县教育局。时限：全年。", resp("县教育局"), "责任单位：县教育局"),
    prose("责任单位：县教育局。继续抓好课后服务。", resp("县教育局"), "责任单位：县教育局"),
)

ALONE_AND_DASH = (
    prose("规范收费行为。（区教育局、区市场监管局）", resp("区教育局", "区市场监管局"), "（区教育局、区市场监管局）"),
    prose("规范收费行为。\n（教务处）", resp("教务处"), "（教务处）"),
    prose("规范收费行为。——区教育局、区市场监管局", resp("区教育局", "区市场监管局"), "——区教育局、区市场监管局"),
    prose("规范收费行为——财务科", resp("财务科"), "——财务科"),
    prose("规范收费行为。—教务处、总务处。", resp("教务处", "总务处"), "—教务处、总务处"),
)

CLAUSES = (
    prose(
        "由区教育局牵头，会同区财政局、区人社局落实。",
        lead("区教育局") + support("区财政局", "区人社局"),
        "由区教育局牵头，会同区财政局、区人社局落实",
    ),
    prose(
        "区教育局牵头，区财政局、区人社局配合。",
        lead("区教育局") + support("区财政局", "区人社局"),
        "区教育局牵头，区财政局、区人社局配合",
    ),
    prose("此项工作由法规科负责。", resp("法规科"), "由法规科负责"),
    prose(
        "该任务由县水利局牵头，县财政局配合，年底前完成。",
        lead("县水利局") + support("县财政局"),
        "由县水利局牵头，县财政局配合",
    ),
    prose("深化教研改革，教研室牵头，统一设计方案。", lead("教研室"), "教研室牵头"),
    prose(
        "县民政局牵头，县残联、县财政局按职责分工负责。",
        lead("县民政局") + resp("县残联", "县财政局"),
        "县民政局牵头，县残联、县财政局按职责分工负责",
    ),
    prose("以上工作由办公室牵头，各科室配合落实。", lead("办公室") + support("各科室"), "由办公室牵头，各科室配合落实"),
    prose(
        "县民政局、县残联共同牵头，县财政局参与。",
        lead("县民政局", "县残联") + support("县财政局"),
        "县民政局、县残联共同牵头，县财政局参与",
    ),
)

SEPARATORS = (
    cell("教务处", resp("教务处")),
    cell("教务处、学生处", resp("教务处", "学生处")),
    cell("教务处，学生处", resp("教务处", "学生处")),
    cell("教务处,学生处", resp("教务处", "学生处")),
    cell("教务处；学生处", resp("教务处", "学生处")),
    cell("教务处;学生处", resp("教务处", "学生处")),
    cell("教务处/学生处", resp("教务处", "学生处")),
    cell("教务处／学生处", resp("教务处", "学生处")),
    cell("教务处|学生处", resp("教务处", "学生处")),
    cell("教务处\n学生处", resp("教务处", "学生处")),
    cell("教务处、\n学生处", resp("教务处", "学生处")),
    cell("教务处\n、学生处", resp("教务处", "学生处")),
    cell("教务处 学生处", resp("教务处", "学生处")),
    cell("教务处　学生处", resp("教务处", "学生处")),
    cell("教务处\t学生处", resp("教务处", "学生处")),
    cell("教务处和学生处", resp("教务处", "学生处")),
    cell("教务处及学生处", resp("教务处", "学生处")),
    cell("教务处与学生处", resp("教务处", "学生处")),
    cell("教务处、学生处以及总务处", resp("教务处", "学生处", "总务处")),
    cell("教务处学生处", resp("教务处", "学生处")),
    cell("县财政局县教育局", resp("县财政局", "县教育局")),
    cell("县财政局各镇街", resp("县财政局", "各镇街")),
    cell("1.教务处\n2.学生处", resp("教务处", "学生处")),
    cell("1.教务处2.学生处", resp("教务处", "学生处")),
    cell("1、教务处；2、学生处", resp("教务处", "学生处")),
    cell("①教务处②学生处", resp("教务处", "学生处")),
    cell("（1）教务处\n（2）学生处", resp("教务处", "学生处")),
    cell("教务处、学生处。", resp("教务处", "学生处")),
    cell(" 教务处 ", resp("教务处")),
    cell("（教务处）", resp("教务处")),
)

NAMES = (
    cell("发展和改革委员会", resp("发展和改革委员会")),
    cell("教育和体育局", resp("教育和体育局")),
    cell("文化和旅游局、财政局", resp("文化和旅游局", "财政局")),
    cell("人力资源和社会保障局", resp("人力资源和社会保障局")),
    cell("住房和城乡建设局", resp("住房和城乡建设局")),
    cell("工业和信息化局", resp("工业和信息化局")),
    cell("规划和自然资源局和水务局", resp("规划和自然资源局", "水务局")),
    cell("卫生与健康教育科", resp("卫生与健康教育科")),
    cell("和平区教育局、和县财政局", resp("和平区教育局", "和县财政局")),
    cell("城市管理和综合执法局", resp("城市管理和综合执法局")),
    cell("科技与信息化处", resp("科技与信息化处")),
    cell("高等教育处、中等职业学校", resp("高等教育处", "中等职业学校")),
    cell("局属各单位", resp("局属各单位")),
    cell("各镇街", resp("各镇街")),
    cell("各镇（街道）", resp("各镇（街道）")),
    cell("各县（市、区）教育局", resp("各县（市、区）教育局")),
    cell("各相关单位", resp("各相关单位")),
    cell("各区县", resp("各区县")),
    cell("有关单位", resp("有关单位")),
    cell("市教育局各科室", resp("市教育局各科室")),
    cell("局机关各科室、各直属单位", resp("局机关各科室", "各直属单位")),
    cell("体育科（卫生办）", resp("体育科（卫生办）")),
    cell("教务处（教研组、备课组）、总务处", resp("教务处（教研组、备课组）", "总务处")),
    cell("财政、人社、民政", resp("财政", "人社", "民政")),
    cell("工会、团委、妇联", resp("工会", "团委", "妇联")),
    cell("县委宣传部、县委编办", resp("县委宣传部", "县委编办")),
    cell("第12中学、第3小学", resp("第12中学", "第3小学")),
    cell("IT部、HR部", resp("IT部", "HR部")),
    cell("12345热线办", resp("12345热线办")),
    cell("某某集团有限公司", resp("某某集团有限公司")),
    cell("教育局等", resp("教育局")),
    cell("教育局、财政局等部门", resp("教育局", "财政局")),
    cell("教育局、财政局等单位", resp("教育局", "财政局")),
    cell("教育局、财政局等相关职能部门", resp("教育局", "财政局")),
    cell("教育局、财政局等8家单位", resp("教育局", "财政局")),
)

MARKS = (
    cell("教育局（牵头）、财政局", lead("教育局") + resp("财政局")),
    cell("教育局(牵头)、财政局", lead("教育局") + resp("财政局")),
    cell("教育局[牵头]、财政局", lead("教育局") + resp("财政局")),
    cell("教育局【牵头】\n财政局", lead("教育局") + resp("财政局")),
    cell("教育局（主办），财政局（协办）", lead("教育局") + support("财政局")),
    cell("教育局（牵头单位）、财政局（配合单位）", lead("教育局") + support("财政局")),
    cell("（牵头）教育局、财政局", lead("教育局") + resp("财政局")),
    cell("*教育局、财政局", lead("教育局") + resp("财政局")),
    cell("教育局*、财政局", lead("教育局") + resp("财政局")),
    cell("★教育局、财政局", lead("教育局") + resp("财政局")),
    cell("▲教育局\n财政局", lead("教育局") + resp("财政局")),
    cell("体育科（卫生办）（牵头）、教务处", lead("体育科（卫生办）") + resp("教务处")),
    cell("教育局牵头", lead("教育局")),
    cell("教育局牵头，财政局、人社局配合", lead("教育局") + support("财政局", "人社局")),
    cell("教育局牵头\n财政局、人社局配合", lead("教育局") + support("财政局", "人社局")),
    cell("由教育局牵头，各单位配合", lead("教育局") + support("各单位")),
    cell("教育局牵头，财政局、人社局按职责分工负责", lead("教育局") + resp("财政局", "人社局")),
    cell("教育局会同财政局", resp("教育局") + support("财政局")),
    cell("教育局负责", resp("教育局")),
    cell("牵头单位：教育局\n配合单位：财政局、人社局", lead("教育局") + support("财政局", "人社局")),
    cell("牵头单位：\n教育局\n配合单位：\n财政局", lead("教育局") + support("财政局")),
    cell("牵头：教育局；配合：财政局", lead("教育局") + support("财政局")),
    cell("牵头：教育局 配合：财政局", lead("教育局") + support("财政局")),
    cell("牵头部门：教育局配合部门：财政局", lead("教育局") + support("财政局")),
    cell("主办：教育局、协办：财政局", lead("教育局") + support("财政局")),
    cell("责任单位：教育局", resp("教育局"), role="lead"),
    cell("教育局（责任人：何静）", resp("教育局") + person("responsible", "何静")),
    cell("责任领导：周明远\n责任科室：法规科", person("responsible", "周明远") + resp("法规科")),
    cell("财政局、人社局", support("财政局", "人社局"), role="support"),
    cell("教育局、财政局", lead("教育局", "财政局"), role="lead"),
    cell("教育局、财政局", lead("教育局") + support("财政局"), role="lead", label="牵头及配合单位"),
    cell("教育局、财政局", lead("教育局", "财政局"), role="lead", label="牵头（责任）单位"),
    cell("教育局、财政局", lead("教育局") + resp("财政局"), label="责任单位（列第一位的为牵头单位）"),
    cell("法规科 何静", resp("法规科") + person("responsible", "何静"), label="责任科室及责任人"),
    cell(
        "法规科（何静）、财务科（周明远）",
        resp("法规科") + person("responsible", "何静") + resp("财务科") + person("responsible", "周明远"),
        label="责任部门/责任人",
    ),
    cell("法规科何静", resp("法规科") + person("responsible", "何静"), label="责任部门/责任人"),
)

BREAKS = (
    cell("教育学\n院", resp("教育学院")),
    cell("教育\n学院", resp("教育学院")),
    cell("区教育\n局", resp("区教育局")),
    cell("教师进修\n学院、教务处", resp("教师进修学院", "教务处")),
    cell("教务处、教师进\n修学院", resp("教务处", "教师进修学院")),
    cell("工程技术管\n理学校", resp("工程技术管理学校")),
    cell("党政办\n工程技术管\n理学校", resp("党政办", "工程技术管理学校")),
    cell("党政办\n教育学院", resp("党政办", "教育学院")),
    cell("教育学院\n党政办", resp("教育学院", "党政办")),
    cell("德育科（卫\n生办）", resp("德育科（卫生办）")),
    cell("德育科\n（卫生办）", resp("德育科（卫生办）")),
    cell("市教育科\n学研究院", resp("市教育科学研究院")),
    cell("财政局办\n公室", resp("财政局办公室")),
    cell("人力资源\n和社会保\n障局", resp("人力资源和社会保障局")),
    cell("文化\n和旅游局\n财政局", resp("文化和旅游局", "财政局")),
    cell("教 育 局", resp("教育局")),
    cell("办　公　室", resp("办公室")),
    cell("区委\n宣传部", resp("区委宣传部")),
    cell("市政府\n办公室", resp("市政府办公室")),
    cell("财政\n人社\n民政", resp("财政", "人社", "民政")),
    cell("教育局\n各镇街", resp("教育局", "各镇街")),
    cell("社区\n学院", resp("社区学院")),
    cell("教务处\n等", resp("教务处")),
    cell("教育局\n牵头", lead("教育局")),
    cell("安全生产\n监督科", resp("安全生产监督科")),
    cell("教务处\n专项督导", resp("教务处", "专项督导")),
    cell("德育安全科\n学前办", resp("德育安全科", "学前办")),
    cell("德育安全科\n科普中心", resp("德育安全科", "科普中心")),
    cell("县委办\n公室", resp("县委办公室")),
    cell("实验中学校\n园安全科", resp("实验中学校园安全科")),
    cell("德育\n处教务处", resp("德育处", "教务处"), known=("德育处", "教务处")),
    cell("创建办\n双拥", resp("创建办", "双拥"), known=("创建办", "双拥")),
    cell("基础教育科教师发展学院", resp("基础教育科", "教师发展学院")),
    cell("党政办公室教师进修学校", resp("党政办公室", "教师进修学校")),
    cell("县教育局县人社局县卫健委", resp("县教育局", "县人社局", "县卫健委")),
    cell("各民办学校校外培训协会", resp("各民办学校", "校外培训协会"), known=("校外培训协会", "各民办学校")),
    cell("各民办学校培训协会", resp("各民办学校", "培训协会")),
    cell("县教育局党委", resp("县教育局党委")),
    cell("监督股会计股", resp("监督股", "会计股")),
    cell("文明办综合科", resp("文明办综合科")),
    cell("市财政局会计科", resp("市财政局会计科")),
    cell("市教育局督导室", resp("市教育局督导室")),
    cell("教育科学研究院", resp("教育科学研究院")),
    cell("综合行政执法局信息科技中心", resp("综合行政执法局信息科技中心")),
    cell("街道办事处党政办", resp("街道办事处党政办")),
    cell("保卫处宿管中心", resp("保卫处", "宿管中心"), known=("保卫处", "宿管中心")),
)

PERSONS = (
    cell("周明远", person("responsible", "周明远"), persons=True),
    cell("周明远、何静", person("responsible", "周明远", "何静"), persons=True),
    cell("周明远 何静", person("responsible", "周明远", "何静"), persons=True),
    cell("周明远\n何静", person("responsible", "周明远", "何静"), persons=True),
    cell("周明远，何静；龚越", person("responsible", "周明远", "何静", "龚越"), persons=True),
    cell("何　静", person("responsible", "何静"), persons=True),
    cell("何　静 周明远", person("responsible", "何静", "周明远"), persons=True),
    cell("周明远 何　静", person("responsible", "周明远", "何静"), persons=True),
    cell("何 静\n龚 越", person("responsible", "何静", "龚越"), persons=True),
    cell("何 静 龚 越", person("responsible", "何静", "龚越"), persons=True),
    cell("欧阳明\n远", person("responsible", "欧阳明远"), persons=True),
    cell("周明\n远", person("responsible", "周明远"), persons=True),
    cell("周明远（副局长）", person("responsible", "周明远"), persons=True),
    cell("周明远（牵头）、何静", person("lead", "周明远") + person("responsible", "何静"), persons=True),
    cell("各科室负责人", person("responsible", "各科室负责人"), persons=True),
    cell("周明远", person("lead", "周明远"), persons=True, role="lead"),
    cell("周明远何静", person("responsible", "周明远", "何静"), persons=True),
    cell("何静周明远", person("responsible", "何静", "周明远"), persons=True),
    cell("何静龚越", person("responsible", "何静", "龚越"), persons=True),
    cell("周明远孙晓燕", person("responsible", "周明远", "孙晓燕"), persons=True),
    cell("欧阳明远", person("responsible", "欧阳明远"), persons=True),
    cell("局党组成员", person("responsible", "局党组成员"), persons=True),
    cell("1.周明远2.何静", person("responsible", "周明远", "何静"), persons=True),
    cell("周明远（教务处）、何静", person("responsible", "周明远", "何静"), persons=True),
    cell("周明远等", person("responsible", "周明远"), persons=True),
)

EXAMPLES = (*BRACKETS, *LABELS, *ALONE_AND_DASH, *CLAUSES, *SEPARATORS, *NAMES, *MARKS, *BREAKS, *PERSONS)

NEGATIVES = (
    Negative("教育学院结合实际推进课程建设。", "the actor of a sentence"),
    Negative("积极配合公安部门做好校园周边治理。", "whom to help, in a sentence"),
    Negative("文明办牵头有关职能部门开展检查指导。", "the actor of a sentence, with an object behind 牵头"),
    Negative("以实验中学为牵头校，开展专业研究。", "a school in a role, no assignment"),
    Negative("建立街镇负责的早期教育机制。", "负责 as an attribute"),
    Negative("落实主体责任，强化责任督学挂牌督导。", "责任 as a noun"),
    Negative("（含责任督学、学科负责人）", "a bracket that speaks of persons' kinds"),
    Negative("开展学科负责人培训。（家长参与）", "no body"),
    Negative("明确责任部门和责任人，自行检查。", "no colon, no name"),
    Negative("配合市教委完成考核申报工作。", "whom to help"),
    Negative("严格落实意识形态工作责任制（含网络）。", "a bracket without body"),
    Negative("落实《学校安全条例（试行）》。", "a title"),
    Negative("新建两所学校（青石小学、白塔中学）。", "a list of examples inside the sentence"),
    Negative("推动党建——业务融合发展。", "a dash within a sentence"),
    Negative("牵头组织开展联考、研讨等活动。", "no body before 牵头"),
    Negative("发挥联盟牵头学校的带头作用。", "牵头 as an attribute"),
    Negative("教育局会同财政局制定实施办法。", "actors of a sentence"),
    Negative("构建党委领导、政府负责、社会参与的工作格局。", "a set phrase about how things are run"),
    Negative("形成政府主导、部门配合、社会参与的格局。", "a set phrase"),
    Negative("完善校长负责制，压实责任。", "负责 inside a word"),
    Negative("（学校、家庭、社会共同参与）", "everybody"),
    Negative("（家庭负责、学校配合）", "everybody"),
    Negative("由县财政局负责日常工作。", "an actor with an object"),
    Negative("县卫健局要牵头制定方案。", "an actor with an object"),
    Negative("各乡镇负责组织动员，县农业农村局负责业务指导。", "actors with objects"),
    Negative("", "nothing"),
    *(
        Negative(text, "a cell that names nobody", {"cell": True})
        for text in ("", "/", "—", "——", "-", "无", "空", "暂无", "略", "等", "1", "…")
    ),
    Negative("6月底前完成", "a time in the wrong column", {"cell": True}),
    Negative("/", "no person", {"cell": True, "persons": True}),
    Negative("无", "no person", {"cell": True, "persons": True}),
)


def plain(readings: list[Reading]) -> Found:
    """Names with roles in order; a person's role has a sign before it."""
    return [
        (entry.name, f"@{entry.role}" if entry.person else entry.role)
        for reading in readings
        for entry in reading.value
    ]


CORPUS = Corpus("departments", read, RULES, EXAMPLES, NEGATIVES, plain)
