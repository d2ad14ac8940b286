"""A database gives the rows that the results give which it was made of, whatever is asked."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import Corrupt
from plancli.export import database
from plancli.export import json as documents
from plancli.export.rows import COLUMNS, rows
from plancli.model.bulletin import Bulletin, Department, Diagnostic, Leader, Location, Plan, SourceFile, Task, TimeNode
from plancli.model.settings import Settings
from plancli.query import database as reading
from plancli.query import stored
from plancli.query.narrowing import narrower
from plancli.query.selection import Wanted, select
from plancli.query.sources import bulletins
from plancli.query.spans import DaySpan

from ..export.bulletins import bulletin

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: DaySpan(min(days), max(days)))
NAMES = st.sampled_from(["民政局", "云岭区民政局", "财政局", "各镇街"])
ROLES = st.sampled_from(["lead", "support", "responsible"])
TEXTS = st.text(st.sampled_from(list("养老服务站 2025ab，“=")), min_size=1, max_size=8)


@st.composite
def nodes(draw: st.DrawFn) -> TimeNode:
    kind = draw(st.sampled_from(["period", "deadline", "ongoing", "recurring", "conditional"]))
    span = draw(SPANS)
    dated = kind != "conditional" and draw(st.integers(0, 4)) > 0
    return TimeNode(
        raw="某时",
        kind=kind,
        start=span.first if dated and kind != "deadline" else None,
        end=span.last if dated else None,
        rrule="FREQ=MONTHLY;BYMONTHDAY=15" if kind == "recurring" else None,
    )


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "title": draw(TEXTS),
        "text": draw(TEXTS),
        "section_path": tuple(draw(st.lists(TEXTS, max_size=2))),
        "departments": tuple(
            Department(name=name, key=name.removeprefix("云岭区"), role=role)
            for name, role in draw(st.lists(st.tuples(NAMES, ROLES), max_size=3))
        ),
        "leaders": tuple(Leader(name=name, role="lead") for name in draw(st.lists(st.just("白岩"), max_size=1))),
        "time_nodes": tuple(draw(st.lists(nodes(), max_size=3))),
    }


@st.composite
def archives(draw: st.DrawFn) -> list[Bulletin]:
    made = []
    for name in draw(st.permutations(["甲.txt", "b.txt", "c/丙.pdf"])):
        plans = []
        for number in range(1, draw(st.integers(1, 2)) + 1):
            held = draw(st.lists(tasks(), max_size=3))
            plans.append(
                bulletin()
                .plans[0]
                .model_copy(
                    update={
                        "id": f"p{number}",
                        "year": draw(st.sampled_from([2025, 2026, None])),
                        "tasks": tuple(
                            Task(id=f"p{number}.t{at}", number=str(at), label=f"{at}.", **task)
                            for at, task in enumerate(held, 1)
                        ),
                    }
                )
            )
        doubts = [
            Diagnostic(
                code="x", severity="info", message="?", value=f"/plans/{at}/tasks/{draw(st.integers(0, 3))}/text"
            )
            for at in range(len(plans))
        ]
        source = bulletin().source.model_copy(update={"path": name})
        made.append(bulletin(source=source, plans=tuple(plans), diagnostics=tuple(doubts)))
    return made


WANTED = st.builds(
    Wanted,
    due=st.none() | SPANS,
    ongoing=st.booleans(),
    department=st.none() | NAMES,
    role=st.none() | ROLES,
    leader=st.none() | st.sampled_from(["白岩", "林知远"]),
    kind=st.none() | st.sampled_from(["deadline", "ongoing", "recurring"]),
    search=st.lists(TEXTS.map(lambda text: text.replace(" ", "") or "养老"), max_size=2).map(tuple),
    year=st.none() | st.sampled_from([2025, 2024]),
    doubtful=st.booleans(),
)
NARROW = st.builds(Wanted, search=st.lists(TEXTS.map(lambda text: text.strip() or "老"), max_size=1).map(tuple))


@settings(derandomize=True, max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives(), WANTED | NARROW | st.builds(Wanted, due=SPANS, ongoing=st.booleans()))
def test_the_same_as_from_the_results(tmp_path_factory: pytest.TempPathFactory, archive: Any, wanted: Wanted) -> None:
    folder = tmp_path_factory.mktemp("base")
    database.write(folder / "plans.sqlite", archive)
    ordered = sorted(archive, key=lambda one: one.source.path)
    (folder / "plans.jsonl").write_bytes(b"".join(map(documents.line, ordered)))
    held = [select(one, wanted) for one in ordered]
    for name in ("plans.sqlite", "plans.jsonl"):
        read = [select(one, wanted) for one in bulletins(folder / name, Settings(), wanted)]
        assert [one for one in read if one] == [one for one in held if one]
    bare = [select(one, wanted) for one in bulletins(folder / "plans.sqlite", Settings(), wanted, for_rows=True)]
    for by in COLUMNS:
        assert [list(rows(one, by)) for one in bare if one] == [list(rows(one, by)) for one in held if one]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("养老", True),
        ("養老", True),
        ("养老服务", True),
        ("老", True),
        ("智慧 建成", True),
        ("养服", False),
        ("老养", False),
        ("养老 医院", False),
        ('"养老" OR 1=1 --', False),
        ("*", False),
    ],
)
def test_sql_finds_chinese_words(tmp_path: Path, words: str, found: bool) -> None:
    from plancli.language.script import simplify

    first = bulletin().plans[0].model_copy(update={"tasks": bulletin().plans[0].tasks[:1]})
    database.write(tmp_path / "plans.sqlite", [bulletin(plans=(first,))])
    wanted = Wanted(search=tuple(simplify(words).split()))
    got = [select(one, wanted) for one in bulletins(tmp_path / "plans.sqlite", Settings(), wanted)]
    assert any(got) == found


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(due=DaySpan(date(2025, 5, 1), date(2025, 5, 31))),
        Wanted(department="水务局"),
        Wanted(search=("医院",)),
        Wanted(leader="白岩"),
        Wanted(year=2024),
        Wanted(kind="recurring"),
    ],
)
def test_sql_leaves_out_what_is_not_wanted(tmp_path: Path, wanted: Wanted) -> None:
    database.write(tmp_path / "plans.sqlite", [bulletin()])
    assert list(reading.results(tmp_path / "plans.sqlite", wanted)) == []
    result = json.loads(documents.encoded(bulletin()))
    assert not narrower(wanted)(result)
    broken = {**result, "plans": [{**result["plans"][0], "tasks": [{}]}]}
    if wanted.year is None:
        assert narrower(wanted)(broken)  # for the models to refuse
    assert all(narrower(wanted)(other) for other in (None, [], {}, {**result, "schema_version": "1.0"}))


def test_a_sample_in_a_database_is_the_sample(tmp_path: Path) -> None:
    held = plancli.parse(Path(__file__).parents[2] / "samples" / "compilation" / "source.pdf")
    database.write(tmp_path / "plans.sqlite", [held])
    (read,) = bulletins(tmp_path / "plans.sqlite", Settings())
    assert read.plans == held.plans and read.coverage == held.coverage
    (bare,) = bulletins(tmp_path / "plans.sqlite", Settings(), for_rows=True)
    for by in COLUMNS:
        assert list(rows(bare, by)) == list(rows(held, by))


MODELS = {
    "bulletin": Bulletin, "source": SourceFile, "diagnostic": Diagnostic, "plan": Plan, "task": Task, "department": Department,
    "leader": Leader, "time_node": TimeNode, "location": Location,
}  # fmt: skip


@pytest.mark.parametrize("noun", list(stored.NOUNS))
def test_what_is_stored_has_the_names_and_defaults_of_the_models(noun: str) -> None:
    fields = MODELS[noun].model_fields
    for name, field in stored.NOUNS[noun].items():
        if fields[name].is_required():
            with pytest.raises(ValueError, match=name):
                stored.value({}, name, field)
        else:
            default = fields[name].get_default(call_default_factory=True)
            assert stored.value({}, name, field) == (default if name != "location" else stored.record({}, "location"))


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE results",
        "DELETE FROM results",
        "UPDATE results SET json = '{'",
        """UPDATE results SET json = '{"id": 1}'""",
    ],
)
@pytest.mark.parametrize("for_rows", [False, True])
def test_what_is_no_database_of_ours_is_said(tmp_path: Path, statement: str, for_rows: bool) -> None:
    database.write(tmp_path / "plans.sqlite", [bulletin()])
    base = sqlite3.connect(tmp_path / "plans.sqlite")
    with base:
        base.execute(statement)
    base.close()
    with pytest.raises(Corrupt, match="is no"):
        list(bulletins(tmp_path / "plans.sqlite", Settings(), for_rows=for_rows))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 5), ("title", None), ("departments", {}), ("departments", [5]), ("departments", [{"name": "民政局"}]), ("extra", []),
        ("time_nodes", [{"raw": "5月", "kind": "period", "end": "2025-05-32"}]), ("section_path", [1]), ("location", 5),
    ],
)  # fmt: skip
def test_a_stored_task_that_is_none_is_said(tmp_path: Path, name: str, value: object) -> None:
    database.write(tmp_path / "plans.sqlite", [bulletin()])
    base = sqlite3.connect(tmp_path / "plans.sqlite")
    with base:
        broken = json.dumps({"id": "p1.t1", "number": "1", "label": "1.", "title": "建成养老服务站", name: value})
        base.execute("UPDATE results SET json = ? WHERE id LIKE '%.t1'", (broken,))
    base.close()
    for for_rows in (False, True):
        with pytest.raises(Corrupt, match="is no"):
            list(bulletins(tmp_path / "plans.sqlite", Settings(), for_rows=for_rows))


def test_a_broken_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "plans.sqlite").write_bytes(reading.MARK + b"\1" * 5000)
    with pytest.raises(Corrupt, match="is no database of plancli"):
        list(bulletins(tmp_path / "plans.sqlite", Settings()))
