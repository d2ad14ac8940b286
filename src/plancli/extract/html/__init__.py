"""HTML: the article of a page without what frames it; its tables with their spans, the numbers of its lists computed.

The same reader takes saved pages, fragments, and what Word and WPS save as a web page. What is hidden is left out; a
government site's record (索引号, 发文机关, 成文日期, 文号, 标题) goes to the notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...errors import Empty, TooLarge
from ...language.headers import lexicon_of
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Block, Source, Table
from .article import FILE_ADDRESS, Article, find_article
from .blocks import Walker
from .document import WebPage, read_page
from .drawn_tables import make_tables
from .elements import outside, text_of, words_in
from .frames import Held
from .record import take_record
from .tables import long_tables
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
    elements = outside(page.root, long_tables(page.root, lexicon))
    record = take_record(elements)
    make_tables(page.root, elements, lexicon)
    article = find_article(page, lexicon)
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
    body = root if body is None else body
    before: list[str] = []
    behind: list[str] = []
    element = article.element
    while element is not body and (above := element.getparent()) is not None:
        children = list(above)
        place = children.index(element)
        before[:0] = [above.text or "", *_words(children[:place])]
        behind += [element.tail or "", *_words(children[place + 1 :])]
        element = above
    within = [words_in(frame) for frame in article.frame if _is_outermost(frame, article)]
    return [text for word in (*before, *within, *behind) if (text := " ".join(word.split()))]


def _words(elements: list[etree._Element]) -> Iterator[str]:
    for element in elements:
        yield from map(str, element.itertext())
        yield element.tail or ""


def _is_outermost(frame: etree._Element, article: Article) -> bool:
    """Whether what is frame stands in an article, and in nothing else that is frame."""
    for above in frame.iterancestors():
        if above in article.frame:
            return False
        if above is article.element:
            return True
    return False


def _has_text(block: Block) -> bool:
    if isinstance(block, Table):
        return any(line.text.strip() for row in block.rows for cell in row for line in cell.lines)
    return bool(block.text.strip())


def _excerpt(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"
