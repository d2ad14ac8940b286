"""Fourth stage: Draft → Bulletin. Bodies, persons, times, remarks and the notice's facts, each with its evidence.

Total: any draft gives a bulletin.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ..language.lexicon.in_force import in_force
from ..language.roles import Words, words
from ..messages import Message, Several
from ..model.bulletin import Bulletin
from ..model.draft import Draft, NoticeDraft, PlanDraft
from ..model.settings import Settings
from ..model.source import ReaderAttempt, Source
from .attach import annotate_task, located
from .context import PlanContext, context_of
from .departments.keys import Keys
from .diagnostics import noted, report
from .doubts import point
from .headings import Heading, read_headings
from .no_plan import reasons_against
from .notice.metadata import Facts, read_notice, read_plan
from .notice.plan_year import plan_year
from .over_winter import first_month
from .several import share_closing, share_in_chapters, share_with_those_before, take_from_above

PlanYear = tuple[int | None, str | None, int]  # the year, where it was read, the month in which it begins


def annotate(draft: Draft, *, source: Source, data: bytes, name: str, settings: Settings | None = None) -> Bulletin:
    """A bulletin as cut, with the file it came from (`name` is the path as given) → the finished bulletin."""
    settings = settings or Settings()
    diagnostics: list[Any] = [*draft.diagnostics, *(noted(*note) for note in source.notes)]
    with in_force(settings.lexicon):
        told = draft.notice or (NoticeDraft() if source.record else None)
        notice, facts = read_notice(told, source.record) if told else (None, None)
        years = _years(draft, facts, settings)
        plans = [
            _plan(plan, f"p{i}", facts, year, words(), settings, source.heights, diagnostics)
            for i, (plan, year) in enumerate(zip(draft.plans, years, strict=True), 1)
        ]
    for plan, cut in zip(plans, draft.plans, strict=True):
        if reasons := reasons_against(plan, of_articles=cut.of_articles):
            message = Message("this is hardly a plan: {reasons}", reasons=Several(*reasons))
            diagnostics.append(report("no-plan", message, plan=plan["id"]))
    if not any(plan["tasks"] for plan in plans):
        diagnostics.append(report("no-tasks", Message("no task was found")))
    lost = max(0, draft.characters - draft.placed - draft.left_out)
    if lost:
        message = Message(
            "{count} character of the source is in no field",
            "{count} characters of the source are in no field",
            count=lost,
        )
        diagnostics.append(report("lost-text", message))
    return Bulletin.model_validate(
        {
            "source": _source(source, data, name),
            "notice": notice if notice and any(notice.values()) else None,
            "plans": plans,
            "coverage": {
                "characters": draft.characters,
                "placed": draft.placed,
                "left_out": draft.left_out,
                "lost": lost,
            },
            "diagnostics": list(point(diagnostics, plans)),
        }
    )


def _source(source: Source, data: bytes, name: str) -> dict[str, Any]:
    return {
        "path": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "media_type": source.media_type,
        "bytes": len(data),
        "pages": source.pages,
        "extractor": _extractor(source.attempts) if source.attempts else None,
    }


def _extractor(attempts: list[ReaderAttempt]) -> dict[str, Any]:
    *before, reader = attempts
    tried = [{"extractor": one.extractor, "outcome": one.outcome} for one in before]
    return {"name": reader.extractor, "version": reader.version, "attempts": tried}


def _years(draft: Draft, notice: Facts | None, settings: Settings) -> list[PlanYear]:
    """Each plan's year; an attachment without one takes its bulletin's."""
    years = [
        plan_year(plan, read_plan(plan, notice), notice, settings.year, settings.year_from) for plan in draft.plans
    ]
    known = next((year for year in years if year[0] is not None), None)
    if known is None:
        return years
    return [year if year[0] is not None else (known[0], "bulletin", known[2]) for year in years]


def _plan(
    draft: PlanDraft,
    id: str,
    notice: Facts | None,
    dated: PlanYear,
    words: Words,
    settings: Settings,
    heights: list[float],
    diagnostics: list[Any],
) -> dict[str, Any]:
    facts = read_plan(draft, notice)
    year, year_from, begins = dated
    text = notice.text if notice else ""
    context = context_of(
        draft,
        plan=id,
        year=year,
        words=words,
        calendar=settings.calendar,
        first_month=first_month(draft, year, text) if year is not None and begins == 1 else begins,
        heights=heights,
        keys=Keys((facts.issuer, draft.title, notice.title if notice else None), settings.aliases),
        notice=text,
    )
    if year is None and draft.tasks:
        context.diagnostics.append(report("no-year", Message("no year is named in the title, 文号 or date"), plan=id))
    above = read_headings(draft, context)
    tasks = _tasks(draft, id, above, context)
    diagnostics += context.diagnostics
    return {
        "id": id,
        "title": draft.title,
        "kind": draft.kind,
        "issuer": facts.issuer,
        "year": year,
        "year_from": year_from,
        "doc_number": facts.doc_number,
        "issued_on": facts.issued_on,
        "preamble": draft.preamble,
        "sections": _sections(draft, id, above),
        "tasks": tasks,
        "closing": draft.closing,
    }


def _sections(draft: PlanDraft, plan: str, above: list[Heading]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{plan}.s{i}",
            "label": section.label,
            "level": section.level,
            "title": section.title,
            "parent": None if section.parent is None else f"{plan}.s{section.parent + 1}",
            "text": section.text,
            "location": located(section.location, above[i - 1].boxes),
        }
        for i, section in enumerate(draft.sections, 1)
    ]


def _tasks(draft: PlanDraft, plan: str, above: list[Heading], context: PlanContext) -> list[dict[str, Any]]:
    paths = _paths(draft)
    tasks: list[dict[str, Any]] = []
    for i, task in enumerate(draft.tasks, 1):
        id = f"{plan}.t{i}"
        path = () if task.section is None else paths[task.section]
        tasks.append(
            {
                "id": id,
                "number": task.number,
                "label": task.label,
                "title": task.title,
                "text": task.text,
                "section": None if task.section is None else f"{plan}.s{task.section + 1}",
                "section_path": path,
                **annotate_task(task, above[-1 if task.section is None else task.section], context, id=id),
                "extra": task.extra,
            }
        )
    take_from_above(tasks, context.words.same)
    told = share_with_those_before(tasks, context)
    share_in_chapters(tasks)
    share_closing(draft.closing, tasks[told:], context)
    return tasks


def _paths(draft: PlanDraft) -> list[tuple[str, ...]]:
    """The titles from the outermost section to each; a parent stands before its children."""
    paths: list[tuple[str, ...]] = []
    for section in draft.sections:
        above = () if section.parent is None else paths[section.parent]
        paths.append((*above, section.title))
    return paths
