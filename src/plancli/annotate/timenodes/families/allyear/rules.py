"""All year and for long: 全年, 贯穿全年, 全年常态化推进, 长期坚持, 持续推进; the weaker ones only as the whole schedule."""

from __future__ import annotations

from ..parts import rule

_MANNER = r"(?:常态化?|持续|长期|经常性|滚动|不间断|全面|常抓|深入|有序|稳步|扎实|动态)"
_ACT = (
    r"(?:推进|开展|实施|进行|落实|坚持|组织|执行|抓好|跟进|巩固|深化|推动|提升|整改|保持|更新|监管|监测|完善|加强"
    r"|做好|抓|建设|管理|运行|排查|督促|优化)"
)

_LONG = rf"(?:长期|常年|常态化?|持续性?|经常性?|长效|滚动|常抓不懈|持之以恒)(?:{_MANNER}{{0,2}}地?{_ACT}{{0,2}}(?:不懈|工作|中|完善|提升|坚持|化)?)"
RULES = (
    rule(
        "through-year",
        "贯>穿 全>年",
        r"全年贯穿|贯穿于?(?:全年|整年|全学年|整个学年|全学期|一年|整个年度)(?:各项工作)?(?!的|工作)",
        "ongoing",
        lambda match: {},
    ),
    rule(
        "through-all",
        "贯>穿",
        r"贯穿于?(?:始终|全过程)(?!的)",
        "ongoing",
        lambda match: {},
        where="long",
    ),
    rule(
        "all-year",
        "全整>年",
        rf"(?:全年度?|整年)(?:工作)?(?:{_MANNER}{{0,2}}地?{_ACT}{{1,2}}(?:工作|落实)?(?=$|[,;。)])|{_MANNER}(?=$|[,;。)]))?",
        "ongoing",
        lambda match: {},
        where="all-year",
    ),
    rule(
        "for-long",
        "长>期效 常>年态抓 持>续之 经>常 滚>动",
        _LONG,
        "ongoing",
        lambda match: {},
        where="long",
    ),
)
