"""What offices do: titles, sentences, headings, of many fields; none of them names a time or a body of the office."""

from __future__ import annotations

from random import Random

VERBS = [
    "推进",
    "加强",
    "完善",
    "深化",
    "落实",
    "优化",
    "规范",
    "强化",
    "健全",
    "加快",
    "抓好",
    "提升",
    "做好",
    "组织实施",
    "统筹推进",
    "扎实开展",
    "全面推行",
]
THINGS = [
    "老旧小区改造",
    "农村公路养护",
    "校园安全管理",
    "政务服务标准化",
    "招商引资",
    "河道综合治理",
    "高标准农田建设",
    "垃圾分类",
    "数字档案建设",
    "基层党组织建设",
    "教师队伍建设",
    "课程思政",
    "产教融合",
    "家庭医生签约服务",
    "分级诊疗",
    "食品安全监管",
    "安全生产专项整治",
    "防汛物资储备",
    "矛盾纠纷排查化解",
    "法治宣传教育",
    "信用体系建设",
    "营商环境",
    "内部控制",
    "预算绩效管理",
    "国有资产清查",
    "人才引进",
    "青年志愿服务",
    "公共文化服务",
    "全民健身设施建设",
    "乡村旅游",
    "森林防火",
    "水源地保护",
    "大气污染防治",
    "节能降碳",
    "充电设施布局",
    "智慧停车",
    "供水管网改造",
    "污水处理提标",
    "工程质量监管",
    "科研项目管理",
    "学科专业建设",
    "实验室安全",
    "毕业生就业指导",
    "心理健康教育",
    "劳动教育",
    "招标采购管理",
    "合同管理",
    "档案管理",
    "保密管理",
    "应急演练",
    "值班值守",
    "信息公开",
    "舆情应对",
    "作风建设",
    "干部培训",
    "养老服务",
    "残疾人康复服务",
    "普惠托育",
    "特色产业培育",
    "小微企业服务",
    "物流枢纽建设",
    "电子商务",
    "外贸转型",
    "标准化建设",
    "知识产权保护",
    "计量服务",
    "户外广告整治",
]
HEAD_VERBS = ["聚焦", "突出", "围绕", "紧扣"]
HEADS = [
    "加强党的建设",
    "深化改革创新",
    "保障改善民生",
    "推动产业升级",
    "夯实安全基础",
    "建设美丽家园",
    "提升治理效能",
    "优化公共服务",
    "促进城乡融合",
    "激发市场活力",
    "培育人才队伍",
    "提高教学质量",
    "强化内部管理",
    "推动项目建设",
    "扩大对外开放",
    "传承优秀文化",
    "提升服务能力",
    "防范化解风险",
    "厚植生态优势",
    "推进依法行政",
    "打造数字机关",
    "增强保障能力",
]
MECHANISMS = [
    "联席会议制度",
    "台账管理制度",
    "定岗定责机制",
    "协调联动机制",
    "问题清单制度",
    "激励机制",
    "闭环管理机制",
    "分类指导办法",
    "信息共享机制",
    "考核评价办法",
]
TARGETS = [
    "地区生产总值",
    "固定资产投资",
    "社会消费品零售总额",
    "一般公共预算收入",
    "居民人均可支配收入",
    "外贸进出口总额",
]
AIMS = [
    "服务质量",
    "管理水平",
    "群众满意度",
    "资金使用效益",
    "办事效率",
    "风险防控能力",
    "队伍素质",
    "规范化程度",
    "覆盖面",
    "基础能力",
]
WAYS = [
    "现场走访",
    "专题培训",
    "交叉检查",
    "示范引领",
    "公开承诺",
    "座谈调研",
    "集中宣讲",
    "案例教学",
    "结对帮扶",
    "台账销号",
]
PLACES = ["示范点", "服务站", "停车场", "口袋公园", "体验馆", "实训室", "阅览室", "便民窗口", "健身步道", "充电站"]


def title(rng: Random, thing: str = "") -> str:
    """What an item is about: 推进老旧小区改造."""
    verb, thing = rng.choice(VERBS), thing or rng.choice(THINGS)
    if rng.random() < 0.05:
        return f"{rng.choice(TARGETS)}增长{rng.randrange(3, 12)}{rng.choice(('%', '.5%', '.2%'))}{rng.choice(('左右', '以上'))}"
    if rng.random() < 0.25:
        return f"{verb}{thing}和{rng.choice(THINGS)}"
    if rng.random() < 0.15:
        return f"{verb}{thing}，提高{rng.choice(AIMS)}"
    return verb + thing


def noun_title(rng: Random) -> str:
    """The name of a project: 供水管网改造."""
    return rng.choice(THINGS) + rng.choice(("", "", "工程", "项目", "行动"))


def heading(rng: Random) -> str:
    """A section's title."""
    head = rng.choice(HEADS)
    if rng.random() < 0.4:
        return f"{rng.choice(HEAD_VERBS)}{rng.choice(THINGS)}，{head}"
    return head


def headings(rng: Random, count: int) -> list[str]:
    """Titles of sections that stand together: no two alike."""
    found: list[str] = []
    while len(found) < count:
        title = heading(rng)
        if title not in found:
            found.append(title)
    return found


def sentence(rng: Random, thing: str = "") -> str:
    """A sentence of an item's text, with its full stop; most often about the item's thing."""
    thing = thing if thing and rng.random() < 0.8 else rng.choice(THINGS)
    mechanism, aim = rng.choice(MECHANISMS), rng.choice(AIMS)
    way, other = rng.sample(WAYS, 2)
    n = rng.randrange(2, 60)
    return rng.choice(
        (
            f"健全{mechanism}，不断提升{aim}。",
            f"采取{way}、{other}等方式，推动{thing}取得实效。",
            f"新建{rng.choice(PLACES)}{n}个，改造{rng.choice(PLACES)}{n + 3}个，{aim}明显提高。",
            f"围绕{thing}，细化工作措施，压实工作责任。",
            f"建立{mechanism}，对发现的问题逐项整改到位。",
            f"坚持问题导向，摸清{thing}底数，形成工作台账。",
            f"加大资金投入，{thing}覆盖率达到{80 + n % 20}%以上。",
            f"开展“{rng.choice(WAYS)}”活动，营造良好氛围。",
            f"对照标准补齐短板，力争{thing}走在前列。",
            f"完善{thing}配套政策，落实{mechanism}。",
            f"引导社会力量参与{thing}，形成工作合力。",
        )
    )


def cell(rng: Random) -> str:
    """What a cell of measures says, without a full stop or with it."""
    return rng.choice(
        (
            sentence(rng),
            f"制定{rng.choice(THINGS)}方案，{rng.choice(('明确分工', '细化任务', '倒排工期'))}",
            f"完成{rng.choice(THINGS)}{rng.randrange(2, 30)}项",
        )
    )


def problem(rng: Random) -> str:
    """What a rectification list complains of."""
    return rng.choice(
        (
            f"{rng.choice(THINGS)}工作推进不平衡",
            f"对{rng.choice(THINGS)}重视不够，{rng.choice(MECHANISMS)}落实不到位",
            f"{rng.choice(THINGS)}存在薄弱环节",
            f"{rng.choice(AIMS)}有待提高",
        )
    )
