"""The article of a web page: the element that holds most of its text and least of its frame.

Words in links and in elements that are named for what frames a page (nav, footer, share, related …) count against an
element, all others for it. The element with the best balance is the article; one that is named as sites name their
articles needs less. Where tables of tasks stand outside, it is the element around them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon
from ...language.page_record import NAME
from .document import text_of
from .tables import cells_of, holds_text, is_layout, is_task_table, rows_of

_CONTAINERS = frozenset(
    ["body", "div", "td", "article", "section", "main", "form", "center", "blockquote", "ucapcontent"]
)
_FRAME_TAGS = frozenset(("nav", "footer", "aside", "marquee"))
_FRAME_ROLES = frozenset(("navigation", "contentinfo", "banner", "complementary", "search", "menu"))
_FRAME_NAME = Pattern(
    r"(?:^|[-_\s\d])(?:nav\w*|menu\w*|foot\w*|header|topbar|crumbs?|breadcrumbs?|position|weizhi|dqwz|location|share\w*|bdshare\w*|fx|toolbar"
    r"|tools?|sidebar|side|sider|aside|hot\w*|related|relat\w*|recommend\w*|tuijian|copyright|search\w*|login|banner|logo|qrcode|ewm|erweima"
    r"|print|prev\w*|next|comments?|xg\w{0,6}|zcjd\w*|jiedu\w*|friend\w*|links?|language|lang|pagination|pager|statement|wza|sitemap|"
    r"paihang|rank\w*|ads?|float\w*|backtop|gotop|subnav|subfoot\w*|leftnav|left-nav|left_nav|dh|foot_?er)(?:$|[-_\s\d])",
    re.I,
)
_ARTICLE_NAME = Pattern(
    r"zoom|ucap-?content|trs_(?:editor|ueditor|web)|vsb_content|v_news_content|pages_?content|wp_article|article_?-?con\w*|news_?-?con\w*|con_?text"
    r"|detail_?-?con\w*|(?:^|[-_\s])(?:content|article|zhengwen|main-?text|artical|txt|text|con_con|contentbox|bodytext|entry)(?:$|[-_\s])",
    re.I,
)
_CAMEL = Pattern(r"(?<=[a-z])(?=[A-Z])")
_BONUS = 1.25
_SMALL = 200  # characters; a cell or a paragraph with more is text, whatever it is called
_BESIDE = 4  # times as much text as in a cell beside it
_NAME = 12  # characters of a value's name
_HEADING = Pattern(
    r"(?:相关|热点|热门|推荐|最新|猜你喜欢|延伸|更多|友情|站内|关联)(?:链接|新闻|文章|阅读|文件|文档|解读|推荐|信息|政策|资讯|报道|稿件|内容|排行)[:：]?|政策解读|图文解读|解读材料|扫一扫.{0,20}"
    r"|热点推荐|上一[篇条][:：]?.*|下一[篇条][:：]?.*|关联阅读|分享(?:到|至)?[:：]?"
)

_FILES = r"\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|7z|odt|ods|pptx?|txt|jpe?g|png|tiff?)"
FILE_ADDRESS = Pattern(_FILES + r"(?:[?#].*)?$", re.I)
_ATTACHED = Pattern(rf"[^。；]{{0,120}}{_FILES}(?:[(（\[][^()（）]{{1,20}}[)）\]])?|附件【.+】(?:已?下载.*)?", re.I)


@dataclass(slots=True)
class Article:
    """The element that holds the article; what inside it is frame; the share of the page's text that it holds."""

    element: etree._Element
    frame: set[etree._Element] = field(default_factory=set)
    share: float = 1.0


def find_article(root: etree._Element, lexicon: Lexicon) -> Article:
    """The article of a page whose unseen elements and record are gone."""
    body = root.find(".//body")
    body = root if body is None else body
    weights = _Weights(body, lexicon)
    best = max(weights.candidates(), key=lambda element: (weights.worth(element), weights.place[element]), default=body)
    for table in weights.tables:
        while best is not body and not _holds(best, table):
            best = next((above for above in best.iterancestors() if above.tag in _CONTAINERS), body)
    whole = weights.good.get(body, 0)
    return Article(best, weights.frame, weights.good.get(best, 0) / whole if whole else 1.0)


def _holds(element: etree._Element, inner: etree._Element) -> bool:
    return any(above is element for above in inner.iterancestors())


