"""What stands above a document on a web page: the columns of its site, its record, when it was posted, buttons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..grammar.pattern import Pattern
from .assignments import names_who
from .bodies import is_organ
from .header_rows import is_header
from .headers import lexicon_of
from .labels import read_label
from .official.lines import DOC_NUMBER, is_masthead
from .official.rules import title_issuer
from .page_record import record_lines, without_name
from .script import squeeze
from .titles import ends_as_notice, names_plan
from .web_edges import is_at_edge
from .web_frame import is_web_frame

_MOST = 80  # lines above a document
_LEAST_COLUMNS = 3  # a site has so many at least
_LONGEST_OF_PLANS = 6  # characters of a column's name that ends as a title does: 各地方案, 规划计划
_LONGEST = 160  # characters of a line of a frame; a longer one holds a document
_FURTHER = ">＞»›"
_LONGEST_COLUMN = 16  # characters
_BARS = "|｜┌┏╔+"
_MOST_TOGETHER = 8  # lines of one item of a frame, and of those that follow
_BEGUN = Pattern(r"[【\[(（]?[㐀-鿿]{2,6}[:：]|[【\[]", ends=":：【[")  # 时间：, 【字体:
_MOST_OTHERS = 4  # lines that are neither
_WORDS = range(3, 24)  # short words on one line, each a column
_LONGEST_WORD = 8  # characters
# The name of a column of a site: no title, no item, no sentence.
_COLUMN = Pattern(r"[㐀-鿿A-Za-z·]{2,10}(?:[(（]\d*[)）])?|首页")
_ADDRESS = Pattern(r"(?:https?:/|[\w.-]*/)[^。]*/[^。]*\.(?:s?html?|jsp|aspx?|php)(?![A-Za-z\d])[^。]*", needs=(".",))
_LINK = Pattern(
    r"附件[\d一二三四五六七八九十]{0,2}(?:[-—–~至][\d一二三四五六七八九十]{1,2})?(?:下载)?",
    needs=(("附件",),),
)  # to the files of a page
_WORD = Pattern(r"[㐀-鿿A-Za-zÀ-ÿЀ-ӿ·＞>]+")
_BETWEEN = Pattern("[|｜/—-]+")  # columns side by side


def page_head(lines: Sequence[str]) -> set[int]:
    """The lines of a text, blank ones among them → the indices of those above the document that a web page has there.

    The head ends with the last line of a page's frame that stands above all prose, items and assignments. In it columns count
    where there are several, a line each or side by side; titles, names of organs and 文号 are the document's own.
    """
    spoken = [(at, text) for at, line in enumerate(lines[: 2 * _MOST]) if (text := squeeze(line))][:_MOST]
    texts = [text for _, text in spoken]
    framed = record_lines(texts) | _over_lines(texts)
    frame: set[int] = set()
    named: set[int] = set()
    links: set[int] = set()
    others: list[int] = []
    for at, (place, text) in enumerate(spoken):
        if text[0] in _BARS:
            break  # a table begins
        above = texts[at - 1] if at - 1 in frame else ""
        if (
            at in framed
            or (len(text) <= _LONGEST and (is_at_edge(text) or _ADDRESS.fullmatch(text)))
            or _goes_on(above, text)
            or _names_title(text, texts[at + 1 :])
        ):
            frame.add(at)
        elif _LINK.fullmatch(text):
            links.add(at)
        elif _is_row_of_columns(lines[place]) or (
            len(text) <= _LONGEST_COLUMN and _COLUMN.fullmatch(text) and not _is_of_document(text)
        ):
            named.add(at)
        elif is_of_text(text) or (len(words := lines[place].split()) > 1 and is_header(words, lexicon_of())):
            break
        elif not _is_of_document(text):
            others.append(at)
            if len(others) == _MOST_OTHERS:
                break
    if not frame:
        return set()
    last = max(frame)
    named |= {at for at in range(last) if is_organ(texts[at]) and _among(at, named, texts)}
    columns = {at for at in named if at < last}
    count = sum(_columns(lines[spoken[at][0]]) for at in columns)
    count += sum(_COLUMN.fullmatch(texts[at]) is not None for at in frame)  # 首页, 登录
    marked = frame | {at for at in links if at < last} | _over_title(texts[: at + 1], frame)
    marked |= columns if count >= _LEAST_COLUMNS else set()
    return {spoken[at][0] for at in marked}


def _over_title(texts: Sequence[str], frame: set[int]) -> set[int]:
    """What stands above the last line of a frame above the last title of the first lines: nothing of the document but its
    title, its number and its masthead, nor an organ's name where the title or a signature says whose it is."""
    title = next((at for at in range(len(texts) - 1, -1, -1) if _is_title(texts[at])), 0)
    last = max((at for at in frame if at < title), default=0)
    signed = bool(last) and (ends_as_notice(texts[title]) or title_issuer(texts[title]) is not None)
    return {
        at
        for at, text in enumerate(texts[:last])
        if not (DOC_NUMBER.fullmatch(text) or (is_organ(text) and not signed) or _is_title(text) or is_masthead(text))
    }


