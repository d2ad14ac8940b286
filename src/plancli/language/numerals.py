"""Numbers as plans write them: 3, 03, 十二, 廿一, 二〇二五, 两千零四; and years of two digits."""

from __future__ import annotations

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "初": 0}
ARABIC = "0123456789"
CHINESE = "一二三四五六七八九十两廿卅"


def number(text: str) -> int:
    """A numeral below 10,000, Arabic or Chinese, positional (二〇二五) or with units (两千零四)."""
    if text.isdecimal():
        return int(text)
    if not any(unit in text for unit in "十廿卅百千"):
        return int("".join(str(DIGITS[c]) if c in DIGITS else c for c in text))
    total = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "廿卅":
            total += 20 if character == "廿" else 30
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
    return total + digit


def full_year(text: str) -> int:
    """A year of two or four digits; 70 to 99 without a century are years of the last one."""
    value = number(text)
    return value if value >= 100 else value + (2000 if value < 70 else 1900)
