"""Draws a task table: its columns by the habit of the office, its rows with who and when."""

from __future__ import annotations

import datetime
from random import Random

from . import columns, moments, times
from .capacity import Can
from .labels import chinese
from .meaning import Piece, joined, names, people
from .tree import Band, Column, Plan, Row, Table
from .words import works
from .words.bodies import Office
from .words.places import person


class Drawer:
    """One table's choices."""

    def __init__(self, rng: Random, office: Office, year: int, can: Can) -> None:
        self.rng, self.office, self.year, self.can = rng, office, year, can
        self.assigned = rng.choice((*tuple(columns.ASSIGNED), "responsible", "lead, support"))
        self.schedule = rng.choice(("limit", "limit", "limit", "when", "when", "quarters", "halves", "months", "none"))
        self.grouping = rng.choice(("flat", "flat", "flat", "category", "category", "bands"))
        if (not can.bands and self.grouping == "bands") or (
            not can.spans and self.grouping == "category" and not can.empty
        ):
            self.grouping = "flat"
        self.numbered = (self.grouping == "flat" and not can.empty) or rng.random() < 0.85
        self.measured = rng.random() < 0.3
        self.remarks = rng.random() < 0.15
        self.extra = rng.choice(("预期目标", "资金来源", "考核分值")) if rng.random() < 0.1 else ""
        self.nothing = rng.choice(("", "", "/", "—")) if can.empty else rng.choice(("/", "—"))
        self.between = rng.choice(("、",) * 4 + ("，", "\n"))
        if self.between == "\n" and not can.breaks:
            self.between = "、"
        self.mark = self.assigned == "responsible" and rng.random() < 0.15
        self.first_leads = self.assigned == "responsible" and not self.mark and rng.random() < 0.12
        self.shared = can.spans and rng.random() < 0.15
        self.two_levels = self.schedule in ("quarters", "halves", "months") and rng.random() < 0.6 and can.spans
        self.families = [rng.choice(times.COMMON)] + [
            rng.choice(list(times.COLUMN)) for _ in range(rng.randrange(1, 4))
        ]
        self.stop = rng.choice(("", "", "。"))
        self.headed = self.schedule == "when" and rng.random() < 0.25
        self.padded = rng.random() < 0.2
        self.genre = rng.choice(
            ("plain",) * 8 + ("rectification", "calendar" if office.kind == "school" and can.empty else "plain")
        )
        if self.genre != "plain":
            self.grouping, self.schedule, self.assigned = "flat", "limit", "responsible"
            self.numbered = self.genre == "rectification"
            self.measured, self.extra, self.remarks, self.two_levels = False, "", False, False

    def columns(self) -> list[Column]:
        rng = self.rng
        if self.genre != "plain":
            return columns.fixed(self.genre)
        found = [Column(rng.choice(columns.NUMBER), "number", width=0.5)] if self.numbered else []
        titled = rng.choice(columns.TITLE)
        if self.grouping == "category":
            found.append(Column(rng.choice([c for c in columns.CATEGORY if c != titled]), "category", width=0.9))
        found.append(Column(titled, "title", width=2.5))
        if self.measured:
            found.append(Column(rng.choice(columns.MEASURE), "measure", width=3.0))
        group = rng.choice(("进度安排", "时间安排", "季度目标")) if self.two_levels else ""
        timed = columns.timed(
            rng, self.year, self.schedule, "进度安排" if group and self.schedule == "months" else group
        )
        bodies = columns.assigned(rng, self.assigned)
        found += timed + bodies if rng.random() < 0.3 and len(timed) < 2 else bodies + timed
        if self.extra:
            found.append(Column(self.extra, "goal" if self.extra == "预期目标" else "extra", width=1.2))
        if self.remarks:
            found.append(Column("备注", "remarks", width=0.7))
        return found

    def bodies(self, held: str) -> Piece:
        rng, office = self.rng, self.office
        if held == "leader":
            return people(
                [person(rng) for _ in range(1 if rng.random() < 0.8 else 2)], "responsible", padded=self.padded
            )
        count = 1 if held == "lead" else rng.randrange(1, 4)
        taken = [b for b in office.some(rng, count + 2) if b not in office.used][:count] or office.some(rng, 1, 0)
        office.used += taken
        if held == "responsible" and self.mark and len(taken) > 1:
            return joined(
                names(taken[:1], "lead"), "（牵头）", self.between, names(taken[1:], "responsible", self.between)
            )
        if held == "responsible" and self.first_leads:
            first = names(taken[:1], "lead")
            return joined(first, self.between, names(taken[1:], "responsible", self.between)) if taken[1:] else first
        return names(taken, held, self.between)

    def cell(self, column: Column, tags: dict[str, str]) -> Piece:
        rng = self.rng
        if column.holds == "title":
            return Piece(works.title(rng) + self.stop if rng.random() < 0.8 else works.sentence(rng))
        if column.holds == "measure":
            if self.can.breaks and rng.random() < 0.3:
                return Piece("\n".join(f"{n}.{works.cell(rng)}" for n in range(1, 3)))
            return Piece(works.cell(rng))
        if column.holds in ("lead", "support", "responsible", "leader"):
            if column.holds == "support" and rng.random() < 0.15:
                return Piece(self.nothing)
            return self.bodies(column.holds)
        if column.holds == "time":
            if self.headed and column.header in columns.SCHEDULE:
                return self.headed_lines(tags, column.header)
            family = rng.choice(self.families)
            tags["time"], tags["time at"] = family, column.header
            moment = times.column(rng, self.year, family, column.header)
            end = "完成" if moment.use == "by" and rng.random() < 0.2 else ""
            return joined(Piece(moment.raw, nodes=moment.nodes), end)
        if column.holds == "quarter":
            return self.quarter(column, tags)
        if column.holds in ("goal", "problem"):
            return Piece(works.cell(rng) if column.holds == "goal" else works.problem(rng))
        if column.holds == "extra":
            return Piece(
                f"{rng.randrange(2, 10)}分" if column.header == "考核分值" else rng.choice(("财政资金", "自筹资金"))
            )
        return (
            Piece(rng.choice(("市级重点", "新增", "延续项目")))
            if rng.random() < 0.3 or not self.can.empty
            else Piece("")
        )

    def headed_lines(self, tags: dict[str, str], header: str) -> Piece:
        """A schedule of several lines, each headed by its time: 3月：制定方案。"""
        rng, year = self.rng, self.year
        months = sorted(rng.sample(range(1, 13), rng.randrange(2, 4)))
        lines = []
        for m in months:
            raw, kind, start = f"{m}月", "period", moments.day(year, m, 1)
            if rng.random() < 0.4:
                raw, kind, start = f"{m}月底前", "deadline", ""
            said = Piece(raw, nodes=[moments.node(raw, kind, start or None, moments.last(year, m))])
            lines.append(
                joined(
                    said,
                    "：" if kind == "period" else "",
                    f"{rng.choice(('制定', '完成', '启动'))}{rng.choice(works.THINGS)}{rng.choice(('方案', '任务', '试点'))}",
                )
            )
        tags["time"], tags["time at"] = "headed lines", header
        if self.can.breaks:
            return joined(*[joined(line, "。") for line in lines], between="\n")
        return joined(joined(*lines, between="；"), "。")

    def quarter(self, column: Column, tags: dict[str, str]) -> Piece:
        rng = self.rng
        tags["time"], tags["time at"] = "column header", "column header"
        if rng.random() < 0.2:
            return Piece(self.nothing)
        assert column.passes is not None
        text = Piece(
            f"{rng.choice(('完成', '启动', '推进', '组织'))}{rng.choice(works.THINGS)}{rng.choice(('', '前期工作', '验收', '试点'))}"
        )
        if rng.random() < 0.12:
            month = int(column.passes.nodes[0]["end"][5:7])
            raw = f"{month}月底前"
            tags["time at"] = "column header, narrowed"
            text = joined(Piece(raw, nodes=[moments.node(raw, "deadline", None, moments.last(self.year, month))]), text)
        return text


