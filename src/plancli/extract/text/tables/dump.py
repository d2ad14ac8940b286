"""What a lexer gives, and what all of them ask of a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.official.lines import is_filled_in
from ....language.openings import APPENDIX, begins_foot
from ....model.source import Line
from .bars import BAR
from .tokens import Token

_STOP = Pattern(r"[（(]此页无正文[)）]|特此.{2,6}$")
WORD = 14  # characters that a header word has at most
SAMPLE = 80  # lines by which a dump shows what its blank lines mean


@dataclass(slots=True)
class Dump:
    """The tokens of a dump. `told`: it shows where rows begin; `written`: it writes empty cells, so that what is missing is
    merged; `counted`: it writes every cell. `marks` are signs between cells: the index of a line, why it is left out, what it says."""

    tokens: list[Token]
    told: bool = False
    written: bool = False
    counted: bool = False
    marks: list[tuple[int, str, str]] = field(default_factory=list)
    unread: str = ""  # why its cells cannot be told apart
    against: float = 0.0  # what speaks against its reading beside those of other dumps
    closed: int = 0  # behind which line its cells end, where each is closed by a bar of its own, empty ones too


Lexer = Callable[[Sequence[Line], int], Dump | None]


def is_stop(text: str) -> bool:
    """Whether a line, its blanks removed, surely stands below a table: 附件2, 注：…, 填表人：…"""
    return (
        _STOP.match(text) is not None or is_filled_in(text) or begins_foot(text) or APPENDIX.fullmatch(text) is not None
    )


def is_word(line: Line) -> bool:
    """Whether a line may be the word of a header that has a line for each."""
    return "\t" not in line.text and not BAR.search(line.text) and 0 < len(squeezed(line.text)) <= WORD
