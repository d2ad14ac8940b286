"""The article of a web page: the element that holds most of its text and least of its frame.

Words in links and in elements that are named for what frames a page (nav, footer, share, related …) count against an
element, all others for it. The element with the best balance is the article; one that is named as sites name their
articles needs less. Where tables of tasks stand outside, it is the element around them all.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon
from ...language.page_record import NAME
from ...language.web_frame import heads_links
from .document import WebPage
from .elements import finder, outside, text_of, with_above
from .tables import cells_of, holds_text, is_layout, is_task_table, rows_of

_CONTAINERS = frozenset(
    ["body", "div", "td", "article", "section", "main", "form", "center", "blockquote", "ucapcontent"]
)
_LISTS = frozenset(["ul", "ol", "dl", "div", "table", "section"])  # that may hold nothing but links
_SCRIPTED = ("span", "div", "li", "p")  # of which a script makes links
_LINKS = ("a", *_SCRIPTED)
_OF_FILES = ("p", "div", "li", "span", "td", "a")  # that may hold a file's name
_LONGEST_LIST = 2000  # characters
_LONGEST_FILE = 150
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
_with_role = finder(".//@role/..")
_BONUS = 1.25
_SMALL = 200  # characters; a cell or a paragraph with more is text, whatever it is called
_BESIDE = 4  # times as much text as in a cell beside it
_NAME = 12  # characters of a value's name

_FILES = r"\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|7z|odt|ods|pptx?|txt|jpe?g|png|tiff?)"
FILE_ADDRESS = Pattern(_FILES + r"(?:[?#].*)?$", re.I)
_ATTACHED = Pattern(rf"[^。；]{{0,120}}{_FILES}(?:[(（\[][^()（）]{{1,20}}[)）\]])?|附件【.+】(?:已?下载.*)?", re.I)


@dataclass(slots=True)
class Article:
    """The element that holds the article; what of the page is frame, in its order; the share of the page's text that it holds."""

    element: etree._Element
    frame: dict[etree._Element, None] = field(default_factory=dict)
    share: float = 1.0


def find_article(page: WebPage, lexicon: Lexicon) -> Article:
    """The article of a page whose unseen elements and record are gone."""
    body = page.root.find(".//body")
    body = page.root if body is None else body
    weights = _Weights(body, page.names, lexicon)
    best = weights.best()
    for table in weights.tables:
        while best is not body and not _holds(best, table):
            best = next((above for above in best.iterancestors() if above.tag in _CONTAINERS), body)
    whole = weights.good[body]
    return Article(best, weights.frame, weights.good[best] / whole if whole else 1.0)


def _holds(element: etree._Element, inner: etree._Element) -> bool:
    return any(above is element for above in inner.iterancestors())


