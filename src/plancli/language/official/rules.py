"""Lines around a title and in a covering notice: 文号, dates, bodies, 主送, 签发人; and the year of a plan.

The parts of an official document and their places are those of GB/T 9704-2012: 版头 (masthead, 文号, 签发人), 主体 (title,
主送机关, text, 附件说明, 发文机关署名, 成文日期) and 版记 (抄送, 印发机关, 印发日期).
"""

from __future__ import annotations

import datetime
import re

from ...grammar.pattern import Pattern
from ...grammar.reading import Reading
from ..bodies import is_organ
from ..numerals import ZEROS, number
from ..titles import HANDS

RULES = ("doc-number", "serial", "date", "date-chinese", "date-short", "masthead", "title-issuer", "printed-by", "signature",
         "addressee", "signatory", "school-year", "season", "over-new-year", "year-since-1912", "year", "year-range", "year-chinese")  # fmt: skip

OVER_NEW_YEAR = "over-new-year"  # the plan's year begins in August: a school year, or its first term
_ZERO = ZEROS + "0０"
_HAN_DIGIT = f"[一二三四五六七八九{_ZERO}]"
YEARS = range(1949, 2101)  # in which a document may have been issued
_FULLWIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_DOC_NUMBER = Pattern(
    r"(?P<word>(?:[㐀-鿿]\s+){1,8}[㐀-鿿]|[㐀-鿿A-Za-z](?:[㐀-鿿A-Za-z·]|（[㐀-鿿]{1,6}）|\([㐀-鿿]{1,6}\)){0,14}?)\s*[〔\[［(（【﹝〖]\s*(?P<year>[12０１２]\s*[0-9０-９](?:\s*[0-9０-９]){2})\s*[〕\]］)）】﹞〗]\s*"
    r"(?P<serial>第?\s*[0-9０-９]+(?:\s*[-—－]\s*[0-9０-９]+)?)\s*号"
)
_SERIAL = Pattern(r"^\s*(?:[（(]\s*)?(?P<serial>第\s*[0-9０-９一二三四五六七八九十百〇]+\s*号)\s*[）)]?\s*$")
_DATE = Pattern(r"(?P<y>[12０１２][0-9０-９]{3})\s*年\s*(?P<m>[0-9０-９]{1,2}|元)\s*月\s*(?P<d>[0-9０-９]{1,2})\s*日")
_DATE_CHINESE = Pattern(
    rf"(?P<y>[一二]{_HAN_DIGIT}{{3}})\s*年\s*(?P<m>[一二三四五六七八九十]{{1,2}}|元)\s*月\s*(?P<d>[一二三四五六七八九十廿卅]{{1,3}})\s*日"
)
_DATE_SHORT = Pattern(r"(?<!\d)(?P<y>20\d{2})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
_MASTHEAD = Pattern(r"^(?P<body>[㐀-鿿A-Z（）()、×\s]{3,60}?)\s*(?:文件|公文)$")
_LETTERHEAD = Pattern(r"^[㐀-鿿A-Z（）()×]{3,40}$")
_YEAR_BEFORE = Pattern(rf"(?:(?:20\d{{2}}|二{_HAN_DIGIT}{{3}})年度?)?")
_NAME = Pattern(r"[^\da-z，。；：！？“”‘’《》〈〉—…_-]{3,62}")
_BEHIND_ISSUER = Pattern(rf"关于|{HANDS}|[12]\d{{3}}|[“\"《二]|年度|工作|重点|主要|第")
_PRINTED = Pattern(
    rf"(?P<body>[㐀-鿿A-Z（）()×]{{3,40}})\s*(?=[12二][0-9０-９{_ZERO}一二三四五六七八九]{{3}}年.{{2,9}}日\s*印[发制]?)"
)
_SIGNATORY = Pattern(r"签\s*发\s*人?\s*[:：]\s*(?P<name>[㐀-鿿·](?:\s*[㐀-鿿·、]){1,20})")
_ADDRESSEE = Pattern(r"^(?P<name>[^。！？]{2,300}?)[:：]?$")

_SCHOOL_YEAR = Pattern(
    r"(?P<y>20\d{2})\s*年?(?:\s*[\-—–－~～/至到一]+\s*(?P<to>20\d{2}|\d{2})\s*年?)?\s*学年度?(?:\s*[（(]?(?P<term>第?[一二上下12]\s*学?期|[秋春]季?学?期?))?",
    needs=("学",),
)
# 2025-2026年第二学期, and 20252026学年度第二学期, whose dash was lost
_TERM_OF_TWO_YEARS = Pattern(
    r"(?P<y>20\d{2})\s*年?\s*[\-—–－~～/至到一]*\s*(?P<to>20\d{2})\s*年?度?\s*(?:学年度?)?\s*[（(]?(?P<term>第?[一二上下12]\s*学?期|[秋春]季?学?期)",
    needs=("期",),
)
# 113学年度第1学期, 民国114年, 114年度: years counted from 1912, as Taiwan's schools and offices do.
_SINCE_1912 = Pattern(
    r"(?<![\d\-—–－~～])(?:民国(?=\d{2,3}学?年)|(?=1[0-4]\d))(?P<y>\d{2,3})\s*(?P<unit>学年|年(?=度))度?(?:\s*[（(]?(?P<term>第?[一二上下12]\s*学?期))?",
    needs=(("民国", "10", "11", "12", "13", "14"),),
)
_FIRST_YEAR = 1911
_SEASON = Pattern(r"(?P<y>20\d{2})\s*年?\s*(?P<term>春季?|秋季?)学?期?", needs=("春秋",))
# 今冬明春, 2024—2025年度采暖季; 冬季征兵 and 冬季运动会 are of one year.
_OVER_WINTER = Pattern(
    r"今冬明春|冬春|秋冬季|冬[至到]?(?:20\d{2}|[明次来翌])年?春|20\d{2}\s*年?\s*[\-—–－~～至到]+\s*20\d{2}\s*年?度?[^（(]{0,4}(?:采暖|供暖|供热|冬)",
    needs=(("冬", "采暖", "供暖", "供热"),),
)
_WINTER_OF_YEARS = Pattern(r"(?P<y>20\d{2})\s*年[秋冬]季?[至到\-—–－~～]*20\d{2}\s*年春", needs=("秋冬", "春"))
_RANGE = Pattern(r"(?P<y>20\d{2})\s*年?\s*[\-—–－~～至到]+\s*(?P<to>20\d{2})\s*年?", needs=("-—–－~～至到",))
# 2021年9月—2022年1月, 2021.9-2022.1, 2021年9月至次年1月
_MONTHS = Pattern(
    r"(?<!\d)(?P<y>20\d{2})\s*[年.．/-]\s*(?P<from>1[0-2]|0?[1-9])\s*月?份?\s*[\-—–－~～至到]{1,2}\s*"
    r"(?:(?P<to>20\d{2})\s*[年.．/-]|[次明来翌]年)\s*(?:1[0-2]|0?[1-9])(?!\d)",
    needs=("-—–－~～至到",),
)
_YEAR = Pattern(r"(?<!\d)(?P<y>(?:19|20)\d{2})\s*年?(?!\d)")
_YEAR_CHINESE = Pattern(rf"(?P<y>[一二]{_HAN_DIGIT}{{3}})\s*年")
_QUOTED_BRACKET = Pattern(r"（[^（）]*）|\([^()]*\)")


def doc_number(text: str) -> Reading | None:
    """The 文号 in a line, its brackets as 〔〕: 青教〔2022〕1号, [2022], (2022); or a bare 第3号."""
    if match := _DOC_NUMBER.search(text):
        year, serial = _plain(match["year"]), _plain(match["serial"])
        return Reading(match.start(), match.end(), f"{_plain(match['word'])}〔{year}〕{serial}号", ("doc-number",))
    if match := _SERIAL.match(text):
        return Reading(match.start("serial"), match.end("serial"), _plain(match["serial"]), ("serial",))
    return None


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).translate(_FULLWIDTH)


