"""What begins a paragraph: number labels, assignments, 附件, notes. Never the rest of the line before."""

from __future__ import annotations

import re

from ..grammar.pattern import Pattern
from .assignments import begins_with_label
from .labels.rules import read_label
from .marks import BULLETS, begins_note
from .titles import ENDS_OF_PLANS, NOTICES, ends_as_notice
from .verbs import WORKS

# 一是…二是…, 第一，…第二，…: a count in prose
SAID = Pattern(
    r"(?:第(?=.[，,]))?([一二三四五六七八九十]{1,3})(?:是|要|(?<=第.)[，,])", begins="第一二三四五六七八九十"
)
APPENDIX = Pattern(r"附件[:：]?[一二三四五六七八九十\d]{0,3}[:：]?|附件[:：].*|附表[一二三四五六七八九十\d]{0,3}[:：]?")
_APPENDICES = ("附件", "附表")
_SENT_TO = Pattern(r"抄送|抄报|主送")

_CONTENTS = Pattern(r"(?i:目录|目次|contents)", begins="目cC")
_PAGE = r"[\s(（—-]*\d{1,4}[)）—-]*\s*$"
CONTENTS_LINE = Pattern(rf"[.．…·•・]{{3,}}{_PAGE}", needs=(".．…·•・",))
# the same with fewer dots, or with a tab, where other things tell of a table of contents
LEADER = Pattern(rf"(?:[.．…·•・]{{3,}}|…+|[.．]{{2,}}){_PAGE}|\t\d{{1,4}}$", needs=(".．…·•・\t",))

# What begins a new item without a number: a bullet, a time that heads its clause.
_ITEM = Pattern(
    rf"[{re.escape(BULLETS)}]{{1,2}}(?=\D)|"
    r"(?:第?[一二三四五六七八九十\d、至到和~～—–-]{1,7}(?:季度|月份?|月?底前?|学期|周)|[上下]半年|全年|每[年季月周日](?:度)?|年[初中底末]前?|[寒暑][假期])"
    r"[^。；;，,]{0,14}[：:]|注[：:]"
)

# What follows the last item of a plan, and what speaks to all who have a part in it, which is no text of an item.
_BEHIND_ITEMS = Pattern(
    rf"(?:各|全(?:市|县|区|省|局|系统|体)|请各|以上|上述|在做好|在完成|在抓好|此外|同时，各|望各|要求各|附件|让我们|本[㐀-鿿]{{2,4}}(?:自|由)|本(?:{ENDS_OF_PLANS}|{NOTICES})|注[:：]|备注[:：]|说明[:：]|[（(]注|联系人|在?新的一年|做好以上)"
)
_TO_ALL = Pattern(
    rf"(?:以上|上述)(?:各?项)?(?:{WORKS}|计划|安排)"
    r"|请?各[㐀-鿿、，]{1,16}?(?:要|须|应)(?:高度|切实|充分|加强|强化|按照|对照|结合|进一步|认真|明确|严格)"
)
# A piece of patterns: what begins the text of a document.
BEGINS_TEXT = r"为(?!期)|根据|按照|依据|今年|\d{4}年(?:是|工作|全|，|,|我|各|度)|坚持以|以.{2,20}为指导"
_BEGINS_TEXT = Pattern(BEGINS_TEXT)

# What stands beneath a document, at the margin as a rule (GB/T 9704, 7.4).
FOOT = Pattern(r"(?:信息)?公开(?:方式|属性|类别|形式|选项)[:：]|(?:抄送|抄报|主送)[:：]")


def ends_here(text: str) -> bool:
    """True for a line that ends its paragraph however full it is: a contents entry, a notice's title."""
    text = text.rstrip()
    last = text[-1:]
    if (last.isdecimal() or last in ")）—-") and CONTENTS_LINE.search(text) is not None:
        return True
    return ends_as_notice(text.lstrip())


def begins_anew(text: str) -> bool:
    """True for a text without blanks that begins a paragraph whatever the line before."""
    return begins_numbered(text) or begins_with_label(text) or begins_foot(text) or is_appendix_mark(text)


def is_appendix_mark(text: str) -> bool:
    """Whether a text without blanks is a mark of an attachment: 附件2, 附件：…."""
    return APPENDIX.fullmatch(text) is not None


def begins_appendix(text: str) -> bool:
    """Whether a text begins with a word for what is attached: 附件2…, 附表…."""
    return text.startswith(_APPENDICES)


def heads_contents(text: str) -> bool:
    """Whether a line heads a table of contents: 目录, 目次."""
    return _CONTENTS.fullmatch(text) is not None


def begins_numbered(text: str) -> bool:
    """Whether a text begins with the number of an item, or with 一是."""
    return read_label(text) is not None or SAID.match(text) is not None


def begins_foot(text: str) -> bool:
    """Whether a text begins with what stands beneath plans and tables: 注：, 抄送."""
    return begins_note(text) or _SENT_TO.match(text) is not None


def begins_item(text: str) -> bool:
    """Whether a text begins with what begins an item: a number label, a bullet, a time that heads its clause."""
    return read_label(text) is not None or _ITEM.match(text) is not None


def begins_closing(text: str) -> bool:
    """Whether a paragraph behind the last item may close the plan: 各单位要…, 以上任务…, 本方案自…."""
    return _BEHIND_ITEMS.match(text) is not None


def addresses_all(text: str) -> bool:
    """Whether a paragraph speaks to all who have a part in a plan: 以上工作…, 请各单位要高度重视."""
    return _TO_ALL.match(text) is not None


def begins_text(text: str) -> bool:
    """Whether a line begins the text of a document: 为…, 根据…, 2025年是…."""
    return _BEGINS_TEXT.match(text) is not None
