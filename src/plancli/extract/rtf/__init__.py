"""RTF: paragraphs and tables in order, the numbers that Word or WPS wrote before them, cells with their spans.

No object is opened and nothing is fetched; pictures, headers, notes and hidden text are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...errors import Corrupt, Empty, TooLarge
from ...language.marks import BULLETS
from ...language.script import fold_forms
from ...model.settings import Limits, Settings
from ...model.source import Block, Line, Source, Table
from ..word_tables import Box, Row, table_of
from .tokens import CHARSETS, Token, tokens

MEDIA_TYPE = "application/rtf"
_DEEPEST = 500
_SKIPPED = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "headerl",
        "headerr",
        "headerf",
        "footerl",
        "footerr",
        "footerf",
        "footnote",
        "annotation",
        "atnid",
        "atnauthor",
        "fldinst",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "xmlnstbl",
        "mmathPr",
        "shpinst",
        "nonshppict",
        "pntxta",
        "pntxtb",
        "pnseclvl",
        "filetbl",
        "revtbl",
        "userprops",
        "xmlopen",
        "xmlclose",
        "bkmkstart",
        "bkmkend",
        "result",
        "upr",
        "private",
        "passwordhash",
        "protusertbl",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
    ]
)
_READ = frozenset(
    ("listtext", "pntext", "shptxt", "fldrslt", "shprslt")
)  # destinations whose text is read, though marked as ones to skip
_CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "-": "", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}


@dataclass(slots=True)
class _State:
    """What holds within a group."""

    skipped: bool = False
    hidden: bool = False
    bold: bool = False
    font: int = -1
    unicode_bytes: int = 1
    label: bool = False
    fonts: bool = False


@dataclass(slots=True)
class _Merge:
    """What a \\cellx said: the right edge, and the merges before it."""

    right: int
    below: bool
    beside: bool


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that comes in: its pieces and, once, what they are."""

    pieces: list[str] = field(default_factory=list)
    label: str = ""
    bold: bool = True
    centered: bool = False
    in_table: bool = False


