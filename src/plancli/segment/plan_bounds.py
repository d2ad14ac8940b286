"""Where one plan ends and the next begins: 附件 marks, titles between plans, tables with a title of their own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from ..language.assignments import begins_with_label
from ..language.bodies import is_organ
from ..language.labels import Label, read_label
from ..language.month_days import days_by_points
from ..language.official.lines import (
    ATTACHMENT,
    DATE,
    DOC_NUMBER,
    STAMP,
    UNIT_LINE,
    is_signed,
    name_of_attachment,
    names_some_attachments,
)
from ..language.official.rules import may_stand_behind_issuer
from ..language.page_record import without_name
from ..language.times import heads_by_time, led_by_time
from ..language.titles import names_form, names_other, surely_names_plan
from ..model.record import Record
from .notice_bounds import lists_attachments
from .stream import Element, Passage
from .table_plan import TablePlan
from .tasks import HEADINGS
from .titles import SUBTITLE, is_notice_title, is_plan_title, is_whole, quoted_titles, spacing, title_key, title_of

_TITLE_LINES = 4
_ANNOUNCING = 10  # lines that may announce a title
_SHORTEST_NAME = 8  # characters of what is announced


@dataclass(slots=True, eq=False, repr=False)
class PlanPart(Record):
    """The stretch of a document that holds one plan: the lines of its head, its title, its body."""

    marks: list[Passage] = field(default_factory=list)  # 附件1
    head: list[Passage] = field(default_factory=list)
    title: str = ""
    title_lines: list[Passage] = field(default_factory=list)
    body: list[Element] = field(default_factory=list)


def split(elements: list[Element], announced: Collection[str], known: Collection[str] = ()) -> list[PlanPart]:
    """A document without its covering notice → its parts; `announced` are titles that a contents page lists, `known` the
    keys of those that the notice names."""
    starts = _starts(elements, set(announced))
    bounds = [*starts, len(elements)]
    step = spacing([element for element in elements if isinstance(element, Passage)])
    return [_part(elements[first:last], known, step) for first, last in pairwise(bounds) if last > first]


def _starts(elements: list[Element], announced: set[str]) -> list[int]:
    starts = [0]
    filled = spoken = False  # the part at hand has an item or a table; it has more than marks
    for index, element in enumerate(elements):
        if index == 0:
            filled = isinstance(element, TablePlan) or element.label is not None
            spoken = filled or len(_text(element)) > 12
            continue
        if isinstance(element, TablePlan):
            start = _table_title(elements, index, starts[-1])
            behind = filled or (start is not None and _is_signed(elements, start))
            if behind and start is not None and start > starts[-1] and not _goes_on(elements, start, index):
                starts.append(start)
            filled = True
            continue
        text = element.text
        if ATTACHMENT.fullmatch(text) and lists_attachments(elements, index):
            continue
        marked = ATTACHMENT.fullmatch(text) and (filled or spoken) and index + 1 < len(elements)
        if marked or (filled and names_some_attachments(text) and names_form(text)):  # 附件2：推荐表
            starts.append(index)
            filled = spoken = False
        elif text in announced or (filled and _begins_plan(elements, index)):
            starts.append(_with_organ(elements, index, starts[-1]))
            filled = spoken = False
        else:
            filled = filled or element.label is not None
            spoken = spoken or len(text) > 12
    return starts


def _is_signed(elements: list[Element], start: int) -> bool:
    """Whether a date closes what stands above: a notice that has lost its title ends there."""
    above = elements[start - 1] if start else None
    return isinstance(above, Passage) and DATE.fullmatch(above.text) is not None


def _goes_on(elements: list[Element], start: int, table: int) -> bool:
    """Whether a series before a table goes on behind it, or a heading of it that has just begun: the table stands inside an outline."""
    if _is_headed(elements, start):
        return True
    behind = next((label for element in elements[table + 1 :] if (label := _label(element))), None)
    before = (label for element in reversed(elements[:start]) if (label := _label(element)))
    return behind is not None and any(label.form == behind.form and label.value == behind.value - 1 for label in before)


def _is_headed(elements: list[Element], start: int) -> bool:
    """Whether the title of a table stands right beneath a heading of a series, each of which has something beneath: 三、生态环境."""
    label = _label(elements[start - 1]) if start and not ATTACHMENT.fullmatch(_text(elements[start])) else None
    if label is None or label.form not in HEADINGS or "。" in _text(elements[start - 1]):
        return False
    before = (at for at in range(start - 2) if (one := _label(elements[at])) and one.form == label.form)
    last = max(before, default=None)
    return last is not None and (one := _label(elements[last])) is not None and one.value == label.value - 1


def _label(element: Element) -> Label | None:
    return element.label if isinstance(element, Passage) else None


def _begins_plan(elements: list[Element], index: int) -> bool:
    """A title between two plans: a plan's noun at its end, and a text whose numbering starts anew behind it."""
    line = elements[index]
    if not isinstance(line, Passage) or line.label or not is_plan_title(line.text):
        return False
    if len(line.text) < 8 or not surely_names_plan(line.text):
        return False
    for at, element in enumerate(elements[index + 1 : index + 12], index + 1):
        if isinstance(element, TablePlan):
            return not _goes_on(elements, index, at)
        label = element.label
        if label is not None:
            return label.value == 1 and label.form in (
                "han",
                "chapter",
                "part",
                "digit",
                "han-bracket",
                "named",
                "named-step",
                "article",
            )
    return False


