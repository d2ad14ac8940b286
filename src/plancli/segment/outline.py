"""Numbered paragraphs → a tree: what stands under what.

The form of a label gives the level, the order in which forms meet in this document gives the nesting, and the series decides
doubtful cases: a lost dot (27构建…) is an item where 27 is due; a first 2. inside the line before is split off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model.source import Paragraph
from .numbering import Label, han_value, lost_label, read_label
from .tables import TablePlan

_SAID = re.compile(r"([一二三四五六七八九十]{1,3})(?:是|要)")
TERMINAL = "。！？；：!?;:，,、"


@dataclass(slots=True, eq=False)
class Node:
    """A numbered paragraph (the root and unnumbered headings have no label) and all that stands under it, in order."""

    label: Label | None
    head: str
    paragraph: Paragraph | None
    parent: Node | None
    trail: list[str | Node | TablePlan] = field(default_factory=list)
    printed: str = ""  # the label as printed

    @property
    def form(self) -> str:
        """The form of its label; "" for the root, "heading" for an unnumbered heading."""
        return self.label.form if self.label else ("heading" if self.parent else "")

    @property
    def children(self) -> list[Node]:
        """The numbered paragraphs directly under it."""
        return [part for part in self.trail if isinstance(part, Node)]

    @property
    def body(self) -> list[str]:
        """The unnumbered paragraphs directly under it."""
        return [part for part in self.trail if isinstance(part, str)]

    @property
    def tables(self) -> list[TablePlan]:
        """The task tables directly under it."""
        return [part for part in self.trail if isinstance(part, TablePlan)]

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
        stack: list[str | Node | TablePlan] = self.trail[::-1]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                yield part
            elif isinstance(part, Node):
                yield part.printed + part.head
                stack.extend(part.trail[::-1])


def grow(body: Iterable[Paragraph | TablePlan]) -> Node:
    """A plan's body in order → the root of its tree; the root's own body is the preamble."""
    return _Grower(list(body)).root


class _Grower:
    def __init__(self, body: list[Paragraph | TablePlan]) -> None:
        self.root = Node(None, "", None, None)
        self.open: list[Node] = [self.root]
        self.last: dict[str, int] = {}  # form → value of its last label
        self.decimals: set[str] = set()
        self.said: tuple[int, Node] | None = None  # the last 一是, 二是 …, and what it stood under
        headings = _unnumbered_headings(body)
        for index, element in enumerate(body):
            following = body[index + 1] if index + 1 < len(body) else None
            if isinstance(element, TablePlan):
                self._hang(element)
            else:
                self._take(element, following if isinstance(following, Paragraph) else None, index in headings)

    def _hang(self, table: TablePlan) -> None:
        """A table belongs to the heading it stands under, never to an item before it."""
        while self.open[-1].label is not None and self.open[-1].label.rank > 4:
            self.open.pop()
        self.open[-1].trail.append(table)

    def _take(self, paragraph: Paragraph, following: Paragraph | None, is_heading: bool) -> None:
        text = paragraph.text
        label = self._label(text)
        if label is None and is_heading:
            self.open = [self.root]
            self._add(None, text, "", paragraph, self.root)
        elif label is None:
            self._append(text)
        else:
            self._place(label, text, paragraph)
            self._split(following)

    def _append(self, text: str) -> None:
        """Unnumbered text goes to the open node; 二是… goes to the heading whose prose had 一是…, items between or not."""
        match = _SAID.match(text)
        value = han_value(match[1]) if match else None
        if value is not None:
            if self.said is not None and self.said[0] == value - 1 and self.said[1] in self.open:
                del self.open[self.open.index(self.said[1]) + 1 :]
            self.said = (value, self.open[-1])
        self.open[-1].trail.append(text)

    def _label(self, text: str) -> Label | None:
        label = read_label(text)
        if label is None:
            return lost_label(text, self.last["digit"] + 1) if self.last.get("digit") else None
        if label.form.startswith("decimal") and not self._decimal_due(label.number):
            return None
        return label

    def _decimal_due(self, number: str) -> bool:
        """1.2 after 1.1, or x.1; a 5.1 or 3.15 out of any series is a date or an amount."""
        head, _, tail = number.rpartition(".")
        due = f"{head}.{int(tail) - 1}" in self.decimals or (
            tail == "1" and (head in self.decimals or head == "1" or self._follows(head))
        )
        if due:
            self.decimals.add(number)
        return due

    def _follows(self, head: str) -> bool:
        before, _, tail = head.rpartition(".")
        earlier = f"{before}.{int(tail) - 1}." if before else f"{int(tail) - 1}."
        return self.last.get("digit") == int(tail) or any(seen.startswith(earlier) for seen in self.decimals)

    def _place(self, label: Label, text: str, paragraph: Paragraph) -> None:
        """Under the deepest open node that ranks above it; beside the open node of its own form."""
        forms = [node.form for node in self.open]
        if label.form in forms:
            del self.open[forms.index(label.form) :]
        else:
            while len(self.open) > 1 and self._outranks(label, self.open[-1]):
                self.open.pop()
        self._add(label, text[label.end :], label.text, paragraph, self.open[-1])

    def _outranks(self, label: Label, node: Node) -> bool:
        """A form new at this place closes an open one of lower rank."""
        return node.label is not None and label.rank < node.label.rank

    def _add(self, label: Label | None, head: str, printed: str, paragraph: Paragraph, parent: Node) -> None:
        node = Node(label, head, paragraph, parent, printed=printed)
        parent.trail.append(node)
        self.open.append(node)
        if label is not None:
            self.last[label.form] = label.value

    def _split(self, following: Paragraph | None) -> None:
        """Two labels on one line: （一）加强领导。1.成立专班。 before a line that begins with 2."""
        node = self.open[-1]
        inner = read_label(node.head)
        if inner is not None and node.label is not None and inner.rank > node.label.rank and inner.value == 1:
            head, node.head = node.head, ""
            self._add(inner, head[inner.end :], inner.text, node.paragraph or Paragraph("", [], []), node)
            return
        due = read_label(following.text) if following is not None else None
        if due is None or due.value != 2 or node.label is None or due.rank <= node.label.rank:
            return
        for match in re.finditer(r"[。；;：:]", node.head):
            inner = read_label(node.head[match.end() :])
            if inner is not None and inner.form == due.form and inner.value == 1:
                head, node.head = node.head, node.head[: match.end()]
                self._add(
                    inner, head[match.end() + inner.end :], inner.text, node.paragraph or Paragraph("", [], []), node
                )
                return


def _unnumbered_headings(body: list[Paragraph | TablePlan]) -> set[int]:
    """Short lines without a stop after which the numbering starts anew or a table comes, or that the source sets as
    headings before numbered items: headings without a number."""
    labels = [read_label(element.text) if isinstance(element, Paragraph) else None for element in body]
    found = {index for index in range(len(body) - 1) if labels[index] is None and _is_heading(body, labels, index)}
    first = next(
        (index for index, label in enumerate(labels) if label or isinstance(body[index], TablePlan)), len(body)
    )
    return {index for index in found if index >= first or len(found) > 1}


def _is_heading(body: list[Paragraph | TablePlan], labels: list[Label | None], index: int) -> bool:
    line = body[index]
    if not isinstance(line, Paragraph) or len(line.text) > 30 or line.text[-1] in TERMINAL:
        return False
    if isinstance(body[index + 1], TablePlan):
        return True
    following = labels[index + 1]
    if following is None:
        return False
    look = line.lines[0] if line.lines else None
    styled = look is not None and (look.outline is not None or look.bold or look.centered)
    return styled or (following.value == 1 and following.form in ("digit", "han", "han-bracket", "digit-bracket"))
