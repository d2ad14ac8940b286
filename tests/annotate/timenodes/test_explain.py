"""Why: derivations rule by rule, where the year came from, and why look-alikes are refused."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import plancli.annotate.timenodes as package
from plancli.annotate.timenodes.explain import GUARDS, explain


def test_a_derivation_names_rules_and_where_they_fired() -> None:
    derivation = explain("完成时限：2026年5月和10月底前", year=2025).derivations[0]
    assert derivation.year_from == "the expression"
    assert [(step.rule, step.start, step.end) for step in derivation.steps][:3] == [
        ("year", 5, 10),
        ("month", 5, 12),
        ("month-edge", 13, 17),
    ]


def test_the_year_has_a_source() -> None:
    assert explain("3月", year=2025, year_from="title").derivations[0].year_from == "2025, from title"
    assert explain("3月", reference=date(2024, 5, 1)).derivations[0].year_from == "2024, from the reference day"
    assert explain("3月").derivations[0].year_from == "unknown"


def test_a_look_alike_has_a_guard_and_a_reason() -> None:
    explained = explain("印发《要点（2024年3月）》；2024年招生；每年6次；完成1.5万亩；工龄25年", year=2024)
    assert explained.derivations == ()
    assert [(refused.raw, refused.guard) for refused in explained.refused] == [
        ("2024年3月", "inside-a-name"),
        ("2024年", "attribute"),
        ("每年", "count"),
        ("1.5", "number-with-a-point"),
        ("25年", "duration"),
    ]
    assert all(refused.reason for refused in explained.refused)


def test_problems_are_told() -> None:
    assert [problem.code for problem in explain("2月30日", year=2025).problems] == ["invalid-date"]


def test_every_guard_has_a_reason() -> None:
    folder = Path(package.__file__).parent
    source = "".join(
        (folder / name).read_text(encoding="utf-8") for name in ("gate.py", "reading.py", "surroundings.py")
    )
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)+|count|attribute|adverb|manner|duration|past)"', source))
    assert set(GUARDS) <= named
