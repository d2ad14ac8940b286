"""HTML: the article of a page without what frames it; its tables with their spans, the numbers of its lists computed.

The same reader takes saved pages, fragments, and what Word and WPS save as a web page. What is hidden is left out; a
government site's record (索引号, 发文机关, 成文日期, 文号, 标题) goes to the notice.
"""

from __future__ import annotations

from lxml import etree

from ...errors import Empty, TooLarge
from ...language.headers import lexicon_of
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Block, Source, Table
from .article import FILE_ADDRESS, Article, find_article
from .blocks import Walker
from .document import WebPage, read_page, text_of
from .drawn_tables import make_tables
from .frames import Held
from .record import take_record
from .title import titles, with_title

MEDIA_TYPE = "text/html"
_DEEP = 1000  # elements within elements; libxml2 drops what lies deeper than twice that
_LITTLE = 0.6  # an article with less than this share of the page's text may not be all of it


def extract_html(data: bytes, *, settings: Settings, address: str = "", held: Held | None = None) -> Source:
    """The bytes of a web page → its lines and tables; where pages are `held` with it, those that it shows in frames are read
    in their places, told by the page's `address`. Raises an `errors.InputError`."""
    page = read_page(data, settings.limits, address, held)
    lexicon = lexicon_of()
    named = titles(page)
    record = take_record(page.root)
    make_tables(page.root, lexicon)
    article = find_article(page.root, lexicon)
    walker = Walker(page, settings.limits, lexicon, article.frame)
    blocks = walker.blocks(article.element)
    if not any(_has_text(block) for block in blocks):
        if walker.page.root.xpath("boolean(" + "/*" * _DEEP + ")"):
            raise TooLarge("the page nests its elements deeper than they can be read")
        raise Empty("the page has no text")
    framed = bool(article.frame) or article.element.tag != "body"
    blocks, beneath = with_title(blocks, named if framed else [])
    for number, table in enumerate((block for block in blocks if isinstance(block, Table)), 1):
        table.number = number
    source = Source(blocks, MEDIA_TYPE, record=record.fields)
    _note(source, page, article, [*record.words, *beneath], walker.notes)
    return source


def _note(source: Source, page: WebPage, article: Article, beside: list[str], footnotes: list[str]) -> None:
    """Say what was left out of the text, and why."""
    source.notes += page.notes
    frame = [*beside, *_around(page.root, article)]
    if frame:
        text = " ".join(frame)
        count = len("".join(text.split()))
        message = Message(
            "{count} character around the article was left out: {excerpt}",
            "{count} characters around the article were left out: {excerpt}",
            count=count,
            excerpt=_excerpt(text),
        )
        source.notes.append(("web-frame", message, None))
    if article.share < _LITTLE:
        message = Message(
            "the article was told by the page's structure and holds {share:.0%} of the page's text", share=article.share
        )
        source.notes.append(("article-guessed", message, None))
    for code, what, words in (("hidden-text", "hidden text", page.hidden), ("footnote-text", "notes", footnotes)):
        text = " ".join(" ".join(words).split())
        if text:
            source.notes.append(
                (
                    code,
                    Message(
                        "{count} character of {what} was left out: {excerpt}",
                        "{count} characters of {what} were left out: {excerpt}",
                        count=len(text),
                        what=Message(what),
                        excerpt=_excerpt(text),
                    ),
                    None,
                )
            )
    files = list(dict.fromkeys(_attachments(page.root)))
    if files:
        source.notes.append(
            (
                "attachment-link",
                Message("the page links files that were not read: {names}", names="; ".join(files)),
                None,
            )
        )


def _attachments(root: etree._Element) -> list[str]:
    """The files that a page links, by their name and address."""
    return [
        f"{text_of(link) or '?'} ({link.get('href')})"
        for link in root.iter("a")
        if FILE_ADDRESS.search((link.get("href") or "").strip())
    ][:50]


def _around(root: etree._Element, article: Article) -> list[str]:
    """The words of a page's body that are not in its article."""
    body = root.find(".//body")
    words: list[str] = []
    frame = article.frame
    if not frame and article.element is body:
        return []
    walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
    inside = 0
    for event, element in walk:
        if element is article.element:
            inside += 1 if event == "start" else -1
            if not frame and event == "start":
                walk.skip_subtree()
        if event == "start" and element in frame and inside:
            words.append(str(element.xpath("string()")))
            walk.skip_subtree()
        elif event == "start" and not inside:
            words.append(element.text or "")
        elif event == "end" and not inside:
            words.append(element.tail or "")
    return [text for word in words if (text := " ".join(word.split()))]


def _has_text(block: Block) -> bool:
    if isinstance(block, Table):
        return any(line.text.strip() for cell in block.cells() for line in cell.lines)
    return bool(block.text.strip())


def _excerpt(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"
