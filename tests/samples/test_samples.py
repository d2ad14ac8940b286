"""The samples: the same in every format, nothing lost, spans that hold, the expected files; and the same on any text."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import InputError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CASES = sorted(path.parent.name for path in SAMPLES.glob("*/source.txt"))
KINDS = ("txt", "docx", "pdf", "html", "xlsx", "ofd")
VALUES = {"id", "number", "section", "parent", "kind", "role", "issued_on", "start", "end", "edtf", "rrule", "rules"}


def parsed(case: str, kind: str) -> dict[str, Any]:
    return dict(plancli.parse(SAMPLES / case / f"source.{kind}").model_dump(mode="json"))


def without_place(value: Any) -> Any:
    """The same data without `location` and `boxes`."""
    if isinstance(value, dict):
        return {key: without_place(each) for key, each in value.items() if key not in ("location", "boxes")}
    return [without_place(each) for each in value] if isinstance(value, list) else value


def strings(value: Any) -> list[str]:
    """All text in the data, values that were computed left aside."""
    if isinstance(value, dict):
        return [*value, *(s for key, each in value.items() if key not in VALUES for s in strings(each))]
    if isinstance(value, list):
        return [s for each in value for s in strings(each)]
    return [value] if isinstance(value, str) else []


def words(text: str) -> Counter[str]:
    """Letters and digits; separators and full stops go with the structure that they made."""
    return Counter(char for char in text if unicodedata.category(char)[0] in "LN")


def assert_spans_hold(bulletin: plancli.Bulletin) -> None:
    for plan in bulletin.plans:
        for task in plan.tasks:
            for node in task.time_nodes:
                if node.span is not None:
                    assert task.text[slice(*node.span)] == node.raw
            for body in task.departments:
                if body.span is not None:
                    assert "".join(task.text[slice(*body.span)].split()) == body.name
                if body.scope is not None:
                    assert 0 <= body.scope[0] < body.scope[1] <= len(task.text)


def test_there_are_samples() -> None:
    assert len(CASES) >= 6


@pytest.mark.parametrize("case", CASES)
def test_every_kind_gives_the_same(case: str) -> None:
    results = {kind: parsed(case, kind) for kind in KINDS}
    for kind in KINDS[1:]:
        for part in ("notice", "plans"):
            assert without_place(results[kind][part]) == without_place(results["txt"][part]), (kind, part)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_nothing_is_lost_and_spans_hold(case: str, kind: str) -> None:
    bulletin = plancli.parse(SAMPLES / case / f"source.{kind}")
    coverage = bulletin.coverage
    assert coverage.lost == 0
    assert coverage.characters == coverage.placed + coverage.left_out
    assert sum(len(plan.tasks) for plan in bulletin.plans) >= 15
    assert_spans_hold(bulletin)


@pytest.mark.parametrize("case", CASES)
def test_each_character_of_the_text_is_in_the_output(case: str) -> None:
    source = (SAMPLES / case / "source.txt").read_text(encoding="utf-8")
    result = parsed(case, "txt")
    given = [result["notice"], result["plans"], [d["text"] for d in result["diagnostics"]]]
    missing = words(source) - words("".join(strings(given)))
    assert not missing, "".join(missing.elements())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_twice_is_the_same(case: str, kind: str) -> None:
    assert parsed(case, kind) == parsed(case, kind)


def test_expected_files_are_what_plancli_gives() -> None:
    missing = [case for case in CASES for form in ("json", "csv") if not (SAMPLES / case / f"expected.{form}").exists()]
    assert not missing
    done = subprocess.run(
        [sys.executable, str(SAMPLES / "refresh.py")], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


PIECES = st.sampled_from(
    [
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "2．",
        "1.1",
        "（1）",
        "①",
        "⑴",
        "第一章",
        "附件1",
        "附件",
        "目录",
        "……",
        "12",
        "—",
        "3",
        "—",
        "2024年",
        "2025年度",
        "工作要点",
        "任务清单",
        "序号",
        "工作任务",
        "责任部门",
        "完成时限",
        "第一季度",
        "合计",
        "注：",
        "推进",
        "建设",
        "。",
        "，",
        "、",
        "；",
        "：",
        "（",
        "）",
        "《",
        "》",
        "【",
        "】",
        "（责任单位：",
        "牵头单位：局办公室",
        "A牵头，B配合",
        "配合单位：",
        "财政局",
        "教育局、人事科",
        "6月底前",
        "3-5月",
        "全年",
        "每季度",
        "适时",
        "年底前完成",
        "2月30日",
        "一是",
        "抄送：",
        "关于印发",
        "的通知",
        "某局〔2024〕3号",
        "（此页无正文）",
        "学習",
        "/",
        "—",
        "●",
        "7月：",
    ]
)
BREAKS = st.sampled_from(["", "", "", "\n", "\n", "\n\n", "\t", "\r\n", "\f", " ", "　　"])
TEXTS = st.lists(st.tuples(PIECES, BREAKS), max_size=60).map(lambda pairs: "".join(a + b for a, b in pairs))


@settings(derandomize=True, max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(TEXTS, st.text(max_size=200)))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        bulletin = plancli.parse(data)
    except InputError:
        return
    assert bulletin.coverage.lost == 0
    assert_spans_hold(bulletin)
    assert plancli.parse(data) == bulletin
