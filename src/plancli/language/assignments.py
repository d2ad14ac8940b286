"""Signs in a text that it assigns work or sets a time; enough to tell a task from a heading, not to read the values."""

from __future__ import annotations

import re

_ROLE = r"(?:牵头|责任|主办|主责|承办|主管|配合|协办|协同|协助|参与|参加|分管|负责|落实|实施|完成|整改)"
_WHO = r"(?:市|区|县|省|局)?(?:级)?(?:责任|牵头)?(?:领导|单位|部门|科室|处室|股室|机构|主体|人员?|同志|党委|单位及部门|部门和单位|单位（部门）)"
_TIME_LABEL = r"(?:完成|整改|办结|计划|推进|实施|责任)?(?:完成)?(?:时限|期限|时间节点|(?:完成|整改|办结)时间|(?:进度|时间)(?:安排|要求))(?:要求)?"
ROLE_COLON = re.compile(
    rf"{_ROLE}{_WHO}(?:(?:和|及|、|/)?{_ROLE}?{_WHO})?[:：]|{_TIME_LABEL}[:：]|(?:部门|责任|职责|任务|工作|单位)分工[:：]|(?<![㐀-鿿])(?:牵头|责任|主办|主责|承办|配合|协办|参与|时间)[:：]"
)
_BODY = r"[㐀-鿿]{1,12}(?:局|委|办|科|处|股|室|中心|院|校|所|站|队|部门|部|厅|公司|集团|街道|镇|乡|单位|工会|妇联|团委|党组织)"
_NAMES = re.compile(rf"{_BODY}(?:[、，,]{_BODY}){{0,12}}")
_ROLE_IN_BRACKET = re.compile(rf"{_ROLE}{_WHO}?[:：]|牵头|负责|按职责分工|配合|主办|承办")
_TIME_IN_BRACKET = re.compile(
    r"[月季年日旬](?:底|末|初|份|度|中|上旬|中旬|下旬)?之?(?:前|内|完成)|底前|全年|长期|持续|每[年月季周日]|季度|[\d一二三四五六七八九十]月"
)
_BRACKET = re.compile(r"[（(【\[〔）)】\]〕]")
_BRACKET_OR_ROLE = re.compile(rf"{_BRACKET.pattern}|{ROLE_COLON.pattern}")
_OPEN, _CLOSE = "（(【[〔", "）)】]〕"
_TIME_BOUND = re.compile(
    r"(?:\d|[一二三四五六七八九十])(?:月|季度|日)(?:份|底|末|上旬|中旬|下旬)?(?:之|以)?前|年底前|年内完成|月底前"
)
DASH_NAMES = re.compile(
    r"(?:——|--|—)(?=[^—。，；：]{2,40}(?:局|委|办|科|处|室|中心|院|校|所|站|队|会|部|厅|公司|街道|镇|乡|单位|部门)[、，。）)]?)"
)


def assigns(text: str) -> bool:
    """True where the text says who answers for it, or until when."""
    return bool(_TIME_BOUND.search(text)) or names_who(text) or any(map(_says_when, _brackets(text)))


def names_who(text: str) -> bool:
    """True where the text says who answers for it: 责任单位：…, （…牵头）, ——教育局、财政局."""
    return bool(ROLE_COLON.search(text) or DASH_NAMES.search(text)) or any(map(_is_assignment, _brackets(text)))


def trailing_assignment(text: str) -> int:
    """Where the assignments that close a sentence begin (…活动（责任单位：教育局）); len(text) where there are none."""
    end = cut = len(text.rstrip("。；;.，,"))
    while end and text[end - 1] in _CLOSE:
        start = _opening(text, end - 1)
        if start is None or not _is_assignment(text[start + 1 : end - 1]):
            break
        end = cut = start
        while end and text[end - 1] in "。；; ，,":
            end -= 1
    return min(_first_role(text, cut), cut) if cut < len(text.rstrip("。；;.，,")) else _first_role(text, len(text))


def _first_role(text: str, end: int) -> int:
    """Where the first 责任单位：… outside brackets begins, `end` where there is none."""
    depth = 0
    for match in _BRACKET_OR_ROLE.finditer(text, 0, end):
        found = match.group()
        if found in _OPEN:
            depth += 1
        elif found in _CLOSE:
            depth -= 1
        elif depth <= 0 and match.start() > 0:
            return match.start()
    return end


def _is_assignment(part: str) -> bool:
    """A bracket that says who: （牵头单位：…）, （教育局、财政局）. One that only says when belongs to the name (动员阶段（3月））."""
    return bool(_NAMES.fullmatch(part) or _ROLE_IN_BRACKET.search(part))


def _says_when(part: str) -> bool:
    return len(part) <= 24 and bool(_TIME_IN_BRACKET.search(part))


def _opening(text: str, closing: int) -> int | None:
    """Where the bracket that closes at `closing` opens."""
    depth = 0
    for position in range(closing, -1, -1):
        char = text[position]
        depth += (char in _CLOSE) - (char in _OPEN)
        if depth == 0:
            return position
    return None


def _brackets(text: str) -> list[str]:
    """Outermost bracketed parts."""
    parts: list[str] = []
    depth = start = 0
    for match in _BRACKET.finditer(text):
        if match.group() in _OPEN:
            depth += 1
            if depth == 1:
                start = match.end()
        elif depth:
            depth -= 1
            if depth == 0:
                parts.append(text[start : match.start()])
    return parts
