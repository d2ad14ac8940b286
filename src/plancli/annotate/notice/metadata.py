"""From zones to facts: what the covering notice says, and what a plan takes from it, its head and its colophon."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...grammar.pattern import Pattern
from ...grammar.reading import Reading
from ...language.official import rules
from ...language.titles import tells_of_past
from ...model.draft import NoticeDraft, PlanDraft
from ...model.record import Record

_SCHOOL_YEAR_BEGINS = 8  # a month: what a school does in July belongs to the year that ends
# What a preamble says it is for: 特制定某局2026年工作要点, 现就2026年实习工作安排如下.
_PURPOSE = Pattern(
    r"(?:制定|制订|印发|提出|现[就将])[^。；]{0,24}?((?:19|20)\d{2})年度?[^。；，]{0,30}(?:要点|计划|方案|安排|清单|工作|任务|意见|措施)"
)
_LEAD_IN = Pattern(
    r"((?:19|20)\d{2})年度?[^。；，]{0,30}(?:要点|计划|方案|安排|任务|措施)[^。；，]{0,4}如下"
)  # 2009年分会工作计划如下


_HELD_AT = Pattern(r"(?:^|\n)(?:活动|实施|举办|起止)?(?:时间|日期)[:：]\s?((?:19|20)\d{2})年")  # of the whole plan
# 将举办2029首届云岭茶会, 拟召开2029中国（云岭）年会: an occasion that carries its year before its name.
_OCCASION = Pattern(
    r"(?:举办|举行|开展|召开|承办|启动|组织)[^，。；\d]{0,6}((?:19[89]|20[0-4])\d)(?!\d)年?(?=首届|第[一二三四五六七八九十\d]+届|中国|[㐀-鿿]{2,8}[（(“]|[“（(])"
)
# 统筹安排2028年寒假工作，现将有关事宜通知如下: in December, of the year to come.
_ARRANGES = Pattern(
    r"(?:安排|做好|部署|组织|落实)((?:19|20)\d{2})年度?[^。；，]{1,20}(?:工作|事宜|活动|任务)[^。；]{0,16}(?:如下|[：:])"
    r"|(?:安排|做好|部署)((?:19|20)\d{2})年[^。；，]{1,20}工作，[^。；]{0,30}如下"
)
_SUBJECT = Pattern(r"((?:19|20)\d{2})年?度?(?:首届|第[一二三四五六七八九十\d]{1,3}届)?([㐀-鿿]{4})")
_TERM = Pattern(r"[（(]?(?:19|20)\d{2}.{1,10}学年度?.{0,6}学期[)）]?")  # on a line of its own below a title
_SUBTITLES = 3  # lines
_OPENING = 400  # characters in which a preamble says what it is for
_DATED_TWICE = Pattern(
    r"((?:19|20)\d{2}(?=年)|(?<!\d)1[0-3]\d(?=年)|(?<![\d-])20\d{2}(?=[-./]\d{1,2}[-./]\d{1,2}(?!\d)))"
    r"(?:年(?=\d{1,2}月(?![^。；，、\n]{0,16}(?:印发|发布|下发|颁布|公布|出台|施行|修订)))|(?=[-./]))"
)
_FIRST_ROC = 1911


@dataclass(slots=True, eq=False, repr=False)
class Facts(Record):
    """Who issued a document, under which number, on which day; each None where it is not said."""

    issuer: str | None = None
    doc_number: str | None = None
    issued_on: datetime.date | None = None
    title: str = ""  # of a notice: its title and its text
    text: str = ""

    def fill(self, other: Facts) -> None:
        """Take from `other` what is missing here."""
        self.issuer = self.issuer or other.issuer
        self.doc_number = self.doc_number or other.doc_number
        self.issued_on = self.issued_on or other.issued_on


def read_notice(draft: NoticeDraft, record: Mapping[str, str]) -> tuple[dict[str, object], Facts]:
    """The covering notice and the record that the source has beside its text → the fields of `Notice` as plain data, and what
    its plans take from it."""
    zones: dict[str, list[str]] = {}
    for zone, text in draft.lines:
        zones.setdefault(zone, []).append(text)
    title = "".join(zones.get("title", ())) or None
    facts = Facts(
        issuer=_signed(line for line in zones.get("signature", ()) if not rules.date(line))
        or _signed(zones.get("signature", ()))
        or _masthead(zones.get("masthead", ()))
        or _value(rules.title_issuer(title or "")),
        doc_number=_first_number(
            [*zones.get("doc-number", ()), *zones.get("masthead", ()), *zones.get("signatory", ())]
        ),
        issued_on=_first_date([*zones.get("date", ()), *zones.get("signature", ())]),
    )
    facts.fill(_colophon(zones.get("colophon", ())))
    closing = zones.get("body", [])[1:][-4:]  # a signature that a line behind it hid from the zones
    facts.fill(
        Facts(
            _signed(closing), None, _first_date(line for line in closing if (day := rules.date(line)) and not day.start)
        )
    )
    facts.doc_number = facts.doc_number or _first_number(zones.get("title", ()))
    facts.fill(_recorded(record))
    title = title or record.get("title")
    addressee = "".join(zones.get("addressee", ()))
    signatory = next((found.value for line in zones.get("signatory", ()) if (found := rules.signatory(line))), None)
    fields: dict[str, object] = {
        "title": title,
        "doc_number": facts.doc_number,
        "issuer": facts.issuer,
        "addressee": _value(rules.addressee(addressee)) if addressee else None,
        "issued_on": facts.issued_on,
        "signatory": signatory,
        "text": "\n".join([*zones.get("body", ()), *zones.get("attachment", ())]),
    }
    facts.title, facts.text = title or "", str(fields["text"])
    return fields, facts


def _recorded(record: Mapping[str, str]) -> Facts:
    return Facts(
        record.get("issuer"),
        _first_number([record.get("doc_number", "")]),
        _first_date([record.get("issued_on", "")]),
    )


def read_plan(draft: PlanDraft, notice: Facts | None) -> Facts:
    """What a plan's own head and tail say of it, then its notice, then its title."""
    facts = Facts(
        issuer=_signed(_beside_title(draft.head))
        or _signed(draft.tail)
        or _masthead(line for line in draft.head if line.rstrip().endswith("文件")),
        doc_number=_first_number(draft.head) or _first_number(line for line in draft.tail if len(line) < 40),
        issued_on=_first_date(draft.head),
    )
    if notice:
        facts.fill(notice)
    facts.fill(_colophon(draft.tail))
    facts.issued_on = facts.issued_on or _first_date(line for line in draft.tail if len(line) < 60)
    facts.issuer = facts.issuer or _value(rules.title_issuer(draft.title)) or _signed(draft.head)
    return facts


