"""What begins a paragraph: number labels, assignments, 附件, notes. Never the rest of the line before."""

from __future__ import annotations

import re

from ..grammar.pattern import Pattern
from .assignments import begins_with_label
from .labels.rules import read_label
from .marks import BULLETS, begins_note

# 一是…二是…, 第一，…第二，…: a count in prose
SAID = Pattern(
    r"(?:第(?=.[，,]))?([一二三四五六七八九十]{1,3})(?:是|要|(?<=第.)[，,])", begins="第一二三四五六七八九十"
)
APPENDIX = Pattern(r"附件[:：]?[一二三四五六七八九十\d]{0,3}[:：]?|附件[:：].*|附表[一二三四五六七八九十\d]{0,3}[:：]?")
_SENT_TO = Pattern(r"抄送|抄报|主送")

CONTENTS_LINE = Pattern(r"[.．…·•・]{3,}\s*[(（—-]*\d{1,4}[)）—-]*\s*$", needs=(".．…·•・",))

# What begins a new item without a number: a bullet, a time that heads its clause.
_ITEM = Pattern(
    rf"[{re.escape(BULLETS)}]{{1,2}}(?=\D)|"
    r"(?:第?[一二三四五六七八九十\d、至到和~～—–-]{1,7}(?:季度|月份?|月?底前?|学期|周)|[上下]半年|全年|每[年季月周日](?:度)?|年[初中底末]前?|[寒暑][假期])"
    r"[^。；;，,]{0,14}[：:]|注[：:]"
)

NOTICE_END = Pattern(r"关于.*的(?:通知|通告|公告|函|决定|批复|意见|通报)$")


# What stands beneath a document, at the margin as a rule (GB/T 9704, 7.4).
FOOT = Pattern(r"(?:信息)?公开(?:方式|属性|类别|形式|选项)[:：]|(?:抄送|抄报|主送)[:：]")


def ends_here(text: str) -> bool:
    """True for a line that ends its paragraph however full it is: a contents entry, a notice's title."""
    return CONTENTS_LINE.search(text) is not None or NOTICE_END.search(text.strip()) is not None


def begins_anew(text: str) -> bool:
    """True for a text without blanks that begins a paragraph whatever the line before."""
    return begins_numbered(text) or begins_with_label(text) or begins_foot(text) or is_appendix_mark(text)


def is_appendix_mark(text: str) -> bool:
    """Whether a text without blanks is a mark of an attachment: 附件2, 附件：…."""
    return APPENDIX.fullmatch(text) is not None


def begins_numbered(text: str) -> bool:
    """Whether a text begins with the number of an item, or with 一是."""
    return read_label(text) is not None or SAID.match(text) is not None


def begins_foot(text: str) -> bool:
    """Whether a text begins with what stands beneath plans and tables: 注：, 抄送."""
    return begins_note(text) or _SENT_TO.match(text) is not None


def begins_item(text: str) -> bool:
    """Whether a text begins with what begins an item: a number label, a bullet, a time that heads its clause."""
    return read_label(text) is not None or _ITEM.match(text) is not None
