"""Headings without a number: which lines of an outline are such, and the rank that they take."""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label, ends_in_value, names_who
from ..language.headers import role_of_header
from ..language.labels import Label
from ..language.marks import BEFORE_HEADINGS, BULLETS
from ..language.official.lines import DATE, name_of_attachment
from ..language.times import heads_by_theme, heads_by_time, heads_event, heads_stage
from .stream import Element, Passage
from .table_plan import TablePlan

_LEAD_IN = Pattern(r"如下|以下|下列|下述|包括|主要有|即[:：]")
_WORDS = Pattern(r"^[^\d㐀-鿿]{0,3}[㐀-鿿]{4}")
_SHORT_LINE = 20  # characters of a line between items that may be a heading
_TERMINAL = "。！？；：!?;:，,、."


def unnumbered_headings(body: list[Element]) -> dict[int, float]:
    """Headings without a number, by index, with the rank they take: just above what follows them.

    They are short lines without a stop after which the numbering starts anew or a table comes, or which the source sets as
    headings before numbered items.
    """
    labels = [element.label if isinstance(element, Passage) else None for element in body]
    found = _groups(body, labels)
    for index in range(len(body) - 1):
        rank = _heading_rank(body, labels, index) if labels[index] is None else None
        if rank is not None:
            found[index] = rank
    first = next(
        (index for index, label in enumerate(labels) if label or isinstance(body[index], TablePlan)), len(body)
    )
    found = {i: rank for i, rank in found.items() if i >= first or len(found) > 1 or _level(body[i]) is not None}
    found |= _of_one_style(body, labels, found)
    found |= _between_items(body, labels)
    found |= _above_headings(body, labels, found)
    return found | _time_headings(body, labels, found)


def _level(element: Element) -> int | None:
    """The level of a heading as the source sets it."""
    return element.lines[0].outline if isinstance(element, Passage) and element.lines else None


def _of_one_style(body: list[Element], labels: list[Label | None], headings: Mapping[int, float]) -> dict[int, float]:
    """Lines that the source sets as headings of the level of `headings`, whatever follows them, with the rank of these."""
    levels = {
        index: line.lines[0].outline for index, line in enumerate(body) if isinstance(line, Passage) and line.lines
    }
    ranks: dict[int, float] = {}
    for index, rank in headings.items():
        if (level := levels.get(index)) is not None:
            ranks[level] = min(rank, ranks.get(level, rank))
    alike = [index for index, level in levels.items() if level in ranks and not labels[index] and index > min(headings)]
    return {index: ranks[level] for index in alike if index not in headings and (level := levels[index]) is not None}


def _between_items(body: list[Element], labels: list[Label | None]) -> dict[int, float]:
    """Short lines without a stop above the first item and between items whose numbers run on, with their rank: headings, where
    one stands right above the first and none below the last. Lines right below items only are what these say further."""
    items = {index: label for index, label in enumerate(labels) if label is not None}
    if len({label.form for label in items.values()}) != 1:
        return {}
    first = min(items)
    above = {at - 1: label for at, label in items.items() if at and at - 1 not in items}
    found = {at: label for at, label in above.items() if is_short_line(body[at]) and not _ends_a_list(body, at)}
    begins = [at for at, label in found.items() if label.value == 1]
    if len(found) < 2 or begins != [first - 1]:
        return {}
    if all(_begins_with_mark(body[at]) for at in found):  # ★ 重点工作 above lines behind another bullet
        return {at: label.rank - 0.5 for at, label in found.items()}
    if not _ends(body[-1]):
        return {}
    tops = [at - 1 if at - 1 not in items and is_short_line(body[at - 1]) else at for at in found if at > first]
    if not all(_ends(body[at - 1]) for at in tops):
        return {}
    return {at: label.rank - 0.5 for at, label in found.items()}


def _above_headings(body: list[Element], labels: list[Label | None], headings: Mapping[int, float]) -> dict[int, float]:
    """Short lines right above `headings` without a number, behind the end of an item, with their rank: headings of a higher level,
    where the first of those has one above it, and the text, or what announces it, ends above that."""
    lower = sorted(at for at in headings if isinstance(line := body[at], Passage) and not heads_by_time(line.text))
    above = {
        at - 1: headings[at] - 0.5
        for at in lower
        if at and at - 1 not in headings and labels[at - 1] is None and _may_head(body[at - 1])
    }
    if len(lower) < 2 or lower[0] - 1 not in above or labels[: lower[0]] != [None] * lower[0]:
        return {}
    return above if all(at == 0 or at == lower[0] - 1 or _ends(body[at - 1]) for at in above) else {}


def _ends_a_list(body: list[Element], at: int) -> bool:
    """Whether a line stands behind the bullet that the line above has: ☐ 清洗水箱 / ☐ 修补跑道."""
    line, above = body[at], body[at - 1] if at else None
    return (
        isinstance(line, Passage)
        and isinstance(above, Passage)
        and line.text[0] in BULLETS
        and above.text[0] == line.text[0]
    )


def _begins_with_mark(element: Element) -> bool:
    return isinstance(element, Passage) and element.text[0] in BEFORE_HEADINGS


