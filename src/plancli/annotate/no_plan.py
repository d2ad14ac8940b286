"""Signs that what was cut like a plan is none: a regulation, a handbook, minutes, a list of prices or courses."""

from __future__ import annotations

import re
from typing import Any

from ..grammar.pattern import Pattern
from ..language.titles import names_other, names_plan, names_watch
from ..messages import Message

_FIGURE = Pattern(r"[\d.,，+×/()（）%％元学时分-]{1,16}")
_FEW = 0.05  # of the tasks; by chance a word may look like a body or a time
_HALF = 0.5


def reasons_against(plan: dict[str, Any], *, of_articles: bool = False) -> list[str]:
    """A finished plan, and whether it is `of_articles` → why it is hardly one; [] where nothing tells so.

    Work is somebody's or due: where hardly any task says who or when, the title or the cells have to say that it is a plan.
    Rules count as such unless half of them say who is to do something.
    """
    tasks = plan["tasks"]
    if not tasks:
        return []
    who = _share(bool(task["departments"] or task["leaders"]) for task in tasks)
    when = _share(any(node.kind != "conditional" for node in task["time_nodes"]) for task in tasks)
    reasons: list[str] = []
    if of_articles and who < _HALF:
        reasons.append(Message("most of its items are articles (第…条)"))
    if names_other(plan["title"]) and (who < _FEW or (when < _FEW and (who < _HALF or _only_inherits(plan)))):
        reasons.append(Message("its title names another kind of document"))
    if who < _FEW and _share(map(_holds_figures, tasks)) >= _HALF:
        reasons.append(Message("its cells hold figures"))
    if who < _FEW and _share(task["title"][-1:] in ("？", "?") for task in tasks) >= _HALF:
        reasons.append(Message("its items are questions"))
    if _share(names_watch(task["text"]) and _is_day(task) for task in tasks) >= _HALF:
        reasons.append(Message("its items are days, with who keeps watch"))
    if who < _FEW and when < _FEW and not names_plan(plan["title"]):
        reasons.append(Message("its title names no plan"))
    if reasons and who < _FEW:
        reasons.append(Message("hardly any task says who is to do it"))
    if reasons and when < _FEW:
        reasons.append(Message("hardly any task says when"))
    return reasons


def _share(values: Any) -> float:
    held = [bool(value) for value in values]
    return sum(held) / len(held)


def _only_inherits(plan: dict[str, Any]) -> bool:
    """Whether no item of an outline says itself who is to do it: whose part of a catalogue it is."""
    found = [one for task in plan["tasks"] for one in (*task["departments"], *task["leaders"])]
    return plan["kind"] == "outline" and all(one.get("inherited") for one in found)


def _is_day(task: dict[str, Any]) -> bool:
    """Whether the title of a task is nothing but a time."""
    return any(node.raw == task["title"] for node in task["time_nodes"])


def _holds_figures(task: dict[str, Any]) -> bool:
    """Whether each line of a task's text is a figure, behind the header that leads it: no date or hour (2031/4/6, 8:30), which says
    when."""
    dates = {node.raw for node in task["time_nodes"]}
    lines = [re.split(r"(?<!\d)[：:]|[：:](?!\d\d)", line)[-1] for line in task["text"].split("\n") if line]
    figures = [_FIGURE.fullmatch(line) and line not in dates and any(map(str.isdigit, line)) for line in lines]
    return bool(figures) and all(figures)
