"""A bulletin described once: what is printed, and what it means.

Text is written with its meaning in braces, so that the truth is right by construction:

    {L 水务局} {S 财政局} {R 各镇街}            bodies: lead, support, responsible
    {A 白岩}                                    a person who answers for the task
    {deadline 6月底前|0630}                     a time node: the words, then the last day
    {period 2月-4月|0201-0430}                  … first and last day; {period 3、9月|0301-0331|0901-0930} gives two
    {ongoing 全年} {recurring 每季度} {conditional 适时}
    {period 暑期|any}                           a node whose days the document does not tell: the kind alone counts
    {?period 假期|any}                          a node that is neither asked for nor held against the output

Days are MMDD in the plan's year or YYYYMMDD. In a table's department columns plain names need no braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(r"\{(\?)?(L|S|R|A|deadline|period|ongoing|recurring|conditional) ([^|{}]+)((?:\|[^|{}]*)*)\}")
ROLES = {"L": "lead", "S": "support", "R": "responsible"}
NOTHING = {"", "/", "—", "无", "-"}
NAME_BREAKS = re.compile(r"[、，,；;\n 和]+")


@dataclass
class Piece:
    """Printed text and what its marks say."""

    text: str
    names: list[dict[str, Any]] = field(default_factory=list)
    leaders: list[dict[str, Any]] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)

    def add(self, other: Piece) -> None:
        self.names += [name for name in other.names if name not in self.names]
        self.leaders += other.leaders
        self.nodes += other.nodes


def day(text: str, year: int) -> str:
    digits = text if len(text) == 8 else f"{year}{text}"
    if not re.fullmatch(r"\d{8}", digits):
        raise ValueError(f"no day: {text!r}")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def nodes_of(kind: str, raw: str, values: list[str], year: int, optional: bool) -> Iterator[dict[str, Any]]:
    base: dict[str, Any] = {"raw": raw, "kind": kind}
    if optional:
        base["optional"] = True
    if values and set(values) == {"any"}:
        for _ in values:
            yield {**base, "start": None, "end": None, "any_dates": True}
    elif kind == "conditional":
        yield {**base, "start": None, "end": None}
    elif kind in ("ongoing", "recurring") and not values:
        yield {**base, "start": f"{year}-01-01", "end": f"{year}-12-31"}
    else:
        if not values:
            raise ValueError(f"{kind} without days: {raw}")
        for value in values:
            first, _, last = value.partition("-")
            if kind == "deadline":
                yield {**base, "start": None, "end": day(first, year)}
            else:
                yield {**base, "start": day(first, year), "end": day(last, year)}


def read(marked: str, year: int) -> Piece:
    """Marked text → what is printed and what it says."""
    piece = Piece(MARK.sub(lambda m: m[3], marked))
    if "{" in piece.text or "}" in piece.text:
        raise ValueError(f"a mark that cannot be read: {marked}")
    for optional, what, words, rest in MARK.findall(marked):
        if what in ROLES:
            name: dict[str, Any] = {"name": re.sub(r"\s", "", words), "role": ROLES[what]}
            if optional:
                name["optional"] = True
            if name not in piece.names:
                piece.names.append(name)
        elif what == "A":
            piece.leaders.append({"name": re.sub(r"\s", "", words), "role": "responsible"})
        else:
            piece.nodes += nodes_of(what, words, rest.split("|")[1:], year, bool(optional))
    return piece


@dataclass
class H:
    """A heading: a section of the plan."""

    level: int
    label: str
    title: str
    stop: str = ""


@dataclass
class I:  # noqa: E742
    """A numbered item that is a task. `own_line`: the title stands on a line of its own; `inherited`: marked text that is not
    printed, for what a heading gives to it."""

    label: str
    title: str
    text: str = ""
    more: tuple[str, ...] = ()
    stop: str = "。"
    own_line: bool = False
    number: str | None = None
    inherited: str = ""


@dataclass
class P:
    """Unnumbered prose: the preamble before the first heading, a section's text after one."""

    text: str


@dataclass
class C:
    """A column: its header, what it holds, the header above it, its share of the width, the days its header names.

    `holds`: number, section, title, titles (several numbered tasks a cell), lead, support, responsible, leader,
    leader-lead, time, days (the header is a time), remarks, extra.
    """

    header: str
    holds: str
    group: str = ""
    width: float = 1.0
    days: str = ""


@dataclass
class Group:
    """A row across the table that names a section."""

    title: str
    label: str = ""


@dataclass
class Foot:
    """A row that is no task: a total, a note."""

    cells: tuple[str, ...]


@dataclass
class Table:
    """Rows of cells; `^` continues the cell above. `plan` is False for a list that holds no task (contacts)."""

    columns: list[C]
    rows: list[tuple[str, ...] | Group | Foot]
    after: list[str] = field(default_factory=list)
    plan: bool = True


@dataclass
class Plan:
    """One plan. A line feed in `title` prints it on two lines. `says` is metadata that the document states.
    `title_inside`: it stands in the table's first row, over all columns. `first_leads`: a note says that the first body of each task leads."""

    title: str
    year: int | None
    body: list[H | I | P | Table]
    kind: str = "outline"
    attachment: str = ""
    subtitle: list[str] = field(default_factory=list)
    closing: str = ""
    colophon: list[str] = field(default_factory=list)
    says: dict[str, Any] = field(default_factory=dict)
    section_levels: int = 3
    text_counts: bool = True
    title_inside: bool = False
    first_leads: bool = False


@dataclass
class Notice:
    """The covering notice, zone by zone; `day` is the date of issue as truth."""

    title: str
    issuer: str
    day: str
    date: str
    masthead: str = ""
    doc_number: str = ""
    doc_number_as: str = ""
    signatory: str = ""
    addressee: str = ""
    body: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    colophon: list[str] = field(default_factory=list)


@dataclass
class Txt:
    """How the TXT dump looks. `table`: tsv, or cells (one cell a line)."""

    width: int = 0
    page: int = 0
    indent: str = ""
    blank: bool = False
    table: str = "tsv"
    header_every: int = 0
    encoding: str = "utf-8"
    newline: str = "\n"


@dataclass
class Docx:
    """`computed`: Word computes the numbers. `styled`: headings carry Word's heading styles."""

    computed: bool = False
    styled: bool = False


@dataclass
class Pdf:
    """`rules`: grid, three or none. `cut`: a page may cut a row. `edge`: the cut is ruled. `twice`: bold by
    drawing twice. `justify`: lines of prose are spread to the margin."""

    rules: str = "grid"
    landscape: bool = False
    repeat_header: bool = True
    cut: bool = False
    edge: bool = True
    size: float = 16.0
    cell_size: float = 10.5
    middle: bool = False
    twice: bool = False
    justify: bool = True
    page_number: str = "— {} —"


@dataclass
class Bulletin:
    """A file: what stands in it and how each format looks."""

    name: str
    group: str
    plans: list[Plan]
    notice: Notice | None = None
    contents: bool = False
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    running_head: str = ""
    traditional: bool = False
    txt: Txt = field(default_factory=Txt)
    docx: Docx = field(default_factory=Docx)
    pdf: Pdf = field(default_factory=Pdf)
