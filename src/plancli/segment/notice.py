"""Zones of a document around its plans: the covering notice before them, signature and colophon after.

The parts of an official document are those of GB/T 9704—2012: 版头 (机关标志, 文号, 签发人), 主体 (标题, 主送, 正文, 附件说明, 署名, 成文日期) and
版记 (抄送, 印发).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..language.assignments import bounds_time, names_who
from ..language.bodies import is_organ
from ..language.labels import read_label
from ..language.official.lines import (
    ADDRESSEE,
    ATTACHMENT_LIST,
    COLOPHON,
    DATE,
    DOC_NUMBER,
    SIGNATORY,
    STAMP,
    UNIT_LINE,
    hands_on,
    is_signed,
)
from ..language.openings import SAID
from ..language.page_record import without_name
from ..language.times import says_when
from ..language.titles import covers_another
from ..model.draft import NoticeDraft
from ..model.record import Record
from .notice_bounds import FIRST_LINES, address_of, addressed, end_of_notice, notice_title, paragraphs_of
from .stream import Element, Passage
from .table_plan import TablePlan
from .titles import is_plan_title, quoted_titles, title_key

_NOTICE_ALONE = 14  # paragraphs that a notice without its plan has at most


@dataclass(slots=True, eq=False, repr=False)
class Covered(Record):
    """A document cut into its covering notice and the rest; `attachments` are the names that the notice lists."""

    notice: NoticeDraft | None
    rest: list[Element]
    attachments: list[str] = field(default_factory=list)
    paragraphs: list[Passage] = field(default_factory=list)  # those that the notice took

    def names(self) -> set[str]:
        """The keys of the titles that the notice names: its own, those in 《》, in its list of attachments."""
        lines = self.notice.lines if self.notice else []
        own = {title_key(text) for zone, text in lines if zone == "title"}
        return own | quoted_titles([text for _, text in lines]) | {title_key(name) for name in self.attachments}


def take_notice(elements: list[Element]) -> Covered:
    """The elements of a document → its covering notice, if it has one and something follows it, and the rest.

    A notice that says itself who is to do what by when, and covers nothing but forms, or is no covering notice by its title
    (关于做好…工作的通知), is a plan.
    """
    found = notice_title(elements) or addressed(elements)
    if found is None:
        return _addressed_plan(elements)
    start, end, title = found[0], found[1], without_name(found[2])
    body = [element for element in elements[end:] if isinstance(element, Passage)]
    stop = end_of_notice(elements, end)
    draft = NoticeDraft([(_head_zone(line.text), line.text) for line in paragraphs_of(elements[:start])])
    if name := found[2].removesuffix(title):  # 标题：
        draft.lines.append(("masthead", name))
    if title:
        draft.lines.append(("title", title))
    if stop is None and not title:  # a letterhead and an address around a plan that is its own notice
        numbered = any(zone == "doc-number" for zone, _ in draft.lines)
        signed = tail_length(paragraphs_of(elements[end:])) > 1
        if numbered or signed:
            return _notice_is_the_plan(elements, draft, start, None)
        return Covered(None, elements)
    if stop is None and title and (told := _hands_on_alone(elements, end, title)):
        draft.lines += _body_zones(told)
        return Covered(draft, [], paragraphs=paragraphs_of(elements))
    if stop is None or (title and _is_the_plan(elements, end, stop, title)):
        return _notice_is_the_plan(elements, draft, end, stop)
    lines = paragraphs_of(elements[end:stop])
    zones = _body_zones(lines)
    draft.lines += zones
    names = [_attachment_name(text) for zone, text in zones if zone == "attachment"]
    taken = paragraphs_of(elements[:stop])
    return Covered(draft, elements[stop:], [name for name in names if name], taken) if body else Covered(None, elements)


def _addressed_plan(elements: list[Element]) -> Covered:
    """A document that no notice covers: a plan with a 文号 and an address of its own (…的指导意见, 各市人民政府：) says them itself."""
    lines = paragraphs_of(elements[:FIRST_LINES])
    address = address_of(lines)
    titled = address is not None and any(is_plan_title(line.text) for line in lines[: lines.index(address)])
    return _notice_is_the_plan(elements, NoticeDraft(), 0, None) if titled else Covered(None, elements)


def _is_the_plan(elements: list[Element], end: int, stop: int, title: str) -> bool:
    said = sum(map(_assigned, elements[end:stop]))
    behind = sum(isinstance(element, TablePlan) or _assigned(element) for element in elements[stop:])
    alone = not covers_another(title)
    return (said >= 2 - alone and not behind) or (said >= 3 and alone)


def _hands_on_alone(elements: list[Element], end: int, title: str) -> list[Passage]:
    """The paragraphs of a notice that hands on a plan by name (现将《…方案》印发给你们), tells how to take it, is signed, and
    has nothing behind it; none where it is no such notice."""
    lines = paragraphs_of(elements[end:])
    handing = [line.text for line in lines if hands_on(line.text)]
    if len(lines) < len(elements) - end or len(lines) > _NOTICE_ALONE or not handing:
        return []
    signed = any(DATE.fullmatch(line.text) for line in lines[len(lines) - tail_length(lines) :])
    whole = title_key(title)
    named = quoted_titles([title]) or any(name in whole for name in quoted_titles(handing))
    shares_out = sum(bool(line.label) and names_who(line.text) for line in lines) > 1
    return lines if signed and covers_another(title) and named and not shares_out else []


def _assigned(element: Element) -> bool:
    """Whether a paragraph that is numbered, or counts in words (一是…), says who is to do it, or when."""
    if not isinstance(element, Passage):
        return False
    label = element.label
    counted = SAID.match(element.text) if label is None else None
    if counted is None and (label is None or label.form in ("chapter", "part", "article")):
        return False
    text = element.text[counted.end() if counted else label.end if label else 0 :]
    return names_who(text) or says_when(text) or bounds_time(text)


def _notice_is_the_plan(elements: list[Element], draft: NoticeDraft, end: int, stop: int | None) -> Covered:
    """A notice with nothing behind it carries the plan itself; its address and signature still tell who and when."""
    lines = paragraphs_of(elements[end:stop])
    address = address_of(lines)
    above = lines[: lines.index(address)] if address else lines[:1]
    numbers = [line.text for line in above if DOC_NUMBER.fullmatch(line.text) and len(line.text) < 40]
    draft.lines += [("doc-number", text) for text in numbers[:1]]
    if address:
        draft.lines.append(("addressee", address.text))
    tail = lines[len(lines) - tail_length(lines) :]
    draft.lines += tail_zones(tail)
    return Covered(draft, elements)


def tail_length(lines: list[Passage]) -> int:
    """How many of the last paragraphs are signature, date, colophon or stamp."""
    count = 0
    signed = False
    for line in reversed(lines):
        text = line.text
        if DATE.fullmatch(text) or COLOPHON.fullmatch(text) or STAMP.fullmatch(text) or is_signed(text):
            signed = True
        elif not (signed and len(text) <= 40 and is_organ(text) and not read_label(text)) and not (
            UNIT_LINE.fullmatch(text) and len(text) <= 40 and not read_label(text)
        ):
            break
        count += 1
    return count


def _head_zone(text: str) -> str:
    if SIGNATORY.search(text):
        return "signatory"
    if DOC_NUMBER.fullmatch(text):
        return "doc-number"
    return "masthead"


def tail_zones(tail: list[Passage]) -> list[tuple[str, str]]:
    """The lines behind the text, zone by zone; the last is who printed it and when where a signature stands above."""
    zones = [(_tail_zone(line.text), line.text) for line in tail]
    if len(zones) > 2 and is_signed(zones[-1][1]) and any(zone == "date" for zone, _ in zones):
        zones[-1] = ("printed", zones[-1][1])
    return zones


def _tail_zone(text: str) -> str:
    if DATE.fullmatch(text):
        return "date"
    if COLOPHON.fullmatch(text) or STAMP.fullmatch(text):
        return "colophon"
    return "signature"


def _body_zones(lines: list[Passage]) -> list[tuple[str, str]]:
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
        if ATTACHMENT_LIST.match(text):
            listing = True
        elif listing and not (read_label(text) or is_plan_title(text)):
            listing = False
        if listing:
            zones.append(("attachment", text))
        elif ADDRESSEE.fullmatch(text) and not read_label(text) and _above_address(zones):
            zones = [("masthead" if zone == "body" else zone, above) for zone, above in zones]
            zones.append(("addressee", text))
        elif index + 1 < len(lines) and DATE.fullmatch(lines[index + 1].text) and is_organ(text):
            zones.append(("signature", text))
        elif DOC_NUMBER.fullmatch(text) and len(text) < 40:
            zones.append(("doc-number", text))
        else:
            zones.append(("body", text))
    return zones


def _above_address(zones: list[tuple[str, str]]) -> bool:
    """Whether an address may come: what stands above it are short lines, such as a posting date or a site's name."""
    if any(zone == "addressee" for zone, _ in zones):
        return False
    body = [text for zone, text in zones if zone == "body"]
    return len(body) <= 3 and all(len(text) <= 30 and "。" not in text and not read_label(text) for text in body)


def _attachment_name(text: str) -> str:
    """附件：1.2025年重点工作任务表 → 2025年重点工作任务表."""
    name = text.removeprefix("附件").removeprefix("附").lstrip("：:")
    label = read_label(name)
    return (name[label.end :] if label else name).strip("《》。；;")
