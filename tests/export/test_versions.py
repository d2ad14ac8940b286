"""Results of contract 1.0 (`version_1_0/` was written by the version before 1.1) are still read."""

from __future__ import annotations

import json as standard
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.export import json
from plancli.export.validity import findings
from plancli.model.bulletin import Bulletin
from plancli.model.versions import is_old, reduced, upgraded

from .bulletins import bulletin

OLD = (Path(__file__).parent / "version_1_0" / "expected.json").read_bytes()


def test_a_result_of_1_0_holds() -> None:
    assert findings(OLD) == []
    assert findings(standard.dumps(standard.loads(OLD)).encode() + b"\n" + json.line(bulletin())) == []


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d["coverage"].update(lost=3), "coverage"),
        (
            lambda d: d["plans"][0]["tasks"][0]["time_nodes"][0].update(span=[1, 3]),
            "plans[0].tasks[0].time_nodes[0].span",
        ),
        (lambda d: d["source"].update(extractor=7), "source.extractor"),
        (lambda d: d["plans"][0].update(tasks=3), "plans[0].tasks"),
        (lambda d: d.update(plans=3), "plans"),
        (lambda d: d.update(source=None), "source"),
        (lambda d: d["plans"].append(None), "plans[1]"),
        (lambda d: d["plans"][0]["tasks"][0].update(departments=[None]), "plans[0].tasks[0].departments[0]"),
    ],
)
def test_what_does_not_hold_in_1_0_is_found(change: Change, path: str) -> None:
    data = standard.loads(OLD)
    change(data)
    assert path in [finding.path for finding in findings(standard.dumps(data).encode())]


def test_it_becomes_a_result_of_1_1_and_back_again() -> None:
    old = standard.loads(OLD)
    made = Bulletin.model_validate_json(standard.dumps(upgraded(old)))
    assert made.schema_version == "1.1"
    assert made.source.extractor is not None
    assert made.source.extractor.name == "text"
    assert [body.key for task in made.plans[0].tasks for body in task.departments] == ["工程科", "河长办", "各镇"]
    assert reduced(standard.loads(json.document(made))) == old


def test_the_two_are_told_apart() -> None:
    assert is_old(standard.loads(OLD))
    assert not is_old(standard.loads(json.document(bulletin())))
    assert not is_old([])
