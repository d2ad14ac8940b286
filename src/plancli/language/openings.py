"""What begins a paragraph: number labels, assignments, 附件, notes. Never the rest of the line before."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[章节条篇]|[一二三四五六七八九十百]{1,4}[、．.](?!\d)|[（(][一二三四五六七八九十百]{1,4}[）)]|[㈠-㈩]"
    r"|[（(]\d{1,3}[）)]|\d{1,3}[、．.](?!\d)|\d{1,3}[.．](?=20\d\d)|\d{1,2}[)）]|[①-⑳⑴-⒇❶-❿]|[一二三四五六七八九十]是|(?:\d{1,2}[.．]){1,3}\d{1,2}(?=[\s㐀-鿿《“])(?![年月日个项名家所所万亿倍元%％])"
)
APPENDIX = re.compile(
    r"附件[:：]?[一二三四五六七八九十\d]{0,3}[:：]?|附件[:：].*|附表[一二三四五六七八九十\d]{0,3}[:：]?"
)
ASSIGNMENT_LINE = re.compile(
    r"[（(【\[]?(?:牵头|责任|主办|主责|承办|配合|协办|协同|参与|分管|完成)(?:单位|部门|科室|处室|股室|领导|人|时限|时间|单位及责任人)?\s*[:：]"
)
NOTE = re.compile(r"注[:：]|备注[:：]|说明[:：]|抄送|抄报|主送")

CONTENTS_LINE = re.compile(r"[.．…·•・]{3,}\s*[(（—-]*\d{1,4}[)）—-]*\s*$")

# What begins a new item: a number label, a time that heads its clause, a bullet.
ITEM = re.compile(
    r"\d{1,2}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[)）]|[①-⑳⑴-⒇❶-❿]|[一二三四五六七八九十]{1,3}、|[●○■□◆★▲•·—–]{1,2}(?=\D)|"
    r"(?:第?[一二三四五六七八九十\d、至到和~～—–-]{1,7}(?:季度|月份?|月底?前|学期|周)|[上下]半年|全年|每[年季月周日](?:度)?|年[初中底末]前?|[寒暑][假期])"
    r"[^。；;，,]{0,14}[：:]|注[：:]"
)

NOTICE_END = re.compile(r"关于.*的(?:通知|通告|公告|函|决定|批复|意见|通报)$")


# What stands beneath a document, at the margin as a rule (GB/T 9704, 7.4).
FOOT = re.compile(r"(?:信息)?公开(?:方式|属性|类别|形式|选项)[:：]|(?:抄送|抄报|主送)[:：]")


def ends_here(text: str) -> bool:
    """True for a line that ends its paragraph however full it is: a contents entry, a notice's title."""
    return CONTENTS_LINE.search(text) is not None or NOTICE_END.search(text.strip()) is not None


def begins_anew(text: str) -> bool:
    """True for a text without blanks that begins a paragraph whatever the line before."""
    return bool(LABEL.match(text) or ASSIGNMENT_LINE.match(text) or APPENDIX.fullmatch(text) or NOTE.match(text))


def begins_item(text: str) -> bool:
    """Whether a text begins with what begins an item: a number label, a bullet, a time that heads its clause."""
    return ITEM.match(text) is not None
