"""From a drawn bulletin to its printed form: meaning is dropped, words and layout stay."""

from __future__ import annotations

from collections.abc import Iterator

from .labels import FORMS
from .printed import Block, Grid, Para, Printed, Slot
from .tree import Band, Bulletin, Item, Notice, Plan, Row, Section, Table


def printed(bulletin: Bulletin) -> Printed:
    """All paragraphs and grids in order."""
    blocks: list[Block] = [Para(text, "web") for text in bulletin.before]
    if bulletin.notice:
        blocks += notice(bulletin.notice)
    for n, plan in enumerate(bulletin.plans):
        blocks += plan_blocks(plan, new_page=bool(bulletin.notice) or n > 0)
    blocks += [Para(text, "web") for text in bulletin.after]
    return Printed(blocks, bulletin.running_head)


def notice(found: Notice) -> Iterator[Block]:
    if found.masthead:
        yield Para(found.masthead, "masthead")
    if found.doc_number:
        yield Para(found.number_as or found.doc_number, "centre")
    yield Para(found.title, "title")
    yield Para(found.addressee + "：", "left")
    yield from (Para(text) for text in found.body)
    yield from (Para(text) for text in found.attachments)
    yield Para(found.issuer, "right")
    yield Para(found.date, "right")
    yield from (Para(text, "left") for text in found.colophon)


def plan_blocks(plan: Plan, *, new_page: bool) -> Iterator[Block]:
    if plan.mark:
        yield Para(plan.mark, "left", new_page=new_page)
    inside = plan.table is not None and plan.table.title_inside
    if not inside:
        title = plan.title[: plan.cut] + "\n" + plan.title[plan.cut :] if plan.cut else plan.title
        yield Para(title, "title", new_page=new_page and not plan.mark)
    if plan.note:
        yield Para(plan.note, "centre")
    yield from (Para(text) for text in plan.preamble)
    if plan.table:
        yield grid(plan.table, plan.title if inside else "")
    yield from node_blocks(plan.body, plan, 1)
    if plan.closing:
        yield Para(plan.closing)
    if plan.signed:
        yield Para(plan.signed[0], "right")
        yield Para(plan.signed[1], "right")


def gap(name: str, plan: Plan) -> str:
    return plan.gap or (" " if FORMS[name].gap else "")


def node_blocks(nodes: list[Section | Item], plan: Plan, level: int) -> Iterator[Block]:
    open_line: Para | None = None
    for node in nodes:
        if isinstance(node, Section):
            tail = node.behind.text if node.behind else ""
            yield labelled(node.title + tail, "heading", node.form, node.label, node.count, plan, level)
            yield from (Para(text) for text in node.prose)
            yield from node_blocks(node.children, plan, level + 1)
            continue
        texts = [piece.text for piece in node.paragraphs]
        title = node.title.text + (node.behind.text if node.behind else "")
        run_in = "" if node.own_line else node.stop + (texts.pop(0) if texts and node.run_in else "")
        if node.on_line and open_line is not None and not texts:
            open_line.text += node.label + gap(plan.ladder[-1], plan) + title + run_in
            continue
        if open_line is not None:
            yield open_line
        open_line = labelled(
            title + run_in, "heading" if node.own_line else "body", plan.ladder[-1], node.label, node.count, plan, level
        )
        if texts:
            yield open_line
            open_line = None
            yield from (Para(text) for text in texts)
    if open_line is not None:
        yield open_line


def labelled(text: str, style: str, form: str | None, label: str, count: int, plan: Plan, level: int) -> Para:
    if form is None:
        return Para(text, style)
    shape = FORMS[form].shape if FORMS[form].word else None
    return Para(text, style, label, gap(form, plan), level, shape, count)


def grid(table: Table, title: str) -> Grid:
    """Header rows, under the title if it stands inside; then the rows, with cells merged that are one object."""
    columns, top = table.columns, int(bool(title))
    headers = top + (2 if any(column.group for column in columns) else 1)
    slots = [Slot(0, 0, title, columns=len(columns))] if title else []
    group: Slot | None = None
    for c, column in enumerate(columns):
        if column.group:
            slots.append(Slot(top + 1, c, column.header))
            if group is not None and columns[c - 1].group == column.group:
                group.columns += 1
            else:
                group = Slot(top, c, column.group)
                slots.append(group)
        else:
            slots.append(Slot(top, c, column.header, rows=headers - top))
    above: dict[int, tuple[object, Slot]] = {}
    for r, row in enumerate(table.rows, headers):
        if isinstance(row, Band):
            slots.append(Slot(r, 0, row.label + row.title + row.note, columns=len(columns)))
            above = {}
            continue
        for c, piece in enumerate(row.cells):
            if c in above and above[c][0] is piece:
                above[c][1].rows += 1
                continue
            text = row.number if columns[c].holds == "number" else piece.text
            above[c] = piece, Slot(r, c, text)
            slots.append(above[c][1])
    slots.sort(key=lambda slot: (slot.row, slot.column))
    return Grid(slots, headers + len(table.rows), [column.width for column in columns], headers)


def task_rows(table: Table) -> list[Row]:
    return [row for row in table.rows if isinstance(row, Row)]
