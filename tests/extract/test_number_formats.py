"""What Word prints for a count in each format (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.extract.number_formats import custom_number, format_number

VALUES = (1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 1000, 1001, 1010)
TABLE = {
    "decimal": "1 2 9 10 11 19 20 21 99 100 101 110 111 1000 1001 1010",
    "decimalHalfWidth": "1 2 9 10 11 19 20 21 99 100 101 110 111 1000 1001 1010",
    "decimalZero": "01 02 09 10 11 19 20 21 99 100 101 110 111 1000 1001 1010",
    "decimalFullWidth": "１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０ １１１ １０００ １００１ １０１０",
    "decimalFullWidth2": "１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０ １１１ １０００ １００１ １０１０",
    "decimalEnclosedCircle": "① ② ⑨ ⑩ ⑪ ⑲ ⑳ 21 99 100 101 110 111 1000 1001 1010",
    "decimalEnclosedCircleChinese": "① ② ⑨ ⑩ ⑪ ⑲ ⑳ 21 99 100 101 110 111 1000 1001 1010",
    "decimalEnclosedFullstop": "⒈ ⒉ ⒐ ⒑ ⒒ ⒚ ⒛ 21 99 100 101 110 111 1000 1001 1010",
    "decimalEnclosedParen": "⑴ ⑵ ⑼ ⑽ ⑾ ⒆ ⒇ 21 99 100 101 110 111 1000 1001 1010",
    "ideographEnclosedCircle": "㊀ ㊁ ㊈ ㊉ 11 19 20 21 99 100 101 110 111 1000 1001 1010",
    "upperRoman": "I II IX X XI XIX XX XXI XCIX C CI CX CXI M MI MX",
    "lowerRoman": "i ii ix x xi xix xx xxi xcix c ci cx cxi m mi mx",
    "ordinal": "1st 2nd 9th 10th 11th 19th 20th 21st 99th 100th 101st 110th 111th 1000th 1001st 1010th",
    "chineseCounting": "一 二 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一 一○一○",
    "taiwaneseCounting": "一 二 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一 一○一○",
    "chineseCountingThousand": "一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十",
    "taiwaneseCountingThousand": "一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十",
    "japaneseCounting": "一 二 九 十 十一 十九 二十 二十一 九十九 百 百一 百十 百十一 千 千一 千十",
    "ideographDigital": "一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一〇〇〇 一〇〇一 一〇一〇",
    "japaneseDigitalTenThousand": "一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一〇〇〇 一〇〇一 一〇一〇",
    "taiwaneseDigital": "一 二 九 一○ 一一 一九 二○ 二一 九九 一○○ 一○一 一一○ 一一一 一○○○ 一○○一 一○一○",
    "chineseLegalSimplified": "壹 贰 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹 壹仟零壹拾",
    "ideographLegalTraditional": "壹 貳 玖 壹拾 壹拾壹 壹拾玖 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟 壹仟零壹 壹仟零壹拾",
    "japaneseLegal": "壱 弐 九 壱拾 壱拾壱 壱拾九 弐拾 弐拾壱 九拾九 壱百 壱百壱 壱百壱拾 壱百壱拾壱 壱阡 壱阡壱 壱阡壱拾",
    "ideographTraditional": "甲 乙 壬 癸 甲 壬 癸 甲 壬 癸 甲 癸 甲 癸 甲 癸",
    "ideographZodiac": "子 丑 申 酉 戌 午 未 申 寅 卯 辰 丑 寅 卯 辰 丑",
    "numberInDash": "- 1 -|- 2 -|- 9 -|- 10 -|- 11 -|- 19 -|- 20 -|- 21 -|- 99 -|- 100 -|- 101 -|- 110 -|- 111 -|- 1000 -|- 1001 -|- 1010 -",
    "hex": "1 2 9 A B 13 14 15 63 64 65 6E 6F 3E8 3E9 3F2",
}  # fmt: skip


@pytest.mark.parametrize("number_format", TABLE)
def test_every_format_prints_as_word_does(number_format: str) -> None:
    expected = TABLE[number_format].split("|" if "|" in TABLE[number_format] else " ")
    assert [format_number(value, number_format) for value in VALUES] == expected


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (12, "ideographZodiac", "亥"),
        (13, "ideographZodiac", "子"),
        (60, "ideographZodiacTraditional", "癸亥"),
        (61, "ideographZodiacTraditional", "甲子"),
        (10_000, "chineseCountingThousand", "一万"),
        (10_010, "chineseCountingThousand", "一万零一十"),
        (12_345, "chineseCountingThousand", "一万二千三百四十五"),
        (110_000, "chineseCountingThousand", "十一万"),
        (10_000, "japaneseCounting", "一万"),
        (3_000, "taiwaneseCountingThousand", "三千"),
        (5, "none", ""),
        (5, "bullet", ""),
        (7, "hebrew1", "7"),
        (0, "chineseCounting", "0"),
        (0, "decimalZero", "00"),
    ],
)
def test_bounds_of_formats(value: int, number_format: str, expected: str) -> None:
    assert format_number(value, number_format) == expected


def test_a_custom_format_pads_to_its_first_item() -> None:
    assert custom_number(7, "001, 002, 003, ...") == "007"
    assert custom_number(1234, "001, 002, 003, ...") == "1234"
    assert custom_number(7, "甲, 乙") == "7"


@settings(derandomize=True)
@given(st.integers(0, 10**9), st.sampled_from([*TABLE, "lowerLetter", "upperLetter", "ideographZodiacTraditional"]))
def test_no_count_prints_without_bound(value: int, number_format: str) -> None:
    assert 0 < len(format_number(value, number_format)) < 60
