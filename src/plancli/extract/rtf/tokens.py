"""The tokens of an RTF file (Rich Text Format 1.9.1): groups, control words, text in the code page of its font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
# \fcharset → code page
CHARSETS = {
    0: "cp1252", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    204: "cp1251", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RtfToken:
    """`kind`: open, close, word (with its number), symbol, byte, text."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The tokens in order; bytes of \\bin are passed over."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin" and value and value > 0:
                at += value
                continue
            yield RtfToken("word", word.decode("ascii"), value)
        elif byte:
            yield RtfToken("byte", data=bytes([int(byte, 16)]))
        elif symbol:
            yield RtfToken("symbol", symbol.decode("latin-1"))
        elif brace:
            yield RtfToken("open" if brace == b"{" else "close")
        elif text:
            yield RtfToken("text", data=text)
