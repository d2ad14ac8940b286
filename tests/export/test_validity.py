from __future__ import annotations

import json as standard
from collections.abc import Callable
from typing import Any

import pytest

from plancli.export import json
from plancli.export.validity import Finding, findings

from .bulletins import bulletin

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> bytes:
    data = standard.loads(json.encoded(bulletin()))
    change(data)
    return standard.dumps(data, ensure_ascii=False).encode()


def node(data: dict[str, Any], index: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["plans"][0]["tasks"][0]["time_nodes"][index]
    return found


def plan(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["plans"][0]
    return found


def task(data: dict[str, Any], index: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = plan(data)["tasks"][index]
    return found


def test_a_result_holds() -> None:
    assert findings(json.encoded(bulletin())) == []
    assert findings(json.line(bulletin()) * 2) == []


T1 = "plans[0].tasks[0]"

# name → the change, the path of the one finding that must come of it, a word of what it says
BROKEN: dict[str, tuple[Change, str, str]] = {
    "node span": (lambda d: node(d).update(span=[1, 3]), f"{T1}.time_nodes[0].span", "raw"),
    "node span outside": (lambda d: node(d).update(span=[90, 92]), f"{T1}.time_nodes[0].span", "raw"),
    "node span negative": (lambda d: node(d).update(span=[-17, -15]), f"{T1}.time_nodes[0].span", "raw"),
    "raw empty": (lambda d: node(d).update(raw="", span=None), f"{T1}.time_nodes[0].raw", "empty"),
    "end first": (lambda d: node(d).update(end="2025-02-01"), f"{T1}.time_nodes[0].start", "after end"),
    "deadline": (lambda d: node(d, 1).update(start="2025-01-01"), f"{T1}.time_nodes[1].start", "deadline"),
    "conditional": (lambda d: node(d).update(kind="conditional"), f"{T1}.time_nodes[0]", "conditional"),
    "rrule": (lambda d: node(d).update(rrule="FREQ=MONTHLY"), f"{T1}.time_nodes[0].rrule", "period"),
    "no rrule": (lambda d: node(d).update(kind="recurring"), f"{T1}.time_nodes[0].rrule", "recurring"),
    "year of a day": (lambda d: node(d, 1).update(end="0025-12-31"), f"{T1}.time_nodes[1].end", "out of"),
    "year of a plan": (lambda d: plan(d).update(year=25), "plans[0].year", "out of"),
    "issued": (lambda d: plan(d).update(issued_on="1025-01-01"), "plans[0].issued_on", "out of"),
    "notice issued": (lambda d: d["notice"].update(issued_on="1025-01-01"), "notice.issued_on", "out of"),
    "brackets": (lambda d: plan(d).update(doc_number="云政办[2025]8号"), "plans[0].doc_number", "〔〕"),
    "number": (lambda d: task(d).update(number="一"), f"{T1}.number", "digits"),
    "wide number": (lambda d: task(d).update(number="１"), f"{T1}.number", "digits"),
    "number with a dot": (lambda d: task(d).update(number="1."), f"{T1}.number", "digits"),
    "task id": (lambda d: task(d, 1).update(id="p1.t1") or d.update(diagnostics=[]), "plans[0].tasks[1].id", "before"),
    "section id": (lambda d: plan(d)["sections"].append(plan(d)["sections"][0]), "plans[0].sections[2].id", "before"),
    "section": (lambda d: task(d).update(section="p1.s9"), f"{T1}.section", "no section"),
    "path": (lambda d: task(d).update(section_path=["养老服务"]), f"{T1}.section_path", "chain"),
    "path without section": (lambda d: task(d).update(section=None), f"{T1}.section_path", "chain"),
    "level": (lambda d: plan(d)["sections"][1].update(level=1), "plans[0].sections[1].level", "below"),
    "department span": (
        lambda d: task(d)["departments"][0].update(span=[0, 3]),
        f"{T1}.departments[0].span",
        "name",
    ),
    "scope": (lambda d: task(d)["departments"][0].update(scope=[5, 99]), f"{T1}.departments[0].scope", "no part"),
    "coverage": (lambda d: d["coverage"].update(placed=90), "coverage", "is not 100"),
    "lost": (lambda d: d["coverage"].update(placed=90, lost=7), "coverage.lost", "lost-text"),
    "diagnostic's plan": (lambda d: d["diagnostics"][0].update(plan="p7"), "diagnostics[0].plan", "no plan"),
    "diagnostic's task": (lambda d: d["diagnostics"][0].update(task="p7.t1"), "diagnostics[0].task", "no task"),
    "value": (lambda d: d["diagnostics"][0].update(value="/plans/0/tasks/9"), "diagnostics[0].value", "nothing"),
    "value without a slash": (lambda d: d["diagnostics"][0].update(value="plans"), "diagnostics[0].value", "nothing"),
    "value of another task": (
        lambda d: d["diagnostics"][0].update(value="/plans/0/tasks/0/title"),
        "diagnostics[0].value",
        "p1.t2",
    ),
    "box of no page": (
        lambda d: task(d)["location"].update(boxes=[[6, 1, 1, 2, 2]]),
        f"{T1}.location.boxes",
        "page 6",
    ),
    "box upside down": (
        lambda d: task(d)["departments"][0].update(boxes=[[2, 1, 9, 2, 3]]),
        f"{T1}.departments[0].boxes",
        "wrong side",
    ),
    "box turned over": (lambda d: node(d).update(boxes=[[2, 9, 1, 2, 3]]), f"{T1}.time_nodes[0].boxes", "wrong side"),
    "cell": (lambda d: task(d, 1)["location"].update(cell="7B"), "plans[0].tasks[1].location.cell", "spreadsheet"),
    "cell of no sheet": (
        lambda d: task(d, 1)["location"].update(sheet=None),
        "plans[0].tasks[1].location.sheet",
        "cell",
    ),
    "corrected": (lambda d: task(d).update(corrected=["colour"]), f"{T1}.corrected", "no field"),
    "no key": (lambda d: task(d)["departments"][0].pop("key"), f"{T1}.departments[0].key", "empty"),
    "sha256": (lambda d: d["source"].update(sha256="abc"), "source.sha256", "SHA-256"),
}


@pytest.mark.parametrize(("change", "path", "word"), BROKEN.values(), ids=BROKEN)
def test_each_rule_finds_its_fault_and_no_other(change: Change, path: str, word: str) -> None:
    found = findings(changed(change))
    assert [finding.path for finding in found] == [path]
    assert word in found[0].what


@pytest.mark.parametrize("pointer", ["", "/plans/0/year", "/plans/0/tasks/0/remarks", "/plans/0/tasks/0/extra/a~1b"])
def test_what_a_pointer_may_point_to(pointer: str) -> None:
    def change(d: dict[str, Any]) -> None:
        task(d)["extra"] = {"a/b": "c"}
        d["diagnostics"][0].update(value=pointer, task=None)

    assert bool(findings(changed(change))) == (not pointer)


def test_boxes_are_of_files_with_pages() -> None:
    found = findings(changed(lambda d: d["source"].update(pages=None)))
    assert [finding.path for finding in found] == [f"{T1}.location.boxes", f"{T1}.departments[0].boxes"]


def test_a_parent_must_stand_before_its_child() -> None:
    found = findings(changed(lambda d: plan(d)["sections"][1].update(parent="p1.s3")))
    assert [finding.path for finding in found] == ["plans[0].sections[1].parent", f"{T1}.section_path"]


def test_a_plan_twice_is_told() -> None:
    found = findings(changed(lambda d: d["plans"].append(plan(d))))
    assert found == [Finding("plans[1].id", "p1 is used before")]


def test_the_schema_comes_first_with_the_path_of_each_fault() -> None:
    found = findings(changed(lambda d: node(d).update(kind="someday") or task(d, 1).pop("title")))
    assert [finding.path for finding in found] == [f"{T1}.time_nodes[0].kind", "plans[0].tasks[1].title"]


def test_json_lines_are_told_by_their_line() -> None:
    good = json.line(bulletin())
    bad = changed(lambda d: d["coverage"].update(placed=90)) + b"\n"
    assert [finding.path for finding in findings(good + bad + b"\n" + bad)] == ["line 2: coverage", "line 4: coverage"]
    assert findings(good + b"{\n") == [
        Finding("line 2", "is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)")
    ]


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"{", "not JSON"), (b"\xff\xfe", "UTF-8"), (b"[" * 100_000, "deep")],
)
def test_what_is_no_result_at_all_is_one_finding(data: bytes, word: str) -> None:
    (found,) = findings(data)
    assert found.path == ""
    assert word in found.what


def test_an_array_of_results_is_told_by_the_place_in_it() -> None:
    good = standard.loads(json.encoded(bulletin()))
    bad = standard.loads(changed(lambda data: node(data).update(span=[5, 2])))
    assert findings(standard.dumps([good, good]).encode()) == []
    paths = [finding.path for finding in findings(standard.dumps([good, bad, 3]).encode())]
    assert paths and paths[0].startswith("[1].plans[0].tasks[0].time_nodes[0]") and paths[-1] == "[2]"