def _with_organ(elements: list[Element], index: int, start: int) -> int:
    """The first line of a title whose first line is an organ's name."""
    above = elements[index - 1]
    if index - 1 > start and isinstance(above, Passage) and len(above.text) <= 30:
        if ATTACHMENT.fullmatch(above.text):
            return index - 1
        if is_organ(above.text) and not read_label(above.text) and may_stand_behind_issuer(_text(elements[index])):
            return index - 1
    return index


def _text(element: Element) -> str:
    return element.text if isinstance(element, Passage) else ""


def _table_title(elements: list[Element], index: int, start: int) -> int | None:
    """Where the title of a table begins: the title row inside it, or the lines right above it."""
    table = elements[index]
    first: int | None = index if isinstance(table, TablePlan) and table.title else None
    at = index - 1
    while at > start:
        line = elements[at]
        if not isinstance(line, Passage):
            break
        text = line.text
        if ATTACHMENT.fullmatch(text):
            return at
        if first in (None, index) and is_plan_title(text) and not read_label(text):
            first = _with_organ(elements, at, start)
            at = first
        elif not any(pattern.fullmatch(text) for pattern in (UNIT_LINE, SUBTITLE, DATE, STAMP, DOC_NUMBER)):
            break
        at -= 1
    return first


def _part(elements: list[Element], known: Collection[str], step: int) -> PlanPart:
    part = PlanPart()
    index = _announced(elements)
    part.head = [element for element in elements[:index] if isinstance(element, Passage)]
    lines: list[Passage] = []
    headings = _time_headings(elements)
    while index < len(elements):
        element = elements[index]
        if not isinstance(element, Passage) or not _head_line(element) or id(element) in headings:
            break
        if ATTACHMENT.fullmatch(element.text):
            part.marks.append(element)
        else:
            lines.append(element)
        index += 1
    if not any(map(_names_a_document, lines)) and (at := _title_below_prose(elements, index)):
        part.head += lines  # 填表说明, above what it says
        lines = [element for element in elements[at : at + 1] if isinstance(element, Passage)]
        elements = [*elements[:at], *elements[at + 1 :]]
    part.title, chosen = title_of(lines, known, step)
    above_table = index < len(elements) and isinstance(elements[index], TablePlan)
    if part.marks and above_table and not any(is_plan_title(line.text) for line in lines) and _is_one_title(lines):
        part.title, chosen = "".join(line.text for line in lines), list(range(len(lines)))
    part.title = without_name(name_of_attachment(part.title))
    part.title_lines = [lines[place] for place in chosen]
    # Behind the title only lines such as a date or （征求意见稿） belong to the head; a bare line is the text's first.
    after = chosen[-1] + 1 if chosen else len(lines)
    part.head += [line for place, line in enumerate(lines[:after]) if place not in chosen]
    rest = lines[after:]
    while rest and _around_title(rest[0]):
        part.head.append(rest.pop(0))
    part.body = [*rest, *elements[index:]]
    if not part.title:
        _take_announced_title(part)
    if not part.title:
        table = next((element for element in part.body if isinstance(element, TablePlan)), None)
        part.title = name_of_attachment(table.title or "") if table is not None else ""
    return part


