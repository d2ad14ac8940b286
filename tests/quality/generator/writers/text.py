"""The text file: prose a line a paragraph or hard-wrapped; tables as tabs, bars, or one cell a line."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..capacity import Can
from ..printed import Grid, Para, Printed
from ..tree import Tags

CLOSING = set("、。，；：！？）》”’】〕,.;:!?)")
OPENING = set("（《“‘【〔(")
HALF = set("“”‘’—…·")


def wrapped(text: str, width: int) -> list[str]:
    """Lines of `width` full characters (two half ones count one); no closing mark begins a line, no opening one ends it."""
    lines: list[str] = []
    line, used = "", 0.0
    for char in text:
        size = breadth(char)
        if used + size > width and char not in CLOSING and line:
            kept = line.rstrip("".join(OPENING))
            lines.append(kept)
            line = line[len(kept) :]
            used = float(len(line))
        line += char
        used += size
    return [*lines, line]


def breadth(char: str) -> float:
    """How wide a character is, a full one being 1."""
    return 1.0 if ord(char) > 0x2E7F or char in HALF else 0.5


def filled(text: str, width: int) -> str:
    """The text with blanks up to the width."""
    spare = width - sum(map(breadth, text))
    return text + "　" * int(spare) + (" " if spare % 1 else "")


@dataclass
class TextWriter:
    """`width` 0: a paragraph is a line. `tables`: tabs, bars (`| a | b |`, `rule`: a line of dashes under the header),
    open bars (`a | b`), box (drawn with ┌─┬, cells wrapped), cells (one a line; `apart`: a blank line between rows)."""

    encoding: str = "utf-8"
    newline: str = "\n"
    width: int = 0
    indent: str = ""
    blank: bool = False
    tables: str = "tabs"
    rule: bool = False
    apart: bool = False
    centred: bool = False
    page_gap: bool = True  # a blank line where a page ended
    header_every: int = 0  # the table's header again after so many rows, as pages had it
    page: int = 0  # lines of a page, where lines are wrapped
    page_mark: str = "— {} —"
    ending: str = "txt"

    @classmethod
    def drawn(cls, rng: Random) -> TextWriter:
        return cls(
            encoding=rng.choice(("utf-8",) * 3 + ("gb18030", "utf-8-sig")),
            newline=rng.choice(("\n", "\n", "\r\n")),
            width=rng.choice((0, 0, 0, 0, rng.randrange(18, 46), rng.randrange(22, 40))),
            indent=rng.choice(("", "", "　　", "    ")),
            blank=rng.random() < 0.2,
            tables=rng.choice(("tabs", "tabs", "tabs", "bars", "open bars", "cells", "box")),
            rule=rng.random() < 0.5,
            apart=rng.random() < 0.5,
            centred=rng.random() < 0.2,
            page_gap=rng.random() < 0.8,
            header_every=rng.choice((0,) * 8 + (4,)),
            page=rng.choice((0,) * 4 + (rng.randrange(18, 36),)),
            page_mark=rng.choice(("— {} —", "- {} -", "{}", "第{}页")),
        )

    def can(self) -> Can:
        tight = self.tables == "cells"
        return Can(spans=False, breaks=False, empty=not tight, bands=not tight and self.tables != "box")

    def tags(self) -> Tags:
        width = "none" if not self.width else "narrow" if self.width < 30 else "wide"
        return {
            "writer": "text",
            "encoding": self.encoding,
            "wrap": width,
            "indent": "yes" if self.indent else "no",
            "blank lines": "yes" if self.blank else "no",
            "newline": "crlf" if "\r" in self.newline else "lf",
            "pages": self.page_mark if self.page and self.width else "none",
            "tables as": self.tables
            + (
                ", ruled"
                if self.tables == "bars" and self.rule
                else ", rows apart"
                if self.tables == "cells" and self.apart
                else ""
            ),
        }

    def write(self, printed: Printed) -> bytes:
        lines: list[str] = []
        for block in printed.blocks:
            if isinstance(block, Grid):
                lines += ["", *self.grid(block), ""] if self.blank or self.tables == "cells" else self.grid(block)
            else:
                if block.new_page and self.page_gap:
                    lines.append("")
                lines += self.paragraph(block)
                if self.blank:
                    lines.append("")
        if self.page and self.width:
            pages = [lines[start : start + self.page] for start in range(0, len(lines), self.page)]
            lines = [line for n, page in enumerate(pages, 1) for line in [*page, self.page_mark.format(n)]]
        return (self.newline.join(lines) + self.newline).encode(self.encoding)

    def paragraph(self, block: Para) -> list[str]:
        if block.style in ("masthead", "title", "centre", "right"):
            side = max(0, (self.width or 36) - (0 if block.style == "right" else len(block.text)))
            pad = "　" * (side // 2) if self.centred else ""
            texts = [
                line
                for text in block.text.split("\n")
                for line in (wrapped(text, self.width) if self.width else [text])
            ]
            return [pad + text for text in texts]
        text = block.label + block.gap + block.text
        if block.style == "web":
            return [text]
        if block.style != "left":
            text = self.indent + text
        return wrapped(text, self.width) if self.width else [text]

    def grid(self, grid: Grid) -> list[str]:
        at = grid.at()
        rows = [
            [at[r, c].text.replace("\n", " ") if (r, c) in at else "" for c in range(len(grid.widths))]
            for r in range(grid.rows)
        ]
        if self.tables == "cells":
            return [
                text
                for r in range(grid.rows)
                for text in [
                    *[at[r, c].text for c in range(len(grid.widths)) if (r, c) in at],
                    *([""] if self.apart else []),
                ]
            ]
        if self.tables == "box":
            return self.box(grid)
        if self.header_every and grid.headers == 1:
            head, body = rows[0], rows[1:]
            chunks = [body[start : start + self.header_every] for start in range(0, len(body), self.header_every)]
            rows = [row for chunk in chunks for row in [head, *chunk]]
        if self.tables == "tabs":
            return ["\t".join(row) for row in rows]
        if self.tables == "open bars":
            return [" | ".join(row) for row in rows]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        if self.rule:
            lines.insert(grid.headers, "|" + "---|" * len(grid.widths))
        return lines

    def box(self, grid: Grid) -> list[str]:
        """The table drawn with lines, as gazettes had it: cells wrapped within their columns."""
        whole = sum(grid.widths)
        widths = [max(3, round(34 * width / whole)) for width in grid.widths]
        at = grid.at()

        def rule(left: str, middle: str, right: str) -> str:
            return left + middle.join("─" * width for width in widths) + right

        lines = [rule("┌", "┬", "┐")]
        for r in range(grid.rows):
            texts = [at[r, c].text if (r, c) in at else "" for c in range(len(widths))]
            cells = [wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
            for i in range(max(map(len, cells))):
                row = [cell[i] if i < len(cell) else "" for cell in cells]
                lines.append("│" + "│".join(filled(text, width) for text, width in zip(row, widths, strict=True)) + "│")
            lines.append(rule("├", "┼", "┤") if r + 1 < grid.rows else rule("└", "┴", "┘"))
        return lines
