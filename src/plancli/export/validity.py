"""Does a result hold? The schema first, then the rules that a schema cannot say. Results of 1.0 are read as those of 1.1.

findings(data) -> [Finding("plans[0].tasks[3].time_nodes[1].span", "is not where raw stands in text"), …]
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from ..errors import syntax
from ..grammar.pattern import Pattern
from ..messages import Message
from ..model.bulletin import Boxes, Bulletin, Department, Location, Model, Plan, Section, Task, TimeNode
from ..model.settings import YEARS
from ..model.versions import is_old, upgraded

_NUMBER = Pattern(r"[0-9]+(\.[0-9]+)*")
_SHA256 = Pattern(r"[0-9a-f]{64}")
_CELL = Pattern(r"[A-Z]{1,3}[1-9][0-9]*")
_BRACKETS = Pattern(r"[\[（(【﹝〖]\s*\d{4}")


class Finding(NamedTuple):
    """A place in a result (empty for the whole) and what does not hold there."""

    path: str
    what: str


# what the schema says of a value, so that the catalogue has it
SCHEMA = (
    "Field required", "Extra inputs are not permitted",
    "Input should be a valid string", "Input should be a valid integer", "Input should be a valid number",
    "Input should be a valid boolean", "Input should be a valid array", "Input should be an object",
    "Input should be a valid date", "Input should be a valid date in the format YYYY-MM-DD, {slip}",
    "Input should be {names}",
    "String should have at least {least} character", "String should have at least {least} characters",
    "Tuple should have at most {most} items after validation, not {number}",
)  # fmt: skip


def findings(data: bytes) -> list[Finding]:
    """The bytes of a result, of an array of results or of JSON Lines → everything that does not hold, in the order of the document."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [Finding("", Message("is not UTF-8: byte {byte}", byte=error.start))]
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        return [Finding("", Message("is empty"))]
    if len(lines) == 1 or not _stands_alone(lines[0][1]):
        return list(_document(text))
    return [Finding(_line(number, path), what) for number, line in lines for path, what in _document(line)]


def _line(number: int, path: str) -> Message:
    return (
        Message("line {number}: {path}", number=number, path=path) if path else Message("line {number}", number=number)
    )


