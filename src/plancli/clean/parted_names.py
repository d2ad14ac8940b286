"""Blanks in brackets that alone part a name from what follows it: （大队部　总务处）, （责任部门：执行局　配合部门：法警大队）."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.bodies import bodies
from ..language.roles import words
from ..language.script import squeeze
from ..language.surnames import looks_like_person
from ..language.times import is_time

_GAP = Pattern(r"(?<=[㐀-鿿\d])[ \u3000\t]+(?=[㐀-鿿\d])", needs=(" \u3000\t",))
_BRACKET = Pattern("[（(【）)】]")
_STOP = Pattern(r"[（(【：:、，,；;。 ）)】]")
_NEAR, _FEW = 40, 4  # characters, and pieces between blanks, in which a name ends
_SHORTEST = 2  # characters of a name; one alone is part of a word whose characters are spread


def squeeze_between_names(text: str) -> str:
    """A line without its blanks, save those that squeezing any text keeps, and one where a blank in brackets parts a body, a person or
    a time from another or from a label: so who reads them can tell them apart."""
    if _GAP.search(text) is None or _BRACKET.search(text) is None:
        return squeeze(text)
    pieces = [squeeze(piece) for piece in _GAP.split(text)]
    found, opened, before = [], False, ""  # `before`: as much of what stands before as a name may have
    for k, piece in enumerate(pieces):
        behind = "".join(pieces[k : k + _FEW])[:_NEAR]
        joint = " " if opened and _parts(before, piece, behind) else ""
        found.append(joint + piece)
        before = (before + joint + piece)[-_NEAR:]
        if brackets := _BRACKET.findall(piece):
            opened = brackets[-1] in "（(【"
    return "".join(found)


def _parts(before: str, piece: str, behind: str) -> bool:
    """Whether what stands before a blank ends in such a word, and what stands behind begins with another, the next piece or more of it."""
    name = _STOP.split(before)[-1]
    if min(len(name), len(piece)) < _SHORTEST or not _is_word(name):
        return False
    stop = _STOP.search(piece)
    if stop is not None and stop.group() in "：:":
        label = piece[: stop.end()]
        return words().find_label(label) is not None or words().find_time_label(label) is not None
    return _is_word(_STOP.split(behind)[0]) or _is_word(_STOP.split(piece)[0])


def _is_word(text: str) -> bool:
    return len(text) >= _SHORTEST and (bodies().is_body(text) or looks_like_person(text) or is_time(text))