def extract_rtf(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an RTF file → its lines and tables. Raises an `errors.InputError`."""
    if len(data) > settings.limits.text_bytes * 4:
        raise TooLarge(f"the file has {len(data):,} bytes, more than the {settings.limits.text_bytes * 4:,} allowed")
    reader = _Reader(settings.limits)
    for token in tokens(data):
        reader.take(token)
    blocks = reader.finish()
    if not any(not isinstance(block, Line) or block.text.strip() for block in blocks):
        raise Empty("the document has no text") if reader.closed else Corrupt("the document is cut short")
    source = Source(blocks, MEDIA_TYPE)
    for number, table in enumerate((block for block in blocks if isinstance(block, Table)), 1):
        table.number = number
    if reader.hidden:
        text = "".join(reader.hidden)
        source.notes.append(("hidden-text", f"{len(text)} characters of hidden text were left out: {text[:80]}", None))
    return source


class _Reader:
    """Takes token by token; groups are a stack of states, rows wait until their table ends."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._state = _State()
        self._stack: list[_State] = []
        self._star = False  # the group's destination may be skipped
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font_named = -1
        self._default_font = 0
        self._skip = 0  # characters that stand for the \\u before them
        self._bytes = bytearray()
        self._paragraph = _Paragraph()
        self._lines: list[Line] = []
        self._boxes: list[Box] = []
        self._edges: list[_Merge] = []
        self._left = 0
        self._below = self._beside = False
        self._rows: list[Row] = []
        self._blocks: list[Block] = []
        self._number = self._cells = 0
        self.hidden: list[str] = []
        self.closed = False

    def take(self, token: Token) -> None:
        """One token more."""
        kind = token.kind
        if kind == "byte":
            if self._skip:
                self._skip -= 1
            else:
                self._bytes += token.data
            return
        if kind == "text":
            data = token.data
            if self._skip:
                data, self._skip = data[self._skip :], max(0, self._skip - len(data))
            self._bytes += data
            return
        self._flush_bytes()
        if kind == "open":
            if len(self._stack) >= _DEEPEST:
                raise TooLarge(f"the document nests its groups more than {_DEEPEST} deep")
            self._stack.append(replace(self._state))
            self._star = False
        elif kind == "close":
            self._skip = 0
            if self._stack:
                self._state = self._stack.pop()
            self.closed = not self._stack
        elif kind == "symbol":
            self._symbol(token.word)
        else:
            self._word(token.word, token.number)

    def _symbol(self, sign: str) -> None:
        if sign == "*":
            self._star = True
        elif self._skip:
            self._skip -= 1
        elif sign in ("\n", "\r"):
            self._word("par", None)
        else:
            self._add(_SYMBOLS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        star, self._star = self._star, False
        if word in _SKIPPED or (star and word not in _READ):
            state.skipped = word != "fonttbl" or star
            state.fonts = word == "fonttbl"
            if state.fonts:
                state.skipped = True
            return
        if word in ("listtext", "pntext"):
            state.label = True
        elif word == "u" and number is not None:
            self._add(chr(number + 65536 if number < 0 else number) if -32768 <= number <= 65535 else "")
            self._skip = state.unicode_bytes
        elif word == "uc":
            state.unicode_bytes = max(0, number or 0)
        elif word == "ansicpg" and number:
            self._codec = "gb18030" if number == 936 else f"cp{number}"
        elif word == "f" and number is not None:
            if state.fonts:
                self._font_named = number
            state.font = number
        elif word == "deff" and number is not None:
            self._default_font = number
        elif word == "fcharset" and state.fonts and number in CHARSETS:
            self._fonts[self._font_named] = CHARSETS[number]
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word == "plain":
            state.bold = state.hidden = False
        elif word == "b":
            state.bold = number != 0
        elif word in ("v", "deleted"):
            state.hidden = number != 0
        elif not state.skipped:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        """Paragraphs, rows and cells."""
        if word == "pard":
            self._paragraph.centered = self._paragraph.in_table = False
        elif word == "qc":
            self._paragraph.centered = True
        elif word in ("ql", "qr", "qj"):
            self._paragraph.centered = False
        elif word == "intbl":
            self._paragraph.in_table = True
        elif word in ("par", "sect"):
            self._end_paragraph()
        elif word in ("line", "page", "column"):
            self._add("\n")
        elif word == "trowd":
            self._edges, self._left = [], 0
            self._below = self._beside = False
        elif word == "trleft":
            self._left = number or 0
        elif word == "clvmrg":
            self._below = True
        elif word == "clmrg":
            self._beside = True
        elif word == "cellx":
            self._edges.append(_Merge(number or 0, self._below, self._beside))
            self._below = self._beside = False
        elif word in ("cell", "nestcell"):
            self._end_cell(nested=word == "nestcell")
        elif word == "row":
            self._end_row()

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        if self._state.skipped:
            return
        font = self._state.font if self._state.font >= 0 else self._default_font
        codec = self._fonts.get(font, self._codec)
        if codec in ("cp1252", "symbol") and self._codec != "cp1252" and max(data) > 127:
            codec = self._codec  # a Latin font over bytes of the document's own code page
        try:
            self._add(data.decode("cp1252" if codec == "symbol" else codec, "replace"))
        except LookupError:
            self._add(data.decode("gb18030", "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or not text:
            return
        if state.hidden:
            self.hidden.append(text)
            return
        if state.label:
            self._paragraph.label += text
            return
        paragraph = self._paragraph
        if not text.isspace():
            paragraph.bold = paragraph.bold and state.bold
        paragraph.pieces.append(text)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraph
        self._paragraph = _Paragraph(centered=paragraph.centered, in_table=paragraph.in_table)
        label = "".join(paragraph.label.split())
        text = "".join(paragraph.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if label and (label in BULLETS + "✓-o" or all(0xF000 <= ord(char) <= 0xF0FF for char in label)):
            label = ""
        lines = []
        for place, part in enumerate(text.split("\n")):
            self._number += 1
            lead = label if place == 0 and text.strip() else ""
            lines.append(
                Line(
                    fold_forms(lead + part), number=self._number, ending="hard", bold=paragraph.bold and bool(part.strip()),
                    centered=paragraph.centered, computed=len(lead),
                )
            )  # fmt: skip
        if paragraph.in_table:
            self._lines += [line for line in lines if line.text.strip()]
            return
        self._end_table()
        self._blocks += lines

    def _end_cell(self, *, nested: bool) -> None:
        self._paragraph.in_table = True
        self._end_paragraph()
        if nested:
            return
        self._cells += 1
        if self._cells > self._limits.table_cells:
            raise TooLarge(f"the tables have more than the {self._limits.table_cells:,} cells allowed")
        self._boxes.append(Box(self._lines))
        self._lines = []

    def _end_row(self) -> None:
        row = Row(self._boxes, self._left)
        self._boxes = []
        for box, edge in zip(row.boxes, self._edges, strict=False):
            box.right, box.below, box.beside = edge.right, edge.below, edge.beside
        self._rows.append(row)

    def _end_table(self) -> None:
        if self._boxes:
            self._end_row()
        if self._rows and (table := table_of(self._rows)) is not None:
            self._blocks.append(table)
        self._rows = []

    def finish(self) -> list[Block]:
        """The blocks, when there are no more tokens."""
        self._flush_bytes()
        if self._paragraph.pieces:
            self._end_paragraph()
        if self._lines:
            self._boxes.append(Box(self._lines))
        self._end_table()
        return self._blocks
