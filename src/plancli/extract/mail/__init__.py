"""MIME files: a web page saved as one file (MHTML), read here; a saved mail (EML) is opened as a container of files."""

from __future__ import annotations

import re
from urllib.parse import unquote, urldefrag, urljoin

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
    parts_held = _HeldPages(parts)
    source = extract_html(
        parts_held.with_style_sheets(page.data), settings=settings, address=page.address, held=parts_held.page
    )
    source.media_type = MEDIA_TYPE
    return source


def _root(parts: list[MailPart], address: str, start: str) -> MailPart | None:
    """The page that was saved: the part that the archive names (RFC 2387), else the first page; frames within come later."""
    pages = [part for part in parts if part.media_type in _PAGES]
    for named in (start.strip("<>"), address):
        if named and (found := next((page for page in pages if named in (page.address, page.content_id)), None)):
            return found
    return pages[0] if pages else None


class _HeldPages:
    """What an archive holds beside its page: style sheets, which say what is hidden, and the pages in its frames."""

    def __init__(self, parts: list[MailPart]) -> None:
        self._pages: dict[str, MailPart] = {}
        for part in parts:
            if part.media_type in _PAGES:
                for name in (part.address, part.content_id and f"cid:{part.content_id}"):
                    self._pages.setdefault(name, part)
        self._sheets = {
            part.address.encode(): part.data.decode("ascii", "replace").replace("\ufffd", "").replace("</", "").encode()
            for part in parts
            if part.media_type == "text/css" and part.address
        }

    def with_style_sheets(self, page: bytes) -> bytes:
        """A page with the style sheets that it links and the archive holds in their places."""

        def written_out(link: re.Match[bytes]) -> bytes:
            names = () if _FOR_PAPER.search(link[0]) else self._sheets
            held = b"".join(self._sheets[name] for name in names if name in link[0])
            return b"<style>" + held + b"</style>" if held else link[0]

        return _LINK.sub(written_out, page)

    def page(self, said: str, base: str) -> tuple[str, bytes] | None:
        """The page that an address written in another one means: its own address (RFC 2557) and bytes, or None."""
        try:
            whole = urldefrag(urljoin(base, said))[0]
        except ValueError:
            return None
        part = next(
            (self._pages[name] for name in (said, unquote(said), whole, unquote(whole)) if name in self._pages), None
        )
        return (part.address, self.with_style_sheets(part.data)) if part is not None else None
