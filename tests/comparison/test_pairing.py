"""Two years of fictional plans, of which it is known which task became which."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancli.comparison.pairing import Fate, compare
from plancli.comparison.plans import same_plans
from plancli.comparison.report import entries
from plancli.model.bulletin import Bulletin

from .years import archives, made, one_plan, renumbered, titled, truth_of, two_years

SEEDS = st.integers(0, 2**20)


def shares(old: list[Bulletin], new: list[Bulletin]) -> tuple[float, float]:
    """How many of the pairs are right, and how many of the right ones are made."""
    fates = [fate for fate in compare(old, new) if fate.likeness]
    made_pairs = [(fate.old, fate.new) for fate in fates if fate.old is not None and fate.new is not None]
    right = [
        (first.file, first.task.remarks)
        for first, second in made_pairs
        if (first.file, first.task.remarks) == (second.file, second.task.remarks)
    ]
    return len(right) / len(made_pairs), len(right) / len(truth_of(old, new))


@pytest.mark.parametrize("count", [5, 20, 50])
def test_one_plan_in_two_years(count: int) -> None:
    """Other verbs, aims, figures, months, bodies; another order; half of the sections have other names."""
    found = [shares([old], [new]) for old, new in (two_years(seed, count) for seed in range(300 // count))]
    right, made_right = (sum(share) / len(found) for share in zip(*found, strict=True))
    assert right >= 0.97 and made_right >= 0.99, (right, made_right)


def test_archives_of_many_offices_that_do_the_same() -> None:
    right, made_right = shares(*archives(1, 12, 40))
    assert right >= 0.97 and made_right >= 0.99, (right, made_right)


def names(fates: list[Fate]) -> list[tuple[str, str | None, str | None]]:
    return [(fate.status, fate.old and fate.old.task.title, fate.new and fate.new.task.title) for fate in fates]


@settings(derandomize=True, max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, st.integers(1, 25))
def test_other_numbers_change_no_pair(seed: int, count: int) -> None:
    old, new = two_years(seed, count)
    rng = Random(seed)
    assert names(compare([renumbered(old, rng)], [renumbered(new, rng)])) == names(compare([old], [new]))


@settings(derandomize=True, max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, st.integers(1, 25))
def test_each_task_has_its_fate(seed: int, count: int) -> None:
    old, new = two_years(seed, count)
    fates = compare([old], [new])
    first = {fate.old.task.id for fate in fates if fate.old is not None}
    second = {fate.new.task.id for fate in fates if fate.new is not None}
    assert first == {task.id for task in old.plans[0].tasks}
    assert second == {task.id for task in new.plans[0].tasks}
    pairs = [(fate.old, fate.new) for fate in fates if fate.likeness]
    assert len({first for first, _ in pairs}) == len({second for _, second in pairs}) == len(pairs)


@settings(derandomize=True, max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, st.integers(1, 25))
def test_a_plan_is_itself(seed: int, count: int) -> None:
    old, _ = two_years(seed, count)
    assert not [entry for entry in entries([old], [renumbered(old, Random(seed))]) if entry.changed]


def test_tasks_of_one_title_are_told_apart_by_section_then_by_place() -> None:
    tasks = [made("落实年度任务", section_path=(head,)) for head in ("学校工作", "社区工作", "社区工作")]
    fates = compare([one_plan(tasks)], [one_plan([tasks[1], tasks[2], tasks[0]])])
    assert [fate.status for fate in fates] == ["continued"] * 3
    assert [fate.old and fate.old.at for fate in fates] == [1 / 3, 2 / 3, 0]


def test_a_task_that_went_to_another_section() -> None:
    heads = ["城市管理", "民生保障"]
    old = [made("完善养老服务", section_path=(heads[1],)), made("整治户外广告", section_path=(heads[0],)), made("改造供水管网", section_path=(heads[0],))]  # fmt: skip
    new = [old[0], old[1], old[2].model_copy(update={"section_path": (heads[1],)})]
    assert [fate.status for fate in compare([one_plan(old)], [one_plan(new)])] == ["continued", "continued", "moved"]


def test_a_section_with_another_name_moves_nothing() -> None:
    old = [made(title, section_path=("夯实基础",)) for title in ("完善养老服务", "整治户外广告", "改造供水管网")]
    new = [task.model_copy(update={"section_path": ("强本固基",)}) for task in old]
    assert {fate.status for fate in compare([one_plan(old)], [one_plan(new)])} == {"continued"}


def test_a_task_that_went_to_another_plan_of_the_office() -> None:
    tasks = [made("完善养老服务"), made("整治户外广告"), made("改造供水管网")]
    first, second = one_plan(tasks[:2], title="城管局任务清单"), one_plan(tasks[2:], title="水务局任务表")
    after = one_plan([tasks[0]], title="城管局任务清单"), one_plan(tasks[1:], title="水务局任务表")
    fates = compare([first, second], list(after))
    assert [(fate.status, fate.new and fate.new.task.title) for fate in fates] == [
        ("continued", "完善养老服务"),
        ("moved", "整治户外广告"),
        ("continued", "改造供水管网"),
    ]


def test_what_another_office_does_is_another_task() -> None:
    task = made("完善养老服务体系")
    old = [titled(one_plan([task], path="a.txt"), "澄浦县{}年工作要点"), titled(one_plan([made("整治户外广告")], path="b.txt"), "霁泽县{}年工作要点")]  # fmt: skip
    new = [titled(one_plan([made("改造供水管网")], path="a.txt"), "澄浦县{}年工作要点"), titled(one_plan([task], path="b.txt"), "霁泽县{}年工作要点")]  # fmt: skip
    assert sorted(fate.status for fate in compare(old, new)) == ["dropped", "dropped", "new", "new"]


WHOLE = made("推进学校食堂安全管理和校车安全管理", text="规范操作。")
PARTS = [made("加强学校食堂安全管理"), made("加强校车安全管理")]
OTHERS = [made("改造供水管网"), made("完善养老服务体系"), made("整治户外广告")]
POINTED = made("办好民生实事", text="（1）新建口袋公园。选址两处。\n（2）开展数字档案建设，年底前完成。")


def test_a_task_that_was_split() -> None:
    fates = compare([one_plan([WHOLE, *OTHERS])], [one_plan([*PARTS, *OTHERS])])
    assert names(fates)[:2] == [("split", WHOLE.title, part.title) for part in PARTS]
    assert {fate.status for fate in fates[2:]} == {"continued"}


@pytest.mark.parametrize(("text", "status"), [("古树名木养护经费足额落实。", "split"), ("经费足额落实。", "new")])
def test_what_a_title_says_the_most_of_its_text_may_complete(text: str, status: str) -> None:
    whole = made("加强古树名木和湿地资源保护", text=text)
    parts = [made("加强古树名木养护"), made("加强湿地资源保护")]
    fates = compare([one_plan([whole, *OTHERS])], [one_plan([*parts, *OTHERS])])
    assert [(fate.status, fate.new and fate.new.task.title) for fate in fates if fate.status == status] == (
        [(status, part.title) for part in parts] if status == "split" else [(status, parts[0].title)]
    )


def test_tasks_that_were_merged() -> None:
    fates = compare([one_plan([*PARTS, *OTHERS])], [one_plan([WHOLE, *OTHERS])])
    assert sorted(names(fates)[:2]) == sorted(("merged", part.title, WHOLE.title) for part in PARTS)
    assert {fate.status for fate in fates[2:]} == {"continued"}


def test_a_point_that_became_a_task_of_its_own() -> None:
    shorter = POINTED.model_copy(update={"text": "新建口袋公园。选址两处。"})
    fates = compare([one_plan([POINTED, *OTHERS])], [one_plan([shorter, made("开展数字档案建设"), *OTHERS])])
    assert [fate.status for fate in fates[:2]] == ["split", "split"]
    still = compare([one_plan([POINTED, *OTHERS])], [one_plan([POINTED, made("开展数字档案建设"), *OTHERS])])
    assert [fate.status for fate in still[:2]] == ["continued", "new"]  # the old one says it still


def test_plans_of_many_offices_by_their_titles() -> None:
    old, new = archives(3, 60, 1)
    plans = same_plans([one.plans[0] for one in old], [one.plans[0] for one in new])
    assert len(plans) == 60
    assert all(first.title.replace("2024", "2025") == second.title for first, second in plans)


@pytest.mark.parametrize(("old", "new"), [([], []), ([], [made("完善养老服务")]), ([made("")], [made("")])])
def test_nothing_is_nothing(old: list[object], new: list[object]) -> None:
    fates = compare([one_plan(old)], [one_plan(new)])  # type: ignore[arg-type]
    assert len(fates) == max(len(old), len(new))
    assert compare([], []) == []
