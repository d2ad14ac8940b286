"""Corrections: applied where the words and the place say, whatever else was found meanwhile; marked; never silent."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from plancli.corrections import corrected
from plancli.export.validity import check
from plancli.model.bulletin import Bulletin, Task
from plancli.model.settings import Settings
from plancli.pipeline import parse_bytes, with_corrections

TEXT = """云岭区2025年民生工作要点

一、民生实事
1.推进养老服务站建设。3月完成摸底；12月底前全面建成。（区民政局牵头，区财政局、各镇街配合）
3.整理台账。2月30日前汇总。（区教育局负责）
4.建设食堂。9月底前建成，全年开展回访。（区民政局牵头）
5.建设食堂。6月底前验收。（区体育局负责）
"""
DATA = TEXT.encode()
SHA = hashlib.sha256(DATA).hexdigest()
PLAIN = parse_bytes(DATA, name="a.txt")


def lines(*records: dict[str, Any], sha: str = SHA) -> tuple[str, ...]:
    return tuple(json.dumps({"sha256": sha, **record}, ensure_ascii=False) for record in records)


def at(task: Task, **changes: Any) -> dict[str, Any]:
    place = task.location.model_dump(exclude={"boxes"}, exclude_none=True)
    return {"title": task.title, "text": task.text, "number": task.number, "place": place} | changes


def tasks(bulletin: Bulletin) -> tuple[Task, ...]:
    return bulletin.plans[0].tasks


ELDERLY, LEDGER, CANTEEN, GYM = tasks(PLAIN)


def applied(*records: dict[str, Any], to: Bulletin = PLAIN) -> Bulletin:
    """The bulletin corrected; whatever was corrected, the result holds, and correcting it again changes nothing."""
    said = lines(*records, sha=to.source.sha256)
    done = corrected(to, said)
    assert list(check(done)) == []
    assert corrected(done, said) == done
    assert Bulletin.model_validate_json(done.model_dump_json()) == done
    return done


def codes(bulletin: Bulletin) -> list[str]:
    return [told.code for told in bulletin.diagnostics]


def test_fields_are_set_and_marked_and_what_stays_keeps_its_evidence() -> None:
    bodies = [
        {"name": "区民政局", "role": "lead"},
        {"name": "区财政局", "role": "lead"},
        {"name": "区审计局", "role": "support"},
    ]
    done = applied({"op": "set", "at": at(ELDERLY), "fields": {"title": "建服务站", "departments": bodies}})
    task = tasks(done)[0]
    assert (task.title, task.corrected) == ("建服务站", ("title", "departments"))
    assert task.departments[0] == ELDERLY.departments[0]
    assert [(body.key, body.role, body.rules) for body in task.departments[1:]] == [
        ("财政局", "lead", ("corrected",)),
        ("审计局", "support", ("corrected",)),
    ]
    assert task.time_nodes == ELDERLY.time_nodes
    assert tasks(done)[1:] == tasks(PLAIN)[1:]


@pytest.mark.parametrize(
    ("said", "kind", "start", "end"),
    [
        ({"raw": "2月底前"}, "deadline", None, "2025-02-28"),
        ({"raw": "每月"}, "recurring", "2025-01-01", "2025-12-31"),
        ({"raw": "每月", "kind": "recurring"}, "recurring", "2025-01-01", "2025-12-31"),
        ({"raw": "3月", "kind": "deadline"}, "deadline", None, "2025-03-31"),
        ({"raw": "县里定的日子", "kind": "deadline", "end": "2025-07-01"}, "deadline", None, "2025-07-01"),
        ({"raw": "开学季", "kind": "period", "start": "2025-08-25", "end": "2025-09-10"}, "period", "2025-08-25", "2025-09-10"),
        ({"raw": "等通知"}, "conditional", None, None),
    ],
)  # fmt: skip
def test_times_are_taken_as_said_or_read_from_the_words(said: Any, kind: str, start: Any, end: Any) -> None:
    done = applied({"op": "set", "at": at(LEDGER), "fields": {"time_nodes": [said]}})
    (node,) = tasks(done)[1].time_nodes
    days = [day.isoformat() if day else None for day in (node.start, node.end)]
    assert (node.raw, node.kind, *days) == (said["raw"], kind, start, end)
    assert "corrected" in node.rules


def test_a_doubt_about_a_corrected_value_is_none_any_more_and_others_stay() -> None:
    assert {"invalid-date", "number-gap"} <= set(codes(PLAIN))
    done = applied({"op": "set", "at": at(LEDGER), "fields": {"number": "2"}})
    assert "number-gap" not in codes(done) and "invalid-date" in codes(done)
    done = applied({"op": "set", "at": at(LEDGER), "fields": {"time_nodes": [{"raw": "2月底前"}]}})
    assert "number-gap" in codes(done) and "invalid-date" not in codes(done)


def test_values_stand_where_a_corrected_text_has_them() -> None:
    done = applied({"op": "set", "at": at(ELDERLY), "fields": {"text": "请区民政局于3月完成。"}})
    task = tasks(done)[0]
    assert [body.span for body in task.departments] == [(1, 5), None, None]
    assert [node.span for node in task.time_nodes] == [(6, 8), None]


def test_a_task_is_struck_and_its_words_are_said() -> None:
    done = applied({"op": "strike", "at": at(ELDERLY)})
    assert [(task.id, task.title) for task in tasks(done)] == [
        ("p1.t1", "整理台账"), ("p1.t2", "建设食堂"), ("p1.t3", "建设食堂"),
    ]  # fmt: skip
    (struck,) = [told for told in done.diagnostics if told.code == "struck"]
    assert "推进养老服务站建设" in (struck.text or "") and struck.location == ELDERLY.location
    doubt = next(told for told in done.diagnostics if told.code == "number-gap")
    assert (doubt.task, doubt.value) == ("p1.t1", "/plans/0/tasks/0/number")


def test_tasks_are_merged() -> None:
    done = applied({"op": "merge", "at": at(CANTEEN), "with": [at(GYM)]})
    assert len(tasks(done)) == 3
    task = tasks(done)[2]
    assert task.text == f"{CANTEEN.text}\n建设食堂\n{GYM.text}"
    assert [body.name for body in task.departments] == ["区民政局", "区体育局"]
    assert [node.raw for node in task.time_nodes] == ["9月底前", "全年", "6月底前"]


def test_a_task_is_split_and_each_part_keeps_its_times() -> None:
    parts = [{"title": "建设食堂", "text": "9月底前建成"}, {"title": "回访", "text": "全年开展", "departments": []}]
    done = applied({"op": "split", "at": at(CANTEEN), "into": parts})
    first, second = tasks(done)[2:4]
    assert [node.raw for node in first.time_nodes] == ["9月底前"] and [node.raw for node in second.time_nodes] == [
        "全年"
    ]
    assert first.departments and not second.departments
    assert [task.id for task in tasks(done)] == [f"p1.t{k}" for k in range(1, 6)]


@pytest.mark.parametrize(("after", "place"), [(LEDGER, 2), (None, 0)])
def test_a_task_is_added(after: Task | None, place: int) -> None:
    fields = {"title": "走访企业", "number": "2", "time_nodes": [{"raw": "5月底前"}]}
    record = {"op": "add", "plan": PLAIN.plans[0].title, "after": after and at(after), "fields": fields}
    added = tasks(applied(record))[place]
    assert (added.title, added.number, added.corrected) == ("走访企业", "2", ("number", "title", "time_nodes"))
    assert added.section == (after.section if after else None)


def test_the_same_words_twice_are_told_apart_by_their_place() -> None:
    """The title says nothing here; the place does, whichever of the two is meant."""
    for index, task in ((2, CANTEEN), (3, GYM)):
        done = applied({"op": "set", "at": at(task), "fields": {"remarks": "重点"}})
        assert [one.remarks for one in tasks(done)] == [None] * index + ["重点"] + [None] * (3 - index)


def test_what_could_be_any_of_several_is_none() -> None:
    done = applied({"op": "strike", "at": {"title": "建设食堂"}})
    assert tasks(done) == tasks(PLAIN) and codes(done)[-1] == "correction-unplaced"


def newer(*, before: str = "", **changes: Any) -> Bulletin:
    """The same file as another version might read it: with a task before the others, with a title cut elsewhere."""
    own = list(tasks(PLAIN))
    own[1] = own[1].model_copy(update=changes)
    if before:
        own.insert(
            0,
            own[0].model_copy(
                update={"title": before, "text": "", "location": own[0].location.model_copy(update={"paragraph": 3})}
            ),
        )
    named = tuple(task.model_copy(update={"id": f"p1.t{k}"}) for k, task in enumerate(own, 1))
    return PLAIN.model_copy(update={"plans": (PLAIN.plans[0].model_copy(update={"tasks": named}),), "diagnostics": ()})


@pytest.mark.parametrize(
    "other",
    [
        newer(before="民生实事"),
        newer(title="整理台账。2月30日前汇总", text=""),
        newer(title="整理台", text="账。2月30日前汇总。（区教育局负责）"),
        newer(number="9", label="9."),
        newer(location=LEDGER.location.model_copy(update={"paragraph": 77})),
    ],
    ids=["a task before", "a longer title", "a shorter title", "another number", "another place"],
)
def test_a_correction_survives_a_newer_reading(other: Bulletin) -> None:
    done = corrected(other, lines({"op": "set", "at": at(LEDGER), "fields": {"remarks": "已核对"}}))
    (task,) = [task for task in tasks(done) if task.remarks == "已核对"]
    assert task.title.startswith("整理台") and "correction-unplaced" not in codes(done)


@pytest.mark.parametrize("op", ["set", "strike", "merge", "split", "add"])
def test_a_place_that_is_gone_is_a_warning_and_nothing_else(op: str) -> None:
    gone = {"title": "没有这一项", "place": {"page": 9}}
    rest: dict[str, Any] = {
        "set": {"at": gone, "fields": {"title": "甲"}},
        "strike": {"at": gone},
        "merge": {"at": at(LEDGER), "with": [gone]},
        "split": {"at": gone, "into": [{"title": "甲"}, {"title": "乙"}]},
        "add": {"after": gone, "fields": {"title": "甲"}},
    }[op]
    done = applied({"op": op, **rest})
    assert tasks(done) == tasks(PLAIN)
    (told,) = [told for told in done.diagnostics if told.code == "correction-unplaced"]
    assert told.severity == "warning" and op in told.message


def test_corrections_follow_one_another() -> None:
    renamed = at(LEDGER, title="整理清单")
    done = applied(
        {"op": "set", "at": at(LEDGER), "fields": {"title": "整理清单"}},
        {"op": "set", "at": renamed, "fields": {"remarks": "二次"}},
        {"op": "strike", "at": at(GYM)},
    )
    assert (tasks(done)[1].title, tasks(done)[1].remarks, len(tasks(done))) == ("整理清单", "二次", 3)


def test_parsing_takes_the_lines_of_its_own_file_alone() -> None:
    said = lines({"op": "strike", "at": at(GYM)})
    mine, other = Settings(corrections={SHA: said}), Settings(corrections={"0" * 64: said})
    assert len(tasks(parse_bytes(DATA, name="a.txt", settings=mine))) == 3
    assert parse_bytes(DATA, name="a.txt", settings=other) == PLAIN
    assert with_corrections(PLAIN, other) is PLAIN