class _Weights:
    """Characters of each element of a body, blanks left aside (`length`), and those that speak for it (`good`); all others
    speak against it. A table of tasks is taken as a whole: nothing in it is frame."""

    def __init__(self, body: etree._Element, names: dict[etree._Element, str], lexicon: Lexicon) -> None:
        tables = list(body.iter("table"))
        self.tables = [table for table in tables if is_task_table(table, lexicon)]
        whole = set(self.tables)
        self._order = outside(body, whole)
        place = dict(zip(self._order, range(len(self._order)), strict=True))
        self._above = [0, *(place[element.getparent()] for element in self._order[1:])]  # type: ignore[index]
        texts = [element.text for element in self._order]
        self._own = [len("".join(text.split())) if text else 0 for text in texts]
        for table in whole & place.keys():
            self._own[place[table]] = len(text_of(table))
        tails = [element.tail for element in self._order]
        self._behind = [len("".join(tail.split())) if tail else 0 for tail in tails]
        self.length = dict(zip(self._order, self._sums([False] * len(self._order)), strict=True))
        self._safe = with_above(self.tables)
        self._sides = {
            cell
            for table in tables
            if table in place and table not in whole and is_layout(table, lexicon)
            for row in rows_of(table)
            for cell in _beside_text(cells_of(row), self.length, lexicon)
        }
        self._names = _Names(body, names)
        self._links = _links(body)
        self._linked = with_above(self._links)
        self._with_anchors = with_above(body.iter("a"))
        self.frame: dict[etree._Element, None] = {}
        self.good = dict(zip(self._order, self._sums(self._against()), strict=True))
        self.tables = [
            table for table in self.tables if not any(above in self.frame for above in table.iterancestors())
        ]

    def _sums(self, against: list[bool]) -> list[int]:
        """The characters in each element that do not stand in what counts against it."""
        sums = [0 if bad else own for own, bad in zip(self._own, against, strict=True)]
        for at in range(len(sums) - 1, 0, -1):
            above = self._above[at]
            sums[above] += sums[at] + (0 if against[above] else self._behind[at])
        return sums

    def _against(self) -> list[bool]:
        """Whether what stands in an element counts against those around it: frame, a link, or in one of these."""
        against: list[bool] = []
        half = self.length[self._order[0]] / 2
        for element, above in zip(self._order, self._above, strict=True):
            own = element not in self._safe and self._is_frame(element, half)
            if own:
                self.frame[element] = None
            against.append(own or element in self._links or (bool(against) and against[above]))
        return against

    def _is_frame(self, element: etree._Element, half: float) -> bool:
        """Whether an element frames the page: by its names, by what stands beside it or by what it holds."""
        tag, length = element.tag, self.length[element]
        return (
            element in self._sides
            or (length < half and self._names.frames(element, tag))
            or (tag in _LISTS and 0 < length <= _LONGEST_LIST and self._is_list_of_links(element, length))
            or (element in self._with_anchors and 0 < length <= _LONGEST_FILE and _is_attached(element, tag))
        )

    def _is_list_of_links(self, element: etree._Element, length: int) -> bool:
        """A list of links, with their dates; or what stands under 相关链接 and the like."""
        first = next((child for child in element.iter() if len(child) == 0 and text_of(child)), None)
        if first is not None and heads_links(text_of(first)) and self.length[first] < length:
            return True
        if element not in self._linked:
            return False
        links = [link for link in element.iter(*_LINKS) if link in self._links]
        if len(links) < 2 or any(link.get("href", "").startswith("#_") for link in links):
            return False
        linked = sum(self.length[link] for link in links)
        return linked >= length if len(links) == 2 else linked * 5 >= length * 3

    def best(self) -> etree._Element:
        """The element that may be an article for which most speaks; of those alike the last."""
        best, most = self._order[0], float("-inf")
        for element in self._order:
            tag = element.tag
            if tag not in _CONTAINERS and "-" not in tag:
                continue
            good = self.good[element]
            bad = self.length[element] - good
            if good * _BONUS - bad < most:
                continue
            named = element is not self._order[0] and self._names.article(element)
            worth = good * (_BONUS if named else 1.0) - bad
            if worth >= most:
                best, most = element, worth
        return best


class _Names:
    """What the elements of a page are by their names and roles; many are called the same."""

    def __init__(self, body: etree._Element, names: dict[etree._Element, str]) -> None:
        self._names = names
        self._frame_roles = {element for element in _with_role(body) if element.get("role", "").lower() in _FRAME_ROLES}
        self._frame_name = functools.cache(lambda names: _FRAME_NAME.search(_CAMEL.sub("-", names)) is not None)

    def frames(self, element: etree._Element, tag: str) -> bool:
        """Whether an element is one of those that frame a page, by its tag, its role or its name."""
        if tag in _FRAME_TAGS or element in self._frame_roles:
            return True
        if tag == "header" and (parent := element.getparent()) is not None and parent.tag == "body":
            return element.find(".//h1") is None
        names = self._names.get(element)
        if not names or tag in ("body", "a", "tr") or not self._frame_name(names):
            return False
        return tag not in ("td", "p", "span") or len(text_of(element)) < _SMALL

    def article(self, element: etree._Element) -> bool:
        """Whether an element is named as sites name their articles."""
        names = self._names.get(element)
        return names is not None and _ARTICLE_NAME.search(_CAMEL.sub("-", names)) is not None


def _links(body: etree._Element) -> set[etree._Element]:
    """The links of a page, and what a script makes one; a mark in a text, as word processors leave it, is none."""
    found = {element for element in body.iter(*_SCRIPTED) if element.get("onclick") is not None}
    for link in body.iter("a"):
        if link.get("href") is not None or (link.get("name") is None and link.get("id") is None):
            found.add(link)
    return found


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


def _is_attached(element: etree._Element, tag: str) -> bool:
    """A file to load, named with its ending, in an element with a link: no words of the document."""
    return tag in _OF_FILES and _ATTACHED.fullmatch(text_of(element)) is not None
