"""Marks that are no text of their own: page numbers, 此页无正文, 续表, and what begins a note (注：)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..grammar.pattern import Pattern

# What stands before a line of a list: bullets of any shape, and stars, which before a number or a name say that it is a key one.
PLAIN_BULLETS = "●○◎◉•·∙⋅‧▪▫■□☐☑✓✔◼◻◇❖▶►▷➢➤✦◦–—"
BOXES = "☐☑"  # of what is to be ticked off; □ is what other bullets become, too
STARS = "★☆▲△※"
MASKED = "**"  # asterisks that stand for characters kept back: ****局; a single one is a mark
BULLETS = PLAIN_BULLETS + STARS + "◆"
_PICTURES = (
    "✅✔📌📍🔹🔸🔷🔶🔺🔔📢📣📅📆🗓⏰🎯💡🚩👉⭐🌟✨🔥❗❖\ufe0f"  # as messages have them, and what chooses their look
)
BEFORE_HEADINGS = STARS + "◆◇●○■□▶" + _PICTURES  # those that a heading may have too: no dash, no point
_DASHES = r"[—–\-－‐_·.~～]{1,3}"
_PAGE = Pattern(
    rf"{_DASHES}\s*[\dⅠⅡⅢⅣⅤⅥivxlc]{{1,4}}\s*{_DASHES}|(?:第\s*\d{{1,4}}\s*页[,，、/\s]*)?共\s*\d{{1,4}}\s*页|第\s*\d{{1,4}}\s*页"
    r"|(?i:page)\s*\d+(?:\s*of\s*\d+)?",
    begins="—–-－‐_·.~～共第Pp",
)
_PAGE_OF = Pattern(r"(\d{1,4})\s*/\s*(\d{1,4})")
_EMPTY_PAGE = Pattern(
    r"[（(【\[]?(?:此|本)页(?:以下)?(?:无正文|空白|无文字|为空白页)[）)】\]]?。?|[（(]?(?:以下)?(?:空白|无正文)[）)]|[（(]?以下无正文[）)]?",
    begins="（(【[此本以空无",
    needs=("正白字",),
)
_GOES_ON = r"(?:接上[页表]|续(?:[上前]?[表页])?[\d一二三四五六七八九十]{0,2})"
_CONTINUED = Pattern(rf"[（(【]?(?:{_GOES_ON}|上接第?\d*页|转下页)[\d一二三四五六七八九十]*[)）】]?")
_CAPTION_AGAIN = Pattern(
    rf"[^。；]{{2,40}}[（(【\[［]{_GOES_ON}[)）】\]］]|[（(【\[［]{_GOES_ON}[)）】\]］][^。；]{{2,40}}|(?:接上|续[上前]?)[表页][\d.-]{{0,4}}[:：]?[^。；]{{2,40}}",
    needs=("续接",),
)
_NOTE = Pattern(
    r"[（(]?(?:注|备注|说明|填[表报写]说明|编制说明)\d{0,2}[:：]|(?:填[表报写]|编制)说明$",
    begins="（(注备说填编",
    needs=(("注", "说明"),),
)

_CAPTION = Pattern(
    r"(?:附表[一二三四五六七八九十\d]{0,3}|表\d{1,2}(?:[-－—–.．]\d{1,2})?)[:：]?[^。；;]{2,40}", begins="附表"
)


def is_page_number(text: str) -> bool:
    """Whether a line surely is a page's number: —3—, 第3页, Page 3 of 9."""
    return _PAGE.fullmatch(text) is not None


def page_of(text: str) -> re.Match[str] | None:
    """3/12 as page and pages, where a line is nothing else; it may be a fraction, or months."""
    return _PAGE_OF.fullmatch(text)


LEAST_PAGE = 15  # a page has at least so many lines


def is_bare_number(text: str) -> bool:
    """Whether a line is a number of up to four digits, which may be a page's."""
    return len(text) <= 4 and text.isdecimal()


def says_page_is_empty(text: str) -> bool:
    """（此页无正文）."""
    return _EMPTY_PAGE.fullmatch(text) is not None


def says_table_goes_on(text: str) -> bool:
    """续表, （接上页）."""
    return _CONTINUED.fullmatch(text) is not None


def is_caption_going_on(text: str) -> bool:
    """Whether a line says again what stands over a table, for its next part: 任务分解表（续）, 续表2 任务分解表."""
    return _CAPTION_AGAIN.fullmatch(text) is not None


def is_table_caption(text: str) -> bool:
    """Whether a line names the table beneath it by number: 表1 主要指标, 附表 年度目标."""
    return _CAPTION.fullmatch(text) is not None


def begins_note(text: str) -> bool:
    """Whether a text begins with 注： or the like."""
    return _NOTE.match(text) is not None


def numbers_of_pages(texts: Mapping[int, str]) -> set[int]:
    """The lines, by their number in the file, that hold nothing but the number of a page: 1, 2, 3 … on each last line of
    pages of equal length, wherever a text stands there at all. `texts` are the lines without their blanks."""
    bare = {at: int(text) for at, text in texts.items() if is_bare_number(text) and int(text) > 0}
    end_of_all, last = max(texts, default=0), max((at for at, text in texts.items() if text), default=0)
    for at, value in bare.items():
        length = at // value
        if at % value or length < LEAST_PAGE:
            continue
        ends = [end for end in range(length, end_of_all + 1, length) if texts.get(end)]
        if bare.get(last) == len(ends) + 1:
            ends.append(last)  # the last page is shorter
        if len(ends) > 1 and all(bare.get(end) == count for count, end in enumerate(ends, 1)):
            return set(ends)
    return set()
