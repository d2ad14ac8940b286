"""What a program that keeps tables as data frames writes for nothing (`NaN`, `None`, `Unnamed: 3`), whatever parts its fields, and the
whole numbers of a column with empty cells (`1.0`). Where blanks part them, such words make the fields of all lines as many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....model.source import Line

_SIGNS = ("NaN", "nan", "NaT", "<NA>", "None", "NULL", "null", "Unnamed:")
_WORDS = "|".join(_SIGNS) + r" ?\d+(?:_level_\d+)?"
_EDGE, _END = r"(?:(?<=[\t|｜│])[^\S\t]*|^\s*|\s{2,})", r"(?=[^\S\t]*(?:[\t|｜│]|$)|\s{2})"
_EMPTY = Pattern(rf"({_EDGE})({_WORDS}){_END}")
_WHOLE_NUMBER = Pattern(r"(\d{1,4})\.0")
_FRAMED, _GLUED = Pattern(r"(Unnamed:) (?=\d)"), r"\1"
_WHOLE_WORD = Pattern(_WORDS)
_BESIDE = Pattern(rf"((?<=\s)|^)({_WORDS})(?=\s|$)")
_FLOAT = Pattern(rf"({_EDGE}\d{{1,4}})(\.0){_END}")


def without_words_for_nothing(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines → the same with nothing for such words, fields that blanks have parted apart by tabs where each line has as many, and
    those words; where none is a field of its own, no words and the lines as they are."""
    if not any(sign in line.text and _EMPTY.search(line.text) for line in lines for sign in _SIGNS):
        return list(lines), []
    said: list[str] = []

    def blank(match: re.Match[str]) -> str:
        said.append(match[2])
        return match[1] + " " * len(match[2])

    found: list[Line] = []
    for line in lines:
        text = _FLOAT.sub(blank, _EMPTY.sub(blank, line.text))
        if "  " in line.text or text != line.text:
            text = _BESIDE.sub(blank, text)  # a wide cell leaves one blank before that of the next column
        found.append(line if text == line.text else replace(line, text=text))
    return _tabbed(lines, said) or found, said


def _tabbed(lines: Sequence[Line], said: list[str]) -> list[Line]:
    """The lines of a frame whose fields blanks part, each as many, with tabs between them; those above and below as they are. [] for
    fields of another kind. A frame may count its rows in front."""
    rows = [_FRAMED.sub(_GLUED, line.text).split() for line in lines]
    width = max((len(row) for row in rows), default=0)
    own = [k for k, row in enumerate(rows) if len(row) > 2]
    if not own or any(sign in line.text for line in lines for sign in "\t|｜│"):
        return []
    header, body = own[0], own[1:]
    counted = len(rows[header]) == width - 1 and [rows[k][0] for k in body] == [str(n) for n in range(len(body))]
    if own != list(range(header, own[-1] + 1)) or any(len(rows[k]) != width for k in body):
        return []
    if not counted and len(rows[header]) != width:
        return []
    if counted:
        said += [rows[k].pop(0) for k in body]
    fields = {k: [_field(word) for word in rows[k]] for k in own}
    return [replace(line, text="\t".join(fields[k])) if k in fields else line for k, line in enumerate(lines)]


def _field(word: str) -> str:
    number = _WHOLE_NUMBER.fullmatch(word)
    return "" if _WHOLE_WORD.fullmatch(word) else number[1] if number else word
