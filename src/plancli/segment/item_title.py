"""The title of an item: its first sentence, without what that says of who and when in a bracket behind it."""

from __future__ import annotations

from ..language.assignments import trailing_assignment

_CLOSED_BY = {"（": "）)", "(": "）)", "《": "》", "“": "”", "【": "】]", "[": "】]"}


def split_title(head: str) -> tuple[str, str]:
    """An item's own paragraph → its title, without the full stop, and the rest.

    An assignment that closes the first sentence is no part of the title: 开展活动（责任单位：教育局）。
    """
    stop = _sentence_end(head)
    sentence = head[:stop]
    cut_at = trailing_assignment(sentence) if sentence[-1:] not in "：:" else 0  # 具体时间安排： is no label of a value
    if 0 < cut_at < len(sentence.rstrip("。；;，,.")):
        return sentence[:cut_at].rstrip("。；;，,、 ｜|—–"), head[cut_at:]
    return sentence.rstrip("。；;，,"), head[stop:]


def _sentence_end(head: str) -> int:
    """Where the first sentence ends, a stop inside brackets or quotation marks aside; a mark that nothing closes opens none."""
    inside: list[str] = []
    for position, char in enumerate(head):
        if (closing := _CLOSED_BY.get(char)) and any(mark in head[position:] for mark in closing):
            inside.append(closing)
        elif char in "）)》”】]":
            fit = next((at for at in reversed(range(len(inside))) if char in inside[at]), len(inside))
            del inside[fit:]
        elif char in "。！？" and (not inside or position + 1 == len(head)):
            return position + 1
    return len(head)
