"""MIME messages (RFC 2045): saved mails (EML) and saved web pages (MHTML), opened part by part, nothing fetched."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from email.message import Message

from ...errors import Corrupt, TooLarge
from ...model.settings import Limits

_DEEPEST = 20  # parts within parts; the mail package itself walks them by recursion


@dataclass(frozen=True, slots=True)
class MailPart:
    """A part that holds no others: its type in small letters, the name that it was sent under, its bytes."""

    media_type: str
    name: str
    data: bytes
    attached: bool
    address: str  # Content-Location, or Content-ID without its brackets
    content_id: str = ""


def parts_of(data: bytes, limits: Limits) -> tuple[Message, list[MailPart]]:
    """A message and its parts, in order. Raises `TooLarge` or `Corrupt`."""
    if data.count(b"\nContent-Type:") + data.count(b"\ncontent-type:") > limits.zip_entries:
        raise TooLarge("the message has more than the {most} parts allowed", most=limits.zip_entries)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_walk(message, 0))
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError) as error:
        raise Corrupt("the message cannot be read: {error}", error=error) from error
    return message, parts


def _walk(message: Message, depth: int) -> list[MailPart]:
    if depth > _DEEPEST:
        raise TooLarge("the message nests its parts more than {most} deep", most=_DEEPEST)
    content = message.get_payload()
    if message.is_multipart() and isinstance(content, list):
        if message.get_content_type() == "message/rfc822":
            return [part for inner in content if isinstance(inner, Message) for part in _walk(inner, depth + 1)]
        return [part for inner in content if isinstance(inner, Message) for part in _walk(inner, depth + 1)]
    payload = message.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    name = _decoded(message.get_filename() or "")
    content_id = (message.get("Content-ID") or "").strip().strip("<>")
    address = (message.get("Content-Location") or "").strip().strip("<>") or content_id
    attached = (message.get_content_disposition() or "") == "attachment" or bool(name)
    return [MailPart(message.get_content_type().lower(), name, raw, attached, address, content_id)]


def _decoded(name: str) -> str:
    """A file's name as its sender wrote it; bytes that are in no code of RFC 2047 are GBK or UTF-8."""
    from email.header import decode_header

    try:
        pieces = decode_header(name)
    except (ValueError, LookupError):
        pieces = [(name, None)]
    found = ""
    for piece, codec in pieces:
        if isinstance(piece, str):
            raw = (
                piece.encode("ascii", "surrogateescape")
                if any("\udc80" <= char <= "\udcff" for char in piece)
                else None
            )
            found += piece if raw is None else _text(raw, codec)
        else:
            found += _text(piece, codec)
    return "".join(char for char in found if char.isprintable()).replace("\\", "/").rpartition("/")[2].strip()


def _text(raw: bytes, codec: str | None) -> str:
    for name in (codec, "utf-8", "gb18030"):
        if name and name not in ("unknown-8bit",):
            try:
                return raw.decode("gb18030" if name.lower() in ("gb2312", "gbk") else name)
            except (UnicodeDecodeError, LookupError):
                continue
    return raw.decode("utf-8", "replace")
