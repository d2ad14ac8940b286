"""A described bulletin as printed: paragraphs, grids and contents pages in order, no meaning left."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .describe import Bulletin, Foot, Group, H, I, Notice, P, Plan, Table, read


@dataclass
class Para:
    """`style`: masthead, title, centre, right, left, body, heading. `label` is printed before `text`."""

    text: str
    style: str = "body"
    label: str = ""
    level: int = 0
    new_page: bool = False


@dataclass
class Slot:
    """A cell of a grid, once, at its upper left corner."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    centred: bool = False


@dataclass
class Grid:
    """A table as printed; the first `headers` rows are its header."""

    slots: list[Slot]
    rows: int
    widths: list[float]
    headers: int

    def at(self) -> dict[tuple[int, int], Slot]:
        return {(slot.row, slot.column): slot for slot in self.slots}


@dataclass
class Contents:
    """A contents page: level and text of each entry."""

    entries: list[tuple[int, str]] = field(default_factory=list)


Block = Para | Grid | Contents


def notice_blocks(notice: Notice) -> Iterator[Block]:
    if notice.masthead:
        yield Para(notice.masthead, "masthead")
    if notice.signatory:
        yield Para(f"{notice.doc_number}　　　　签发人：{notice.signatory}", "left")
    elif notice.doc_number:
        yield Para(notice.doc_number, "centre")
    yield Para(notice.title, "title")
    if notice.addressee:
        yield Para(notice.addressee, "left")
    yield from (Para(text) for text in notice.body)
    yield from (Para(text) for text in notice.attachments)
    yield Para(notice.issuer, "right")
    yield Para(notice.date, "right")
    yield from (Para(text, "left") for text in notice.colophon)


def grid(table: Table, year: int, title: str = "") -> Grid:
    """Header of one row or two, under the title if it stands inside; then the rows, merged where there is `^`."""
    columns = table.columns
    top = int(bool(title))
    headers = top + (2 if any(column.group for column in columns) else 1)
    slots = [Slot(0, 0, title, columns=len(columns), centred=True)] if title else []
    for c, column in enumerate(columns):
        if not column.group:
            slots.append(Slot(top, c, column.header, rows=headers - top, centred=True))
            continue
        slots.append(Slot(top + 1, c, column.header, centred=True))
        if c and columns[c - 1].group == column.group:
            next(s for s in slots if s.text == column.group and s.row == top).columns += 1
        else:
            slots.append(Slot(top, c, column.group, centred=True))
    above: dict[int, Slot] = {}
    for r, row in enumerate(table.rows, headers):
        if isinstance(row, Group):
            slots.append(Slot(r, 0, row.label + row.title, columns=len(columns)))
            above = {}
            continue
        if isinstance(row, Foot):
            row = (*row.cells, *[""] * (len(columns) - len(row.cells))) if len(row.cells) > 1 else row
        if isinstance(row, Foot):
            slots.append(Slot(r, 0, row.cells[0], columns=len(columns)))
            continue
        for c, (cell, column) in enumerate(zip(row, columns, strict=True)):
            if cell == "^":
                above[c].rows += 1
                continue
            narrow = column.holds not in ("title", "titles", "time", "days", "extra")
            above[c] = Slot(r, c, read(cell, year).text, centred=narrow)
            slots.append(above[c])
    slots.sort(key=lambda slot: (slot.row, slot.column))
    return Grid(slots, headers + len(table.rows), [column.width for column in columns], headers)


def plan_blocks(plan: Plan, *, new_page: bool) -> Iterator[Block]:
    year = plan.year or 0
    if plan.attachment:
        yield Para(plan.attachment, "left", new_page=new_page)
    if not plan.title_inside:
        yield Para(plan.title, "title", new_page=new_page and not plan.attachment)
    yield from (Para(text, "centre") for text in plan.subtitle)
    for block in plan.body:
        if isinstance(block, H):
            yield Para(block.title + block.stop, "heading", block.label, block.level)
        elif isinstance(block, P):
            yield Para(read(block.text, year).text)
        elif isinstance(block, I):
            title, texts = read(block.title, year).text, [read(t, year).text for t in (block.text, *block.more) if t]
            if block.own_line:
                yield Para(title, "heading", block.label, 9)
            else:
                yield Para(title + block.stop + (texts.pop(0) if texts else ""), "body", block.label)
            yield from (Para(text) for text in texts)
        else:
            yield grid(block, year, plan.title if plan.title_inside else "")
            yield from (Para(text) for text in block.after)
    if plan.closing:
        yield Para(plan.closing)
    yield from (Para(text, "right") for text in plan.colophon)


def blocks(bulletin: Bulletin) -> list[Block]:
    """Everything printed, in order, in the script asked for."""
    out = simplified(bulletin)
    if bulletin.traditional:
        for block in out:
            for part in block.slots if isinstance(block, Grid) else [block] if isinstance(block, Para) else []:
                part.text = traditional(part.text)
    return out


@functools.cache
def converters() -> tuple[Any, Any]:
    """To traditional characters and back."""
    import opencc

    return opencc.OpenCC("s2t"), opencc.OpenCC("t2s")


def traditional(text: str) -> str:
    """The text in traditional characters, one for one, such that folding them back gives the same text."""
    there, back = converters()
    converted = "".join(there.convert(char) for char in text)
    if "".join(back.convert(char) for char in converted) != text:
        raise ValueError(f"no way back from traditional characters: {text}")
    return converted


def simplified(bulletin: Bulletin) -> list[Block]:
    out: list[Block] = [Para(text, "left") for text in bulletin.before]
    if bulletin.notice:
        out += notice_blocks(bulletin.notice)
    bodies = [
        list(plan_blocks(plan, new_page=bool(bulletin.notice) or bulletin.contents or i > 0))
        for i, plan in enumerate(bulletin.plans)
    ]
    if bulletin.contents:
        heads = [
            (0 if block.style == "title" else block.level, (block.label + block.text).replace("\n", ""))
            for body in bodies
            for block in body
            if isinstance(block, Para) and (block.style == "title" or (block.style == "heading" and block.level < 3))
        ]
        out += [Para("目　　录", "centre"), Contents(heads)]
    for body in bodies:
        out += body
    return out + [Para(text, "left") for text in bulletin.after]
