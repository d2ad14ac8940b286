"""The words that the readers of lines know, kind by kind: each alone decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plancli.language.assignments import assigns, bounds_time
from plancli.language.bodies import bodies
from plancli.language.collectives import AND_SO_ON, Collectives
from plancli.language.duties import first_leads, states_who
from plancli.language.header_rows import squeezed
from plancli.language.headers import lexicon_of
from plancli.language.labels import read_label
from plancli.language.official.lines import is_address
from plancli.language.official.rules import title_issuer
from plancli.language.page_record import record_field, record_lines
from plancli.language.places import places_of
from plancli.language.posts import ends_with_post, names_holders, person_in
from plancli.language.roles import words
from plancli.language.symbols import symbol
from plancli.language.times import (
    DATED,
    begins_time,
    has_time,
    heads_by_time,
    is_time,
    led_by_time,
    names_limit,
    says_when,
    speaks_of_times,
)

ENDED = "完成 办结 完结 结束 销号 到位 交付 完工 竣工 达标 清零"
KINDS: dict[str, tuple[Callable[[str], object], str, str]] = {
    "names_limit": (
        names_limit,
        "时限 期限 限期 限时 截止时间 截至日期 截止节点 截止 最迟时间 时间要求 完成的时间 "
        + " ".join(f"{word}{noun}" for word in ENDED.split() for noun in ("时间", "日期", "节点", "时点")),
        "开始时间 起始时间 开完成时间 工作任务 时间",
    ),
    "is_time": (
        is_time,
        "2025年3月 十一月 3月5日 3月份 3月底 3月初 3月末 3月上旬 3月中旬 3月下旬 5日 3.15 第一季度 四季度 2025年 2025年度 上半年 下半年 上旬 年底 年内 年初 "
        "寒假 暑期 开学 期中 期末 3月左右 3月底前完成 4月动工 5月启动 6月投入使用 7月开工 贯穿全年 全年 常年 长期坚持 持续推进 常态化 每日 每周 每月一次 每年 每季度 "
        "适时 适时启动 待通知后 按要求时 根据工作部署 结合年度安排 按照通知 根据工程进度 结合学校实际 根据上级要求实施 根据上级要求开展 根据上级要求推进 根据上级要求完成 根据上级要求进行 根据上级要求落实。",
        "建设食堂 开展3月活动 县教育局 无 适时提出全县农田建设方案 年",
    ),
    "has_time": (has_time, "在3月 至5日止 共2025年度 于下半年 到年底 暑假间 开学时 全年做 长期做 每日看 每周看 每月看 每年看 每季看", "建设食堂 县教育局"),
    "begins_time": (
        begins_time,
        "第一季度做 三季度做 12月做 3-4月做 3、4月做 十二月做 元月做 上半年做 全年做 每季做 每月做 每周做 每日做 年底做 暑期做 寒假做",
        "在3月做 年内 做3月",
    ),
    "heads_by_time": (
        heads_by_time,
        "1月 5-6月 二月份： 第一季度： 3月重点： 6月底前完成： 全年 年底 年初 暑假期间 寒假 第三周 【3月】 3月工作安排 3月主要任务 3月活动计划 3月事项 3月工作内容 "
        "2025年3月 上半年 3月和4月 3月（2项）： 动员部署阶段（6月） 实施阶段：4月至10月 准备环节（3月）",
        "1月完成摸底 建设食堂 3月。 一、健全机制",
    ),
    "speaks_of_times": (speaks_of_times, "日程 时间 进度 步骤 阶段 流程 月度 逐月 各月 每月 分月 月份 季度 行事历 周历", "工作任务 保障措施"),
    "bounds_time": (
        bounds_time,
        "12月23日（周五）22点前 9月26日(星期一)18:00前 6月5日下班前 5月6日截止 3月31日报名截止 3月前 三季度前 五日前 3月份前 3月底前 3月末前 3月上旬前 3月中旬之前 3月下旬以前 年底前 年内完成 月底前",
        "3月 年底 年内 前三季度 会前",
    ),
    "time_in_brackets": (
        lambda text: assigns(f"修缮校舍（{text}）。"),
        "3月底前 3月末前 3月初前 3月份前 2025年度内 3月中前 3月上旬前 3月中旬完成 3月下旬前 一季度内 8日前 上旬完成 3月底之前 全年 长期 持续推进 每年 每月 每季 每周 每日 季度 3月 十一月",
        "试点 二期 含附属设施 共三座",
    ),
    "says_when": (
        says_when,
        "3月26日，开会 3月22日前，开会 校外送审：3月26日至31日，开会 第一季度：开会 二季度完成 上半年，开会 年底，验收 年内；验收 3月份：开会 3月初，开会 3月末，开会 3月上旬，开会 3月5、6日，开会 元月左右，开会 8日起，开会 公布名单7月4日 "
        "公布名单7月4日前 公布名单7月4日—8日（周五） 公布名单7月底之前。",
        "开会 校舍修缮 第3月台 3月亮 一月一次",
    ),
    "led_by_time": (
        led_by_time,
        "4月5日前完成摸底 3月底完成摸底 第一季度完成摸底 上半年“回头看”工作 年初《方案》印发 3月：开会 动员阶段（3月）：召开会议 准备环节（3月—4月）召开会议 十月开会 3月至5月开会",
        "4月份的工作 3月度报 4月和 学期开会 3月工作安排 完成摸底 3月学期 动员阶段：召开会议",
    ),
    "figure": (  # no label: a figure with its unit
        lambda text: read_label(text) is None,
        "2.5% 3.5％ 1.5‰ 3.2亿元 3.6万人 1.5倍 3.5平方米绿地 3.5公里道路 2.5公斤标准 1.5米围墙 2.5吨粮食 3.5升汽油 2.5克药品",
        "2.5建设食堂 3.6修缮校舍 1.建设食堂",
    ),
    "dated": (
        lambda text: DATED.search(text) is not None,
        "完成时限 整改期限 办结时间 完成日期 月份 周次 月 周",
        "工作任务 时间安排表 责任单位",
    ),
    "by_whom": (
        lambda text: states_who(text, words()),
        "由教育局负责 请教育局负责 均由教育局负责 统一由教育局负责 主要由教育局负责 具体由教育局负责 以上任务由教育局负责 上述工作由教育局负责 该项目由教育局负责 此项由教育局负责 本措施由教育局负责 这两项任务由教育局负责 各项举措由教育局负责 "
        "活动由教育局负责 内容由教育局负责 目标由教育局负责 事项由教育局负责",
        "由此推进改革 建设食堂 教育局举办活动",
    ),
    "may_tell": (
        lambda text: words().may_tell(text)[1],
        "由教育局承办 请教育局负责 教育局为责任单位 教育局牵头 教育局会同财政局 教育局抓总",
        "教育局承办 由此推进改革 修缮校舍",
    ),
    "first_leads": (
        first_leads,
        "列第一位的为牵头单位 排名第一的是主办单位 居首位的系牵头单位 在首的即牵头部门 列于最前的作为牵头单位 列在首位者为牵头单位 排第一的为牵头单位 第一个为牵头单位 第一家为牵头单位 "
        "第一名为牵头单位 第一列为牵头单位 第一责任为牵头单位 第一单位为牵头单位 第一部门为牵头单位 第一科室为牵头单位 首个为牵头单位 首家为牵头单位 首列为牵头单位 首单位为牵头单位 牵头单位列第一位 "
        "牵头单位居首",
        "列第一位的为配合单位 牵头单位列最后 第一要务",
    ),
    "names_holders": (
        names_holders,
        "各村组长 各河段长 各网格长 乡镇林长 河湖长 各路长 各街长 各巷长 各楼长 护士长 班长们的班长 各社长 项目负责人 各村责任人 各村带头人 各社区联系人 社区民警 员额法官 派驻检察官 各系辅导员 各班班主任 机关干部 "
        "乡镇干事 全体人员 全体教师 全科医生 责任医师 责任护士 全体员工 全体职工 全体党员 人大代表 青年志愿者 联络员 网格员 辅导员 保管员 保安员 检查员 服务员 宣讲员 护理员 统计员 信息员 协管员 安监员 监督员 督察员 指挥员 "
        "业务员 保洁员 各支部书记 各镇主任",
        "县教育局 河长制办 员 工作方案",
    ),
    "ends_with_post": (
        ends_with_post,
        "县长 副局长 检察长 董事长 秘书长 理事长 教导长 年级长 主任 主席 书记 主委 经理 总监 总裁 总编 总编辑 支书 总工 总工程师 总会计师 总经济师 总农艺师 总规划师 政委 常委 委员 成员 巡视员 调研员 督导员 督学 "
        "专员 教导员 指导员 助理 同志 老师",
        "县教育局 综合科 王平",
    ),
    "post_alone": (
        lambda text: person_in(text)[2] == "post",
        "常务副县长 代县长 代理县长 第一书记 班子成员 领导班子成员 纪检委员 分管局长 主管局长 党组书记 党委书记 党总支书记 党支部书记 党工委书记 纪委书记 总支书记 支部书记 县委书记 局长 厅长 校长 院长 处长 科长 县委副书记 "
        "市长 区长 州长 镇长 乡长 街道主任 集团总经理 公司经理 县政府副县长 政府县长 人大主任 政协主席 工会主席 团委书记 妇联主席 机关书记 办公室主任 管委会主任 县总主席 一级调研员 原局长 兼主任",
        "王平 县长王平 王平县长",
    ),
    "shared": (
        lambda text: Collectives({}).head.fullmatch(text),
        "各州、市人民政府 各镇、街道 各省、自治区、直辖市 各县、区、旗、盟 各地、市、自治州 各地市、市州、州市 各市县、县市、县区、区县、旗县、盟市 各乡、镇、街、街道、社区、村 各乡镇、镇街、街镇 各团场、农场、林场 "
        "各镇、园区 各镇、经济开发区 各镇、产业园 各镇、工业园区 各镇、高新技术开发区 各镇、旅游产业园区 各镇、物流园区 各镇、科技园区 各镇、边境经济合作开发区 各镇、经开区 各镇、高新区 各镇、度假区 各镇、管理区 各镇、新区 各镇、功能区 "
        "各镇、景区 各镇、管委会 各镇、办事处 各镇、街道办事处 各县、区政府 各县、区党委 各镇、街道党工委 各车间、班组 各科室、病区 各学院、系、部、中心 各支行、网点",
        "各镇 各街道、县 县、区 各局、办",
    ),
    "and_so_on": (
        AND_SO_ON.search,
        "公安局等 公安局等3家单位 公安局等五个部门 公安局等市有关部门 公安局等县直单位 公安局等相关科室 公安局等各处室 公安局等成员单位 公安局等职能部门 公安局等责任单位 公安局等配合单位 公安局等其他机构 公安局等业务股室 公安局等学校 "
        "公安局等院校 公安局等镇街 公安局等街镇 公安局等乡镇 公安局等街道 公安局等企业 公安局等方面",
        "公安局 高等学校 中等学校 初等学校 平等",
    ),
    "title_issuer": (
        title_issuer,
        "星河县教育局关于推进工作的通知 星河县教育局印发要点 星河县教育局转发要点 星河县教育局批转要点 星河县教育局2025年要点 星河县教育局“十四五”要点 星河县教育局《要点》 星河县教育局二〇二五年要点 星河县教育局年度要点 "
        "星河县教育局工作要点 星河县教育局重点任务 星河县教育局主要任务 星河县教育局第一批任务 2025年星河县教育局工作要点",
        "关于印发要点的通知 印发星河县教育局要点 转发星河县教育局要点 全县教育局工作要点 教育局建设要点 星河县公园工作要点",
    ),
    "record_field": (
        record_field,
        "标题 名称 信息标题 文件名称 文号 字号 发文字号 文件编号 发文机构 制发机关 发布单位 印发机构 公开机关 成文日期 生成时间 发文日期 印发日期 制发时间",
        "来源 分类 索引号",
    ),
    "deed_and_body": (  # a sentence that ends as a body does
        lambda text: not bodies().is_body(text),
        " ".join(f"{verb}星河服务机构" for verb in ["落实", "压实", "夯实", "靠实", "履行", "明确", "厘清", "强化", "加强", "督促", "引导"])
        + " "
        + " ".join(f"强化星河{noun}" for noun in ["政府", "部门", "单位", "企业", "学校", "主体", "乡镇", "镇街", "街道", "机构", "社区", "医院"]),
        "星河服务机构 星河学校 星河医院",
    ),
    "bare_kind": (
        bodies().is_bare_kind,
        " ".join(f"{level}学校" for level in ["省直", "市直", "县直", "区直", "乡镇", "村", "社区", "基层", "民营", "民办", "公办"]),
        "星河学校 县学校",
    ),
    "place": (
        lambda text: places_of(f"{text}综治办") == [text],
        "云岭省 云岭地区 云岭市 云岭县 云岭区 云岭州 云岭盟 云岭旗 云岭镇 云岭乡 云岭自治州 云岭自治县 云岭开发区 云岭高新区 云岭示范区 云岭新区",
        "云岭城市 云岭社区 云岭乡镇 云岭街道",
    ),
    "address": (
        is_address,
        " ".join(f"全体{who}：" for who in ["教师", "老师", "教职工", "职工", "员工", "干部", "党员", "团员", "会员", "社员", "同学", "学生", "师生", "家长", "同志"])
        + " 各位同志： 各县区人民政府：",
        "全体会议： 各位来宾： 全体党员",
    ),
    "shared_with_an_object": (
        lambda text: Collectives({}).head.match(f"{text}人民调解中心"),
        "各州、市 各市、州 各市、县 各县、区 各区、县 各盟、市 各旗、县 各市、区 各地、市",
        "各市 各人、市",
    ),
    "label_of_others": (
        lambda text: not words().find_label(text),
        "各位领导：王平 尊敬的各位领导：王平 出席领导：王平 参会领导：王平 陪同领导：王平 邀请领导：王平 加强领导：王平 强化领导：王平 坚持党的领导：王平",
        "分管领导：王平 牵头单位：教育局",
    ),
    "stated_label": (
        lambda text: words().stated_labels(text),
        " ".join(f"牵头单位{adverb}为教育局" for adverb in ("", "分别", "均", "都", "统一", "仍", "应", "主要")) + " 责任单位是教育局 配合单位系教育局",
        "牵头单位为何 牵头单位是否到位 建设为主",
    ),
    "time_header": (
        lambda text: (role := lexicon_of({}).role(squeezed(text))) is not None and role.is_time,
        "第一季度 2025年一季度 Q1 q4 上半年 下半年 上半月 3月 3月份 3月上旬 3月底 3-4月 3月-5月 全年 年初 年中 年底 年末 上旬 中旬 第3周 第一学期 春季学期 秋季 寒假 暑期 上学期 3月5日前 2025年 2025年度 "
        + " ".join(f"一季度{aim}" for aim in ["工作目标", "推进计划", "重点安排", "阶段性进度", "主要任务", "节点", "要求", "工作", "内容", "情况", "举措", "措施", "进展", "完成", "目标任务", "进度目标"])
        + " 一季度（开工）",
        "工作任务 责任单位 时间 季度",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_word_decides(kind: str) -> None:
    read, known, unknown = KINDS[kind]
    assert [text for text in known.split() if not read(text)] == []
    assert [text for text in unknown.split() if read(text)] == []


SURE = (
    "索引号 组配分类 体裁分类 主题分类 服务对象分类 公文分类 信息分类 文件分类 发文字号 文号 发布机构 发文机关 制发单位 公开机构 成文日期 公开日期 发布时间 发文日期 印发日期 生效日期 废止日期 失效日期 生成日期 "
    "有效性 时效性 效力级别 效力等级 效力状态 公开方式 公开类别 公开形式 公开范围 文件状态 公文状态"
)


@pytest.mark.parametrize("name", SURE.split())
def test_two_sure_names_make_a_record(name: str) -> None:
    other = "文号" if name != "文号" else "索引号"
    assert record_lines([f"{name}：甲", f"{other}：星教〔2025〕3号", "正文"]) == {0, 1}


FONTS = {
    "Wingdings": "6C● 6D❍ 6E■ 6F□ 70□ 71❑ 72❒ 74◆ 75◆ 76❖ 77◆ 9E· 9F• A1○ A4◎ A7▪ A8□ AA✦ AB★ B2☆ D8➢ DC➔ E0→ DF← E1↑ E2↓ E8➔ F0⇨ FB× FC√ FD☒ FE☑ 46☞ 28☎ "
    "81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 8C❶ 8D❷ 8E❸ 8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿",
    "Wingdings 2": "4F× 50√ 51☒ 52☑ 53☒ 54☒ 98● A2■ A3□ 99● 9A○ 96● 97● 6A① 6B② 6C③ 6D④ 6E⑤ 6F⑥ 70⑦ 71⑧ 72⑨ 73⑩ 75❶ 76❷ 77❸ 78❹ 79❺ 7A❻ 7B❼ 7C❽ 7D❾ 7E❿",
    "Symbol": "A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ BC… D6√ A8◆ 61α 62β 67γ 6Dμ 70π 57Ω 2D− 41A",
}


@pytest.mark.parametrize("font", FONTS)
def test_a_place_of_a_symbol_font_is_its_sign(font: str) -> None:
    places = {word[:2]: word[2:] for word in FONTS[font].split()}
    assert {place: symbol(font, place) for place in places} == places
    assert {symbol(font, f"F0{place}") for place in places} == set(places.values())
    unknown = [place for code in range(0x21, 0xFF) if symbol(font, place := f"{code:02X}") not in ("□", chr(code))]
    assert set(unknown) <= set(places)


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        ("1F", "□"),
        ("20", " "),
        ("D7FF", "\ud7ff"),
        ("D800", "□"),
        ("F8FF", "□"),
        ("F900", "\uf900"),
        ("FFFD", "\ufffd"),
        ("FFFE", "□"),
        ("", "□"),
    ],
)
def test_a_place_of_another_font_is_its_character(code: str, sign: str) -> None:
    assert symbol("SimSun", code) == sign
