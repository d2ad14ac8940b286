"""Numbers as plans write them, for every reader: 3, 03, ３, 十二, 廿三, 卅, 一〇, 一百零五, 二〇二五, 两千零四; and years of two
digits."""

from __future__ import annotations

ZEROS = "〇零○◯ＯOoО"  # as printed and as scans are read
CAPITALS = "壹贰叁肆伍陆柒捌玖"
DIGITS = {
    **{character: value for value, character in enumerate("一二三四五六七八九", 1)},
    **{character: value for value, character in enumerate(CAPITALS, 1)},
    **dict.fromkeys(ZEROS, 0),
    "两": 2,
}
ARABIC = "0123456789"
CHINESE = "一二三四五六七八九十两廿卅"
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}


def numeral(text: str) -> int | None:
    """The value of a numeral below 10,000, or None where the text is none: Arabic of any width, Chinese with units
    (一百零五) or digit by digit (一〇, 二〇二五), also with Arabic digits among them (2〇25). 初五 of a lunar month is 5."""
    if text.isdecimal():
        return int(text)
    text = text.removeprefix("初")
    if not text:
        return None
    if not any(character in _UNITS or character in _TENS for character in text):
        figures = [DIGITS.get(character, int(character) if character.isdecimal() else None) for character in text]
        return None if None in figures else int("".join(map(str, figures)))
    total = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in _TENS:
            total += _TENS[character]
        elif character in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[character], 0
        else:
            return None
    return total + digit


def number(text: str) -> int:
    """The value of what a pattern has found to be a numeral. Raises ValueError where it is none."""
    value = numeral(text)
    if value is None:
        raise ValueError(f"not a numeral: {text!r}")
    return value


def full_year(text: str) -> int:
    """A year of two or four digits; 70 to 99 without a century are years of the last one."""
    value = number(text)
    return value if value >= 100 else value + (2000 if value < 70 else 1900)
