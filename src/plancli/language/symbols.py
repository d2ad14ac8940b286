"""Signs that office programs keep as places in a symbol font.

Only those that carry meaning in a plan are listed (ticks, crosses, boxes, bullets, arrows); others give U+25A1 □ with
their place lost to every reader but Word.
"""

from __future__ import annotations

import re

from ..grammar.pattern import Pattern

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◎", 0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xB2: "☆",
    0xD8: "➢", 0xDC: "➔", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "×", 0xFC: "√",
    0xFD: "☒", 0xFE: "☑", 0x46: "☞", 0x28: "☎",
    **{0x81 + place: sign for place, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8C + place: sign for place, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA2: "■", 0xA3: "□", 0x99: "●",
    0x9A: "○", 0x96: "●", 0x97: "●",
    **{0x6A + place: sign for place, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x75 + place: sign for place, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xA8: "◆", 0x61: "α", 0x62: "β",
    0x67: "γ", 0x6D: "μ", 0x70: "π", 0x57: "Ω", 0x2D: "−",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_UNKNOWN = "□"
# The letters of Wingdings' bullets, as they stand before a line where the font is lost; n is a number's letter too.
_BULLETS = "lnuvØ§"
_BULLET = Pattern(
    r"(?P<before>\s*)(?:(?P<sign>[luv§])\s+|(?P<letter>n)(?:\t\s*|\s{2,})|(?P<mark>Ø)\s*)(?=[㐀-鿿（(“《【]|\d{1,2}[月.])"
)
_PRIVATE = Pattern("[\uf020-\uf0ff]")


def symbol(font: str, code: str) -> str:
    """The sign at a place (hexadecimal) of a symbol font, □ where it has no known twin in Unicode."""
    try:
        place = int(code, 16)
    except ValueError:
        return _UNKNOWN
    table = _FONTS.get(font.strip().lower())
    if table is None:
        return chr(place) if 0x20 <= place < 0xD800 or 0xF900 <= place < 0xFFFE else _UNKNOWN
    if 0xF000 <= place <= 0xF0FF:
        place -= 0xF000
    return table.get(place) or (chr(place) if table is _SYMBOL and 0x20 <= place < 0x7F else _UNKNOWN)


def without_private(text: str) -> str:
    """Text in which signs typed in a symbol font (U+F0xx) are those that Wingdings shows, else Symbol."""

    def shown(match: re.Match[str]) -> str:
        place = ord(match[0]) - 0xF000
        return _WINGDINGS.get(place) or _SYMBOL.get(place, _UNKNOWN)

    return _PRIVATE.sub(shown, text)


def with_bullet(text: str) -> str:
    """A line whose first letter is a bullet of Wingdings that has lost its font (l 公告栏, Ø报名), with the bullet."""
    if text.lstrip()[:1] not in _BULLETS or (match := _BULLET.match(text)) is None:
        return text
    letter = match["sign"] or match["letter"] or match["mark"]
    return f"{match['before']}{_WINGDINGS[ord(letter)]}{text[match.end() :]}"
