"""Whether a line goes on the paragraph before it.

Where the source says that a line ends a paragraph (DOCX) it does, unless it breaks off in the middle of a sentence. In a
PDF the geometry tells: a full line goes on in a next line that is not indented. In a text the width of the
lines tells whether it is hard-wrapped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..grammar.pattern import Pattern
from ..language.assignments import ends_in_value, is_list_of_names, names_who, trailing_assignment
from ..language.duties import listed_names
from ..language.labels import label_before_digits, label_before_unit, read_label
from ..language.marks import BULLETS
from ..language.month_days import breaks_date
from ..language.numerals import numeral
from ..language.official.lines import is_masthead
from ..language.openings import FOOT, SAID, begins_anew, begins_numbered, begins_text, ends_here, is_appendix_mark
from ..language.roles import words
from ..language.script import has_any
from ..language.times import heads_by_time, led_by_time
from ..language.titles import names_plan
from ..model.source import Line
from .edges import ROOM, Areas, edges_of
from .growing_paragraph import HEAVY, GrowingParagraph
from .official_lines import ends_address, is_address, is_notice_title, is_signature, signs, stands_beneath_title
from .open_ends import CLOSING, is_mere_label, leaves_bracket_open, leaves_label_open, opens_a_field
from .wrapping import Wrap, first_lines_indented, first_word, indented, wrap_of

TERMINAL = "。！？；：!?;:…”’』」）)】]〕》"
_NUMBER_AND_BLANK = Pattern(r"\s*\d{1,2}[ \u3000\t]+[㐀-鿿]")  # 1 安全生产
_INLINE = Pattern("[：；:;。](?=.)")
_POINTS = ("digit-bracket", "digit-half", "circled")
_ROOM_WITHIN = 2.0  # em: more than the blanks of a text
_STEP = 4.0  # points
_DEEP = 5  # em: a line so far in says who signs, or stands in an item within items
_CLAUSE_BEGINS = Pattern("[，,][㐀-鿿]{0,2}$", needs=("，,",))
_LINE = 22  # characters: hardly fewer fill a line of the largest type
_SHORT_TITLE = 8
_DEEPEST = 8.0  # em beside its first line: no item hangs deeper
LONG = 40  # characters; a shorter line that ends without a stop may be a heading


GoesOn = Callable[[Line, Line, GrowingParagraph, str, bool], bool]


def judge(lines: list[Line], reasons: dict[int, str], areas: Areas) -> GoesOn:
    """How to tell, in this source, that a line goes on the paragraph before it. A contents line or a notice's title never does."""
    rule = _rule([line for line in lines if line.text.strip() and id(line) not in reasons], areas)

    def goes_on(last: Line, line: Line, before: GrowingParagraph, text: str, gap: bool) -> bool:
        if (
            ends_here(last.text)
            or is_notice_title(before)
            or FOOT.match(text)
            or _says_who(before.tail)
            or is_address(before)
            or (text[-1] in "：:" and before.last not in "、，," and heads_by_time(text))
        ):
            return False
        if before.last == "、" and not begins_anew(text):
            return True  # a list goes on
        if text[0] == "《" and before.heavy and before.last not in TERMINAL + "，、,":
            return True  # a link in a sentence, which a web copy puts on a line of its own
        if opens_a_field(before.tail, text) or ends_address(before, text) or leaves_label_open(before.tail, text):
            return True
        return (
            is_mere_label(before, text) or leaves_bracket_open(before.tail, text) or rule(last, line, before, text, gap)
        )

    return goes_on


def _says_who(before: str) -> bool:
    """Whether a bracket that says who closes what stands before: nothing goes on behind it (强化整治（县教育局牵头） / 新建…)."""
    if before[-1:] not in CLOSING:
        return False
    start = trailing_assignment(before)
    if not 0 < start < len(before) or not names_who(before[start:]):
        return False
    names = listed_names(before[start + 1 : -1])  # names alone may say what the word before them is
    return before[start - 1] in "。；" or not names or not is_list_of_names(names, words())