def _may_head(element: Element) -> bool:
    """Whether a short line has words, and is no date or number beneath a title."""
    return is_short_line(element) and isinstance(element, Passage) and _WORDS.search(element.text[:8]) is not None


def is_short_line(element: Element, longest: int = _SHORT_LINE) -> bool:
    """Whether an element is a short line without a stop that says nothing of who or when."""
    if not isinstance(element, Passage) or len(element.text) > longest:
        return False
    return element.text[-1] not in _TERMINAL and not (begins_with_label(element.text) or names_who(element.text))


def _ends(element: Element) -> bool:
    return isinstance(element, Passage) and (element.text[-1] in "。；;）)" or ends_in_value(element.text))


def _time_headings(body: list[Element], labels: list[Label | None], headings: Mapping[int, float]) -> dict[int, float]:
    """Lines that are a time and nothing else (1月, 一季度：) above the items of that time, whether their numbers start anew or
    run on, or above other `headings` of these, with their rank. Where the first such line stands beneath an item, they are the items' own times."""
    lines = {index: line.text for index, line in enumerate(body) if isinstance(line, Passage) and not labels[index]}
    times = [index for index, text in lines.items() if heads_by_time(text)]
    themes = [index for index, text in lines.items() if _label_at(labels, index + 1) and _heads_theme(text)]
    if len(times) == 1 and DATE.fullmatch(lines[times[0]]):
        times = []  # 2031年1月18日 of a cover, signed there
    if len(times) + len(themes) > 1:
        times = sorted({*times, *themes})
    below = {index: label for index in times if (label := _label_at(labels, index + 1)) is not None}
    if not below:  # a line between: another heading, or the name of a field (主要任务：)
        over = {index: label.rank - 1.0 for index in times if (label := _label_at(labels, index + 2)) is not None}
        over = {index: min(rank, headings.get(index + 1, rank + 0.5) - 0.5) for index, rank in over.items()}
        return over if len(over) > 1 or all(heads_stage(lines[index]) for index in over) else {}
    above = next((label for label in reversed(labels[: times[0]]) if label is not None), None)
    if above is not None and above.rank >= below[min(below)].rank:
        return {}
    rank = min(label.rank for label in below.values()) - 0.5
    found = {index: below[index].rank - 0.5 if index in below else rank for index in times}
    units = {index: _unit_of(lines[index]) for index in times}
    longer = {units[index] for index in times if index + 1 in units and units[index] > units[index + 1]}
    for index in times:  # 上半年 above 1月, 二月份 above 第1周
        if units[index] in longer:
            found[index] = rank - 0.25 * units[index]
    return found


def _unit_of(time: str) -> int:
    """How long the unit of a time is: 0 a day or a week, 1 a month, 2 a quarter, a term or half a year."""
    return 0 if "周" in time or "日" in time else 1 if "月" in time else 2


def _heads_theme(text: str) -> bool:
    return heads_by_theme(text) or (heads_event(text) and not begins_with_label(text) and not _names_field(text))


def _label_at(labels: list[Label | None], index: int) -> Label | None:
    return labels[index] if index < len(labels) else None


def _groups(body: list[Element], labels: list[Label | None]) -> dict[int, float]:
    """Lines 责任单位：… each of which heads a list of its own, where all of the plan's such lines do, with their rank."""
    found: dict[int, float] = {}
    for index, line in enumerate(body):
        if not isinstance(line, Passage) or labels[index] or not begins_with_label(line.text):
            continue
        below = labels[index + 1] if index + 1 < len(body) else None
        above = labels[index - 1] if index else None
        if below is None or below.value != 1 or below.form != "digit" or (above and above.rank < below.rank):
            return {}
        found[index] = below.rank - 0.5
    return found if len(found) > 1 else {}


def _names_field(text: str) -> bool:
    """主要任务：, 工作目标：: the name of a field of the heading above, no heading of its own; with what it holds or not."""
    role = role_of_header(text.replace(":", "：").partition("：")[0])
    return role is not None and role.whole and not role.is_time


def _heading_rank(body: list[Element], labels: list[Label | None], index: int) -> float | None:
    line, following = body[index], labels[index + 1]
    if not isinstance(line, Passage) or len(line.text) > 30 or names_who(line.text) or _ends_a_list(body, index):
        return None
    look = line.lines[0] if line.lines else None
    outlined = _level(line) is not None and line.text[-1] in "：:"
    if (
        line.text[-1] in _TERMINAL
        and not outlined
        and not (
            line.text[-1] in "：:"
            and len(line.text) <= 12
            and not _LEAD_IN.search(line.text)
            and not _names_field(line.text)
        )
    ):
        return None
    if isinstance(body[index + 1], TablePlan):
        return None if name_of_attachment(line.text) != line.text else 5.5
    if following is None:
        return None
    styled = look is not None and (look.outline is not None or look.bold or look.centered)
    anew = following.value == 1 and following.form in ("digit", "han", "han-bracket", "digit-bracket")
    return following.rank - 0.5 if styled or anew else None
