"""Lines as copies of pages leave them: a heading and its first item, an item and its fields, a title and its 文号 on one line; a number
that a site has set before the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..grammar.pattern import Pattern
from ..language.duties import doers_end
from ..language.fields import FIELD, kind_of_field
from ..language.headers import ASSIGNING
from ..language.labels import Label, label_before_digits, read_label
from ..language.official.lines import PLAIN_NUMBER, is_address
from ..language.openings import BEGINS_TEXT
from ..language.script import has_any
from ..language.titles import ENDS_OF_PLANS, ISSUES
from ..model.source import Paragraph
from .run_together import behind_blanks
from .table_plan import TablePlan
from .titles import is_notice_title, is_plan_title

_BEHIND_TITLE = Pattern(r"(?<=[㐀-鿿）)：:])(?=[1１一①⑴（(第])")
_HEADING_AT_END = Pattern(
    r"[。；](?=[一二三四五六七八九十]{0,2}[一二三四五六七八九十]、[㐀-鿿、，]{2,18}$)",
    needs=("。；", tuple(f"{numeral}、" for numeral in "一二三四五六七八九十")),
)
_GLUED = Pattern(
    rf"({PLAIN_NUMBER})[:：]?((?:《.{{6,90}}》|[^。，]{{0,30}}关于[^。]{{4,90}}))|([^。]{{8,90}}[㐀-鿿》])([（(]{PLAIN_NUMBER}[）)])",
    needs=("〔",),
)
# A title with its year, and the text right behind it: 某县2026年水利工作要点为做好….
_BEFORE_TEXT = Pattern(
    rf"(?=[^。，；：:]*(?:19|20)\d\d年)[^。，；：:]{{8,60}}?(?:{ENDS_OF_PLANS})(?={BEGINS_TEXT})",
)
_BEFORE_ADDRESS = Pattern(r"[^。，；：:]{0,40}关于[^。：:]{4,80}?的通知(?=各)", needs=(("的通知",), "各"))
_NUMBER = Pattern(PLAIN_NUMBER, needs=("〔",))
_SHORTEST_MARK = 2  # characters of who gives a 文号: 国函〔…〕
_LONGEST_TITLE = 120
_ADDRESS = Pattern(r"[^。；：:]{2,120}[：:](?=[^。]{4,200}[。：:])", needs=("：:",))
_ONLY_ADDRESS = Pattern(r"各[^。；：:]{2,120}[：:]", needs=("各",))
_HANDED = Pattern(rf"[㐀-鿿]{{0,30}}关于(?:{ISSUES})《(?P<name>[^《》]{{6,60}})》的通知", needs=(("》的通知",),))
_LINE_OF_NOTICE = Pattern("[^。]*(?:。|$)")
_COLON = Pattern("[:：]")
_FEW_BARE = 2  # lines without a number
_ENDED = "。；;，,、：:）)"
_LONGEST_HEADING = 24  # characters of a heading that has its first item on its line
_FIRST = 4  # paragraphs, among which a title stands


def headings_apart(blocks: Sequence[Paragraph | TablePlan]) -> Iterator[Paragraph | TablePlan]:
    """The blocks, a heading apart from what a copy has left on its line: its first item (（一）宣传发动1、6月1日开会。 above 2、…), or the
    text above it (…特制定本方案。一、指导思想), where it is the next 一、 二、 of the text."""
    due = 1
    for block, below in zip(blocks, [*blocks[1:], None], strict=False):
        if not isinstance(block, Paragraph):
            yield block
            continue
        label = read_label(block.text)
        at = _first_item(block.text, label, below.text if isinstance(below, Paragraph) else "")
        due = label.value + 1 if label and label.form == "han" else due
        if not at and (at := _heading_at_end(block.text, due)):
            due += 1
        if at:
            yield Paragraph(block.text[:at], block.lines, [0])
            yield Paragraph(block.text[at:], block.lines, [0])
        else:
            yield block


def _first_item(text: str, label: Label | None, below: str) -> int:
    """Where the first item begins on a heading's line, its second one on the line `below`; 0 where none does."""
    second = _number(below) if label else None
    if label is None or second is None or second.value != 2 or second.rank <= label.rank:
        return 0
    places = (match.end() for match in _BEHIND_TITLE.finditer(text, label.end, label.end + _LONGEST_HEADING))
    return next((place for place in places if _is_first(text[place:], second)), 0)


def _heading_at_end(text: str, due: int) -> int:
    """Where the heading begins with the number `due` that a copy has left at a paragraph's end; 0 where none does."""
    match = _HEADING_AT_END.search(text, max(0, len(text) - _LONGEST_HEADING))
    label = read_label(text[match.end() :]) if match else None
    return match.end() if match and label and (label.form, label.value) == ("han", due) else 0


def _number(text: str) -> Label | None:
    return read_label(text) or label_before_digits(text)


def _is_first(text: str, second: Label) -> bool:
    first = _number(text)
    return first is not None and (first.form, first.value) == (second.form, 1)


