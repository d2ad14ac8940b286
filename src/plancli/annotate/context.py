"""What the tasks of one plan share while they are read: words, year, names known from its cells, how its lists are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..grammar.pattern import Pattern
from ..language.duties import first_leads, rest_supports
from ..language.roles import Words
from ..language.times import month_of_title, number_of_month
from ..model.draft import ColumnValue, PlanDraft, TaskDraft
from ..model.record import Record
from .departments.cells import read_cell
from .departments.keys import Keys
from .departments.labelled import DepartmentEntry
from .departments.run_ons import known_cuts
from .divisions import divided

_PLAIN_LIST = Pattern(r"(?!.*[和与及等])(?:[㐀-鿿]{2,5}[、，；])*[㐀-鿿]{2,5}")  # too short for two names in one


@dataclass(slots=True, eq=False, repr=False)
class PlanContext(Record):
    """What the tasks of one plan share: words, year, names known from its cells, whether the first body leads and the others support it."""

    words: Words
    year: int | None
    first_month: int  # in which that year begins
    plan: str
    calendar: Mapping[str, Any]
    known: frozenset[str] = frozenset()
    first_leads: bool = False
    rest_supports: bool = False
    divided: frozenset[int] = frozenset()  # tasks, by `id`, that begin with who does them
    heights: Sequence[float] = ()  # of the source's pages, where it has some
    keys: Keys = field(default_factory=lambda: Keys((), {}))
    above: dict[str, ColumnValue] = field(default_factory=dict)  # header → the cell of the row above, for 同上
    cells: dict[tuple[str, ...], list[DepartmentEntry]] = field(
        default_factory=dict
    )  # cells read before, which many rows repeat
    schedules: dict[tuple[str, bool, int], Any] = field(default_factory=dict)  # cells of the schedule read before
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    month: str = ""  # the plan's own, 3月
    dating: dict[str, Any] = field(init=False)  # what every reading of times is told

    def __post_init__(self) -> None:
        self.dating = {"year": self.year, "first_month": self.first_month, "calendar": self.calendar}
        self.dating["month"] = number_of_month(self.month)

    def divides(self, task: TaskDraft) -> bool:
        """Whether a task stands in a list that divides work, and begins with who has that part."""
        return id(task) in self.divided

    def pointer(self, task: str) -> str:
        """Where a task of the plan stands in the result, as a JSON pointer (RFC 6901)."""
        return f"/plans/{int(self.plan[1:]) - 1}/tasks/{int(task.rpartition('.t')[2]) - 1}"


def context_of(
    draft: PlanDraft,
    *,
    plan: str,
    year: int | None,
    words: Words,
    calendar: Mapping[str, Any],
    first_month: int = 1,
    heights: Sequence[float] = (),
    keys: Keys | None = None,
    notice: str = "",
) -> PlanContext:
    """What is known of a plan before its tasks are read; `notice` is the text of the notice that covers it."""
    notes = (draft.preamble, draft.closing, *draft.head, *draft.tail, notice)
    first, *later = [task.text for task in draft.tasks] or [""]
    said = any(map(first_leads, (*notes, first))) or any(first_leads(text, in_all=True) for text in later)
    known = known_names(draft, words)
    keys = keys or Keys((), {})
    month = month_of_title(draft.title or "")
    context = PlanContext(words, year, first_month, plan, calendar, known, said, divided=divided(draft), month=month)
    context.heights, context.keys = heights, keys
    context.rest_supports = said and any(map(rest_supports, (*notes, first, *later)))
    return context


def known_names(draft: PlanDraft, words: Words) -> frozenset[str]:
    """Names that stand for themselves in some cell, no line break or blank beside them, and are no run of such names."""
    cells = {value.text for task in draft.tasks for value in task.columns if value.kind == "departments"}
    names: set[str] = set()
    for cell in cells:
        if _PLAIN_LIST.fullmatch(cell):
            names.update(name for name in re.split("[、，；]", cell) if name not in words.nobody)
        elif not any(map(str.isspace, cell)):
            names.update(entry.name for entry in read_cell(cell, words=words))
    return frozenset(name for name in names if len(name) < 4 or not known_cuts(name, names - {name}, words))
