"""What the tasks of one plan share while they are read: words, year, names known from its cells, how its lists are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..language.assignments import first_leads
from ..language.roles import Words
from ..model.draft import PlanDraft
from .departments.cells import read_cell
from .departments.names import Entry
from .departments.run_ons import known_cuts

_PLAIN_LIST = re.compile(r"(?!.*[和与及等])(?:[㐀-鿿]{2,5}[、，；])*[㐀-鿿]{2,5}")  # too short for two names in one


@dataclass(slots=True)
class Context:
    """What the tasks of one plan share: words, year, names known from its cells, whether the first body leads."""

    words: Words
    year: int | None
    first_month: int  # in which that year begins
    plan: str
    calendar: Mapping[str, Any]
    known: frozenset[str] = frozenset()
    first_leads: bool = False
    above: dict[str, str] = field(default_factory=dict)  # header → the cell of the row above, for 同上
    cells: dict[tuple[str, ...], list[Entry]] = field(default_factory=dict)  # cells read before, which many rows repeat
    diagnostics: list[dict[str, Any]] = field(default_factory=list)

    @property
    def dating(self) -> dict[str, Any]:
        """What every reading of times is told."""
        return {"year": self.year, "first_month": self.first_month, "calendar": self.calendar}


def context_of(
    draft: PlanDraft,
    *,
    plan: str,
    year: int | None,
    words: Words,
    calendar: Mapping[str, Any],
    first_month: int = 1,
    notice: str = "",
) -> Context:
    """What is known of a plan before its tasks are read; `notice` is the text of the notice that covers it."""
    notes = (draft.preamble, draft.closing, *draft.head, *draft.tail, notice)
    texts = (task.text for task in draft.tasks if "第一" in task.text or "首" in task.text)
    said = any(map(first_leads, (*notes, *texts)))
    return Context(words, year, first_month, plan, calendar, known_names(draft, words), said)


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
