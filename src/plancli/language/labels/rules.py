"""The forms of number labels, from 第一章 down to ①, each a rule with a rank.

GB/T 9704—2012, 7.3.3 orders the levels of an official document 一、 （一） 1. （1）; the others are as found in print. The
rank orders forms that have not yet met in a document; where they have, the document's own order holds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ...grammar.pattern import Pattern
from ..lexicon import load
from ..marks import STARS
from ..numerals import CAPITALS, numeral

HAN = "一二三四五六七八九十百〇零廿卅"


class Label(NamedTuple):
    """A label as printed, its form, the rank of the form, its value, its number as digits, where the text begins."""

    text: str
    form: str
    rank: int
    value: int
    number: str
    end: int


class LabelForm(NamedTuple):
    """One rule: `pattern` has a group for the number and begins with one of `begins` (0 is any digit); what follows the label
    must not match `refuse`, whose group, where it has one, counts only as a higher number: 一、二季度 is no label, 二、二季度 is."""

    name: str
    rank: int
    begins: str
    pattern: str
    refuse: str = ""
    needs: tuple[str, ...] = ()  # of a `Pattern`
    by_name: bool = False  # 任务一：, which `_is_named` tells, or 【行动1】


# After a point: digits go on a number (3.5亿元), unless they are a year (1.2024年…).
_DECIMALS = r"(?!(?:19|20)\d\d(?:年|[-—–至]))\d"
_UNITS = r"[%％‰亿万倍级版元米吨克升个名所项条件次人年月日号届]|平方|公里|公斤|以上|左右"
_SPANS = r"[岁周天]|季度?|学[时期分年]|年级|小时|分钟|家(?![庭长校政])|门(?![户诊])"  # 1-3岁, 2-3家: from … to …
_HAN_UNITS = rf"([{HAN}]+)[、季月项是年届号级个类批期组班楼]"
# What is numbered by name: pieces of work, and what is done in one (行动二：… 举措1：…), two characters before it or none.
_WORKS, _STEPS = (tuple(load("labels")[kind]) for kind in ("works", "steps"))
_NAMES = frozenset((*_WORKS, *_STEPS))
_QUALIFIED = "(?:[㐀-鿿]{2})??"
_NAMED_NUMBER = rf"(?:[{HAN}]{{1,3}}|\d{{1,3}})"

# 任务一 推行…: the words and number of one with nothing but a blank behind it.
NAMED = rf"{_QUALIFIED}(?:{'|'.join(sorted(_NAMES))}){_NAMED_NUMBER}"


def _named(words: tuple[str, ...]) -> str:
    """A pattern of 任务一：, 重点任务3、, 活动（二）：, 【行动1】, 活动五《…》."""
    word = rf"{_QUALIFIED}(?:{'|'.join(words)})"
    number = rf"({_NAMED_NUMBER})"
    return rf"{word}{number}(?:[:：、．.]|(?=[“《]))|{word}[（(]{number}[）)][:：、]?|【{word}{number}】[:：]?"


def _from_to(*ranges: str) -> str:
    """All characters from the first to the second of each range."""
    return "".join(chr(code) for ends in ranges for code in range(ord(ends[0]), ord(ends[1]) + 1))


_CIRCLED = _from_to("①⑳", "㉑㉟", "㊱㊿", "㊀㊉", "❶❿", "⓫⓴", "➀➉", "➊➓")
FORMS = (
    LabelForm("part", 0, "第", rf"第([{HAN}\d]{{1,4}})(?:编|部分|篇|板块)[、:：]?"),
    LabelForm("part", 0, CAPITALS + "拾", rf"([{CAPITALS}拾]{{1,3}})[、．.](?=[㐀-鿿])"),
    LabelForm("chapter", 1, "第", rf"第([{HAN}\d]{{1,4}})章[、:：]?"),
    LabelForm("section", 2, "第", rf"第([{HAN}\d]{{1,4}})节[、:：]?"),
    LabelForm(
        "stage",
        5,
        "第",
        rf"第([{HAN}]{{1,3}}|\d{{1,2}})(?:阶段|环节|步骤?)(?:[:：、]|(?=[（(])|[为是](?=[㐀-鿿]{{2,10}}[（(])|[，,](?=(?:20\d\d年)?\d{{1,2}}月|[㐀-鿿、]{{2,12}}[（(。])|(?=[㐀-鿿]{{2,10}}[（(](?:20\d\d年)?\d{{1,2}}月))",
    ),
    LabelForm(
        "article", 5, "第", rf"第([{HAN}\d]{{1,5}})条[、:：]?", rf"[至到—和、及与]第|[至到—][{HAN}\d]+[条款]|款|规定|的"
    ),
    LabelForm("han", 3, HAN, rf"([{HAN}]{{1,5}})(?:[、．]|\.)", _HAN_UNITS),
    LabelForm("han", 3, HAN, rf"([{HAN}]{{1,5}})[,：:](?=[㐀-鿿《“])", _HAN_UNITS),
    LabelForm(
        "han-bracket",
        4,
        "（(〔【㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        rf"[（(〔【]([{HAN}]{{1,5}})[）)〕】][、.．]?|([㈠-㈩])[、.．]?|[（(]([—－])[）)][、.．]?(?=[㐀-鿿])",
    ),
    LabelForm("named", 6, "", _named(_WORKS), by_name=True),
    LabelForm("named-step", 6, "", _named(_STEPS), by_name=True),
    LabelForm("named", 6, "第", rf"第([{HAN}]{{1,3}}|\d{{1,3}})(?:项|件)(?:实事|任务|工作)?[:：、,，]"),
    LabelForm("decimal", 7, "0", r"(\d{1,2}(?:[.．]\d{1,2}){2,3})[.．、]?(?=[㐀-鿿《“\"（(A-Za-z])", r"[%％‰亿万倍元]"),
    LabelForm("decimal", 7, "0", r"(\d{1,2}[.．]\d{1,2})[.．、]?(?=[㐀-鿿《“\"（(A-Za-z])", _UNITS),
    LabelForm("decimal", 7, "0", r"(\d{1,2}(?:[-－]\d{1,2}){1,2})[.．、]?(?=[㐀-鿿《“\"])", rf"{_UNITS}|{_SPANS}"),
    LabelForm("digit", 6, "0", r"(\d{1,3})[.．、﹒]", _DECIMALS),
    LabelForm("digit", 6, "0", r"(\d{1,2})[,，：:](?=[㐀-鿿《“])", needs=(",，：:",)),
    LabelForm("digit", 6, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", r"([⒈-⒛])"),
    LabelForm(
        "digit-bracket", 8, "（(〔【[⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", r"[（(〔【\[](\d{1,3})[）)〕】\]][、.．]?|([⑴-⒇])[、.．]?"
    ),
    LabelForm("digit-half", 9, "0", r"(\d{1,3})[）)][、.．]?"),
    LabelForm("circled", 10, _CIRCLED, rf"([{_CIRCLED}])[、.．]?"),
    LabelForm("letter", 11, "ABCDEFGHabcdefgh（(", r"([A-Ha-h])[.．、](?=[㐀-鿿])|[（(]([A-Ha-h])[）)](?=[㐀-鿿])"),
)
_RULES = [
    (form, Pattern(form.pattern, begins=form.begins, needs=form.needs), Pattern(form.refuse) if form.refuse else None)
    for form in FORMS
]
# Symbols and pictures, but no numbers in circles, with what chooses their look.
_PICTURE = Pattern("[\u2600-\u2604\u2607-\u2775\u2794-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d]*[ \u3000]*")
_POINTED = Pattern(r"\d{1,2}[.．－-]\d")
_POSSIBLE = frozenset(
    f"{HAN}{CAPITALS}拾第（(〔【[ABCDEFGHabcdefgh{_from_to('㈠㈩', '①⒛', '㉑㊿', '㊀㊉', '❶➓', '⓫⓴')}"
)
_WORDS_OF_LABELS = frozenset(f"{HAN}{CAPITALS}拾第")  # no other word begins a label, but for what is numbered by name
_NUMBER_OPENS = frozenset(f"{HAN}0123456789０１２３４５６７８９（(")
_LOST_DOT = Pattern(r"(\d{1,3})。?(?=[㐀-鿿《“])")  # 27构建…, and 3。开展…, a slip of the keyboard
_BEFORE_MONTH = Pattern(rf"([{HAN}]{{1,3}})、(?=[{HAN}]{{1,2}}[月季])", begins=HAN)
_BEFORE_UNIT = Pattern(r"(\d{1,2}[.．]\d{1,2})(?=[㐀-鿿])(?![亿万倍月]|平方|公[里斤顷])", needs=(".．",))
_BEFORE_DIGITS = Pattern(r"(\d{1,3})([.．、﹒])(?=\d)", needs=(".．、﹒",))


def read_label(text: str) -> Label | None:
    """The label at the start of a text without blanks, or None.

    `number` is digits for every form (五、 （五） 05 ⑤ give "5"), with points for 1.1; `value` its last part.
    """
    first = text[:1]
    may_be = first in _WORDS_OF_LABELS or not "㐀" <= first <= "鿿" or _is_named(text)
    return _read(text[:24]) if may_be else None


def _is_named(text: str) -> bool:
    """Whether a text begins with a word and the number of what is numbered by name: 任务一, 督办事项（二）."""
    return (text[:2] in _NAMES and text[2:3] in _NUMBER_OPENS) or (text[2:4] in _NAMES and text[4:5] in _NUMBER_OPENS)


@lru_cache(maxsize=4096)
def _read(head: str) -> Label | None:
    begin = _before_number(head)
    named = _is_named(head[begin:])
    if not (named or head[begin : begin + 1] in _POSSIBLE or head[begin : begin + 1].isdigit()):
        return None
    named = named or head.startswith("【", begin)
    folded = _fold_digits(head)
    whole = not _POINTED.match(folded, begin)
    for form, pattern, refuse in _RULES:
        if (whole and form.name == "decimal") or (form.by_name and not named):
            continue
        match = pattern.match(folded, begin)
        if match is None:
            continue
        number = next(group for group in match.groups() if group)
        digits = _digits(number)
        if digits is None or (refuse and _refused(refuse.match(folded, match.end()), number)):
            continue
        rank = form.rank + digits.count(".") - 1 if form.name == "decimal" else form.rank
        name = f"decimal{digits.count('.')}" if form.name == "decimal" else form.name
        return Label(head[: match.end()], name, rank, int(digits.rpartition(".")[2]), digits, match.end())
    return None


def _before_number(text: str) -> int:
    """Where a number may begin: behind a star, or a picture that an editor has set before it (📌1.)."""
    first = text[:1]
    picture = _PICTURE.match(text) if first >= "☀" and not "㐀" <= first <= "鿿" else None
    return picture.end() if picture else int(first != "" and first in STARS)


def _refused(match: re.Match[str] | None, number: str) -> bool:
    """Whether what stands behind a label says that it is none."""
    if match is None or not match.groups():
        return match is not None
    return (numeral(match[1]) or 0) > (numeral(number) or 0)


def lost_label(text: str, expected: int, *, apart: bool = False) -> Label | None:
    """A number whose dot was lost or slipped in print (27构建…, 3。开展…), where the series expects it and no unit of measure follows,
    if it is not set `apart` from that (2  日常管理)."""
    match = _LOST_DOT.match(_fold_digits(text[:8]))
    if match is None or int(match[1]) != expected or (not apart and re.match(_UNITS, text[match.end() :])):
        return None
    return Label(text[: match.end()], "digit", 6, expected, str(expected), match.end())


def label_before_digits(text: str) -> Label | None:
    """The number that `1.3月底前完成…`, `2、10个项目…` may begin with. It may as well be a decimal or a list of months; only a
    series tells, or that a sentence has ended before it."""
    begin = _before_number(text)
    match = _BEFORE_DIGITS.match(_fold_digits(text[:8]), begin) if text[begin : begin + 1].isdecimal() else None
    if match is None or int(match[1]) == 0:
        return None
    return Label(text[: match.end()], "digit", 6, int(match[1]), str(int(match[1])), match.end())


def label_before_unit(text: str) -> Label | None:
    """The number that `2.2升级系统…`, `1.3个性化…` may begin with. It may as well be an amount (2.2升); only a series tells."""
    match = _BEFORE_UNIT.match(_fold_digits(text[:8])) if text[:1].isdecimal() else None
    digits = _digits(match[1]) if match else None
    if match is None or digits is None:
        return None
    return Label(text[: match.end()], "decimal1", 7, int(digits.rpartition(".")[2]), digits, match.end())


def label_before_month(text: str) -> Label | None:
    """The number that `四、十二月开展…` may begin with. It may as well be a list of months or quarters; only a series tells."""
    match = _BEFORE_MONTH.match(text[:8])
    value = numeral(match[1]) if match else None
    return Label(text[: match.end()], "han", 3, value, str(value), match.end()) if match and value else None


def _digits(number: str) -> str | None:
    """A label's number in any script as digits."""
    if re.fullmatch(r"[\d.．－-]+", number):
        return ".".join(str(int(part)) for part in re.split(r"[.．－-]", number))
    if len(number) == 1 and number.isascii():
        return str(ord(number.lower()) - ord("a") + 1)
    if "㈠" <= number <= "㈩":
        return str(ord(number) - ord("㈠") + 1)
    if number in "—－":
        return "1"  # （—）, a dash typed for 一
    if len(number) == 1 and number not in HAN:
        value = unicodedata.numeric(number, None)
        return str(int(value)) if value is not None else None
    value = numeral(number)
    return str(value) if value else None


def _fold_digits(text: str) -> str:
    """Full-width digits as ASCII, character for character."""
    return text.translate(_FULL_WIDTH)


_FULL_WIDTH = {ord("０") + value: ord("0") + value for value in range(10)}
