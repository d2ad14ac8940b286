"""On an event: 待通知发布后, 适时推进, 根据市教委通知要求, 条件成熟时, 印发之日起30日内, 立即. No dates."""

from __future__ import annotations

from ..parts import COUNT, IN_COUNT, rule

_ACT = (
    r"(?:推进|启动|开展|组织|实施|召开|完成|整改|出台|印发|发布|落实|进行|举办|申报|推动|报送|部署|安排|办理|建设|开工"
    r"|整改到位|整改完成|压茬推进|执行|报送|公布|调整)"
)
_ORDER = r"(?:要求|形势|通知|部署|安排|情况|进度|进展|进程|时间节点|节点|时间|时限|时序|文件|计划|季节|实际|需要|而定)"
_IN_VIEW_OF = "视(?![察频力野觉听角同为])"
_SETTLED = r"(?:[再来]|另行|具体|适时|动态)?(?:确定|决定|商定|调整)"
_OBJECT = r"[^,;。:、()\n“”《》的在于]"
_BODY = r"[^,;。:、()\n“”《》]"

# What is done once it may be: 办妥后启动, 签订后进场施工, not 确定后公布.
_BEGINS = r"(?=[,，]?(?:[即再]|立即|随即|及时|方可|正式|全面|同步|组织){0,2}(?:启动|开工|动工|开建|进场|入场|施工|实施|建设|开始|推进|投产|试产|进驻|运营))"
_IN_DAYS = rf"(?:{COUNT}|两)个?(?:工作日|日|天|周|月)(?:之|以)?内(?:完成)?"

RULES = (
    rule(
        "waiting",
        "待俟",
        rf"[待俟]{_BODY}{{1,24}}?(?:之?后|时)(?:,?(?:即|再)?(?:{_ACT}|另行通知)(?=$|[,;。):]))?|[待俟](?:另行)?(?:通知|定)|待{_BODY}{{2,12}}?(?:另行)?通知(?=$|[,;。)])",
        "conditional",
        lambda match: {},
        where="event",
    ),
    rule(
        "at-a-fit-time",
        "适随>时 择相>机 立>即行 即>知时 尽>快早 限>期 视>情 另>行 按>需",
        rf"(?:适时|择机)(?:{_ACT}{{1,2}}(?=$|[,;。、):])|)"
        rf"|(?:相机|随时|立即|立行立改|即知即改|即时|尽快|尽早|限期(?!:)|视情|按需)(?:{_ACT}){{0,2}}|另行通知",
        "conditional",
        lambda match: {},
        where="schedule-clause",
    ),
    rule(
        "after-its-approval",  # `modifiers.take_lead` takes what has been approved
        "批>复准 获>批 印下>发 下>达 出>台 发公>布 审>定批 到>位 验>收 竣完>工 结>束题",
        rf"(?:批复|批准|获批|印发|下发|下达|出台|发布|公布|审定|审批|到位)(?:之|以)?后(?![续期面来])(?:{_IN_DAYS})?"
        rf"|(?:验收|竣工|完工|结束|结题)(?:之|以)?后{_IN_DAYS}",
        "conditional",
        lambda match: {},
        where="event",
        needs=("后",),
    ),
    rule(
        "may-begin-after-it",  # as above: 用地手续|办妥后启动
        "办>妥结好理 齐>备全 完>备 落>实地 签>订署约 出>让 交>付地 移>交 腾>空 通>过 获>准 核>准发 确敲>定",
        rf"(?:办(?:妥|结|好|理(?:完[毕成]|到位))|[齐完]备|齐全|落[实地]|签[订署约]|出让|交[付地]|移交|腾空|通过|[获核]准|核发|[确敲]定)(?:之|以)?后{_BEGINS}",
        "conditional",
        lambda match: {},
        where="opening-event",
        needs=("后",),
    ),
    rule(
        "days-after-it",  # as above: 接到通知|后5个工作日内
        f"后>{IN_COUNT}两",
        rf"后{_IN_DAYS}(?!勤)",
        "conditional",
        lambda match: {},
        where="event",
        needs=("内",),
    ),
    rule(
        "within-days-of-it",  # as above: 项目|竣工三个月内; 接到举报3日内
        "收接>到 受>理 入>职学伍院党驻 到>岗任 报>到 开竣完>工 验>收 签>订约署",
        rf"(?:(?:[收接]到|受理){_OBJECT}{{0,8}}?|入[职学伍院党驻]|到[岗任]|报到|[开竣完]工|验收(?:合格|通过)?|签[订约署])"
        rf"(?:{COUNT}|两)个?(?:工作日|日|天|周|月)(?:之|以)?内(?![勤设])(?:完成)?",
        "conditional",
        lambda match: {},
        where="event-offset",
        needs=("内",),
    ),
    rule(
        "before-its-opening",  # as above: 市党代会|召开前
        "召>开 举>行办 开>幕",
        r"(?<=[会节赛展坛式])(?:召开|举行|举办|开幕)(?:之|以)?前",
        "conditional",
        lambda match: {},
        where="event",
        needs=("前",),
    ),
    rule(
        "when-ripe",
        "条>件 时>机",
        r"(?:条件|时机)(?:成熟|具备|允许)(?:时|后)",
        "conditional",
        lambda match: {},
        where="event",
    ),
    rule(
        "when-needed",
        "条>件 时>机 必需>要",
        r"(?:条件|时机)(?:成熟|具备|允许)(?:的情况下)?|必要时|需要时",
        "conditional",
        lambda match: {},
        where="schedule-clause",
    ),
    rule(
        "as-told",
        "根>据 按视 依>据照 结>合",
        rf"(?:根据|按照|按(?![月季周日年期量质]|时(?!间))|依据|依照|{_IN_VIEW_OF}|结合)(?:{_BODY}|(?<=[国省市区县州镇乡])、(?=[省市区县州镇乡])){{0,30}}?{_ORDER}{{1,3}}(?:的?要求)?(?:确定(?=$|[)。;,]))?(?:(?:,|及时|适时|逐步|有序|压茬|同步|再|进行|统筹){{0,3}}{_ACT}(?=$|[)。;,]))?",
        "conditional",
        lambda match: {},
        where="instruction",
    ),
    rule(
        "fit-in-view-of",
        "根>据 依>据照 结>合 视",
        rf"(?:根据|依据|依照|{_IN_VIEW_OF}|结合)(?:{_BODY}{{1,12}}?(?:(?:适时|择机|随时){_ACT}{{1,2}}|另行通知)|{_BODY}{{2,20}}?(?:{_ORDER}|结果){_SETTLED})(?=$|[)。;,])",
        "conditional",
        lambda match: {},
        where="schedule",
    ),
    rule(
        "after-an-event",
        "自 印下>发 发>布文 收接>到 文>件 通>知报 批>复准 公>布告示 方>案 受>理 实>施 施>行",
        rf"(?=自|[印下]发|发[布文]|[收接]到|文件|通[知报]|批[复准]|公[布告示]|方案|受理|实施|施行)(?:自|收到|接到)?(?:[^,;。:()\n《》“”\d]{{0,12}}?)(?:印发|下发|发布|通知|公布|批复|批准|实施|施行|收到|接到|受理)(?:之日|[^,;。:()\n\d]{{0,6}}?)(?:起|后|之日起)(?:的)?(?:{COUNT}|两)个?(?:工作日|日|天|周|月)(?:之|以)?内(?:完成|{_ACT})?",
        "conditional",
        lambda match: {},
        where="event-offset",
        needs=("内", "之后起"),
    ),
)
