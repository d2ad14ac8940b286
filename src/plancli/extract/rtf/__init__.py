"""RTF: paragraphs and tables in order, the numbers that Word or WPS wrote before them, cells with their spans.

No object is opened and nothing is fetched; pictures, headers, notes and hidden text are left out.

tokens      groups, control words, text
characters  the text that is read, by its groups, fonts and code pages
flow        characters and control words → paragraphs, cells, rows
"""

from __future__ import annotations

import re

from ...errors import Corrupt, Empty, TooLarge
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Line, Source, Table
from .characters import Reader
from .tokens import tokens

MEDIA_TYPE = "application/rtf"

_COLOURS = re.compile(rb"\\colortbl\b([^{}]{0,20000})")
_TONE = re.compile(rb"\\(?:red|green|blue)(\d{1,3})")


def extract_rtf(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an RTF file → its lines and tables. Raises an `errors.InputError`."""
    if len(data) > settings.limits.text_bytes * 4:
        raise TooLarge(
            "the file has {count:,} bytes, more than the {most:,} allowed",
            count=len(data),
            most=settings.limits.text_bytes * 4,
        )
    reader = Reader(settings.limits, _white(data))
    for token in tokens(data):
        reader.take(token)
    blocks = reader.finish()
    if not any(not isinstance(block, Line) or block.text.strip() for block in blocks):
        raise Empty("the document has no text") if reader.closed else Corrupt("the document is cut short")
    source = Source(blocks, MEDIA_TYPE)
    for number, table in enumerate((block for block in blocks if isinstance(block, Table)), 1):
        table.number = number
    if reader.hidden:
        text = "".join(reader.hidden)
        source.notes.append(
            (
                "hidden-text",
                Message(
                    "{count} character of hidden text was left out: {text}",
                    "{count} characters of hidden text were left out: {text}",
                    count=len(text),
                    text=text[:80],
                ),
                None,
            )
        )
    return source


def _white(data: bytes) -> list[int]:
    """The numbers of white in the document's table of colours; the first, number 0, is the program's own."""
    table = _COLOURS.search(data)
    if table is None:
        return []
    return [
        at for at, said in enumerate(table[1].split(b";")) if [int(tone) for tone in _TONE.findall(said)] == [255] * 3
    ]
