"""A count and the name of a number format → the characters that Word prints (ECMA-376 part 1, 17.18.59).

Formats of scripts that no Chinese document numbers by (Hebrew, Thai, Hindi …) fall back to decimal, as the standard
has it for a value outside a format's set.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def format_number(value: int, number_format: str) -> str:
    """A count (0 or more) in one of Word's formats; `none` and `bullet` give the empty string, an unknown format decimal."""
    if number_format in ("none", "bullet"):
        return ""
    if value < 1 and number_format not in ("decimalZero", "decimalFullWidth", "decimalFullWidth2", "numberInDash"):
        return str(value)
    return _FORMATS.get(number_format, str)(value)


def custom_number(value: int, pattern: str) -> str:
    """A `custom` format is told by its first items, such as `001, 002, 003, ...`: a count padded to that width."""
    first = pattern.split(",")[0].strip()
    return str(value).zfill(len(first)) if first.isdecimal() else str(value)


def _roman(value: int) -> str:
    if value > 32_767:  # Word's own bound; without one a hostile start value would print millions of M
        return str(value)
    parts = []
    for worth, letters in _ROMAN:
        parts.append(letters * (value // worth))
        value %= worth
    return "".join(parts)


def _lower_roman(value: int) -> str:
    return _roman(value).lower()


def _repeated(value: int, letters: str) -> str:
    """a … z, aa … zz, aaa: a letter said again for each round through the alphabet, not base 26."""
    if value > 780:
        return str(value)
    rounds, place = divmod(value - 1, len(letters))
    return letters[place] * (rounds + 1)


def _listed(value: int, signs: str) -> str:
    return signs[value - 1] if value <= len(signs) else str(value)


def _cycled(value: int, signs: str) -> str:
    return signs[(value - 1) % len(signs)]


def _digits(value: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _tens_then_digits(value: int, digits: str) -> str:
    """十 up to 九十九, then digit by digit: 一〇〇."""
    if value >= 100:
        return _digits(value, digits)
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")


def _counted(value: int, digits: str, units: str, myriad: str, *, zero: bool, bare_ten: bool, bare_units: bool) -> str:
    """Counting words: 一百零一. `units` are the words for 10, 100, 1000.

    `zero`: a gap is said (一百零一); `bare_ten`: 10 to 19 leave out the 一 (十一); `bare_units`: so do 10, 100, 1000 anywhere
    (Japanese 百十).
    """
    if value >= 100_000_000:
        return str(value)
    high, low = divmod(value, 10_000)
    if high:
        head = _counted(high, digits, units, "", zero=zero, bare_ten=bare_ten, bare_units=bare_units)
        if bare_units and high == 1:
            head = digits[1]  # 一万, though 千 stands bare
        gap = digits[0] if zero and low and low < 1000 else ""
        tail = _counted(low, digits, units, "", zero=zero, bare_ten=False, bare_units=bare_units) if low else ""
        return head + myriad + gap + tail
    text = ""
    pending = False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit, value = divmod(value, power)
        if not digit:
            pending = bool(text)
            continue
        if pending and zero:
            text += digits[0]
        pending = False
        bare = digit == 1 and unit and (bare_units or (bare_ten and power == 10 and not text))
        text += ("" if bare else digits[digit]) + unit
    return text


def _ordinal(value: int) -> str:
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def _padded(value: int) -> str:
    return f"{value:02d}"


def _dashed(value: int) -> str:
    return f"- {value} -"


def _hex(value: int) -> str:
    return f"{value:X}"


_CHINESE = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_WIDTH = "０１２３４５６７８９"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

_chinese = partial(_counted, units="十百千", zero=True, bare_ten=True, bare_units=False)
_legal = partial(_counted, units="拾佰仟", zero=True, bare_ten=False, bare_units=False)
_japanese = partial(_counted, zero=False, bare_ten=False)

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": _padded,
    "decimalFullWidth": partial(_digits, digits=_FULL_WIDTH),
    "decimalFullWidth2": partial(_digits, digits=_FULL_WIDTH),
    "decimalEnclosedCircle": partial(_listed, signs=_CIRCLED),
    "decimalEnclosedCircleChinese": partial(_listed, signs=_CIRCLED),
    "decimalEnclosedFullstop": partial(_listed, signs="⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": partial(_listed, signs="⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "ideographEnclosedCircle": partial(_listed, signs="㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "upperRoman": _roman,
    "lowerRoman": _lower_roman,
    "upperLetter": partial(_repeated, letters="ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": partial(_repeated, letters="abcdefghijklmnopqrstuvwxyz"),
    "ordinal": _ordinal,
    "numberInDash": _dashed,
    "hex": _hex,
    "chineseCounting": partial(_tens_then_digits, digits="○一二三四五六七八九"),
    "chineseCountingThousand": partial(_chinese, digits=_CHINESE, myriad="万"),
    "chineseLegalSimplified": partial(_legal, digits="零壹贰叁肆伍陆柒捌玖", myriad="万"),
    "taiwaneseCounting": partial(_tens_then_digits, digits="○一二三四五六七八九"),
    "taiwaneseCountingThousand": partial(_chinese, digits=_CHINESE, myriad="萬"),
    "taiwaneseDigital": partial(_digits, digits="○一二三四五六七八九"),
    "ideographDigital": partial(_digits, digits="〇一二三四五六七八九"),
    "ideographLegalTraditional": partial(_legal, digits="零壹貳參肆伍陸柒捌玖", myriad="萬"),
    "ideographTraditional": partial(_cycled, signs=_STEMS),
    "ideographZodiac": partial(_cycled, signs=_BRANCHES),
    "japaneseCounting": partial(_japanese, digits="〇一二三四五六七八九", units="十百千", myriad="万", bare_units=True),
    "japaneseDigitalTenThousand": partial(_digits, digits="〇一二三四五六七八九"),
    "japaneseLegal": partial(_japanese, digits="〇壱弐参四伍六七八九", units="拾百阡", myriad="萬", bare_units=False),
}


def _sexagenary(value: int) -> str:
    """甲子, 乙丑, … 癸亥: stem and branch run side by side, sixty in a cycle."""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


_FORMATS["ideographZodiacTraditional"] = _sexagenary
