"""Draws a whole bulletin: office, plans, frame. The randomness may be `random.Random` or hypothesis's own."""

from __future__ import annotations

from random import Random

from . import frames, outlines, tables
from .capacity import Can
from .tree import Bulletin, Plan, settle
from .words import bodies, places, works

OUTLINE_NAMES = (
    "《政府工作报告》重点工作责任分解",
    "工作要点",
    "工作要点",
    "重点工作任务分工方案",
    "工作计划",
    "重点工作责任分解",
    "工作实施方案",
    "重点任务分解",
)
TABLE_NAMES = (
    "重点工作任务分解表",
    "工作任务清单",
    "重点任务责任分工表",
    "重点工作任务表",
    "民生实事项目清单",
    "重点工作推进表",
    "工作台账",
)
FIELDS = (
    "教育",
    "政务公开",
    "法治政府建设",
    "优化营商环境",
    "乡村振兴",
    "安全生产",
    "水利",
    "科技创新",
    "卫生健康",
    "文化旅游",
    "城市管理",
    "党建",
    "",
)


def plan_title(rng: Random, office: bodies.Office, year: int, names: tuple[str, ...]) -> str:
    """The title of a plan, with its year and most often its office or place."""
    field, name = rng.choice(FIELDS), rng.choice(names)
    where = rng.choice((office.name, office.place + office.rank, office.place + office.rank, ""))
    if office.kind in ("school", "company", "hospital"):
        where, field = rng.choice((office.name, office.name, "")), rng.choice(("", "党建", "安全生产", "信息化建设"))
    if not where and not field and name == "工作台账":
        name = "重点工作台账"
    return rng.choice(
        (
            f"{where}{year}年{field}{name}",
            f"{where}{year}年{field}{name}",
            f"{year}年{where}{field}{name}",
            f"{where}{year}年度{field}{name}",
        )
    )


def preamble(rng: Random, plan: Plan, year: int) -> list[str]:
    aim = rng.choice(works.HEADS)
    kind = "要点" if "要点" in plan.title else "计划" if "计划" in plan.title else "方案"
    first = rng.choice(
        (
            f"为{aim}，推动各项工作落地见效，结合实际，制定本{kind}。",
            f"{year}年工作的总体要求是：坚持稳中求进，{aim}，努力开创工作新局面。",
            f"{year}年是推进各项事业发展的重要一年。全年工作思路是：{aim}，{rng.choice(works.HEADS)}。",
            f"根据上级部署，现就{year}年重点工作安排如下：",
        )
    )
    return [first, works.sentence(rng)] if rng.random() < 0.15 else [first]


def draw(rng: Random, can: Can | None = None) -> Bulletin:
    """A bulletin, numbered; `can` is what the writer's layout carries."""
    can = can or Can()
    office = bodies.office(rng, places.place(rng))
    year = rng.randrange(2019, 2028)
    count = rng.choice((1,) * 8 + (2, 2, 3))
    plans: list[Plan] = []
    for n in range(count):
        as_table = rng.random() < (0.4 if n == 0 else 0.7)
        title = plan_title(rng, office, year, TABLE_NAMES if as_table else OUTLINE_NAMES)
        while title in [plan.title for plan in plans]:
            title = plan_title(rng, office, year, TABLE_NAMES if as_table else OUTLINE_NAMES)
        if as_table:
            plan = tables.table(rng, office, year, title, can)
        else:
            plan = outlines.outline(rng, office, year, title)
            plan.preamble = preamble(rng, plan, year) if rng.random() < 0.6 else []
            if rng.random() < 0.2:
                plan.closing = rng.choice(
                    (
                        "各单位要高度重视，加强组织领导，确保各项任务落到实处。",
                        "各部门要对照本计划，细化措施，按时报送进展情况。",
                    )
                )
        at = title.find("年") + (2 if "年度" in title else 1)
        plan.cut = at if rng.random() < 0.1 and 6 < at < len(title) - 4 else 0
        plan.tags["title"] = "two lines" if plan.cut else "one line"
        plans.append(plan)
    bulletin = Bulletin(plans)
    frame = rng.choice(("none", "none", "notice", "notice", "web", "web notice"))
    if "notice" in frame or count > 1:
        frame = frame if "notice" in frame else "notice"
        bulletin.notice = frames.notice(rng, office, plans, year)
        for n, plan in enumerate(plans, 1):
            plan.mark = (
                (f"附件{n}" if count > 1 else rng.choice(("附件", "附件：", ""))) if bulletin.notice.attachments else ""
            )
    elif rng.random() < 0.2 and plans[-1].table is None:
        printed, iso = frames.date(rng, year)
        plans[-1].signed = (office.name, printed, iso)
    bulletin.tags = {"frame": frame, "plans": str(count), "office": office.kind}
    if "web" in frame:
        frames.web(rng, office, bulletin, year)
    for plan in plans:
        if plan.first_leads and plan.tags.setdefault("note", "in the plan") == "in the plan":
            note = "列第一位的为牵头单位"
            if plan.table is None:
                plan.preamble = [*plan.preamble[:1], f"各项任务中，{note}。"]
            else:
                plan.note = f"（{note}）"
    return settle(bulletin)


def seeded(seed: int, can: Can | None = None) -> Bulletin:
    """The bulletin of a seed."""
    return draw(Random(seed), can)
