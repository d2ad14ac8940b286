"""MIME files: a web page saved as one file (MHTML), read here; a saved mail (EML) is opened as a container of files."""

from __future__ import annotations

import re

from ...errors import Unsupported
from ...model.settings import Settings
from ...model.source import Source
from .message import MailPart, parts_of

MEDIA_TYPE = "multipart/related"
_PAGES = ("text/html", "application/xhtml+xml")
_LINK = re.compile(rb"<link\b[^>]*>", re.I)
_FOR_PAPER = re.compile(rb"media\s*=\s*[\"']?\s*print", re.I)


def extract_mhtml(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a web page saved as one file → the blocks of the page. Raises an `errors.InputError`."""
    from ..html import extract_html

    message, parts = parts_of(data, settings.limits)
    page = _root(parts, (message.get("Snapshot-Content-Location") or "").strip(), str(message.get_param("start") or ""))
    if page is None:
        raise Unsupported("the web archive holds no page")
    source = extract_html(_with_style_sheets(page.data, parts), settings=settings)
    source.media_type = MEDIA_TYPE
    return source


def _root(parts: list[MailPart], address: str, start: str) -> MailPart | None:
    """The page that was saved: the part that the archive names (RFC 2387), else the first page; frames within come later."""
    pages = [part for part in parts if part.media_type in _PAGES]
    for named in (start.strip("<>"), address):
        if named and (found := next((page for page in pages if page.address == named), None)):
            return found
    return pages[0] if pages else None


def _with_style_sheets(page: bytes, parts: list[MailPart]) -> bytes:
    """A page with the style sheets that it links and the archive holds in their places: they say what is hidden."""
    sheets = {
        part.address.encode(): part.data.decode("ascii", "replace").replace("\ufffd", "").replace("</", "").encode()
        for part in parts
        if part.media_type == "text/css" and part.address
    }

    def written_out(link: re.Match[bytes]) -> bytes:
        held = b"" if _FOR_PAPER.search(link[0]) else b"".join(sheets[name] for name in sheets if name in link[0])
        return b"<style>" + held + b"</style>" if held else link[0]

    return _LINK.sub(written_out, page)
