"""Numbered paragraphs → a tree: what stands under what.

The form of a label gives the level, the order in which forms meet in this document gives the nesting; a first 1. inside the
line before 2. is split off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..language.assignments import names_who, trailing_assignment
from ..language.labels import Label, read_label
from ..language.marks import BEFORE_HEADINGS
from ..language.month_days import days_by_points
from ..language.numerals import numeral
from ..language.openings import SAID
from ..model.source import Line
from .captions import is_numbered_caption
from .headings import is_short_line, unnumbered_headings
from .stream import Element, Passage
from .table_plan import TablePlan

NAMED = ("named", "named-step")
UNNUMBERED = "line"  # the form of an item that has a number by count only


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """A numbered paragraph (the root and unnumbered headings have no label) and all that stands under it, in order."""

    label: Label | None
    head: str
    paragraph: Passage | None
    parent: Node | None
    printed: str = ""  # the label as printed
    rank: float = -1.0
    form: str = field(init=False)  # of its label; "" for the root, "heading" for an unnumbered heading
    # What stands directly under it: all, and of that the numbered paragraphs, the unnumbered ones, the task tables.
    trail: list[Passage | Node | TablePlan] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    tables: list[TablePlan] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.form = self.label.form if self.label else ("heading" if self.parent else "")

    def hang(self, part: Passage | Node | TablePlan) -> None:
        """Put a part under it, behind those that it has."""
        self.trail.append(part)
        if isinstance(part, Node):
            self.children.append(part)
        elif isinstance(part, Passage):
            self.body.append(part.text)
        else:
            self.tables.append(part)

    def ancestors(self) -> Iterator[Node]:
        """Its parent, that one's parent, … without the root."""
        node = self.parent
        while node is not None and node.parent is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """The nodes below it in document order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(node.children[::-1])

    def lines(self) -> Iterator[str]:
        """Everything below it as printed, a paragraph each."""
        stack: list[Passage | Node | TablePlan] = self.trail[::-1]
        while stack:
            part = stack.pop()
            if isinstance(part, Passage):
                yield part.text
            elif isinstance(part, Node):
                yield part.printed + part.head
                stack.extend(part.trail[::-1])

    def origin(self, *, below: bool = True) -> list[Line]:
        """The source's lines that it stands in, with its unnumbered paragraphs, or with all `below` it."""
        found = {id(line): line for line in (self.paragraph.lines if self.paragraph else ())}
        stack: list[Passage | Node | TablePlan] = self.trail[::-1]
        while stack:
            part = stack.pop()
            paragraph = (
                part if isinstance(part, Passage) else part.paragraph if isinstance(part, Node) and below else None
            )
            found.update((id(line), line) for line in (paragraph.lines if paragraph else ()))
            if isinstance(part, Node) and below:
                stack.extend(part.trail[::-1])
        return list(found.values())


def grow(body: Iterable[Element]) -> Node:
    """A plan's body in order → the root of its tree; the root's own body is the preamble."""
    return _Grower(list(body)).root


