"""Zones of a document around its plans: the covering notice before them, signature and colophon after.

The parts of an official document are those of GB/T 9704—2012: 版头 (机关标志, 文号, 签发人), 主体 (标题, 主送, 正文, 附件说明, 署名, 成文日期) and
版记 (抄送, 印发).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model.draft import NoticeDraft
from ..model.source import Paragraph
from .numbering import read_label
from .tables import TablePlan
from .titles import (
    ADDRESSEE,
    ATTACHMENT,
    COLOPHON,
    DATE,
    DOC_NUMBER,
    ORGAN,
    SIGNATORY,
    STAMP,
    UNIT_LINE,
    is_notice_title,
    is_plan_title,
    quoted_titles,
    title_key,
)

Element = Paragraph | TablePlan
_ADDRESSED = re.compile(
    r"各[^，,、]{0,12}(?:政府|办事处|委|办|局|部门|单位|机构|处|科室|中心|学校|街道|镇|乡|公司|园|院|团体)"
)
FIRST_LINES = 24  # a covering notice names itself in so many paragraphs


@dataclass(slots=True)
class Covered:
    """A document cut into its covering notice and the rest; `attachments` are the names that the notice lists."""

    notice: NoticeDraft | None
    rest: list[Element]
    attachments: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)  # those that the notice took

    def names(self) -> set[str]:
        """The keys of the titles that the notice names: in 《》, in its list of attachments."""
        lines = [text for _, text in self.notice.lines] if self.notice else []
        return quoted_titles(lines) | {title_key(name) for name in self.attachments}


def take_notice(elements: list[Element]) -> Covered:
    """The elements of a document → its covering notice, if it has one and something follows it, and the rest."""
    found = _notice_title(elements) or _addressed(elements)
    if found is None:
        return Covered(None, elements)
    start, end, title = found
    body = [element for element in elements[end:] if isinstance(element, Paragraph)]
    stop = _end_of_notice(elements, end)
    draft = NoticeDraft([(_head_zone(line.text), line.text) for line in _paragraphs(elements[:start])])
    if title:
        draft.lines.append(("title", title))
    if stop is None and not title:
        return Covered(None, elements)
    if stop is None:
        return _notice_is_the_plan(elements, draft, end, title)
    lines = _paragraphs(elements[end:stop])
    zones = _body_zones(lines)
    draft.lines += zones
    names = [_attachment_name(text) for zone, text in zones if zone == "attachment"]
    taken = _paragraphs(elements[:stop])
    return Covered(draft, elements[stop:], [name for name in names if name], taken) if body else Covered(None, elements)


def _notice_is_the_plan(elements: list[Element], draft: NoticeDraft, end: int, title: str) -> Covered:
    """A notice with nothing behind it carries the plan itself; its address and signature still tell who and when."""
    lines = _paragraphs(elements[end:])
    if lines and ADDRESSEE.fullmatch(lines[0].text) and not read_label(lines[0].text) and len(lines[0].text) <= 80:
        draft.lines.append(("addressee", lines[0].text))
    tail = lines[len(lines) - tail_length(lines) :]
    draft.lines += [(_tail_zone(line.text), line.text) for line in tail]
    return Covered(draft, elements)


def tail_length(lines: list[Paragraph]) -> int:
    """How many of the last paragraphs are signature, date, colophon or stamp."""
    count = 0
    signed = False
    for line in reversed(lines):
        text = line.text
        if DATE.fullmatch(text) or COLOPHON.fullmatch(text) or STAMP.fullmatch(text):
            signed = True
        elif not (signed and len(text) <= 40 and ORGAN.fullmatch(text) and not read_label(text)) and not (
            UNIT_LINE.fullmatch(text) and len(text) <= 40 and not read_label(text)
        ):
            break
        count += 1
    return count


def _notice_title(elements: list[Element]) -> tuple[int, int, str] | None:
    """The range of paragraphs that make up the notice's title, and the title."""
    head: list[Paragraph] = []
    for element in elements[:FIRST_LINES]:
        if not isinstance(element, Paragraph):
            break
        head.append(element)
    for index, line in enumerate(head):
        if len(line.text) > 150 or "。" in line.text or ATTACHMENT.fullmatch(line.text):
            return None
        for lines in (1, 2, 3):
            part = head[index : index + lines]
            joined = "".join(one.text for one in part)
            usable = len(part) == lines and all(len(one.text) <= 60 or lines == 1 for one in part)
            if not usable or any(DOC_NUMBER.fullmatch(one.text) or DATE.fullmatch(one.text) for one in part):
                break
            if not is_notice_title(joined):
                continue
            if lines > 1 and (
                part[0].text.endswith("文件")
                or (is_notice_title("".join(one.text for one in part[1:])) and not _organ_line(part[0]))
            ):
                break
            return index, index + lines, joined
    return None


def _addressed(elements: list[Element]) -> tuple[int, int, str] | None:
    """A notice whose title the copy has lost: its first paragraph is the address (各区县人民政府、市直各单位：)."""
    first = elements[0] if elements else None
    if isinstance(first, Paragraph) and ADDRESSEE.fullmatch(first.text) and _ADDRESSED.search(first.text):
        return 0, 0, ""
    return None


