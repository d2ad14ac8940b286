"""Numbers as the cells of tables print them: the whole of a number cell, the label before a text, items one after the other."""

from __future__ import annotations

import re

from ...grammar.pattern import Pattern
from .rules import Label, label_before_digits, read_label

_WIDE = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_BARE = Pattern(r"\d{1,4}(?:[.-]\d{1,3}){0,3}")
_END_OF_NUMBER = Pattern(r"[\s.．、,，:：]*(?:(?<![第])[项条号章节][.．、]?)?")
_BEHIND = "、完善"  # what makes a number that stands alone a label before a text
_BLANK = Pattern(r"([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2}){0,3})\s+(?=\D)")
_HAN_LABEL = Pattern(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_TIME = Pattern(r"\d{1,4}(?:[年月日季]|[-—~～至到/]\d{1,2}[月日])")
# Where an item may begin: behind a stop or a line's end any label, elsewhere those that are no words.
_PLACE = Pattern(
    r"(?:^|(?<=[\n。；;])|(?<![0-9０-９.．第（(〔【\[])(?=[0-9０-９]{1,2}[.．、)）])"
    r"(?!(?<=[A-Za-z])\d{1,2}[.．][A-Za-z])"  # no name of a file: page2.html
    r"|(?=[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）])|(?=[①-⒛❶-❿㉑-㊿]))\s*"
)


def read_number(text: str) -> str | None:
    """The number that is the whole of a cell, as digits: ５. → 5, （十二） → 12, 05 → 5, 1.1 stays; None if it is none."""
    bare = text.strip().translate(_WIDE)
    if not bare or len(bare) > 16:
        return None
    ordinal = bare.removeprefix("第").lstrip() if not bare.endswith(("章", "条", "节", "项")) else bare
    if (digits := _BARE.match(ordinal)) and _END_OF_NUMBER.fullmatch(ordinal, digits.end()):
        return ".".join(str(int(part)) for part in re.split(r"[.-]", digits.group()))
    for printed in (bare, bare.rstrip(" .．、,，:："), ordinal):
        squeezed = "".join(printed.split())
        label = read_label(squeezed + _BEHIND) if squeezed else None
        if label is not None and len(squeezed) <= label.end <= len(squeezed) + 1:
            return label.number
    return None


def is_chinese_label(text: str) -> bool:
    """Whether a text is nothing but a label in Chinese numerals, its stop or brackets whole or not: 一、, （二, 三."""
    return _HAN_LABEL.fullmatch(text) is not None


def begins_in_chinese(text: str) -> bool:
    """Whether a text begins with such a label."""
    return _HAN_LABEL.match(text) is not None


def split_label(text: str) -> tuple[str, str, str] | None:
    """(number, label, rest) of a text that a label leads: `（二）强化…` → `2`, `（二）`, `强化…`; a blank may stand for its stop."""
    if (blank := _BLANK.match(text)) and (number := read_number(blank[1])):
        return number, blank[1], text[blank.end() :].lstrip()
    label = read_label(text)
    if label is None or not text[label.end :].strip():
        return None
    return label.number, label.text.strip(), text[label.end :].lstrip()


def split_label_in_turn(text: str, above: str, below: str) -> tuple[str, str, str] | None:
    """As `split_label`, where a day or month behind the number leaves it in doubt (2、4月20日召开…) and the text above has the number
    before it, or the one below the number behind it."""
    label = _label_before_time(text)
    if label is None:
        return None
    for other, step in ((above, -1), (below, 1)):
        beside = read_label(other) or _label_before_time(other)
        if beside is not None and beside.form == label.form and beside.value == label.value + step:
            return label.number, label.text.strip(), text[label.end :].lstrip()
    return None


def label_form(label: str) -> str:
    """The form of a printed label: `（一）` and `（十二）` have one form, `一、` another; a bare number has that of `1.`."""
    read = _whole(label)
    return read.form if read is not None else re.sub(r"\d+", "1", label.strip(" 　、.．"))


def _whole(label: str) -> Label | None:
    squeezed = "".join(label.split())
    return (read_label(squeezed + "完善") or read_label(squeezed + _BEHIND)) if squeezed else None


def _label_before_time(text: str) -> Label | None:
    """The number that 1.3月底前…, 2.5日… may begin with."""
    label = label_before_digits(text)
    return label if label is not None and _TIME.match(text, label.end) else None


def split_items(text: str) -> list[tuple[str, str, str]]:
    """(number, label, rest) of each numbered item, where a text is nothing but items 1, 2, 3 … of one form; else []. Behind a
    stop or a line's end the series tells 1.3月底前 from the decimal."""
    found: list[tuple[Label, int]] = []  # a label, where it begins
    series = True  # whether the first is one by itself
    for place in _PLACE.finditer(text):
        begin = place.end()
        if found and begin < found[-1][1] + found[-1][0].end:
            continue
        label = read_label(text[begin : begin + 24])
        if label is None and (place.start() == 0 or text[place.start() - 1] in "\n。；;"):
            label = _label_before_time(text[begin : begin + 24])
            series = series and (label is None or bool(found))
        if label is None:
            if not found:
                return []
        elif not found or (label.form == found[-1][0].form and label.value == found[-1][0].value + 1):
            found.append((label, begin))
    if not series and len(found) == 1:
        return []
    ends = [begin for _, begin in found[1:]] + [len(text)]
    return [
        (label.number, label.text.strip(), text[begin + label.end : end].strip())
        for (label, begin), end in zip(found, ends, strict=True)
    ]
