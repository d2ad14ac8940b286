"""Numbers of a spreadsheet as its cells show them: number formats (ECMA-376 part 1, 18.8.30 and 18.8.31).

Dates, percentages, decimals, thousands, words in the format and Chinese figures are followed; colours, conditions and
scientific notation are not, and give the plain number.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from ...grammar.pattern import Pattern
from ..number_formats import format_number

# Formats that files name by their number alone; those from 27 on as a Chinese program has them.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN = Pattern(
    r'"([^"]*)"|\\(.)|\[(?:DBNum([123])|\$[^\]]*|[^\]]*)\]|(AM/PM|上午/下午|y+|m+|d+|h+|s+|a{3,4}|e+|b+)|([#0?][#0?,.]*%?)|_.|\*.|(.)',
    re.I | re.S,
)
_GENERAL = Pattern(r"(?:\[(?:(DBNum[12])|[^\]]*)\])*(?:General|@)?(?:;.*)?", re.I | re.S)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = "一二三四五六日"
_FIGURES = str.maketrans("0123456789", "〇一二三四五六七八九")
_LARGEST = 2_958_466  # the day after 9999-12-31


@lru_cache(maxsize=512)
def _tokens(code: str) -> tuple[tuple[str, str], ...]:
    """(kind, text) of the parts of one section: word, date, number, figures."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(code):
        quoted, escaped, figures, date, number, other = match.groups()
        if figures:
            found.append(("figures", figures))
        elif quoted is not None or escaped is not None or other is not None:
            found.append(("word", quoted or escaped or other or ""))
        elif date:
            found.append(("date", date))
        elif number:
            found.append(("number", number))
    return tuple(found)


def is_date(code: str) -> bool:
    """Whether a number format shows a day or an hour."""
    return any(kind == "date" for kind, _ in _tokens(code.split(";")[0]))


def shown(value: float, code: str | None, *, from_1904: bool = False) -> str:
    """A number as a cell with this format shows it."""
    if code is None:
        return plain(value)
    if (general := _GENERAL.fullmatch(code)) is not None:
        return format_number(int(value), "chineseCountingThousand") if general[1] and _counts(value) else plain(value)
    sections = ('yyyy"年"m"月"d"日"' if code.startswith("[$-F800]") else code).split(";")
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    tokens = _tokens(section)
    if any(kind == "date" for kind, _ in tokens):
        return _day(value, tokens, from_1904)
    if not any(kind == "number" for kind, _ in tokens):
        return "".join(text for kind, text in tokens if kind == "word") if section.strip() else ""
    if "E+" in section or "/" in section:
        return plain(value)
    text = "".join(_number(value, part) if kind == "number" else part for kind, part in tokens if kind != "figures")
    figures = next((part for kind, part in tokens if kind == "figures"), "")
    if figures and _counts(value):
        return text.replace(str(int(value)), format_number(int(value), "chineseCountingThousand"))
    return text


def _counts(value: float) -> bool:
    return value == int(value) and 0 <= value < 10**8


def plain(value: float) -> str:
    """A number without a format: as short as it says the same, no more than eleven figures."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.10f}".rstrip("0") if 1e-4 <= abs(value) < 1e10 else repr(value)
    return text.rstrip(".") if "e" not in text else text


def _number(value: float, part: str) -> str:
    percent = part.endswith("%")
    part = part.rstrip("%")
    whole, _, decimals = part.partition(".")
    figures = f"{value * 100 if percent else value:.{min(len(decimals), 15)}f}"
    head, dot, tail = figures.partition(".")
    least = sum(char in "0?" for char in decimals)
    tail = tail[:least] + tail[least:].rstrip("0")
    zeros = whole.count("0")
    sign, head = ("-", head[1:]) if head.startswith("-") else ("", head)
    head = head.zfill(zeros) if head != "0" or zeros else head
    if "," in whole.rstrip(","):
        head = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", head)
    return sign + head + (dot + tail if tail else "") + ("%" if percent else "")


def _day(value: float, tokens: tuple[tuple[str, str], ...], from_1904: bool) -> str:
    if not 0 <= value < _LARGEST:
        return plain(value)
    moment = _moment(value, from_1904)
    figures = next((part for kind, part in tokens if kind == "figures"), "")
    found: list[str] = []
    hours = any(kind == "date" and part.upper() in ("AM/PM", "上午/下午") for kind, part in tokens)
    for place, (kind, part) in enumerate(tokens):
        if kind == "figures":
            continue
        if kind != "date":
            found.append(part.rstrip("@") if kind == "word" else part)
            continue
        minutes = part[0] in "mM" and _beside_hours(tokens, place)
        text = _part(moment, part.lower(), minutes, hours)
        if figures and text.isdigit():
            text = (
                text.translate(_FIGURES)
                if len(part) > 2 or part[0] in "ye"
                else format_number(int(text), "chineseCountingThousand")
            )
        found.append(text)
    return "".join(found).strip()


def _moment(value: float, from_1904: bool) -> datetime.datetime:
    days = value + 1462 if from_1904 else value
    base = datetime.datetime(1899, 12, 30) if days >= 60 else datetime.datetime(1899, 12, 31)
    seconds = round((days - int(days)) * 86400)
    try:
        return base + datetime.timedelta(days=int(days), seconds=seconds)
    except OverflowError:
        return datetime.datetime(9999, 12, 31)


def _beside_hours(tokens: tuple[tuple[str, str], ...], place: int) -> bool:
    """Whether an m stands for minutes: behind hours or before seconds."""
    before = next((part for kind, part in reversed(tokens[:place]) if kind == "date"), "")
    after = next((part for kind, part in tokens[place + 1 :] if kind == "date"), "")
    return before[:1] in ("h", "H") or after[:1] in ("s", "S")


def _part(moment: datetime.datetime, part: str, minutes: bool, half: bool) -> str:
    head, width = part[0], len(part)
    if part in ("am/pm", "上午/下午"):
        return "上午" if moment.hour < 12 else "下午"
    if head in "ye":
        return f"{moment.year % 100:02}" if head == "y" and width <= 2 else str(moment.year)
    if minutes:
        return f"{moment.minute:0{min(width, 2)}}"
    if head == "m":
        return _MONTHS[moment.month - 1] if width >= 3 else f"{moment.month:0{width}}"
    if head == "d":
        return f"周{_DAYS[moment.weekday()]}" if width >= 3 else f"{moment.day:0{width}}"
    if head == "a":
        return ("星期" if width > 3 else "周") + _DAYS[moment.weekday()]
    if head == "h":
        hour = (moment.hour - 1) % 12 + 1 if half else moment.hour
        return f"{hour:0{min(width, 2)}}"
    if head == "s":
        return f"{moment.second:0{min(width, 2)}}"
    return ""
