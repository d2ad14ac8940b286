"""Which results are worth a look: plain data, as JSON gives it, before it is made a bulletin, which takes longer than to read it.

What is found here holds every task that is wanted, and perhaps some more: `selection` decides, as it does for a database.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..model.versions import is_old
from .selection import Wanted

Test = Callable[[Any], bool]


def narrower(wanted: Wanted) -> Test:
    """The test of a result: false where it surely holds no wanted task. What is no result passes, for the models to refuse."""
    tests = list(_tests(wanted))

    def passes(result: Any) -> bool:
        if not isinstance(result, dict) or is_old(result):
            return True
        try:
            return any(
                all(test(task) for test in tests)
                for plan in result["plans"]
                if wanted.year is None or plan["year"] == wanted.year
                for task in plan["tasks"]
            )
        except (KeyError, TypeError, AttributeError):
            return True

    return passes if tests or wanted.year is not None else lambda result: True


def _tests(wanted: Wanted) -> list[Test]:
    """What holds of every wanted task. Doubts are told by the whole bulletin, not here."""
    tests: list[Test] = []
    if wanted.department is not None or wanted.role is not None:
        tests.append(
            lambda task: any(
                wanted.department in (None, body["name"], body.get("key")) and wanted.role in (None, body["role"])
                for body in task["departments"]
            )
        )
    if wanted.due is not None or wanted.kind is not None:
        is_wanted = _node(wanted)
        tests.append(lambda task: any(map(is_wanted, task["time_nodes"])))
    if wanted.leader is not None:
        tests.append(lambda task: any(one["name"] == wanted.leader for one in task["leaders"]))
    if wanted.search:
        tests.append(
            lambda task: all(
                any(word in text for text in (task["title"], task["text"], *task["section_path"]))
                for word in wanted.search
            )
        )
    return tests


def _node(wanted: Wanted) -> Test:
    if wanted.due is None:
        return lambda node: bool(node["kind"] == wanted.kind)
    first, last = wanted.due.first.isoformat(), wanted.due.last.isoformat()
    lasting = ("recurring", "ongoing") if wanted.ongoing else ("recurring",)

    def falls_due(node: Any) -> bool:
        kind, end = node["kind"], node["end"]
        if end is None or wanted.kind not in (None, kind):
            return False
        if kind in ("deadline", "period"):
            return bool(first <= end[:10] <= last)
        return kind in lasting and node["start"][:10] <= last and end[:10] >= first

    return falls_due
