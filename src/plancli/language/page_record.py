"""The record that a government's site puts above a document: 索引号, 发文机关, 成文日期, 文号, 标题 (政府信息公开条例, article 12, and
what sites have added)."""

from __future__ import annotations

import re

_NAMES = (
    r"(?:索引号?|主题(?:分类|词)|(?:组配|体裁|服务对象|公文|信息|文件)(?:分类|类[别型])|分类|(?:发布|发文|制发|公开|生成|印发)(?:机构|机关|单位)|(?:发文)?[文字]号|文件编号|发文字号"
    r"|(?:成文|公开|发布|发文|生效|废止|失效|生成|印发|制发|实施)(?:日期|时间)|有效性|是否有效|(?:文件|公文)状态|时效性?|效力(?:级别|等级|状态)?"
    r"|公开(?:方式|类别|形式|范围|程序|属性)|(?:信息|文件)?(?:标题|名称)|关键词|(?:内容)?概述|内容概[述要]|(?:统一)?登记号|统一编号|有效期限?)"
)
NAME = re.compile(_NAMES + r"[:：]?")
NAME_AND_VALUE = re.compile(rf"({_NAMES})[:：]")
_FIELDS = (
    (re.compile(r"(?:信息|文件)?(?:标题|名称)"), "title"),
    (re.compile(r"(?:发文)?[文字]号|发文字号|文件编号"), "doc_number"),
    (re.compile(r"(?:发文|制发|发布|印发|公开)(?:机构|机关|单位)"), "issuer"),
    (re.compile(r"(?:成文|生成|发文|印发|制发)(?:日期|时间)"), "issued_on"),
)


def record_field(name: str) -> str | None:
    """Which field of a notice a name of the record fills: title, doc_number, issuer, issued_on; None for any other."""
    bare = name.strip(":： ")
    return next((field for pattern, field in _FIELDS if pattern.fullmatch(bare)), None)
