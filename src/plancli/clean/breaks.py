"""Whether a line goes on the paragraph before it.

Where the source says that a line ends a paragraph (DOCX) it does, unless it breaks off in the middle of a sentence. In a
PDF the geometry tells: a full line goes on in a next line that is not indented. In a text the width of the
lines tells whether it is hard-wrapped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from ..model.source import Line
from .characters import squeeze
from .openings import LABEL, begins_anew

TERMINAL = "。！？；：!?;:…”’』」）)】]》"
HEAVY = re.compile("[。！？；!?;]")
_UNBROKEN = re.compile(r"[（(《〈“‘「『【〔\[]*(?:[A-Za-z0-9.%％+/-]+|.)[，。、；：？！）)》〉”’」』】〕\]…—,.;:?!]*")
_MERE_NUMBER = re.compile(r"\d{1,3}[.．、]|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]")
_BENEATH_TITLE = re.compile(
    r"[（(〔\[【](?!.*[^）)〕\]】]$)|目录$|目次$|.*\d{4}[〕\]）)】]第?\d+号|(?:二[〇○零Oo0]..|\d{4})年.{1,3}月.{0,4}$"
)
_STOP = re.compile(r"[，。、；：？！）)》”’,.;:]$")
_NUMBER_AND_BLANK = re.compile(r"\s*\d{1,2}[ \u3000\t]+[㐀-鿿]")  # 1 安全生产
LONG = 40  # characters; a shorter line that ends without a stop may be a heading


@dataclass(slots=True)
class Growing:
    """A paragraph while its lines come in; what the judgement needs is kept at hand, so that it costs the same at any
    length: the first piece, the last character, the length, whether a sentence has ended in it."""

    head: str
    lines: list[Line]
    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    length: int = 0
    last: str = ""
    heavy: bool = False

    def add(self, text: str, joint: str) -> None:
        """One more line's text, with what stands between it and the one before."""
        self.offsets.append(self.length + len(joint))
        self.pieces += (joint, text)
        self.length += len(joint) + len(text)
        self.last = text[-1]
        self.heavy = self.heavy or HEAVY.search(text) is not None


GoesOn = Callable[[Line, Line, Growing, str, bool], bool]


def judge(lines: list[Line], reasons: dict[int, str]) -> GoesOn:
    """How to tell, in this source, that a line goes on the paragraph before it."""
    texts = [line for line in lines if line.text.strip() and id(line) not in reasons]
    if not texts or texts[0].ending != "unknown":
        return _mid_sentence
    indents = first_lines_indented(texts)
    if any(line.right > 0 for line in texts):
        return partial(_full_line, indents)
    width = _wrap_width(texts, indents)
    return partial(_wrapped, width, indents) if width else _mid_sentence


def first_lines_indented(lines: list[Line]) -> bool:
    """True where this source indents the first line of a paragraph (GB/T 9704, 7.3.3), so that a line without indent
    goes on even if it looks like an item."""
    firsts = [line for line in lines if LABEL.match(squeeze(line.text))]
    return len(firsts) >= 3 and sum(map(indented, firsts)) * 5 >= len(firsts) * 4


def indented(line: Line) -> bool:
    """True where a line begins further in than its frame, by a character at least."""
    return line.x0 - line.left >= 1.2 * (line.size or 12.0) if line.right > 0 else line.text[:1] in "\u3000 \t"


def _mid_sentence(last: Line, line: Line, before: Growing, text: str, gap: bool) -> bool:
    """A long paragraph that breaks off without any stop is cut by a page; the next one goes on."""
    if before.length < LONG or before.last in TERMINAL or begins_anew(text):
        return False
    if last.ending == "hard" and (line.centered or line.outline or (text[-1] not in TERMINAL and len(text) < LONG)):
        return False
    return before.heavy or before.length >= 2 * LONG


def _full_line(indents: bool, last: Line, line: Line, before: Growing, text: str, gap: bool) -> bool:
    """PDF: the line before has no room for this one's first word, and this one is neither indented nor a new item."""
    size = line.size or last.size or 12.0
    full = last.x0 <= last.left + 5 * size and last.x1 + _first_word(line.text) * size * 0.5 > last.right - 0.7 * size
    if line.centered and (last.centered or full):
        return last.page == line.page and _one_title(last, line, before, text)
    if last.size and line.size and abs(last.size - line.size) > 0.15 * size:
        return False
    return full and not indented(line) and (indents or not _label_starts(line, text, before))


def _first_word(text: str) -> int:
    """The width, in half-width columns, of what line breaking keeps together at a line's start.

    GB/T 15834—2011, 5.1: no stop or closing mark begins a line, no opening mark ends one; a number or a Latin word is one.
    """
    word = _UNBROKEN.match(text.lstrip())
    return min(columns(word.group()), 24) if word else 2


def _label_starts(line: Line, text: str, before: Growing) -> bool:
    """A label at a line's start is one, unless the sentence before it is open and it may be a mere number."""
    if begins_anew(text):
        return not (before.last in "，、,第和至" and _MERE_NUMBER.match(text))
    return before.last in TERMINAL and _NUMBER_AND_BLANK.match(line.text) is not None


def _one_title(last: Line, line: Line, before: Growing, text: str) -> bool:
    """A title on two centred lines of one size, not a masthead, number or date beneath it."""
    if last.size and line.size and abs(last.size - line.size) > 0.5:
        return False
    if abs(last.bottom - line.top) >= 2.2 * (line.size or 16.0) or begins_anew(text) or begins_anew(before.head):
        return False
    if before.last in "。：；！？" or before.head.endswith(("文件", "号")):
        return False
    return not _BENEATH_TITLE.match(text)


def _wrapped(width: int, indents: bool, last: Line, line: Line, before: Growing, text: str, gap: bool) -> bool:
    """A hard-wrapped text: a line of `width` columns that has no room for the next one's first word goes on."""
    if indented(line):
        return False
    if gap:
        return _mid_sentence(last, line, before, text, gap)
    reach = columns(last.text) + _first_word(line.text)
    full = reach >= width or (reach > width - 6 and before.last not in "。；：！？!?;:")
    return full and (indents or not _label_starts(line, text, before))


def _wrap_width(lines: list[Line], indents: bool) -> int:
    """The width at which a text is hard-wrapped, in columns; 0 where it is not.

    It is, where a good part of the lines end within a few columns of one width that hardly any exceeds, and those often
    end in the middle of a sentence, or before lines that lack the indent of a paragraph. Lines set far in (titles,
    signatures) do not count.
    """
    inner = [line for line in lines if columns(line.text) - columns(line.text.lstrip()) < 6]
    widths = sorted(columns(_STOP.sub("", line.text.rstrip())) for line in inner)  # a stop may hang over the edge
    if len(widths) < 4 or not 40 <= (top := widths[-1 - len(widths) // 50]) <= 160:
        return 0
    near = [index for index, line in enumerate(inner) if top - 6 <= columns(line.text) <= top + 2]
    broken = [index for index in near if inner[index].text.rstrip()[-1] not in "。！？；：）)】"]
    tails = [index for index in near if indents and index + 1 < len(inner) and not indented(inner[index + 1])]
    wrapped = len(broken) * 2 >= len(near) or (len(tails) >= 3 and len(tails) * 3 >= len(near))
    return top if wrapped and len(near) >= max(3, len(inner) // 8) else 0


def columns(text: str) -> int:
    """Width in half-width columns (Unicode UAX #11: W and F count two)."""
    text = text.rstrip()
    return len(text) + sum(unicodedata.east_asian_width(char) in "WFA" for char in text)