def date(text: str) -> Reading | None:
    """The first whole date in a line, in Arabic or Chinese numerals (GB/T 9704 asks for Arabic ones)."""
    for pattern, rule in ((_DATE, "date"), (_DATE_CHINESE, "date-chinese"), (_DATE_SHORT, "date-short")):
        if match := pattern.search(text):
            try:
                value = datetime.date(number(match["y"]), number(match["m"].replace("元", "1")), number(match["d"]))
            except ValueError:
                continue
            if value.year in YEARS:
                return Reading(match.start(), match.end(), value, (rule,))
    return None


def masthead_issuer(text: str) -> Reading | None:
    """The body of a masthead: 某市教育局文件 → 某市教育局; a letterhead is the body alone."""
    line = _plain(text)
    if match := _MASTHEAD.match(line):
        return Reading(0, len(text), match["body"], ("masthead",))
    if _is_letterhead(line):
        return Reading(0, len(text), line, ("masthead",))
    return None


def title_issuer(title: str) -> Reading | None:
    """The body that a title names before 关于, 印发 or the year."""
    before = _YEAR_BEFORE.match(title)
    start = before.end() if before else 0
    if title.startswith(("关于", "印发", "转发", "全"), start) or (name := _NAME.match(title[start:])) is None:
        return None
    for end in range(start + 3, start + name.end() + 1):
        if may_stand_behind_issuer(title[end:]) and is_organ(title[start:end]):
            return Reading(start, end, title[start:end], ("title-issuer",))
    return None


def may_stand_behind_issuer(text: str) -> bool:
    """Whether a text begins as what stands behind a body's name in a title does: 关于…, 2031年…, 重点工作…."""
    return _BEHIND_ISSUER.match(text) is not None