class _Grower:
    def __init__(self, body: list[Element]) -> None:
        self.root = Node(None, "", None, None)
        self.open: list[Node] = [self.root]
        self.said: tuple[int, Node] | None = None  # the last 一是, 二是 …, and what it stood under
        headings = unnumbered_headings(body)  # index → rank
        for index, element in enumerate(body):
            following = body[index + 1] if index + 1 < len(body) else None
            if isinstance(element, TablePlan):
                self._hang(element, body[index - 1] if index else None)
            else:
                self._take(element, following, headings.get(index))

    def _hang(self, table: TablePlan, above: Element | None) -> None:
        """A table belongs to the heading it stands under, never to an item before it, on whatever level that is, unless this is its
        title (（1）产业发展任务表)."""
        if self.open[-1].paragraph is not above or not is_numbered_caption(self.open[-1].head):
            self._leave_items(5.5)
        self.open[-1].hang(table)

    def _leave_items(self, rank: float) -> None:
        """What comes stands beneath nothing of a lower rank, nor beneath an item that is assigned itself."""
        while self.open[-1].rank > rank or _is_whole_item(self.open[-1]):
            self.open.pop()

    def _take(self, paragraph: Passage, following: Element | None, heading_rank: float | None) -> None:
        text = paragraph.text
        label = paragraph.label
        if label is None and _is_unnamed(self.open[-1]) and is_short_line(paragraph):
            node = self.open[-1]
            lines = [*(node.paragraph.lines if node.paragraph else ()), *paragraph.lines]
            node.head, node.paragraph = text, Passage(text, lines, [0])
        elif label is None and heading_rank is not None:
            if isinstance(following, TablePlan):
                self._leave_items(heading_rank)
            while self.open[-1].rank >= heading_rank:
                self.open.pop()
            head = text.lstrip(BEFORE_HEADINGS)  # ★重点工作
            self._add(None, head or text, text[: len(text) - len(head)] if head else "", paragraph, self.open[-1])
            self.open[-1].rank = heading_rank
        elif label is None:
            self._append(paragraph)
        else:
            self._place(label, text, paragraph)
            self._split(following if isinstance(following, Passage) else None)

    def _append(self, paragraph: Passage) -> None:
        """Unnumbered text goes to the open node; 二是… goes to the heading whose prose had 一是…, items between or not."""
        match = SAID.match(paragraph.text)
        value = numeral(match[1]) if match else None
        if value is not None:
            if self.said is not None and self.said[0] == value - 1 and self.said[1] in self.open:
                del self.open[self.open.index(self.said[1]) + 1 :]
            self.said = (value, self.open[-1])
        self.open[-1].hang(paragraph)

    def _place(self, label: Label, text: str, paragraph: Passage) -> None:
        """Under the deepest open node that ranks above it; beside the open node of its own form."""
        forms = [node.form for node in self.open]
        if label.form in forms:
            del self.open[forms.index(label.form) :]
        else:
            # a form new at this place closes an open one of lower rank, but begins or goes on beneath a stage: 第一步： / （一）
            while self.open[-1].rank > label.rank and not _takes(self.open[-1], label):
                self.open.pop()
        bracketed = label.form == "stage" and text[label.end :].startswith(("（", "("))  # 第一阶段（初赛） is a name
        head, printed = (text, "") if bracketed else (text[label.end :], label.text)
        self._add(label, head, printed, paragraph, self.open[-1])

    def _add(self, label: Label | None, head: str, printed: str, paragraph: Passage, parent: Node) -> None:
        node = Node(label, head, paragraph, parent, printed=printed)
        parent.hang(node)
        self.open.append(node)
        if label is not None:
            node.rank = label.rank

    def _split(self, following: Passage | None) -> None:
        """Two labels on one line: （一）加强领导。1.成立专班。 before a line that begins with 2."""
        node = self.open[-1]
        inner = read_label(node.head)
        if (
            inner is not None
            and node.label is not None
            and inner.rank > node.label.rank
            and inner.value == 1
            and inner.form != "stage"
            and not (node.form == UNNUMBERED and days_by_points(node.head))  # 6.1入队仪式
            and not (inner.form in NAMED and inner.value == node.label.value)  # （一）任务一：… is one item
        ):
            head, node.head = node.head, ""
            self._add(inner, head[inner.end :], inner.text, node.paragraph or Passage("", [], []), node)
            return
        due = following.label if following is not None else None
        if due is None or due.value != 2 or node.label is None or due.rank <= node.label.rank:
            return
        for match in re.finditer(r"[。；;：:]", node.head):
            inner = read_label(node.head[match.end() :])
            if inner is not None and inner.form == due.form and inner.value == 1:
                head, node.head = node.head, node.head[: match.end()]
                self._add(
                    inner, head[match.end() + inner.end :], inner.text, node.paragraph or Passage("", [], []), node
                )
                return


def _takes(stage: Node, label: Label) -> bool:
    """Whether an item stands beneath a stage, whatever its form: the first there, or the next behind those of the stage before."""
    if stage.form != "stage" or stage.parent is None:
        return False
    before = [below.label for one in stage.parent.children if one.form == "stage" for below in one.children]
    last = next((each for each in reversed(before) if each is not None), None)
    return label.value == 1 or (last is not None and (last.form, last.value + 1) == (label.form, label.value))


def _is_unnamed(node: Node) -> bool:
    """Whether a part or a chapter has nothing behind its number on its line: 第一篇, its title beneath."""
    return node.form in ("part", "chapter", "section") and not (node.head or node.trail)


def _is_whole_item(node: Node) -> bool:
    """Whether a numbered paragraph says what is done and, behind a sentence of its own, by whom: no heading of a table."""
    stop = node.head.find("。") + 1
    return node.label is not None and 0 < stop < trailing_assignment(node.head) and names_who(node.head[stop:])


def beside_chapters(node: Node) -> bool:
    """Whether a plain number is that of a chapter, as beside it 2 重点工作 with 2.1 beneath is one."""
    return any(map(is_chapter, node.parent.children if node.parent else []))


def is_chapter(node: Node) -> bool:
    """Whether a plain number has its decimals beneath: 2 with 2.1."""
    return node.form == "digit" and bool(node.children) and node.children[0].form.startswith("decimal")
