"""The TXT dump: prose a line a paragraph or hard-wrapped with page ends, tables as TSV or one cell a line."""

from __future__ import annotations

from .blocks import Contents, Grid, Para, blocks
from .describe import Bulletin, Txt

CLOSING = set("、。，；：！？）》”’】〕,.;:!?)")
OPENING = set("（《“‘【〔(")


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Lines of `width` full characters (two half ones count one), no closing mark at a line's start."""
    lines: list[str] = []
    line, used = "", float(first)
    for char in text:
        size = 1.0 if ord(char) > 0x2E7F or char in "“”‘’—…·①②③④⑤⑥⑦⑧⑨" else 0.5
        if used + size > width and char not in CLOSING and line:
            carry = ""
            while line and line[-1] in OPENING:
                carry, line = line[-1] + carry, line[:-1]
            lines.append(line)
            line, used = carry, float(len(carry))
        line += char
        used += size
    return [*lines, line]


def tsv(grid: Grid, style: Txt) -> list[str]:
    at = grid.at()
    printed = []
    for r in range(grid.rows):
        cells = [at[r, c].text.replace("\n", " ") if (r, c) in at else "" for c in range(len(grid.widths))]
        printed.append("\t".join(cells))
    head, body = printed[: grid.headers], printed[grid.headers :]
    if not style.header_every:
        return head + body
    out: list[str] = []
    for start in range(0, len(body), style.header_every):
        out += [*([""] if start else []), *head, *body[start : start + style.header_every]]
    return out


def cells(grid: Grid) -> list[str]:
    at = grid.at()
    out: list[str] = []
    for r in range(grid.rows):
        for c in range(len(grid.widths)):
            if (r, c) in at:
                out += at[r, c].text.split("\n")
        out.append("")
    return out


def lines(bulletin: Bulletin) -> list[str]:
    style = bulletin.txt
    out: list[str] = []
    for block in blocks(bulletin):
        if isinstance(block, Grid):
            out += ["", *(tsv(block, style) if style.table == "tsv" else cells(block)), ""]
        elif isinstance(block, Contents):
            for i, (level, text) in enumerate(block.entries):
                out.append("　" * level + text + "…" * max(4, 30 - len(text) - level) + str(2 + i // 2))
            out.append("")
        else:
            out += paragraph(block, style)
            if style.blank:
                out.append("")
    return out


def paragraph(block: Para, style: Txt) -> list[str]:
    if block.style in ("masthead", "title", "centre", "right"):
        pad = {"right": "　" * max(0, style.width - 14)}.get(block.style, "　" * (style.width // 5))
        return ["", *[pad + line for line in block.text.split("\n")], ""] if style.width else block.text.split("\n")
    text = block.label + block.text
    if block.style != "left":
        text = style.indent + text
    return wrap(text, style.width) if style.width else [text]


def write_txt(bulletin: Bulletin) -> bytes:
    """The bytes of the TXT file."""
    style = bulletin.txt
    out = lines(bulletin)
    if style.page:
        paged: list[str] = []
        for n, start in enumerate(range(0, len(out), style.page), 1):
            head = [bulletin.running_head] if bulletin.running_head and n > 1 else []
            paged += [*head, *out[start : start + style.page], bulletin.pdf.page_number.format(n)]
        out = paged
    return (style.newline.join(out) + style.newline).encode(style.encoding)
