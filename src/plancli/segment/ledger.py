"""The ledger: every character of the source is placed in a field or left out with a reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..messages import Message
from ..model.bulletin import Diagnostic, Location
from ..model.record import Record
from ..model.source import Block, Paragraph, Table

REASONS = {
    "page-number": "page numbers",
    "running-head": "running heads and feet",
    "footnote-text": "footnotes and endnotes",
    "mark": "marks such as （此页无正文）",
    "continued-mark": "marks that a table goes on (续表)",
    "web-frame": "the frame of a web page",
    "contents": "a table of contents",
    "attachment-mark": "marks of attachments (附件)",
    "masthead": "lines around a title (red head, number, date)",
    "colophon": "signature, date and colophon",
    "outside-plan": "text that belongs to no plan",
    "table-header": "headers of tables",
    "repeated-header": "headers of tables said again",
    "repeated-column": "columns that a table too wide for its pages says again",
    "repeated-cell": "what a merged cell says in each of its slots",
    "total": "totals",
    "empty-mark": "marks of empty cells (/ — 无)",
    "number-alone": "numbers of rows without a task",
    "week-without-task": "weeks for which a calendar says nothing",
    "column-numbers": "numbers of columns",
    "rule": "rules drawn with characters",
    "unplaced": "cells that found no place",
    "table-without-tasks": "tables that hold no task",
    "table-text-unread": "the text of a table whose columns cannot be told; give the file with the table itself (DOCX, PDF)",
}


@dataclass(slots=True, eq=False, repr=False)
class Ledger(Record):
    """Counts of characters other than white space, and the texts left out by reason."""

    characters: int = 0
    placed: int = 0
    left: dict[str, list[tuple[str, int | None]]] = field(default_factory=lambda: defaultdict(list))

    def open(self, blocks: list[Block]) -> None:
        """Count the whole source, cell by cell and paragraph by paragraph, before anything is read."""
        texts: list[str] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                texts.append(block.text)
            elif isinstance(block, Table):
                texts += [cell.text for cell in block.cells()]
                texts += [text for _, text in block.dropped]
        self.characters += size("".join(texts))

    def place(self, *texts: str) -> None:
        """These are in a field of the output."""
        self.placed += size("".join(texts))

    def leave(self, reason: str, text: str, page: int | None = None) -> None:
        """This is in no field, for this reason (a key of REASONS)."""
        if text:
            self.left[reason].append((text, page))

    @property
    def left_out(self) -> int:
        """Characters left out, for whatever reason."""
        return sum(size(text) for entries in self.left.values() for text, _ in entries)

    def diagnostics(self) -> list[Diagnostic]:
        """One diagnostic a reason, with the text."""
        return [
            Diagnostic(
                code=reason,
                severity="warning" if reason in ("outside-plan", "unplaced", "table-text-unread") else "info",
                message=Message(
                    "left out: {what} ({count} character)",
                    "left out: {what} ({count} characters)",
                    what=Message(REASONS.get(reason, reason)),
                    count=sum(size(text) for text, _ in entries),
                ),
                text="\n".join(text for text, _ in entries),
                location=Location(page=entries[0][1]),
            )
            for reason, entries in self.left.items()
        ]


def size(text: str) -> int:
    """Characters other than white space."""
    return len(text) - text.count(" ") - text.count("\n") - text.count("\t")
