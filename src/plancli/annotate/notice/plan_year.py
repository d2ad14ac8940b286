"""The year of a plan, and the month in which it begins: from the title down to the dates of its tasks, the first that says it."""

from __future__ import annotations

import datetime
import re

from ...grammar.pattern import Pattern
from ...language.official import rules, years
from ...language.titles import tells_of_past
from ...model.draft import PlanDraft
from .metadata import Facts

_SCHOOL_YEAR_BEGINS = 8  # a month: what a school does in July belongs to the year that ends
_ENTERED = Pattern(r"((?:19|20)\d\d)级")  # when those entered whom the work is for
_SUBTITLES = 3  # lines
_OPENING = 400  # characters in which a preamble says what it is for


def plan_year(
    draft: PlanDraft, facts: Facts, notice: Facts | None, option: int | None, said_by: str = "option"
) -> tuple[int | None, str | None, int]:
    """The plan's year, where it was read (title, head, notice, `2025年是…` at the start, 文号, date, the setting by the name of `said_by`), and the
    month in which it begins."""
    head = [line for line in draft.head if not rules.date(line) and not rules.doc_number(line)]
    named = [(draft.title, "title"), *((line, "head") for line in head), (notice.title if notice else "", "notice")]
    for text, source in named:
        if (found := rules.year(_ENTERED.sub("", text))) and not _looks_back(text, facts.issued_on):
            over = rules.OVER_NEW_YEAR in found.rules
            first_month = rules.month_of_span(text) or (_begins(int(found.value), facts.issued_on) if over else 1)
            return int(found.value), "school-year" if "school-year" in found.rules else source, first_month
    opening = draft.preamble[:_OPENING]
    if year := years.begun(draft.preamble) or years.arranged_for(opening):
        return year, "preamble", 1
    if facts.doc_number and (match := re.search(r"〔(\d{4})〕", facts.doc_number)):
        return int(match[1]), "doc-number", 1
    if (year := years.of_subject(opening, draft.title)) and not (facts.issued_on and year < facts.issued_on.year):
        return year, "preamble", 1
    if facts.issued_on:
        return facts.issued_on.year, "date", 1
    if year := years.named_at_start(draft.preamble) or years.of_purpose(draft.preamble):
        return year, "preamble", 1
    for line in draft.preamble.split("\n")[:_SUBTITLES]:
        if years.is_term(line) and (found := rules.year(line)):
            return int(found.value), "school-year", _SCHOOL_YEAR_BEGINS if rules.OVER_NEW_YEAR in found.rules else 1
    if year := years.held_in(draft.preamble) or years.of_occasion(opening):
        return year, "preamble", 1
    in_headings = {match for section in draft.sections for match in re.findall(r"((?:19|20)\d{2})年\d", section.title)}
    if len(in_headings) == 1 and not option:
        return int(in_headings.pop()), "heading", 1
    if option:
        return option, said_by, 1
    in_tasks = [text for task in draft.tasks for text in (task.title, task.text)]
    in_sections = [section.text for section in draft.sections]
    around = (([draft.preamble], "preamble"), (in_sections, "section"), ([draft.closing], "closing"))
    for texts, source in ((in_tasks, "tasks"), *around):
        if dated := {year for text in texts for year in years.dated(text)}:
            if len(dated) == 1:
                return dated.pop(), source, 1
            year, begins = years.over_new_year(texts) or (None, 1)
            return year, source if year else None, begins
    entered = _ENTERED.search(draft.title)
    return (int(entered[1]), "title", 1) if entered else (None, None, 1)


def _looks_back(title: str, issued: datetime.date | None) -> bool:
    """Whether a title tells of which years something is judged that were over when it was issued: 关于2025年度考核工作的通知 of January 2026."""
    named = [int(year) for year in re.findall(r"(?:19|20)\d\d", title)]
    return bool(named) and issued is not None and max(named) < issued.year and tells_of_past(title)


def _begins(year: int, issued: datetime.date | None) -> int:
    """The month in which a school year begins; that of a notice issued before it, which speaks of what is to be done until then."""
    early = issued is not None and issued.year == year and issued.month < _SCHOOL_YEAR_BEGINS
    return issued.month if early and issued is not None else _SCHOOL_YEAR_BEGINS
