from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plancli.model.bulletin import Department, Diagnostic, Leader, TimeNode
from plancli.query.occurrences import due_days
from plancli.query.selection import Wanted, select
from plancli.query.spans import DaySpan

from ..export.bulletins import bulletin

SPRING = DaySpan(date(2025, 3, 1), date(2025, 5, 31))
YEAR = {"start": date(2025, 1, 1), "end": date(2025, 12, 31)}
MONTHLY = TimeNode(raw="每月15日前", kind="recurring", rrule="FREQ=MONTHLY;BYMONTHDAY=15", **YEAR)
ONGOING = TimeNode(raw="全年", kind="ongoing", **YEAR)
CONDITIONAL = TimeNode(raw="适时", kind="conditional")
DEADLINE = TimeNode(raw="5月底前", kind="deadline", end=date(2025, 5, 31))
PERIOD = TimeNode(raw="5-6月", kind="period", start=date(2025, 5, 1), end=date(2025, 6, 30))


@pytest.mark.parametrize(
    ("node", "days"),
    [
        (MONTHLY, [date(2025, 3, 15), date(2025, 4, 15), date(2025, 5, 15)]),
        (ONGOING, []),
        (CONDITIONAL, []),
        (DEADLINE, [date(2025, 5, 31)]),
        (PERIOD, []),  # it ends in June
    ],
    ids=lambda value: value.raw if isinstance(value, TimeNode) else "",
)
def test_a_node_is_due_on_its_last_day_and_at_its_turns(node: TimeNode, days: list[date]) -> None:
    assert due_days(node, SPRING) == days


def test_a_rule_without_end_is_bounded_by_the_days_of_its_node() -> None:
    daily = TimeNode(raw="每日", kind="recurring", rrule="FREQ=DAILY", **YEAR)
    assert len(due_days(daily)) == 365


def titles(**wanted: Any) -> list[str]:
    first, second = bulletin().plans[0].tasks
    second = second.model_copy(
        update={
            "title": "培训护工",
            "departments": (Department(name="云岭区民政局", key="民政局", role="responsible"),),
            "leaders": (Leader(name="白岩", role="responsible"),),
            "time_nodes": (ONGOING, MONTHLY),
        }
    )
    plan = bulletin().plans[0].model_copy(update={"tasks": (first, second)})
    doubt = Diagnostic(code="doubtful-name", severity="warning", message="?", value="/plans/0/tasks/1/departments/0")
    whole = bulletin(plans=(plan,), diagnostics=(doubt,))
    held = select(whole, Wanted(**wanted))
    return [] if held is None else [task.title for plan in held.plans for task in plan.tasks]


BOTH = ["推进智慧养老服务站建设", "培训护工"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, BOTH),
        ({"due": SPRING}, BOTH),
        ({"due": DaySpan(date(2025, 12, 20), date(2025, 12, 31))}, BOTH[:1]),
        ({"due": DaySpan(date(2025, 12, 20), date(2025, 12, 31)), "ongoing": True}, BOTH),
        ({"due": DaySpan(date(2026, 1, 1), date(2026, 12, 31)), "ongoing": True}, []),
        ({"department": "民政局"}, BOTH),
        ({"department": "云岭区民政局"}, BOTH[1:]),
        ({"department": "民政局", "role": "lead"}, BOTH[:1]),
        ({"role": "responsible"}, BOTH[1:]),
        ({"department": "水务局"}, []),
        ({"leader": "白岩"}, BOTH[1:]),
        ({"kind": "deadline"}, BOTH[:1]),
        ({"kind": "recurring"}, BOTH[1:]),
        ({"search": ("养老",)}, BOTH[:1]),  # the first by its title, and by its section
        ({"search": ("民生", "护工")}, BOTH[1:]),
        ({"search": ("护工", "养老")}, []),
        ({"year": 2024}, []),
        ({"doubtful": True}, BOTH[1:]),
    ],
)
def test_tasks_that_are_wanted(wanted: dict[str, Any], expected: list[str]) -> None:
    assert titles(**wanted) == expected


def test_a_task_keeps_the_wanted_nodes_and_its_doubts_name_it() -> None:
    doubt = Diagnostic(code="x", severity="warning", message="?", value="/plans/0/tasks/0/time_nodes/0")
    other = Diagnostic(code="number-gap", severity="warning", message="?", plan="p1")
    held = select(bulletin(diagnostics=(doubt, other)), Wanted(due=SPRING))
    assert held is not None
    assert [node.raw for task in held.plans[0].tasks for node in task.time_nodes] == ["3月"]
    assert [(doubt.code, doubt.task) for doubt in held.diagnostics] == [("x", "p1.t1")]
