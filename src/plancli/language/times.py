"""The cheap tests that a time is meant; what the time is, `annotate.timenodes` reads."""

from __future__ import annotations

import re

DATED = re.compile(r"(?:时限|期限|时间|日期|月份|周次|[月周])$")  # their cells hold a time and nothing else
TIME = re.compile(
    r"[\d一二三四五六七八九十]+月|季度|半年|全年|年底|年内|年初|长期|持续|每[日周月年季]|常态|20\d\d年|[上中下]旬|[寒暑][假期]|适时|按要求|即日|\d{1,2}[.．]\d{1,2}\s*[—–~～至-]"
)
TIME_HEAD = re.compile(
    r"(?:第?[一二三四\d、—–~至-]{1,8}(?:季度|月份?|月?底前)|[上下]半年|全年|每[月季周日年](?:度)?|年底前?|[寒暑][假期]|长期|常态).{0,12}[：:，]?"
)
TIME_START = re.compile(
    r"(?:第?[一二三四五六七八九十\d、至~～—–-]{1,5}季度|\d{1,2}(?:[、至~～—–-]\d{1,2})?月|[一二三四五六七八九十]{1,3}月|[上下]半年|全年|每[季月周日]|年底|[寒暑][假期])"
)


def begins_time(text: str) -> bool:
    """Whether a text begins with a month, a quarter, a part of a year."""
    return TIME_START.match(text) is not None
