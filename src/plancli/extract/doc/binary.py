"""The streams of an old Word document (MS-DOC): its characters by piece, and what is said of paragraphs and runs."""

from __future__ import annotations

import io
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...errors import Corrupt, Encrypted, TooLarge, Unsupported
from ...model.settings import Limits

# offsets in the file information block (2.5)
_FLAGS, _TEXT_LENGTH, _FIRST_PAIR = 0x0A, 0x4C, 0x9A
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_OLDEST = 0xC1  # nFib of Word 97
_STYLES, _RUNS, _PARAGRAPHS, _PIECES, _LISTS, _LIST_USES = 1, 12, 13, 33, 73, 74
_SHAPES, _BOX_TEXTS = 40, 56
_BEFORE_BOXES = (_TEXT_LENGTH, 0x50, 0x54, 0x58, 0x5C, 0x60)  # lengths of the texts that lie before that of the boxes
_SHAPE, _BOX, _SHAPE_OF_BOX = 26, 22, 14  # bytes that describe a shape and a box; where the latter names its shape
_PAGE = 512
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_SHAPE, _TABS = 0xD608, 0xC615
_ELSEWHERE = (0x6645, 0x6646, 0x646B)

Property = dict[int, bytes]
MERGED, MERGED_BELOW = 0x5624, 0xD62B  # cells of a row: first and last, 2 bytes each time; cell and how, behind a size
STYLE = 0  # the number under which a paragraph's properties hold that of its style


@dataclass(slots=True)
class Ranges:
    """Properties by place in the file: `starts[i]` up to the next one has `properties[i]`."""

    starts: list[int] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)

    def at(self, place: int) -> Property:
        """What is said of the character at this place."""
        index = bisect_right(self.starts, place) - 1
        return self.properties[index] if index >= 0 else {}