def _over_lines(texts: Sequence[str]) -> set[int]:
    """The lines that only together are a frame's: 时间： / 2026-03-02 / 来源： / 某县水利局, 【字体: / 大 / 中 / 小 / 】."""
    found: set[int] = set()
    for at, text in enumerate(texts):
        if at in found or not _BEGUN.fullmatch(text):
            continue
        end = next((k for k in range(at + 1, len(texts)) if _is_title(texts[k]) or is_of_text(texts[k])), len(texts))
        ends = range(min(end, at + _MOST_TOGETHER), at + 1, -1)
        found.update(range(at, next((k for k in ends if is_web_frame("".join(texts[at:k]))), at)))
    return found


def _goes_on(above: str, text: str) -> bool:
    """Whether a line goes on with the frame's line above: with where the page is (首页> above 新闻中心), said again beneath; 次, of
    a counter."""
    if above[-1:] in _FURTHER and above:
        return len(text) <= _LONGEST_COLUMN and not _is_title(text)
    return text in ("次", "人次") or (text == above and _COLUMN.fullmatch(text) is not None)


def _names_title(text: str, below: Sequence[str]) -> bool:
    """Whether a line gives the document's title by its name in a record (标题：某县2025年工作要点), and the document has it below."""
    title = without_name(text)
    return title != text and any(
        title in (line, line + after) for line, after in pairwise((*below, "")) if title.startswith(line)
    )


def is_of_text(text: str) -> bool:
    """Whether a line is prose, an item, an assignment: nothing that stands above a document."""
    return "。" in text or read_label(text) is not None or names_who(text)


def _columns(line: str) -> int:
    """How many columns a line counts for: a few words with blanks between may be a motto."""
    words = _words(line)
    sure = len(words) > _LEAST_COLUMNS or _BETWEEN.search(line.strip()) is not None
    return len(words) if sure and min(map(len, words)) > 1 else 1 + (len(words) > 1)


def _words(line: str) -> list[str]:
    """The words side by side of a line, what stands between them aside: 首页 政务公开, 首页 | 政务公开, 首页-政务公开."""
    return _BETWEEN.sub(" ", line).split()


def _is_row_of_columns(line: str) -> bool:
    """Whether a line holds nothing but short words side by side: 首页 政务公开 办事服务."""
    words = _words(line)
    if len(words) not in _WORDS or any(len(word) > _LONGEST_WORD or not _WORD.fullmatch(word) for word in words):
        return False
    roles = [
        role for word in words if (role := lexicon_of().role(word)) is not None and role.whole and role.kind != "other"
    ]
    return len(roles) * 2 < len(words)  # else it is the header of a table


def _among(at: int, columns: set[int], texts: Sequence[str]) -> bool:
    """Whether a body's name stands among columns, as the parts of an organ do on its site: none but such names up to the next."""
    above = next((k for k in range(at - 1, -1, -1) if not is_organ(texts[k])), -1)
    below = next((k for k in range(at + 1, len(texts)) if not is_organ(texts[k])), -1)
    return above in columns and below in columns


def _is_of_document(text: str) -> bool:
    """Whether a short line is a title, or names whose document it is."""
    return _is_title(text) or is_masthead(text) or is_organ(text)


def _is_title(text: str) -> bool:
    return ends_as_notice(text) or (len(text) > _LONGEST_OF_PLANS and names_plan(text))
