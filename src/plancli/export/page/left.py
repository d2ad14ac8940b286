"""The source as the page shows it: pages as pictures with frames, else paragraphs and tables with the words of tasks marked.

Where the file itself is not at hand the text is that of the bulletin, field by field.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence

from ...model.bulletin import Boxes, Bulletin, Section, Task
from ...model.source import Cell, Paragraph, Source, Table
from .stretches import MarkedStretch, Stretches, StretchPlace
from .told import (
    Frame,
    Original,
    PageSheet,
    ShownCell,
    ShownDocument,
    ShownItem,
    ShownKind,
    ShownLeftOut,
    ShownPassage,
    ShownPicture,
    ShownTable,
)

_SLACK = 3.0  # points by which a box may hang over the edge of its page


def document_of(bulletin: Bulletin, original: Original, first: int) -> ShownDocument:
    """A bulletin, its file and the index of its first task → what stands on the left."""
    tasks = [task for plan in bulletin.plans for task in plan.tasks]
    items: list[ShownItem]
    if original.pictures:
        items = list(_pages(bulletin, tasks, original.pictures, first))
    elif original.source is not None:
        items = _text(bulletin, tasks, list(_blocks(original.source)), first)
    else:
        items = _text(bulletin, tasks, list(_fields(bulletin)), first)
    return ShownDocument(bulletin.source.path, bulletin.source.sha256, original.absent, tuple(items))


def left_out(bulletin: Bulletin) -> Iterator[ShownLeftOut]:
    """All that is in no field, a reason each."""
    for diagnostic in bulletin.diagnostics:
        if diagnostic.text:
            yield ShownLeftOut(diagnostic.code, diagnostic.text, diagnostic.location.page)


def _pages(
    bulletin: Bulletin, tasks: Sequence[Task], pictures: dict[int, ShownPicture], first: int
) -> Iterator[ShownItem]:
    frames: dict[int, list[Frame]] = {}
    for index, task in enumerate(tasks, first):
        for boxes, kind, value in _boxes(task):
            for page, x0, y0, x1, y1 in boxes or ():
                frames.setdefault(page, []).append(Frame(x0, y0, x1 - x0, y1 - y0, index, kind, value))
    told = list(left_out(bulletin))
    for number in range(1, max([*pictures, *frames, bulletin.source.pages or 0]) + 1):
        picture = pictures.get(number)
        if picture is not None:
            address = f"data:{picture.media_type};base64,{base64.b64encode(picture.data).decode()}"
            held = [frame for frame in frames.get(number, ()) if _lies_on(frame, picture)]
            yield PageSheet(number, picture.width, picture.height, address, tuple(held))
        else:
            here = [task for task in tasks if task.location.page == number]
            yield ShownPassage((), page=number)
            yield from _text(bulletin, here, [part for task in here for part in _task(task)], first, tasks)
        yield from (one for one in told if one.page == number)
    yield from (one for one in told if one.page is None)


def _lies_on(frame: Frame, picture: ShownPicture) -> bool:
    """A page that was turned to be read has its boxes elsewhere."""
    return frame.x + frame.width <= picture.width + _SLACK and frame.y + frame.height <= picture.height + _SLACK


def _boxes(task: Task) -> Iterator[tuple[Boxes | None, ShownKind, str]]:
    yield task.location.boxes, "task", ""
    for number, body in enumerate(task.departments):
        yield body.boxes, "department", f"d{number}"
    for number, leader in enumerate(task.leaders):
        yield leader.boxes, "leader", f"l{number}"
    for number, node in enumerate(task.time_nodes):
        yield node.boxes, "time", f"t{number}"


def _text(
    bulletin: Bulletin,
    tasks: Sequence[Task],
    parts: list[StretchPart],
    first: int,
    all_tasks: Sequence[Task] | None = None,
) -> list[ShownItem]:
    """Parts of a text, marked, as items; behind them what was left out and does not stand in them."""
    stretches = Stretches([stretch for part in parts for stretch in part.stretches()])
    numbers = {id(task): index for index, task in enumerate(all_tasks or tasks, first)}
    for task in tasks:
        stretches.mark(task, numbers[id(task)])
    rest: list[ShownItem] = []
    if all_tasks is None:
        rest += (
            ShownLeftOut(diagnostic.code, "\n".join(missing), diagnostic.location.page)
            for diagnostic in bulletin.diagnostics
            if diagnostic.text and (missing := stretches.leave(diagnostic))
        )
    return [*(part.item() for part in parts), *rest]


class StretchPart:
    """A paragraph or a table on its way to the page: its stretches are marked before it becomes an item."""

    def __init__(self, stretch: MarkedStretch | None = None, *, level: int = 0, page: int | None = None) -> None:
        self._stretch, self._level, self._page = stretch, level, page

    def stretches(self) -> list[MarkedStretch]:
        """Its texts, in reading order."""
        return [self._stretch] if self._stretch else []

    def item(self) -> ShownItem:
        """What the page is told."""
        return ShownPassage(self._stretch.runs() if self._stretch else (), self._level, self._page)


class _TablePart(StretchPart):
    def __init__(self, table: Table, page: int | None) -> None:
        super().__init__(page=page)
        self._sheet = table.sheet
        self._rows: list[list[tuple[MarkedStretch, Cell]]] = [
            [(MarkedStretch(cell.text, tuple(_places(table, cell))), cell) for c, cell in enumerate(row) if cell.row == r and cell.column == c]
            for r, row in enumerate(table.rows)
        ]  # fmt: skip

    def stretches(self) -> list[MarkedStretch]:
        return [stretch for row in self._rows for stretch, _ in row]

    def item(self) -> ShownItem:
        rows = tuple(
            tuple(ShownCell(stretch.runs(), cell.rowspan, cell.colspan) for stretch, cell in row) for row in self._rows
        )
        return ShownTable(rows, self._sheet, self._page)


def _places(table: Table, cell: Cell) -> Iterator[StretchPlace]:
    if cell.address is not None:
        yield "cell", f"{table.sheet}!{cell.address}", 0
    yield "row", table.number, cell.row + 1
    for row in range(cell.row + 2, cell.row + cell.rowspan + 1):
        yield "over", table.number, row


def _blocks(source: Source) -> Iterator[StretchPart]:
    """The blocks of a file after `clean`."""
    page: int | None = None
    for block in source.blocks:
        turned = block.page if block.page != page else None
        page = block.page or page
        if isinstance(block, Paragraph):
            level = min((line.outline or 0) for line in block.lines) if block.lines else 0
            yield StretchPart(MarkedStretch(block.text, (("paragraph", 0, block.number),)), level=level, page=turned)
        elif isinstance(block, Table):
            yield _TablePart(block, turned)
            for _, text in block.dropped:
                yield StretchPart(MarkedStretch(text))


def _fields(bulletin: Bulletin) -> Iterator[StretchPart]:
    """The fields of a bulletin in the order of the document."""
    notice = bulletin.notice
    for text in (notice.title, notice.doc_number, notice.addressee, notice.text) if notice else ():
        yield from _lines(text)
    for plan in bulletin.plans:
        yield StretchPart(MarkedStretch(plan.title), level=1)
        yield from _lines(plan.preamble)
        sections = list(plan.sections)
        for task in plan.tasks:
            for _ in range(_until(sections, task)):
                yield from _section(sections.pop(0))
            yield from _task(task)
        for section in sections:
            yield from _section(section)
        yield from _lines(plan.closing)


def _until(sections: Sequence[Section], task: Task) -> int:
    """How many of the sections still to come begin before a task: up to its own."""
    ids = [section.id for section in sections]
    return ids.index(task.section) + 1 if task.section in ids else 0


def _section(section: Section) -> Iterator[StretchPart]:
    yield StretchPart(MarkedStretch(section.label + section.title), level=min(section.level + 1, 4))
    yield from _lines(section.text)


def _task(task: Task) -> Iterator[StretchPart]:
    yield StretchPart(MarkedStretch(f"{task.label}{task.title}"))
    yield from _lines(task.text)
    for name, text in task.extra.items():
        yield from _lines(f"{name}：{text}")


def _lines(text: str | None) -> Iterator[StretchPart]:
    for line in (text or "").split("\n"):
        if line.strip():
            yield StretchPart(MarkedStretch(line))
