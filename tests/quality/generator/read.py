"""The one module that knows plancli: a file is read and compared with its truth, task by task."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from typing import Any

from tests.quality.score import Score, bare, compare, compare_task, pairs

Record = dict[str, Any]


@dataclass
class Verdict:
    """What came of one case: each task's tags, whether it is perfect and what was missed; faults of the whole file
    (a crash, lost text, a span that is not its raw); differences beside the tasks."""

    tasks: list[tuple[dict[str, str], bool, list[str]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def output_of(data: bytes) -> Record:
    """plancli's result as plain data."""
    import plancli

    return dict(plancli.parse(data).model_dump(mode="json"))


def faults_of(output: Record) -> list[str]:
    """What must hold of any output: nothing lost, no span that is not its raw."""
    found = [f"lost {output['coverage']['lost']}"] if output["coverage"]["lost"] else []
    for task in (task for plan in output["plans"] for task in plan["tasks"]):
        spanned = [(node["span"], node["raw"]) for node in task["time_nodes"] if node["span"]]
        spanned += [(body["span"], body["name"]) for body in task["departments"] if body["span"]]
        told = [(words, task["text"][slice(*span)]) for span, words in spanned]
        found += [f"span of {words!r} is {text!r}" for words, text in told if text != words and squeezed(text) != words]
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def verdict(data: bytes, truth: Record) -> Verdict:
    """Read a case and compare; never raises on account of plancli."""
    found = Verdict()
    try:
        output = output_of(data)
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        found.faults.append(f"{type(error).__name__}: {error} ({at.filename}:{at.lineno})")
        output = {"plans": [], "coverage": {"lost": 0}, "notice": None}
    found.faults += faults_of(output)
    given = list(output["plans"])
    matched = []
    for wanted in truth["plans"]:
        match = next((plan for plan in given if bare(plan["title"]) == bare(wanted["title"])), None)
        given = [plan for plan in given if plan is not match]
        matched.append(match)
    spare = iter(given)
    for wanted, match in zip(truth["plans"], matched, strict=True):
        output_tasks: list[Record] = (match or next(spare, {"tasks": []}))["tasks"]
        for task, read in pairs(wanted["tasks"], output_tasks):
            score = Score()
            perfect = compare_task(score, task, read, f"#{task['number']}")
            found.tasks.append(
                (
                    task["tags"],
                    perfect,
                    []
                    if perfect
                    else (score.misses if read else [f"#{task['number']}: no such task: {task['title']}"]),
                )
            )
    beside = ("notice", "plans", "metadata", "sections", "tasks", "prose", "remarks")
    found.beside = [
        miss
        for miss in compare(truth, output).misses
        if any(f": {name}: " in miss or miss.startswith(f"{name}: ") for name in beside)
    ]
    return found
