"""What the page is told: the source on the left, the tasks on the right, the year beneath. Plain frozen values, no HTML.

`task` is always the index of a task through the whole page; `value` names one of its values: d0 (departments), l0 (leaders),
t0 (time nodes).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...model.source import Source

ShownKind = Literal["task", "department", "leader", "time", "out"]
Absent = Literal["never", "not-found", "changed", "no-pages", "undrawn", "withheld"]


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A page as it looks: its size in points as shown, and the bytes of the picture with their media type."""

    width: float
    height: float
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Original:
    """The file behind a bulletin, as far as it is at hand: its blocks after `clean`, pictures of its pages by number, and why
    there is none of either."""

    source: Source | None = None
    pictures: dict[int, ShownPicture] = field(default_factory=dict)
    absent: Absent | None = None


@dataclass(frozen=True, slots=True)
class ShownRun:
    """A piece of text and what it is part of; `reason` is the code of what was left out."""

    text: str
    tasks: tuple[int, ...] = ()
    kind: ShownKind | None = None
    value: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on a page's picture, in points from its top left."""

    x: float
    y: float
    width: float
    height: float
    task: int
    kind: ShownKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class PageSheet:
    """A page as a picture, with its frames."""

    number: int
    width: float
    height: float
    address: str  # data: URI
    frames: tuple[Frame, ...]
    layout: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A paragraph; `level` above 0 for a heading, `page` where one begins with it."""

    runs: tuple[ShownRun, ...]
    level: int = 0
    page: int | None = None
    layout: Literal["passage"] = "passage"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with how many rows and columns it covers."""

    runs: tuple[ShownRun, ...]
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table."""

    rows: tuple[tuple[ShownCell, ...], ...]
    sheet: str | None = None
    page: int | None = None
    layout: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class ShownLeftOut:
    """Text that is in no field: the code of the reason, the text, the page it begins on."""

    reason: str
    text: str
    page: int | None = None
    layout: Literal["left-out"] = "left-out"


ShownItem = PageSheet | ShownPassage | ShownTable | ShownLeftOut


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One file on the left."""

    path: str
    sha256: str
    absent: Absent | None
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A body, a person or a time of a task: its words, its role or kind, the days (ISO 8601), whether it came from elsewhere."""

    id: str
    kind: Literal["department", "leader", "time"]
    words: str
    role: str
    key: str = ""
    first: str = ""
    last: str = ""
    action: str = ""
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that a person should look at."""

    code: str
    severity: str
    message: str
    task: int | None
    page: int | None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A task on the right. `place` is what its location says, by name, and `at` all of it; `months` are those in which
    something is due."""

    index: int
    document: int
    plan: str
    number: str
    label: str
    title: str
    text: str
    path: tuple[str, ...]
    values: tuple[Value, ...]
    remarks: str
    extra: tuple[tuple[str, str], ...]
    place: tuple[tuple[str, str | int], ...]
    at: tuple[tuple[str, str | int], ...]
    months: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A node on the timeline, its ends in thousandths of the axis; a deadline and a turn of a rule are points."""

    kind: str
    start: float
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A task on the timeline."""

    task: int
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan's tasks along its months."""

    plan: str
    months: tuple[str, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """How many tasks of each body fall due in each month; `most` is the greatest count."""

    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    most: int


@dataclass(frozen=True, slots=True)
class Told:
    """All of the page."""

    title: str
    documents: tuple[ShownDocument, ...]
    cards: tuple[Card, ...]
    notes: tuple[Doubt, ...]
    left_out: tuple[ShownLeftOut, ...]
    timelines: tuple[Timeline, ...]
    heat: Heat
