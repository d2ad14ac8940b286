"""Characters that fonts give in place of the common ones: radicals and compatibility ideographs.

PDF makers that go from glyph back to character often land on the radical ⼀ (U+2F00) for 一 (U+4E00). Folding is by an
explicit table, not NFKC, which would turn ① into 1 and ㈠ into (一).
"""

from __future__ import annotations

import unicodedata

from ..grammar.pattern import Pattern

# CJK Radicals Supplement (U+2E80–U+2EF3): those that stand for a whole character of the same shape. Unicode gives
# decompositions to two of them only.
_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺇⺉⺋⺍⺎⺐⺒⺓⺔⺖⺘⺙⺛⺝⺟⺠⺡⺢⺤⺦⺨⺩⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿",
        "厂亻几刂㔾⺍尢尣巳幺彑忄扌攵旡月母民氵氺爫丬犭王目示礻竹糸纟罓罒罓罓罓羊羊羋耂肀聿月臼艹艹",
        strict=True,
    )
) | dict(
    zip(
        "⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "虎衤覀西见角角讠贝车辶辶辶阝钅長镸长门阝雨青韦页风飞食食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)

# Strokes (U+31C0–U+31E3) that are a character of the same shape.
_STROKES = dict(zip("㇐㇑㇒㇏㇔㇖㇙㇚㇟㇠", "一丨丿乀丶乛𠄌亅乚乙", strict=True))


def _table() -> dict[int, str]:
    table = {ord(form): character for form, character in (_SUPPLEMENT | _STROKES).items()}
    # Kangxi radicals and compatibility ideographs: each has exactly one counterpart, which Unicode names.
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
        for point in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(point))
            if folded != chr(point):
                table[point] = folded
    return table


_FORMS = Pattern("[\u2e80-\u2fd5\u31c0-\u31e3\uf900-\ufaff\U0002f800-\U0002fa1f]")
_folding: dict[int, str] = {}


def fold(text: str) -> str:
    """Compatibility forms replaced by their common characters, one for one: the length stays."""
    if not _FORMS.search(text):
        return text
    if not _folding:
        _folding.update(_table())
    return text.translate(_folding)