def _take_announced_title(part: PlanPart) -> None:
    """Name a part by the line right above its table, where a colon behind it is all that makes it no title: 2027年工作计划："""
    line, below = (*part.body, None, None)[:2]
    if not isinstance(line, Passage) or not isinstance(below, TablePlan) or line.label:
        return
    title = line.text.rstrip("：:")
    if title != line.text and is_plan_title(title):
        part.title, part.title_lines = title, [line]
        del part.body[0]


def _names_a_document(line: Passage) -> bool:
    return is_plan_title(line.text) or is_notice_title(line.text) or names_other(line.text)


def _title_below_prose(elements: list[Element], start: int) -> int:
    """The index of a title between prose, with which a text begins at `start`, and a table, or the first item where it stands for
    itself; else 0."""
    for at in range(start + 1, min(start + _TITLE_LINES, len(elements) - 1)):
        line = elements[at]
        if not isinstance(line, Passage) or line.label:
            return 0
        below = elements[at + 1]
        if is_plan_title(line.text) and (isinstance(below, TablePlan) or (_label(below) and is_whole(line.text))):
            return at
    return 0


def _is_one_title(lines: list[Passage]) -> bool:
    """Whether all that stands between the mark of an attachment and its table may be a title on several lines."""
    return 1 < len(lines) <= _TITLE_LINES and not any(_around_title(line) or "：" in line.text for line in lines)


def _time_headings(elements: list[Element]) -> set[int]:
    """Lines such as （1月）, 2025年1月 of which there are several, by `id`: headings, no date or note of a title."""
    found = [element for element in elements if isinstance(element, Passage) and heads_by_time(element.text)]
    kinds = [(DATE.fullmatch(element.text) is not None, element.text[0] in "（(") for element in found]
    return {id(element) for element, kind in zip(found, kinds, strict=True) if kinds.count(kind) > 1}


def _announced(elements: list[Element]) -> int:
    """Where a title stands, or its first line, that the lines above it announce (某市印发《…》。全文如下：), else 0."""
    head = takewhile(lambda element: isinstance(element, Passage) and not element.label, elements[:_ANNOUNCING])
    texts = [_text(element) for element in head]
    found = 0
    for index in range(1, len(texts)):
        key = title_key(texts[index])
        named = len(key) >= _SHORTEST_NAME and any(name.startswith(key) for name in quoted_titles(texts[:index]))
        if named and any("。" in text for text in texts[:index]):
            found = index  # the last: a page may say its beginning twice
    return found


def _head_line(line: Passage) -> bool:
    if ATTACHMENT.fullmatch(line.text):
        return True
    if begins_with_label(line.text):
        return False
    return not line.label and "。" not in line.text and len(line.text) <= 90 and line.text[-1] not in "：；，:;,"


def _is_led_by_day(text: str) -> bool:
    """Whether a line is what is done on a day and no organ: 5.6召开委员会."""
    return led_by_time(text) or days_by_points(text) is not None


def _around_title(line: Passage) -> bool:
    text = line.text
    return (
        any(pattern.fullmatch(text) for pattern in (DOC_NUMBER, DATE, STAMP, SUBTITLE, UNIT_LINE))
        or (len(text) <= 30 and is_organ(text) and not begins_with_label(text) and not _is_led_by_day(text))
        or is_signed(text)
    )