def _counts_on(before: str, text: str) -> bool:
    """Whether a number counts on what the sentences before it count: …一是摸清底数； / 二是建立台账."""
    said, label = SAID.match(text), read_label(text)
    if said is not None:
        earlier = (SAID.match(before[place.end() :]) for place in _INLINE.finditer(before))
        return any(other is not None and numeral(other[1]) == (numeral(said[1]) or 0) - 1 for other in earlier)
    if label is None or label.value < 2 or label.form not in _POINTS:
        return False
    found = (read_label(before[match.end() : match.end() + 6]) for match in _INLINE.finditer(before))
    return any(other is not None and (other.form, other.value) == (label.form, label.value - 1) for other in found)


def _rule(texts: list[Line], areas: Areas) -> GoesOn:
    if not texts or texts[0].ending != "unknown":
        return _mid_sentence
    indents = first_lines_indented(texts)
    if any(line.right > 0 for line in texts):
        return partial(_full_line, indents, areas)
    wrap = wrap_of(texts, indents)
    return partial(_wrapped, wrap, indents) if wrap else _mid_sentence


def _mid_sentence(last: Line, line: Line, before: GrowingParagraph, text: str, gap: bool) -> bool:
    """A long paragraph that breaks off without any stop is cut by a page; the next one goes on. So does one of a line of large type
    that a hand has broken right behind a comma or the first word behind it: …以查促改，使 / 我校…"""
    if before.length < _LINE or before.last in TERMINAL or begins_anew(text) or ends_in_value(before.tail):
        return False
    if text[-1] in TERMINAL and _CLAUSE_BEGINS.search(before.tail):
        return not line.centered and not line.outline
    if before.length < LONG:
        return False
    if line.centered or line.outline or (text[-1] not in TERMINAL and len(text) < LONG):
        return False
    return before.heavy or before.length >= 2 * LONG


def _full_line(
    indents: bool, areas: Areas, last: Line, line: Line, before: GrowingParagraph, text: str, gap: bool
) -> bool:
    """PDF: the line before has no room for this one's first word, and this one is neither indented nor a new item."""
    size = line.size or last.size or 12.0
    edges = edges_of(areas, last)
    if edges.apart(last, line) or is_appendix_mark(text) or signs(last, before, text) or _share_a_tab(last, line):
        return False
    room = edges.room(last, line)
    open_end = indents and before.last not in TERMINAL  # a ragged edge ends no sentence
    deep = last.x0 > last.left + _DEEP * size and not _stands_beneath_its_like(last, before)
    full = not deep and room < (2.5 if open_end else ROOM) * size
    if line.centered and (last.centered or (full and not _opens_an_item(before))):
        return last.page == line.page and _one_title(last, line, before, text)
    if last.size and line.size and abs(last.size - line.size) > 0.15 * size:
        return False
    if last.centered and not indents and indented(last):
        return False  # a title in the type of the text beneath it
    if edges_of(areas, line).hangs(line) and _hangs(last, line, before, text, indents) and edges.full(last):
        return True
    if edges.keeps_its_place(last, line) and _set_in(last, line, before, text):
        return True
    if not full or edges_of(areas, line).begins(line) or _is_bulleted(before, text):
        return False
    return indents or not _label_starts(line, text, before)


def _stands_beneath_its_like(last: Line, before: GrowingParagraph) -> bool:
    """Whether a line goes on a paragraph at the place at which the line above it stands: an item within items, no signature."""
    return len(before.lines) > 1 and abs(before.lines[-2].x0 - last.x0) < _STEP


def _opens_an_item(before: GrowingParagraph) -> bool:
    """Whether a paragraph is an item whose sentence is open: what stands in the middle beneath it is the rest that hangs there."""
    return before.last not in TERMINAL and begins_anew(before.head)


def _is_bulleted(before: GrowingParagraph, text: str) -> bool:
    """Whether a bullet begins an item behind a sentence that has ended."""
    return text[0] in BULLETS and before.last in TERMINAL and not text[1:2].isdecimal()


def _share_a_tab(last: Line, line: Line) -> bool:
    """Whether both lines have room within, behind which they go on at one place: two rows, however full."""
    return not _behind_room(last).isdisjoint(_behind_room(line))


def _behind_room(line: Line) -> set[int]:
    """Where a line goes on behind room within it, in steps of `_STEP` points, each with its neighbour."""
    if " " not in line.text:
        return set()
    least = _ROOM_WITHIN * (line.size or 12.0)
    ends = [b for a, b, char in zip(line.lefts, line.rights, line.text, strict=False) if char == " " and b - a > least]
    return {step for x in ends for step in (int(x / _STEP), int(x / _STEP + 0.5))}