def _beside_title(head: Sequence[str]) -> Sequence[str]:
    """The lines that sign a plan at its head: those behind the last that says something else, as a site's menu does beneath
    its banner."""
    known = (rules.signature, rules.date, rules.doc_number, rules.masthead_issuer)
    others = [
        index
        for index, line in enumerate(head)
        if not line.startswith(("（", "(")) and not any(read(line) for read in known)
    ]
    return head[others[-1] + 1 :] if others else head


def plan_year(
    draft: PlanDraft, facts: Facts, notice: Facts | None, option: int | None, said_by: str = "option"
) -> tuple[int | None, str | None, int]:
    """The plan's year, where it was read (title, head, notice, `2025年是…` at the start, 文号, date, the setting by the name of `said_by`), and the
    month in which it begins."""
    head = [line for line in draft.head if not rules.date(line) and not rules.doc_number(line)]
    named = [(draft.title, "title"), *((line, "head") for line in head), (notice.title if notice else "", "notice")]
    for text, source in named:
        if (found := rules.year(text)) and not _looks_back(text, facts.issued_on):
            first_month = _begins(int(found.value), facts.issued_on) if rules.OVER_NEW_YEAR in found.rules else 1
            return int(found.value), "school-year" if "school-year" in found.rules else source, first_month
    if match := re.match(r"((?:19|20)\d{2})年是", draft.preamble):
        return int(match[1]), "preamble", 1
    if match := _ARRANGES.search(draft.preamble[:_OPENING]):
        return int(match[1] or match[2]), "preamble", 1
    if facts.doc_number and (match := re.search(r"〔(\d{4})〕", facts.doc_number)):
        return int(match[1]), "doc-number", 1
    if (year := _year_of_subject(draft)) and not (facts.issued_on and year < facts.issued_on.year):
        return year, "preamble", 1
    if facts.issued_on:
        return facts.issued_on.year, "date", 1
    if match := re.match(r"[^。]{0,8}?((?:19|20)\d{2})年", draft.preamble) or (
        _PURPOSE.search(draft.preamble) or _LEAD_IN.search(draft.preamble)
    ):
        return int(match[1]), "preamble", 1
    for line in draft.preamble.split("\n")[:_SUBTITLES]:
        if _TERM.fullmatch(line) and (found := rules.year(line)):
            return int(found.value), "school-year", _SCHOOL_YEAR_BEGINS if rules.OVER_NEW_YEAR in found.rules else 1
    opening = draft.preamble[:_OPENING]
    if match := _HELD_AT.search(draft.preamble) or _OCCASION.search(opening):
        return int(match[1]), "preamble", 1
    in_headings = {match for section in draft.sections for match in re.findall(r"((?:19|20)\d{2})年\d", section.title)}
    if len(in_headings) == 1 and not option:
        return int(in_headings.pop()), "heading", 1
    if option:
        return option, said_by, 1
    in_tasks = [text for task in draft.tasks for text in (task.title, task.text)]
    in_sections = [section.text for section in draft.sections]
    around = (([draft.preamble], "preamble"), (in_sections, "section"), ([draft.closing], "closing"))
    for texts, source in ((in_tasks, "tasks"), *around):
        if years := _dated_years(texts):
            return (years.pop(), source, 1) if len(years) == 1 else (None, None, 1)
    return None, None, 1


