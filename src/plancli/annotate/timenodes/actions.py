"""What is due then: the clause that an expression heads, or the clause that it closes.

`1月：完成…。` heads up to the next heading or the end of the line; `评选…（6月底前完成）` closes the clause before the
bracket; `…，贯穿全年。` the sentence before it. Nobody looks further than a window, so that the work stays linear.
"""

from __future__ import annotations

import re

from .context import Found

_WINDOW = 1500
_HEADS = "，,；;。：:、！？!?（(\n."
_JOINS = "、和及与以,，/ "
_COLONS = ("：", ":")
_STOPS = "。；;\n"
_LABEL = re.compile(r"[^，,。：:]{1,4}[：:]")

Span = tuple[int, int]


def give_actions(text: str, found: list[Found]) -> None:
    """Set `action` of each node, in place. `found` is in text order."""
    if len(found) == 1 and found[0].end - found[0].start == len(text):
        return
    groups = _groups(text, found)
    spans = [(group[0].start, group[-1].end) for group in groups]
    for place, group in enumerate(groups):
        action = _action(text, spans[place], spans[place + 1 : place + 9], spans[place - 1][1] if place else 0)
        for node in group:
            node.action = action


def _groups(text: str, found: list[Found]) -> list[list[Found]]:
    """Members of one enumeration have one action: 7月上旬和8月中旬：…."""
    groups: list[list[Found]] = []
    for node in found:
        if groups and (node.start <= groups[-1][-1].end or not text[groups[-1][-1].end : node.start].strip(_JOINS)):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _action(text: str, span: Span, following: list[Span], before: int) -> str | None:
    start, end = span
    if end - start > _WINDOW:
        return None
    if start and text[start - 1] in "（(" and text[end : end + 1] in ("）", ")"):
        return _closed(text, start - 1, before if text[before : before + 1] in ("）", ")") else 0)
    if start == 0 or text[start - 1] in _HEADS or text[start - 1].isdigit():
        headed = _headed(text, end, following)
        if headed:
            return headed
    return _around(text, start, end)


def _headed(text: str, end: int, following: list[Span]) -> str | None:
    """From the expression to the next one that heads a clause, else to the end of the line."""
    line_end = text.find("\n", end, end + _WINDOW)
    stop = line_end if line_end >= 0 else min(len(text), end + _WINDOW)
    colon = text[end : end + 1] in _COLONS
    for a, b in following:
        if a >= stop:
            break
        if (text[a - 1] in "。；;" and (not colon or text[b : b + 1] in _COLONS)) or (
            text[a - 1] in "，," and not colon
        ):
            stop = a
            break
    if not colon:
        full = text.find("。", end, stop)
        stop = full + 1 if full >= 0 else stop
    return _worded(text[end:stop].lstrip("：:，,、 \u3000"))


def _closed(text: str, end: int, floor: int) -> str | None:
    """Back from a bracket to the last stop, or the last bracket that closed another clause."""
    start = end
    floor = max(floor, end - _WINDOW)
    while start > floor and text[start - 1] not in "，,；;。：:\n":
        start -= 1
    return _worded(text[start:end].lstrip("）)、。；;，, "))


def _around(text: str, start: int, end: int) -> str | None:
    """The sentence that the expression stands in, itself left out where it closes it."""
    low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    left = max(text.rfind(mark, low, start) for mark in _STOPS) + 1 or low
    ends = [place for mark in _STOPS if (place := text.find(mark, end, high)) >= 0]
    right = min(ends) if ends else high
    if text[end:right].strip("）) "):
        return _worded(text[left:right])
    return _worded(_LABEL.sub("", text[left:start], count=1).strip("，,、（( "))


def _worded(text: str) -> str | None:
    """The text where it has any word."""
    text = text.strip("\n ")
    return text if text.strip("。；;，,、：:）)（( ") else None
