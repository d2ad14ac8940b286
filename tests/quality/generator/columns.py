"""Headers of task tables, by the habit of offices, and what each column holds."""

from __future__ import annotations

from random import Random

from . import moments, times
from .meaning import Piece
from .tree import Column

NUMBER = ("序号", "序号", "序号", "编号")
CATEGORY = ("类别", "工作类别", "重点工作", "项目类别", "工作领域")
TITLE = ("工作任务", "重点任务", "任务内容", "工作事项", "主要任务", "项目名称", "任务名称", "工作内容")
MEASURE = ("工作措施", "具体措施", "主要举措", "工作举措")
LIMIT = ("完成时限", "完成时限", "时限")
WHEN = ("完成时间", "时间安排", "进度安排", "时间节点")
SCHEDULE = ("时间安排", "进度安排")  # what may hold several lines, each headed by its time
ASSIGNED: dict[str, tuple[tuple[str, ...], ...]] = {
    "responsible": (("责任单位",), ("责任部门",), ("承办单位",), ("责任科室",)),
    "lead, support": (
        ("牵头单位", "配合单位"),
        ("主办单位", "协办单位"),
        ("牵头部门", "配合部门"),
        ("主责单位", "协同单位"),
    ),
    "lead, responsible": (("牵头单位", "责任单位"), ("牵头部门", "责任部门")),
    "responsible, leader": (("责任单位", "责任人"), ("责任部门", "分管领导"), ("责任单位", "责任领导")),
    "leader, lead, responsible": (("牵头领导", "牵头单位", "责任单位"),),
    "none": ((),),
}
HELD = {
    "lead, support": ("lead", "support"),
    "lead, responsible": ("lead", "responsible"),
    "responsible": ("responsible",),
    "responsible, leader": ("responsible", "leader"),
    "leader, lead, responsible": ("leader", "lead", "responsible"),
    "none": (),
}
GENRES = {  # tables whose columns are always the same; the rest of a table is drawn column by column
    "rectification": (
        ("存在问题", "problem"),
        ("整改措施", "title"),
        ("责任单位", "responsible"),
        ("整改时限", "time"),
    ),
    "calendar": (("周次", "week"), ("日期", "dates"), ("工作内容", "title"), ("责任部门", "responsible")),
}


def assigned(rng: Random, kind: str) -> list[Column]:
    """The columns that say who: one set of headers of the kind."""
    return [Column(header, held) for header, held in zip(rng.choice(ASSIGNED[kind]), HELD[kind], strict=True)]


def timed(rng: Random, year: int, schedule: str, group: str) -> list[Column]:
    """The columns that say when; `group` is the header above several."""
    if schedule == "none":
        return []
    if schedule in ("limit", "when"):
        return [Column(rng.choice(LIMIT if schedule == "limit" else WHEN), "time")]
    if schedule == "halves":
        spans = [("上半年", 1, 6), ("下半年", 7, 12)]
    elif schedule == "months":
        first = rng.randrange(1, 8)
        spans = [(f"{m}月", m, m) for m in range(first, first + 4)]
    else:
        prefix = rng.choice(("第", ""))
        spans = [(f"{prefix}{times.CN[q]}季度", 3 * q - 2, 3 * q) for q in range(1, 5)]
    return [
        Column(
            word,
            "quarter",
            group,
            1.5,
            Piece(word, nodes=[moments.node(word, "period", moments.day(year, a, 1), moments.last(year, b))]),
        )
        for word, a, b in spans
    ]


def fixed(genre: str) -> list[Column]:
    """The columns of a genre, with a number before them."""
    found = [Column(header, held, width=2.0 if held in ("title", "problem") else 1.0) for header, held in GENRES[genre]]
    return [Column("序号", "number", width=0.5), *found] if genre == "rectification" else found
