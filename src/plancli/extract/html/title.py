"""The title of a page's document, and the lines beneath it that tell when and by whom the page was posted."""

from __future__ import annotations

import functools
import re
from itertools import islice

from ...grammar.pattern import Pattern
from ...language.script import fold_forms, simplify
from ...language.titles import names_plan
from ...model.source import Block, Line
from .document import WebPage
from .elements import text_of, words_in

_TITLED = ("h2", "h3", "div", "td", "p", "span")
_META = ("articletitle", "og:title", "title")
_NAME = Pattern(r"(?:^|[-_\s])(?:\w*title\w*|bt|biaoti|tit|headline)(?:$|[-_\s])", re.I)
_SITE = Pattern(r"\s*(?:(?<!\d)[-—–]+|[_|>＞«»·]|\s{2})\s*")
_HAN = Pattern("[㐀-鿿]")
_MARKS = Pattern(r"[\s“”\"'‘’《》〈〉（）()〔〕\[\]【】:：,，.。]")
_HOUR = r"\s*\d{1,2}:\d{2}(?::\d{2})?"
_POSTED = Pattern(
    rf"[^，。；、《》]{{0,24}}?(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:{_HOUR})?|\d{{4}}年\d{{1,2}}月\d{{1,2}}日{_HOUR}).{{0,30}}"
)
_YEAR = Pattern(r"(?:19|20)\d\d")
_LEAST = 6  # characters of a title
_LONGEST = 120
_HEAD = 40  # lines among which a document says its title
_OWN = 3  # lines that may be a document's own title
_BENEATH = 3  # lines beneath the page's title that may tell when it was posted


def titles(page: WebPage) -> list[str]:
    """What a page gives as its document's title, the likeliest first."""
    root = page.root
    metas = [(meta.get("name") or meta.get("property") or "", meta) for meta in root.iter("meta")]
    found = [fold_forms(meta.get("content") or "") for name in _META for said, meta in metas if said.lower() == name]
    found += [text_of(heading) for heading in root.iter("h1")]
    called = functools.cache(_NAME.search)  # many elements are called the same
    found += [text_of(element) for element, names in page.names.items() if called(names) and element.tag in _TITLED]
    found += [_document_in(words_in(title)) for title in root.iter("title")]
    squeezed = ("".join(title.split()) for title in found)
    return [title for title in squeezed if _LEAST <= len(title) <= _LONGEST and _HAN.search(title)]


def _document_in(title: str) -> str:
    """The document's part of what a browser shows for a page: the first, or the first that names a plan behind site and column
    (某县第三中学-教务在线-教导处工作计划)."""
    parts: list[str] = _SITE.split(title.strip())
    return next((part for part in parts if _names_plan(part)), parts[0])


def with_title(blocks: list[Block], found: list[str]) -> tuple[list[Block], list[str]]:
    """The blocks led by the title once, and the words of what stood between the page's title and the text."""
    if not found:
        return blocks, []
    title = _folded(found[0])
    head: list[Line] = []
    for block in blocks[:_HEAD]:
        if not isinstance(block, Line):
            break
        head.append(block)
    places = _places(head, title)
    if not places:
        said = _folded("".join(line.text for line in head))
        spoken_first = islice((line.text for line in head if line.text.strip()), _OWN)
        own = any(_is_fuller(text, found[0]) for text in spoken_first)
        return (
            blocks if own or title in said else [Line(found[0], ending="hard", centered=True, bold=True), *blocks]
        ), []
    first, end = places[0]
    spoken = [place for place in range(end, len(head)) if head[place].text.strip()]
    posted = [place for place in spoken[:_BENEATH] if _is_posted(head[place].text)]
    behind = posted[-1] + 1 if posted else end
    if len(places) > 1 and behind <= places[1][0]:  # the document says its title itself
        return [*blocks[:first], *blocks[behind:]], [line.text for line in head[first:behind]]
    return [*blocks[:end], *blocks[behind:]], [line.text for line in head[end:behind]]


def _is_fuller(line: str, title: str) -> bool:
    """Whether a line is the document's title rather than what the page is called: its site, or the title cut short."""
    fuller = _YEAR.search(line) is not None and len(_folded(line)) > len(_folded(title))
    return "。" not in line and _names_plan(line) and (fuller or not _names_plan(title))


def _names_plan(title: str) -> bool:
    """Whether a title is a plan's, with its marks or without: …行动计划（2031—2033年）, “春雨”工作方案（试行）."""
    return names_plan(simplify(title)) or names_plan(_folded(title))


def _places(head: list[Line], title: str) -> list[tuple[int, int]]:
    """The ranges of lines that are the title, on one line or on up to three."""
    found: list[tuple[int, int]] = []
    words = [_MARKS.sub("", line.text) for line in head]
    at = 0
    while at < len(head):
        end = next((end for end in range(at + 1, at + 4) if _is_title(words[at:end], title)), None)
        if end is not None and head[at].text.strip():
            found.append((at, end))
            at = end
        else:
            at += 1
    return found


def _is_title(words: list[str], title: str) -> bool:
    """Whether lines without marks say a title, in whichever script: both have as many characters."""
    return sum(map(len, words)) == len(title) and simplify("".join(words)) == title


def _is_posted(text: str) -> bool:
    """Whether a line says when the page was posted, in figures or to the minute, as no document says its date."""
    return _POSTED.fullmatch(text.strip()) is not None


def _folded(text: str) -> str:
    return simplify(_MARKS.sub("", text))
