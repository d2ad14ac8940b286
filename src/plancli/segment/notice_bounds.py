"""Where a covering notice begins and ends: its title, its address, the first line of the plan behind it."""

from __future__ import annotations

from ..language.bodies import is_organ
from ..language.labels import read_label
from ..language.official.lines import (
    ATTACHMENT,
    ATTACHMENT_LIST,
    COLOPHON,
    DATE,
    DOC_NUMBER,
    STAMP,
    hands_on,
    is_address,
    is_masthead,
    names_some_attachments,
)
from .stream import Element, Passage
from .table_plan import TablePlan
from .titles import is_notice_title, is_plan_title, quoted_titles, title_key

_SAME_END = 8  # characters that a title and a shorter one have at their ends
_ADDRESS_AMONG = 6  # lines below a title
_SIGNATURE = 5  # lines of those who sign, and the date
_LONGEST_NAME = 40  # characters of one of them
FIRST_LINES = 24  # a covering notice names itself in so many paragraphs


def notice_title(elements: list[Element]) -> tuple[int, int, str] | None:
    """The range of paragraphs that make up the notice's title, and the title: where a web page says it above the document too,
    the document's."""
    found = _notice_title(elements, 0)
    while found is not None:
        again = _notice_title(elements, found[1])
        if again is None or not _same_title(found[2], again[2]):
            break
        found = again
    return found


def _same_title(one: str, other: str) -> bool:
    """Whether two lines are one title: one may have more in front, the organ or the column of a site, or be the other shortened."""
    short, long = sorted((title_key(one), title_key(other)), key=len)
    rest = iter(long)
    return long.endswith(short) or (
        long[-_SAME_END:] == short[-_SAME_END:] and all(char in rest for char in short)  # in their order
    )


def _notice_title(elements: list[Element], start: int) -> tuple[int, int, str] | None:
    """The first title of a notice from `start` on."""
    head: list[Passage] = []
    for element in elements[:FIRST_LINES]:
        if not isinstance(element, Passage):
            break
        head.append(element)
    for index, line in enumerate(head[start:], start):
        if len(line.text) > 150 or "。" in line.text or ATTACHMENT.fullmatch(line.text):
            return None
        for lines in (1, 2, 3):
            part = head[index : index + lines]
            joined = "".join(one.text for one in part)
            usable = len(part) == lines and all(len(one.text) <= 60 or lines == 1 for one in part)
            numbered = any(one.label for one in part)
            if (
                not usable
                or numbered
                or any(DOC_NUMBER.fullmatch(one.text) or DATE.fullmatch(one.text) for one in part)
            ):
                break
            if not is_notice_title(joined):
                continue
            if lines > 1 and (
                is_masthead(part[0].text)
                or _is_whole(part[-1].text)
                or (is_notice_title(part[-1].text) and not all(map(_opens_title, part[:-1])))
                or (is_notice_title("".join(one.text for one in part[1:])) and not _opens_title(part[0]))
            ):
                break
            return index, index + lines, joined
    return None


def addressed(elements: list[Element]) -> tuple[int, int, str] | None:
    """A notice whose title the copy has lost: its first paragraph is the address (各区县人民政府、市直各单位：)."""
    headed = False  # by more than a number or a letterhead
    for at, first in enumerate(elements[:6]):
        if not isinstance(first, Passage):
            return None
        if is_address(first.text):
            below = paragraphs_of(elements[at + 1 : at + 2])
            return (at, at, "") if not headed or any(hands_on(line.text) for line in below) else None
        headed = headed or not (DOC_NUMBER.fullmatch(first.text) or is_masthead(first.text))
        if first.label or "。" in first.text:
            return None
    return None


def _is_whole(line: str) -> bool:
    """Whether a line is a notice's title that begins with whose it is: what stands above it is none of it."""
    whose = line.partition("关于")[0]
    return bool(whose) and is_notice_title(line) and is_organ(whose)


def _opens_title(line: Passage) -> bool:
    """Whether a line is whose notice it is: 某县水利局, 某县水利局关于."""
    text = line.text.removesuffix("关于")
    return len(text) <= 30 and not is_masthead(text) and is_organ(text)


def address_of(lines: list[Passage]) -> Passage | None:
    """The line among a document's first that says to whom it is sent, above all prose and items: 各区县人民政府、市直各单位：."""
    for line in lines[:_ADDRESS_AMONG]:
        if line.label or "。" in line.text:
            return None
        if len(line.text) <= 200 and is_address(line.text):
            return line
    return None