class _Weights:
    """Characters for and against each element of a body."""

    def __init__(self, body: etree._Element, lexicon: Lexicon) -> None:
        self.body = body
        self.place = {element: number for number, element in enumerate(body.iter(etree.Element))}
        order = list(self.place)
        length = _lengths(order)
        self.tables = [table for table in body.iter("table") if is_task_table(table, lexicon)]
        safe: set[etree._Element] = {above for table in self.tables for above in (table, *table.iterancestors())}
        self.frame: set[etree._Element] = set()
        self.good: dict[etree._Element, float] = dict.fromkeys(order, 0)
        self._bad: dict[etree._Element, float] = dict.fromkeys(order, 0)
        against: dict[etree._Element, bool] = {}
        in_table: set[etree._Element] = {cell for table in self.tables for cell in table.iter()}
        sides = {
            cell
            for table in body.iter("table")
            if table not in in_table and is_layout(table, lexicon)
            for row in rows_of(table)
            for cell in _beside_text(cells_of(row), length, lexicon)
        }
        for element in order:
            parent = element.getparent()
            above = against.get(parent, False) if parent is not None else False
            own = element not in safe and (
                element in sides
                or (_is_frame(element) and length[element] * 2 < length[body])
                or _is_list_of_links(element, length)
                or _is_attached(element, length)
            )
            if own:
                self.frame.add(element)
            link = _is_link(element) and element not in in_table
            against[element] = above or own or link
            self._add(element, element.text, against[element])
            if parent is not None and element is not body:
                self._add(parent, element.tail, above)
        for element in reversed(order):
            parent = element.getparent()
            if parent is not None and element is not body:
                self.good[parent] += self.good[element]
                self._bad[parent] += self._bad[element]
        self.tables = [
            table for table in self.tables if not any(above in self.frame for above in table.iterancestors())
        ]

    def _add(self, element: etree._Element, text: str | None, against: bool) -> None:
        if text and (count := len("".join(text.split()))):
            (self._bad if against else self.good)[element] += count

    def candidates(self) -> Iterator[etree._Element]:
        """The elements that may be an article."""
        for element in self.place:
            if element.tag in _CONTAINERS or (isinstance(element.tag, str) and "-" in element.tag):
                yield element

    def worth(self, element: etree._Element) -> float:
        """What speaks for an element less what speaks against it."""
        named = element is not self.body and _ARTICLE_NAME.search(_names(element))
        return self.good[element] * (_BONUS if named else 1.0) - self._bad[element]


def _lengths(order: list[etree._Element]) -> dict[etree._Element, int]:
    """Characters of each element, blanks left aside."""
    length = {element: len("".join((element.text or "").split())) for element in order}
    for element in reversed(order):
        parent = element.getparent()
        if parent in length:
            length[parent] += length[element] + len("".join((element.tail or "").split()))
    return length


def _names(element: etree._Element) -> str:
    classes, name = element.get("class"), element.get("id")
    return _CAMEL.sub("-", f"{classes or ''} {name or ''}") if classes or name else ""


def _is_frame(element: etree._Element) -> bool:
    """Whether an element is one of those that frame a page, by its tag, its role or its name."""
    tag, parent = element.tag, element.getparent()
    if tag in _FRAME_TAGS or (element.get("role") or "").lower() in _FRAME_ROLES:
        return True
    if tag == "header" and parent is not None and parent.tag == "body":
        return element.find(".//h1") is None
    if tag in ("body", "a", "tr") or not (names := _names(element)) or not _FRAME_NAME.search(names):
        return False
    return tag not in ("td", "p", "span") or len(text_of(element)) < _SMALL


def _is_link(element: etree._Element) -> bool:
    """A link, or what a script makes one; a mark in a text, as word processors leave it, is none."""
    if element.tag != "a":
        return element.tag in ("span", "div", "li", "p") and element.get("onclick") is not None
    return element.get("href") is not None or (element.get("name") is None and element.get("id") is None)


def _beside_text(
    cells: list[etree._Element], length: dict[etree._Element, int], lexicon: Lexicon
) -> list[etree._Element]:
    """The cells of a layout table's row that are none of its text: the names of values, and what stands beside the cell
    with the text, a menu or a column of news."""
    said = [cell for cell in cells if length[cell]]
    if len(said) < 2:
        return []
    names = [cell for cell in said[:-1] if length[cell] <= _NAME and NAME.fullmatch(text_of(cell))]
    text = max(said, key=lambda cell: length[cell])
    if not holds_text(text, lexicon):
        return names
    return names + [cell for cell in said if cell is not text and length[cell] * _BESIDE < length[text]]


def _is_list_of_links(element: etree._Element, length: dict[etree._Element, int]) -> bool:
    """A list of links, with their dates; or what stands under 相关链接 and the like."""
    if (
        element.tag not in ("ul", "ol", "dl", "div", "table", "section")
        or not length[element]
        or length[element] > 2000
    ):
        return False
    first = next((child for child in element.iter() if len(child) == 0 and text_of(child)), None)
    if first is not None and _HEADING.fullmatch(text_of(first)) and length[first] < length[element]:
        return True
    links = [link for link in element.iter("a", "span", "div", "li", "p") if _is_link(link)]
    if len(links) < 2 or any((link.get("href") or "").startswith("#_") for link in links):
        return False
    linked = sum(length[link] for link in links)
    return linked >= length[element] if len(links) == 2 else linked * 5 >= length[element] * 3


def _is_attached(element: etree._Element, length: dict[etree._Element, int]) -> bool:
    """A file to load, named with its ending: no words of the document."""
    if element.tag not in ("p", "div", "li", "span", "td", "a") or not 0 < length[element] <= 150:
        return False
    return next(element.iter("a"), None) is not None and _ATTACHED.fullmatch(text_of(element)) is not None