def table(rng: Random, office: Office, year: int, title: str, can: Can) -> Plan:
    """A table plan with its choices as tags."""
    drawer = Drawer(rng, office, year, can)
    found = Table(drawer.columns(), [])
    plan = Plan(title, year, table=found, first_leads=drawer.first_leads)
    found.restart = drawer.grouping != "flat" and drawer.numbered and rng.random() < 0.2
    sizes = (
        [rng.randrange(3, 9)]
        if drawer.grouping == "flat"
        else [rng.randrange(2, 4) for _ in range(rng.randrange(2, 4))]
    )
    form = rng.choice(("一、", "（一）", None))
    heads = works.headings(rng, len(sizes))
    if drawer.genre == "calendar":
        weeks(drawer, found)
        sizes = []
    for n, size in enumerate(sizes):
        head = heads[n]
        if drawer.grouping == "bands":
            found.rows.append(Band(head, form=form))
        label = Piece(head)
        for i in range(size):
            tags = {
                "assignment": f"columns: {drawer.assigned}",
                "time": "none",
                "time at": "none",
                "look-alike": "none",
            }
            office.used = []
            cells = [
                label if c.holds == "category" else Piece() if c.holds == "number" else drawer.cell(c, tags)
                for c in found.columns
            ]
            row = Row(cells, n if drawer.grouping == "category" else -1, tags=tags)
            above = found.rows[-1] if found.rows else None
            if drawer.shared and i and isinstance(above, Row) and rng.random() < 0.4:
                for c, column in enumerate(found.columns):
                    if column.holds in ("lead", "support", "responsible"):
                        cells[c] = above.cells[c]
                tags["assignment"] += ", merged"
            found.rows.append(row)
    if rng.random() < 0.05 and drawer.numbered and isinstance(found.rows[0], Row):
        found.rows[0].skip = rng.randrange(2, 80)  # part of a longer list
    if rng.random() < 0.08 and can.bands:
        found.rows.append(Band(note="注：本表由" + rng.choice(("办公室", "综合科")) + "负责解释。"))
    found.title_inside = can.spans and rng.random() < 0.08
    plan.tags = {
        "layout": f"table {drawer.grouping if drawer.genre == 'plain' else drawer.genre}",
        "label": "table, numbered" if drawer.numbered else "table, no numbers",
        "table time": drawer.schedule + (", two-level header" if drawer.two_levels else ""),
        "table columns": str(len(found.columns)) if len(found.columns) < 7 else "7 or more",
        "between names": {"、": "、", "，": "，", "\n": "line break"}[drawer.between],
        "measures": "yes" if drawer.measured else "no",
        "nothing": drawer.nothing or "empty",
        "numbers": "anew" if found.restart else "through",
        "title inside": "yes" if found.title_inside else "no",
    }
    return plan


def weeks(drawer: Drawer, table: Table) -> None:
    """The rows of a school's calendar: weeks and their days in merged cells, one task or several a week."""
    rng, year = drawer.rng, drawer.year
    monday = datetime.date(year, 3, 1)
    monday -= datetime.timedelta(monday.weekday())
    for n in range(1, rng.randrange(4, 8)):
        sunday = monday + datetime.timedelta(6)
        raw, week = f"{monday.month}月{monday.day}日-{sunday.month}月{sunday.day}日", f"第{chinese(n)}周"
        dates = Piece(raw, nodes=[moments.node(raw, "period", monday.isoformat(), sunday.isoformat())])
        counted = Piece(week, nodes=[{**moments.node(week, "period", open_days=True), "optional": True}])
        for _ in range(rng.randrange(1, 4)):
            tags = {
                "assignment": "columns: responsible",
                "time": "4月10日至20日",
                "time at": "merged days",
                "look-alike": "none",
            }
            held = {"week": counted, "dates": dates}
            table.rows.append(Row([held.get(c.holds) or drawer.cell(c, tags) for c in table.columns], tags=tags))
        monday += datetime.timedelta(7)
