"""What is due then: the clause that an expression heads, or the clause that it closes.

`1月：完成…。` heads up to the next heading or the end of the line; `评选…（6月底前完成）` closes the clause before the
bracket; `…，贯穿全年。` the sentence before it.
"""

from __future__ import annotations

import re

from .context import Found

_HEAD = "，,；;。：:、！？（(\n"
_STOP = re.compile(r"[。\n]")
_SKIP = "：:，,、 \u3000"


def give_actions(text: str, found: list[Found]) -> None:
    """Set `action` of each node, in place. `found` is in text order."""
    spans = sorted({(node.start, node.end) for node in found})
    chosen: dict[tuple[int, int], str | None] = {}
    for place, span in enumerate(spans):
        following = [other for other in spans[place + 1 : place + 12] if other[0] >= span[1]]
        chosen[span] = _action(text, span, following, spans[place - 1] if place else None)
    for node in found:
        node.action = chosen[node.start, node.end]


def _action(
    text: str, span: tuple[int, int], following: list[tuple[int, int]], before: tuple[int, int] | None
) -> str | None:
    start, end = span
    if start and text[start - 1] in "（(" and text[end : end + 1] in ("）", ")"):
        return _closed(text, start - 1, before)
    if start == 0 or text[start - 1] in _HEAD or text[start - 1].isdigit() or text[start - 1] == ".":
        headed = _headed(text, end, following)
        if headed:
            return headed
    return _around(text, start, end)


def _headed(text: str, end: int, following: list[tuple[int, int]]) -> str | None:
    """From the expression to the next one that heads a clause, else to the end of the line."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    colon = text[end : end + 1] in ("：", ":")
    stop = line_end
    for a, b in following:
        if a >= line_end:
            break
        gap = text[end:a]
        if not gap.strip("、和及与,，"):
            end = b
            colon = text[end : end + 1] in ("：", ":")
            continue
        heads = text[a - 1] in ("。；;" if colon else "。；;，,")
        if heads and (not colon or text[b : b + 1] in ("：", ":", "，", ",") or text[a - 1] == "。"):
            stop = a
            break
    if not colon and (full := _STOP.search(text, end, stop)) is not None and full.end() < stop:
        stop = full.end()
    action = text[end:stop].lstrip(_SKIP).rstrip("\n ")
    return action or None


def _closed(text: str, end: int, before: tuple[int, int] | None) -> str | None:
    """Back from a bracket to the last stop, or the last bracket that closed another clause."""
    floor = before[1] if before else 0
    start = end
    while start > floor and text[start - 1] not in "，,；;。：:\n":
        start -= 1
    return text[start:end].lstrip("）)、。；;，, ") or None


def _around(text: str, start: int, end: int) -> str | None:
    """The sentence that the expression stands in, itself left out where it closes it."""
    left = max(text.rfind(mark, 0, start) for mark in "。；;\n") + 1
    right = min((place for mark in "。；;\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    if not text[end:right].strip("）)"):
        return text[left:start].strip("，,、（( ") or None
    return text[left:right].strip() or None