def _organ_line(line: Paragraph) -> bool:
    text = line.text
    return len(text) <= 30 and not text.endswith("文件") and ORGAN.fullmatch(text) is not None


def _end_of_notice(elements: list[Element], start: int) -> int | None:
    """Where the covering notice ends and the first plan begins; None where nothing follows it."""
    signed = listed = False
    for index in range(start, len(elements)):
        element = elements[index]
        if not isinstance(element, Paragraph):
            return _table_start(elements, index, start)
        text = element.text
        if ATTACHMENT.fullmatch(text) and index + 1 < len(elements):
            return index
        if DATE.fullmatch(text) or (COLOPHON.fullmatch(text)):
            signed = True
        elif text.startswith(("附件", "附：", "附:")):
            listed = True
        elif (signed or listed) and is_plan_title(text) and not read_label(text) and _text_follows(elements, index):
            return _title_start(elements, index, start)
    return None


def _title_start(elements: list[Element], index: int, start: int) -> int:
    """The first line of a title on several lines: with those above it, as the notice names it; an organ's name above it, that
    is no signature."""
    named = quoted_titles([line.text for line in _paragraphs(elements[: start + 8])])
    for first in range(index - 1, max(start, index - 4), -1):
        lines = _paragraphs(elements[first : index + 1])
        if len(lines) > index - first and title_key("".join(line.text for line in lines)) in named:
            return first
    above = elements[index - 1]
    if (
        index - 1 > start
        and isinstance(above, Paragraph)
        and ORGAN.fullmatch(above.text)
        and not DATE.fullmatch(above.text)
    ):
        before = elements[index - 2]
        if isinstance(before, Paragraph) and (
            DATE.fullmatch(before.text) or COLOPHON.fullmatch(before.text) or STAMP.fullmatch(before.text)
        ):
            return index - 1
    return index


def _table_start(elements: list[Element], index: int, start: int) -> int:
    """Where the lines above a table that belong to it begin."""
    first = index
    while first - 1 >= start:
        above = elements[first - 1]
        if (
            not isinstance(above, Paragraph)
            or len(above.text) > 60
            or above.text[-1] in "。：:"
            or DATE.fullmatch(above.text)
        ):
            break
        if COLOPHON.fullmatch(above.text) or (ORGAN.fullmatch(above.text) and not is_plan_title(above.text)):
            break
        first -= 1
        if is_plan_title(above.text) or ATTACHMENT.fullmatch(above.text):
            break
    return first


def _text_follows(elements: list[Element], index: int) -> bool:
    """Behind a title come text, items or a table, not the next line of a list of attachments."""
    for element in elements[index + 1 : index + 6]:
        if not isinstance(element, Paragraph):
            return True
        label = read_label(element.text)
        if label is not None:
            return label.form != "digit" or not is_plan_title(element.text[label.end :])
        if "。" in element.text:
            return True
    return False


def _paragraphs(elements: list[Element]) -> list[Paragraph]:
    return [element for element in elements if isinstance(element, Paragraph)]


def _head_zone(text: str) -> str:
    if SIGNATORY.search(text):
        return "signatory"
    if DOC_NUMBER.fullmatch(text):
        return "doc-number"
    return "masthead"


def _tail_zone(text: str) -> str:
    if DATE.fullmatch(text):
        return "date"
    if COLOPHON.fullmatch(text) or STAMP.fullmatch(text):
        return "colophon"
    return "signature"


def _body_zones(lines: list[Paragraph]) -> list[tuple[str, str]]:
    """The notice's paragraphs behind its title, zone by zone."""
    zones: list[tuple[str, str]] = []
    tail = tail_length(lines)
    listing = False
    for index, line in enumerate(lines):
        text = line.text
        if index >= len(lines) - tail:
            zones.append((_tail_zone(text), text))
            continue
        if DATE.fullmatch(text) or (COLOPHON.fullmatch(text) and index > 1):
            zones.append((_tail_zone(text), text))
            continue
        if text.startswith(("附件", "附：", "附:")):
            listing = True
        elif listing and not (read_label(text) or is_plan_title(text)):
            listing = False
        if listing:
            zones.append(("attachment", text))
        elif not any(zone == "body" for zone, _ in zones) and ADDRESSEE.fullmatch(text) and not read_label(text):
            zones.append(("addressee", text))
        elif index + 1 < len(lines) and DATE.fullmatch(lines[index + 1].text) and ORGAN.fullmatch(text):
            zones.append(("signature", text))
        elif DOC_NUMBER.fullmatch(text) and len(text) < 40:
            zones.append(("doc-number", text))
        else:
            zones.append(("body", text))
    return zones


def _attachment_name(text: str) -> str:
    """附件：1.2025年重点工作任务表 → 2025年重点工作任务表."""
    name = text.removeprefix("附件").removeprefix("附").lstrip("：:")
    label = read_label(name)
    return (name[label.end :] if label else name).strip("《》。；;")