def end_of_notice(elements: list[Element], start: int) -> int | None:
    """Where the covering notice ends and the first plan begins; None where nothing follows it."""
    signed = listed = False
    handed = 0
    named: set[str] = set()
    for index in range(start, len(elements)):
        element = elements[index]
        if not isinstance(element, Passage):
            return _table_start(elements, index, start)
        text = element.text
        if ATTACHMENT.fullmatch(text) and index + 1 < len(elements) and not lists_attachments(elements, index):
            return index
        if title_key(text) in named and not element.label and _text_follows(elements, index):
            return _title_start(elements, index, start)
        named |= quoted_titles([text])
        handed = index + 1 if hands_on(text) else handed
        if DATE.fullmatch(text) or COLOPHON.fullmatch(text) or STAMP.fullmatch(text):
            signed = True
            if DATE.fullmatch(text) and (begin := _untitled(elements, index, start)) is not None:
                return begin
        elif ATTACHMENT_LIST.match(text) and not ((signed or listed) and _is_marked_title(elements, index)):
            listed = True
        elif (
            (signed or listed or handed == index)
            and is_plan_title(text)
            and not read_label(text)
            and _text_follows(elements, index)
        ):
            return _title_start(elements, index, start)
    return None


def _is_marked_title(elements: list[Element], index: int) -> bool:
    """Whether a line is the mark of an attachment and its title (附件1：某校2026年教研方案), with its text right behind."""
    line = elements[index]
    below = next(iter(elements[index + 1 : index + 2]), None)
    if not isinstance(line, Passage) or not is_plan_title(line.text) or below is None:
        return False
    return (
        not isinstance(below, Passage)
        or below.text.endswith("。")
        or (below.label is not None and below.label.value == 1)
    )


def _untitled(elements: list[Element], dated: int, start: int) -> int | None:
    """Where a plan begins behind a notice's signature whose title the copy has lost: prose, with numbered items behind it."""
    said = any(isinstance(element, Passage) and "。" in element.text for element in elements[start:dated])
    for index in range(dated + 1, len(elements)):
        line = elements[index]
        if not isinstance(line, Passage) or not said:
            return None
        if COLOPHON.fullmatch(line.text) or STAMP.fullmatch(line.text):
            continue
        begins = line.text.endswith("。") or (line.label is not None and line.label.value == 1)
        behind = elements[index : index + 12]
        numbered = any(isinstance(one, TablePlan) or (one.label is not None and one.label.value == 1) for one in behind)
        return index if begins and numbered and not line.text.startswith("附") else None
    return None


def _title_start(elements: list[Element], index: int, start: int) -> int:
    """The first line of a title on several lines: with those above it, as the notice names it; an organ's name above it, that
    is no signature."""
    named = quoted_titles([line.text for line in paragraphs_of(elements[: start + 8])])
    for first in range(index - 1, max(start, index - 4), -1):
        lines = paragraphs_of(elements[first : index + 1])
        if len(lines) > index - first and title_key("".join(line.text for line in lines)) in named:
            return first
    above = elements[index - 1]
    if index - 1 > start and isinstance(above, Passage) and is_organ(above.text) and not DATE.fullmatch(above.text):
        before = elements[index - 2]
        if isinstance(before, Passage) and (
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
            not isinstance(above, Passage)
            or len(above.text) > 60
            or above.text[-1] in "。：:"
            or DATE.fullmatch(above.text)
        ):
            break
        if COLOPHON.fullmatch(above.text) or (is_organ(above.text) and not is_plan_title(above.text)):
            break
        first -= 1
        if is_plan_title(above.text) or ATTACHMENT.fullmatch(above.text):
            break
    return first


def _text_follows(elements: list[Element], index: int) -> bool:
    """Behind a title come text, items or a table, not the next line of a list of attachments."""
    for element in elements[index + 1 : index + 6]:
        if not isinstance(element, Passage):
            return True
        label = read_label(element.text)
        if label is not None:
            return label.form != "digit" or not is_plan_title(element.text[label.end :])
        if "。" in element.text:
            return True
    return False


def lists_attachments(elements: list[Element], index: int) -> bool:
    """Whether 附件： at `index` heads a list of names (1.…表 2.…表) with a signature or nothing behind it, no attachment."""
    at = index + 1
    while at < len(elements):
        line = elements[at]
        if not isinstance(line, Passage) or line.label is None or len(line.text) > 60 or line.text[-1] in "。；;":
            break
        at += 1
    if at - index < 2 or (at < len(elements) and not isinstance(elements[at], Passage)):
        return False
    behind = paragraphs_of(elements[at : at + _SIGNATURE])
    for line in behind:
        if any(test(line.text) for test in (DATE.fullmatch, ATTACHMENT.fullmatch, names_some_attachments)):
            return True
        if line.label or len(line.text) > _LONGEST_NAME or line.text[-1] in "。：:":
            break
    return not behind


def paragraphs_of(elements: list[Element]) -> list[Passage]:
    """Those of the elements that are no tables."""
    return [element for element in elements if isinstance(element, Passage)]
