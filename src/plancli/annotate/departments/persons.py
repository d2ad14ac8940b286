"""Names of persons in columns and behind labels: 牵头领导, 责任人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.bulletin import Role

if TYPE_CHECKING:
    from .words import Words

# The surnames that nine in ten people bear, and the compound ones.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹"
    "熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐庞颜倪章鲁岳翟殷詹申耿关兰焦俞左柳祝包宁"
    "尚符舒阮纪梅童凌毕单裴霍涂成苗谷盛曲冉骆蓝路游靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉仝"
)
_COMPOUND = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "端木",
    "独孤",
    "南宫",
)
_CUT = re.compile(r"(?<=[㐀-鿿])(?=\d{1,2}[.．][㐀-鿿])|[、，,；;。/／|｜\n]+|和(?=[^平])|及|与")
_BLANK = re.compile(r"[ \t\u3000\xa0]+")
_BRACKET = re.compile(r"[（(【\[][^（()）【】\[\]]*[）)】\]]$")
_NUMBER = re.compile(r"(?:\s|\d{1,2}[.．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[•·●\-—])+")


def looks_like_person(name: str) -> bool:
    """Whether two to four characters may be a person's name."""
    if re.fullmatch(r"[㐀-鿿]{2,3}", name):
        office = len(name) == 3 and name[-1] in "科处办局室站所股" and not name.endswith("登科")
        return name[0] in _SURNAMES and not office
    return len(name) in (3, 4) and name.startswith(_COMPOUND)


def split_persons(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int, str, Role | None]]:
    """The persons of text[start:end]: range, name without blanks inside, and the role of a mark behind it.

    A line break or blank inside a padded name (白　岩) goes; a title in brackets behind the name is no part of it.
    """
    pieces: list[tuple[int, int]] = []
    begin = start
    for match in _CUT.finditer(text, start, end):
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    for piece_start, piece_end in _mend(text, pieces):
        yield from _blanks(text, piece_start, piece_end, words)


def _mend(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what a line break tore apart: a lone character goes to the name before or after it."""
    mended: list[tuple[int, int]] = []
    for start, end in pieces:
        if start >= end:
            continue
        if mended:
            last_start, last_end = mended[-1]
            torn = text[last_end:start] == "\n" and 1 in (last_end - last_start, end - start)
            if torn and len(text[last_start:last_end]) + end - start <= 4:
                mended[-1] = (last_start, end)
                continue
        mended.append((start, end))
    return mended


def _blanks(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int, str, Role | None]]:
    """Names divided by blanks, and names padded with them."""
    tokens: list[tuple[int, int]] = []
    begin = start
    for match in _BLANK.finditer(text, start, end):
        tokens.append((begin, match.start()))
        begin = match.end()
    tokens.append((begin, end))
    tokens = [(a, b) for a, b in tokens if a < b]
    while tokens:
        size = 1
        if tokens[0][1] - tokens[0][0] == 1 and len(tokens) > 1:  # 白　岩, 欧　阳　明
            lone = next((i for i, (a, b) in enumerate(tokens) if b - a > 1), len(tokens))
            size = 3 if lone == 3 else 2
        a, b = tokens[0][0], tokens[min(size, len(tokens)) - 1][1]
        tokens = tokens[size:]
        yield from _one(text, a, b, words)


def _one(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int, str, Role | None]]:
    mark: Role | None = None
    if match := _NUMBER.match(text, start, end):
        start = match.end()
    while match := _BRACKET.search(text[start:end]):
        inner = match.group()[1:-1]
        if words.mark.match(inner):
            mark = words.role_of(inner)
        end = start + match.start()
    piece = text[start:end].removesuffix("等")
    for a, b in _names_run_together(piece):
        yield start + a, start + b, re.sub(r"\s+", "", piece[a:b]), mark


def _names_run_together(piece: str) -> list[tuple[int, int]]:
    """张三李四 → its names: two or three characters each, the first of each a surname, the commonest surnames winning."""
    if not piece:
        return []
    if not 4 <= len(piece) <= 12 or looks_like_person(piece):
        return [(0, len(piece))]
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for end in range(2, len(piece) + 1):
        for size in (2, 3):
            before = best.get(end - size)
            if before is not None and looks_like_person(piece[end - size : end]):
                cost = before[0] + _SURNAMES.index(piece[end - size])
                if end not in best or cost < best[end][0]:
                    best[end] = (cost, [*before[1], end])
    cuts = best[len(piece)][1] if len(piece) in best else [len(piece)]
    return list(zip([0, *cuts[:-1]], cuts, strict=True))
