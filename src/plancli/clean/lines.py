"""Lines to paragraphs: one paragraph is one paragraph again, across lines and pages, never across a number label.

Where the source says that a line ends a paragraph (DOCX) it does, unless it breaks off in the middle of a sentence. In a
PDF the geometry tells: a full line goes on in a next line that is not indented. In a text the width of the
lines tells whether it is hard-wrapped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from ..model.source import Line, Paragraph
from .characters import join, simplify, squeeze

LABEL = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[章节条篇]|[一二三四五六七八九十百]{1,4}[、．.](?!\d)|[（(][一二三四五六七八九十百]{1,4}[）)]|[㈠-㈩]"
    r"|[（(]\d{1,3}[）)]|\d{1,3}[、．.](?!\d)|\d{1,3}[.．](?=20\d\d)|\d{1,2}[)）]|[①-⑳⑴-⒇❶-❿]|[一二三四五六七八九十]是|(?:\d{1,2}[.．]){1,3}\d{1,2}(?=[\s㐀-鿿《“])(?![年月日个项名家所所万亿倍元%％])"
)
APPENDIX = re.compile(
    r"附件[:：]?[一二三四五六七八九十\d]{0,3}[:：]?|附件[:：].*|附表[一二三四五六七八九十\d]{0,3}[:：]?"
)
ASSIGNMENT_LINE = re.compile(
    r"[（(【\[]?(?:牵头|责任|主办|主责|承办|配合|协办|协同|参与|分管|完成)(?:单位|部门|科室|处室|股室|领导|人|时限|时间|单位及责任人)?\s*[:：]"
)
NOTE = re.compile(r"注[:：]|备注[:：]|说明[:：]|抄送|抄报|主送")
TERMINAL = "。！？；：!?;:…”’』」）)】]》"
HEAVY = "。！？；!?;"
_UNBROKEN = re.compile(r"[（(《〈“‘「『【〔\[]*(?:[A-Za-z0-9.%％+/-]+|.)[，。、；：？！）)》〉”’」』】〕\]…—,.;:?!]*")
_MERE_NUMBER = re.compile(r"\d{1,3}[.．、]|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]")
_BENEATH_TITLE = re.compile(r"[（(〔\[【]|.*\d{4}[〕\]）)】]第?\d+号|(?:二[〇○零Oo0]..|\d{4})年.{1,3}月.{0,4}$")
_STOP = re.compile(r"[，。、；：？！）)》”’,.;:]$")
_NUMBER_AND_BLANK = re.compile(r"\s*\d{1,2}[ \u3000\t]+[㐀-鿿]")  # 1 安全生产
LONG = 40  # characters; a shorter line that ends without a stop may be a heading


def paragraphs(lines: list[Line], reasons: dict[int, str]) -> list[Paragraph]:
    """Lines in document order (empty ones count as gaps) → paragraphs; furniture becomes paragraphs of its own."""
    goes_on = _judge(lines, reasons)
    result: list[Paragraph] = []
    last: Line | None = None  # the last line of text, furniture passed over
    gap = False
    for line in lines:
        text = simplify(squeeze(line.text))
        if not text:
            gap = gap or not line.text.strip()
            continue
        reason = reasons.get(id(line))
        if reason is not None:
            result.append(Paragraph(text, [line], [0], reason))
            continue
        open_paragraph = next((p for p in reversed(result) if p.left_out is None), None)
        if last is not None and open_paragraph is not None and goes_on(last, line, open_paragraph.text, text, gap):
            joined = join(open_paragraph.text, text)
            open_paragraph.offsets.append(len(joined) - len(text))
            open_paragraph.lines.append(line)
            open_paragraph.text = joined
        else:
            result.append(Paragraph(text, [line], [0]))
        last, gap = line, False
    return result


GoesOn = Callable[[Line, Line, str, str, bool], bool]


def _judge(lines: list[Line], reasons: dict[int, str]) -> GoesOn:
    """How to tell, in this source, that a line goes on the paragraph before it."""
    texts = [line for line in lines if line.text.strip() and id(line) not in reasons]
    if not texts or texts[0].ending != "unknown":
        return _mid_sentence
    indents = _first_lines_indented(texts)
    if any(line.right > 0 for line in texts):
        return partial(_full_line, indents)
    width = _wrap_width(texts)
    return partial(_wrapped, width, indents) if width else _mid_sentence


def begins_anew(text: str) -> bool:
    """A number label, an assignment or 附件 at the start: never the rest of the line before."""
    return bool(LABEL.match(text) or ASSIGNMENT_LINE.match(text) or APPENDIX.fullmatch(text) or NOTE.match(text))


def _first_lines_indented(lines: list[Line]) -> bool:
    """True where this source indents the first line of a paragraph (GB/T 9704, 7.3.3), so that a line without indent
    goes on even if it looks like an item."""
    firsts = [line for line in lines if LABEL.match(squeeze(line.text))]
    return len(firsts) >= 3 and sum(map(_indented, firsts)) * 5 >= len(firsts) * 4


def _indented(line: Line) -> bool:
    return line.x0 - line.left >= 1.2 * (line.size or 12.0) if line.right > 0 else line.text[:1] in "\u3000 \t"


def _mid_sentence(last: Line, line: Line, before: str, text: str, gap: bool) -> bool:
    """A long paragraph that breaks off without any stop is cut by a page; the next one goes on."""
    if len(before) < LONG or before[-1] in TERMINAL or begins_anew(text):
        return False
    if last.ending == "hard" and (line.centered or line.outline or (text[-1] not in TERMINAL and len(text) < LONG)):
        return False
    return any(char in HEAVY for char in before) or len(before) >= 2 * LONG


def _full_line(indents: bool, last: Line, line: Line, before: str, text: str, gap: bool) -> bool:
    """PDF: the line before has no room for this one's first word, and this one is neither indented nor a new item."""
    size = line.size or last.size or 12.0
    full = last.x0 <= last.left + 5 * size and last.x1 + _first_word(line.text) * size * 0.5 > last.right - 0.7 * size
    if line.centered and (last.centered or full):
        return last.page == line.page and _one_title(last, line, before, text)
    if last.size and line.size and abs(last.size - line.size) > 0.15 * size:
        return False
    return full and not _indented(line) and (indents or not _label_starts(line, text, before))


