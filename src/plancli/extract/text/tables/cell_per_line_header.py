"""The header of a dump with a cell a line: words one below the other, in one row or two, some broken over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....language.headers import HeaderRole, lexicon_of
from ....model.source import Cell, Line
from .alignment import INTEGER
from .header import header_cells, is_broken, words_over

_BLANKS = re.compile(r"\s+")
_FIRST = re.compile(r"[（(]?一[）)]?[、.．]?")
_LONG = 40  # lines that a header has at most


@dataclass(slots=True)
class StackedHead:
    """A header: its words in printed order, the word over each column, its rows as cells, the index of the line after it.

    `counted` where lower words stand below merged ones and blank lines below the others: then every cell has its line.
    """

    words: list[Line]
    roles: list[HeaderRole | None]  # of the columns
    names: list[str]  # of the columns
    rows: list[list[Cell]]
    end: int
    counted: bool = False


def squeezed(text: str) -> str:
    """A line without its blanks."""
    return _BLANKS.sub("", text)


def read_head(lines: Sequence[Line], at: int) -> StackedHead | None:
    """The header whose first word is line `at`: at least three words of different meaning, a task among them."""
    found = _words(lines, at)
    if found is None:
        return None
    words, roles, end = found
    order = _order(roles)
    parent = next((k for k in range(len(words)) if k not in order), None)
    head = StackedHead(words, [roles[k] for k in order], [squeezed(words[k].text) for k in order], [], end)
    cells = [Cell(0, c, lines=[words[k]]) for c, k in enumerate(order)]
    head.rows = [cells] if parent is None else _below(words[parent], cells, head.roles)
    return head


def read_counted_head(lines: Sequence[Line], at: int) -> StackedHead | None:
    """A header of two rows that has a line for each cell, blank where a word above goes down; None if it is none."""
    found = _words(lines, at, stop_at_gap=True)
    if found is None:
        return None
    upper, _, end = found
    lower: list[Line] = []
    for line in lines[end : end + _LONG]:
        text = squeezed(line.text)
        if text and (len(text) > 8 or INTEGER.fullmatch(text) or not _is_leaf(text)):
            break
        lower.append(line)
    shown = [squeezed(line.text) for line in lower]
    if not shown or shown[0] or not any(shown):
        return None
    over = words_over([squeezed(word.text) for word in upper], shown)
    if over is None:
        return None
    lexicon = lexicon_of()
    names = [text or squeezed(upper[k].text) for text, k in zip(shown, over, strict=True)]
    roles = [lexicon.role(text) or lexicon.role(squeezed(upper[k].text)) for text, k in zip(names, over, strict=True)]
    below = [[line] if text else [] for line, text in zip(lower, shown, strict=True)]
    rows = header_cells([[word] for word in upper], below, over)
    words = [*upper, *(line for line, text in zip(lower, shown, strict=True) if text)]
    return StackedHead(words, roles, names, rows, end + len(lower), counted=True)


def _is_leaf(text: str) -> bool:
    role = lexicon_of().role(text)
    return role is not None and role.whole


def _words(
    lines: Sequence[Line], at: int, *, stop_at_gap: bool = False
) -> tuple[list[Line], list[HeaderRole | None], int] | None:
    """The header words from line `at` on: at least three of different meaning, a task among them, none said twice."""
    words: list[Line] = []
    roles: list[HeaderRole | None] = []
    places: list[int] = []  # the index of each word's last line
    seen: set[str] = set()
    lexicon = lexicon_of()
    i = at
    gap = False
    for i in range(at, min(len(lines), at + _LONG)):
        text = squeezed(lines[i].text)
        if not text:
            gap = True
            if stop_at_gap:
                break
            continue
        if words and not gap and is_broken(words[-1].text, text):
            seen.discard(squeezed(words[-1].text))
            words[-1] = replace(words[-1], text=words[-1].text + text)
            roles[-1] = lexicon.role(squeezed(words[-1].text)) or roles[-1]
            seen.add(squeezed(words[-1].text))
            places[-1] = i
            continue
        role = lexicon.role(text)
        pieces = lines[i].text.split()
        if len(pieces) > 1 and all(len(piece) > 1 and lexicon.role(piece) for piece in pieces):
            return None  # several words on a line: no cell a line
        if (
            len(text) > 14
            or text in seen
            or _FIRST.fullmatch(text)
            or INTEGER.fullmatch(text)
            or (role is None and (len(text) > 8 or re.search("[。；，、：]", text)))
        ):
            break
        if role is not None and not role.whole and role.kind not in ("departments", "leaders", "time"):
            role = None
        numbered = bool(roles) and roles[0] is not None and roles[0].kind == "number"
        if role is None and roles and not numbered and (roles[-1] is None or gap):
            break
        if role is not None and role.is_time and roles and roles[-1] is None:
            break
        if role is not None and role.kind == "number" and len(words) == 1 and (gap or len(words[0].text) > 8):
            return None  # what stood above was a title, the header begins here
        seen.add(text)
        words.append(lines[i])
        roles.append(role)
        places.append(i)
    numbered = bool(roles) and roles[0] is not None and roles[0].kind == "number" and _is_first_number(lines, i)
    while roles and roles[-1] is None and not numbered:
        roles.pop()
        words.pop()
    if (
        roles
        and roles[-1] is not None
        and roles[-1].is_time
        and sum(bool(role and role.is_time) for role in roles) == 1
    ):
        roles.pop()  # a lone 一月 is the first cell, not a header
        words.pop()
    found = [role for role in roles if role is not None]
    kinds = {(role.kind, role.role) for role in found if not role.is_time}
    tasks = {"task", "task_weak", "detail", "measure", "goal"} & {role.kind for role in found}
    if len(kinds) < 3 or not tasks or len(found) * 3 < len(roles) * 2:
        return None
    return words, roles, places[len(words) - 1] + 1


def _is_first_number(lines: Sequence[Line], i: int) -> bool:
    text = squeezed(lines[i].text)
    match = INTEGER.fullmatch(text)
    return _FIRST.fullmatch(text) is not None or (match is not None and int(match[1]) == 1)


def _order(roles: list[HeaderRole | None]) -> list[int]:
    """Columns by header word; quarters named after the whole header stand below the schedule's own word."""
    times = [k for k, role in enumerate(roles) if role and role.is_time]
    plain = [k for k, role in enumerate(roles) if not (role and role.is_time)]
    parents = [k for k in plain if (role := roles[k]) and role.kind == "time" and not role.limit]
    if len(times) >= 2 and times[-1] == len(roles) - 1 and parents and times[0] == len(roles) - len(times):
        parent = parents[0]
        if parent < times[0] - 1 or len(parents) == 1:
            at = plain.index(parent)
            return plain[:at] + times + plain[at + 1 :]
    return list(range(len(roles)))


def _below(parent: Line, cells: list[Cell], roles: list[HeaderRole | None]) -> list[list[Cell]]:
    """The header in two rows: `parent` over the columns that are times."""
    below = [c for c, role in enumerate(roles) if role and role.is_time]
    over = Cell(0, below[0], colspan=len(below), lines=[parent])
    for c, cell in enumerate(cells):
        if c in below:
            cell.row = 1
        else:
            cell.rowspan = 2
    return [[over if c in below else cell for c, cell in enumerate(cells)], cells]
