"""Done by then: 前, 底前完成, 年内, 截至, 不晚于. `X月前` ends before the month, `X日前` and `X月底前` on the last day said."""

from __future__ import annotations

from datetime import date

from .....grammar.pattern import Pattern
from ...dating.days import DAY, Days, month_end
from ...model import Grain

# 前 that belongs to another word: 前半年, 前三季度, 前期, 前往, 前后.
_NOT_BEFORE = (
    r"(?!半年|[一二三两四1-4]个?季|[\d两二三四五六七八九十]+个月|期|往|后|沿|景|列(?!出|入|支|席)|提(?!交|供|出|请|报|升|前|取|名|级|档|质)"
    r"|置|瞻|身|任(?!命)|述(?!职)|端|来|去|进(?!行|驻|入|场|园|校|展)|夕|移(?!交|送)|年)"
)
DONE = r"(?:全面|全部|基本|确保|力争)?(?:完成|完毕|到位|办结)(?=$|[,;。()、:])"
# 6月30日（含）下班前
BEFORE = Pattern(rf"(?:\(含\))?(?:下班)?(?:之|以)?前{_NOT_BEFORE}(?:{DONE})?")
WITHIN = Pattern(rf"度?(?:之|以)?内(?!部|容|涵|外|控|设|审|地|陆|蒙|科|在|生|因)(?:{DONE})?")
DONE_AFTER = Pattern(rf"{DONE}|(?=(?:全面|全部|基本|务必|必须|要|应)?(?:完成|建成|实现|达到|交付|投用|竣工|办结))")
# Words before: 截至2025年6月, 不晚于5月31日, 到2027年. 达到, 收到 and the like are other words.
LEAD = Pattern(
    r"(?:截至|截止到?|截止于|不得?晚于|不得?迟于|不超过|最迟(?:不超过|于|在|到)?|最晚(?:于|在|到)?|直到|(?<![达感得收做受找看想提遇碰])到)$"
)
LEADS = frozenset("至到止于过在迟晚")
# 完成时限：6月30日 names a limit without being part of the expression.
LIMIT = Pattern(r"(?:时限|期限|截止(?:时间|日期)|(?:完成|结束)(?:时间|日期))(?:是|为|:)?$")
LIMITS = frozenset("限间期:是为")
# 11月9日开幕式前: the day is that of the event.
EVENT_BEFORE = Pattern(r"[一-龥]{0,4}(?:节|日|式|会|开学|入汛|汛期|开工|放假)前")
CLOSERS = ("", "前", "完", ",", "。", ";", ")")
UNTIL_BEFORE = "by-before"
UNTIL_WITHIN = "by-within"
UNTIL_LEAD = "by-lead"
UNTIL_DONE = "by-done"
UNTIL_LIMIT = "by-limit"


def last_day(days: Days, grain: Grain, edge: str | None) -> date:
    """The last day allowed by `…前`: the day itself, the end of an edge (月底前), else the day before the stretch."""
    if edge == "middle":
        if grain == "year":
            return date(days.start.year, 6, 30)
        return date(days.start.year, days.start.month, 15) if grain == "month" else days.end
    if edge or (grain in ("day", "lunar") and days.start == days.end):
        return days.end
    return days.start - DAY


def edtf_until(last: date, grain: Grain) -> str:
    """`../2025-06` where a month's end is meant, `../2025-06-30` where a day was said."""
    if grain != "day" and last.day == month_end(last.year, last.month):
        return f"../{last.year:04d}-{last.month:02d}"
    return f"../{last.isoformat()}"
