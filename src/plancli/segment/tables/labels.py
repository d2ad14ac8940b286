"""Numbers as tables print them: the whole of a number cell, or the label before a text."""

from __future__ import annotations

import re

from ...language.labels import read_label

_DIGITS = "0-9０-９"
_CHINESE = "〇零一二三四五六七八九十百"
_ENCLOSED = {
    **{chr(0x2460 + i): i + 1 for i in range(20)},  # ①
    **{chr(0x2474 + i): i + 1 for i in range(20)},  # ⑴
    **{chr(0x2488 + i): i + 1 for i in range(20)},  # ⒈
    **{chr(0x3220 + i): i + 1 for i in range(10)},  # ㈠
    **{chr(0x3280 + i): i + 1 for i in range(10)},  # ㊀
    **{chr(0x2776 + i): i + 1 for i in range(10)},  # ❶
    **{chr(0x3251 + i): i + 21 for i in range(15)},  # ㉑
}
_CIRCLES = "".join(_ENCLOSED)
_WIDE = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_CELL = re.compile(
    rf"(?:第\s*)?[（(\[【]?\s*(?:(?P<digits>[{_DIGITS}]{{1,4}}(?:[.．\-－][{_DIGITS}]{{1,3}}){{0,3}})|(?P<chinese>[{_CHINESE}]{{1,4}})|"
    rf"(?P<circle>[{_CIRCLES}]))\s*[)）\]】]?\s*[.．、,，:：]?\s*(?:[项条号章节]\s*[.．、]?)?"
)
_HEAD = re.compile(
    rf"(?:(?P<digits>[{_DIGITS}]{{1,3}}(?:[.．][{_DIGITS}]{{1,2}}){{0,3}})(?:[.．、](?![{_DIGITS}])|\s+(?=\D))|"
    rf"(?:第(?P<ordinal>[{_CHINESE}{_DIGITS}]{{1,4}})[章节条项部][\s、：:]*)|(?P<chinese>[{_CHINESE}]{{1,4}})(?:[、.．]|\s+)|"
    rf"[（(](?P<bracket>[{_CHINESE}]{{1,4}}|[{_DIGITS}]{{1,3}})[)）][、.．]?|(?P<half>[{_DIGITS}]{{1,2}})[)）]|(?P<circle>[{_CIRCLES}])[、.．]?)"
)
_ITEM = re.compile(
    rf"(?P<label>(?<![{_DIGITS}.．第])[{_DIGITS}]{{1,2}}[.．、](?![{_DIGITS}])|[（(](?:[{_DIGITS}]{{1,2}}|[{_CHINESE}]{{1,3}})[)）][、.．]?|"
    rf"(?<![{_DIGITS}])[{_DIGITS}]{{1,2}}[)）]|[{_CIRCLES}][、.．]?|(?:^|(?<=[\n。；;]))[{_CHINESE}]{{1,3}}、)"
)


def read_number(text: str) -> str | None:
    """The number that is the whole of a cell, as digits: ５. → 5, （十二） → 12, 05 → 5, 1.1 stays; None if it is none."""
    match = _CELL.fullmatch(text.strip())
    if not match:
        return None
    if match["digits"]:
        return ".".join(str(int(part)) for part in re.split(r"[.\-]", match["digits"].translate(_WIDE)))
    return str(_ENCLOSED[match["circle"]] if match["circle"] else chinese_number(match["chinese"]))


def split_label(text: str) -> tuple[str, str, str] | None:
    """(number, label, rest) of a text that a label leads: `（二）强化…` → `2`, `（二）`, `强化…`."""
    match = _HEAD.match(text)
    if not match or not text[match.end() :].strip():
        return None
    label = match.group().strip()
    if label[-1] == "、" and read_label(text) is None:
        return None  # 七、八年级期中考试
    number = read_number(re.sub("[部]", "", label))
    return (number, label, text[match.end() :].lstrip()) if number else None


def label_form(label: str) -> str:
    """The form of a label, its number left out: `（一）` and `（十二）` have one form, `一、` another."""
    form = re.sub(f"[{_CHINESE}]+", "一", re.sub(f"[{_DIGITS}]+", "1", label))
    form = form.replace("(", "（").replace(")", "）").strip(" 　、.．")
    return "①" if form and form[0] in _ENCLOSED else form


def split_items(text: str) -> list[tuple[str, str, str]]:
    """(number, label, rest) of each numbered item, where a text is nothing but items 1, 2, 3 … of one form; else []."""
    found: list[tuple[str, int, int]] = []  # number, start of the label, its end
    form = ""
    for match in _ITEM.finditer(text):
        label = match["label"]
        number = read_number(label)
        if not found:
            if text[: match.start("label")].strip() or number is None:
                return []
            form = label_form(label)
        elif label_form(label)[:1] != form[:1] or number is None or int(number) != int(found[-1][0]) + 1:
            continue
        found.append((number, match.start("label"), match.end()))
    if not found:
        return []
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    return [
        (number, text[start:after].strip(), text[after:end].strip())
        for (number, start, after), end in zip(found, ends, strict=True)
    ]


def chinese_number(text: str) -> int:
    """二十三 → 23, 十 → 10, 一百零五 → 105, 二五 → 25."""
    digits = "零一二三四五六七八九"
    text = text.replace("〇", "零")
    if not re.search("[十百]", text):
        return int("".join(str(digits.index(c)) for c in text))
    total, held = 0, 0
    for char in text:
        if char in "十百":
            total += (held or 1) * (10 if char == "十" else 100)
            held = 0
        else:
            held = digits.index(char)
    return total + held
