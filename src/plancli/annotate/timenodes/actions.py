"""What is due then: the clause that an expression heads, the clause that holds it, or the clause that it closes.

`1月：完成…。` heads up to the next heading or the end of the line; `评选…（6月底前完成）` closes the clause before the
bracket; `…，贯穿全年。` the sentence before it, and so does a time within an assignment (责任单位：…；完成时限：6月底前).
Nobody looks further than a window, so that the work stays linear.
"""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.assignment_spans import BODIES_BEHIND, CLOSERS, OPENERS, WHO_BEHIND, assignment
from ...language.verbs import AIM, DONE
from .context import Found

_WINDOW = 1500
_HEADS = frozenset("，,；;。：:、！？!?\n." + OPENERS)
_JOINS = "、和及与以或,，/ "
# 6月底前完成，年底前验收: what says that it is done closes its clause, and is what is due where the clause says no more.
_DONE = Pattern(rf"(?:全面|全部|基本)?{DONE}$")
_LED = frozenset(("在", "于", "分", "自", "从", "到", "利用", "结合", "分别于", "计划", "拟于"))
_COLONS = ("：", ":")
_ENDS = "。；;"
_STOPS = "。；;\n"
_CLAUSES = "，,。；;\n：:"
_LABEL = Pattern(
    r"[^，,。：:]{1,4}[：:]|(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*",
    needs=("：:）).．、①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",),
)
_ASIDE = Pattern(r"[（(【〔［\[][^（()）【】\n]{0,80}[）)】〕］\]]")
_LIMIT = Pattern(r".{0,4}(?:时间|时限|期限|日期)[为是]")
# A clause that begins so is about what the clause before it names: 推进水库建设，力争年内开工.
_AIMS = Pattern(rf"(?:{AIM}|保|计划|拟)(?:在|于)?", begins="力争确务保最至计拟")
_LEANS = Pattern(rf"(?:{AIM}|并|且|预计|计划|原则上|(?:于|在)?$)")

Span = tuple[int, int]


def give_actions(text: str, found: list[Found]) -> None:
    """Set `action` of each node, in place. `found` is in text order."""
    if not found or (len(found) == 1 and found[0].end - found[0].start == len(text)):
        return
    groups = _groups(text, found)
    spans = [(group[0].start, group[-1].end) for group in groups]
    for place, group in enumerate(groups):
        several = len(group) > 1
        before = spans[place - 1][1] if place else 0
        action = _action(text, spans[place], spans[place + 1 : place + 9], before, several=several)
        for node in group:
            node.action = action


def _groups(text: str, found: list[Found]) -> list[list[Found]]:
    """Members of one enumeration have one action: 7月上旬和8月中旬：…."""
    groups: list[list[Found]] = []
    for node in found:
        if groups and _joined(text, groups[-1][-1], node):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _joined(text: str, before: Found, node: Found) -> bool:
    if node.start <= before.end:
        return True
    between = text[before.end : node.start]
    apart = ("，" in between or "," in between) and _DONE.search(text, before.start, before.end) is not None
    return not apart and not _AIMS.sub("", between, count=1).strip(_JOINS)


def _action(text: str, span: Span, following: list[Span], before: int, *, several: bool) -> str | None:
    """`before` is where the expression before this one ends; `several`: more than one time has this action."""
    start, end = span
    if end - start > _WINDOW:
        return None
    mark = text[start - 1] if start else "\n"
    bracketed = mark in OPENERS
    if bracketed and (BODIES_BEHIND().match(text, end) or WHO_BEHIND().match(text, end)):
        return _closed(text, start - 1, before, _STOPS)
    if bracketed and end < len(text) and text[end] in CLOSERS:
        return _closed(text, start - 1, before, _CLAUSES) or _headed(text, end + 1, following, "")
    begin = assignment(text, start) if mark != "\n" else None
    if begin is not None and text[begin] in OPENERS:
        return _closed(text, begin, before, _STOPS)
    if end < len(text) and text[end] in OPENERS and (aside := _ASIDE.match(text, end)):
        end = aside.end()
    left = None
    heads = mark in _HEADS or mark.isdigit()
    if not heads:
        left = _clause(text, start, before)
        lead = text[left:start]
        heads = not lead or lead in _LED or _LABEL.fullmatch(lead) is not None
        heads = heads or (several and _AIMS.fullmatch(lead) is not None)
    if heads and (headed := _headed(text, end, following, CLOSERS if bracketed else "")):
        return headed
    if left is None:
        left = start if mark == "\n" else _clause(text, start, before)
    stop = next((begins for begins, _ in following[:1] if text[begins - 1] == "、"), len(text))
    around = _around(text, left, (start, end), before, start if begin is None else begin, stop)
    if around is None and begin is None and (before or following) and (done := _DONE.search(text, start, end)):
        return done.group()
    return around