def fields_apart(blocks: Iterable[Paragraph | TablePlan]) -> Iterator[Paragraph | TablePlan]:
    """The blocks, an item's title apart from the fields that stand behind blanks on its line (1.植树　责任部门：团委　时间：3月); lines
    without a number are such items where there are several."""
    found = [(block, _fields(block) if isinstance(block, Paragraph) else []) for block in blocks]
    bare = sum(bool(bounds) and isinstance(block, Paragraph) and not read_label(block.text) for block, bounds in found)
    for block, bounds in found:
        if not isinstance(block, Paragraph) or not bounds or (bare < _FEW_BARE and not read_label(block.text)):
            yield block
            continue
        for start, end in pairwise([0, *bounds, len(block.text)]):
            yield Paragraph(block.text[start:end], block.lines, [0])


def _fields(paragraph: Paragraph) -> list[int]:
    """Where the fields begin behind a title on its line; none where a sentence or another field ends before the first."""
    text = paragraph.text
    if "：" not in text and ":" not in text:
        return []
    places = sorted(at for at in behind_blanks(paragraph) if at and _is_field(text, at))
    label = read_label(text)
    if not places or text[places[0] - 1] in _ENDED or (label and _is_field(text, label.end)):
        return []
    return places if label or not _COLON.search(text[: places[0]]) else []


def _is_field(text: str, at: int) -> bool:
    if text.count("（", 0, at) > text.count("）", 0, at):
        return False  # （牵 头单位：…）, where a page's source breaks its line
    match = FIELD.match(text, at)
    return match is not None and kind_of_field(match[1]) in ASSIGNING


def numbered_title(
    paragraphs: Sequence[Paragraph], labels: Mapping[int, Label | None]
) -> tuple[Paragraph, Label] | None:
    """A plan's title that a site for documents has numbered (1、云岭县2029年防汛方案), with its number: the first number of
    the text, which no 2 follows before another series begins; None where there is none."""
    read = [(paragraph, label) for paragraph in paragraphs if (label := labels[id(paragraph)]) is not None]
    if len(read) < 2 or read[0][0] not in paragraphs[:_FIRST]:
        return None
    (title, label), (_, behind) = read[:2]
    above = paragraphs[: paragraphs.index(title)]
    if (
        (label.form, label.value) != ("digit", 1)
        or behind.form == label.form
        or any(is_plan_title(line.text) for line in above)
    ):
        return None
    return (title, label) if is_plan_title(title.text[label.end :].strip()) else None


def head_apart(text: str) -> list[str]:
    """What a copy has put on one line above a document, apart: a title and its 文号 (某政发〔2026〕1号《…》, 某政府关于…的意见（某政发〔2026〕1号）,
    …的通知某政发〔2026〕1号), whom it is sent to, and the text (各科室：为…). Empty where there is one of them."""
    match = _GLUED.fullmatch(text)
    if match:
        return [part for part in match.groups() if part]
    if parts := _notice_apart(text):
        return parts
    plan = _BEFORE_TEXT.match(text)
    if plan is not None and has_any(text[plan.end() :], "，。；"):  # not 某县“十四五”规划2026年度任务分解
        return [plan.group(), text[plan.end() :]]
    notice = _BEFORE_ADDRESS.match(text)
    if notice is not None and len(parts := _address_apart(text[notice.end() :])) > 1:
        return [notice.group(), *parts]
    number = _NUMBER.search(text, 0, _LONGEST_TITLE)
    if number is None:
        parts = _address_apart(text)
        return parts if len(parts) > 1 else []
    mark = text.index("〔", number.start())
    begins = range(mark - _SHORTEST_MARK, number.start() - 1, -1)
    title = next((at for at in begins if _is_title(text[:at])), 0)
    behind = text[number.end() :]
    if not number.start() and _ONLY_ADDRESS.fullmatch(behind):
        return [number.group(), behind]
    parts = [text[:title], text[title : number.end()], *_address_apart(behind)]
    return [part for part in parts if part] if title or (not number.start() and len(parts) > 3) else []


def _notice_apart(text: str) -> list[str]:
    """A whole notice (…关于印发《…》的通知各科室：…。附件：…) and the title of what it hands on before its first words, apart; empty
    where there is no such title."""
    title = _HANDED.search(text)
    at = text.rfind(title["name"], title.end()) if title else -1
    if title is None or at < 0 or text[at - 1] in "《〈:：":
        return []
    number = _NUMBER.search(text, 0, title.end())
    mark, begin = (number.start(), number.end()) if number else (title.start(), title.start())
    mark = max(text.rfind("文件", 0, begin) + 2, mark) if number else mark
    attached = at - 2 if text.startswith("附件", at - 2) else at
    behind = _NUMBER.match(text, title.end())
    address, *said = _address_apart(text[behind.end() if behind else title.end() : attached])
    lines = [address, *(line for part in said for line in _LINE_OF_NOTICE.findall(part))]
    end = at + len(title["name"])
    ends = (0, mark, begin, title.end()), (attached, at, end, len(text))
    head, plan = ([text[a:b] for a, b in pairwise(places)] for places in ends)
    parts = [*head, behind.group() if behind else "", *lines, *plan]
    return [part for part in parts if part]


def _is_title(text: str) -> bool:
    return is_notice_title(text) or (is_plan_title(text) and len(text) > 8)


def _address_apart(text: str) -> list[str]:
    """Whom a document is sent to, and the text behind that, where they stand on one line; else the text."""
    match = _ADDRESS.match(text)
    if match is None or not is_address(match[0]) or doers_end(text):  # 各街道办事处：负责居民动员
        return [text]
    return [match[0], text[match.end() :]]