def _stands_alone(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _document(text: str) -> Iterator[Finding]:
    try:
        data = json.loads(text)
    except ValueError as error:
        yield Finding("", Message("is not JSON: {error}", error=syntax(error)))
        return
    except RecursionError:
        yield Finding("", Message("is nested too deeply"))
        return
    if isinstance(data, list):
        for index, one in enumerate(data):
            for path, what in _result(one, json.dumps(one)):
                yield Finding(f"[{index}].{path}".rstrip("."), what)
        return
    yield from _result(data, text)


def _result(data: Any, text: str) -> Iterator[Finding]:
    """One result, as plain data and as its JSON."""
    if is_old(data):
        text = json.dumps(upgraded(data))
    try:
        bulletin = Bulletin.model_validate_json(text, strict=True)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            yield Finding(_path(detail["loc"]), detail["msg"])
        return
    yield from check(bulletin)


def _path(parts: Sequence[int | str]) -> str:
    shown = ""
    for part in parts:
        shown += f"[{part}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown


def check(bulletin: Bulletin) -> Iterator[Finding]:
    """What a bulletin of the right shape may still have wrong."""
    if not _SHA256.fullmatch(bulletin.source.sha256):
        yield Finding("source.sha256", Message("is no SHA-256 in hexadecimal digits"))
    cover = bulletin.coverage
    if cover.characters != cover.placed + cover.left_out + cover.lost:
        yield Finding(
            "coverage",
            Message(
                "{placed} + {left_out} + {lost} is not {characters}",
                placed=cover.placed,
                left_out=cover.left_out,
                lost=cover.lost,
                characters=cover.characters,
            ),
        )
    if cover.lost and not any(diagnostic.code == "lost-text" for diagnostic in bulletin.diagnostics):
        yield Finding("coverage.lost", Message("is not 0, and no diagnostic lost-text names the place"))
    if bulletin.notice is not None:
        yield from _origin("notice", bulletin.notice.doc_number, bulletin.notice.issued_on)
    yield from _unique("plans", bulletin.plans)
    for index, plan in enumerate(bulletin.plans):
        yield from _plan(f"plans[{index}]", plan)
        yield from _places(f"plans[{index}]", plan, bulletin.source.pages)
    yield from _diagnostics(bulletin)


def _diagnostics(bulletin: Bulletin) -> Iterator[Finding]:
    """Each diagnostic names plans, tasks and values that are there; a value stands in the task that is named with it."""
    plans = {plan.id for plan in bulletin.plans}
    tasks = {task.id for plan in bulletin.plans for task in plan.tasks}
    for index, diagnostic in enumerate(bulletin.diagnostics):
        if diagnostic.plan is not None and diagnostic.plan not in plans:
            yield Finding(f"diagnostics[{index}].plan", Message("{plan} is no plan", plan=diagnostic.plan))
        if diagnostic.task is not None and diagnostic.task not in tasks:
            yield Finding(f"diagnostics[{index}].task", Message("{task} is no task", task=diagnostic.task))
        if diagnostic.value is not None:
            passed = list(_pointed_at(bulletin, diagnostic.value))
            inside = {one.id for one in passed if isinstance(one, Task)}
            if not passed or passed[-1] is None:
                yield Finding(
                    f"diagnostics[{index}].value", Message("{value!r} points to nothing", value=diagnostic.value)
                )
            elif diagnostic.task in tasks and inside and diagnostic.task not in inside:
                yield Finding(f"diagnostics[{index}].value", Message("is not in {task}", task=diagnostic.task))


def _pointed_at(bulletin: Bulletin, pointer: str) -> Iterator[object]:
    """What a JSON pointer (RFC 6901) passes on its way, and at last what it points to, None where that is not there."""
    held: object = bulletin
    head, *parts = pointer.split("/")
    for part in parts if not head else [""]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(held, Model) and name in type(held).model_fields:
            held = getattr(held, name)
        elif isinstance(held, dict) and name in held:
            held = held[name]
        elif isinstance(held, tuple) and name.isascii() and name.isdecimal() and int(name) < len(held):
            held = held[int(name)]
        else:
            yield None
            return
        yield "" if held is None else held  # the place is there, though nothing is in it


def _places(at: str, plan: Plan, pages: int | None) -> Iterator[Finding]:
    """Boxes and cells of all that has some."""
    nouns: dict[str, Sequence[Section | Task]] = {"sections": plan.sections, "tasks": plan.tasks}
    for noun, items in nouns.items():
        for index, item in enumerate(items):
            where = f"{at}.{noun}[{index}]"
            yield from _location(f"{where}.location", item.location, pages)
            for values in ("departments", "leaders", "time_nodes") if isinstance(item, Task) else ():
                for k, value in enumerate(getattr(item, values)):
                    yield from _boxes(f"{where}.{values}[{k}].boxes", value.boxes, pages)


def _location(at: str, location: Location, pages: int | None) -> Iterator[Finding]:
    if location.cell is not None and not _CELL.fullmatch(location.cell):
        yield Finding(f"{at}.cell", Message("{cell!r} is no cell of a spreadsheet", cell=location.cell))
    if location.cell is not None and location.sheet is None:
        yield Finding(f"{at}.sheet", Message("is null, though a cell is named"))
    yield from _boxes(f"{at}.boxes", location.boxes, pages)


def _boxes(at: str, boxes: Boxes | None, pages: int | None) -> Iterator[Finding]:
    if boxes is not None and pages is None:
        yield Finding(at, Message("is not null, though the file has no pages"))
    for page, x0, y0, x1, y1 in boxes or ():
        if page < 1 or (pages is not None and page > pages):
            yield Finding(at, Message("names page {page}, which is not there", page=page))
        if x0 > x1 or y0 > y1:
            yield Finding(at, Message("has an edge on the wrong side: a box is page, x0, y0, x1, y1"))


def _plan(at: str, plan: Plan) -> Iterator[Finding]:
    yield from _origin(at, plan.doc_number, plan.issued_on)
    if plan.year is not None and plan.year not in YEARS:
        yield Finding(
            f"{at}.year", Message("{year} is out of {first}–{last}", year=plan.year, first=YEARS[0], last=YEARS[-1])
        )
    yield from _unique(f"{at}.sections", plan.sections)
    yield from _unique(f"{at}.tasks", plan.tasks)
    paths: dict[str, tuple[str, ...]] = {}
    levels: dict[str, int] = {}
    for index, section in enumerate(plan.sections):
        if section.parent is not None and section.parent not in paths:
            yield Finding(
                f"{at}.sections[{index}].parent", Message("{parent} is no section before it", parent=section.parent)
            )
        elif section.parent is not None and levels[section.parent] >= section.level:
            yield Finding(f"{at}.sections[{index}].level", Message("is not below its parent's"))
        paths[section.id] = (*paths.get(section.parent or "", ()), section.title)
        levels[section.id] = section.level
    for index, task in enumerate(plan.tasks):
        where = f"{at}.tasks[{index}]"
        if task.section is not None and task.section not in paths:
            yield Finding(f"{where}.section", Message("{section} is no section of the plan", section=task.section))
        elif task.section_path != (paths[task.section] if task.section is not None else ()):
            yield Finding(f"{where}.section_path", Message("is not the chain of titles of its section"))
        yield from _task(where, task)


def _task(at: str, task: Task) -> Iterator[Finding]:
    if not _NUMBER.fullmatch(task.number) and (task.number or task.label):  # an item without a label has no number
        yield Finding(f"{at}.number", Message("{number!r} is not written in digits", number=task.number))
    for name in task.corrected:
        if name not in Task.model_fields:
            yield Finding(f"{at}.corrected", Message("{name} is no field of a task", name=name))
    for index, department in enumerate(task.departments):
        yield from _department(f"{at}.departments[{index}]", department, task.text)
    for index, node in enumerate(task.time_nodes):
        yield from _node(f"{at}.time_nodes[{index}]", node, task.text)


def _department(at: str, department: Department, text: str) -> Iterator[Finding]:
    if not department.key:
        yield Finding(f"{at}.key", Message("is empty"))
    if department.span is not None:
        stands = _cut(text, department.span)
        if stands is None or "".join(stands.split()) != "".join(department.name.split()):
            yield Finding(f"{at}.span", Message("is not where name stands in text"))
    if department.scope is not None and _cut(text, department.scope) is None:
        yield Finding(f"{at}.scope", Message("is no part of text"))


def _node(at: str, node: TimeNode, text: str) -> Iterator[Finding]:
    if not node.raw:
        yield Finding(f"{at}.raw", Message("is empty"))
    if node.span is not None and _cut(text, node.span) != node.raw:
        yield Finding(f"{at}.span", Message("is not where raw stands in text"))
    if node.start is not None and node.end is not None and node.start > node.end:
        yield Finding(f"{at}.start", Message("{start} is after end, {end}", start=node.start, end=node.end))
    if node.kind == "deadline" and node.start is not None:
        yield Finding(f"{at}.start", Message("is not null, though the node is a deadline"))
    if node.kind == "conditional" and (node.start or node.end):
        yield Finding(at, Message("has dates, though the node is conditional"))
    if (node.rrule is not None) != (node.kind == "recurring"):
        yield Finding(
            f"{at}.rrule", Message("is {rrule!r}, though the node is {kind}", rrule=node.rrule, kind=node.kind)
        )
    for name, day in (("start", node.start), ("end", node.end)):
        yield from _day(f"{at}.{name}", day)


def _origin(at: str, doc_number: str | None, issued_on: datetime.date | None) -> Iterator[Finding]:
    if doc_number is not None and _BRACKETS.search(doc_number):
        yield Finding(f"{at}.doc_number", Message("has brackets other than 〔〕"))
    yield from _day(f"{at}.issued_on", issued_on)


def _day(at: str, day: datetime.date | None) -> Iterator[Finding]:
    if day is not None and day.year not in YEARS:
        yield Finding(at, Message("{day} is out of {first}–{last}", day=day, first=YEARS[0], last=YEARS[-1]))


def _unique(at: str, items: Sequence[Plan] | Sequence[Task] | Sequence[object]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        name: str = getattr(item, "id")  # noqa: B009
        if name in seen:
            yield Finding(f"{at}[{index}].id", Message("{name} is used before", name=name))
        seen.add(name)


def _cut(text: str, span: tuple[int, int]) -> str | None:
    start, end = span
    return text[start:end] if 0 <= start < end <= len(text) else None
