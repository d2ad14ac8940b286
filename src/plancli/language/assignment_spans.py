"""Where an assignment begins that a time stands in: （A牵头，B配合，6月底前完成）, 责任科室：X；完成时限：7月底前.

For text as given and for folded text alike.
"""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .roles import WordPattern, Words

OPENERS = "（(【〔［["
CLOSERS = "）)】〕］]"
# A label with its colon, or a word that gives a body its part: what holds one of these is no name.
TELLS = WordPattern(lambda words: rf"[:：]|{words.act}")


def _time_label(words: Words) -> str:
    return rf"[^，,；;。:：、（）()【】\n]{{0,4}}{words.time_word}(?:安排|要求|节点|进度)?"


BOXED_TIME_LABEL = WordPattern(_time_label)  # 【完成时限】
_LABEL = WordPattern(lambda words: rf"(?:{words.act}[^，,；;。:：（）()【】\n]{{0,8}}|{_time_label(words)})[:：]")
# （园林处，6月底前）: bodies alone, before a comma.
_NAMES = r"[^，,；;。:：（）()【】\n]{1,60}"
_BODIES = WordPattern(lambda words: rf"{_NAMES}{words.ending}[，, ]")
BODIES_BEHIND = WordPattern(lambda words: rf"[，,]{_NAMES}{words.ending}[）)】]")  # （6月底前，园林处）
# 全年|，责任单位：各科室; 6月底前|，法规科牵头.
WHO_BEHIND = WordPattern(lambda words: rf"[，,；;][^，,；;。（）()\n]{{0,60}}?{words.act}")
_BRACKET = Pattern(r"[（(【〔［\[）)】〕］\]]", needs=("（(【〔［[）)】〕］]",))
_WINDOW = 300


def assignment(text: str, position: int) -> int | None:
    """Where the assignment begins that `position` stands in: at its bracket, or at its first label; None outside of any."""
    low = max(text.rfind("\n", 0, position) + 1, position - _WINDOW)
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text, low, position):
        if bracket.group() in OPENERS:
            opened.append(bracket.start())
        elif opened:
            opened.pop()
    for start in reversed(opened):
        if TELLS().search(text, start + 1, position) or _BODIES().fullmatch(text, start + 1, position):
            return start
    if text.find("：", low, position) < 0 and text.find(":", low, position) < 0:
        return None
    sentence = text.rfind("。", low, position) + 1 or low
    label = _LABEL().search(text, max(sentence, opened[-1] if opened else 0), position)
    if label is None:
        return None
    begin = label.start()
    while begin > low and text[begin - 1] == "。":  # 责任单位：X。完成时限：6月底前
        before = text.rfind("。", low, begin - 1) + 1 or low
        if _LABEL().match(text, before, begin) is None:
            break
        begin = before
    return begin