def _looks_back(title: str, issued: datetime.date | None) -> bool:
    """Whether a title tells of which years something is judged that were over when it was issued: 关于2025年度考核工作的通知 of January 2026."""
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", title)]
    return bool(years) and issued is not None and max(years) < issued.year and tells_of_past(title)


def _begins(year: int, issued: datetime.date | None) -> int:
    """The month in which a school year begins; that of a notice issued before it, which speaks of what is to be done until then."""
    early = issued is not None and issued.year == year and issued.month < _SCHOOL_YEAR_BEGINS
    return issued.month if early and issued is not None else _SCHOOL_YEAR_BEGINS


def _year_of_subject(draft: PlanDraft) -> int | None:
    """The year that a preamble gives to what the title is about: 关于2027年爱鸟周活动的通知 above 某社区爱鸟周活动方案; None where
    it gives none, or several."""
    years = {int(match[1]) for match in _SUBJECT.finditer(draft.preamble[:_OPENING]) if match[2] in draft.title}
    return years.pop() if len(years) == 1 else None


def _dated_years(texts: Iterable[str]) -> set[int]:
    """The years that dates name (2028年3月), Taiwan's counted from 1912 as well; not those of what was issued then."""
    said = {int(year) for text in texts for year in _DATED_TWICE.findall(text)}
    return {year if year > 1000 else _FIRST_ROC + year for year in said}


def _value(found: Reading | None) -> str | None:
    return str(found.value) if found else None


def _signed(lines: Iterable[str]) -> str | None:
    bodies = [str(found.value) for line in lines if (found := rules.signature(line))]
    return "、".join(dict.fromkeys(bodies)) or None


def _masthead(lines: Iterable[str]) -> str | None:
    bodies = [str(found.value) for line in lines if (found := rules.masthead_issuer(line))]
    return "、".join(dict.fromkeys(bodies)) or None


def _first_number(lines: Iterable[str]) -> str | None:
    return next((str(found.value) for line in lines if (found := rules.doc_number(line))), None)


def _first_date(lines: Iterable[str]) -> datetime.date | None:
    for line in lines:
        if found := rules.date(line):
            value: datetime.date = found.value
            return value
    return None


def _colophon(lines: Iterable[str]) -> Facts:
    """印发机关 and 印发日期, on one line or on two."""
    text = "".join(line.strip() for line in lines)
    if (found := rules.printed_by(text)) is None:
        return Facts()
    return Facts(issuer=str(found.value), issued_on=_first_date([text[found.end :]]))
