"""Forms of time: every family of the contract, each with its words and its truth, by the place where it may stand.

A `Moment` is an expression and its nodes. `use` says what prose may follow: do (in that time one does), by (until then
one is done), all, turn (again and again), when (on an event).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .moments import Moment, day, last, node, one

CN = "零一二三四五六七八九"
MONTHS = {**{n: CN[n] for n in range(1, 10)}, 10: "十", 11: "十一", 12: "十二"}
DASHES = ("-", "—", "至", "－", "~")


def two_months(rng: Random) -> tuple[int, int]:
    first = rng.randrange(1, 11)
    return first, rng.randrange(first + 1, 13)


# Periods


def month(rng: Random, year: int) -> Moment:
    m = rng.randrange(2, 13)
    raw = rng.choice((f"{m}月", f"{m}月", f"{m}月份", f"{MONTHS[m]}月"))
    return one(raw, "do", "period", day(year, m, 1), last(year, m))


def months(rng: Random, year: int) -> Moment:
    a, b = two_months(rng)
    dash = rng.choice(DASHES)
    raw = rng.choice((f"{a}月{dash}{b}月", f"{a}{'—' if dash == '~' else dash}{b}月", f"{a}月{dash}{b}月"))
    return one(raw, "do", "period", day(year, a, 1), last(year, b))


def third(rng: Random, year: int) -> Moment:
    m, part = rng.randrange(2, 13), rng.randrange(3)
    start, end = day(year, m, (1, 11, 21)[part]), (day(year, m, 10), day(year, m, 20), last(year, m))[part]
    return one(f"{m}月{'上中下'[part]}旬", "do", "period", start, end)


def thirds(rng: Random, year: int) -> Moment:
    a, b = two_months(rng)
    dash = rng.choice(("至", "—", "-"))
    if rng.random() < 0.2:
        return one(f"{a}-{b}月上旬", "do", "period", day(year, a, 1), day(year, b, 10))
    if rng.random() < 0.5:
        return one(f"{a}月中旬{dash}{b}月上旬", "do", "period", day(year, a, 11), day(year, b, 10))
    return one(f"{a}月下旬{dash}{b}月", "do", "period", day(year, a, 21), last(year, b))


def quarter(rng: Random, year: int) -> Moment:
    q = rng.randrange(1, 5)
    raw = rng.choice((f"{CN[q]}季度", f"第{CN[q]}季度"))
    return one(raw, "do", "period", day(year, 3 * q - 2, 1), last(year, 3 * q))


def half(rng: Random, year: int) -> Moment:
    if rng.random() < 0.5:
        return one("上半年", "do", "period", day(year, 1, 1), day(year, 6, 30))
    return one("下半年", "do", "period", day(year, 7, 1), day(year, 12, 31))


def a_day(rng: Random, year: int) -> Moment:
    m, d = rng.randrange(2, 13), rng.randrange(1, 29)
    return one(f"{m}月{d}日", "do", "period", day(year, m, d), day(year, m, d))


def days(rng: Random, year: int) -> Moment:
    a, b = two_months(rng)
    d, e = rng.randrange(1, 20), rng.randrange(20, 29)
    if rng.random() < 0.5:
        raw = f"{a}月{d}日{rng.choice(('至', '—', '-'))}{e}日"
        return one(raw, "do", "period", day(year, a, d), day(year, a, e))
    return one(f"{a}月{d}日{rng.choice(('至', '—', '-'))}{b}月{e}日", "do", "period", day(year, a, d), day(year, b, e))


def month_close(rng: Random, year: int) -> Moment:
    m = rng.randrange(2, 13)
    return one(f"{m}月{rng.choice('底末')}", "do", "period", day(year, m, 21), last(year, m))


def with_year(rng: Random, year: int) -> Moment:
    a, b = two_months(rng)
    if rng.random() < 0.5:
        return one(f"{year}年{a}月", "do", "period", day(year, a, 1), last(year, a))
    return one(f"{year}年{a}月至{b}月", "do", "period", day(year, a, 1), last(year, b))


def next_year(rng: Random, year: int) -> Moment:
    a, b = rng.randrange(9, 13), rng.randrange(1, 5)
    raw = f"{a}月至{rng.choice(('明年', '次年'))}{b}月"
    return one(raw, "do", "period", day(year, a, 1), last(year + 1, b))


def several(rng: Random, year: int) -> Moment:
    a, b, c = sorted(rng.sample(range(1, 13), 3))
    form = rng.randrange(6)
    if form == 0:
        raw, numbers = f"{a}月、{b}月", [a, b]
    elif form == 1:
        raw, numbers = f"{a}、{b}月", [a, b]
    elif form == 2:
        raw, numbers = f"{a}月和{c}月", [a, c]
    elif form == 3:
        raw, numbers = f"{a}月、{b}月、{c}月", [a, b, c]
    elif form == 4:
        raw = f"{a}月上旬和{c}月中旬"
        return Moment(
            raw,
            "do",
            [
                node(raw, "period", day(year, a, 1), day(year, a, 10)),
                node(raw, "period", day(year, c, 11), day(year, c, 20)),
            ],
        )
    else:
        a, b = rng.randrange(2, 5), rng.randrange(7, 11)
        raw = f"{a}-{a + 1}月、{b}-{b + 1}月"
        return Moment(raw, "do", [node(raw, "period", day(year, m, 1), last(year, m + 1)) for m in (a, b)])
    return Moment(raw, "do", [node(raw, "period", day(year, m, 1), last(year, m)) for m in numbers])


def quarters(rng: Random, year: int) -> Moment:
    a, b = sorted(rng.sample(range(1, 5), 2))
    raw = rng.choice((f"{CN[a]}、{CN[b]}季度", f"{CN[a]}季度和{CN[b]}季度", f"{CN[a]}{CN[b]}季度"))
    return Moment(raw, "do", [node(raw, "period", day(year, 3 * q - 2, 1), last(year, 3 * q)) for q in (a, b)])


def holiday(rng: Random, year: int) -> Moment:
    return one(rng.choice(("暑假", "暑期", "寒假", "国庆节期间")), "do", "period", open_days=True)


def years(rng: Random, year: int) -> Moment:
    return one(f"{year}年至{year + 2}年", "do", "period", day(year, 1, 1), day(year + 2, 12, 31))


# Deadlines


def by_month_end(rng: Random, year: int) -> Moment:
    m = rng.randrange(2, 13)
    raw = rng.choice((f"{m}月底前", f"{m}月底前", f"{m}月底前", f"{m}月末前", f"{m}月底之前"))
    return one(raw, "by", "deadline", None, last(year, m))


def by_month(rng: Random, year: int) -> Moment:
    m = rng.randrange(3, 13)
    return one(f"{m}月前", "by", "deadline", None, last(year, m - 1))


def by_day(rng: Random, year: int) -> Moment:
    m, d = rng.randrange(2, 13), rng.randrange(1, 29)
    return one(f"{m}月{d}日{rng.choice(('前', '前', '之前'))}", "by", "deadline", None, day(year, m, d))


def by_year_end(rng: Random, year: int) -> Moment:
    return one(rng.choice(("年底前", "年底前", "年内", "今年年底前")), "by", "deadline", None, day(year, 12, 31))


def by_dated(rng: Random, year: int) -> Moment:
    m = rng.randrange(2, 13)
    if rng.random() < 0.4:
        return one(f"{year}年12月31日前", "by", "deadline", None, day(year, 12, 31))
    return one(f"{year}年{m}月底前", "by", "deadline", None, last(year, m))


def by_later_year(rng: Random, year: int) -> Moment:
    later = year + rng.randrange(1, 4)
    return one(f"到{later}年", "by", "deadline", None, day(later, 12, 31))


def by_event(rng: Random, year: int) -> Moment:
    event = rng.choice(("五一前", "国庆节前", "汛期前", "开学前", "春节前", "主汛期来临前"))
    return one(event, "by", "deadline", open_days=True)


def until(rng: Random, year: int) -> Moment:
    m = rng.randrange(5, 13)
    return one(f"至{m}月底", "until", "deadline", None, last(year, m))


# All year, again and again, on an event


def whole_year(rng: Random, year: int) -> Moment:
    return one("全年", "all", "ongoing", day(year, 1, 1), day(year, 12, 31))


def always(rng: Random, year: int) -> Moment:
    raw = rng.choice(("长期坚持", "持续推进", "全年推进", "长期", "全年", "常态化推进", "全年常态化推进", "贯穿全年"))
    return one(raw, "column", "ongoing", day(year, 1, 1), day(year, 12, 31))


def turn(rng: Random, year: int) -> Moment:
    raw = rng.choice(("每月", "每季度", "每周", "每半年", "每日", "每两个月"))
    return one(raw, "turn", "recurring", day(year, 1, 1), day(year, 12, 31))


def turn_day(rng: Random, year: int) -> Moment:
    raw = rng.choice((f"每月{rng.randrange(3, 28)}日前", f"每周{rng.choice('一二三四五')}", "每季度末", "每月底前"))
    return one(raw, "turn", "recurring", day(year, 1, 1), day(year, 12, 31))


def event(rng: Random, year: int) -> Moment:
    raw = rng.choice(("适时", "待上级通知下发后", "根据上级通知要求", "待项目获批后", "方案批复后"))
    found = one(raw, "when", "conditional")
    if raw == "适时":  # 适时推进 is a schedule, 适时召开 in prose may be an adverb: the contract leaves both readings
        found.nodes = [{**found.nodes[0], "optional": True}]
    return found


Family = Callable[[Random, int], Moment]
PROSE: dict[str, Family] = {
    "3月": month,
    "3月至5月": months,
    "7月上旬": third,
    "4月中旬至5月上旬": thirds,
    "一季度": quarter,
    "上半年": half,
    "3月12日": a_day,
    "4月10日至20日": days,
    "6月底": month_close,
    "2026年3月": with_year,
    "9月至明年3月": next_year,
    "3月、9月": several,
    "一、三季度": quarters,
    "暑期": holiday,
    "6月底前": by_month_end,
    "6月前": by_month,
    "6月15日前": by_day,
    "年底前": by_year_end,
    "2026年6月底前": by_dated,
    "到2027年": by_later_year,
    "五一前": by_event,
    "至11月底": until,
    "全年": whole_year,
    "每季度": turn,
    "适时": event,
}
LIMITS = ("完成时限", "时限", "整改时限")
COMMON = ("6月底前", "6月底前", "年底前", "3月", "6月15日前", "全年", "一季度", "3月至5月")  # what most offices write
COLUMN: dict[str, Family] = {
    **{k: f for k, f in PROSE.items() if k not in ("至11月底", "2026年3月")},
    "长期坚持": always,
    "每月10日前": turn_day,
    "2026年至2028年": years,
}
LIMITED = (
    "3月",
    "一季度",
    "3月12日",
    "6月底",
    "3月、9月",
    "一、三季度",
)  # bare, after a word that names a limit: a deadline
EITHER = (*LIMITED, "7月上旬", "上半年", "暑期")  # bare, where the contract does not say whether a header names a limit


def column(rng: Random, year: int, family: str, header: str) -> Moment:
    """An expression that is a whole cell, or stands behind a word and a colon: `header`, which may name a limit.

    完成时间 is no word of the contract's: there, and for parts of a month and halves after 完成时限, period and
    deadline are both right.
    """
    moment = COLUMN[family](rng, year)
    if header in LIMITS and family in LIMITED:
        moment.nodes = [
            found if is_range(found["raw"]) else {**found, "kind": "deadline", "start": None} for found in moment.nodes
        ]
    elif header in (*LIMITS, "完成时间") and family in EITHER:
        moment.nodes = [{**found, "kinds": ["period", "deadline"], "lenient_start": True} for found in moment.nodes]
    return moment


def is_range(raw: str) -> bool:
    """Whether the members of an expression are ranges (2-3月、9-10月), which stay periods behind a word that names a limit."""
    return bool(re.search(r"\d-\d", raw))


def like_a_label(raw: str) -> bool:
    """Whether the expression, where it opens a paragraph or follows a label, cannot be told from an item's number."""
    return bool(re.match(r"[0-9一二三四]{1,2}、|\d+[-—－~至]\d+月", raw))


def draw(rng: Random, year: int, families: list[str]) -> tuple[str, Moment]:
    family = rng.choice(families)
    return family, PROSE[family](rng, year)