def _first_word(text: str) -> int:
    """The width, in half-width columns, of what line breaking keeps together at a line's start.

    GB/T 15834—2011, 5.1: no stop or closing mark begins a line, no opening mark ends one; a number or a Latin word is one.
    """
    word = _UNBROKEN.match(text.lstrip())
    return min(columns(word.group()), 24) if word else 2


def _label_starts(line: Line, text: str, before: str) -> bool:
    """A label at a line's start is one, unless the sentence before it is open and it may be a mere number."""
    if begins_anew(text):
        return not (before[-1] in "，、,第和至" and _MERE_NUMBER.match(text))
    return before[-1] in TERMINAL and _NUMBER_AND_BLANK.match(line.text) is not None


def _one_title(last: Line, line: Line, before: str, text: str) -> bool:
    """A title on two centred lines of one size, not a masthead, number or date beneath it."""
    if last.size and line.size and abs(last.size - line.size) > 0.5:
        return False
    if abs(last.bottom - line.top) >= 2.2 * (line.size or 16.0) or begins_anew(text) or begins_anew(before):
        return False
    if before[-1] in "。：；！？" or before.endswith(("文件", "号")):
        return False
    return not _BENEATH_TITLE.match(text)


def _wrapped(width: int, indents: bool, last: Line, line: Line, before: str, text: str, gap: bool) -> bool:
    """A hard-wrapped text: a line of `width` columns that has no room for the next one's first word goes on."""
    if _indented(line):
        return False
    if gap:
        return _mid_sentence(last, line, before, text, gap)
    reach = columns(last.text) + _first_word(line.text)
    full = reach >= width or (reach > width - 6 and before[-1] not in "。；：！？!?;:")
    return full and (indents or not _label_starts(line, text, before))


def _wrap_width(lines: list[Line]) -> int:
    """The width at which a text is hard-wrapped, in columns; 0 where it is not.

    It is, where a good part of the lines end within a few columns of one width that hardly any exceeds, and most of those
    end in the middle of a sentence. Lines set far in (titles, signatures) do not count.
    """
    inner = [line for line in lines if columns(line.text) - columns(line.text.lstrip()) < 6]
    widths = sorted(columns(_STOP.sub("", line.text.rstrip())) for line in inner)  # a stop may hang over the edge
    if len(widths) < 4 or widths[-1] < 40:
        return 0
    top = widths[-1 - len(widths) // 50]
    near = [line for line in inner if top - 6 <= columns(line.text) <= top + 2]
    open_ended = [line for line in near if line.text.rstrip()[-1] not in "。！？"]
    enough = max(3, len(inner) // 8)
    return top if top <= 160 and len(near) >= enough and len(open_ended) * 2 >= len(near) else 0


def columns(text: str) -> int:
    """Width in half-width columns (Unicode UAX #11: W and F count two)."""
    text = text.rstrip()
    return len(text) + sum(unicodedata.east_asian_width(char) in "WFA" for char in text)
