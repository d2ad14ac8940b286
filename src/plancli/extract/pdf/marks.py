"""Marked content of a page (ISO 32000-1, 14.6): what stands on layers that are switched off (8.11), and text that the file puts
in the place of what is printed (/ActualText, 14.9.4).

PDFium gives the text of all layers, and /ActualText for the characters printed. What is printed counts: the replacement is
taken off where its digits and Chinese characters are others, and kept where the printed characters have no meaning of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from ...grammar.pattern import Pattern
from ...language.radicals import fold
from ...language.script import simplify
from ..layout.sheet import LeftOut
from . import native
from .layers import LayersOff
from .objects import Drawing

_SAYS = Pattern(r"[\d\u3400-\u9fff]")

Marks = dict[int, list[int]]  # a mark, and the objects of the page that it holds, as they are drawn


def marks_of(drawing: Drawing) -> Marks:
    """The marks of a page's texts, pictures and forms."""
    found: Marks = {}
    objects = [handle for group in drawing.groups for handle in (*group.texts, *group.images)] + drawing.forms
    for handle, count in zip(objects, map(native.count_marks, objects), strict=True):
        if count > 0:  # most files mark nothing
            for mark in map(native.get_mark, repeat(handle), range(count)):
                found.setdefault(mark, []).append(handle)
    return found


def switch_off_layers(page: int, marks: Marks, off: LayersOff) -> list[LeftOut]:
    """Switch off what stands on layers that are off, by their names; what it says, piece by piece. `off` is asked only
    where there are layers."""
    named = (mark for mark in marks if native.mark_type(mark, b"Name") == native.STRING)  # layers are, tags are not
    layers = [mark for mark in named if native.mark_name(mark) == "OC"]
    hidden = [mark for mark in layers if native.mark_bytes(mark, b"Name") in off()] if layers else []
    if not hidden:
        return []
    text = native.load_text(page)
    try:
        said = [_text(marks[mark], text) for mark in hidden]
    finally:
        native.close_text(text)
    for handle in (handle for mark in hidden for handle in marks[mark]):
        native.set_active(handle, 0)
    return [LeftOut("hidden-text", one) for one in said]


def _text(objects: list[int], text: int) -> str:
    return "".join(native.string_of(handle, text) for handle in objects if native.object_type(handle) == native.TEXT)


def replacements(marks: Marks) -> dict[int, str]:
    """The replacement text of each mark that has one."""
    return {
        mark: text_of(native.mark_bytes(mark, b"ActualText"))
        for mark in marks
        if native.mark_type(mark, b"ActualText") == native.STRING
    }


def take_off(marks: Marks, replaced: Sequence[int], places: Iterable[int]) -> None:
    """Take the marks at some places of `replaced` off the objects that they hold, and out of `marks`: they are no more."""
    for mark in map(replaced.__getitem__, places):
        for handle in marks.pop(mark):
            native.remove_mark(handle, mark)


@dataclass(slots=True)
class Verdict:
    """Of the replacements of a page: the places of those that say what is printed, or contradict it, and the latter with both;
    whether another is to be kept."""

    printed: list[int] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    kept: bool = False


def weigh(page: int, marks: Marks, replaced: dict[int, str]) -> Verdict:
    """Hold replacements against what is printed; all of them are taken off. One is kept where the printed characters have no
    meaning, or are other signs with the same digits and Chinese characters: fonts share glyphs among signs."""
    owners = {handle: mark for mark in replaced for handle in marks[mark]}
    take_off(marks, list(replaced), range(len(replaced)))
    verdict = Verdict()
    for place, (mark, said) in enumerate(_printed(page, owners, list(replaced)).items()):
        if said is not None and _weighty(said) != _weighty(replaced[mark]):
            verdict.left_out.append(LeftOut("replacement-text", f"{replaced[mark].strip()} → {said.strip()}"))
        elif said is None or fold(said) != fold(replaced[mark]):
            verdict.kept = True
            continue
        verdict.printed.append(place)
    return verdict


def _printed(page: int, owners: dict[int, int], marks: list[int]) -> dict[int, str | None]:
    """What is printed of the objects of each mark; None where some of it has no meaning."""
    text = native.load_text(page)
    try:
        said: dict[int, str | None] = dict.fromkeys(marks, "")
        for index in range(max(native.count_chars(text), 0)):
            mark = owners.get(native.char_object(text, index) or 0)
            before = said.get(mark) if mark else None
            if mark is None or before is None:
                continue
            point = native.char_unicode(text, index)
            private = point < 9 or 0xE000 <= point < 0xF900 or point == 0xFFFD
            said[mark] = None if private or native.char_unmapped(text, index) > 0 else before + chr(point)
    finally:
        native.close_text(text)
    return {mark: native.joined(one) if one else None for mark, one in said.items()}


def text_of(data: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")


def _weighty(text: str) -> str:
    """What of a text would change a plan: digits and Chinese characters, their look aside."""
    return "".join(_SAYS.findall(simplify(fold(text))))
