"""TXT: each physical line a `Line`, blank ones too, tabs kept; a form feed turns the page."""

from __future__ import annotations

import html
from collections.abc import Iterator

from ...errors import Corrupt, Empty, TooLarge, Unsupported
from ...grammar.pattern import Pattern
from ...language.headers import lexicon_of
from ...language.script import fold_forms
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Line, Note, ReaderAttempt, Source
from .blank_fields import with_colons
from .encoding import DOUBTFUL, decode, likelihood
from .html_tables import with_bars_for_html
from .lost_line_ends import with_line_ends
from .markdown import WRITTEN_BAR, above_text, is_markdown, shown, with_bars
from .tables import tables_from_text

_BREAK = Pattern("\r\n|[\n\r\x0b\x85\u2028\u2029]")
_BREAKS = Pattern("([\n\r\x0b\x85\u2028\u2029]{204,})")  # of more blank lines than are given, whatever ends them
_LINE_FEEDS = Pattern(r"\n+")
_CONTROLS = Pattern("[\x00-\x08\x0e-\x1f\x7f]")
_BINARY_SHARE = 0.02
_BLANK_LINES = 100  # in a run
_ENTITY = Pattern(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_READING = Pattern(  # of a character, which a site has set behind it: 县(xiàn)
    r"(?<=[㐀-鿿])[(（][a-zü]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}[)）]", needs=("(（",)
)
_SPACED = Pattern(r"\s*\S(?: \S)+\s*")  # 云 岭 县 2 0 2 6 年


def extract_text(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a text file → its lines. Raises `Empty`, `TooLarge`, `Corrupt` or `Unsupported`."""
    text, codec, notes = _decoded(data, settings.limits.text_bytes)
    text, above = above_text(text)
    text = with_bars_for_html(text, WRITTEN_BAR)
    if is_markdown(text):
        text, struck = shown(text)
        if struck:
            notes.append(("hidden-text", _left_out(Message("text struck out"), struck, " "), None))
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
    if readings := _READING.findall(text):
        text = _READING.sub("", text)
        notes.append(
            ("ruby-text", _left_out(Message("readings in brackets behind the characters"), readings, ""), None)
        )
    text = _close_up(text)
    lines, pages = _lines(fold_forms(text))
    ended, numbers = with_line_ends(lines)
    lexicon = lexicon_of(settings.lexicon)
    blocks, unread = tables_from_text(with_colons(list(ended), lexicon), lexicon)
    if WRITTEN_BAR in text:
        with_bars(blocks)
    return Source(
        [*above, *numbers, *blocks],
        "text/plain",
        pages=pages,
        attempts=[ReaderAttempt("text", codec)],
        notes=[*notes, *unread],
    )


def _decoded(data: bytes, most: int) -> tuple[str, str, list[Note]]:
    """The text of a file of `most` bytes, without control characters, its encoding, and what is to be said of it."""
    if len(data) > most:
        raise TooLarge(
            "the text has {count:,} bytes, more than the {most:,} allowed",
            count=len(data),
            most=most,
        )
    if not data.strip(b"\x00"):
        raise Corrupt("the file holds nothing but zero bytes")
    decoded = decode(data)
    text = decoded.text.rstrip("\x00\x1a").replace("\ufeff", "")  # padding, and marks where files were put together
    controls = len(_CONTROLS.findall(text))
    if controls + decoded.replaced > _BINARY_SHARE * len(text) + 4:
        raise Unsupported("the file is no text: a binary file of unknown kind")
    notes: list[Note] = []
    if decoded.replaced:
        message = Message(
            "{count} place is no {codec} text and was read as \ufffd",
            "{count} places are no {codec} text and were read as \ufffd",
            count=decoded.replaced,
            codec=decoded.codec,
        )
        notes.append(("undecodable-text", message, None))
    if (likely := likelihood(decoded)) < DOUBTFUL and len(text) > 50:
        message = Message(
            "the encoding ({codec}) is a guess: {share:.0%} of the characters are usual ones",
            codec=decoded.codec,
            share=max(likely, 0),
        )
        notes.append(("doubtful-encoding", message, None))
    if controls:
        text = _CONTROLS.sub("", text)
        notes.append(
            (
                "control-characters",
                Message(
                    "{count} control character was left out", "{count} control characters were left out", count=controls
                ),
                None,
            )
        )
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        raise Empty("the file has no text")
    return text, decoded.codec, notes


def _left_out(what: Message, pieces: list[str], joint: str) -> Message:
    """That pieces of a text were left out, with the first of them."""
    return Message(
        "{count} character of {what} was left out: {excerpt}",
        "{count} characters of {what} were left out: {excerpt}",
        count=sum(map(len, pieces)),
        what=what,
        excerpt=joint.join(pieces)[:80],
    )


def _close_up(text: str) -> str:
    """A text most of whose lines have one blank behind each character, without these blanks."""
    if " " not in text:
        return text
    spoken = [line for line in _LINE_FEEDS.split(text) if len(line.split()) > 1]
    spaced = {line for line in spoken if _SPACED.fullmatch(line)}
    if not spaced or len(spaced) * 10 < len(spoken) * 8:
        return text
    return "\n".join(line.replace(" ", "") if line in spaced else line for line in text.split("\n"))


def _lines(text: str) -> tuple[list[Line], int | None]:
    """The lines, and the number of pages where form feeds tell them. Of a long run of blank lines the first few are given:
    more of them say no more."""
    page = 1 if "\f" in text else None
    lines: list[Line] = []
    blank = 0
    for number, content in _physical(text):
        blank = blank + 1 if not content or content.isspace() else 0
        if blank > _BLANK_LINES and "\f" not in content:
            continue
        if page is None:
            lines.append(Line(content, number=number))
            continue
        for place, part in enumerate(content.split("\f")):
            page += place > 0
            if part or "\f" not in content:
                lines.append(Line(part, number=number, page=page))
    return lines, lines[-1].page


def _physical(text: str) -> Iterator[tuple[int, str]]:
    """The lines as the file has them, numbered, one after the other; those of a long run of empty ones are counted, not made.
    A break ends the last line, it begins no further one."""
    number = 1
    *pieces, last = _BREAKS.split(text)
    for piece, breaks in zip(pieces[::2], pieces[1::2], strict=True):
        for line in _BREAK.split(piece):
            yield number, line
            number += 1
        for empty in range(_BLANK_LINES):
            yield number + empty, ""
        number += len(breaks) - breaks.count("\r\n") - 1
    lines = _BREAK.split(last)
    yield from enumerate(lines if lines[-1] else lines[:-1], number)
