"""A bulletin and the corrections for its file → the bulletin corrected. Total: what cannot be applied is a warning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..annotate.departments.keys import Keys
from ..grammar.pattern import Pattern
from ..language.script import bare
from ..messages import Message
from ..model.bulletin import Bulletin, Diagnostic, Location, Task
from .anchors import find
from .record import RECORD, Add, Anchor, Fields, Merge, Set, Split, Strike
from .values import placed, revised

_POINTER = Pattern(r"/plans/(\d+)/tasks/(\d+)(?:/(\w+))?(?:/.*)?")
# what a doubt about a task as a whole is about: fields that settle it when they are corrected
_ABOUT = {
    **dict.fromkeys(("invalid-date", "before-plan-year", "recurrence-unfit"), ("time_nodes",)),
    **dict.fromkeys(("doubtful-name", "unreadable-cell"), ("departments", "leaders")),
}
_WITHOUT: Mapping[str, str] = {}


def corrected(bulletin: Bulletin, lines: Sequence[str], aliases: Mapping[str, str] = _WITHOUT) -> Bulletin:
    """The bulletin with the corrections of some lines, one after the other; each is anchored in what those before it left.

    Corrections that a result holds already change nothing. Values in doubt that were corrected are no doubts any more.
    """
    work = _Work(bulletin, aliases)
    for line in lines:
        work.take(RECORD.validate_json(line))
    return work.done()


@dataclass(slots=True)
class _Item:
    """A task on its way; `was` are the indices of the tasks that it was made of."""

    plan: int
    task: Task
    was: list[int] = field(default_factory=list)


class _Work:
    """The tasks of a bulletin while they are corrected."""

    def __init__(self, bulletin: Bulletin, aliases: Mapping[str, str]) -> None:
        self._bulletin = bulletin
        self._items: list[_Item] = []
        for index, plan in enumerate(bulletin.plans):
            first = len(self._items)
            self._items += [_Item(index, task, [first + k]) for k, task in enumerate(plan.tasks)]
        self._before = [(item.plan, item.task) for item in self._items]
        notice = bulletin.notice.title if bulletin.notice else None
        self._keys = [Keys((plan.issuer, plan.title, notice), aliases) for plan in bulletin.plans]
        self._told: list[Diagnostic] = []
        struck = [told for told in bulletin.diagnostics if told.code == "struck"]
        self._struck = {bare(told.text or "") for told in struck}
        # a result that was corrected before
        self._again = bool(struck) or any(task.corrected for _, task in self._before)

    def take(self, record: Set | Strike | Merge | Split | Add) -> None:
        """One correction."""
        if self._again and self._holds(record):
            return
        done = {"set": self._set, "strike": self._strike, "merge": self._merge, "split": self._split, "add": self._add}[
            record.op
        ](record)  # type: ignore[operator]
        if not done:
            self._unplaced(record)

    def _find(self, anchor: Anchor) -> int | None:
        return find([(self._bulletin.plans[item.plan], item.task) for item in self._items], anchor)

    def _revised(self, item: _Item, task: Task, fields: Fields) -> Task:
        return revised(task, fields, year=self._bulletin.plans[item.plan].year, key_of=self._keys[item.plan].of)

    def _set(self, record: Set) -> bool:
        at = self._find(record.at)
        if at is None:
            return False
        item = self._items[at]
        item.task = self._revised(item, item.task, record.fields)
        return True

    def _strike(self, record: Strike) -> bool:
        at = self._find(record.at)
        if at is None:
            return False
        task = self._items.pop(at).task
        words = "\n".join(filter(None, (task.label + task.title, task.text)))
        message = Message("left out: a correction says that this is no task")
        place = task.location
        self._told.append(Diagnostic(code="struck", severity="info", message=message, text=words, location=place))
        return True

    def _merge(self, record: Merge) -> bool:
        at = self._find(record.at)
        others = [self._find(one) for one in record.others]
        if at is None or None in others or len({at, *others}) <= len(others):
            return False
        item = self._items[at]
        for index in (index for index in others if index is not None):
            item.task = _joined(item.task, self._items[index].task)
            item.was += self._items[index].was
        self._items = [one for index, one in enumerate(self._items) if index not in others]
        return True

    def _split(self, record: Split) -> bool:
        at = self._find(record.at)
        if at is None:
            return False
        item = self._items[at]
        parts = []
        for number, fields in enumerate(record.into):
            text = fields.text or ""
            words = (fields.title or "") + text
            nodes = tuple(node for node in item.task.time_nodes if node.span is None or node.raw in words)
            own = item.task.model_copy(update={"time_nodes": nodes, "corrected": ("title", "text", "time_nodes")})
            part = self._revised(item, placed(own, text), fields)
            parts.append(_Item(item.plan, part, item.was if number == 0 else []))
        self._items[at : at + 1] = parts
        return True

    def _add(self, record: Add) -> bool:
        plans = self._bulletin.plans
        if record.after is not None:
            at = self._find(record.after)
            if at is None:
                return False
            near = self._items[at]
            section = {"section": near.task.section, "section_path": near.task.section_path}
            place = near.task.location.model_copy(update={"boxes": None})
            item, at = _Item(near.plan, near.task), at + 1
        else:
            named = [k for k, plan in enumerate(plans) if bare(plan.title) == bare(record.plan)]
            plan = named[0] if named else 0 if len(plans) == 1 else None
            if plan is None:
                return False
            section, place, item = {}, Location(), _Item(plan, Task(id="", number="", label="", title=""))
            at = next((k for k, one in enumerate(self._items) if one.plan >= plan), len(self._items))
        task = Task(id="", number="", label="", title="", location=place).model_copy(update=section)
        item.task = self._revised(item, task, record.fields)
        item.task = item.task.model_copy(update={"label": item.task.number})
        self._items.insert(at, item)
        return True

    def _holds(self, record: Set | Strike | Merge | Split | Add) -> bool:
        """Whether a result that was corrected before holds a correction already."""
        tasks = [item.task for item in self._items]
        titles = {bare(task.title) for task in tasks if task.corrected}
        if isinstance(record, Add):
            return bare(record.fields.title or "") in titles
        if isinstance(record, Split):
            return all(bare(part.title or "") in titles for part in record.into)
        if isinstance(record, Merge):
            at = self._find(record.at)
            words = bare(tasks[at].text) if at is not None and "text" in tasks[at].corrected else ""
            return bool(words) and all(bare(one.title) in words for one in record.others)
        if self._find(record.at) is not None:
            return False
        if isinstance(record, Strike):
            return any(bare(record.at.title + record.at.text) in words for words in self._struck)
        title = record.fields.title
        return title is not None and self._find(record.at.model_copy(update={"title": title})) is not None

    def _unplaced(self, record: Set | Strike | Merge | Split | Add) -> None:
        at = record.after if isinstance(record, Add) else record.at
        words = at.title if at is not None else record.plan if isinstance(record, Add) else ""
        place = at.place if at is not None else None
        message = Message(
            "a correction was not applied, since the place that it names is gone: {op} 「{words}」",
            op=record.op,
            words=words[:60],
        )
        if any(told.message == message for told in self._bulletin.diagnostics):
            return  # said by the run that made this result
        where = Location(**place.model_dump()) if place is not None else Location()
        self._told.append(Diagnostic(code="correction-unplaced", severity="warning", message=message, location=where))

    def done(self) -> Bulletin:
        """The bulletin with the tasks as they are now, named anew where their order changed; diagnostics follow their tasks."""
        plans, now = list(self._bulletin.plans), {}
        for index, plan in enumerate(plans):
            items = [item for item in self._items if item.plan == index]
            tasks = [item.task for item in items]
            if [item.was for item in items] != [[k] for k in range(*self._range(index))]:
                tasks = [task.model_copy(update={"id": f"{plan.id}.t{k}"}) for k, task in enumerate(tasks, 1)]
            for k, (item, task) in enumerate(zip(items, tasks, strict=True)):
                now.update(dict.fromkeys(item.was, (index, k, task)))
            plans[index] = plan.model_copy(update={"tasks": tuple(tasks)})
        told = [one for held in self._bulletin.diagnostics if (one := self._moved(held, now)) is not None]
        return self._bulletin.model_copy(update={"plans": tuple(plans), "diagnostics": (*told, *self._told)})

    def _range(self, plan: int) -> tuple[int, int]:
        first = sum(len(one.tasks) for one in self._bulletin.plans[:plan])
        return first, first + len(self._bulletin.plans[plan].tasks)

    def _moved(self, told: Diagnostic, now: Mapping[int, tuple[int, int, Task]]) -> Diagnostic | None:
        """A diagnostic with its task as it is named now; None where its task was struck or its value corrected."""
        pointer = _POINTER.fullmatch(told.value or "")
        if told.task is None and pointer is None:
            return told
        if pointer is not None:
            was = self._range(int(pointer[1]))[0] + int(pointer[2])
        else:
            ids = {task.id: index for index, (_, task) in enumerate(self._before)}
            was = ids.get(told.task or "", -1)
        if was not in now:
            return None
        plan, index, task = now[was]
        changes: dict[str, Any] = {"task": task.id if told.task is not None else None}
        settled = {pointer[3] if pointer is not None else None, *_ABOUT.get(told.code, ())}
        if settled & (set(task.corrected) - set(self._before[was][1].corrected)):
            return None
        if pointer is not None:
            rest = (told.value or "").split("/", 5)[5:]
            changes["value"] = "/".join((f"/plans/{plan}/tasks/{index}", *rest))
        return told.model_copy(update=changes)


def _joined(task: Task, other: Task) -> Task:
    """Two tasks as one: the words of the other follow, its bodies, persons and times are added."""
    text = "\n".join(filter(None, (task.text, other.title, other.text)))
    bodies = {(body.name, body.role): body for body in (*other.departments, *task.departments)}
    leaders = {(leader.name, leader.role): leader for leader in (*other.leaders, *task.leaders)}
    boxes = None
    if task.location.boxes is not None and other.location.boxes is not None:
        boxes = (*task.location.boxes, *other.location.boxes)
    order = [(body.name, body.role) for body in (*task.departments, *other.departments)]
    whole = task.model_copy(
        update={
            "departments": tuple(bodies[key] for key in dict.fromkeys(order)),
            "leaders": tuple(leaders.values()),
            "time_nodes": (*task.time_nodes, *(node.model_copy(update={"span": None}) for node in other.time_nodes)),
            "remarks": "；".join(filter(None, (task.remarks, other.remarks))) or None,
            "extra": {**other.extra, **task.extra},
            "location": task.location.model_copy(update={"boxes": boxes}),
            "corrected": tuple(dict.fromkeys((*task.corrected, "text", "departments", "leaders", "time_nodes"))),
        }
    )
    return placed(whole, text)