def _clause(text: str, start: int, before: int) -> int:
    """Where the clause begins that `start` stands in, brackets that are closed again left aside."""
    left = _back(text, start, before, _CLAUSES + OPENERS)
    if left and text[left - 1] in OPENERS and any(mark in text[left:start] for mark in CLOSERS):
        left = _back(text, left - 1, before, _CLAUSES + OPENERS)
    return left


def _headed(text: str, end: int, following: list[Span], closers: str) -> str | None:
    """From the expression to the clause of the next one, else to the end of the line or of its bracket; after a colon up
    to the next one that heads a clause."""
    if text[end : end + 1] in _ENDS:
        return None
    line_end = text.find("\n", end, end + _WINDOW)
    stop = line_end if line_end >= 0 else min(len(text), end + _WINDOW)
    colon = text[end : end + 1] in _COLONS
    for start, _ in following:
        if start >= stop:
            break
        listed = not colon and text[start - 1] == "、"  # 3月部署、4月排查
        head = (
            start if listed else max(text.rfind(mark, end, start) for mark in (_ENDS if colon else _ENDS + "，,")) + 1
        )
        if head and (not colon or head == start or _LABEL.fullmatch(text, head, start)):
            stop = head
            break
    if not colon:
        full = text.find("。", end, stop)
        stop = full + 1 if full >= 0 else stop
    if closers:
        stop = min([place for mark in closers if (place := text.find(mark, end, stop)) >= 0], default=stop)
    return _worded(text[end:stop].lstrip("：:，,、 \u3000"))


def _closed(text: str, end: int, before: int, stops: str) -> str | None:
    """Back from a bracket or a label to the last stop, or to the clause that another expression stands in."""
    while end and text[end - 1] in "。；;，, ":
        end -= 1
    return _worded(_LABEL.sub("", text[_back(text, end, before, stops) : end].lstrip("）)】、。；;，, "), count=1))


def _around(text: str, left: int, span: Span, before: int, begin: int, stop: int) -> str | None:
    """The clause that holds the expression, up to `stop`; where that is all the clause, the sentence before it or its
    assignment, which begins at `begin`, but not the clause that the expression before heads."""
    start, end = span
    high = min(stop, end + _WINDOW)
    right = min([place for mark in "，,。；;\n" if (place := text.find(mark, end, high)) >= 0], default=high)
    lead = text[left:start]
    if not _worded(text[end:right].strip(CLOSERS)) and (not _worded(lead) or _LIMIT.fullmatch(lead)):
        close = min(begin, left)
        own = begin < left or not before or any(mark in _STOPS + "，,）)】" for mark in text[before : close - 1])
        return _closed(text, close, before, _STOPS) if own else None
    while left - 1 > before and text[left - 1] in "，," and _LEANS.match(text, left, start):
        leant = _clause(text, left - 1, before)
        if before and leant == before:
            break  # what the expression before heads
        left = leant
    return _worded(text[left:right])


def _back(text: str, end: int, before: int, stops: str) -> int:
    """Back to the last of the stops, not across the clause of the expression before, nor further than a window."""
    low = max(0, end - _WINDOW)
    if low < before <= end:
        past = [place for mark in "，,；;。）)】\n" if (place := text.find(mark, before, end)) >= 0]
        low = min(past) + 1 if past else before
    while end > low and text[end - 1] not in stops:
        end -= 1
    return end


def _worded(text: str) -> str | None:
    """The text where it has any word."""
    text = text.strip("\n ").rstrip("，,、")
    return text if text.strip("。；;，,、：:）)（(】 ") else None
