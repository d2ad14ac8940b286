"""What governs what: the columns beside a task, the assignments in its text, its schedule → the values of the task."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..grammar.corpus import Reading
from ..model.bulletin import Role, TimeNode
from ..model.draft import ColumnValue, TaskDraft
from .context import Context
from .departments.cells import read_cell
from .departments.names import Entry
from .departments.reader import read_prose
from .diagnostics import report
from .headings import Heading, from_heading
from .timenodes import of_task, read_column, read_task_text

_ROLES: Mapping[str, Role] = {"lead": "lead", "support": "support", "responsible": "responsible"}
_ORDINAL = re.compile(r"第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})")
_LIMIT = re.compile(r"时限|期限|截止|完成|办结|限时|最迟")
_PUNCTUATION = " 　\n。；;，,、.）)】]"


def annotate_task(task: TaskDraft, above: Heading, context: Context, *, id: str) -> dict[str, Any]:
    """The bodies, persons, times and remarks of one task, as fields of `Task`; `above` is what its headings give."""
    entries: list[Entry] = []
    remarks: list[str] = []
    for column in task.columns:
        if column.kind == "remarks":
            remarks.append(column.text.strip())
        elif column.kind in ("departments", "leaders"):
            entries += _column(column, id, context)
    clauses = not entries  # where columns name the bodies, a plain sentence names none
    readings = read_prose(task.text, clauses=clauses, words=context.words)
    for reading in read_prose(task.title, clauses=clauses, words=context.words):
        entries += reading.value
    departments = [_department(entry, None, None) for entry in entries if not entry.person]
    leaders = [_leader(entry) for entry in entries if entry.person]
    for reading, scope in zip(readings, scopes(task.text, readings), strict=True):
        for entry in reading.value:
            if entry.person:
                leaders.append(_leader(entry))
            else:
                departments.append(_department(entry, (entry.start, entry.end), scope))
    if not departments:
        departments += [_department(entry, None, None, "from-section") for entry in above.entries if not entry.person]
        leaders += [_leader(entry) for entry in above.entries if entry.person and not leaders]
    if context.first_leads:
        _lead_the_first(departments)
    return {
        "departments": _distinct(departments),
        "leaders": _distinct(leaders),
        "time_nodes": _times(task, id, context) or [from_heading(node) for node in above.times],
        "remarks": "\n".join(filter(None, remarks)) or None,
    }


def _times(task: TaskDraft, id: str, context: Context) -> list[TimeNode]:
    """The time nodes of a task: those of its text, of its time columns, and of its title: an outline's item may say it all
    in its first sentence, a table's task where no other cell does, or more closely than one (2月25日前 in a row of
    February). A bare number under 周次 is no time by itself."""
    of_task(id)
    nodes, problems = read_task_text(task.text, task.schedule, **context.dating)
    for column in task.columns:
        if column.kind == "time" and not (_ORDINAL.fullmatch(column.text) and "周" in column.header):
            limit = _LIMIT.search(column.header) is not None
            more, found = read_column(column.text, limit=limit, **context.dating)
            nodes += more
            problems += found
    alone = task.location.table is None or not (task.text or nodes)
    if alone or any(node.kind == "period" for node in nodes):
        more, found = read_task_text(task.title, **context.dating)
        nodes += [node.model_copy(update={"span": None}) for node in more if alone or _narrows(node, nodes)]
        problems += found if alone else []
    for problem in problems:
        if problem.code != "no-year":  # said once for the whole plan
            where = {"plan": context.plan, "task": id, "location": task.location}
            context.diagnostics.append(
                {"code": problem.code, "severity": "warning", "message": problem.message, **where}
            )
    return nodes


def _narrows(node: TimeNode, others: list[TimeNode]) -> bool:
    """Whether a node is a deadline within the period that another one gives, and says something new."""
    if node.kind != "deadline" or node.end is None or any(node.end == other.end for other in others):
        return False
    return any(
        other.kind == "period" and other.start and other.end and other.start <= node.end <= other.end
        for other in others
    )


def _column(column: ColumnValue, id: str, context: Context) -> list[Entry]:
    """A cell's names; 同上 stands for the cell of the row above."""
    text = column.text.strip()
    if text in context.words.same:
        text = context.above.get(column.header, "")
    context.above[column.header] = text
    key = (text, column.kind, column.role or "", column.header)
    if (entries := context.cells.get(key)) is None:
        entries = context.cells[key] = read_cell(
            text,
            role=_ROLES.get(column.role or "") or context.words.role_of(column.header),
            persons=column.kind == "leaders",
            label=column.header,
            known=context.known,
            words=context.words,
        )
    if not entries and text and text not in context.words.nobody:
        context.diagnostics.append(
            report(
                "unreadable-cell",
                f"no name was found in the column {column.header}",
                plan=context.plan,
                task=id,
                text=text,
            )
        )
    for entry in entries:
        if "line-parted" in entry.rules or "run-on" in entry.rules:
            context.diagnostics.append(
                report(
                    "doubtful-name",
                    f"{entry.name} was taken for a name of its own",
                    plan=context.plan,
                    task=id,
                    text=text,
                )
            )
    return entries


def _department(
    entry: Entry, span: tuple[int, int] | None, scope: tuple[int, int] | None, *more: str
) -> dict[str, Any]:
    rules = (*entry.rules, *more)
    return {"name": entry.name, "key": entry.name, "role": entry.role, "span": span, "scope": scope, "rules": rules}


def _leader(entry: Entry) -> dict[str, Any]:
    return {"name": entry.name, "role": entry.role}


def _lead_the_first(departments: list[dict[str, Any]]) -> None:
    """By a note of the plan the first responsible body leads, unless one is said to lead."""
    if any(one["role"] == "lead" for one in departments):
        return
    for one in departments:
        if one["role"] == "responsible":
            one["role"] = "lead"
            one["rules"] = (*one["rules"], "first-listed")
            return


def _distinct(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same body in the same role for the same part of the text once; a column's word covers the text's."""
    seen: set[tuple[Any, ...]] = set()
    result = []
    for value in values:
        key = (value["name"], value["role"], value.get("scope"))
        whole = (value["name"], value["role"], None)
        if key not in seen and whole not in seen:
            seen.add(key)
            result.append(value)
    return result


def scopes(text: str, readings: list[Reading]) -> list[tuple[int, int] | None]:
    """The part of the text that each assignment governs: from the end of the one before to its own end.

    Assignments with nothing but punctuation between them govern the same part. What governs the whole text has None.
    """
    groups: list[list[Reading]] = []
    for reading in readings:
        if groups and not text[groups[-1][-1].end : reading.start].strip(_PUNCTUATION):
            groups[-1].append(reading)
        else:
            groups.append([reading])
    result: list[tuple[int, int] | None] = []
    begin = 0
    for group in groups:
        end = group[-1].end
        while end < len(text) and text[end] in "。；;，,、":
            end += 1
        while begin < len(text) and text[begin] in "\n 　":
            begin += 1
        whole = len(groups) == 1 and not text[end:].strip(_PUNCTUATION)
        result += [None if whole else (begin, end)] * len(group)
        begin = end
    return result
