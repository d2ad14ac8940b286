"""The record that a government's site puts above a document: 索引号, 发文机关, 成文日期, 文号, 标题 (政府信息公开条例, article 12, and
what sites have added)."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.pattern import Pattern
from .marks import BULLETS

_NAMES = (
    r"(?:索引号?|主题(?:分类|词)|(?:组配|体裁|服务对象|公文|信息|文件)(?:分类|类[别型])|分类|(?:联合)?(?:发布|发文|制发|公开|生成|印发)(?:机构|机关|单位)|(?:发文)?[文字]号|文件编号|发文字号"
    r"|(?:成文|公开|发布|发文|生效|废止|失效|生成|印发|制发|实施)(?:日期|时间)|有效性|是否有效|(?:文件|公文)状态|时效性?|效力(?:级别|等级|状态)?"
    r"|公开(?:方式|类别|形式|范围|程序|属性)|(?:信息|文件)?(?:标题|名称)|(?:检索)?关键词|(?:内容)?概述|内容概[述要]|(?:统一)?登记号|统一编号|有效期限?|文件来源|登记日期|颁[发布](?:时间|日期)"
    r"|(?:原文|来源|文章|页面)(?:链接|地址|网址)|(?:检索|抓取|采集|下载|访问)(?:日期|时间))"
)
NAME = Pattern(
    _NAMES + r"[:：]?", begins="索主组体服公信文分发制开生印字成废失实有是时效标名关内概登统联颁原来页检抓采下访"
)
NAME_AND_VALUE = Pattern(rf"({_NAMES})[:：]", begins=NAME.begins, needs=(":：",))
_FIELDS = (
    (Pattern(r"(?:信息|文件)?(?:标题|名称)"), "title"),
    (Pattern(r"(?:发文)?[文字]号|发文字号|文件编号"), "doc_number"),
    (Pattern(r"(?:发文|制发|发布|印发|公开)(?:机构|机关|单位)"), "issuer"),
    (Pattern(r"(?:成文|生成|发文|印发|制发)(?:日期|时间)"), "issued_on"),
)


# Those that hardly stand anywhere else; the others (分类, 标题, 来源) count only beside them.
_SURE = Pattern(
    r"索引号|(?:组配|体裁|主题|服务对象|公文|信息|文件)分类|发文字号|文号|(?:发布|发文|制发|公开)(?:机构|机关|单位)"
    r"|(?:成文|公开|发布|发文|印发|生效|废止|失效|生成)(?:日期|时间)|有效性|时效性|效力(?:级别|等级|状态)|公开(?:方式|类别|形式|范围)|(?:文件|公文)状态"
)
_ANY = Pattern(rf"{_NAMES}|来源|类别|载体类型", begins=NAME.begins + "类载")
_BRACKETED = Pattern(rf"[\[【]({_NAMES})[\]】][:：]?")  # [发文机构] 某县水利局
BEFORE_NAMES = BULLETS + "-* "  # which a copied list has before each name
_LONGEST = 120  # characters of a line, links aside
_LINK = Pattern(r"https?://[^\s\[\]()（）]+", needs=("://",))


def record_lines(texts: Sequence[str]) -> set[int]:
    """Lines without blanks, in order → the indexes of those that are a record: names with their values, one line or several.

    A name alone has its value on the next line. Two sure names at least make a record.
    """
    found: set[int] = set()
    end = 0
    for at, text in enumerate(texts):
        if at < end or not _pairs(text):
            continue
        end, names = _run(texts, at)
        if sum(_SURE.fullmatch(name) is not None for name, _ in names) >= 2:
            found.update(range(at, end))
    return found


def record_of(texts: Sequence[str]) -> dict[str, str]:
    """What such lines say, by the notice's fields."""
    fields: dict[str, str] = {}
    at = 0
    while at < len(texts):
        end, names = _run(texts, at)
        for name, value in names:
            if value and (field := record_field(name)):
                fields.setdefault(field, value)
        at = max(end, at + 1)
    return fields


def _run(texts: Sequence[str], start: int) -> tuple[int, list[tuple[str, str]]]:
    """Where the run of names and values from `start` ends, and these."""
    at = start
    found: list[tuple[str, str]] = []
    while at < len(texts):
        pairs = _pairs(texts[at])
        if not pairs:
            break
        name, value = pairs[-1]
        at += 1
        alone = not value and texts[at - 1].rstrip("：:").endswith(name)
        title = next((said for of, said in found if record_field(of) == "title"), "")
        begun = bool(title) and at < len(texts) and title.startswith(texts[at])  # the document's title, on two lines
        if alone and at < len(texts) and len(texts[at]) <= _LONGEST and not begun and not _pairs(texts[at]):
            pairs[-1] = (name, texts[at])
            at += 1
        found += pairs
    return at, found


def _pairs(text: str) -> list[tuple[str, str]]:
    """The names that a line is made of, each with its value; none where it begins otherwise. Behind a name stands a colon,
    its value, or nothing; within a value only a sure name counts, or one with a colon."""
    text = text.lstrip(BEFORE_NAMES)
    if "]" in text or "】" in text:
        text = _BRACKETED.sub(r"\1：", text)
    first = _ANY.match(text)
    if first is None or "。" in text or (len(text) > _LONGEST and len(_LINK.sub("", text)) > _LONGEST):
        return []
    more = _ANY.finditer(text, first.end())
    matches = [first, *(match for match in more if text[match.end() :][:1] in "：:" or _SURE.fullmatch(match.group()))]
    bounds = [*(match.start() for match in matches[1:]), len(text)]
    return [(match.group(), text[match.end() : end].strip("：:")) for match, end in zip(matches, bounds, strict=True)]


def record_field(name: str) -> str | None:
    """Which field of a notice a name of the record fills: title, doc_number, issuer, issued_on; None for any other."""
    bare = name.strip(":： ")
    return next((field for pattern, field in _FIELDS if pattern.fullmatch(bare)), None)


def without_name(title: str) -> str:
    """A title without the record's name for it, where that stands before it: 标题：某县2025年工作要点."""
    name = NAME_AND_VALUE.match(title)
    return title[name.end() :] if name is not None and record_field(name[1]) == "title" else title
