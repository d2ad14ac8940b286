"""A drawn bulletin before it is numbered and printed: plans of sections and items, or of a table; a frame around them.

`tags` are the choices that were made: what a report groups by. Labels are given by `settle`, so that a part may be
taken out (to make a failing bulletin small) and the rest is numbered anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .labels import FORMS
from .meaning import Piece

Tags = dict[str, str]


@dataclass
class Item:
    """A numbered item that is a task. `own_line`: its title stands alone; `run_in`: its first
    paragraph follows the title; `on_line`: it follows the item before on the
    same line; `skip`: numbers left out before it; `paragraphs` are the rest of its text."""

    title: Piece
    behind: Piece | None = None  # an assignment behind the title
    paragraphs: list[Piece] = field(default_factory=list)
    own_line: bool = False
    run_in: bool = True
    on_line: bool = False
    stop: str = "。"
    skip: int = 0
    tags: Tags = field(default_factory=dict)
    label: str = ""
    number: str = ""
    count: int = 0


@dataclass
class Section:
    """A heading; `form` None prints no label (三月份). `behind`: a bracket with an assignment for all beneath; `passes`:
    what the title says for the items beneath that say nothing themselves."""

    title: str
    level: int
    form: str | None
    children: list[Section | Item] = field(default_factory=list)
    behind: Piece | None = None
    passes: Piece | None = None
    prose: list[str] = field(default_factory=list)
    label: str = ""
    number: str = ""
    count: int = 0


@dataclass
class Column:
    """A column. `holds`: number, category, title, measure, lead, support, responsible, leader, time, quarter, remarks,
    extra. `group`: the header above it; `passes`: what a header that is a time says for each cell that is not empty."""

    header: str
    holds: str
    group: str = ""
    width: float = 1.0
    passes: Piece | None = None


@dataclass
class Row:
    """A row that is a task; a cell that is the same object as the one above it is merged with it."""

    cells: list[Piece]
    category: int = -1
    skip: int = 0
    tags: Tags = field(default_factory=dict)
    number: str = ""


@dataclass
class Band:
    """A row over all columns: a section (`title`), or a note that is no task (`note`)."""

    title: str = ""
    note: str = ""
    form: str | None = None
    label: str = ""


@dataclass
class Table:
    columns: list[Column]
    rows: list[Row | Band]
    restart: bool = False  # numbers begin anew under each band or category
    title_inside: bool = False


@dataclass
class Plan:
    """One plan: `body` of sections and items, or `table`. `note`: a paragraph beneath the title that is none of its
    prose; `signed`: issuer and date below."""

    title: str
    year: int
    ladder: tuple[str, ...] = ()
    body: list[Section | Item] = field(default_factory=list)
    table: Table | None = None
    preamble: list[str] = field(default_factory=list)
    closing: str = ""
    signed: tuple[str, str, str] | None = None  # issuer, date as printed, date
    mark: str = ""  # 附件1
    cut: int = 0  # the title is printed on two lines, the first of so many characters
    gap: str = ""
    through: bool = False  # items are numbered through the plan
    first_leads: bool = False
    rest_supports: bool = False  # … and the others support it, as the note says
    note: str = ""
    tags: Tags = field(default_factory=dict)


@dataclass
class Notice:
    title: str
    issuer: str
    date: str
    day: str
    addressee: str
    body: list[str]
    doc_number: str = ""
    number_as: str = ""  # as printed, where its brackets are others
    masthead: str = ""
    attachments: list[str] = field(default_factory=list)
    colophon: list[str] = field(default_factory=list)


@dataclass
class Bulletin:
    plans: list[Plan]
    notice: Notice | None = None
    before: list[str] = field(default_factory=list)  # of a web page
    after: list[str] = field(default_factory=list)
    running_head: str = ""
    tags: Tags = field(default_factory=dict)


def items_of(nodes: list[Section | Item]) -> Iterator[Item]:
    """The items beneath, in order."""
    for each in nodes:
        if isinstance(each, Item):
            yield each
        else:
            yield from items_of(each.children)


def settle(bulletin: Bulletin) -> Bulletin:
    """Gives every section, item and row its label and number, in place; the same bulletin."""
    for plan in bulletin.plans:
        if plan.table:
            number_rows(plan.table)
        else:
            number_nodes(plan.body, plan, {"items": 0}, 0, "")
    return bulletin


def number_nodes(nodes: list[Section | Item], plan: Plan, running: dict[str, int], depth: int, above: str) -> None:
    """Numbers a list of siblings and what is beneath them."""
    count = 0
    form = FORMS[plan.ladder[-1]]
    for node in nodes:
        if isinstance(node, Section):
            count += 1
            node.count = count
            if node.form:
                node.label, node.number = FORMS[node.form].label(count, above)
            number_nodes(node.children, plan, running, depth + 1, node.number)
            continue
        running["items"] = (running["items"] if plan.through else count) + 1 + node.skip
        count = running["items"]
        node.count = count
        node.label, node.number = form.label(count, above)
        node.on_line = node.on_line and node is not nodes[0] and isinstance(nodes[nodes.index(node) - 1], Item)


def number_rows(table: Table) -> None:
    count, bands, category = 0, 0, -1
    for row in table.rows:
        if isinstance(row, Band):
            if row.title:
                bands += 1
                row.label = FORMS[row.form].label(bands, "")[0] if row.form else ""
                count = 0 if table.restart else count
            continue
        if table.restart and row.category != category:
            count = 0
        category = row.category
        count += 1 + row.skip
        row.number = str(count)
