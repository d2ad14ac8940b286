"""Two years of a plan with the truth of what became of each task; all of it drawn, nothing read by plancli."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from random import Random
from typing import Any

from plancli.model.bulletin import Bulletin, Department, Plan, Task, TimeNode

from ..export.bulletins import bulletin
from ..quality.generator.words.bodies import GOVERNMENT
from ..quality.generator.words.places import FIRST, SECOND
from ..quality.generator.words.works import AIMS, HEADS, MECHANISMS, PLACES, THINGS, VERBS, WAYS


@dataclass
class Work:
    """What a task is about, apart from the words of one year."""

    name: str
    thing: str
    place: str
    mechanism: str
    way: str
    section: int


def works(rng: Random, count: int) -> list[Work]:
    """No two of the same thing; 60 at most."""
    return [
        Work(
            f"w{number}",
            thing,
            rng.choice(["", *PLACES] if number % 4 == 0 else [""]),
            rng.choice(MECHANISMS),
            rng.choice(WAYS),
            rng.randrange(6),
        )
        for number, thing in enumerate(rng.sample(THINGS, count))
    ]


def year_of(rng: Random, held: list[Work], year: int, heads: list[str], *, path: str = "a.txt") -> Bulletin:
    """A plan that says each work in the words of a year; the name of the work is in the remarks, which nothing compares."""
    tasks = []
    for number, work in enumerate(held, 1):
        verb, place = rng.choice(VERBS), f"和{work.place}建设" if work.place else ""
        aim = f"，提高{rng.choice(AIMS)}" if rng.random() < 0.3 else ""
        month = rng.randrange(1, 13)
        text = f"{month}月底前完成{work.thing}方案，建立{work.mechanism}，开展{work.way}，新建{work.place or '示范点'}{rng.randrange(2, 300)}个。"
        tasks.append(
            Task(
                id=f"p1.t{number}",
                number=str(number),
                label=f"{number}.",
                title=f"{verb}{work.thing}{place}{aim}",
                text=text if rng.random() < 0.8 else "",
                section=f"p1.s{work.section}",
                section_path=(heads[work.section],),
                departments=(Department(name=(body := rng.choice(GOVERNMENT)), key=body, role="lead"),),
                time_nodes=(TimeNode(raw=f"{month}月", kind="deadline", end=datetime.date(year, month, 28)),),
                remarks=work.name,
            )
        )
    return one_plan(tasks, year=year, path=path)


def one_plan(tasks: list[Task], *, year: int = 2025, path: str = "a.txt", title: str = "") -> Bulletin:
    """A bulletin with one plan, whose tasks get their ids."""
    tasks = [task.model_copy(update={"id": f"p1.t{number}"}) for number, task in enumerate(tasks, 1)]
    plan: Plan = (
        bulletin()
        .plans[0]
        .model_copy(
            update={
                "title": title or f"澄浦区{year}年重点工作任务清单",
                "year": year,
                "tasks": tuple(tasks),
                "sections": (),
            }
        )
    )
    source = bulletin().source.model_copy(update={"path": path})
    return bulletin(source=source, plans=(plan,), diagnostics=(), notice=None)


def two_years(seed: int, count: int, *, path: str = "a.txt", title: str = "") -> tuple[Bulletin, Bulletin]:
    """A fifth is dropped, a fifth is new, the order is another, half of the sections have new names. `count`: 50 at most."""
    rng = Random(seed)
    held = works(rng, count + count // 5)
    before, coming = held[:count], held[count:]
    after = [work for work in before if rng.random() > 0.2] + coming
    rng.shuffle(after)
    heads = rng.sample(HEADS, 9)
    old, new = (
        year_of(rng, before, 2024, heads[:6], path=path),
        year_of(rng, after, 2025, heads[:3] + heads[6:], path=path),
    )
    return (titled(old, title), titled(new, title)) if title else (old, new)


def titled(held: Bulletin, title: str) -> Bulletin:
    """The same with another title of its one plan, `{}` in which is the year."""
    (plan,) = held.plans
    return held.model_copy(
        update={"plans": (plan.model_copy(update={"title": title.format(plan.year), "issuer": None}),)}
    )


def archives(seed: int, plans: int, count: int) -> tuple[list[Bulletin], list[Bulletin]]:
    """Two years of many offices, the files of the second in another order."""
    rng = Random(seed)
    places = rng.sample([a + b for a in FIRST for b in SECOND], plans)
    both = [
        two_years(seed * 1000 + at, count, path=f"{place}.txt", title=f"{place}县{{}}年重点工作任务清单")
        for at, place in enumerate(places)
    ]
    old, new = [one for one, _ in both], [other for _, other in both]
    rng.shuffle(new)
    return old, new


def truth_of(old: list[Bulletin], new: list[Bulletin]) -> set[tuple[str, str]]:
    """The works that go on: their file and their name."""
    before, after = (
        {(held.source.path, str(task.remarks)) for held in side for plan in held.plans for task in plan.tasks}
        for side in (old, new)
    )
    return before & after


def renumbered(held: Bulletin, rng: Random) -> Bulletin:
    """The same with other numbers, labels and ids."""

    def task(old: Task, number: int) -> Task:
        return old.model_copy(update={"id": f"p9.t{number}", "number": str(number), "label": f"（{number}）"})

    plans = []
    for plan in held.plans:
        numbers = rng.sample(range(1, 10 * len(plan.tasks) + 10), len(plan.tasks))
        tasks = tuple(task(old, number) for old, number in zip(plan.tasks, numbers, strict=True))
        plans.append(plan.model_copy(update={"tasks": tasks}))
    return held.model_copy(update={"plans": tuple(plans)})


def made(title: str, **values: Any) -> Task:
    """A task by hand."""
    return Task(id="p1.t1", number="1", label="1.", title=title, **values)
