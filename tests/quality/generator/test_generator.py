"""The generator's own promises, and the gate: 300 cases at fixed seeds read without a fault and not below their floors."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.quality.score import compare

from . import floors
from .assignments import SHAPES
from .case import Case, seeded
from .labels import FORMS, LADDERS
from .printed import Grid
from .read import faults_of, output_of
from .render import printed
from .shrink import smallest
from .strategy import cases
from .truth import plain
from .writers import WRITERS

HERE = Path(__file__).parent
KNOWS_PLANCLI = {"read.py", "test_generator.py"}


@pytest.mark.parametrize("kind", floors.CASES)
def test_cases_are_read_without_a_fault_and_not_below_the_floor(kind: str) -> None:
    found = floors.run(kind)
    assert not found.faults
    assert found.tables.whole.share >= floors.floors()[kind], "\n".join(found.tables.lines())


def test_drawing_and_truth_know_nothing_of_plancli() -> None:
    for path in HERE.rglob("*.py"):
        names = [
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (
                [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            )
        ]
        assert path.name in KNOWS_PLANCLI or not any(name.split(".")[0] == "plancli" for name in names), path


@pytest.mark.parametrize("kind", WRITERS)
@settings(derandomize=True, max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_case_is_whole(kind: str, data: st.DataObject) -> None:
    """What the truth says stands in what is printed, and the truth agrees with itself."""
    case = data.draw(cases(kind))
    assert not missing(case)
    truth = plain(case.truth())
    for plan in truth["plans"]:
        for task in plan["tasks"]:
            task["time_nodes"] = [node for node in task["time_nodes"] if not node.get("optional")]
    assert compare(truth, truth).share == 1.0
    assert compare(truth, {"plans": []}).perfect == 0


@pytest.mark.parametrize("kind", WRITERS)
def test_a_seed_gives_the_same_case(kind: str) -> None:
    first, second = seeded(7, kind), seeded(7, kind)
    assert first.truth() == second.truth()
    assert page(first) == page(second)
    assert first.writer == second.writer


def test_every_form_and_shape_is_drawn() -> None:
    used = {form for ladder in LADDERS for form in ladder}
    assert used <= set(FORMS)
    drawn = {
        task["tags"]["assignment"]
        for seed in range(400)
        for plan in seeded(seed, "text").truth()["plans"]
        for task in plan["tasks"]
    }
    assert set(SHAPES) - drawn == set()


def test_a_failing_bulletin_is_made_small() -> None:
    case = next(
        case
        for case in (seeded(seed, "text") for seed in range(50))
        if len(case.bulletin.plans) == 1 and tasks(case) > 6
    )
    least = smallest(case, "any", judge=lambda tried: ["any"] if tasks(tried) else [])
    assert tasks(least) == 1
    assert least.bulletin.notice is None
    assert not faults_of(output_of(least.data()))


def tasks(case: Case) -> int:
    return sum(len(plan["tasks"]) for plan in case.truth()["plans"])


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def page(case: Case) -> str:
    """All that is printed, without white space."""
    texts = []
    for block in printed(case.bulletin).blocks:
        texts += [slot.text for slot in block.slots] if isinstance(block, Grid) else [block.label + block.text]
    return squeezed("".join(texts))


def missing(case: Case) -> list[str]:
    """Words of the truth that are not printed."""
    text = page(case)
    wanted = [
        word
        for plan in case.truth()["plans"]
        for task in plan["tasks"]
        for word in (task["title"], *(b["name"] for b in task["departments"]), *(n["raw"] for n in task["time_nodes"]))
    ]
    return [word for word in wanted if squeezed(word) not in text]
