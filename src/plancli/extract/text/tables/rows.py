"""Lines that are rows of a text table: cut at tabs, at bars (Markdown, box drawing) or at two blanks and more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....language.headers import lexicon_of
from ....model.source import Cell, Line, Table

BARS = "|｜│┃║"
BAR = re.compile(f"[{BARS}]")
RULE = re.compile(rf"[\s+\-=:_─━—┄┈{BARS}┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬═]+")
NUMBER = re.compile(r"[（(]?(?:\d{1,4}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[.．、]?")
GROUP = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章类]).{1,40}"
)
PAGE = re.compile(
    r"[—\-－–~·\s]+\d{1,4}[—\-－–~·\s]+|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
NOTE = re.compile(r"\s*(?:注|备注|说明|填表人|填报人|制表人|审核人|附件|抄送|[（(]此页无正文)\S{0,4}[:：]?")
_GAP = re.compile(r"[ \u3000\u00a0]{2,}|\t+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A line cut into fields: their texts, and where each begins in half-width columns."""

    fields: list[str]
    starts: list[int]

    @property
    def one(self) -> str:
        """What a row says in each of its fields, three or more: a cell merged across, which some writers repeat; else ""."""
        text = self.fields[0].strip()
        same = len(self.fields) > 2 and all(field.strip() == text for field in self.fields)
        return text if same and text not in lexicon_of().empty else ""


def split_row(text: str, style: str) -> Row | None:
    """A line as a row of `style` (tab, gap, bar with bars around the row too, inner where these only part its cells); None
    where it has fewer than two fields."""
    if style == "tab":
        if "\t" not in text:
            return None
        fields = text.rstrip("\r\n").split("\t")
        return Row(fields, [0] * len(fields)) if sum(bool(f.strip()) for f in fields) + (len(fields) > 2) > 1 else None
    if style in ("bar", "inner"):
        if len(BAR.findall(text)) < 2 or RULE.fullmatch(text):
            return None
        fields = BAR.split(text)
        if style == "bar" and not fields[0].strip():
            fields = fields[1:]
        if fields and not fields[-1].strip():
            fields = fields[:-1]
        fields = [_BREAK.sub("\n", field) for field in fields] if "<" in text else fields
        return Row(fields, [0] * len(fields)) if len(fields) > 1 else None
    body = text.rstrip()
    pieces, starts, end = [], [], 0
    for match in [*_GAP.finditer(body), None]:
        piece = body[end : match.start() if match else len(body)]
        if piece.strip():
            pieces.append(piece)
            starts.append(columns(body[:end]))
        end = match.end() if match else end
    return Row(pieces, starts) if len(pieces) > 1 else None


def is_rule(text: str) -> bool:
    """Whether a line is drawn of bars, dashes and corners alone."""
    return RULE.fullmatch(text) is not None and not text.isspace()


def numbered_rows(first: Row, lines: Sequence[Line], at: int, style: str) -> bool:
    """Whether row `first` at line `at` has a number in front, and a like row with the next number follows."""
    if style == "gap" or len(first.fields) < 3 or not NUMBER.fullmatch(first.fields[0].strip()):
        return False
    follow = next((row for line in lines[at + 1 : at + 12] if (row := split_row(line.text, style))), None)
    if follow is None or len(follow.fields) != len(first.fields):
        return False
    number, later = first.fields[0].strip(" .．、"), follow.fields[0].strip(" .．、")
    return is_count(number) and is_count(later) and int(later) == int(number) + 1


def is_count(text: str) -> bool:
    """Digits that make a number: 1①4 is none, nor is what no table has so many rows for."""
    return text.isdecimal() and len(text) <= 4


def cell_lines(line: Line, field: str) -> list[Line]:
    """A field of a line as the lines of its cell."""
    return [replace(line, text=part) for part in field.split("\n") if part.strip()]


def make_table(rows: Sequence[Sequence[list[Line]]], width: int, dropped: list[tuple[str, str]]) -> Table:
    """Lines of cells, row by row → a table; a row of a single cell spans it, short rows get empty cells.

    A number with one text in all the fields after it is a number and a cell merged over the rest.
    """
    grid: list[list[Cell]] = []
    for r, cells in enumerate(rows):
        if len(cells) == 1:
            grid.append([Cell(r, 0, colspan=width, lines=list(cells[0]))] * width)
            continue
        row = [Cell(r, c, lines=list(lines)) for c, lines in enumerate(cells)]
        if len(cells) == width > 3 and text_of(cells[0]) and Row([text_of(cell) for cell in cells[1:]], []).one:
            row[1:] = [Cell(r, 1, colspan=width - 1, lines=list(cells[1]))] * (width - 1)
        row += [Cell(r, c) for c in range(len(row), width)]
        grid.append(row)
    return Table(grid, ruled=False, dropped=dropped)


def text_of(lines: Sequence[Line]) -> str:
    """What the lines of a cell say, without the breaks."""
    return "".join(line.text for line in lines).strip()


def columns(text: str) -> int:
    """How many half-width columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
