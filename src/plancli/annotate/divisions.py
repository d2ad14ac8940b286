"""Lists that divide work among bodies: items that each begin with who does them (教务处负责命题。总务处负责保障。), and headings each
of which is a body (一、教务处 二、总务处)."""

from __future__ import annotations

from collections import defaultdict

from ..language.duties import share_end, speaks_of_division
from ..language.roles import Words
from ..model.draft import PlanDraft, TaskDraft
from .departments.labelled import DepartmentEntry
from .departments.names import NotAListError, read_names

_MOST = 2 / 3  # of the items of a list; one may say what is done together


def divided(draft: PlanDraft) -> frozenset[int]:
    """The tasks, by `id`, that stand in a list most of whose items say first who has which part of the work; one alone does
    where its heading speaks of a division (三、职责分工)."""
    lists: dict[int | None, list[TaskDraft]] = defaultdict(list)
    for task in draft.tasks:
        lists[task.section].append(task)
    found: set[int] = set()
    for section, tasks in lists.items():
        begun = {id(task) for task in tasks if share_end(task.title)}
        heading = draft.title if section is None else draft.sections[section].title
        if begun and len(begun) >= len(tasks) * _MOST and (len(begun) > 1 or speaks_of_division(heading)):
            found |= begun
    return frozenset(found)


def doers(title: str, words: Words) -> list[DepartmentEntry]:
    """Who is said first to do a part of the work: 教务处、各年级组 of 教务处、各年级组负责命题, 财政局 of 财政局：负责保障."""
    end = share_end(title)
    colon = title.replace(":", "：").find("：", 0, end)
    role = words.role_of(title[colon:end]) if colon > 0 else None
    try:
        return read_names(title, 0, colon if colon > 0 else end, words, role=role, rule="clause", sure=1.0)[0]
    except NotAListError:
        return []


def headed_by_bodies(draft: PlanDraft, words: Words) -> frozenset[int]:
    """The sections, by index, whose titles are bodies in particular and nothing else, where all beside them are so too."""
    beside: dict[int | None, list[int]] = defaultdict(list)
    for index, section in enumerate(draft.sections):
        beside[section.parent].append(index)
    return frozenset(
        index
        for sections in beside.values()
        if len(sections) > 1 and all(_is_body(draft.sections[each].title, words) for each in sections)
        for index in sections
    )


def _is_body(title: str, words: Words) -> bool:
    return words.is_body(title) and words.is_particular(title)
