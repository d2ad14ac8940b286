"""What the extractors give and `clean` mends: lines and tables in document order.

Plain slotted dataclasses, not Pydantic models: there are thousands in a file, and no user sees them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..messages import Message, Several
from .record import Record

Ending = Literal["hard", "soft", "unknown"]


@dataclass(slots=True, eq=False, repr=False)
class Line(Record):
    """One line as the source has it: a DOCX paragraph, a line of a TXT file, a line on a PDF page.

    `ending` is "hard" where the source says that a paragraph ends here (DOCX), "soft" where it says that it goes on,
    "unknown" where only the look can tell (TXT, PDF). Positions are points on the page as shown, y growing upwards;
    `left` and `right` are the inner edges of the frame that holds the line (a table cell; for running text the
    page's text area), `frame` the number of the column or box on its page that holds it, 0 for the text area
    itself. `computed` counts the leading characters that Word computed (list numbers),
    `lead` those other than white space that stand in bold type before others that do not.

    `lefts[i]` and `rights[i]` are the edges of character i of `text`, blanks included, in the same points: what the boxes of
    single words come from. A reader may leave them empty; the characters are then taken to fill [x0, x1] evenly.
    Any sequence of floats will do (a slice of a page's array costs nothing): it is looked at only where a value stands.
    """

    text: str
    number: int = 0  # 1-based: TXT line, DOCX paragraph, PDF line through the file
    page: int | None = None  # 1-based
    ending: Ending = "unknown"
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0
    frame: int = 0
    size: float | None = None  # font size in points
    bold: bool = False
    centered: bool = False
    outline: int | None = None  # heading level that the source's style names, 1-based
    computed: int = 0
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    lead: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Paragraph(Record):
    """One paragraph, made of one or more lines; `offsets[i]` is where `lines[i]` begins in `text`.

    Up to the next offset, the characters of `text` other than white space are those of that line, in order and one for one
    (in simplified script), so that each knows where it came from.

    `left_out` is None for text, else why it is no part of any plan ("page-number", "running-head", …).
    """

    text: str
    lines: list[Line]
    offsets: list[int]
    left_out: str | None = None

    @property
    def page(self) -> int | None:
        """The page on which it begins, 1-based."""
        return self.lines[0].page if self.lines else None

    @property
    def number(self) -> int:
        """The number of its first line in the source."""
        return self.lines[0].number if self.lines else 0


@dataclass(slots=True, eq=False, repr=False)
class Cell(Record):
    """A table cell. A merged cell is one object that stands in every slot it covers.

    `text` is empty until `clean` makes it of `lines`: paragraphs joined by a line feed. Its characters other than white
    space are those of the lines, in order and one for one (in simplified script), so that each knows where it came from.
    `address` is its name in a spreadsheet (B7).
    """

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    page: int | None = None
    address: str | None = None
    doubtful: bool = False  # its text might as well stand in another column
    fill: str = ""  # the colour of its ground, where it has one and the reader asks


@dataclass(slots=True, eq=False, repr=False)
class Table(Record):
    """A grid: `rows[r][c]` is the cell that covers slot (r, c); rows have equal length.

    `ruled` is False where columns were told by gaps, tabs or order rather than by lines or mark-up.
    `open_top` / `open_bottom`: the first or last row is cut by the page's edge without a rule.
    `sheet` is the name of the sheet that it fills, in a spreadsheet. `edges` are the heights of the edges of its rows on the
    page, from the top, where rules tell them.
    """

    rows: list[list[Cell]]
    page: int | None = None
    number: int = 0  # 1-based through the file
    ruled: bool = True
    open_top: bool = False
    open_bottom: bool = False
    dropped: list[tuple[str, str]] = field(
        default_factory=list
    )  # (reason, text) of what `clean` took out: header rows …
    sheet: str | None = None
    edges: Sequence[float] = ()

    def cells(self) -> list[Cell]:
        """Each cell once, in reading order."""
        return [
            cell for r, row in enumerate(self.rows) for c, cell in enumerate(row) if cell.row == r and cell.column == c
        ]


Block = Line | Paragraph | Table
Note = tuple[str, Message | Several, int | None]  # what a reader says of a file: diagnostic code, message, page


@dataclass(slots=True, eq=False, repr=False)
class ReaderAttempt(Record):
    """One extractor that was tried, and what came of it; `version` of the library that reads, or of plancli."""

    extractor: str
    outcome: str
    version: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Source(Record):
    """A file as blocks in document order, and what is known of the file itself.

    Extractors give `Line` and `Table`; after `clean` there are `Paragraph` and `Table`. `heights` turn the places of lines,
    which count from a page's foot, into boxes, which count from its top.
    """

    blocks: list[Block]
    media_type: str
    pages: int | None = None
    heights: list[float] = field(default_factory=list)  # of the pages as shown, in points; empty where there are none
    attempts: list[ReaderAttempt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    # what a page's own record says beside its text, by the notice's fields: title, doc_number, issuer, issued_on
    record: dict[str, str] = field(default_factory=dict)
