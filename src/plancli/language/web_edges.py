"""What a web page has above a document's title and behind its end, and hardly any plan: lines that elsewhere may be text. Without
white space."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.pattern import Pattern
from .bodies import any_of
from .web_frame import CLOCK, DAY, POSTING, READINGS, WORDS, heads_links, is_web_frame

_Sayings = Sequence[tuple[str, str]]  # what a line holds, and how it stands around that


def _any_of(sayings: _Sayings) -> str:
    return "|".join(around.replace("{}", f"(?:{words})") for words, around in sayings)


def _words_of(sayings: _Sayings) -> list[str]:
    return [word for words, _ in sayings for word in words.split("|")]


_HANDS = rf"(?:信息|文章|稿件|新闻)?{any_of(WORDS['hands'])}(?:[者人员]|单位|部门|科室)?[:：|｜丨]"
_COUNT = rf"已?{any_of(WORDS['counted'])}(?:量|数|次数)?[:：]?[\d.]+[万w]?\+?(?:次|人|条)?"
_WHEN = ("时间", "日期")
_TYPE = ("字体", "字号")
_NAMED = Pattern(
    rf"{_HANDS}|(?:{POSTING}|{READINGS}|{'|'.join(_WHEN + _TYPE)})[:：]|{_COUNT}",
    needs=((*WORDS["hands"], *WORDS["read"], *WORDS["counted"], *_WHEN, *_TYPE),),
)
_SURE = Pattern(rf"{_HANDS}|{READINGS}[:：]|{_COUNT}")
_BEFORE_NAMES = Pattern(rf"(?:{DAY}|{CLOCK}|[【】\[\]（）()|｜·/—-])*")
_LONGEST_VALUE = 24
_OPEN = Pattern("[:：。；](?!\\d)")
_BUTTON = any_of(WORDS["buttons"])
# What a line at the edge holds besides the words above.
_SAYINGS = (
    ("今|现在", r"{}[天是]+\d.{4,40}"),
    ("欢迎", r"[^。，；]{0,6}{}[您你]?(?:访问|光临|进入|来到|浏览).*"),
    ("网站首页|设为首页", ".{0,6}{}.*"),
    ("来源|转自|转载自|链接", r"(?:以下)?本?(?:文章?|文档|内容)?{}于?[:：]?.{2,60}"),
    ("请注明", "(?:转载)?{}.*"),
    ("原创", "{}.{0,16}"),
    ("详细信息|公开内容|公开具体内容|展开全文", "{}"),
    ("标签|关键词|关键字|TAG|推荐度", "{}S?[:：].*"),
    ("TOP", r"{}\W*"),
    ("A", r"(?:{}[+-]? ?){2,4}"),
    ("阅读|查看", "{}(?:原文|全文|更多)"),
    ("收起", "(?:点击)?{}"),
    ("收录于|预览时标签不可点|暂无评论|文明上网", "{}.*"),
    ("人还喜欢", ".{0,8}{}"),
    ("抢沙发", ".{0,6}{}.*"),
    ("评论", "(?:我要|发表|网友|查看|最新|文章){}.*"),
    ("下载", "{}(?:本?(?:全文|文章)|.{0,8}(?:文档|文件)).*"),
    ("声明|提示", "(?:特别|免责|版权|郑重)?{}[:：].*(?:转载|版权|侵权|网站|本站|上传|作者|删除).*"),
    ("转载|来源|版权|仅供参考|侵权|为准|删除", "(?:凡|本站|本网|未经|以上(?:内容|信息)|如有)[^；]{0,40}{}.*"),
)
_EDGE = Pattern(
    rf"(?=.*(?:{POSTING}[:：】\]]{{1,2}}{DAY}|{READINGS}[:：]\d))[^。；]{{8,120}}"
    rf"|(?:{_BUTTON}[:：]?[\d.]*[万wk+]*次?)+|(?=.*{_BUTTON})(?:[【\[〖][^【】\[\]〖〗]{{1,10}}[】\]〗]){{2,}}|"
    + "|".join(around.replace("{}", f"(?:{words})") for words, around in _SAYINGS),
    needs=((*_WHEN, *WORDS["read"], *WORDS["buttons"], *(word for words, _ in _SAYINGS for word in words.split("|"))),),
)
# Who keeps the site, and where: below the frame of a page, never above it.
_KEEPERS = (
    ("版权", "{}(?:所有|归)"),
    ("opy|OPY", r"[Cc]{}\s?(?:[Rr]ight|RIGHT)"),
    ("ll|LL", r"[Aa]{}\s?(?:[Rr]ights|RIGHTS)"),
    ("owered|OWERED", "[Pp]{}"),
    ("ICP", "{}[备证]"),
    ("支持|维护|建设|制作", "(?:技术|网站){}[:：]"),
    ("©|网安备|网站标识码|浏览器|分辨率|网站地图|网站声明|法律声明|友情链接|加入收藏|联系我们|关于我们|网友评论", "{}"),
    ("隐私", "{}(?:声明|保护|政策)"),
    ("顶部", "[回返]到?{}"),
    ("访问量", "{}[:：]"),
    ("访客|访问者|网友", "位{}"),
)
_FOOT = Pattern(rf"[^。]*(?:{_any_of(_KEEPERS)})[^。]*", needs=(_words_of(_KEEPERS),))


def is_at_edge(text: str) -> bool:
    """True where a line, above a document's title or behind its end, is nothing but a page's frame."""
    return is_web_frame(text) or _EDGE.fullmatch(text) is not None or _is_named(text)


def _is_named(text: str) -> bool:
    """Whether a line is nothing but names with short values: 2024-02-06撰稿：李某审核：王某浏览：12次."""
    before, *values = _NAMED.split(text)
    if not values or not _BEFORE_NAMES.fullmatch(before) or not _SURE.search(text):
        return False
    return all(len(value) <= _LONGEST_VALUE and not _OPEN.search(value) for value in values)


def is_web_foot(text: str) -> bool:
    """True where a line behind a document's end is of the page: its frame, what heads links, who keeps the site."""
    return is_at_edge(text) or heads_links(text) or _FOOT.fullmatch(text) is not None