class WordDocument:
    """An old Word document, opened. Raises `Corrupt`, `Encrypted`, `TooLarge` or `Unsupported`."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        streams = _streams(data, limits)
        self._main = streams.get("WordDocument", b"")
        if len(self._main) < _FIRST_PAIR + 8 * (_LIST_USES + 1):
            raise Corrupt("the document is cut short")
        if self._short(2) < _OLDEST:
            raise Unsupported(
                "the file is a document of Word 6 or 95",
                "Install LibreOffice (libreoffice-writer), which plancli then asks, or save it as DOCX in Word or WPS.",
            )
        flags = self._short(_FLAGS)
        if flags & _ENCRYPTED:
            raise Encrypted("the document is locked with a password")
        self._data = streams.get("Data", b"")
        self._table = streams.get("1Table" if flags & _SECOND_TABLE else "0Table", b"")
        try:
            self.text, self._places = self._characters()
            self.length = min(self._long(_TEXT_LENGTH), len(self.text))  # footnotes, headers and boxes lie behind it
            self._boxes = self._text_boxes()
            self.paragraphs = self._ranges(_PARAGRAPHS, paragraphs=True)
            self.runs = self._ranges(_RUNS, paragraphs=False)
        except (struct.error, IndexError, ValueError) as error:
            raise Corrupt("the document cannot be read: {error}", error=error) from error
        self.lists = self._part(_LISTS, to_end=True), self._pair(_LISTS)[1]
        self.list_uses = self._part(_LIST_USES, to_end=True)
        self.styles = _styles(self._part(_STYLES))

    def place(self, index: int) -> int:
        """Where character `index` of the text stands in the file."""
        piece = bisect_right(self._places, (index, 1 << 62, 0)) - 1
        first, start, width = self._places[piece]
        return start + (index - first) * width

    def _short(self, offset: int) -> int:
        return int.from_bytes(self._main[offset : offset + 2], "little")

    def _long(self, offset: int) -> int:
        return int.from_bytes(self._main[offset : offset + 4], "little")

    def boxes(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the text boxes begin and end that are anchored between two characters, the second included."""
        found = self._boxes[bisect_left(self._boxes, start, key=_anchor) : bisect_right(self._boxes, end, key=_anchor)]
        return sorted((first, last) for _, first, last in found)

    def _text_boxes(self) -> list[tuple[int, int, int]]:
        """(the character it is anchored at, where its text begins and ends) of each text box (2.8.32, 2.8.37); one within a
        group is anchored at the text's end."""
        shapes, part = self._part(_SHAPES), self._part(_BOX_TEXTS)
        anchors, count = (len(shapes) - 4) // (4 + _SHAPE), (len(part) - 4) // (4 + _BOX)
        if count < 1:
            return []
        places = struct.unpack_from(f"<{max(anchors, 0)}I", shapes)
        by_shape = {shapes[(at := 4 * (anchors + 1) + _SHAPE * n) : at + 4]: place for n, place in enumerate(places)}
        start = sum(self._long(length) for length in _BEFORE_BOXES)
        bounds = struct.unpack_from(f"<{count + 1}I", part)
        found: list[tuple[int, int, int]] = []
        for n in range(count):
            at = 4 * (count + 1) + _BOX * n + _SHAPE_OF_BOX
            first, last = start + bounds[n], min(start + bounds[n + 1], len(self.text))
            if self.length <= first < last and self.text[first:last].strip():
                found.append((by_shape.get(part[at : at + 4], self.length), first, last))
        return sorted(found)

    def _pair(self, number: int) -> tuple[int, int]:
        offset, size = struct.unpack_from("<II", self._main, _FIRST_PAIR + 8 * number)
        return int(offset), int(size)

    def _part(self, number: int, *, to_end: bool = False) -> bytes:
        offset, size = self._pair(number)
        return self._table[offset:] if to_end and size else self._table[offset : offset + size]

    def _characters(self) -> tuple[str, list[tuple[int, int, int]]]:
        """All texts one behind another, and (index, place, bytes a character) of each piece."""
        part, at = self._part(_PIECES), 0
        while at < len(part) and part[at] == 1:
            at += 3 + int.from_bytes(part[at + 1 : at + 3], "little")
        if at >= len(part) or part[at] != 2:
            raise Corrupt("the document does not say where its text is")
        size = int.from_bytes(part[at + 1 : at + 5], "little")
        part = part[at + 5 : at + 5 + size]
        count = (len(part) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", part)
        pieces: list[str] = []
        places: list[tuple[int, int, int]] = []
        for number in range(count):
            first, last = bounds[number], bounds[number + 1]
            if last <= first:
                continue
            place = struct.unpack_from("<I", part, 4 * (count + 1) + 8 * number + 2)[0]
            narrow, start = bool(place & 0x40000000), place & 0x3FFFFFFF
            width = 1 if narrow else 2
            start = start // 2 if narrow else start
            raw = self._main[start : start + (last - first) * width]
            text = raw.decode("cp1252", "replace") if narrow else raw.decode("utf-16-le", "replace")
            text = text.ljust(last - first, "\ufffd")[: last - first]
            if len(text) != last - first:
                raise Corrupt("the document's text is cut short")
            pieces.append(text)
            places.append((first, start, width))
        return "".join(pieces), places

    def _ranges(self, number: int, *, paragraphs: bool) -> Ranges:
        part = self._part(number)
        count = max(0, (len(part) - 4) // 8)
        pages = struct.unpack_from(f"<{count}I", part, 4 * (count + 1)) if count else ()
        found = Ranges()
        for number in pages:
            page = self._main[(number & 0x3FFFFF) * _PAGE : (number & 0x3FFFFF) * _PAGE + _PAGE]
            if len(page) < _PAGE:
                continue
            runs = page[-1]
            starts = struct.unpack_from(f"<{runs + 1}I", page)
            for run in range(runs):
                found.starts.append(starts[run])
                said = _in_page(page, 4 * (runs + 1), run, paragraphs=paragraphs)
                found.properties.append(self._with_data(said) if paragraphs else said)
        order = sorted(range(len(found.starts)), key=found.starts.__getitem__)
        return Ranges([found.starts[i] for i in order], [found.properties[i] for i in order])

    def _with_data(self, said: Property) -> Property:
        """Properties that are too many for a page stand in a stream of their own (2.6.2: sprmPHugePapx, sprmPTableProps)."""
        for number in _ELSEWHERE:
            if number in said:
                at = int.from_bytes(said[number], "little")
                size = int.from_bytes(self._data[at : at + 2], "little")
                said = {**said, **_together(self._data[at + 2 : at + 2 + size])}
        return said


def _anchor(box: tuple[int, int, int]) -> int:
    return box[0]


def streams_at_top(data: bytes) -> set[str]:
    """The names of a container's own streams, none of those of what is embedded in it; none where it cannot be read."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return {path[0] for path in file.listdir() if len(path) == 1}
    except Exception:  # olefile raises whatever the bytes lead it to
        return set()


def _streams(data: bytes, limits: Limits) -> dict[str, bytes]:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            found = {}
            for name in ("WordDocument", "0Table", "1Table", "Data"):
                if file.exists(name):
                    if file.get_size(name) > limits.unpacked_bytes:
                        raise TooLarge("the stream {name} has more bytes than allowed", name=name)
                    found[name] = file.openstream(name).read()
            return found
    except (OSError, ValueError, IndexError, struct.error, RecursionError, AttributeError, TypeError) as error:
        raise Corrupt("the document cannot be opened: {error}", error=error) from error


def _in_page(page: bytes, table: int, run: int, *, paragraphs: bool) -> Property:
    """The properties of a run of a formatted page (2.9.33, 2.9.174)."""
    at = 2 * page[table + (13 * run if paragraphs else run)]
    if not at:
        return {}
    size = page[at]
    if paragraphs:
        at, size = (at + 1, 2 * size - 1) if size else (at + 2, 2 * page[at + 1])
        return {STYLE: page[at : at + 2], **_together(page[at + 2 : at + size])}
    return dict(properties(page[at + 1 : at + 1 + size]))


def _together(data: bytes) -> Property:
    """The properties of a paragraph; those that come once for each cell, one behind another."""
    found: Property = {}
    for number, operand in properties(data):
        found[number] = found.get(number, b"") + operand if number in (MERGED, MERGED_BELOW) else operand
    return found


def _styles(part: bytes) -> list[Property]:
    """What each paragraph style says, those that it is based on included (2.9.271); empty for other kinds of styles."""
    if len(part) < 6:
        return []
    at = 2 + int.from_bytes(part[:2], "little")
    fixed = int.from_bytes(part[4:6], "little")
    own: list[tuple[int, Property]] = []
    while at + 2 <= len(part):
        size = int.from_bytes(part[at : at + 2], "little")
        own.append(_style(part[at + 2 : at + 2 + size], fixed))
        at += 2 + size + size % 2
    found: list[Property] = []
    for number in range(len(own)):
        said: Property = {}
        seen: set[int] = set()
        while number < len(own) and number not in seen:
            seen.add(number)
            base, properties_ = own[number]
            said = {**properties_, **said}
            number = base
        found.append(said)
    return found


def _style(data: bytes, fixed: int) -> tuple[int, Property]:
    """The style that one is based on, and what it says of paragraphs."""
    if len(data) < max(fixed, 6) + 2:
        return 0xFFF, {}
    kind = int.from_bytes(data[2:4], "little")
    base, kind = kind >> 4, kind & 15
    at = fixed + 2 * int.from_bytes(data[fixed : fixed + 2], "little") + 4
    size = int.from_bytes(data[at : at + 2], "little")
    return base, dict(properties(data[at + 4 : at + 2 + size])) if kind == 1 and size > 2 else {}


def properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The single properties of a list of them (2.6.1): their number and operand."""
    at = 0
    while at + 2 <= len(data):
        number = int.from_bytes(data[at : at + 2], "little")
        at += 2
        size = _OPERANDS.get(number >> 13)
        if size is None:
            if number == _TABLE_SHAPE:
                size = int.from_bytes(data[at : at + 2], "little") + 1
            elif number == _TABS and data[at : at + 1] == b"\xff":
                return
            else:
                size = 1 + (data[at] if at < len(data) else 0)
        yield number, data[at : at + size]
        at += size