def _is_letterhead(line: str) -> bool:
    """Whether a line is nothing but the name of a body that may issue."""
    return _LETTERHEAD.match(line) is not None and is_organ(line)


def printed_by(text: str) -> Reading | None:
    """The body in the colophon: 某局办公室 2031年5月6日印发."""
    if "印" in text and (match := _PRINTED.search(text)) and is_organ(_plain(match["body"])):
        return Reading(match.start("body"), match.end("body"), _plain(match["body"]), ("printed-by",))
    return None


def signature(text: str) -> Reading | None:
    """The signing body on a line of its own: nothing but a body's name, its seal's mark aside."""
    line = re.sub(r"[（(](?:盖章|公章|印章|章|代章)[）)]", "", _plain(text))
    if (match := date(line)) is not None:
        line = line[: match.start] if match.end == len(line) else line
    if _is_letterhead(line):
        at = text.find(line)
        return (
            Reading(at, at + len(line), line, ("signature",))
            if at >= 0
            else Reading(0, len(text), line, ("signature",))
        )
    return None


def addressee(text: str) -> Reading | None:
    """主送机关: the line up to its colon."""
    if match := _ADDRESSEE.match(text.strip()):
        name = _plain(match["name"])
        return Reading(0, len(text), name, ("addressee",))
    return None


def signatory(text: str) -> Reading | None:
    """签发人, several joined by 、."""
    if match := _SIGNATORY.search(text):
        return Reading(match.start(), match.end(), _plain(match["name"]), ("signatory",))
    return None


def year(title: str) -> Reading | None:
    """The year that a title gives its plan.

    A school year gives the year in which its dates lie: that of its second term is the later one. Of several years the
    last that stands for itself counts (2023年工作总结和2024年工作计划); of a range its first.
    """
    text = title.translate(_FULLWIDTH)
    if match := _SINCE_1912.search(text):
        second = bool(match["term"]) and any(mark in match["term"] for mark in "二下春2")
        school = match["unit"] == "学年"
        rules = ("school-year", *(() if second else (OVER_NEW_YEAR,))) if school else ("year-since-1912",)
        return Reading(match.start(), match.end(), _FIRST_YEAR + int(match["y"]) + (school and second), rules)
    match = _TERM_OF_TWO_YEARS.search(text)
    if (match and int(match["to"]) == int(match["y"]) + 1) or (match := _SCHOOL_YEAR.search(text)):
        first, term = int(match["y"]), match["term"] or ""
        second = any(mark in term for mark in "二下春2")
        rules = ("school-year",) if second else ("school-year", OVER_NEW_YEAR)
        return Reading(match.start(), match.end(), first + second, rules)
    if (match := _MONTHS.search(text)) and match["to"] != match["y"]:
        return Reading(match.start(), match.end(), int(match["y"]), ("year-range",))
    if match := _SEASON.search(text):
        rules = ("season", OVER_NEW_YEAR) if "秋" in match["term"] else ("season",)
        return Reading(match.start(), match.end(), int(match["y"]), rules)
    if match := _WINTER_OF_YEARS.search(text):
        return Reading(match.start(), match.end(), int(match["y"]), ("season",))
    outside = _QUOTED_BRACKET.sub(lambda m: "　" * len(m.group()), text)
    for part in (outside, text):
        spans = [match.span() for match in _RANGE.finditer(part)]
        alone = [m for m in _YEAR.finditer(part) if not any(a <= m.start() < b for a, b in spans)]
        marked = [m for m in alone if m.group().endswith("年")] or alone
        if marked:
            return Reading(marked[-1].start(), marked[-1].end(), int(marked[-1]["y"]), ("year",))
        if match := _YEAR_CHINESE.search(part):
            return Reading(match.start(), match.end(), number(match["y"]), ("year-chinese",))
        if match := _RANGE.search(part):
            return Reading(match.start(), match.end(), int(match["y"]), ("year-range",))
    return None


def month_of_span(title: str) -> int:
    """The month in which a plan's year begins whose title says from which month to which of the next year it runs (2021年9月—2022年1月);
    0 for another."""
    match = _MONTHS.search(title.translate(_FULLWIDTH))
    next_year = match is not None and (match["to"] is None or int(match["to"]) == int(match["y"]) + 1)
    return int(match["from"]) if match is not None and next_year else 0


def over_winter(title: str) -> bool:
    """Whether a title speaks of work over a winter, whose months from January on are those of the next year: 今冬明春."""
    return _OVER_WINTER.search(title) is not None


def read(text: str, *, part: str) -> list[Reading]:
    """One part of a document read by its own rule: `part` is one of `PARTS`; for the corpus and for `explain`."""
    found = PARTS[part](text)
    return [found] if found else []


PARTS = {
    "doc-number": doc_number,
    "date": date,
    "masthead": masthead_issuer,
    "title": title_issuer,
    "printed": printed_by,
    "signature": signature,
    "addressee": addressee,
    "signatory": signatory,
    "year": year,
}
