"""Draws an outline: sections of one to three levels, items with their text, who and when."""

from __future__ import annotations

from random import Random

from . import moments, times
from .assignments import SHAPES
from .items import Drawer
from .labels import FORMS, LADDERS
from .meaning import Piece
from .tree import Item, Plan, Section
from .words import works
from .words.bodies import Office

POINTED = ("（1）", "1）", "①", "⑴", "一是")  # under a heading that has the assignment they might be its points
MONTHLY = ("1.", "1、", "1．", "（1）", "（一）", "(一)", "①")  # what numbers the items under 三月份


def outline(rng: Random, office: Office, year: int, title: str) -> Plan:
    """An outline plan with its choices as tags."""
    ladder = rng.choice(LADDERS)
    shape = rng.choice(list(SHAPES))
    if SHAPES[shape][0] == "heading" and (len(ladder) < 2 or ladder[-1] in POINTED):
        shape = "（A负责）"
    drawer = Drawer(rng, office, year, ladder, shape)
    plan = Plan(title, year, ladder)
    plan.gap = rng.choice(("",) * 6 + (" ", "　")) if ladder[-1] != "一是" else ""
    plan.through = (
        len(ladder) > 1
        and FORMS[ladder[-1]].kind in ("1", "cn", "01", "１")
        and rng.random() < (0.9 if "条" in ladder[-1] else 0.3)
    )
    if ladder[-1] in ("（一）", "(一)") or "节" in ladder[-1]:
        plan.through = False
    plan.first_leads = drawer.shape == "列第一位的牵头"
    layout = "plain"
    if (
        len(ladder) == 2
        and FORMS[ladder[-1]].kind != "path"
        and ladder[-1] != "一是"
        and drawer.place != "heading"
        and rng.random() < 0.14
    ):
        layout = rng.choice(("months", "stages")) if ladder[-1] in MONTHLY else "stages"
    plan.body = sections(drawer, plan, 0) if layout == "plain" else timed_sections(drawer, layout)
    plan.tags = {
        "layout": "outline" if layout == "plain" else f"outline by {layout}",
        "label": ladder[-1],
        "ladder": " ".join(ladder),
        "levels": str(len(ladder)),
        "title line": "own" if drawer.own_line else "run in",
        "points": drawer.points,
        "numbers": ("through" if plan.through else "anew")
        + (", gaps" if drawer.skips else "")
        + (", on one line" if drawer.on_line else ""),
        "brackets": drawer.style.left if drawer.place in ("tail", "title", "heading") else "none",
        "after label": {"": "nothing", " ": "blank", "　": "wide blank"}[plan.gap],
    }
    return plan


def some_items(drawer: Drawer, count: int) -> list[Item]:
    found = [drawer.item() for _ in range(count)]
    for item in found[1:]:
        item.on_line = drawer.rng.random() < drawer.on_line
    if drawer.skips and len(found) > 2:
        found[-1].skip = 1
        drawer.skips = drawer.rng.random() < 0.5
    return found


def sections(drawer: Drawer, plan: Plan, depth: int) -> list[Section | Item]:
    rng, ladder = drawer.rng, drawer.ladder
    if depth == len(ladder) - 1:
        most = {0: 9, 1: 5, 2: 4}.get(depth, 3)
        return list(some_items(drawer, rng.randrange(3 if not depth else 2, most)))
    found: list[Section | Item] = []
    for title in works.headings(rng, rng.randrange(2, 4) if len(ladder) < 4 else 2):
        section = Section(title, depth + 1, ladder[depth])
        if drawer.place == "heading" and depth == len(ladder) - 2:
            section.behind = section.passes = drawer.assignment()[0]
        section.children = sections(drawer, plan, depth + 1)
        found.append(section)
    if depth == 0 and rng.random() < 0.15 and drawer.place != "heading":
        aim = Section(rng.choice(("总体要求", "指导思想", "工作目标")), 1, ladder[0])
        aim.prose = [rng.choice(("坚持稳中求进，", "坚持问题导向，", "以提高质量为核心，")) + works.sentence(rng)]
        if len(ladder) > 2 and rng.random() < 0.5:
            aim.title, aim.prose = "总体要求", []
            for title in ("指导思想", "工作目标"):
                part = Section(title, 2, ladder[1], prose=["坚持稳中求进，" + works.sentence(rng)])
                aim.children.append(part)
        found.insert(0, aim)
    return found


def timed_sections(drawer: Drawer, layout: str) -> list[Section | Item]:
    """Headings that say when: months of the year, or stages of a campaign; the items beneath say nothing of it."""
    rng, year = drawer.rng, drawer.year
    drawer.timed = 0.0
    drawer.assigned = 0.0 if drawer.place == "none" else 1.0
    drawer.own_line = drawer.place == "title"
    start = rng.randrange(1, 8)
    found: list[Section | Item] = []
    for n in range(rng.randrange(2, 5)):
        m = start + n
        node = moments.node
        if layout == "months":
            raw = f"{times.MONTHS[m]}月份"
            section = Section(
                raw,
                1,
                None,
                passes=Piece(raw, nodes=[node(raw, "period", moments.day(year, m, 1), moments.last(year, m))]),
            )
        else:
            raw = f"{m}月"
            name = ("动员部署", "自查自纠", "集中整治", "总结提升")[n]
            section = Section(
                f"{name}阶段（{raw}）",
                1,
                drawer.ladder[0],
                passes=Piece(raw, nodes=[node(raw, "period", moments.day(year, m, 1), moments.last(year, m))]),
            )
        section.children = list(some_items(drawer, rng.randrange(2, 4)))
        for item in section.children:
            if isinstance(item, Item):
                item.tags["time"], item.tags["time at"] = "heading", "heading"
        found.append(section)
    return found