def _hangs(last: Line, line: Line, before: GrowingParagraph, text: str, indents: bool) -> bool:
    """Whether a line goes on an open sentence as far in as it begins, or farther: each item of a list may hang at a place of its
    own. Where first lines are indented, what begins no item begins a paragraph so."""
    size = line.size or 12.0
    narrow = 0.6 * (last.right - last.left) / size  # characters of a line that nearly fills a column
    if before.last in TERMINAL or before.length < min(LONG // 2, narrow) or line.centered or last.centered:
        return False
    if begins_anew(text) or before.head[:2] == text[:2] or (indents and not begins_numbered(before.head)):
        return False
    if line.x0 - last.x0 > _DEEPEST * size:
        return False  # who signs
    return line.x0 > last.x0 - 0.5 * size and line.x0 > line.left + 0.5 * size


def _set_in(last: Line, line: Line, before: GrowingParagraph, text: str) -> bool:
    """Whether a line may go on an open sentence in a paragraph that is set in as a whole."""
    if before.last in TERMINAL or ends_in_value(before.tail) or line.centered or last.centered:
        return False
    return not begins_anew(text) and before.head[:2] != text[:2]


def _label_starts(line: Line, text: str, before: GrowingParagraph) -> bool:
    """A label at a line's start is one, unless the sentence before it is open and it may be a mere number, or the rest of a date."""
    if breaks_date(before.tail, text):
        return False
    if begins_anew(text):
        if before.last in "；;" and _counts_on(before.tail, text):
            return False
        return _is_next_item(line, text, before) or not (before.last in "，、,第和至" and _may_be_mere(text))
    if before.last not in TERMINAL and not ends_in_value(before.tail):
        return False
    if (before.last in "。！？；" and heads_by_time(text)) or (ends_in_value(before.tail) and led_by_time(text)):
        return True
    if label_before_digits(text) is not None or label_before_unit(text) is not None:
        return True
    return _NUMBER_AND_BLANK.match(line.text) is not None


def _is_next_item(line: Line, text: str, before: GrowingParagraph) -> bool:
    """Whether a line behind a comma is the item after the one before it, from the number on: 1、…， / 2、…, as far in."""
    first, label = read_label(before.head), read_label(text)
    if first is None or label is None or before.last not in "，," or abs(line.x0 - before.lines[0].x0) > _STEP:
        return False
    return (label.form, label.value) == (first.form, first.value + 1)


def _may_be_mere(text: str) -> bool:
    """Whether a label may be a number that is referred to: …按照第 / 三、四条."""
    label = read_label(text)
    return label is not None and label.form in ("digit", "han", "han-bracket", "digit-bracket")


def _one_title(last: Line, line: Line, before: GrowingParagraph, text: str) -> bool:
    """A title on two centred lines of one size, not a masthead, number or date beneath it."""
    if last.size and line.size and abs(last.size - line.size) > 0.5:
        return False
    if abs(last.bottom - line.top) >= 2.2 * (line.size or 16.0) or begins_anew(text) or begins_anew(before.head):
        return False
    if (
        before.last in "。：；！？"
        or is_masthead(before.head)
        or before.head[-1:] == "号"
        or before.head[:2] == text[:2]
    ):
        return False  # the last: an organ's name above a title that begins with it
    return not stands_beneath_title(text)


def _wrapped(wrap: Wrap, indents: bool, last: Line, line: Line, before: GrowingParagraph, text: str, gap: bool) -> bool:
    """A hard-wrapped text: a line that has no room for the next one's first word goes on."""
    if indented(line) or is_signature(wrap, line, before, text) or _begins_beneath_title(before, text):
        return False
    if gap:
        return _mid_sentence(last, line, before, text, gap)
    reach = wrap.measure(last.text.rstrip()) + wrap.measure(first_word(line.text))
    full = reach >= wrap.width or (reach > wrap.width - wrap.grace and before.last not in "。！？；：!?;:")
    return full and (indents or not _label_starts(line, text, before))


def _begins_beneath_title(before: GrowingParagraph, text: str) -> bool:
    """Whether a text begins beneath the title of a plan, however full that line is: …工作要点 / 2025年是…."""
    if before.length != len(before.head) or before.length < _SHORT_TITLE or not begins_text(text):
        return False
    title = before.head
    return names_plan(title) and not has_any(title, HEAVY) and read_label(title) is None
